export const id = 870;
export const ids = [870];
export const modules = {

/***/ 57958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   NK: () => (/* binding */ findingText),
/* harmony export */   Pk: () => (/* binding */ parseFlatMapping)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

function findingText({ text, place }) {
    if (place === undefined)
        return text;
    return `${place.name}${place.line === undefined ? '' : `, line ${place.line}`}: ${text}`;
}
function parseFlatMapping(source, { problems, notes }) {
    const { text, ...place } = source;
    if (text.trim() === '')
        return [];
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, {
        schema: 'failsafe',
        uniqueKeys: true,
        prettyErrors: false,
        lineCounter: lines,
    });
    const placeOf = (offset) => offset === undefined ? place : { ...place, line: lines.linePos(offset).line };
    if (document.errors.length > 0) {
        problems.push(...document.errors.map((error) => ({ text: error.message, place: placeOf(error.pos[0]) })));
        return undefined;
    }
    if (document.contents === null)
        return [];
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(document.contents)) {
        problems.push({ text: `not a mapping of keys to values, but ${kindOf(document.contents)}`, place });
        return undefined;
    }
    if (isLooseJson(text))
        notes.push({ text: 'is no strict JSON (a comment, or a comma too many); it is read as YAML', place });
    return document.contents.items.flatMap(({ key, value }) => {
        const at = placeOf((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? key.range?.[0] : undefined);
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key)) {
            problems.push({ text: 'a key that is not text', place: at });
            return [];
        }
        const name = String(key.value);
        if (name.startsWith('//')) {
            problems.push({ text: 'a comment begins with `#`, not with `//`', place: at });
            return [];
        }
        const read = readValue(value);
        if (read === undefined)
            problems.push({ text: `\`${name}\` must be one value, but is ${kindOf(value)}`, place: at });
        return [{ key: name, value: read, place: at }];
    });
}
function readValue(node) {
    if (node === null)
        return '';
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node)) {
        const isNothing = node.type === 'PLAIN' && /^(null|~)$/i.test(String(node.value));
        return isNothing ? '' : String(node.value ?? '');
    }
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node) || !node.items.every(yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn))
        return undefined;
    return node.items.map((item) => String((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item) ? (item.value ?? '') : ''));
}
function isLooseJson(text) {
    if (!/^\ufeff?\s*\{\s*["#]/.test(text))
        return false;
    try {
        JSON.parse(text.replace(/^\ufeff/, ''));
        return false;
    }
    catch {
        return true;
    }
}
function kindOf(node) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return 'a mapping';
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node))
        return 'a single value';
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
        return 'an alias';
    return node === null ? 'empty' : 'a list';
}


/***/ }),

/***/ 80306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ bottlerocketFormat),
/* harmony export */   z: () => (/* binding */ bottlerocketProblems)
/* harmony export */ });
/* harmony import */ var _release_support_matrix_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20665);
/* harmony import */ var _node_image_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96662);


function bottlerocketFormat(hypervisor) {
    return Object.hasOwn(_release_support_matrix_js__WEBPACK_IMPORTED_MODULE_0__/* .bottlerocketFormats */ .dl, hypervisor)
        ? _release_support_matrix_js__WEBPACK_IMPORTED_MODULE_0__/* .bottlerocketFormats */ .dl[hypervisor]
        : undefined;
}
function bottlerocketProblems(wanted, release, problems) {
    for (const [input, value] of [
        ['os-version', wanted.osVersion],
        ['firmware', wanted.firmware],
        ['builder', wanted.builder],
    ]) {
        if (value !== undefined)
            problems.push(`\`${input}\`: Bottlerocket has no choice of it (${value}); leave it out`);
    }
    const format = bottlerocketFormat(wanted.hypervisor);
    if (format === undefined) {
        const others = Object.keys(_release_support_matrix_js__WEBPACK_IMPORTED_MODULE_0__/* .bottlerocketFormats */ .dl).join(', ');
        problems.push(`\`hypervisor\`: Bottlerocket exists for ${others}, not for ${wanted.hypervisor}`);
        return {};
    }
    const channel = release.channels.find(({ name }) => name === wanted.releaseChannel);
    if (channel !== undefined && channel.bottlerocket[format] === undefined) {
        problems.push(`\`release-channel\`: ${reasonFor(format, wanted, release)}`);
    }
    return {};
}
function reasonFor(format, wanted, release) {
    const { lastRawChannel } = (0,_release_support_matrix_js__WEBPACK_IMPORTED_MODULE_0__/* .supportMatrix */ .pg)(release.version).bottlerocket;
    const name = _node_image_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .hypervisorNames */ .ik[wanted.hypervisor];
    if (format === 'raw' && minor(wanted.releaseChannel) > minor(lastRawChannel)) {
        return `Bottlerocket for ${name} ends with ${lastRawChannel}; there is none for ${wanted.releaseChannel}`;
    }
    return `the bundle of ${release.version} has no Bottlerocket for ${name} in ${wanted.releaseChannel}`;
}
function minor(channel) {
    return Number(channel.split('-')[1]);
}


