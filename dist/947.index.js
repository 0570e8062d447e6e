export const id = 947;
export const ids = [947,650,929];
export const modules = {

/***/ 11910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wQ: () => (/* binding */ buildToolingOf),
  cj: () => (/* binding */ bundleOf),
  mC: () => (/* binding */ parametersOf),
  bK: () => (/* binding */ signatureInWords),
  Yp: () => (/* binding */ verifiedByBundle),
  fu: () => (/* binding */ writeProvenance)
});

// UNUSED EXPORTS: releaseDependencies

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/image/guest-downloads.js
var guest_downloads = __webpack_require__(11062);
// EXTERNAL MODULE: ./build/image/provenance.js
var provenance = __webpack_require__(84451);
// EXTERNAL MODULE: ./build/plan/wanted-values.js
var wanted_values = __webpack_require__(53862);
// EXTERNAL MODULE: ./build/release/support-matrix.js + 1 modules
var support_matrix = __webpack_require__(20665);
// EXTERNAL MODULE: ./build/runner/provenance-run.js
var provenance_run = __webpack_require__(54228);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/image-builder/default-isos.js
var default_isos = __webpack_require__(54904);
// EXTERNAL MODULE: ./build/toolchain/file-digest.js
var file_digest = __webpack_require__(44313);
;// CONCATENATED MODULE: ./build/actions/build-materials.js






async function toolMaterials({ packer, ansible, pluginFolder, }) {
    return [
        {
            name: `packer ${packer.version}`,
            digest: await programDigest(packer.path),
            annotations: { of: 'the program' },
        },
        ...(await pluginMaterials(pluginFolder)),
        {
            name: `ansible-core ${ansible.version} and its lock, on Python ${ansible.pythonVersion}`,
            digest: { sha256: await lockDigest(ansible.binFolder) },
            annotations: {
                of: 'the requirements that pip installed it from, with the sha256 of each package, then those of the collections',
            },
        },
    ];
}
function requiredTools(eksaVersion) {
    const { packer, ansible } = (0,support_matrix/* supportMatrix */.pg)(eksaVersion).tools;
    const annotations = {
        known: 'the version that upstream requires; installed by whoever set up the runner (`setup: skip`)',
    };
    return [
        { name: `packer ${packer}`, uri: `pkg:generic/packer@${packer}`, annotations },
        ...(ansible === undefined
            ? []
            : [{ name: `ansible-core ${ansible}`, uri: `pkg:pypi/ansible-core@${ansible}`, annotations }]),
    ];
}
async function otherCli(cli, cliRelease) {
    return {
        name: `image-builder CLI ${cli.version} of EKS Anywhere ${cliRelease}`,
        digest: await programDigest(cli.path),
        annotations: { of: 'the program' },
    };
}
function isoMaterials({ os, osVersion, hypervisor, builder, eksaVersion }, config) {
    const { iso_url: uri, iso_checksum: digest, iso_checksum_type: algorithm = 'sha256' } = config;
    const name = 'installer ISO';
    if (uri !== undefined)
        return [{ name, uri, ...(digest !== undefined && { digest: { [algorithm]: digest.toLowerCase() } }) }];
    const isInstalled = os === 'ubuntu' && ['vsphere', 'baremetal'].includes(hypervisor) && builder !== 'clone';
    const usual = isInstalled ? (0,default_isos/* defaultIso */.H)(eksaVersion, osVersion) : undefined;
    if (usual === undefined)
        return [];
    const annotations = { known: 'what upstream names for this release; Packer compares the sha256' };
    return [{ name, uri: usual.url, digest: { sha256: usual.sha256 }, annotations }];
}
async function programDigest(path) {
    return { sha256: (await (0,file_digest/* sha256Of */.Bj)(await (0,promises_.realpath)(path))) ?? '' };
}
async function pluginMaterials(folder) {
    const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
    const programs = entries.filter((entry) => entry.isFile() && entry.name.startsWith('packer-plugin-'));
    return Promise.all(programs
        .filter(({ name }) => !name.endsWith('_SHA256SUM'))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map(async ({ name, parentPath }) => ({
        name,
        digest: await programDigest((0,external_node_path_.join)(parentPath, name)),
        annotations: { of: 'the program' },
    })));
}
async function lockDigest(binFolder) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const name of ['packages.txt', 'collections.txt'])
        hash.update(await (0,promises_.readFile)((0,external_node_path_.join)(binFolder, '..', name)));
    return hash.digest('hex');
}

