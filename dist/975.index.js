export const id = 975;
export const ids = [975,271,16];
export const modules = {

/***/ 88016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ parseMirrors),
/* harmony export */   Eh: () => (/* binding */ describeMirrors),
/* harmony export */   ME: () => (/* binding */ mirrorsForGit),
/* harmony export */   MS: () => (/* binding */ noMirrors),
/* harmony export */   VV: () => (/* binding */ mirrored)
/* harmony export */ });
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);
/* harmony import */ var _printable_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29503);


const noMirrors = new Map();
function parseMirrors(text) {
    const mirrors = new Map();
    const problems = [];
    for (const { line, number } of linesOf(text)) {
        const where = `line ${number}`;
        const separator = line.indexOf('=');
        const host = line.slice(0, Math.max(separator, 0)).trim().toLowerCase();
        const base = baseUrl(line.slice(separator + 1).trim());
        if (separator < 0)
            problems.push(`${where}: not \`host=base-url\``);
        else if (!isHost(host))
            problems.push(`${where}: what stands before the \`=\` is no host name such as \`distro.eks.amazonaws.com\`, without scheme and path`);
        else if (mirrors.has(host))
            problems.push(`${where}: gives a mirror of ${host} a second time`);
        else if (typeof base === 'string')
            problems.push(`${where}: the mirror of ${host} ${base}`);
        else if (base.host === host && base.pathname === '/')
            problems.push(`${where}: ${host} is named as its own mirror`);
        else
            mirrors.set(host, base);
    }
    if (problems.length === 0)
        return mirrors;
    throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('`mirrors` is wrong.', {
        problems,
        fix: 'Write one `host=base-url` a line, such as `anywhere-assets.eks.amazonaws.com=https://mirror.example.com/eks-anywhere`.',
    });
}
function linesOf(text) {
    return text
        .split(/\r?\n/)
        .flatMap((line, index) => line.split(',').map((part) => ({ line: part.trim(), number: index + 1 })))
        .filter(({ line }) => line !== '' && !line.startsWith('#'));
}
function isHost(text) {
    return URL.parse(`https://${text}`)?.host === text && /^[^/?#@]+$/.test(text);
}
function baseUrl(text) {
    if (text === '')
        return 'has no address';
    const url = URL.parse(text.includes('://') ? text : `https://${text}`);
    if (url === null || !/^https?:$/.test(url.protocol))
        return 'is no URL that starts with https:// or http://';
    if (url.search !== '' || url.hash !== '')
        return 'has a query or a fragment; a base URL ends with its path';
    if (!url.pathname.endsWith('/'))
        url.pathname += '/';
    return url;
}
function mirrored(url, mirrors) {
    const base = mirrors.get(url.host);
    if (base === undefined || url.href.startsWith(base.href))
        return undefined;
    const target = new URL(base);
    target.pathname = `${base.pathname.slice(0, -1)}${url.pathname}`;
    target.search = url.search;
    return target;
}
function describeMirrors(mirrors) {
    return [...mirrors].map(([host, base]) => `${host} is asked for at its mirror ${(0,_printable_url_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(base)}`);
}
function mirrorsForGit(mirrors, environment = {}) {
    if (mirrors.size === 0)
        return {};
    const first = Number(environment['GIT_CONFIG_COUNT'] ?? 0);
    const settings = [...mirrors].flatMap(([host, base], index) => [
        [`GIT_CONFIG_KEY_${first + index}`, `url.${base.href}.insteadOf`],
        [`GIT_CONFIG_VALUE_${first + index}`, `https://${host}/`],
    ]);
    return { ...Object.fromEntries(settings), GIT_CONFIG_COUNT: String(first + mirrors.size) };
}


/***/ }),

/***/ 29503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
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
function placeOf(url, mirror) {
    return mirror === undefined ? printable(url) : `${printable(url)} (from the mirror ${printable(mirror)})`;
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

/***/ 54785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openIssues: () => (/* binding */ openIssues)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);
/* harmony import */ var _net_http_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51021);



const issueType = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    number: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    title: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    body: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    html_url: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    pull_request: zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J().optional(),
});
const maxBytes = 16 * 1024 * 1024;
function openIssues({ http, apiUrl, repository, token }) {
    const address = (path) => new URL(`repos/${repository}/issues${path}`, `${apiUrl.replace(/\/$/, '')}/`);
    const common = {
        what: 'The issue',
        maxBytes,
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
    };
    const explained = async (request) => {
        try {
            return JSON.parse(await request);
        }
        catch (error) {
            throw error instanceof _net_http_client_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpStatusError */ .F ? explain(error, repository) : error;
        }
    };
    const send = (method, path, body) => explained(http.sendJson(address(path).href, { ...common, method, body }));
    return {
        async findOpen(title, label) {
            const url = address('');
            url.search = String(new URLSearchParams({
                state: 'open',
                labels: label,
                per_page: '100',
                sort: 'created',
                direction: 'asc',
            }));
            const found = await explained(http.getText(url.href, common)).catch(disabledOrThrow);
            if (found === 'disabled')
                return found;
            return zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(issueType)
                .parse(found)
                .find((issue) => issue.title === title && issue.pull_request === undefined);
        },
        create: async (issue) => issueType.parse(await send('POST', '', issue)),
        async update(number, change) {
            await send('PATCH', `/${number}`, change);
        },
        async comment(number, body) {
            await send('POST', `/${number}/comments`, { body });
        },
    };
}
function disabledOrThrow(error) {
    if (error.cause instanceof _net_http_client_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpStatusError */ .F && error.cause.status === 410)
        return 'disabled';
    throw error;
}
function explain(error, repository) {
    const { status } = error;
    return new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`GitHub refuses the issue of ${repository} (HTTP status ${status}).`, {
        why: status === 401
            ? 'The token is not valid, or no longer.'
            : 'The token cannot write issues of this repository, or too many requests were made with it.',
        fix: 'Give the job `permissions: {issues: write}`.',
        cause: error,
    });
}


/***/ })

};
