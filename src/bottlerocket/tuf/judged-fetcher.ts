import { ActionError } from '../../action-error.ts';
import { printable } from '../../net/printable-url.ts';
import type { RemoteFiles } from '../remote-files.ts';
import { limits } from './limits.ts';
import type { StrictVerifier } from './verifier.ts';

/**
 * Fetches metadata for tuf-js and lets the strict verifier judge it first. Roots come from the chain that was walked
 * before.
 */
export class JudgedFetcher {
  readonly #metadataUrl: URL;
  readonly #files: Pick<RemoteFiles, 'read'>;
  readonly #verifier: StrictVerifier;
  readonly #roots: Buffer[];
  /** tuf-js turns errors into text; the first of ours is kept aside. */
  failure: unknown;

  constructor(options: {
    readonly metadataUrl: URL;
    readonly files: Pick<RemoteFiles, 'read'>;
    readonly verifier: StrictVerifier;
    readonly newerRoots: readonly Buffer[];
  }) {
    this.#metadataUrl = options.metadataUrl;
    this.#files = options.files;
    this.#verifier = options.verifier;
    this.#roots = [...options.newerRoots];
  }

  async downloadBytes(address: string, maxLength: number): Promise<Buffer> {
    try {
      return await this.#judge(new URL(address), maxLength);
    } catch (error) {
      this.failure ??= error;
      throw error;
    }
  }

  async downloadFile(): Promise<never> {
    throw new RangeError('targets do not come through here');
  }

  async #judge(url: URL, maxLength: number): Promise<Buffer> {
    const file = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
    const role = this.#roleOf(file);
    if (role === 'root') return this.#nextRoot();
    if (role === 'timestamp') this.#verifier.finishRoots();
    const limit = role === 'timestamp' || role === 'snapshot' ? limits[role] : limits.targets;
    const bytes = await this.#files.read(url, {
      what: `Bottlerocket's ${file}`,
      maxBytes: Math.min(maxLength, limit),
    });
    if (bytes === undefined) {
      throw new ActionError(`There is no ${file} at ${printable(this.#metadataUrl)}.`, {
        why: 'Bottlerocket has no such variant, or a mirror is not complete.',
        fix: 'Check `metadata-url`, and whether this Kubernetes version has an image of the kind.',
      });
    }
    if (role === 'timestamp') this.#verifier.acceptTimestamp(bytes);
    else if (role === 'snapshot') this.#verifier.acceptSnapshot(bytes);
    else if (role === 'targets') this.#verifier.acceptTargets(bytes);
    else this.#verifier.acceptDelegated(role, bytes);
    return bytes;
  }

  /** `timestamp.json`, `7.root.json`, and with consistent snapshots `7.snapshot.json` (§6.2). */
  #roleOf(file: string): string {
    if (/^\d+\.root\.json$/.test(file)) return 'root';
    const name =
      file === 'timestamp.json' || !this.#verifier.root.consistent_snapshot
        ? file
        : file.replace(/^\d+\./, '');
    return decodeURIComponent(name.replace(/\.json$/, ''));
  }

  #nextRoot(): Buffer {
    const bytes = this.#roots.shift();
    if (bytes === undefined) throw new RangeError('tuf-js asks for a root that nobody has');
    this.#verifier.acceptRoot(bytes);
    return bytes;
  }
}
