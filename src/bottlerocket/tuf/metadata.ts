import * as z from 'zod';
import { errorMessage } from '../../action-error.ts';
import { keyType } from './keys.ts';
import { parseStrictJson } from './strict-json.ts';

/** The four top-level roles of TUF, in the order in which a client reads them. */
export const roleNames = ['root', 'timestamp', 'snapshot', 'targets'] as const;
export type RoleName = (typeof roleNames)[number];

const count = z.int().min(0);
const version = z.int().min(1);
/** tuf-js compares digests and ids as text: one spelling only. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'no sha256 in lower-case hex');
const keyId = sha256;
/** RFC 3339 in UTC. tough writes it anew before it verifies a signature, so that no other form can be valid there. */
const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/, 'no date and time in UTC')
  .refine(isOnTheCalendar, 'no date and time in UTC')
  .transform((text) => new Date(text));
/** Bottlerocket states sha256 everywhere; tough refuses metadata that states hashes without it. */
const hashes = z.looseObject({ sha256 });
const metaFile = z.looseObject({ version, length: count.optional(), hashes: hashes.optional() });

/** tough takes names apart as paths, and refuses these. */
const targetName = z.string().refine((name) => !['', '..', '/'].includes(name), 'no name of a file');

const role = z.looseObject({ keyids: z.array(keyId).min(1), threshold: z.int().min(1) });
const keys = z.record(keyId, keyType);
const common = { spec_version: z.string().regex(/^1\./, 'not version 1'), version, expires: instant };

const signedTypes = {
  root: z.looseObject({
    _type: z.literal('root'),
    ...common,
    consistent_snapshot: z.boolean(),
    keys,
    roles: z.strictObject({ root: role, timestamp: role, snapshot: role, targets: role }),
  }),
  timestamp: z.looseObject({
    _type: z.literal('timestamp'),
    ...common,
    meta: z.strictObject({ 'snapshot.json': metaFile }),
  }),
  snapshot: z.looseObject({
    _type: z.literal('snapshot'),
    ...common,
    meta: z.object({ 'targets.json': metaFile }).catchall(metaFile),
  }),
  targets: z.looseObject({
    _type: z.literal('targets'),
    ...common,
    targets: z.record(targetName, z.looseObject({ length: count, hashes })),
    delegations: z
      .looseObject({
        keys,
        roles: z.array(role.extend({ name: z.string().refine(isDelegable, 'a top-level role') })),
      })
      .optional(),
  }),
};

const envelope = z.strictObject({
  signed: z.looseObject({}),
  signatures: z.array(z.looseObject({ keyid: keyId, sig: z.string() })),
});

export type Signed<Name extends RoleName> = z.output<(typeof signedTypes)[Name]>;

/** One metadata file: what it says, the value that was signed, and by whom it claims to be. */
export interface Metadata<Name extends RoleName> {
  readonly content: Signed<Name>;
  readonly signed: unknown;
  readonly signatures: ReadonlyArray<{ readonly keyid: string; readonly sig: string }>;
}

/**
 * Reads one metadata file; nothing in it has been verified then.
 *
 * @throws Error that says what is wrong with it.
 */
export function parseMetadata<Name extends RoleName>(name: Name, bytes: Buffer): Metadata<Name> {
  const parsed = envelope.safeParse(parseJson(bytes));
  if (!parsed.success) throw new Error(describe(parsed.error));
  const { signed, signatures } = parsed.data;
  const repeated = firstRepeated(signatures.map(({ keyid }) => keyid));
  if (repeated !== undefined) throw new Error(`the key ${repeated} signs twice`);
  const type: z.ZodType = signedTypes[name];
  const content = type.safeParse(signed);
  if (!content.success) throw new Error(describe(content.error));
  return { content: content.data as Signed<Name>, signed, signatures };
}

function parseJson(bytes: Buffer): unknown {
  try {
    return parseStrictJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (cause) {
    throw new Error(`not the JSON of TUF: ${errorMessage(cause)}`, { cause });
  }
}

function describe(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? error.message : `${issue.path.join(' › ') || 'the file'}: ${issue.message}`;
}

/** `Date` takes a 30th of February for a 2nd of March. */
function isOnTheCalendar(text: string): boolean {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 19) === text.slice(0, 19);
}

function isDelegable(name: string): boolean {
  return !roleNames.some((topLevel) => topLevel === name);
}

export function firstRepeated(keyIds: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return keyIds.find((id) => seen.size === seen.add(id).size);
}
