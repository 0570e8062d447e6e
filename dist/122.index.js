export const id = 122;
export const ids = [122];
export const modules = {

/***/ 62122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildCell: () => (/* binding */ buildCell),
  cleanUp: () => (/* binding */ cleanUp)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
// EXTERNAL MODULE: ./build/plan/node-image-spec.js
var node_image_spec = __webpack_require__(96662);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/image/disk-layout.js

const sector = 512;
const layoutBytes = 34 * sector;
const partitionTypes = {
    '28732ac11ff8d211ba4b00a0c93ec93b': 'efi-system',
    af3dc60f838472478e793d69d8477de4: 'linux',
};
class BrokenImageError extends Error {
}
function readDiskLayout(head) {
    if (head.length < sector || head.readUInt16LE(510) !== 0xaa55) {
        throw new BrokenImageError('no partition table: the first sector does not end in 55 AA');
    }
    const mbr = readMbr(head);
    if (!mbr.isProtective) {
        if (mbr.partitions.length === 0)
            throw new BrokenImageError('the partition table (MBR) is empty');
        return { table: 'mbr', partitions: mbr.partitions, end: lastEnd(mbr.partitions) };
    }
    return readGpt(head);
}
function readMbr(head) {
    const partitions = [];
    let isProtective = false;
    for (let offset = 446; offset < 510; offset += 16) {
        const type = head[offset + 4] ?? 0;
        const start = head.readUInt32LE(offset + 8) * sector;
        const length = head.readUInt32LE(offset + 12) * sector;
        if (type === 0xee)
            isProtective = true;
        else if (type !== 0 && length > 0) {
            partitions.push({ type: mbrType(type), start, end: start + length });
        }
    }
    return { isProtective, partitions };
}
function mbrType(type) {
    if (type === 0xef)
        return 'efi-system';
    return type === 0x83 ? 'linux' : 'other';
}
function readGpt(head) {
    const header = head.subarray(sector, 2 * sector);
    if (header.toString('latin1', 0, 8) !== 'EFI PART') {
        throw new BrokenImageError('a protective MBR without a GPT header behind it');
    }
    const headerSize = header.readUInt32LE(12);
    if (headerSize < 92 || headerSize > sector)
        throw new BrokenImageError(`GPT header of ${headerSize} bytes`);
    const summed = Buffer.from(header.subarray(0, headerSize));
    summed.writeUInt32LE(0, 16);
    if ((0,external_node_zlib_.crc32)(summed) !== header.readUInt32LE(16))
        throw new BrokenImageError('the GPT header is damaged (CRC)');
    const backupHeader = Number(header.readBigUInt64LE(32)) * sector;
    const tableStart = Number(header.readBigUInt64LE(72)) * sector;
    const count = header.readUInt32LE(80);
    const entrySize = header.readUInt32LE(84);
    const entries = head.subarray(tableStart, tableStart + count * entrySize);
    if (entrySize < 128 || entries.length < count * entrySize) {
        throw new BrokenImageError(`a GPT of ${count} entries of ${entrySize} bytes at byte ${tableStart}`);
    }
    if ((0,external_node_zlib_.crc32)(entries) !== header.readUInt32LE(88))
        throw new BrokenImageError('the GPT entries are damaged (CRC)');
    const partitions = Array.from({ length: count }, (_, index) => readGptEntry(entries.subarray(index * entrySize, (index + 1) * entrySize))).filter((partition) => partition !== undefined);
    if (partitions.length === 0)
        throw new BrokenImageError('the partition table (GPT) is empty');
    return { table: 'gpt', partitions, end: Math.max(backupHeader + sector, lastEnd(partitions)) };
}
function readGptEntry(entry) {
    const guid = entry.toString('hex', 0, 16);
    if (/^0+$/.test(guid))
        return undefined;
    return {
        type: partitionTypes[guid] ?? 'other',
        start: Number(entry.readBigUInt64LE(32)) * sector,
        end: (Number(entry.readBigUInt64LE(40)) + 1) * sector,
    };
}
function lastEnd(partitions) {
    return Math.max(...partitions.map((partition) => partition.end));
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 14 modules
var schemas = __webpack_require__(74528);
;// CONCATENATED MODULE: ./build/image/ovf.js



async function parseOvfDescriptor(text) {
    const read = envelopeType.safeParse(await parseXml(text));
    if (!read.success) {
        const [issue] = read.error.issues;
        throw new BrokenImageError(`the OVF descriptor lacks what a virtual machine needs: ${issue?.path.join('/')}: ${issue?.message}`);
    }
    const { References, DiskSection, VirtualSystem } = read.data.Envelope;
    const files = References.File.map(({ '@href': name, '@size': size }) => ({
        name,
        ...(size !== undefined && { size: Number(size) }),
    }));
    const settings = VirtualSystem.VirtualHardwareSection.flatMap(({ Config }) => Config);
    const firmware = settings.find(({ '@key': key }) => key === 'firmware')?.['@value'] ?? 'bios';
    if (firmware !== 'bios' && firmware !== 'efi') {
        throw new BrokenImageError(`the OVF descriptor asks for the firmware "${firmware}"`);
    }
    const properties = VirtualSystem.ProductSection.flatMap(({ Property }) => Property);
    return {
        files,
        diskNames: DiskSection.Disk.flatMap(({ '@fileRef': id }) => (id === undefined ? [] : [hrefOf(id)])),
        firmware,
        properties: new Map(properties.map((property) => [property['@key'], property['@value']])),
    };
    function hrefOf(id) {
        const file = References.File.find(({ '@id': candidate }) => candidate === id);
        if (file === undefined)
            throw new BrokenImageError(`the OVF descriptor has a disk without its file (${id})`);
        return file['@href'];
    }
}
const setting = schemas/* object */.Ikc({ '@key': schemas/* string */.YjP(), '@value': schemas/* string */.YjP().default('') });
const ovf_element = (type) => schemas/* preprocess */.vkY((value) => (value === '' ? {} : value), type);
const envelopeType = schemas/* object */.Ikc({
    Envelope: schemas/* object */.Ikc({
        References: schemas/* object */.Ikc({
            File: schemas/* array */.YOg(schemas/* object */.Ikc({
                '@id': schemas/* string */.YjP(),
                '@href': schemas/* string */.YjP().min(1),
                '@size': schemas/* string */.YjP()
                    .regex(/^\d{1,15}$/)
                    .optional(),
            })),
        }),
        DiskSection: schemas/* object */.Ikc({ Disk: schemas/* array */.YOg(schemas/* object */.Ikc({ '@fileRef': schemas/* string */.YjP().optional() })) }),
        VirtualSystem: schemas/* object */.Ikc({
            VirtualHardwareSection: schemas/* array */.YOg(ovf_element(schemas/* object */.Ikc({ Config: schemas/* array */.YOg(setting).default([]) }))),
            ProductSection: schemas/* array */.YOg(ovf_element(schemas/* object */.Ikc({ Property: schemas/* array */.YOg(setting).default([]) }))).default([]),
        }),
    }),
});
const repeated = new Set(['File', 'Disk', 'VirtualHardwareSection', 'Config', 'ProductSection', 'Property']);
async function parseXml(text) {
    const { XMLParser } = await __webpack_require__.e(/* import() */ 824).then(__webpack_require__.bind(__webpack_require__, 75824));
    const parser = new XMLParser({
        ignoreAttributes: false,
        attributeNamePrefix: '@',
        removeNSPrefix: true,
        parseTagValue: false,
        parseAttributeValue: false,
        isArray: (name) => repeated.has(name),
    });
    try {
        return parser.parse(text, true);
    }
    catch (error) {
        throw new BrokenImageError(`the OVF descriptor is not valid XML: ${(0,action_error/* errorMessage */.g)(error)}`, {
            cause: error,
        });
    }
}
const algorithms = {
    SHA1: 'sha1',
    SHA256: 'sha256',
    SHA512: 'sha512',
};
function parseOvfManifest(text) {
    return text.split(/\r?\n/).flatMap((line) => {
        if (line.trim() === '')
            return [];
        const [, word = '', name = '', digest = ''] = /^(SHA\d+) ?\((.+)\) ?= ?([0-9a-f]+)\s*$/i.exec(line) ?? [];
        const algorithm = algorithms[word.toUpperCase()];
        if (algorithm === undefined) {
            throw new BrokenImageError(`the manifest has a line without a known digest: ${JSON.stringify(line.slice(0, 80))}`);
        }
        return [{ name, algorithm, digest: digest.toLowerCase() }];
    });
}

;// CONCATENATED MODULE: ./build/image/stream-optimized-vmdk.js

const stream_optimized_vmdk_sector = 512;
const vmdkHeadBytes = stream_optimized_vmdk_sector;
const vmdkTailBytes = 3 * stream_optimized_vmdk_sector;
const flags = { compressed: 1 << 16, markers: 1 << 17 };
const deflate = 1;
const grainDirectoryAtEnd = 0xffffffffffffffffn;
const footerMarker = 3;
function readVirtualSize({ name, size, head, tail }) {
    const capacity = readHeader(name, head);
    const grainDirectory = head.readBigUInt64LE(56);
    if (grainDirectory === grainDirectoryAtEnd)
        checkFooter({ name, size, tail }, capacity);
    else
        checkGrainDirectory(name, grainDirectory, size);
    return Number(capacity) * stream_optimized_vmdk_sector;
}
function readHeader(name, head) {
    if (head.length < stream_optimized_vmdk_sector || head.toString('latin1', 0, 4) !== 'KDMV') {
        throw new BrokenImageError(`${name} is no sparse VMDK: it does not begin with KDMV`);
    }
    const wanted = flags.compressed | flags.markers;
    if ((head.readUInt32LE(8) & wanted) !== wanted || head.readUInt16LE(77) !== deflate) {
        throw new BrokenImageError(`${name} is a VMDK to run from, not a streamOptimized one, so vSphere cannot import it`);
    }
    const version = head.readUInt32LE(4);
    if (version !== 3)
        throw new BrokenImageError(`${name} is a VMDK of version ${version}, not 3`);
    if (head.toString('latin1', 73, 77) !== '\n \r\n') {
        throw new BrokenImageError(`${name} was changed on its way, as by a transfer in text mode`);
    }
    const capacity = head.readBigUInt64LE(12);
    if (capacity === 0n)
        throw new BrokenImageError(`${name} is a disk of no size`);
    if (capacity > Number.MAX_SAFE_INTEGER / stream_optimized_vmdk_sector) {
        throw new BrokenImageError(`${name} claims to be a disk of ${capacity} sectors`);
    }
    return capacity;
}
function checkFooter({ name, size, tail }, capacity) {
    const [marker, footer, end] = [0, 1, 2].map((index) => tail.subarray(index * stream_optimized_vmdk_sector, (index + 1) * stream_optimized_vmdk_sector));
    const isMarker = marker?.length === stream_optimized_vmdk_sector && marker.readUInt32LE(8) === 0 && marker.readUInt32LE(12) === footerMarker;
    const isEnd = end?.length === stream_optimized_vmdk_sector && end.every((byte) => byte === 0);
    if (!isMarker || !isEnd || footer?.toString('latin1', 0, 4) !== 'KDMV') {
        throw new BrokenImageError(`${name} has no footer and end-of-stream marker: its end is missing`);
    }
    if (footer.readBigUInt64LE(12) !== capacity) {
        throw new BrokenImageError(`header and footer of ${name} do not agree about the size of the disk`);
    }
    checkGrainDirectory(name, footer.readBigUInt64LE(56), size);
}
function checkGrainDirectory(name, at, size) {
    if (at === 0n || at * BigInt(stream_optimized_vmdk_sector) >= size) {
        throw new BrokenImageError(`${name} has its grain directory at sector ${at}, which is not in the file`);
    }
}

;// CONCATENATED MODULE: ./build/image/tar-entries.js

const blockSize = 512;
const maxExtensionSize = 64 * 1024;
async function* readTar(chunks) {
    const source = new ByteSource(chunks);
    let everyEntry = {};
    let nextEntry = {};
    for (;;) {
        const at = source.position;
        const header = tar_entries_readHeader(await source.exactly(blockSize), at);
        if (header === undefined)
            break;
        const extension = () => readExtension(source, header);
        if (header.type === 'g')
            everyEntry = { ...everyEntry, ...parsePax(await extension()) };
        else if (header.type === 'x')
            nextEntry = { ...nextEntry, ...parsePax(await extension()) };
        else if (header.type === 'L')
            nextEntry = { ...nextEntry, path: textField(await extension()) };
        else {
            const { name, size } = regularFile(header, { ...everyEntry, ...nextEntry });
            const content = source.slice(size, name);
            yield { name, size, content };
            for await (const _ of content)
                ;
            await source.exactly(paddingOf(size), name);
            nextEntry = {};
        }
    }
    await expectZeros(source);
}
function tar_entries_readHeader(block, at) {
    if (at === 0 && block.readUInt16BE(0) === 0x1f8b) {
        throw new BrokenImageError('the archive is compressed with gzip, but an OVA is a plain tar archive');
    }
    if (isZero(block))
        return undefined;
    const sum = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 0x20 : byte), 0);
    if (textField(block.subarray(257, 262)) !== 'ustar' || readNumber(block.subarray(148, 156)) !== sum) {
        throw new BrokenImageError(`no intact tar header at byte ${at}`);
    }
    const prefix = block[262] === 0 ? textField(block.subarray(345, 500)) : '';
    const name = textField(block.subarray(0, 100));
    const size = readNumber(block.subarray(124, 136));
    if (size === undefined)
        throw new BrokenImageError(`the tar header at byte ${at} has no valid size`);
    return { name: prefix === '' ? name : `${prefix}/${name}`, type: block.toString('latin1', 156, 157), size };
}
function readNumber(field) {
    if ((field.readUInt8(0) & 0x80) === 0) {
        const octal = /^ *([0-7]+)(?:[ \0]|$)/.exec(field.toString('latin1'))?.[1];
        return octal === undefined ? undefined : Number.parseInt(octal, 8);
    }
    const value = BigInt(`0x${field.toString('hex')}`) - (1n << BigInt(field.length * 8 - 1));
    return value <= Number.MAX_SAFE_INTEGER ? Number(value) : undefined;
}
function regularFile(header, pax) {
    const name = pax.path ?? header.name;
    if (header.type !== '0' && header.type !== '\0') {
        throw new BrokenImageError(`${name} is no regular file in the archive (tar type ${header.type})`);
    }
    if (name === '' || name === '.' || name === '..' || /[/\\\0]/.test(name)) {
        throw new BrokenImageError(`${JSON.stringify(name)} is no plain file name: an OVA has no folders`);
    }
    return { name, size: pax.size ?? header.size };
}
function parsePax(bytes) {
    let records = {};
    for (let at = 0; at < bytes.length;) {
        const length = Number(/^([1-9]\d{0,5}) /.exec(bytes.toString('latin1', at, at + 8))?.[1]);
        const record = bytes.subarray(at, at + length);
        const [, keyword = '', value = ''] = /^\d+ ([^=]+)=(.*)\n$/s.exec(record.toString()) ?? [];
        if (!(length > 0) || record.length < length || keyword === '') {
            throw new BrokenImageError('a pax header of the archive is damaged');
        }
        if (keyword.startsWith('GNU.sparse.')) {
            throw new BrokenImageError('the archive holds a sparse file, which only GNU tar can unpack');
        }
        if (keyword === 'path')
            records = { ...records, path: value };
        if (keyword === 'size')
            records = { ...records, size: paxSize(value) };
        at += length;
    }
    return records;
}
function paxSize(value) {
    const size = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (!Number.isSafeInteger(size))
        throw new BrokenImageError(`a pax header gives the size ${value}`);
    return size;
}
async function readExtension(source, { size, name }) {
    if (size > maxExtensionSize)
        throw new BrokenImageError(`an extension header of ${size} bytes (${name})`);
    const bytes = await source.exactly(size);
    await source.exactly(paddingOf(size));
    return bytes;
}
async function expectZeros(source) {
    let rest = await source.exactly(blockSize);
    while (rest.length > 0) {
        if (!isZero(rest))
            throw new BrokenImageError('there is data behind the end marker of the archive');
        rest = await source.upTo(1 << 20);
    }
}
const zeros = Buffer.alloc(1 << 20);
const isZero = (bytes) => bytes.equals(zeros.subarray(0, bytes.length));
const paddingOf = (size) => (blockSize - (size % blockSize)) % blockSize;
function textField(field) {
    const end = field.indexOf(0);
    return field.toString('utf8', 0, end === -1 ? field.length : end);
}
class ByteSource {
    position = 0;
    #chunks;
    #rest = Buffer.alloc(0);
    constructor(chunks) {
        this.#chunks = chunks[Symbol.asyncIterator]();
    }
    async upTo(limit) {
        while (this.#rest.length === 0) {
            const { done, value } = await this.#chunks.next();
            if (done)
                break;
            this.#rest = value;
        }
        const part = this.#rest.subarray(0, limit);
        this.#rest = this.#rest.subarray(part.length);
        this.position += part.length;
        return part;
    }
    async *slice(length, name) {
        let left = length;
        while (left > 0) {
            const part = await this.upTo(left);
            if (part.length === 0)
                throw this.#cutOff(name);
            left -= part.length;
            yield part;
        }
    }
    async exactly(length, name) {
        const parts = [];
        for await (const part of this.slice(length, name))
            parts.push(Buffer.from(part));
        return Buffer.concat(parts);
    }
    #cutOff(name) {
        if (this.position === 0)
            return new BrokenImageError('the file is empty');
        const where = name === undefined ? '' : `, inside ${name}`;
        return new BrokenImageError(`the archive is cut off after ${this.position} bytes${where}`);
    }
}

