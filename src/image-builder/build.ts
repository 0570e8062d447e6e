import { constants, createWriteStream, type WriteStream } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { ActionError, errorMessage } from '../action-error.ts';
import type { Log } from '../log.ts';
import type { EksaRelease } from '../release/eksa-release.ts';
import { isDevelopmentBuild } from '../release/version.ts';
import { BuildFailure } from './build-failure.ts';
import { BuildLog } from './build-log.ts';
import type { Command } from './command.ts';
import { explainFailure } from './explain-failure.ts';
import { Heartbeat } from './heartbeat.ts';
import { type PhaseTime, phaseAnchor } from './log-phases.ts';
import { type Exit, runInGroup } from './run-in-group.ts';
import { noteFarewell, noteGroup, type WorkFolder } from './work-folder.ts';

export interface BuildRun {
  readonly command: Command;
  readonly release: EksaRelease;
  readonly folder: WorkFolder;
  /** Absent for a build that leaves no file here. */
  readonly outputName?: string;
  /** Where the whole log goes, redacted. */
  readonly logPath: string;
  readonly log: Log;
  readonly redact: (text: string) => string;
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal;
  readonly timeoutMinutes: number;
  /** From 1; the log of a further attempt is added to that of the one before. */
  readonly attempt: number;
  /** Told a password that an old release makes up itself and prints; it must be masked from then on. */
  readonly onSecret?: (secret: string) => void;
}

export interface BuildResult {
  /** The file the CLI left, as it named it; absent when none was expected. */
  readonly outputPath?: string;
  readonly phases: readonly PhaseTime[];
}

/** How often to look whether the build has been silent for long. */
const heartbeatMilliseconds = 5_000;

/**
 * Runs one build to its end and believes nothing but the proof of it: exit code 0, the CLI's last line, and the
 * file. ("Image Build Successful" is printed before the output is moved, and stands above a panic as well.)
 *
 * @throws ActionError that names the phase and the line that matters.
 */
export async function runBuild(run: BuildRun): Promise<BuildResult> {
  const buildLog = new BuildLog(run.onSecret && { onTemplateSecret: run.onSecret });
  const heartbeat = new Heartbeat(buildLog, (text) => run.log.info(text));
  const mismatch = new AbortController();
  const timeout = AbortSignal.timeout(Math.max(1, Math.round(run.timeoutMinutes * 60_000)));
  const logFile = createWriteStream(run.logPath, { mode: 0o600, flags: run.attempt === 1 ? 'w' : 'a' });
  const logWritten = finished(logFile);
  logWritten.catch(() => {});

  run.log.startGroup(buildLog.phase);
  run.log.info(`$ ${[run.command.file, ...run.command.args].join(' ')}`);
  const beat = setInterval(() => heartbeat.beat(), heartbeatMilliseconds).unref();
  let exit: Exit;
  try {
    exit = await runInGroup(run.command, {
      workingDirectory: run.folder.build,
      cancelled: run.signal,
      stopped: AbortSignal.any([timeout, mismatch.signal]),
      onStart: (group) => noteGroup(run.folder.path, group),
      onFarewell: () => noteFarewell(run.folder.path),
      onLine: (line) => {
        if (showLine(line, buildLog, logFile, run)) heartbeat.heard();
        refuseOtherRelease(buildLog, run.release, mismatch);
      },
    });
  } catch (error) {
    throw error === timeout.reason ? timedOut(run, buildLog) : error;
  } finally {
    clearInterval(beat);
    run.log.endGroup();
    logFile.end();
  }
  const logFailure = await logWritten.then(
    () => undefined,
    (error: unknown) => error,
  );

  const { outputName } = run;
  const outputPath = outputName === undefined ? undefined : join(run.folder.build, outputName);
  if (exit.code === 0 && buildLog.facts.isSuccessful) await requireOutput(outputPath, run);
  else throw buildLog.facts.isWithoutOutput ? await noOutput(run) : await failedBuild(exit, buildLog, run);
  if (logFailure !== undefined) throw unwrittenLog(run.logPath, logFailure);
  return { ...(outputPath && { outputPath }), phases: buildLog.phases() };
}