;// CONCATENATED MODULE: ./build/actions/cell-provenance.js








async function writeProvenance(built, secrets) {
    const { image, spec, fetched, channel, config, setup } = built;
    const { version } = fetched.release;
    const eksd = await fetched.eksdManifest(channel);
    const downloads = (0,guest_downloads/* downloadsOfBuild */.z)(version);
    const statement = (0,provenance/* provenanceOf */.Jj)({
        image,
        run: (0,provenance_run/* provenanceRun */.J)('build-v1'),
        parameters: { ...parametersOf(spec), config: plainSettings(config, secrets) },
        manner: mannerOf(built),
        dependencies: [
            ...(0,provenance_run/* sourcesOfRun */.b)(),
            ...releaseDependencies(fetched, await foreignCli(built)),
            {
                name: channel.eksdRelease,
                uri: channel.eksdManifestUrl,
                ...(eksd.sha256 && { digest: { sha256: eksd.sha256 } }),
                annotations: { signature: eksd.signature },
            },
            ...(setup === undefined ? requiredTools(version) : await toolMaterials(setup.toolchain)),
            ...isoMaterials(spec, config),
        ],
        verified: [...verifiedByBundle(fetched), ...downloads.verified],
        unverified: downloads.unverified,
    });
    const path = (0,external_node_path_.join)((0,external_node_path_.dirname)(image.path), `${spec.id}.intoto.jsonl`);
    await (0,promises_.writeFile)(path, (0,provenance/* provenanceLine */.Mh)(statement, (text) => secrets.redact(text)));
    return path;
}
function cliReleaseOf({ setup, fetched }) {
    return setup?.tools.cliRelease ?? (0,support_matrix/* supportMatrix */.pg)(fetched.release.version).imageBuilderRelease;
}
async function foreignCli(built) {
    const cliRelease = cliReleaseOf(built);
    return cliRelease === built.fetched.release.version ? undefined : otherCli(built.cli, cliRelease);
}
function mannerOf(built) {
    const { inputs, setup, fetched } = built;
    return {
        setup: setup === undefined ? 'skip' : 'auto',
        'image-builder-release': cliReleaseOf(built),
        'verify-signature': inputs['verify-signature'],
        signature: fetched.release.signature,
        'bundle-public-key': inputs['bundle-public-key'] === undefined ? 'that of EKS Anywhere' : 'another one',
        development: inputs['eks-a-version'].kind === 'dev',
    };
}
function parametersOf(spec) {
    const { os, osVersion, hypervisor, firmware, builder, releaseChannel, eksaVersion } = spec;
    return { os, osVersion, hypervisor, firmware, builder, releaseChannel, eksaVersion };
}
function releaseDependencies(fetched, cli) {
    const { imageBuilder } = fetched.release;
    return [
        bundleOf(fetched),
        ...(cli !== undefined || imageBuilder === undefined
            ? [cli ?? []].flat()
            : [
                {
                    name: `image-builder CLI ${imageBuilder.version ?? ''}`.trim(),
                    uri: imageBuilder.uri,
                    digest: { sha256: imageBuilder.sha256 },
                },
            ]),
        buildToolingOf(fetched),
    ];
}
function bundleOf({ release, bundleSha256 }) {
    return {
        name: `EKS Anywhere bundle ${release.bundleNumber}`,
        uri: release.bundleManifestUrl,
        digest: { sha256: bundleSha256 },
        annotations: { signature: release.signature, release: release.version },
    };
}
function buildToolingOf({ release }) {
    return {
        name: 'EKS Anywhere build tooling',
        uri: 'git+https://github.com/aws/eks-anywhere-build-tooling',
        digest: { gitCommit: release.buildToolingCommit },
    };
}
function plainSettings(config, secrets) {
    return Object.fromEntries(Object.entries(config).filter(([key, value]) => !(0,wanted_values/* isSecretSetting */.dZ)(key, value) && secrets.redact(value) === value));
}
function verifiedByBundle({ release }) {
    const by = signatureInWords(release);
    return [
        { what: `release ${release.version} and its bundle ${release.bundleNumber}`, by },
        { what: 'image-builder CLI', by: `its sha256, by ${by}` },
        { what: 'EKS Anywhere build tooling', by: `the id of its commit, by ${by}` },
        { what: 'name of the EKS Distro release', by },
    ];
}
function signatureInWords({ signature }) {
    return {
        verified: 'the signature of the bundle',
        unsigned: 'the bundle, which has no signature before v0.22.0',
        skipped: 'the bundle, whose signature was not looked at (`verify-signature: skip`)',
    }[signature];
}


