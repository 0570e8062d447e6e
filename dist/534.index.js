export const id = 534;
export const ids = [534];
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

/***/ 80465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makePlan: () => (/* binding */ makePlan)
});

// EXTERNAL MODULE: ./build/plan/complete-spec.js
var complete_spec = __webpack_require__(37931);
// EXTERNAL MODULE: ./build/release/support-matrix.js + 1 modules
var support_matrix = __webpack_require__(20665);
// EXTERNAL MODULE: ./build/plan/bottlerocket-support.js
var bottlerocket_support = __webpack_require__(80306);
// EXTERNAL MODULE: ./build/plan/node-image-spec.js
var node_image_spec = __webpack_require__(96662);
;// CONCATENATED MODULE: ./build/plan/nearest-supported.js



function nearestSupported(wanted, release) {
    let best;
    for (const image of choices(release)) {
        const score = likeness(image, wanted);
        if (score > (best?.score ?? 0))
            best = { image, score };
    }
    return best && describeImage(best.image);
}
function describeImage(image) {
    const builder = image.builder === 'clone' ? 'clone' : undefined;
    return [image.os, image.osVersion, image.firmware, builder, image.hypervisor, image.releaseChannel]
        .filter((part) => part !== undefined)
        .join(' ');
}
function* choices(release) {
    for (const { name: releaseChannel, bottlerocket } of release.channels) {
        for (const { os, osVersion, hypervisor, firmwares } of (0,support_matrix/* supportMatrix */.pg)(release.version).targets) {
            const ways = firmwares.length > 0 ? firmwares : [undefined];
            for (const firmware of ways)
                yield { os, osVersion, hypervisor, firmware, releaseChannel };
        }
        for (const hypervisor of node_image_spec/* hypervisors */.j9) {
            const format = (0,bottlerocket_support/* bottlerocketFormat */.q)(hypervisor);
            if (format !== undefined && bottlerocket[format] !== undefined)
                yield { os: 'bottlerocket', hypervisor, releaseChannel };
        }
    }
}
function likeness(image, wanted) {
    let score = 0;
    if (image.hypervisor === wanted.hypervisor)
        score += 1000;
    if (image.os === wanted.os)
        score += 500;
    score += 200 - Math.min(20 * distance(image.releaseChannel, wanted.releaseChannel), 190);
    if (wanted.osVersion !== undefined && image.osVersion !== undefined)
        score += 9 - Math.min(Math.abs(Number(image.osVersion) - Number(wanted.osVersion)), 9);
    if (wanted.firmware !== undefined && image.firmware === wanted.firmware)
        score += 1;
    return score;
}
function distance(a, b) {
    return Math.abs(Number(a.split('-')[1]) - Number(b.split('-')[1]));
}

;// CONCATENATED MODULE: ./build/plan/expand-images.js


