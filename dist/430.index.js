export const id = 430;
export const ids = [430,730,61,462,258];
export const modules = {

/***/ 59462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fetchRelease: () => (/* binding */ fetchRelease)
});

// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
// EXTERNAL MODULE: ./build/net/certificates.js
var net_certificates = __webpack_require__(55258);
// EXTERNAL MODULE: ./build/net/http-client.js + 1 modules
var http_client = __webpack_require__(51021);
// EXTERNAL MODULE: ./build/net/mirrors.js
var net_mirrors = __webpack_require__(88016);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./build/archive/tar-entries.js
var tar_entries = __webpack_require__(19279);
// EXTERNAL MODULE: ./build/release/bundle.js
var bundle = __webpack_require__(99880);
// EXTERNAL MODULE: ./build/release/eksd-manifest.js
var eksd_manifest = __webpack_require__(15769);
// EXTERNAL MODULE: ./build/release/release-manifest.js
var release_manifest = __webpack_require__(48461);
;// CONCATENATED MODULE: ./build/release/manifest-tarball.js







const maxBytes = 256 * 1024 * 1024;
const maxEntries = 5_000;
const maxEntryBytes = 16 * 1024 * 1024;
async function openManifestTarball(path) {
    const entries = await readEntries(path);
    const file = async (name, source) => {
        const text = entries.get(name);
        if (text !== undefined)
            return { text: text.toString(), source };
        throw new action_error/* ActionError */.l(`${source.what} is not in the archive of \`manifest-tarball\`: ${path}`, {
            problems: [`there is no \`${name}\` in it`],
            why: 'The archive is older than the release, or was not made by the image-builder CLI.',
            fix: 'Make it anew where there is internet access: `image-builder download manifests`.',
        });
    };
    const placeOf = (name) => `${(0,external_node_url_.pathToFileURL)(path).href}/${name}`;
    return {
        releaseManifest: () => file('eks-a-manifest.yaml', (0,release_manifest/* releaseManifestSource */.aX)(placeOf('eks-a-manifest.yaml'))),
        bundle({ version }) {
            const name = `eks-a-bundles-${version}.yaml`;
            return file(name, (0,bundle/* bundleSource */.oF)(placeOf(name)));
        },
        eksdManifest(channel) {
            const name = `eks-d-${channel.name}.yaml`;
            return file(name, (0,eksd_manifest/* eksdManifestSource */.qD)(placeOf(name)));
        },
    };
}
async function readEntries(path) {
    const entries = new Map();
    let left = maxBytes;
    try {
        for await (const { name, size, content } of (0,tar_entries/* readTar */.s)((0,external_node_fs_.createReadStream)(path))) {
            if (entries.has(name))
                throw new tar_entries/* BrokenArchiveError */.W(`it has two entries named ${name}`);
            if (entries.size === maxEntries)
                throw new tar_entries/* BrokenArchiveError */.W(`it has more than ${maxEntries} entries`);
            left -= size;
            if (size > maxEntryBytes || left < 0)
                throw new tar_entries/* BrokenArchiveError */.W(`${name} is too large: ${size} bytes`);
            const parts = [];
            for await (const part of content)
                parts.push(Buffer.from(part));
            entries.set(name, Buffer.concat(parts));
        }
    }
    catch (cause) {
        throw new action_error/* ActionError */.l(`The archive of \`manifest-tarball\` cannot be read: ${path}`, {
            problems: [(0,action_error/* errorMessage */.g)(cause)],
            fix: 'Give the `eks-a-manifests.tar` that `image-builder download manifests` makes, not compressed and not packed anew.',
            cause,
        });
    }
    return entries;
}

// EXTERNAL MODULE: ./build/release/resolve.js + 5 modules
var resolve = __webpack_require__(66120);
;// CONCATENATED MODULE: ./build/actions/fetch-release.js






