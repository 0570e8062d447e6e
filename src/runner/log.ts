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

/** What ICU's collation overlooks: controls, format characters, marks, and five letters that only fill space. */
const overlooked = String.raw`[[\p{Cc}\p{Cf}\p{M}\p{DI}\u0640\u07fa\u180a\u1cd3\ufe73]--[\r\n]]`;
const commandStart = new RegExp(`^([${overlooked}[\\s--[\\r\\n]]]*):(?=${overlooked}*:)`, 'gmv');
const oldCommandStart = new RegExp(`#(?=${overlooked}*#${overlooked}*\\[)`, 'gv');

/**
 * A line of a child process or a remote server must not act as a workflow command: the runner obeys `::name::`
 * at the start of a line and `##[name]` anywhere in one (actions/runner, `ActionCommand.cs`). It compares by
 * culture, so what ICU overlooks must not hide a command here, nor can it break one: a backslash does.
 */
export function harmless(text: string): string {
  return text.replace(commandStart, '$1\\:').replace(oldCommandStart, '#\\');
}
