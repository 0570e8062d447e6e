import { CauseFinder, type FailureCause } from './failure-cause.ts';
import { type LogLine, parseLine } from './log-line.ts';
import { NoiseFilter } from './log-noise.ts';
import { duration, lastPhase, type PhaseTime, PhaseTracker } from './log-phases.ts';
import { TemplateFilter } from './log-templates.ts';

/**
 * Reads the log of a build while it streams: which phase it is in, which line matters when it fails, and what is
 * noise. The grammar is that of the image-builder CLI, make, Packer and Ansible as they print together.
 */

/** One line and what to do with it. */
export interface LogEvent {
  /** The phase that this line begins, when it begins one. */
  readonly phase?: string;
  /** What to say about the phase that it ends: "Download the ISO took 1 min 5 s." */
  readonly ended?: string;
  /** What to show, sometimes several lines; absent for noise. */
  readonly text?: string;
  /** What the kept log holds: noise as well, but no rendered template. */
  readonly kept?: string;
}

/** What the CLI said about itself. */
export interface BuildFacts {
  buildToolingCommit?: string | undefined;
  bundleManifestUrl?: string | undefined;
  /** The CLI's last line of a good build was seen. */
  isSuccessful: boolean;
  /** It said that the image is built, and then crashed because there is none. */
  isWithoutOutput: boolean;
}

export interface BuildLogOptions {
  /** Told the SSH password that a release before v0.20.11 makes up and prints in its templates. */
  readonly onTemplateSecret?: (secret: string) => void;
  /** Milliseconds, never running backwards. */
  readonly now?: () => number;
}

const success = 'Build Successful. Output artifacts located at current working directory';

export class BuildLog {
  readonly facts: BuildFacts = { isSuccessful: false, isWithoutOutput: false };
  readonly #templates: TemplateFilter;
  readonly #noise = new NoiseFilter();
  readonly #phases: PhaseTracker;
  #causes = new CauseFinder();

  constructor({ onTemplateSecret, now = () => performance.now() }: BuildLogOptions = {}) {
    this.#templates = new TemplateFilter(onTemplateSecret);
    this.#phases = new PhaseTracker(now);
  }

  get phase(): string {
    return this.#phases.name;
  }

  get secondsInPhase(): number {
    return this.#phases.seconds;
  }

  /** Every phase so far with its duration, the present one included. */
  phases(): PhaseTime[] {
    return this.#phases.times();
  }

  /** What the build waits for now, in words that go on after "waiting for". */
  waitingFor(): string {
    return this.#phases.waitsFor;
  }

  /** Takes one line, without its line end, of stdout or stderr. */
  read(raw: string): LogEvent {
    const line = parseLine(raw);
    if (this.#templates.drops(line)) return {};
    const kept = this.#noise.keep(line);
    if (line.text === '') {
      this.#causes.read(line, this.phase);
      return kept === undefined ? { kept: '' } : { text: kept, kept };
    }
    if (kept === undefined) return { kept: line.text };
    return this.#readTelling(line, kept);
  }

  /** The most telling line so far; undefined for a log that says nothing at all. */
  cause(): FailureCause | undefined {
    return this.#causes.cause(this.phase);
  }

  #readTelling(line: LogLine, kept: string): LogEvent {
    if (line.source === 'cli') this.#noteCliLine(line.text);
    if (this.phase === lastPhase && line.text.startsWith('panic: ')) this.facts.isWithoutOutput = true;
    const ended = this.#phases.follow(line);
    if (ended !== undefined && line.text.startsWith('Reading EKS-A Manifest'))
      this.#causes = new CauseFinder();
    this.#causes.read(line, this.phase);
    const count = this.#templates.takeCount();
    const text = count === 0 ? kept : `(${count} lines of rendered templates left out)\n${kept}`;
    return ended === undefined
      ? { text, kept: text }
      : { phase: this.#phases.title, ended: describe(ended), text, kept: text };
  }

  #noteCliLine(text: string): void {
    this.facts.isSuccessful = text === success;
    this.facts.buildToolingCommit ??= /^Checking out commit ([0-9a-f]{40}) for build/.exec(text)?.[1];
    this.facts.bundleManifestUrl ??= /^Fetching git commit from bundle manifest: (\S+)/.exec(text)?.[1];
  }
}

function describe({ name, seconds, tasks }: PhaseTime): string {
  return `${name} took ${duration(seconds)}${tasks === undefined ? '' : `, ${tasks} tasks`}.`;
}
