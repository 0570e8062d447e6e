export const id = 479;
export const ids = [479,61,442,206];
export const modules = {

/***/ 52206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ uploadBuiltOutcome),
/* harmony export */   leavingCause: () => (/* binding */ leavingCause)
/* harmony export */ });
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);
/* harmony import */ var _image_cell_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53241);
/* harmony import */ var _runner_artifacts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75324);



const longestCause = 2000;
async function uploadBuiltOutcome(facts, inputs, log) {
    if (inputs.cell === undefined)
        return;
    await upload({ schemaVersion: 1, result: 'built', run: thisRun(), ...facts }, inputs, log);
}
async function leavingCause({ inputs, log, secrets, signal }, work) {
    try {
        return await work();
    }
    catch (error) {
        const id = idOf(inputs.cell);
        if (id !== undefined && !signal.aborted) {
            const text = error instanceof _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l ? [error.headline, ...error.problems].join(' ') : (0,_action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .g)(error);
            const cause = secrets.redact(text).slice(0, longestCause);
            await upload({ schemaVersion: 1, id, result: 'failed', cause, run: thisRun() }, inputs, log);
        }
        throw error;
    }
}
async function upload(outcome, inputs, log) {
    const document = {
        what: 'The outcome of the cell, for collect-node-images,',
        name: (0,_image_cell_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .outcomeName */ .Wm)(outcome.id),
        text: `${JSON.stringify(outcome, null, 2)}\n`,
        retentionDays: inputs['retention-days'],
    };
    await (0,_runner_artifacts_js__WEBPACK_IMPORTED_MODULE_2__/* .uploadDocument */ .XX)(document, log);
}
function thisRun() {
    return { id: process.env['GITHUB_RUN_ID'] ?? '', attempt: Number(process.env['GITHUB_RUN_ATTEMPT'] ?? 1) };
}
function idOf(cell) {
    if (cell === undefined)
        return undefined;
    const { id } = (JSON.parse(cell) ?? {});
    return typeof id === 'string' && /^[\w.-]+$/.test(id) ? id : undefined;
}


/***/ }),

/***/ 39849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ recordToKeep),
/* harmony export */   n: () => (/* binding */ uploadRecord)
/* harmony export */ });
/* harmony import */ var _plan_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78554);
/* harmony import */ var _runner_artifacts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75324);


function recordToKeep(request) {
    const { fingerprint, artifact } = request;
    if (fingerprint === undefined || artifact === undefined)
        return undefined;
    if (!(0,_plan_record_js__WEBPACK_IMPORTED_MODULE_0__/* .mayUseRecords */ .JS)(process.env['GITHUB_EVENT_NAME']))
        return undefined;
    const { GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT } = process.env;
    return (0,_plan_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)({
        ...request,
        fingerprint,
        artifact,
        run: {
            repository: GITHUB_REPOSITORY ?? '',
            id: GITHUB_RUN_ID ?? '',
            attempt: Number(GITHUB_RUN_ATTEMPT ?? 1),
        },
        builtAt: new Date(),
    });
}
async function uploadRecord(record, retentionDays, log) {
    const name = (0,_plan_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordName */ .xD)(record);
    const text = `${JSON.stringify(record, null, 2)}\n`;
    await (0,_runner_artifacts_js__WEBPACK_IMPORTED_MODULE_1__/* .uploadDocument */ .XX)({ what: 'The record for later plans', name, text, retentionDays }, log);
}


/***/ }),

/***/ 53241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wm: () => (/* binding */ outcomeName),
/* harmony export */   _M: () => (/* binding */ parseOutcome)
/* harmony export */ });
/* unused harmony export cellOutcome */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _plan_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78554);


