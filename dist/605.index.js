export const id = 605;
export const ids = [605,650];
export const modules = {

/***/ 5605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportNodeImages: () => (/* binding */ reportNodeImages)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
// EXTERNAL MODULE: ./build/log.js
var build_log = __webpack_require__(36650);
// EXTERNAL MODULE: ./build/runner/docs-link.js
var docs_link = __webpack_require__(20261);
// EXTERNAL MODULE: ./build/runner/inputs.js
var inputs = __webpack_require__(52266);
;// CONCATENATED MODULE: ./build/runner/needs.js


const needsType = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({
    result: schemas/* enum */.k5n(['success', 'failure', 'cancelled', 'skipped']),
    outputs: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).nullish(),
}));
function parseNeeds(text) {
    const needs = read(text);
    if (needs === undefined) {
        throw new action_error/* ActionError */.l('`needs` is not the context of that name.', {
            fix: 'Write `needs: ${{ toJSON(needs) }}`.',
        });
    }
    return Object.entries(needs).map(([id, { result, outputs }]) => ({
        id,
        result,
        madeIndex: Object.hasOwn(outputs ?? {}, 'index-name'),
    }));
}
function read(text) {
    try {
        return needsType.safeParse(JSON.parse(text)).data;
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/runner/run.js + 4 modules
var run = __webpack_require__(97525);
// EXTERNAL MODULE: ./build/runner/summary.js
var summary = __webpack_require__(61115);
// EXTERNAL MODULE: ./build/runner/this-run.js
var this_run = __webpack_require__(60983);
;// CONCATENATED MODULE: ./build/actions/report-node-images.js









const reportNodeImages = (0,run/* defineAction */.QP)({
    name: 'report-node-images',
    inputs: schemas/* object */.Ikc({
        'index-name': inputs/* text */.Qq.prefault('node-images'),
        needs: (0,inputs/* parsedBy */.f3)(parseNeeds, 'JSON').prefault('{}'),
        title: (0,inputs/* parsedBy */.f3)(issueTitle).prefault('Node images'),
        label: inputs/* text */.Qq.prefault('node-images'),
        'github-token': inputs/* text */.Qq.prefault('${{ github.token }}'),
        'ca-bundle': inputs/* filePath */.s$.optional(),
    }),
    outputs: ['issue-url', 'well'],
    async main({ inputs, log, secrets }) {
        const { openIssues } = await Promise.all(/* import() */[__webpack_require__.e(21), __webpack_require__.e(975)]).then(__webpack_require__.bind(__webpack_require__, 54785));
        const { readMemory, runReport } = await __webpack_require__.e(/* import() */ 714).then(__webpack_require__.bind(__webpack_require__, 89714));
        secrets.add(inputs['github-token']);
        const github = await connect(inputs);
        try {
            const result = await (0,build_log/* inGroup */.H)(log, 'Read what came of the run', () => readResult(inputs));
            const issues = openIssues(github);
            const { title, label } = inputs;
            const open = await issues.findOpen(title, label);
            const before = open === 'disabled' ? undefined : open;
            const report = runReport(result, readMemory(before?.body));
            await (0,summary/* writeSummaryText */.rm)(`### ${title}\n\n${report.body}`, secrets);
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
async function readResult(inputs) {
    const jobs = inputs.needs;
    const index = await readIndex(inputs['index-name']);
    const isBroken = jobs.some(({ result }) => result === 'failure' || result === 'cancelled');
    if (index === undefined && !isBroken) {
        throw new action_error/* ActionError */.l(`This run has no artifact ${inputs['index-name']}.json.`, {
            why: '`collect-node-images` has not run before this step, failed, or was given another `index-name`.',
            fix: 'Let this job need the one that collects, and give both the same `index-name`. With `needs: ${{ toJSON(needs) }}` the report says which job failed.',
        });
    }
    return {
        run: index?.run ?? (0,this_run/* thisRun */.o)(),
        index,
        jobs,
        troubleshooting: (0,docs_link/* docsLink */._)('docs/troubleshooting.md'),
    };
}
async function readIndex(name) {
    const { openRunArtifacts } = await __webpack_require__.e(/* import() */ 724).then(__webpack_require__.bind(__webpack_require__, 94724));
    const { runIndex } = await __webpack_require__.e(/* import() */ 358).then(__webpack_require__.bind(__webpack_require__, 22358));
    const run = await openRunArtifacts();
    const fileName = `${name}.json`;
    const artifact = run.artifacts.find((candidate) => candidate.name === fileName);
    if (artifact === undefined)
        return undefined;
    const parsed = runIndex.safeParse(JSON.parse(await run.text(artifact)));
    if (parsed.success)
        return parsed.data;
    throw new action_error/* ActionError */.l(`The artifact ${fileName} of this run is no index of node images.`, {
        problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
        fix: 'Use the same version of `collect-node-images` and `report-node-images`.',
    });
}
function issueTitle(title) {
    if (title.length <= 200 && !/[\r\n]/.test(title))
        return title;
    throw new action_error/* ActionError */.l('`title` is longer than 200 characters, or has more than one line.');
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
