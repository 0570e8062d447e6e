export const id = 302;
export const ids = [302,16];
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

/***/ 96025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ GitHubUnavailable),
/* harmony export */   openArtifactStore: () => (/* binding */ openArtifactStore)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);
/* harmony import */ var _net_http_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51021);



class GitHubUnavailable extends _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l {
}
const perPage = 100;
const mostPages = 10;
const maxBytes = 4 * 1024 * 1024;
const maxRecordBytes = 64 * 1024;
const repositoryType = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), default_branch: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
const artifactType = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    expired: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    created_at: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    expires_at: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    workflow_run: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        id: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
        repository_id: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
        head_repository_id: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullish(),
        head_branch: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    })
        .nullish(),
});
const pageType = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ total_count: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), artifacts: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(artifactType) });
async function openArtifactStore(options) {
    const { id: repositoryId, default_branch: defaultBranch } = await get(options, '', {}, repositoryType);
    return {
        repositoryId,
        defaultBranch,
        named: (name) => artifactsNamed(options, name),
        async byId(id) {
            try {
                return runArtifact(await get(options, `/actions/artifacts/${id}`, {}, artifactType));
            }
            catch (error) {
                if (isGone(error))
                    return undefined;
                throw error;
            }
        },
        async text({ id }) {
            try {
                return await request(options, `/actions/artifacts/${id}/zip`, {}, maxRecordBytes);
            }
            catch (error) {
                if (isGone(error))
                    return '';
                throw error;
            }
        },
        runUrl: (runId) => `${options.serverUrl}/${options.repository}/actions/runs/${runId}`,
    };
}
async function artifactsNamed(options, name) {
    const found = [];
    for (let page = 1; page <= mostPages; page += 1) {
        const query = { name, per_page: String(perPage), page: String(page) };
        const { artifacts, total_count: total } = await get(options, '/actions/artifacts', query, pageType);
        found.push(...artifacts.map(runArtifact));
        if (artifacts.length < perPage || page * perPage >= total)
            break;
    }
    return found.filter((artifact) => artifact.name === name);
}
function runArtifact(artifact) {
    const { workflow_run: run } = artifact;
    return {
        id: artifact.id,
        name: artifact.name,
        isExpired: artifact.expired,
        createdAt: artifact.created_at,
        expiresAt: artifact.expires_at,
        runId: String(run?.id ?? ''),
        headBranch: run?.head_branch ?? '',
        repositoryId: run?.repository_id ?? 0,
        headRepositoryId: run?.head_repository_id ?? 0,
    };
}
async function get(options, path, query, type) {
    const text = await request(options, path, query, maxBytes);
    try {
        return type.parse(JSON.parse(text));
    }
    catch (cause) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`GitHub's answer about ${options.repository}${path} is not as its API describes.`, {
            why: 'Something else answers in its place, a proxy for example.',
            fix: `Check what this runner gets from ${options.apiUrl}.`,
            cause,
        });
    }
}
async function request({ http, apiUrl, repository, token }, path, query, limit) {
    const url = new URL(`repos/${repository}${path}`, `${apiUrl.replace(/\/$/, '')}/`);
    for (const [name, value] of Object.entries(query))
        url.searchParams.set(name, value);
    try {
        return await http.getText(url.href, {
            what: 'The list of artifacts',
            maxBytes: limit,
            accept: 'application/vnd.github+json',
            authorization: `Bearer ${token}`,
        });
    }
    catch (error) {
        throw error instanceof _net_http_client_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpStatusError */ .F ? explain(error, repository) : error;
    }
}
function isGone(error) {
    const { cause } = error;
    return cause instanceof _net_http_client_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpStatusError */ .F && (cause.status === 404 || cause.status === 410);
}
const headline = (repository, status) => `GitHub does not tell which images ${repository} has (HTTP status ${status}).`;
function explain(error, repository) {
    const { status, bodyStart } = error;
    const first = headline(repository, status);
    if (status === 429 || (status === 403 && /rate limit/i.test(bodyStart))) {
        return new GitHubUnavailable(first, {
            why: 'Too many requests were made with this token; all jobs of a repository share 1,000 an hour.',
            fix: 'Plan less often, or let fewer workflows ask GitHub at the same time.',
            cause: error,
        });
    }
    if (status >= 500)
        return new GitHubUnavailable(first, { why: 'GitHub has a problem of its own.', cause: error });
    if (status === 401) {
        return new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(first, {
            why: 'The token is not valid, or no longer.',
            fix: 'Leave `github-token` out, or check the secret that it comes from.',
            cause: error,
        });
    }
    return new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(first, {
        why: status === 404
            ? 'The token may not see this repository, or not its artifacts.'
            : 'The token may not read the artifacts of this repository.',
        fix: 'Give the job `permissions: {actions: read, contents: read}`, or set `skip-unchanged: false`.',
        cause: error,
    });
}


/***/ })

};