function expandImages(entries, exclusions, release, today) {
    const cells = [];
    const unsupported = [];
    const used = new Set();
    let excluded = 0;
    for (const entry of entries) {
        for (const { wanted, isByWord } of combinations(entry, release, today)) {
            const checked = (0,complete_spec/* checkImage */.cd)(wanted, release);
            const image = 'spec' in checked ? { ...wanted, ...checked.spec } : wanted;
            const exclusion = exclusions.find((candidate) => matches(candidate, image));
            if (exclusion !== undefined) {
                used.add(exclusion.number);
                excluded += 1;
            }
            else if ('spec' in checked) {
                cells.push({ spec: checked.spec, entry });
            }
            else if (!(isByWord && existsInAnotherChannel(wanted, release))) {
                unsupported.push({
                    wanted,
                    entry,
                    reasons: checked.problems,
                    nearest: nearestSupported(wanted, release),
                });
            }
        }
    }
    const idleExclusions = exclusions.map(({ number }) => number).filter((number) => !used.has(number));
    return { cells, unsupported, excluded, idleExclusions };
}
function* combinations(entry, release, today) {
    const channels = channelsOf(entry.releaseChannels, release, today);
    for (const os of entry.os)
        for (const osVersion of entry.osVersions)
            for (const hypervisor of entry.hypervisors)
                for (const firmware of entry.firmwares)
                    for (const builder of entry.builders)
                        for (const [releaseChannel, isByWord] of channels)
                            yield { wanted: { os, osVersion, hypervisor, firmware, builder, releaseChannel }, isByWord };
}
function channelsOf(names, release, today) {
    const channels = new Map();
    for (const name of names) {
        if (/^\d/.test(name))
            channels.set(name, false);
        else
            for (const channel of release.channels) {
                const isWanted = name === 'supported' || isInStandardSupport(channel.endOfStandardSupport, today);
                if (isWanted && !channels.has(channel.name))
                    channels.set(channel.name, true);
            }
    }
    return channels;
}
function isInStandardSupport(end, today) {
    return end === undefined || today.toISOString().slice(0, 10) <= end;
}
function existsInAnotherChannel(wanted, release) {
    return release.channels.some(({ name }) => 'spec' in (0,complete_spec/* checkImage */.cd)({ ...wanted, releaseChannel: name }, release));
}
function matches(exclusion, image) {
    const has = (list, value) => list === undefined || (value !== undefined && list.includes(value));
    return (has(exclusion.os, image.os) &&
        has(exclusion.osVersions, image.osVersion) &&
        has(exclusion.hypervisors, image.hypervisor) &&
        has(exclusion.firmwares, image.firmware) &&
        has(exclusion.builders, image.builder ?? 'iso') &&
        has(exclusion.releaseChannels, image.releaseChannel));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
;// CONCATENATED MODULE: ./build/plan/matrix.js



const largestMatrix = 256;
function matrixCell({ spec, entry }, { runners, fingerprint, machine }) {
    return {
        name: describeImage(spec),
        id: spec.id,
        'runs-on': entry.runsOn ?? runners.byHypervisor.get(spec.hypervisor) ?? runners.default,
        os: spec.os,
        ...(spec.osVersion && { 'os-version': spec.osVersion }),
        hypervisor: spec.hypervisor,
        ...(spec.firmware && { firmware: spec.firmware }),
        ...(spec.builder && { builder: spec.builder }),
        'release-channel': spec.releaseChannel,
        'eks-a-version': spec.eksaVersion,
        ...(entry.config !== undefined && { config: entry.config }),
        ...(entry.configFile !== undefined && { 'config-file': entry.configFile }),
        ...(entry.additionalFiles.length > 0 && { 'additional-files': entry.additionalFiles.join('\n') }),
        ...(fingerprint !== undefined && { fingerprint }),
        ...(machine !== undefined && {
            exclusive: (0,external_node_crypto_.createHash)('sha256').update(machine).digest('hex').slice(0, 16),
        }),
    };
}
function refuseSameIds(cells) {
    const problems = collisions(cells, ({ spec }) => spec.id).map(([id, entries]) => `${id}: ${entriesText(entries)}`);
    if (problems.length === 0)
        return;
    throw new action_error/* ActionError */.l('`images` asks for the same image more than once.', {
        problems,
        fix: 'Ask for each once: leave the second out, or take it out with `exclude`.',
    });
}
function virtualMachine({ spec }, release, config) {
    const { os, osVersion, firmware, hypervisor, releaseChannel } = spec;
    if (hypervisor !== 'vsphere' || os === 'bottlerocket')
        return undefined;
    const channel = release.channels.find(({ name }) => name === releaseChannel);
    const place = ['vcenter_server', 'datacenter', 'folder'].map((key) => config[key] ?? '').join(' ');
    return `${place} ${os} ${osVersion} ${firmware} ${channel?.kubeVersion}`;
}
function refuseSameMachines(cells, machineOf) {
    const built = cells.filter((cell) => machineOf(cell) !== undefined);
    const problems = collisions(built, (cell) => machineOf(cell) ?? '').map(([, entries]) => `${entries.map(({ spec }) => spec.id).join(' and ')}: ${entriesText(entries)}`);
    if (problems.length === 0)
        return;
    throw new action_error/* ActionError */.l('Two builds would create a VM of the same name in the same vCenter folder.', {
        problems,
        why: 'The CLI replaces a VM of that name without asking, so each build would destroy the other.',
        fix: 'Give them different values of `folder` in their `config`, or ask for one of them.',
    });
}
function refuseTooMany(count) {
    if (count <= largestMatrix)
        return;
    throw new action_error/* ActionError */.l(`The matrix would have ${count} images; GitHub takes ${largestMatrix} at most.`, {
        fix: 'Ask for less in `images`, or split it over two jobs with a plan each.',
    });
}
function refuseUnsupported({ cells, unsupported }, release) {
    if (unsupported.length === 0)
        return;
    const shown = unsupported.slice(0, 40);
    const more = unsupported.length - shown.length;
    throw new action_error/* ActionError */.l(`${release.version} cannot build ${unsupported.length} of the ${cells.length + unsupported.length} images.`, {
        problems: [
            ...shown.map(unsupportedText),
            ...(more > 0 ? [`and ${more} more; see the job summary`] : []),
        ],
        fix: 'Change `images`, take them out with `exclude`, or let `on-unsupported: skip` leave them out.',
    });
}
function unsupportedText({ wanted, reasons, nearest }) {
    return `${describeImage(wanted)}: ${reasons.join('; ')}${nearest ? ` (nearest: ${nearest})` : ''}`;
}
function collisions(cells, keyOf) {
    return [...Map.groupBy(cells, keyOf)].filter(([, group]) => group.length > 1);
}
function entriesText(cells) {
    const numbers = [...new Set(cells.map(({ entry }) => entry.number))];
    return numbers.length === 1 ? `entry ${numbers[0]}, twice` : `entries ${numbers.join(' and ')}`;
}

;// CONCATENATED MODULE: ./build/plan/plan-tables.js


function planTables(decisions, { unsupported }, release) {
    const reused = decisions.filter((decision) => decision.reused !== undefined).length;
    const counts = [
        `${decisions.length - reused} to build`,
        reused > 0 && `${reused} reused`,
        unsupported.length > 0 && `${unsupported.length} unsupported`,
    ];
    return {
        counts: counts.filter((part) => part !== false).join(', '),
        grid: grid(decisions, unsupported, release),
        reasons: {
            head: ['Image', 'Decision', 'Reason'],
            rows: decisions.map(({ cell, reason, reused: earlier }) => [
                cell.spec.id,
                earlier ? { text: 'reused', href: earlier.runUrl } : 'build',
                reason,
            ]),
        },
        unsupported: {
            head: ['Image', 'Reason', 'Nearest that it can build'],
            rows: unsupported.map(({ wanted, reasons, nearest }) => [
                describeImage(wanted),
                reasons.join('; '),
                nearest ?? 'none',
            ]),
        },
    };
}
function grid(decisions, unsupported, release) {
    const rows = new Map();
    const mark = (image, value) => {
        const name = rowName(image);
        const row = rows.get(name) ?? new Map();
        row.set(image.releaseChannel, value);
        rows.set(name, row);
    };
    for (const { cell, reused } of decisions)
        mark(cell.spec, reused ? { text: '♻️ reused', href: reused.runUrl } : '🔨 build');
    for (const { wanted } of unsupported)
        mark(wanted, '❌ unsupported');
    const used = new Set([...rows.values()].flatMap((row) => [...row.keys()]));
    const known = release.channels.map(({ name }) => name).filter((name) => used.has(name));
    const columns = [...new Set([...known, ...used])];
    return {
        head: ['Image', ...columns],
        rows: [...rows].map(([name, row]) => [
            name,
            ...columns.map((channel) => row.get(channel) ?? 'not planned'),
        ]),
    };
}
function rowName({ os, osVersion, firmware, hypervisor, builder }) {
    const boot = firmware && node_image_spec/* firmwareNames */.eG[firmware];
    const system = [node_image_spec/* operatingSystemNames */.$o[os], osVersion, boot].filter(Boolean).join(' ');
    return `${system}, ${node_image_spec/* hypervisorNames */.ik[hypervisor]}${builder === 'clone' ? ' (clone)' : ''}`;
}

// EXTERNAL MODULE: ./build/plan/record.js + 1 modules
var record = __webpack_require__(78554);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/image-builder/config-text.js
var config_text = __webpack_require__(57958);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/release/yaml-document.js
var yaml_document = __webpack_require__(71929);
// EXTERNAL MODULE: ./build/plan/yaml-entries.js
var yaml_entries = __webpack_require__(46286);
;// CONCATENATED MODULE: ./build/plan/content-digests.js








const largestList = 1024 * 1024;
async function contentDigests(paths, workspace) {
    const files = {};
    const missing = [];
    const queue = [...new Set(paths)];
    for (const path of queue) {
        const place = (0,external_node_path_.resolve)(workspace, path);
        const digest = await digestOf(place);
        if (digest === undefined)
            missing.push(path);
        else
            files[path] = digest;
        if (digest === undefined || !/\.(json|ya?ml)$/i.test(path))
            continue;
        queue.push(...(await listedFiles(place)).filter((listed) => !queue.includes(listed)));
    }
    return { files, missing };
}
async function digestOf(path) {
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    if (found === undefined)
        return undefined;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    if (!found.isDirectory()) {
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), hash);
        return hash.digest('hex');
    }
    const entries = await (0,promises_.readdir)(path, { recursive: true, withFileTypes: true });
    const lines = await Promise.all(entries
        .filter((entry) => !entry.isDirectory())
        .map(async (entry) => {
        const file = (0,external_node_path_.join)(entry.parentPath, entry.name);
        const name = (0,external_node_path_.relative)(path, file).split(external_node_path_.sep).join('/');
        if (entry.isSymbolicLink())
            return `link ${name} ${await (0,promises_.readlink)(file)}`;
        const isProgram = ((await (0,promises_.stat)(file)).mode & 0o100) !== 0;
        return `${isProgram ? 'program' : 'file'} ${name} ${await digestOf(file)}`;
    }));
    return hash.update(lines.toSorted().join('\n')).digest('hex');
}
async function listedFiles(path) {
    const { size } = await (0,promises_.stat)(path);
    if (size > largestList)
        return [];
    try {
        const document = (0,yaml_document.parseYamlDocument)(await (0,promises_.readFile)(path, 'utf8'), { what: path, maxBytes: largestList });
        const list = (0,yaml_entries/* isMapping */.pi)(document) ? document['additional_files_list'] : undefined;
        return (Array.isArray(list) ? list : []).flatMap((item) => (0,yaml_entries/* isMapping */.pi)(item) && typeof item['src'] === 'string' ? [item['src']] : []);
    }
    catch (error) {
        if (error instanceof action_error/* ActionError */.l)
            return [];
        throw error;
    }
}

