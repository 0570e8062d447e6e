export const id = 911;
export const ids = [911];
export const modules = {

/***/ 20877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ buildInputs),
/* harmony export */   z: () => (/* binding */ releaseInputs)
/* harmony export */ });
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);
/* harmony import */ var _release_release_channel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52073);
/* harmony import */ var _release_resolve_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15199);
/* harmony import */ var _release_trust_anchors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88587);
/* harmony import */ var _release_version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70590);
/* harmony import */ var _runner_artifacts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75324);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(52266);







const releaseInputs = {
    'eks-a-version': (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .fromCell */ .jj)((0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .parsedBy */ .f3)(_release_version_js__WEBPACK_IMPORTED_MODULE_4__/* .requestedVersion */ .hi).prefault('latest')),
    'verify-signature': (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .oneOf */ .yL)(_release_resolve_js__WEBPACK_IMPORTED_MODULE_2__/* .signaturePolicies */ .BJ).prefault('auto'),
    'bundle-public-key': _runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq.optional(),
    'release-manifest-url': (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .parsedBy */ .f3)(httpUrl).prefault(_release_trust_anchors_js__WEBPACK_IMPORTED_MODULE_3__/* .productionReleaseManifestUrl */ .tp),
    'ca-bundle': _runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq.optional(),
};
const buildInputs = {
    ...releaseInputs,
    cell: _runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq.optional(),
    'release-channel': (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .fromCell */ .jj)((0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .parsedBy */ .f3)(_release_release_channel_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReleaseChannel */ .g)),
    os: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .fromCell */ .jj)((0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .oneOf */ .yL)(['ubuntu']).prefault('ubuntu')),
    'os-version': (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .fromCell */ .jj)(_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq.optional()),
    hypervisor: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .fromCell */ .jj)((0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .oneOf */ .yL)(['baremetal'], { metal: 'baremetal', 'bare-metal': 'baremetal', tinkerbell: 'baremetal' })),
    firmware: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .fromCell */ .jj)((0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .oneOf */ .yL)(['bios', 'efi'], { uefi: 'efi' }).optional()),
    config: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .fromCell */ .jj)(_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq.optional()),
    'config-file': (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .fromCell */ .jj)(_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq.optional()),
    secrets: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .secret */ .rJ)(_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .keyValueLines */ .E5.prefault('')),
    'build-timeout': (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .wholeNumber */ .rD)({ min: 1, max: 1440 }).prefault('120'),
    destination: _runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq.optional(),
    'replace-existing': _runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .flag */ .Jt.prefault('false'),
    'upload-artifact': (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .oneOf */ .yL)(_runner_artifacts_js__WEBPACK_IMPORTED_MODULE_5__/* .uploadModes */ .y, { true: 'raw', false: 'none' }).prefault('raw'),
    'retention-days': (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .wholeNumber */ .rD)({ min: 1, max: 400 }).prefault('8'),
};
function httpUrl(value) {
    const url = URL.parse(value);
    if (url === null || !/^https?:$/.test(url.protocol))
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('is not a URL that starts with https:// or http://');
    return url.href;
}


/***/ }),

