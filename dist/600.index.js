export const id = 600;
export const ids = [600,192,650];
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

/***/ 50816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  setUp: () => (/* binding */ setUp)
});

// EXTERNAL MODULE: ./build/log.js
var build_log = __webpack_require__(36650);
// EXTERNAL MODULE: ./build/runner/docs-link.js
var docs_link = __webpack_require__(20261);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
;// CONCATENATED MODULE: ./build/runner/offer-tools.js

function offerTools(offer) {
    for (const folder of offer.pathEntries.toReversed())
        core/* addPath */.fM(folder);
    core/* exportVariable */.dN(offer.variable, offer.value);
}

// EXTERNAL MODULE: ./build/runner/runner-temp.js
var runner_temp = __webpack_require__(74872);
// EXTERNAL MODULE: ./build/runner/summary.js
var summary = __webpack_require__(61115);
// EXTERNAL MODULE: ./build/toolchain/toolchain.js
var toolchain_toolchain = __webpack_require__(69839);
// EXTERNAL MODULE: ./build/actions/check-machine.js + 19 modules
var check_machine = __webpack_require__(44334);
// EXTERNAL MODULE: ./build/actions/fetch-release.js + 1 modules
var fetch_release = __webpack_require__(52192);
// EXTERNAL MODULE: ./build/actions/set-up-tools.js + 20 modules
var set_up_tools = __webpack_require__(19391);
;// CONCATENATED MODULE: ./build/actions/set-up.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});









