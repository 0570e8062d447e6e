export const id = 641;
export const ids = [641];
export const modules = {

/***/ 13913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readFilesOfBuildTooling)
/* harmony export */ });
/* harmony import */ var _net_git_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48782);
/* harmony import */ var _release_build_tooling_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96877);
/* harmony import */ var _runner_runner_temp_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74872);



function readFilesOfBuildTooling({ release, http, certificates, mirrors }, onFallback) {
    const commit = release.buildToolingCommit;
    return (0,_release_build_tooling_js__WEBPACK_IMPORTED_MODULE_1__/* .readBuildTooling */ .D)({
        commit,
        http,
        readByGit: (paths) => (0,_net_git_files_js__WEBPACK_IMPORTED_MODULE_0__/* .readGitFiles */ .G)({
            repository: _release_build_tooling_js__WEBPACK_IMPORTED_MODULE_1__/* .buildToolingRepository */ .P,
            commit,
            paths,
            certificates,
            mirrors,
            environment: process.env,
            scratch: (0,_runner_runner_temp_js__WEBPACK_IMPORTED_MODULE_2__/* .runnerTemp */ .X)(),
        }),
        onFallback,
    });
}


/***/ }),

/***/ 48782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ readGitFiles)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38321);
/* harmony import */ var _mirrors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88016);






const timeoutMs = 120_000;
const slowest = ['http.lowSpeedLimit=1000', 'http.lowSpeedTime=30'];
const repositoryVariables = /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|SHALLOW_FILE|GRAFT_FILE|NO_REPLACE_OBJECTS|REPLACE_REF_BASE|PREFIX|IMPLICIT_WORK_TREE|TRACE.*)$/;
async function readGitFiles(options) {
    const { repository, commit, paths, certificates, mirrors = _mirrors_js__WEBPACK_IMPORTED_MODULE_5__/* .noMirrors */ .MS, scratch } = options;
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(scratch, 'git-files-'));
    try {
        const authorities = node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, 'authorities.pem');
        if (certificates)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(authorities, certificates.pem);
        const environment = {
            ...withoutRepository(options.environment),
            ...(0,_mirrors_js__WEBPACK_IMPORTED_MODULE_5__/* .mirrorsForGit */ .ME)(mirrors, options.environment),
            GIT_TERMINAL_PROMPT: '0',
            ...(certificates && { GIT_SSL_CAINFO: authorities }),
        };
        const gitDir = node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, 'objects.git');
        const settings = [`remote.origin.url=${repository}`, 'gc.auto=0', 'credential.helper=', ...slowest];
        const git = (args, input = '') => run(['--git-dir', gitDir, ...settings.flatMap((setting) => ['-c', setting]), ...args], input, environment);
        const fetch = ['fetch', '--quiet', '--no-tags', '--filter=blob:none', 'origin'];
        await git(['init', '--quiet', '--bare', '--template=']);
        await git([...fetch, '--depth=1', commit]);
        const tree = (await git(['ls-tree', '-z', '--full-tree', commit, '--', ...paths])).toString();
        const files = tree.split('\0').flatMap((line) => {
            const [, id = '', name = ''] = /^100\d{3} blob ([0-9a-f]{40})\t(.*)$/s.exec(line) ?? [];
            return id === '' ? [] : [{ id, name }];
        });
        if (files.length === 0)
            return new Map();
        const ids = [...new Set(files.map(({ id }) => id))];
        await git([...fetch, '--no-write-fetch-head', ...ids]);
        const contents = readBatch(await git(['cat-file', '--batch'], ids.map((id) => `${id}\n`).join('')));
        return new Map(files.map(({ id, name }) => [name, contents.get(id) ?? '']));
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(folder, { recursive: true, force: true });
    }
}
function withoutRepository(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !repositoryVariables.test(name)));
}
async function run(args, input, environment) {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('git', [...args], { env: environment, signal: AbortSignal.timeout(timeoutMs) });
    const ended = (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'close');
    child.stdin.on('error', () => child.kill());
    child.stdin.end(input);
    const [output, errors, [code]] = await Promise.all([(0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_4__.buffer)(child.stdout), (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_4__.text)(child.stderr), ended]);
    if (code === 0)
        return output;
    const said = errors
        .trim()
        .split('\n')
        .findLast((line) => line !== '');
    throw new Error(`git could not do it: ${said?.replace(/\/\/[^/@\s]*@/g, '//') ?? code}`);
}
function readBatch(output) {
    const contents = new Map();
    for (let at = 0; at < output.length;) {
        const end = output.indexOf('\n', at);
        const [id = '', type, size] = output.toString('latin1', at, end).split(' ');
        if (end < 0 || type !== 'blob')
            throw new Error(`git has no object ${id}`);
        const start = end + 1;
        contents.set(id, output.toString('utf8', start, start + Number(size)));
        at = start + Number(size) + 1;
    }
    return contents;
}