/***/ 42463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ fetchRelease)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
;// CONCATENATED MODULE: ./build/net/certificates.js




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
    const all = [...own, ...(0,external_node_tls_.getCACertificates)('default'), ...operatingSystemStore(), ...system.flat()];
    return { pem: [...new Set(all.map(normalised))].join('') };
}
function operatingSystemStore() {
    return process.platform === 'linux' ? [] : (0,external_node_tls_.getCACertificates)('system');
}
async function readCaBundle(path) {
    const fix = 'Let `ca-bundle` name a PEM file that holds the certificate of your proxy or mirror authority.';
    let text;
    try {
        text = await (0,promises_.readFile)(path, 'utf8');
    }
    catch (cause) {
        throw new action_error/* ActionError */.l(`The file of \`ca-bundle\` cannot be read: ${path}`, { fix, cause });
    }
    const certificates = pemBlocks(text);
    if (certificates.length === 0) {
        throw new action_error/* ActionError */.l(`The file of \`ca-bundle\` holds no PEM certificate: ${path}`, {
            why: 'It has no `-----BEGIN CERTIFICATE-----` line; a DER file must be converted first.',
            fix,
        });
    }
    certificates.forEach((pem, index) => {
        try {
            new external_node_crypto_.X509Certificate(pem);
        }
        catch (cause) {
            throw new action_error/* ActionError */.l(`Certificate ${index + 1} in the file of \`ca-bundle\` is damaged: ${path}`, {
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
    return pemBlocks(await (0,promises_.readFile)(path, 'utf8').catch(() => ''));
}
function pemBlocks(text) {
    return text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
}
function normalised(pem) {
    return `${pem.replaceAll('\r', '').trim()}\n`;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/net/printable-url.js
var printable_url = __webpack_require__(29503);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/net/transfer-failure.js


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
        super((0,action_error/* errorMessage */.g)(cause), { cause });
        this.hop = hop;
        this.code = cause.code ?? '';
    }
}
class HttpStatusError extends action_error/* ActionError */.l {
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
    const { url } = failure.hop;
    const tries = attempts === 1 ? '' : `, ${attempts} times in a row`;
    const headline = `${what} could not be downloaded: ${summary(failure)}${tries}. URL: ${(0,printable_url/* printable */.g)(url)}`;
    if (failure instanceof StatusFailure) {
        const { status, bodyStart } = failure;
        return new HttpStatusError(headline, { ...statusAdvice(failure), status, bodyStart, cause: failure });
    }
    return new action_error/* ActionError */.l(headline, { ...networkAdvice(failure), cause: failure });
}
function summary(failure) {
    const { url, proxy } = failure.hop;
    if (failure instanceof StatusFailure)
        return `${url.host} answered with HTTP status ${failure.status}`;
    const tunnel = tunnelStatus(failure);
    if (tunnel !== undefined && proxy)
        return `the proxy ${proxy.url.origin} answered with HTTP status ${tunnel} for ${url.host}`;
    const via = proxy ? ` through the proxy ${proxy.url.origin}` : '';
    return `${url.host}${via}: ${systemError(failure)}`;
}
function systemError(failure) {
    const { code, cause } = failure;
    const text = cause instanceof AggregateError ? cause.errors.map(action_error/* errorMessage */.g).join('; ') : failure.message;
    return code === '' || text.includes(code) ? text : `${text} (${code})`;
}
function statusAdvice({ hop, status, bodyStart }) {
    if (status === 407)
        return proxyCredentials(hop.proxy);
    if ((status === 403 || status === 404) && looksLikeS3Error(bodyStart)) {
        return {
            why: 'S3 and its CDN answer so when there is no such object: the URL is wrong, or the file was never published.',
        };
    }
    if (status === 401 || status === 403) {
        return { why: 'The host, or a proxy on the way, does not allow this request.', fix: proxyAdvice(hop) };
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
function networkAdvice(failure) {
    const { hop, code } = failure;
    const tunnel = tunnelStatus(failure);
    if (tunnel === 407)
        return proxyCredentials(hop.proxy);
    if (isCertificateProblem(code))
        return certificateAdvice(code);
    if (tunnel !== undefined)
        return { why: 'The proxy does not let this host through.', fix: proxyAdvice(hop) };
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

;// CONCATENATED MODULE: ./build/net/retry.js



const substantialProgress = 1024 * 1024;
async function withRetries(retries, attempt) {
    const { policy, what, progress = () => 0 } = retries;
    let failures = 0;
    let reached = 0;
    for (;;) {
        try {
            return await attempt();
        }
        catch (error) {
            if (!(error instanceof StatusFailure || error instanceof NetworkFailure))
                throw error;
            const now = progress();
            failures = now >= reached + substantialProgress ? 1 : failures + 1;
            reached = Math.max(reached, now);
            if (failures >= policy.attempts || !isTransient(error))
                throw transferError(error, what, failures);
            const delayMs = pause(policy, failures, error);
            retries.onRetry?.({ what, reason: (0,action_error/* errorMessage */.g)(error), failures, delayMs });
            await (0,external_node_timers_promises_.setTimeout)(delayMs);
        }
    }
}
function pause(policy, failures, error) {
    const backoff = policy.baseDelayMs * 2 ** (failures - 1) * (0.5 + Math.random() / 2);
    const asked = error instanceof StatusFailure ? (error.retryAfterMs ?? 0) : 0;
    return Math.min(Math.max(backoff, asked), policy.maxDelayMs);
}

;// CONCATENATED MODULE: ./build/net/download.js







async function downloadFile(transport, url, destination, job) {
    const part = await openPart(destination);
    try {
        const first = await transfer(transport, url, part, job, {});
        const found = isWanted(first, job)
            ? first
            : await restart(part).then(() => transfer(transport, url, part, job, { 'cache-control': 'no-cache' }));
        if (!isWanted(found, job))
            throw wrongContent(url, found, job);
        await onDisk(destination, async () => {
            await part.handle.datasync();
            await part.handle.close();
            await (0,promises_.rename)(part.path, destination);
        });
        return { path: destination, ...found };
    }
    catch (error) {
        await part.handle.close().catch(() => undefined);
        await (0,promises_.rm)(part.path, { force: true });
        throw error;
    }
}
async function transfer(transport, url, part, job, headers) {
    await withRetries({ ...job.retries, progress: () => part.furthest }, async () => {
        const resume = part.received > 0 && part.validator !== undefined;
        if (!resume)
            await restart(part);
        const range = resume &&
            part.validator && { range: `bytes=${part.received}-`, 'if-range': part.validator };
        const answer = await transport.open(url, { ...headers, ...range }).catch(async (error) => {
            if (!(error instanceof StatusFailure && error.status === 416))
                throw error;
            await restart(part);
            throw new NetworkFailure(error.hop, error);
        });
        if (part.received > 0 && !continues(answer, part.received))
            await restart(part);
        part.validator = validatorOf(answer);
        await append(answer, part, job);
    });
    return { sha256: part.hash.copy().digest('hex'), size: part.received };
}
async function append(answer, part, job) {
    const length = Number(answer.header('content-length') ?? Number.NaN);
    const total = job.size ?? (Number.isNaN(length) ? undefined : part.received + length);
    for await (const chunk of answer.chunks) {
        await onDisk(part.path, () => writeAll(part.handle, chunk, part.received));
        part.hash.update(chunk);
        part.received += chunk.length;
        part.furthest = Math.max(part.furthest, part.received);
        job.onProgress?.({ received: part.received, ...(total !== undefined && { total }) });
        if (job.size !== undefined && part.received > job.size)
            return;
    }
}
function continues(answer, received) {
    return answer.status === 206 && (answer.header('content-range') ?? '').startsWith(`bytes ${received}-`);
}
function validatorOf(answer) {
    const etag = answer.header('etag');
    return etag !== undefined && !etag.startsWith('W/') ? etag : answer.header('last-modified');
}
async function openPart(destination) {
    const file = `${destination}.${(0,external_node_crypto_.randomUUID)().slice(0, 8)}.part`;
    return onDisk(destination, async () => {
        await (0,promises_.mkdir)(external_node_path_.dirname(destination), { recursive: true });
        const handle = await (0,promises_.open)(file, 'wx');
        return { path: file, handle, hash: (0,external_node_crypto_.createHash)('sha256'), received: 0, furthest: 0, validator: undefined };
    });
}
async function restart(part) {
    part.hash = (0,external_node_crypto_.createHash)('sha256');
    part.received = 0;
    part.validator = undefined;
    await onDisk(part.path, () => part.handle.truncate(0));
}
async function writeAll(handle, bytes, position) {
    for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
        done += bytesWritten;
    }
}
function isWanted(found, job) {
    return found.sha256 === job.sha256.toLowerCase() && (job.size === undefined || found.size === job.size);
}
function wrongContent(url, found, job) {
    const problems = [`sha256 expected ${job.sha256.toLowerCase()}, got ${found.sha256}`];
    if (job.size !== undefined && found.size !== job.size) {
        problems.push(`size expected ${job.size} bytes, got ${found.size > job.size ? 'more' : found.size}`);
    }
    return new action_error/* ActionError */.l(`${job.what} from ${(0,printable_url/* printable */.g)(url)} is not the published file. It was discarded.`, {
        problems,
        why: 'A mirror or proxy serves something else under this address, or the file was replaced after it was published. It was fetched twice, with the same result.',
        fix: 'Compare what the address serves with the checksum that the release states; do not use the file meanwhile.',
    });
}
async function onDisk(file, work) {
    try {
        return await work();
    }
    catch (cause) {
        const { code } = cause;
        if (code !== 'ENOSPC' && code !== 'EDQUOT') {
            throw new action_error/* ActionError */.l(`The file cannot be written: ${file}: ${(0,action_error/* errorMessage */.g)(cause)}`, { cause });
        }
        const space = await freeSpace(external_node_path_.dirname(file));
        throw new action_error/* ActionError */.l(`The disk is full: ${file} cannot be written. ${space}`, {
            fix: 'Free space on this file system, or let the action work on a larger one.',
            cause,
        });
    }
}
async function freeSpace(folder) {
    const found = await (0,promises_.statfs)(folder).catch(() => undefined);
    if (found === undefined)
        return '';
    const mebibytes = (blocks) => (blocks * found.bsize) / 2 ** 20;
    return `${mebibytes(found.bavail).toFixed(1)} MiB of ${mebibytes(found.blocks).toFixed(1)} MiB are free there.`;
}

// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(46752);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/net/proxy.js


function proxyFor(target, environment) {
    if (isExempt(target, firstSet(environment, ['no_proxy', 'NO_PROXY'])?.value ?? ''))
        return undefined;
    const scheme = target.protocol === 'https:' ? 'https' : 'http';
    const setting = firstSet(environment, [
        `${scheme}_proxy`,
        `${scheme.toUpperCase()}_PROXY`,
        'all_proxy',
        'ALL_PROXY',
    ]);
    if (setting === undefined)
        return undefined;
    const url = URL.parse(setting.value.includes('://') ? setting.value : `http://${setting.value}`);
    if (url === null || !/^https?:$/.test(url.protocol)) {
        throw new action_error/* ActionError */.l(`The environment variable \`${setting.variable}\` does not hold the URL of an HTTP proxy.`, {
            fix: `Set \`${setting.variable}\` to a URL such as \`http://proxy.example.com:3128\`; SOCKS is not supported.`,
        });
    }
    const { username, password } = url;
    url.username = '';
    url.password = '';
    return { variable: setting.variable, url, ...(username && { authorization: basic(username, password) }) };
}
function basic(username, password) {
    const decode = (part) => {
        try {
            return decodeURIComponent(part);
        }
        catch {
            return part;
        }
    };
    return `Basic ${Buffer.from(`${decode(username)}:${decode(password)}`).toString('base64')}`;
}
function firstSet(environment, names) {
    for (const variable of names) {
        const value = environment[variable]?.trim();
        if (value)
            return { variable, value };
    }
    return undefined;
}
function isExempt(target, noProxy) {
    const host = target.hostname.toLowerCase().replace(/^\[|\]$/g, '');
    const port = target.port || (target.protocol === 'https:' ? '443' : '80');
    return noProxy
        .split(/[,\s]+/)
        .filter((entry) => entry !== '')
        .some((entry) => {
        const [, name = '', onlyPort] = /^(.*?)(?::(\d+))?$/.exec((0,external_node_net_.isIP)(entry) === 6 ? `[${entry}]` : entry) ?? [];
        return (onlyPort === undefined || onlyPort === port) && namesHost(name.toLowerCase(), host);
    });
}
function namesHost(entry, host) {
    if (entry === '*')
        return true;
    const name = entry.replace(/^\[|\]$/g, '').replace(/^\*?\./, '');
    const [network = '', prefix] = name.split('/');
    if (prefix !== undefined)
        return (0,external_node_net_.isIP)(network) !== 0 && (0,external_node_net_.isIP)(host) === (0,external_node_net_.isIP)(network) && inRange(network, prefix, host);
    return host === name || host.endsWith(`.${name}`);
}
function inRange(network, prefix, host) {
    const bits = Number(prefix);
    if (!Number.isInteger(bits) || bits < 0 || bits > ((0,external_node_net_.isIP)(network) === 6 ? 128 : 32))
        return false;
    const family = (0,external_node_net_.isIP)(network) === 6 ? 'ipv6' : 'ipv4';
    const range = new external_node_net_.BlockList();
    range.addSubnet(network, bits, family);
    return range.check(host, family);
}

;// CONCATENATED MODULE: ./build/net/transport.js






const maxRedirects = 5;
const bodyStartBytes = 1024;
function createTransport(options) {
    const { timeouts, userAgent } = options;
    const dispatchers = createDispatchers(options.certificates, timeouts);
    async function send(hop, headers) {
        const { username, password } = hop.url;
        const url = new URL(hop.url);
        url.username = '';
        url.password = '';
        const watchdog = new AbortController();
        const limit = timeouts.connect + timeouts.headers;
        const timer = setTimeout(() => watchdog.abort(silence(limit)), limit);
        try {
            return await (0,undici.request)(url, {
                dispatcher: dispatchers.for(hop.proxy),
                signal: watchdog.signal,
                headersTimeout: timeouts.headers,
                bodyTimeout: timeouts.body,
                headers: {
                    'user-agent': userAgent,
                    'accept-encoding': 'identity',
                    ...headers,
                    ...(username && { authorization: basic(username, password) }),
                },
            });
        }
        catch (cause) {
            throw new NetworkFailure(hop, cause);
        }
        finally {
            clearTimeout(timer);
        }
    }
    async function open(start, headers) {
        let url = start;
        for (let redirects = 0; redirects <= maxRedirects; redirects++) {
            const hop = { url, proxy: proxyFor(url, options.proxyEnvironment) };
            const response = await send(hop, headers);
            const location = firstValue(response.headers['location']);
            if (response.statusCode >= 300 && response.statusCode < 400 && location !== undefined) {
                await discard(response);
                url = redirectTarget(url, location);
            }
            else if (response.statusCode >= 200 && response.statusCode < 300) {
                return answerOf(hop, response);
            }
            else {
                throw await statusFailure(hop, response);
            }
        }
        throw new action_error/* ActionError */.l(`${start.host} redirects more than ${maxRedirects} times. URL: ${(0,printable_url/* printable */.g)(start)}`);
    }
    return { open, close: dispatchers.close };
}
function createDispatchers(certificates, timeouts) {
    const tls = {
        timeout: timeouts.connect,
        ...(certificates && { secureContext: (0,external_node_tls_.createSecureContext)({ ca: certificates.pem }) }),
    };
    const direct = new undici.Agent({ connect: tls });
    const proxies = new Map();
    const throughProxy = (proxy) => {
        const key = `${proxy.url.origin} ${proxy.authorization ?? ''}`;
        const agent = proxies.get(key) ??
            new undici.ProxyAgent({
                uri: proxy.url.href,
                ...(proxy.authorization && { token: proxy.authorization }),
                requestTls: tls,
                proxyTls: tls,
                proxyTunnel: false,
                clientFactory: (origin, pool) => new undici.Pool(origin, { ...pool, headersTimeout: timeouts.headers }),
            });
        proxies.set(key, agent);
        return agent;
    };
    return {
        for: (proxy) => (proxy ? throughProxy(proxy) : direct),
        close: async () => {
            await Promise.all([direct, ...proxies.values()].map((agent) => agent.destroy()));
        },
    };
}
function silence(milliseconds) {
    return Object.assign(new Error(`no answer within ${milliseconds / 1000} s`), { code: 'ETIMEDOUT' });
}
function redirectTarget(from, location) {
    const target = URL.parse(location, from.href);
    if (target === null || !/^https?:$/.test(target.protocol)) {
        throw new action_error/* ActionError */.l(`${from.host} redirects to something that is no web address. URL: ${(0,printable_url/* printable */.g)(from)}`);
    }
    if (from.protocol === 'https:' && target.protocol !== 'https:') {
        throw new action_error/* ActionError */.l(`${from.host} redirects to the unprotected address ${(0,printable_url/* printable */.g)(target)}, which is refused.`, {
            why: 'A redirect from https to http would let anyone on the way change the file.',
        });
    }
    return target;
}
function answerOf(hop, response) {
    async function* chunks() {
        try {
            for await (const chunk of response.body)
                yield chunk;
        }
        catch (cause) {
            throw new NetworkFailure(hop, cause);
        }
    }
    return {
        status: response.statusCode,
        header: (name) => firstValue(response.headers[name]),
        chunks: { [Symbol.asyncIterator]: chunks },
    };
}
async function statusFailure(hop, response) {
    return new StatusFailure(hop, {
        status: response.statusCode,
        bodyStart: await startOf(response.body).catch(() => ''),
        retryAfterMs: retryAfterMs(firstValue(response.headers['retry-after'])),
    });
}
async function startOf(body) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of body) {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes >= bodyStartBytes)
            break;
    }
    return Buffer.concat(chunks).subarray(0, bodyStartBytes).toString();
}
async function discard(response) {
    await response.body.dump().catch(() => undefined);
}
function retryAfterMs(value) {
    if (value === undefined)
        return undefined;
    const milliseconds = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
    return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
function firstValue(value) {
    return Array.isArray(value) ? value[0] : value;
}

;// CONCATENATED MODULE: ./build/net/http-client.js






const defaultTimeouts = { connect: 10_000, headers: 30_000, body: 30_000 };
const defaultRetry = { attempts: 4, baseDelayMs: 1_000, maxDelayMs: 30_000 };
function createHttpClient(options) {
    const transport = createTransport({
        proxyEnvironment: options.proxyEnvironment,
        certificates: options.certificates,
        userAgent: options.userAgent,
        timeouts: { ...defaultTimeouts, ...options.timeouts },
    });
    const policy = { ...defaultRetry, ...options.retry };
    const retriesFor = (what) => ({ policy, what, onRetry: options.onRetry });
    async function getText(address, { what, maxBytes, accept }) {
        const url = webAddress(address, what);
        const body = await withRetries(retriesFor(what), async () => {
            const answer = await transport.open(url, accept === undefined ? {} : { accept });
            return readAtMost(answer.chunks, maxBytes, `${what} at ${(0,printable_url/* printable */.g)(url)}`);
        });
        return decodeUtf8(body, `${what} at ${(0,printable_url/* printable */.g)(url)}`);
    }
    return {
        getText,
        download: (address, destination, details) => downloadFile(transport, webAddress(address, details.what), destination, {
            ...details,
            retries: retriesFor(details.what),
        }),
        close: transport.close,
    };
}
function webAddress(text, what) {
    const url = URL.parse(text);
    if (url !== null && /^https?:$/.test(url.protocol))
        return url;
    throw new action_error/* ActionError */.l(`${what} has no web address: "${url === null ? text : (0,printable_url/* printable */.g)(url)}" is not an https URL.`);
}
async function readAtMost(chunks, maxBytes, what) {
    const parts = [];
    let bytes = 0;
    for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > maxBytes) {
            throw new action_error/* ActionError */.l(`${what} is larger than ${maxBytes} bytes, which is refused.`, {
                why: 'A file of this kind is far smaller, so something else is being served.',
            });
        }
        parts.push(chunk);
    }
    return Buffer.concat(parts);
}
function decodeUtf8(body, what) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(body);
    }
    catch (cause) {
        throw new action_error/* ActionError */.l(`${what} is not text in UTF-8.`, {
            why: 'Something else than the wanted file is being served, or it arrived compressed.',
            cause,
        });
    }
}