async function setUp(context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { inputs, log, secrets, signal } = context;
        const { hypervisor, os } = inputs;
        if (os === 'bottlerocket') {
            log.info('Bottlerocket is fetched, not built: there is nothing to set up.');
            return {};
        }
        const machineInputs = { ...inputs, 'other-builds': 'allow', 'http-ip': undefined };
        const _machine = __addDisposableResource(env_1, await (0,check_machine.checkMachine)({ ...context, inputs: machineInputs }, { steps: ['resolve', 'set-up'], builds: false }), true);
        const network = await (0,fetch_release/* openNetwork */.X)(inputs, log, secrets);
        const release = once(() => (0,build_log/* inGroup */.H)(log, 'Resolve the EKS Anywhere release', () => (0,fetch_release.fetchRelease)(inputs, log, secrets, network)));
        const requested = inputs['eks-a-version'];
        const eksaVersion = requested.kind === 'exact' ? requested.version : (await release()).release.version;
        const { toolchain, isHit } = await (0,build_log/* inGroup */.H)(log, 'Set up the tools', () => (0,set_up_tools/* setUpTools */.J0)({ inputs, hypervisor, eksaVersion, release, network, log, secrets, signal }));
        const path = await (0,toolchain_toolchain/* writeToolchain */.l)(toolchain, (0,runner_temp/* runnerTemp */.X)());
        offerTools({ variable: set_up_tools/* toolchainVariable */.YN, value: path, pathEntries: toolchain.pathEntries });
        const { imageBuilder, packer, ansible } = toolchain;
        const heading = `Set up: the tools of EKS Anywhere ${eksaVersion}`;
        const rows = [
            ['image-builder CLI', imageBuilder.version],
            ['Packer', packer.version],
            ['ansible-core', `${ansible.version} on Python ${ansible.pythonVersion}`],
        ];
        await (0,summary/* writeSummary */.Sy)([
            { heading },
            { head: ['Tool', 'Version'], rows },
            {
                line: isHit
                    ? 'All of them were on this runner or in the cache.'
                    : 'What this runner and the cache lacked was downloaded and verified.',
            },
            { line: [{ strong: 'Next:' }, ' the later steps of this job find them on `PATH`.'] },
            { line: { text: 'What is verified by what', href: (0,docs_link/* docsLink */._)('docs/trust.md') } },
        ], secrets);
        return {
            'image-builder-path': imageBuilder.path,
            'image-builder-version': imageBuilder.version,
            'packer-version': packer.version,
            'ansible-version': ansible.version,
            'python-version': ansible.pythonVersion,
            'cache-hit': String(isHit),
            'toolchain-path': path,
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function once(work) {
    let result;
    return () => {
        result ??= work();
        return result;
    };
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


/***/ }),

/***/ 43497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ supportedConfigKeys)
/* harmony export */ });
function keys(names, range = {}) {
    return Object.fromEntries(names.split(' ').map((name) => [name, range]));
}
const iso = keys('iso_url iso_checksum iso_checksum_type');
const proxy = keys('http_proxy https_proxy no_proxy', { since: 'v0.18.0' });
const packages = keys('extra_debs extra_repos extra_rpms', { since: 'v0.17.0' });
const overrides = keys('firstboot_custom_roles_pre firstboot_custom_roles_post node_custom_roles_pre node_custom_roles_post disable_public_repos reenable_public_repos', { since: 'v0.17.3' });
const airGapped = keys('eksa_build_tooling_repo_url image_builder_repo_url private_artifacts_eksd_fqdn private_artifacts_eksa_fqdn', { since: 'v0.18.0' });
const ssh = keys('ssh_timeout ssh_handshake_attempts', { since: 'v0.24.1' });
const account = 'rhel_username rhel_password';
const subscription = {
    ...keys('rhsm_server_proxy_hostname rhsm_server_proxy_port rhsm_server_hostname rhsm_server_release_version rhsm_activation_key rhsm_org_id', { since: 'v0.18.0' }),
    ...keys('redhat_epel_rpm epel_rpm_gpg_key', { since: 'v0.26.1' }),
};
const machine = {
    ...iso,
    ...keys(account),
    ...subscription,
    ...proxy,
    ...packages,
    ...overrides,
    ...airGapped,
    ...ssh,
};
const supportedConfigKeys = {
    vsphere: {
        ...keys('vcenter_server username password datacenter cluster datastore folder network resource_pool template insecure_connection convert_to_template create_snapshot linked_clone'),
        ...keys('vsphere_library_name', { until: 'v0.19' }),
        ...keys('vmx_version', { since: 'v0.22.3' }),
        ...machine,
    },
    baremetal: { ...keys('disk_size', { since: 'v0.23.3' }), ...machine, ...keys('extra_rpms') },
    nutanix: {
        ...keys('nutanix_cluster_name image_name nutanix_endpoint nutanix_insecure nutanix_port nutanix_username nutanix_password nutanix_subnet_name'),
        ...keys('source_image_name', { until: 'v0.20.9 v0.21.2' }),
        ...keys('image_url image_export', { since: 'v0.18.0' }),
        ...keys('image_size_gb', { since: 'v0.22.0' }),
        ...keys(account, { since: 'v0.18.0' }),
        ...subscription,
        ...proxy,
        ...packages,
        ...overrides,
        ...airGapped,
    },
    cloudstack: { ...keys('ansible_user_vars'), ...machine },
    ami: {
        ...keys('ami_filter_name ami_filter_owners ami_regions aws_region builder_instance_type manifest_output root_device_name subnet_id volume_size volume_type'),
        ...keys('ansible_extra_vars custom_role custom_role_name_list custom_role_names', { until: 'v0.16' }),
        ...proxy,
        ...packages,
        ...overrides,
    },
};


/***/ }),

/***/ 20665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dl: () => (/* binding */ bottlerocketFormats),
  Ub: () => (/* binding */ hasLongOutputNames),
  kN: () => (/* binding */ hasOsFlags),
  du: () => (/* binding */ isAtLeast),
  ST: () => (/* binding */ isGone),
  cN: () => (/* binding */ oldestSupported),
  pg: () => (/* binding */ supportMatrix)
});

