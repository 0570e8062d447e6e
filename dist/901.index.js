export const id = 901;
export const ids = [901];
export const modules = {

/***/ 94901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   buildNodeImage: () => (/* binding */ buildNodeImage)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _runner_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19951);
/* harmony import */ var _interface_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88857);



const buildNodeImage = (0,_runner_run_js__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'build-node-image',
    inputs: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ ..._interface_js__WEBPACK_IMPORTED_MODULE_1__/* .buildInputs */ ._9, ...(0,_interface_js__WEBPACK_IMPORTED_MODULE_1__/* .hostInputs */ .ep)({ preflight: 'skip', kvm: 'skip' }) }),
    outputs: _interface_js__WEBPACK_IMPORTED_MODULE_1__/* .buildOutputs */ .JZ,
    diskNeed: 'a build needs about 50 GB',
    async main(context) {
        const { leavingCause } = await __webpack_require__.e(/* import() */ 206).then(__webpack_require__.bind(__webpack_require__, 52206));
        return leavingCause(context, async () => (await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(815), __webpack_require__.e(21), __webpack_require__.e(120), __webpack_require__.e(404), __webpack_require__.e(641), __webpack_require__.e(334), __webpack_require__.e(879), __webpack_require__.e(843), __webpack_require__.e(845)]).then(__webpack_require__.bind(__webpack_require__, 33845))).buildCell(context));
    },
    post: async (log) => (await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(815), __webpack_require__.e(21), __webpack_require__.e(120), __webpack_require__.e(404), __webpack_require__.e(641), __webpack_require__.e(334), __webpack_require__.e(879), __webpack_require__.e(843), __webpack_require__.e(845)]).then(__webpack_require__.bind(__webpack_require__, 33845))).cleanUp(log),
});


/***/ })

};
