export const id = 61;
export const ids = [61];
export const modules = {

/***/ 54061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ refuseOversized),
/* harmony export */   d: () => (/* binding */ plainScalar)
/* harmony export */ });
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);

const maxMarks = 250_000;
const structureMark = /[\n,[{]|[-:?](?=\s)/g;
function refuseOversized(text, { what, maxBytes }) {
    if (Buffer.byteLength(text) > maxBytes)
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`${what} is larger than ${maxBytes} bytes.`);
    if (text.length > maxMarks && hasMoreMarks(text, maxMarks))
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`${what} has far more entries than any file of its kind.`);
}
function hasMoreMarks(text, limit) {
    return text.matchAll(structureMark).drop(limit).next().done !== true;
}
function plainScalar(source) {
    if (source === '' || source === '~' || source === 'null')
        return null;
    if (source === 'true' || source === 'false')
        return source === 'true';
    return /^(?:0|-?[1-9]\d{0,14})$/.test(source) ? Number(source) : source;
}


/***/ })

};