// EXTERNAL MODULE: ./build/plan/wanted-values.js
var wanted_values = __webpack_require__(53862);
;// CONCATENATED MODULE: ./build/actions/plan-content.js






async function readEntryContent(entry, workspace) {
    const missing = [];
    const fromFile = await readConfigFile(entry.configFile, workspace, missing);
    const all = { ...fromFile, ...parsedConfig(entry) };
    const secretKeys = Object.keys(all).filter((key) => (0,wanted_values/* isSecretSetting */.dZ)(key, all[key] ?? ''));
    const config = Object.fromEntries(Object.entries(all).filter(([key]) => !secretKeys.includes(key)));
    const roles = Object.entries(config)
        .filter(([key]) => key.includes('custom_role'))
        .flatMap(([, value]) => value.split(/\s+/).filter((path) => path.includes('/')));
    const digests = await contentDigests([...entry.additionalFiles, ...roles], workspace);
    return { config, secretKeys, files: digests.files, missing: [...missing, ...digests.missing] };
}
function parsedConfig({ config }) {
    return config === undefined ? {} : JSON.parse(config);
}
async function readConfigFile(path, workspace, missing) {
    if (path === undefined)
        return {};
    const text = await (0,promises_.readFile)((0,external_node_path_.resolve)(workspace, path), 'utf8').catch(() => undefined);
    if (text === undefined) {
        missing.push(path);
        return {};
    }
    const findings = { problems: [], notes: [] };
    const entries = (0,config_text/* parseFlatMapping */.Pk)({ name: path, text }, findings) ?? [];
    const problems = findings.problems.map(config_text/* findingText */.NK);
    if (problems.length > 0)
        throw new action_error/* ActionError */.l(`The config file ${path} is wrong.`, { problems });
    return Object.fromEntries(entries.map(({ key, value = '' }) => [key, [value].flat().join(' ')]));
}

