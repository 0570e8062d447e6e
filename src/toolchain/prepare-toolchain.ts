import { dirname } from 'node:path';
import { ActionError, errorMessage } from '../action-error.ts';
import type { Log } from '../log.ts';
import type { HttpClient } from '../net/http-client.ts';
import type { EksaRelease } from '../release/eksa-release.ts';
import type { RequiredTools } from '../release/support-table.ts';
import { obtainAnsible } from './ansible.ts';
import type { SigningKey } from './detached-signature.ts';
import { keyOf } from './file-digest.ts';
import { obtainHostTools } from './host-tools.ts';
import { obtainStoredCli } from './image-builder-cli.ts';
import { ansibleLock } from './locks/ansible.ts';
import { obtainPacker } from './packer.ts';
import { type PinnedPlugin, requiredPlugins } from './packer-plugin-table.ts';
import { obtainPackerPlugins } from './packer-plugins.ts';
import { standalonePython } from './python-standalone.ts';
import { openToolStore, type ToolStore } from './tool-store.ts';
import type { Purpose, Toolchain } from './toolchain.ts';

export interface ToolchainRequest {
  readonly purpose: Purpose;
  readonly tools: RequiredTools;
  /** The release whose CLI it is; asked for only when the CLI is not in the store. */
  readonly cliRelease: () => Promise<EksaRelease>;
  readonly hashicorpKey: SigningKey;
  /** Whether packages that are missing may be installed, as root or by sudo. */
  readonly installPackages: 'auto' | 'never';
  readonly folders: ToolchainFolders;
  /** Absent where the store itself lasts. */
  readonly cache?: ArchiveCache;
  readonly http: HttpClient;
  /** Of this process, with the certificates for its children. */
  readonly environment: NodeJS.ProcessEnv;
  readonly log: Log;
  readonly signal: AbortSignal;
}

export interface ToolchainFolders {
  /** Where tools are looked for, and kept in the first that can be written to. */
  readonly stores: readonly string[];
  /** What was downloaded, as it came; fit for a cache. */
  readonly archives: string;
  readonly wheels: string;
  readonly iso: string;
}

/** Keeps the archives and the wheels on machines that are gone after one job. */
export interface ArchiveCache {
  restore(key: string): Promise<boolean>;
  save(key: string): Promise<void>;
}

export interface PreparedToolchain {
  readonly toolchain: Toolchain;
  /** Whether no tool had to be downloaded: all were in the store, on this machine, or in the cache. */
  readonly isHit: boolean;
}

/**
 * Everything that a build runs with, in exactly the versions that upstream asks for. What the machine has already is
 * left alone, and used where it fits.
 *
 * @throws ActionError that names every tool that cannot be had
 */
export async function prepareToolchain(request: ToolchainRequest): Promise<PreparedToolchain> {
  const { purpose, tools, folders, log } = request;
  const store = openToolStore(folders.stores);
  const plugins = requiredPlugins(purpose.eksaVersion, purpose.hypervisor, tools.plugins);
  const source = { http: request.http, key: request.hashicorpKey, folder: folders.archives };
  const lock = `eks-anywhere-tools-linux-x64-${lockDigest(request, plugins)}`;
  const isRestored = (await request.cache?.restore(lock)) ?? false;

  const [cli, packer, pluginSet, ansible, host] = await everyOne([
    obtainStoredCli({
      eksaVersion: purpose.cliRelease,
      key: purpose.trust,
      release: request.cliRelease,
      http: request.http,
      store,
      archiveFolder: folders.archives,
    }),
    obtainPacker({ version: tools.packer, store, source, environment: request.environment }),
    obtainPackerPlugins(plugins, { store, source }),
    obtainAnsible({ ...surroundings(request, store), required: tools, wheelFolder: folders.wheels }),
    obtainHostTools({
      ...surroundings(request, store),
      hypervisor: purpose.hypervisor,
      installPackages: request.installPackages,
    }),
  ]);
  log.info(`image-builder ${cli.version} of EKS Anywhere ${purpose.cliRelease}: ${cli.path}`);
  log.info(`Packer ${packer.version}${packer.origin === 'path' ? ' of the runner' : ''}: ${packer.path}`);
  for (const { name, version, publisher } of plugins)
    log.info(
      `Packer plugin ${name} ${version}${publisher === 'other' ? ' (its publisher signs nothing)' : ''}`,
    );
  log.info(`ansible-core ${ansible.version} on Python ${ansible.pythonVersion}: ${ansible.binFolder}`);
  for (const { tool, version, path } of host.found) log.info(`${tool} ${version}: ${path}`);

  const isStored = cli.isHit && packer.origin !== 'download' && pluginSet.isHit && ansible.isHit;
  if (!isRestored && !isStored) await request.cache?.save(lock);
  return {
    isHit: isRestored || isStored,
    toolchain: {
      purpose,
      imageBuilder: { path: cli.path, version: cli.version },
      packer: { path: packer.path, version: packer.version },
      pluginFolder: pluginSet.folder,
      ansible: {
        binFolder: ansible.binFolder,
        version: ansible.version,
        pythonVersion: ansible.pythonVersion,
      },
      pathEntries: [...host.pathEntries, ansible.binFolder, dirname(packer.path), dirname(cli.path)],
      isoFolder: folders.iso,
    },
  };
}

/** Of all that decides which archives and wheels there are; the image of the runner decides which Python. */
function lockDigest(
  { purpose, tools, environment }: ToolchainRequest,
  plugins: readonly PinnedPlugin[],
): string {
  const { cliRelease, trust } = purpose;
  return keyOf(
    cliRelease,
    trust,
    tools,
    plugins,
    ansibleLock,
    standalonePython,
    environment['ImageOS'] ?? '',
  );
}

function surroundings({ http, environment, log, signal }: ToolchainRequest, store: ToolStore) {
  return { store, http, environment, log, signal };
}

/** All results, or all problems in one error: a person should not mend one tool per run. */
async function everyOne<const T extends readonly Promise<unknown>[]>(
  promises: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(promises);
  const failures = settled.flatMap((result) =>
    result.status === 'rejected' ? [result.reason as unknown] : [],
  );
  if (failures.length === 0)
    return (await Promise.all(promises)) as { -readonly [K in keyof T]: Awaited<T[K]> };
  if (failures.length === 1) throw failures[0];
  const explained = failures.filter((failure) => failure instanceof ActionError);
  throw new ActionError(`${failures.length} of the tools could not be installed.`, {
    problems: failures.flatMap((failure) =>
      failure instanceof ActionError
        ? [failure.headline, ...failure.problems.map((problem) => `  ${problem}`)]
        : [errorMessage(failure)],
    ),
    fix: [...new Set(explained.flatMap(({ fix }) => fix ?? []))].join('\n'),
    cause: new AggregateError(failures),
  });
}
