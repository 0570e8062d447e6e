export const id = 906;
export const ids = [906,73];
export const modules = {

/***/ 53073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fetchBottlerocket: () => (/* binding */ fetchBottlerocket),
/* harmony export */   fetchInputs: () => (/* binding */ fetchInputs),
/* harmony export */   fetchOutputs: () => (/* binding */ fetchOutputs),
/* harmony export */   repositoryInputs: () => (/* binding */ repositoryInputs)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(92857);
/* harmony import */ var _bottlerocket_image_target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63412);
/* harmony import */ var _plan_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78554);
/* harmony import */ var _release_release_channel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52073);
/* harmony import */ var _runner_artifacts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75324);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52266);
/* harmony import */ var _runner_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19951);
/* harmony import */ var _interface_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88857);








const hypervisorAliases = {
    vmware: 'vsphere',
    metal: 'baremetal',
    'bare-metal': 'baremetal',
    tinkerbell: 'baremetal',
    snow: 'ami',
};
const repositoryInputs = {
    source: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL)(['tuf', 'bundle', 'auto']).prefault('tuf'),
    'bottlerocket-version': (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .fromCell */ .jj)((0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .parsedBy */ .f3)(_bottlerocket_image_target_js__WEBPACK_IMPORTED_MODULE_0__/* .bottlerocketVersion */ .z0).optional()),
    compression: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL)(['gzip', 'lz4', 'none']).optional(),
    'compression-level': (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .wholeNumber */ .rD)({ min: 1, max: 9 }).prefault('6'),
    root: _runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq.optional(),
    'metadata-url': (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .parsedBy */ .f3)(folderUrl).optional(),
    'targets-url': (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .parsedBy */ .f3)(folderUrl).optional(),
    'allow-expired-repo': _runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .flag */ .Jt.prefault('false'),
    cache: _runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .flag */ .Jt.prefault('true'),
};
const fetchInputs = zod__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({
    ..._interface_js__WEBPACK_IMPORTED_MODULE_6__/* .releaseInputs */ .zy,
    cell: _runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq.optional(),
    'release-channel': (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .fromCell */ .jj)((0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .parsedBy */ .f3)(_release_release_channel_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReleaseChannel */ .g)),
    hypervisor: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .fromCell */ .jj)((0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL)(_bottlerocket_image_target_js__WEBPACK_IMPORTED_MODULE_0__/* .bottlerocketHypervisors */ .BO, hypervisorAliases)),
    destination: _runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq.optional(),
    ...repositoryInputs,
    'upload-artifact': (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL)(_runner_artifacts_js__WEBPACK_IMPORTED_MODULE_3__/* .uploadModes */ .yM, { true: 'raw', false: 'none' }).prefault('raw'),
    'retention-days': (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .wholeNumber */ .rD)({ min: 1, max: 400 }).prefault('8'),
    fingerprint: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .fromCell */ .jj)((0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .parsedBy */ .f3)(_plan_record_js__WEBPACK_IMPORTED_MODULE_1__/* .parseFingerprint */ .sr).optional()),
    record: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL)(_plan_record_js__WEBPACK_IMPORTED_MODULE_1__/* .recordKinds */ .Bh).prefault('final'),
});
const fetchOutputs = [
    'id',
    'path',
    'file-name',
    'sha256',
    'size',
    'image',
    'cache-hit',
    'bottlerocket-version',
    'variant',
    'template-tags',
    'source',
    'root-version',
    'eks-a-version',
    'kube-version',
    'eksd-release',
    'provenance-path',
    'artifact-id',
    'artifact-url',
];
const fetchBottlerocket = (0,_runner_run_js__WEBPACK_IMPORTED_MODULE_5__/* .defineAction */ .QP)({
    name: 'fetch-bottlerocket',
    inputs: fetchInputs,
    outputs: fetchOutputs,
    async main(context) {
        const { leavingCause } = await __webpack_require__.e(/* import() */ 206).then(__webpack_require__.bind(__webpack_require__, 52206));
        return leavingCause(context, async () => (await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(815), __webpack_require__.e(830), __webpack_require__.e(172), __webpack_require__.e(21), __webpack_require__.e(120), __webpack_require__.e(404), __webpack_require__.e(641), __webpack_require__.e(879), __webpack_require__.e(36)]).then(__webpack_require__.bind(__webpack_require__, 90036))).bottlerocketImage(context));
    },
});
function folderUrl(value) {
    const url = new URL((0,_interface_js__WEBPACK_IMPORTED_MODULE_6__/* .httpUrl */ .q3)(value));
    url.search = '';
    url.hash = '';
    if (!url.pathname.endsWith('/'))
        url.pathname += '/';
    return url;
}


/***/ }),

/***/ 49906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nodeImage: () => (/* binding */ nodeImage),
/* harmony export */   nodeImageInputs: () => (/* binding */ nodeImageInputs),
/* harmony export */   nodeImageOutputs: () => (/* binding */ nodeImageOutputs)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92857);
/* harmony import */ var _plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96662);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52266);
/* harmony import */ var _runner_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19951);
/* harmony import */ var _fetch_bottlerocket_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53073);
/* harmony import */ var _interface_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88857);