// EXTERNAL MODULE: ./build/log.js
var build_log = __webpack_require__(36650);
// EXTERNAL MODULE: ./build/canonical-json.js
var canonical_json = __webpack_require__(33925);
// EXTERNAL MODULE: ./build/plan/suite-version.js
var suite_version = __webpack_require__(86343);
;// CONCATENATED MODULE: ./build/plan/fingerprint.js





const noContent = { config: {}, secretKeys: [], files: {}, missing: [] };
function ingredientsOf({ id: _, ...image }, release, content, { eksdComponents, buildTooling }) {
    const channel = release.channels.find(({ name }) => name === image.releaseChannel);
    if (channel === undefined)
        throw new RangeError(`no channel ${image.releaseChannel}`);
    const { kubeVersion, eksdRelease, signedDigest } = channel;
    const bundle = {
        number: release.bundleNumber,
        kubeVersion,
        eksdRelease,
        ...(signedDigest && { signedDigest }),
    };
    if (image.os === 'bottlerocket') {
        const format = (0,bottlerocket_support/* bottlerocketFormat */.q)(image.hypervisor);
        const archive = format && channel.bottlerocket[format];
        const pinned = format && buildTooling?.bottlerocket[channel.name]?.[format];
        const bottlerocket = { ...(pinned && { version: pinned }), sha256: archive?.sha256 ?? '' };
        return { suite: suite_version/* suiteVersion */.D, image, bundle, bottlerocket };
    }
    const { version, sha256 } = release.imageBuilder ?? { sha256: '' };
    const isoChecksum = content.config['iso_checksum'];
    return {
        suite: suite_version/* suiteVersion */.D,
        image,
        bundle,
        build: {
            buildToolingCommit: release.buildToolingCommit,
            imageBuilder: { ...(version && { version }), sha256 },
            tools: { ...(0,support_matrix/* supportMatrix */.pg)(release.version).tools, ...buildTooling?.requiredTools },
            eksdComponents,
            ...(isoChecksum && { baseIso: isoChecksum.toLowerCase() }),
            config: content.config,
            secretKeys: content.secretKeys.toSorted(),
            files: content.files,
        },
    };
}
function fingerprintOf(ingredients) {
    return (0,external_node_crypto_.createHash)('sha256').update((0,canonical_json/* canonicalJson */.d)(ingredients)).digest('hex').slice(0, 32);
}

;// CONCATENATED MODULE: ./build/plan/github-records.js

