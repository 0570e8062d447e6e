import * as core from '@actions/core';
import type { Log } from '../log.ts';

let isGroupOpen = false;

/** Writes to the job log by workflow commands. */
export const runnerLog: Log = {
  info: (text) => core.info(harmless(text)),
  warning: (text) => core.warning(text),
  startGroup: (name) => {
    runnerLog.endGroup();
    core.startGroup(name);
    isGroupOpen = true;
  },
  endGroup: () => {
    if (isGroupOpen) core.endGroup();
    isGroupOpen = false;
  },
};

/**
 * A line of a child process or a remote server must not act as a workflow command: the runner obeys `::name::`
 * at the start of a line and `##[name]` anywhere in one (actions/runner, `ActionCommand.cs`). It compares by
 * culture, so ICU lets it overlook controls, format characters and marks: they neither hide a command from us nor
 * may they be what breaks one, hence the backslash.
 */
export function harmless(text: string): string {
  return text
    .replace(/^([[\s\p{Cc}\p{Cf}\p{M}\p{DI}]--[\r\n]]*):(?=[[\p{Cc}\p{Cf}\p{M}\p{DI}]--[\r\n]]*:)/gmv, '$1\\:')
    .replace(/#(?=[[\p{Cc}\p{Cf}\p{M}\p{DI}]--[\r\n]]*#[[\p{Cc}\p{Cf}\p{M}\p{DI}]--[\r\n]]*\[)/gv, '#\\');
}
