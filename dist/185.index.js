export const id = 185;
export const ids = [185,650];
export const modules = {

/***/ 98185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nodeImage: () => (/* binding */ nodeImage)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
;// CONCATENATED MODULE: ./build/host/preflight.js




const gibibyte = 1024 ** 3;
async function checkHost(wants) {
    const findings = [checkPlatform(), await checkDisk(wants), ...(await checkKvm(wants))];
    const bad = findings.filter(({ verdict }) => verdict === 'bad');
    if (bad.length > 0) {
        throw new action_error/* ActionError */.l('This machine cannot build the image.', {
            problems: bad.map(({ what, found, needed, fix }) => `${what}: ${found}; needed: ${needed}.${fix ? ` ${fix}` : ''}`),
        });
    }
    return findings;
}
function checkPlatform() {
    const isRight = external_node_process_.platform === 'linux' && external_node_process_.arch === 'x64';
    return {
        what: 'platform',
        found: `${external_node_process_.platform} ${external_node_process_.arch}`,
        needed: 'linux x64',
        verdict: isRight ? 'good' : 'bad',
        ...(!isRight && {
            fix: 'The image-builder CLI exists for Linux on x86_64 only: use a runner such as `ubuntu-24.04`.',
        }),
    };
}
async function checkDisk({ workFolder, freeDiskGiB }) {
    const { bavail, bsize } = await (0,promises_.statfs)(workFolder);
    const free = (bavail * bsize) / gibibyte;
    const isEnough = free >= freeDiskGiB;
    return {
        what: `free disk of ${workFolder}`,
        found: `${free.toFixed(1)} GiB`,
        needed: `${freeDiskGiB} GiB`,
        verdict: isEnough ? 'good' : 'bad',
        ...(!isEnough && { fix: 'Free some, or ask for less with `free-disk-gib` if the image is small.' }),
    };
}
async function checkKvm({ hypervisor, kvm }) {
    if (kvm === 'skip' || (hypervisor !== 'baremetal' && hypervisor !== 'cloudstack'))
        return [];
    const isUsable = await (0,promises_.access)('/dev/kvm', external_node_fs_.constants.R_OK | external_node_fs_.constants.W_OK).then(() => true, () => false);
    const unusable = kvm === 'require' ? 'bad' : 'doubtful';
    return [
        {
            what: '/dev/kvm',
            found: isUsable ? 'readable and writable' : 'absent, or not readable and writable',
            needed: 'readable and writable',
            verdict: isUsable ? 'good' : unusable,
            ...(!isUsable && {
                fix: 'Give the runner hardware virtualization and access to /dev/kvm; without it a build takes hours or fails.',
            }),
        },
    ];
}

// EXTERNAL MODULE: ./build/log.js
var build_log = __webpack_require__(36650);
// EXTERNAL MODULE: ./build/runner/inputs.js
var inputs = __webpack_require__(52266);
// EXTERNAL MODULE: ./build/runner/run.js + 3 modules
var run = __webpack_require__(57131);
// EXTERNAL MODULE: ./build/runner/runner-temp.js
var runner_temp = __webpack_require__(74872);
// EXTERNAL MODULE: ./build/actions/interface.js + 1 modules
var actions_interface = __webpack_require__(62702);
;// CONCATENATED MODULE: ./build/actions/node-image.js







const nodeImage = (0,run/* defineAction */.QP)({
    name: 'eks-anywhere-node-images',
    inputs: schemas/* object */.Ikc({
        ...actions_interface/* buildInputs */._9,
        kvm: (0,inputs/* oneOf */.yL)(['auto', 'require', 'skip']).prefault('auto'),
        'free-disk-gib': (0,inputs/* wholeNumber */.rD)({ min: 0, max: 10_000 }).prefault('50'),
    }),
    outputs: actions_interface/* buildOutputs */.JZ,
    async main(context) {
        const { inputs, log } = context;
        await (0,build_log/* inGroup */.H)(log, 'Check this machine', async () => {
            const findings = await checkHost({
                hypervisor: inputs.hypervisor,
                workFolder: (0,runner_temp/* runnerTemp */.X)(),
                freeDiskGiB: inputs['free-disk-gib'],
                kvm: inputs.kvm,
            });
            for (const finding of findings) {
                const line = describe(finding);
                if (finding.verdict === 'good')
                    log.info(line);
                else
                    log.warning(line);
            }
        });
        return (await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(815), __webpack_require__.e(120), __webpack_require__.e(21), __webpack_require__.e(499), __webpack_require__.e(571)]).then(__webpack_require__.bind(__webpack_require__, 59571))).buildCell(context);
    },
    post: async (log) => (await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(815), __webpack_require__.e(120), __webpack_require__.e(21), __webpack_require__.e(499), __webpack_require__.e(571)]).then(__webpack_require__.bind(__webpack_require__, 59571))).cleanUp(log),
});
function describe({ what, found, needed, fix }) {
    return `${what}: ${found} (needed: ${needed})${fix ? `. ${fix}` : ''}`;
}


/***/ }),

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
