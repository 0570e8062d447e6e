import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { type Hypervisor, hypervisors } from '../plan/node-image-spec.ts';

const tool = z.object({ path: z.string(), version: z.string() });

const toolchainType = z.object({
  /** What the tools are for; a build for anything else sets up its own. */
  purpose: z.object({
    eksaVersion: z.string(),
    cliRelease: z.string(),
    hypervisor: z.enum(hypervisors),
    trust: z.string(),
  }),
  imageBuilder: tool,
  packer: tool,
  /** Holds `github.com/<organisation>/<name>/…`. */
  pluginFolder: z.string(),
  ansible: z.object({ binFolder: z.string(), version: z.string(), pythonVersion: z.string() }),
  /** For the front of PATH, in this order. */
  pathEntries: z.array(z.string()).readonly(),
  /** Where Packer keeps installation media (PACKER_CACHE_DIR). */
  isoFolder: z.string(),
});

/** Everything that a build runs with, as one step hands it over to the next. */
export type Toolchain = Readonly<z.output<typeof toolchainType>>;

export interface Purpose {
  readonly eksaVersion: string;
  readonly cliRelease: string;
  readonly hypervisor: Hypervisor;
  /** Hex digest of what they were verified by: tools taken unsigned must not serve one who asks for a signature. */
  readonly trust: string;
}

export async function writeToolchain(toolchain: Toolchain, folder: string): Promise<string> {
  const path = join(folder, 'eks-anywhere-toolchain.json');
  await writeFile(path, `${JSON.stringify(toolchain, null, 2)}\n`);
  return path;
}

/** The tools that an earlier step set up, if they are there and are for the same. */
export async function readToolchain(
  path: string | undefined,
  purpose: Purpose,
): Promise<Toolchain | undefined> {
  if (!path) return undefined;
  let found: Toolchain;
  try {
    found = toolchainType.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
  const isSame = (['eksaVersion', 'cliRelease', 'hypervisor', 'trust'] as const).every(
    (part) => found.purpose[part] === purpose[part],
  );
  const programs = [found.imageBuilder.path, found.packer.path, join(found.ansible.binFolder, 'ansible')];
  return isSame && programs.every(existsSync) ? found : undefined;
}
