export const id = 358;
export const ids = [358];
export const modules = {

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


/***/ })

};
