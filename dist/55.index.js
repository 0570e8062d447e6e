export const id = 55;
export const ids = [55,16];
export const modules = {

/***/ 88857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _9: () => (/* binding */ buildInputs),
  JZ: () => (/* binding */ buildOutputs),
  ep: () => (/* binding */ hostInputs),
  q3: () => (/* binding */ httpUrl),
  zy: () => (/* binding */ releaseInputs),
  QY: () => (/* binding */ toolInputs)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
;// CONCATENATED MODULE: ./build/host/policies.js
const preflightLevels = ['basic', 'full', 'skip'];
const kvmPolicies = ['auto', 'require', 'fix', 'skip'];
const otherBuildsPolicies = ['refuse', 'allow'];

// EXTERNAL MODULE: ./build/net/mirrors.js
var mirrors = __webpack_require__(88016);
// EXTERNAL MODULE: ./build/plan/node-image-spec.js
var node_image_spec = __webpack_require__(96662);
// EXTERNAL MODULE: ./build/plan/record.js + 1 modules
var record = __webpack_require__(78554);
;// CONCATENATED MODULE: ./build/release/eksa-release.js
const signaturePolicies = ['auto', 'require', 'skip'];

// EXTERNAL MODULE: ./build/release/release-channel.js
var release_channel = __webpack_require__(52073);
// EXTERNAL MODULE: ./build/release/trust-anchors.js
var trust_anchors = __webpack_require__(88587);
// EXTERNAL MODULE: ./build/release/version.js
var version = __webpack_require__(70590);
// EXTERNAL MODULE: ./build/runner/artifacts.js
var artifacts = __webpack_require__(75324);
// EXTERNAL MODULE: ./build/runner/inputs.js
var inputs = __webpack_require__(52266);
;// CONCATENATED MODULE: ./build/actions/interface.js












const releaseInputs = {
    'eks-a-version': (0,inputs/* fromCell */.jj)((0,inputs/* parsedBy */.f3)(version/* requestedVersion */.hi, 'version').prefault('latest')),
    'verify-signature': (0,inputs/* oneOf */.yL)(signaturePolicies).prefault('auto'),
    'bundle-public-key': inputs/* text */.Qq.optional(),
    'release-manifest-url': (0,inputs/* parsedBy */.f3)(httpUrl, 'URL').prefault(trust_anchors/* productionReleaseManifestUrl */.tp),
    'dev-branch': (0,inputs/* fromCell */.jj)((0,inputs/* parsedBy */.f3)(version/* branchName */.at).optional()),
    mirrors: (0,inputs/* parsedBy */.f3)(mirrors/* parseMirrors */.Cy, '`host=URL` lines').prefault(''),
    'ca-bundle': inputs/* filePath */.s$.optional(),
};
const toolInputs = {
    'image-builder-release': (0,inputs/* parsedBy */.f3)(version/* requestedVersion */.hi, 'version').optional(),
    'hashicorp-public-key': inputs/* text */.Qq.optional(),
    'install-packages': (0,inputs/* oneOf */.yL)(['auto', 'never']).prefault('auto'),
    cache: inputs/* flag */.Jt.prefault('true'),
};
const buildInputs = {
    ...releaseInputs,
    cell: inputs/* jsonText */.$N.optional(),
    'release-channel': (0,inputs/* fromCell */.jj)((0,inputs/* parsedBy */.f3)(release_channel/* parseReleaseChannel */.g, 'version')),
    os: (0,inputs/* fromCell */.jj)((0,inputs/* oneOf */.yL)(node_image_spec/* builtSystems */.r4, node_image_spec/* operatingSystemAliases */.T_).prefault('ubuntu')),
    'os-version': (0,inputs/* fromCell */.jj)(inputs/* text */.Qq.optional()),
    hypervisor: (0,inputs/* fromCell */.jj)((0,inputs/* oneOf */.yL)(node_image_spec/* hypervisors */.j9, node_image_spec/* hypervisorAliases */.WU)),
    firmware: (0,inputs/* fromCell */.jj)((0,inputs/* oneOf */.yL)(node_image_spec/* firmwares */.Xr, node_image_spec/* firmwareAliases */.iA).optional()),
    builder: (0,inputs/* fromCell */.jj)((0,inputs/* oneOf */.yL)(node_image_spec/* builders */.LX).optional()),
    config: (0,inputs/* fromCell */.jj)(inputs/* yamlText */.pS.optional()),
    'config-file': (0,inputs/* fromCell */.jj)(inputs/* filePath */.s$.optional()),
    'config-keys': (0,inputs/* oneOf */.yL)(['error', 'warn'], { warning: 'warn' }).prefault('error'),
    secrets: (0,inputs/* secret */.rJ)(inputs/* secretLines */._o.prefault('')),
    'secrets-file': inputs/* filePath */.s$.optional(),
    'additional-files': (0,inputs/* fromCell */.jj)(inputs/* yamlText */.pS.optional()),
    environment: inputs/* variableLines */.C8.prefault(''),
    'proxy-in-image': (0,inputs/* oneOf */.yL)(['none', 'runner']).optional(),
    'air-gapped': inputs/* flag */.Jt.prefault('false'),
    'manifest-tarball': inputs/* filePath */.s$.optional(),
    'ansible-verbosity': (0,inputs/* wholeNumber */.rD)({ min: 0, max: 6 }).prefault('0'),
    'dry-run': inputs/* flag */.Jt.prefault('false'),
    setup: (0,inputs/* oneOf */.yL)(['auto', 'skip']).prefault('auto'),
    ...toolInputs,
    attempts: (0,inputs/* wholeNumber */.rD)({ min: 1, max: 5 }).prefault('1'),
    'build-timeout': (0,inputs/* wholeNumber */.rD)({ min: 1, max: 1440 }).prefault('120'),
    destination: inputs/* filePath */.s$.optional(),
    'replace-existing': inputs/* flag */.Jt.prefault('false'),
    'upload-artifact': (0,inputs/* oneOf */.yL)(artifacts/* uploadModes */.yM, { true: 'raw', false: 'none' }).prefault('raw'),
    'upload-logs': (0,inputs/* oneOf */.yL)(['on-failure', 'always', 'never']).prefault('on-failure'),
    'retention-days': (0,inputs/* wholeNumber */.rD)({ min: 1, max: 400 }).prefault('8'),
    fingerprint: (0,inputs/* fromCell */.jj)((0,inputs/* parsedBy */.f3)(record/* parseFingerprint */.sr).optional()),
    record: (0,inputs/* oneOf */.yL)(record/* recordKinds */.Bh).prefault('final'),
};
const hostInputs = (by) => ({
    preflight: (0,inputs/* oneOf */.yL)(preflightLevels).prefault(by.preflight),
    kvm: (0,inputs/* oneOf */.yL)(kvmPolicies).prefault(by.kvm),
    'free-disk-gib': (0,inputs/* wholeNumber */.rD)({ min: 0, max: 10_000 }).prefault('50'),
    'other-builds': (0,inputs/* oneOf */.yL)(otherBuildsPolicies).prefault('refuse'),
    'http-ip': (0,inputs/* parsedBy */.f3)(ipAddress, 'IPv4 address').optional(),
});
const buildOutputs = [
    'host',
    'id',
    'eks-a-version',
    'bundle-number',
    'signature',
    'kube-version',
    'eksd-release',
    'image-path',
    'image-name',
    'sha256',
    'size',
    'images',
    'template-tags',
    'ami-id',
    'ami-ids',
    'checksums-path',
    'provenance-path',
    'log-path',
    'artifact-id',
    'artifact-url',
    'duration-seconds',
    'attempts-used',
];
function ipAddress(value) {
    if ((0,external_node_net_.isIPv4)(value))
        return value;
    throw new action_error/* ActionError */.l(`\`${value}\` is not an IPv4 address such as \`192.0.2.10\`.`);
}
function httpUrl(value) {
    const url = URL.parse(value);
    if (url === null || !/^https?:$/.test(url.protocol))
        throw new action_error/* ActionError */.l(`\`${value.replace(/[^/]*@/, '***@')}\` is not a URL that starts with https:// or http://.`);
    return url.href;
}


/***/ }),

