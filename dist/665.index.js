export const id = 665;
export const ids = [665,61];
export const modules = {

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
        ? `EKS Anywhere ${version} is affected by CVE-2024-9594: while an image is built, anyone who reaches the machine can log in with default credentials. Fixed in ${fixedIn}.`
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
        log.warning(`${unavailable.length} of ${manifests.length} EKS Distro manifests cannot be had; their container images are left out. ${unavailable[0].problem}`);
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
        log.warning(`The files of the build-tooling commit ${fetched.release.buildToolingCommit} cannot be had, so the versions of Bottlerocket are not known: ${(0,action_error/* errorMessage */.g)(error)}`);
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
            why: 'The certificate is not valid at the time that the clock of this machine shows.',
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
        why: 'The certificate was issued by an authority that this machine does not know, as proxies that inspect TLS do.',
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
    const { parseYamlDocument } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(929)]).then(__webpack_require__.bind(__webpack_require__, 71929));
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
