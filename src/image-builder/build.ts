import { constants, createWriteStream, type WriteStream } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { ActionError, errorMessage } from '../action-error.ts';
import type { Log } from '../log.ts';
import type { EksaRelease } from '../release/eksa-release.ts';
import { BuildLog } from './build-log.ts';
import type { Command } from './command.ts';
import { type Exit, runInGroup } from './process-group.ts';

export interface BuildRun {
  readonly command: Command;
  readonly release: EksaRelease;
  /** The CLI's working directory; empty before, and the output's place after. */
  readonly workFolder: string;
  readonly outputName: string;
  /** Where the whole log goes, redacted. */
  readonly logPath: string;
  readonly log: Log;
  readonly redact: (text: string) => string;
  readonly signal: AbortSignal;
  readonly timeoutMinutes: number;
  readonly onStart: (identity: string) => void;
}

export interface BuildResult {
  /** The file the CLI left, as it named it. */
  readonly outputPath: string;
  readonly durationSeconds: number;
}

/**
 * Runs one build to its end and believes nothing but the proof of it: exit code 0, the CLI's last line, and the
 * file. ("Image Build Successful" is printed before the output is moved, and stands above a panic as well.)
 *
 * @throws ActionError that names the phase and the line that matters.
 */
export async function runBuild(run: BuildRun): Promise<BuildResult> {
  const started = performance.now();
  const buildLog = new BuildLog();
  const mismatch = new AbortController();
  const timeout = AbortSignal.timeout(run.timeoutMinutes * 60_000);
  const logFile = createWriteStream(run.logPath, { mode: 0o600 });
  const logWritten = finished(logFile);
  logWritten.catch(() => {});

  run.log.startGroup(buildLog.phase);
  run.log.info(`$ ${[run.command.file, ...run.command.args].join(' ')}`);
  let exit: Exit;
  try {
    exit = await runInGroup(run.command, {
      workingDirectory: run.workFolder,
      signal: AbortSignal.any([run.signal, timeout, mismatch.signal]),
      onStart: run.onStart,
      onLine: (line) => {
        showLine(line, buildLog, logFile, run);
        refuseOtherRelease(buildLog, run.release, mismatch);
      },
    });
  } catch (error) {
    throw timeout.aborted ? timedOut(run, buildLog) : error;
  } finally {
    run.log.endGroup();
    logFile.end();
  }
  const logFailure = await logWritten.then(
    () => undefined,
    (error: unknown) => error,
  );

  const outputPath = join(run.workFolder, run.outputName);
  if (exit.code === 0 && buildLog.facts.isSuccessful) await requireOutput(outputPath, run);
  else throw buildLog.facts.isWithoutOutput ? await noOutput(run) : failedBuild(exit, buildLog, run);
  if (logFailure !== undefined) throw unwrittenLog(run.logPath, logFailure);
  return { outputPath, durationSeconds: Math.round((performance.now() - started) / 1000) };
}

function showLine(line: string, buildLog: BuildLog, logFile: WriteStream, run: BuildRun): void {
  const { phase, text } = buildLog.read(line);
  if (phase !== undefined) run.log.startGroup(phase);
  if (text === undefined) return;
  run.log.info(text);
  logFile.write(`${run.redact(text)}\n`);
}

/**
 * The CLI reads the release manifest itself, unsigned and unchecked. What it builds must be what was verified:
 * the commit is in the signed part of the bundle.
 */
function refuseOtherRelease(buildLog: BuildLog, release: EksaRelease, mismatch: AbortController): void {
  const { buildToolingCommit } = buildLog.facts;
  if (mismatch.signal.aborted || buildToolingCommit === undefined) return;
  if (buildToolingCommit === release.buildToolingCommit) return;
  mismatch.abort(
    new ActionError('The image-builder CLI is building another release than the verified one.', {
      problems: [
        `verified: ${release.version}, build-tooling commit ${release.buildToolingCommit}`,
        `the CLI checked out ${buildToolingCommit} (from ${buildLog.facts.bundleManifestUrl ?? 'its own manifest'})`,
      ],
      why: 'The CLI downloads the release manifest a second time; between here and there something answers differently.',
      fix: 'Look for a proxy or mirror that serves an old or changed manifest to one of the two.',
    }),
  );
}

function unwrittenLog(path: string, cause: unknown): ActionError {
  return new ActionError(`The image was built, but its log could not be written: ${path}`, {
    problems: [errorMessage(cause)],
    fix: 'Free space on the disk of `destination`.',
    cause,
  });
}

function timedOut(run: BuildRun, buildLog: BuildLog): ActionError {
  const cause = buildLog.cause();
  return new ActionError(
    `The build was ended after ${run.timeoutMinutes} minutes, in the phase "${buildLog.phase}".`,
    {
      ...(cause && { problems: [`last telling line: ${cause.line}`] }),
      fix: `Read the log (${run.logPath}); a slower machine needs a larger \`build-timeout\`.`,
    },
  );
}

function failedBuild(exit: Exit, buildLog: BuildLog, run: BuildRun): ActionError {
  const cause = buildLog.cause();
  const how = describeExit(exit);
  if (cause === undefined) {
    return new ActionError(`The image-builder CLI ${how} without a word.`, {
      fix: `Try it by hand: ${run.command.file} version`,
    });
  }
  return new ActionError(`The build failed in the phase "${cause.phase}".`, {
    problems: [cause.line],
    why: `The image-builder CLI ${how}.`,
    fix: adviceFor(cause.line) ?? `Read the whole log: ${run.logPath}`,
  });
}

function describeExit({ code, signal }: Exit): string {
  if (signal === 'SIGKILL') return 'was killed (SIGKILL): by hand, or by the kernel for lack of memory';
  if (signal !== null) return `was ended by ${signal}`;
  if (code === 2) return 'crashed (exit code 2, a Go panic)';
  return `ended with exit code ${code}`;
}

function adviceFor(line: string): string | undefined {
  if (/No space left on device|ENOSPC/.test(line)) {
    return 'Free space on the disk of RUNNER_TEMP: a build needs about 50 GB.';
  }
  if (/Timeout waiting for SSH/.test(line)) {
    return 'The virtual machine did not install or cannot be reached: check /dev/kvm, memory and the ISO; `ssh_timeout` in `config` allows more time (from v0.24.0).';
  }
  return undefined;
}

async function requireOutput(path: string, run: BuildRun): Promise<void> {
  const isThere = await access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
  if (!isThere) throw await noOutput(run);
}

async function noOutput(run: BuildRun): Promise<ActionError> {
  const found = await readdir(run.workFolder).catch((error: unknown) => [errorMessage(error)]);
  return new ActionError('The image-builder CLI reported success but left no image.', {
    problems: [`expected ${run.outputName}; found ${found.join(', ') || 'nothing'}`],
    fix: `Read the whole log: ${run.logPath}`,
  });
}
