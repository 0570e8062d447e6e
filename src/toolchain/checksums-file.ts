import { ActionError } from '../action-error.ts';

/**
 * The sha256 of one file in a `SHA256SUMS` file as sha256sum(1) writes it: hex, a blank, a blank or `*`, the name.
 *
 * @param source where the text is from, for the error
 * @throws ActionError when the file is not named there exactly once
 */
export function checksumOf(fileName: string, sums: string, source: string): string {
  const found = sums.split(/\r?\n/).flatMap((line) => {
    const [, digest, name] = /^([0-9a-f]{64}) [ *](.+)$/i.exec(line) ?? [];
    return digest !== undefined && name === fileName ? [digest.toLowerCase()] : [];
  });
  const [digest, ...others] = new Set(found);
  if (digest !== undefined && others.length === 0) return digest;
  const headline =
    digest === undefined
      ? `${source} has no checksum for ${fileName}.`
      : `${source} has several checksums for ${fileName}.`;
  throw new ActionError(headline, {
    why: 'The file is of another version, or something else is being served in its place.',
  });
}
