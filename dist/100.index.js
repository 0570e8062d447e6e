export const id = 100;
export const ids = [100,16];
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
            : 'The token may not write issues of this repository, or too many requests were made with it.',
        fix: 'Give the job `permissions: {issues: write}`.',
        cause: error,
    });
}


/***/ })

};
