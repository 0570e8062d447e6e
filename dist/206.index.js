export const id = 206;
export const ids = [206];
export const modules = {

/***/ 52206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ uploadBuiltOutcome),
/* harmony export */   leavingCause: () => (/* binding */ leavingCause)
/* harmony export */ });
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);
/* harmony import */ var _image_cell_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53241);
/* harmony import */ var _runner_artifacts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75324);



const longestCause = 2000;
async function uploadBuiltOutcome(facts, inputs, log) {
    if (inputs.cell === undefined)
        return;
    await upload({ schemaVersion: 1, result: 'built', run: thisRun(), ...facts }, inputs, log);
}
async function leavingCause({ inputs, log, secrets, signal }, work) {
    try {
        return await work();
    }
    catch (error) {
        const id = idOf(inputs.cell);
        if (id !== undefined && !signal.aborted) {
            const text = error instanceof _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l ? [error.headline, ...error.problems].join(' ') : (0,_action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .g)(error);
            const cause = secrets.redact(text).slice(0, longestCause);
            await upload({ schemaVersion: 1, id, result: 'failed', cause, run: thisRun() }, inputs, log);
        }
        throw error;
    }
}
async function upload(outcome, inputs, log) {
    const document = {
        what: 'The outcome of the build, for collect-node-images,',
        name: (0,_image_cell_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .outcomeName */ .Wm)(outcome.id),
        text: `${JSON.stringify(outcome, null, 2)}\n`,
        retentionDays: inputs['retention-days'],
    };
    await (0,_runner_artifacts_js__WEBPACK_IMPORTED_MODULE_2__/* .uploadDocument */ .XX)(document, log);
}
function thisRun() {
    return { id: process.env['GITHUB_RUN_ID'] ?? '', attempt: Number(process.env['GITHUB_RUN_ATTEMPT'] ?? 1) };
}
function idOf(cell) {
    if (cell === undefined)
        return undefined;
    const { id } = (JSON.parse(cell) ?? {});
    return typeof id === 'string' && /^[\w.-]+$/.test(id) ? id : undefined;
}


/***/ }),

/***/ 53241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MH: () => (/* binding */ plainName),
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
const plainName = /^[\w.+-]+$/;
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
            fileName: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(plainName),
            sha256: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
            size: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
            format: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
            artifactId: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().optional(),
            isZipped: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
        })
            .optional(),
        amis: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ region: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })).optional(),
        remoteName: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
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


/***/ })

};