;// CONCATENATED MODULE: ./build/image/inspect-ova.js






const maxTextSize = 4 * 1024 * 1024;
const maxEntries = 1000;
async function inspectOva(path, signal) {
    const file = await (0,promises_.open)(path);
    try {
        const digest = (0,external_node_crypto_.createHash)('sha256');
        let size = 0;
        const contents = await readPackage(readChunks(file, (chunk) => {
            signal?.throwIfAborted();
            digest.update(chunk);
            size += chunk.length;
        }));
        checkManifest(contents);
        checkFiles(contents);
        const { diskNames, firmware, properties } = contents.descriptor;
        const [disk, ...moreDisks] = diskNames.map((name) => openDisk(name, contents.entries));
        if (disk === undefined)
            throw new BrokenImageError('the OVF descriptor names no disk');
        return { sha256: digest.digest('hex'), size, disk, moreDisks, firmware, properties };
    }
    finally {
        await file.close();
    }
}
async function* readChunks(file, onChunk) {
    const buffer = Buffer.allocUnsafe(1 << 20);
    for (;;) {
        const { bytesRead } = await file.read(buffer, 0, buffer.length);
        if (bytesRead === 0)
            return;
        const chunk = buffer.subarray(0, bytesRead);
        onChunk(chunk);
        yield chunk;
    }
}
async function readPackage(chunks) {
    const archive = readTar(chunks);
    const { value: first } = await archive.next();
    if (!first)
        throw new BrokenImageError('the archive has no entries');
    if (!first.name.endsWith('.ovf')) {
        throw new BrokenImageError(`the first entry of the archive is ${first.name}, not an OVF descriptor`);
    }
    const ovf = await readText(first);
    const descriptor = await parseOvfDescriptor(ovf.head.toString());
    const manifestName = first.name.replace(/ovf$/, 'mf');
    let manifest;
    const entries = new Map([[first.name, ovf]]);
    for await (const entry of archive) {
        if (entries.has(entry.name))
            throw new BrokenImageError(`the archive has two entries named ${entry.name}`);
        if (entries.size === maxEntries)
            throw new BrokenImageError(`the archive has more than ${maxEntries} entries`);
        if (entry.name === manifestName) {
            const facts = await readText(entry);
            manifest = parseOvfManifest(facts.head.toString());
            entries.set(entry.name, facts);
        }
        else {
            const algorithms = manifest?.flatMap(({ name, algorithm }) => (name === entry.name ? [algorithm] : []));
            entries.set(entry.name, await readEntry(entry, vmdkHeadBytes, algorithms));
        }
    }
    if (manifest === undefined)
        throw new BrokenImageError(`the archive has no manifest (${manifestName})`);
    return { descriptorName: first.name, descriptor, manifest, entries };
}
function readText(entry) {
    if (entry.size > maxTextSize) {
        throw new BrokenImageError(`${entry.name} has ${entry.size} bytes, too many for a descriptor or manifest`);
    }
    return readEntry(entry, maxTextSize);
}
async function readEntry({ size, content }, headBytes, algorithms = ['sha1', 'sha256', 'sha512']) {
    const hashes = algorithms.map((algorithm) => ({ algorithm, hash: (0,external_node_crypto_.createHash)(algorithm) }));
    const head = [];
    let tail = Buffer.alloc(0);
    let position = 0;
    for await (const chunk of content) {
        for (const { hash } of hashes)
            hash.update(chunk);
        if (position < headBytes)
            head.push(Buffer.from(chunk.subarray(0, headBytes - position)));
        tail = Buffer.concat([tail, chunk.subarray(-vmdkTailBytes)]).subarray(-vmdkTailBytes);
        position += chunk.length;
    }
    return {
        size,
        digests: new Map(hashes.map(({ algorithm, hash }) => [algorithm, hash.digest('hex')])),
        head: Buffer.concat(head),
        tail,
    };
}
function checkManifest({ manifest, entries }) {
    for (const { name, algorithm, digest } of manifest) {
        const entry = entries.get(name);
        if (entry === undefined)
            throw new BrokenImageError(`the manifest names ${name}, which is not in the archive`);
        if (entry.digests.get(algorithm) !== digest) {
            throw new BrokenImageError(`${name} is damaged: its ${algorithm} digest is not the manifest's`);
        }
    }
}
function checkFiles({ descriptorName, descriptor, manifest, entries }) {
    const files = [{ name: descriptorName }, ...descriptor.files];
    for (const { name, size } of files) {
        const entry = entries.get(name);
        if (entry === undefined) {
            throw new BrokenImageError(`the OVF descriptor refers to ${name}, which is not in the archive`);
        }
        if (size !== undefined && size !== entry.size) {
            throw new BrokenImageError(`${name} has ${entry.size} bytes, but ${size} by the OVF descriptor`);
        }
        if (!manifest.some((line) => line.name === name)) {
            throw new BrokenImageError(`the manifest has no digest of ${name}`);
        }
    }
}
function openDisk(name, entries) {
    const entry = entries.get(name);
    if (entry === undefined)
        throw new BrokenImageError(`the disk ${name} is not in the archive`);
    return { name, virtualSize: readVirtualSize({ name, ...entry }), size: entry.size };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/image/inspect-raw-gz.js







async function inspectRawGz(path, signal) {
    const digest = (0,external_node_crypto_.createHash)('sha256');
    const head = [];
    let size = 0;
    let virtualSize = 0;
    const measure = new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            digest.update(chunk);
            size += chunk.length;
            done(null, chunk);
        },
    });
    const look = new external_node_stream_.Writable({
        write(chunk, _encoding, done) {
            if (virtualSize < layoutBytes)
                head.push(Buffer.from(chunk.subarray(0, layoutBytes - virtualSize)));
            virtualSize += chunk.length;
            done();
        },
    });
    const gunzip = (0,external_node_zlib_.createGunzip)({ chunkSize: 1 << 18 });
    try {
        const source = (0,external_node_fs_.createReadStream)(path, { highWaterMark: 1 << 20 });
        await (0,external_node_stream_promises_.pipeline)(source, measure, gunzip, look, { ...(signal && { signal }) });
    }
    catch (error) {
        throw explainGzip(error, size);
    }
    if (gunzip.bytesWritten < size) {
        throw new BrokenImageError(`${size - gunzip.bytesWritten} bytes of something else follow the gzip stream`);
    }
    const layout = readDiskLayout(Buffer.concat(head));
    if (virtualSize < layout.end) {
        throw new BrokenImageError(`the disk ends after ${virtualSize} bytes, but its partition table reaches to ${layout.end}`);
    }
    return { sha256: digest.digest('hex'), size, virtualSize, layout };
}
function explainGzip(error, size) {
    switch (error.code) {
        case 'Z_DATA_ERROR':
            return new BrokenImageError(`not a valid gzip stream: ${(0,action_error/* errorMessage */.g)(error)}`, { cause: error });
        case 'Z_BUF_ERROR':
            return new BrokenImageError(size === 0 ? 'the file is empty' : `the gzip stream is cut off after ${size} bytes`, { cause: error });
        default:
            return error;
    }
}

