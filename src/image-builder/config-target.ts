import type { BuildableSpec } from '../plan/node-image-spec.ts';
import type { Place } from './config-text.ts';

/** The CLI's config: every value is a string, or its JSON decoder refuses the file. */
export type BuildConfig = Readonly<Record<string, string>>;

/** What a config is checked against. */
export interface ConfigTarget
  extends Pick<BuildableSpec, 'os' | 'osVersion' | 'hypervisor' | 'builder' | 'eksaVersion'> {
  readonly isAirGapped: boolean;
  /** What becomes of a known key that this build would ignore. */
  readonly ignoredKeys: 'error' | 'warn';
  /** Whether passwords may be missing: a dry run needs none. */
  readonly secrets: 'required' | 'optional';
}

/** A config as far as it is right; what is wrong with it is among the findings. */
export interface CheckedConfig {
  readonly values: BuildConfig;
  /** Where each value stands. */
  readonly places: ReadonlyMap<string, Place>;
}
