export const id = 360;
export const ids = [360,650];
export const modules = {

/***/ 16360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportNodeImages: () => (/* binding */ reportNodeImages)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36650);
/* harmony import */ var _runner_docs_link_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20261);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52266);
/* harmony import */ var _runner_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97525);
/* harmony import */ var _runner_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61115);







const reportNodeImages = (0,_runner_run_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'report-node-images',
    inputs: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
        'index-name': _runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.prefault('node-images'),
        title: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .parsedBy */ .f3)(issueTitle).prefault('Node images'),
        label: _runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.prefault('node-images'),
        'github-token': _runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.prefault('${{ github.token }}'),
        'ca-bundle': _runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .filePath */ .s$.optional(),
    }),
    outputs: ['issue-url', 'well'],
    async main({ inputs, log, secrets }) {
        const { openIssues } = await Promise.all(/* import() */[__webpack_require__.e(21), __webpack_require__.e(975)]).then(__webpack_require__.bind(__webpack_require__, 54785));
        const { readMemory, runReport } = await __webpack_require__.e(/* import() */ 714).then(__webpack_require__.bind(__webpack_require__, 89714));
        secrets.add(inputs['github-token']);
        const github = await connect(inputs);
        try {
            const index = await (0,_log_js__WEBPACK_IMPORTED_MODULE_5__/* .inGroup */ .H)(log, 'Read what came of the run', () => readIndex(inputs['index-name']));
            const issues = openIssues(github);
            const { title, label } = inputs;
            const open = await issues.findOpen(title, label);
            const before = open === 'disabled' ? undefined : open;
            const report = runReport(index, readMemory(before?.body), (0,_runner_docs_link_js__WEBPACK_IMPORTED_MODULE_6__/* .docsLink */ ._)('docs/troubleshooting.md'));
            await (0,_runner_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .writeSummaryText */ .rm)(`### ${title}\n\n${report.body}`, secrets);
            const well = String(report.isWell);
            if (open === 'disabled') {
                log.warning('Issues are switched off in this repository: the report is in the job summary alone.');
                return { 'issue-url': '', well };
            }
            const issue = await tell(report, { before, issues, title, label });
            log.info(issue ? `${issue.html_url} is up to date.` : 'All is well, and no issue says otherwise.');
            return { 'issue-url': issue?.html_url ?? '', well };
        }
        finally {
            await github.http.close();
        }
    },
});
async function tell({ isWell, body, news }, { before, issues, title, label }) {
    if (before === undefined)
        return isWell ? undefined : issues.create({ title, body, labels: [label] });
    if (news !== undefined)
        await issues.comment(before.number, news);
    await issues.update(before.number, { body, ...(isWell && { state: 'closed' }) });
    return before;
}
async function connect(inputs) {
    const { collectCertificates } = await __webpack_require__.e(/* import() */ 258).then(__webpack_require__.bind(__webpack_require__, 55258));
    const { createHttpClient } = await Promise.all(/* import() */[__webpack_require__.e(21), __webpack_require__.e(271)]).then(__webpack_require__.bind(__webpack_require__, 51021));
    const caBundle = inputs['ca-bundle'];
    const certificates = await collectCertificates({ environment: process.env, ...(caBundle && { caBundle }) });
    return {
        http: createHttpClient({
            proxyEnvironment: process.env,
            certificates,
            userAgent: 'eks-anywhere-node-images',
        }),
        apiUrl: process.env['GITHUB_API_URL'] ?? 'https://api.github.com',
        repository: process.env['GITHUB_REPOSITORY'] ?? '',
        token: inputs['github-token'],
    };
}
async function readIndex(name) {
    const { openRunArtifacts } = await __webpack_require__.e(/* import() */ 724).then(__webpack_require__.bind(__webpack_require__, 94724));
    const { runIndex } = await __webpack_require__.e(/* import() */ 358).then(__webpack_require__.bind(__webpack_require__, 22358));
    const run = await openRunArtifacts();
    const fileName = `${name}.json`;
    const artifact = run.artifacts.find((candidate) => candidate.name === fileName);
    if (artifact === undefined) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`This run has no artifact ${fileName}.`, {
            why: '`collect-node-images` has not run before this step, failed, or was given another `index-name`.',
            fix: 'Let this job need the one that collects, and give both the same `index-name`.',
        });
    }
    const parsed = runIndex.safeParse(JSON.parse(await run.text(artifact)));
    if (parsed.success)
        return parsed.data;
    throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`The artifact ${fileName} of this run is no index of node images.`, {
        problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
        fix: 'Use the same version of `collect-node-images` and `report-node-images`.',
    });
}
function issueTitle(title) {
    if (title.length <= 200 && !/[\r\n]/.test(title))
        return title;
    throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('`title` is longer than 200 characters, or has more than one line.');
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


/***/ })

};
