export const id = 295;
export const ids = [295,192,206];
export const modules = {

/***/ 13913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readFilesOfBuildTooling)
/* harmony export */ });
/* harmony import */ var _net_git_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48782);
/* harmony import */ var _release_build_tooling_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96877);
/* harmony import */ var _runner_runner_temp_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74872);



function readFilesOfBuildTooling({ release, http, certificates, mirrors }, onFallback) {
    const commit = release.buildToolingCommit;
    return (0,_release_build_tooling_js__WEBPACK_IMPORTED_MODULE_1__/* .readBuildTooling */ .D)({
        commit,
        http,
        readByGit: (paths) => (0,_net_git_files_js__WEBPACK_IMPORTED_MODULE_0__/* .readGitFiles */ .G)({
            repository: _release_build_tooling_js__WEBPACK_IMPORTED_MODULE_1__/* .buildToolingRepository */ .P,
            commit,
            paths,
            certificates,
            mirrors,
            environment: process.env,
            scratch: (0,_runner_runner_temp_js__WEBPACK_IMPORTED_MODULE_2__/* .runnerTemp */ .X)(),
        }),
        onFallback,
    });
}


/***/ }),

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

/***/ 17389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ fileInWords),
/* harmony export */   I4: () => (/* binding */ releaseInWords),
/* harmony export */   Vx: () => (/* binding */ kubernetesInWords),
/* harmony export */   bB: () => (/* binding */ placeRows),
/* harmony export */   cp: () => (/* binding */ systemInWords),
/* harmony export */   hL: () => (/* binding */ provenanceRows)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96662);
/* harmony import */ var _runner_artifacts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75324);
/* harmony import */ var _runner_runner_temp_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74872);




function systemInWords({ os, osVersion, firmware, hypervisor, builder }) {
    const system = [_plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .operatingSystemNames */ .$o[os], osVersion].filter(Boolean).join(' ');
    return [
        system,
        firmware && _plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .firmwareNames */ .eG[firmware],
        `for ${_plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .hypervisorNames */ .ik[hypervisor]}`,
        builder === 'clone' && 'cloned from a template',
    ]
        .filter(Boolean)
        .join(', ');
}
function fileInWords(path, artifact) {
    return { text: { code: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path) }, href: artifact?.url };
}
function placeRows(path, artifact) {
    if (artifact !== undefined)
        return [];
    const end = path.startsWith(`${(0,_runner_runner_temp_js__WEBPACK_IMPORTED_MODULE_3__/* .runnerTemp */ .X)()}/`) ? ', until the job ends' : '';
    return [['Where', ['not uploaded; on the runner at ', { code: path }, end]]];
}
function provenanceRows(path) {
    const artifact = (0,_runner_artifacts_js__WEBPACK_IMPORTED_MODULE_2__/* .uploadedFiles */ .kT)().get(path);
    return artifact === undefined ? [] : [['Provenance', fileInWords(path, artifact)]];
}
function releaseInWords({ version, bundleNumber, signature }) {
    return `${version}, bundle ${bundleNumber}, signature ${signature}`;
}
function kubernetesInWords({ kubeVersion, eksdRelease }) {
    return [`${kubeVersion}, EKS Distro `, { code: eksdRelease }];
}


/***/ }),

/***/ 84274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ journeys),
/* harmony export */   s: () => (/* binding */ nextStep)
/* harmony export */ });
/* harmony import */ var _plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96662);
/* harmony import */ var _runner_docs_link_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20261);


