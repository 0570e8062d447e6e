export const id = 563;
export const ids = [563,724];
export const modules = {

/***/ 48563:
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
;// CONCATENATED MODULE: ./build/image/image-index.js
function collectRun(facts) {
    const problems = [];
    const records = [];
    const built = facts.cells.map(({ id, name }) => {
        const failed = (cause) => ({ id, name, status: 'failed', cause });
        const outcome = facts.outcomes.get(id);
        if (outcome === undefined)
            return failed(noOutcome);
        if (outcome.result === 'failed')
            return failed(outcome.cause);
        const problem = missingImage(outcome, facts.artifacts);
        if (problem !== undefined) {
            problems.push(`${id}: ${problem}`);
            return failed(problem);
        }
        if (outcome.record !== undefined && isOf(outcome.record, outcome))
            records.push(outcome.record);
        return { name, ...indexed(outcome, facts) };
    });
    return {
        images: [...built, ...facts.reused.map(reusedImage), ...facts.skipped.map(skippedImage)],
        records,
        problems,
    };
}
const noOutcome = 'it left no outcome: its job was cancelled, did not start, or failed before the action read its inputs';
function missingImage({ image }, artifacts) {
    if (image.artifactId === undefined)
        return undefined;
    const artifact = artifacts.find(({ id }) => id === image.artifactId);
    if (artifact === undefined || artifact.name !== image.fileName)
        return 'its image is not among the artifacts of this run';
    const digest = artifact.digest?.replace('sha256:', '');
    if (!image.isZipped && digest !== undefined && digest !== image.sha256)
        return `the artifact of its image has sha256 ${digest}, but ${image.sha256} was built`;
    return undefined;
}
function isOf(record, { id, image }) {
    return (image.artifactId !== undefined &&
        record.id === id &&
        record.image.artifactId === image.artifactId &&
        record.image.sha256 === image.sha256);
}
function indexed({ id, image, kubeVersion, eksdRelease, templateTags, provenance, record }, { artifacts, runUrl }) {
    const { fileName, sha256, size, format, artifactId } = image;
    const hasProvenance = artifacts.some(({ name }) => name === provenance);
    return {
        id,
        status: 'built',
        ...{ fileName, sha256, size, format, kubeVersion, eksdRelease, templateTags },
        ...(artifactId !== undefined && { artifactId, artifactUrl: `${runUrl}/artifacts/${artifactId}`, runUrl }),
        ...(record && { fingerprint: record.fingerprint }),
        ...(hasProvenance && provenance !== undefined && { provenance }),
    };
}
function reusedImage(image) {
    const { id, fingerprint, fileName, sha256, size, artifactId, runUrl, expiresAt } = image;
    return {
        ...{ id, name: id, status: 'reused', reason: `unchanged since ${image.builtAt.slice(0, 10)}` },
        ...{ fingerprint, fileName, sha256, size, artifactId, runUrl, expiresAt },
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
// EXTERNAL MODULE: ./build/runner/artifacts.js
var runner_artifacts = __webpack_require__(75324);
// EXTERNAL MODULE: ./build/runner/run-artifacts.js
var run_artifacts = __webpack_require__(94724);
// EXTERNAL MODULE: ./build/runner/runner-temp.js
var runner_temp = __webpack_require__(74872);
// EXTERNAL MODULE: ./build/runner/summary.js
var summary = __webpack_require__(61115);
// EXTERNAL MODULE: ./build/actions/upload-record.js
var upload_record = __webpack_require__(39849);
;// CONCATENATED MODULE: ./build/actions/collect-images.js













async function collectImages(context) {
    const { inputs, log, secrets } = context;
    const skipped = inputs['plan-file'] === undefined ? [] : (0,collected_inputs/* parseSkipped */.CU)(await readPlan(inputs['plan-file']));
    const run = await (0,run_artifacts.openRunArtifacts)();
    const outcomes = await (0,build_log/* inGroup */.H)(log, 'Read what the cells left', () => readOutcomes(inputs.cells, run, log));
    const thisRun = runFacts();
    const runUrl = thisRun.url;
    const { artifacts } = run;
    const { cells, reused } = inputs;
    const collected = collectRun({ cells, outcomes, artifacts, reused, skipped, runUrl });
    const paths = await writeIndex(collected.images, inputs, thisRun);
    const outputs = { ...paths, ...idsByStatus(collected.images) };
    context.setOutputs(outputs);
    await (0,build_log/* inGroup */.H)(log, 'Upload the index', async () => {
        for (const [what, path] of [
            ['The index', paths['index-path']],
            ['The file of checksums', paths['checksums-path']],
        ])
            await (0,runner_artifacts/* uploadBeside */.gc)({ what, path, retentionDays: inputs['retention-days'] }, log);
    });
    const promoted = await promote(collected, run, context);
    await (0,summary/* writeSummaryTables */.pg)(`Node images: ${inputs['index-name']}`, [tableOf(collected.images)], secrets);
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
function runFacts() {
    const { GITHUB_SERVER_URL, GITHUB_REPOSITORY = '', GITHUB_RUN_ID = '', GITHUB_RUN_ATTEMPT } = process.env;
    const url = `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`;
    return { repository: GITHUB_REPOSITORY, id: GITHUB_RUN_ID, attempt: Number(GITHUB_RUN_ATTEMPT ?? 1), url };
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
    return { built: ids('built'), reused: ids('reused'), failed: ids('failed'), skipped: ids('skipped') };
}
async function promote({ records }, run, { inputs, log }) {
    if (!inputs.promote || !(0,plan_record/* mayUseRecords */.JS)(process.env['GITHUB_EVENT_NAME']))
        return 0;
    const wanted = records.filter((record) => {
        const existing = run.artifacts.find(({ name }) => name === (0,plan_record/* recordName */.xD)(record));
        return existing === undefined || existing.id < (record.image.artifactId ?? 0);
    });
    await (0,build_log/* inGroup */.H)(log, 'Promote the records', async () => {
        for (const record of wanted)
            await (0,upload_record/* uploadRecord */.n)(record, inputs['retention-days'], log);
    });
    return wanted.length;
}
const marks = { built: '🔨 built', reused: '♻️ reused', failed: '❌ failed', skipped: '➖ skipped' };
function tableOf(images) {
    return {
        head: ['Image', '', 'Size', 'sha256', 'Kubernetes', 'Where, or why not'],
        rows: images.map((image) => [
            image.fileName ?? image.id,
            marks[image.status],
            image.size === undefined ? '' : `${(image.size / 1024 ** 2).toFixed(0)} MiB`,
            image.sha256 ?? '',
            image.kubeVersion ?? '',
            whereOf(image),
        ]),
    };
}
function whereOf({ artifactUrl, reason, cause, status, expiresAt }) {
    if (artifactUrl === undefined)
        return cause ?? reason ?? 'not uploaded';
    const until = status === 'reused' && expiresAt ? `, until ${expiresAt.slice(0, 10)}` : '';
    return { text: `artifact${until}`, href: artifactUrl };
}
function refuseProblems({ problems }) {
    if (problems.length === 0)
        return;
    throw new action_error/* ActionError */.l('Images that were uploaded are not there as they were built.', {
        problems,
        why: 'Somebody deleted or replaced them after the upload, or two jobs built the same cell.',
        fix: 'Look who may write artifacts of this run, then build again. No record was promoted for them.',
    });
}


/***/ }),

/***/ 39849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ recordToKeep),
/* harmony export */   n: () => (/* binding */ uploadRecord)
/* harmony export */ });
/* harmony import */ var _plan_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78554);
/* harmony import */ var _runner_artifacts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75324);