;// CONCATENATED MODULE: ./build/image/finish-image.js








async function finishImage(options) {
    const { spec, destination } = options;
    const fileName = imageFileName(spec);
    const path = (0,external_node_path_.join)(destination, fileName);
    await (0,promises_.mkdir)(destination, { recursive: true });
    const opened = await openOrKeep(options, (0,external_node_path_.join)(destination, `${spec.id}.rejected`));
    await moveFile(options.builtPath, path);
    const checksumsPath = (0,external_node_path_.join)(destination, `${spec.id}.sha256`);
    await (0,promises_.writeFile)(checksumsPath, `${opened.sha256}  ${fileName}\n`);
    return {
        image: {
            spec,
            path,
            fileName,
            ...opened,
            templateTags: [`os:${spec.os}`, `eksdRelease:${options.channel.eksdRelease}`],
        },
        checksumsPath,
    };
}
function imageFileName(spec) {
    return `${spec.id}.${node_image_spec/* imageExtensions */._o[spec.hypervisor]}`;
}
async function openOrKeep(options, keptPath) {
    try {
        return await openers[options.spec.hypervisor](options);
    }
    catch (error) {
        if (!(error instanceof BrokenImageError))
            throw error;
        await moveFile(options.builtPath, keptPath);
        throw new action_error/* ActionError */.l('What the build left is not an intact disk image.', {
            problems: [error.message],
            why: 'The build ended without an error: most often its disk ran full, or it was cut off.',
            fix: `Look at the file (${keptPath}) and at the free space of its disk, then build again.`,
            cause: error,
        });
    }
}
const openers = {
    baremetal: openRawGz,
    vsphere: openOva,
};
async function openRawGz({ builtPath, signal }) {
    const { sha256, size, layout, virtualSize } = await inspectRawGz(builtPath, signal);
    return { format: 'raw.gz', sha256, size, contents: describeDisk(layout, virtualSize) };
}
async function openOva({ builtPath, spec, channel, signal }) {
    const { sha256, size, disk, firmware, properties } = await inspectOva(builtPath, signal);
    if (spec.firmware !== undefined && spec.firmware !== firmware) {
        throw new BrokenImageError(`it boots by ${firmware}, but ${spec.firmware} was asked for`);
    }
    const eksdRelease = properties.get('EKS_DISTRO_VERSION') ?? channel.eksdRelease;
    if (eksdRelease !== channel.eksdRelease) {
        throw new BrokenImageError(`it says it holds ${eksdRelease}, but the release has ${channel.eksdRelease}`);
    }
    const contents = `OVF with ${firmware} firmware, one disk of ${mebibytes(disk.virtualSize)}`;
    return { format: 'ova', sha256, size, contents };
}
async function refuseExisting(destination, spec, replaceExisting) {
    if (replaceExisting === 'replace')
        return;
    const path = (0,external_node_path_.join)(destination, imageFileName(spec));
    const exists = await (0,promises_.stat)(path).then(() => true, () => false);
    if (exists) {
        throw new action_error/* ActionError */.l(`${path} exists already.`, {
            fix: 'Remove it, choose another `destination`, or set `replace-existing: true`.',
        });
    }
}
async function moveFile(from, to) {
    try {
        await (0,promises_.rename)(from, to);
    }
    catch (error) {
        if (error.code !== 'EXDEV')
            throw error;
        const part = `${to}.${(0,external_node_crypto_.randomUUID)()}.part`;
        try {
            await (0,promises_.copyFile)(from, part);
            await (0,promises_.rename)(part, to);
        }
        finally {
            await (0,promises_.rm)(part, { force: true });
        }
        await (0,promises_.rm)(from, { force: true });
    }
}
function describeDisk(layout, virtualSize) {
    const count = layout.partitions.length;
    const efi = layout.partitions.some(({ type }) => type === 'efi-system')
        ? ' with an EFI system partition'
        : '';
    return `${layout.table.toUpperCase()}, ${count} partition${count === 1 ? '' : 's'}${efi}, ${mebibytes(virtualSize)}`;
}
function mebibytes(bytes) {
    return `${Math.round(bytes / 1024 ** 2)} MiB`;
}

