import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ActionError } from '../action-error.ts';
import { type BuildableSpec, imageExtensions, templateTags } from '../plan/node-image-spec.ts';
import type { ReleaseChannel } from '../release/eksa-release.ts';
import { BrokenImageError } from './disk-layout.ts';
import { inspectImage } from './inspect-image.ts';
import type { NodeImage, OpenedImage } from './node-image.ts';

export interface FinishOptions {
  /** The file as the build left it. */
  readonly builtPath: string;
  readonly spec: BuildableSpec;
  readonly channel: ReleaseChannel;
  /** Folder of finished images; made when it is missing. */
  readonly destination: string;
  readonly signal: AbortSignal;
}

/** A finished image and the file with its checksum, in the format of `sha256sum -c`. */
export interface FinishedImage {
  readonly image: NodeImage;
  readonly checksumsPath: string;
}

/**
 * Opens a built file, and only when it is an image gives it its name: upstream's own names leave out firmware
 * and release, so that two cells of one run would collide. A file that is none is kept as `<id>.rejected`.
 */
export async function finishImage(options: FinishOptions): Promise<FinishedImage> {
  const { spec, destination } = options;
  const fileName = imageFileName(spec);
  const path = join(destination, fileName);
  await mkdir(destination, { recursive: true });
  const opened = await openOrKeep(options, join(destination, `${spec.id}.rejected`));
  await moveFile(options.builtPath, path);
  const checksumsPath = join(destination, `${spec.id}.sha256`);
  await writeFile(checksumsPath, `${opened.sha256}  ${fileName}\n`);
  return {
    image: {
      spec,
      path,
      fileName,
      ...opened,
      templateTags: templateTags(spec.os, options.channel.eksdRelease),
    },
    checksumsPath,
  };
}

/** The name of a finished image: its cell id and the extension that EKS Anywhere expects. */
function imageFileName(spec: BuildableSpec): string {
  return `${spec.id}.${imageExtensions[spec.hypervisor]}`;
}

/** The work folder goes with the job; a broken image is wanted longer. */
async function openOrKeep(options: FinishOptions, keptPath: string): Promise<OpenedImage> {
  try {
    const { spec, channel } = options;
    const expected = { ...spec, eksdRelease: channel.eksdRelease };
    return await inspectImage(options.builtPath, expected, options.signal);
  } catch (error) {
    if (!(error instanceof BrokenImageError)) throw error;
    await moveFile(options.builtPath, keptPath);
    throw new ActionError('What the build left is not an intact disk image.', {
      problems: [error.message],
      why: 'The build ended without an error: most often its disk ran full, or it was cut off.',
      fix: `Look at the file (${keptPath}) and at the free space of its disk, then build again.`,
      cause: error,
    });
  }
}

/** Refuses early, before the build, what would fail after it. */
export async function refuseExisting(
  destination: string,
  spec: BuildableSpec,
  replaceExisting: 'replace' | 'keep',
): Promise<void> {
  if (replaceExisting === 'replace') return;
  const path = join(destination, imageFileName(spec));
  const exists = await stat(path).then(
    () => true,
    () => false,
  );
  if (exists) {
    throw new ActionError(`${path} exists already.`, {
      fix: 'Remove it, choose another `destination`, or set `replace-existing: true`.',
    });
  }
}

/** Copies Packer's manifest to where the config of an AMI wants it. */
export async function copyManifest(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
}

/** Renames, or copies beside the target and renames where the target is on another file system. */
async function moveFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const part = `${to}.${randomUUID()}.part`;
    try {
      await copyFile(from, part);
      await rename(part, to);
    } finally {
      await rm(part, { force: true });
    }
    await rm(from, { force: true });
  }
}