/***/ }),

/***/ 37931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _$: () => (/* binding */ completeBuild),
/* harmony export */   ab: () => (/* binding */ refuseTooOld),
/* harmony export */   cd: () => (/* binding */ checkImage)
/* harmony export */ });
/* unused harmony export completeSpec */
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);
/* harmony import */ var _nearest_match_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67526);
/* harmony import */ var _release_resolve_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66120);
/* harmony import */ var _release_support_matrix_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20665);
/* harmony import */ var _bottlerocket_support_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80306);
/* harmony import */ var _node_image_spec_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96662);






function completeSpec(wanted, release) {
    refuseTooOld(release.version);
    (0,_release_resolve_js__WEBPACK_IMPORTED_MODULE_1__.findChannel)(release, wanted.releaseChannel);
    const checked = checkImage(wanted, release);
    if ('spec' in checked)
        return checked.spec;
    throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`${release.version} cannot build this image.`, { problems: checked.problems });
}
function completeBuild(wanted, release) {
    const spec = completeSpec(wanted, release);
    if (spec.osVersion === undefined)
        throw new RangeError(`no version of ${spec.os}`);
    return { ...spec, os: wanted.os, osVersion: spec.osVersion };
}
function refuseTooOld(eksaVersion) {
    if ((0,_release_support_matrix_js__WEBPACK_IMPORTED_MODULE_2__/* .isAtLeast */ .du)(eksaVersion, _release_support_matrix_js__WEBPACK_IMPORTED_MODULE_2__/* .oldestSupported */ .cN))
        return;
    throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`EKS Anywhere ${eksaVersion} is too old to build images with.`, {
        fix: `Choose ${_release_support_matrix_js__WEBPACK_IMPORTED_MODULE_2__/* .oldestSupported */ .cN} or newer with \`eks-a-version\`.`,
    });
}
function checkImage(wanted, release) {
    const { os, hypervisor, releaseChannel } = wanted;
    const problems = [];
    if (!release.channels.some(({ name }) => name === releaseChannel)) {
        const names = release.channels.map(({ name }) => name).join(', ');
        problems.push(`\`release-channel\`: ${release.version} has ${names}, not ${releaseChannel}`);
    }
    const completed = os === 'bottlerocket'
        ? (0,_bottlerocket_support_js__WEBPACK_IMPORTED_MODULE_3__/* .bottlerocketProblems */ .z)(wanted, release, problems)
        : completeBuilt(wanted, os, release.version, problems);
    if (problems.length > 0)
        return { problems };
    const spec = { os, ...completed, hypervisor, releaseChannel, eksaVersion: release.version };
    return { spec: { id: (0,_node_image_spec_js__WEBPACK_IMPORTED_MODULE_4__/* .nodeImageId */ .p1)(spec), ...spec } };
}
function completeBuilt(wanted, os, eksaVersion, problems) {
    const matrix = (0,_release_support_matrix_js__WEBPACK_IMPORTED_MODULE_2__/* .supportMatrix */ .pg)(eksaVersion);
    const targets = matrix.targets.filter((target) => target.os === os && target.hypervisor === wanted.hypervisor);
    if (targets.length === 0) {
        const others = matrix.targets.filter((target) => target.os === os).map(({ hypervisor }) => hypervisor);
        problems.push(`\`hypervisor\`: ${eksaVersion} builds ${_node_image_spec_js__WEBPACK_IMPORTED_MODULE_4__/* .operatingSystemNames */ .$o[os]} for ${[...new Set(others)].join(', ')}, not for ${wanted.hypervisor}`);
        return {};
    }
    const osVersion = withDot(wanted.osVersion ?? matrix.usualVersions[os]);
    const target = targets.find((candidate) => candidate.osVersion === osVersion);
    if (target === undefined) {
        const versions = targets.map((candidate) => candidate.osVersion);
        const near = (0,_nearest_match_js__WEBPACK_IMPORTED_MODULE_5__/* .nearestMatch */ .G)(osVersion, versions);
        const where = os === 'ubuntu' ? '' : ` for ${wanted.hypervisor}`;
        problems.push(`\`os-version\`: ${eksaVersion} builds ${_node_image_spec_js__WEBPACK_IMPORTED_MODULE_4__/* .operatingSystemNames */ .$o[os]} ${versions.join(', ')}${where}, not ${osVersion}${near ? `; did you mean ${near}?` : ''}`);
    }
    const choices = target ?? targets[0];
    const firmware = choices && completeFirmware(wanted, choices, problems);
    if (wanted.builder !== undefined && !choices?.builders.includes(wanted.builder)) {
        problems.push(wanted.hypervisor === 'vsphere'
            ? '`builder`: releases before v0.24.0 cannot clone a template; leave it out'
            : `\`builder\`: only vSphere can clone a template, not ${_node_image_spec_js__WEBPACK_IMPORTED_MODULE_4__/* .hypervisorNames */ .ik[wanted.hypervisor]}; leave it out`);
    }
    return {
        osVersion,
        ...(firmware && { firmware }),
        ...(wanted.builder === 'clone' && { builder: 'clone' }),
    };
}
function completeFirmware({ firmware, os, hypervisor }, { firmwares, osVersion }, problems) {
    const [usual] = firmwares;
    if (firmware === undefined || firmwares.includes(firmware))
        return firmware ?? usual;
    problems.push(usual === undefined
        ? '`firmware`: releases before v0.17.0 have no choice of firmware; leave it out'
        : `\`firmware\`: ${_node_image_spec_js__WEBPACK_IMPORTED_MODULE_4__/* .operatingSystemNames */ .$o[os]} ${osVersion} for ${_node_image_spec_js__WEBPACK_IMPORTED_MODULE_4__/* .hypervisorNames */ .ik[hypervisor]} boots by \`${usual}\` only`);
    return usual;
}
function withDot(version) {
    return version.replace(/^(\d\d)(\d\d)$/, '$1.$2');
}


