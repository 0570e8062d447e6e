export const id = 650;
export const ids = [650];
export const modules = {

/***/ 36650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inGroup)
/* harmony export */ });
async function inGroup(log, name, work) {
    log.startGroup(name);
    try {
        return await work();
    }
    finally {
        log.endGroup();
    }
}


/***/ })

};