const usages = {
    vsphere: {
        say: ({ spec, channel }) => {
            const [os, eksdRelease] = (0,_plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .templateTags */ .CL)(spec.os, channel.eksdRelease);
            return [
                'Import the OVA into vSphere as a template and attach two tags: ',
                { code: os },
                ' and ',
                { code: eksdRelease },
                '. Then set `template` in `VSphereMachineConfig`.',
            ];
        },
        page: { path: 'docs/journeys/vsphere-nightly.md', title: 'From the image to a vSphere cluster' },
    },
    baremetal: {
        say: () => [
            'Put the file on a web server that your machines reach, and set `osImageURL` to its URL. ',
            'Keep the file name: EKS Anywhere looks for the Kubernetes version in the URL.',
        ],
        page: { path: 'docs/journeys/bare-metal.md', title: 'From the image to a bare-metal cluster' },
    },
    nutanix: {
        say: () => 'The image needs a name in Prism with the Kubernetes version in it. Then set `image` in `NutanixMachineConfig`.',
    },
    cloudstack: {
        say: () => 'Register the file as a template with the Kubernetes version in its name. Then set `template` in `CloudStackMachineConfig`.',
    },
    ami: {
        say: () => 'Bring the AMI to every Snow device. Then set `amiID` in `SnowMachineConfig` to its id there.',
        page: { path: 'docs/journeys/snow-to-s3.md', title: 'From the AMI to Snow devices' },
    },
};
const journeys = _plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .hypervisors */ .j9.flatMap((hypervisor) => {
    const { page } = usages[hypervisor];
    return page === undefined ? [] : [{ hypervisor, path: page.path }];
});
function nextStep(image, isAirGapped = false) {
    const { say, page } = usages[image.spec.hypervisor];
    const links = [
        ...(page ? [page] : []),
        ...(isAirGapped ? [{ path: 'docs/journeys/air-gapped-ghes.md', title: 'On an air-gapped site' }] : []),
    ].flatMap(({ path, title }) => {
        const href = (0,_runner_docs_link_js__WEBPACK_IMPORTED_MODULE_1__/* .docsLink */ ._)(path);
        return href === undefined ? [] : [' ', { text: title, href }, '.'];
    });
    return { line: [{ strong: 'Next: use it.' }, ' ', say(image), ...links] };
}


/***/ }),

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
        what: 'The outcome of the build, for collect-node-images,',
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
/* harmony export */   MZ: () => (/* binding */ recordToKeep),
/* harmony export */   Pe: () => (/* binding */ recordText),
/* harmony export */   nT: () => (/* binding */ uploadRecord)
/* harmony export */ });
/* harmony import */ var _plan_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78554);
/* harmony import */ var _runner_artifacts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75324);


function recordToKeep(request) {
    const { fingerprint, artifact, image } = request;
    if (fingerprint === undefined || artifact === undefined || image.format === 'ami')
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
function uploadRecord(record, retentionDays, log) {
    const name = (0,_plan_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordName */ .xD)(record);
    const text = recordText(record);
    return (0,_runner_artifacts_js__WEBPACK_IMPORTED_MODULE_1__/* .uploadDocument */ .XX)({ what: 'The record for later plans', name, text, retentionDays }, log);
}
function recordText(record) {
    return `${JSON.stringify(record, null, 2)}\n`;
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

/***/ 53241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MH: () => (/* binding */ plainName),
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
const plainName = /^[\w.+-]+$/;
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
            fileName: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(plainName),
            sha256: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
            size: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
            format: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
            artifactId: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().optional(),
            isZipped: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
        })
            .optional(),
        amis: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ region: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })).optional(),
        remoteName: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
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

/***/ 4528:
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
async function inspectOvaStream(chunks, grains = 'opened') {
    const contents = await readPackage(chunks, grains).catch(refuseArchive);
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
async function readPackage(chunks, grains) {
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
            const disk = isDisk && grains === 'opened' ? openGrains(entry.name) : undefined;
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
    if (entry === undefined)
        throw new disk_layout/* BrokenImageError */.zt(`the disk ${name} is not in the archive`);
    const virtualSize = readVirtualSize({ name, ...entry });
    if (entry.disk === undefined) {
        const readLayout = () => {
            throw new disk_layout/* BrokenImageError */.zt(`the grains of ${name} were not decompressed`);
        };
        return { name, virtualSize, size: entry.size, readLayout };
    }
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

/***/ 48782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ readGitFiles)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38321);
/* harmony import */ var _mirrors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88016);






