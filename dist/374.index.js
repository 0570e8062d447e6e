export const id = 374;
export const ids = [374];
export const modules = {

/***/ 3374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  resolveEksaBundle: () => (/* binding */ resolveEksaBundle)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/coerce.js
var coerce = __webpack_require__(49567);
// EXTERNAL MODULE: ./build/log.js
var build_log = __webpack_require__(36650);
// EXTERNAL MODULE: ./build/release/release-channel.js
var release_channel = __webpack_require__(52073);
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
;// CONCATENATED MODULE: ./build/actions/release-report.js
function hookOutputs({ vmlinuz, initramfs, iso }) {
    return {
        'hook-vmlinuz-uri': vmlinuz.amd64,
        'hook-vmlinuz-uri-arm64': vmlinuz.arm64,
        'hook-initramfs-uri': initramfs.amd64,
        'hook-initramfs-uri-arm64': initramfs.arm64,
        'hook-iso-uri': iso.amd64,
        'hook-iso-uri-arm64': iso.arm64,
    };
}
function trustRows({ release, buildTooling, eksd }) {
    const isSigned = release.signature === 'verified';
    const signedEksd = Object.keys(eksd).filter((channel) => eksd[channel] === 'verified');
    const byGit = buildTooling?.readBy === 'git';
    const verified = [
        isSigned &&
            'By the signature of the bundle: version and number of the release, EKS-D names, build-tooling commit, sha256 of the image-builder CLI and of the Bottlerocket images',
        byGit &&
            `By git objects of ${isSigned ? 'that' : 'the'} commit: Bottlerocket versions and required tools`,
        signedEksd.length > 0 && `By the EKS-D signature: name, channel and number of ${signedEksd.join(', ')}`,
    ];
    const unverified = [
        !isSigned && 'the bundle itself',
        buildTooling?.readBy === 'tls' && 'Bottlerocket versions and required tools',
        'HookOS (no checksum is published)',
        'addresses and checksums of the EKS Anywhere CLI',
        'container images but for kind node',
        'components of EKS-D',
    ];
    return [
        ['Verified', sentence(verified)],
        ['Protected by TLS alone', sentence(unverified)],
        ['Notes', release.notes.length === 0 ? undefined : release.notes.join(' ')],
    ];
}
function sentence(parts) {
    const given = parts.filter((part) => part !== false);
    return given.length === 0 ? undefined : `${given.join('; ')}.`;
}

;// CONCATENATED MODULE: ./build/actions/resolve-eksa-bundle.js












const resolveEksaBundle = (0,run/* defineAction */.QP)({
    name: 'resolve-eksa-bundle',
    inputs: schemas/* object */.Ikc({
        ...actions_interface/* releaseInputs */.zy,
        'manifest-tarball': inputs/* text */.Qq.optional(),
        cell: inputs/* text */.Qq.optional(),
        'release-channel': (0,inputs/* fromCell */.jj)((0,inputs/* parsedBy */.f3)(release_channel/* parseReleaseChannel */.g).optional()),
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
        'bottlerocket-ova-uri',
        'bottlerocket-ova-version',
        'bottlerocket-raw-uri',
        'bottlerocket-raw-version',
        'bottlerocket-images',
        'template-tags',
        'hook-vmlinuz-uri',
        'hook-vmlinuz-uri-arm64',
        'hook-initramfs-uri',
        'hook-initramfs-uri-arm64',
        'hook-iso-uri',
        'hook-iso-uri-arm64',
        'image-builder-uri',
        'image-builder-sha256',
        'image-builder-version',
        'cli-archives',
        'required-tools',
        'support-matrix',
        'container-images-path',
        'release-path',
    ],
    async main({ inputs, log, secrets }) {
        const { fetchRelease } = await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(21), __webpack_require__.e(120), __webpack_require__.e(404), __webpack_require__.e(32)]).then(__webpack_require__.bind(__webpack_require__, 52192));
        const { gatherFacts, missingBottlerocket } = await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(21), __webpack_require__.e(641), __webpack_require__.e(665)]).then(__webpack_require__.bind(__webpack_require__, 59588));
        const { findChannel } = await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(120), __webpack_require__.e(61)]).then(__webpack_require__.bind(__webpack_require__, 66120));
        const wanted = inputs['release-channel'];
        const cell = wishesOf(inputs.cell);
        const { facts, channel } = await (0,build_log/* inGroup */.H)(log, 'Resolve the EKS Anywhere release', async () => {
            const fetched = await fetchRelease(inputs, log, secrets);
            const channel = wanted === undefined ? undefined : findChannel(fetched.release, wanted);
            const network = inputs['manifest-tarball'] === undefined ? 'online' : 'air-gapped';
            return { channel, facts: await gatherFacts(fetched, { channel, cell, network, log }) };
        });
        const missing = missingBottlerocket(facts, channel ? [channel] : facts.release.channels);
        if (missing)
            log.info(missing);
        const paths = await writeFiles(facts, log);
        await (0,summary/* writeSummary */.Sy)(`EKS Anywhere ${facts.release.version}`, summaryOf(facts, channel, missing), secrets);
        return { ...outputsOf(facts), ...channelOutputs(facts, channel, cell.os), ...paths };
    },
});
function wishesOf(cell) {
    const wishes = cellType.safeParse(JSON.parse(cell ?? 'null') ?? {}).data;
    return { os: wishes?.os, osVersion: wishes?.['os-version'], hypervisor: wishes?.hypervisor };
}
const word = coerce/* string */.Yj().optional();
const cellType = schemas/* object */.Ikc({ os: word, 'os-version': word, hypervisor: word });
async function writeFiles(facts, log) {
    const { release, images, ...rest } = facts;
    const pathOf = (name) => (0,external_node_path_.join)((0,runner_temp/* runnerTemp */.X)(), `${name}-${release.version}-${(0,external_node_crypto_.randomUUID)()}.json`);
    const paths = {
        'release-path': pathOf('eks-anywhere'),
        'container-images-path': pathOf('container-images'),
    };
    const { images: _, ...unsigned } = facts.unsigned;
    await (0,promises_.writeFile)(paths['release-path'], json({ ...release, ...rest, unsigned }));
    await (0,promises_.writeFile)(paths['container-images-path'], json(images));
    log.info(`${images.length} container images; ${Object.keys(facts.bottlerocket).length} release channels`);
    return paths;
}
function json(value) {
    return `${JSON.stringify(value, null, 2)}\n`;
}
function outputsOf({ release, unsigned, bottlerocket, matrix, requiredTools }) {
    return {
        'eks-a-version': release.version,
        'bundle-number': release.bundleNumber,
        'bundle-manifest-url': release.bundleManifestUrl,
        'build-tooling-commit': release.buildToolingCommit,
        'release-channels': JSON.stringify(release.channels.map(({ name }) => name)),
        signature: release.signature,
        'bottlerocket-images': JSON.stringify(bottlerocket),
        ...hookOutputs(unsigned.hookOs),
        'image-builder-uri': release.imageBuilder?.uri,
        'image-builder-sha256': release.imageBuilder?.sha256,
        'image-builder-version': release.imageBuilder?.version,
        'cli-archives': JSON.stringify(unsigned.cli),
        'required-tools': requiredTools && JSON.stringify(requiredTools),
        'support-matrix': matrix && JSON.stringify(matrix),
    };
}
function channelOutputs({ bottlerocket }, channel, os = 'bottlerocket') {
    const images = channel && bottlerocket[channel.name];
    return {
        'kube-version': channel?.kubeVersion,
        'eksd-release': channel?.eksdRelease,
        'eksd-manifest-url': channel?.eksdManifestUrl,
        'end-of-standard-support': channel?.endOfStandardSupport,
        'bottlerocket-ova-uri': images?.ova?.uri,
        'bottlerocket-ova-version': images?.ova?.version,
        'bottlerocket-raw-uri': images?.raw?.uri,
        'bottlerocket-raw-version': images?.raw?.version,
        'template-tags': channel && `os:${os},eksdRelease:${channel.eksdRelease}`,
    };
}
function summaryOf(facts, channel, missing) {
    const { release, bottlerocket } = facts;
    const images = channel && bottlerocket[channel.name];
    return [
        ['Bundle', release.bundleNumber],
        ['Signature', release.signature],
        ['Release channels', release.channels.map(({ name }) => name).join(', ')],
        ['Kubernetes', channel?.kubeVersion],
        ['EKS-D release', channel?.eksdRelease],
        ['End of standard support', channel?.endOfStandardSupport],
        ['Bottlerocket', images?.ova?.version ?? images?.raw?.version],
        ['No Bottlerocket', missing],
        ['image-builder CLI', release.imageBuilder?.version],
        ...trustRows(facts),
    ];
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


/***/ }),

/***/ 49567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yj: () => (/* binding */ string)
/* harmony export */ });
/* unused harmony exports number, boolean, bigint, date */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);


function string(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._coercedString */ .K_(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodString */ .NDH, params);
}
function number(params) {
    return core._coercedNumber(schemas.ZodNumber, params);
}
function boolean(params) {
    return core._coercedBoolean(schemas.ZodBoolean, params);
}
function bigint(params) {
    return core._coercedBigint(schemas.ZodBigInt, params);
}
function date(params) {
    return core._coercedDate(schemas.ZodDate, params);
}


/***/ })

};
