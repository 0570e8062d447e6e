export const id = 929;
export const ids = [929];
export const modules = {

/***/ 71929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseYamlDocument: () => (/* binding */ parseYamlDocument)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89711);
/* harmony import */ var _yaml_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54061);



const fastest = { schema: 'failsafe', uniqueKeys: false, logLevel: 'error', prettyErrors: false };
const maxNodes = 1_000_000;
const maxProblems = 5;
function parseYamlDocument(text, options) {
    const { what } = options;
    (0,_yaml_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseOversized */ .M)(text, options);
    try {
        const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, fastest);
        if (document.errors.length > 0)
            throw badSyntax(what, (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { ...fastest, prettyErrors: true }).errors);
        return plainValues(document, what);
    }
    catch (cause) {
        if (!(cause instanceof RangeError))
            throw cause;
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l(`${what} is nested too deeply to be read.`, { cause });
    }
}
function badSyntax(what, errors) {
    const problems = errors.slice(0, maxProblems).map((error) => (0,_action_error_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .g)(error)
        .split(/:?\s*\n/, 1)
        .join());
    return new _action_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l(`${what} is not valid YAML.`, { problems, cause: errors[0] });
}
function plainValues(document, what) {
    let nodes = 0;
    const anchors = new Map();
    const convert = (node) => {
        nodes += 1;
        if (nodes > maxNodes) {
            throw new _action_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l(`${what} expands to more than ${maxNodes} values, which is refused.`, {
                why: 'Aliases that refer to aliases let a small file grow without end.',
            });
        }
        if (node === null)
            return null;
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node) && node.anchor)
            anchors.set(node.anchor, node);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node))
            return node.type === 'PLAIN' ? (0,_yaml_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .plainScalar */ .d)(String(node.value)) : String(node.value);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
            return node.items.map(convert);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
            return mapping(node.items.map(({ key, value }) => [keyText(key), convert(value)]));
        const target = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node) ? anchors.get(node.source) : undefined;
        if (target === undefined)
            throw new _action_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l(`${what} uses an alias that names nothing before it.`);
        return convert(target);
    };
    const keyText = (key) => {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key))
            return String(key.value);
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l(`${what} has a key that is not plain text.`);
    };
    const mapping = (entries) => {
        const names = new Set();
        for (const [name] of entries) {
            if (names.has(name))
                throw new _action_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l(`${what} gives the key \`${name}\` twice in one mapping.`);
            names.add(name);
        }
        return Object.fromEntries(entries);
    };
    return convert(document.contents);
}


/***/ })

};