/***/ }),

/***/ 40707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ trustBlocks)
/* harmony export */ });
/* harmony import */ var _runner_docs_link_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20261);

function trustBlocks(signature, verified, unverified) {
    const isSigned = signature === 'verified';
    const isFit = ({ by }) => !isSigned && by.includes('the bundle');
    const fits = verified.filter(isFit).length;
    const counts = [
        `${verified.length - fits} verified`,
        ...(fits > 0 ? [`${fits} only fit the bundle`] : []),
        `${unverified.length} not`,
    ];
    const row = (mark, { what, by }) => [mark, what, by];
    return [
        {
            details: `What is verified, and what is not (${counts.join(', ')})`,
            blocks: [
                {
                    line: isSigned
                        ? 'The signature of the bundle is valid. Each verified item rests on a signature, as the last column says.'
                        : 'No signature of the bundle was verified. What only fits the bundle is as trustworthy as the connection that the bundle came by.',
                },
                {
                    head: ['Result', 'What', 'By'],
                    rows: [
                        ...verified.map((evidence) => row(isFit(evidence) ? '☑️ fits the bundle' : '✅ verified', evidence)),
                        ...unverified.map((evidence) => row('⚠️ not verified', evidence)),
                    ],
                },
                { line: { text: 'What is verified by what', href: (0,_runner_docs_link_js__WEBPACK_IMPORTED_MODULE_0__/* .docsLink */ ._)('docs/trust.md') } },
            ],
        },
    ];
}


/***/ }),

/***/ 54904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ defaultIso),
/* harmony export */   I: () => (/* binding */ oldIsoUrl)
/* harmony export */ });
/* harmony import */ var _release_support_matrix_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20665);

const focal = {
    url: 'http://cdimage.ubuntu.com/ubuntu-legacy-server/releases/20.04/release/ubuntu-20.04.1-legacy-server-amd64.iso',
    sha256: 'f11bda2f2caed8f420802b59f382c25160b114ccc665dbac9c5046e7fceaced2',
};
const isos = [
    ['v0.16.0', '20.04', focal],
    [
        'v0.17.0',
        '22.04',
        iso('jammy', '22.04.1', '10f19c5b2b8d6db711582e0e27f5116296c34fe4b313ba45f9b201a5007056cb'),
    ],
    [
        'v0.19.7',
        '22.04',
        iso('22.04.4', '22.04.4', '45f873de9f8cb637345d6e66a583762730bbea30277ef7b32c9c3bd6700a32b2'),
    ],
    [
        'v0.20.7',
        '22.04',
        iso('22.04.5', '22.04.5', '9bc6028870aef3f74f4e16b900008179e78b130e6b0b9a140635434a46aa98b0'),
    ],
    [
        'v0.24.0',
        '24.04',
        iso('noble', '24.04.2', 'd6dab0c3a657988501b4bd76f1297c053df710e06e0c3aece60dead24f270b4d'),
    ],
    [
        'v0.25.0',
        '24.04',
        iso('noble', '24.04.3', 'c3514bf0056180d09376462a7a1b4f213c1d6e8ea67fae5c25099c6fd3d8274b'),
    ],
];
function iso(folder, version, sha256) {
    const host = version === '22.04.1' ? 'https://old-releases.ubuntu.com/releases' : 'https://releases.ubuntu.com';
    return { url: `${host}/${folder}/ubuntu-${version}-live-server-amd64.iso`, sha256 };
}
function defaultIso(eksaVersion, osVersion) {
    return isos.findLast(([since, version]) => version === osVersion && (0,_release_support_matrix_js__WEBPACK_IMPORTED_MODULE_0__/* .isAtLeast */ .du)(eksaVersion, since))?.[2];
}
const seriesOf = { '20.04': 'focal', '22.04': 'jammy', '24.04': 'noble' };
function oldIsoUrl(url) {
    const [, name, version = ''] = /releases\.ubuntu\.com\/.*\/(ubuntu-(\d\d\.\d\d)[\d.]*-[\w-]+\.iso)$/.exec(url) ?? [];
    const series = seriesOf[version];
    if (name === undefined || series === undefined)
        return undefined;
    return `https://old-releases.ubuntu.com/releases/${series}/${name}`;
}


