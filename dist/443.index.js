export const id = 443;
export const ids = [443];
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

/***/ 59588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gatherFacts: () => (/* binding */ gatherFacts),
  missingBottlerocket: () => (/* binding */ missingBottlerocket)
});

// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
// EXTERNAL MODULE: ./build/release/support-matrix.js + 1 modules
var support_matrix = __webpack_require__(20665);
// EXTERNAL MODULE: ./build/release/version.js
var release_version = __webpack_require__(70590);
;// CONCATENATED MODULE: ./build/release/release-warnings.js


const builderCredentials = [
    { line: '0.19', fixedIn: 'v0.19.11' },
    { line: '0.20', fixedIn: 'v0.20.8' },
];
const endsOfStandardSupport = {
    '1-28': '2024-12-31',
    '1-29': '2025-04-30',
    '1-30': '2025-08-31',
    '1-31': '2025-12-31',
};
const oldestWithEnd = 28;
function releaseWarnings(options) {
    return [
        credentialsWarning(options.release.version),
        behindWarning(options.release.version, options.newestVersion),
        supportWarning(options),
        ...goneWarnings(options),
    ].filter((warning) => warning !== undefined);
}
function credentialsWarning(version) {
    const parsed = (0,release_version/* parseVersion */.ot)(version);
    if (parsed === undefined || (0,release_version/* isDevelopmentBuild */["if"])(version))
        return undefined;
    const row = builderCredentials.find(({ line }) => line === (0,release_version/* lineOf */.cA)(parsed));
    const fixedIn = row?.fixedIn ?? builderCredentials[0].fixedIn;
    const isAffected = (0,release_version/* compareVersions */.Zy)(version, row?.fixedIn ?? `v${builderCredentials[0].line}.0`) < 0;
    return isAffected
        ? `EKS Anywhere ${version} is affected by CVE-2024-9594: while an image is built, anyone who reaches the build VM can log in with default credentials. Fixed in ${fixedIn}.`
        : undefined;
}
function behindWarning(version, newestVersion) {
    const [own, newest] = [(0,release_version/* parseVersion */.ot)(version), (0,release_version/* parseVersion */.ot)(newestVersion)];
    if (own === undefined || newest === undefined || (0,release_version/* isDevelopmentBuild */["if"])(version))
        return undefined;
    const behind = (newest.major - own.major) * 1000 + newest.minor - own.minor;
    return behind >= 2
        ? `EKS Anywhere ${version} is ${behind} minor lines behind ${newestVersion}; fixes go to the newest lines.`
        : undefined;
}
function supportWarning({ release, channel, now }) {
    const today = now.toISOString().slice(0, 10);
    const ended = (channel ? [channel] : release.channels).flatMap(({ name, endOfStandardSupport }) => {
        const end = endOfStandardSupport ?? endsOfStandardSupport[name];
        if (end === undefined)
            return Number(name.split('-')[1]) < oldestWithEnd ? [`${name} (before 2025)`] : [];
        return end < today ? [`${name} (${end})`] : [];
    });
    if (ended.length === 0)
        return undefined;
    return `Standard support has ended for ${ended.join(', ')}: clusters need extended support, which EKS Anywhere sells as a license.`;
}
function goneWarnings({ release: { version }, matrix, cell }) {
    const { osVersion, hypervisor } = cell;
    const noFocal = osVersion === '20.04' && isKnown(version) && !builds(matrix, '20.04');
    const noCloudStack = hypervisor === 'cloudstack' && isKnown(version) && (0,support_matrix/* isAtLeast */.du)(version, 'v0.26.0');
    return [
        noFocal
            ? `EKS Anywhere ${version} builds no Ubuntu 20.04 any more, since v0.25.0; its own end was in May 2025.`
            : undefined,
        noCloudStack
            ? `EKS Anywhere ${version} does not support CloudStack any more, since v0.26.0: the CLI still builds an image, but no cluster runs it.`
            : undefined,
    ];
}
function isKnown(version) {
    return (0,release_version/* parseVersion */.ot)(version) !== undefined && (0,support_matrix/* isAtLeast */.du)(version, support_matrix/* oldestSupported */.cN);
}
function builds(matrix, wanted) {
    return matrix?.targets.some(({ os, osVersion }) => os === 'ubuntu' && osVersion === wanted) ?? false;
}

// EXTERNAL MODULE: ./build/actions/build-tooling-files.js
var build_tooling_files = __webpack_require__(13913);
;// CONCATENATED MODULE: ./build/actions/release-facts.js





