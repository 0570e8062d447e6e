/** A file that is not an intact, flat tar archive, and what is wrong with it; the caller knows its name. */
export class BrokenArchiveError extends Error {}

/** A regular file in a tar archive. */
export interface TarEntry {
  readonly name: string;
  readonly size: number;
  /** To be read to its end, or left alone, before the next entry is asked for. A chunk lives until the next one. */
  readonly content: AsyncIterable<Buffer>;
}

const blockSize = 512;
/** Headers that only describe the next entry are short; a longer one is an attack or damage. */
const maxExtensionSize = 64 * 1024;

/**
 * The entries of an uncompressed ustar archive (POSIX.1-2017 pax, "ustar Interchange Format") as they stream by,
 * with the extensions that Python's tarfile and GNU tar write: pax headers, long names, base-256 numbers. Reads to
 * the end of the file; only zeros may follow the end marker.
 *
 * @throws BrokenArchiveError for anything else, and for entries that are no regular file or lie in a folder.
 */
export async function* readTar(chunks: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const source = new ByteSource(chunks);
  let everyEntry: PaxRecords = {};
  let nextEntry: PaxRecords = {};
  for (;;) {
    const at = source.position;
    const header = readHeader(await source.exactly(blockSize), at);
    if (header === undefined) break;
    const extension = () => readExtension(source, header);
    if (header.type === 'g') everyEntry = { ...everyEntry, ...parsePax(await extension()) };
    else if (header.type === 'x') nextEntry = { ...nextEntry, ...parsePax(await extension()) };
    else if (header.type === 'L') nextEntry = { ...nextEntry, path: textField(await extension()) };
    else {
      const { name, size } = regularFile(header, { ...everyEntry, ...nextEntry });
      const content = source.slice(size, name);
      yield { name, size, content };
      for await (const _ of content);
      await source.exactly(paddingOf(size), name);
      nextEntry = {};
    }
  }
  await expectZeros(source);
}

interface TarHeader {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** `undefined` is the end marker's first block. */
function readHeader(block: Buffer, at: number): TarHeader | undefined {
  if (at === 0 && block.readUInt16BE(0) === 0x1f8b) {
    throw new BrokenArchiveError('the archive is compressed with gzip, but must be a plain tar archive');
  }
  if (isZero(block)) return undefined;
  const sum = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 0x20 : byte), 0);
  if (textField(block.subarray(257, 262)) !== 'ustar' || readNumber(block.subarray(148, 156)) !== sum) {
    throw new BrokenArchiveError(`no intact tar header at byte ${at}`);
  }
  // In GNU's own variant (magic "ustar  ") other fields lie where POSIX has the prefix.
  const prefix = block[262] === 0 ? textField(block.subarray(345, 500)) : '';
  const name = textField(block.subarray(0, 100));
  const size = readNumber(block.subarray(124, 136));
  if (size === undefined) throw new BrokenArchiveError(`the tar header at byte ${at} has no valid size`);
  return { name: prefix === '' ? name : `${prefix}/${name}`, type: block.toString('latin1', 156, 157), size };
}

/** Octal text, or GNU's base-256 with the highest bit set; `undefined` when it is neither, negative or beyond 2^53. */
function readNumber(field: Buffer): number | undefined {
  if ((field.readUInt8(0) & 0x80) === 0) {
    const octal = /^ *([0-7]+)(?:[ \0]|$)/.exec(field.toString('latin1'))?.[1];
    return octal === undefined ? undefined : Number.parseInt(octal, 8);
  }
  const value = BigInt(`0x${field.toString('hex')}`) - (1n << BigInt(field.length * 8 - 1));
  return value <= Number.MAX_SAFE_INTEGER ? Number(value) : undefined;
}

