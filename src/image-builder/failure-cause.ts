import { AnsibleFailure } from './ansible-failure.ts';
import type { LogLine } from './log-line.ts';

/** Why a build failed, as far as its log tells. */
export interface FailureCause {
  readonly phase: string;
  /** The line that matters, without the prefixes of Packer; the lines of a longer message are joined. */
  readonly line: string;
  /** The make target that failed first. */
  readonly makeTarget?: string;
  /** What had failed before the build was cancelled. */
  readonly earlier?: string;
}

interface Telling {
  readonly phase: string;
  readonly line: string;
}

interface Rule {
  readonly sources: readonly LogLine['source'][];
  readonly pattern: RegExp;
}

const any = ['tool', 'packer', 'cli'] as const;

/** A failure of Packer that only repeats what was said above it. */
const echo = /: (?:Build was (?:halted|cancelled)\.|Error executing Ansible: Non-zero exit status.*)$/;
/** Errors that every vSphere build prints whose user may not delete or power off, and what Packer gets over. */
const harmless =
  /^Executing Ansible:|^Running GOSS|Permission to perform this operation was denied|^Provisioner failed with|^Provisioning step had errors|retry limit reached|^Trying |did not match, removing|ran successfully|(?:failed|errors?): 0\b/i;

/** What takes more than one line to recognize has its rank among the rules, and its own code. */
const notByOneLine: Rule = { sources: [], pattern: /^$/ };

/** The first rule that ever matched wins over later ones; inside a rule the first line wins, later ones are echo. */
const rules = {
  disk: { sources: any, pattern: /no space left on device|ENOSPC/i },
  cancelled: {
    sources: ['tool'],
    pattern:
      /^Cancelling build after receiving|^Cleanly cancelled builds|^Build '[^']+' errored .*cancelled\.$/,
  },
  ansible: notByOneLine,
  goss: notByOneLine,
  packer: { sources: ['tool'], pattern: /^Build '[^']+' errored after [^:]+: / },
  panic: { sources: ['tool'], pattern: /^panic: |^fatal error: / },
  step: {
    sources: ['packer'],
    pattern:
      /\berrors?\b|\bfail(?:ed|ure)\b|Timeout waiting|Cancelling provisioner after|ServerFaultCode|unable to|denied/i,
  },
  echo: { sources: ['tool'], pattern: /^Build '[^']+' errored after / },
  plugin: { sources: ['tool'], pattern: /^Failed getting the "[^"]+" plugin:|^Error: Failed to / },
  command: {
    sources: ['tool'],
    pattern:
      /^(?:curl|git|fatal|ERROR|Error|error|yq|jq|tar|gzip|unzip|sha256sum|openssl|wget|pip3?|E|\S*Error): ?|^ERROR! |^OpenSSL version must be |^openssl or openssl11 /,
  },
  check: {
    sources: ['tool'],
    pattern:
      /returned non-200 HTTP status|^[A-Z_]+ is empty$|^[A-Z_]+ cannot be automatically determined|version of ansible-core .* does not match|: FAILED$|^Patch failed at /,
  },
  shell: {
    sources: ['tool'],
    pattern: /: (?:command not found|not found|No such file or directory|Permission denied)$|: cannot /,
  },
  make: { sources: ['tool'], pattern: /^make(?:\[\d+\])?: \*\*\* / },
} as const satisfies Record<string, Rule>;

type RuleName = keyof typeof rules;
const ruleNames = Object.keys(rules) as RuleName[];

/** No line that this does not match can be a cause: one look instead of a dozen. */
const anyRule = new RegExp(ruleNames.map((name) => `(?:${rules[name].pattern.source})`).join('|'), 'i');

const blockStart = /^Build '|^Failed getting |^Error: /;
/** How many lines a multi-line error of Packer may have, and how long a shown one may be. */
const longestBlock = 20;
const longestLine = 2000;
/** What of a line is looked at: patterns take their time with 64 KB, and no tool fails by that many words. */
const longestTold = 8 * 1024;
const mostTests = 5;

export class CauseFinder {
  readonly #found = new Map<RuleName, Telling>();
  readonly #ansible = new AnsibleFailure();
  #openBlock: { rule: RuleName; lines: string[] } | undefined;
  #isTestFailed = false;
  #failedTests: string[] = [];
  #makeTarget: string | undefined;
  #lastLine = '';
  #lastCliLine = '';

