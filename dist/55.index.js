export const id = 55;
export const ids = [55];
export const modules = {

/***/ 95055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   setupImageBuilder: () => (/* binding */ setupImageBuilder),
/* harmony export */   setupInputs: () => (/* binding */ setupInputs),
/* harmony export */   setupOutputs: () => (/* binding */ setupOutputs)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96662);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52266);
/* harmony import */ var _runner_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19951);
/* harmony import */ var _interface_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88857);





const machine = (0,_interface_js__WEBPACK_IMPORTED_MODULE_3__/* .hostInputs */ .ep)({ preflight: 'basic', kvm: 'auto' });
const setupInputs = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    ..._interface_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseInputs */ .zy,
    cell: _runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.optional(),
    os: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .fromCell */ .jj)((0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(_plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .operatingSystems */ .er, _plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .operatingSystemAliases */ .T_).prefault('ubuntu')),
    hypervisor: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .fromCell */ .jj)((0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(_plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .hypervisors */ .j9, _plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .hypervisorAliases */ .WU)),
    ..._interface_js__WEBPACK_IMPORTED_MODULE_3__/* .toolInputs */ .QY,
    preflight: machine.preflight,
    kvm: machine.kvm,
    'free-disk-gib': machine['free-disk-gib'],
});
const setupOutputs = [
    'image-builder-path',
    'image-builder-version',
    'packer-version',
    'ansible-version',
    'python-version',
    'cache-hit',
    'host',
    'toolchain-path',
];
const setupImageBuilder = (0,_runner_run_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'setup-image-builder',
    inputs: setupInputs,
    outputs: setupOutputs,
    main: async (context) => (await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(815), __webpack_require__.e(21), __webpack_require__.e(120), __webpack_require__.e(404), __webpack_require__.e(641), __webpack_require__.e(334), __webpack_require__.e(843), __webpack_require__.e(982)]).then(__webpack_require__.bind(__webpack_require__, 50816))).setUp(context),
    post: async (log) => (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(21), __webpack_require__.e(404), __webpack_require__.e(334)]).then(__webpack_require__.bind(__webpack_require__, 44334))).leaveMachine(log),
});


/***/ })

};