// EXTERNAL MODULE: ./build/release/resolve.js + 5 modules
var resolve = __webpack_require__(15199);
;// CONCATENATED MODULE: ./build/actions/fetch-release.js



async function fetchRelease(request, log, secrets) {
    for (const name of ['https_proxy', 'http_proxy', 'all_proxy']) {
        secrets.addUserInfo(process.env[name] ?? '');
        secrets.addUserInfo(process.env[name.toUpperCase()] ?? '');
    }
    secrets.addUserInfo(request['release-manifest-url']);
    const caBundle = request['ca-bundle'];
    const certificates = await collectCertificates({ environment: process.env, ...(caBundle && { caBundle }) });
    const http = createHttpClient({
        proxyEnvironment: process.env,
        certificates,
        userAgent: 'eks-anywhere-node-images',
        onRetry: ({ what, reason, delayMs }) => log.info(`${what}: ${reason}; trying again in ${Math.ceil(delayMs / 1000)} s`),
    });
    const publicKey = request['bundle-public-key'];
    const release = await (0,resolve/* resolveRelease */.CM)({
        requested: request['eks-a-version'],
        releaseManifestUrl: request['release-manifest-url'],
        verifySignature: request['verify-signature'],
        ...(publicKey && { bundlePublicKey: publicKey }),
        http,
    });
    sayTrust(release, log);
    return { release, http, certificates };
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

/***/ 29503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
function printable(address) {
    const url = URL.parse(String(address));
    if (url === null)
        return String(address);
    const { search, hash, username, password } = url;
    if (!search && !hash && !username && !password)
        return url.href;
    return `${url.origin}${url.pathname}${search ? '?…' : ''}`;
}


/***/ }),

