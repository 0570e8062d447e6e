export const id = 80;
export const ids = [80,650,724,358];
export const modules = {

/***/ 11080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  collectImages: () => (/* binding */ collectImages)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
// EXTERNAL MODULE: ./build/image/cell-outcome.js
var cell_outcome = __webpack_require__(53241);
// EXTERNAL MODULE: ./build/image/collected-inputs.js
var collected_inputs = __webpack_require__(71199);
// EXTERNAL MODULE: ./build/plan/node-image-spec.js
var node_image_spec = __webpack_require__(96662);
;// CONCATENATED MODULE: ./build/image/image-index.js

function collectRun(facts) {
    const problems = [];
    const records = [];
    const built = facts.cells.map((cell) => {
        const { id, name } = cell;
        const job = facts.jobs.get(id);
        const common = { id, name, ...(job && { jobUrl: job.url }) };
        const outcome = facts.outcomes.get(id);
        if (outcome?.result !== 'built')
            return { ...common, ...notBuilt(outcome, job) };
        const problem = missingImage(outcome, facts.artifacts) ?? foreignRecord(outcome, cell, facts.runId);
        if (problem !== undefined) {
            problems.push(`${id}: ${problem}`);
            return { ...common, status: 'failed', cause: problem };
        }
        if (outcome.record !== undefined)
            records.push(outcome.record);
        return { ...common, ...indexed(outcome, facts) };
    });
    return {
        images: [...built, ...facts.reused.map(reusedImage), ...facts.skipped.map(skippedImage)],
        records,
        problems,
    };
}
function notBuilt(outcome, job) {
    const isOfThisAttempt = outcome !== undefined && outcome.run.attempt >= (job?.attempt ?? 0);
    if (!isOfThisAttempt && job?.conclusion === 'cancelled') {
        return {
            status: 'cancelled',
            reason: 'its job was cancelled: by a user, by `timeout-minutes`, by `fail-fast` or by `concurrency`',
        };
    }
    if (outcome !== undefined)
        return { status: 'failed', cause: outcome.cause };
    if (job?.conclusion === 'skipped')
        return { status: 'skipped', reason: 'its job was skipped' };
    return { status: 'failed', cause: job === undefined ? noOutcome : `${leftNone}: ${endOf(job)}` };
}
const leftNone = 'it left no outcome';
const noOutcome = `${leftNone}: its job was cancelled, did not start, or failed before the action read its inputs`;
function endOf({ conclusion }) {
    if (conclusion === null)
        return 'its job has not ended';
    if (conclusion === 'success')
        return 'its job ended well, but its warnings say that the outcome was not uploaded';
    return `its job ended with "${conclusion}" before the action read its inputs, or its runner was lost`;
}
function missingImage({ image }, artifacts) {
    if (image?.artifactId === undefined)
        return undefined;
    const artifact = artifacts.find(({ id }) => id === image.artifactId);
    if (artifact === undefined || artifact.name !== image.fileName)
        return 'its image is not among the artifacts of this run';
    const digest = artifact.digest?.replace('sha256:', '');
    if (!image.isZipped && digest !== undefined && digest !== image.sha256)
        return `the artifact of its image has sha256 ${digest}, but ${image.sha256} was built`;
    return undefined;
}
function foreignRecord({ id, image, record }, { fingerprint }, runId) {
    if (record === undefined)
        return undefined;
    const isOfCell = record.id === id && record.fingerprint === fingerprint && record.run.id === runId;
    const isOfImage = image?.artifactId !== undefined &&
        record.image.artifactId === image.artifactId &&
        record.image.sha256 === image.sha256 &&
        record.image.fileName === image.fileName;
    return isOfCell && isOfImage ? undefined : 'its record is of another image than the one that was planned';
}
function indexed({ image, amis, remoteName, kubeVersion, eksdRelease, templateTags, provenance, record }, { artifacts, runUrl }) {
    const artifactId = image?.artifactId;
    const hasProvenance = artifacts.some(({ name }) => name === provenance);
    return {
        status: 'built',
        ...(image && {
            ...{ fileName: image.fileName, sha256: image.sha256, size: image.size, format: image.format },
        }),
        ...{ kubeVersion, eksdRelease, templateTags },
        ...(amis && { amis }),
        ...(remoteName !== undefined && { remoteName }),
        ...(artifactId !== undefined && { artifactId, artifactUrl: `${runUrl}/artifacts/${artifactId}`, runUrl }),
        ...(record && { fingerprint: record.fingerprint }),
        ...(hasProvenance && provenance !== undefined && { provenance }),
    };
}
function reusedImage(image) {
    const { id, fingerprint, fileName, sha256, size, eksdRelease, artifactId, runUrl, expiresAt } = image;
    const [os = ''] = id.split('-');
    return {
        ...{ id, name: id, status: 'reused', reason: `unchanged since ${image.builtAt.slice(0, 10)}` },
        ...{ fingerprint, fileName, sha256, size, artifactId, runUrl, expiresAt },
        ...{ eksdRelease, templateTags: (0,node_image_spec/* templateTags */.CL)(os, eksdRelease) },
        artifactUrl: `${runUrl}/artifacts/${artifactId}`,
    };
}
function skippedImage({ id, reason }) {
    return { id, name: id, status: 'skipped', reason };
}
function checksumLines(images) {
    return images
        .flatMap(({ sha256, fileName }) => (sha256 && fileName ? [`${sha256}  ${fileName}\n`] : []))
        .join('');
}
function releaseOf(images) {
    const versions = images.map(({ id }) => /-(v\d+\.\d+\.\d+[\w.+-]*)$/.exec(id)?.[1]?.replaceAll('_', '+'));
    return versions.find((version) => version !== undefined) ?? '';
}
function indexOf(images, run) {
    return { schemaVersion: 1, eksaVersion: releaseOf(images), run, cells: images };
}

// EXTERNAL MODULE: ./build/log.js
var build_log = __webpack_require__(36650);
// EXTERNAL MODULE: ./build/plan/record.js + 1 modules
var plan_record = __webpack_require__(78554);
// EXTERNAL MODULE: ./build/plan/run-index.js
var run_index = __webpack_require__(22358);
// EXTERNAL MODULE: ./build/runner/artifacts.js
var runner_artifacts = __webpack_require__(75324);
// EXTERNAL MODULE: ./build/runner/run-artifacts.js
var run_artifacts = __webpack_require__(94724);
// EXTERNAL MODULE: ./build/runner/runner-temp.js
var runner_temp = __webpack_require__(74872);
// EXTERNAL MODULE: ./build/runner/summary.js
var summary = __webpack_require__(61115);
// EXTERNAL MODULE: ./build/runner/this-run.js
var this_run = __webpack_require__(60983);
// EXTERNAL MODULE: ./build/quantities.js
var quantities = __webpack_require__(83211);
// EXTERNAL MODULE: ./build/runner/docs-link.js
var docs_link = __webpack_require__(20261);
// EXTERNAL MODULE: ./build/actions/next-step.js
var next_step = __webpack_require__(84274);
;// CONCATENATED MODULE: ./build/actions/collect-report.js






const marks = {
    built: '🔨 built',
    reused: '♻️ reused',
    failed: '❌ failed',
    cancelled: '🚫 cancelled',
    skipped: '➖ skipped',
};
const statuses = Object.keys(marks);
function collectSummary(indexName, images) {
    const counts = statuses
        .map((wanted) => ({ wanted, count: images.filter(({ status }) => status === wanted).length }))
        .filter(({ count }) => count > 0)
        .map(({ wanted, count }) => `${count} ${wanted}`);
    const checksums = checksumLines(images);
    const templates = images.filter(({ format, templateTags }) => format === 'ova' && templateTags);
    return [
        { heading: `Node images: ${indexName}` },
        { line: { strong: counts.join(', ') || 'No image was planned.' } },
        {
            head: ['Image', 'Result', 'Size', 'Kubernetes', 'Where, or why not'],
            rows: images.map((image) => [
                { code: image.fileName ?? image.remoteName ?? image.id },
                marks[image.status],
                image.size === undefined ? '' : (0,quantities/* sizeInWords */._u)(image.size),
                image.kubeVersion ?? '',
                whereOf(image),
            ]),
        },
        ...nextSteps(images),
        ...(templates.length > 0
            ? [{ details: `Tags of the vSphere templates (${templates.length})`, blocks: [tagTable(templates)] }]
            : []),
        ...(checksums === ''
            ? []
            : [{ details: 'Checksums, in the format of sha256sum', blocks: [{ output: [checksums.trimEnd()] }] }]),
        ...indexLinks(),
    ];
}
function tagTable(templates) {
    return {
        head: ['Image', 'Tags'],
        rows: templates.map(({ id, fileName, templateTags = [] }) => [
            { code: fileName ?? id },
            templateTags.flatMap((tag, index) => [index > 0 ? ' and ' : '', { code: tag }]),
        ]),
    };
}
function nextSteps(images) {
    const there = images.filter(({ status }) => status === 'built' || status === 'reused');
    const pages = next_step/* journeys */.W.flatMap(({ hypervisor, path }) => {
        const href = (0,docs_link/* docsLink */._)(path);
        const isThere = there.some(({ id }) => id.includes(`-${hypervisor}-`));
        return href !== undefined && isThere ? [{ text: node_image_spec/* hypervisorNames */.ik[hypervisor], href }] : [];
    });
    if (pages.length === 0)
        return [];
    const list = pages.flatMap((page, index) => [index > 0 ? ', ' : '', page]);
    return [{ line: [{ strong: 'Next: use them.' }, ' From the image to a cluster: ', ...list, '.'] }];
}
function indexLinks() {
    const files = [...(0,runner_artifacts/* uploadedFiles */.kT)().values()].filter(({ name }) => /\.(json|SHA256SUMS)$/.test(name));
    const shown = files.filter(({ name }) => !name.endsWith('.record.json'));
    if (shown.length === 0)
        return [];
    const links = shown.flatMap(({ name, url }, index) => [
        index > 0 ? ', ' : '',
        { text: { code: name }, href: url },
    ]);
    return [{ line: ['Artifacts of this step: ', ...links] }];
}
function whereOf(image) {
    const { artifactUrl, amis, remoteName, reason, cause, status, expiresAt, jobUrl } = image;
    if (amis !== undefined)
        return amis.flatMap(({ region, id }, index) => [
            index > 0 ? ', ' : '',
            { code: id },
            ` in ${region}`,
        ]);
    if (artifactUrl !== undefined) {
        const until = status === 'reused' && expiresAt ? `, until ${expiresAt.slice(0, 10)}` : '';
        return { text: `artifact${until}`, href: artifactUrl };
    }
    if (remoteName !== undefined)
        return 'in Prism; there is no file';
    return { text: cause ?? reason ?? 'not uploaded', href: jobUrl };
}

// EXTERNAL MODULE: ./build/net/transfer-failure.js
var transfer_failure = __webpack_require__(97326);
;// CONCATENATED MODULE: ./build/actions/jobs-of-cells.js


async function jobsOfCells(outcomes, { inputs, log, secrets }) {
    const token = inputs['github-token'];
    const cells = inputs.cells.filter(({ id }) => outcomes.get(id)?.result !== 'built');
    if (cells.length === 0 || token.startsWith('${{'))
        return new Map();
    secrets.add(token);
    const { collectCertificates } = await __webpack_require__.e(/* import() */ 258).then(__webpack_require__.bind(__webpack_require__, 55258));
    const { createHttpClient } = await Promise.all(/* import() */[__webpack_require__.e(21), __webpack_require__.e(16)]).then(__webpack_require__.bind(__webpack_require__, 51021));
    const { jobNamed, jobsOfRun } = await __webpack_require__.e(/* import() */ 469).then(__webpack_require__.bind(__webpack_require__, 65469));
    const caBundle = inputs['ca-bundle'];
    const certificates = await collectCertificates({ environment: process.env, ...(caBundle && { caBundle }) });
    const http = createHttpClient({
        proxyEnvironment: process.env,
        certificates,
        userAgent: 'eks-anywhere-node-images',
    });
    const { GITHUB_API_URL: apiUrl = 'https://api.github.com', GITHUB_REPOSITORY: repository = '' } = process.env;
    try {
        const jobs = await jobsOfRun({ http, apiUrl, repository, token }, process.env['GITHUB_RUN_ID'] ?? '');
        return new Map(cells.flatMap(({ id, name }) => {
            const job = jobNamed(name, jobs, process.env['RUNNER_NAME']);
            return job === undefined ? [] : [[id, job]];
        }));
    }
    catch (error) {
        const isRefused = error instanceof transfer_failure/* HttpStatusError */.F9 && [401, 403, 404].includes(error.status);
        const why = isRefused
            ? 'the token cannot read the jobs of this run; give the job `permissions: {actions: read}`'
            : (0,action_error/* errorMessage */.g)(error);
        log.info(`Cancelled builds cannot be told from failed ones: ${why}.`);
        return new Map();
    }
    finally {
        await http.close();
    }
}

// EXTERNAL MODULE: ./build/actions/upload-record.js
var upload_record = __webpack_require__(39849);
;// CONCATENATED MODULE: ./build/actions/collect-images.js

















async function collectImages(context) {
    const { inputs, log, secrets } = context;
    const skipped = inputs['plan-file'] === undefined ? [] : (0,collected_inputs/* parseSkipped */.CU)(await readPlan(inputs['plan-file']));
    const run = await (0,run_artifacts.openRunArtifacts)();
    const outcomes = await (0,build_log/* inGroup */.H)(log, 'Read the outcome of each image', () => readOutcomes(inputs.cells, run, log));
    const jobs = await jobsOfCells(outcomes, context);
    const current = (0,this_run/* thisRun */.o)();
    const { artifacts } = run;
    const { cells, reused } = inputs;
    const collected = collectRun({
        ...{ cells, outcomes, jobs, artifacts, reused, skipped },
        ...{ runId: current.id, runUrl: current.url },
    });
    await refuseOtherIndex(inputs, run, current);
    const paths = await writeIndex(collected.images, inputs, current);
    const outputs = { ...paths, ...idsByStatus(collected.images) };
    context.setOutputs(outputs);
    await (0,build_log/* inGroup */.H)(log, 'Upload the index', async () => {
        const retentionDays = inputs['retention-days'];
        await (0,runner_artifacts/* uploadBeside */.gc)({ what: 'The index', path: paths['index-path'], retentionDays }, log);
        if (checksumLines(collected.images) === '')
            return;
        const path = paths['checksums-path'];
        await (0,runner_artifacts/* uploadBeside */.gc)({ what: 'The file of checksums', path, retentionDays }, log);
    });
    const promoted = await promote(collected, run, context);
    await (0,summary/* writeSummary */.Sy)(collectSummary(inputs['index-name'], collected.images), secrets);
    log.info(`${promoted} records promoted`);
    refuseProblems(collected);
    return outputs;
}
async function readPlan(path) {
    try {
        return await (0,promises_.readFile)((0,external_node_path_.resolve)(path), 'utf8');
    }
    catch (cause) {
        throw new action_error/* ActionError */.l(`\`plan-file\` cannot be read: ${path}`, {
            problems: [(0,action_error/* errorMessage */.g)(cause)],
            fix: 'Upload the file at the output `plan-path` in the job that plans, and download it in this one; or leave `plan-file` out.',
            cause,
        });
    }
}
async function readOutcomes(cells, run, log) {
    const outcomes = new Map();
    for (const { id } of cells) {
        const artifact = run.artifacts.find(({ name }) => name === (0,cell_outcome/* outcomeName */.Wm)(id));
        const outcome = artifact && (0,cell_outcome/* parseOutcome */._M)(await run.text(artifact), id);
        if (outcome !== undefined)
            outcomes.set(id, outcome);
        log.info(`${id}: ${outcome?.result ?? 'no outcome'}`);
    }
    return outcomes;
}
async function refuseOtherIndex({ cells, 'index-name': indexName }, { artifacts, text }, { attempt }) {
    const artifact = artifacts.find(({ name }) => name === `${indexName}.json`);
    const index = artifact && (0,run_index/* parseIndex */.A)(await text(artifact));
    if (index?.run.attempt !== attempt || index.cells.length === 0 || cells.length === 0)
        return;
    if (index.cells.some(({ id }) => cells.some((cell) => cell.id === id)))
        return;
    throw new action_error/* ActionError */.l(`This run has an index of other images under the name \`${indexName}\`.`, {
        problems: [`It is of ${index.eksaVersion}, with ${index.cells.map(({ id }) => id).join(', ')}.`],
        why: 'Two jobs of this run collect the images of different plans.',
        fix: 'Give each of them its own `index-name`.',
    });
}
async function writeIndex(images, inputs, run) {
    const folder = (0,external_node_path_.resolve)(inputs.destination ?? (0,external_node_path_.join)((0,runner_temp/* runnerTemp */.X)(), 'node-images'));
    await (0,promises_.mkdir)(folder, { recursive: true });
    const indexPath = (0,external_node_path_.join)(folder, `${inputs['index-name']}.json`);
    const checksumsPath = (0,external_node_path_.join)(folder, `${inputs['index-name']}.SHA256SUMS`);
    await (0,promises_.writeFile)(indexPath, `${JSON.stringify(indexOf(images, run), null, 2)}\n`);
    await (0,promises_.writeFile)(checksumsPath, checksumLines(images));
    return { 'index-path': indexPath, 'checksums-path': checksumsPath };
}
function idsByStatus(images) {
    const ids = (wanted) => JSON.stringify(images.filter(({ status }) => status === wanted).map(({ id }) => id));
    const [built, reused, failed] = [ids('built'), ids('reused'), ids('failed')];
    return { built, reused, failed, cancelled: ids('cancelled'), skipped: ids('skipped') };
}
async function promote({ records }, run, { inputs, log }) {
    if (!inputs.promote || !(0,plan_record/* mayUseRecords */.JS)(process.env['GITHUB_EVENT_NAME']))
        return 0;
    return (0,build_log/* inGroup */.H)(log, 'Promote the records', async () => {
        let promoted = 0;
        for (const record of records) {
            const existing = run.artifacts.find(({ name }) => name === (0,plan_record/* recordName */.xD)(record));
            if (existing !== undefined && (await run.text(existing)) === (0,upload_record/* recordText */.Pe)(record))
                continue;
            if ((await (0,upload_record/* uploadRecord */.nT)(record, inputs['retention-days'], log)) !== undefined)
                promoted += 1;
        }
        return promoted;
    });
}
function refuseProblems({ problems }) {
    if (problems.length === 0)
        return;
    throw new action_error/* ActionError */.l('Images that were uploaded are not there as they were built.', {
        problems,
        why: 'Somebody deleted or replaced them after the upload, or two jobs built the same image.',
        fix: 'Look who may write artifacts of this run, then build again. No record was promoted for them.',
    });
}


/***/ }),

