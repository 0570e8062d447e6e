import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { inGroup, type Log } from '../log.ts';
import { templateTags } from '../plan/node-image-spec.ts';
import type { ReleaseChannel } from '../release/eksa-release.ts';
import { parseReleaseChannel } from '../release/release-channel.ts';
import { filePath, fromCell, jsonText, parsedBy } from '../runner/inputs.ts';
import { defineAction } from '../runner/run.ts';
import { runnerTemp } from '../runner/runner-temp.ts';
import { writeSummary } from '../runner/summary.ts';
import { releaseInputs } from './interface.ts';
import type { ReleaseFacts } from './release-facts.ts';
import { hookOutputs, releaseSummary } from './release-report.ts';

/** `resolve-eksa-bundle`: a release and a channel become verified facts. */
export const resolveEksaBundle = defineAction({
  name: 'resolve-eksa-bundle',
  inputs: z.object({
    ...releaseInputs,
    'manifest-tarball': filePath.optional(),
    cell: jsonText.optional(),
    'release-channel': fromCell(parsedBy(parseReleaseChannel, 'version').optional()),
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
    'bottlerocket-ova-uri',
    'bottlerocket-ova-version',
    'bottlerocket-raw-uri',
    'bottlerocket-raw-version',
    'bottlerocket-images',
    'template-tags',
    'hook-vmlinuz-uri',
    'hook-vmlinuz-uri-arm64',
    'hook-initramfs-uri',
    'hook-initramfs-uri-arm64',
    'hook-iso-uri',
    'hook-iso-uri-arm64',
    'image-builder-uri',
    'image-builder-sha256',
    'image-builder-version',
    'cli-archives',
    'required-tools',
    'support-matrix',
    'container-images-path',
    'release-path',
  ],
  async main({ inputs, log, secrets }) {
    const { fetchRelease } = await import('./fetch-release.ts');
    const { gatherFacts, missingBottlerocket } = await import('./release-facts.ts');
    const { findChannel } = await import('../release/resolve.ts');
    const wanted = inputs['release-channel'];
    const cell = wishesOf(inputs.cell);
    const { facts, channel } = await inGroup(log, 'Resolve the EKS Anywhere release', async () => {
      const fetched = await fetchRelease(inputs, log, secrets);
      const channel = wanted === undefined ? undefined : findChannel(fetched.release, wanted);
      const network = inputs['manifest-tarball'] === undefined ? 'online' : 'air-gapped';
      return { channel, facts: await gatherFacts(fetched, { channel, cell, network, log }) };
    });
    const missing = missingBottlerocket(facts, channel ? [channel] : facts.release.channels);
    if (missing) log.info(missing);
    const paths = await writeFiles(facts, log);
    await writeSummary(releaseSummary(facts, channel, missing), secrets);
    return { ...outputsOf(facts), ...channelOutputs(facts, channel, cell.os), ...paths };
  },
});

/** What the keys of a cell say about the image; inputs of other actions. */
function wishesOf(cell: string | undefined) {
  // Read as an input before, so it is JSON.
  const wishes = cellType.safeParse(JSON.parse(cell ?? 'null') ?? {}).data;
  return { os: wishes?.os, osVersion: wishes?.['os-version'], hypervisor: wishes?.hypervisor };
}

const word = z.coerce.string().optional();
const cellType = z.object({ os: word, 'os-version': word, hypervisor: word });

async function writeFiles(facts: ReleaseFacts, log: Log) {
  const { release, images, ...rest } = facts;
  const pathOf = (name: string) => join(runnerTemp(), `${name}-${release.version}-${randomUUID()}.json`);
  const paths = {
    'release-path': pathOf('eks-anywhere'),
    'container-images-path': pathOf('container-images'),
  };
  const { images: _, ...unsigned } = facts.unsigned;
  await writeFile(paths['release-path'], json({ ...release, ...rest, unsigned }));
  await writeFile(paths['container-images-path'], json(images));
  log.info(`${images.length} container images; ${Object.keys(facts.bottlerocket).length} release channels`);
  return paths;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function outputsOf({ release, unsigned, bottlerocket, matrix, requiredTools }: ReleaseFacts) {
  return {
    'eks-a-version': release.version,
    'bundle-number': release.bundleNumber,
    'bundle-manifest-url': release.bundleManifestUrl,
    'build-tooling-commit': release.buildToolingCommit,
    'release-channels': JSON.stringify(release.channels.map(({ name }) => name)),
    signature: release.signature,
    'bottlerocket-images': JSON.stringify(bottlerocket),
    ...hookOutputs(unsigned.hookOs),
    'image-builder-uri': release.imageBuilder?.uri,
    'image-builder-sha256': release.imageBuilder?.sha256,
    'image-builder-version': release.imageBuilder?.version,
    'cli-archives': JSON.stringify(unsigned.cli),
    'required-tools': requiredTools && JSON.stringify(requiredTools),
    'support-matrix': matrix && JSON.stringify(matrix),
  };
}

function channelOutputs(
  { bottlerocket }: ReleaseFacts,
  channel: ReleaseChannel | undefined,
  os = 'bottlerocket',
) {
  const images = channel && bottlerocket[channel.name];
  return {
    'kube-version': channel?.kubeVersion,
    'eksd-release': channel?.eksdRelease,
    'eksd-manifest-url': channel?.eksdManifestUrl,
    'end-of-standard-support': channel?.endOfStandardSupport,
    'bottlerocket-ova-uri': images?.ova?.uri,
    'bottlerocket-ova-version': images?.ova?.version,
    'bottlerocket-raw-uri': images?.raw?.uri,
    'bottlerocket-raw-version': images?.raw?.version,
    'template-tags': channel && templateTags(os, channel.eksdRelease).join(),
  };
}