/***/ 52073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ parseReleaseChannel)
/* harmony export */ });
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);

function parseReleaseChannel(text) {
    const word = text.trim().replace(/^(["'])(.*)\1$/, '$2');
    const [, major, separator, minor] = /^(\d+)([.-])(\d+)$/.exec(word) ?? [];
    if (major === undefined || minor === undefined) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`\`release-channel\` is not a Kubernetes minor version: "${text}".`, {
            fix: 'Write it as `1-33` or `"1.33"`, without the patch version.',
        });
    }
    if (minor.length === 1) {
        const meant = `${major}-${minor}0`;
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`\`release-channel\` is "${text}", which no release of EKS Anywhere has.`, {
            ...(separator === '.' && {
                why: `YAML reads an unquoted ${major}.${minor}0 as the number ${major}.${minor}.`,
            }),
            fix: `Quote it: \`"${major}.${minor}0"\`, or write \`${meant}\`.`,
        });
    }
    return `${major}-${minor}`;
}


/***/ }),

/***/ 15199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PT: () => (/* binding */ findChannel),
  CM: () => (/* binding */ resolveRelease),
  BJ: () => (/* binding */ signaturePolicies)
});

// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
// EXTERNAL MODULE: ./build/nearest-match.js
var nearest_match = __webpack_require__(67526);
// EXTERNAL MODULE: ./build/net/printable-url.js
var printable_url = __webpack_require__(29503);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 14 modules
var schemas = __webpack_require__(74528);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(88532);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/release/yaml-document.js