const timeoutMs = 120_000;
const slowest = ['http.lowSpeedLimit=1000', 'http.lowSpeedTime=30'];
const repositoryVariables = /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|SHALLOW_FILE|GRAFT_FILE|NO_REPLACE_OBJECTS|REPLACE_REF_BASE|PREFIX|IMPLICIT_WORK_TREE|TRACE.*)$/;
async function readGitFiles(options) {
    const { repository, commit, paths, certificates, mirrors = _mirrors_js__WEBPACK_IMPORTED_MODULE_5__/* .noMirrors */ .MS, scratch } = options;
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(scratch, 'git-files-'));
    try {
        const authorities = node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, 'authorities.pem');
        if (certificates)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(authorities, certificates.pem);
        const environment = {
            ...withoutRepository(options.environment),
            ...(0,_mirrors_js__WEBPACK_IMPORTED_MODULE_5__/* .mirrorsForGit */ .ME)(mirrors, options.environment),
            GIT_TERMINAL_PROMPT: '0',
            ...(certificates && { GIT_SSL_CAINFO: authorities }),
        };
        const gitDir = node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, 'objects.git');
        const settings = [`remote.origin.url=${repository}`, 'gc.auto=0', 'credential.helper=', ...slowest];
        const git = (args, input = '') => run(['--git-dir', gitDir, ...settings.flatMap((setting) => ['-c', setting]), ...args], input, environment);
        const fetch = ['fetch', '--quiet', '--no-tags', '--filter=blob:none', 'origin'];
        await git(['init', '--quiet', '--bare', '--template=']);
        await git([...fetch, '--depth=1', commit]);
        const tree = (await git(['ls-tree', '-z', '--full-tree', commit, '--', ...paths])).toString();
        const files = tree.split('\0').flatMap((line) => {
            const [, id = '', name = ''] = /^100\d{3} blob ([0-9a-f]{40})\t(.*)$/s.exec(line) ?? [];
            return id === '' ? [] : [{ id, name }];
        });
        if (files.length === 0)
            return new Map();
        const ids = [...new Set(files.map(({ id }) => id))];
        await git([...fetch, '--no-write-fetch-head', ...ids]);
        const contents = readBatch(await git(['cat-file', '--batch'], ids.map((id) => `${id}\n`).join('')));
        return new Map(files.map(({ id, name }) => [name, contents.get(id) ?? '']));
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(folder, { recursive: true, force: true });
    }
}
function withoutRepository(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !repositoryVariables.test(name)));
}
async function run(args, input, environment) {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('git', [...args], { env: environment, signal: AbortSignal.timeout(timeoutMs) });
    const ended = (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'close');
    child.stdin.on('error', () => child.kill());
    child.stdin.end(input);
    const [output, errors, [code]] = await Promise.all([(0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_4__.buffer)(child.stdout), (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_4__.text)(child.stderr), ended]);
    if (code === 0)
        return output;
    const said = errors
        .trim()
        .split('\n')
        .findLast((line) => line !== '');
    throw new Error(`git could not do it: ${said?.replace(/\/\/[^/@\s]*@/g, '//') ?? code}`);
}
function readBatch(output) {
    const contents = new Map();
    for (let at = 0; at < output.length;) {
        const end = output.indexOf('\n', at);
        const [id = '', type, size] = output.toString('latin1', at, end).split(' ');
        if (end < 0 || type !== 'blob')
            throw new Error(`git has no object ${id}`);
        const start = end + 1;
        contents.set(id, output.toString('utf8', start, start + Number(size)));
        at = start + Number(size) + 1;
    }
    return contents;
}


/***/ }),

/***/ 83211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fe: () => (/* binding */ exactSize),
/* harmony export */   _u: () => (/* binding */ sizeInWords),
/* harmony export */   ji: () => (/* binding */ durationInWords)
/* harmony export */ });
const units = [
    { name: 'GB', bytes: 1e9, digits: 1 },
    { name: 'MB', bytes: 1e6, digits: 0 },
    { name: 'kB', bytes: 1e3, digits: 0 },
];
function sizeInWords(bytes) {
    const unit = units.find((candidate) => bytes >= candidate.bytes * 0.9995);
    return unit === undefined ? `${bytes} bytes` : `${(bytes / unit.bytes).toFixed(unit.digits)} ${unit.name}`;
}
function exactSize(bytes) {
    const words = sizeInWords(bytes);
    return words.endsWith('bytes') ? words : `${words} (${bytes.toLocaleString('en-US')} bytes)`;
}
function durationInWords(seconds) {
    const whole = Math.round(seconds);
    const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
    const parts = [
        hours > 0 && `${hours} h`,
        (hours > 0 || minutes > 0) && `${minutes} min`,
        `${whole % 60} s`,
    ];
    return parts.filter((part) => part !== false).join(' ');
}


/***/ }),

/***/ 96877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readBuildTooling),
/* harmony export */   P: () => (/* binding */ buildToolingRepository)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49567);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);
/* harmony import */ var _net_http_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51021);
/* harmony import */ var _published_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3611);




