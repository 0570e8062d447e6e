export const id = 6;
export const ids = [6];
export const modules = {

/***/ 76006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   resolveEksaBundle: () => (/* binding */ resolveEksaBundle)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(74528);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(36650);
/* harmony import */ var _release_release_channel_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52073);
/* harmony import */ var _release_resolve_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15199);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52266);
/* harmony import */ var _runner_run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(57131);
/* harmony import */ var _runner_runner_temp_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(74872);
/* harmony import */ var _runner_summary_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(61115);
/* harmony import */ var _common_inputs_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(20877);
/* harmony import */ var _fetch_release_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(42463);













const resolveEksaBundle = (0,_runner_run_js__WEBPACK_IMPORTED_MODULE_6__/* .defineAction */ .QP)({
    name: 'resolve-eksa-bundle',
    inputs: zod__WEBPACK_IMPORTED_MODULE_11__/* .object */ .Ikc({
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .releaseInputs */ .z,
        cell: _runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq.optional(),
        'release-channel': (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .fromCell */ .jj)((0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .parsedBy */ .f3)(_release_release_channel_js__WEBPACK_IMPORTED_MODULE_3__/* .parseReleaseChannel */ .g).optional()),
    }),
    outputs: [
        'eks-a-version',
        'bundle-number',
        'bundle-manifest-url',
        'build-tooling-commit',
        'release-channels',
        'signature',
        'kube-version',
        'eksd-release',
        'eksd-manifest-url',
        'end-of-standard-support',
        'image-builder-uri',
        'image-builder-sha256',
        'image-builder-version',
        'release-path',
    ],
    async main({ inputs, log, secrets }) {
        const { release } = await (0,_log_js__WEBPACK_IMPORTED_MODULE_12__/* .inGroup */ .H)(log, 'Resolve the EKS Anywhere release', () => (0,_fetch_release_js__WEBPACK_IMPORTED_MODULE_10__/* .fetchRelease */ .u)(inputs, log, secrets));
        const wanted = inputs['release-channel'];
        const channel = wanted === undefined ? undefined : (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_4__/* .findChannel */ .PT)(release, wanted);
        const releasePath = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,_runner_runner_temp_js__WEBPACK_IMPORTED_MODULE_7__/* .runnerTemp */ .X)(), `eks-anywhere-${release.version}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.json`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(releasePath, `${JSON.stringify(release, null, 2)}\n`);
        await (0,_runner_summary_js__WEBPACK_IMPORTED_MODULE_8__/* .writeSummary */ .S)(`EKS Anywhere ${release.version}`, summaryOf(release, channel), secrets);
        return {
            'eks-a-version': release.version,
            'bundle-number': release.bundleNumber,
            'bundle-manifest-url': release.bundleManifestUrl,
            'build-tooling-commit': release.buildToolingCommit,
            'release-channels': JSON.stringify(release.channels.map(({ name }) => name)),
            signature: release.signature,
            'kube-version': channel?.kubeVersion,
            'eksd-release': channel?.eksdRelease,
            'eksd-manifest-url': channel?.eksdManifestUrl,
            'end-of-standard-support': channel?.endOfStandardSupport,
            'image-builder-uri': release.imageBuilder?.uri,
            'image-builder-sha256': release.imageBuilder?.sha256,
            'image-builder-version': release.imageBuilder?.version,
            'release-path': releasePath,
        };
    },
});
function summaryOf(release, channel) {
    return [
        ['Bundle', release.bundleNumber],
        ['Signature', release.signature],
        ['Release channels', release.channels.map(({ name }) => name).join(', ')],
        ['Kubernetes', channel?.kubeVersion],
        ['EKS-D release', channel?.eksdRelease],
        ['End of standard support', channel?.endOfStandardSupport],
        ['image-builder CLI', release.imageBuilder?.version],
    ];
}


/***/ })

};
