import type { Cell } from './expand-images.ts';
import { recordName } from './record.ts';

/** The image of an earlier run that stands in for a cell which did not change. */
export interface ReusedImage {
  readonly id: string;
  readonly fingerprint: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  readonly eksdRelease: string;
  readonly runId: string;
  readonly runUrl: string;
  readonly artifactId: number;
  readonly artifactName: string;
  /** ISO 8601. */
  readonly builtAt: string;
  readonly expiresAt: string;
}

/** Where records are looked up; the answer is the image, or why there is none that will do. */
export interface RecordSource {
  find(name: string, wanted: { readonly id: string; readonly fingerprint: string }): Promise<FoundRecord>;
}

export type FoundRecord = { readonly image: ReusedImage } | { readonly reason: string };

/** A cell whose content is known, or cannot be, and why. */
export interface FingerprintedCell {
  readonly cell: Cell;
  readonly fingerprint?: string;
  /** Why the fingerprint cannot be relied upon. */
  readonly unknown?: string;
}

/** What is to be done about one cell. */
export interface Decision extends FingerprintedCell {
  readonly reason: string;
  readonly reused?: ReusedImage;
}

export interface ReusePolicy {
  readonly maxAgeDays: number;
  readonly now: Date;
}

/** The API allows 1,000 requests an hour for a whole repository, but none of them takes long. */
const lookUpsAtATime = 8;
const day = 24 * 60 * 60 * 1000;

/** An image that goes within the hour may be gone before the job that fetches it has begun. */
const shortestLife = 60 * 60 * 1000;

/** Looks each cell up among the records; the order stays. */
export async function decideReuse(
  cells: readonly FingerprintedCell[],
  records: RecordSource,
  policy: ReusePolicy,
): Promise<readonly Decision[]> {
  const decisions = new Array<Decision>(cells.length);
  const queue = cells.entries();
  const work = async () => {
    for (const [index, cell] of queue) decisions[index] = await decide(cell, records, policy);
  };
  await Promise.all(Array.from({ length: lookUpsAtATime }, work));
  return decisions;
}

async function decide(
  cell: FingerprintedCell,
  records: RecordSource,
  { maxAgeDays, now }: ReusePolicy,
): Promise<Decision> {
  const { fingerprint, unknown } = cell;
  if (fingerprint === undefined || unknown !== undefined)
    return { ...cell, reason: unknown ?? 'its content is not known' };
  const { id } = cell.cell.spec;
  const found = await records.find(recordName({ id, fingerprint }), { id, fingerprint });
  if ('reason' in found) return { ...cell, reason: found.reason };
  const { image } = found;
  const age = now.getTime() - Date.parse(image.builtAt);
  if (age >= maxAgeDays * day)
    return { ...cell, reason: `built ${Math.floor(age / day)} days ago; \`max-age-days\` is ${maxAgeDays}` };
  if (Date.parse(image.expiresAt) - now.getTime() < shortestLife)
    return { ...cell, reason: `the image of ${image.builtAt.slice(0, 10)} is about to expire` };
  return { ...cell, reason: `unchanged since ${image.builtAt.slice(0, 10)}`, reused: image };
}
