export const id = 16;
export const ids = [16];
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


/***/ })

};
