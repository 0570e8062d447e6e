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
 * at the start of a line and `##[name]` anywhere in one (actions/runner, `ActionCommand.cs`).
 */
export function harmless(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, '$1:\u200b').replaceAll('##[', '#\u200b#[');
}