/***/ 95055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   setupImageBuilder: () => (/* binding */ setupImageBuilder),
/* harmony export */   setupInputs: () => (/* binding */ setupInputs),
/* harmony export */   setupOutputs: () => (/* binding */ setupOutputs)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96662);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52266);
/* harmony import */ var _runner_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97525);
/* harmony import */ var _interface_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88857);





const machine = (0,_interface_js__WEBPACK_IMPORTED_MODULE_3__/* .hostInputs */ .ep)({ preflight: 'basic', kvm: 'auto' });
const setupInputs = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    ..._interface_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseInputs */ .zy,
    cell: _runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonText */ .$N.optional(),
    os: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .fromCell */ .jj)((0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(_plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .operatingSystems */ .er, _plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .operatingSystemAliases */ .T_).prefault('ubuntu')),
    hypervisor: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .fromCell */ .jj)((0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(_plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .hypervisors */ .j9, _plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .hypervisorAliases */ .WU)),
    ..._interface_js__WEBPACK_IMPORTED_MODULE_3__/* .toolInputs */ .QY,
    preflight: machine.preflight,
    kvm: machine.kvm,
    'free-disk-gib': machine['free-disk-gib'],
});
const setupOutputs = [
    'image-builder-path',
    'image-builder-version',
    'packer-version',
    'ansible-version',
    'python-version',
    'cache-hit',
    'host',
    'toolchain-path',
];
const setupImageBuilder = (0,_runner_run_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'setup-image-builder',
    inputs: setupInputs,
    outputs: setupOutputs,
    main: async (context) => (await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(815), __webpack_require__.e(21), __webpack_require__.e(120), __webpack_require__.e(404), __webpack_require__.e(334), __webpack_require__.e(843), __webpack_require__.e(600)]).then(__webpack_require__.bind(__webpack_require__, 50816))).setUp(context),
    post: async (log) => (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(21), __webpack_require__.e(404), __webpack_require__.e(334), __webpack_require__.e(650)]).then(__webpack_require__.bind(__webpack_require__, 44334))).leaveMachine(log),
});


