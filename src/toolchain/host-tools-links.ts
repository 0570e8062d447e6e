import { createHash } from 'node:crypto';
import { access, chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findFirmware } from './host-tools-qemu.ts';
import type { ToolStore } from './tool-store.ts';

export interface Links {
  /** Name → path of the program that shall be found by it. */
  readonly programs: Readonly<Record<string, string>>;
  /** The QEMU that must be told where OVMF is. */
  readonly firmwareFor?: string;
}

/**
 * Puts programs under their names into a folder of the store, for the front of PATH.
 *
 * QEMU with a firmware of its own is a program of two lines: `-L` names a folder that is looked in before the usual
 * ones, and upstream's templates leave no other way to name one.
 *
 * @returns `undefined` when there is nothing to put
 */
export async function placeLinks(
  links: Links,
  { store, root = '/' }: { readonly store: ToolStore; readonly root?: string },
): Promise<string | undefined> {
  const { firmwareFor } = links;
  const programs = Object.entries(links.programs).filter(([, path]) => path !== firmwareFor);
  if (programs.length === 0 && firmwareFor === undefined) return undefined;
  const firmware = firmwareFor === undefined ? undefined : await readAll((await findFirmware(root)) ?? []);
  const hash = createHash('sha256').update(JSON.stringify(links));
  const { folder } = await store.obtain({
    name: 'host-tools',
    version: '1',
    key: hash.update(firmware ?? '').digest('hex'),
    async make(folder) {
      const bin = join(folder, 'bin');
      await mkdir(bin);
      for (const [name, path] of programs) await symlink(path, join(bin, name));
      if (firmware === undefined || firmwareFor === undefined) return;
      await writeFile(join(folder, 'OVMF.fd'), firmware);
      const script = `#!/bin/sh\nexec ${quoted(firmwareFor)} -L ${quoted(folder)} "$@"\n`;
      await writeFile(join(bin, 'qemu-system-x86_64'), script);
      await chmod(join(bin, 'qemu-system-x86_64'), 0o755);
    },
    verify: async (folder) => {
      const own = firmware === undefined ? [] : ['OVMF.fd', 'bin/qemu-system-x86_64'];
      const names = [...programs.map(([name]) => `bin/${name}`), ...own];
      const checks = await Promise.allSettled(names.map((name) => access(join(folder, name))));
      return checks.every(({ status }) => status === 'fulfilled');
    },
  });
  return join(folder, 'bin');
}

async function readAll(paths: readonly string[]): Promise<Buffer> {
  return Buffer.concat(await Promise.all(paths.map((path) => readFile(path))));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
