/** A URL as it may be printed: without user-info, and without a query, where signed URLs carry their key. */
export function printable(address: URL | string): string {
  const url = URL.parse(String(address));
  if (url === null) return String(address);
  const { search, hash, username, password } = url;
  if (!search && !hash && !username && !password) return url.href;
  return `${url.origin}${url.pathname}${search ? '?…' : ''}`;
}

/** The printable URL with the mirror that is asked in its place, if one is: an error must name both. */
export function placeOf(url: URL | string, mirror: URL | string | undefined): string {
  return mirror === undefined ? printable(url) : `${printable(url)} (from the mirror ${printable(mirror)})`;
}
