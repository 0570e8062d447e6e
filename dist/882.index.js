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
/* harmony import */ var _runner_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57131);




const collectInputs = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    cells: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .parsedBy */ .f3)(_image_collected_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .parseCells */ .fH),
    reused: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .parsedBy */ .f3)(_image_collected_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReused */ .eE).prefault('[]'),
    'plan-file': _runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.optional(),
    'index-name': zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .regex(/^[\w.-]+$/, { error: 'may have letters, digits, `.`, `_` and `-`' })
        .prefault('node-images'),
    promote: _runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt.prefault('true'),
    destination: _runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.optional(),
    'retention-days': (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)({ min: 1, max: 400 }).prefault('8'),
});
const collectOutputs = [
    'index-path',
    'checksums-path',
    'built',
    'reused',
    'failed',
    'skipped',
];
const collectNodeImages = (0,_runner_run_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'collect-node-images',
    inputs: collectInputs,
    outputs: collectOutputs,
    main: async (context) => (await __webpack_require__.e(/* import() */ 563).then(__webpack_require__.bind(__webpack_require__, 48563))).collectImages(context),
});


/***/ }),

/***/ 71199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ parseSkipped),
/* harmony export */   eE: () => (/* binding */ parseReused),
/* harmony export */   fH: () => (/* binding */ parseCells)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);


const id = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[\w.-]+$/);
const cellList = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id, name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional() })
    .transform((cell) => ({ id: cell.id, name: cell.name ?? cell.id })));
const cellsType = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ include: cellList }), cellList])
    .transform((matrix) => ('include' in matrix ? matrix.include : matrix));
const reusedType = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id,
    fingerprint: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    fileName: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
    size: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    runId: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    runUrl: zod__WEBPACK_IMPORTED_MODULE_1__/* .url */ .OZ5(),
    artifactId: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    artifactName: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    builtAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    expiresAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
}));
const planType = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    unsupported: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ image: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), reasons: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()) })),
    excluded: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J(),
});
function parseCells(text) {
    return parsed(cellsType, text, 'no matrix whose cells have an `id`', 'matrix');
}
function parseReused(text) {
    return parsed(reusedType, text, 'no list of reused images', 'reused');
}
function parseSkipped(text) {
    const { unsupported } = parsed(planType, text, 'no plan', 'plan-path');
    return unsupported.map(({ image, reasons }) => ({ id: image, reason: reasons.join('; ') }));
}
function parsed(type, text, what, output) {
    try {
        return type.parse(JSON.parse(text));
    }
    catch (cause) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`\`${text.slice(0, 40)}\` is ${what}.`, {
            fix: `Pass on the output \`${output}\` of \`plan-node-images\`.`,
            cause,
        });
    }
}


/***/ })

};
