import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import {
  type BuiltRepository,
  bottlerocketKeySet,
  buildRepository,
  type KeySet,
  type RepositorySpec,
  storedKey,
} from '../box/tuf-repository.ts';

/** What answers a request: the file, a status, other bytes, a broken connection, or whatever a function does. */
export type Answer = number | Buffer | 'file' | 'reset' | Responder;
export type Responder = (request: IncomingMessage, response: ServerResponse, file: Buffer) => void;

/** One repository, or one host, that differs from a good one in one thing. Its name says which. */
export interface TufCase {
  readonly build?: Partial<RepositorySpec>;
  /** By path below the server; several are given one after the other, the last for good. */
  readonly serve?: (built: BuiltRepository) => Readonly<Record<string, Answer | readonly Answer[]>>;
  /** Version of the root that is trusted from the start. Default 1. */
  readonly anchor?: 1 | 2 | 3;
  /** Names to fetch. Default: the image. */
  readonly wanted?: readonly string[];
  readonly allowExpired?: boolean;
  /** Addresses to give instead of these. */
  readonly metadataUrl?: (url: string) => string;
  readonly targetsUrl?: (url: string) => string;
  /** Variables about proxies. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Our patience in milliseconds. */
  readonly timeoutMs?: number;
  /** Takes tuftool more than half a minute: its verdict is then the one of `known`. */
  readonly isSlow?: true;
  /** What tuftool did when it was run by hand, where the script does not run it. */
  readonly known?: { readonly verdict: 'accepted' | 'refused'; readonly words: string };
  /** Where ours differs from tuftool: why that is right. */
  readonly why?: string;
}

export type Cases = Readonly<Record<string, TufCase>>;

const stored = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '..', 'fixtures', 'tuf', 'test-keys.json'), 'utf8'),
) as { readonly rsa3072: readonly string[]; readonly rsa4096: string; readonly rsa1024: string };
const keys = stored.rsa3072.map(storedKey);

/** Three roots of Bottlerocket's shape, all keys changed from each to the next. */
export const keySets: readonly [KeySet, KeySet, KeySet] = [
  bottlerocketKeySet(keys.slice(0, 8)),
  bottlerocketKeySet(keys.slice(8, 16)),
  bottlerocketKeySet(keys.slice(16, 24)),
];
export const weakKey = storedKey(stored.rsa1024);
export const longKey = storedKey(stored.rsa4096);

export const imageName = 'bottlerocket-vmware-k8s-1.33-x86_64-v1.64.0.ova';
export const image = Buffer.alloc(200_000, 'the bytes of an image, ');
/** Of timestamp, snapshot and targets, unix seconds. */
export const roleVersion = 1_790_000_000;

export function buildCase({ build = {} }: TufCase): BuiltRepository {
  return buildRepository({ keySets, targets: { [imageName]: image }, version: roleVersion, ...build });
}

/** Of a file that was signed already; what comes after it states the digest of the new bytes. */
export function rewriting(file: string, change: (text: string) => string | Buffer): Partial<RepositorySpec> {
  return { rewrite: (name, bytes) => (name === file ? Buffer.from(change(String(bytes))) : bytes) };
}

export function textOf(built: BuiltRepository, file: string): string {
  return String(built.metadata.get(file));
}

export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
