export const id = 724;
export const ids = [724];
export const modules = {

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
                    throw new Error('it is not the small file that a build leaves');
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


/***/ })

};