const common = {
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    run: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), attempt: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive() }),
};
const cellOutcome = zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt('result', [
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        ...common,
        result: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('built'),
        eksaVersion: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        releaseChannel: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        kubeVersion: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        eksdRelease: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        templateTags: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
        image: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
            fileName: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
            sha256: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
            size: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
            format: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
            artifactId: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().optional(),
            isZipped: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
        }),
        provenance: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
        record: _plan_record_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeImageRecord */ .lx.optional(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ...common, result: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('failed'), cause: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
]);
function outcomeName(id) {
    return `${id}.outcome.json`;
}
function parseOutcome(text, id) {
    try {
        const outcome = cellOutcome.safeParse(JSON.parse(text)).data;
        return outcome?.id === id ? outcome : undefined;
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 90720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YH: () => (/* binding */ checkBackupHeader),
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
    checkHeaderSum(header, 'the GPT header');
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
    const end = Math.max(backupHeader + sector, lastEnd(partitions));
    return { table: 'gpt', partitions, end, backupHeader };
}
function checkBackupHeader(header) {
    if (header.toString('latin1', 0, 8) !== 'EFI PART') {
        throw new BrokenImageError('the copy of the GPT header at the end of the disk is gone: its tail is missing');
    }
    checkHeaderSum(header, 'the copy of the GPT header');
}
function checkHeaderSum(header, what) {
    const headerSize = header.readUInt32LE(12);
    if (headerSize < 92 || headerSize > sector)
        throw new BrokenImageError(`${what} claims to have ${headerSize} bytes`);
    const summed = Buffer.from(header.subarray(0, headerSize));
    summed.writeUInt32LE(0, 16);
    if ((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32)(summed) !== header.readUInt32LE(16))
        throw new BrokenImageError(`${what} is damaged (CRC)`);
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

/***/ 49214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ DiskProbe)
/* harmony export */ });
/* harmony import */ var _disk_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90720);

const sector = 512;
class DiskProbe {
    #head = Buffer.alloc(_disk_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .layoutBytes */ .av);
    #headIsFilled = false;
    #layout;
    #windows = [];
    write(start, bytes) {
        if (!this.#headIsFilled) {
            copyInto(this.#head, 0, start, bytes);
            if (start + bytes.length < _disk_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .layoutBytes */ .av)
                return;
            this.#readHead(_disk_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .layoutBytes */ .av);
        }
        for (const window of this.#windows)
            copyInto(window.bytes, window.start, start, bytes);
    }
    finish(size) {
        if (!this.#headIsFilled)
            this.#readHead(Math.min(size, _disk_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .layoutBytes */ .av));
        const layout = this.#layout ?? (0,_disk_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .readDiskLayout */ .gm)(this.#head.subarray(0, Math.min(size, _disk_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .layoutBytes */ .av)));
        if (size < layout.end) {
            throw new _disk_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .BrokenImageError */ .zt(`the disk ends after ${size} bytes, but its partition table reaches to ${layout.end}`);
        }
        for (const { check, bytes } of this.#windows)
            check(bytes);
        return layout;
    }
    #readHead(length) {
        this.#headIsFilled = true;
        try {
            this.#layout = (0,_disk_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .readDiskLayout */ .gm)(this.#head.subarray(0, length));
            this.#windows = windowsOf(this.#layout);
        }
        catch (error) {
            if (!(error instanceof _disk_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .BrokenImageError */ .zt))
                throw error;
        }
    }
}
function windowsOf({ backupHeader, partitions }) {
    const bootVolumes = partitions.filter(({ type }) => type === 'efi-system');
    return [
        ...bootVolumes.map(({ start }) => ({ start, bytes: Buffer.alloc(sector), check: checkBootVolume })),
        ...(backupHeader === undefined
            ? []
            : [{ start: backupHeader, bytes: Buffer.alloc(sector), check: _disk_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .checkBackupHeader */ .YH }]),
    ];
}
function checkBootVolume(bootSector) {
    const jump = bootSector[0];
    if ((jump === 0xeb || jump === 0xe9) && bootSector.readUInt16LE(510) === 0xaa55)
        return;
    throw new _disk_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .BrokenImageError */ .zt('its EFI system partition holds no FAT file system, so nothing would boot');
}
function copyInto(target, targetStart, start, bytes) {
    const from = Math.max(targetStart, start);
    const to = Math.min(targetStart + target.length, start + bytes.length);
    if (from < to)
        bytes.copy(target, from - targetStart, from - start, to - start);
}


/***/ }),

/***/ 3473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ readChunks)
/* harmony export */ });
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


/***/ }),

/***/ 82147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ inspectOva),
  P: () => (/* binding */ inspectOvaStream)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/archive/tar-entries.js
var tar_entries = __webpack_require__(19279);
// EXTERNAL MODULE: ./build/image/disk-layout.js
var disk_layout = __webpack_require__(90720);
// EXTERNAL MODULE: ./build/image/disk-probe.js
var disk_probe = __webpack_require__(49214);
// EXTERNAL MODULE: ./build/image/file-chunks.js
var file_chunks = __webpack_require__(3473);
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

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/image/vmdk-grains.js



