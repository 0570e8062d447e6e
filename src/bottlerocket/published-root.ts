import { createHash } from 'node:crypto';
import { ActionError } from '../action-error.ts';
import type { RemoteFiles } from './remote-files.ts';
import { knownRoots, publishedRootUrl } from './roots/known-roots.ts';

export type PublishedRoot =
  | {
      readonly bytes: Buffer;
      readonly trustedBy: string;
      /** Whether no newer one is known here. */
      readonly isNewest: boolean;
      readonly why?: undefined;
    }
  /** Why there is none to trust. */
  | { readonly why: string };

/**
 * The root.json that AWS publishes and replaces in place: TLS alone does not make it an anchor, its sha512 does. That is
 * either compiled in, or stands in the build-tooling commit that a signed bundle names.
 */
export async function readPublishedRoot(
  files: Pick<RemoteFiles, 'read'>,
  recordedSum: () => Promise<string | undefined> = async () => undefined,
): Promise<PublishedRoot> {
  try {
    const url = new URL(publishedRootUrl);
    const bytes = await files.read(url, { what: "Bottlerocket's published root.json", maxBytes: 1 << 20 });
    if (bytes === undefined) return { why: `There is no ${publishedRootUrl}.` };
    const sha512 = createHash('sha512').update(bytes).digest('hex');
    const known = knownRoots.find((root) => root.sha512 === sha512);
    if (known !== undefined) {
      return {
        bytes,
        trustedBy: `${publishedRootUrl}, whose sha512 is compiled in (${known.date})`,
        isNewest: known === knownRoots.at(-1),
      };
    }
    if ((await recordedSum()) === sha512) {
      const trustedBy = `${publishedRootUrl}, whose sha512 stands in the build-tooling commit that the bundle signs`;
      return { bytes, trustedBy, isNewest: true };
    }
    return { why: `${publishedRootUrl} is none of the roots that this version knows (sha512 ${sha512}).` };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return { why: error.headline };
  }
}
