import { setTimeout as sleep } from 'node:timers/promises';
import { errorMessage } from '../action-error.ts';
import { isTransient, NetworkFailure, StatusFailure, transferError } from './transfer-failure.ts';

export interface RetryPolicy {
  /** Failures in a row, without new bytes in between, after which a transfer is given up. */
  readonly attempts: number;
  /** The first pause; each further one is twice as long, half of it at random. */
  readonly baseDelayMs: number;
  /** No pause is longer, whatever `Retry-After` asks for. */
  readonly maxDelayMs: number;
}

/** Told before each pause. */
export interface RetryNotice {
  readonly what: string;
  readonly reason: string;
  readonly failures: number;
  readonly delayMs: number;
}

export interface Retries {
  readonly policy: RetryPolicy;
  readonly what: string;
  readonly onRetry: ((notice: RetryNotice) => void) | undefined;
  /** How far the transfer ever came. Failures are counted anew once it comes substantially further. */
  readonly progress?: () => number;
}

/** A transfer that moves on, however haltingly, goes on: progress only grows, so this ends. */
const substantialProgress = 1024 * 1024;

/**
 * Runs a transfer until it succeeds, fails for good, or has failed too often.
 *
 * @throws ActionError for failures of the network; anything else as it is.
 */
export async function withRetries<T>(retries: Retries, attempt: () => Promise<T>): Promise<T> {
  const { policy, what, progress = () => 0 } = retries;
  let failures = 0;
  let reached = 0;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof StatusFailure || error instanceof NetworkFailure)) throw error;
      const now = progress();
      failures += 1;
      if (now >= reached + substantialProgress) {
        failures = 1;
        reached = now;
      }
      if (failures >= policy.attempts || !isTransient(error)) throw transferError(error, what, failures);
      const delayMs = pause(policy, failures, error);
      retries.onRetry?.({ what, reason: errorMessage(error), failures, delayMs });
      await sleep(delayMs);
    }
  }
}

function pause(policy: RetryPolicy, failures: number, error: StatusFailure | NetworkFailure): number {
  const backoff = policy.baseDelayMs * 2 ** (failures - 1) * (0.5 + Math.random() / 2);
  const asked = error instanceof StatusFailure ? (error.retryAfterMs ?? 0) : 0;
  return Math.min(Math.max(backoff, asked), policy.maxDelayMs);
}
