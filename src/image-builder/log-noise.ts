import type { LogLine } from './log-line.ts';

/** Packer 1.9's advice about plugins, git's about detached heads, and progress meters: the same in every build. */
const boilerplate = new RegExp(
  [
    '\\++ ',
    'Warning: Bundled plugins used',
    'This template relies on the use of plugins bundled',
    'The practice of bundling external plugins',
    'upcoming version\\.$',
    'To remove this warning and ensure builds keep working',
    "external plugins with the 'packer plugins install'",
    '\\* packer plugins install ',
    'Alternatively, if you upgrade your templates to HCL2',
    "with a 'required_plugins' block",
    "You can try HCL2 by running 'packer hcl2_upgrade",
    "\\/\\S+\\.json'$",
    "You are in 'detached HEAD' state",
    'changes and commit them, and you can discard any commits',
    'state without impacting any branches by switching',
    'If you want to create a new branch to retain commits',
    'do so \\(now or later\\) by using -c with the switch',
    ' {2}git switch -',
    'Or undo this operation with:',
    'Turn off this advice by setting config variable',
    ' {2}% Total {4}% Received',
    ' +Dload {2}Upload',
    '(?=[ \\d]+ )[\\d .:kMGTP-]{60,}$',
    '(?:remote: )?(?:Receiving|Resolving|Counting|Compressing|Updating) (?:objects|deltas|files): +\\d+%(?!.*done)',
    'ERROR! Unexpected Exception, this is probably a bug: \\[Errno 32\\] Broken pipe',
    'During handling of the above exception, another exception occurred:',
  ]
    .map((start) => `^${start}`)
    .join('|'),
);

/** What is no noise by itself but a second time: the tools are checked by two make targets. */
const dependencyStart = /^hack\/ensure-|^The following are key dependencies/;
const dependencyEnd = /^make|^\*{40}|^hack\/set-ssh-password/;
const mostDependencyLines = 200;

const progress = /[\d.]+ ?[KMGT]?i?B ?\/ ?[\d.]+ ?[KMGT]?i?B.*?(\d+)(?:\.\d+)?%/;
/** A meter is short; the pattern must not be let loose on a line of 64 KB. */
const longestProgress = 400;
const mostTracebackLines = 200;

/** Decides which lines nobody needs. Remembers a little: what was said before, and an open Python traceback. */
export class NoiseFilter {
  #wasBlank = true;
  #isInDependencies = false;
  readonly #dependencies = new Set<string>();
  #lastDecile = -1;
  #traceback: string[] | undefined;

  /**
   * What to show for the line: its text, '' or several lines; undefined for noise. The lines of a traceback are
   * held back until its last one tells whether it is the harmless one of `ansible --version | head -n 1`.
   */
  keep({ source, line, text }: LogLine): string | undefined {
    if (text === '') return this.#keepBlank(source === 'tool');
    if (source === 'tool') {
      if (this.#traceback !== undefined || text.startsWith('Traceback (')) {
        const kept = this.#keepTraceback(text);
        if (kept !== 'passes') return kept;
      }
      if (boilerplate.test(text) || this.#isRepeatedDependency(text)) return undefined;
    }
    if (text.includes('%') && this.#isThinned(text)) return undefined;
    this.#wasBlank = false;
    return line;
  }

  #keepBlank(isOwnLine: boolean): string | undefined {
    if (!isOwnLine || this.#wasBlank) return undefined;
    this.#wasBlank = true;
    return '';
  }

  #isRepeatedDependency(text: string): boolean {
    if (dependencyStart.test(text)) this.#isInDependencies = true;
    else if (this.#isInDependencies && dependencyEnd.test(text)) this.#isInDependencies = false;
    if (!this.#isInDependencies) return false;
    if (this.#dependencies.has(text)) return true;
    if (this.#dependencies.size < mostDependencyLines) this.#dependencies.add(text);
    return false;
  }

  /** Packer draws the download of an ISO anew every second; one line for each tenth is enough. */
  #isThinned(text: string): boolean {
    if (text.length > longestProgress) return false;
    const percent = progress.exec(text)?.[1];
    if (percent === undefined) return false;
    const decile = Math.floor(Number(percent) / 10);
    if (decile === this.#lastDecile) return true;
    this.#lastDecile = decile;
    return false;
  }

  #keepTraceback(text: string): string | undefined {
    this.#traceback ??= [];
    const isBody = text.startsWith('Traceback (') || text.startsWith('  ');
    if (isBody && this.#traceback.length < mostTracebackLines) {
      this.#traceback.push(text);
      return undefined;
    }
    if (!/^[\w.]+(Error|Exception|Interrupt|Exit)\b/.test(text)) return 'passes';
    const lines = [...this.#traceback, text];
    this.#traceback = undefined;
    return text.startsWith('BrokenPipeError') ? undefined : lines.join('\n');
  }
}