/***/ 84274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ journeys),
/* harmony export */   s: () => (/* binding */ nextStep)
/* harmony export */ });
/* harmony import */ var _plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96662);
/* harmony import */ var _runner_docs_link_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20261);


const usages = {
    vsphere: {
        say: ({ spec, channel }) => {
            const [os, eksdRelease] = (0,_plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .templateTags */ .CL)(spec.os, channel.eksdRelease);
            return [
                'Import the OVA into vSphere as a template and attach two tags: ',
                { code: os },
                ' and ',
                { code: eksdRelease },
                '. Then set `template` in `VSphereMachineConfig`.',
            ];
        },
        page: { path: 'docs/journeys/vsphere-nightly.md', title: 'From the image to a vSphere cluster' },
    },
    baremetal: {
        say: () => [
            'Put the file on a web server that your machines reach, and set `osImageURL` to its URL. ',
            'Keep the file name: EKS Anywhere looks for the Kubernetes version in the URL.',
        ],
        page: { path: 'docs/journeys/bare-metal.md', title: 'From the image to a bare-metal cluster' },
    },
    nutanix: {
        say: () => 'The image needs a name in Prism with the Kubernetes version in it. Then set `image` in `NutanixMachineConfig`.',
    },
    cloudstack: {
        say: () => 'Register the file as a template with the Kubernetes version in its name. Then set `template` in `CloudStackMachineConfig`.',
    },
    ami: {
        say: () => 'Bring the AMI to every Snow device. Then set `amiID` in `SnowMachineConfig` to its id there.',
        page: { path: 'docs/journeys/snow-to-s3.md', title: 'From the AMI to Snow devices' },
    },
};
const journeys = _plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .hypervisors */ .j9.flatMap((hypervisor) => {
    const { page } = usages[hypervisor];
    return page === undefined ? [] : [{ hypervisor, path: page.path }];
});
function nextStep(image, isAirGapped = false) {
    const { say, page } = usages[image.spec.hypervisor];
    const links = [
        ...(page ? [page] : []),
        ...(isAirGapped ? [{ path: 'docs/journeys/air-gapped-ghes.md', title: 'On an air-gapped site' }] : []),
    ].flatMap(({ path, title }) => {
        const href = (0,_runner_docs_link_js__WEBPACK_IMPORTED_MODULE_1__/* .docsLink */ ._)(path);
        return href === undefined ? [] : [' ', { text: title, href }, '.'];
    });
    return { line: [{ strong: 'Next: use it.' }, ' ', say(image), ...links] };
}