function githubRecords(store) {
    const isTrusted = ({ headBranch, repositoryId, headRepositoryId }) => headBranch === store.defaultBranch &&
        repositoryId === store.repositoryId &&
        headRepositoryId === store.repositoryId;
    return {
        async find(name, wanted) {
            const named = await store.named(name);
            const trusted = named.filter(isTrusted);
            const records = trusted.filter(({ isExpired }) => !isExpired);
            if (records.length === 0) {
                if (trusted.length > 0)
                    return { reason: 'its record has expired' };
                return {
                    reason: named.length > 0
                        ? `built, but not by a run of ${store.defaultBranch}`
                        : 'new or changed: no earlier build has this fingerprint',
                };
            }
            let reason = '';
            for (const artifact of records.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))) {
                const found = await imageOf(artifact, wanted);
                if ('image' in found)
                    return found;
                reason ||= found.reason;
            }
            return { reason };
        },
    };
    async function imageOf(artifact, wanted) {
        const record = parseRecord(await store.text(artifact));
        if (record === undefined || record.id !== wanted.id || record.fingerprint !== wanted.fingerprint)
            return { reason: 'its record cannot be read' };
        if (record.run.id !== artifact.runId)
            return { reason: 'its record is not of the run that keeps it' };
        const { artifactId, fileName, sha256, size } = record.image;
        if (artifactId === undefined)
            return { reason: 'its image was not uploaded' };
        const image = await store.byId(artifactId);
        if (image === undefined || image.isExpired)
            return { reason: 'the artifact with its image has expired or was deleted' };
        if (image.runId !== artifact.runId || !isTrusted(image))
            return { reason: 'its record names an artifact of another run' };
        return {
            image: {
                id: record.id,
                fingerprint: record.fingerprint,
                ...{ fileName, sha256, size, eksdRelease: record.eksdRelease },
                runId: image.runId,
                runUrl: store.runUrl(image.runId),
                artifactId,
                artifactName: image.name,
                builtAt: image.createdAt,
                expiresAt: image.expiresAt,
            },
        };
    }
}
function parseRecord(text) {
    try {
        return record/* nodeImageRecord */.lx.safeParse(JSON.parse(text)).data;
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/plan/reuse.js

const lookUpsAtATime = 8;
const day = 24 * 60 * 60 * 1000;
const shortestLife = 60 * 60 * 1000;
async function decideReuse(cells, records, policy) {
    const decisions = new Array(cells.length);
    const queue = cells.entries();
    const work = async () => {
        for (const [index, cell] of queue)
            decisions[index] = await decide(cell, records, policy);
    };
    await Promise.all(Array.from({ length: lookUpsAtATime }, work));
    return decisions;
}
async function decide(cell, records, { maxAgeDays, now }) {
    const { fingerprint, unknown } = cell;
    if (fingerprint === undefined || unknown !== undefined)
        return { ...cell, reason: unknown ?? 'its content is not known' };
    const { id } = cell.cell.spec;
    const found = await records.find((0,record/* recordName */.xD)({ id, fingerprint }), { id, fingerprint });
    if ('reason' in found)
        return { ...cell, reason: found.reason };
    const { image } = found;
    const age = now.getTime() - Date.parse(image.builtAt);
    if (age >= maxAgeDays * day)
        return { ...cell, reason: `built ${Math.floor(age / day)} days ago; \`max-age-days\` is ${maxAgeDays}` };
    if (Date.parse(image.expiresAt) - now.getTime() < shortestLife)
        return { ...cell, reason: `the image of ${image.builtAt.slice(0, 10)} is about to expire` };
    return { ...cell, reason: `unchanged since ${image.builtAt.slice(0, 10)}`, reused: image };
}

// EXTERNAL MODULE: ./build/release/resolve.js + 5 modules
var resolve = __webpack_require__(66120);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./build/net/http-client.js + 1 modules
var http_client = __webpack_require__(51021);
;// CONCATENATED MODULE: ./build/runner/github-api.js



class GitHubUnavailable extends action_error/* ActionError */.l {
}
const perPage = 100;
const mostPages = 10;
const maxBytes = 4 * 1024 * 1024;
const maxRecordBytes = 64 * 1024;
const repositoryType = schemas/* object */.Ikc({ id: schemas/* number */.aig(), default_branch: schemas/* string */.YjP() });
const artifactType = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    name: schemas/* string */.YjP(),
    expired: schemas/* boolean */.zMY(),
    created_at: schemas/* string */.YjP(),
    expires_at: schemas/* string */.YjP(),
    workflow_run: schemas/* object */.Ikc({
        id: schemas/* number */.aig(),
        repository_id: schemas/* number */.aig(),
        head_repository_id: schemas/* number */.aig().nullish(),
        head_branch: schemas/* string */.YjP().nullish(),
    })
        .nullish(),
});
const pageType = schemas/* object */.Ikc({ total_count: schemas/* number */.aig(), artifacts: schemas/* array */.YOg(artifactType) });
async function openArtifactStore(options) {
    const { id: repositoryId, default_branch: defaultBranch } = await get(options, '', {}, repositoryType);
    return {
        repositoryId,
        defaultBranch,
        named: (name) => artifactsNamed(options, name),
        async byId(id) {
            try {
                return runArtifact(await get(options, `/actions/artifacts/${id}`, {}, artifactType));
            }
            catch (error) {
                if (isGone(error))
                    return undefined;
                throw error;
            }
        },
        async text({ id }) {
            try {
                return await request(options, `/actions/artifacts/${id}/zip`, {}, maxRecordBytes);
            }
            catch (error) {
                if (isGone(error))
                    return '';
                throw error;
            }
        },
        runUrl: (runId) => `${options.serverUrl}/${options.repository}/actions/runs/${runId}`,
    };
}
async function artifactsNamed(options, name) {
    const found = [];
    for (let page = 1; page <= mostPages; page += 1) {
        const query = { name, per_page: String(perPage), page: String(page) };
        const { artifacts, total_count: total } = await get(options, '/actions/artifacts', query, pageType);
        found.push(...artifacts.map(runArtifact));
        if (artifacts.length < perPage || page * perPage >= total)
            break;
    }
    return found.filter((artifact) => artifact.name === name);
}
function runArtifact(artifact) {
    const { workflow_run: run } = artifact;
    return {
        id: artifact.id,
        name: artifact.name,
        isExpired: artifact.expired,
        createdAt: artifact.created_at,
        expiresAt: artifact.expires_at,
        runId: String(run?.id ?? ''),
        headBranch: run?.head_branch ?? '',
        repositoryId: run?.repository_id ?? 0,
        headRepositoryId: run?.head_repository_id ?? 0,
    };
}
async function get(options, path, query, type) {
    const text = await request(options, path, query, maxBytes);
    try {
        return type.parse(JSON.parse(text));
    }
    catch (cause) {
        throw new action_error/* ActionError */.l(`GitHub's answer about ${options.repository}${path} is not as its API describes.`, {
            why: 'Another server answers, for example a proxy.',
            fix: `Check what this runner gets from ${options.apiUrl}.`,
            cause,
        });
    }
}
async function request({ http, apiUrl, repository, token }, path, query, limit) {
    const url = new URL(`repos/${repository}${path}`, `${apiUrl.replace(/\/$/, '')}/`);
    for (const [name, value] of Object.entries(query))
        url.searchParams.set(name, value);
    try {
        return await http.getText(url.href, {
            what: 'The list of artifacts',
            maxBytes: limit,
            accept: 'application/vnd.github+json',
            authorization: `Bearer ${token}`,
        });
    }
    catch (error) {
        throw error instanceof http_client/* HttpStatusError */.F ? explain(error, repository) : error;
    }
}
function isGone(error) {
    const { cause } = error;
    return cause instanceof http_client/* HttpStatusError */.F && (cause.status === 404 || cause.status === 410);
}
const headline = (repository, status) => `GitHub does not tell which images ${repository} has (HTTP status ${status}).`;
function explain(error, repository) {
    const { status, bodyStart } = error;
    const first = headline(repository, status);
    if (status === 429 || (status === 403 && /rate limit/i.test(bodyStart))) {
        return new GitHubUnavailable(first, {
            why: 'Too many requests were made with this token; all jobs of a repository share 1,000 an hour.',
            fix: 'Plan less often, or let fewer workflows ask GitHub at the same time.',
            cause: error,
        });
    }
    if (status >= 500)
        return new GitHubUnavailable(first, { why: 'GitHub has a problem of its own.', cause: error });
    if (status === 401) {
        return new action_error/* ActionError */.l(first, {
            why: 'The token is not valid, or no longer.',
            fix: 'Leave `github-token` out, or check the secret that it comes from.',
            cause: error,
        });
    }
    return new action_error/* ActionError */.l(first, {
        why: status === 404
            ? 'The token cannot see this repository or its artifacts.'
            : 'The token cannot read the artifacts of this repository.',
        fix: 'Give the job `permissions: {actions: read, contents: read}`, or set `skip-unchanged: false`.',
        cause: error,
    });
}

