import type { Log } from '../../../src/log.ts';

/** A log whose lines a test can read. */
export function collectedLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    info: (text) => lines.push(text),
    warning: (text) => lines.push(`warning: ${text}`),
    startGroup: () => {},
    endGroup: () => {},
  };
}
