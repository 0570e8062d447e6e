export const id = 724;
export const ids = [724];
export const modules = {

/***/ 75324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QM: () => (/* binding */ uploadFile),
/* harmony export */   XX: () => (/* binding */ uploadDocument),
/* harmony export */   gc: () => (/* binding */ uploadBeside),
/* harmony export */   wu: () => (/* binding */ missingService),
/* harmony export */   yM: () => (/* binding */ uploadModes)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89711);
/* harmony import */ var _runner_temp_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74872);




const uploadModes = ['raw', 'zip', 'none'];
async function uploadFile(request, log) {
    if (request.mode === 'none')
        return undefined;
    const missing = missingService();
    if (missing !== undefined) {
        log.warning(`${request.what} was not uploaded: ${missing}. It stays at ${request.path}.`);
        return undefined;
    }
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(830), __webpack_require__.e(824), __webpack_require__.e(85), __webpack_require__.e(888)]).then(__webpack_require__.bind(__webpack_require__, 37888));
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
async function uploadDocument({ what, name, text, retentionDays }, log) {
    if (missingService() !== undefined)
        return undefined;
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_runner_temp_js__WEBPACK_IMPORTED_MODULE_3__/* .runnerTemp */ .X)(), 'document-'));
    try {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, text);
        return await uploadBeside({ what, path, retentionDays }, log);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}
async function uploadBeside(request, log) {
    if (missingService() !== undefined)
        return undefined;
    try {
        return await uploadFile({ ...request, mode: 'raw' }, log);
    }
    catch (error) {
        const reason = error instanceof _action_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .l ? error.problems.join(' ') : (0,_action_error_js__WEBPACK_IMPORTED_MODULE_2__/* .errorMessage */ .g)(error);
        log.warning(`${request.what} was not uploaded: ${reason}`);
        return undefined;
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
        const isRerun = Number(process.env['GITHUB_RUN_ATTEMPT'] ?? 1) > 1;
        const who = isRerun ? 'An earlier attempt' : 'Another step or job';
        log.info(`${who} of this run uploaded ${name}; replacing it.`);
        await client.deleteArtifact(name);
        return upload();
    }
}
function verifyDigest(response, request, name) {
    const expected = request.mode === 'raw' ? request.sha256 : undefined;
    if (expected === undefined || response.digest === undefined || response.digest === expected)
        return;
    throw new Error(`the artifact ${name} has sha256 ${response.digest}, the file has ${expected}`);
}
function artifactUrl(id) {
    const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = process.env;
    return `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}/artifacts/${id}`;
}
async function uploadError(error, { what, path }) {
    const size = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then((found) => `${found.size} bytes`, () => 'gone');
    const message = (0,_action_error_js__WEBPACK_IMPORTED_MODULE_2__/* .errorMessage */ .g)(error);
    const { why, fix } = uploadCauses.find(({ pattern }) => pattern.test(message)) ?? otherCause;
    return new _action_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .l(`${what} is there, but its upload failed.`, {
        problems: [message, `The file stays until the job ends: ${path} (${size}).`],
        why,
        fix: `${fix} A later step with \`if: failure()\` can take the file from there; a \`destination\` outside the folder for temporary files keeps it.`,
        cause: error,
    });
}
const uploadCauses = [
    {
        pattern: /quota|insufficient usage/i,
        why: 'The account has used up its storage for artifacts; GitHub counts anew every 6 to 12 hours.',
        fix: 'Delete artifacts, lower `retention-days`, or raise the limit in the billing settings.',
    },
    {
        pattern: /\(401\)|unauthenticated|AuthenticationFailed|Server failed to authenticate|token.*expired/i,
        why: 'The address for the upload is good for about an hour, the token as long as the job: one of them ran out, or a proxy took it away.',
        fix: 'Re-run the job; on a slow line use a runner that is nearer, or `upload-artifact: none` and a step of your own.',
    },
    {
        pattern: /stalled|ECONNRESET|ETIMEDOUT|ENOTFOUND|ECONNREFUSED|EHOSTUNREACH/,
        why: 'The connection to the storage of GitHub broke off or was never made.',
        fix: 'Let the runner reach *.blob.core.windows.net and results-receiver.actions.githubusercontent.com, directly or through its proxy.',
    },
];
const otherCause = {
    why: 'GitHub refused it for a reason of its own.',
    fix: 'Re-run the job, and look at githubstatus.com.',
};


/***/ }),

/***/ 94724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openRunArtifacts: () => (/* binding */ openRunArtifacts)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89711);
/* harmony import */ var _artifacts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75324);
/* harmony import */ var _runner_temp_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74872);





const largestDocument = 1024 * 1024;
async function openRunArtifacts() {
    const missing = (0,_artifacts_js__WEBPACK_IMPORTED_MODULE_3__/* .missingService */ .wu)();
    if (missing !== undefined) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .l('The artifacts of this run cannot be listed.', {
            problems: [`${missing}.`],
            fix: 'Collect on github.com or GitHub Enterprise Cloud; elsewhere the outputs of each build say where its image is.',
        });
    }
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(830), __webpack_require__.e(824), __webpack_require__.e(85), __webpack_require__.e(888)]).then(__webpack_require__.bind(__webpack_require__, 37888));
    const client = new DefaultArtifactClient();
    const { artifacts } = await client.listArtifacts({ latest: true }).catch((cause) => {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .l('The artifacts of this run cannot be listed.', {
            problems: [(0,_action_error_js__WEBPACK_IMPORTED_MODULE_2__/* .errorMessage */ .g)(cause)],
            fix: 'Run the job again; if this stays, look at githubstatus.com.',
            cause,
        });
    });
    return {
        artifacts: artifacts.map(({ id, name, size, digest }) => ({ id, name, size, ...(digest && { digest }) })),
        async text({ id, name, size, digest }) {
            if (size > largestDocument)
                return '';
            const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_runner_temp_js__WEBPACK_IMPORTED_MODULE_4__/* .runnerTemp */ .X)(), 'artifact-'));
            try {
                const { digestMismatch } = await client.downloadArtifact(id, {
                    path: folder,
                    ...(digest && { expectedHash: digest }),
                });
                const [file] = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder);
                if (file === undefined || digestMismatch === true)
                    throw new Error(digestMismatch ? 'its digest is not that of the upload' : 'it is empty');
                const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file);
                const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path);
                if (!found.isFile() || found.size > largestDocument)
                    throw new Error('it is not the small file that a cell leaves');
                return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
            }
            catch (cause) {
                throw new _action_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .l(`The artifact ${name} cannot be read.`, {
                    problems: [(0,_action_error_js__WEBPACK_IMPORTED_MODULE_2__/* .errorMessage */ .g)(cause)],
                    cause,
                });
            }
            finally {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
            }
        },
    };
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


/***/ })

};