const vmdk_grains_sector = 512;
const grainHead = 12;
const largestGrain = 4 * 1024 * 1024;
const largestMetadata = 512 * 1024 * 1024;
class GrainStream {
    #steps;
    #parts = [];
    #have = 0;
    #want;
    #isDone = false;
    #broken;
    constructor(name, onGrain) {
        this.#steps = readGrains(name, onGrain);
        this.#want = this.#steps.next().value ?? 0;
    }
    get broken() {
        return this.#broken;
    }
    write(chunk) {
        let rest = chunk;
        while (!this.#isDone && this.#have + rest.length >= this.#want) {
            const missing = this.#want - this.#have;
            this.#step(Buffer.concat([...this.#parts.splice(0), rest.subarray(0, missing)]));
            rest = rest.subarray(missing);
        }
        if (this.#isDone || rest.length === 0)
            return;
        this.#parts.push(Buffer.from(rest));
        this.#have += rest.length;
    }
    end() {
        while (!this.#isDone)
            this.#step(Buffer.concat(this.#parts.splice(0)));
    }
    #step(bytes) {
        this.#have = 0;
        try {
            const { value, done } = this.#steps.next(bytes);
            this.#want = value ?? 0;
            this.#isDone = done === true;
        }
        catch (error) {
            if (!(error instanceof disk_layout/* BrokenImageError */.zt))
                throw error;
            this.#broken = error;
            this.#isDone = true;
        }
    }
}
function* readGrains(name, onGrain) {
    const header = yield vmdk_grains_sector;
    if (header.length < vmdk_grains_sector)
        return;
    const capacity = Number(header.readBigUInt64LE(12)) * vmdk_grains_sector;
    const grainBytes = Number(header.readBigUInt64LE(20)) * vmdk_grains_sector;
    if (grainBytes === 0 || grainBytes > largestGrain)
        throw new disk_layout/* BrokenImageError */.zt(`${name} has grains of ${grainBytes} bytes`);
    const overhead = Number(header.readBigUInt64LE(64));
    if (overhead * vmdk_grains_sector > largestMetadata)
        throw new disk_layout/* BrokenImageError */.zt(`${name} claims that its grains begin at sector ${overhead}`);
    if (overhead > 1)
        yield (overhead - 1) * vmdk_grains_sector;
    let end = 0;
    for (;;) {
        const marker = yield vmdk_grains_sector;
        if (marker.length < grainHead)
            return;
        const length = marker.readUInt32LE(8);
        if (length === 0) {
            const sectors = Number(marker.readBigUInt64LE(0));
            if (sectors * vmdk_grains_sector > largestMetadata)
                throw new disk_layout/* BrokenImageError */.zt(`${name} has metadata of ${sectors} sectors`);
            if (sectors > 0)
                yield sectors * vmdk_grains_sector;
            continue;
        }
        const start = Number(marker.readBigUInt64LE(0)) * vmdk_grains_sector;
        if (start < end || start >= capacity || start % grainBytes !== 0 || length > 2 * grainBytes) {
            throw new disk_layout/* BrokenImageError */.zt(`${name} is damaged: a grain of ${length} bytes for byte ${start} of the disk`);
        }
        const more = Math.ceil((grainHead + length - vmdk_grains_sector) / vmdk_grains_sector) * vmdk_grains_sector;
        const packed = more > 0 ? Buffer.concat([marker, yield more]) : marker;
        const grain = inflate(packed.subarray(grainHead, grainHead + length), { name, start, grainBytes });
        end = start + grain.length;
        if (end < Math.min(start + grainBytes, capacity))
            throw new disk_layout/* BrokenImageError */.zt(`${name} is damaged: the grain for byte ${start} has ${grain.length} bytes`);
        onGrain(start, grain);
    }
}
function inflate(packed, { name, start, grainBytes }) {
    try {
        return (0,external_node_zlib_.inflateSync)(packed, { maxOutputLength: grainBytes });
    }
    catch (error) {
        throw new disk_layout/* BrokenImageError */.zt(`${name} is damaged: the grain for byte ${start} of the disk does not decompress: ${(0,action_error/* errorMessage */.g)(error)}`, { cause: error });
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
        const contents = await inspectOvaStream((0,file_chunks/* readChunks */.z)(file, (chunk) => {
            signal?.throwIfAborted();
            digest.update(chunk);
            size += chunk.length;
        }));
        return { sha256: digest.digest('hex'), size, ...contents };
    }
    finally {
        await file.close();
    }
}
async function inspectOvaStream(chunks) {
    const contents = await readPackage(chunks).catch(refuseArchive);
    checkManifest(contents);
    checkFiles(contents);
    const { diskNames, firmware, properties } = contents.descriptor;
    const [disk, ...moreDisks] = diskNames.map((name) => openDisk(name, contents.entries));
    if (disk === undefined)
        throw new disk_layout/* BrokenImageError */.zt('the OVF descriptor names no disk');
    return { disk, moreDisks, firmware, properties };
}
function refuseArchive(error) {
    throw error instanceof tar_entries/* BrokenArchiveError */.W ? new disk_layout/* BrokenImageError */.zt(error.message, { cause: error }) : error;
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
            const isDisk = descriptor.diskNames.includes(entry.name);
            const disk = isDisk ? openGrains(entry.name) : undefined;
            const facts = await readEntry(entry, vmdkHeadBytes, algorithms, disk?.grains);
            entries.set(entry.name, { ...facts, ...(disk && { disk }) });
        }
    }
    if (manifest === undefined)
        throw new disk_layout/* BrokenImageError */.zt(`the archive has no manifest (${manifestName})`);
    return { descriptorName: first.name, descriptor, manifest, entries };
}
function openGrains(name) {
    const probe = new disk_probe/* DiskProbe */.a();
    return { probe, grains: new GrainStream(name, (start, bytes) => probe.write(start, bytes)) };
}
function readText(entry) {
    if (entry.size > maxTextSize) {
        throw new disk_layout/* BrokenImageError */.zt(`${entry.name} has ${entry.size} bytes, too many for a descriptor or manifest`);
    }
    return readEntry(entry, maxTextSize);
}
async function readEntry({ size, content }, headBytes, algorithms = ['sha1', 'sha256', 'sha512'], grains) {
    const hashes = algorithms.map((algorithm) => ({ algorithm, hash: (0,external_node_crypto_.createHash)(algorithm) }));
    const head = [];
    let tail = Buffer.alloc(0);
    let position = 0;
    for await (const chunk of content) {
        for (const { hash } of hashes)
            hash.update(chunk);
        grains?.write(chunk);
        if (position < headBytes)
            head.push(Buffer.from(chunk.subarray(0, headBytes - position)));
        tail = Buffer.concat([tail, chunk.subarray(-vmdkTailBytes)]).subarray(-vmdkTailBytes);
        position += chunk.length;
    }
    grains?.end();
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
    if (entry?.disk === undefined)
        throw new disk_layout/* BrokenImageError */.zt(`the disk ${name} is not in the archive`);
    const virtualSize = readVirtualSize({ name, ...entry });
    const { grains, probe } = entry.disk;
    if (grains.broken !== undefined)
        throw grains.broken;
    return { name, virtualSize, size: entry.size, readLayout: () => probe.finish(virtualSize) };
}