// EXTERNAL MODULE: ./build/release/support-config-keys.js
var support_config_keys = __webpack_require__(43497);
;// CONCATENATED MODULE: ./build/release/support-table.js
const supportSources = [
    'aws/eks-anywhere-build-tooling projects/aws/image-builder/{cmd/build.go,builder}, SUPPORTED_RELEASE_BRANCHES and REQUIRED_DEPENDENCY_VERSIONS.yaml at the commit of each release from v0.16.0 to v0.26.1, read 2026-08-18',
    'aws/eks-anywhere docs/content/en/docs/whatsnew/changelog.md, read 2026-08-18',
];
function toolsWith(ansible) {
    const plugins = { ansible: '1.1.0', goss: '3.1.4', nutanix: '0.8.1' };
    return { packer: '1.9.5', ansible, plugins, oldestPython: '3.9', newestPython: '3.11' };
}
const [focal, jammy, noble] = ['20.04', '22.04', '24.04'];
const supportRows = [
    {
        since: 'v0.16.0',
        imageBuilder: '0.1.2',
        channels: ['1-23', '1-27'],
        usual: { ubuntu: focal, redhat: '8' },
        builds: {
            vsphere: { ubuntu: [focal], redhat: ['8'] },
            baremetal: { ubuntu: [focal], redhat: ['8'] },
            nutanix: { ubuntu: [focal] },
            cloudstack: { redhat: ['8'] },
            ami: { ubuntu: [focal] },
        },
        efi: [],
        newFlags: [
            'os',
            'hypervisor',
            'release-channel',
            'vsphere-config',
            'baremetal-config',
            'nutanix-config',
            'cloudstack-config',
            'ami-config',
            'force',
        ],
        tools: { packer: '1.8.6' },
    },
    {
        since: 'v0.17.0',
        imageBuilder: 'v0.2.1',
        builds: {
            vsphere: { ubuntu: [focal, jammy], redhat: ['8'] },
            baremetal: { ubuntu: [focal, jammy], redhat: ['8'] },
            nutanix: { ubuntu: [focal, jammy] },
            cloudstack: { redhat: ['8'] },
            ami: { ubuntu: [focal, jammy] },
        },
        efi: ['ubuntu-vsphere', 'ubuntu-baremetal'],
        newFlags: ['os-version', 'files-config', 'firmware', 'eksa-release'],
        tools: { packer: '1.8.7' },
    },
    {
        since: 'v0.18.0',
        imageBuilder: 'v0.3.0',
        channels: ['1-24', '1-28'],
        builds: {
            vsphere: { ubuntu: [focal, jammy], redhat: ['8'] },
            baremetal: { ubuntu: [focal, jammy], redhat: ['8'] },
            nutanix: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
            cloudstack: { redhat: ['8'] },
            ami: { ubuntu: [focal, jammy] },
        },
        newFlags: ['manifest-tarball', 'air-gapped'],
        tools: { packer: '1.9.4', oldestPython: '3.9' },
    },
    { since: 'v0.18.2', imageBuilder: 'v0.3.1' },
    {
        since: 'v0.19.0',
        imageBuilder: 'v0.4.0',
        channels: ['1-25', '1-29'],
        builds: {
            vsphere: { ubuntu: [focal, jammy], redhat: ['8'] },
            baremetal: { ubuntu: [focal, jammy], redhat: ['8'] },
            nutanix: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
            cloudstack: { redhat: ['8', '9'] },
            ami: { ubuntu: [focal, jammy] },
        },
        newFlags: ['ansible-verbosity'],
        tools: toolsWith('2.15.9'),
    },
    { since: 'v0.19.7', tools: toolsWith('2.15.10') },
    {
        since: 'v0.20.0',
        imageBuilder: 'v0.5.0',
        channels: ['1-26', '1-30'],
        builds: {
            vsphere: { ubuntu: [focal, jammy], redhat: ['8'] },
            baremetal: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
            nutanix: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
            cloudstack: { redhat: ['8', '9'] },
            ami: { ubuntu: [focal, jammy] },
        },
        efi: ['ubuntu-vsphere', 'ubuntu-baremetal', 'redhat-baremetal'],
    },
    { since: 'v0.20.11', tools: toolsWith('2.15.12') },
    { since: 'v0.21.0', channels: ['1-27', '1-31'], tools: toolsWith('2.15.10') },
    { since: 'v0.21.4', tools: toolsWith('2.15.12') },
    { since: 'v0.21.8', tools: toolsWith('2.15.13') },
    { since: 'v0.22.0', channels: ['1-28', '1-32'] },
    {
        since: 'v0.22.1',
        builds: {
            vsphere: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
            baremetal: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
            nutanix: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
            cloudstack: { redhat: ['8', '9'] },
            ami: { ubuntu: [focal, jammy] },
        },
    },
    {
        since: 'v0.22.2',
        imageBuilder: 'v0.6.0',
        efi: ['ubuntu-vsphere', 'ubuntu-baremetal', 'redhat-baremetal', 'redhat-vsphere'],
    },
    { since: 'v0.23.0', channels: ['1-28', '1-33'] },
    {
        since: 'v0.24.0',
        imageBuilder: 'v0.7.0',
        channels: ['1-28', '1-34'],
        builds: {
            vsphere: { ubuntu: [focal, jammy, noble], redhat: ['8', '9'] },
            baremetal: { ubuntu: [focal, jammy, noble], redhat: ['8', '9'] },
            nutanix: { ubuntu: [focal, jammy, noble], redhat: ['8', '9'] },
            cloudstack: { redhat: ['8', '9'] },
            ami: { ubuntu: [focal, jammy, noble] },
        },
        newFlags: ['builder'],
    },
    {
        since: 'v0.25.0',
        channels: ['1-29', '1-35'],
        usual: { ubuntu: jammy, redhat: '8' },
        builds: {
            vsphere: { ubuntu: [jammy, noble], redhat: ['8', '9'] },
            baremetal: { ubuntu: [jammy, noble], redhat: ['8', '9'] },
            nutanix: { ubuntu: [jammy, noble], redhat: ['8', '9'] },
            cloudstack: { redhat: ['8', '9'] },
            ami: { ubuntu: [jammy, noble] },
        },
        newFlags: ['dev'],
    },
    {
        since: 'v0.26.0',
        channels: ['1-30', '1-36'],
        builds: {
            vsphere: { ubuntu: [jammy, noble], redhat: ['8', '9'] },
            baremetal: { ubuntu: [jammy, noble], redhat: ['8', '9'] },
            nutanix: { ubuntu: [jammy, noble], redhat: ['8', '9'] },
            cloudstack: {},
            ami: { ubuntu: [jammy, noble] },
        },
    },
];

