import type { Log } from '../log.ts';

const intervalMs = 10_000;

/** A line every ten seconds, so that a slow download does not look like one that hangs. */
export function logProgress(log: Log, total: number): (received: number) => void {
  const started = performance.now();
  let next = started + intervalMs;
  return (received) => {
    const now = performance.now();
    if (now < next) return;
    next = now + intervalMs;
    const rate = received / 1e6 / ((now - started) / 1000);
    log.info(
      `${megabytes(received)} of ${megabytes(total)} MB (${Math.floor((100 * received) / total)} %), ${rate.toFixed(1)} MB/s`,
    );
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