const maxMarks = 250_000;
const structureMark = /[\n,[{]|[-:?](?=\s)/g;
const maxNodes = 1_000_000;
const maxProblems = 5;
function parseYamlDocument(text, options) {
    const { what, maxBytes } = options;
    if (Buffer.byteLength(text) > maxBytes)
        throw new action_error/* ActionError */.l(`${what} is larger than ${maxBytes} bytes.`);
    if (hasMoreMarks(text, maxMarks))
        throw new action_error/* ActionError */.l(`${what} has far more entries than any file of its kind.`);
    try {
        const document = (0,dist/* parseDocument */.Tp)(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'error' });
        if (document.errors.length > 0)
            throw badSyntax(what, document.errors);
        return plainValues(document, what);
    }
    catch (cause) {
        if (!(cause instanceof RangeError))
            throw cause;
        throw new action_error/* ActionError */.l(`${what} is nested too deeply to be read.`, { cause });
    }
}
function hasMoreMarks(text, limit) {
    return text.matchAll(structureMark).drop(limit).next().done !== true;
}
function badSyntax(what, errors) {
    const problems = errors.slice(0, maxProblems).map((error) => (0,action_error/* errorMessage */.g)(error)
        .split(/:?\s*\n/, 1)
        .join());
    return new action_error/* ActionError */.l(`${what} is not valid YAML.`, { problems, cause: errors[0] });
}
function plainValues(document, what) {
    let nodes = 0;
    const anchors = new Map();
    const convert = (node) => {
        nodes += 1;
        if (nodes > maxNodes) {
            throw new action_error/* ActionError */.l(`${what} expands to more than ${maxNodes} values, which is refused.`, {
                why: 'Aliases that refer to aliases let a small file grow without end.',
            });
        }
        if (node === null)
            return null;
        if (!(0,dist/* isAlias */.Vj)(node) && node.anchor)
            anchors.set(node.anchor, node);
        if ((0,dist/* isScalar */.jn)(node))
            return node.type === 'PLAIN' ? plainScalar(String(node.value)) : String(node.value);
        if ((0,dist/* isSeq */.oP)(node))
            return node.items.map(convert);
        if ((0,dist/* isMap */.jh)(node))
            return mapping(node.items.map(({ key, value }) => [keyText(key), convert(value)]));
        const target = (0,dist/* isAlias */.Vj)(node) ? anchors.get(node.source) : undefined;
        if (target === undefined)
            throw new action_error/* ActionError */.l(`${what} uses an alias that names nothing before it.`);
        return convert(target);
    };
    const keyText = (key) => {
        if ((0,dist/* isScalar */.jn)(key))
            return String(key.value);
        throw new action_error/* ActionError */.l(`${what} has a key that is not plain text.`);
    };
    const mapping = (entries) => {
        const names = new Set();
        for (const [name] of entries) {
            if (names.has(name))
                throw new action_error/* ActionError */.l(`${what} gives the key \`${name}\` twice in one mapping.`);
            names.add(name);
        }
        return Object.fromEntries(entries);
    };
    return convert(document.contents);
}
function plainScalar(source) {
    if (source === '' || source === '~' || source === 'null')
        return null;
    if (source === 'true' || source === 'false')
        return source === 'true';
    return /^(?:0|-?[1-9]\d{0,14})$/.test(source) ? Number(source) : source;
}

;// CONCATENATED MODULE: ./build/release/published-document.js



const published_document_maxProblems = 10;
function parsePublished(text, source) {
    const foreign = foreignBody(text);
    if (foreign !== undefined) {
        throw new action_error/* ActionError */.l(`${source.what} at ${(0,printable_url/* printable */.g)(source.url)} is not YAML: the host sent ${foreign}.`, {
            why: 'A proxy or a login page answers in place of the host, or a mirror stored an error as if it were the file.',
            fix: 'Open the address from this runner and look at what it serves.',
        });
    }
    return parseYamlDocument(text, {
        what: `${source.what} at ${(0,printable_url/* printable */.g)(source.url)}`,
        maxBytes: source.maxBytes,
    });
}
function checkShape(type, document, source) {
    const result = type.safeParse(document);
    if (result.success)
        return result.data;
    const problems = result.error.issues.map(({ path, message }) => `${path.length === 0 ? 'the document' : `\`${pathText(path)}\``}: ${message}`);
    const more = problems.length - published_document_maxProblems;
    throw new action_error/* ActionError */.l(`${source.what} at ${(0,printable_url/* printable */.g)(source.url)} does not have the expected content.`, {
        problems: [...problems.slice(0, published_document_maxProblems), ...(more > 0 ? [`and ${more} more`] : [])],
        why: 'The file was cut short, is of another kind, or its format is newer than this suite.',
    });
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/release/signature.js


const bundleSignatureAnnotation = 'anywhere.eks.amazonaws.com/signature';
const eksdSignatureAnnotation = 'distro.eks.amazonaws.com/signature';
const alwaysExcluded = {
    document: ['status'],
    metadata: [
        'annotations',
        'creationTimestamp',
        'generation',
        'managedFields',
        'namespace',
        'resourceVersion',
        'uid',
    ],
};
const excluded = {
    versionsBundle: [
        'bootstrap',
        'bottlerocketBootstrapContainers',
        'bottlerocketHostContainers',
        'certManager',
        'cilium',
        'cloudStack',
        'clusterAPI',
        'controlPlane',
        'docker',
        'eksa',
        'etcdadmBootstrap',
        'etcdadmController',
        'flux',
        'haproxy',
        'kindnetd',
        'nutanix',
        'packageController',
        'snow',
        'tinkerbell',
        'upgrader',
        'vSphere',
    ],
    eksD: ['components', 'manifestUrl'],
};
function signedPartOfBundle(document) {
    const bundle = fields(document, 'The bundle');
    const spec = fields(bundle['spec'], '`spec` of the bundle');
    const versionsBundles = spec['versionsBundles'];
    if (!Array.isArray(versionsBundles)) {
        throw new action_error/* ActionError */.l('The bundle has no list `spec.versionsBundles`.', {
            why: 'It is not a complete EKS Anywhere bundle, so there is nothing to verify.',
        });
    }
    return {
        ...without(withText(bundle, ['apiVersion', 'kind']), alwaysExcluded.document),
        metadata: signedMetadata(bundle['metadata']),
        spec: {
            number: 0,
            ...withText({ cliMinVersion: '', cliMaxVersion: '', ...present(spec) }, [
                'cliMinVersion',
                'cliMaxVersion',
            ]),
            versionsBundles: versionsBundles.map(signedPartOfVersionsBundle),
        },
    };
}
function canonicalBundle(document) {
    return Buffer.from(goJson(signedPartOfBundle(document)));
}
function canonicalEksdRelease(document) {
    const release = fields(document, 'The EKS Distro manifest');
    const spec = present(fields(release['spec'], '`spec` of the EKS Distro manifest'));
    return Buffer.from(goJson({
        ...without(withText(release, ['apiVersion', 'kind']), alwaysExcluded.document),
        metadata: signedMetadata(release['metadata']),
        spec: withText(spec, ['channel', 'buildRepoCommit']),
    }));
}
function signatureAnnotation(document) {
    return annotation(document, bundleSignatureAnnotation);
}
function eksdSignature(bundle, channel) {
    return annotation(bundle, `${eksdSignatureAnnotation}-${channel}`);
}
function verifyBundleSignature(document, publicKey, source = 'the bundle') {
    const signature = signatureAnnotation(document);
    if (signature === undefined) {
        throw new action_error/* ActionError */.l(`There is no signature on ${source}.`, {
            why: `The annotation \`${bundleSignatureAnnotation}\` is missing: the file was altered, rewritten for a mirror, or comes from a release before signing began.`,
            fix: 'Serve the bundle exactly as AWS publishes it, annotations included.',
        });
    }
    verifySignature(canonicalBundle(document), signature, publicKey, source);
}
function verifyEksdSignature(document, signature, publicKey, source) {
    verifySignature(canonicalEksdRelease(document), signature, publicKey, source);
}
function verifySignature(bytes, signature, publicKey, source) {
    const der = decodeBase64(signature);
    if (der === undefined) {
        throw new action_error/* ActionError */.l(`The signature on ${source} is not base64: "${signature.slice(0, 40)}".`, {
            why: 'The annotation was damaged or rewritten after AWS signed the file.',
        });
    }
    const key = readPublicKey(publicKey);
    if (!(0,external_node_crypto_.verify)('sha256', bytes, { key, dsaEncoding: 'der' }, der)) {
        throw new action_error/* ActionError */.l(`The signature on ${source} is wrong.`, {
            why: 'The content is not what the owner of the key signed: it was changed on the way, on the mirror, or signed with another key.',
            fix: 'Download the file from AWS again; for bundles of your own, give the key that signed them as `bundle-public-key`.',
        });
    }
}
function readPublicKey(text) {
    const der = decodeBase64(text);
    try {
        const key = (0,external_node_crypto_.createPublicKey)(der === undefined ? { key: text, format: 'pem' } : { key: der, format: 'der', type: 'spki' });
        if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1')
            return key;
    }
    catch (cause) {
        throw new action_error/* ActionError */.l('The public key cannot be read.', { fix: keyFix, cause });
    }
    throw new action_error/* ActionError */.l('The public key is not an ECDSA key on P-256.', { fix: keyFix });
}
const keyFix = 'Give `bundle-public-key` as base64 of the DER SubjectPublicKeyInfo, or as PEM.';
function decodeBase64(text) {
    const compact = text.replaceAll(/\s/g, '');
    return compact.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(compact)
        ? Buffer.from(compact, 'base64')
        : undefined;
}
function annotation(document, name) {
    if (!isFields(document) || !isFields(document['metadata']))
        return undefined;
    const annotations = document['metadata']['annotations'];
    const value = isFields(annotations) ? annotations[name] : undefined;
    return value === undefined || value === null || value === '' ? undefined : String(value);
}
function signedMetadata(metadata) {
    if (metadata === undefined || metadata === null)
        return {};
    return without(withText(fields(metadata, '`metadata`'), ['name']), alwaysExcluded.metadata);
}
function signedPartOfVersionsBundle(entry) {
    const versionsBundle = present(fields(entry, 'An entry of `spec.versionsBundles`'));
    return {
        kubeVersion: '',
        ...without(withText(versionsBundle, ['kubeVersion', 'endOfStandardSupport']), excluded.versionsBundle),
        eksD: signedPartOfEksd(versionsBundle['eksD']),
    };
}
function signedPartOfEksd(eksd) {
    const given = eksd === undefined || eksd === null ? {} : textDeep(fields(eksd, '`eksD`'));
    const operatingSystemImage = (name) => ({
        bottlerocket: {},
        ...fields(given[name] ?? {}, `\`eksD.${name}\``),
    });
    return {
        kindNode: {},
        etcdadm: {},
        crictl: {},
        imagebuilder: {},
        containerd: {},
        ...without(given, excluded.eksD),
        ami: operatingSystemImage('ami'),
        ova: operatingSystemImage('ova'),
        raw: operatingSystemImage('raw'),
    };
}
function isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function fields(value, what) {
    if (isFields(value))
        return value;
    const found = value === undefined || value === null ? 'missing' : Array.isArray(value) ? 'a list' : 'plain text';
    throw new action_error/* ActionError */.l(`${what} is not a YAML mapping: it is ${found}.`);
}
function present(object) {
    return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== undefined));
}
function without(object, names) {
    return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}