/***/ }),

/***/ 39849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MZ: () => (/* binding */ recordToKeep),
/* harmony export */   Pe: () => (/* binding */ recordText),
/* harmony export */   nT: () => (/* binding */ uploadRecord)
/* harmony export */ });
/* harmony import */ var _plan_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78554);
/* harmony import */ var _runner_artifacts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75324);


function recordToKeep(request) {
    const { fingerprint, artifact, image } = request;
    if (fingerprint === undefined || artifact === undefined || image.format === 'ami')
        return undefined;
    if (!(0,_plan_record_js__WEBPACK_IMPORTED_MODULE_0__/* .mayUseRecords */ .JS)(process.env['GITHUB_EVENT_NAME']))
        return undefined;
    const { GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT } = process.env;
    return (0,_plan_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)({
        ...request,
        fingerprint,
        artifact,
        run: {
            repository: GITHUB_REPOSITORY ?? '',
            id: GITHUB_RUN_ID ?? '',
            attempt: Number(GITHUB_RUN_ATTEMPT ?? 1),
        },
        builtAt: new Date(),
    });
}
function uploadRecord(record, retentionDays, log) {
    const name = (0,_plan_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordName */ .xD)(record);
    const text = recordText(record);
    return (0,_runner_artifacts_js__WEBPACK_IMPORTED_MODULE_1__/* .uploadDocument */ .XX)({ what: 'The record for later plans', name, text, retentionDays }, log);
}
function recordText(record) {
    return `${JSON.stringify(record, null, 2)}\n`;
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

/***/ 96662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $o: () => (/* binding */ operatingSystemNames),
/* harmony export */   CL: () => (/* binding */ templateTags),
/* harmony export */   LX: () => (/* binding */ builders),
/* harmony export */   T_: () => (/* binding */ operatingSystemAliases),
/* harmony export */   WU: () => (/* binding */ hypervisorAliases),
/* harmony export */   Xr: () => (/* binding */ firmwares),
/* harmony export */   _o: () => (/* binding */ imageExtensions),
/* harmony export */   eG: () => (/* binding */ firmwareNames),
/* harmony export */   er: () => (/* binding */ operatingSystems),
/* harmony export */   iA: () => (/* binding */ firmwareAliases),
/* harmony export */   ik: () => (/* binding */ hypervisorNames),
/* harmony export */   j9: () => (/* binding */ hypervisors),
/* harmony export */   p1: () => (/* binding */ nodeImageId),
/* harmony export */   r4: () => (/* binding */ builtSystems)
/* harmony export */ });
const operatingSystems = ['ubuntu', 'redhat', 'bottlerocket'];
const hypervisors = ['vsphere', 'baremetal', 'nutanix', 'cloudstack', 'ami'];
const builtSystems = ['ubuntu', 'redhat'];
const firmwares = ['bios', 'efi'];
const builders = ['iso', 'clone'];
const operatingSystemAliases = { rhel: 'redhat', 'red-hat': 'redhat' };
const hypervisorAliases = {
    metal: 'baremetal',
    'bare-metal': 'baremetal',
    tinkerbell: 'baremetal',
    vmware: 'vsphere',
    snow: 'ami',
};
const firmwareAliases = { uefi: 'efi' };
const hypervisorNames = {
    vsphere: 'vSphere',
    baremetal: 'bare metal',
    nutanix: 'Nutanix',
    cloudstack: 'CloudStack',
    ami: 'AMI (Snow)',
};
const operatingSystemNames = {
    ubuntu: 'Ubuntu',
    redhat: 'RHEL',
    bottlerocket: 'Bottlerocket',
};
const firmwareNames = { bios: 'BIOS', efi: 'UEFI' };
function templateTags(os, eksdRelease) {
    return [`os:${os}`, `eksdRelease:${eksdRelease}`];
}
const imageExtensions = {
    baremetal: 'gz',
    vsphere: 'ova',
    nutanix: 'img',
    cloudstack: 'qcow2',
    ami: 'json',
};
function nodeImageId(spec) {
    return [
        spec.os,
        spec.osVersion?.replaceAll('.', ''),
        spec.firmware,
        spec.builder === 'clone' ? 'clone' : undefined,
        spec.hypervisor,
        spec.releaseChannel,
        spec.eksaVersion,
    ]
        .filter((part) => part !== undefined && part !== '')
        .join('-')
        .replaceAll('+', '_');
}


