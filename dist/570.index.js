export const id = 570;
export const ids = [570];
export const modules = {

/***/ 34570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   serveToolCache: () => (/* binding */ serveToolCache)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89711);


async function serveToolCache() {
    process.once('disconnect', () => process.kill(-process.pid, 'SIGKILL'));
    const [job] = (await (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(process, 'message'));
    process.send?.(await runJob(job).catch((error) => ({ problem: (0,_action_error_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .g)(error) })));
}
async function runJob({ operation, key, folders }) {
    const cache = await Promise.all(/* import() */[__webpack_require__.e(830), __webpack_require__.e(824), __webpack_require__.e(85), __webpack_require__.e(151)]).then(__webpack_require__.bind(__webpack_require__, 74151));
    if (!cache.isFeatureAvailable())
        return { problem: 'the runner offers no cache service' };
    if (operation === 'restore') {
        const isThere = await cache.restoreCache([...folders], key, [], { lookupOnly: true });
        if (isThere === undefined)
            return { matched: false };
        process.send?.({ isFound: true });
        return { matched: (await cache.restoreCache([...folders], key)) !== undefined };
    }
    const id = await cache.saveCache([...folders], key);
    return id === -1 ? { problem: 'the service did not take them' } : {};
}


/***/ })

};