/***/ }),

/***/ 86343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ suiteVersion)
/* harmony export */ });
const suiteVersion = '0.1.0';


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
const proxy = keys('http_proxy https_proxy no_proxy');
const packages = keys('extra_debs extra_repos extra_rpms');
const overrides = keys('firstboot_custom_roles_pre firstboot_custom_roles_post node_custom_roles_pre node_custom_roles_post disable_public_repos reenable_public_repos', { since: 'v0.17.0' });
const airGapped = keys('eksa_build_tooling_repo_url image_builder_repo_url private_artifacts_eksd_fqdn private_artifacts_eksa_fqdn', { since: 'v0.18.0' });
const ssh = keys('ssh_timeout ssh_handshake_attempts', { since: 'v0.24.0' });
const rhel = {
    ...keys('rhel_username rhel_password'),
    ...keys('rhsm_server_proxy_hostname rhsm_server_proxy_port rhsm_server_hostname rhsm_server_release_version rhsm_activation_key rhsm_org_id', { since: 'v0.18.0' }),
    ...keys('redhat_epel_rpm epel_rpm_gpg_key', { since: 'v0.26.1' }),
};
const machine = { ...iso, ...rhel, ...proxy, ...packages, ...overrides, ...airGapped, ...ssh };
const supportedConfigKeys = {
    vsphere: {
        ...keys('vcenter_server username password datacenter cluster datastore folder network resource_pool template insecure_connection convert_to_template create_snapshot linked_clone'),
        ...keys('vsphere_library_name', { until: '0.19' }),
        ...keys('vmx_version', { since: 'v0.22.0' }),
        ...machine,
    },
    baremetal: { ...keys('disk_size', { since: 'v0.22.0' }), ...machine },
    nutanix: {
        ...keys('nutanix_cluster_name image_name nutanix_endpoint nutanix_insecure nutanix_port nutanix_username nutanix_password nutanix_subnet_name'),
        ...keys('source_image_name', { until: '0.19' }),
        ...keys('image_url image_export', { since: 'v0.18.0' }),
        ...keys('image_size_gb', { since: 'v0.22.0' }),
        ...rhel,
        ...proxy,
        ...packages,
        ...overrides,
        ...airGapped,
    },
    cloudstack: { ...keys('ansible_user_vars'), ...machine },
    ami: {
        ...keys('ami_filter_name ami_filter_owners ami_regions aws_region builder_instance_type manifest_output root_device_name subnet_id volume_size volume_type'),
        ...keys('ansible_extra_vars custom_role custom_role_name_list custom_role_names', { until: '0.16' }),
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
  p1: () => (/* binding */ isLineAfter),
  cN: () => (/* binding */ oldestSupported),
  pg: () => (/* binding */ supportMatrix)
});