/***/ }),

/***/ 88016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ parseMirrors),
/* harmony export */   Eh: () => (/* binding */ describeMirrors),
/* harmony export */   ME: () => (/* binding */ mirrorsForGit),
/* harmony export */   MS: () => (/* binding */ noMirrors),
/* harmony export */   VV: () => (/* binding */ mirrored)
/* harmony export */ });
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);
/* harmony import */ var _printable_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29503);


const noMirrors = new Map();
function parseMirrors(text) {
    const mirrors = new Map();
    const problems = [];
    for (const { line, number } of linesOf(text)) {
        const where = `line ${number}`;
        const separator = line.indexOf('=');
        const host = line.slice(0, Math.max(separator, 0)).trim().toLowerCase();
        const base = baseUrl(line.slice(separator + 1).trim());
        if (separator < 0)
            problems.push(`${where}: not \`host=base-url\``);
        else if (!isHost(host))
            problems.push(`${where}: what stands before the \`=\` is no host name such as \`distro.eks.amazonaws.com\`, without scheme and path`);
        else if (mirrors.has(host))
            problems.push(`${where}: gives a mirror of ${host} a second time`);
        else if (typeof base === 'string')
            problems.push(`${where}: the mirror of ${host} ${base}`);
        else if (base.host === host && base.pathname === '/')
            problems.push(`${where}: ${host} is named as its own mirror`);
        else
            mirrors.set(host, base);
    }
    if (problems.length === 0)
        return mirrors;
    throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('`mirrors` is wrong.', {
        problems,
        fix: 'Write one `host=base-url` a line, such as `anywhere-assets.eks.amazonaws.com=https://mirror.example.com/eks-anywhere`.',
    });
}
function linesOf(text) {
    return text
        .split(/\r?\n/)
        .flatMap((line, index) => line.split(',').map((part) => ({ line: part.trim(), number: index + 1 })))
        .filter(({ line }) => line !== '' && !line.startsWith('#'));
}
function isHost(text) {
    return URL.parse(`https://${text}`)?.host === text && /^[^/?#@]+$/.test(text);
}
function baseUrl(text) {
    if (text === '')
        return 'has no address';
    const url = URL.parse(text.includes('://') ? text : `https://${text}`);
    if (url === null || !/^https?:$/.test(url.protocol))
        return 'is no URL that starts with https:// or http://';
    if (url.search !== '' || url.hash !== '')
        return 'has a query or a fragment; a base URL ends with its path';
    if (!url.pathname.endsWith('/'))
        url.pathname += '/';
    return url;
}
function mirrored(url, mirrors) {
    const base = mirrors.get(url.host);
    if (base === undefined || url.href.startsWith(base.href))
        return undefined;
    const target = new URL(base);
    target.pathname = `${base.pathname.slice(0, -1)}${url.pathname}`;
    target.search = url.search;
    return target;
}
function describeMirrors(mirrors) {
    return [...mirrors].map(([host, base]) => `${host} is asked for at its mirror ${(0,_printable_url_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(base)}`);
}
function mirrorsForGit(mirrors, environment = {}) {
    if (mirrors.size === 0)
        return {};
    const first = Number(environment['GIT_CONFIG_COUNT'] ?? 0);
    const settings = [...mirrors].flatMap(([host, base], index) => [
        [`GIT_CONFIG_KEY_${first + index}`, `url.${base.href}.insteadOf`],
        [`GIT_CONFIG_VALUE_${first + index}`, `https://${host}/`],
    ]);
    return { ...Object.fromEntries(settings), GIT_CONFIG_COUNT: String(first + mirrors.size) };
}


/***/ }),