async function fetchRelease(request, log, secrets) {
    refuseBranchOfRelease(request);
    for (const name of ['https_proxy', 'http_proxy', 'all_proxy']) {
        secrets.addUserInfo(process.env[name] ?? '');
        secrets.addUserInfo(process.env[name.toUpperCase()] ?? '');
    }
    secrets.addUserInfo(request['release-manifest-url']);
    const { mirrors } = request;
    for (const base of mirrors.values())
        secrets.addUserInfo(base.href);
    for (const sentence of (0,net_mirrors/* describeMirrors */.Eh)(mirrors))
        log.info(sentence);
    const caBundle = request['ca-bundle'];
    const certificates = await (0,net_certificates.collectCertificates)({ environment: process.env, ...(caBundle && { caBundle }) });
    const http = (0,http_client.createHttpClient)({
        proxyEnvironment: process.env,
        certificates,
        userAgent: 'eks-anywhere-node-images',
        mirrors,
        onRetry: ({ what, reason, delayMs }) => log.info(`${what}: ${reason}; trying again in ${Math.ceil(delayMs / 1000)} s`),
    });
    const publicKey = request['bundle-public-key'];
    const tarball = request['manifest-tarball'];
    const resolution = await (0,resolve/* resolveRelease */.C)({
        requested: request['eks-a-version'],
        releaseManifestUrl: request['release-manifest-url'],
        verifySignature: request['verify-signature'],
        ...(publicKey && { bundlePublicKey: publicKey }),
        ...(request['dev-branch'] && { devBranch: request['dev-branch'] }),
        ...(tarball && { files: await openManifestTarball(tarball) }),
        http,
    });
    sayTrust(resolution.release, log);
    return { ...resolution, http, certificates, mirrors };
}
function refuseBranchOfRelease({ 'dev-branch': branch, 'eks-a-version': requested }) {
    if (branch === undefined || requested.kind === 'dev')
        return;
    throw new action_error/* ActionError */.l('`dev-branch` is given, but `eks-a-version` is not `dev`.', {
        fix: 'Set `eks-a-version: dev`, or leave `dev-branch` out.',
    });
}
function sayTrust(release, log) {
    log.info(`EKS Anywhere ${release.version}, bundle ${release.bundleNumber} (${release.bundleManifestUrl})`);
    log.info(`Release channels: ${release.channels.map(({ name }) => name).join(', ')}`);
    if (release.signature === 'verified')
        log.info('The signature of the bundle is right.');
    for (const note of release.notes)
        log.warning(note);
}


/***/ }),

/***/ 19279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ BrokenArchiveError),
/* harmony export */   s: () => (/* binding */ readTar)
/* harmony export */ });
class BrokenArchiveError extends Error {
}
const blockSize = 512;
const maxExtensionSize = 64 * 1024;
async function* readTar(chunks) {
    const source = new ByteSource(chunks);
    let everyEntry = {};
    let nextEntry = {};
    for (;;) {
        const at = source.position;
        const header = readHeader(await source.exactly(blockSize), at);
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
function readHeader(block, at) {
    if (at === 0 && block.readUInt16BE(0) === 0x1f8b) {
        throw new BrokenArchiveError('the archive is compressed with gzip, but must be a plain tar archive');
    }
    if (isZero(block))
        return undefined;
    const sum = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 0x20 : byte), 0);
    if (textField(block.subarray(257, 262)) !== 'ustar' || readNumber(block.subarray(148, 156)) !== sum) {
        throw new BrokenArchiveError(`no intact tar header at byte ${at}`);
    }
    const prefix = block[262] === 0 ? textField(block.subarray(345, 500)) : '';
    const name = textField(block.subarray(0, 100));
    const size = readNumber(block.subarray(124, 136));
    if (size === undefined)
        throw new BrokenArchiveError(`the tar header at byte ${at} has no valid size`);
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
        throw new BrokenArchiveError(`${name} is no regular file in the archive (tar type ${header.type})`);
    }
    if (name === '' || name === '.' || name === '..' || /[/\\\0]/.test(name)) {
        throw new BrokenArchiveError(`${JSON.stringify(name)} is no plain file name: the archive must have no folders`);
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
            throw new BrokenArchiveError('a pax header of the archive is damaged');
        }
        if (keyword.startsWith('GNU.sparse.')) {
            throw new BrokenArchiveError('the archive holds a sparse file, which only GNU tar can unpack');
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
        throw new BrokenArchiveError(`a pax header gives the size ${value}`);
    return size;
}
async function readExtension(source, { size, name }) {
    if (size > maxExtensionSize)
        throw new BrokenArchiveError(`an extension header of ${size} bytes (${name})`);
    const bytes = await source.exactly(size);
    await source.exactly(paddingOf(size));
    return bytes;
}
async function expectZeros(source) {
    let rest = await source.exactly(blockSize);
    while (rest.length > 0) {
        if (!isZero(rest))
            throw new BrokenArchiveError('there is data behind the end marker of the archive');
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
            return new BrokenArchiveError('the file is empty');
        const where = name === undefined ? '' : `, inside ${name}`;
        return new BrokenArchiveError(`the archive is cut off after ${this.position} bytes${where}`);
    }
}


/***/ }),