;// CONCATENATED MODULE: ./build/image-builder/build-log.js
const firstPhase = 'Fetch the build tooling';
const lastPhase = 'Finish';
const provisioning = /^(Provision|Test)/;
const phaseStarts = [
    [/^Initiating Image Build/, 'Prepare the build'],
    [/^hack\/ensure-python\.sh/, 'Check the tools'],
    [/^Loading EKSD manifest from:/, 'Configure Packer'],
    [/(^|\/)packer build /, 'Start Packer'],
    [/^==> [^:]+: Retrieving ISO/, 'Download the ISO'],
    [/^==> [^:]+: (Starting HTTP server|Starting VM|Creating VM)/, 'Boot the virtual machine'],
    [/^==> [^:]+: Waiting for SSH to become available/, 'Install the operating system, wait for SSH'],
    [/^==> [^:]+: Connected to SSH!/, 'Provision'],
    [/^==> [^:]+: Provisioning with Ansible/, 'Provision with Ansible'],
    [/^==> [^:]+: Provisioning with Goss/i, 'Test with Goss'],
    [/^==> [^:]+: (Gracefully halting|Running post-processor)/, 'Export the image'],
    [/^Image Build Successful/, lastPhase],
];
const causeRules = [
    /No space left on device|ENOSPC/,
    /\b(fatal|failed): \[[^\]]+\].*(FAILED!|UNREACHABLE!)/,
    /^Build '[^']+' errored after (?!.*: Build was halted\.$)/,
    /Timeout waiting for SSH/,
    /^panic: /,
    /^==> [^:]+: (.*\berror\b.*)/i,
    /^Build '[^']+' errored after /,
    /^Failed getting the "[^"]+" plugin:/,
    /^(curl|git|fatal|ERROR|Error|yq|tar|gzip): ?.*/,
    /returned non-200 HTTP status/,
    /\*\*\* \[[^\]]+\] (Error \d+|Terminated|Killed)/,
];
const cliPrefix = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /;
const terminalControl = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;
const success = 'Build Successful. Output artifacts located at current working directory';
const cryptHash = /\$[156y]\$[./A-Za-z0-9$=,]+/g;
const multiLine = /^(Build '|Failed getting )/;
const longestBlock = 20;
class BuildLog {
    facts = { isSuccessful: false, isWithoutOutput: false };
    #phase = firstPhase;
    #isInTemplates = false;
    #templateLines = 0;
    #lastLine = '';
    #lastCliLine = '';
    #causes = causeRules.map(() => undefined);
    #openBlock;
    get phase() {
        return this.#phase;
    }
    read(raw) {
        const line = raw
            .replace(terminalControl, '')
            .replace(/[\s\S]*\r(?!$)/, '')
            .trimEnd();
        const isCliLine = cliPrefix.test(line);
        const message = line.replace(cliPrefix, '').replace(cryptHash, '***');
        if (!isCliLine && this.#isTemplate(message))
            return {};
        if (message !== '')
            this.#lastLine = message;
        if (isCliLine)
            this.#noteCliLine(message);
        if (this.#phase === lastPhase && message.startsWith('panic: '))
            this.facts.isWithoutOutput = true;
        const phase = this.#enterPhase(message);
        this.#noteCause(message);
        const text = this.#announceTemplates() + message;
        return { ...(phase && { phase }), text };
    }
    cause() {
        const found = this.#causes.find((cause) => cause !== undefined);
        if (found)
            return found;
        const line = this.#lastCliLine || this.#lastLine;
        return line === '' ? undefined : { phase: this.#phase, line };
    }
    #noteCliLine(message) {
        this.#lastCliLine = message;
        this.facts.isSuccessful = message === success;
        this.facts.buildToolingCommit ??= /^Checking out commit ([0-9a-f]{40}) for build/.exec(message)?.[1];
        this.facts.bundleManifestUrl ??= /^Fetching git commit from bundle manifest: (\S+)/.exec(message)?.[1];
    }
    #isTemplate(message) {
        if (message === 'hack/set-ssh-password.sh') {
            this.#isInTemplates = true;
            this.#templateLines = 0;
            return false;
        }
        if (!this.#isInTemplates)
            return false;
        if (/(^|\/)packer build /.test(message) || /^make(\[\d+\])?: /.test(message) || /^==> /.test(message)) {
            this.#isInTemplates = false;
            return false;
        }
        this.#templateLines += 1;
        return true;
    }
    #announceTemplates() {
        if (this.#isInTemplates || this.#templateLines === 0)
            return '';
        const count = this.#templateLines;
        this.#templateLines = 0;
        return `(${count} lines of rendered templates left out)\n`;
    }
    #enterPhase(message) {
        const index = phaseStarts.findIndex(([pattern]) => pattern.test(message));
        const phase = phaseStarts[index]?.[1];
        if (phase === undefined || phase === this.#phase)
            return undefined;
        const current = phaseStarts.findIndex(([, name]) => name === this.#phase);
        const isTurn = provisioning.test(phase) && provisioning.test(this.#phase);
        if (index < current && !isTurn)
            return undefined;
        this.#phase = phase;
        return phase;
    }
    #noteCause(message) {
        if (this.#openBlock !== undefined)
            this.#continueBlock(message, this.#openBlock);
        const rule = causeRules.findIndex((pattern) => pattern.test(message));
        if (rule < 0 || this.#causes[rule] !== undefined)
            return;
        this.#causes[rule] = { phase: this.#phase, line: message };
        if (multiLine.test(message))
            this.#openBlock = { rule, lines: [message] };
    }
    #continueBlock(message, block) {
        if (message === '' || message.startsWith('==>') || block.lines.length >= longestBlock) {
            this.#openBlock = undefined;
            return;
        }
        block.lines.push(message.trim());
        this.#causes[block.rule] = { phase: this.#phase, line: block.lines.join(' ') };
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/image-builder/process-group.js




const gracePeriod = 6_000;
const drainPeriod = 2_000;
const longestLine = 64 * 1024;
async function runInGroup(command, options) {
    options.signal.throwIfAborted();
    const child = (0,external_node_child_process_.spawn)(command.file, [...command.args], {
        cwd: options.workingDirectory,
        env: { ...command.environment },
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    const exited = (0,external_node_events_.once)(child, 'exit');
    exited.catch(() => { });
    await (0,external_node_events_.once)(child, 'spawn');
    const group = child.pid;
    options.onStart?.(identityOf(group));
    const drained = Promise.all([
        readLines(child.stdout, options.onLine),
        readLines(child.stderr, options.onLine),
    ]);
    let ending;
    const end = () => (ending ??= endGroup(group));
    options.signal.addEventListener('abort', end, { once: true });
    if (options.signal.aborted)
        void end();
    const [code, signal] = await exited;
    if (signal !== null && !options.signal.aborted)
        closePipes(child);
    await Promise.race([drained, (0,external_node_timers_promises_.setTimeout)(drainPeriod, undefined, { ref: false })]);
    options.signal.removeEventListener('abort', end);
    await end();
    closePipes(child);
    await drained;
    options.signal.throwIfAborted();
    return { code, signal };
}
async function endGroupByIdentity(identity) {
    const group = Number(identity.split(':')[0]);
    if (Number.isSafeInteger(group) && group > 1 && identityOf(group) === identity)
        await endGroup(group);
}
function identityOf(pid) {
    return `${pid}:${processStatus(pid)?.startTime ?? ''}`;
}
function processStatus(pid) {
    try {
        const stat = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'latin1');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return { state: fields[0] ?? '', group: Number(fields[2]), startTime: fields[19] ?? '' };
    }
    catch {
        return undefined;
    }
}
async function endGroup(group) {
    if (!signalGroup(group, 'SIGTERM'))
        return;
    const deadline = Date.now() + gracePeriod;
    while (Date.now() < deadline) {
        await (0,external_node_timers_promises_.setTimeout)(50);
        if (!isRunning(group))
            return;
    }
    signalGroup(group, 'SIGKILL');
}
function isRunning(group) {
    if (!signalGroup(group, 0))
        return false;
    if (!(0,external_node_fs_.existsSync)('/proc/self/stat'))
        return true;
    return (0,external_node_fs_.readdirSync)('/proc').some((name) => {
        const status = /^\d+$/.test(name) ? processStatus(Number(name)) : undefined;
        return status?.group === group && !/[ZX]/i.test(status.state);
    });
}
function signalGroup(group, signal) {
    try {
        process.kill(-group, signal);
        return true;
    }
    catch {
        return false;
    }
}
function readLines(stream, onLine) {
    const decoder = new TextDecoder();
    let rest = '';
    const take = (text) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            onLine(line);
        if (rest.length > longestLine) {
            onLine(rest);
            rest = '';
        }
    };
    stream.on('data', (chunk) => take(decoder.decode(chunk, { stream: true })));
    return new Promise((resolve) => {
        stream.once('close', () => {
            take(decoder.decode());
            if (rest !== '')
                onLine(rest);
            resolve();
        });
    });
}
function closePipes(child) {
    child.stdout?.destroy();
    child.stderr?.destroy();
}

;// CONCATENATED MODULE: ./build/image-builder/build.js







async function runBuild(run) {
    const started = performance.now();
    const buildLog = new BuildLog();
    const mismatch = new AbortController();
    const timeout = AbortSignal.timeout(run.timeoutMinutes * 60_000);
    const logFile = (0,external_node_fs_.createWriteStream)(run.logPath, { mode: 0o600 });
    const logWritten = (0,external_node_stream_promises_.finished)(logFile);
    logWritten.catch(() => { });
    run.log.startGroup(buildLog.phase);
    run.log.info(`$ ${[run.command.file, ...run.command.args].join(' ')}`);
    let exit;
    try {
        exit = await runInGroup(run.command, {
            workingDirectory: run.workFolder,
            signal: AbortSignal.any([run.signal, timeout, mismatch.signal]),
            onStart: run.onStart,
            onLine: (line) => {
                showLine(line, buildLog, logFile, run);
                refuseOtherRelease(buildLog, run.release, mismatch);
            },
        });
    }
    catch (error) {
        throw timeout.aborted ? timedOut(run, buildLog) : error;
    }
    finally {
        run.log.endGroup();
        logFile.end();
    }
    const logFailure = await logWritten.then(() => undefined, (error) => error);
    const outputPath = (0,external_node_path_.join)(run.workFolder, run.outputName);
    if (exit.code === 0 && buildLog.facts.isSuccessful)
        await requireOutput(outputPath, run);
    else
        throw buildLog.facts.isWithoutOutput ? await noOutput(run) : failedBuild(exit, buildLog, run);
    if (logFailure !== undefined)
        throw unwrittenLog(run.logPath, logFailure);
    return { outputPath, durationSeconds: Math.round((performance.now() - started) / 1000) };
}
function showLine(line, buildLog, logFile, run) {
    const { phase, text } = buildLog.read(line);
    if (phase !== undefined)
        run.log.startGroup(phase);
    if (text === undefined)
        return;
    run.log.info(text);
    logFile.write(`${run.redact(text)}\n`);
}
function refuseOtherRelease(buildLog, release, mismatch) {
    const { buildToolingCommit } = buildLog.facts;
    if (mismatch.signal.aborted || buildToolingCommit === undefined)
        return;
    if (buildToolingCommit === release.buildToolingCommit)
        return;
    mismatch.abort(new action_error/* ActionError */.l('The image-builder CLI is building another release than the verified one.', {
        problems: [
            `verified: ${release.version}, build-tooling commit ${release.buildToolingCommit}`,
            `the CLI checked out ${buildToolingCommit} (from ${buildLog.facts.bundleManifestUrl ?? 'its own manifest'})`,
        ],
        why: 'The CLI downloads the release manifest a second time; between here and there something answers differently.',
        fix: 'Look for a proxy or mirror that serves an old or changed manifest to one of the two.',
    }));
}
function unwrittenLog(path, cause) {
    return new action_error/* ActionError */.l(`The image was built, but its log could not be written: ${path}`, {
        problems: [(0,action_error/* errorMessage */.g)(cause)],
        fix: 'Free space on the disk of `destination`.',
        cause,
    });
}
function timedOut(run, buildLog) {
    const cause = buildLog.cause();
    return new action_error/* ActionError */.l(`The build was ended after ${run.timeoutMinutes} minutes, in the phase "${buildLog.phase}".`, {
        ...(cause && { problems: [`last telling line: ${cause.line}`] }),
        fix: `Read the log (${run.logPath}); a slower machine needs a larger \`build-timeout\`.`,
    });
}
function failedBuild(exit, buildLog, run) {
    const cause = buildLog.cause();
    const how = describeExit(exit);
    if (cause === undefined) {
        return new action_error/* ActionError */.l(`The image-builder CLI ${how} without a word.`, {
            fix: `Try it by hand: ${run.command.file} version`,
        });
    }
    return new action_error/* ActionError */.l(`The build failed in the phase "${cause.phase}".`, {
        problems: [cause.line],
        why: `The image-builder CLI ${how}.`,
        fix: adviceFor(cause.line) ?? `Read the whole log: ${run.logPath}`,
    });
}
function describeExit({ code, signal }) {
    if (signal === 'SIGKILL')
        return 'was killed (SIGKILL): by hand, or by the kernel for lack of memory';
    if (signal !== null)
        return `was ended by ${signal}`;
    if (code === 2)
        return 'crashed (exit code 2, a Go panic)';
    return `ended with exit code ${code}`;
}
function adviceFor(line) {
    if (/No space left on device|ENOSPC/.test(line)) {
        return 'Free space on the disk of RUNNER_TEMP: a build needs about 50 GB.';
    }
    if (/Timeout waiting for SSH/.test(line)) {
        return 'The virtual machine did not install or cannot be reached: check /dev/kvm, memory and the ISO; `ssh_timeout` in `config` allows more time (from v0.24.0).';
    }
    return undefined;
}
async function requireOutput(path, run) {
    const isThere = await (0,promises_.access)(path, external_node_fs_.constants.R_OK).then(() => true, () => false);
    if (!isThere)
        throw await noOutput(run);
}
async function noOutput(run) {
    const found = await (0,promises_.readdir)(run.workFolder).catch((error) => [(0,action_error/* errorMessage */.g)(error)]);
    return new action_error/* ActionError */.l('The image-builder CLI reported success but left no image.', {
        problems: [`expected ${run.outputName}; found ${found.join(', ') || 'nothing'}`],
        fix: `Read the whole log: ${run.logPath}`,
    });
}

// EXTERNAL MODULE: ./build/release/version.js
var version = __webpack_require__(70590);
;// CONCATENATED MODULE: ./build/release/support-matrix.js

const oldestSupported = 'v0.16.0';
const ubuntuRows = [
    { since: oldestSupported, versions: ['20.04'], usual: '20.04' },
    { since: 'v0.17.0', versions: ['20.04', '22.04'], usual: '20.04' },
    { since: 'v0.24.0', versions: ['20.04', '22.04', '24.04'], usual: '20.04' },
    { since: 'v0.25.0', versions: ['22.04', '24.04'], usual: '22.04' },
];
const firstWithOsFlags = 'v0.17.0';
const firstWithLongNames = 'v0.18.0';
function ubuntuSupport(eksaVersion) {
    const row = ubuntuRows.findLast(({ since }) => isAtLeast(eksaVersion, since));
    if (row === undefined)
        throw new RangeError(`no row for ${eksaVersion}`);
    return row;
}
function hasOsFlags(eksaVersion) {
    return isAtLeast(eksaVersion, firstWithOsFlags);
}
function hasLongOutputNames(eksaVersion) {
    return isAtLeast(eksaVersion, firstWithLongNames);
}
function isLineAfter(eksaVersion, line) {
    return isAtLeast(eksaVersion, `v${line}.0`) && !eksaVersion.startsWith(`v${line}.`);
}
function isAtLeast(eksaVersion, since) {
    return eksaVersion.startsWith('v0.0.0-') || (0,version/* compareVersions */.Zy)(eksaVersion, since) >= 0;
}

;// CONCATENATED MODULE: ./build/image-builder/command.js


const inherited = [
    'PATH',
    'LANG',
    'LC_ALL',
    'TZ',
    'TMPDIR',
    'USER',
    'LOGNAME',
    'SHELL',
    'PACKER_CACHE_DIR',
    'PACKER_PLUGIN_PATH',
];
function buildCommand(options) {
    const { cli, spec, configPath } = options;
    const osFlags = hasOsFlags(spec.eksaVersion)
        ? [
            ...['--eksa-release', spec.eksaVersion],
            ...(spec.osVersion ? ['--os-version', spec.osVersion] : []),
            ...(spec.firmware ? ['--firmware', spec.firmware] : []),
        ]
        : [];
    return {
        file: cli,
        args: [
            'build',
            ...['--os', spec.os],
            ...['--hypervisor', spec.hypervisor],
            ...['--release-channel', spec.releaseChannel],
            ...osFlags,
            ...(configPath ? [`--${spec.hypervisor}-config`, configPath] : []),
        ],
        environment: childEnvironment(options),
    };
}
function expectedOutputName(spec) {
    const extension = node_image_spec/* imageExtensions */._o[spec.hypervisor];
    if (!hasLongOutputNames(spec.eksaVersion))
        return `${spec.os}.${extension}`;
    return `${spec.os}-${spec.osVersion?.replaceAll('.', '')}-kube-${spec.releaseChannel}.${extension}`;
}
function childEnvironment(options) {
    const { runnerEnvironment, folders, certificatesPath, spec } = options;
    return {
        ...pick(runnerEnvironment, inherited),
        ...proxyVariables(runnerEnvironment),
        HOME: folders.home,
        CI: 'false',
        PACKER_COLOR: 'false',
        CHECKPOINT_DISABLE: '1',
        GIT_TERMINAL_PROMPT: '0',
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'advice.detachedHead',
        GIT_CONFIG_VALUE_0: 'false',
        SSH_PASSWORD: options.sshPassword,
        SSL_CERT_FILE: certificatesPath,
        GIT_SSL_CAINFO: certificatesPath,
        CURL_CA_BUNDLE: certificatesPath,
        REQUESTS_CA_BUNDLE: certificatesPath,
        PIP_CERT: certificatesPath,
        ...(hasOsFlags(spec.eksaVersion) ? {} : { EKSA_RELEASE_VERSION: spec.eksaVersion }),
    };
}
function proxyVariables(environment) {
    const variables = {};
    for (const name of ['https_proxy', 'http_proxy', 'all_proxy', 'no_proxy']) {
        const value = environment[name] || environment[name.toUpperCase()];
        if (value)
            variables[name] = value;
    }
    return variables;
}
function pick(environment, names) {
    return Object.fromEntries(names.flatMap((name) => {
        const value = environment[name];
        return value === undefined ? [] : [[name, value]];
    }));
}

// EXTERNAL MODULE: ./build/nearest-match.js
var nearest_match = __webpack_require__(67526);
;// CONCATENATED MODULE: ./build/image-builder/config-keys.js
const webAddress = {
    pattern: /^https?:\/\/[^\s/]+\S*$/,
    expected: 'a URL that starts with http:// or https://',
};
const address = {
    pattern: /^(https?|file):\/\/\S+$/,
    expected: 'a URL that starts with https://, http:// or file://',
};
const host = {
    pattern: /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d{1,5})?$/,
    expected: 'a host name without https:// or a path',
};
const wholeNumber = { pattern: /^[1-9]\d*$/, expected: 'a whole number' };
const config_keys_boolean = { pattern: /^(true|false)$/, expected: '`true` or `false`' };
const duration = {
    pattern: /^(\d+(\.\d+)?(ns|us|ms|s|m|h))+$/,
    expected: 'a duration such as `40m` or `1h30m`',
};
const hexDigest = {
    pattern: /^([0-9a-fA-F]{64}|[0-9a-fA-F]{128})$/,
    expected: '64 (sha256) or 128 (sha512) hex digits',
};
const vmxVersion = { pattern: /^(1[5-9]|[2-9]\d)$/, expected: 'a number from 15 up' };
const common = {
    iso_url: { format: address },
    iso_checksum: { format: hexDigest },
    iso_checksum_type: { format: { pattern: /^sha(256|512)$/, expected: '`sha256` or `sha512`' } },
    http_proxy: { format: webAddress },
    https_proxy: { format: webAddress },
    no_proxy: {},
    extra_debs: {},
    extra_repos: {},
    firstboot_custom_roles_pre: { since: 'v0.17.0' },
    firstboot_custom_roles_post: { since: 'v0.17.0' },
    node_custom_roles_pre: { since: 'v0.17.0' },
    node_custom_roles_post: { since: 'v0.17.0' },
    disable_public_repos: { since: 'v0.17.0', format: config_keys_boolean },
    reenable_public_repos: { since: 'v0.17.0', format: config_keys_boolean },
    ssh_timeout: { since: 'v0.24.0', format: duration },
    ssh_handshake_attempts: { since: 'v0.24.0', format: wholeNumber },
};
const configKeys = {
    baremetal: { disk_size: { since: 'v0.22.0', format: wholeNumber }, ...common },
    vsphere: {
        vcenter_server: { required: true, format: host },
        username: { required: true },
        password: { required: true, secret: true },
        datacenter: { required: true },
        cluster: { required: true },
        datastore: { required: true },
        folder: { required: true },
        network: { required: true },
        resource_pool: {},
        template: {},
        insecure_connection: { format: config_keys_boolean },
        convert_to_template: { format: config_keys_boolean },
        create_snapshot: { format: config_keys_boolean },
        linked_clone: { format: config_keys_boolean },
        vsphere_library_name: { until: '0.19' },
        vmx_version: { since: 'v0.22.0', format: vmxVersion },
        ...common,
    },
};
const rhelKeys = [
    'extra_rpms',
    'rhel_password',
    'rhel_username',
    'rhsm_activation_key',
    'rhsm_org_id',
    'rhsm_server_hostname',
];

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/image-builder/config-text.js

function parseFlatMapping(name, text, problems) {
    if (text.trim() === '')
        return [];
    const document = (0,dist/* parseDocument */.Tp)(text, { schema: 'failsafe', uniqueKeys: true, prettyErrors: false });
    const lineOf = (offset) => text.slice(0, offset ?? 0).split('\n').length;
    if (document.errors.length > 0) {
        problems.push(...document.errors.map((error) => `${name}, line ${lineOf(error.pos[0])}: ${error.message}`));
        return undefined;
    }
    if (document.contents === null)
        return [];
    if (!(0,dist/* isMap */.jh)(document.contents)) {
        problems.push(`${name}: not a mapping of keys to values, but ${kindOf(document.contents)}`);
        return undefined;
    }
    const entries = [];
    for (const { key, value } of document.contents.items) {
        const where = `${name}, line ${lineOf(rangeStart(key))}`;
        if (!(0,dist/* isScalar */.jn)(key))
            problems.push(`${where}: a key that is not text`);
        else if (value !== null && !(0,dist/* isScalar */.jn)(value)) {
            problems.push(`${where}: \`${String(key.value)}\` must be one value, but is ${kindOf(value)}`);
            entries.push([String(key.value), undefined]);
        }
        else if ((0,dist/* isScalar */.jn)(value) && value.type === 'PLAIN' && /^(null|~)$/i.test(String(value.value))) {
            entries.push([String(key.value), '']);
        }
        else
            entries.push([String(key.value), (0,dist/* isScalar */.jn)(value) ? String(value.value ?? '') : '']);
    }
    return entries;
}
function rangeStart(node) {
    return (0,dist/* isScalar */.jn)(node) ? node.range?.[0] : undefined;
}
function kindOf(node) {
    if ((0,dist/* isMap */.jh)(node))
        return 'a mapping';
    if ((0,dist/* isScalar */.jn)(node))
        return 'a single value';
    if ((0,dist/* isAlias */.Vj)(node))
        return 'an alias';
    return node === null ? 'empty' : 'a list';
}

;// CONCATENATED MODULE: ./build/image-builder/config.js






function readBuildConfig(sources, target) {
    const problems = [];
    const mappings = sources.texts.map(({ name, text }) => parseFlatMapping(name, text, problems));
    const entries = [...mappings.flatMap((mapping) => mapping ?? []), ...Object.entries(sources.secrets)];
    const isReadable = !mappings.includes(undefined);
    const config = Object.create(null);
    for (const [key, value] of entries)
        if (value !== undefined)
            config[key] = value;
    for (const [key, value] of new Map(entries)) {
        const problem = checkKey(key, target) ?? checkValue(key, value, target);
        if (problem)
            problems.push(`\`${key}\` ${problem}`);
    }
    problems.push(...checkIso(config));
    if (isReadable)
        problems.push(...missingKeys(new Map(entries), target));
    if (problems.length > 0) {
        throw new action_error/* ActionError */.l(`The build config for ${hypervisorNames[target.hypervisor]} is wrong.`, {
            problems,
            ...(isReadable && { fix: `Its keys are ${Object.keys(configKeys[target.hypervisor]).join(', ')}.` }),
        });
    }
    return config;
}
function secretsOf(config, hypervisor) {
    const keys = configKeys[hypervisor];
    const entries = Object.entries(config);
    return {
        values: entries.filter(([key]) => keys[key]?.secret).map(([, value]) => value),
        addresses: entries.map(([, value]) => value).filter((value) => value.includes('://')),
    };
}
const hypervisorNames = { baremetal: 'bare metal', vsphere: 'vSphere' };
function checkKey(key, { hypervisor, eksaVersion }) {
    const keys = configKeys[hypervisor];
    const known = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (known === undefined)
        return unknownKey(key, hypervisor);
    if (known.since && !isAtLeast(eksaVersion, known.since)) {
        return `would be ignored: it exists since ${known.since}, and this is ${eksaVersion}`;
    }
    if (known.until && isLineAfter(eksaVersion, known.until)) {
        return `would be ignored: it exists up to v${known.until}, and this is ${eksaVersion}`;
    }
    return undefined;
}
function unknownKey(key, hypervisor) {
    if (rhelKeys.includes(key))
        return 'is for RHEL only';
    const other = node_image_spec/* buildableHypervisors */.fI.find((candidate) => Object.hasOwn(configKeys[candidate], key));
    if (other !== undefined)
        return `is for ${hypervisorNames[other]} only`;
    const near = (0,nearest_match/* nearestMatch */.G)(key, Object.keys(configKeys[hypervisor]));
    return `is no key of this config${near ? `; did you mean \`${near}\`?` : ''}`;
}
function checkValue(key, value, { hypervisor }) {
    if (value === undefined)
        return undefined;
    if (value === '')
        return 'has no value';
    const format = configKeys[hypervisor][key]?.format;
    return format === undefined || format.pattern.test(value) ? undefined : `must be ${format.expected}`;
}
function missingKeys(given, { hypervisor }) {
    return Object.entries(configKeys[hypervisor])
        .filter(([key, { required }]) => required && !given.has(key))
        .map(([key, { secret }]) => `\`${key}\` is missing${secret ? '; it belongs into `secrets`' : ''}`);
}
function checkIso(config) {
    const problems = [];
    if (config['iso_url'] && !(config['iso_checksum'] && config['iso_checksum_type'])) {
        problems.push('`iso_url` needs `iso_checksum` and `iso_checksum_type` beside it');
    }
    for (const key of ['iso_checksum', 'iso_checksum_type']) {
        if (config[key] && !config['iso_url'])
            problems.push(`\`${key}\` needs \`iso_url\` beside it`);
    }
    const digits = { sha256: 64, sha512: 128 }[config['iso_checksum_type'] ?? ''];
    const { length } = config['iso_checksum'] ?? '';
    if (digits !== undefined && (length === 64 || length === 128) && length !== digits) {
        problems.push(`\`iso_checksum\` has ${length} digits, but ${config['iso_checksum_type']} has ${digits}`);
    }
    return problems;
}

// EXTERNAL MODULE: ./build/log.js
var build_log = __webpack_require__(36650);
// EXTERNAL MODULE: ./build/release/resolve.js + 5 modules
var resolve = __webpack_require__(15199);
;// CONCATENATED MODULE: ./build/plan/complete-spec.js





function completeSpec(wanted, release) {
    if (!isAtLeast(release.version, oldestSupported)) {
        throw new action_error/* ActionError */.l(`EKS Anywhere ${release.version} is too old to build images with.`, {
            fix: `Choose ${oldestSupported} or newer with \`eks-a-version\`.`,
        });
    }
    (0,resolve.findChannel)(release, wanted.releaseChannel);
    const { versions, usual } = ubuntuSupport(release.version);
    const osVersion = withDot(wanted.osVersion ?? usual);
    const problems = [];
    if (!versions.includes(osVersion)) {
        const near = (0,nearest_match/* nearestMatch */.G)(osVersion, versions);
        problems.push(`\`os-version\`: ${release.version} builds Ubuntu ${versions.join(', ')}, not ${osVersion}${near ? `; did you mean ${near}?` : ''}`);
    }
    const firmware = completeFirmware(wanted, release.version, problems);
    if (problems.length > 0)
        throw new action_error/* ActionError */.l(`${release.version} cannot build this image.`, { problems });
    const spec = {
        os: wanted.os,
        osVersion,
        hypervisor: wanted.hypervisor,
        ...(firmware && { firmware }),
        releaseChannel: wanted.releaseChannel,
        eksaVersion: release.version,
    };
    return { id: (0,node_image_spec/* nodeImageId */.p1)(spec), ...spec };
}
function completeFirmware({ firmware, hypervisor }, eksaVersion, problems) {
    if (!hasOsFlags(eksaVersion)) {
        if (firmware) {
            problems.push('`firmware`: releases before v0.17.0 have no choice of firmware; leave it out');
        }
        return undefined;
    }
    if (hypervisor === 'vsphere')
        return firmware ?? 'bios';
    if (firmware === 'bios')
        problems.push('`firmware`: Ubuntu on bare metal boots by `efi` only since v0.17.0');
    return 'efi';
}
function withDot(version) {
    return version.replace(/^(\d\d)(\d\d)$/, '$1.$2');
}

// EXTERNAL MODULE: ./build/runner/artifacts.js
var artifacts = __webpack_require__(75324);
// EXTERNAL MODULE: ./build/runner/runner-temp.js
var runner_temp = __webpack_require__(74872);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 13 modules
var core = __webpack_require__(77094);
;// CONCATENATED MODULE: ./build/runner/state.js

function saveState(name, value) {
    core/* saveState */.LZ(name, value);
}
function savedState(name) {
    return core/* getState */.Gu(name) || undefined;
}

// EXTERNAL MODULE: ./build/runner/summary.js
var summary = __webpack_require__(61115);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/toolchain/image-builder-cli.js





async function obtainImageBuilderCli(release, folder, http) {
    const archive = release.imageBuilder;
    if (archive === undefined) {
        throw new action_error/* ActionError */.l(`The bundle of EKS Anywhere ${release.version} names no image-builder CLI.`, {
            fix: 'Choose another release with `eks-a-version`.',
        });
    }
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const tarball = (0,external_node_path_.join)(folder, 'image-builder.tar.gz');
    await http.download(archive.uri, tarball, { sha256: archive.sha256, what: 'The image-builder CLI' });
    const path = (0,external_node_path_.join)(folder, 'image-builder');
    await extractOne(tarball, 'image-builder', folder);
    await requireRegularFile(path, archive.uri);
    await (0,promises_.chmod)(path, 0o755);
    return { path, version: await askVersion(path, archive.version) };
}
async function extractOne(tarball, member, folder) {
    try {
        await (0,external_node_util_.promisify)(external_node_child_process_.execFile)('tar', ['-xzf', tarball, '-C', folder, '--no-same-owner', `./${member}`], {
            timeout: 60_000,
        });
    }
    catch (cause) {
        throw new action_error/* ActionError */.l(`The image-builder tarball holds no ./${member}.`, {
            problems: [(0,action_error/* errorMessage */.g)(cause)],
            cause,
        });
    }
}
async function requireRegularFile(path, uri) {
    const found = await (0,promises_.lstat)(path);
    if (!found.isFile())
        throw new action_error/* ActionError */.l(`./image-builder in ${uri} is not a regular file.`);
}
async function askVersion(path, expected) {
    let answer;
    try {
        const { stdout } = await (0,external_node_util_.promisify)(external_node_child_process_.execFile)(path, ['version'], { timeout: 30_000 });
        answer = stdout.trim();
    }
    catch (cause) {
        throw new action_error/* ActionError */.l('The image-builder CLI does not run on this machine.', {
            problems: [(0,action_error/* errorMessage */.g)(cause)],
            why: 'It is a program for Linux on x86_64 with the GNU C library.',
            fix: 'Run the job on an x86_64 Linux runner such as `ubuntu-24.04`, on a disk that is not mounted noexec.',
            cause,
        });
    }
    if (expected !== undefined && answer.replace(/^v/, '') !== expected.replace(/^v/, '')) {
        throw new action_error/* ActionError */.l(`The image-builder CLI says it is ${answer}, but the bundle names ${expected}.`);
    }
    return answer;
}

// EXTERNAL MODULE: ./build/actions/fetch-release.js + 7 modules
var fetch_release = __webpack_require__(42463);
;// CONCATENATED MODULE: ./build/actions/build-cell.js


















async function buildCell(context) {
    const { inputs, log, secrets } = context;
    const fetched = await (0,build_log/* inGroup */.H)(log, 'Resolve the EKS Anywhere release', () => (0,fetch_release.fetchRelease)(inputs, log, secrets));
    const { release } = fetched;
    const channel = (0,resolve.findChannel)(release, inputs['release-channel']);
    const spec = completeSpec(wantedImage(inputs), release);
    const config = await readConfig(context, spec);
    const destination = (0,external_node_path_.resolve)(inputs.destination ?? (0,external_node_path_.join)((0,runner_temp/* runnerTemp */.X)(), 'node-images'));
    await refuseExisting(destination, spec, inputs['replace-existing'] ? 'replace' : 'keep');
    const workFolder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,runner_temp/* runnerTemp */.X)(), 'node-image-'));
    saveState('work-folder', workFolder);
    try {
        const cli = await (0,build_log/* inGroup */.H)(log, 'Obtain the image-builder CLI', () => obtainCli(context, fetched, workFolder));
        const built = await build(context, { fetched, spec, config, cli, workFolder, destination });
        const finished = await (0,build_log/* inGroup */.H)(log, 'Check the image', async () => {
            const result = await finishImage({
                builtPath: built.outputPath,
                spec,
                channel,
                destination,
                signal: context.signal,
            });
            log.info(`${result.image.fileName}: ${result.image.contents}; ${result.image.size} bytes; sha256 ${result.image.sha256}`);
            return result;
        });
        context.setOutputs(imageOutputs(finished));
        const artifact = await (0,build_log/* inGroup */.H)(log, 'Upload the image', () => upload(context, finished));
        await summarize(context, { fetched, finished, cli, built, artifact });
        return {
            id: spec.id,
            'eks-a-version': release.version,
            'bundle-number': release.bundleNumber,
            signature: release.signature,
            'kube-version': channel.kubeVersion,
            'eksd-release': channel.eksdRelease,
            'artifact-id': artifact?.id,
            'artifact-url': artifact?.url,
            'duration-seconds': built.durationSeconds,
        };
    }
    finally {
        await (0,promises_.rm)(workFolder, { recursive: true, force: true });
    }
}
async function cleanUp() {
    const group = savedState('process-group');
    if (group !== undefined)
        await endGroupByIdentity(group);
    const workFolder = savedState('work-folder');
    if (workFolder !== undefined)
        await (0,promises_.rm)(workFolder, { recursive: true, force: true });
}
function wantedImage(inputs) {
    return {
        os: inputs.os,
        osVersion: inputs['os-version'],
        hypervisor: inputs.hypervisor,
        firmware: inputs.firmware,
        releaseChannel: inputs['release-channel'],
    };
}
async function readConfig({ inputs, secrets }, spec) {
    const path = inputs['config-file'];
    const texts = [
        ...(path === undefined ? [] : [{ name: `config-file ${path}`, text: await readConfigFile(path) }]),
        ...(inputs.config === undefined ? [] : [{ name: 'config', text: inputs.config }]),
    ];
    const config = readBuildConfig({ texts, secrets: inputs.secrets }, spec);
    const { values, addresses } = secretsOf(config, spec.hypervisor);
    for (const value of values)
        secrets.add(value);
    for (const address of addresses)
        secrets.addUserInfo(address);
    return config;
}
async function readConfigFile(path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (cause) {
        throw new action_error/* ActionError */.l(`\`config-file\` cannot be read: ${path}`, {
            problems: [(0,action_error/* errorMessage */.g)(cause)],
            fix: 'Give a path in the workspace, and check the repository out before this step.',
            cause,
        });
    }
}
async function obtainCli({ log }, { release, http }, workFolder) {
    const cli = await obtainImageBuilderCli(release, (0,external_node_path_.join)(workFolder, 'cli'), http);
    log.info(`image-builder ${cli.version}, sha256 ${release.imageBuilder?.sha256} as in the bundle`);
    return cli;
}
async function build(context, step) {
    const { inputs, log, secrets, signal } = context;
    const { spec, workFolder, destination } = step;
    const folders = { work: (0,external_node_path_.join)(workFolder, 'build'), home: (0,external_node_path_.join)(workFolder, 'home') };
    await Promise.all([...Object.values(folders), destination].map((folder) => (0,promises_.mkdir)(folder, { recursive: true })));
    const certificatesPath = (0,external_node_path_.join)(workFolder, 'certificates.pem');
    await (0,promises_.writeFile)(certificatesPath, step.fetched.certificates.pem);
    const sshPassword = (0,external_node_crypto_.randomBytes)(18).toString('base64url');
    secrets.add(sshPassword);
    const command = buildCommand({
        cli: step.cli.path,
        spec,
        folders,
        certificatesPath,
        runnerEnvironment: process.env,
        sshPassword,
        ...(await writeConfig(step.config, spec, workFolder)),
    });
    const logPath = (0,external_node_path_.join)(destination, `${spec.id}.log`);
    context.setOutputs({ 'log-path': logPath });
    log.info(`$ ${[command.file, ...command.args].join(' ')}`);
    return runBuild({
        command,
        release: step.fetched.release,
        workFolder: folders.work,
        outputName: expectedOutputName(spec),
        logPath,
        log,
        redact: (line) => secrets.redact(line),
        signal,
        timeoutMinutes: inputs['build-timeout'],
        onStart: (identity) => saveState('process-group', identity),
    });
}
async function writeConfig(config, { hypervisor }, workFolder) {
    if (Object.keys(config).length === 0)
        return {};
    const configPath = (0,external_node_path_.join)(workFolder, `${hypervisor}.json`);
    await (0,promises_.writeFile)(configPath, JSON.stringify(config), { mode: 0o600, flag: 'wx' });
    return { configPath };
}
function upload({ inputs, log }, { image }) {
    return (0,artifacts/* uploadFile */.Q)({
        path: image.path,
        mode: inputs['upload-artifact'],
        retentionDays: inputs['retention-days'],
        sha256: image.sha256,
    }, log);
}
function imageOutputs({ image, checksumsPath }) {
    return {
        'image-path': image.path,
        'image-name': image.fileName,
        sha256: image.sha256,
        size: image.size,
        images: JSON.stringify([
            {
                path: image.path,
                name: image.fileName,
                sha256: image.sha256,
                size: image.size,
                format: image.format,
            },
        ]),
        'template-tags': image.templateTags.join(','),
        'checksums-path': checksumsPath,
    };
}
async function summarize({ secrets }, result) {
    const { release } = result.fetched;
    const { image } = result.finished;
    await (0,summary/* writeSummary */.S)(image.spec.id, [
        ['Image', image.fileName],
        ['sha256', image.sha256],
        ['Size', `${image.size} bytes`],
        ['Inside', image.contents],
        ['EKS Anywhere', `${release.version}, bundle ${release.bundleNumber}, signature ${release.signature}`],
        ['Template tags', image.templateTags.join(', ')],
        ['image-builder CLI', result.cli.version],
        ['Build time', `${result.built.durationSeconds} s`],
        ['Artifact', result.artifact?.url ?? 'not uploaded'],
        [
            'Verified by no chain',
            'what the build itself downloads: the EKS-D component list, Kubernetes binaries and container images',
        ],
    ], secrets);
}


/***/ }),

/***/ 61115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ writeSummary)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77094);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89711);


async function writeSummary(title, facts, secrets) {
    if (!process.env['GITHUB_STEP_SUMMARY'])
        return;
    const rows = facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => `| ${cell(name)} | ${cell(secrets.redact(String(value)))} |`);
    const markdown = [`### ${secrets.redact(title)}`, '', '| | |', '|---|---|', ...rows, ''].join('\n');
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addRaw(markdown, true).write();
    }
    catch (error) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(`The job summary was not written: ${(0,_action_error_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .g)(error)}`);
    }
}
function cell(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('|', '\\|')
        .replace(/\s*\n\s*/g, ' ');
}


/***/ })

};