// EXTERNAL MODULE: ./build/release/support-config-keys.js
var support_config_keys = __webpack_require__(43497);
;// CONCATENATED MODULE: ./build/release/support-table.js
const supportSources = [
    'aws/eks-anywhere-build-tooling projects/aws/image-builder/{cmd/build.go,builder}, SUPPORTED_RELEASE_BRANCHES and REQUIRED_DEPENDENCY_VERSIONS.yaml at the tips of release-0.16 to release-0.26, read 2026-08-18',
    'aws/eks-anywhere docs/content/en/docs/whatsnew/changelog.md, read 2026-08-18',
];
const plugins = { ansible: '1.1.0', goss: '3.1.4', nutanix: '0.8.1' };
const python = { oldestPython: '3.9', newestPython: '3.11' };
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
        imageBuilder: 'v0.3.1',
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
        tools: { packer: '1.9.5', ansible: '2.15.10', plugins, ...python },
    },
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
        tools: { packer: '1.9.5', ansible: '2.15.12', plugins, ...python },
    },
    {
        since: 'v0.21.0',
        channels: ['1-27', '1-31'],
        tools: { packer: '1.9.5', ansible: '2.15.13', plugins, ...python },
    },
    {
        since: 'v0.22.0',
        imageBuilder: 'v0.6.0',
        channels: ['1-28', '1-32'],
        builds: {
            vsphere: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
            baremetal: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
            nutanix: { ubuntu: [focal, jammy], redhat: ['8', '9'] },
            cloudstack: { redhat: ['8', '9'] },
            ami: { ubuntu: [focal, jammy] },
        },
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
const newestLine = '0.26';
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
    if (!isLineAfter(eksaVersion, newestLine))
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
        return !isTooEarly && !(until !== undefined && isLineAfter(eksaVersion, until));
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
function isLineAfter(eksaVersion, line) {
    return isAtLeast(eksaVersion, `v${line}.0`) && !eksaVersion.startsWith(`v${line}.`);
}
function isAtLeast(eksaVersion, since) {
    return eksaVersion.startsWith('v0.0.0-') || (0,version/* compareVersions */.Zy)(eksaVersion, since) >= 0;
}


/***/ })

};