function recordToKeep(request) {
    const { fingerprint, artifact } = request;
    if (fingerprint === undefined || artifact === undefined)
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
async function uploadRecord(record, retentionDays, log) {
    const name = (0,_plan_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordName */ .xD)(record);
    const text = `${JSON.stringify(record, null, 2)}\n`;
    await (0,_runner_artifacts_js__WEBPACK_IMPORTED_MODULE_1__/* .uploadDocument */ .XX)({ what: 'The record for later plans', name, text, retentionDays }, log);
}


/***/ }),

/***/ 53241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wm: () => (/* binding */ outcomeName),
/* harmony export */   _M: () => (/* binding */ parseOutcome)
/* harmony export */ });
/* unused harmony export cellOutcome */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _plan_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78554);


const common = {
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    run: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), attempt: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive() }),
};
const cellOutcome = zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt('result', [
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        ...common,
        result: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('built'),
        eksaVersion: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        releaseChannel: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        kubeVersion: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        eksdRelease: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        templateTags: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
        image: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
            fileName: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
            sha256: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
            size: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
            format: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
            artifactId: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().optional(),
            isZipped: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
        }),
        provenance: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
        record: _plan_record_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeImageRecord */ .lx.optional(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ...common, result: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('failed'), cause: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
]);
function outcomeName(id) {
    return `${id}.outcome.json`;
}
function parseOutcome(text, id) {
    try {
        const outcome = cellOutcome.safeParse(JSON.parse(text)).data;
        return outcome?.id === id ? outcome : undefined;
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return undefined;
        throw error;
    }
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

/***/ 78554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JS: () => (/* binding */ mayUseRecords),
  lx: () => (/* binding */ nodeImageRecord),
  sr: () => (/* binding */ parseFingerprint),
  Bh: () => (/* binding */ recordKinds),
  xD: () => (/* binding */ recordName),
  zv: () => (/* binding */ recordOf)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(43759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/iso.js



function datetime(params) {
    return api/* _isoDateTime */.G1(schemas/* ZodISODateTime */.You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}

// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
;// CONCATENATED MODULE: ./build/plan/record.js


const fingerprintPattern = /^[0-9a-f]{16,64}$/;
const recordKinds = ['final', 'candidate'];
function parseFingerprint(text) {
    if (fingerprintPattern.test(text))
        return text;
    throw new action_error/* ActionError */.l(`\`${text}\` is no fingerprint.`, {
        fix: 'Pass on what `plan-node-images` put into the cell, or leave it out.',
    });
}
const nodeImageRecord = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    id: schemas/* string */.YjP().min(1),
    fingerprint: schemas/* string */.YjP().regex(fingerprintPattern),
    eksaVersion: schemas/* string */.YjP(),
    bundleNumber: schemas/* int */.Whr().positive(),
    releaseChannel: schemas/* string */.YjP(),
    eksdRelease: schemas/* string */.YjP(),
    signature: schemas/* enum */.k5n(['verified', 'unsigned', 'skipped']),
    image: schemas/* strictObject */.rej({
        fileName: schemas/* string */.YjP(),
        sha256: schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/),
        size: schemas/* int */.Whr().nonnegative(),
        artifactId: schemas/* int */.Whr().optional(),
        artifactUrl: schemas/* url */.OZ5().optional(),
    }),
    run: schemas/* strictObject */.rej({ repository: schemas/* string */.YjP(), id: schemas/* string */.YjP(), attempt: schemas/* int */.Whr().positive() }),
    builtAt: datetime(),
});
function recordName(record) {
    return `${record.id}.${record.fingerprint}.record.json`;
}
function recordOf(facts) {
    const { spec, release, image, artifact } = facts;
    return {
        schemaVersion: 1,
        id: spec.id,
        fingerprint: facts.fingerprint,
        eksaVersion: spec.eksaVersion,
        bundleNumber: release.bundleNumber,
        releaseChannel: spec.releaseChannel,
        eksdRelease: facts.channel.eksdRelease,
        signature: release.signature,
        image: {
            fileName: image.fileName,
            sha256: image.sha256,
            size: image.size,
            ...(artifact && { artifactId: artifact.id, artifactUrl: artifact.url }),
        },
        run: facts.run,
        builtAt: facts.builtAt.toISOString(),
    };
}
function mayUseRecords(eventName) {
    return eventName !== undefined && !/^pull_request/.test(eventName);
}


