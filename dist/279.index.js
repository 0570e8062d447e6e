export const id = 279;
export const ids = [279,61,929];
export const modules = {

/***/ 75279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planNodeImages: () => (/* binding */ planNodeImages)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./build/log.js
var build_log = __webpack_require__(36650);
// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
// EXTERNAL MODULE: ./build/nearest-match.js
var nearest_match = __webpack_require__(67526);
// EXTERNAL MODULE: ./build/plan/node-image-spec.js
var node_image_spec = __webpack_require__(96662);
// EXTERNAL MODULE: ./build/plan/wanted-values.js
var wanted_values = __webpack_require__(53862);
// EXTERNAL MODULE: ./build/plan/yaml-entries.js
var yaml_entries = __webpack_require__(46286);
;// CONCATENATED MODULE: ./build/plan/wanted-images.js




const channelWords = ['supported', 'standard-support'];
const choiceKeys = ['os', 'os-version', 'hypervisor', 'release-channel', 'firmware', 'builder'];
const imageKeys = [...choiceKeys, 'config', 'config-file', 'additional-files', 'runs-on'];
function parseImages(text) {
    const problems = [];
    const entries = (0,yaml_entries/* entriesOf */.Mc)('images', text, problems).map((entry) => readImage(entry, problems));
    if (entries.length === 0 && problems.length === 0)
        problems.push('names no image');
    if (problems.length > 0)
        throw wrong('images', problems, imagesExample);
    return entries;
}
function parseExclusions(text) {
    const problems = [];
    const exclusions = (0,yaml_entries/* entriesOf */.Mc)('exclude', text, problems).map((entry) => readExclusion(entry, problems));
    if (problems.length > 0)
        throw wrong('exclude', problems, excludeExample);
    return exclusions;
}
const imagesExample = 'Write a list of mappings, such as `- {hypervisor: [vsphere, baremetal], release-channel: supported}`.';
const excludeExample = 'Write a list of mappings, such as `- {hypervisor: baremetal, release-channel: 1-33}`.';
function wrong(input, problems, fix) {
    return new action_error/* ActionError */.l(`\`${input}\` is wrong.`, { problems, fix });
}
function readImage(entry, problems) {
    (0,yaml_entries/* unknownKeys */.vX)(entry, imageKeys, problems);
    const read = choicesOf(entry, problems, channelWords);
    for (const key of ['hypervisor', 'release-channel']) {
        if (entry.values[key] === undefined)
            problems.push(`${entry.where}: \`${key}\` is missing`);
    }
    const config = (0,wanted_values/* configText */.Ut)(entry, problems);
    const configFile = (0,yaml_entries/* oneText */.Ib)(entry, 'config-file', problems);
    const runsOn = entry.values['runs-on'];
    const runner = runsOn === undefined ? undefined : (0,wanted_values/* runsOnOf */.zQ)(runsOn);
    if (runsOn !== undefined && runner === undefined)
        problems.push(`${entry.where}: ${notARunner}`);
    return {
        number: entry.number,
        os: read.os ?? ['ubuntu'],
        osVersions: read.osVersions ?? [undefined],
        hypervisors: read.hypervisors ?? [],
        firmwares: read.firmwares ?? [undefined],
        builders: read.builders ?? [undefined],
        releaseChannels: read.releaseChannels ?? [],
        ...(config !== undefined && { config }),
        ...(configFile !== undefined && { configFile }),
        additionalFiles: (0,yaml_entries/* texts */.Te)(entry, 'additional-files', problems) ?? [],
        ...(runner !== undefined && { runsOn: runner }),
    };
}
const notARunner = '`runs-on` must be a label, a list of labels, or a mapping with `group` and `labels`';
function readExclusion(entry, problems) {
    (0,yaml_entries/* unknownKeys */.vX)(entry, choiceKeys, problems);
    if (Object.keys(entry.values).length === 0)
        problems.push(`${entry.where}: would leave out everything`);
    return { number: entry.number, ...choicesOf(entry, problems, []) };
}
function choicesOf(entry, problems, extraChannels) {
    const read = (key, parse) => (0,yaml_entries/* texts */.Te)(entry, key, problems)?.flatMap((text) => {
        try {
            return [parse(text)];
        }
        catch (error) {
            if (!(error instanceof action_error/* ActionError */.l))
                throw error;
            const said = [error.headline, error.why, error.fix].filter((part) => part !== undefined).join(' ');
            problems.push(`${entry.where}: ${said.startsWith('`') ? said : `\`${key}\`: ${said}`}`);
            return [];
        }
    });
    const os = read('os', (text) => (0,wanted_values/* word */.Vm)(text, node_image_spec/* operatingSystems */.er, node_image_spec/* operatingSystemAliases */.T_));
    const osVersions = read('os-version', wanted_values/* parseVersionWord */.aW);
    const kinds = read('hypervisor', (text) => (0,wanted_values/* word */.Vm)(text, node_image_spec/* hypervisors */.j9, node_image_spec/* hypervisorAliases */.WU));
    const boots = read('firmware', (text) => (0,wanted_values/* word */.Vm)(text, node_image_spec/* firmwares */.Xr, node_image_spec/* firmwareAliases */.iA));
    const ways = read('builder', (text) => (0,wanted_values/* word */.Vm)(text, node_image_spec/* builders */.LX, {}));
    const channels = read('release-channel', (text) => (0,wanted_values/* parseChannel */.pn)(text, extraChannels));
    return {
        ...(os && { os }),
        ...(osVersions && { osVersions }),
        ...(kinds && { hypervisors: kinds }),
        ...(boots && { firmwares: boots }),
        ...(ways && { builders: ways }),
        ...(channels && { releaseChannels: channels }),
    };
}

;// CONCATENATED MODULE: ./build/plan/runners.js






const usualRunner = 'ubuntu-24.04';
function parseRunners(text) {
    const value = (0,yaml_entries/* yamlInput */.eR)('runners', text);
    const isNothing = value === null || value === undefined;
    const forAll = isNothing ? usualRunner : isForAll(value) ? (0,wanted_values/* runsOnOf */.zQ)(value) : undefined;
    if (forAll !== undefined)
        return { default: forAll, byHypervisor: new Map() };
    const problems = [];
    let other = usualRunner;
    const byHypervisor = new Map();
    for (const [key, given] of Object.entries((0,yaml_entries/* isMapping */.pi)(value) ? value : {})) {
        const runner = (0,wanted_values/* runsOnOf */.zQ)(given);
        const hypervisor = hypervisorOf(key);
        if (runner === undefined)
            problems.push(`\`${key}\`: ${notARunner}`);
        else if (key === 'default')
            other = runner;
        else if (hypervisor !== undefined)
            byHypervisor.set(hypervisor, runner);
        else {
            const near = (0,nearest_match/* nearestMatch */.G)(key, [...node_image_spec/* hypervisors */.j9, 'default']);
            problems.push(`\`${key}\` is no hypervisor${near ? `; did you mean \`${near}\`?` : `; there are ${node_image_spec/* hypervisors */.j9.join(', ')} and default`}`);
        }
    }
    if (!(0,yaml_entries/* isMapping */.pi)(value))
        problems.push(notARunner);
    if (problems.length === 0)
        return { default: other, byHypervisor };
    throw new action_error/* ActionError */.l('`runners` is wrong.', {
        problems,
        fix: 'Write a mapping such as `{baremetal: [self-hosted, kvm], default: ubuntu-24.04}`.',
    });
}
function isForAll(value) {
    return !(0,yaml_entries/* isMapping */.pi)(value) || 'group' in value || 'labels' in value;
}
function hypervisorOf(key) {
    const name = key.toLowerCase();
    const known = node_image_spec/* hypervisors */.j9.find((hypervisor) => hypervisor === name);
    if (known !== undefined)
        return known;
    return Object.hasOwn(node_image_spec/* hypervisorAliases */.WU, name)
        ? node_image_spec/* hypervisorAliases */.WU[name]
        : undefined;
}

// EXTERNAL MODULE: ./build/runner/inputs.js
var inputs = __webpack_require__(52266);
// EXTERNAL MODULE: ./build/runner/run.js + 5 modules
var run = __webpack_require__(19951);
// EXTERNAL MODULE: ./build/runner/runner-temp.js
var runner_temp = __webpack_require__(74872);
// EXTERNAL MODULE: ./build/runner/summary.js
var summary = __webpack_require__(61115);
// EXTERNAL MODULE: ./build/actions/interface.js + 2 modules
var actions_interface = __webpack_require__(88857);
;// CONCATENATED MODULE: ./build/actions/plan-node-images.js












const planNodeImages = (0,run/* defineAction */.QP)({
    name: 'plan-node-images',
    inputs: schemas/* object */.Ikc({
        ...actions_interface/* releaseInputs */.zy,
        'manifest-tarball': inputs/* text */.Qq.optional(),
        images: (0,inputs/* parsedBy */.f3)(parseImages),
        exclude: (0,inputs/* parsedBy */.f3)(parseExclusions).prefault(''),
        runners: (0,inputs/* parsedBy */.f3)(parseRunners).prefault('ubuntu-24.04'),
        'on-unsupported': (0,inputs/* oneOf */.yL)(['error', 'skip']).prefault('error'),
        'skip-unchanged': inputs/* flag */.Jt.prefault('false'),
        'max-age-days': (0,inputs/* wholeNumber */.rD)({ min: 1, max: 400 }).prefault('7'),
        'github-token': inputs/* text */.Qq.prefault('${{ github.token }}'),
    }),
    outputs: ['eks-a-version', 'matrix', 'has-builds', 'count', 'skipped', 'reused', 'plan-path'],
    async main({ inputs, log, secrets }) {
        const { fetchRelease } = await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(21), __webpack_require__.e(120), __webpack_require__.e(404), __webpack_require__.e(192)]).then(__webpack_require__.bind(__webpack_require__, 52192));
        const { makePlan } = await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(21), __webpack_require__.e(120), __webpack_require__.e(641), __webpack_require__.e(464)]).then(__webpack_require__.bind(__webpack_require__, 80465));
        secrets.add(inputs['github-token']);
        const fetched = await (0,build_log/* inGroup */.H)(log, 'Resolve the EKS Anywhere release', () => fetchRelease(inputs, log, secrets));
        const { release } = fetched;
        const title = `Node images of EKS Anywhere ${release.version}`;
        const plan = await makePlan(inputs, fetched, log, (tables) => (0,summary/* writeSummaryTables */.pg)(title, tables, secrets));
        const { matrix, reused, unsupported } = plan;
        const path = (0,external_node_path_.join)((0,runner_temp/* runnerTemp */.X)(), `node-images-plan-${(0,external_node_crypto_.randomUUID)()}.json`);
        await (0,promises_.writeFile)(path, `${JSON.stringify(plan.document, null, 2)}\n`);
        log.info(`${matrix.length} to build, ${reused.length} unchanged${unsupported > 0 ? `, ${unsupported} unsupported and left out` : ''}`);
        return {
            'eks-a-version': release.version,
            matrix: JSON.stringify({ include: matrix }),
            'has-builds': String(matrix.length > 0),
            count: matrix.length,
            skipped: reused.length + unsupported,
            reused: JSON.stringify(reused),
            'plan-path': path,
        };
    },
});


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


/***/ }),

/***/ 53862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ut: () => (/* binding */ configText),
/* harmony export */   Vm: () => (/* binding */ word),
/* harmony export */   aW: () => (/* binding */ parseVersionWord),
/* harmony export */   dZ: () => (/* binding */ isSecretSetting),
/* harmony export */   pn: () => (/* binding */ parseChannel),
/* harmony export */   zQ: () => (/* binding */ runsOnOf)
/* harmony export */ });
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);
/* harmony import */ var _nearest_match_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67526);
/* harmony import */ var _release_release_channel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52073);
/* harmony import */ var _yaml_entries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46286);




function word(text, values, aliases) {
    const given = text.trim().toLowerCase();
    const found = values.find((value) => value === given) ?? (Object.hasOwn(aliases, given) ? aliases[given] : undefined);
    if (found !== undefined)
        return found;
    const near = (0,_nearest_match_js__WEBPACK_IMPORTED_MODULE_3__/* .nearestMatch */ .G)(given, [...values, ...Object.keys(aliases)]);
    throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`"${text}" is not one of ${values.join(', ')}${near ? `; did you mean ${near}?` : ''}`);
}
function parseChannel(text, words) {
    const given = text.trim().toLowerCase();
    if (words.includes(given))
        return given;
    const near = /^\d/.test(given) ? undefined : (0,_nearest_match_js__WEBPACK_IMPORTED_MODULE_3__/* .nearestMatch */ .G)(given, words);
    if (near !== undefined)
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`"${text}" is no release channel; did you mean ${near}?`);
    return (0,_release_release_channel_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReleaseChannel */ .g)(text);
}
function parseVersionWord(text) {
    const version = text.trim().replace(/^(\d\d)(\d\d)$/, '$1.$2');
    if (/^\d{1,2}(\.\d\d)?$/.test(version))
        return version;
    throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`"${text}" is no version of an operating system.`, {
        fix: 'Write `22.04`, `24.04`, `8` or `9`.',
    });
}
function runsOnOf(value) {
    if ((0,_yaml_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .isScalar */ .jn)(value))
        return String(value);
    if (Array.isArray(value))
        return labelsOf(value);
    if (!(0,_yaml_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(value))
        return undefined;
    const { group, labels } = value;
    const rest = Object.keys(value).filter((key) => key !== 'group' && key !== 'labels');
    if (rest.length > 0 || (group === undefined && labels === undefined))
        return undefined;
    if (group !== undefined && !(0,_yaml_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .isScalar */ .jn)(group))
        return undefined;
    const list = labels === undefined || (0,_yaml_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .isScalar */ .jn)(labels) ? labels : labelsOf(labels);
    if (labels !== undefined && list === undefined)
        return undefined;
    return {
        ...(group !== undefined && { group: String(group) }),
        ...(list !== undefined && { labels: typeof list === 'object' ? list : String(list) }),
    };
}
function labelsOf(value) {
    if (!Array.isArray(value) || value.length === 0 || !value.every(_yaml_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .isScalar */ .jn))
        return undefined;
    return value.map(String);
}
const secretKey = /password|secret|token|activation_key/i;
const userInfo = /:\/\/[^/\s@]*:[^/\s@]*@/;
function isSecretSetting(key, value) {
    return secretKey.test(key) || userInfo.test(value);
}
function configText(entry, problems) {
    const value = entry.values['config'];
    if (value === undefined)
        return undefined;
    if (!(0,_yaml_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(value)) {
        problems.push(`${entry.where}: \`config\` must be a mapping of keys to values; a file goes into \`config-file\``);
        return undefined;
    }
    const config = [];
    for (const [key, setting] of Object.entries(value)) {
        if (!(0,_yaml_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .isScalar */ .jn)(setting))
            problems.push(`${entry.where}: \`config\`: \`${key}\` must be one value`);
        else if (isSecretSetting(key, String(setting)))
            problems.push(`${entry.where}: \`config\`: \`${key}\` is secret; a matrix is public, so give it to the job that builds with \`secrets\``);
        else
            config.push([key, String(setting)]);
    }
    return JSON.stringify(Object.fromEntries(config));
}


/***/ }),

