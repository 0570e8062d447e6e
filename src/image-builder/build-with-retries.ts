import { type BuildResult, type BuildRun, runBuild } from './build.ts';
import { BuildFailure } from './build-failure.ts';
import { emptyBuild } from './work-folder.ts';

/** A build and how it came about. */
export interface RetriedBuild extends BuildResult {
  readonly attemptsUsed: number;
  /** All attempts together. */
  readonly durationSeconds: number;
}

/** What is left of the time-out must be worth another attempt. */
const shortestAttemptMinutes = 5;

/**
 * Runs a build up to `attempts` times, all within its time-out, and again only for reasons that may pass. Each
 * attempt starts in empty folders, because the CLI refuses to clone into what the last one left.
 *
 * @throws what {@link runBuild} throws at the last attempt
 */
export async function buildWithRetries(
  run: Omit<BuildRun, 'attempt'>,
  attempts: number,
): Promise<RetriedBuild> {
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  for (let attempt = 1; ; attempt += 1) {
    const minutesLeft = run.timeoutMinutes - elapsed() / 60;
    try {
      const result = await runBuild({ ...run, attempt, timeoutMinutes: minutesLeft });
      return { ...result, attemptsUsed: attempt, durationSeconds: Math.round(elapsed()) };
    } catch (error) {
      const isWorthIt = error instanceof BuildFailure && error.isTransient && attempt < attempts;
      const hasTime =
        run.timeoutMinutes - elapsed() / 60 >= Math.min(shortestAttemptMinutes, run.timeoutMinutes / 2);
      if (!isWorthIt || !hasTime || run.signal.aborted) throw error;
      run.log.warning(`Attempt ${attempt} of ${attempts} failed and is tried again: ${error.message}`);
      await emptyBuild(run.folder);
    }
  }
}