const nodeImageInputs = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    ..._interface_js__WEBPACK_IMPORTED_MODULE_4__/* .buildInputs */ ._9,
    os: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .fromCell */ .jj)((0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(_plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .operatingSystems */ .er, _plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .operatingSystemAliases */ .T_).prefault('ubuntu')),
    ...(0,_interface_js__WEBPACK_IMPORTED_MODULE_4__/* .hostInputs */ .ep)({ preflight: 'basic', kvm: 'auto' }),
    ..._fetch_bottlerocket_js__WEBPACK_IMPORTED_MODULE_3__.repositoryInputs,
});
const nodeImageOutputs = [
    ..._interface_js__WEBPACK_IMPORTED_MODULE_4__/* .buildOutputs */ .JZ,
    'bottlerocket-version',
    'variant',
    'source',
    'root-version',
    'cache-hit',
];
const nodeImage = (0,_runner_run_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'eks-anywhere-node-images',
    inputs: nodeImageInputs,
    outputs: nodeImageOutputs,
    diskNeed: 'a build needs about 50 GB, Bottlerocket the size of its image',
    async main(context) {
        const { leavingCause } = await __webpack_require__.e(/* import() */ 206).then(__webpack_require__.bind(__webpack_require__, 52206));
        const { os } = context.inputs;
        return leavingCause(context, async () => os === 'bottlerocket'
            ? (await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(815), __webpack_require__.e(830), __webpack_require__.e(172), __webpack_require__.e(21), __webpack_require__.e(120), __webpack_require__.e(404), __webpack_require__.e(641), __webpack_require__.e(879), __webpack_require__.e(36), __webpack_require__.e(865)]).then(__webpack_require__.bind(__webpack_require__, 72865))).fetchCell(context)
            : (await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(815), __webpack_require__.e(21), __webpack_require__.e(120), __webpack_require__.e(404), __webpack_require__.e(641), __webpack_require__.e(334), __webpack_require__.e(879), __webpack_require__.e(843), __webpack_require__.e(845)]).then(__webpack_require__.bind(__webpack_require__, 33845))).buildCell({ ...context, inputs: { ...context.inputs, os } }));
    },
    post: async (log) => (await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(815), __webpack_require__.e(21), __webpack_require__.e(120), __webpack_require__.e(404), __webpack_require__.e(641), __webpack_require__.e(334), __webpack_require__.e(879), __webpack_require__.e(843), __webpack_require__.e(845)]).then(__webpack_require__.bind(__webpack_require__, 33845))).cleanUp(log),
});


/***/ }),

/***/ 63412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ productionTargetsUrl),
/* harmony export */   BO: () => (/* binding */ bottlerocketHypervisors),
/* harmony export */   Bp: () => (/* binding */ variantOf),
/* harmony export */   EZ: () => (/* binding */ kinds),
/* harmony export */   F1: () => (/* binding */ findImage),
/* harmony export */   dm: () => (/* binding */ targetUrl),
/* harmony export */   kt: () => (/* binding */ metadataUrlOf),
/* harmony export */   z0: () => (/* binding */ bottlerocketVersion)
/* harmony export */ });
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);
/* harmony import */ var _nearest_match_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67526);


const bottlerocketHypervisors = ['vsphere', 'baremetal', 'ami'];
const kinds = {
    vsphere: { format: 'ova', variant: 'vmware', extension: 'ova', inWords: 'OVA' },
    baremetal: { format: 'raw', variant: 'metal', extension: 'img.lz4', inWords: 'bare-metal image' },
    ami: { format: 'ami', variant: 'aws', extension: 'img.lz4', inWords: 'image for Snow' },
};
const metadataBase = 'https://updates.bottlerocket.aws/2020-07-07/';
const productionTargetsUrl = 'https://updates.bottlerocket.aws/targets/';
function variantOf(hypervisor, channel) {
    return `${kinds[hypervisor].variant}-k8s-${channel.replace('-', '.')}`;
}
function metadataUrlOf(variant) {
    return new URL(`${variant}/x86_64/`, metadataBase);
}
function bottlerocketVersion(text) {
    const version = /^v?(\d+\.\d+\.\d+(?:-[0-9a-z]+)?)$/.exec(text.trim())?.[1];
    if (version !== undefined)
        return `v${version}`;
    throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`"${text}" is not a version of Bottlerocket.`, { fix: 'Write it as `v1.64.0`.' });
}
function findImage(targets, wanted) {
    const { extension } = kinds[wanted.hypervisor];
    const prefix = `bottlerocket-${wanted.variant}-x86_64-`;
    const name = `${prefix}${wanted.version}.${extension}`;
    const found = targets.get(name);
    if (found !== undefined)
        return found;
    const versions = [...targets.keys()]
        .filter((other) => other.startsWith(prefix) && other.endsWith(`.${extension}`))
        .map((other) => other.slice(prefix.length, -extension.length - 1))
        .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
    const near = (0,_nearest_match_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestMatch */ .G)(wanted.version, versions);
    throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`Bottlerocket has no signed image ${name}.`, {
        problems: [
            versions.length === 0
                ? `Among ${targets.size} signed files there is no image of this kind.`
                : `There are ${versions.slice(0, 10).join(', ')}${versions.length > 10 ? ` and ${versions.length - 10} older ones` : ''}.`,
        ],
        fix: `Choose one of them for \`bottlerocket-version\`${near ? `, perhaps ${near}` : ''}.`,
    });
}
function targetUrl(base, { name, sha256 }, consistentSnapshot) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._+-]*$/.test(name)) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`"${name}" is no plain file name, which is refused.`);
    }
    return new URL(consistentSnapshot ? `${sha256}.${name}` : name, base);
}


/***/ })

};