/***/ 46286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ib: () => (/* binding */ oneText),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   eR: () => (/* binding */ yamlInput),
/* harmony export */   jn: () => (/* binding */ isScalar),
/* harmony export */   pi: () => (/* binding */ isMapping),
/* harmony export */   vX: () => (/* binding */ unknownKeys)
/* harmony export */ });
/* harmony import */ var _nearest_match_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67526);
/* harmony import */ var _release_yaml_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71929);


const maxBytes = 256 * 1024;
function yamlInput(input, text) {
    return (0,_release_yaml_document_js__WEBPACK_IMPORTED_MODULE_0__.parseYamlDocument)(text, { what: `\`${input}\``, maxBytes });
}
function entriesOf(input, text, problems) {
    const value = yamlInput(input, text) ?? [];
    const items = Array.isArray(value) ? value : [value];
    return items.flatMap((item, index) => {
        const where = `entry ${index + 1}`;
        if (isMapping(item))
            return [{ number: index + 1, where, values: withoutNull(item) }];
        problems.push(`${where}: not a mapping of keys to values, but ${shown(item)}`);
        return [];
    });
}
function unknownKeys({ where, values }, known, problems) {
    for (const key of Object.keys(values)) {
        if (known.includes(key))
            continue;
        const near = (0,_nearest_match_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestMatch */ .G)(key, known);
        problems.push(`${where}: \`${key}\` is no key of an image${near ? `; did you mean \`${near}\`?` : `; there are ${known.join(', ')}`}`);
    }
}
function texts(entry, key, problems) {
    const value = entry.values[key];
    if (value === undefined)
        return undefined;
    const items = Array.isArray(value) ? value : [value];
    if (items.length === 0)
        problems.push(`${entry.where}: \`${key}\` is an empty list`);
    return items.flatMap((item) => {
        if (isScalar(item))
            return [String(item)];
        problems.push(`${entry.where}: \`${key}\` must be one value or a list of values, not ${shown(item)}`);
        return [];
    });
}
function oneText(entry, key, problems) {
    const value = entry.values[key];
    if (value === undefined || isScalar(value))
        return value === undefined ? undefined : String(value);
    problems.push(`${entry.where}: \`${key}\` must be one value, not ${shown(value)}`);
    return undefined;
}
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isScalar(value) {
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
function withoutNull(mapping) {
    return Object.fromEntries(Object.entries(mapping).filter(([, value]) => value !== null && value !== ''));
}
function shown(value) {
    if (value === null)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    return isMapping(value) ? 'a mapping' : `"${String(value)}"`;
}


/***/ }),

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


