import type { BuildableSpec } from '../plan/node-image-spec.ts';
import { hasOsFlags } from '../release/support-matrix.ts';
import { isDevelopmentBuild } from '../release/version.ts';

/** A child process as it will be started: never a shell, never a joined string. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

export interface ArgumentOptions {
  readonly spec: BuildableSpec;
  /** The file for `--<hypervisor>-config`; Ubuntu on bare metal has defaults without one. */
  readonly configPath?: string;
  /** The file for `--files-config`. */
  readonly filesPath?: string;
  /** The file for `--manifest-tarball`; the build is air-gapped. */
  readonly manifestTarball?: string;
  /** The release whose CLI runs, where it is another one: it decides which flags there are. */
  readonly cliRelease?: string | undefined;
}

/**
 * The arguments of `image-builder build`. The release goes in by its exact version: the CLI matches by substring. A
 * development build is chosen by the environment, whatever the flag says, and before v0.17 a release is, too.
 */
export function buildArguments(options: ArgumentOptions): readonly string[] {
  const { spec, configPath, filesPath, manifestTarball } = options;
  const { cliRelease = spec.eksaVersion } = options;
  const release = isDevelopmentBuild(spec.eksaVersion) ? 'v0.0.0-dev' : spec.eksaVersion;
  return [
    'build',
    ...['--os', spec.os],
    ...['--hypervisor', spec.hypervisor],
    ...['--release-channel', spec.releaseChannel],
    ...(hasOsFlags(cliRelease) ? ['--eksa-release', release, '--os-version', spec.osVersion] : []),
    ...(spec.firmware ? ['--firmware', spec.firmware] : []),
    ...(spec.builder === 'clone' ? ['--builder', 'clone'] : []),
    ...(configPath ? [`--${spec.hypervisor}-config`, configPath] : []),
    ...(filesPath ? ['--files-config', filesPath] : []),
    // Every version of the documentation says --airgapped, which no CLI has ever known.
    ...(manifestTarball ? ['--air-gapped', '--manifest-tarball', manifestTarball] : []),
  ];
}