/***/ }),

/***/ 11062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ downloadsOfBuild)
/* harmony export */ });
/* harmony import */ var _release_support_matrix_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20665);

const downloads = [
    {
        what: 'containerd',
        by: 'its sha256 in the bundle, which upstream compares',
        isVerified: true,
    },
    { what: 'CNI plugins', by: 'a sha256 in the EKS Distro manifest, whose components are not signed' },
    { what: 'kubelet, kubeadm, kubectl', by: 'TLS alone: upstream compares no checksum' },
    {
        what: 'kube-apiserver, kube-controller-manager, kube-scheduler, kube-proxy',
        by: 'TLS alone: upstream compares no checksum',
    },
    {
        what: 'container images pause, coredns, etcd',
        by: 'TLS alone: the EKS Distro manifest has no checksum of them',
    },
    { what: 'etcd', by: 'a sha256 in the EKS Distro manifest, compared after it is installed' },
    { what: 'etcdadm', by: 'TLS alone: upstream does not compare the sha256 in the bundle' },
    { what: 'goss, from github.com', by: 'TLS alone' },
    {
        what: 'crictl, from github.com instead of the bundle',
        by: 'a checksum from the same server',
        since: 'v0.25.0',
    },
    { what: 'runc, from github.com', by: 'a checksum from the same server', since: 'v0.25.0' },
    { what: 'containerd.service, from raw.githubusercontent.com', by: 'TLS alone', since: 'v0.25.0' },
    { what: 'kubernetes-sigs/image-builder', by: 'a tag that the verified build tooling names, over TLS' },
    {
        what: 'packages of the operating system',
        by: "the keys of its distribution, unless the config's sources turn that off",
    },
];
function downloadsOfBuild(eksaVersion) {
    const known = downloads.filter(({ since }) => since === undefined || (0,_release_support_matrix_js__WEBPACK_IMPORTED_MODULE_0__/* .isAtLeast */ .du)(eksaVersion, since));
    const evidence = (wanted) => known.filter(({ isVerified }) => (isVerified === true) === wanted).map(({ what, by }) => ({ what, by }));
    return { verified: evidence(true), unverified: evidence(false) };
}


/***/ }),

/***/ 84451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ provenanceOf),
/* harmony export */   Mh: () => (/* binding */ provenanceLine)
/* harmony export */ });
/* unused harmony exports statementType, predicateType */
const statementType = 'https://in-toto.io/Statement/v1';
const predicateType = 'https://slsa.dev/provenance/v1';
function provenanceOf(facts) {
    const { image, run } = facts;
    return {
        _type: statementType,
        subject: [{ name: image.fileName, digest: { sha256: image.sha256 } }],
        predicateType,
        predicate: {
            buildDefinition: {
                buildType: run.buildType,
                externalParameters: { workflow: run.workflow, image: facts.parameters },
                internalParameters: {
                    github: run.environment,
                    ...(facts.manner && { manner: facts.manner }),
                    image: {
                        format: image.format,
                        size: image.size,
                        contents: image.contents,
                        templateTags: image.templateTags,
                        ...(image.amis && { amis: image.amis }),
                    },
                    verified: facts.verified,
                    unverified: facts.unverified,
                },
                resolvedDependencies: facts.dependencies,
            },
            runDetails: {
                builder: { id: run.builderId, version: { 'eks-anywhere-node-images': run.suiteVersion } },
                metadata: {
                    invocationId: run.invocationId,
                    startedOn: timestamp(run.startedOn),
                    finishedOn: timestamp(run.finishedOn),
                },
            },
        },
    };
}
function provenanceLine(statement, redact) {
    const clean = (_key, value) => (typeof value === 'string' ? redact(value) : value);
    return `${JSON.stringify(statement, clean)}\n`;
}
function timestamp(date) {
    return `${date.toISOString().slice(0, 19)}Z`;
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

/***/ 86343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ suiteVersion)
/* harmony export */ });
const suiteVersion = '0.1.0';


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

