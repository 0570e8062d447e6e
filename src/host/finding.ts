/** How a finding bears on the build: nothing to do, may go wrong, cannot work. */
export type HostVerdict = 'good' | 'doubtful' | 'bad';

/** One thing that was looked at. */
export interface Finding {
  /** Short: it is a cell of a table. */
  readonly what: string;
  readonly found: string;
  readonly needed: string;
  readonly verdict: HostVerdict;
  /** What to do about it; only where the verdict is not good, or where good news comes with a catch. */
  readonly fix?: string;
}

/** Where the kernel tells about the machine; a test gives folders of its own. */
export interface KernelFiles {
  readonly proc: string;
  readonly sys: string;
}

export const kernelFiles: KernelFiles = { proc: '/proc', sys: '/sys' };

export const gibibyte = 1024 ** 3;

/** `12.3 GiB` */
export function inGiB(bytes: number): string {
  return `${(bytes / gibibyte).toFixed(1)} GiB`;
}
