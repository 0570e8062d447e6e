import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { inGroup } from '../log.ts';
import type { EksaRelease, ReleaseChannel } from '../release/eksa-release.ts';
import { parseReleaseChannel } from '../release/release-channel.ts';
import { fromCell, parsedBy, text } from '../runner/inputs.ts';
import { defineAction } from '../runner/run.ts';
import { runnerTemp } from '../runner/runner-temp.ts';
import { writeSummary } from '../runner/summary.ts';
import { releaseInputs } from './interface.ts';

/** `resolve-eksa-bundle`: a release and a channel become verified facts. */
export const resolveEksaBundle = defineAction({
  name: 'resolve-eksa-bundle',
  inputs: z.object({
    ...releaseInputs,
    cell: text.optional(),
    'release-channel': fromCell(parsedBy(parseReleaseChannel).optional()),
  }),
  outputs: [
    'eks-a-version',
    'bundle-number',
    'bundle-manifest-url',
    'build-tooling-commit',
    'release-channels',
    'signature',
    'kube-version',
    'eksd-release',
    'eksd-manifest-url',
    'end-of-standard-support',
    'image-builder-uri',
    'image-builder-sha256',
    'image-builder-version',
    'release-path',
  ],
  async main({ inputs, log, secrets }) {
    const { fetchRelease } = await import('./fetch-release.ts');
    const { findChannel } = await import('../release/resolve.ts');
    const { release } = await inGroup(log, 'Resolve the EKS Anywhere release', () =>
      fetchRelease(inputs, log, secrets),
    );
    const wanted = inputs['release-channel'];
    const channel = wanted === undefined ? undefined : findChannel(release, wanted);
    const releasePath = join(runnerTemp(), `eks-anywhere-${release.version}-${randomUUID()}.json`);
    await writeFile(releasePath, `${JSON.stringify(release, null, 2)}\n`);
    await writeSummary(`EKS Anywhere ${release.version}`, summaryOf(release, channel), secrets);
    return {
      'eks-a-version': release.version,
      'bundle-number': release.bundleNumber,
      'bundle-manifest-url': release.bundleManifestUrl,
      'build-tooling-commit': release.buildToolingCommit,
      'release-channels': JSON.stringify(release.channels.map(({ name }) => name)),
      signature: release.signature,
      'kube-version': channel?.kubeVersion,
      'eksd-release': channel?.eksdRelease,
      'eksd-manifest-url': channel?.eksdManifestUrl,
      'end-of-standard-support': channel?.endOfStandardSupport,
      'image-builder-uri': release.imageBuilder?.uri,
      'image-builder-sha256': release.imageBuilder?.sha256,
      'image-builder-version': release.imageBuilder?.version,
      'release-path': releasePath,
    };
  },
});

function summaryOf(release: EksaRelease, channel: ReleaseChannel | undefined) {
  return [
    ['Bundle', release.bundleNumber],
    ['Signature', release.signature],
    ['Release channels', release.channels.map(({ name }) => name).join(', ')],
    ['Kubernetes', channel?.kubeVersion],
    ['EKS-D release', channel?.eksdRelease],
    ['End of standard support', channel?.endOfStandardSupport],
    ['image-builder CLI', release.imageBuilder?.version],
  ] as const;
}
