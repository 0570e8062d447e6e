export const id = 192;
export const ids = [192];
export const modules = {

/***/ 52192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fetchRelease: () => (/* binding */ fetchRelease),
  X: () => (/* binding */ openNetwork)
});

// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
// EXTERNAL MODULE: ./build/net/certificates.js
var net_certificates = __webpack_require__(55258);
// EXTERNAL MODULE: ./build/net/http-client.js + 1 modules
var http_client = __webpack_require__(51021);
// EXTERNAL MODULE: ./build/net/mirrors.js
var net_mirrors = __webpack_require__(88016);
// EXTERNAL MODULE: ./build/release/manifest-tarball.js
var manifest_tarball = __webpack_require__(13694);
// EXTERNAL MODULE: ./build/release/resolve.js + 5 modules
var resolve = __webpack_require__(66120);
// EXTERNAL MODULE: ./build/host/hosts.js
var hosts = __webpack_require__(32720);
// EXTERNAL MODULE: ./build/nearest-match.js
var nearest_match = __webpack_require__(67526);
// EXTERNAL MODULE: ./build/release/trust-anchors.js
var trust_anchors = __webpack_require__(88587);
;// CONCATENATED MODULE: ./build/actions/mirror-hosts.js




const rarelyAsked = [new URL((0,trust_anchors/* developmentManifestUrl */.gf)()).host];
function refuseIdleMirrors(mirrors, ownUrls) {
    const asked = new Set([
        ...hosts/* neededHosts */.jw.flatMap((row) => ('host' in row && isAskedByActions(row) ? [row.host] : [])),
        ...rarelyAsked,
        ...ownUrls.flatMap((url) => URL.parse(url)?.host ?? []),
    ]);
    const idle = [...mirrors.keys()].filter((host) => !asked.has(host));
    if (idle.length === 0)
        return;
    throw new action_error/* ActionError */.l('`mirrors` names hosts that the actions do not ask.', {
        problems: idle.map((host) => `${host}${insteadOf(host, [...asked])}`),
        fix: `Hosts that can have a mirror here: ${[...asked].toSorted().join(', ')}.`,
    });
}
function isAskedByActions({ mirror }) {
    return mirror === 'in-process' || mirror === 'git';
}
function insteadOf(host, asked) {
    const near = (0,nearest_match/* nearestMatch */.G)(host, asked);
    if (near !== undefined)
        return `: did you mean ${near}?`;
    const row = hosts/* neededHosts */.jw.find((candidate) => 'host' in candidate && candidate.host === host);
    if (row === undefined)
        return '';
    return `: it is asked by ${row.tool}${row.mirrorNote ? `; use ${row.mirrorNote}` : ''}`;
}

;// CONCATENATED MODULE: ./build/actions/fetch-release.js







async function openNetwork(request, log, secrets) {
    refuseBranchOfRelease(request);
    refuseIdleMirrors(request.mirrors, ownUrlsOf(request));
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
    return { http, certificates, mirrors };
}
async function fetchRelease(request, log, secrets, network) {
    const { http, certificates, mirrors } = network ?? (await openNetwork(request, log, secrets));
    const publicKey = request['bundle-public-key'];
    const tarball = request['manifest-tarball'];
    const resolution = await (0,resolve/* resolveRelease */.C)({
        requested: request['eks-a-version'],
        releaseManifestUrl: request['release-manifest-url'],
        verifySignature: request['verify-signature'],
        ...(publicKey && { bundlePublicKey: publicKey }),
        ...(request['dev-branch'] && { devBranch: request['dev-branch'] }),
        ...(tarball && { files: await (0,manifest_tarball/* openManifestTarball */.m)(tarball) }),
        http,
    });
    sayTrust(resolution.release, log);
    return { ...resolution, http, certificates, mirrors };
}
function ownUrlsOf(request) {
    const urls = [request['metadata-url'], request['targets-url']];
    return [request['release-manifest-url'], ...urls.flatMap((url) => url?.href ?? [])];
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
        log.info('The signature of the bundle is valid.');
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

/***/ 13694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ openManifestTarball)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89711);
/* harmony import */ var _archive_tar_entries_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19279);
/* harmony import */ var _bundle_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99880);
/* harmony import */ var _eksd_manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15769);
/* harmony import */ var _release_manifest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48461);







const maxBytes = 256 * 1024 * 1024;
const maxEntries = 5_000;
const maxEntryBytes = 16 * 1024 * 1024;
async function openManifestTarball(path) {
    const entries = await readEntries(path);
    const file = async (name, source) => {
        const text = entries.get(name);
        if (text !== undefined)
            return { text: text.toString(), source };
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .l(`${source.what} is not in the archive of \`manifest-tarball\`: ${path}`, {
            problems: [`there is no \`${name}\` in it`],
            why: 'The archive is older than the release, or was not made by the image-builder CLI.',
            fix: 'Make it again where there is internet access: `image-builder download manifests`.',
        });
    };
    const placeOf = (name) => `${(0,node_url__WEBPACK_IMPORTED_MODULE_1__.pathToFileURL)(path).href}/${name}`;
    return {
        releaseManifest: () => file('eks-a-manifest.yaml', (0,_release_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .releaseManifestSource */ .aX)(placeOf('eks-a-manifest.yaml'))),
        bundle({ version }) {
            const name = `eks-a-bundles-${version}.yaml`;
            return file(name, (0,_bundle_js__WEBPACK_IMPORTED_MODULE_4__/* .bundleSource */ .oF)(placeOf(name)));
        },
        eksdManifest(channel) {
            const name = `eks-d-${channel.name}.yaml`;
            return file(name, (0,_eksd_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .eksdManifestSource */ .qD)(placeOf(name)));
        },
    };
}
async function readEntries(path) {
    const entries = new Map();
    let left = maxBytes;
    try {
        for await (const { name, size, content } of (0,_archive_tar_entries_js__WEBPACK_IMPORTED_MODULE_3__/* .readTar */ .s)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path))) {
            if (entries.has(name))
                throw new _archive_tar_entries_js__WEBPACK_IMPORTED_MODULE_3__/* .BrokenArchiveError */ .W(`it has two entries named ${name}`);
            if (entries.size === maxEntries)
                throw new _archive_tar_entries_js__WEBPACK_IMPORTED_MODULE_3__/* .BrokenArchiveError */ .W(`it has more than ${maxEntries} entries`);
            left -= size;
            if (size > maxEntryBytes || left < 0)
                throw new _archive_tar_entries_js__WEBPACK_IMPORTED_MODULE_3__/* .BrokenArchiveError */ .W(`${name} is too large: ${size} bytes`);
            const parts = [];
            for await (const part of content)
                parts.push(Buffer.from(part));
            entries.set(name, Buffer.concat(parts));
        }
    }
    catch (cause) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .l(`The archive of \`manifest-tarball\` cannot be read: ${path}`, {
            problems: [(0,_action_error_js__WEBPACK_IMPORTED_MODULE_2__/* .errorMessage */ .g)(cause)],
            fix: 'Give the `eks-a-manifests.tar` that `image-builder download manifests` makes, not compressed and not packed again.',
            cause,
        });
    }
    return entries;
}


/***/ })

};