function withText(object, names) {
    return Object.fromEntries(Object.entries(present(object)).map(([name, value]) => [
        name,
        names.includes(name) ? scalarText(value) : value,
    ]));
}
function textDeep(object) {
    const convert = (value) => {
        if (Array.isArray(value))
            return value.map(convert);
        return isFields(value) ? textDeep(value) : scalarText(value);
    };
    return Object.fromEntries(Object.entries(present(object)).map(([name, value]) => [name, convert(value)]));
}
function scalarText(value) {
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}
function goJson(value) {
    if (Array.isArray(value))
        return `[${value.map(goJson).join(',')}]`;
    if (typeof value === 'string')
        return goString(value);
    if (!isFields(value))
        return JSON.stringify(value) ?? 'null';
    const members = Object.entries(value)
        .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
        .map(([name, member]) => `${goString(name)}:${goJson(member)}`);
    return `{${members.join(',')}}`;
}
function goString(text) {
    return JSON.stringify(text.toWellFormed()).replaceAll(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

;// CONCATENATED MODULE: ./build/release/bundle.js



const maxBytes = 16 * 1024 * 1024;
function bundleSource(url) {
    return { what: 'The bundle', url, maxBytes };
}
function parseBundleDocument(text, source) {
    const document = parsePublished(text, source);
    checkShape(outlineType, document, source);
    return document;
}
const outlineType = schemas/* object */.Ikc({
    kind: schemas/* literal */.euz('Bundles', { error: 'is not "Bundles"' }),
    spec: schemas/* object */.Ikc({ versionsBundles: schemas/* array */.YOg(schemas/* object */.Ikc({ eksD: schemas/* object */.Ikc() })).min(1) }),
});
function readBundle(document, source) {
    const { metadata, spec } = checkShape(bundleType, signedPartOfBundle(document), source);
    const { number, cliMinVersion, cliMaxVersion, versionsBundles } = spec;
    const imageBuilder = versionsBundles[0].eksD.imagebuilder;
    return {
        name: metadata.name,
        number,
        cliMinVersion,
        cliMaxVersion,
        buildToolingCommit: versionsBundles[0].eksD.gitCommit,
        ...(imageBuilder && { imageBuilder: withVersion(imageBuilder) }),
        channels: versionsBundles.map(channelOf),
    };
}
function differingManifestUrls(document, channels) {
    const given = unsignedType.safeParse(document).data?.spec.versionsBundles ?? [];
    const urls = channels.map(({ name, eksdManifestUrl }, index) => {
        const url = given[index]?.eksD?.manifestUrl;
        return url === undefined || url === null || url === eksdManifestUrl ? undefined : [name, url];
    });
    return new Map(urls.filter((entry) => entry !== undefined));
}
const unsignedType = schemas/* object */.Ikc({
    spec: schemas/* object */.Ikc({
        versionsBundles: schemas/* array */.YOg(schemas/* object */.Ikc({ eksD: schemas/* object */.Ikc({ manifestUrl: schemas/* string */.YjP().nullish() }).nullish() })),
    }),
});
const archiveType = schemas/* object */.Ikc({
    uri: schemas/* string */.YjP().optional(),
    sha256: hexDigest(64).optional(),
    sha512: hexDigest(128).optional(),
    name: schemas/* string */.YjP().optional(),
})
    .transform(({ uri, sha256, sha512, name }, context) => {
    if (!uri)
        return undefined;
    if (!URL.canParse(uri))
        context.addIssue({ code: 'custom', path: ['uri'], message: `is not a URL: "${uri}"` });
    return { uri, ...(sha256 && { sha256 }), ...(sha512 && { sha512 }), ...(name && { name }) };
});
const verifiableArchiveType = archiveType.transform((archive, context) => {
    if (archive === undefined)
        return undefined;
    const { sha256 } = archive;
    if (sha256 !== undefined)
        return { ...archive, sha256 };
    context.addIssue({
        code: 'custom',
        path: ['sha256'],
        message: 'is missing, so the file could not be verified',
    });
    return core/* NEVER */.tm;
});
const bottlerocketType = schemas/* object */.Ikc({ bottlerocket: verifiableArchiveType });
const versionsBundleType = schemas/* object */.Ikc({
    endOfStandardSupport: schemas/* string */.YjP().optional(),
    eksD: schemas/* object */.Ikc({
        name: schemas/* string */.YjP().regex(/^kubernetes-\d+-\d+-eks-\d+$/, 'is not of the form kubernetes-1-33-eks-30'),
        channel: schemas/* string */.YjP().regex(/^\d+-\d+$/, 'is not of the form 1-33'),
        kubeVersion: schemas/* string */.YjP().min(1),
        gitCommit: schemas/* string */.YjP().regex(/^[0-9a-f]{40}$/, 'is not a commit of 40 hex digits'),
        imagebuilder: verifiableArchiveType,
        ova: bottlerocketType,
        raw: bottlerocketType,
        ami: bottlerocketType,
    }),
});
const bundleType = schemas/* object */.Ikc({
    metadata: schemas/* object */.Ikc({ name: schemas/* string */.YjP() }),
    spec: schemas/* object */.Ikc({
        number: schemas/* int */.Whr(),
        cliMinVersion: schemas/* string */.YjP(),
        cliMaxVersion: schemas/* string */.YjP(),
        versionsBundles: schemas/* tuple */.PVZ([versionsBundleType], versionsBundleType),
    }),
});
function hexDigest(length) {
    return schemas/* string */.YjP()
        .refine((text) => text === '' || (text.length === length && /^[0-9a-fA-F]+$/.test(text)), `is not ${length} hex digits`)
        .transform((text) => text.toLowerCase());
}
function channelOf({ eksD, endOfStandardSupport }) {
    const ova = eksD.ova.bottlerocket;
    const raw = eksD.raw.bottlerocket;
    const ami = eksD.ami.bottlerocket;
    return {
        name: eksD.channel,
        kubeVersion: eksD.kubeVersion,
        eksdRelease: eksD.name,
        eksdManifestUrl: eksdManifestUrl(eksD.channel, eksD.name),
        ...(endOfStandardSupport && { endOfStandardSupport }),
        bottlerocket: { ...(ova && { ova }), ...(raw && { raw }), ...(ami && { ami }) },
    };
}
function eksdManifestUrl(channel, name) {
    return new URL(`/kubernetes-${channel}/${name}.yaml`, 'https://distro.eks.amazonaws.com').href;
}
function withVersion(archive) {
    const [folder, version = ''] = new URL(archive.uri).pathname.split('/').slice(-3);
    return folder === 'image-builder' && /^v?\d/.test(version) ? { ...archive, version } : archive;
}

// EXTERNAL MODULE: ./build/release/version.js
var release_version = __webpack_require__(70590);
;// CONCATENATED MODULE: ./build/release/release-manifest.js






const release_manifest_maxBytes = 8 * 1024 * 1024;
const newestShown = 5;
function releaseManifestSource(url) {
    return { what: 'The release manifest', url, maxBytes: release_manifest_maxBytes };
}
function parseReleaseManifest(text, source) {
    const { url } = source;
    const { spec } = checkShape(manifestType(url), parsePublished(text, source), source);
    return { url, ...spec };
}
function findRelease(manifest, requested) {
    const newestFirst = manifest.releases
        .filter(({ version }) => (0,release_version/* parseVersion */.ot)(version))
        .toSorted((a, b) => (0,release_version/* compareVersions */.Zy)(b.version, a.version));
    if (requested.kind === 'line') {
        const found = newestFirst.find(({ version }) => isStableOf(requested.line, version));
        return found ?? notFound(`of the line ${requested.line}`, `v${requested.line}.0`, manifest, newestFirst);
    }
    const wanted = requested.kind === 'latest' ? manifest.latestVersion : requested.version;
    const found = manifest.releases.find(({ version }) => version === wanted);
    return found ?? notFound(wanted, wanted, manifest, newestFirst);
}
function parseGoDate(text) {
    const [, day, time, fraction = '', hours, minutes] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))? ([+-]\d\d)(\d\d)\b/.exec(text) ?? [];
    const date = new Date(day === undefined ? text : `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}${hours}:${minutes}`);
    return Number.isNaN(date.getTime()) ? undefined : date;
}
function manifestType(manifestUrl) {
    const entry = schemas/* object */.Ikc({
        version: schemas/* string */.YjP().min(1),
        number: schemas/* int */.Whr().nonnegative(),
        bundleManifestUrl: schemas/* string */.YjP().refine((url) => URL.canParse(url, manifestUrl), 'is not a URL'),
        date: schemas/* string */.YjP().nullish(),
    })
        .transform(({ version, number, bundleManifestUrl, date }) => {
        const publishedAt = date ? parseGoDate(date) : undefined;
        const url = new URL(bundleManifestUrl, manifestUrl).href;
        return { version, number, bundleManifestUrl: url, ...(publishedAt && { publishedAt }) };
    });
    return schemas/* object */.Ikc({
        kind: schemas/* literal */.euz('Release', { error: 'is not "Release"' }),
        spec: schemas/* object */.Ikc({ latestVersion: schemas/* string */.YjP().min(1), releases: schemas/* array */.YOg(entry).min(1) }),
    });
}
function isStableOf(line, text) {
    const version = (0,release_version/* parseVersion */.ot)(text);
    return version !== undefined && version.prerelease.length === 0 && (0,release_version/* lineOf */.cA)(version) === line;
}
function notFound(wanted, near, manifest, newestFirst) {
    const versions = newestFirst.map(({ version }) => version);
    const nearest = (0,nearest_match/* nearestMatch */.G)(near, versions);
    throw new action_error/* ActionError */.l(`There is no EKS Anywhere release ${wanted} in the release manifest at ${(0,printable_url/* printable */.g)(manifest.url)}.`, {
        problems: [`The newest releases are ${versions.slice(0, newestShown).join(', ') || 'none'}.`],
        ...(nearest && nearest !== near && { why: `The nearest one is ${nearest}.` }),
        fix: 'Choose one of the published releases for `eks-a-version`.',
    });
}