/***/ }),

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
        log.info(`An earlier attempt of this run uploaded ${name}; replacing it.`);
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
                return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file), 'utf8');
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


/***/ }),

/***/ 61115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   cc: () => (/* binding */ writeGantt),
/* harmony export */   pg: () => (/* binding */ writeSummaryTables),
/* harmony export */   rm: () => (/* binding */ writeSummaryText)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89711);


async function writeSummary(title, facts, secrets) {
    const rows = facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => `| ${cell(name)} | ${cell(secrets.redact(String(value)))} |`);
    await writeSummaryText([`### ${title}`, '', '| | |', '|---|---|', ...rows, ''].join('\n'), secrets);
}
async function writeSummaryText(markdown, secrets) {
    if (!process.env['GITHUB_STEP_SUMMARY'])
        return;
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addRaw(secrets.redact(markdown), true).write();
    }
    catch (error) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(`The job summary was not written: ${(0,_action_error_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .g)(error)}`);
    }
}
function cell(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('|', '\\|')
        .replace(/\s*\n\s*/g, ' ');
}
async function writeSummaryTables(title, tables, secrets) {
    const line = (cells) => `| ${cells.map((value) => linkedCell(value, secrets)).join(' | ')} |`;
    const parts = tables
        .filter(({ rows }) => rows.length > 0)
        .map(({ lead, head, rows }) => [
        ...(lead === undefined ? [] : [cell(secrets.redact(lead)), '']),
        ...[line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line), ''],
    ].join('\n'));
    const heading = title === '' ? [] : [`### ${title}`, ''];
    await writeSummaryText([...heading, ...parts].join('\n'), secrets);
}
function linkedCell(value, secrets) {
    if (typeof value === 'string')
        return cell(secrets.redact(value));
    return `[${cell(secrets.redact(value.text))}](${encodeURI(value.href)})`;
}
async function writeGantt(title, spans, secrets) {
    if (!process.env['GITHUB_STEP_SUMMARY'] || spans.length === 0)
        return;
    let start = 0;
    const lines = spans.map(({ name, seconds }, index) => {
        const length = Math.max(1, Math.round(seconds));
        const line = `    ${name.replace(/[:;#,]/g, ' ')} :t${index}, ${start}, ${start + length}`;
        start += length;
        return line;
    });
    const chart = ['gantt', '    dateFormat X', '    axisFormat %H:%M:%S', ...lines].join('\n');
    await writeSummaryText(['', cell(title), '', '```mermaid', chart, '```', ''].join('\n'), secrets);
}


/***/ })

};
