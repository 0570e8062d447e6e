export const id = 882;
export const ids = [882];
export const modules = {

/***/ 46882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   collectInputs: () => (/* binding */ collectInputs),
/* harmony export */   collectNodeImages: () => (/* binding */ collectNodeImages),
/* harmony export */   collectOutputs: () => (/* binding */ collectOutputs)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _image_collected_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71199);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52266);
/* harmony import */ var _runner_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97525);




const collectInputs = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    cells: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .parsedBy */ .f3)(_image_collected_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .parseCells */ .fH, 'JSON'),
    reused: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .parsedBy */ .f3)(_image_collected_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReused */ .eE, 'JSON').prefault('[]'),
    'plan-file': _runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .filePath */ .s$.optional(),
    'index-name': zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .regex(/^[\w.-]+$/, { error: 'may have letters, digits, `.`, `_` and `-`' })
        .prefault('node-images'),
    promote: _runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt.prefault('true'),
    destination: _runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .filePath */ .s$.optional(),
    'retention-days': (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)({ min: 1, max: 400 }).prefault('8'),
    'github-token': _runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.prefault('${{ github.token }}'),
    'ca-bundle': _runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .filePath */ .s$.optional(),
});
const collectOutputs = [
    'index-path',
    'checksums-path',
    'built',
    'reused',
    'failed',
    'cancelled',
    'skipped',
];
const collectNodeImages = (0,_runner_run_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'collect-node-images',
    inputs: collectInputs,
    outputs: collectOutputs,
    main: async (context) => (await __webpack_require__.e(/* import() */ 80).then(__webpack_require__.bind(__webpack_require__, 11080))).collectImages(context),
});


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


/***/ }),

/***/ 71199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ parseSkipped),
/* harmony export */   eE: () => (/* binding */ parseReused),
/* harmony export */   fH: () => (/* binding */ parseCells)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);
/* harmony import */ var _cell_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53241);



const id = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[\w.-]+$/);
const cellList = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ id, name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(), fingerprint: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional() })
    .transform(({ id, name = id, fingerprint }) => ({ id, name, ...(fingerprint && { fingerprint }) })));
const cellsType = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ include: cellList }), cellList])
    .transform((matrix) => ('include' in matrix ? matrix.include : matrix));
const reusedType = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id,
    fingerprint: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    fileName: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(_cell_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .plainName */ .MH),
    sha256: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
    size: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    eksdRelease: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    runId: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    runUrl: zod__WEBPACK_IMPORTED_MODULE_2__/* .url */ .OZ5(),
    artifactId: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    artifactName: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    builtAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    expiresAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
}));
const planType = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    unsupported: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ image: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), reasons: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()) })),
    excluded: zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J(),
});
function parseCells(text) {
    return parsed(cellsType, text, 'a matrix whose entries have an `id`', 'matrix');
}
function parseReused(text) {
    return parsed(reusedType, text, 'a list of reused images', 'reused');
}
function parseSkipped(text) {
    const { unsupported } = parsed(planType, text, 'a plan', 'plan-path');
    return unsupported.map(({ image, reasons }) => ({ id: image, reason: reasons.join('; ') }));
}
function parsed(type, text, what, output) {
    try {
        return type.parse(JSON.parse(text));
    }
    catch (cause) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`\`${text.slice(0, 40)}\` is not the output of \`plan-node-images\`: it is not ${what}.`, {
            fix: `Pass on the output \`${output}\` of \`plan-node-images\`.`,
            cause,
        });
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
        fix: 'Pass one whole image of the matrix, `cell: ${{ toJSON(matrix) }}`, or leave `fingerprint` out.',
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


/***/ })

};