  read(line: LogLine, phase: string): void {
    const { source, text } = line;
    if (this.#openBlock !== undefined && source !== 'cli') this.#continueBlock(line, this.#openBlock);
    if (text === '') return;
    this.#lastLine = text;
    if (source === 'cli') this.#lastCliLine = text;
    if (source === 'builder' || source === 'packer') {
      this.#ansible.read(text, phase);
      if (source === 'builder') {
        if (phase.startsWith('Test')) this.#readTest(text, phase);
        else if (!phase.startsWith('Provision')) this.#noteFullDisk(text, phase);
        return;
      }
    }
    const telling = text.length > longestTold ? { ...line, text: text.slice(0, longestTold) } : line;
    if (anyRule.test(telling.text)) this.#note(telling, phase);
  }

  /** The most telling line so far; undefined for a log that says nothing at all. */
  cause(phase: string): FailureCause | undefined {
    const ansible = this.#ansible.failure();
    const tellings = new Map(this.#found);
    if (ansible !== undefined) tellings.set('ansible', ansible);
    const rule = ruleNames.find((name) => tellings.has(name));
    const found = rule === 'packer' ? this.#wholeError() : rule && tellings.get(rule);
    const makeTarget = this.#makeTarget && { makeTarget: this.#makeTarget };
    if (found !== undefined) {
      const earlier = rule === 'cancelled' && ansible && { earlier: cut(ansible.line) };
      return { phase: found.phase, line: cut(found.line), ...makeTarget, ...earlier };
    }
    const line = this.#lastCliLine || this.#lastLine;
    return line === '' ? undefined : { phase, line: cut(line), ...makeTarget };
  }

  /** Packer's summary of its error; the error itself where the summary was cut off, as by a kill. */
  #wholeError(): Telling | undefined {
    const summary = this.#found.get('packer');
    const step = this.#found.get('step');
    const message = summary?.line.replace(/^Build '[^']+' errored after [^:]+: /, '') ?? '';
    return step?.line.startsWith(message) && step.line.length > message.length ? step : summary;
  }

  /** What the builder itself says outside of provisioning is about the disk of this machine, not the image's. */
  #noteFullDisk(text: string, phase: string): void {
    if (rules.disk.pattern.test(text) && !this.#found.has('disk'))
      this.#found.set('disk', { phase, line: text });
  }

  #note({ source, text }: LogLine, phase: string): void {
    for (const name of ruleNames) {
      const rule: Rule = rules[name];
      if (this.#found.has(name) || !rule.sources.includes(source) || !rule.pattern.test(text)) continue;
      if (name === 'packer' && echo.test(text)) continue;
      if (name === 'step' && harmless.test(text)) continue;
      if (name === 'make') this.#makeTarget ??= /\*\*\* \[(?:\S+: )?([^\]]+)\]/.exec(text)?.[1];
      this.#found.set(name, { phase, line: text });
      if (blockStart.test(text)) this.#openBlock = { rule: name, lines: [text] };
      return;
    }
  }

  /** Some errors of Packer go on over several lines, up to an empty one. */
  #continueBlock({ source, text }: LogLine, block: { rule: RuleName; lines: string[] }): void {
    if (source === 'tool' && /^make(?:\[\d+\])?: /.test(text)) return;
    if (/^(?:$|==>|Usage:)/.test(text) || source === 'packer' || block.lines.length >= longestBlock) {
      this.#openBlock = undefined;
      return;
    }
    block.lines.push(text.trim().slice(0, longestLine));
    const phase = this.#found.get(block.rule)?.phase ?? '';
    this.#found.set(block.rule, { phase, line: block.lines.join(' ') });
  }

  /** Goss prints its results as JSON over many lines; the verdict of a test stands before its summary. */
  #readTest(text: string, phase: string): void {
    if (text.includes('"successful": false')) this.#isTestFailed = true;
    const summary = this.#isTestFailed && /"summary-line": "((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
    if (!summary) return;
    this.#isTestFailed = false;
    if (this.#failedTests.length >= mostTests) return;
    this.#failedTests.push(summary.replaceAll(/\\n\s*/g, ' '));
    this.#found.set('goss', { phase, line: `Goss: ${this.#failedTests.join('; ')}` });
  }
}

function cut(line: string): string {
  return line.length > longestLine ? `${line.slice(0, longestLine)} …` : line;
}
