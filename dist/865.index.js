export const id = 865;
export const ids = [865];
export const modules = {

/***/ 72865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fetchCell: () => (/* binding */ fetchCell)
/* harmony export */ });
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);
/* harmony import */ var _bottlerocket_image_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63412);
/* harmony import */ var _bottlerocket_image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90887);



const ofBuilds = [
    'os-version',
    'firmware',
    'builder',
    'config',
    'config-file',
    'additional-files',
    'proxy-in-image',
    'http-ip',
];
async function fetchCell(context) {
    const { inputs } = context;
    const hypervisor = fetchable(inputs);
    const outputs = await (0,_bottlerocket_image_js__WEBPACK_IMPORTED_MODULE_2__.bottlerocketImage)({
        ...context,
        inputs: { ...inputs, hypervisor },
        setOutputs: (found) => context.setOutputs(rootOutputs(found)),
    });
    return rootOutputs(outputs);
}
function fetchable(inputs) {
    const given = ofBuilds.filter((name) => inputs[name] !== undefined);
    const hypervisor = _bottlerocket_image_target_js__WEBPACK_IMPORTED_MODULE_1__/* .bottlerocketHypervisors */ .BO.find((known) => known === inputs.hypervisor);
    const problems = [
        ...given.map((name) => `\`${name}\`: has no effect on Bottlerocket`),
        ...(hypervisor === undefined
            ? [
                `\`hypervisor\`: there is no Bottlerocket for ${inputs.hypervisor}; choose ${_bottlerocket_image_target_js__WEBPACK_IMPORTED_MODULE_1__/* .bottlerocketHypervisors */ .BO.join(', ')}`,
            ]
            : []),
        ...(inputs['dry-run'] ? ['`dry-run`: shows builds; Bottlerocket is not built'] : []),
    ];
    if (problems.length > 0 || hypervisor === undefined) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('Bottlerocket is fetched as it is, not built.', {
            problems,
            fix: 'Leave these inputs out of the cell, or choose another `os`.',
        });
    }
    return hypervisor;
}
function rootOutputs({ path, 'file-name': fileName, image, ...others }) {
    return {
        ...others,
        'image-path': path,
        'image-name': fileName,
        images: image && `[${image}]`,
    };
}


/***/ })

};
