import * as z from 'zod';
import { bottlerocketHypervisors, bottlerocketVersion } from '../bottlerocket/image-target.ts';
import { parseFingerprint, recordKinds } from '../plan/record.ts';
import { parseReleaseChannel } from '../release/release-channel.ts';
import { uploadModes } from '../runner/artifacts.ts';
import { filePath, flag, fromCell, jsonText, oneOf, parsedBy, wholeNumber } from '../runner/inputs.ts';
import { defineAction } from '../runner/run.ts';
import { httpUrl, releaseInputs } from './interface.ts';

const hypervisorAliases = {
  vmware: 'vsphere',
  metal: 'baremetal',
  'bare-metal': 'baremetal',
  tinkerbell: 'baremetal',
  snow: 'ami',
} as const;

/** Where the image comes from and in what form it is kept. */
export const repositoryInputs = {
  source: oneOf(['tuf', 'bundle', 'auto']).prefault('tuf'),
  'bottlerocket-version': fromCell(parsedBy(bottlerocketVersion, 'version').optional()),
  compression: oneOf(['gzip', 'lz4', 'none']).optional(),
  'compression-level': wholeNumber({ min: 1, max: 9 }).prefault('6'),
  root: filePath.optional(),
  'metadata-url': parsedBy(folderUrl, 'URL').optional(),
  'targets-url': parsedBy(folderUrl, 'URL').optional(),
  'allow-expired-repo': flag.prefault('false'),
  cache: flag.prefault('true'),
};

export const fetchInputs = z.object({
  ...releaseInputs,
  cell: jsonText.optional(),
  'release-channel': fromCell(parsedBy(parseReleaseChannel, 'version')),
  hypervisor: fromCell(oneOf(bottlerocketHypervisors, hypervisorAliases)),
  destination: filePath.optional(),
  ...repositoryInputs,
  'upload-artifact': oneOf(uploadModes, { true: 'raw', false: 'none' }).prefault('raw'),
  'retention-days': wholeNumber({ min: 1, max: 400 }).prefault('8'),
  fingerprint: fromCell(parsedBy(parseFingerprint).optional()),
  record: oneOf(recordKinds).prefault('final'),
});

export const fetchOutputs = [
  'id',
  'path',
  'file-name',
  'sha256',
  'size',
  'image',
  'cache-hit',
  'bottlerocket-version',
  'variant',
  'template-tags',
  'source',
  'root-version',
  'eks-a-version',
  'kube-version',
  'eksd-release',
  'provenance-path',
  'artifact-id',
  'artifact-url',
] as const;

/** `fetch-bottlerocket`: the Bottlerocket image of a release, verified and in the form that EKS Anywhere takes. */
export const fetchBottlerocket = defineAction({
  name: 'fetch-bottlerocket',
  inputs: fetchInputs,
  outputs: fetchOutputs,
  async main(context) {
    const { leavingCause } = await import('./upload-outcome.ts');
    return leavingCause(context, async () =>
      (await import('./bottlerocket-image.ts')).bottlerocketImage(context),
    );
  },
});

/** Names are resolved against it, so that it ends with a slash and has no query, which tuftool drops as well. */
function folderUrl(value: string): URL {
  const url = new URL(httpUrl(value));
  url.search = '';
  url.hash = '';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}