/***/ 43497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ supportedConfigKeys)
/* harmony export */ });
function keys(names, range = {}) {
    return Object.fromEntries(names.split(' ').map((name) => [name, range]));
}
const iso = keys('iso_url iso_checksum iso_checksum_type');
const proxy = keys('http_proxy https_proxy no_proxy', { since: 'v0.18.0' });
const packages = keys('extra_debs extra_repos extra_rpms', { since: 'v0.17.0' });
const overrides = keys('firstboot_custom_roles_pre firstboot_custom_roles_post node_custom_roles_pre node_custom_roles_post disable_public_repos reenable_public_repos', { since: 'v0.17.3' });
const airGapped = keys('eksa_build_tooling_repo_url image_builder_repo_url private_artifacts_eksd_fqdn private_artifacts_eksa_fqdn', { since: 'v0.18.0' });
const ssh = keys('ssh_timeout ssh_handshake_attempts', { since: 'v0.24.1' });
const account = 'rhel_username rhel_password';
const subscription = {
    ...keys('rhsm_server_proxy_hostname rhsm_server_proxy_port rhsm_server_hostname rhsm_server_release_version rhsm_activation_key rhsm_org_id', { since: 'v0.18.0' }),
    ...keys('redhat_epel_rpm epel_rpm_gpg_key', { since: 'v0.26.1' }),
};
const machine = {
    ...iso,
    ...keys(account),
    ...subscription,
    ...proxy,
    ...packages,
    ...overrides,
    ...airGapped,
    ...ssh,
};
const supportedConfigKeys = {
    vsphere: {
        ...keys('vcenter_server username password datacenter cluster datastore folder network resource_pool template insecure_connection convert_to_template create_snapshot linked_clone'),
        ...keys('vsphere_library_name', { until: 'v0.19' }),
        ...keys('vmx_version', { since: 'v0.22.3' }),
        ...machine,
    },
    baremetal: { ...keys('disk_size', { since: 'v0.23.3' }), ...machine, ...keys('extra_rpms') },
    nutanix: {
        ...keys('nutanix_cluster_name image_name nutanix_endpoint nutanix_insecure nutanix_port nutanix_username nutanix_password nutanix_subnet_name'),
        ...keys('source_image_name', { until: 'v0.20.9 v0.21.2' }),
        ...keys('image_url image_export', { since: 'v0.18.0' }),
        ...keys('image_size_gb', { since: 'v0.22.0' }),
        ...keys(account, { since: 'v0.18.0' }),
        ...subscription,
        ...proxy,
        ...packages,
        ...overrides,
        ...airGapped,
    },
    cloudstack: { ...keys('ansible_user_vars'), ...machine },
    ami: {
        ...keys('ami_filter_name ami_filter_owners ami_regions aws_region builder_instance_type manifest_output root_device_name subnet_id volume_size volume_type'),
        ...keys('ansible_extra_vars custom_role custom_role_name_list custom_role_names', { until: 'v0.16' }),
        ...proxy,
        ...packages,
        ...overrides,
    },
};


/***/ }),

/***/ 20665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dl: () => (/* binding */ bottlerocketFormats),
  Ub: () => (/* binding */ hasLongOutputNames),
  kN: () => (/* binding */ hasOsFlags),
  du: () => (/* binding */ isAtLeast),
  ST: () => (/* binding */ isGone),
  cN: () => (/* binding */ oldestSupported),
  pg: () => (/* binding */ supportMatrix)
});

