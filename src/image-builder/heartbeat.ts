import type { BuildLog } from './build-log.ts';
import { duration } from './log-phases.ts';

/** How long a build may say nothing before its reader is told what it waits for. */
const silence = 60_000;

/** Speaks for a build that says nothing: an installer runs for half an hour without a word. */
export class Heartbeat {
  readonly #buildLog: BuildLog;
  readonly #say: (text: string) => void;
  readonly #now: () => number;
  #lastWord: number;

  constructor(buildLog: BuildLog, say: (text: string) => void, now: () => number = () => performance.now()) {
    this.#buildLog = buildLog;
    this.#say = say;
    this.#now = now;
    this.#lastWord = now();
  }

  /** Something was printed. */
  heard(): void {
    this.#lastWord = this.#now();
  }

  /** To be called every few seconds. */
  beat(): void {
    if (this.#now() - this.#lastWord < silence) return;
    this.heard();
    const since = duration(this.#buildLog.secondsInPhase);
    this.#say(`(${since} in this phase, waiting for ${this.#buildLog.waitingFor()})`);
  }
}