async function gatherFacts(fetched, options) {
    const { release, unsigned } = fetched;
    const { channel, log } = options;
    const channels = channel ? [channel] : release.channels;
    const [buildTooling, manifests] = await Promise.all([
        options.network === 'online' ? buildToolingOf(fetched, log) : undefined,
        Promise.all(channels.map((one) => fetched.eksdManifest(one))),
    ]);
    const unavailable = manifests.filter(({ problem }) => problem !== undefined);
    if (unavailable[0])
        log.warning(`${unavailable.length} of ${manifests.length} EKS Distro manifests could not be fetched; their container images are left out. ${unavailable[0].problem}`);
    const matrix = matrixOf(release.version);
    const { newestVersion } = unsigned;
    const facts = { release, newestVersion, channel, matrix, cell: options.cell, now: new Date() };
    for (const warning of releaseWarnings(facts))
        log.warning(warning);
    const requiredTools = (matrix || buildTooling?.requiredTools) && {
        ...matrix?.tools,
        ...buildTooling?.requiredTools,
    };
    return {
        release,
        unsigned,
        buildTooling,
        eksd: Object.fromEntries(channels.map(({ name }, index) => [name, manifests[index]?.signature ?? 'unavailable'])),
        images: [...unsigned.images, ...manifests.flatMap(({ images }) => images)],
        bottlerocket: Object.fromEntries(release.channels.map((one) => [one.name, bottlerocketOf(one, buildTooling)])),
        matrix,
        requiredTools,
    };
}
function missingBottlerocket(facts, channels) {
    const without = (format) => channels.filter(({ bottlerocket }) => !bottlerocket[format]).map(({ name }) => name);
    const [ova, raw] = [without('ova'), without('raw')];
    const last = facts.matrix?.bottlerocket.lastRawChannel ?? '1-28';
    const sentences = [
        raw.length > 0
            ? `There is no bare-metal image of Bottlerocket for ${raw.join(', ')}: its metal variants end with Kubernetes ${last.replace('-', '.')}, and a release can have none for other channels.`
            : '',
        ova.length > 0 ? `The bundle has no OVA of Bottlerocket for ${ova.join(', ')}.` : '',
    ];
    return sentences.filter(Boolean).join(' ') || undefined;
}
function matrixOf(version) {
    return (0,release_version/* parseVersion */.ot)(version) && (0,support_matrix/* isAtLeast */.du)(version, support_matrix/* oldestSupported */.cN) ? (0,support_matrix/* supportMatrix */.pg)(version) : undefined;
}
async function buildToolingOf(fetched, log) {
    try {
        return await (0,build_tooling_files/* readFilesOfBuildTooling */.D)(fetched, (reason) => log.warning(`The files of the build-tooling commit were not read through git objects (${reason}); raw.githubusercontent.com is asked instead, where TLS alone protects them.`));
    }
    catch (error) {
        log.warning(`The files of the build-tooling commit ${fetched.release.buildToolingCommit} could not be fetched, so the versions of Bottlerocket are not known: ${(0,action_error/* errorMessage */.g)(error)}`);
        return undefined;
    }
}
function bottlerocketOf({ name, bottlerocket }, buildTooling) {
    const versions = buildTooling?.bottlerocket[name];
    return Object.fromEntries(['ova', 'raw', 'ami'].flatMap((format) => {
        const archive = bottlerocket[format];
        const version = versions?.[format];
        return archive
            ? [[format, { uri: archive.uri, sha256: archive.sha256, ...(version && { version }) }]]
            : [];
    }));
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

/***/ 97326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ HttpStatusError),
/* harmony export */   VH: () => (/* binding */ StatusFailure),
/* harmony export */   c9: () => (/* binding */ transferError),
/* harmony export */   dg: () => (/* binding */ isTransient),
/* harmony export */   pM: () => (/* binding */ NetworkFailure)
/* harmony export */ });
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);
/* harmony import */ var _printable_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29503);