/***/ }),

/***/ 61115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   cc: () => (/* binding */ writeGantt),
/* harmony export */   pg: () => (/* binding */ writeSummaryTables),
/* harmony export */   rm: () => (/* binding */ writeSummaryText)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89711);


async function writeSummary(title, facts, secrets) {
    const rows = facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => `| ${cell(name)} | ${cell(secrets.redact(String(value)))} |`);
    await writeSummaryText([`### ${title}`, '', '| | |', '|---|---|', ...rows, ''].join('\n'), secrets);
}
async function writeSummaryText(markdown, secrets) {
    if (!process.env['GITHUB_STEP_SUMMARY'])
        return;
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addRaw(secrets.redact(markdown), true).write();
    }
    catch (error) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(`The job summary was not written: ${(0,_action_error_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .g)(error)}`);
    }
}
function cell(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('|', '\\|')
        .replace(/\s*\n\s*/g, ' ');
}
async function writeSummaryTables(title, tables, secrets) {
    const line = (cells) => `| ${cells.map((value) => linkedCell(value, secrets)).join(' | ')} |`;
    const parts = tables
        .filter(({ rows }) => rows.length > 0)
        .map(({ lead, head, rows }) => [
        ...(lead === undefined ? [] : [cell(secrets.redact(lead)), '']),
        ...[line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line), ''],
    ].join('\n'));
    const heading = title === '' ? [] : [`### ${title}`, ''];
    await writeSummaryText([...heading, ...parts].join('\n'), secrets);
}
function linkedCell(value, secrets) {
    if (typeof value === 'string')
        return cell(secrets.redact(value));
    return `[${cell(secrets.redact(value.text))}](${encodeURI(value.href)})`;
}
async function writeGantt(title, spans, secrets) {
    if (!process.env['GITHUB_STEP_SUMMARY'] || spans.length === 0)
        return;
    let start = 0;
    const lines = spans.map(({ name, seconds }, index) => {
        const length = Math.max(1, Math.round(seconds));
        const line = `    ${name.replace(/[:;#,]/g, ' ')} :t${index}, ${start}, ${start + length}`;
        start += length;
        return line;
    });
    const chart = ['gantt', '    dateFormat X', '    axisFormat %H:%M:%S', ...lines].join('\n');
    await writeSummaryText(['', cell(title), '', '```mermaid', chart, '```', ''].join('\n'), secrets);
}


/***/ })

};