/***/ 29503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
function printable(address) {
    const url = URL.parse(String(address));
    if (url === null)
        return String(address);
    const { search, hash, username, password } = url;
    if (!search && !hash && !username && !password)
        return url.href;
    return `${url.origin}${url.pathname}${search ? '?…' : ''}`;
}
function placeOf(url, mirror) {
    return mirror === undefined ? printable(url) : `${printable(url)} (from the mirror ${printable(mirror)})`;
}


/***/ }),

/***/ 96662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $o: () => (/* binding */ operatingSystemNames),
/* harmony export */   CL: () => (/* binding */ templateTags),
/* harmony export */   LX: () => (/* binding */ builders),
/* harmony export */   T_: () => (/* binding */ operatingSystemAliases),
/* harmony export */   WU: () => (/* binding */ hypervisorAliases),
/* harmony export */   Xr: () => (/* binding */ firmwares),
/* harmony export */   _o: () => (/* binding */ imageExtensions),
/* harmony export */   eG: () => (/* binding */ firmwareNames),
/* harmony export */   er: () => (/* binding */ operatingSystems),
/* harmony export */   iA: () => (/* binding */ firmwareAliases),
/* harmony export */   ik: () => (/* binding */ hypervisorNames),
/* harmony export */   j9: () => (/* binding */ hypervisors),
/* harmony export */   p1: () => (/* binding */ nodeImageId),
/* harmony export */   r4: () => (/* binding */ builtSystems)
/* harmony export */ });
const operatingSystems = ['ubuntu', 'redhat', 'bottlerocket'];
const hypervisors = ['vsphere', 'baremetal', 'nutanix', 'cloudstack', 'ami'];
const builtSystems = ['ubuntu', 'redhat'];
const firmwares = ['bios', 'efi'];
const builders = ['iso', 'clone'];
const operatingSystemAliases = { rhel: 'redhat', 'red-hat': 'redhat' };
const hypervisorAliases = {
    metal: 'baremetal',
    'bare-metal': 'baremetal',
    tinkerbell: 'baremetal',
    vmware: 'vsphere',
    snow: 'ami',
};
const firmwareAliases = { uefi: 'efi' };
const hypervisorNames = {
    vsphere: 'vSphere',
    baremetal: 'bare metal',
    nutanix: 'Nutanix',
    cloudstack: 'CloudStack',
    ami: 'AMI (Snow)',
};
const operatingSystemNames = {
    ubuntu: 'Ubuntu',
    redhat: 'RHEL',
    bottlerocket: 'Bottlerocket',
};
const firmwareNames = { bios: 'BIOS', efi: 'UEFI' };
function templateTags(os, eksdRelease) {
    return [`os:${os}`, `eksdRelease:${eksdRelease}`];
}
const imageExtensions = {
    baremetal: 'gz',
    vsphere: 'ova',
    nutanix: 'img',
    cloudstack: 'qcow2',
    ami: 'json',
};
function nodeImageId(spec) {
    return [
        spec.os,
        spec.osVersion?.replaceAll('.', ''),
        spec.firmware,
        spec.builder === 'clone' ? 'clone' : undefined,
        spec.hypervisor,
        spec.releaseChannel,
        spec.eksaVersion,
    ]
        .filter((part) => part !== undefined && part !== '')
        .join('-')
        .replaceAll('+', '_');
}


/***/ }),