// EXTERNAL MODULE: ./build/release/trust-anchors.js
var trust_anchors = __webpack_require__(88587);
;// CONCATENATED MODULE: ./build/release/resolve.js








const signaturePolicies = ['auto', 'require', 'skip'];
async function resolveRelease(options) {
    const { http, requested, releaseManifestUrl = trust_anchors/* productionReleaseManifestUrl */.tp } = options;
    const manifestSource = releaseManifestSource(releaseManifestUrl);
    const manifest = parseReleaseManifest(await http.getText(releaseManifestUrl, manifestSource), manifestSource);
    const entry = findRelease(manifest, requested);
    refuseRollback(requested, entry, releaseManifestUrl);
    const source = bundleSource(entry.bundleManifestUrl);
    const document = parseBundleDocument(await http.getText(entry.bundleManifestUrl, source), source);
    const signature = checkSignature(document, source, entry, options);
    if (requested.kind !== 'exact' && signature === 'unsigned')
        throw refuseUnsigned(entry, requested);
    const bundle = readBundle(document, source);
    bindToRequest(bundle, entry, source);
    return {
        version: entry.version,
        bundleNumber: bundle.number,
        bundleManifestUrl: entry.bundleManifestUrl,
        releaseManifestUrl,
        signature,
        buildToolingCommit: bundle.buildToolingCommit,
        ...(bundle.imageBuilder && { imageBuilder: bundle.imageBuilder }),
        channels: bundle.channels,
        notes: [...signatureNotes(signature, entry.version), ...manifestUrlNotes(document, bundle)],
    };
}
function findChannel(release, channel) {
    const found = release.channels.find(({ name }) => name === channel);
    if (found !== undefined)
        return found;
    const names = release.channels.map(({ name }) => name);
    const nearest = (0,nearest_match/* nearestMatch */.G)(channel, names);
    throw new action_error/* ActionError */.l(`EKS Anywhere ${release.version} has no release channel ${channel}.`, {
        problems: [`It has ${names.join(', ')}.`],
        fix: `Choose one of them for \`release-channel\`${nearest ? `, perhaps ${nearest}` : ''}, or another \`eks-a-version\`.`,
    });
}
function refuseRollback(requested, entry, manifestUrl) {
    if (requested.kind === 'exact')
        return;
    const floor = requested.kind === 'latest' ? trust_anchors/* newestKnownRelease */.TQ.version : trust_anchors/* newestKnownPatches */.Ah[requested.line];
    if ((0,release_version/* parseVersion */.ot)(entry.version) === undefined) {
        throw new action_error/* ActionError */.l(`The release manifest at ${(0,printable_url/* printable */.g)(manifestUrl)} names "${entry.version}" as the latest version.`);
    }
    if (floor === undefined || (0,release_version/* compareVersions */.Zy)(entry.version, floor) >= 0)
        return;
    throw new action_error/* ActionError */.l(`\`eks-a-version: ${asWritten(requested)}\` leads to ${entry.version}, although ${floor} was published before. It is refused as a rollback.`, {
        why: `The release manifest at ${(0,printable_url/* printable */.g)(manifestUrl)} is not signed and does not know ${floor}: it is a stale mirror, or was altered.`,
        fix: `Bring the mirror up to date, or name the release exactly: \`eks-a-version: ${entry.version}\`.`,
    });
}
function checkSignature(document, source, entry, { verifySignature, bundlePublicKey = trust_anchors/* bundlePublicKey */.z2 }) {
    if (verifySignature === 'skip')
        return 'skipped';
    const absent = signatureAnnotation(document) === undefined;
    if (verifySignature === 'auto' && absent && !isSignatureDue(entry.version))
        return 'unsigned';
    if (absent && !isSignatureDue(entry.version)) {
        throw new action_error/* ActionError */.l(`The bundle of ${entry.version} is not signed: ${(0,printable_url/* printable */.g)(source.url)}`, {
            why: `AWS signs bundles from ${trust_anchors/* firstSignedVersion */.ng} on, and \`verify-signature\` is \`require\`.`,
            fix: `Choose ${trust_anchors/* firstSignedVersion */.ng} or newer, or set \`verify-signature: auto\` to accept older releases without a signature.`,
        });
    }
    verifyBundleSignature(document, bundlePublicKey, `the bundle at ${(0,printable_url/* printable */.g)(source.url)}`);
    return 'verified';
}
function isSignatureDue(version) {
    return (0,release_version/* parseVersion */.ot)(version) === undefined || (0,release_version/* compareVersions */.Zy)(version, trust_anchors/* firstSignedVersion */.ng) >= 0;
}
function refuseUnsigned({ version }, requested) {
    return new action_error/* ActionError */.l(`\`eks-a-version: ${asWritten(requested)}\` leads to ${version}, whose bundle is not signed.`, {
        why: `AWS signs bundles from ${trust_anchors/* firstSignedVersion */.ng} on; without a signature nothing proves that this is the newest one.`,
        fix: `Name the release exactly: \`eks-a-version: ${version}\`.`,
    });
}
function asWritten(requested) {
    switch (requested.kind) {
        case 'latest':
            return 'latest';
        case 'line':
            return requested.line;
        case 'exact':
            return requested.version;
    }
}
function bindToRequest(bundle, entry, source) {
    const { name, number, cliMinVersion, cliMaxVersion } = bundle;
    const problems = [];
    if (number !== entry.number)
        problems.push(`its number is ${number}, not ${entry.number}`);
    if (name !== `bundles-${entry.number}`)
        problems.push(`its name is ${name}, not bundles-${entry.number}`);
    if (!isWithin(entry.version, cliMinVersion, cliMaxVersion)) {
        const versions = cliMinVersion === cliMaxVersion ? cliMinVersion : `${cliMinVersion} to ${cliMaxVersion}`;
        problems.push(`it is for EKS Anywhere ${versions || '(none)'}, not for ${entry.version}`);
    }
    if (problems.length === 0)
        return;
    throw new action_error/* ActionError */.l(`The bundle at ${(0,printable_url/* printable */.g)(source.url)} is not that of EKS Anywhere ${entry.version}.`, {
        problems,
        why: 'The bundle of another release is served in its place: the mirror is stale or mixed up, or someone is rolling this release back.',
        fix: 'Check the address of the bundle in the release manifest, and what the mirror has stored there.',
    });
}
function isWithin(version, min, max) {
    if (![version, min, max].every((text) => (0,release_version/* parseVersion */.ot)(text)))
        return false;
    return (0,release_version/* compareCores */.Ou)(min, version) <= 0 && (0,release_version/* compareCores */.Ou)(version, max) <= 0;
}
function signatureNotes(signature, version) {
    if (signature === 'unsigned') {
        return [
            `The bundle of ${version} carries no signature, since AWS signs from ${trust_anchors/* firstSignedVersion */.ng} on; only TLS protects it.`,
        ];
    }
    return signature === 'skipped'
        ? ['The signature of the bundle was not checked, as `verify-signature: skip` asks.']
        : [];
}
function manifestUrlNotes(document, { channels }) {
    return [...differingManifestUrls(document, channels)].map(([channel, url]) => `Channel ${channel}: the bundle names the EKS Distro manifest ${url}, which its signature does not cover; the address that follows from the signed name is used instead.`);
}


