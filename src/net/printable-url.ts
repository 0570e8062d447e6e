/** A URL as it may be printed: without user-info, and without a query, where signed URLs carry their key. */
export function printable(address: URL | string): string {
  const url = URL.parse(String(address));
  if (url === null) return String(address);
  const { search, hash, username, password } = url;
  if (!search && !hash && !username && !password) return url.href;
  return `${url.origin}${url.pathname}${search ? '?…' : ''}`;
}