/***/ }),

/***/ 22358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ parseIndex),
/* harmony export */   runIndex: () => (/* binding */ runIndex)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const runIndex = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    eksaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    run: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        repository: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        attempt: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(),
        url: zod__WEBPACK_IMPORTED_MODULE_0__/* .url */ .OZ5(),
    }),
    cells: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['built', 'reused', 'failed', 'cancelled', 'skipped']),
        reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
        cause: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
        fileName: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
        sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
        size: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().optional(),
        artifactUrl: zod__WEBPACK_IMPORTED_MODULE_0__/* .url */ .OZ5().optional(),
        jobUrl: zod__WEBPACK_IMPORTED_MODULE_0__/* .url */ .OZ5().optional(),
        fingerprint: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    })),
});
function parseIndex(text) {
    try {
        return runIndex.safeParse(JSON.parse(text)).data;
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 83211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fe: () => (/* binding */ exactSize),
/* harmony export */   _u: () => (/* binding */ sizeInWords),
/* harmony export */   ji: () => (/* binding */ durationInWords)
/* harmony export */ });
const units = [
    { name: 'GB', bytes: 1e9, digits: 1 },
    { name: 'MB', bytes: 1e6, digits: 0 },
    { name: 'kB', bytes: 1e3, digits: 0 },
];
function sizeInWords(bytes) {
    const unit = units.find((candidate) => bytes >= candidate.bytes * 0.9995);
    return unit === undefined ? `${bytes} bytes` : `${(bytes / unit.bytes).toFixed(unit.digits)} ${unit.name}`;
}
function exactSize(bytes) {
    const words = sizeInWords(bytes);
    return words.endsWith('bytes') ? words : `${words} (${bytes.toLocaleString('en-US')} bytes)`;
}
function durationInWords(seconds) {
    const whole = Math.round(seconds);
    const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
    const parts = [
        hours > 0 && `${hours} h`,
        (hours > 0 || minutes > 0) && `${minutes} min`,
        `${whole % 60} s`,
    ];
    return parts.filter((part) => part !== false).join(' ');
}


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