// EXTERNAL MODULE: ./build/release/support-config-keys.js
var support_config_keys = __webpack_require__(43497);
;// CONCATENATED MODULE: ./build/release/support-table.js
const supportSources = [
    'aws/eks-anywhere-build-tooling projects/aws/image-builder/{cmd/build.go,builder}, SUPPORTED_RELEASE_BRANCHES and REQUIRED_DEPENDENCY_VERSIONS.yaml at the commit of each release from v0.16.0 to v0.26.1, read 2026-08-18',
    'aws/eks-anywhere docs/content/en/docs/whatsnew/changelog.md, read 2026-08-18',
];
function toolsWith(ansible) {
    const plugins = { ansible: '1.1.0', goss: '3.1.4', nutanix: '0.8.1' };
    return { packer: '1.9.5', ansible, plugins, oldestPython: '3.9', newestPython: '3.11' };
}
const [focal, jammy, noble] = ['20.04', '22.04', '24.04'];
const supportRows = [
    {
        since: 'v0.16.0',
        imageBuilder: '0.1.2',
        channels: ['1-23', '1-27'],
        usual: { ubuntu: focal, redhat: '8' },
        builds: {
            vsphere: { ubuntu: [focal], redhat: ['8'] },
            baremetal: { ubuntu: [focal], redhat: ['8'] },
            nutanix: { ubuntu: [focal] },
            cloudstack: { redhat: ['8'] },
            ami: { ubuntu: [focal] },
        },
        efi: [],
        newFlags: [
            'os',
            'hypervisor',
            'release-channel',
            'vsphere-config',
            'baremetal-config',
            'nutanix-config',
            'cloudstack-config',
            'ami-config',
            'force',
        ],
        tools: { packer: '1.8.6' },
    },
    {
        since: 'v0.17.0',
        imageBuilder: 'v0.2.1',
        builds: {
            vsphere: { ubuntu: [focal, jammy], redhat: ['8'] },
            baremetal: { ubuntu: [focal, jammy], redhat: ['8'] },
            nutanix: { ubuntu: [focal, jammy] },
            cloudstack: { redhat: ['8'] },
            ami: { ubuntu: [focal, jammy] },
        },
        efi: ['ubuntu-vsphere', 'ubuntu-baremetal'],
        newFlags: ['os-version', 'files-config', 'firmware', 'eksa-release'],
        tools: { packer: '1.8.7' },
    },
    {
        since: 'v0.18.0',
        imageBuilder: 'v0.3.0',
        channels: ['1-24', '1-28'],
        builds: {
            vsphere: { ubuntu: [focal, jammy], redhat: ['8'] },
            baremetal: { ubuntu: [focal, jammy], redhat: ['8'] },
            nutanix: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
            cloudstack: { redhat: ['8'] },
            ami: { ubuntu: [focal, jammy] },
        },
        newFlags: ['manifest-tarball', 'air-gapped'],
        tools: { packer: '1.9.4', oldestPython: '3.9' },
    },
    { since: 'v0.18.2', imageBuilder: 'v0.3.1' },
    {
        since: 'v0.19.0',
        imageBuilder: 'v0.4.0',
        channels: ['1-25', '1-29'],
        builds: {
            vsphere: { ubuntu: [focal, jammy], redhat: ['8'] },
            baremetal: { ubuntu: [focal, jammy], redhat: ['8'] },
            nutanix: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
            cloudstack: { redhat: ['8', '9'] },
            ami: { ubuntu: [focal, jammy] },
        },
        newFlags: ['ansible-verbosity'],
        tools: toolsWith('2.15.9'),
    },
    { since: 'v0.19.7', tools: toolsWith('2.15.10') },
    {
        since: 'v0.20.0',
        imageBuilder: 'v0.5.0',
        channels: ['1-26', '1-30'],
        builds: {
            vsphere: { ubuntu: [focal, jammy], redhat: ['8'] },
            baremetal: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
            nutanix: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
            cloudstack: { redhat: ['8', '9'] },
            ami: { ubuntu: [focal, jammy] },
        },
        efi: ['ubuntu-vsphere', 'ubuntu-baremetal', 'redhat-baremetal'],
    },
    { since: 'v0.20.11', tools: toolsWith('2.15.12') },
    { since: 'v0.21.0', channels: ['1-27', '1-31'], tools: toolsWith('2.15.10') },
    { since: 'v0.21.4', tools: toolsWith('2.15.12') },
    { since: 'v0.21.8', tools: toolsWith('2.15.13') },
    { since: 'v0.22.0', channels: ['1-28', '1-32'] },
    {
        since: 'v0.22.1',
        builds: {
            vsphere: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
            baremetal: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
            nutanix: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
            cloudstack: { redhat: ['8', '9'] },
            ami: { ubuntu: [focal, jammy] },
        },
    },
    {
        since: 'v0.22.2',
        imageBuilder: 'v0.6.0',
        efi: ['ubuntu-vsphere', 'ubuntu-baremetal', 'redhat-baremetal', 'redhat-vsphere'],
    },
    { since: 'v0.23.0', channels: ['1-28', '1-33'] },
    {
        since: 'v0.24.0',
        imageBuilder: 'v0.7.0',
        channels: ['1-28', '1-34'],
        builds: {
            vsphere: { ubuntu: [focal, jammy, noble], redhat: ['8', '9'] },
            baremetal: { ubuntu: [focal, jammy, noble], redhat: ['8', '9'] },
            nutanix: { ubuntu: [focal, jammy, noble], redhat: ['8', '9'] },
            cloudstack: { redhat: ['8', '9'] },
            ami: { ubuntu: [focal, jammy, noble] },
        },
        newFlags: ['builder'],
    },
    {
        since: 'v0.25.0',
        channels: ['1-29', '1-35'],
        usual: { ubuntu: jammy, redhat: '8' },
        builds: {
            vsphere: { ubuntu: [jammy, noble], redhat: ['8', '9'] },
            baremetal: { ubuntu: [jammy, noble], redhat: ['8', '9'] },
            nutanix: { ubuntu: [jammy, noble], redhat: ['8', '9'] },
            cloudstack: { redhat: ['8', '9'] },
            ami: { ubuntu: [jammy, noble] },
        },
        newFlags: ['dev'],
    },
    {
        since: 'v0.26.0',
        channels: ['1-30', '1-36'],
        builds: {
            vsphere: { ubuntu: [jammy, noble], redhat: ['8', '9'] },
            baremetal: { ubuntu: [jammy, noble], redhat: ['8', '9'] },
            nutanix: { ubuntu: [jammy, noble], redhat: ['8', '9'] },
            cloudstack: {},
            ami: { ubuntu: [jammy, noble] },
        },
    },
];