/***/ 90720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   av: () => (/* binding */ layoutBytes),
/* harmony export */   gm: () => (/* binding */ readDiskLayout),
/* harmony export */   zt: () => (/* binding */ BrokenImageError)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);

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
    if ((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32)(summed) !== header.readUInt32LE(16))
        throw new BrokenImageError('the GPT header is damaged (CRC)');
    const backupHeader = Number(header.readBigUInt64LE(32)) * sector;
    const tableStart = Number(header.readBigUInt64LE(72)) * sector;
    const count = header.readUInt32LE(80);
    const entrySize = header.readUInt32LE(84);
    const entries = head.subarray(tableStart, tableStart + count * entrySize);
    if (entrySize < 128 || entries.length < count * entrySize) {
        throw new BrokenImageError(`a GPT of ${count} entries of ${entrySize} bytes at byte ${tableStart}`);
    }
    if ((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32)(entries) !== header.readUInt32LE(88))
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


/***/ }),

/***/ 86780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ inspectOva)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/archive/tar-entries.js
var tar_entries = __webpack_require__(19279);
// EXTERNAL MODULE: ./build/image/disk-layout.js
var disk_layout = __webpack_require__(90720);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
;// CONCATENATED MODULE: ./build/image/ovf.js



async function parseOvfDescriptor(text) {
    const read = envelopeType.safeParse(await parseXml(text));
    if (!read.success) {
        const [issue] = read.error.issues;
        throw new disk_layout/* BrokenImageError */.zt(`the OVF descriptor lacks what a virtual machine needs: ${issue?.path.join('/')}: ${issue?.message}`);
    }
    const { References, DiskSection, VirtualSystem } = read.data.Envelope;
    const files = References.File.map(({ '@href': name, '@size': size }) => ({
        name,
        ...(size !== undefined && { size: Number(size) }),
    }));
    const settings = VirtualSystem.VirtualHardwareSection.flatMap(({ Config }) => Config);
    const firmware = settings.find(({ '@key': key }) => key === 'firmware')?.['@value'] ?? 'bios';
    if (firmware !== 'bios' && firmware !== 'efi') {
        throw new disk_layout/* BrokenImageError */.zt(`the OVF descriptor asks for the firmware "${firmware}"`);
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
            throw new disk_layout/* BrokenImageError */.zt(`the OVF descriptor has a disk without its file (${id})`);
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
        throw new disk_layout/* BrokenImageError */.zt(`the OVF descriptor is not valid XML: ${(0,action_error/* errorMessage */.g)(error)}`, {
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
            throw new disk_layout/* BrokenImageError */.zt(`the manifest has a line without a known digest: ${JSON.stringify(line.slice(0, 80))}`);
        }
        return [{ name, algorithm, digest: digest.toLowerCase() }];
    });
}

;// CONCATENATED MODULE: ./build/image/stream-optimized-vmdk.js