/***/ 78554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JS: () => (/* binding */ mayUseRecords),
  lx: () => (/* binding */ nodeImageRecord),
  sr: () => (/* binding */ parseFingerprint),
  Bh: () => (/* binding */ recordKinds),
  xD: () => (/* binding */ recordName),
  zv: () => (/* binding */ recordOf)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(43759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/iso.js



function datetime(params) {
    return api/* _isoDateTime */.G1(schemas/* ZodISODateTime */.You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}

// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
;// CONCATENATED MODULE: ./build/plan/record.js


const fingerprintPattern = /^[0-9a-f]{16,64}$/;
const recordKinds = ['final', 'candidate'];
function parseFingerprint(text) {
    if (fingerprintPattern.test(text))
        return text;
    throw new action_error/* ActionError */.l(`\`${text}\` is no fingerprint.`, {
        fix: 'Pass one whole image of the matrix, `cell: ${{ toJSON(matrix) }}`, or leave `fingerprint` out.',
    });
}
const nodeImageRecord = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    id: schemas/* string */.YjP().min(1),
    fingerprint: schemas/* string */.YjP().regex(fingerprintPattern),
    eksaVersion: schemas/* string */.YjP(),
    bundleNumber: schemas/* int */.Whr().positive(),
    releaseChannel: schemas/* string */.YjP(),
    eksdRelease: schemas/* string */.YjP(),
    signature: schemas/* enum */.k5n(['verified', 'unsigned', 'skipped']),
    image: schemas/* strictObject */.rej({
        fileName: schemas/* string */.YjP(),
        sha256: schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/),
        size: schemas/* int */.Whr().nonnegative(),
        artifactId: schemas/* int */.Whr().optional(),
        artifactUrl: schemas/* url */.OZ5().optional(),
    }),
    run: schemas/* strictObject */.rej({ repository: schemas/* string */.YjP(), id: schemas/* string */.YjP(), attempt: schemas/* int */.Whr().positive() }),
    builtAt: datetime(),
});
function recordName(record) {
    return `${record.id}.${record.fingerprint}.record.json`;
}
function recordOf(facts) {
    const { spec, release, image, artifact } = facts;
    return {
        schemaVersion: 1,
        id: spec.id,
        fingerprint: facts.fingerprint,
        eksaVersion: spec.eksaVersion,
        bundleNumber: release.bundleNumber,
        releaseChannel: spec.releaseChannel,
        eksdRelease: facts.channel.eksdRelease,
        signature: release.signature,
        image: {
            fileName: image.fileName,
            sha256: image.sha256,
            size: image.size,
            ...(artifact && { artifactId: artifact.id, artifactUrl: artifact.url }),
        },
        run: facts.run,
        builtAt: facts.builtAt.toISOString(),
    };
}
function mayUseRecords(eventName) {
    return eventName !== undefined && !/^pull_request/.test(eventName);
}


/***/ }),

/***/ 52073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ parseReleaseChannel)
/* harmony export */ });
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);

function parseReleaseChannel(text) {
    const word = text.trim().replace(/^(["'])(.*)\1$/, '$2');
    const [, major, separator, minor] = /^(\d+)([.-])(\d+)$/.exec(word) ?? [];
    if (major === undefined || minor === undefined) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`\`release-channel\` is not a Kubernetes minor version: "${text}".`, {
            fix: 'Write it as `1-33` or `"1.33"`, without the patch version.',
        });
    }
    if (minor.length === 1) {
        const meant = `${major}-${minor}0`;
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`\`release-channel\` is "${text}", which no release of EKS Anywhere has.`, {
            ...(separator === '.' && {
                why: `YAML reads an unquoted ${major}.${minor}0 as the number ${major}.${minor}.`,
            }),
            fix: `Quote it: \`"${major}.${minor}0"\`, or write \`${meant}\`.`,
        });
    }
    return `${major}-${minor}`;
}


/***/ }),

/***/ 88587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ah: () => (/* binding */ newestKnownPatches),
/* harmony export */   TQ: () => (/* binding */ newestKnownRelease),
/* harmony export */   _n: () => (/* binding */ eksdPublicKey),
/* harmony export */   gf: () => (/* binding */ developmentManifestUrl),
/* harmony export */   ng: () => (/* binding */ firstSignedVersion),
/* harmony export */   tp: () => (/* binding */ productionReleaseManifestUrl),
/* harmony export */   z2: () => (/* binding */ bundlePublicKey)
/* harmony export */ });
const bundlePublicKey = 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEFZU/Z6VVMU9HioT7rGkPdJg3frC2xyQZhWFIrz5HeZEfeQ2nAdnJMLrs2Qr3V9xVrJrHA54wnIHDoPGbEhojqg==';
const eksdPublicKey = 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEfqjUloL1WPdxB5JPOY18mIgjx0zD0SyWe9N1Fxjv7A8JwyKQycqirw2us7zoxoC5bnWD4lT53uv8skx3E/cHaw==';
const firstSignedVersion = 'v0.22.0';
const newestKnownRelease = { version: 'v0.26.1', bundleNumber: 124, date: '2026-08-13' };
const newestKnownPatches = {
    '0.16': 'v0.16.5',
    '0.17': 'v0.17.6',
    '0.18': 'v0.18.7',
    '0.19': 'v0.19.11',
    '0.20': 'v0.20.11',
    '0.21': 'v0.21.8',
    '0.22': 'v0.22.8',
    '0.23': 'v0.23.7',
    '0.24': 'v0.24.6',
    '0.25': 'v0.25.3',
    '0.26': 'v0.26.1',
};
const productionReleaseManifestUrl = 'https://anywhere-assets.eks.amazonaws.com/releases/eks-a/manifest.yaml';
function developmentManifestUrl(branch = 'main') {
    const folder = branch === 'main' ? '' : `${encodeURIComponent(branch)}/`;
    return new URL(`${folder}eks-a-release.yaml`, 'https://dev-release-assets.eks-anywhere.model-rocket.aws.dev/').href;
}