/***/ }),

/***/ 37579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ inspectRawGz)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46466);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38522);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(89711);
/* harmony import */ var _disk_layout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90720);
/* harmony import */ var _disk_probe_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(49214);








async function inspectRawGz(path, signal) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const probe = new _disk_probe_js__WEBPACK_IMPORTED_MODULE_7__/* .DiskProbe */ .a();
    let size = 0;
    let virtualSize = 0;
    const measure = new node_stream__WEBPACK_IMPORTED_MODULE_2__.Transform({
        transform(chunk, _encoding, done) {
            digest.update(chunk);
            size += chunk.length;
            done(null, chunk);
        },
    });
    const look = new node_stream__WEBPACK_IMPORTED_MODULE_2__.Writable({
        write(chunk, _encoding, done) {
            probe.write(virtualSize, chunk);
            virtualSize += chunk.length;
            done();
        },
    });
    const gunzip = (0,node_zlib__WEBPACK_IMPORTED_MODULE_4__.createGunzip)({ chunkSize: 1 << 18 });
    try {
        const source = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, { highWaterMark: 1 << 20 });
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)(source, measure, gunzip, look, { ...(signal && { signal }) });
    }
    catch (error) {
        throw explainGzip(error, size);
    }
    if (gunzip.bytesWritten < size) {
        throw new _disk_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .BrokenImageError */ .zt(`${size - gunzip.bytesWritten} bytes of something else follow the gzip stream`);
    }
    const layout = probe.finish(virtualSize);
    return { sha256: digest.digest('hex'), size, virtualSize, layout };
}
function explainGzip(error, size) {
    switch (error.code) {
        case 'Z_DATA_ERROR':
            return new _disk_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .BrokenImageError */ .zt(`not a valid gzip stream: ${(0,_action_error_js__WEBPACK_IMPORTED_MODULE_5__/* .errorMessage */ .g)(error)}`, { cause: error });
        case 'Z_BUF_ERROR':
            return new _disk_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .BrokenImageError */ .zt(size === 0 ? 'the file is empty' : `the gzip stream is cut off after ${size} bytes`, { cause: error });
        default:
            return error;
    }
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


/***/ })

};