// EXTERNAL MODULE: ./build/actions/build-tooling-files.js
var build_tooling_files = __webpack_require__(13913);
;// CONCATENATED MODULE: ./build/actions/plan-reuse.js








async function decideCells(cells, contents, context) {
    const { inputs, fetched, now, log } = context;
    const fingerprinted = await (0,build_log/* inGroup */.H)(log, 'Take the fingerprint of each image', () => takeFingerprints(cells, contents, context));
    try {
        return await (0,build_log/* inGroup */.H)(log, 'Look for images that did not change', async () => {
            const store = await openArtifactStore({
                http: fetched.http,
                apiUrl: process.env['GITHUB_API_URL'] ?? 'https://api.github.com',
                serverUrl: process.env['GITHUB_SERVER_URL'] ?? 'https://github.com',
                repository: process.env['GITHUB_REPOSITORY'] ?? '',
                token: tokenFrom(inputs['github-token']),
            });
            const policy = { maxAgeDays: inputs['max-age-days'], now };
            const decisions = await decideReuse(fingerprinted, githubRecords(store), policy);
            for (const { cell, reason, reused } of decisions)
                log.info(`${cell.spec.id}: ${reused ? 'reused' : 'build'} (${reason})`);
            return decisions;
        });
    }
    catch (error) {
        if (!(error instanceof GitHubUnavailable))
            throw error;
        log.warning(`${error.message}\nAll images are built.`);
        return fingerprinted.map((cell) => ({ ...cell, reason: 'GitHub did not say what was built before' }));
    }
}
async function takeFingerprints(cells, contents, { fetched, inputs, log }) {
    const { release, eksdManifest } = fetched;
    const built = cells.filter(({ spec }) => spec.os !== 'bottlerocket');
    const channels = [...new Set(built.map(({ spec }) => spec.releaseChannel))];
    const network = inputs['manifest-tarball'] === undefined ? 'online' : 'air-gapped';
    const [buildTooling, components] = await Promise.all([
        network === 'online' ? statedByCommit(fetched, log) : undefined,
        Promise.all(channels.map(async (name) => {
            const { componentsDigest } = await eksdManifest((0,resolve.findChannel)(release, name));
            return [name, componentsDigest];
        })).then((entries) => new Map(entries)),
    ]);
    return cells.map((cell) => {
        const { spec, entry } = cell;
        const content = contents.get(entry) ?? noContent;
        if (spec.hypervisor === 'ami')
            return { cell, unknown: 'an AMI is always built: whether the last one is still there cannot be seen' };
        const eksdComponents = components.get(spec.releaseChannel);
        if (content.missing.length > 0)
            return {
                cell,
                unknown: `a change of ${content.missing.join(', ')} would go unseen: not in this workspace`,
            };
        if (spec.os !== 'bottlerocket' && eksdComponents === undefined)
            return { cell, unknown: 'a change would go unseen: its EKS Distro manifest could not be read' };
        return {
            cell,
            fingerprint: fingerprintOf(ingredientsOf(spec, release, content, { eksdComponents, buildTooling })),
        };
    });
}
async function statedByCommit(fetched, log) {
    const onFallback = (reason) => log.info(`git could not read the build-tooling commit, TLS has to do: ${reason}`);
    try {
        return await (0,build_tooling_files/* readFilesOfBuildTooling */.D)(fetched, onFallback);
    }
    catch (error) {
        log.warning(`The files of the build-tooling commit ${fetched.release.buildToolingCommit} could not be fetched, so the fingerprints rest on what is known of the release line: ${(0,action_error/* errorMessage */.g)(error)}`);
        return undefined;
    }
}
function tokenFrom(input) {
    if (!input.startsWith('${{'))
        return input;
    throw new action_error/* ActionError */.l('`skip-unchanged` needs a token to ask GitHub with, and there is none.', {
        fix: 'Give `github-token`, or set `skip-unchanged: false`.',
    });
}

;// CONCATENATED MODULE: ./build/actions/make-plan.js









