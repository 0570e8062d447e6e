/** Where progress goes. The runner writes workflow commands; a test collects lines. */
export interface Log {
  info(text: string): void;
  /** Shown as an annotation of the run. */
  warning(text: string): void;
  /** Groups fold and do not nest: starting one ends the one before. */
  startGroup(name: string): void;
  endGroup(): void;
}

/** Runs `work` inside a foldable group. */
export async function inGroup<T>(log: Log, name: string, work: () => Promise<T>): Promise<T> {
  log.startGroup(name);
  try {
    return await work();
  } finally {
    log.endGroup();
  }
}
