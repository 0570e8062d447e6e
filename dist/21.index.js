export const id = 21;
export const ids = [21];
export const modules = {

/***/ 51021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* reexport */ transfer_failure/* HttpStatusError */.F9),
  createHttpClient: () => (/* binding */ createHttpClient)
});

// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/net/on-disk.js
var on_disk = __webpack_require__(91481);
// EXTERNAL MODULE: ./build/net/printable-url.js
var printable_url = __webpack_require__(29503);
// EXTERNAL MODULE: ./build/net/retry.js
var retry = __webpack_require__(62426);
// EXTERNAL MODULE: ./build/net/transfer-failure.js
var transfer_failure = __webpack_require__(97326);
;// CONCATENATED MODULE: ./build/net/download.js








async function downloadFile(transport, url, destination, job) {
    const part = await openPart(destination);
    try {
        const first = await transfer(transport, url, part, job, {});
        const found = isWanted(first, job)
            ? first
            : await restart(part).then(() => transfer(transport, url, part, job, { 'cache-control': 'no-cache' }));
        if (!isWanted(found, job))
            throw wrongContent((0,printable_url/* placeOf */.$)(url, transport.mirrorOf(url)), found, job);
        await (0,on_disk/* onDisk */.F)(destination, async () => {
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
    await (0,retry/* withRetries */.L)({ ...job.retries, progress: () => part.furthest }, async () => {
        const resume = part.received > 0 && part.validator !== undefined;
        if (!resume)
            await restart(part);
        const range = resume &&
            part.validator && { range: `bytes=${part.received}-`, 'if-range': part.validator };
        const answer = await transport.open(url, { ...headers, ...range }).catch(async (error) => {
            if (!(error instanceof transfer_failure/* StatusFailure */.VH && error.status === 416))
                throw error;
            await restart(part);
            throw new transfer_failure/* NetworkFailure */.pM(error.hop, error);
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
        await (0,on_disk/* onDisk */.F)(part.path, () => writeAll(part.handle, chunk, part.received));
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
    return (0,on_disk/* onDisk */.F)(destination, async () => {
        await (0,promises_.mkdir)(external_node_path_.dirname(destination), { recursive: true });
        const handle = await (0,promises_.open)(file, 'wx');
        return { path: file, handle, hash: (0,external_node_crypto_.createHash)('sha256'), received: 0, furthest: 0, validator: undefined };
    });
}
async function restart(part) {
    part.hash = (0,external_node_crypto_.createHash)('sha256');
    part.received = 0;
    part.validator = undefined;
    await (0,on_disk/* onDisk */.F)(part.path, () => part.handle.truncate(0));
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
function wrongContent(place, found, job) {
    const problems = [`sha256 expected ${job.sha256.toLowerCase()}, got ${found.sha256}`];
    if (job.size !== undefined && found.size !== job.size) {
        problems.push(`size expected ${job.size} bytes, got ${found.size > job.size ? 'more' : found.size}`);
    }
    return new action_error/* ActionError */.l(`${job.what} from ${place} is not the published file. It was discarded.`, {
        problems,
        why: 'A mirror or proxy serves something else under this address, or the file was replaced after it was published. It was fetched twice, with the same result.',
        fix: 'Compare what the address serves with the checksum that the release states; do not use the file meanwhile.',
    });
}

// EXTERNAL MODULE: ./build/net/read-at-most.js
var read_at_most = __webpack_require__(65260);
// EXTERNAL MODULE: ./build/net/transport.js + 1 modules
var net_transport = __webpack_require__(68040);
;// CONCATENATED MODULE: ./build/net/http-client.js








const defaultTimeouts = { connect: 10_000, headers: 30_000, body: 30_000 };
const defaultRetry = { attempts: 4, baseDelayMs: 1_000, maxDelayMs: 30_000 };
function createHttpClient(options) {
    const transport = (0,net_transport/* createTransport */.o)({
        proxyEnvironment: options.proxyEnvironment,
        certificates: options.certificates,
        userAgent: options.userAgent,
        timeouts: { ...defaultTimeouts, ...options.timeouts },
        ...(options.mirrors && { mirrors: options.mirrors }),
    });
    const policy = { ...defaultRetry, ...options.retry };
    const retriesFor = (what) => ({ policy, what, onRetry: options.onRetry });
    const place = (url) => (0,printable_url/* placeOf */.$)(url, transport.mirrorOf(url));
    async function getBytes(address, options, sending, retries = retriesFor(options.what)) {
        const { what, maxBytes, accept, authorization } = options;
        const url = webAddress(address, what);
        const headers = {
            ...(accept && { accept }),
            ...(authorization && { authorization }),
            ...(sending && { 'content-type': 'application/json' }),
        };
        return (0,retry/* withRetries */.L)(retries, async () => {
            const answer = await transport.open(url, headers, sending);
            return (0,read_at_most/* readAtMost */.r)(answer.chunks, maxBytes, `${what} at ${place(url)}`);
        });
    }
    async function getText(address, options, sending, retries) {
        const body = await getBytes(address, options, sending, retries);
        return decodeUtf8(body, `${options.what} at ${place(webAddress(address, options.what))}`);
    }
    function sendJson(address, options) {
        const { what, method, body } = options;
        const retries = retriesFor(what);
        const once = { ...retries, policy: { ...policy, attempts: 1 } };
        const sending = { method, body: JSON.stringify(body) };
        return getText(address, options, sending, method === 'POST' ? once : retries);
    }
    async function probe(address) {
        const url = webAddress(address, 'A host');
        try {
            const { status, header } = await transport.probe(url);
            const date = new Date(header('date') ?? Number.NaN);
            return { status, date: Number.isNaN(date.getTime()) ? undefined : date };
        }
        catch (error) {
            throw error instanceof transfer_failure/* NetworkFailure */.pM ? (0,transfer_failure/* transferError */.c9)(error, url.host, 1) : error;
        }
    }
    return {
        getBytes: (address, options) => getBytes(address, options),
        getText: (address, options) => getText(address, options),
        sendJson,
        probe,
        download: (address, destination, details) => downloadFile(transport, webAddress(address, details.what), destination, {
            ...details,
            retries: retriesFor(details.what),
        }),
        mirrorOf(address) {
            const url = URL.parse(address);
            return url === null ? undefined : transport.mirrorOf(url)?.href;
        },
        close: transport.close,
    };
}
function webAddress(text, what) {
    const url = URL.parse(text);
    if (url !== null && /^https?:$/.test(url.protocol))
        return url;
    throw new action_error/* ActionError */.l(`${what} has no web address: "${url === null ? text : (0,printable_url/* printable */.g)(url)}" is not an https URL.`);
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


/***/ }),

/***/ 91481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ onDisk)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89711);



async function onDisk(file, work) {
    try {
        return await work();
    }
    catch (cause) {
        const { code } = cause;
        if (code !== 'ENOSPC' && code !== 'EDQUOT') {
            throw new _action_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .l(`The file cannot be written: ${file}: ${(0,_action_error_js__WEBPACK_IMPORTED_MODULE_2__/* .errorMessage */ .g)(cause)}`, { cause });
        }
        const space = await freeSpace(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(file));
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .l(`The disk is full: ${file} cannot be written. ${space}`, {
            fix: 'Free space on this file system, or let the action work on a larger one.',
            cause,
        });
    }
}
async function freeSpace(folder) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.statfs)(folder).catch(() => undefined);
    if (found === undefined)
        return '';
    const mebibytes = (blocks) => (blocks * found.bsize) / 2 ** 20;
    return `${mebibytes(found.bavail).toFixed(1)} MiB of ${mebibytes(found.blocks).toFixed(1)} MiB are free there.`;
}


/***/ }),

/***/ 65260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ readAtMost)
/* harmony export */ });
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);