async function makePlan(inputs, fetched, log, show) {
    const { release } = fetched;
    const now = new Date();
    (0,complete_spec/* refuseTooOld */.ab)(release.version);
    const expansion = expandImages(inputs.images, inputs.exclude, release, now);
    const { cells, unsupported, excluded } = expansion;
    if (inputs['on-unsupported'] === 'error' && unsupported.length > 0) {
        await show(planSummary(planTables(cells.map(plannedBuild), expansion, release)));
        refuseUnsupported(expansion, release);
    }
    refuseSameIds(cells);
    const contents = await readContents(cells);
    const machineOf = (cell) => virtualMachine(cell, release, contents.get(cell.entry)?.config ?? {});
    refuseSameMachines(cells, machineOf);
    warn(expansion, release, now, log);
    const wantsRecords = inputs['skip-unchanged'] && isAllowed(log);
    const decisions = wantsRecords
        ? await decideCells(cells, contents, { inputs, fetched, now, log })
        : cells.map(plannedBuild);
    const toBuild = decisions.filter(({ reused }) => reused === undefined);
    await show(planSummary(planTables(decisions, expansion, release)));
    refuseTooMany(toBuild.length);
    const written = ({ cell, fingerprint }) => matrixCell(cell, { runners: inputs.runners, fingerprint, machine: machineOf(cell) });
    return {
        matrix: toBuild.map(written),
        reused: decisions.flatMap(({ reused }) => reused ?? []),
        unsupported: unsupported.length,
        document: {
            schemaVersion: 1,
            eksaVersion: release.version,
            bundleNumber: release.bundleNumber,
            signature: release.signature,
            cells: decisions.map((decision) => ({
                ...written(decision),
                decision: decision.reused ? 'reuse' : 'build',
                reason: decision.reason,
                ...(decision.reused && { reused: decision.reused }),
            })),
            unsupported: unsupported.map(({ wanted, entry, reasons, nearest }) => ({
                image: describeImage(wanted),
                entry: entry.number,
                reasons,
                nearest,
            })),
            excluded,
        },
    };
}
function planSummary({ counts, grid, reasons, unsupported }) {
    return [
        { line: { strong: counts } },
        grid,
        ...(unsupported.rows.length > 0 ? [{ line: 'The release cannot build these images:' }, unsupported] : []),
        ...(reasons.rows.length > 0
            ? [{ details: `Why each image is built or reused (${reasons.rows.length})`, blocks: [reasons] }]
            : []),
    ];
}
function plannedBuild(cell) {
    return { cell, reason: 'all images are built; `skip-unchanged` is not in effect' };
}
async function readContents(cells) {
    const workspace = process.env['GITHUB_WORKSPACE'] ?? process.cwd();
    const entries = [...new Set(cells.map(({ entry }) => entry))];
    return new Map(await Promise.all(entries.map(async (entry) => [entry, await readEntryContent(entry, workspace)])));
}
function isAllowed(log) {
    if ((0,record/* mayUseRecords */.JS)(process.env['GITHUB_EVENT_NAME']))
        return true;
    log.info('`skip-unchanged` has no effect in a run of a pull request, which neither reads nor writes records.');
    return false;
}
function warn(expansion, release, now, log) {
    for (const note of (0,support_matrix/* supportMatrix */.pg)(release.version).notes)
        log.warning(note);
    for (const number of expansion.idleExclusions)
        log.warning(`\`exclude\`, entry ${number} leaves nothing out: no image matches it.`);
    if (expansion.unsupported.length > 0)
        log.warning(`${expansion.unsupported.length} images are left out because ${release.version} cannot build them; the job summary says why.`);
    const wanted = new Set(expansion.cells.map(({ spec }) => spec.releaseChannel));
    const past = release.channels.filter(({ name, endOfStandardSupport }) => wanted.has(name) && !isInStandardSupport(endOfStandardSupport, now));
    if (past.length > 0)
        log.warning(`Past standard support: ${past.map(({ name }) => name).join(', ')}. Plan to move on.`);
}


/***/ }),

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

/***/ 97326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ HttpStatusError),
/* harmony export */   VH: () => (/* binding */ StatusFailure),
/* harmony export */   c9: () => (/* binding */ transferError),
/* harmony export */   dg: () => (/* binding */ isTransient),
/* harmony export */   pM: () => (/* binding */ NetworkFailure)
/* harmony export */ });
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);
/* harmony import */ var _printable_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29503);


