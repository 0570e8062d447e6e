import { execFile } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ActionError, errorMessage } from '../action-error.ts';
import { isAsNoted, keyOf, noteDigest } from './file-digest.ts';
import { type ArchiveSource, obtainArchive } from './published-archive.ts';
import type { ToolStore } from './tool-store.ts';
import { unpackProgram } from './zip-archive.ts';

export interface Packer {
  readonly path: string;
  readonly version: string;
  /** `path`: it was installed on this machine in the version that is needed. */
  readonly origin: 'store' | 'path' | 'download';
}

export interface PackerRequest {
  /** Without a `v`: `1.9.5`. */
  readonly version: string;
  readonly store: ToolStore;
  readonly source: ArchiveSource;
  /** Of this process; its PATH is searched. */
  readonly environment: NodeJS.ProcessEnv;
}

const releases = 'https://releases.hashicorp.com/packer/';
const platform = 'linux_amd64';
const program = 'packer';
/** 1.9.5 has 170 MB. */
const maxBytes = 1 << 30;

/**
 * Packer in exactly one version: build-tooling fetches its own for every build, unverified, unless it finds that one on
 * PATH (hack/ensure-packer.sh).
 *
 * @throws ActionError
 */
export async function obtainPacker(request: PackerRequest): Promise<Packer> {
  const { version, store, source, environment } = request;
  const archive = {
    what: `Packer ${version}`,
    folderUrl: `${releases}${version}/`,
    fileName: `packer_${version}_${platform}.zip`,
    sumsName: `packer_${version}_SHA256SUMS`,
    signature: 'hashicorp',
  } as const;
  const tool = {
    name: program,
    version,
    key: keyOf(archive, source.key.fingerprint ?? source.key.armored),
    verify: (folder: string) => isAsNoted(join(folder, program)),
    async make(folder: string) {
      const path = await unpackProgram(program, {
        what: `The archive of ${archive.what}`,
        archive: await obtainArchive(archive, source),
        folder,
        maxBytes,
      });
      await requireVersion(path, version);
      await noteDigest(path);
    },
  };
  const kept = await store.find(tool);
  if (kept !== undefined) return { path: join(kept, program), version, origin: 'store' };
  const installed = await findInstalled(version, environment);
  if (installed !== undefined) return { path: await linkAlone(installed, request), version, origin: 'path' };
  const { folder } = await store.obtain(tool);
  return { path: join(folder, program), version, origin: 'download' };
}

/** In a folder of its own: its own folder in front of PATH would bring whatever else lies there, such as another make. */
async function linkAlone(path: string, { store, version }: PackerRequest): Promise<string> {
  const { folder } = await store.obtain({
    name: 'packer-of-machine',
    version,
    key: keyOf(path),
    make: (place) => symlink(path, join(place, program)),
    verify: async (place) => (await versionOf(join(place, program))) === version,
  });
  return join(folder, program);
}

/** Every `packer` of PATH is asked: on RHEL the first one belongs to cracklib, and it waits for its input for ever. */
async function findInstalled(version: string, environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const folder of (environment['PATH'] ?? '').split(':').filter((entry) => entry.startsWith('/'))) {
    const path = join(folder, program);
    if ((await versionOf(path).catch(() => undefined)) === version) return path;
  }
  return undefined;
}

async function requireVersion(path: string, version: string): Promise<void> {
  const found = await versionOf(path).catch((cause: unknown) => {
    throw new ActionError('Packer does not run on this runner.', {
      problems: [errorMessage(cause)],
      why: 'It is a program for Linux on x86_64.',
      fix: 'Run the job on an x86_64 Linux runner, and let RUNNER_TOOL_CACHE be on a disk that is not mounted noexec.',
      cause,
    });
  });
  if (found !== version) {
    throw new ActionError(
      `The program in the archive of Packer ${version} says that it is ${found ?? 'something else'}.`,
    );
  }
}

/** `Packer v1.9.5`, and below it whether a newer one is out. */
async function versionOf(path: string): Promise<string | undefined> {
  const asking = promisify(execFile)(path, ['version'], {
    timeout: 10_000,
    killSignal: 'SIGKILL',
    env: { PATH: '/usr/bin:/bin', CHECKPOINT_DISABLE: '1', PACKER_NO_COLOR: '1' },
  });
  asking.child.stdin?.end();
  const { stdout } = await asking;
  return /^Packer v(\d+\.\d+\.\d+)\b/.exec(stdout)?.[1];
}
