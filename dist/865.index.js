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
/* harmony import */ var _plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96662);
/* harmony import */ var _release_resolve_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66120);
/* harmony import */ var _runner_summary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61115);
/* harmony import */ var _bottlerocket_image_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90036);
/* harmony import */ var _fetch_release_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(52192);
/* harmony import */ var _image_in_words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17389);








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
    const { inputs, log } = context;
    const idle = ofBuilds.filter((name) => inputs[name] !== undefined);
    if (idle.length > 0)
        log.info(`Bottlerocket is fetched, not built. These inputs have no effect on it: ${idle.join(', ')}.`);
    const hypervisor = fetchable(inputs);
    if (inputs['dry-run'])
        return showFetch(context);
    const outputs = await (0,_bottlerocket_image_js__WEBPACK_IMPORTED_MODULE_5__.bottlerocketImage)({
        ...context,
        inputs: { ...inputs, hypervisor },
        setOutputs: (found) => context.setOutputs(rootOutputs(found)),
    });
    return rootOutputs(outputs);
}
function fetchable({ hypervisor }) {
    const known = _bottlerocket_image_target_js__WEBPACK_IMPORTED_MODULE_1__/* .bottlerocketHypervisors */ .BO.find((name) => name === hypervisor);
    if (known !== undefined)
        return known;
    throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`There is no Bottlerocket for ${hypervisor}.`, {
        fix: `Choose ${_bottlerocket_image_target_js__WEBPACK_IMPORTED_MODULE_1__/* .bottlerocketHypervisors */ .BO.join(', ')}, or another \`os\`.`,
    });
}
async function showFetch({ inputs, log, secrets }) {
    const { release } = await (0,_fetch_release_js__WEBPACK_IMPORTED_MODULE_6__.fetchRelease)(inputs, log, secrets);
    const channel = (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_3__.findChannel)(release, inputs['release-channel']);
    const { kubeVersion, eksdRelease } = channel;
    log.info(`A dry run: Bottlerocket for ${inputs.hypervisor} and Kubernetes ${kubeVersion} would be fetched.`);
    await (0,_runner_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .writeSummary */ .Sy)([
        { heading: 'Dry run: nothing was fetched' },
        {
            head: ['Image', `Bottlerocket for ${_plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .hypervisorNames */ .ik[inputs.hypervisor]}`],
            rows: [
                ['Kubernetes', (0,_image_in_words_js__WEBPACK_IMPORTED_MODULE_7__/* .kubernetesInWords */ .Vx)(channel)],
                ['EKS Anywhere', (0,_image_in_words_js__WEBPACK_IMPORTED_MODULE_7__/* .releaseInWords */ .I4)(release)],
            ],
        },
    ], secrets);
    return { 'eks-a-version': release.version, 'kube-version': kubeVersion, 'eksd-release': eksdRelease };
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