/***/ }),

/***/ 70590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ou: () => (/* binding */ compareCores),
/* harmony export */   W0: () => (/* binding */ branchOf),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   at: () => (/* binding */ branchName),
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   hi: () => (/* binding */ requestedVersion),
/* harmony export */   "if": () => (/* binding */ isDevelopmentBuild),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   pJ: () => (/* binding */ newerOf)
/* harmony export */ });
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);

const semanticVersion = /^v?(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;
function parseVersion(text) {
    const [, major, minor, patch, prerelease] = semanticVersion.exec(text) ?? [];
    if (major === undefined)
        return undefined;
    return {
        major: Number(major),
        minor: Number(minor),
        patch: Number(patch),
        prerelease: prerelease?.split('.') ?? [],
    };
}
function lineOf({ major, minor }) {
    return `${major}.${minor}`;
}
function compareVersions(a, b) {
    const [left, right] = [known(a), known(b)];
    return compareCores(a, b) || comparePrereleases(left.prerelease, right.prerelease);
}
function newerOf(a, b) {
    if (parseVersion(a) === undefined)
        return b;
    return parseVersion(b) !== undefined && compareVersions(a, b) < 0 ? b : a;
}
function compareCores(a, b) {
    const [left, right] = [known(a), known(b)];
    return left.major - right.major || left.minor - right.minor || left.patch - right.patch;
}
function requestedVersion(text) {
    const wanted = text.trim();
    if (wanted.toLowerCase() === 'latest')
        return { kind: 'latest' };
    if (/^(?:dev|v?0\.0\.0-dev)$/i.test(wanted))
        return { kind: 'dev' };
    if (isDevelopmentBuild(wanted))
        return { kind: 'dev', version: `v${wanted.replace(/^v/, '')}` };
    if (parseVersion(wanted))
        return { kind: 'exact', version: `v${wanted.replace(/^v/, '')}` };
    const [, line] = /^v?((?:0|[1-9]\d*)\.(?:0|[1-9]\d*))$/.exec(wanted) ?? [];
    if (line !== undefined)
        return { kind: 'line', line };
    throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`\`eks-a-version\` is not a version of EKS Anywhere: "${text}".`, {
        fix: 'Write `latest`, an exact version such as `v0.26.1`, a line such as "0.26" for its newest patch, or `dev`.',
    });
}
function isDevelopmentBuild(version) {
    return /^v?0\.0\.0-/.test(version);
}
function branchOf(version) {
    return /^v?0\.0\.0-dev-([^+]+)\+/.exec(version)?.[1];
}
function branchName(value) {
    if (/^[\w.-]+$/.test(value) && !/^\.+$/.test(value))
        return value;
    throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`\`${value}\` is not a branch such as \`main\` or \`release-0.26\`.`);
}
function known(text) {
    const version = parseVersion(text);
    if (version === undefined)
        throw new RangeError(`not a version: ${text}`);
    return version;
}
function comparePrereleases(a, b) {
    if (a.length === 0 || b.length === 0)
        return b.length - a.length;
    for (const [index, left] of a.entries()) {
        const right = b[index];
        if (right === undefined)
            return 1;
        if (left !== right)
            return compareIdentifiers(left, right);
    }
    return a.length - b.length;
}
function compareIdentifiers(a, b) {
    const [left, right] = [isNumeric(a), isNumeric(b)];
    if (left && right)
        return Number(a) - Number(b);
    if (left !== right)
        return left ? -1 : 1;
    return a < b ? -1 : 1;
}
function isNumeric(identifier) {
    return /^\d+$/.test(identifier);
}


/***/ })

};
