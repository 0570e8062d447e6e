import * as core from '@actions/core';

/**
 * Everything that crosses from an action's main to its post. Never a secret: the runner keeps state in plain
 * text files.
 */
export interface SavedState {
  /** A folder of ours that must not outlive the job. */
  'work-folder'?: string;
  /** JSON: what was done to /dev/kvm, to be taken back. */
  'kvm-change'?: string;
}

export function saveState<K extends keyof SavedState>(name: K, value: NonNullable<SavedState[K]>): void {
  core.saveState(name, value);
}

export function savedState<K extends keyof SavedState>(name: K): string | undefined {
  return core.getState(name) || undefined;
}
