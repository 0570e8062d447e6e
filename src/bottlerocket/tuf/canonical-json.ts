/**
 * The bytes that are signed: OLPC's canonical JSON (TUF specification §4.2), keys in the order of their UTF-8 bytes, only
 * `"` and `\` escaped.
 */
export function canonicalJson(value: unknown): Buffer {
  return Buffer.from(encode(value));
}

function encode(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(encode).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    return `{${members.map(([key, member]) => `${quote(key)}:${encode(member)}`).join(',')}}`;
  }
  return String(value);
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