const sector = 512;
const vmdkHeadBytes = sector;
const vmdkTailBytes = 3 * sector;
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
    return Number(capacity) * sector;
}
function readHeader(name, head) {
    if (head.length < sector || head.toString('latin1', 0, 4) !== 'KDMV') {
        throw new disk_layout/* BrokenImageError */.zt(`${name} is no sparse VMDK: it does not begin with KDMV`);
    }
    const wanted = flags.compressed | flags.markers;
    if ((head.readUInt32LE(8) & wanted) !== wanted || head.readUInt16LE(77) !== deflate) {
        throw new disk_layout/* BrokenImageError */.zt(`${name} is a VMDK to run from, not a streamOptimized one, so vSphere cannot import it`);
    }
    const version = head.readUInt32LE(4);
    if (version !== 3)
        throw new disk_layout/* BrokenImageError */.zt(`${name} is a VMDK of version ${version}, not 3`);
    if (head.toString('latin1', 73, 77) !== '\n \r\n') {
        throw new disk_layout/* BrokenImageError */.zt(`${name} was changed on its way, as by a transfer in text mode`);
    }
    const capacity = head.readBigUInt64LE(12);
    if (capacity === 0n)
        throw new disk_layout/* BrokenImageError */.zt(`${name} is a disk of no size`);
    if (capacity > Number.MAX_SAFE_INTEGER / sector) {
        throw new disk_layout/* BrokenImageError */.zt(`${name} claims to be a disk of ${capacity} sectors`);
    }
    return capacity;
}
function checkFooter({ name, size, tail }, capacity) {
    const [marker, footer, end] = [0, 1, 2].map((index) => tail.subarray(index * sector, (index + 1) * sector));
    const isMarker = marker?.length === sector && marker.readUInt32LE(8) === 0 && marker.readUInt32LE(12) === footerMarker;
    const isEnd = end?.length === sector && end.every((byte) => byte === 0);
    if (!isMarker || !isEnd || footer?.toString('latin1', 0, 4) !== 'KDMV') {
        throw new disk_layout/* BrokenImageError */.zt(`${name} has no footer and end-of-stream marker: its end is missing`);
    }
    if (footer.readBigUInt64LE(12) !== capacity) {
        throw new disk_layout/* BrokenImageError */.zt(`header and footer of ${name} do not agree about the size of the disk`);
    }
    checkGrainDirectory(name, footer.readBigUInt64LE(56), size);
}
function checkGrainDirectory(name, at, size) {
    if (at === 0n || at * BigInt(sector) >= size) {
        throw new disk_layout/* BrokenImageError */.zt(`${name} has its grain directory at sector ${at}, which is not in the file`);
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
        })).catch(refuseArchive);
        checkManifest(contents);
        checkFiles(contents);
        const { diskNames, firmware, properties } = contents.descriptor;
        const [disk, ...moreDisks] = diskNames.map((name) => openDisk(name, contents.entries));
        if (disk === undefined)
            throw new disk_layout/* BrokenImageError */.zt('the OVF descriptor names no disk');
        return { sha256: digest.digest('hex'), size, disk, moreDisks, firmware, properties };
    }
    finally {
        await file.close();
    }
}
function refuseArchive(error) {
    throw error instanceof tar_entries/* BrokenArchiveError */.W ? new disk_layout/* BrokenImageError */.zt(error.message, { cause: error }) : error;
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
    const archive = (0,tar_entries/* readTar */.s)(chunks);
    const { value: first } = await archive.next();
    if (!first)
        throw new disk_layout/* BrokenImageError */.zt('the archive has no entries');
    if (!first.name.endsWith('.ovf')) {
        throw new disk_layout/* BrokenImageError */.zt(`the first entry of the archive is ${first.name}, not an OVF descriptor`);
    }
    const ovf = await readText(first);
    const descriptor = await parseOvfDescriptor(ovf.head.toString());
    const manifestName = first.name.replace(/ovf$/, 'mf');
    let manifest;
    const entries = new Map([[first.name, ovf]]);
    for await (const entry of archive) {
        if (entries.has(entry.name))
            throw new disk_layout/* BrokenImageError */.zt(`the archive has two entries named ${entry.name}`);
        if (entries.size === maxEntries)
            throw new disk_layout/* BrokenImageError */.zt(`the archive has more than ${maxEntries} entries`);
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
        throw new disk_layout/* BrokenImageError */.zt(`the archive has no manifest (${manifestName})`);
    return { descriptorName: first.name, descriptor, manifest, entries };
}
function readText(entry) {
    if (entry.size > maxTextSize) {
        throw new disk_layout/* BrokenImageError */.zt(`${entry.name} has ${entry.size} bytes, too many for a descriptor or manifest`);
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
            throw new disk_layout/* BrokenImageError */.zt(`the manifest names ${name}, which is not in the archive`);
        if (entry.digests.get(algorithm) !== digest) {
            throw new disk_layout/* BrokenImageError */.zt(`${name} is damaged: its ${algorithm} digest is not the manifest's`);
        }
    }
}
function checkFiles({ descriptorName, descriptor, manifest, entries }) {
    const files = [{ name: descriptorName }, ...descriptor.files];
    for (const { name, size } of files) {
        const entry = entries.get(name);
        if (entry === undefined) {
            throw new disk_layout/* BrokenImageError */.zt(`the OVF descriptor refers to ${name}, which is not in the archive`);
        }
        if (size !== undefined && size !== entry.size) {
            throw new disk_layout/* BrokenImageError */.zt(`${name} has ${entry.size} bytes, but ${size} by the OVF descriptor`);
        }
        if (!manifest.some((line) => line.name === name)) {
            throw new disk_layout/* BrokenImageError */.zt(`the manifest has no digest of ${name}`);
        }
    }
}
function openDisk(name, entries) {
    const entry = entries.get(name);
    if (entry === undefined)
        throw new disk_layout/* BrokenImageError */.zt(`the disk ${name} is not in the archive`);
    return { name, virtualSize: readVirtualSize({ name, ...entry }), size: entry.size };
}


/***/ }),

/***/ 36650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inGroup)
/* harmony export */ });
async function inGroup(log, name, work) {
    log.startGroup(name);
    try {
        return await work();
    }
    finally {
        log.endGroup();
    }
}


/***/ }),

/***/ 55258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   collectCertificates: () => (/* binding */ collectCertificates)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41692);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89711);




