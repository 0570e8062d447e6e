import type { LogLine } from './log-line.ts';

/**
 * What stands in place of the templates that upstream prints: hack/set-ssh-password.sh pipes each through `tee`,
 * with the SSH password and its hash, nine tenths of the whole log (kubernetes-sigs/image-builder#2005).
 */
export class TemplateFilter {
  readonly #onSecret: ((secret: string) => void) | undefined;
  readonly #secrets = new Set<string>();
  #isInside = false;
  #dropped = 0;

  constructor(onSecret?: (secret: string) => void) {
    this.#onSecret = onSecret;
  }

  /** Whether the line is one of a template, and must be seen by nobody. */
  drops(line: LogLine): boolean {
    if (!this.#isInside) {
      this.#isInside = isStart(line);
      // A template's first line tells even when the script's name was lost.
      if (!this.#isInside || line.text !== '#cloud-config') return false;
    }
    if (isEnd(line)) {
      this.#isInside = false;
      return false;
    }
    if (isFromElsewhere(line)) return false;
    this.#dropped += 1;
    this.#findSecret(line.text);
    return true;
  }

  /** How many lines were dropped since it was last asked. */
  takeCount(): number {
    const count = this.#dropped;
    this.#dropped = 0;
    return count;
  }

  #findSecret(text: string): void {
    if (this.#onSecret === undefined || text.length > longestSecretLine) return;
    const secret = plainPassword.exec(text)?.slice(1).find(Boolean);
    if (secret === undefined || this.#secrets.has(secret) || this.#secrets.size >= mostSecrets) return;
    this.#secrets.add(secret);
    this.#onSecret(secret);
  }
}

const mostSecrets = 10;
const longestSecretLine = 1000;

/** Where templates hold the password in plain text: Packer's own, kickstart and preseed. Not `{{user …}}`. */
const plainPassword =
  /"(?:ssh|winrm)_password": *"([^"{$]{4,})"|(?:--plaintext +(?:--password[= ])?|--password[= ](?=\S+ .*--plaintext))([^\s{$-]\S{3,})|passwd\/\S*password(?:-again)? password ([^\s{$]{4,})/;

function isStart({ source, text }: LogLine): boolean {
  if (source !== 'tool') return false;
  return (
    text === '#cloud-config' ||
    (text.length < 400 && /(?:^|[\s/])hack\/set-ssh-password\.sh(?:\s|$)/.test(text))
  );
}

/**
 * What stdout says after the templates. What comes by stderr is no end, because the other pipe may be read before
 * the rest of the templates: neither make's `***` nor the CLI's own lines.
 */
function isEnd({ source, text }: LogLine): boolean {
  if (source === 'packer') return true;
  if (source !== 'tool') return false;
  return /^(?:\S*\/)?packer (?:build|validate) |^make(?:\[\d+\])?: (?:Entering|Leaving) |^Build '[^']+' (?:errored|finished) |^Warning: Bundled plugins used|^-{19} \S+ Finished target=/.test(
    text,
  );
}

/** Lines on stderr that are no template's, and that a failure may need. */
function isFromElsewhere({ source, text }: LogLine): boolean {
  if (source === 'cli') return true;
  return /^make(?:\[\d+\])?: \*\*\* |^OpenSSL version must be |^openssl or openssl11 binary |^SSH_PASSWORD must not |^(?:tee|sed|find): .*: No space left on device|^panic: |^(?:Terminated|Killed)$/.test(
    text,
  );
}