/***/ }),

/***/ 88587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ah: () => (/* binding */ newestKnownPatches),
/* harmony export */   TQ: () => (/* binding */ newestKnownRelease),
/* harmony export */   ng: () => (/* binding */ firstSignedVersion),
/* harmony export */   tp: () => (/* binding */ productionReleaseManifestUrl),
/* harmony export */   z2: () => (/* binding */ bundlePublicKey)
/* harmony export */ });
/* unused harmony export eksdPublicKey */
const bundlePublicKey = 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEFZU/Z6VVMU9HioT7rGkPdJg3frC2xyQZhWFIrz5HeZEfeQ2nAdnJMLrs2Qr3V9xVrJrHA54wnIHDoPGbEhojqg==';
const eksdPublicKey = 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEfqjUloL1WPdxB5JPOY18mIgjx0zD0SyWe9N1Fxjv7A8JwyKQycqirw2us7zoxoC5bnWD4lT53uv8skx3E/cHaw==';
const firstSignedVersion = 'v0.22.0';
const newestKnownRelease = { version: 'v0.26.1', bundleNumber: 124, date: '2026-08-13' };
const newestKnownPatches = {
    '0.16': 'v0.16.5',
    '0.17': 'v0.17.6',
    '0.18': 'v0.18.7',
    '0.19': 'v0.19.11',
    '0.20': 'v0.20.11',
    '0.21': 'v0.21.8',
    '0.22': 'v0.22.8',
    '0.23': 'v0.23.7',
    '0.24': 'v0.24.6',
    '0.25': 'v0.25.3',
    '0.26': 'v0.26.1',
};
const productionReleaseManifestUrl = 'https://anywhere-assets.eks.amazonaws.com/releases/eks-a/manifest.yaml';


/***/ }),

/***/ 70590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ou: () => (/* binding */ compareCores),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   hi: () => (/* binding */ requestedVersion),
/* harmony export */   ot: () => (/* binding */ parseVersion)
/* harmony export */ });
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);

const semanticVersion = /^v?(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;
function parseVersion(text) {
    const [, major, minor, patch, prerelease] = semanticVersion.exec(text) ?? [];
    if (major === undefined)
        return undefined;
    return {
        major: Number(major),
        minor: Number(minor),
        patch: Number(patch),
        prerelease: prerelease?.split('.') ?? [],
    };
}
function lineOf({ major, minor }) {
    return `${major}.${minor}`;
}
function compareVersions(a, b) {
    const [left, right] = [known(a), known(b)];
    return compareCores(a, b) || comparePrereleases(left.prerelease, right.prerelease);
}
function compareCores(a, b) {
    const [left, right] = [known(a), known(b)];
    return left.major - right.major || left.minor - right.minor || left.patch - right.patch;
}
function requestedVersion(text) {
    const wanted = text.trim();
    if (wanted.toLowerCase() === 'latest')
        return { kind: 'latest' };
    if (parseVersion(wanted))
        return { kind: 'exact', version: `v${wanted.replace(/^v/, '')}` };
    const [, line] = /^v?((?:0|[1-9]\d*)\.(?:0|[1-9]\d*))$/.exec(wanted) ?? [];
    if (line !== undefined)
        return { kind: 'line', line };
    throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`\`eks-a-version\` is not a version of EKS Anywhere: "${text}".`, {
        fix: 'Write `latest`, an exact version such as `v0.26.1`, or a line such as "0.26" for its newest patch.',
    });
}
function known(text) {
    const version = parseVersion(text);
    if (version === undefined)
        throw new RangeError(`not a version: ${text}`);
    return version;
}
function comparePrereleases(a, b) {
    if (a.length === 0 || b.length === 0)
        return b.length - a.length;
    for (const [index, left] of a.entries()) {
        const right = b[index];
        if (right === undefined)
            return 1;
        if (left !== right)
            return compareIdentifiers(left, right);
    }
    return a.length - b.length;
}
function compareIdentifiers(a, b) {
    const [left, right] = [isNumeric(a), isNumeric(b)];
    if (left && right)
        return Number(a) - Number(b);
    if (left !== right)
        return left ? -1 : 1;
    return a < b ? -1 : 1;
}
function isNumeric(identifier) {
    return /^\d+$/.test(identifier);
}


/***/ }),

/***/ 75324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ uploadFile),
/* harmony export */   y: () => (/* binding */ uploadModes)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89711);



const uploadModes = ['raw', 'zip', 'none'];
async function uploadFile(request, log) {
    if (request.mode === 'none')
        return undefined;
    const missing = missingService();
    if (missing !== undefined) {
        log.warning(`The image was not uploaded: ${missing}. It stays at ${request.path}.`);
        return undefined;
    }
    const { DefaultArtifactClient } = await __webpack_require__.e(/* import() */ 584).then(__webpack_require__.bind(__webpack_require__, 20584));
    const client = new DefaultArtifactClient();
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(request.path);
    try {
        const response = await uploadOverEarlierAttempt(client, name, request, log);
        verifyDigest(response, request, name);
        return { id: response.id ?? 0, name, url: artifactUrl(response.id ?? 0) };
    }
    catch (error) {
        throw await uploadError(error, request);
    }
}
function missingService() {
    const server = process.env['GITHUB_SERVER_URL'] ?? 'https://github.com';
    const { hostname } = new URL(server);
    if (hostname !== 'github.com' && !hostname.endsWith('.ghe.com') && !hostname.endsWith('.localhost')) {
        return `GitHub Enterprise Server (${hostname}) has no artifact service that this version can use`;
    }
    for (const variable of ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL']) {
        if (!process.env[variable])
            return `this runner has no artifact service (${variable} is not set)`;
    }
    return undefined;
}
async function uploadOverEarlierAttempt(client, name, request, log) {
    const upload = () => client.uploadArtifact(name, [request.path], (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(request.path), {
        retentionDays: request.retentionDays,
        skipArchive: request.mode === 'raw',
        compressionLevel: 0,
    });
    try {
        return await upload();
    }
    catch (error) {
        if (!/\(409\)|already exists/i.test((0,_action_error_js__WEBPACK_IMPORTED_MODULE_2__/* .errorMessage */ .g)(error)))
            throw error;
        log.info(`An earlier attempt of this run uploaded ${name}; replacing it.`);
        await client.deleteArtifact(name);
        return upload();
    }
}
function verifyDigest(response, request, name) {
    if (request.mode !== 'raw' || response.digest === undefined || response.digest === request.sha256)
        return;
    throw new Error(`the artifact ${name} has sha256 ${response.digest}, the image has ${request.sha256}`);
}
function artifactUrl(id) {
    const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = process.env;
    return `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}/artifacts/${id}`;
}
async function uploadError(error, { path }) {
    const size = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then((found) => `${found.size} bytes`, () => 'gone');
    return new _action_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .l('The image was built, but its upload failed.', {
        problems: [(0,_action_error_js__WEBPACK_IMPORTED_MODULE_2__/* .errorMessage */ .g)(error)],
        why: `The image is kept: ${path} (${size}).`,
        fix: 'Check the artifact storage quota of the account; re-run the job, or set `upload-artifact: none` and publish the file yourself.',
        cause: error,
    });
}


/***/ }),

/***/ 74872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ runnerTemp)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);

function runnerTemp() {
    return process.env['RUNNER_TEMP'] || (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)();
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