/** Shows what of a line is for people; whether there was anything. */
function showLine(line: string, buildLog: BuildLog, logFile: WriteStream, run: BuildRun): boolean {
  const { phase, ended, text, kept } = buildLog.read(line);
  if (kept !== undefined) logFile.write(`${run.redact(kept)}\n`);
  if (phase !== undefined) {
    run.log.endGroup();
    if (ended !== undefined) run.log.info(ended);
    run.log.startGroup(phase);
  }
  if (text === undefined) return false;
  run.log.info(text);
  return true;
}

/**
 * The CLI reads the release manifest itself, unsigned and unchecked. What it builds must be what was verified:
 * the commit is in the signed part of the bundle. Development builds of one commit differ in what they consist of,
 * and of these the CLI takes the newest: there the bundle must be the same.
 */
function refuseOtherRelease(buildLog: BuildLog, release: EksaRelease, mismatch: AbortController): void {
  const { buildToolingCommit: commit, bundleManifestUrl: bundle } = buildLog.facts;
  if (mismatch.signal.aborted) return;
  const isDevelopment = isDevelopmentBuild(release.version);
  const isOtherBundle = isDevelopment && bundle !== undefined && bundle !== release.bundleManifestUrl;
  const isOtherCommit = commit !== undefined && commit !== release.buildToolingCommit;
  if (!isOtherBundle && !isOtherCommit) return;
  mismatch.abort(
    new ActionError('The image-builder CLI is building another release than the verified one.', {
      problems: [
        `verified: ${release.version}, build-tooling commit ${release.buildToolingCommit} (from ${release.bundleManifestUrl})`,
        `the CLI took ${commit ? `the commit ${commit}` : 'another bundle'} (from ${bundle ?? 'its own manifest'})`,
      ],
      ...(isDevelopment
        ? {
            why: 'The CLI always takes the newest development build, and AWS has published one since.',
            fix: 'Run the job again: it resolves the newest one again.',
          }
        : {
            why: 'The CLI downloads the release manifest a second time; between here and there something answers differently.',
            fix: 'Look for a proxy or mirror that serves an old or changed manifest to one of the two.',
          }),
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
    `The build was ended after ${Math.ceil(run.timeoutMinutes)} minutes, in the phase "${buildLog.phase}".`,
    {
      ...(cause && { problems: [run.redact(`last telling line: ${cause.line}`)] }),
      why: `It was waiting for ${run.redact(buildLog.waitingFor())}.`,
      fix: `Read the log (${run.logPath}); a slower runner needs a larger \`build-timeout\`.`,
    },
  );
}

async function failedBuild(exit: Exit, buildLog: BuildLog, run: BuildRun): Promise<ActionError> {
  const failure = await explainFailure(buildLog, run.folder.build);
  const how = `The image-builder CLI ${describeExit(exit)}`;
  if (failure === undefined) {
    return new ActionError(`${how} without any output.`, {
      fix: `Run it on the runner: ${run.command.file} version`,
    });
  }
  return new BuildFailure(`The build failed in the phase "${failure.phase}".`, {
    problems: failure.problems.map((problem) => run.redact(problem)),
    why: [failure.why, `${how}.`].filter(Boolean).join(' '),
    fix: [failure.fix, `The whole log: ${run.logPath}`].filter(Boolean).join('\n'),
    help: `troubleshooting/build.md#${failure.knownCause ?? phaseAnchor(failure.phase)}`,
    isTransient: failure.isTransient,
  });
}

function describeExit({ code, signal }: Exit): string {
  if (signal === 'SIGKILL') return 'was killed (SIGKILL): by hand, or by the kernel for lack of memory';
  if (signal !== null) return `was ended by ${signal}`;
  if (code === 2) return 'crashed (exit code 2, a Go panic)';
  return `ended with exit code ${code}`;
}

async function requireOutput(path: string | undefined, run: BuildRun): Promise<void> {
  if (path === undefined) return;
  const isThere = await access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
  if (!isThere) throw await noOutput(run);
}

async function noOutput(run: BuildRun): Promise<ActionError> {
  const found = await readdir(run.folder.build).catch((error: unknown) => [errorMessage(error)]);
  return new ActionError('The image-builder CLI reported success but left no image.', {
    problems: [`expected ${run.outputName}; found ${found.join(', ') || 'nothing'}`],
    fix: `Read the whole log: ${run.logPath}`,
  });
}
