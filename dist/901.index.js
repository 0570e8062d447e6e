export const id = 901;
export const ids = [901];
export const modules = {

/***/ 94901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   buildNodeImage: () => (/* binding */ buildNodeImage)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74528);
/* harmony import */ var _runner_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57131);
/* harmony import */ var _build_cell_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7119);
/* harmony import */ var _common_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20877);




const buildNodeImage = (0,_runner_run_js__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'build-node-image',
    inputs: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc(_common_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .buildInputs */ ._),
    outputs: _build_cell_js__WEBPACK_IMPORTED_MODULE_1__/* .buildOutputs */ .JZ,
    main: _build_cell_js__WEBPACK_IMPORTED_MODULE_1__/* .buildCell */ .Lu,
    post: _build_cell_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanUp */ .nY,
});


/***/ })

};
