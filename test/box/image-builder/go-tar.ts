/** `archive/tar` of Go as far as a regular archive, or one that somebody broke, can show it: reader.go and strconv.go. */

import { GoError } from './go-runtime.ts';

export interface TarEntry {
  readonly name: string;
  /** Permission bits. */
  readonly mode: number;
  readonly content: Buffer;
  /** The archive ends before the content does. */
  readonly isCut: boolean;
}

interface Header {
  name: string;
  size: number;
  readonly mode: number;
  readonly type: string;
}

const blockSize = 512;
const invalidHeader = (): GoError => new GoError('archive/tar: invalid tar header');
const unexpectedEnd = (): GoError => new GoError('unexpected EOF');

/** Throws a GoError where Reader.Next does; directories and links come as entries without content. */
export function* tarEntries(archive: Buffer): Generator<TarEntry, void> {
  let at = 0;
  let extended: Partial<Pick<Header, 'name' | 'size'>> = {};
  for (;;) {
    const header = readHeader(archive, at);
    if (header === undefined) return;
    const isMeta = /[xgLK]/.test(header.type);
    if (!isMeta) Object.assign(header, extended);
    // Links, devices, directories and pipes have no content whatever their size says.
    const size = /[1-6]/.test(header.type) ? 0 : header.size;
    const content = archive.subarray(at + blockSize, at + blockSize + size);
    const isCut = content.length < size;
    if (isMeta && isCut) throw unexpectedEnd();
    at += blockSize + Math.ceil(size / blockSize) * blockSize;
    if (header.type === 'x') extended = paxFields(content);
    else if (header.type === 'L') extended = { ...extended, name: text(content) };
    else if (header.type !== 'K') {
      // A global header is handed out as if it were a file, empty and without any permission.
      const global = { name: header.name, mode: 0, content: Buffer.alloc(0), isCut: false };
      yield header.type === 'g' ? global : { name: header.name, mode: header.mode & 0o777, content, isCut };
      extended = {};
    }
  }
}

/** @returns undefined at the end, which is two blocks of zeros, one, or none at all. */
function readHeader(archive: Buffer, at: number): Header | undefined {
  const block = blockAt(archive, at);
  if (block === undefined) return undefined;
  if (isZero(block)) {
    const next = blockAt(archive, at + blockSize);
    if (next === undefined || isZero(next)) return undefined;
    throw invalidHeader();
  }
  const stated = octal(block.subarray(148, 156));
  const blank = Buffer.from(block).fill(' ', 148, 156);
  const signed = new Int8Array(blank).reduce((sum, byte) => sum + byte, 0);
  if (stated !== signed && stated !== blank.reduce((sum, byte) => sum + byte, 0)) throw invalidHeader();
  // Only ustar has a prefix; GNU's magic ends with blanks instead.
  const prefix = block.toString('latin1', 257, 263) === 'ustar\0' ? text(block.subarray(345, 500)) : '';
  const name = text(block.subarray(0, 100));
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    mode: numeric(block.subarray(100, 108)),
    size: numeric(block.subarray(124, 136)),
    type: String.fromCharCode(block[156] ?? 0),
  };
}

function blockAt(archive: Buffer, at: number): Buffer | undefined {
  if (at >= archive.length) return undefined;
  if (at + blockSize > archive.length) throw unexpectedEnd();
  return archive.subarray(at, at + blockSize);
}

const isZero = (block: Buffer): boolean => block.every((byte) => byte === 0);

function text(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? field.length : end);
}

/** GNU writes what does not fit in octal as a binary number with the highest bit set. */
function numeric(field: Buffer): number {
  const [first = 0] = field;
  if ((first & 0x80) === 0) return octal(field);
  const value = field.reduce((sum, byte, index) => sum * 256 + (index === 0 ? byte & 0x7f : byte), 0);
  if (first & 0x40 || !Number.isSafeInteger(value)) throw invalidHeader();
  return value;
}

function octal(field: Buffer): number {
  const digits = text(Buffer.from(field.toString('latin1').replace(/^[ \0]+|[ \0]+$/g, ''), 'latin1'));
  if (!/^[0-7]*$/.test(digits)) throw invalidHeader();
  return digits === '' ? 0 : Number.parseInt(digits, 8);
}

/** Records of the form "<length> <keyword>=<value>\n" (POSIX, pax, Extended Header). */
function paxFields(records: Buffer): Partial<Pick<Header, 'name' | 'size'>> {
  const fields: Partial<Pick<Header, 'name' | 'size'>> = {};
  for (let at = 0; at < records.length; ) {
    const [prefix = '', digits = ''] = /^(\d+) /.exec(records.toString('latin1', at, at + 20)) ?? [];
    const end = at + Number(digits);
    const record = records.toString('utf8', at + prefix.length, end);
    const [, keyword, value] = /^([^=]+)=(.*)\n$/s.exec(record) ?? [];
    if (value === undefined || end > records.length) throw invalidHeader();
    if (keyword === 'path' && value !== '') fields.name = value;
    if (keyword === 'size' && value !== '') fields.size = Number(value);
    at = end;
  }
  return fields;
}
