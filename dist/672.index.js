export const id = 672;
export const ids = [672,61,442];
export const modules = {

/***/ 50816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  setUp: () => (/* binding */ setUp)
});

// EXTERNAL MODULE: ./build/log.js
var build_log = __webpack_require__(36650);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
;// CONCATENATED MODULE: ./build/runner/offer-tools.js

function offerTools(offer) {
    for (const folder of offer.pathEntries.toReversed())
        core/* addPath */.fM(folder);
    core/* exportVariable */.dN(offer.variable, offer.value);
}

// EXTERNAL MODULE: ./build/runner/runner-temp.js
var runner_temp = __webpack_require__(74872);
// EXTERNAL MODULE: ./build/runner/summary.js
var summary = __webpack_require__(61115);
// EXTERNAL MODULE: ./build/toolchain/toolchain.js
var toolchain_toolchain = __webpack_require__(69839);
// EXTERNAL MODULE: ./build/actions/check-machine.js + 19 modules
var check_machine = __webpack_require__(44334);
// EXTERNAL MODULE: ./build/actions/fetch-release.js + 1 modules
var fetch_release = __webpack_require__(52192);
// EXTERNAL MODULE: ./build/actions/set-up-tools.js + 21 modules
var set_up_tools = __webpack_require__(4528);
;// CONCATENATED MODULE: ./build/actions/set-up.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});








async function setUp(context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { inputs, log, secrets, signal } = context;
        const { hypervisor, os } = inputs;
        if (os === 'bottlerocket') {
            log.info('Bottlerocket is fetched, not built: there is nothing to set up.');
            return {};
        }
        const machineInputs = { ...inputs, 'other-builds': 'allow', 'http-ip': undefined };
        const _machine = __addDisposableResource(env_1, await (0,check_machine.checkMachine)({ ...context, inputs: machineInputs }, { steps: ['resolve', 'set-up'], builds: false }), true);
        const network = await (0,fetch_release/* openNetwork */.X)(inputs, log, secrets);
        const release = once(() => (0,build_log/* inGroup */.H)(log, 'Resolve the EKS Anywhere release', () => (0,fetch_release.fetchRelease)(inputs, log, secrets, network)));
        const requested = inputs['eks-a-version'];
        const eksaVersion = requested.kind === 'exact' ? requested.version : (await release()).release.version;
        const { toolchain, isHit } = await (0,build_log/* inGroup */.H)(log, 'Set up the tools', () => (0,set_up_tools/* setUpTools */.J0)({ inputs, hypervisor, eksaVersion, release, network, log, secrets, signal }));
        const path = await (0,toolchain_toolchain/* writeToolchain */.l)(toolchain, (0,runner_temp/* runnerTemp */.X)());
        offerTools({ variable: set_up_tools/* toolchainVariable */.YN, value: path, pathEntries: toolchain.pathEntries });
        const { imageBuilder, packer, ansible } = toolchain;
        await (0,summary/* writeSummary */.Sy)(`Tools for EKS Anywhere ${eksaVersion}`, [
            ['image-builder CLI', imageBuilder.version],
            ['Packer', packer.version],
            ['ansible-core', `${ansible.version} on Python ${ansible.pythonVersion}`],
            ['Found on this machine or in the cache', isHit ? 'yes' : 'no, downloaded and verified'],
        ], secrets);
        return {
            'image-builder-path': imageBuilder.path,
            'image-builder-version': imageBuilder.version,
            'packer-version': packer.version,
            'ansible-version': ansible.version,
            'python-version': ansible.pythonVersion,
            'cache-hit': String(isHit),
            'toolchain-path': path,
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function once(work) {
    let result;
    return () => {
        result ??= work();
        return result;
    };
}


/***/ }),

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