// EXTERNAL MODULE: ./build/release/version.js
var version = __webpack_require__(70590);
;// CONCATENATED MODULE: ./build/release/support-matrix.js



const oldestSupported = 'v0.16.0';
const bottlerocketFormats = { vsphere: 'ova', baremetal: 'raw', ami: 'ami' };
const firstWithOsFlags = 'v0.17.0';
const firstWithLongNames = 'v0.18.0';
const newestLine = 'v0.26';
const lastRawChannel = '1-28';
const known = new Map();
function supportMatrix(eksaVersion) {
    const matrix = known.get(eksaVersion) ?? readTable(eksaVersion);
    known.set(eksaVersion, matrix);
    return matrix;
}
function readTable(eksaVersion) {
    const rows = supportRows.filter(({ since }) => isAtLeast(eksaVersion, since));
    const [first, ...later] = rows;
    if (first === undefined)
        throw new RangeError(`no row for ${eksaVersion}`);
    const row = Object.assign({}, first, ...later);
    const flags = rows.flatMap(({ newFlags }) => newFlags ?? []);
    return {
        release: eksaVersion,
        since: row.since,
        notes: notesOn(eksaVersion, row),
        imageBuilderRelease: imageBuilderRelease(eksaVersion),
        imageBuilderVersion: row.imageBuilder,
        releaseChannels: channelsBetween(row.channels),
        usualVersions: row.usual,
        targets: targetsOf(row, flags),
        bottlerocket: { formats: bottlerocketFormats, lastRawChannel },
        flags,
        configKeys: configKeysOf(eksaVersion),
        tools: row.tools,
        sources: supportSources,
    };
}
function notesOn(eksaVersion, { since }) {
    if (!isAfter(eksaVersion, newestLine))
        return [];
    return [
        `${eksaVersion} is newer than what is known here about the image-builder CLI; the rules of ${since} are used.`,
    ];
}
function imageBuilderRelease(eksaVersion) {
    return ['v0.16.0', 'v0.16.1', 'v0.16.2'].includes(eksaVersion) ? 'v0.16.5' : eksaVersion;
}
function channelsBetween([first, last]) {
    const [from, to] = [first, last].map((channel) => Number(channel.slice(2)));
    return Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, index) => `1-${(from ?? 0) + index}`);
}
function targetsOf(row, flags) {
    return Object.entries(row.builds).flatMap(([name, builds]) => {
        const hypervisor = name;
        const builders = hypervisor === 'vsphere' && flags.includes('builder') ? ['iso', 'clone'] : [];
        return ['ubuntu', 'redhat'].flatMap((os) => (builds[os] ?? []).map((osVersion) => ({
            os,
            osVersion,
            hypervisor,
            firmwares: firmwaresOf(row, os, osVersion, hypervisor),
            builders: builders.length > 0 ? builders : ['iso'],
        })));
    });
}
function firmwaresOf({ efi }, os, osVersion, hypervisor) {
    if (efi.length === 0)
        return [];
    if (!efi.includes(`${os}-${hypervisor}`) || (os === 'redhat' && osVersion !== '9'))
        return ['bios'];
    return hypervisor === 'baremetal' ? ['efi'] : ['bios', 'efi'];
}
function configKeysOf(eksaVersion) {
    const existing = (hypervisor) => Object.entries(support_config_keys/* supportedConfigKeys */.R[hypervisor])
        .filter(([, { since, until }]) => {
        const isTooEarly = since !== undefined && !isAtLeast(eksaVersion, since);
        return !isTooEarly && !(until !== undefined && isGone(eksaVersion, until));
    })
        .map(([key]) => key);
    return {
        vsphere: existing('vsphere'),
        baremetal: existing('baremetal'),
        nutanix: existing('nutanix'),
        cloudstack: existing('cloudstack'),
        ami: existing('ami'),
    };
}
function hasOsFlags(eksaVersion) {
    return isAtLeast(eksaVersion, firstWithOsFlags);
}
function hasLongOutputNames(eksaVersion) {
    return isAtLeast(eksaVersion, firstWithLongNames);
}
function isGone(eksaVersion, until) {
    const lasts = until.split(' ');
    const lineOf = (version) => version.split('.').slice(0, 2).join('.');
    const last = lasts.find((version) => lineOf(version) === lineOf(eksaVersion)) ?? lasts.at(-1) ?? until;
    return isAfter(eksaVersion, last);
}
function isAfter(eksaVersion, last) {
    const isLine = last.split('.').length === 2;
    if (isLine && eksaVersion.startsWith(`${last}.`))
        return false;
    return isAtLeast(eksaVersion, isLine ? `${last}.0` : last) && eksaVersion !== last;
}
function isAtLeast(eksaVersion, since) {
    return eksaVersion.startsWith('v0.0.0-') || (0,version/* compareVersions */.Zy)(eksaVersion, since) >= 0;
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

/***/ 54228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ provenanceRun),
/* harmony export */   b: () => (/* binding */ sourcesOfRun)
/* harmony export */ });
/* harmony import */ var _plan_suite_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86343);