const buildToolingRepository = 'https://github.com/aws/eks-anywhere-build-tooling.git';
const rawFiles = 'https://raw.githubusercontent.com/aws/eks-anywhere-build-tooling/';
const project = 'projects/kubernetes-sigs/image-builder';
const bottlerocketReleases = `${project}/BOTTLEROCKET_RELEASES`;
const requiredVersions = `${project}/REQUIRED_DEPENDENCY_VERSIONS.yaml`;
const upstreamTag = `${project}/GIT_TAG`;
const paths = [bottlerocketReleases, requiredVersions, upstreamTag];
const maxBytes = 256 * 1024;
async function readBuildTooling(options) {
    const { commit, readByGit, onFallback } = options;
    let readBy = 'git';
    const files = await readByGit(paths).catch((error) => {
        readBy = 'tls';
        onFallback((0,_action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .g)(error));
        return readByTls(options);
    });
    if (!files.has(bottlerocketReleases)) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`The build-tooling commit ${commit} has no ${bottlerocketReleases}.`, {
            why: 'It is not a commit of aws/eks-anywhere-build-tooling, or a host answers in its place.',
        });
    }
    return { commit, readBy, ...(await readFiles(files, commit)) };
}
async function readByTls({ http, commit }) {
    const texts = await Promise.all(paths.map(async (path) => {
        const { what, url } = sourceOf(path, commit);
        try {
            return [[path, await http.getText(url, { what, maxBytes })]];
        }
        catch (error) {
            if (error instanceof _net_http_client_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpStatusError */ .F && error.status === 404)
                return [];
            throw error;
        }
    }));
    return new Map(texts.flat());
}
function sourceOf(path, commit) {
    return { what: `The file ${path}`, url: new URL(`${commit}/${path}`, rawFiles).href, maxBytes };
}
async function readFiles(files, commit) {
    const parsed = async (path, type) => {
        const text = files.get(path);
        const source = sourceOf(path, commit);
        return text?.trim() ? (0,_published_document_js__WEBPACK_IMPORTED_MODULE_2__/* .checkShape */ .e)(type, await (0,_published_document_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePublished */ .O)(text, source), source) : undefined;
    };
    const requiredTools = await parsed(requiredVersions, requiredToolsType);
    const tag = files.get(upstreamTag)?.trim();
    return {
        bottlerocket: (await parsed(bottlerocketReleases, bottlerocketType)) ?? {},
        ...(requiredTools && { requiredTools }),
        ...(tag && { upstreamTag: tag }),
    };
}
const bottlerocketVersion = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    .regex(/^v?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/, 'is not a version of Bottlerocket')
    .transform((version) => `v${version.replace(/^v/, '')}`)
    .nullish();
const bottlerocketType = zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^\d+-\d+$/, 'is not a release channel'), zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    'ova-release-version': bottlerocketVersion,
    'raw-release-version': bottlerocketVersion,
    'ami-release-version': bottlerocketVersion,
})
    .transform((entry) => {
    const ova = entry['ova-release-version'];
    const raw = entry['raw-release-version'];
    const ami = entry['ami-release-version'];
    return { ...(ova && { ova }), ...(raw && { raw }), ...(ami && { ami }) };
}));
const version = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj().nullish();
const requiredToolsType = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    ansible: version,
    packer: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ version, plugins: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), version).nullish() }).nullish(),
    python: version,
})
    .transform(({ ansible, packer, python }) => {
    const plugins = Object.entries(packer?.plugins ?? {}).flatMap(([name, plugin]) => plugin ? [[name, plugin]] : []);
    return {
        ...(packer?.version && { packer: packer.version }),
        ...(ansible && { ansible }),
        ...(plugins.length > 0 && { plugins: Object.fromEntries(plugins) }),
        ...(python && { oldestPython: python }),
    };
});


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
            why: 'The archive is older than the release, or a file in it has another name.',
            fix: 'Make it again where there is internet access: with `image-builder download manifests`, or with `tar` of the three manifests.',
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
            fix: 'Give the `eks-a-manifests.tar` that `image-builder download manifests` makes, or another tar archive without folders and without compression.',
            cause,
        });
    }
    return entries;
}


/***/ }),

/***/ 26711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ declareArtifact)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89711);


async function declareArtifact(path, log) {
    const file = process.env['GITHUB_ARTIFACTS'];
    if (!file || path.includes('='))
        return;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.appendFile)(file, `${path}\n`);
    }
    catch (error) {
        log.warning(`The image was not declared in GITHUB_ARTIFACTS: ${(0,_action_error_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .g)(error)}`);
    }
}


/***/ })

};