async function readAtMost(chunks, maxBytes, what) {
    const parts = [];
    let bytes = 0;
    for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > maxBytes) {
            throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`${what} is larger than ${maxBytes} bytes, which is refused.`, {
                why: 'A file of this kind is far smaller, so something else is being served.',
            });
        }
        parts.push(chunk);
    }
    return Buffer.concat(parts);
}


/***/ }),

/***/ 62426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ withRetries)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89711);
/* harmony import */ var _transfer_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97326);



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
            if (!(error instanceof _transfer_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .StatusFailure */ .VH || error instanceof _transfer_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .NetworkFailure */ .pM))
                throw error;
            const now = progress();
            failures += 1;
            if (now >= reached + substantialProgress) {
                failures = 1;
                reached = now;
            }
            if (failures >= policy.attempts || !(0,_transfer_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .isTransient */ .dg)(error))
                throw (0,_transfer_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .transferError */ .c9)(error, what, failures);
            const delayMs = pause(policy, failures, error);
            retries.onRetry?.({ what, reason: (0,_action_error_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .g)(error), failures, delayMs });
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(delayMs);
        }
    }
}
function pause(policy, failures, error) {
    const backoff = policy.baseDelayMs * 2 ** (failures - 1) * (0.5 + Math.random() / 2);
    const asked = error instanceof _transfer_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .StatusFailure */ .VH ? (error.retryAfterMs ?? 0) : 0;
    return Math.min(Math.max(backoff, asked), policy.maxDelayMs);
}