class StatusFailure extends Error {
    hop;
    status;
    bodyStart;
    retryAfterMs;
    constructor(hop, answer) {
        super(`HTTP status ${answer.status}`);
        this.hop = hop;
        this.status = answer.status;
        this.bodyStart = answer.bodyStart;
        this.retryAfterMs = answer.retryAfterMs;
    }
}
class NetworkFailure extends Error {
    hop;
    code;
    constructor(hop, cause) {
        super((0,_action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .g)(cause), { cause });
        this.hop = hop;
        this.code = cause.code ?? '';
    }
}
class HttpStatusError extends _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l {
    status;
    bodyStart;
    constructor(headline, details) {
        super(headline, details);
        this.status = details.status;
        this.bodyStart = details.bodyStart;
    }
}
function isTransient(error) {
    if (error instanceof StatusFailure) {
        return error.status === 408 || error.status === 429 || error.status >= 500;
    }
    if (!(error instanceof NetworkFailure))
        return false;
    const tunnel = tunnelStatus(error);
    return tunnel === undefined ? !isCertificateProblem(error.code) : tunnel >= 500;
}
function transferError(failure, what, attempts) {
    const { url, original } = failure.hop;
    const tries = attempts === 1 ? '' : `, ${attempts} times in a row`;
    const headline = `${what} could not be downloaded: ${summary(failure)}${tries}. URL: ${original ? (0,_printable_url_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$)(original, url) : (0,_printable_url_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(url)}`;
    if (failure instanceof StatusFailure) {
        const { status, bodyStart } = failure;
        return new HttpStatusError(headline, { ...statusAdvice(failure), status, bodyStart, cause: failure });
    }
    return new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(headline, { ...networkAdvice(failure), cause: failure });
}
function summary(failure) {
    const { url, proxy, original } = failure.hop;
    const host = original ? `the mirror ${url.host} of ${original.host}` : url.host;
    if (failure instanceof StatusFailure)
        return `${host} answered with HTTP status ${failure.status}`;
    const tunnel = tunnelStatus(failure);
    if (tunnel !== undefined && proxy)
        return `the proxy ${proxy.url.origin} answered with HTTP status ${tunnel} for ${host}`;
    const via = proxy ? ` through the proxy ${proxy.url.origin}` : '';
    return `${host}${via}: ${systemError(failure)}`;
}
function systemError(failure) {
    const { code, cause } = failure;
    const text = cause instanceof AggregateError
        ? cause.errors.map(_action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .g).join('; ')
        : failure.message.replace(/; .*--use-system-ca.*$/s, '');
    return code === '' || text.includes(code) ? text : `${text} (${code})`;
}
function statusAdvice({ hop, status, bodyStart }) {
    if (status === 407)
        return proxyCredentials(hop.proxy);
    if (hop.original && status < 500 && status !== 429)
        return mirrorAdvice(hop, status);
    if ((status === 403 || status === 404) && looksLikeS3Error(bodyStart)) {
        return {
            why: 'S3 and its CDN answer so when there is no such object: the URL is wrong, or the file was never published.',
            fix: 'Check `release-manifest-url`, and what a mirror holds under this address.',
        };
    }
    if (status === 401 || status === 403) {
        return {
            why: 'The host, or a proxy on the way, does not allow this request.',
            fix: `Ask with \`curl -I\` who refuses. ${proxyAdvice(hop)}`,
        };
    }
    if (status === 404) {
        return {
            why: 'The host has no such file.',
            fix: 'Check `release-manifest-url`, and what a mirror holds under this address.',
        };
    }
    if (status === 429)
        return {
            why: 'The host limits how often it may be asked.',
            fix: 'Run fewer jobs at a time, or try again later.',
        };
    if (status >= 500)
        return { why: 'The host, or a proxy on the way, has a problem of its own.', fix: 'Try again later.' };
    return {};
}
function mirrorAdvice({ url, original }, status) {
    if (status === 401 || status === 403)
        return {
            why: `The mirror ${url.host} does not allow this request, or has no such file.`,
            fix: 'Check the address in `mirrors` and the user name and password in it.',
        };
    return {
        why: `The mirror ${url.host} does not have this file of ${original?.host}.`,
        fix: 'Check the path of the address in `mirrors`, and whether the mirror is up to date.',
    };
}
function networkAdvice(failure) {
    const { hop, code } = failure;
    const tunnel = tunnelStatus(failure);
    if (tunnel === 407)
        return proxyCredentials(hop.proxy);
    if (isCertificateProblem(code))
        return certificateAdvice(code);
    if (tunnel !== undefined)
        return { why: 'The proxy cannot reach this host, or does not let it through.', fix: proxyAdvice(hop) };
    return { why: networkReason(hop, code), fix: proxyAdvice(hop) };
}
function networkReason({ url, proxy }, code) {
    const peer = proxy ? `the proxy ${proxy.url.host}` : url.host;
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        return `The name server does not know ${proxy?.url.hostname ?? url.hostname}.`;
    if (code === 'ECONNREFUSED')
        return `Nothing listens at ${peer}.`;
    if (/TIMEOUT|TIMEDOUT/.test(code))
        return `${peer} does not answer; a firewall may drop the packets.`;
    return `The connection to ${peer} broke.`;
}
function certificateAdvice(code) {
    if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
        return {
            why: 'The certificate is not valid at the time that the clock of the runner shows.',
            fix: 'Check the clock of the runner, then the certificate of the host.',
        };
    }
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'UND_ERR_PRX_TLS') {
        return {
            why: 'The certificate is for another host name.',
            fix: 'Check the URL and what the name resolves to.',
        };
    }
    return {
        why: 'The certificate was issued by an authority that the runner does not know, as TLS-inspecting proxies do.',
        fix: 'Save the certificate of that authority as PEM and name the file in `ca-bundle`.',
    };
}
function proxyCredentials(proxy) {
    return {
        why: proxy?.authorization
            ? 'The proxy does not accept the user name and password.'
            : 'The proxy asks for a user name and password.',
        fix: `Set \`${proxy?.variable ?? 'https_proxy'}\` to \`http://user:password@host:port\`, special characters percent-encoded.`,
    };
}
function proxyAdvice({ url, proxy }) {
    return proxy
        ? `Check that the proxy in \`${proxy.variable}\` is right and lets ${url.hostname} through, or add ${url.hostname} to \`no_proxy\` if it can be reached directly.`
        : `Check that this runner can reach ${url.host}; if it needs a proxy, set \`${url.protocol.slice(0, -1)}_proxy\` and look whether \`no_proxy\` exempts the host.`;
}
function looksLikeS3Error(body) {
    return body.trimStart().startsWith('<?xml') && body.includes('<Error>');
}
function tunnelStatus(failure) {
    const [, status] = /^Proxy response \((\d{3})\)/.exec(failure.message) ?? [];
    return status === undefined ? undefined : Number(status);
}
function isCertificateProblem(code) {
    return /CERT|UNABLE_TO_|SELF_SIGNED|UND_ERR_PRX_TLS/.test(code);
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