/***/ }),

/***/ 96877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readBuildTooling),
/* harmony export */   P: () => (/* binding */ buildToolingRepository)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49567);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);
/* harmony import */ var _net_http_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51021);
/* harmony import */ var _published_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3611);




const buildToolingRepository = 'https://github.com/aws/eks-anywhere-build-tooling.git';
const rawFiles = 'https://raw.githubusercontent.com/aws/eks-anywhere-build-tooling/';
const project = 'projects/kubernetes-sigs/image-builder';
const bottlerocketReleases = `${project}/BOTTLEROCKET_RELEASES`;
const requiredVersions = `${project}/REQUIRED_DEPENDENCY_VERSIONS.yaml`;
const upstreamTag = `${project}/GIT_TAG`;
const paths = [bottlerocketReleases, requiredVersions, upstreamTag];
const maxBytes = 256 * 1024;
async function readBuildTooling(options) {
    const { commit, readByGit, onFallback } = options;
    let readBy = 'git';
    const files = await readByGit(paths).catch((error) => {
        readBy = 'tls';
        onFallback((0,_action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .g)(error));
        return readByTls(options);
    });
    if (!files.has(bottlerocketReleases)) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`The build-tooling commit ${commit} has no ${bottlerocketReleases}.`, {
            why: 'It is not a commit of aws/eks-anywhere-build-tooling, or a host answers in its place.',
        });
    }
    return { commit, readBy, ...(await readFiles(files, commit)) };
}
async function readByTls({ http, commit }) {
    const texts = await Promise.all(paths.map(async (path) => {
        const { what, url } = sourceOf(path, commit);
        try {
            return [[path, await http.getText(url, { what, maxBytes })]];
        }
        catch (error) {
            if (error instanceof _net_http_client_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpStatusError */ .F && error.status === 404)
                return [];
            throw error;
        }
    }));
    return new Map(texts.flat());
}
function sourceOf(path, commit) {
    return { what: `The file ${path}`, url: new URL(`${commit}/${path}`, rawFiles).href, maxBytes };
}
async function readFiles(files, commit) {
    const parsed = async (path, type) => {
        const text = files.get(path);
        const source = sourceOf(path, commit);
        return text?.trim() ? (0,_published_document_js__WEBPACK_IMPORTED_MODULE_2__/* .checkShape */ .e)(type, await (0,_published_document_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePublished */ .O)(text, source), source) : undefined;
    };
    const requiredTools = await parsed(requiredVersions, requiredToolsType);
    const tag = files.get(upstreamTag)?.trim();
    return {
        bottlerocket: (await parsed(bottlerocketReleases, bottlerocketType)) ?? {},
        ...(requiredTools && { requiredTools }),
        ...(tag && { upstreamTag: tag }),
    };
}
const bottlerocketVersion = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    .regex(/^v?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/, 'is not a version of Bottlerocket')
    .transform((version) => `v${version.replace(/^v/, '')}`)
    .nullish();
const bottlerocketType = zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^\d+-\d+$/, 'is not a release channel'), zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    'ova-release-version': bottlerocketVersion,
    'raw-release-version': bottlerocketVersion,
    'ami-release-version': bottlerocketVersion,
})
    .transform((entry) => {
    const ova = entry['ova-release-version'];
    const raw = entry['raw-release-version'];
    const ami = entry['ami-release-version'];
    return { ...(ova && { ova }), ...(raw && { raw }), ...(ami && { ami }) };
}));
const version = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj().nullish();
const requiredToolsType = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    ansible: version,
    packer: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ version, plugins: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), version).nullish() }).nullish(),
    python: version,
})
    .transform(({ ansible, packer, python }) => {
    const plugins = Object.entries(packer?.plugins ?? {}).flatMap(([name, plugin]) => plugin ? [[name, plugin]] : []);
    return {
        ...(packer?.version && { packer: packer.version }),
        ...(ansible && { ansible }),
        ...(plugins.length > 0 && { plugins: Object.fromEntries(plugins) }),
        ...(python && { oldestPython: python }),
    };
});


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


/***/ })

};
