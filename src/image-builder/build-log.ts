/**
 * Reads the log of a build while it streams: which phase it is in, which line matters when it fails, and what is
 * noise. The grammar is that of the image-builder CLI, make, Packer and Ansible as they print together.
 */

/** One line and what to do with it. */
export interface LogEvent {
  /** The phase that this line begins, when it begins one. */
  readonly phase?: string;
  /** What to show; absent for noise. */
  readonly text?: string;
}

/** Why a build failed, as far as its log tells. */
export interface FailureCause {
  readonly phase: string;
  readonly line: string;
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

const firstPhase = 'Fetch the build tooling';
const lastPhase = 'Finish';

/** Provisioners take turns; every other phase comes once, whatever later lines look like. */
const provisioning = /^(Provision|Test)/;

const phaseStarts: ReadonlyArray<readonly [pattern: RegExp, phase: string]> = [
  [/^Initiating Image Build/, 'Prepare the build'],
  [/^hack\/ensure-python\.sh/, 'Check the tools'],
  [/^Loading EKSD manifest from:/, 'Configure Packer'],
  [/(^|\/)packer build /, 'Start Packer'],
  [/^==> [^:]+: Retrieving ISO/, 'Download the ISO'],
  [/^==> [^:]+: (Starting HTTP server|Starting VM|Creating VM)/, 'Boot the virtual machine'],
  [/^==> [^:]+: Waiting for SSH to become available/, 'Install the operating system, wait for SSH'],
  [/^==> [^:]+: Connected to SSH!/, 'Provision'],
  [/^==> [^:]+: Provisioning with Ansible/, 'Provision with Ansible'],
  [/^==> [^:]+: Provisioning with Goss/i, 'Test with Goss'],
  [/^==> [^:]+: (Gracefully halting|Running post-processor)/, 'Export the image'],
  [/^Image Build Successful/, lastPhase],
];

/** The first rule that ever matched wins over later ones; inside a rule the first line wins, later ones are echo. */
const causeRules: readonly RegExp[] = [
  /No space left on device|ENOSPC/,
  /\b(fatal|failed): \[[^\]]+\].*(FAILED!|UNREACHABLE!)/,
  /^Build '[^']+' errored after (?!.*: Build was halted\.$)/,
  /Timeout waiting for SSH/,
  /^panic: /,
  /^==> [^:]+: (.*\berror\b.*)/i,
  /^Build '[^']+' errored after /,
  /^Failed getting the "[^"]+" plugin:/,
  /^(curl|git|fatal|ERROR|Error|yq|tar|gzip): ?.*/,
  /returned non-200 HTTP status/,
  /\*\*\* \[[^\]]+\] (Error \d+|Terminated|Killed)/,
];

const cliPrefix = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /;
/** Colours and other terminal control (ECMA-48 CSI sequences). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
const terminalControl = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;
const success = 'Build Successful. Output artifacts located at current working directory';
/** A crypt(3) hash, as in the rendered autoinstall templates. */
const cryptHash = /\$[156y]\$[./A-Za-z0-9$=,]+/g;

const multiLine = /^(Build '|Failed getting )/;

/** How many lines a multi-line error of Packer may have. */
const longestBlock = 20;

export class BuildLog {
  readonly facts: BuildFacts = { isSuccessful: false, isWithoutOutput: false };
  #phase = firstPhase;
  #isInTemplates = false;
  #templateLines = 0;
  #lastLine = '';
  #lastCliLine = '';
  readonly #causes: Array<FailureCause | undefined> = causeRules.map(() => undefined);
  #openBlock: { rule: number; lines: string[] } | undefined;

  get phase(): string {
    return this.#phase;
  }

  /** Takes one line, without its line end, of stdout or stderr. */
  read(raw: string): LogEvent {
    const line = raw
      .replace(terminalControl, '')
      .replace(/[\s\S]*\r(?!$)/, '')
      .trimEnd();
    const isCliLine = cliPrefix.test(line);
    const message = line.replace(cliPrefix, '').replace(cryptHash, '***');
    // The CLI's own lines come by the other pipe and may be read before the line that ends the templates.
    if (!isCliLine && this.#isTemplate(message)) return {};
    if (message !== '') this.#lastLine = message;
    if (isCliLine) this.#noteCliLine(message);

    if (this.#phase === lastPhase && message.startsWith('panic: ')) this.facts.isWithoutOutput = true;
    const phase = this.#enterPhase(message);
    this.#noteCause(message);
    const text = this.#announceTemplates() + message;
    return { ...(phase && { phase }), text };
  }

  /** The most telling line so far; undefined for a log that says nothing at all. */
  cause(): FailureCause | undefined {
    const found = this.#causes.find((cause) => cause !== undefined);
    if (found) return found;
    const line = this.#lastCliLine || this.#lastLine;
    return line === '' ? undefined : { phase: this.#phase, line };
  }

  #noteCliLine(message: string): void {
    this.#lastCliLine = message;
    this.facts.isSuccessful = message === success;
    this.facts.buildToolingCommit ??= /^Checking out commit ([0-9a-f]{40}) for build/.exec(message)?.[1];
    this.facts.bundleManifestUrl ??= /^Fetching git commit from bundle manifest: (\S+)/.exec(message)?.[1];
  }

  /**
   * hack/set-ssh-password.sh prints every rendered template, the SSH password among them, until the `packer
   * build` line: nine tenths of the log (kubernetes-sigs/image-builder#2005).
   */
  #isTemplate(message: string): boolean {
    if (message === 'hack/set-ssh-password.sh') {
      this.#isInTemplates = true;
      this.#templateLines = 0;
      return false;
    }
    if (!this.#isInTemplates) return false;
    if (/(^|\/)packer build /.test(message) || /^make(\[\d+\])?: /.test(message) || /^==> /.test(message)) {
      this.#isInTemplates = false;
      return false;
    }
    this.#templateLines += 1;
    return true;
  }

  #announceTemplates(): string {
    if (this.#isInTemplates || this.#templateLines === 0) return '';
    const count = this.#templateLines;
    this.#templateLines = 0;
    return `(${count} lines of rendered templates left out)\n`;
  }

  #enterPhase(message: string): string | undefined {
    const index = phaseStarts.findIndex(([pattern]) => pattern.test(message));
    const phase = phaseStarts[index]?.[1];
    if (phase === undefined || phase === this.#phase) return undefined;
    const current = phaseStarts.findIndex(([, name]) => name === this.#phase);
    const isTurn = provisioning.test(phase) && provisioning.test(this.#phase);
    if (index < current && !isTurn) return undefined;
    this.#phase = phase;
    return phase;
  }

  #noteCause(message: string): void {
    if (this.#openBlock !== undefined) this.#continueBlock(message, this.#openBlock);
    const rule = causeRules.findIndex((pattern) => pattern.test(message));
    if (rule < 0 || this.#causes[rule] !== undefined) return;
    this.#causes[rule] = { phase: this.#phase, line: message };
    if (multiLine.test(message)) this.#openBlock = { rule, lines: [message] };
  }

  /** Some errors of Packer go on over several lines, up to an empty one. */
  #continueBlock(message: string, block: { rule: number; lines: string[] }): void {
    if (message === '' || message.startsWith('==>') || block.lines.length >= longestBlock) {
      this.#openBlock = undefined;
      return;
    }
    block.lines.push(message.trim());
    this.#causes[block.rule] = { phase: this.#phase, line: block.lines.join(' ') };
  }
}
