import { relative, resolve } from 'node:path';
import * as core from '@actions/core';
import type * as z from 'zod';
import { ActionError, errorMessage } from '../action-error.ts';
import type { Log } from '../log.ts';
import { failureSummary } from './failure-summary.ts';
import { errorHelpUrl, helpPlace, linkWarnings, withHelp } from './help-link.ts';
import { type InputSchema, readInputs, secretInputs } from './inputs.ts';
import { runnerLog } from './log.ts';
import { type Outputs, setOutputs } from './outputs.ts';
import { Secrets } from './secrets.ts';
import { writeSummary } from './summary.ts';

/** What an action's main is given. */
export interface MainContext<Inputs, Name extends string> {
  readonly inputs: Inputs;
  readonly log: Log;
  readonly secrets: Secrets;
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal;
  /** Sets outputs before main ends, for what a failed run still wants to say. */
  readonly setOutputs: (outputs: Outputs<Name>) => void;
}

/** One action: what it reads, what it says, what it does. */
export interface Action<S extends InputSchema = InputSchema, Name extends string = string> {
  readonly name: string;
  readonly inputs: S;
  readonly outputs: readonly Name[];
  /** How much room it needs, for whoever has too little: `a build needs about 50 GB`. Absent for one that writes little. */
  readonly diskNeed?: string;
  main(context: MainContext<z.output<S>, Name>): Promise<Outputs<Name>>;
  post?(log: Log): Promise<void>;
}

/** Keeps an action's types together. */
export function defineAction<S extends InputSchema, const Name extends string>(
  action: Action<S, Name>,
): Action<S, Name> {
  return action;
}

/** Runs main: an error fails the step once, with its whole message and a link as one annotation. */
export async function runMain(action: Action): Promise<void> {
  const secrets = new Secrets();
  const log = secrets.filter(linkWarnings(runnerLog, secrets));
  const cancellation = cancelOnSignal();
  try {
    maskSecretInputs(action.inputs, secrets);
    const inputs = readInputs(action.inputs, process.env);
    const outputs = await action.main({
      inputs,
      log,
      secrets,
      signal: cancellation.signal,
      setOutputs: (early) => setOutputs(early, secrets),
    });
    setOutputs(outputs, secrets);
  } catch (thrown) {
    process.exitCode = 1;
    const error = explainSystemError(thrown, action);
    if (error instanceof ActionError) markPlaces(error, secrets);
    const message = secrets.redact(errorMessage(error));
    const help = errorHelpUrl(placeOf(error), secrets);
    core.error(withHelp(message, help), { title: action.name });
    await writeSummary(failureSummary(action.name, error, help), secrets);
    if (core.isDebug() || !(error instanceof ActionError)) log.info(stackOf(error));
  } finally {
    cancellation[Symbol.dispose]();
  }
}

/** Runs post: what goes wrong while cleaning up is worth a warning, never a failed job. */
export async function runPost(action: Action): Promise<void> {
  try {
    await action.post?.(linkWarnings(runnerLog, new Secrets()));
  } catch (error) {
    core.warning(errorMessage(error), { title: action.name });
  }
}

function placeOf(error: unknown): string | undefined {
  return error instanceof ActionError ? (error.help ?? helpPlace(error.headline)) : undefined;
}

/** Shows each problem on its line of the user's file too; paths are relative to the workspace. */
function markPlaces({ places }: ActionError, secrets: Secrets): void {
  const workspace = process.env['GITHUB_WORKSPACE'] ?? process.cwd();
  for (const { file, line, text } of places) {
    const path = relative(workspace, resolve(workspace, file));
    if (!path.startsWith('..')) core.notice(secrets.redact(text), { file: path, startLine: line });
  }
}

function maskSecretInputs(schema: InputSchema, secrets: Secrets): void {
  for (const [name, type] of Object.entries(schema.shape)) {
    if (!secretInputs.has(type)) continue;
    secrets.addLines(core.getInput(name));
  }
}

/**
 * A cancelled job gets SIGINT, 7.5 seconds later SIGTERM, and is killed 2.5 seconds after that
 * (actions/runner, `ProcessInvoker.cs`).
 */
function cancelOnSignal(): Disposable & { readonly signal: AbortSignal } {
  const controller = new AbortController();
  const cancel = (name: NodeJS.Signals) =>
    controller.abort(new ActionError(`The job was cancelled (${name}).`));
  process.on('SIGINT', cancel);
  process.on('SIGTERM', cancel);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      process.off('SIGINT', cancel);
      process.off('SIGTERM', cancel);
    },
  };
}

/** The system's errors that a user can mend, wherever they were thrown. */
function explainSystemError(error: unknown, { inputs, diskNeed }: Action): unknown {
  if (error instanceof ActionError || !(error instanceof Error)) return error;
  const isMany = 'destination' in inputs.shape;
  const folders = isMany ? 'RUNNER_TEMP and `destination`' : 'RUNNER_TEMP';
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new ActionError('The disk is full.', {
        problems: [error.message],
        fix: `Free space where ${folders} ${isMany ? 'are' : 'is'}${diskNeed === undefined ? '' : `: ${diskNeed}`}.`,
        cause: error,
      });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new ActionError('A file or folder is out of reach for the user of this runner.', {
        problems: [error.message],
        fix: `Let ${folders} be ${isMany ? 'folders' : 'a folder'} that the user of the runner may write to.`,
        cause: error,
      });
    default:
      return error;
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