// EXTERNAL MODULE: ./build/release/version.js
var version = __webpack_require__(70590);
;// CONCATENATED MODULE: ./build/release/support-matrix.js



const oldestSupported = 'v0.16.0';
const bottlerocketFormats = { vsphere: 'ova', baremetal: 'raw', ami: 'ami' };
const firstWithOsFlags = 'v0.17.0';
const firstWithLongNames = 'v0.18.0';
const newestLine = 'v0.26';
const lastRawChannel = '1-28';
const known = new Map();
function supportMatrix(eksaVersion) {
    const matrix = known.get(eksaVersion) ?? readTable(eksaVersion);
    known.set(eksaVersion, matrix);
    return matrix;
}
function readTable(eksaVersion) {
    const rows = supportRows.filter(({ since }) => isAtLeast(eksaVersion, since));
    const [first, ...later] = rows;
    if (first === undefined)
        throw new RangeError(`no row for ${eksaVersion}`);
    const row = Object.assign({}, first, ...later);
    const flags = rows.flatMap(({ newFlags }) => newFlags ?? []);
    return {
        release: eksaVersion,
        since: row.since,
        notes: notesOn(eksaVersion, row),
        imageBuilderRelease: imageBuilderRelease(eksaVersion),
        imageBuilderVersion: row.imageBuilder,
        releaseChannels: channelsBetween(row.channels),
        usualVersions: row.usual,
        targets: targetsOf(row, flags),
        bottlerocket: { formats: bottlerocketFormats, lastRawChannel },
        flags,
        configKeys: configKeysOf(eksaVersion),
        tools: row.tools,
        sources: supportSources,
    };
}
function notesOn(eksaVersion, { since }) {
    if (!isAfter(eksaVersion, newestLine))
        return [];
    return [
        `${eksaVersion} is newer than what is known here about the image-builder CLI; the rules of ${since} are used.`,
    ];
}
function imageBuilderRelease(eksaVersion) {
    return ['v0.16.0', 'v0.16.1', 'v0.16.2'].includes(eksaVersion) ? 'v0.16.5' : eksaVersion;
}
function channelsBetween([first, last]) {
    const [from, to] = [first, last].map((channel) => Number(channel.slice(2)));
    return Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, index) => `1-${(from ?? 0) + index}`);
}
function targetsOf(row, flags) {
    return Object.entries(row.builds).flatMap(([name, builds]) => {
        const hypervisor = name;
        const builders = hypervisor === 'vsphere' && flags.includes('builder') ? ['iso', 'clone'] : [];
        return ['ubuntu', 'redhat'].flatMap((os) => (builds[os] ?? []).map((osVersion) => ({
            os,
            osVersion,
            hypervisor,
            firmwares: firmwaresOf(row, os, osVersion, hypervisor),
            builders: builders.length > 0 ? builders : ['iso'],
        })));
    });
}
function firmwaresOf({ efi }, os, osVersion, hypervisor) {
    if (efi.length === 0)
        return [];
    if (!efi.includes(`${os}-${hypervisor}`) || (os === 'redhat' && osVersion !== '9'))
        return ['bios'];
    return hypervisor === 'baremetal' ? ['efi'] : ['bios', 'efi'];
}
function configKeysOf(eksaVersion) {
    const existing = (hypervisor) => Object.entries(support_config_keys/* supportedConfigKeys */.R[hypervisor])
        .filter(([, { since, until }]) => {
        const isTooEarly = since !== undefined && !isAtLeast(eksaVersion, since);
        return !isTooEarly && !(until !== undefined && isGone(eksaVersion, until));
    })
        .map(([key]) => key);
    return {
        vsphere: existing('vsphere'),
        baremetal: existing('baremetal'),
        nutanix: existing('nutanix'),
        cloudstack: existing('cloudstack'),
        ami: existing('ami'),
    };
}
function hasOsFlags(eksaVersion) {
    return isAtLeast(eksaVersion, firstWithOsFlags);
}
function hasLongOutputNames(eksaVersion) {
    return isAtLeast(eksaVersion, firstWithLongNames);
}
function isGone(eksaVersion, until) {
    const lasts = until.split(' ');
    const lineOf = (version) => version.split('.').slice(0, 2).join('.');
    const last = lasts.find((version) => lineOf(version) === lineOf(eksaVersion)) ?? lasts.at(-1) ?? until;
    return isAfter(eksaVersion, last);
}
function isAfter(eksaVersion, last) {
    const isLine = last.split('.').length === 2;
    if (isLine && eksaVersion.startsWith(`${last}.`))
        return false;
    return isAtLeast(eksaVersion, isLine ? `${last}.0` : last) && eksaVersion !== last;
}
function isAtLeast(eksaVersion, since) {
    return eksaVersion.startsWith('v0.0.0-') || (0,version/* compareVersions */.Zy)(eksaVersion, since) >= 0;
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

/***/ 44313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   RD: () => (/* binding */ isAsNoted),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   t6: () => (/* binding */ noteDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46466);




async function sha256Of(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    try {
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, { highWaterMark: 1 << 20 }), hash);
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    }
    return hash.digest('hex');
}
async function noteDigest(path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(`${path}.sha256`, `${await sha256Of(path)}\n`);
}
async function isAsNoted(path) {
    const noted = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(`${path}.sha256`, 'utf8');
    return noted.trim() === (await sha256Of(path));
}
function keyOf(...parts) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(parts)).digest('hex');
}


/***/ })

};