/***/ }),

/***/ 68040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ createTransport)
});

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(46752);
// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
// EXTERNAL MODULE: ./build/net/mirrors.js
var net_mirrors = __webpack_require__(88016);
// EXTERNAL MODULE: ./build/net/printable-url.js
var printable_url = __webpack_require__(29503);
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

// EXTERNAL MODULE: ./build/net/transfer-failure.js
var transfer_failure = __webpack_require__(97326);
;// CONCATENATED MODULE: ./build/net/transport.js







const maxRedirects = 5;
const bodyStartBytes = 1024;
function createTransport(options) {
    const { timeouts, userAgent, mirrors = net_mirrors/* noMirrors */.MS } = options;
    const dispatchers = createDispatchers(options.certificates, timeouts);
    async function send(hop, headers, sending) {
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
                ...sending,
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
            throw new transfer_failure/* NetworkFailure */.pM(hop, cause);
        }
        finally {
            clearTimeout(timer);
        }
    }
    async function open(start, given, sending) {
        let url = start;
        let headers = given;
        for (let redirects = 0; redirects <= maxRedirects; redirects++) {
            const mirror = (0,net_mirrors/* mirrored */.VV)(url, mirrors);
            const original = url;
            if (mirror !== undefined)
                url = mirror;
            const hop = {
                url,
                proxy: proxyFor(url, options.proxyEnvironment),
                ...(mirror && { original }),
            };
            const response = await send(hop, mirror ? withoutAuthorization(headers) : headers, sending);
            const location = firstValue(response.headers['location']);
            if (response.statusCode >= 300 && response.statusCode < 400 && location !== undefined) {
                await discard(response);
                url = redirectTarget(url, location);
                if (url.origin !== start.origin)
                    headers = withoutAuthorization(given);
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
    async function probe(original) {
        const url = (0,net_mirrors/* mirrored */.VV)(original, mirrors) ?? original;
        const response = await send({ url, proxy: proxyFor(url, options.proxyEnvironment) }, {}, {
            method: 'HEAD',
        });
        await discard(response);
        return { status: response.statusCode, header: (name) => firstValue(response.headers[name]) };
    }
    return { open, probe, mirrorOf: (url) => (0,net_mirrors/* mirrored */.VV)(url, mirrors), close: dispatchers.close };
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
function withoutAuthorization({ authorization: _, ...headers }) {
    return headers;
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
            throw new transfer_failure/* NetworkFailure */.pM(hop, cause);
        }
    }
    return {
        status: response.statusCode,
        header: (name) => firstValue(response.headers[name]),
        chunks: { [Symbol.asyncIterator]: chunks },
    };
}
async function statusFailure(hop, response) {
    return new transfer_failure/* StatusFailure */.VH(hop, {
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


/***/ })

};
