import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { BrokenImageError } from './disk-layout.ts';

/** A machine image of EC2. */
export interface RegionalAmi {
  readonly region: string;
  readonly id: string;
}

/** What an AMI build leaves: no image, but where it is. */
export interface AmiFindings {
  /** Of the manifest. */
  readonly sha256: string;
  readonly size: number;
  readonly amis: readonly RegionalAmi[];
}

/** Packer's manifest post-processor: https://developer.hashicorp.com/packer/docs/post-processors/manifest */
const manifestType = z.object({
  builds: z.array(
    z.object({ builder_type: z.string(), artifact_id: z.string(), packer_run_uuid: z.string() }),
  ),
  last_run_uuid: z.string(),
});

/**
 * Reads the manifest of an AMI build: the images of its last run.
 *
 * @throws BrokenImageError when it is none, or names no image.
 */
export async function inspectAmiManifest(path: string): Promise<AmiFindings> {
  const bytes = await readFile(path);
  const { builds, last_run_uuid: lastRun } = parse(bytes.toString());
  const amis = builds
    .filter(({ packer_run_uuid: run }) => run === lastRun)
    .flatMap(({ artifact_id: ids }) => ids.split(',').map(parseAmi));
  if (amis.length === 0) throw new BrokenImageError('the manifest names no image of its last run');
  return { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length, amis };
}

function parse(text: string): z.output<typeof manifestType> {
  try {
    return manifestType.parse(JSON.parse(text));
  } catch (cause) {
    throw new BrokenImageError('the manifest is not one of Packer', { cause });
  }
}

/** `us-west-2:ami-0123456789abcdef0` */
function parseAmi(text: string): RegionalAmi {
  const [, region, id] =
    /^([a-z]{2}(?:-[a-z]+)+-\d):(ami-[0-9a-f]{8}(?:[0-9a-f]{9})?)$/.exec(text.trim()) ?? [];
  if (region === undefined || id === undefined)
    throw new BrokenImageError(`the manifest names ${JSON.stringify(text)}, which is no region and AMI`);
  return { region, id };
}