const systemBundles = [
    '/etc/ssl/certs/ca-certificates.crt',
    '/etc/pki/tls/certs/ca-bundle.crt',
    '/etc/ssl/ca-bundle.pem',
    '/etc/pki/tls/cacert.pem',
    '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
    '/etc/ssl/cert.pem',
];
async function collectCertificates(options) {
    const { caBundle, environment } = options;
    const own = caBundle === undefined ? [] : await readCaBundle(caBundle);
    const files = [environment['NODE_EXTRA_CA_CERTS'], environment['SSL_CERT_FILE'], ...systemBundles];
    const system = await Promise.all(files.map(certificatesIn));
    const all = [...own, ...(0,node_tls__WEBPACK_IMPORTED_MODULE_2__.getCACertificates)('default'), ...operatingSystemStore(), ...system.flat()];
    return { pem: [...new Set(all.map(normalised))].join('') };
}
function operatingSystemStore() {
    return process.platform === 'linux' ? [] : (0,node_tls__WEBPACK_IMPORTED_MODULE_2__.getCACertificates)('system');
}
async function readCaBundle(path) {
    const fix = 'Let `ca-bundle` name a PEM file that holds the certificate of your proxy or mirror authority.';
    let text;
    try {
        text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8');
    }
    catch (cause) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .l(`The file of \`ca-bundle\` cannot be read: ${path}`, { fix, cause });
    }
    const certificates = pemBlocks(text);
    if (certificates.length === 0) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .l(`The file of \`ca-bundle\` holds no PEM certificate: ${path}`, {
            why: 'It has no `-----BEGIN CERTIFICATE-----` line; a DER file must be converted first.',
            fix,
        });
    }
    certificates.forEach((pem, index) => {
        try {
            new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(pem);
        }
        catch (cause) {
            throw new _action_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .l(`Certificate ${index + 1} in the file of \`ca-bundle\` is damaged: ${path}`, {
                fix,
                cause,
            });
        }
    });
    return certificates;
}
async function certificatesIn(path) {
    if (!path)
        return [];
    return pemBlocks(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8').catch(() => ''));
}
function pemBlocks(text) {
    return text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
}
function normalised(pem) {
    return `${pem.replaceAll('\r', '').trim()}\n`;
}


/***/ }),

/***/ 54061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ refuseOversized),
/* harmony export */   d: () => (/* binding */ plainScalar)
/* harmony export */ });
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);

const maxMarks = 250_000;
const structureMark = /[\n,[{]|[-:?](?=\s)/g;
function refuseOversized(text, { what, maxBytes }) {
    if (Buffer.byteLength(text) > maxBytes)
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`${what} is larger than ${maxBytes} bytes.`);
    if (text.length > maxMarks && hasMoreMarks(text, maxMarks))
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`${what} has far more entries than any file of its kind.`);
}
function hasMoreMarks(text, limit) {
    return text.matchAll(structureMark).drop(limit).next().done !== true;
}
function plainScalar(source) {
    if (source === '' || source === '~' || source === 'null')
        return null;
    if (source === 'true' || source === 'false')
        return source === 'true';
    return /^(?:0|-?[1-9]\d{0,14})$/.test(source) ? Number(source) : source;
}


/***/ }),

/***/ 61115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   pg: () => (/* binding */ writeSummaryTables),
/* harmony export */   rm: () => (/* binding */ writeSummaryText)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77094);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89711);


async function writeSummary(title, facts, secrets) {
    const rows = facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => `| ${cell(name)} | ${cell(secrets.redact(String(value)))} |`);
    await writeSummaryText([`### ${title}`, '', '| | |', '|---|---|', ...rows, ''].join('\n'), secrets);
}
async function writeSummaryText(markdown, secrets) {
    if (!process.env['GITHUB_STEP_SUMMARY'])
        return;
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addRaw(secrets.redact(markdown), true).write();
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
async function writeSummaryTables(title, tables, secrets) {
    const line = (cells) => `| ${cells.map((value) => linkedCell(value, secrets)).join(' | ')} |`;
    const parts = tables
        .filter(({ rows }) => rows.length > 0)
        .map(({ lead, head, rows }) => [
        ...(lead === undefined ? [] : [cell(secrets.redact(lead)), '']),
        ...[line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line), ''],
    ].join('\n'));
    await writeSummaryText([`### ${title}`, '', ...parts].join('\n'), secrets);
}
function linkedCell(value, secrets) {
    if (typeof value === 'string')
        return cell(secrets.redact(value));
    return `[${cell(secrets.redact(value.text))}](${encodeURI(value.href)})`;
}


/***/ })

};