const startedOn = new Date(performance.timeOrigin);
function provenanceRun(kind, environment = process.env) {
    const of = (name) => environment[name] ?? '';
    const server = environment['GITHUB_SERVER_URL'] ?? 'https://github.com';
    const repository = `${server}/${of('GITHUB_REPOSITORY')}`;
    const action = environment['GITHUB_ACTION_REPOSITORY'] || of('GITHUB_REPOSITORY');
    const [workflowPath = '', workflowRef = ''] = of('GITHUB_WORKFLOW_REF')
        .replace(`${of('GITHUB_REPOSITORY')}/`, '')
        .split('@');
    return {
        builderId: `${server}/${of('GITHUB_WORKFLOW_REF') || of('GITHUB_REPOSITORY')}`,
        buildType: `${server}/${action}/blob/main/docs/provenance.md#${kind}`,
        suiteVersion: _plan_suite_version_js__WEBPACK_IMPORTED_MODULE_0__/* .suiteVersion */ .D,
        invocationId: `${repository}/actions/runs/${of('GITHUB_RUN_ID')}/attempts/${environment['GITHUB_RUN_ATTEMPT'] ?? '1'}`,
        workflow: { repository, path: workflowPath, ref: workflowRef },
        environment: {
            event_name: of('GITHUB_EVENT_NAME'),
            repository_id: of('GITHUB_REPOSITORY_ID'),
            repository_owner_id: of('GITHUB_REPOSITORY_OWNER_ID'),
            runner_environment: of('RUNNER_ENVIRONMENT'),
        },
        startedOn,
        finishedOn: new Date(),
    };
}
function sourcesOfRun(environment = process.env) {
    const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_SHA: commit } = environment;
    if (!commit)
        return [];
    const ref = environment['GITHUB_REF'] ? `@${environment['GITHUB_REF']}` : '';
    return [
        {
            uri: `git+${server}/${environment['GITHUB_REPOSITORY'] ?? ''}${ref}`,
            digest: { gitCommit: commit },
        },
    ];
}


/***/ }),

/***/ 44313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   RD: () => (/* binding */ isAsNoted),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   t6: () => (/* binding */ noteDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46466);




async function sha256Of(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    try {
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, { highWaterMark: 1 << 20 }), hash);
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    }
    return hash.digest('hex');
}
async function noteDigest(path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(`${path}.sha256`, `${await sha256Of(path)}\n`);
}
async function isAsNoted(path) {
    const noted = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(`${path}.sha256`, 'utf8');
    return noted.trim() === (await sha256Of(path));
}
function keyOf(...parts) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(parts)).digest('hex');
}


/***/ })

};