function regularFile(header: TarHeader, pax: PaxRecords): Pick<TarEntry, 'name' | 'size'> {
  const name = pax.path ?? header.name;
  if (header.type !== '0' && header.type !== '\0') {
    throw new BrokenArchiveError(`${name} is no regular file in the archive (tar type ${header.type})`);
  }
  if (name === '' || name === '.' || name === '..' || /[/\\\0]/.test(name)) {
    throw new BrokenArchiveError(
      `${JSON.stringify(name)} is no plain file name: the archive must have no folders`,
    );
  }
  return { name, size: pax.size ?? header.size };
}

interface PaxRecords {
  readonly path?: string;
  readonly size?: number;
}

/** Records `<length> <keyword>=<value>\n`, the length in decimal and of the whole record. */
function parsePax(bytes: Buffer): PaxRecords {
  let records: PaxRecords = {};
  for (let at = 0; at < bytes.length; ) {
    const length = Number(/^([1-9]\d{0,5}) /.exec(bytes.toString('latin1', at, at + 8))?.[1]);
    const record = bytes.subarray(at, at + length);
    const [, keyword = '', value = ''] = /^\d+ ([^=]+)=(.*)\n$/s.exec(record.toString()) ?? [];
    if (!(length > 0) || record.length < length || keyword === '') {
      throw new BrokenArchiveError('a pax header of the archive is damaged');
    }
    if (keyword.startsWith('GNU.sparse.')) {
      throw new BrokenArchiveError('the archive holds a sparse file, which only GNU tar can unpack');
    }
    if (keyword === 'path') records = { ...records, path: value };
    if (keyword === 'size') records = { ...records, size: paxSize(value) };
    at += length;
  }
  return records;
}

function paxSize(value: string): number {
  const size = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (!Number.isSafeInteger(size)) throw new BrokenArchiveError(`a pax header gives the size ${value}`);
  return size;
}

async function readExtension(source: ByteSource, { size, name }: TarHeader): Promise<Buffer> {
  if (size > maxExtensionSize) throw new BrokenArchiveError(`an extension header of ${size} bytes (${name})`);
  const bytes = await source.exactly(size);
  await source.exactly(paddingOf(size));
  return bytes;
}

/** The marker is two blocks of zeros; tar fills up to its record size, 10 KiB and more. */
async function expectZeros(source: ByteSource): Promise<void> {
  let rest = await source.exactly(blockSize);
  while (rest.length > 0) {
    if (!isZero(rest)) throw new BrokenArchiveError('there is data behind the end marker of the archive');
    rest = await source.upTo(1 << 20);
  }
}

const zeros = Buffer.alloc(1 << 20);
const isZero = (bytes: Buffer) => bytes.equals(zeros.subarray(0, bytes.length));
const paddingOf = (size: number) => (blockSize - (size % blockSize)) % blockSize;

/** Text up to the first NUL. */
function textField(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? field.length : end);
}

/** Takes a stream of chunks apart at the places where the format wants it; the stream may reuse its buffer. */
class ByteSource {
  position = 0;
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** What is at hand, `limit` bytes at most; empty at the end of the file. */
  async upTo(limit: number): Promise<Buffer> {
    while (this.#rest.length === 0) {
      const { done, value } = await this.#chunks.next();
      if (done) break;
      this.#rest = value;
    }
    const part = this.#rest.subarray(0, limit);
    this.#rest = this.#rest.subarray(part.length);
    this.position += part.length;
    return part;
  }

  async *slice(length: number, name?: string): AsyncGenerator<Buffer, void> {
    let left = length;
    while (left > 0) {
      const part = await this.upTo(left);
      if (part.length === 0) throw this.#cutOff(name);
      left -= part.length;
      yield part;
    }
  }

  async exactly(length: number, name?: string): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.slice(length, name)) parts.push(Buffer.from(part));
    return Buffer.concat(parts);
  }

  #cutOff(name: string | undefined): BrokenArchiveError {
    if (this.position === 0) return new BrokenArchiveError('the file is empty');
    const where = name === undefined ? '' : `, inside ${name}`;
    return new BrokenArchiveError(`the archive is cut off after ${this.position} bytes${where}`);
  }
}