class StatusFailure extends Error {
    hop;
    status;
    bodyStart;
    retryAfterMs;
    constructor(hop, answer) {
        super(`HTTP status ${answer.status}`);
        this.hop = hop;
        this.status = answer.status;
        this.bodyStart = answer.bodyStart;
        this.retryAfterMs = answer.retryAfterMs;
    }
}
class NetworkFailure extends Error {
    hop;
    code;
    constructor(hop, cause) {
        super((0,_action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .g)(cause), { cause });
        this.hop = hop;
        this.code = cause.code ?? '';
    }
}
class HttpStatusError extends _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l {
    status;
    bodyStart;
    constructor(headline, details) {
        super(headline, details);
        this.status = details.status;
        this.bodyStart = details.bodyStart;
    }
}
function isTransient(error) {
    if (error instanceof StatusFailure) {
        return error.status === 408 || error.status === 429 || error.status >= 500;
    }
    if (!(error instanceof NetworkFailure))
        return false;
    const tunnel = tunnelStatus(error);
    return tunnel === undefined ? !isCertificateProblem(error.code) : tunnel >= 500;
}
function transferError(failure, what, attempts) {
    const { url, original } = failure.hop;
    const tries = attempts === 1 ? '' : `, ${attempts} times in a row`;
    const headline = `${what} could not be downloaded: ${summary(failure)}${tries}. URL: ${original ? (0,_printable_url_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$)(original, url) : (0,_printable_url_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(url)}`;
    if (failure instanceof StatusFailure) {
        const { status, bodyStart } = failure;
        return new HttpStatusError(headline, { ...statusAdvice(failure), status, bodyStart, cause: failure });
    }
    return new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(headline, { ...networkAdvice(failure), cause: failure });
}
function summary(failure) {
    const { url, proxy, original } = failure.hop;
    const host = original ? `the mirror ${url.host} of ${original.host}` : url.host;
    if (failure instanceof StatusFailure)
        return `${host} answered with HTTP status ${failure.status}`;
    const tunnel = tunnelStatus(failure);
    if (tunnel !== undefined && proxy)
        return `the proxy ${proxy.url.origin} answered with HTTP status ${tunnel} for ${host}`;
    const via = proxy ? ` through the proxy ${proxy.url.origin}` : '';
    return `${host}${via}: ${systemError(failure)}`;
}
function systemError(failure) {
    const { code, cause } = failure;
    const text = cause instanceof AggregateError
        ? cause.errors.map(_action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .g).join('; ')
        : failure.message.replace(/; .*--use-system-ca.*$/s, '');
    return code === '' || text.includes(code) ? text : `${text} (${code})`;
}
function statusAdvice({ hop, status, bodyStart }) {
    if (status === 407)
        return proxyCredentials(hop.proxy);
    if (hop.original && status < 500 && status !== 429)
        return mirrorAdvice(hop, status);
    if ((status === 403 || status === 404) && looksLikeS3Error(bodyStart)) {
        return {
            why: 'S3 and its CDN answer so when there is no such object: the URL is wrong, or the file was never published.',
            fix: 'Check `release-manifest-url`, and what a mirror holds under this address.',
        };
    }
    if (status === 401 || status === 403) {
        return {
            why: 'The host, or a proxy on the way, does not allow this request.',
            fix: `Ask with \`curl -I\` who refuses. ${proxyAdvice(hop)}`,
        };
    }
    if (status === 404) {
        return {
            why: 'The host has no such file.',
            fix: 'Check `release-manifest-url`, and what a mirror holds under this address.',
        };
    }
    if (status === 429)
        return {
            why: 'The host limits how often it may be asked.',
            fix: 'Run fewer jobs at a time, or try again later.',
        };
    if (status >= 500)
        return { why: 'The host, or a proxy on the way, has a problem of its own.', fix: 'Try again later.' };
    return {};
}
function mirrorAdvice({ url, original }, status) {
    if (status === 401 || status === 403)
        return {
            why: `The mirror ${url.host} does not allow this request, or has no such file.`,
            fix: 'Check the address in `mirrors` and the user name and password in it.',
        };
    return {
        why: `The mirror ${url.host} does not have this file of ${original?.host}.`,
        fix: 'Check the path of the address in `mirrors`, and whether the mirror is up to date.',
    };
}
function networkAdvice(failure) {
    const { hop, code } = failure;
    const tunnel = tunnelStatus(failure);
    if (tunnel === 407)
        return proxyCredentials(hop.proxy);
    if (isCertificateProblem(code))
        return certificateAdvice(code);
    if (tunnel !== undefined)
        return { why: 'The proxy cannot reach this host, or does not let it through.', fix: proxyAdvice(hop) };
    return { why: networkReason(hop, code), fix: proxyAdvice(hop) };
}
function networkReason({ url, proxy }, code) {
    const peer = proxy ? `the proxy ${proxy.url.host}` : url.host;
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        return `The name server does not know ${proxy?.url.hostname ?? url.hostname}.`;
    if (code === 'ECONNREFUSED')
        return `Nothing listens at ${peer}.`;
    if (/TIMEOUT|TIMEDOUT/.test(code))
        return `${peer} does not answer; a firewall may drop the packets.`;
    return `The connection to ${peer} broke.`;
}
function certificateAdvice(code) {
    if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
        return {
            why: 'The certificate is not valid at the time that the clock of the runner shows.',
            fix: 'Check the clock of the runner, then the certificate of the host.',
        };
    }
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'UND_ERR_PRX_TLS') {
        return {
            why: 'The certificate is for another host name.',
            fix: 'Check the URL and what the name resolves to.',
        };
    }
    return {
        why: 'The certificate was issued by an authority that the runner does not know, as TLS-inspecting proxies do.',
        fix: 'Save the certificate of that authority as PEM and name the file in `ca-bundle`.',
    };
}
function proxyCredentials(proxy) {
    return {
        why: proxy?.authorization
            ? 'The proxy does not accept the user name and password.'
            : 'The proxy asks for a user name and password.',
        fix: `Set \`${proxy?.variable ?? 'https_proxy'}\` to \`http://user:password@host:port\`, special characters percent-encoded.`,
    };
}
function proxyAdvice({ url, proxy }) {
    return proxy
        ? `Check that the proxy in \`${proxy.variable}\` is right and lets ${url.hostname} through, or add ${url.hostname} to \`no_proxy\` if it can be reached directly.`
        : `Check that this runner can reach ${url.host}; if it needs a proxy, set \`${url.protocol.slice(0, -1)}_proxy\` and look whether \`no_proxy\` exempts the host.`;
}
function looksLikeS3Error(body) {
    return body.trimStart().startsWith('<?xml') && body.includes('<Error>');
}
function tunnelStatus(failure) {
    const [, status] = /^Proxy response \((\d{3})\)/.exec(failure.message) ?? [];
    return status === undefined ? undefined : Number(status);
}
function isCertificateProblem(code) {
    return /CERT|UNABLE_TO_|SELF_SIGNED|UND_ERR_PRX_TLS/.test(code);
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

/***/ 3611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ checkShape),
  O: () => (/* binding */ parsePublished)
});

// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
// EXTERNAL MODULE: ./build/net/printable-url.js
var printable_url = __webpack_require__(29503);
// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(33243);
// EXTERNAL MODULE: ./build/release/yaml-rules.js
var yaml_rules = __webpack_require__(54061);
;// CONCATENATED MODULE: ./build/release/plain-yaml.js


const foreignMark = /[^\n\x20-\x7e]|[#\\]|^ *%|(?:^|\s)(?:---|\.\.\.)(?=\s|$)/m;
const afterQuote = /['"] *(?:\n|$|:[ \n]|:$)/y;
function readPlainYaml(text) {
    if (foreignMark.test(text))
        return undefined;
    try {
        return { value: treeOf(text, (0,js_yaml/* parseEvents */.PH)(text, {})) };
    }
    catch (error) {
        if (error instanceof NotPlain || error instanceof js_yaml/* YAMLException */.tB)
            return undefined;
        throw error;
    }
}
class NotPlain extends Error {
}
function treeOf(text, events) {
    let next = 0;
    const take = () => {
        const event = events[next++];
        if (event === undefined)
            throw new NotPlain();
        return event;
    };
    const value = (event) => {
        if (event.type === js_yaml/* EVENT_ID */.hy.SCALAR)
            return scalar(event);
        if (event.type !== js_yaml/* EVENT_ID */.hy.MAPPING && event.type !== js_yaml/* EVENT_ID */.hy.SEQUENCE)
            throw new NotPlain();
        if (event.anchorStart !== -1 || event.tagStart !== -1)
            throw new NotPlain();
        if (event.style === js_yaml/* COLLECTION_STYLE */.Rl.FLOW && events[next]?.type !== js_yaml/* EVENT_ID */.hy.POP)
            throw new NotPlain();
        return event.type === js_yaml/* EVENT_ID */.hy.MAPPING ? mapping() : sequence();
    };
    const mapping = () => {
        const values = {};
        for (let event = take(); event.type !== js_yaml/* EVENT_ID */.hy.POP; event = take()) {
            const key = keyText(event);
            if (key in values)
                throw new NotPlain();
            values[key] = value(take());
        }
        return values;
    };
    const sequence = () => {
        const items = [];
        for (let event = take(); event.type !== js_yaml/* EVENT_ID */.hy.POP; event = take())
            items.push(value(event));
        return items;
    };
    const keyText = (event) => {
        if (event.type !== js_yaml/* EVENT_ID */.hy.SCALAR)
            throw new NotPlain();
        const key = scalarText(event);
        if (key === '')
            throw new NotPlain();
        return key;
    };
    const scalar = (event) => {
        const source = scalarText(event);
        return event.style === js_yaml/* SCALAR_STYLE */.jK.PLAIN ? (0,yaml_rules/* plainScalar */.d)(source) : source;
    };
    const scalarText = (event) => {
        const isBlock = event.style === js_yaml/* SCALAR_STYLE */.jK.LITERAL_BLOCK || event.style === js_yaml/* SCALAR_STYLE */.jK.FOLDED_BLOCK;
        if (isBlock || event.anchorStart !== -1 || event.tagStart !== -1)
            throw new NotPlain();
        if (event.style !== js_yaml/* SCALAR_STYLE */.jK.PLAIN)
            refuseOddQuote(event);
        return (0,js_yaml/* getScalarValue */.KE)(text, event);
    };
    const refuseOddQuote = ({ valueStart, valueEnd }) => {
        afterQuote.lastIndex = valueEnd;
        if (!afterQuote.test(text) || text.slice(valueStart, valueEnd).includes('\n'))
            throw new NotPlain();
    };
    if (take().type !== js_yaml/* EVENT_ID */.hy.DOCUMENT)
        throw new NotPlain();
    const root = value(take());
    if (take().type !== js_yaml/* EVENT_ID */.hy.POP || next !== events.length)
        throw new NotPlain();
    return root;
}

;// CONCATENATED MODULE: ./build/release/published-document.js




const maxProblems = 10;
async function parsePublished(text, source) {
    const foreign = foreignBody(text);
    if (foreign !== undefined) {
        throw new action_error/* ActionError */.l(`${source.what} at ${(0,printable_url/* placeOf */.$)(source.url, source.mirror)} is not YAML: the host sent ${foreign}.`, {
            why: 'A proxy or a login page answers in place of the host, or a mirror stored an error as if it were the file.',
            fix: 'Open the address from this runner and look at what it serves.',
        });
    }
    const options = {
        what: `${source.what} at ${(0,printable_url/* placeOf */.$)(source.url, source.mirror)}`,
        maxBytes: source.maxBytes,
    };
    (0,yaml_rules/* refuseOversized */.M)(text, options);
    const plain = readPlainYaml(text);
    if (plain !== undefined)
        return plain.value;
    const { parseYamlDocument } = await __webpack_require__.e(/* import() */ 929).then(__webpack_require__.bind(__webpack_require__, 71929));
    return parseYamlDocument(text, options);
}
function checkShape(type, document, source) {
    const result = type.safeParse(document);
    if (result.success)
        return result.data;
    const problems = result.error.issues.map((issue) => `${issue.path.length === 0 ? 'the document' : `\`${pathText(issue.path)}\``} ${inWords(issue)}`);
    const more = problems.length - maxProblems;
    throw new action_error/* ActionError */.l(`${source.what} at ${(0,printable_url/* placeOf */.$)(source.url, source.mirror)} does not have the expected content.`, {
        problems: [...problems.slice(0, maxProblems), ...(more > 0 ? [`and ${more} more`] : [])],
        why: 'The file was cut short, is of another kind, or its format is newer than this suite.',
    });
}
function inWords(issue) {
    if (issue.code !== 'invalid_type')
        return issue.message;
    return issue.message.endsWith('received undefined') ? 'is missing' : `is not a ${issue.expected}`;
}
function pathText(path) {
    return path.reduce((text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text && '.'}${String(key)}`), '');
}
function foreignBody(text) {
    const start = text.slice(0, 1024).trimStart().toLowerCase();
    if (start === '' && text.trim() === '')
        return 'nothing';
    if (!start.startsWith('<'))
        return undefined;
    if (start.startsWith('<!doctype html') || start.startsWith('<html'))
        return 'an HTML page';
    if (start.includes('<code>accessdenied</code>'))
        return 'the AccessDenied XML of S3, which means that there is no such file';
    return start.includes('<error>') ? 'the XML of an S3 error' : 'an XML or HTML document';
}


/***/ })

};
