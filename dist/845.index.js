export const id = 845;
export const ids = [845];
export const modules = {

/***/ 33845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildCell: () => (/* binding */ buildCell),
  cleanUp: () => (/* binding */ cleanUp)
});

// NAMESPACE OBJECT: ./build/image-builder/config-formats.js
var config_formats_namespaceObject = {};
__webpack_require__.r(config_formats_namespaceObject);
__webpack_require__.d(config_formats_namespaceObject, {
  _P: () => (awsOwners),
  Ue: () => (awsRegion),
  HK: () => (awsRegions),
  zM: () => (config_formats_boolean),
  gy: () => (checksumType),
  g7: () => (deviceName),
  p0: () => (duration),
  xQ: () => (fileAddress),
  XX: () => (fullHostName),
  Ry: () => (gitAddress),
  w0: () => (hexDigest),
  Hc: () => (host),
  w: () => (instanceType),
  t7: () => (minorRelease),
  af: () => (mirrorAddress),
  Au: () => (noProxy),
  Vs: () => (packageNames),
  f0: () => (paths),
  Oh: () => (port),
  lv: () => (resourcePool),
  p4: () => (subnetId),
  Ge: () => (vmFolder),
  In: () => (vmxVersion),
  Hg: () => (volumeType),
  Dy: () => (webAddress),
  rD: () => (wholeNumber)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
// EXTERNAL MODULE: ./build/plan/node-image-spec.js
var node_image_spec = __webpack_require__(96662);
// EXTERNAL MODULE: ./build/image/disk-layout.js
var disk_layout = __webpack_require__(90720);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./build/image/ami-manifest.js




const manifestType = schemas/* object */.Ikc({
    builds: schemas/* array */.YOg(schemas/* object */.Ikc({ builder_type: schemas/* string */.YjP(), artifact_id: schemas/* string */.YjP(), packer_run_uuid: schemas/* string */.YjP() })),
    last_run_uuid: schemas/* string */.YjP(),
});
async function inspectAmiManifest(path) {
    const bytes = await (0,promises_.readFile)(path);
    const { builds, last_run_uuid: lastRun } = parse(bytes.toString());
    const amis = builds
        .filter(({ packer_run_uuid: run }) => run === lastRun)
        .flatMap(({ artifact_id: ids }) => ids.split(',').map(parseAmi));
    if (amis.length === 0)
        throw new disk_layout/* BrokenImageError */.zt('the manifest names no image of its last run');
    return { sha256: (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex'), size: bytes.length, amis };
}
function parse(text) {
    try {
        return manifestType.parse(JSON.parse(text));
    }
    catch (cause) {
        throw new disk_layout/* BrokenImageError */.zt('the manifest is not one of Packer', { cause });
    }
}
function parseAmi(text) {
    const [, region, id] = /^([a-z]{2}(?:-[a-z]+)+-\d):(ami-[0-9a-f]{8}(?:[0-9a-f]{9})?)$/.exec(text.trim()) ?? [];
    if (region === undefined || id === undefined)
        throw new disk_layout/* BrokenImageError */.zt(`the manifest names ${JSON.stringify(text)}, which is no region and AMI`);
    return { region, id };
}

// EXTERNAL MODULE: ./build/image/inspect-ova.js + 3 modules
var inspect_ova = __webpack_require__(4528);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/image/disk-probe.js
var disk_probe = __webpack_require__(49214);
// EXTERNAL MODULE: ./build/image/file-chunks.js
var file_chunks = __webpack_require__(3473);
;// CONCATENATED MODULE: ./build/image/qcow2-header.js

const qcow2Magic = 'QFI\xfb';
const features = ['dirty', 'corrupt', 'external data file', 'compression type', 'extended L2 entries'];
function parseQcow2Header(head, fileSize) {
    if (fileSize === 0)
        throw new disk_layout/* BrokenImageError */.zt('the file is empty');
    if (head.toString('latin1', 0, 4) !== qcow2Magic || head.length < 104) {
        throw new disk_layout/* BrokenImageError */.zt('no qcow2 image: it does not begin with QFI');
    }
    const version = head.readUInt32BE(4);
    if (version !== 2 && version !== 3)
        throw new disk_layout/* BrokenImageError */.zt(`qcow2 of version ${version}`);
    if (head.readBigUInt64BE(8) !== 0n)
        throw new disk_layout/* BrokenImageError */.zt('it has a backing file and is no image without it');
    if (head.readUInt32BE(32) !== 0)
        throw new disk_layout/* BrokenImageError */.zt('it is encrypted');
    if (version === 3)
        checkFeatures(head.readBigUInt64BE(72));
    const clusterBits = head.readUInt32BE(20);
    if (clusterBits < 9 || clusterBits > 21)
        throw new disk_layout/* BrokenImageError */.zt(`clusters of 2^${clusterBits} bytes`);
    const clusterBytes = 2 ** clusterBits;
    const virtualSize = Number(head.readBigUInt64BE(24));
    if (virtualSize === 0 || !Number.isSafeInteger(virtualSize))
        throw new disk_layout/* BrokenImageError */.zt(`it claims to be a disk of ${virtualSize} bytes`);
    const tableOffset = Number(head.readBigUInt64BE(40));
    const tables = head.readUInt32BE(36);
    if (tables < Math.ceil(virtualSize / (clusterBytes * (clusterBytes / 8))))
        throw new disk_layout/* BrokenImageError */.zt(`its table of ${tables} entries is too small for its disk`);
    const referenceTable = Number(head.readBigUInt64BE(48));
    if (tableOffset + tables * 8 > fileSize || referenceTable >= fileSize || tableOffset === 0)
        throw new disk_layout/* BrokenImageError */.zt(`its tables are not within its ${fileSize} bytes: it is cut off`);
    return { virtualSize, clusterBytes, tableOffset };
}
function checkFeatures(bits) {
    const [index] = Array.from({ length: 64 }, (_, bit) => bit).filter((bit) => (bits >> BigInt(bit)) & 1n);
    if (index === undefined)
        return;
    const name = features[index] ?? `feature ${index}`;
    throw new disk_layout/* BrokenImageError */.zt(index < 2
        ? `it was not closed properly (marked as ${name})`
        : `it uses what not every hypervisor reads (${name})`);
}

;// CONCATENATED MODULE: ./build/image/inspect-qcow2.js








const offsetMask = 0x00fffffffffffe00n;
const compressedFlag = 1n << 62n;
const zeroFlag = 1n;
async function inspectQcow2(path, signal) {
    const file = await (0,promises_.open)(path);
    try {
        const digest = (0,external_node_crypto_.createHash)('sha256');
        let size = 0;
        for await (const chunk of (0,file_chunks/* readChunks */.z)(file, (bytes) => digest.update(bytes))) {
            signal?.throwIfAborted();
            size += chunk.length;
        }
        const head = await readFully(file, 0, Math.min(size, 1024));
        const image = new Qcow2Image(file, size, parseQcow2Header(head, size));
        await image.checkClusters(signal);
        const { virtualSize } = image.header;
        const layout = await readLayout(image);
        return { sha256: digest.digest('hex'), size, virtualSize, layout };
    }
    finally {
        await file.close();
    }
}
async function readLayout(image) {
    const { virtualSize } = image.header;
    const head = await image.read(0, Math.min(disk_layout/* layoutBytes */.av, virtualSize));
    const { partitions, backupHeader } = (0,disk_layout/* readDiskLayout */.gm)(head);
    const probe = new disk_probe/* DiskProbe */.a();
    probe.write(0, head);
    const boot = partitions.filter(({ type }) => type === 'efi-system').map(({ start }) => start);
    const places = [...boot, ...(backupHeader === undefined ? [] : [backupHeader])];
    for (const place of places.toSorted((a, b) => a - b)) {
        if (place < virtualSize)
            probe.write(place, await image.read(place, Math.min(512, virtualSize - place)));
    }
    return probe.finish(virtualSize);
}
class Qcow2Image {
    header;
    #file;
    #size;
    constructor(file, size, header) {
        this.#file = file;
        this.#size = size;
        this.header = header;
    }
    async checkClusters(signal) {
        const { clusterBytes, virtualSize } = this.header;
        const perTable = clusterBytes / 8;
        const clusters = Math.ceil(virtualSize / clusterBytes);
        for (let first = 0; first < clusters; first += perTable) {
            signal?.throwIfAborted();
            const table = await this.#tableOf(first / perTable);
            if (table === undefined)
                continue;
            const count = Math.min(perTable, clusters - first);
            for (let index = 0; index < count; index += 1) {
                const entry = table.readBigUInt64BE(index * 8);
                if ((entry & compressedFlag) !== 0n)
                    await this.#decompress(entry, first + index);
                else
                    this.#checkPlace(entry, first + index);
            }
        }
    }
    async read(start, length) {
        const { clusterBytes } = this.header;
        const parts = [];
        for (let at = start; at < start + length;) {
            const cluster = Math.floor(at / clusterBytes);
            const from = at % clusterBytes;
            const to = Math.min(clusterBytes, from + start + length - at);
            parts.push((await this.#cluster(cluster)).subarray(from, to));
            at += to - from;
        }
        return Buffer.concat(parts);
    }
    async #cluster(number) {
        const { clusterBytes } = this.header;
        const perTable = clusterBytes / 8;
        const table = await this.#tableOf(Math.floor(number / perTable));
        const entry = table?.readBigUInt64BE((number % perTable) * 8) ?? 0n;
        if ((entry & compressedFlag) !== 0n)
            return this.#decompress(entry, number);
        const place = this.#checkPlace(entry, number);
        if (place === undefined)
            return Buffer.alloc(clusterBytes);
        const bytes = await readFully(this.#file, place, Math.min(clusterBytes, this.#size - place));
        return Buffer.concat([bytes, Buffer.alloc(clusterBytes - bytes.length)]);
    }
    async #tableOf(index) {
        const { clusterBytes, tableOffset } = this.header;
        const entry = (await readFully(this.#file, tableOffset + index * 8, 8)).readBigUInt64BE();
        const place = Number(entry & offsetMask);
        if (place === 0)
            return undefined;
        if (place % clusterBytes !== 0 || place + clusterBytes > this.#size) {
            throw new disk_layout/* BrokenImageError */.zt(`table ${index} of the clusters is at byte ${place}, outside of the file`);
        }
        return readFully(this.#file, place, clusterBytes);
    }
    #checkPlace(entry, number) {
        const place = Number(entry & offsetMask);
        if (place === 0 || (entry & zeroFlag) !== 0n)
            return undefined;
        if (place % this.header.clusterBytes !== 0)
            throw new disk_layout/* BrokenImageError */.zt(`cluster ${number} is at byte ${place}, where none can begin`);
        if (place >= this.#size) {
            throw new disk_layout/* BrokenImageError */.zt(`cluster ${number} is at byte ${place}, but the file ends after ${this.#size}: it is cut off`);
        }
        return place;
    }
    async #decompress(entry, number) {
        const { clusterBytes } = this.header;
        const offsetBits = BigInt(62 - (Math.log2(clusterBytes) - 8));
        const place = Number(entry & ((1n << offsetBits) - 1n));
        const sectors = Number((entry & (compressedFlag - 1n)) >> offsetBits);
        const length = Math.min((sectors + 1) * 512 - (place % 512), this.#size - place);
        if (length <= 0)
            throw new disk_layout/* BrokenImageError */.zt(`cluster ${number} is at byte ${place}, outside of the file: it is cut off`);
        try {
            const packed = await readFully(this.#file, place, length);
            const bytes = (0,external_node_zlib_.inflateRawSync)(packed, { maxOutputLength: clusterBytes });
            if (bytes.length === clusterBytes)
                return bytes;
        }
        catch (error) {
            throw new disk_layout/* BrokenImageError */.zt(`cluster ${number} does not decompress: ${(0,action_error/* errorMessage */.g)(error)}`, {
                cause: error,
            });
        }
        throw new disk_layout/* BrokenImageError */.zt(`cluster ${number} is shorter than a cluster`);
    }
}
async function readFully(file, position, length) {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await file.read(buffer, 0, length, position);
    if (bytesRead === length)
        return buffer;
    throw new disk_layout/* BrokenImageError */.zt(`the file ends inside of what is at byte ${position}`);
}

;// CONCATENATED MODULE: ./build/image/inspect-raw.js





async function inspectRaw(path, signal) {
    const file = await (0,promises_.open)(path);
    try {
        const digest = (0,external_node_crypto_.createHash)('sha256');
        const probe = new disk_probe/* DiskProbe */.a();
        let size = 0;
        for await (const chunk of (0,file_chunks/* readChunks */.z)(file, (bytes) => digest.update(bytes))) {
            signal?.throwIfAborted();
            probe.write(size, chunk);
            size += chunk.length;
        }
        if (size === 0)
            throw new disk_layout/* BrokenImageError */.zt('the file is empty');
        return { sha256: digest.digest('hex'), size, virtualSize: size, layout: probe.finish(size) };
    }
    finally {
        await file.close();
    }
}

// EXTERNAL MODULE: ./build/image/inspect-raw-gz.js
var inspect_raw_gz = __webpack_require__(37579);
;// CONCATENATED MODULE: ./build/image/inspect-image.js








const formats = {
    vsphere: 'ova',
    baremetal: 'raw.gz',
    nutanix: 'raw or qcow2',
    cloudstack: 'raw or qcow2',
    ami: 'ami',
};
async function inspectImage(path, expected, signal) {
    const format = formats[expected.hypervisor];
    switch (format === 'raw or qcow2' ? await sniff(path) : format) {
        case 'ova':
            return describeOva(await (0,inspect_ova/* inspectOva */.T)(path, signal), expected);
        case 'raw.gz':
            return describeDisk('raw.gz', await (0,inspect_raw_gz/* inspectRawGz */.O)(path, signal), expected);
        case 'qcow2':
            return describeDisk('qcow2', await inspectQcow2(path, signal), expected);
        case 'raw':
            return describeDisk('raw', await inspectRaw(path, signal), expected);
        case 'ami': {
            const { amis, ...facts } = await inspectAmiManifest(path);
            return { format: 'ami', ...facts, contents: amis.map(describeAmi).join(', '), amis };
        }
    }
}
async function sniff(path) {
    const file = await (0,promises_.open)(path);
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
        return buffer.toString('latin1', 0, bytesRead) === qcow2Magic ? 'qcow2' : 'raw';
    }
    finally {
        await file.close();
    }
}
function describeDisk(format, { sha256, size, virtualSize, layout }, { firmware }) {
    checkFirmware(layout, firmware);
    return { format, sha256, size, contents: `${describeLayout(layout)}, ${mebibytes(virtualSize)}` };
}
function describeOva({ sha256, size, disk, firmware, properties }, expected) {
    if (expected.firmware !== undefined && expected.firmware !== firmware) {
        throw new disk_layout/* BrokenImageError */.zt(`it boots with ${firmware}, but ${expected.firmware} was requested`);
    }
    const eksdRelease = properties.get('EKS_DISTRO_VERSION') ?? expected.eksdRelease;
    if (eksdRelease !== expected.eksdRelease) {
        throw new disk_layout/* BrokenImageError */.zt(`it says it holds ${eksdRelease}, but the release has ${expected.eksdRelease}`);
    }
    const layout = disk.readLayout();
    checkFirmware(layout, firmware);
    const inside = `one disk of ${mebibytes(disk.virtualSize)} (${describeLayout(layout)})`;
    return { format: 'ova', sha256, size, contents: `OVF with ${firmware} firmware, ${inside}` };
}
function checkFirmware({ partitions }, firmware) {
    if (firmware !== 'efi' || partitions.some(({ type }) => type === 'efi-system'))
        return;
    throw new disk_layout/* BrokenImageError */.zt('it shall boot by efi, but has no EFI system partition');
}
function describeLayout({ table, partitions }) {
    const efi = partitions.some(({ type }) => type === 'efi-system') ? ' with an EFI system partition' : '';
    return `${table.toUpperCase()}, ${partitions.length} partition${partitions.length === 1 ? '' : 's'}${efi}`;
}
function describeAmi({ region, id }) {
    return `${id} in ${region}`;
}
function mebibytes(bytes) {
    return `${Math.round(bytes / 1024 ** 2)} MiB`;
}

;// CONCATENATED MODULE: ./build/image/finish-image.js







async function finishImage(options) {
    const { spec, destination } = options;
    const fileName = imageFileName(spec);
    const path = (0,external_node_path_.join)(destination, fileName);
    await (0,promises_.mkdir)(destination, { recursive: true });
    const opened = await openOrKeep(options, (0,external_node_path_.join)(destination, `${spec.id}.rejected`));
    await moveFile(options.builtPath, path);
    const checksumsPath = (0,external_node_path_.join)(destination, `${spec.id}.sha256`);
    await (0,promises_.writeFile)(checksumsPath, `${opened.sha256}  ${fileName}\n`);
    return {
        image: {
            spec,
            path,
            fileName,
            ...opened,
            templateTags: (0,node_image_spec/* templateTags */.CL)(spec.os, options.channel.eksdRelease),
        },
        checksumsPath,
    };
}
function imageFileName(spec) {
    return `${spec.id}.${node_image_spec/* imageExtensions */._o[spec.hypervisor]}`;
}
async function openOrKeep(options, keptPath) {
    try {
        const { spec, channel } = options;
        const expected = { ...spec, eksdRelease: channel.eksdRelease };
        return await inspectImage(options.builtPath, expected, options.signal);
    }
    catch (error) {
        if (!(error instanceof disk_layout/* BrokenImageError */.zt))
            throw error;
        await moveFile(options.builtPath, keptPath);
        throw new action_error/* ActionError */.l('What the build left is not an intact disk image.', {
            problems: [error.message],
            why: 'The build ended without an error: most often its disk ran full, or it was cut off.',
            fix: `Look at the file (${keptPath}) and at the free space of its disk, then build again.`,
            cause: error,
        });
    }
}
async function refuseExisting(destination, spec, replaceExisting) {
    if (replaceExisting === 'replace')
        return;
    const path = (0,external_node_path_.join)(destination, imageFileName(spec));
    const exists = await (0,promises_.stat)(path).then(() => true, () => false);
    if (exists) {
        throw new action_error/* ActionError */.l(`${path} exists already.`, {
            fix: 'Remove it, choose another `destination`, or set `replace-existing: true`.',
        });
    }
}
async function copyManifest(from, to) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
    await (0,promises_.copyFile)(from, to);
}
async function moveFile(from, to) {
    try {
        await (0,promises_.rename)(from, to);
    }
    catch (error) {
        if (error.code !== 'EXDEV')
            throw error;
        const part = `${to}.${(0,external_node_crypto_.randomUUID)()}.part`;
        try {
            await (0,promises_.copyFile)(from, part);
            await (0,promises_.rename)(part, to);
        }
        finally {
            await (0,promises_.rm)(part, { force: true });
        }
        await (0,promises_.rm)(from, { force: true });
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/image-builder/air-gap.js





const repositoryKeys = ['eksa_build_tooling_repo_url', 'image_builder_repo_url'];
function splitGitCredentials(config) {
    const credentials = [];
    const changed = repositoryKeys.flatMap((key) => {
        const url = URL.parse(config[key] ?? '');
        if (url === null || !/^https?:$/.test(url.protocol) || url.username === '')
            return [];
        credentials.push(`${url.protocol}//${url.username}:${url.password}@${url.host}`);
        url.username = '';
        url.password = '';
        return [[key, url.href]];
    });
    return { config: { ...config, ...Object.fromEntries(changed) }, credentials };
}
async function storeGitCredentials(credentials, home) {
    if (credentials.length === 0)
        return;
    const path = (0,external_node_path_.join)(home, '.git-credentials');
    await (0,promises_.appendFile)(path, `${credentials.join('\n')}\n`, { mode: 0o600 });
    await (0,promises_.chmod)(path, 0o600);
}
function checkManifestTarball(eksd, version, channel) {
    if (eksd.signature !== 'unavailable')
        return;
    throw new action_error/* ActionError */.l(`The archive of \`manifest-tarball\` does not fit ${version}.`, {
        problems: [eksd.problem ?? `it has no EKS Distro manifest of ${channel.name}`],
        why: '`image-builder download manifests` packs the newest EKS Distro releases, whatever release of EKS Anywhere is built.',
        fix: `Make it with the image-builder CLI of ${version}, or pack the EKS Distro manifest that its bundle names.`,
    });
}
async function makeManifestTarball(files, entry, channel, folder) {
    await (0,promises_.mkdir)(folder, { mode: 0o700 });
    const contents = [
        ['eks-a-manifest.yaml', (await files.releaseManifest()).text],
        [`eks-a-bundles-${entry.version}.yaml`, (await files.bundle(entry)).text],
        [`eks-d-${channel.name}.yaml`, (await files.eksdManifest(channel)).text],
    ];
    for (const [name, text] of contents)
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, name), text, { flag: 'wx' });
    const path = (0,external_node_path_.join)(folder, 'eks-a-manifests.tar');
    const names = contents.map(([name]) => name);
    await (0,external_node_util_.promisify)(external_node_child_process_.execFile)('tar', ['--format=ustar', '-cf', path, '-C', folder, ...names]);
    return path;
}

// EXTERNAL MODULE: ./build/image-builder/work-folder.js
var work_folder = __webpack_require__(70576);
// EXTERNAL MODULE: ./build/log.js
var build_log = __webpack_require__(36650);
// EXTERNAL MODULE: ./build/plan/complete-spec.js
var complete_spec = __webpack_require__(37931);
// EXTERNAL MODULE: ./build/quantities.js
var quantities = __webpack_require__(83211);
// EXTERNAL MODULE: ./build/release/resolve.js + 5 modules
var resolve = __webpack_require__(66120);
// EXTERNAL MODULE: ./build/release/support-matrix.js + 1 modules
var support_matrix = __webpack_require__(20665);
// EXTERNAL MODULE: ./build/runner/artifacts-file.js
var artifacts_file = __webpack_require__(26711);
// EXTERNAL MODULE: ./build/runner/runner-temp.js
var runner_temp = __webpack_require__(74872);
// EXTERNAL MODULE: ./build/runner/state.js
var state = __webpack_require__(63866);
// EXTERNAL MODULE: ./build/runner/summary.js
var summary = __webpack_require__(61115);
// EXTERNAL MODULE: ./build/toolchain/image-builder-cli.js
var image_builder_cli = __webpack_require__(26188);
// EXTERNAL MODULE: ./build/nearest-match.js
var nearest_match = __webpack_require__(67526);
// EXTERNAL MODULE: ./build/release/support-config-keys.js
var support_config_keys = __webpack_require__(43497);
;// CONCATENATED MODULE: ./build/image-builder/config-formats.js
const webAddress = {
    pattern: /^https?:\/\/[^\s/]+\S*$/i,
    expected: 'a URL that starts with http:// or https://',
};
const fileAddress = {
    pattern: /^((https?|file):\/\/[^\s/]*\/\S+|(?!\w+:\/\/)[^\s"{}]+)$/i,
    expected: 'a URL that starts with https://, http:// or file://, or a path',
};
const gitAddress = {
    pattern: /^((https?|ssh|file):\/\/[\w.@:%/~+-]+|[\w.-]+@[\w.-]+:[\w./~+-]+|\/[\w./~+-]+)$/i,
    expected: 'the address of a git repository: https://, http://, ssh://, file://, git@host:path or an absolute path',
};
const mirrorAddress = {
    pattern: /^https?:\/\/[^\s/@]+(\/[^\s/@]+)*$/i,
    expected: 'the URL of a server that asks for no password, http:// or https://',
    normalize: (value) => value.replace(/\/+$/, ''),
};
const host = {
    pattern: /^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*(:\d{1,5})?$/,
    expected: 'a host name without https:// or a path',
};
const fullHostName = {
    pattern: /^(?=.{1,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/,
    expected: 'a fully qualified host name without https:// or a path',
};
const port = {
    pattern: /^([1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/,
    expected: 'a port from 1 to 65535',
};
const vmFolder = {
    pattern: /\S/,
    expected: 'a folder below the VM folder of the datacenter, or its inventory path',
    normalize: (value) => value.replace(/^\/.+?\/vm\/(?=.)/, ''),
};
const resourcePool = {
    pattern: /\S/,
    expected: 'a pool of the cluster, or its inventory path',
    normalize: (value) => value.replace(/^\/.+?\/host\/.+?\/Resources\/(?=.)/, ''),
};
const wholeNumber = { pattern: /^[1-9]\d{0,8}$/, expected: 'a whole number' };
const config_formats_boolean = {
    pattern: /^(true|false)$/,
    expected: '`true` or `false`',
    normalize: (value) => (/^(true|false)$/i.test(value) ? value.toLowerCase() : value),
};
const duration = {
    pattern: /^(\d+(\.\d+)?(ns|us|ms|s|m|h))+$/,
    expected: 'a duration such as `40m` or `1h30m`',
};
const hexDigest = {
    pattern: /^([0-9a-f]{64}|[0-9a-f]{128})$/,
    expected: '64 (sha256) or 128 (sha512) hex digits',
    normalize: (value) => value.replace(/^sha(256|512):/i, '').toLowerCase(),
};
const checksumType = {
    pattern: /^sha(256|512)$/,
    expected: '`sha256` or `sha512`',
    normalize: (value) => value.toLowerCase().replace('-', ''),
};
const vmxVersion = {
    pattern: /^(1[5-9]|[2-9]\d)$/,
    expected: 'a number from 15 up',
    normalize: (value) => value.replace(/^vmx-/i, ''),
};
const packageNames = {
    pattern: /^[\w@/][\w.+:~=*@/%-]*( [\w@/][\w.+:~=*@/%-]*)*$/,
    expected: 'names that are separated by blanks',
    normalize: oneLine,
};
const paths = {
    pattern: /^[^\s"{}]+( [^\s"{}]+)*$/,
    expected: 'paths or names that are separated by blanks, without quotes and braces',
    normalize: oneLine,
};
const noProxy = {
    pattern: /^[\w.*:[\]/-]+(,[\w.*:[\]/-]+)*$/,
    expected: 'hosts, domains and networks that are separated by commas',
    normalize: commaSeparated,
};
const minorRelease = {
    pattern: /^\d{1,2}\.\d{1,2}$/,
    expected: 'a minor release such as `8.10` or `9.4`, not only the major one',
};
const awsRegion = {
    pattern: /^[a-z]{2}(-[a-z]+)+-\d$/,
    expected: 'an AWS region such as `us-west-2`',
};
const awsRegions = {
    pattern: /^[a-z]{2}(-[a-z]+)+-\d(,[a-z]{2}(-[a-z]+)+-\d)*$/,
    expected: 'AWS regions such as `us-west-2,eu-central-1`',
    normalize: commaSeparated,
};
const awsOwners = {
    pattern: /^(\d{12}|self|amazon|aws-marketplace)(,(\d{12}|self|amazon|aws-marketplace))*$/,
    expected: 'account ids of 12 digits, in quotes, or `self`, `amazon`',
};
const instanceType = {
    pattern: /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/,
    expected: 'an EC2 instance type such as `t3.small`',
};
const subnetId = {
    pattern: /^subnet-([0-9a-f]{8}|[0-9a-f]{17})$/,
    expected: 'the id of a subnet, `subnet-` and 8 or 17 hex digits',
};
const deviceName = { pattern: /^\/dev\/[a-z0-9]+$/, expected: 'a device such as `/dev/sda1`' };
const volumeType = {
    pattern: /^(gp2|gp3|io1|io2|st1|sc1|standard)$/,
    expected: 'one of gp2, gp3, io1, io2, st1, sc1, standard',
};
function oneLine(value) {
    return value.trim().replace(/\s+/g, ' ');
}
function commaSeparated(value) {
    return value
        .split(/[\s,]+/)
        .filter((entry) => entry !== '')
        .join(',');
}

;// CONCATENATED MODULE: ./build/image-builder/config-keys.js

const { /* boolean */ "zM": config_keys_boolean, /* host */ "Hc": config_keys_host, /* webAddress */ "Dy": config_keys_webAddress, /* wholeNumber */ "rD": config_keys_wholeNumber, /* packageNames */ "Vs": config_keys_packageNames, /* paths */ "f0": config_keys_paths, /* awsRegion */ "Ue": config_keys_awsRegion, /* awsRegions */ "HK": config_keys_awsRegions } = config_formats_namespaceObject;
const ubuntu = { os: 'ubuntu' };
const rhel = { os: 'redhat' };
const flag = (meaning) => ({ meaning, format: config_keys_boolean });
const roles = (when) => ({
    meaning: `Folders of Ansible roles that run ${when}, relative to the workspace.`,
    format: config_keys_paths,
    list: ' ',
});
const useFiles = 'use the input `additional-files`, or `node_custom_roles_post` for a role of your own';
const configKeys = {
    vcenter_server: { meaning: 'Host name of vCenter.', format: config_keys_host },
    username: { meaning: 'User name in vCenter.' },
    password: { meaning: 'Password in vCenter.', secret: true },
    datacenter: { meaning: 'Datacenter to build in.' },
    cluster: { meaning: 'Cluster to build in.' },
    datastore: { meaning: 'Datastore of the build VM.' },
    folder: { meaning: 'Folder of the build VM.', format: vmFolder },
    network: { meaning: 'Network on which the build VM reaches the runner and the internet.' },
    resource_pool: { meaning: 'Resource pool of the build VM.', format: resourcePool },
    template: { meaning: 'Template to clone, for `builder: clone`.' },
    insecure_connection: flag('Do not verify the certificate of vCenter.'),
    convert_to_template: flag('Make a template of the build VM.'),
    create_snapshot: flag('Take a snapshot, for linked clones.'),
    linked_clone: flag('Clone with a linked disk.'),
    vmx_version: { meaning: 'Version of the virtual hardware.', format: vmxVersion },
    vsphere_library_name: {
        meaning: 'Content library.',
        instead: 'import the finished OVA into the library',
    },
    disk_size: { meaning: 'Size of the disk in MB. Default: 6656.', format: config_keys_wholeNumber },
    nutanix_cluster_name: { meaning: 'Name of the Prism Element cluster.' },
    image_name: {
        meaning: 'Name of the image in Prism.',
        format: { pattern: /^[^\s"{}]+$/, expected: 'one word' },
    },
    image_size_gb: { meaning: 'Size of the disk in GB. Default: 10.', format: config_keys_wholeNumber },
    image_url: { meaning: 'Cloud image to start from.', format: config_keys_webAddress },
    image_export: flag('Also export the image as a file.'),
    nutanix_endpoint: { meaning: 'Host name of Prism Central.', format: config_keys_host },
    nutanix_insecure: flag('Do not verify the certificate of Prism Central. Default: `false`.'),
    nutanix_port: { meaning: 'Port of Prism Central. Default: 9440.', format: port },
    nutanix_username: { meaning: 'User name in Prism Central.' },
    nutanix_password: { meaning: 'Password in Prism Central.', secret: true },
    nutanix_subnet_name: { meaning: 'Subnet of the build VM.' },
    source_image_name: {
        meaning: 'Image in Prism to start from.',
        instead: 'name the source with `image_url`',
    },
    ansible_user_vars: {
        meaning: 'No effect: the CLI overwrites it.',
        format: {
            pattern: /^provider=cloudstack$/,
            expected: '`provider=cloudstack`, which the CLI always sets',
        },
    },
    ami_filter_name: { meaning: 'Name of the source AMI, with `*`. Default: that of the `os-version`.' },
    ami_filter_owners: {
        meaning: 'Account of the source AMI. Default: 099720109477, which is Canonical.',
        format: awsOwners,
        list: ',',
    },
    ami_regions: {
        meaning: 'Regions to copy the AMI to. Default: `aws_region`.',
        format: config_keys_awsRegions,
        list: ',',
    },
    aws_region: {
        meaning: 'Region to build in. Default: `AWS_REGION` of the job, else us-west-2.',
        format: config_keys_awsRegion,
    },
    builder_instance_type: {
        meaning: 'Type of the build instance. Default: `t3.small`.',
        format: instanceType,
    },
    manifest_output: {
        meaning: "Path to copy Packer's manifest to, relative to the workspace.",
        format: config_keys_paths,
    },
    root_device_name: { meaning: 'Name of the root device. Default: `/dev/sda1`.', format: deviceName },
    subnet_id: {
        meaning: 'Subnet to build in. Required in an account without a default VPC.',
        format: subnetId,
    },
    volume_size: { meaning: 'Size of the root volume in GiB. Default: 25.', format: config_keys_wholeNumber },
    volume_type: { meaning: 'Type of the root volume. Default: `gp3`.', format: volumeType },
    ansible_extra_vars: { meaning: 'Variables for Ansible.', instead: useFiles },
    custom_role: { meaning: 'Whether there is a custom role.', instead: useFiles },
    custom_role_names: { meaning: 'Custom roles.', list: ' ', instead: useFiles },
    custom_role_name_list: { meaning: 'Custom roles.', list: ' ', instead: useFiles },
    iso_url: {
        meaning: 'Installer ISO to use, a URL or a path relative to the workspace. Default for Ubuntu: its ISO on releases.ubuntu.com.',
        format: fileAddress,
    },
    iso_checksum: { meaning: 'Checksum of the ISO in hex.', format: hexDigest },
    iso_checksum_type: { meaning: 'Kind of that checksum.', format: checksumType },
    rhel_username: { meaning: 'User name in Red Hat subscription management.', ...rhel },
    rhel_password: { meaning: 'Password in Red Hat subscription management.', secret: true, ...rhel },
    rhsm_server_hostname: {
        meaning: 'Host name of a Red Hat Satellite.',
        format: fullHostName,
        ...rhel,
    },
    rhsm_server_release_version: {
        meaning: 'Minor release of the packages.',
        format: minorRelease,
        ...rhel,
    },
    rhsm_activation_key: { meaning: 'Activation key of the Satellite.', secret: true, ...rhel },
    rhsm_org_id: { meaning: 'Organization in the Satellite.', ...rhel },
    rhsm_server_proxy_hostname: { meaning: 'Proxy to the subscription server.', format: config_keys_host, ...rhel },
    rhsm_server_proxy_port: { meaning: 'Port of that proxy.', format: port, ...rhel },
    redhat_epel_rpm: { meaning: 'Package that sets EPEL up. Empty: no EPEL.', mayBeEmpty: true, ...rhel },
    epel_rpm_gpg_key: { meaning: 'Key of EPEL. Empty: no EPEL.', mayBeEmpty: true, ...rhel },
    extra_debs: {
        meaning: "Packages to add. They replace upstream's own, `nfs-common xfsprogs`, so repeat those.",
        format: config_keys_packageNames,
        list: ' ',
        ...ubuntu,
    },
    extra_rpms: { meaning: 'Packages to add, names or URLs.', format: config_keys_packageNames, list: ' ', ...rhel },
    extra_repos: {
        meaning: 'Files with package sources to add, relative to the workspace: `.list` or `.sources`, for RHEL `.repo`.',
        format: config_keys_paths,
        list: ' ',
    },
    disable_public_repos: flag('Use no package sources but `extra_repos`.'),
    reenable_public_repos: flag('Whether the finished image has the public sources again. Default: `true`.'),
    http_proxy: { meaning: 'Proxy of the build VM for http. It stays in the image.', format: config_keys_webAddress },
    https_proxy: { meaning: 'Proxy of the build VM for https. It stays in the image.', format: config_keys_webAddress },
    no_proxy: {
        meaning: 'Hosts that the build VM reaches without the proxy.',
        format: noProxy,
        list: ',',
    },
    firstboot_custom_roles_pre: roles('first of all at the first boot'),
    firstboot_custom_roles_post: roles('last at the first boot'),
    node_custom_roles_pre: roles('before Kubernetes is installed'),
    node_custom_roles_post: roles('after Kubernetes is installed, before the image is sealed'),
    ssh_timeout: {
        meaning: 'How long to wait for the installed system. Default: `40m`.',
        format: duration,
    },
    ssh_handshake_attempts: {
        meaning: 'How often to try to log in by ssh. Default: 100.',
        format: config_keys_wholeNumber,
    },
    eksa_build_tooling_repo_url: {
        meaning: 'Git mirror of aws/eks-anywhere-build-tooling.',
        format: gitAddress,
    },
    image_builder_repo_url: {
        meaning: 'Git mirror of kubernetes-sigs/image-builder.',
        format: gitAddress,
    },
    private_artifacts_eksd_fqdn: {
        meaning: 'Mirror of distro.eks.amazonaws.com.',
        format: mirrorAddress,
    },
    private_artifacts_eksa_fqdn: {
        meaning: 'Mirror of anywhere-assets.eks.amazonaws.com.',
        format: mirrorAddress,
    },
};

;// CONCATENATED MODULE: ./build/image-builder/config-requirements.js

const vsphere = [
    'vcenter_server',
    'username',
    'password',
    'datacenter',
    'cluster',
    'datastore',
    'folder',
    'network',
];
const nutanix = [
    'nutanix_cluster_name',
    'nutanix_endpoint',
    'nutanix_username',
    'nutanix_password',
    'nutanix_subnet_name',
    'image_name',
];
const airGap = [
    'eksa_build_tooling_repo_url',
    'image_builder_repo_url',
    'private_artifacts_eksd_fqdn',
    'private_artifacts_eksa_fqdn',
    'extra_repos',
];
function requiredKeys(target, given) {
    const { hypervisor, os, builder } = target;
    return [
        ...(hypervisor === 'vsphere' ? vsphere : []),
        ...(builder === 'clone' ? ['template'] : []),
        ...(hypervisor === 'nutanix' ? nutanixKeys(target) : []),
        ...(os === 'redhat' ? subscriptionKeys(given) : []),
        ...(needsIso(target) ? ['iso_url'] : []),
        ...(target.isAirGapped ? airGap : []),
    ];
}
function nutanixKeys({ os, eksaVersion }) {
    if (!(0,support_matrix/* isAtLeast */.du)(eksaVersion, 'v0.18.0'))
        return [...nutanix, 'source_image_name'];
    return os === 'redhat' ? [...nutanix, 'image_url'] : nutanix;
}
function subscriptionKeys(given) {
    return given.has('rhsm_server_hostname')
        ? ['rhsm_server_release_version', 'rhsm_activation_key', 'rhsm_org_id']
        : ['rhel_username', 'rhel_password'];
}
function needsIso({ hypervisor, os, builder, isAirGapped }) {
    if (hypervisor === 'nutanix' || hypervisor === 'ami')
        return false;
    return isAirGapped || (os === 'redhat' && builder !== 'clone');
}

// EXTERNAL MODULE: ./build/image-builder/child-environment.js
var child_environment = __webpack_require__(89938);
;// CONCATENATED MODULE: ./build/image-builder/config-rules.js

function checkRules({ values, places }, target, findings) {
    const config = Object.assign((key) => values[key] ?? '', {
        has: (key) => places.has(key),
    });
    for (const rule of rules) {
        for (const { text, key, isNote } of rule(config, target)) {
            const place = places.get(key);
            (isNote ? findings.notes : findings.problems).push({ text, ...(place && { place }) });
        }
    }
}
const companions = [
    ['iso_url', ['iso_checksum', 'iso_checksum_type']],
    ['iso_checksum', ['iso_url']],
    ['iso_checksum_type', ['iso_url']],
    ['disable_public_repos', ['extra_repos']],
    ['rhsm_activation_key', ['rhsm_server_hostname']],
    ['rhsm_org_id', ['rhsm_server_hostname']],
    ['rhsm_server_proxy_hostname', ['rhsm_server_proxy_port']],
    ['rhsm_server_proxy_port', ['rhsm_server_proxy_hostname']],
];
function* companionRule(config) {
    for (const [key, needs] of companions) {
        const missing = needs.filter((needed) => !config.has(needed));
        const isSet = key === 'disable_public_repos' ? config(key) === 'true' : config.has(key);
        if (!isSet || missing.length === 0)
            continue;
        yield { key, text: `\`${key}\` needs ${missing.map((name) => `\`${name}\``).join(' and ')} beside it` };
    }
}
function* isoRule(config, { os, osVersion, builder }) {
    const [sum, type, url] = [config('iso_checksum'), config('iso_checksum_type'), config('iso_url')];
    const digits = { sha256: 64, sha512: 128 }[type];
    if (sum !== '' && digits !== undefined && sum.length !== digits)
        yield {
            key: 'iso_checksum',
            text: `\`iso_checksum\` has ${sum.length} digits, but ${type} has ${digits}`,
        };
    if (url === '')
        return;
    if (builder === 'clone') {
        yield {
            key: 'iso_url',
            text: '`iso_url` has no effect: `builder: clone` starts from a template',
            isNote: true,
        };
        return;
    }
    if (os === 'redhat' && /-boot\.iso/i.test(url))
        yield {
            key: 'iso_url',
            text: '`iso_url` is the boot ISO of RHEL, which holds no packages: give the DVD ISO',
        };
    const [, major] = (os === 'redhat' ? /rhel-(?:[a-z-]*)(\d{1,2})\.\d/i : /ubuntu-(\d\d\.\d\d)/i).exec(url) ?? [];
    if (major !== undefined && major !== osVersion)
        yield { key: 'iso_url', text: `\`iso_url\` is the ISO of ${major}, but \`os-version\` is ${osVersion}` };
}
function* rhelRule(config, { os, osVersion }) {
    if (os !== 'redhat')
        return;
    const release = config('rhsm_server_release_version');
    if (release !== '' && !release.startsWith(`${osVersion}.`)) {
        yield {
            key: 'rhsm_server_release_version',
            text: `\`rhsm_server_release_version\` is ${release}, but \`os-version\` is ${osVersion}`,
        };
    }
    if (config('rhsm_server_hostname') !== '' && !config.has('rhel_username')) {
        yield {
            key: 'rhsm_server_hostname',
            text: 'upstream unregisters a build VM only where `rhel_username` and `rhel_password` are given: this image stays registered with the Satellite',
            isNote: true,
        };
    }
    if (config('http_proxy') !== '' && !/:\d+\/?$/.test(config('http_proxy')))
        yield {
            key: 'http_proxy',
            text: '`http_proxy` needs a port for RHEL, such as `http://proxy.example.com:3128`',
        };
}
function* proxyRule(config, { os, hypervisor }) {
    const key = ['http_proxy', 'https_proxy'].find((name) => config(name) !== '');
    if (key === undefined) {
        if (config('no_proxy') !== '')
            yield {
                key: 'no_proxy',
                text: '`no_proxy` has no effect without `http_proxy` and `https_proxy`',
                isNote: true,
            };
        return;
    }
    const packages = os === 'redhat' ? 'extra_rpms' : 'extra_debs';
    if (!config(packages).split(' ').includes('wget')) {
        yield {
            key,
            text: `behind a proxy the build downloads with wget: add it to \`${packages}\`${os === 'ubuntu' ? ', such as `nfs-common xfsprogs wget`' : ''}`,
            isNote: true,
        };
    }
    if (hypervisor === 'ami' && !config('no_proxy').split(',').includes(child_environment/* metadataAddress */.yu)) {
        yield {
            key,
            text: `\`no_proxy\` lacks ${child_environment/* metadataAddress */.yu}: the instance would ask the proxy for its own metadata`,
        };
    }
}
function* amiRule(config, { osVersion, hypervisor }) {
    if (hypervisor !== 'ami')
        return;
    if (config('ami_filter_owners').split(',').includes('679593333241')) {
        yield {
            key: 'ami_filter_owners',
            text: '`ami_filter_owners`: images of 679593333241, the AWS Marketplace, cannot be exported; Canonical is 099720109477',
        };
    }
    const [, version] = /ubuntu-[a-z]+-(\d\d\.\d\d)-/.exec(config('ami_filter_name')) ?? [];
    if (version !== undefined && version !== osVersion) {
        yield {
            key: 'ami_filter_name',
            text: `\`ami_filter_name\` finds Ubuntu ${version}, but \`os-version\` is ${osVersion}`,
        };
    }
}
function* airGapRule(config, { isAirGapped }) {
    const keys = [
        'eksa_build_tooling_repo_url',
        'image_builder_repo_url',
        'private_artifacts_eksd_fqdn',
        'private_artifacts_eksa_fqdn',
    ];
    if (!isAirGapped) {
        for (const key of keys.filter((name) => config(name) !== ''))
            yield { key, text: `\`${key}\` has no effect without \`air-gapped: true\`` };
        return;
    }
    if (config('extra_repos') !== '' && config('disable_public_repos') !== 'true') {
        yield {
            key: 'extra_repos',
            text: '`disable_public_repos` is not `true`: the build VM also asks the public package servers',
            isNote: true,
        };
    }
}
const rules = [companionRule, isoRule, rhelRule, proxyRule, amiRule, airGapRule];

// EXTERNAL MODULE: ./build/image-builder/config-text.js
var config_text = __webpack_require__(57958);
// EXTERNAL MODULE: ./build/image-builder/upstream-quoting.js
var upstream_quoting = __webpack_require__(36821);
;// CONCATENATED MODULE: ./build/image-builder/config.js









function readBuildConfig(sources, target, findings) {
    const mappings = sources.texts.map((text) => (0,config_text/* parseFlatMapping */.Pk)(text, findings));
    const secrets = Object.entries(sources.secrets).map(([key, value]) => ({
        key,
        value: value.trim() === '' ? '' : value,
        place: inSecrets,
    }));
    const entries = [...mappings.flatMap((mapping) => mapping ?? []), ...secrets];
    const values = Object.create(null);
    const places = new Map();
    for (const entry of new Map(entries.map((candidate) => [candidate.key, candidate])).values()) {
        const ignored = ignoredReason(entry.key, target);
        if (ignored !== undefined) {
            const isKnown = Object.hasOwn(configKeys, entry.key);
            const level = isKnown && target.ignoredKeys === 'warn' ? findings.notes : findings.problems;
            level.push({ text: `\`${entry.key}\` ${ignored}`, place: entry.place });
            continue;
        }
        places.set(entry.key, entry.place);
        if (entry.place === inSecrets && entry.value?.length === 0) {
            const level = target.secrets === 'optional' ? findings.notes : findings.problems;
            level.push({ text: emptySecret(entry.key), place: inSecrets });
            continue;
        }
        const value = checkedValue(entry, findings);
        if (value !== undefined)
            values[entry.key] = value;
        if (value && entry.place !== inSecrets && isSecretKey(entry.key))
            findings.notes.push({
                text: `\`${entry.key}\` is a secret: give it by \`secrets\`, as a line \`${entry.key}=…\``,
                place: entry.place,
            });
    }
    const checked = { values, places };
    if (!mappings.includes(undefined))
        reportMissing(checked, target, findings);
    checkRules(checked, target, findings);
    return checked;
}
const inSecrets = { name: 'secrets' };
const emptyReasons = 'is empty. The usual reasons: ';
function emptySecret(key) {
    return `\`${key}\` ${emptyReasons}the secret does not exist or is misspelt; the run comes from a fork or from Dependabot, which get no secrets; the job lacks the \`environment\` of the secret; the caller of a reusable workflow does not pass it under \`secrets:\``;
}
function isEmptySecret({ text }) {
    return text.includes(emptyReasons);
}
function secretsOf(config) {
    const written = Object.entries((0,upstream_quoting/* writtenForUpstream */.Y2)(config));
    const entries = [...Object.entries(config), ...written.filter(([key, value]) => config[key] !== value)];
    const addresses = entries.map(([, value]) => value).filter((value) => value.includes('://'));
    const signature = /[?&](?:X-Amz-Signature|X-Amz-Security-Token|sig|token|access_token)=([^&\s]+)/gi;
    const signatures = addresses.flatMap((address) => [...address.matchAll(signature)].map(([, text = '']) => text));
    return {
        values: [...entries.filter(([key]) => isSecretKey(key)).map(([, value]) => value), ...signatures],
        addresses,
    };
}
function isSecretKey(key) {
    return Object.hasOwn(configKeys, key) && configKeys[key]?.secret === true;
}
function ignoredReason(key, { hypervisor, os, eksaVersion }) {
    const range = Object.hasOwn(support_config_keys/* supportedConfigKeys */.R[hypervisor], key)
        ? support_config_keys/* supportedConfigKeys */.R[hypervisor][key]
        : undefined;
    if (range === undefined)
        return strangeKey(key, hypervisor);
    const definition = definitionOf(key);
    if (definition.os !== undefined && definition.os !== os)
        return `is for ${node_image_spec/* operatingSystemNames */.$o[definition.os]} only`;
    const { since, until } = range;
    if (since && !(0,support_matrix/* isAtLeast */.du)(eksaVersion, since))
        return `would be ignored: it exists since ${since}, and this is ${eksaVersion}`;
    if (until && (0,support_matrix/* isGone */.ST)(eksaVersion, until)) {
        const instead = definition.instead ? `; ${definition.instead}` : '';
        return `would be ignored: it exists up to ${until.replace(' ', ' and ')}, and this is ${eksaVersion}${instead}`;
    }
    return undefined;
}
function strangeKey(key, hypervisor) {
    const others = node_image_spec/* hypervisors */.j9.filter((other) => Object.hasOwn(support_config_keys/* supportedConfigKeys */.R[other], key));
    if (others.length > 0)
        return `is for ${others.map((other) => node_image_spec/* hypervisorNames */.ik[other]).join(', ')} only`;
    const input = inputFor(key);
    if (input !== undefined)
        return `is no key of this config, but an input of its own: \`${input}\``;
    const near = (0,nearest_match/* nearestMatch */.G)(key, Object.keys(support_config_keys/* supportedConfigKeys */.R[hypervisor]));
    return `is no key of this config${near ? `; did you mean \`${near}\`?` : ''}`;
}
const inputsOfFlags = {
    'air-gapped': 'air-gapped: true',
    airgapped: 'air-gapped: true',
    'ansible-verbosity': 'ansible-verbosity',
    builder: 'builder',
    'eks-a-version': 'eks-a-version',
    'eksa-release': 'eks-a-version',
    'eksa-version': 'eks-a-version',
    'additional-files': 'additional-files',
    'additional-files-list': 'additional-files',
    'files-config': 'additional-files',
    firmware: 'firmware',
    hypervisor: 'hypervisor',
    'manifest-tarball': 'manifest-tarball',
    os: 'os',
    'os-version': 'os-version',
    'release-channel': 'release-channel',
};
function inputFor(key) {
    const name = key.replace(/^-+/, '').replaceAll('_', '-').toLowerCase();
    return Object.hasOwn(inputsOfFlags, name) ? inputsOfFlags[name] : undefined;
}
function definitionOf(key) {
    const definition = Object.hasOwn(configKeys, key) ? configKeys[key] : undefined;
    if (definition === undefined)
        throw new RangeError(`no definition of ${key}`);
    return definition;
}
function checkedValue({ key, value, place }, { problems }) {
    const { format, list, secret, mayBeEmpty } = definitionOf(key);
    const report = (text) => {
        problems.push({ text: `\`${key}\` ${text}`, place });
    };
    if (value === undefined)
        return undefined;
    if (typeof value !== 'string' && list === undefined)
        return report('must be one value, but is a list');
    const text = typeof value === 'string' ? value : value.join(list);
    if (text.trim() === '')
        return mayBeEmpty ? '' : report('has no value');
    if (secret)
        return text;
    if (/^<[^<>]*>$/s.test(text))
        return report('still holds the placeholder of the documentation');
    const written = format?.normalize?.(text) ?? text;
    if (/[\r\n]/.test(written))
        return report('holds a line break');
    if (format !== undefined && !format.pattern.test(written))
        return report(`must be ${format.expected}`);
    return written;
}
function reportMissing({ places }, target, { problems, notes }) {
    for (const key of requiredKeys(target, places)) {
        if (places.has(key))
            continue;
        const isSecret = isSecretKey(key);
        const level = isSecret && target.secrets === 'optional' ? notes : problems;
        level.push({ text: `\`${key}\` is missing${isSecret ? '; it belongs in `secrets`' : ''}` });
    }
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
;// CONCATENATED MODULE: ./build/image-builder/package-sources.js
const codenames = {
    '20.04': 'focal',
    '22.04': 'jammy',
    '24.04': 'noble',
};
const otherCodenames = [
    'bionic',
    'eoan',
    'groovy',
    'hirsute',
    'impish',
    'kinetic',
    'lunar',
    'mantic',
    'oracular',
    'plucky',
    'questing',
];
const suffixes = {
    ubuntu: ['.list', '.sources'],
    redhat: ['.repo'],
};
function packageSourceProblems(name, text, system) {
    const { os, osVersion } = system;
    if (!suffixes[os].some((suffix) => name.endsWith(suffix)))
        return [`its name must end in ${suffixes[os].join(' or ')}, or the image ignores it`];
    if (os === 'redhat')
        return yumProblems(text);
    return name.endsWith('.list') ? oneLineProblems(text, osVersion) : deb822Problems(text, osVersion);
}
function oneLineProblems(text, osVersion) {
    let sources = 0;
    const problems = text.split(/\r?\n/).flatMap((line, index) => {
        const source = line.replace(/#.*/, '').trim();
        if (source === '')
            return [];
        sources += 1;
        const [, address = '', suite = '', rest = ''] = /^deb(?:-src)?\s+(?:\[[^\]]*\]\s+)?(\S+)\s+(\S+)(.*)$/.exec(source) ?? [];
        if (address === '')
            return [`line ${index + 1} is no package source: write \`deb <address> <suite> <component>\``];
        const problem = addressProblem(address) ?? suiteProblem(suite, rest, osVersion);
        return problem === undefined ? [] : [`line ${index + 1} ${problem}`];
    });
    return sources === 0 ? ['it names no package source'] : problems;
}
function deb822Problems(text, osVersion) {
    const paragraphs = text
        .split(/\n\s*\n/)
        .map(fieldsOf)
        .filter((fields) => fields.size > 0);
    if (paragraphs.length === 0)
        return ['it names no package source'];
    return paragraphs.flatMap((fields, index) => {
        const where = `paragraph ${index + 1}`;
        const missing = ['types', 'uris', 'suites'].filter((field) => !fields.get(field));
        const components = fields.get('components') ?? '';
        return [
            ...missing.map((field) => `${where} has no \`${field[0]?.toUpperCase()}${field.slice(1)}\``),
            ...words(fields.get('uris')).flatMap((address) => addressProblem(address) ?? []),
            ...words(fields.get('suites')).flatMap((suite) => suiteProblem(suite, components, osVersion) ?? []),
        ].map((problem) => (problem.startsWith(where) ? problem : `${where} ${problem}`));
    });
}
function fieldsOf(paragraph) {
    const fields = new Map();
    let last = '';
    for (const line of paragraph.split(/\r?\n/)) {
        if (line.startsWith('#') || line.trim() === '')
            continue;
        const [, name, value = ''] = /^([A-Za-z-]+):\s*(.*)$/.exec(line) ?? [];
        if (name !== undefined)
            last = name.toLowerCase();
        fields.set(last, name === undefined ? `${fields.get(last) ?? ''} ${line.trim()}` : value);
    }
    fields.delete('');
    return fields;
}
function yumProblems(text) {
    const sections = text.split(/^\s*\[/m).slice(1);
    if (sections.length === 0)
        return ['it has no section such as `[mirror]`'];
    return sections.flatMap((section) => {
        const name = section.slice(0, Math.max(section.indexOf(']'), 0));
        const hasAddress = /^\s*(baseurl|mirrorlist|metalink)\s*=\s*\S/m.test(section);
        return hasAddress ? [] : [`[${name}] has neither \`baseurl\`, \`mirrorlist\` nor \`metalink\``];
    });
}
function addressProblem(address) {
    if (/^(https?|file|copy|mirror(\+[a-z]+)?|cdrom|ftp):\S+/.test(address))
        return undefined;
    return `has no address: "${address.replace(/\/\/[^/@]*@/, '//***@')}"`;
}
function suiteProblem(suite, components, osVersion) {
    const codename = codenames[osVersion];
    const [name = ''] = suite.split(/[-/]/);
    const isOther = otherCodenames.includes(name) || Object.values(codenames).includes(name);
    if (isOther && name !== codename)
        return `is for ${name}, but Ubuntu ${osVersion} is ${codename}`;
    if (!suite.endsWith('/') && components.trim() === '')
        return `names no component after the suite ${suite}`;
    return undefined;
}
function words(text = '') {
    return text.split(/\s+/).filter((word) => word !== '');
}

;// CONCATENATED MODULE: ./build/image-builder/config-files.js







const roleKeys = [
    'firstboot_custom_roles_pre',
    'firstboot_custom_roles_post',
    'node_custom_roles_pre',
    'node_custom_roles_post',
];
const largestSource = 1024 * 1024;
async function resolveConfigFiles({ values, places }, target, workspace, findings) {
    const changed = {};
    const report = (key) => (text) => {
        const place = places.get(key);
        findings.problems.push({ text: `\`${key}\`: ${text}`, ...(place && { place }) });
    };
    if (values['extra_repos'])
        changed['extra_repos'] = await packageSources(values['extra_repos'], target, workspace, report('extra_repos'));
    for (const key of roleKeys) {
        const roles = values[key];
        if (roles)
            changed[key] = await roleFolders(roles, workspace, report(key));
    }
    if (values['iso_url'])
        changed['iso_url'] = await isoAddress(values, workspace, report('iso_url'));
    return { ...values, ...changed };
}
async function packageSources(names, target, workspace, report) {
    const files = names.split(' ').map((name) => (0,external_node_path_.resolve)(workspace, name));
    for (const file of files) {
        const problem = await fileProblem(file, largestSource);
        if (problem !== undefined)
            report(`${file}: ${problem}`);
        else
            for (const found of packageSourceProblems((0,external_node_path_.basename)(file), await (0,promises_.readFile)(file, 'utf8'), target))
                report(`${file}: ${found}`);
    }
    if (/\s/.test(workspace))
        report(blankInPath(workspace));
    return files.join(' ');
}
async function roleFolders(names, workspace, report) {
    const roles = [];
    for (const name of names.split(' ')) {
        const folder = (0,external_node_path_.resolve)(workspace, name);
        const isHere = await isRole(folder);
        if (name.includes('/') && !isHere)
            report(`${folder} is no Ansible role: it has no tasks/main.yml`);
        if (isHere && /\s/.test(folder))
            report(blankInPath(folder));
        roles.push(name.includes('/') || isHere ? folder : name);
    }
    return roles.join(' ');
}
async function isRole(folder) {
    for (const file of ['tasks/main.yml', 'tasks/main.yaml', 'tasks/main', 'meta/main.yml'])
        if ((await (0,promises_.stat)((0,external_node_path_.join)(folder, file)).catch(() => undefined))?.isFile())
            return true;
    return false;
}
async function isoAddress(config, workspace, report) {
    const given = config['iso_url'] ?? '';
    if (/^https?:/i.test(given))
        return given;
    const path = isoPath(given, workspace, report);
    if (path === undefined)
        return given;
    const problem = await fileProblem(path, Number.POSITIVE_INFINITY);
    const { iso_checksum: expected, iso_checksum_type: type } = config;
    if (problem !== undefined)
        report(`${path}: ${problem}`);
    else if (expected && type) {
        const hash = (0,external_node_crypto_.createHash)(type);
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), hash);
        const found = hash.digest('hex');
        if (found !== expected)
            report(`${path} has the ${type} ${found}, but \`iso_checksum\` is ${expected}`);
    }
    return path;
}
function isoPath(given, workspace, report) {
    if (!/^file:/i.test(given))
        return (0,external_node_path_.resolve)(workspace, given);
    try {
        return (0,external_node_url_.fileURLToPath)(given);
    }
    catch {
        report(`"${given}" names no file on the runner: write file:/// and an absolute path`);
        return undefined;
    }
}
async function fileProblem(path, maxBytes) {
    const found = await (0,promises_.stat)(path).catch((error) => error.code ?? 'unreadable');
    if (found === 'ENOENT' || found === 'ENOTDIR')
        return 'there is no such file';
    if (typeof found === 'string')
        return `it cannot be read (${found})`;
    if (found.isDirectory())
        return 'it is a folder, not a file';
    if (!found.isFile())
        return 'it is no regular file';
    if (found.size > maxBytes)
        return `it has ${found.size} bytes, which is too much`;
    const isReadable = await (0,promises_.access)(path, promises_.constants.R_OK).then(() => true, () => false);
    return isReadable ? undefined : 'the user of this runner cannot read it';
}
function blankInPath(path) {
    return `the path holds a blank, at which upstream would cut it: ${path}`;
}

;// CONCATENATED MODULE: ./build/image-builder/additional-files.js






const largestList = 1024 * 1024;
const keys = ['src', 'dest', 'owner', 'group', 'mode'];
async function readAdditionalFiles(input, workspace, findings) {
    const files = [];
    for (const text of await listTexts(input, workspace, findings))
        for (const entry of entriesOf(text, findings)) {
            const file = await readFileEntry(entry, workspace, findings);
            if (file !== undefined)
                files.push(file);
        }
    refuseSameDestination(files, findings);
    return files;
}
function filesConfig(files) {
    return JSON.stringify({ additional_files_list: files });
}
async function listTexts(input, workspace, { problems }) {
    const isList = /^\s*[[{-]/.test(input) || /^\s*\w+:(\s|$)/m.test(input);
    if (isList)
        return [{ name: 'additional-files', text: input }];
    const texts = [];
    for (const file of input.split('\n').map((line) => line.trim())) {
        if (file === '')
            continue;
        const path = (0,external_node_path_.resolve)(workspace, file);
        const problem = await fileProblem(path, largestList);
        if (problem !== undefined)
            problems.push({ text: `${path}: ${problem}`, place: { name: 'additional-files' } });
        else
            texts.push({ name: `additional-files ${file}`, file, text: await (0,promises_.readFile)(path, 'utf8') });
    }
    return texts;
}
function entriesOf({ text, ...source }, { problems }) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { schema: 'failsafe', prettyErrors: false, lineCounter: lines });
    const placeAt = (offset) => offset === undefined ? source : { ...source, line: lines.linePos(offset).line };
    if (document.errors.length > 0) {
        problems.push(...document.errors.map(({ message, pos }) => ({ text: message, place: placeAt(pos[0]) })));
        return [];
    }
    const top = document.contents;
    const list = (0,dist/* isMap */.jh)(top) && top.has('additional_files_list') ? top.get('additional_files_list') : top;
    const items = (0,dist/* isSeq */.oP)(list) ? list.items : (0,dist/* isMap */.jh)(list) && list.has('src') ? [list] : undefined;
    if (items === undefined) {
        problems.push({
            text: 'neither a list of files nor a mapping with `additional_files_list`',
            place: source,
        });
        return [];
    }
    return items.flatMap((item) => {
        if ((0,dist/* isMap */.jh)(item))
            return [{ values: valuesOf(item, placeAt, problems), place: placeAt(item.range?.[0]) }];
        const at = (0,dist/* isScalar */.jn)(item) ? item.range?.[0] : undefined;
        problems.push({
            text: `a file must be a mapping with \`src\` and \`dest\`, but is ${(0,config_text/* kindOf */.I)(item)}`,
            place: placeAt(at),
        });
        return [];
    });
}
function valuesOf(item, placeAt, problems) {
    const values = {};
    for (const { key, value } of item.items) {
        const name = (0,dist/* isScalar */.jn)(key) ? String(key.value) : '';
        const place = placeAt((0,dist/* isScalar */.jn)(key) ? key.range?.[0] : item.range?.[0]);
        const known = keys.find((candidate) => candidate === name);
        if (known === undefined) {
            const near = (0,nearest_match/* nearestMatch */.G)(name, keys);
            problems.push({
                text: `\`${name}\` is no key of a file${near ? `; did you mean \`${near}\`?` : `; there are ${keys.join(', ')}`}`,
                place,
            });
        }
        else if ((0,dist/* isScalar */.jn)(value))
            values[known] = String(value.value ?? '').trim();
        else
            problems.push({ text: `\`${name}\` must be one value, but is ${(0,config_text/* kindOf */.I)(value)}`, place });
    }
    return values;
}
async function readFileEntry({ values, place }, workspace, { problems }) {
    const before = problems.length;
    const report = (text) => problems.push({ text, place });
    const { src = '', dest = '', owner = 'root', group = 'root' } = values;
    const path = (0,external_node_path_.resolve)(workspace, src);
    const problem = src === '' ? '`src` is missing' : await fileProblem(path, Number.POSITIVE_INFINITY);
    if (problem !== undefined)
        report(src === '' ? problem : `\`src\` ${path}: ${problem}`);
    for (const [key, text] of [
        ['src', path],
        ['dest', dest],
    ]) {
        const [mark] = /\{[{%#]|\$(?=[\w{])/.exec(text) ?? [];
        if (mark !== undefined)
            report(`\`${key}\` holds \`${mark}\`, which Ansible would replace: ${text}`);
    }
    if (dest === '')
        report('`dest` is missing');
    else if (!(0,external_node_path_.isAbsolute)(dest) || dest.split('/').includes('..'))
        report(`\`dest\` must be an absolute path in the image without \`..\`: ${dest}`);
    for (const [key, name] of [
        ['owner', owner],
        ['group', group],
    ])
        if (!/^([a-z_][a-z0-9_.-]*\$?|\d+)$/i.test(name))
            report(`\`${key}\` must be a name or a number: ${name}`);
    const mode = values.mode === undefined ? await usualMode(path) : modeOf(values.mode);
    if (mode === undefined)
        report(`\`mode\` must be octal, such as 0644 or 0755: ${values.mode}`);
    if (mode === undefined || problems.length > before)
        return undefined;
    return { src: path, dest, owner, group, mode };
}
function modeOf(text) {
    const [, digits] = /^(?:0?o)?([0-7]{3,5})$/.exec(text) ?? [];
    if (digits === undefined || Number(digits) > 7777)
        return undefined;
    return Number(digits);
}
async function usualMode(path) {
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    return found !== undefined && (found.mode & 0o100) !== 0 ? 755 : 644;
}
function refuseSameDestination(files, { problems }) {
    const targets = files.map(({ src, dest }) => (dest.endsWith('/') ? external_node_path_.posix.join(dest, (0,external_node_path_.basename)(src)) : dest));
    for (const target of new Set(targets.filter((dest, index) => targets.indexOf(dest) !== index)))
        problems.push({ text: `two files go to ${target}`, place: { name: 'additional-files' } });
}

;// CONCATENATED MODULE: ./build/image-builder/ami.js



const amiManifest = 'manifest.json';
function amiDefaults(config, { osVersion }, runnerEnvironment) {
    const jobRegion = runnerEnvironment['AWS_REGION'] || runnerEnvironment['AWS_DEFAULT_REGION'];
    const region = config['aws_region'] ?? jobRegion ?? 'us-west-2';
    const defaults = {
        ami_filter_name: [
            `ubuntu/images/*ubuntu-${codenames[osVersion]}-${osVersion}-amd64-server-*`,
            'the `os-version`',
        ],
        ami_filter_owners: ['099720109477', "Canonical's account"],
        aws_region: [region, jobRegion ? 'AWS_REGION of the job' : "the CLI's default"],
        ami_regions: [region, '`aws_region`'],
    };
    const missing = Object.entries(defaults).filter(([key]) => config[key] === undefined);
    const { custom_role_name_list: roles, ...kept } = config;
    return {
        values: {
            ...kept,
            ...(roles && { custom_role_names: roles }),
            ...Object.fromEntries(missing.map(([key, [value]]) => [key, value])),
            manifest_output: amiManifest,
        },
        from: new Map([
            ...missing.map(([key, [, from]]) => [key, from]),
            ['manifest_output', 'this action, which copies it to where the config says'],
        ]),
    };
}
const otherCredentials = /^AWS_(?:PROFILE|SHARED_CREDENTIALS_FILE|CONFIG_FILE|WEB_IDENTITY_TOKEN_FILE|CONTAINER_CREDENTIALS_\w+)$/;
function checkAwsCredentials(variables, runnerEnvironment, { problems, notes }) {
    const added = Object.fromEntries(variables.map(({ name, value }) => [name, value]));
    const environment = { ...runnerEnvironment, ...added };
    const pair = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
    const missing = pair.filter((name) => !environment[name]);
    if (missing.length === 1) {
        const [given] = pair.filter((name) => environment[name]);
        problems.push({ text: `\`${given}\` is there, but \`${missing[0]}\` is not: they belong together` });
    }
    if (missing.length < 2 || Object.keys(environment).some((name) => otherCredentials.test(name)))
        return;
    const home = environment['HOME'];
    if (home && ['credentials', 'config'].some((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(home, '.aws', name))))
        return;
    notes.push({
        text: 'neither the job, `secrets` nor ~/.aws has credentials of AWS: only on a runner in EC2 whose instance has a role can the build go on',
    });
}

;// CONCATENATED MODULE: ./build/image-builder/expected-output.js



function expectedOutput(spec, config, cliRelease = spec.eksaVersion) {
    if (spec.hypervisor === 'ami')
        return { kind: 'manifest', name: amiManifest };
    if (spec.hypervisor === 'nutanix' && config['image_export'] !== 'true')
        return { kind: 'remote', imageName: config['image_name'] ?? '' };
    const extension = node_image_spec/* imageExtensions */._o[spec.hypervisor];
    const isLong = (0,support_matrix/* hasLongOutputNames */.Ub)(cliRelease);
    const name = isLong
        ? `${spec.os}-${spec.osVersion.replaceAll('.', '')}-kube-${spec.releaseChannel}`
        : spec.os;
    return { kind: 'image', name: `${name}.${extension}` };
}

;// CONCATENATED MODULE: ./build/image-builder/proxy-in-image.js

const proxy_in_image_keys = ['http_proxy', 'https_proxy', 'no_proxy'];
function withProxy(config, choice, runnerEnvironment, target, { problems }) {
    const runner = runnerProxy(runnerEnvironment);
    const hasOwn = config.places.has('http_proxy') || config.places.has('https_proxy');
    if (hasOwn || choice === 'none' || (runner === undefined && choice === undefined))
        return config;
    if (!(0,support_matrix/* supportMatrix */.pg)(target.eksaVersion).configKeys[target.hypervisor].includes('https_proxy')) {
        problems.push({
            text: `\`proxy-in-image\`: ${target.eksaVersion} cannot give the build VM a proxy; set \`proxy-in-image: none\` if the build VM needs none, or build v0.18.0 or newer`,
        });
        return config;
    }
    const packages = target.os === 'redhat' ? 'extra_rpms' : 'extra_debs';
    if (runner === undefined) {
        problems.push({
            text: '`proxy-in-image`: the runner has no https_proxy or http_proxy in its environment',
        });
        return config;
    }
    if (choice === undefined) {
        problems.push({
            text: `the runner has a proxy, and the config none: give the build VM \`http_proxy\`, \`https_proxy\` and \`no_proxy\` in \`config\`, with \`wget\` in \`${packages}\`; ` +
                'or set `proxy-in-image: runner` to use the one of the runner, `proxy-in-image: none` if the build VM needs none',
        });
        return config;
    }
    if (isLoopback(runner['https_proxy'] ?? runner['http_proxy'] ?? ''))
        problems.push({
            text: "`proxy-in-image`: the runner's proxy is on its own loopback address, which the build VM cannot reach",
        });
    return withValues(config, {
        ...runner,
        [packages]: packagesWithWget(config.values[packages], target.os),
    });
}
function runnerProxy(environment) {
    const proxy = {};
    for (const key of proxy_in_image_keys) {
        const value = environment[key] || environment[key.toUpperCase()];
        if (!value)
            continue;
        const list = value.split(/[\s,]+/).filter((entry) => entry !== '');
        proxy[key] = key === 'no_proxy' ? list.join(',') : value.includes('://') ? value : `http://${value}`;
    }
    return proxy['https_proxy'] || proxy['http_proxy'] ? proxy : undefined;
}
function packagesWithWget(given, os) {
    const names = given?.split(' ') ?? (os === 'ubuntu' ? ['nfs-common', 'xfsprogs'] : []);
    return names.includes('wget') ? names.join(' ') : [...names, 'wget'].join(' ');
}
function withValues({ values, places }, more) {
    const place = { name: 'proxy-in-image' };
    return {
        values: { ...values, ...more },
        places: new Map([...places, ...Object.keys(more).map((key) => [key, places.get(key) ?? place])]),
    };
}
function isLoopback(address) {
    const host = URL.parse(address)?.hostname ?? '';
    return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);
}

;// CONCATENATED MODULE: ./build/image-builder/prepare-build.js














async function prepareBuild(request) {
    const { spec, workspace, runnerEnvironment } = request;
    const findings = { problems: [], notes: [] };
    const target = {
        ...spec,
        isAirGapped: request.isAirGapped,
        ignoredKeys: request.ignoredKeys,
        secrets: request.isDryRun ? 'optional' : 'required',
    };
    checkRequest(request, findings);
    const read = readBuildConfig(request.sources, target, findings);
    const proxied = withProxy(read, request.proxyInImage, runnerEnvironment, target, findings);
    const values = await resolveConfigFiles(proxied, target, workspace, findings);
    (0,upstream_quoting/* checkQuoting */.cE)(values, proxied.places, findings);
    const files = await readAdditionalFiles(request.additionalFiles ?? '', workspace, findings);
    if (findings.problems.length > 0)
        throw wrongConfig(spec, findings);
    const { config, credentials } = splitGitCredentials(values);
    const completed = complete(config, request);
    const manifest = config['manifest_output'];
    return {
        spec,
        config: completed.values,
        origins: originsOf(proxied, completed.from),
        files,
        variables: [
            ...verbosityVariables(request.ansibleVerbosity),
            ...request.variables,
            ...satelliteVariables(completed.values, spec),
        ],
        gitCredentials: credentials,
        output: expectedOutput(spec, completed.values),
        ...(manifest && { manifestCopy: (0,external_node_path_.resolve)(workspace, manifest) }),
        notes: [...findings.notes, ...droppedVariables(request)],
    };
}
function checkRequest(request, findings) {
    const { spec, isAirGapped, hasManifestTarball } = request;
    const { flags } = (0,support_matrix/* supportMatrix */.pg)(spec.eksaVersion);
    const problem = (text) => findings.problems.push({ text });
    (0,child_environment/* checkVariables */.kL)(request.variables, spec, findings);
    const temporary = request.runnerEnvironment['RUNNER_TEMP'] ?? '';
    const unfit = (0,upstream_quoting/* folderTrouble */.u6)(temporary);
    if (unfit !== undefined && !request.isDryRun)
        problem(`the folder of the runner, ${temporary}, ${unfit}: install the runner elsewhere`);
    if (spec.hypervisor === 'ami' && !request.isDryRun)
        checkAwsCredentials(request.variables, request.runnerEnvironment, findings);
    for (const { name, from } of request.variables.filter(({ value }) => value.trim() === '')) {
        const level = request.isDryRun ? findings.notes : findings.problems;
        level.push({
            text: from === 'secrets' ? emptySecret(name) : `\`${name}\` has no value`,
            place: { name: from },
        });
    }
    const hasPassword = request.variables.some(({ name }) => name === 'SSH_PASSWORD');
    if (spec.builder === 'clone' && !hasPassword) {
        const text = "`SSH_PASSWORD`, the password of the template's user `builder`, is missing; it belongs in `secrets`";
        (request.isDryRun ? findings.notes : findings.problems).push({ text });
    }
    if (request.additionalFiles && !flags.includes('files-config'))
        problem(`\`additional-files\`: ${spec.eksaVersion} has no such flag; it exists since v0.17.0`);
    if (request.additionalFiles && request.variables.some(setsPackerVariables))
        problem(`\`additional-files\`: the CLI names them in \`${packerVariables}\`, so a build takes either them or your own`);
    if (!isAirGapped)
        return;
    if (!flags.includes('air-gapped'))
        problem(`\`air-gapped\`: ${spec.eksaVersion} has no such flag; it exists since v0.18.0`);
    if (!hasManifestTarball)
        problem('`air-gapped` needs `manifest-tarball`, a tar archive of the manifests');
    if (spec.os !== 'ubuntu')
        problem('`air-gapped`: only Ubuntu is built air-gapped');
    if (spec.hypervisor === 'ami')
        problem('`air-gapped`: an AMI is built in AWS');
}
const packerVariables = 'PACKER_ADDITIONAL_FILES_VAR_FILES';
function setsPackerVariables({ name, value }) {
    return name === packerVariables || (name === 'MAKEFLAGS' && value.includes(packerVariables));
}
function complete(config, request) {
    const { spec, runnerEnvironment } = request;
    if (spec.hypervisor === 'ami')
        return amiDefaults(config, spec, runnerEnvironment);
    const defaults = spec.hypervisor === 'nutanix' ? { nutanix_port: '9440', nutanix_insecure: 'false' } : {};
    const missing = Object.entries(defaults).filter(([key]) => config[key] === undefined);
    return {
        values: { ...config, ...Object.fromEntries(missing) },
        from: new Map(missing.map(([key]) => [key, 'the usual value'])),
    };
}
function verbosityVariables(verbosity) {
    if (verbosity === 0)
        return [];
    return [{ name: 'ANSIBLE_VERBOSITY', value: String(verbosity), from: '`ansible-verbosity`' }];
}
function satelliteVariables(config, { hypervisor, os }) {
    const { rhsm_activation_key: key, rhsm_org_id: organization } = config;
    if (hypervisor !== 'nutanix' || os !== 'redhat' || !key || !organization)
        return [];
    return [
        { name: 'RHSM_ACTIVATION_KEY', value: key, from: '`rhsm_activation_key`' },
        { name: 'RHSM_ORG_ID', value: organization, from: '`rhsm_org_id`' },
    ];
}
function originsOf(config, defaults) {
    const given = [...config.places].map(([key, { name, line }]) => [key, line === undefined ? name : `${name}, line ${line}`]);
    return new Map([...given, ...defaults]);
}
function droppedVariables({ runnerEnvironment, variables }) {
    const passed = new Set(variables.map(({ name }) => name));
    const names = (0,child_environment/* misleadingVariables */.b_)(runnerEnvironment).filter((name) => !passed.has(name));
    if (names.length === 0)
        return [];
    return [
        {
            text: `not passed on, because it would change what is built: ${names.join(', ')}; what a build must have goes into \`environment\``,
        },
    ];
}
function wrongConfig(spec, { problems }) {
    const keys = (0,support_matrix/* supportMatrix */.pg)(spec.eksaVersion).configKeys[spec.hypervisor];
    const hasStrangeKey = problems.some(({ text }) => text.includes('is no key of this config'));
    return new action_error/* ActionError */.l(`The build config for ${node_image_spec/* hypervisorNames */.ik[spec.hypervisor]} is wrong.`, {
        problems: problems.map(config_text/* findingText */.NK),
        ...(problems.every(isEmptySecret) && { help: 'troubleshooting/inputs-and-config.md#secret-empty' }),
        ...(hasStrangeKey && { fix: `Its keys are ${keys.join(', ')}.` }),
        places: problems.flatMap(({ text, place }) => place?.file !== undefined && place.line !== undefined
            ? [{ file: place.file, line: place.line, text }]
            : []),
    });
}

// EXTERNAL MODULE: ./build/runner/inputs.js
var inputs = __webpack_require__(52266);
;// CONCATENATED MODULE: ./build/actions/cell-plan.js






async function planCell(inputs, spec, { secrets, log }) {
    const given = { ...(await readSecretsFile(inputs['secrets-file'], secrets)), ...inputs.secrets };
    const [forConfig, forEnvironment] = splitSecrets(given);
    const inherited = Object.entries(process.env).map(([name, value = '']) => ({ name, value }));
    for (const { name, value } of [...inherited.filter(isAws), ...variablesOf(inputs), ...forEnvironment])
        if (/SECRET|TOKEN|PASSWORD/.test(name))
            secrets.add(value);
    const additionalFiles = inputs['additional-files'];
    const proxyInImage = inputs['proxy-in-image'];
    const plan = await prepareBuild({
        spec,
        sources: { texts: await configTexts(inputs), secrets: forConfig },
        ignoredKeys: inputs['config-keys'],
        ...(additionalFiles && { additionalFiles }),
        ...(proxyInImage && { proxyInImage }),
        variables: [...variablesOf(inputs), ...forEnvironment],
        ansibleVerbosity: inputs['ansible-verbosity'],
        isAirGapped: inputs['air-gapped'],
        hasManifestTarball: inputs['manifest-tarball'] !== undefined,
        isDryRun: inputs['dry-run'],
        workspace: process.env['GITHUB_WORKSPACE'] ?? process.cwd(),
        runnerEnvironment: process.env,
    });
    const { values, addresses } = secretsOf(plan.config);
    for (const value of values)
        secrets.add(value);
    for (const address of [...addresses, ...plan.gitCredentials])
        secrets.addUserInfo(address);
    for (const note of plan.notes)
        log.warning(`${(0,config_text/* findingText */.NK)(note)}.`);
    return plan;
}
function isAws({ name }) {
    return name.startsWith('AWS_');
}
function splitSecrets(given) {
    const entries = Object.entries(given).map(([name, value]) => [/^ssh_password$/i.test(name) ? 'SSH_PASSWORD' : name, value]);
    const isVariable = ([name]) => /^[A-Z][A-Z0-9_]*$/.test(name);
    return [
        Object.fromEntries(entries.filter((entry) => !isVariable(entry))),
        entries.filter(isVariable).map(([name, value]) => ({ name, value, from: 'secrets' })),
    ];
}
function variablesOf(inputs) {
    return Object.entries(inputs.environment).map(([name, value]) => ({ name, value, from: 'environment' }));
}
async function configTexts(inputs) {
    const { config, 'config-file': file } = inputs;
    return [
        ...(file === undefined
            ? []
            : [{ name: `config-file ${file}`, file, text: await readInputFile('config-file', file) }]),
        ...(config === undefined ? [] : [{ name: 'config', text: config }]),
    ];
}
async function readSecretsFile(path, secrets) {
    if (path === undefined)
        return {};
    const text = await readInputFile('secrets-file', path);
    secrets.addLines(text);
    const problems = [];
    const entries = (0,inputs/* parseSecretLines */.XW)(text, (problem) => problems.push(problem));
    if (problems.length > 0)
        throw new action_error/* ActionError */.l(`The file of \`secrets-file\` is wrong: ${path}`, { problems });
    return entries;
}
async function readInputFile(input, path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (cause) {
        const isAbsent = cause.code === 'ENOENT';
        throw new action_error/* ActionError */.l(`\`${input}\` cannot be read: ${path}`, {
            problems: [isAbsent ? 'there is no such file' : (0,action_error/* errorMessage */.g)(cause)],
            fix: 'Give a path in the workspace, and check the repository out before this step.',
            cause,
        });
    }
}

// EXTERNAL MODULE: ./build/actions/cell-provenance.js + 1 modules
var cell_provenance = __webpack_require__(11910);
// EXTERNAL MODULE: ./build/image/guest-downloads.js
var guest_downloads = __webpack_require__(11062);
// EXTERNAL MODULE: ./build/runner/artifacts.js
var artifacts = __webpack_require__(75324);
// EXTERNAL MODULE: ./build/actions/image-in-words.js
var image_in_words = __webpack_require__(17389);
// EXTERNAL MODULE: ./build/actions/next-step.js
var next_step = __webpack_require__(84274);
// EXTERNAL MODULE: ./build/actions/trust-summary.js
var trust_summary = __webpack_require__(40707);
;// CONCATENATED MODULE: ./build/actions/cell-report.js







function imageOutputs({ image, checksumsPath }) {
    const { path, fileName: name, sha256, size, format } = image;
    return {
        'image-path': path,
        'image-name': name,
        sha256,
        size,
        images: JSON.stringify([{ path, name, sha256, size, format }]),
        'template-tags': image.templateTags.join(','),
        'checksums-path': checksumsPath,
        ...(image.amis && {
            'ami-id': image.amis[0]?.id,
            'ami-ids': JSON.stringify(Object.fromEntries(image.amis.map((ami) => [ami.region, ami.id]))),
        }),
    };
}
function remoteOutputs({ fetched, channel, built, plan }) {
    return {
        ...releaseOutputs(plan.spec.id, fetched, channel),
        'image-name': plan.config['image_name'] ?? '',
        ...buildOutputs(built),
    };
}
function remoteSummary(result) {
    const { plan, channel } = result;
    const imageName = plan.config['image_name'] ?? plan.spec.id;
    return [
        { heading: `Built: ${imageName}` },
        {
            head: ['Image', { code: imageName }],
            rows: [
                ['Where', 'in Prism; there is no file, because `image_export` is not `true`'],
                ['System', (0,image_in_words/* systemInWords */.cp)(plan.spec)],
                ...releaseRows(result),
            ],
        },
        (0,next_step/* nextStep */.s)({ spec: plan.spec, channel }),
        ...evidence(result),
    ];
}
function cellOutputs({ fetched, channel, finished, built, artifact }) {
    return {
        ...releaseOutputs(finished.image.spec.id, fetched, channel),
        'artifact-id': artifact?.id,
        'artifact-url': artifact?.url,
        ...buildOutputs(built),
    };
}
function releaseOutputs(id, { release }, channel) {
    return {
        id,
        'eks-a-version': release.version,
        'bundle-number': release.bundleNumber,
        signature: release.signature,
        'kube-version': channel.kubeVersion,
        'eksd-release': channel.eksdRelease,
    };
}
function buildOutputs({ durationSeconds, attemptsUsed }) {
    return { 'duration-seconds': durationSeconds, 'attempts-used': attemptsUsed };
}
function cellSummary(result) {
    const { finished, channel, isAirGapped } = result;
    const { image } = finished;
    const { spec } = image;
    return [
        { heading: `Built: ${image.amis ? spec.id : image.fileName}` },
        {
            head: [image.amis ? "Packer's manifest" : 'Image', (0,image_in_words/* fileInWords */.$z)(image.path, result.artifact)],
            rows: [
                ...(0,image_in_words/* placeRows */.bB)(image.path, result.artifact),
                ...(image.amis ?? []).map(({ region, id }) => [`AMI in ${region}`, { code: id }]),
                ['Size', (0,quantities/* exactSize */.Fe)(image.size)],
                ['sha256', { code: image.sha256 }],
                ['System', (0,image_in_words/* systemInWords */.cp)(spec)],
                ['Inside', image.contents],
                ...releaseRows(result),
                ...(0,image_in_words/* provenanceRows */.hL)(result.provenancePath),
            ],
        },
        (0,next_step/* nextStep */.s)({ spec, channel }, isAirGapped),
        ...evidence(result),
    ];
}
function releaseRows({ fetched, channel, cli, built, }) {
    const { release } = fetched;
    return [
        ['Kubernetes', (0,image_in_words/* kubernetesInWords */.Vx)(channel)],
        ['EKS Anywhere', (0,image_in_words/* releaseInWords */.I4)(release)],
        ...release.notes.map((note) => ['Note', note]),
        ['image-builder CLI', cli.version],
        ['Build time', buildTime(built)],
    ];
}
function evidence({ fetched, built }) {
    const { release } = fetched;
    const { verified, unverified } = (0,guest_downloads/* downloadsOfBuild */.z)(release.version);
    const log = (0,artifacts/* uploadedFiles */.kT)().get(built.logPath);
    return [
        ...(0,trust_summary/* trustBlocks */.F)(release.signature, [...(0,cell_provenance/* verifiedByBundle */.Yp)(fetched), ...verified], unverified),
        { gantt: `Phases of the build: ${buildTime(built)}`, spans: built.phases },
        ...(log ? [{ line: ['The whole log of the build: ', { text: { code: log.name }, href: log.url }] }] : []),
    ];
}
function buildTime({ durationSeconds, attemptsUsed }) {
    return `${(0,quantities/* durationInWords */.ji)(durationSeconds)}${attemptsUsed > 1 ? `, in ${attemptsUsed} attempts` : ''}`;
}

// EXTERNAL MODULE: ./build/image-builder/default-isos.js
var default_isos = __webpack_require__(54904);
;// CONCATENATED MODULE: ./build/image-builder/live-checks.js

const liveChecks = [
    {
        what: 'the installer ISO',
        concerns: ({ spec }) => ['vsphere', 'baremetal', 'cloudstack'].includes(spec.hypervisor) && spec.builder !== 'clone',
        ask: askForIso,
    },
];
async function askForIso({ spec, config }, { status: statusOf }) {
    const usual = spec.os === 'ubuntu' ? (0,default_isos/* defaultIso */.H)(spec.eksaVersion, spec.osVersion) : undefined;
    const url = config['iso_url'] ?? usual?.url;
    if (url === undefined || !/^https?:/i.test(url))
        return [];
    const status = await statusOf(url);
    if (status !== 404 && status !== 410)
        return [];
    const old = (0,default_isos/* oldIsoUrl */.I)(url);
    const isUsual = config['iso_url'] === undefined;
    const whose = isUsual ? `the ISO that ${spec.eksaVersion} installs from` : '`iso_url`';
    if (old === undefined)
        return [`${whose} is not there: ${url} answers with ${status}`];
    const sums = isUsual ? `, \`iso_checksum: ${usual?.sha256}\`, \`iso_checksum_type: sha256\`` : '';
    return [`${whose} was replaced by a newer point release; give \`iso_url: ${old}\`${sums}`];
}

// EXTERNAL MODULE: ./build/net/http-client.js + 1 modules
var http_client = __webpack_require__(51021);
;// CONCATENATED MODULE: ./build/actions/check-live.js




async function checkCellLive(plan, { http }, log) {
    const checks = liveChecks.filter(({ concerns }) => concerns(plan));
    if (checks.length === 0)
        return;
    await (0,build_log/* inGroup */.H)(log, 'Ask for what the build will need', async () => {
        const problems = [];
        for (const { what, ask } of checks) {
            const found = await ask(plan, { status: (url) => statusOf(http, url) });
            log.info(`${what}: ${found.length === 0 ? 'nothing speaks against it' : found.join('; ')}`);
            problems.push(...found);
        }
        if (problems.length > 0)
            throw new action_error/* ActionError */.l('The build would fail.', { problems });
    });
}
async function statusOf(http, url) {
    try {
        await http.getText(url, { what: 'The file', maxBytes: 1 });
        return 200;
    }
    catch (error) {
        return error instanceof http_client/* HttpStatusError */.F ? error.status : undefined;
    }
}

// EXTERNAL MODULE: ./build/actions/check-machine.js + 19 modules
var check_machine = __webpack_require__(44334);
// EXTERNAL MODULE: ./build/actions/fetch-release.js + 1 modules
var fetch_release = __webpack_require__(52192);
// EXTERNAL MODULE: ./build/release/version.js
var version = __webpack_require__(70590);
;// CONCATENATED MODULE: ./build/image-builder/build-failure.js

class BuildFailure extends action_error/* ActionError */.l {
    isTransient;
    constructor(headline, details) {
        super(headline, details);
        this.isTransient = details.isTransient;
    }
}

;// CONCATENATED MODULE: ./build/image-builder/ansible-failure.js
const longestJson = 64 * 1024;
const longestSearched = 16 * 1024;
const failureStart = /^(?:fatal|failed): \[[^\]]*\]/;
class AnsibleFailure {
    #task = '';
    #taskNumber = 0;
    #failure;
    read(text, phase) {
        if (this.#failure?.isOpen && this.#continueJson(text, this.#failure))
            return;
        const first = text.charCodeAt(0);
        if (first === 0x54 || first === 0x52)
            this.#readTask(text);
        else if (first === 0x66 || first === 0x45)
            this.#readFailure(text, phase);
        else if (first === 0x2e && text.startsWith('...ignoring'))
            this.#forgetIgnored();
        else if (this.#failure && text.includes(' unreachable=0 ') && / failed=0 /.test(text)) {
            this.#failure = undefined;
        }
    }
    failure() {
        if (this.#failure === undefined)
            return undefined;
        const { phase, task, head, json } = this.#failure;
        return { phase, line: `${task === '' ? '' : `TASK [${task}] `}${head}${reasonIn(json)}` };
    }
    #readTask(text) {
        const start = text.startsWith('TASK [') ? 6 : text.startsWith('RUNNING HANDLER [') ? 17 : 0;
        if (start === 0)
            return;
        this.#taskNumber += 1;
        this.#task = text.slice(start, text.lastIndexOf(']')).slice(0, 200);
    }
    #readFailure(text, phase) {
        if (this.#failure !== undefined || !(failureStart.test(text) || text.startsWith('ERROR! ')))
            return;
        const json = text.indexOf('=> {');
        const end = json < 0 ? text.length : json + 3;
        this.#failure = {
            phase,
            task: this.#task,
            taskNumber: this.#taskNumber,
            head: text.slice(0, end),
            json: text.slice(end, end + longestJson),
            isOpen: text.endsWith('=> {'),
        };
    }
    #continueJson(text, failure) {
        failure.isOpen = text !== '}' && failure.json.length < longestJson && !/^(?:TASK|PLAY) /.test(text);
        if (text !== '}' && !failure.isOpen)
            return false;
        failure.json += `\n${text}`;
        return true;
    }
    #forgetIgnored() {
        if (this.#failure?.taskNumber === this.#taskNumber)
            this.#failure = undefined;
    }
}
function reasonIn(json) {
    const result = parsed(json);
    if (result === undefined) {
        const message = /"msg": ("(?:[^"\\]|\\.)*")/.exec(json.slice(0, longestSearched))?.[1];
        return String((message && parsed(message)) ?? json.trim());
    }
    const reason = typeof result === 'object' ? reasonOf(result) : undefined;
    return reason ?? json.trim();
}
function reasonOf(result) {
    const items = Array.isArray(result['results']) ? result['results'] : [];
    const failed = items.find((item) => item !== null && typeof item === 'object' && item.failed === true);
    if (failed !== undefined)
        return reasonOf(failed);
    const output = ['stderr', 'module_stderr', 'module_stdout', 'stdout'].map((key) => lastLines(result[key]));
    const parts = [lastLines(result['msg'], 10) ?? lastLines(result['censored']), output.find(Boolean)];
    const said = parts.filter((part) => part !== undefined);
    return said.length === 0 ? undefined : [...new Set(said)].join(' – ');
}
function lastLines(value, count = 3) {
    const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
    const lines = text.split(/\r?\n/).map((line) => line.trim());
    return lines.filter(Boolean).slice(-count).join(' ') || undefined;
}
function parsed(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/image-builder/failure-cause.js

const any = ['tool', 'packer', 'cli'];
const echo = /: (?:Build was (?:halted|cancelled)\.|Error executing Ansible: Non-zero exit status.*)$/;
const harmless = /^Executing Ansible:|^Running GOSS|Permission to perform this operation was denied|^Provisioner failed with|^Provisioning step had errors|retry limit reached|^Trying |did not match, removing|ran successfully|(?:failed|errors?): 0\b/i;
const notByOneLine = { sources: [], pattern: /^$/ };
const failure_cause_rules = {
    disk: { sources: any, pattern: /no space left on device|ENOSPC/i },
    cancelled: {
        sources: ['tool'],
        pattern: /^Cancelling build after receiving|^Cleanly cancelled builds|^Build '[^']+' errored .*cancelled\.$/,
    },
    ansible: notByOneLine,
    goss: notByOneLine,
    packer: { sources: ['tool'], pattern: /^Build '[^']+' errored after [^:]+: / },
    panic: { sources: ['tool'], pattern: /^panic: |^fatal error: / },
    step: {
        sources: ['packer'],
        pattern: /\berrors?\b|\bfail(?:ed|ure)\b|Timeout waiting|Cancelling provisioner after|ServerFaultCode|unable to|denied/i,
    },
    echo: { sources: ['tool'], pattern: /^Build '[^']+' errored after / },
    plugin: { sources: ['tool'], pattern: /^Failed getting the "[^"]+" plugin:|^Error: Failed to / },
    command: {
        sources: ['tool'],
        pattern: /^(?:curl|git|fatal|ERROR|Error|error|yq|jq|tar|gzip|unzip|sha256sum|openssl|wget|pip3?|E|\S*Error): ?|^ERROR! |^OpenSSL version must be |^openssl or openssl11 /,
    },
    check: {
        sources: ['tool'],
        pattern: /returned non-200 HTTP status|^[A-Z_]+ is empty$|^[A-Z_]+ cannot be automatically determined|version of ansible-core .* does not match|: FAILED$|^Patch failed at /,
    },
    shell: {
        sources: ['tool'],
        pattern: /: (?:command not found|not found|No such file or directory|Permission denied)$|: cannot /,
    },
    make: { sources: ['tool'], pattern: /^make(?:\[\d+\])?: \*\*\* / },
};
const ruleNames = Object.keys(failure_cause_rules);
const anyRule = new RegExp(ruleNames.map((name) => `(?:${failure_cause_rules[name].pattern.source})`).join('|'), 'i');
const blockStart = /^Build '|^Failed getting |^Error: /;
const longestBlock = 20;
const longestLine = 2000;
const longestTold = 8 * 1024;
const mostTests = 5;
class CauseFinder {
    #found = new Map();
    #ansible = new AnsibleFailure();
    #openBlock;
    #isTestFailed = false;
    #failedTests = [];
    #makeTarget;
    #lastLine = '';
    #lastCliLine = '';
    read(line, phase) {
        const { source, text } = line;
        if (this.#openBlock !== undefined && source !== 'cli')
            this.#continueBlock(line, this.#openBlock);
        if (text === '')
            return;
        this.#lastLine = text;
        if (source === 'cli')
            this.#lastCliLine = text;
        if (source === 'builder' || source === 'packer') {
            this.#ansible.read(text, phase);
            if (source === 'builder') {
                if (phase.startsWith('Test'))
                    this.#readTest(text, phase);
                else if (!phase.startsWith('Provision'))
                    this.#noteFullDisk(text, phase);
                return;
            }
        }
        const telling = text.length > longestTold ? { ...line, text: text.slice(0, longestTold) } : line;
        if (anyRule.test(telling.text))
            this.#note(telling, phase);
    }
    cause(phase) {
        const ansible = this.#ansible.failure();
        const tellings = new Map(this.#found);
        if (ansible !== undefined)
            tellings.set('ansible', ansible);
        const rule = ruleNames.find((name) => tellings.has(name));
        const found = rule === 'packer' ? this.#wholeError() : rule && tellings.get(rule);
        const makeTarget = this.#makeTarget && { makeTarget: this.#makeTarget };
        if (found !== undefined) {
            const earlier = rule === 'cancelled' && ansible && { earlier: cut(ansible.line) };
            return { phase: found.phase, line: cut(found.line), ...makeTarget, ...earlier };
        }
        const line = this.#lastCliLine || this.#lastLine;
        return line === '' ? undefined : { phase, line: cut(line), ...makeTarget };
    }
    #wholeError() {
        const summary = this.#found.get('packer');
        const step = this.#found.get('step');
        const message = summary?.line.replace(/^Build '[^']+' errored after [^:]+: /, '') ?? '';
        return step?.line.startsWith(message) && step.line.length > message.length ? step : summary;
    }
    #noteFullDisk(text, phase) {
        if (failure_cause_rules.disk.pattern.test(text) && !this.#found.has('disk'))
            this.#found.set('disk', { phase, line: text });
    }
    #note({ source, text }, phase) {
        for (const name of ruleNames) {
            const rule = failure_cause_rules[name];
            if (this.#found.has(name) || !rule.sources.includes(source) || !rule.pattern.test(text))
                continue;
            if (name === 'packer' && echo.test(text))
                continue;
            if (name === 'step' && harmless.test(text))
                continue;
            if (name === 'make')
                this.#makeTarget ??= /\*\*\* \[(?:\S+: )?([^\]]+)\]/.exec(text)?.[1];
            this.#found.set(name, { phase, line: text });
            if (blockStart.test(text))
                this.#openBlock = { rule: name, lines: [text] };
            return;
        }
    }
    #continueBlock({ source, text }, block) {
        if (source === 'tool' && /^make(?:\[\d+\])?: /.test(text))
            return;
        if (/^(?:$|==>|Usage:)/.test(text) || source === 'packer' || block.lines.length >= longestBlock) {
            this.#openBlock = undefined;
            return;
        }
        block.lines.push(text.trim().slice(0, longestLine));
        const phase = this.#found.get(block.rule)?.phase ?? '';
        this.#found.set(block.rule, { phase, line: block.lines.join(' ') });
    }
    #readTest(text, phase) {
        if (text.includes('"successful": false'))
            this.#isTestFailed = true;
        const summary = this.#isTestFailed && /"summary-line": "((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
        if (!summary)
            return;
        this.#isTestFailed = false;
        if (this.#failedTests.length >= mostTests)
            return;
        this.#failedTests.push(summary.replaceAll(/\\n\s*/g, ' '));
        this.#found.set('goss', { phase, line: `Goss: ${this.#failedTests.join('; ')}` });
    }
}
function cut(line) {
    return line.length > longestLine ? `${line.slice(0, longestLine)} …` : line;
}

;// CONCATENATED MODULE: ./build/image-builder/log-line.js
const cliPrefix = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /;
const cliPrefixLength = '2026/11/23 12:14:34 '.length;
const builderName = /^[\w.-]+(?: \([\w.-]+\))?$/;
const terminalControl = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|[@-Z\\-_])/g;
const cryptHash = /\$[156y]\$[./A-Za-z0-9$=,]*/g;
function parseLine(raw) {
    const line = clean(raw);
    const first = line.charCodeAt(0);
    if (first === 0x20 && line.startsWith('    '))
        return prefixed('builder', line);
    if (first === 0x3d && line.startsWith('==> '))
        return prefixed('packer', line);
    if (line.charCodeAt(4) === 0x2f && cliPrefix.test(line)) {
        return { source: 'cli', line, text: line.slice(cliPrefixLength) };
    }
    return { source: 'tool', line, text: line };
}
function prefixed(source, line) {
    const colon = line.indexOf(':', 4);
    const after = line.charCodeAt(colon + 1);
    const isPrefix = colon > 4 && colon < 100 && (after === 0x20 || colon === line.length - 1);
    if (!isPrefix || !isBuilderName(line, colon))
        return { source: 'tool', line, text: line };
    return { source, line, text: line.slice(colon + 2) };
}
let lastName = '';
function isBuilderName(line, colon) {
    if (lastName.length === colon - 4 && line.startsWith(lastName, 4))
        return true;
    const name = line.slice(4, colon);
    if (!builderName.test(name))
        return false;
    lastName = name;
    return true;
}
function clean(raw) {
    let line = raw.includes('\u001b') ? raw.replace(terminalControl, '') : raw;
    if (line.includes('\r'))
        line = line.slice(line.lastIndexOf('\r', line.trimEnd().length - 1) + 1);
    line = line.trimEnd();
    return line.includes('$') ? line.replace(cryptHash, '***') : line;
}

;// CONCATENATED MODULE: ./build/image-builder/log-noise.js
const boilerplate = new RegExp([
    '\\++ ',
    'Warning: Bundled plugins used',
    'This template relies on the use of plugins bundled',
    'The practice of bundling external plugins',
    'upcoming version\\.$',
    'To remove this warning and ensure builds keep working',
    "external plugins with the 'packer plugins install'",
    '\\* packer plugins install ',
    'Alternatively, if you upgrade your templates to HCL2',
    "with a 'required_plugins' block",
    "You can try HCL2 by running 'packer hcl2_upgrade",
    "\\/\\S+\\.json'$",
    "You are in 'detached HEAD' state",
    'changes and commit them, and you can discard any commits',
    'state without impacting any branches by switching',
    'If you want to create a new branch to retain commits',
    'do so \\(now or later\\) by using -c with the switch',
    ' {2}git switch -',
    'Or undo this operation with:',
    'Turn off this advice by setting config variable',
    ' {2}% Total {4}% Received',
    ' +Dload {2}Upload',
    '(?=[ \\d]+ )[\\d .:kMGTP-]{60,}$',
    '(?:remote: )?(?:Receiving|Resolving|Counting|Compressing|Updating) (?:objects|deltas|files): +\\d+%(?!.*done)',
    'ERROR! Unexpected Exception, this is probably a bug: \\[Errno 32\\] Broken pipe',
    'During handling of the above exception, another exception occurred:',
]
    .map((start) => `^${start}`)
    .join('|'));
const dependencyStart = /^hack\/ensure-|^The following are key dependencies/;
const dependencyEnd = /^make|^\*{40}|^hack\/set-ssh-password/;
const mostDependencyLines = 200;
const progress = /[\d.]+ ?[KMGT]?i?B ?\/ ?[\d.]+ ?[KMGT]?i?B.*?(\d+)(?:\.\d+)?%/;
const longestProgress = 400;
const mostTracebackLines = 200;
class NoiseFilter {
    #wasBlank = true;
    #isInDependencies = false;
    #dependencies = new Set();
    #lastDecile = -1;
    #traceback;
    keep({ source, line, text }) {
        if (text === '')
            return this.#keepBlank(source === 'tool');
        if (source === 'tool') {
            if (this.#traceback !== undefined || text.startsWith('Traceback (')) {
                const kept = this.#keepTraceback(text);
                if (kept !== 'passes')
                    return kept;
            }
            if (boilerplate.test(text) || this.#isRepeatedDependency(text))
                return undefined;
        }
        if (text.includes('%') && this.#isThinned(text))
            return undefined;
        this.#wasBlank = false;
        return line;
    }
    #keepBlank(isOwnLine) {
        if (!isOwnLine || this.#wasBlank)
            return undefined;
        this.#wasBlank = true;
        return '';
    }
    #isRepeatedDependency(text) {
        if (dependencyStart.test(text))
            this.#isInDependencies = true;
        else if (this.#isInDependencies && dependencyEnd.test(text))
            this.#isInDependencies = false;
        if (!this.#isInDependencies)
            return false;
        if (this.#dependencies.has(text))
            return true;
        if (this.#dependencies.size < mostDependencyLines)
            this.#dependencies.add(text);
        return false;
    }
    #isThinned(text) {
        if (text.length > longestProgress)
            return false;
        const percent = progress.exec(text)?.[1];
        if (percent === undefined)
            return false;
        const decile = Math.floor(Number(percent) / 10);
        if (decile === this.#lastDecile)
            return true;
        this.#lastDecile = decile;
        return false;
    }
    #keepTraceback(text) {
        this.#traceback ??= [];
        const isBody = text.startsWith('Traceback (') || text.startsWith('  ');
        if (isBody && this.#traceback.length < mostTracebackLines) {
            this.#traceback.push(text);
            return undefined;
        }
        if (!/^[\w.]+(Error|Exception|Interrupt|Exit)\b/.test(text))
            return 'passes';
        const lines = [...this.#traceback, text];
        this.#traceback = undefined;
        return text.startsWith('BrokenPipeError') ? undefined : lines.join('\n');
    }
}

;// CONCATENATED MODULE: ./build/image-builder/log-phases.js
const lastPhase = 'Finish';
const ansiblePhase = 'Provision with Ansible';
const log_phases_rules = [
    {
        name: 'Fetch the build tooling',
        source: 'cli',
        starts: /^Reading EKS-A Manifest file:/,
        waitsFor: 'git, which clones the build tooling (about 40 MB)',
    },
    {
        name: 'Prepare the build',
        source: 'cli',
        starts: /^Initiating Image Build/,
        waitsFor: 'git, which clones kubernetes-sigs/image-builder (about 90 MB)',
    },
    {
        name: 'Check the tools',
        source: 'tool',
        starts: /^hack\/ensure-python\.sh/,
        waitsFor: 'the checks of Python, Ansible and Packer, which download what is missing',
    },
    {
        name: 'Configure Packer',
        source: 'tool',
        starts: /^Loading EKSD manifest from:/,
        waitsFor: 'the EKS-D manifest and the CNI plugins',
    },
    {
        name: 'Start Packer',
        source: 'tool',
        starts: /^(?:\S*\/)?packer build /,
        waitsFor: 'Packer, which starts its plugins and logs in',
    },
    {
        name: 'Download the ISO',
        source: 'packer',
        starts: /^(?:Retrieving ISO|Trying http|Uploading \S+\.iso )/,
        waitsFor: 'the ISO (1–10 GB), or its upload to the hypervisor',
    },
    {
        name: 'Boot the virtual machine',
        source: 'packer',
        starts: /^(?:Starting HTTP server|(?:Starting|Creating|Cloning) (?:a |the |Packer Builder )?(?:VM|virtual machine)|Power(?:ing)? on|Launching a source|Prevalidating )/i,
        waitsFor: 'the build VM to boot',
    },
    {
        name: 'Install the operating system, wait for SSH',
        source: 'packer',
        starts: /^Waiting for (?:SSH|IP|WinRM|instance)\b/i,
        waitsFor: 'SSH of the build VM; the installer usually needs 10–25 minutes',
    },
    {
        name: 'Provision',
        source: 'packer',
        starts: /^(?:Connected to (?:SSH|WinRM)!|Provisioning with shell script)/,
        waitsFor: 'a provisioner',
    },
    {
        name: ansiblePhase,
        source: 'packer',
        starts: /^(?:Provisioning with Ansible|Executing Ansible:)/,
        waitsFor: 'Ansible; both plays together usually need 5–15 minutes',
    },
    {
        name: 'Test with Goss',
        source: 'packer',
        starts: /^Provisioning with Goss/i,
        waitsFor: 'the tests of the image',
    },
    {
        name: 'Export the image',
        source: 'packer',
        starts: /^(?:Gracefully |Executing shutdown|Shutting down|Stopping the source|Creating (?:snapshot|AMI|image)|Convert|Export|Running post-processor)/,
        waitsFor: 'the build VM to shut down and its disk to be packed',
    },
    {
        name: lastPhase,
        source: 'cli',
        starts: /^Image Build Successful/,
        waitsFor: 'the CLI, which moves the image and cleans up',
    },
];
const phaseNames = log_phases_rules.map(({ name }) => name);
function phaseAnchor(title) {
    const name = phaseNames.findLast((candidate) => title.startsWith(candidate)) ?? title;
    return `phase-${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`;
}
const anyStart = new Map(['cli', 'packer', 'tool'].map((source) => [
    source,
    new RegExp(log_phases_rules
        .filter((rule) => rule.source === source)
        .map((rule) => rule.starts.source)
        .join('|'), 'i'),
]));
const takesTurns = /^(Provision|Test)/;
const mostPhases = 100;
const longestName = 80;
class PhaseTracker {
    #now;
    #times = new Map();
    #rule = 0;
    #title;
    #started;
    #tasks = 0;
    #task = '';
    #failed = false;
    #manifestsRead = 0;
    #tries = 0;
    constructor(now) {
        this.#now = now;
        this.#started = now();
        this.#title = this.name;
    }
    get name() {
        return log_phases_rules[this.#rule]?.name ?? '';
    }
    get title() {
        return this.#title;
    }
    get waitsFor() {
        if (this.#task !== '')
            return `the Ansible task "${this.#task}"`;
        return log_phases_rules[this.#rule]?.waitsFor ?? '';
    }
    get seconds() {
        return (this.#now() - this.#started) / 1000;
    }
    follow({ source, text }) {
        if (source === 'builder') {
            if (text.startsWith('TASK ['))
                this.#startTask(text);
            return undefined;
        }
        if (source === 'tool' && /^Build '[^']+' errored after /.test(text))
            this.#failed = true;
        if (!anyStart.get(source)?.test(text)) {
            if (source === 'packer' && /^Provisioner failed with .*, retrying/.test(text))
                this.#startTry();
            return undefined;
        }
        return this.#enter(source, text);
    }
    times() {
        const running = new Map(this.#times);
        running.set(this.#title, this.#sum());
        return [...running].map(([name, { milliseconds, tasks }]) => ({
            name,
            seconds: Math.round(milliseconds / 1000),
            ...(tasks > 0 && { tasks }),
        }));
    }
    #enter(source, text) {
        const next = log_phases_rules.findIndex((rule) => rule.source === source && rule.starts.test(text));
        const rule = log_phases_rules[next];
        if (rule === undefined)
            return undefined;
        const isNewAttempt = next === 0 && this.#manifestsRead > 0;
        if (next === 0)
            this.#manifestsRead += 1;
        if (rule.name !== ansiblePhase)
            this.#tries = 0;
        const isTurn = takesTurns.test(rule.name) && takesTurns.test(this.name);
        if (!isNewAttempt && (this.#failed || (next < this.#rule && !isTurn)))
            return undefined;
        const title = rule.name === ansiblePhase ? this.#ansibleTitle(text) : rule.name;
        if (isNewAttempt)
            this.#failed = false;
        if (title === undefined || title === this.#title || this.#isTooMany(title))
            return undefined;
        return this.#switch(next, title);
    }
    #ansibleTitle(text) {
        if (!text.startsWith('Executing Ansible:'))
            return undefined;
        const playbook = /(?:^|[/ ])([\w.-]+)\.ya?ml$/.exec(text.slice(-200))?.[1];
        const name = playbook === undefined ? ansiblePhase : `${ansiblePhase}: ${playbook.slice(0, longestName)}`;
        return this.#tries === 0 ? name : `${name}, try ${this.#tries + 1}`;
    }
    #isTooMany(title) {
        return this.#times.size >= mostPhases && !this.#times.has(title);
    }
    #switch(rule, title) {
        const ended = {
            name: this.#title,
            seconds: Math.round(this.seconds),
            ...(this.#tasks > 0 && { tasks: this.#tasks }),
        };
        this.#times.set(this.#title, this.#sum());
        this.#rule = rule;
        this.#title = title;
        this.#started = this.#now();
        this.#tasks = 0;
        this.#task = '';
        return ended;
    }
    #sum() {
        const before = this.#times.get(this.#title) ?? { milliseconds: 0, tasks: 0 };
        const milliseconds = before.milliseconds + this.#now() - this.#started;
        return { milliseconds, tasks: before.tasks + this.#tasks };
    }
    #startTask(text) {
        this.#tasks += 1;
        this.#task = text.slice('TASK ['.length, text.lastIndexOf(']')).slice(0, longestName);
    }
    #startTry() {
        this.#tries = Math.min(this.#tries + 1, mostPhases);
        this.#task = '';
    }
}
function log_phases_duration(seconds) {
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole} s`;
    if (whole < 3600)
        return `${Math.floor(whole / 60)} min ${whole % 60} s`;
    return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

;// CONCATENATED MODULE: ./build/image-builder/log-templates.js
class TemplateFilter {
    #onSecret;
    #secrets = new Set();
    #isInside = false;
    #dropped = 0;
    constructor(onSecret) {
        this.#onSecret = onSecret;
    }
    drops(line) {
        if (!this.#isInside) {
            this.#isInside = isStart(line);
            if (!this.#isInside || line.text !== '#cloud-config')
                return false;
        }
        if (isEnd(line)) {
            this.#isInside = false;
            return false;
        }
        if (isFromElsewhere(line))
            return false;
        this.#dropped += 1;
        this.#findSecret(line.text);
        return true;
    }
    takeCount() {
        const count = this.#dropped;
        this.#dropped = 0;
        return count;
    }
    #findSecret(text) {
        if (this.#onSecret === undefined || text.length > longestSecretLine)
            return;
        const secret = plainPassword.exec(text)?.slice(1).find(Boolean);
        if (secret === undefined || this.#secrets.has(secret) || this.#secrets.size >= mostSecrets)
            return;
        this.#secrets.add(secret);
        this.#onSecret(secret);
    }
}
const mostSecrets = 10;
const longestSecretLine = 1000;
const plainPassword = /"(?:ssh|winrm)_password": *"([^"{$]{4,})"|(?:--plaintext +(?:--password[= ])?|--password[= ](?=\S+ .*--plaintext))([^\s{$-]\S{3,})|passwd\/\S*password(?:-again)? password ([^\s{$]{4,})/;
function isStart({ source, text }) {
    if (source !== 'tool')
        return false;
    return (text === '#cloud-config' ||
        (text.length < 400 && /(?:^|[\s/])hack\/set-ssh-password\.sh(?:\s|$)/.test(text)));
}
function isEnd({ source, text }) {
    if (source === 'packer')
        return true;
    if (source !== 'tool')
        return false;
    return /^(?:\S*\/)?packer (?:build|validate) |^make(?:\[\d+\])?: (?:Entering|Leaving) |^Build '[^']+' (?:errored|finished) |^Warning: Bundled plugins used|^-{19} \S+ Finished target=/.test(text);
}
function isFromElsewhere({ source, text }) {
    if (source === 'cli')
        return true;
    return /^make(?:\[\d+\])?: \*\*\* |^OpenSSL version must be |^openssl or openssl11 binary |^SSH_PASSWORD must not |^(?:tee|sed|find): .*: No space left on device|^panic: |^(?:Terminated|Killed)$/.test(text);
}

;// CONCATENATED MODULE: ./build/image-builder/build-log.js





const success = 'Build Successful. Output artifacts located at current working directory';
class BuildLog {
    facts = { isSuccessful: false, isWithoutOutput: false };
    #templates;
    #noise = new NoiseFilter();
    #phases;
    #causes = new CauseFinder();
    constructor({ onTemplateSecret, now = () => performance.now() } = {}) {
        this.#templates = new TemplateFilter(onTemplateSecret);
        this.#phases = new PhaseTracker(now);
    }
    get phase() {
        return this.#phases.name;
    }
    get secondsInPhase() {
        return this.#phases.seconds;
    }
    phases() {
        return this.#phases.times();
    }
    waitingFor() {
        return this.#phases.waitsFor;
    }
    read(raw) {
        const line = parseLine(raw);
        if (this.#templates.drops(line))
            return {};
        const kept = this.#noise.keep(line);
        if (line.text === '') {
            this.#causes.read(line, this.phase);
            return kept === undefined ? { kept: '' } : { text: kept, kept };
        }
        if (kept === undefined)
            return { kept: line.text };
        return this.#readTelling(line, kept);
    }
    cause() {
        return this.#causes.cause(this.phase);
    }
    #readTelling(line, kept) {
        if (line.source === 'cli')
            this.#noteCliLine(line.text);
        if (this.phase === lastPhase && line.text.startsWith('panic: '))
            this.facts.isWithoutOutput = true;
        const ended = this.#phases.follow(line);
        if (ended !== undefined && line.text.startsWith('Reading EKS-A Manifest'))
            this.#causes = new CauseFinder();
        this.#causes.read(line, this.phase);
        const count = this.#templates.takeCount();
        const text = count === 0 ? kept : `(${count} lines of rendered templates left out)\n${kept}`;
        return ended === undefined
            ? { text, kept: text }
            : { phase: this.#phases.title, ended: describe(ended), text, kept: text };
    }
    #noteCliLine(text) {
        this.facts.isSuccessful = text === success;
        this.facts.buildToolingCommit ??= /^Checking out commit ([0-9a-f]{40}) for build/.exec(text)?.[1];
        this.facts.bundleManifestUrl ??= /^Fetching git commit from bundle manifest: (\S+)/.exec(text)?.[1];
    }
}
function describe({ name, seconds, tasks }) {
    return `${name} took ${log_phases_duration(seconds)}${tasks === undefined ? '' : `, ${tasks} tasks`}.`;
}

;// CONCATENATED MODULE: ./build/image-builder/known-causes.js
const recorded = 'recorded with v0.26.1';
const awsRetries = 'eks-anywhere-build-tooling build/build_image.sh';
const knownCauses = [
    {
        id: 'guest-disk-full',
        pattern: /(?:TASK \[|fatal: \[).*no space left on device/i,
        line: 'TASK [containerd : Download containerd] fatal: [default]: FAILED! => [Errno 28] No space left on device',
        explanation: 'The disk of the build VM is full.',
        fix: 'Raise `disk_size` in `config`.',
        source: 'errno(3)',
    },
    {
        id: 'disk-full',
        pattern: /no space left on device|ENOSPC/i,
        line: 'tar: ./usr/lib: Cannot write: No space left on device',
        explanation: 'The disk of the runner is full.',
        fix: 'Free space at RUNNER_TEMP: a build needs about 50 GB.',
        source: 'aws/eks-anywhere#5108',
    },
    {
        id: 'cancelled',
        pattern: /Cancelling build after receiving|Build was cancelled|Cleanly cancelled builds|\*\*\* \[.*\] (?:Terminated|Interrupt)/,
        line: 'Cancelling build after receiving terminated',
        explanation: 'Packer was told to stop: the job was cancelled, or a time limit was over.',
        fix: 'Build again. If nobody cancelled it, raise `timeout-minutes` of the job.',
        source: recorded,
    },
    {
        id: 'out-of-memory',
        pattern: /cannot set up guest memory|Cannot allocate memory|Out of memory|signal: killed|\*\*\* \[.*\] Killed/i,
        line: 'qemu-system-x86_64: cannot set up guest memory: Cannot allocate memory',
        explanation: 'The runner has too little free memory.',
        fix: 'Use a runner with 8 GB or more, and run one build at a time on it.',
        source: 'EKS Anywhere documentation, image building prerequisites',
    },
    {
        id: 'kvm-unavailable',
        pattern: /KVM kernel module|failed to initialize kvm|\/dev\/kvm.*(?:permission denied|no such file)/i,
        line: 'Could not access KVM kernel module: Permission denied',
        explanation: 'QEMU cannot use /dev/kvm, or the runner has none.',
        fix: 'Set `kvm: fix` to open /dev/kvm during the job. `kvm: require` says before the build what is missing.',
        source: 'aws/eks-anywhere#5940',
    },
    {
        id: 'firmware-missing',
        pattern: /could not load PC BIOS|OVMF\S*.*(?:no such file|could not open|not found)/i,
        line: "qemu: could not load PC BIOS 'OVMF.fd'",
        explanation: 'QEMU does not find OVMF.fd, the UEFI firmware that the build names.',
        fix: 'Install the package `ovmf`.',
        source: 'kubernetes-sigs/image-builder packer/raw',
    },
    {
        id: 'qemu-missing',
        pattern: /"qemu-system-x86_64": executable file not found/,
        line: 'Build \'qemu\' errored after 890 microseconds: Failed creating Qemu driver: exec: "qemu-system-x86_64": executable file not found in $PATH',
        explanation: 'QEMU is not installed.',
        fix: 'Install `qemu-system-x86`. The package `qemu-kvm` alone is not enough.',
        source: 'aws/eks-anywhere#5938',
    },
    {
        id: 'qemu-start',
        pattern: /Qemu failed to start/,
        line: 'Error launching VM: Qemu failed to start. Please run with PACKER_LOG=1 to get more info.',
        explanation: 'QEMU ended as soon as it started.',
        fix: 'Check /dev/kvm, free memory, the package `ovmf`, and whether another build runs on the same runner.',
        source: 'aws/eks-anywhere#5940',
    },
    {
        id: 'port-taken',
        pattern: /address already in use|unable to find available (?:VNC )?port|Failed to lock port/i,
        line: "Build 'qemu' errored after 2 seconds: Error creating listener: address already in use",
        explanation: 'Another process took the port that Packer wanted.',
        fix: 'Build again.',
        isTransient: true,
        source: 'hashicorp/packer-plugin-sdk net',
    },
    {
        id: 'other-file-system',
        pattern: /invalid cross-device link/,
        line: 'Error moving output: rename a.ova b.ova: invalid cross-device link',
        explanation: 'The CLI renames the image, which does not work across file systems.',
        fix: 'Keep RUNNER_TEMP on one file system.',
        source: 'eks-anywhere-build-tooling image-builder/builder/builder.go',
    },
    {
        id: 'flag-unknown',
        pattern: /^Error: (?:unknown (?:shorthand )?flag|unknown command|required flag|invalid argument)/,
        line: 'Error: unknown flag: --airgapped',
        explanation: 'The CLI of this release does not have that flag.',
        fix: 'Run the CLI of the release that you build.',
        source: recorded,
    },
    {
        id: 'channel-unsupported',
        pattern: /release-channel should be one of/,
        line: 'release-channel should be one of [1-30 1-31 1-32 1-33 1-34 1-35 1-36]',
        explanation: 'This release does not build for that release channel.',
        fix: 'Choose a listed channel, or a release that supports yours.',
        source: 'aws/eks-anywhere#6408',
    },
    {
        id: 'os-unsupported',
        pattern: /Invalid OS type/,
        line: 'Invalid OS type. Please choose ubuntu or redhat',
        explanation: 'The CLI does not build this operating system, or not for this hypervisor.',
        fix: 'Set `os` to `ubuntu` or `redhat`. CloudStack takes only `redhat`.',
        source: recorded,
    },
    {
        id: 'os-version-unsupported',
        pattern: /is not a supported version of/,
        line: '20.04 is not a supported version of Ubuntu. Please select one of 22.04,24.04',
        explanation: 'This release does not build that version of the operating system.',
        fix: 'Set `os-version` to one of the listed versions.',
        source: recorded,
    },
    {
        id: 'hypervisor-unsupported',
        pattern: /is not supported yet\. Please select one of/,
        line: 'kvm is not supported yet. Please select one of vsphere,baremetal,nutanix,cloudstack,ami',
        explanation: 'The CLI does not know this hypervisor.',
        fix: 'Set `hypervisor` to one of the listed ones.',
        source: recorded,
    },
    {
        id: 'firmware-unsupported',
        pattern: /only support(?:s|ed)? .*firmware|EFI (?:firmware )?is only supported/i,
        line: 'Ubuntu Raw builds only support EFI firmware',
        explanation: 'This image does not exist with that firmware.',
        fix: 'Leave `firmware` out.',
        source: recorded,
    },
    {
        id: 'config-missing',
        pattern: /-config is a required flag/,
        line: 'vsphere-config is a required flag for vsphere hypervisor or when os is redhat',
        explanation: 'This build needs a config.',
        fix: 'Give the keys of the hypervisor in `config` or `config-file`.',
        source: recorded,
    },
    {
        id: 'config-unreadable',
        pattern: /Error reading \S+ config file/,
        line: 'Error reading vsphere config file: open /home/runner/nope.json: no such file or directory',
        explanation: 'The CLI does not find the config file.',
        fix: 'Check that nothing removes files from RUNNER_TEMP during the build.',
        source: recorded,
    },
    {
        id: 'config-value-type',
        pattern: /json: cannot unmarshal \w+ into Go struct field/,
        line: 'json: cannot unmarshal bool into Go struct field VsphereConfig.insecure_connection of type string',
        explanation: 'A value of the config has the wrong type. Nearly all of them are strings.',
        fix: 'Put the value of the named key in quotes.',
        source: recorded,
    },
    {
        id: 'config-json',
        pattern: /^invalid character .*(?:looking for|after|in )|^unexpected end of JSON input/,
        line: "invalid character '}' looking for beginning of object key string",
        explanation: 'A config file is not valid JSON.',
        fix: 'Find the extra comma or the missing quote in `config-file`.',
        source: recorded,
    },
    {
        id: 'rhel-credentials-missing',
        pattern: /"rhel_username" and "rhel_password" are required/,
        line: '"rhel_username" and "rhel_password" are required fields in config when os is redhat',
        explanation: 'A Red Hat image is registered during the build, which needs an account or a Satellite.',
        fix: 'Give `rhel_username` and `rhel_password` in `secrets`, or the keys of your Satellite: `rhsm_server_hostname`, `rhsm_server_release_version`, `rhsm_org_id` and, in `secrets`, `rhsm_activation_key`.',
        source: recorded,
    },
    {
        id: 'air-gap-tarball-missing',
        pattern: /Please provide --manifest-tarball/,
        line: 'Please provide --manifest-tarball when running air-gapped builds',
        explanation: 'An air-gapped build needs the manifests in a tarball.',
        fix: 'Make one with `image-builder download manifests`, or with `tar` of the three manifests, and name it in `manifest-tarball`.',
        source: recorded,
    },
    {
        id: 'air-gap-key-missing',
        pattern: /must be set when using air-gapped mode/,
        line: 'eksa_build_tooling_repo_url must be set when using air-gapped mode',
        explanation: 'An air-gapped build needs the addresses of your mirrors in the config.',
        fix: 'Set the named key in `config`.',
        source: recorded,
    },
    {
        id: 'air-gap-tarball-broken',
        pattern: /Error extracting tarball/,
        line: 'Error extracting tarball: archive/tar: invalid tar header',
        explanation: 'The manifest tarball is missing, damaged, compressed, or has folders in it.',
        fix: 'Use a flat, uncompressed tar archive, such as `image-builder download manifests` writes.',
        source: recorded,
    },
    {
        id: 'air-gap-manifest-missing',
        pattern: /eks-a-d-manifests\/.*no such file or directory/,
        line: 'Error getting git commit from bundle: open /home/runner/eks-a-d-manifests/eks-a-manifest.yaml: no such file or directory',
        explanation: 'The tarball lacks the manifest, or was not opened because the build is not air-gapped.',
        fix: 'Make the tarball again, with all three manifests, and use it only with `air-gapped: true`.',
        source: recorded,
    },
    {
        id: 'manifest-unreadable',
        pattern: /failed to unmarshal (?:release|bundles?) manifest/,
        line: 'Error getting git commit from bundle: failed to unmarshal release manifest from [https://anywhere-assets.eks.amazonaws.com/releases/eks-a/manifest.yaml]: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal string into Go value of type v1alpha1.Release',
        explanation: 'A server answered with an error page, and the CLI does not check the status. The action read the same file well just before.',
        fix: 'Build again. If it stays, check the proxy or mirror in front of the named host.',
        isTransient: true,
        source: recorded,
    },
    {
        id: 'manifest-connection',
        pattern: /failed reading file from URL/,
        line: 'Error getting git commit from bundle: failed reading file from URL [https://anywhere-assets.eks.amazonaws.com/releases/eks-a/manifest.yaml]: Get "https://anywhere-assets.eks.amazonaws.com/releases/eks-a/manifest.yaml": EOF',
        explanation: 'The connection broke while the CLI read a manifest.',
        fix: 'Build again. If it stays, check the proxy in between.',
        isTransient: true,
        source: recorded,
    },
    {
        id: 'release-unknown',
        pattern: /version \S+ is not a valid EKS-A release/,
        line: 'Error getting git commit from bundle: version v9.9.9 is not a valid EKS-A release',
        explanation: 'The release manifest does not name this version. An empty answer of a server looks the same.',
        fix: 'Check `eks-a-version`, and what `release-manifest-url` serves.',
        source: recorded,
    },
    {
        id: 'clone-exists',
        pattern: /destination path '.*' already exists and is not an empty directory/,
        line: "fatal: destination path '/home/runner/eks-anywhere-build-tooling' already exists and is not an empty directory.",
        explanation: 'An earlier build left its clone behind.',
        fix: 'Remove the named folder.',
        source: recorded,
    },
    {
        id: 'commit-missing',
        pattern: /reference is not a tree|unable to read tree|couldn't find remote ref|did not match any file\(s\) known to git/,
        line: 'fatal: reference is not a tree: fd0b53ad008bdb4f5f8775a621dc12444df6f5c1',
        explanation: 'The cloned repository does not have the commit that the release names.',
        fix: 'Update the mirror of the repository.',
        source: 'git source, checkout.c',
    },
    {
        id: 'patch-failed',
        pattern: /patch failed|^Patch failed at|eks-anywhere-patched\] Error/,
        line: 'error: patch failed: images/capi/Makefile:12',
        explanation: "EKS Anywhere's patches do not fit the clone of kubernetes-sigs/image-builder.",
        fix: 'Serve the repository unchanged, with the tag that the release names.',
        source: 'eks-anywhere-build-tooling projects/kubernetes-sigs/image-builder/Makefile',
    },
    {
        id: 'proxy-login',
        pattern: /407 Proxy Authentication|response 407|Proxy Authentication Required/i,
        line: 'curl: (56) CONNECT tunnel failed, response 407',
        explanation: 'The proxy needs a user name and a password.',
        fix: "Put them into the proxy URL in the runner's environment.",
        source: 'RFC 9110, section 15.5.8',
    },
    {
        id: 'proxy-refuses',
        pattern: /CONNECT tunnel failed|Proxy CONNECT aborted|Received HTTP code \d+ from proxy/,
        line: 'curl: (56) CONNECT tunnel failed, response 502',
        explanation: 'The proxy does not let a download through. In the phase "Check the tools" that is Packer: it is missing, or has another version than the release needs.',
        fix: 'Allow releases.hashicorp.com in the proxy, or install that version of Packer on the runner.',
        source: recorded,
    },
    {
        id: 'certificate-unknown',
        pattern: /x509: |SSL certificate problem|CERTIFICATE_VERIFY_FAILED|self.signed certificate/i,
        line: 'curl: (60) SSL certificate problem: unable to get local issuer certificate',
        explanation: 'Nothing on the runner trusts the certificate of a server or of a TLS-inspecting proxy.',
        fix: 'Add the CA of the proxy, and that of vCenter or Prism Central, to the system store of the runner. If you cannot change the runner, put both in the file of `ca-bundle`. The last resort is `insecure_connection` or `nutanix_insecure` in `config`, which verifies nothing.',
        source: 'Go crypto/x509, curl',
    },
    {
        id: 'packer-plugin-rate-limit',
        pattern: /plugin.*(?:rate limit|API rate|403)/i,
        line: 'Failed getting the "github.com/hashicorp/ansible" plugin: 1 error occurred: * GET https://api.github.com/repos/hashicorp/packer-plugin-ansible/git/matching-refs/tags: 403 API rate limit exceeded',
        explanation: 'Packer asked api.github.com without a token, and there were too many requests from this address.',
        fix: 'Build again later. Or install the plugins and set PACKER_PLUGIN_PATH, or set PACKER_GITHUB_API_TOKEN.',
        isTransient: true,
        source: 'aws/eks-anywhere-build-tooling#3833',
    },
    {
        id: 'packer-plugin-download',
        pattern: /Failed getting the "[^"]+" plugin|Missing plugins|unknown (?:builder|provisioner) type/,
        line: 'Failed getting the "github.com/yaleuniversity/goss" plugin: 1 error occurred: * Get "https://api.github.com/repos/yaleuniversity/packer-plugin-goss/git/matching-refs/tags": Bad Gateway',
        explanation: 'Packer could not download a plugin.',
        fix: 'Allow api.github.com and github.com. Or install the plugins and set PACKER_PLUGIN_PATH.',
        source: recorded,
    },
    {
        id: 'galaxy-download',
        pattern: /galaxy.*(?:HTTP Code: 5\d\d|timed out|Unknown error when attempting)|Unknown error when attempting to call Galaxy/i,
        line: "ERROR! Unknown error when attempting to call Galaxy at 'https://galaxy.ansible.com/api/': <urlopen error timed out>",
        explanation: 'Ansible Galaxy did not answer.',
        fix: 'Build again, or install the collections beforehand.',
        isTransient: true,
        source: 'ansible-core lib/ansible/galaxy/api.py',
    },
    {
        id: 'galaxy-resolve',
        pattern: /Failed to resolve the requested dependencies map|resolvelib|ansible-galaxy/i,
        line: 'ERROR! Failed to resolve the requested dependencies map. Could not satisfy the following requirements',
        explanation: 'The installed Ansible and the collections that the build needs do not fit.',
        fix: 'Let `setup: auto` install ansible-core. Or install exactly the version that the release needs (v0.26: 2.15.13) in an environment of its own.',
        source: 'aws/eks-anywhere#5937',
    },
    {
        id: 'iso-checksum',
        pattern: /Checksums did not match/,
        line: "Build 'qemu' errored after 124 milliseconds: error downloading ISO: [Checksums did not match for /home/runner/.cache/packer/c968.iso.",
        explanation: 'The ISO does not have the given checksum.',
        fix: 'Correct `iso_checksum`, or what `iso_url` serves.',
        source: recorded,
    },
    {
        id: 'iso-gone',
        pattern: /error downloading ISO.*(?:bad response code: 4\d\d|404|not found)/i,
        line: "Build 'qemu' errored after 1 second: error downloading ISO: [bad response code: 404]",
        explanation: 'The ISO is gone: Ubuntu removes it when the next point release appears.',
        fix: 'Set `iso_url` and `iso_checksum` to the present ISO, or to one on old-releases.ubuntu.com.',
        source: 'aws/eks-anywhere-build-tooling#3787',
    },
    {
        id: 'iso-download',
        pattern: /error downloading ISO|error (?:uploading|transferring).*iso/i,
        line: "Build 'qemu' errored after 9 minutes: error downloading ISO: [unexpected EOF]",
        explanation: 'The download of the ISO broke off.',
        fix: 'Build again, or serve the ISO nearby and set `iso_url`.',
        isTransient: true,
        source: 'hashicorp/packer-plugin-sdk multistep/commonsteps/step_download.go',
    },
    {
        id: 'component-refused',
        pattern: /returned non-200 HTTP status/,
        line: 'CRICTL_URL returned non-200 HTTP status',
        explanation: 'A server refused a HEAD request for a component of the release.',
        fix: 'Allow HEAD requests to anywhere-assets.eks.amazonaws.com in the proxy or mirror.',
        source: recorded,
    },
    {
        id: 'component-unnamed',
        pattern: /^(?:CRICTL_URL|CONTAINERD_URL|ETCDADM_HTTP_SOURCE) is empty|_url=null/i,
        line: 'CRICTL_URL is empty',
        explanation: 'The bundle that the build reads does not name a component that its scripts need.',
        fix: 'Use the CLI and the bundle of one release.',
        source: 'aws/eks-anywhere-build-tooling#2125',
    },
    {
        id: 'git-network',
        pattern: /^fatal: .*(?:unable to access|early EOF|remote end hung up|Could not (?:resolve|read from))|RPC failed|unexpected disconnect|TLS connection was non-properly/,
        line: "fatal: unable to access 'https://github.com/kubernetes-sigs/image-builder.git/': Could not resolve host: github.com",
        explanation: 'git could not clone: the network or the server failed.',
        fix: 'Build again. If it stays, allow the named host.',
        isTransient: true,
        source: 'git source, http.c',
    },
    {
        id: 'ssh-login',
        pattern: /unable to authenticate|no supported methods remain|ssh: handshake failed.*auth/i,
        line: "Build 'qemu' errored after 41 minutes: Timeout waiting for SSH. (packer.log: ssh: handshake failed: ssh: unable to authenticate, attempted methods [none password], no supported methods remain)",
        explanation: 'The build VM answers, but refuses the password: the installer did not set the one that Packer uses.',
        fix: 'With `builder: clone`, give the password of the template as SSH_PASSWORD. Otherwise use a newer release: v0.21.4 has the fix.',
        source: 'aws/eks-anywhere-build-tooling#3546, kubernetes-sigs/image-builder#1606',
    },
    {
        id: 'ssh-timeout',
        pattern: /Timeout waiting for (?:SSH|WinRM)/,
        line: "Build 'qemu' errored after 1 minute 3 seconds: Timeout waiting for SSH.",
        explanation: 'The installer did not finish in time, or the runner cannot reach the build VM.',
        fix: 'Run with `preflight: full` and `kvm: require`, which check KVM, memory, the firewall and the hosts. On vSphere, Ubuntu’s installer must reach archive.ubuntu.com on TCP 80 without a proxy, and the build VM must reach Packer on the runner: look at `HTTP server` in the table of the preflight, and set `http-ip` to the address of the runner in the network of the VM. `ssh_timeout` in `config` allows more time (from v0.24.1).',
        isTransient: true,
        source: `${awsRetries}; aws/eks-anywhere#7982, aws/eks-anywhere-build-tooling#3058`,
    },
    {
        id: 'ip-timeout',
        pattern: /Timeout waiting for IP/,
        line: "Build 'vsphere-iso.vsphere' errored after 30 minutes: Timeout waiting for IP.",
        explanation: 'The build VM reported no IP address: the installer did not finish, or its network has no DHCP.',
        fix: 'Check that the network has DHCP, and that the build VM reaches the HTTP server of Packer (`http-ip`).',
        isTransient: true,
        source: awsRetries,
    },
    {
        id: 'ssh-banner',
        pattern: /Connection timed out during banner exchange/,
        line: 'TASK [Gathering Facts] fatal: [default]: UNREACHABLE! => Failed to connect to the host via ssh: Connection timed out during banner exchange',
        explanation: 'The build VM was too busy to answer Ansible.',
        fix: 'Build again, on a runner that is less busy.',
        isTransient: true,
        source: awsRetries,
    },
    {
        id: 'provisioner-timeout',
        pattern: /Cancelling provisioner after a timeout/,
        line: 'Cancelling provisioner after a timeout...',
        explanation: 'A provisioner took longer than its 30 minutes.',
        fix: 'Build again. If it stays, the build VM or its network is too slow.',
        isTransient: true,
        source: awsRetries,
    },
    {
        id: 'qemu-size-mismatch',
        pattern: /image size mis\w*match/,
        line: "Build 'nutanix' errored after 3 minutes: image size mistmatch",
        explanation: "The hypervisor reported another size than the image has. AWS's own tooling builds again, too.",
        fix: 'Build again.',
        isTransient: true,
        source: awsRetries,
    },
    {
        id: 'nutanix-image-lookup',
        pattern: /error while (?:findImageByUUID|ListAllImage)/,
        line: "Build 'nutanix' errored after 3 minutes: error while findImageByUUID, task failed",
        explanation: "Prism Central did not find an image that it had just made. AWS's own tooling builds again, too.",
        fix: 'Build again.',
        isTransient: true,
        source: awsRetries,
    },
    {
        id: 'vcenter-login',
        pattern: /ServerFaultCode: (?:Login failure|Cannot complete login)/,
        line: "Build 'vsphere-iso.vsphere' errored after 69 milliseconds: ServerFaultCode: Login failure",
        explanation: 'vCenter refuses the user name or the password.',
        fix: 'Correct `username` and `password`. The user name includes its domain: `user@vsphere.local`.',
        source: recorded,
    },
    {
        id: 'vcenter-permission',
        pattern: /Permission to perform this operation was denied|NoPermission/,
        line: "Build 'vsphere-iso.vsphere' errored after 2 seconds: ServerFaultCode: Permission to perform this operation was denied.",
        explanation: 'The vCenter user lacks a privilege that the build needs.',
        fix: 'Give the user every privilege of `docs/permissions.md`, as a global permission that propagates to children.',
        source: 'EKS Anywhere documentation, imageBuilderPrivs.json',
    },
    {
        id: 'vcenter-unreachable',
        pattern: /(?:Post|Get) "https:\/\/[^"]+\/sdk[^"]*": /,
        line: 'Build \'vsphere-iso.vsphere\' errored after 9 milliseconds: Post "https://vc.example.invalid/sdk": Bad Gateway',
        explanation: 'The runner cannot reach vCenter.',
        fix: 'Check `vcenter_server`, DNS and firewall. Behind a proxy, add vCenter to `no_proxy`.',
        source: recorded,
    },
    {
        id: 'vcenter-boot-command',
        pattern: /error (?:running|typing) (?:a )?boot command/,
        line: "Build 'vsphere-iso.vsphere' errored after 10 seconds: error running boot command: error typing a boot command (code, down) `6, false`: ServerFaultCode: VirtualMachine:vm-78 does not implement: PutUsbScanCodes",
        explanation: 'vCenter cannot type on the keyboard of the build VM, so the installer never starts.',
        fix: 'Use vSphere 6.7 or newer, and give the user the privilege VirtualMachine.Interact.PutUsbScanCodes.',
        source: recorded,
    },
    {
        id: 'nutanix-login',
        pattern: /AUTHENTICATION_REQUIRED|invalid Nutanix Credentials|nutanix.*(?:401|unauthorized)/i,
        line: "Build 'nutanix' errored after 1 second: error: invalid Nutanix Credentials",
        explanation: 'Prism Central refuses the user name or the password.',
        fix: 'Correct `nutanix_username` and `nutanix_password`.',
        source: 'nutanix-cloud-native/packer-plugin-nutanix',
    },
    {
        id: 'nutanix-object-missing',
        pattern: /'nutanix' errored.*(?:not found|no such|did not find|multiple|more than one|found no)/i,
        line: "Build 'nutanix' errored after 1 second: error while findClusterByName, cluster c9 not found",
        explanation: 'Prism Central has no such cluster, subnet or image, or several of that name.',
        fix: 'Correct `nutanix_cluster_name`, `nutanix_subnet_name` or the image. A UUID is never ambiguous.',
        source: 'aws/eks-anywhere-build-tooling#5536',
    },
    {
        id: 'vcenter-name-taken',
        pattern: /already exists, you can use -force|The name '[^']*' already exists/,
        line: "Build 'vsphere-iso.vsphere' errored after 1 second: The name 'ubuntu-2204-kube-v1.33.13' already exists.",
        explanation: 'vCenter already has a VM of the name that the build uses.',
        fix: 'Remove what an earlier build left, or choose another `folder`. Do not run two such builds at once.',
        source: 'hashicorp/packer-plugin-vsphere builder/vsphere/common',
    },
    {
        id: 'vcenter-object-missing',
        pattern: /(?:datastore|network|resource ?pool|cluster|folder|host|datacenter|template|vm|library) ['"]?[^'"]*['"]? (?:was )?not found|resolves to multiple/i,
        line: "Build 'vsphere-iso.vsphere' errored after 1 second: datastore 'ds9' not found",
        explanation: 'vCenter has no such object, has several, or does not show it to the user.',
        fix: 'Correct the key in `config`. A full inventory path such as /dc1/datastore/ds1 is never ambiguous.',
        source: 'vmware/govmomi find',
    },
    {
        id: 'aws-credentials',
        pattern: /NoCredentialProviders|no valid credential sources|ExpiredToken|InvalidClientTokenId|AuthFailure|SignatureDoesNotMatch/i,
        line: "Build 'amazon-ebs.ami' errored after 1 second: no valid credential sources for amazon-ebs found.",
        explanation: 'AWS accepts no credentials from this build.',
        fix: 'Run aws-actions/configure-aws-credentials before the build, with a session that is longer than the build.',
        source: 'hashicorp/packer-plugin-amazon builder/common/access_config.go',
    },
    {
        id: 'aws-permission',
        pattern: /UnauthorizedOperation|AccessDenied(?:Exception)?\b/,
        line: "Build 'amazon-ebs.ami' errored after 2 seconds: UnauthorizedOperation: You are not authorized to perform this operation.",
        explanation: 'The AWS role lacks a permission that the build needs.',
        fix: 'Give it the permissions that the documentation of packer-plugin-amazon lists.',
        source: 'AWS EC2 API, error codes',
    },
    {
        id: 'aws-capacity',
        pattern: /InsufficientInstanceCapacity|VcpuLimitExceeded|InstanceLimitExceeded|RequestLimitExceeded|Throttling/,
        line: "Build 'amazon-ebs.ami' errored after 9 seconds: InsufficientInstanceCapacity: We currently do not have sufficient capacity",
        explanation: 'AWS has no capacity for the instance now.',
        fix: 'Build again later, or with another `builder_instance_type` or region.',
        isTransient: true,
        source: 'AWS EC2 API, error codes',
    },
    {
        id: 'aws-network',
        pattern: /VPCIdNotSpecified|No default (?:VPC|subnet)/i,
        line: "Build 'amazon-ebs.ami' errored after 2 seconds: VPCIdNotSpecified: No default VPC for this user.",
        explanation: 'The account has no default network in this region.',
        fix: 'Set `subnet_id` in `config`.',
        source: 'AWS EC2 API, error codes',
    },
    {
        id: 'rhel-subscription',
        pattern: /subscription-manager|redhat_subscription|Unable to (?:register|verify server)|This system is not (?:yet )?registered|RHSM/i,
        line: 'TASK [setup : Register system] fatal: [default]: FAILED! => Failed to register with subscription-manager: Invalid credentials',
        explanation: 'The build VM could not be registered with Red Hat.',
        fix: 'Check the account, or the activation key with its organization. Check that subscriptions are free, and that the build VM reaches Red Hat (`rhsm_server_proxy_hostname`).',
        source: 'aws/eks-anywhere-build-tooling#2466, #2467, #2468',
    },
    {
        id: 'rhel-epel',
        pattern: /\bepel\b/i,
        line: 'TASK [setup : Add epel repo] fatal: [default]: FAILED! => Failure downloading https://dl.fedoraproject.org/pub/epel/epel-release-latest-9.noarch.rpm',
        explanation: 'The build VM does not reach EPEL.',
        fix: 'Allow dl.fedoraproject.org, or set the key for your own EPEL mirror.',
        source: 'aws/eks-anywhere-build-tooling#5612, #5632',
    },
    {
        id: 'guest-package-lock',
        pattern: /Could not get lock|dpkg frontend lock|is another process using it/i,
        line: 'TASK [setup : Perform a dist-upgrade] fatal: [default]: FAILED! => E: Could not get lock /var/lib/dpkg/lock-frontend',
        explanation: 'Another process in the build VM was installing packages at the same time.',
        fix: 'Build again.',
        isTransient: true,
        source: 'apt, apt-pkg/contrib/fileutl.cc',
    },
    {
        id: 'ansible-scp',
        pattern: /failed to transfer file|scp: (?:Received message too long|dest open|subsystem)/i,
        line: 'TASK [Gathering Facts] fatal: [default]: UNREACHABLE! => failed to transfer file to /home/builder/.ansible/tmp/x: scp: dest open "x": No such file or directory',
        explanation: "The runner's scp speaks SFTP, which the proxy of Packer does not.",
        fix: "Set ANSIBLE_SCP_EXTRA_ARGS to '-O' in `environment`.",
        source: 'kubernetes-sigs/image-builder docs/book, troubleshooting',
    },
    {
        id: 'guest-network',
        pattern: /(?:TASK \[|fatal: \[).*(?:Failed to (?:fetch|update apt cache|download)|Temporary failure|Could not (?:resolve|connect)|Connection (?:refused|timed out|reset)|urlopen error|Request failed|Cannot find a valid baseurl|No route to host|Network is unreachable|timed out)|Unable to download Goss/i,
        line: 'TASK [containerd : Download containerd] fatal: [default]: FAILED! => Request failed: <urlopen error [Errno 111] Connection refused>',
        explanation: "The build VM could not download something. It does not use the runner's proxy.",
        fix: 'Give the build VM a proxy in `config`, or a network that reaches the internet or your mirrors.',
        source: 'aws/eks-anywhere#5124',
    },
    {
        id: 'guest-checksum',
        pattern: /(?:TASK \[|fatal: \[).*checksum.*(?:did not match|mismatch)/i,
        line: 'TASK [containerd : Download containerd] fatal: [default]: FAILED! => The checksum for /tmp/containerd.tar.gz did not match aa; it was bb.',
        explanation: 'The build VM downloaded another file than the release names.',
        fix: 'Check the proxy or mirror of the build VM: it served an error page or another version.',
        source: 'ansible-core modules/get_url.py',
    },
    {
        id: 'ansible-unreachable',
        pattern: /UNREACHABLE! =>/,
        line: 'TASK [Gathering Facts] fatal: [default]: UNREACHABLE! => Failed to connect to the host via ssh: kex_exchange_identification: Connection closed by remote host',
        explanation: 'Ansible lost its connection to the build VM.',
        fix: 'Check what the build VM did last: a reboot, a new firewall rule or a stopped SSH server.',
        source: 'ansible-core plugins/strategy',
    },
    {
        id: 'ansible-task',
        pattern: /^TASK \[|(?:fatal|failed): \[[^\]]*\]|^ERROR! |Error executing Ansible/,
        line: "TASK [node : Disable swap memory] fatal: [default]: FAILED! => The conditional check 'ansible_memory_mb.swap.total != 0' failed.",
        explanation: 'A task of Ansible failed in the build VM. This was the first one; later failures are its echo.',
        fix: 'Read the task and its message. With a role of your own, begin there.',
        source: recorded,
    },
    {
        id: 'goss-failed',
        pattern: /^Goss: |goss non-zero exit status|Error running Goss/i,
        line: "Build 'qemu' errored after 20 minutes: Error running Goss: goss non-zero exit status",
        explanation: 'The image was built, but a test of it failed.',
        fix: 'Read which test failed. A package or file of yours that replaces an expected one causes this.',
        source: 'YaleUniversity/packer-plugin-goss',
    },
    {
        id: 'guest-gone',
        pattern: /disconnected unexpectedly|exited without exit status/i,
        line: 'Build \'qemu\' errored after 9 minutes: Script disconnected unexpectedly. If you expected your script to disconnect, i.e. from a restart, you can try adding `"expect_disconnect": true`',
        explanation: 'The build VM went away while a script ran in it: it crashed, restarted or was killed.',
        fix: 'Check whether the runner ran out of memory (`dmesg`), or a script of yours restarts the build VM.',
        source: 'hashicorp/packer provisioner/shell',
    },
    {
        id: 'shell-script',
        pattern: /Script exited with non-zero exit status/,
        line: "Build 'qemu' errored after 9 minutes: Script exited with non-zero exit status: 1. Allowed exit codes are: [0]",
        explanation: 'A shell script failed in the build VM.',
        fix: 'Read the lines above it in the log.',
        source: 'hashicorp/packer provisioner/shell',
    },
    {
        id: 'yq-other',
        pattern: /^(?:usage: )?yq: error|^jq: error.*yq/,
        line: "yq: error: argument files: can't open '.releases[] | select(.branch==\"1-33\").number': [Errno 2] No such file or directory",
        explanation: "This is Debian's `yq`, another program of the same name.",
        fix: "Install mikefarah's `yq` 4 and put it first on PATH.",
        source: recorded,
    },
    {
        id: 'pip-in-venv',
        pattern: /Can not perform a '--user' install/,
        line: "ERROR: Can not perform a '--user' install. User site-packages are not visible in this virtualenv.",
        explanation: 'The build installs pywinrm with `pip3 install --user`, which does not work inside a virtual environment.',
        fix: 'Let `setup: auto` prepare Ansible, or install pywinrm 0.5.0 into the environment before the build.',
        source: recorded,
    },
    {
        id: 'pip-managed',
        pattern: /externally-managed-environment/,
        line: 'error: externally-managed-environment',
        explanation: "The build installs Ansible by pip, which this system's Python forbids (PEP 668).",
        fix: 'Let `setup: auto` prepare Ansible. Or install the ansible-core of the release in a virtual environment that is first on PATH.',
        source: 'PEP 668',
    },
    {
        id: 'ansible-version',
        pattern: /version of ansible-core .* does not match/,
        line: 'The version of ansible-core (ansible [core 2.16.3]) does not match the version (2.15.13) which has been tested by the EKS-A team.',
        explanation: 'The build needs exactly one version of ansible-core.',
        fix: 'Let `setup: auto` install it. Or install the named version in a virtual environment that is first on PATH.',
        source: 'aws/eks-anywhere#8117',
    },
    {
        id: 'packer-other',
        pattern: /cracklib|\/usr\/sbin\/packer/,
        line: '/usr/sbin/packer: cannot open dictionary: No such file or directory',
        explanation: 'This is the `packer` of cracklib, another program of the same name.',
        fix: "Put HashiCorp's Packer first on PATH.",
        source: 'aws/eks-anywhere#6811',
    },
    {
        id: 'openssl-old',
        pattern: /OpenSSL version must be|openssl or openssl11 binary/,
        line: 'OpenSSL version must be atleast 1.1.1, current OpenSSL version is 1.0.2',
        explanation: 'OpenSSL is missing or too old to hash the password.',
        fix: 'Install OpenSSL 1.1.1 or newer.',
        source: 'kubernetes-sigs/image-builder hack/set-ssh-password.sh',
    },
    {
        id: 'http-ip-unknown',
        pattern: /^PACKER_\w+ cannot be automatically determined/,
        line: "PACKER_HTTP_SERVER_IP cannot be automatically determined.  Please export PACKER_HTTP_SERVER_IP=<Current Host's IP>",
        explanation: 'The build does not find the address at which the build VM reaches the runner.',
        fix: 'Set `http-ip`.',
        source: 'eks-anywhere-build-tooling build/setup_packer_configs.sh',
    },
    {
        id: 'packer-template',
        pattern: /Failed to (?:prepare build|initialize build|parse)|unset variables|unknown configuration key|errors? validating/i,
        line: 'Error: Failed to prepare build: "qemu" 1 error occurred: * unknown configuration key: "disk_sizee"',
        explanation: 'Packer does not accept its template with the values of your config.',
        fix: 'Correct the key that the message names.',
        source: 'hashicorp/packer command/build.go',
    },
    {
        id: 'tool-missing',
        pattern: /command not found|: not found$|executable file not found in \$PATH|^make.* Error 127$/,
        line: 'bash: line 1: envsubst: command not found',
        explanation: 'A program that the build needs is not installed.',
        fix: 'Let `setup: auto` install it. The build needs git, make, jq, yq 4, unzip, curl, gettext, bc and openssl.',
        source: 'EKS Anywhere documentation, image building prerequisites',
    },
    {
        id: 'download-failed',
        pattern: /^curl: \((?:5|6|7|16|18|28|35|52|55|56|92)\)/,
        line: 'curl: (28) Operation timed out after 300000 milliseconds',
        explanation: 'A download failed: the network or the server did.',
        fix: 'Build again. If it stays, allow the host that the step needs.',
        isTransient: true,
        source: 'curl(1), exit codes',
    },
    {
        id: 'download-checksum',
        pattern: /^\S+: FAILED$|computed checksum did NOT match/,
        line: '/home/runner/tmp/eks-image-builder-cni/cni-plugins.tar.gz: FAILED',
        explanation: 'A downloaded component is not the one that the release names.',
        fix: 'Check the proxy or mirror: it served an error page or another version.',
        source: 'eks-anywhere-build-tooling build/setup_packer_configs.sh',
    },
    {
        id: 'panic-no-output',
        pattern: /panic: runtime error: index out of range \[0\] with length 0/,
        line: 'panic: runtime error: index out of range [0] with length 0',
        explanation: 'The CLI crashed because a list is empty: either the bundle that a server answered with, or the images of the build.',
        fix: 'Check what the manifest URLs in the log serve, and whether the build made an image.',
        source: 'aws/eks-anywhere#5186',
    },
    {
        id: 'panic-no-config',
        pattern: /panic: runtime error: invalid memory address or nil pointer/,
        line: 'panic: runtime error: invalid memory address or nil pointer dereference',
        explanation: 'The CLI crashed because it has no config, which an air-gapped build needs.',
        fix: 'Give the keys of the hypervisor and the `eksa_…_url` keys in `config`.',
        source: recorded,
    },
    {
        id: 'panic',
        pattern: /^(?:panic|fatal error): /,
        line: 'panic: assignment to entry in nil map',
        explanation: 'A program of the build crashed because of a bug.',
        fix: 'Report it to aws/eks-anywhere-build-tooling with the log.',
        source: 'Go runtime',
    },
    {
        id: 'configs-broken-pipe',
        pattern: /setup-packer-configs\S*\] Error 141/,
        line: 'make: *** [Makefile:207: setup-packer-configs-ova] Error 141',
        explanation: "A pipe in AWS's script was closed too early (SIGPIPE).",
        fix: 'Build again.',
        isTransient: true,
        source: 'aws/eks-anywhere#4724',
    },
    {
        id: 'configs-unsaid',
        pattern: /setup-packer-configs\S*\] Error/,
        line: 'make: *** [Makefile:262: setup-packer-configs-raw-ubuntu-2204] Error 3',
        explanation: "AWS's script found no such release in the manifest or could not read it, and does not say why.",
        fix: 'Name the release exactly (v0.26.1, not v0.26). Check yq, and that the script reaches the hosts named above.',
        source: recorded,
    },
    {
        id: 'make-no-target',
        pattern: /No rule to make target/,
        line: "make: *** No rule to make target 'local-build-raw-ubuntu-2604'.  Stop.",
        explanation: 'The build tooling of this release has no such image.',
        fix: 'Choose another `os-version`, `firmware` or release.',
        source: 'GNU make, remake.c',
    },
    {
        id: 'make-tools',
        pattern: /\*\*\* \[\S+ (?:deps|validate-dependency-versions)/,
        line: 'make[1]: *** [Makefile:128: deps-raw] Error 1',
        explanation: 'A tool that the build needs is missing and could not be installed.',
        fix: 'Let `setup: auto` install the tools, or install the versions of Packer, its plugins and Ansible that the release needs.',
        source: recorded,
    },
    {
        id: 'make-clone',
        pattern: /\*\*\* \[\S+ image-builder\S*\] /,
        line: 'make: *** [Makefile:301: image-builder] Error 128',
        explanation: 'kubernetes-sigs/image-builder could not be cloned or checked out.',
        fix: 'Allow github.com, or name a mirror of it in `mirrors`.',
        source: 'eks-anywhere-build-tooling projects/kubernetes-sigs/image-builder/Makefile',
    },
];
function knownCauseOf(line) {
    return knownCauses.find(({ pattern }) => pattern.test(line));
}

;// CONCATENATED MODULE: ./build/image-builder/packer-log.js


const vague = /Timeout waiting for (?:SSH|IP|WinRM)|Qemu failed to start|Build was halted|Script (?:exited|disconnected)/;
const reasons = [
    /ssh: handshake failed: .*(?:unable to authenticate|no supported methods|no common algorithm|host key).*/,
    /Qemu stderr: (?!.*\bwarning\b)(.*(?:kvm|could not|cannot|failed|error|not).*)/i,
    /image size mis\S*match.*|error while (?:findImageByUUID|ListAllImage).*|Connection timed out during banner exchange/,
    /(?:SSH )?handshake err(?:or)?[:,].*|ssh: handshake failed.*/i,
    /Error getting SSH address.*/,
    /TCP connection to SSH ip\/port failed: (.*)/,
];
const tailBytes = 512 * 1024;
function isVague(line) {
    return vague.test(line);
}
async function reasonInPackerLog(workFolder) {
    try {
        const path = await findPackerLog(workFolder);
        return path === undefined ? undefined : packerLogReason(await readTail(path));
    }
    catch {
        return undefined;
    }
}
function packerLogReason(text) {
    const lines = text.split('\n');
    for (const reason of reasons) {
        const found = lines.findLast((line) => reason.test(line));
        const match = found && reason.exec(found);
        if (match)
            return (match[1] ?? match[0]).trim().slice(0, 500);
    }
    return undefined;
}
async function findPackerLog(workFolder) {
    const output = (0,external_node_path_.join)(workFolder, 'eks-anywhere-build-tooling/projects/kubernetes-sigs/image-builder/_output');
    const files = await (0,promises_.readdir)(output, { recursive: true, withFileTypes: true });
    const logs = files.filter((file) => file.isFile() && file.name === 'packer.log');
    const dated = await Promise.all(logs.map(async ({ parentPath, name }) => {
        const path = (0,external_node_path_.join)(parentPath, name);
        return { path, time: (await (0,promises_.stat)(path)).mtimeMs };
    }));
    return dated.sort((a, b) => b.time - a.time)[0]?.path;
}
async function readTail(path) {
    const file = await (0,promises_.open)(path);
    try {
        const { size } = await file.stat();
        const length = Math.min(size, tailBytes);
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length);
        return buffer.toString('utf8', 0, bytesRead);
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./build/image-builder/explain-failure.js


async function explainFailure(buildLog, workFolder) {
    const cause = buildLog.cause();
    if (cause === undefined)
        return undefined;
    const { phase, line, makeTarget, earlier } = cause;
    const detail = isVague(line) ? await reasonInPackerLog(workFolder) : undefined;
    const known = knownCauseOf(detail === undefined ? line : `${line} (packer.log: ${detail})`);
    const why = [known?.explanation, makeTarget && `make stopped at ${makeTarget}.`].filter(Boolean).join(' ');
    return {
        phase,
        problems: [
            line,
            ...(detail ? [`packer.log: ${detail}`] : []),
            ...(earlier ? [`before: ${earlier}`] : []),
        ],
        ...(known && { knownCause: known.id, fix: known.fix }),
        ...(why !== '' && { why }),
        isTransient: known?.isTransient ?? false,
    };
}

;// CONCATENATED MODULE: ./build/image-builder/heartbeat.js

const silence = 60_000;
class Heartbeat {
    #buildLog;
    #say;
    #now;
    #lastWord;
    constructor(buildLog, say, now = () => performance.now()) {
        this.#buildLog = buildLog;
        this.#say = say;
        this.#now = now;
        this.#lastWord = now();
    }
    heard() {
        this.#lastWord = this.#now();
    }
    beat() {
        if (this.#now() - this.#lastWord < silence)
            return;
        this.heard();
        const since = log_phases_duration(this.#buildLog.secondsInPhase);
        this.#say(`(${since} in this phase, waiting for ${this.#buildLog.waitingFor()})`);
    }
}

// EXTERNAL MODULE: ./build/image-builder/run-in-group.js
var run_in_group = __webpack_require__(91983);
;// CONCATENATED MODULE: ./build/image-builder/build.js













const heartbeatMilliseconds = 5_000;
async function runBuild(run) {
    const buildLog = new BuildLog(run.onSecret && { onTemplateSecret: run.onSecret });
    const heartbeat = new Heartbeat(buildLog, (text) => run.log.info(text));
    const mismatch = new AbortController();
    const timeout = AbortSignal.timeout(Math.max(1, Math.round(run.timeoutMinutes * 60_000)));
    const logFile = (0,external_node_fs_.createWriteStream)(run.logPath, { mode: 0o600, flags: run.attempt === 1 ? 'w' : 'a' });
    const logWritten = (0,external_node_stream_promises_.finished)(logFile);
    logWritten.catch(() => { });
    run.log.startGroup(buildLog.phase);
    run.log.info(`$ ${[run.command.file, ...run.command.args].join(' ')}`);
    const beat = setInterval(() => heartbeat.beat(), heartbeatMilliseconds).unref();
    let exit;
    try {
        exit = await (0,run_in_group/* runInGroup */.S)(run.command, {
            workingDirectory: run.folder.build,
            cancelled: run.signal,
            stopped: AbortSignal.any([timeout, mismatch.signal]),
            onStart: (group) => (0,work_folder/* noteGroup */.YV)(run.folder.path, group),
            onFarewell: () => (0,work_folder/* noteFarewell */.Jw)(run.folder.path),
            onLine: (line) => {
                if (showLine(line, buildLog, logFile, run))
                    heartbeat.heard();
                refuseOtherRelease(buildLog, run.release, mismatch);
            },
        });
    }
    catch (error) {
        throw error === timeout.reason ? timedOut(run, buildLog) : error;
    }
    finally {
        clearInterval(beat);
        run.log.endGroup();
        logFile.end();
    }
    const logFailure = await logWritten.then(() => undefined, (error) => error);
    const { outputName } = run;
    const outputPath = outputName === undefined ? undefined : (0,external_node_path_.join)(run.folder.build, outputName);
    if (exit.code === 0 && buildLog.facts.isSuccessful)
        await requireOutput(outputPath, run);
    else
        throw buildLog.facts.isWithoutOutput ? await noOutput(run) : await failedBuild(exit, buildLog, run);
    if (logFailure !== undefined)
        throw unwrittenLog(run.logPath, logFailure);
    return { ...(outputPath && { outputPath }), phases: buildLog.phases() };
}
function showLine(line, buildLog, logFile, run) {
    const { phase, ended, text, kept } = buildLog.read(line);
    if (kept !== undefined)
        logFile.write(`${run.redact(kept)}\n`);
    if (phase !== undefined) {
        run.log.endGroup();
        if (ended !== undefined)
            run.log.info(ended);
        run.log.startGroup(phase);
    }
    if (text === undefined)
        return false;
    run.log.info(text);
    return true;
}
function refuseOtherRelease(buildLog, release, mismatch) {
    const { buildToolingCommit: commit, bundleManifestUrl: bundle } = buildLog.facts;
    if (mismatch.signal.aborted)
        return;
    const isDevelopment = (0,version/* isDevelopmentBuild */["if"])(release.version);
    const isOtherBundle = isDevelopment && bundle !== undefined && bundle !== release.bundleManifestUrl;
    const isOtherCommit = commit !== undefined && commit !== release.buildToolingCommit;
    if (!isOtherBundle && !isOtherCommit)
        return;
    mismatch.abort(new action_error/* ActionError */.l('The image-builder CLI is building another release than the verified one.', {
        problems: [
            `verified: ${release.version}, build-tooling commit ${release.buildToolingCommit} (from ${release.bundleManifestUrl})`,
            `the CLI took ${commit ? `the commit ${commit}` : 'another bundle'} (from ${bundle ?? 'its own manifest'})`,
        ],
        ...(isDevelopment
            ? {
                why: 'The CLI always takes the newest development build, and AWS has published one since.',
                fix: 'Run the job again: it resolves the newest one again.',
            }
            : {
                why: 'The CLI downloads the release manifest a second time; between here and there something answers differently.',
                fix: 'Look for a proxy or mirror that serves an old or changed manifest to one of the two.',
            }),
    }));
}
function unwrittenLog(path, cause) {
    return new action_error/* ActionError */.l(`The image was built, but its log could not be written: ${path}`, {
        problems: [(0,action_error/* errorMessage */.g)(cause)],
        fix: 'Free space on the disk of `destination`.',
        cause,
    });
}
function timedOut(run, buildLog) {
    const cause = buildLog.cause();
    return new action_error/* ActionError */.l(`The build was ended after ${Math.ceil(run.timeoutMinutes)} minutes, in the phase "${buildLog.phase}".`, {
        ...(cause && { problems: [run.redact(`last telling line: ${cause.line}`)] }),
        why: `It was waiting for ${run.redact(buildLog.waitingFor())}.`,
        fix: `Read the log (${run.logPath}); a slower runner needs a larger \`build-timeout\`.`,
    });
}
async function failedBuild(exit, buildLog, run) {
    const failure = await explainFailure(buildLog, run.folder.build);
    const how = `The image-builder CLI ${describeExit(exit)}`;
    if (failure === undefined) {
        return new action_error/* ActionError */.l(`${how} without any output.`, {
            fix: `Run it on the runner: ${run.command.file} version`,
        });
    }
    return new BuildFailure(`The build failed in the phase "${failure.phase}".`, {
        problems: failure.problems.map((problem) => run.redact(problem)),
        why: [failure.why, `${how}.`].filter(Boolean).join(' '),
        fix: [failure.fix, `The whole log: ${run.logPath}`].filter(Boolean).join('\n'),
        help: `troubleshooting/build.md#${failure.knownCause ?? phaseAnchor(failure.phase)}`,
        isTransient: failure.isTransient,
    });
}
function describeExit({ code, signal }) {
    if (signal === 'SIGKILL')
        return 'was killed (SIGKILL): by hand, or by the kernel for lack of memory';
    if (signal !== null)
        return `was ended by ${signal}`;
    if (code === 2)
        return 'crashed (exit code 2, a Go panic)';
    return `ended with exit code ${code}`;
}
async function requireOutput(path, run) {
    if (path === undefined)
        return;
    const isThere = await (0,promises_.access)(path, external_node_fs_.constants.R_OK).then(() => true, () => false);
    if (!isThere)
        throw await noOutput(run);
}
async function noOutput(run) {
    const found = await (0,promises_.readdir)(run.folder.build).catch((error) => [(0,action_error/* errorMessage */.g)(error)]);
    return new action_error/* ActionError */.l('The image-builder CLI reported success but left no image.', {
        problems: [`expected ${run.outputName}; found ${found.join(', ') || 'nothing'}`],
        fix: `Read the whole log: ${run.logPath}`,
    });
}

;// CONCATENATED MODULE: ./build/image-builder/build-with-retries.js



const shortestAttemptMinutes = 5;
async function buildWithRetries(run, attempts) {
    const started = performance.now();
    const elapsed = () => (performance.now() - started) / 1000;
    for (let attempt = 1;; attempt += 1) {
        const minutesLeft = run.timeoutMinutes - elapsed() / 60;
        try {
            const result = await runBuild({ ...run, attempt, timeoutMinutes: minutesLeft });
            return { ...result, attemptsUsed: attempt, durationSeconds: Math.round(elapsed()) };
        }
        catch (error) {
            const isWorthIt = error instanceof BuildFailure && error.isTransient && attempt < attempts;
            const hasTime = run.timeoutMinutes - elapsed() / 60 >= Math.min(shortestAttemptMinutes, run.timeoutMinutes / 2);
            if (!isWorthIt || !hasTime || run.signal.aborted)
                throw error;
            run.log.warning(`Attempt ${attempt} of ${attempts} failed and is tried again: ${error.message}`);
            await (0,work_folder/* emptyBuild */.Ug)(run.folder);
        }
    }
}

;// CONCATENATED MODULE: ./build/image-builder/command.js


function buildArguments(options) {
    const { spec, configPath, filesPath, manifestTarball } = options;
    const { cliRelease = spec.eksaVersion } = options;
    const release = (0,version/* isDevelopmentBuild */["if"])(spec.eksaVersion) ? 'v0.0.0-dev' : spec.eksaVersion;
    return [
        'build',
        ...['--os', spec.os],
        ...['--hypervisor', spec.hypervisor],
        ...['--release-channel', spec.releaseChannel],
        ...((0,support_matrix/* hasOsFlags */.kN)(cliRelease) ? ['--eksa-release', release, '--os-version', spec.osVersion] : []),
        ...(spec.firmware ? ['--firmware', spec.firmware] : []),
        ...(spec.builder === 'clone' ? ['--builder', 'clone'] : []),
        ...(configPath ? [`--${spec.hypervisor}-config`, configPath] : []),
        ...(filesPath ? ['--files-config', filesPath] : []),
        ...(manifestTarball ? ['--air-gapped', '--manifest-tarball', manifestTarball] : []),
    ];
}

;// CONCATENATED MODULE: ./build/image-builder/lent-files.js


const lentFiles = ['.gitconfig', '.netrc', '.git-credentials'];
async function lendFiles(from, home) {
    const texts = await Promise.all(lentFiles.map((name) => lend(name, from, home)));
    const [, netrc = '', credentials = ''] = texts;
    return {
        passwords: [...netrc.matchAll(/\bpassword\s+(\S+)/g)].map(([, password = '']) => password),
        addresses: credentials.split('\n').filter((line) => line.includes('://')),
    };
}
async function lend(name, from, home) {
    if (!from)
        return '';
    try {
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(from, name), 'utf8');
        await (0,promises_.copyFile)((0,external_node_path_.join)(from, name), (0,external_node_path_.join)(home, name));
        await (0,promises_.chmod)((0,external_node_path_.join)(home, name), 0o600);
        return text;
    }
    catch (error) {
        if (['ENOENT', 'ENOTDIR'].includes(error.code ?? ''))
            return '';
        throw error;
    }
}

// EXTERNAL MODULE: ./build/release/manifest-tarball.js
var manifest_tarball = __webpack_require__(13694);
// EXTERNAL MODULE: ./build/toolchain/packer-plugins.js
var packer_plugins = __webpack_require__(95989);
;// CONCATENATED MODULE: ./build/actions/run-build.js
















async function runPlan(context, step) {
    const { inputs, log, secrets, signal } = context;
    const { plan, folder, destination, setup } = step;
    if (setup !== undefined)
        await (0,packer_plugins/* linkPackerPlugins */.h)(setup.toolchain.pluginFolder, folder.home);
    await (0,promises_.mkdir)(destination, { recursive: true });
    const command = await writeCommand(context, step);
    const output = expectedOutput(plan.spec, plan.config, setup?.tools.cliRelease);
    const logPath = (0,external_node_path_.join)(destination, `${plan.spec.id}.log`);
    context.setOutputs({ 'log-path': logPath });
    let isFailed = true;
    try {
        const result = await buildWithRetries({
            command,
            release: step.fetched.release,
            folder,
            ...(output.kind !== 'remote' && { outputName: output.name }),
            logPath,
            log,
            redact: (line) => secrets.redact(line),
            signal,
            timeoutMinutes: inputs['build-timeout'],
            onSecret: (secret) => secrets.add(secret),
        }, inputs.attempts);
        isFailed = false;
        return { ...result, logPath };
    }
    finally {
        if (isFailed && plan.spec.os === 'redhat')
            await warnOfSubscription(logPath, context);
        const isWanted = inputs['upload-logs'] === 'always' || (isFailed && inputs['upload-logs'] === 'on-failure');
        if (isWanted && !signal.aborted && (0,external_node_fs_.existsSync)(logPath))
            await uploadLog(logPath, context);
    }
}
async function writeCommand({ inputs, secrets }, step) {
    const { plan, folder, fetched, cli } = step;
    const certificatesPath = (0,external_node_path_.join)(folder.path, 'certificates.pem');
    await (0,promises_.writeFile)(certificatesPath, fetched.certificates.pem);
    await lendCredentials(plan, folder, secrets);
    const sshPassword = (0,external_node_crypto_.randomBytes)(18).toString('base64url');
    secrets.add(sshPassword);
    const variables = (0,child_environment/* childEnvironment */.Qc)({
        spec: plan.spec,
        folder,
        certificatesPath,
        runnerEnvironment: process.env,
        variables: [...addressVariables(step.httpAddress), ...plan.variables],
        sshPassword,
        tools: step.setup?.tools,
        mirrors: fetched.mirrors,
    });
    const configPath = await writeConfig(plan, folder);
    const filesPath = await writePrivate(folder, 'files.json', plan.files.length > 0 && filesConfig(plan.files));
    const manifestTarball = inputs['air-gapped'] && (await packManifests(inputs['manifest-tarball'] ?? '', step));
    return {
        file: cli.path,
        args: buildArguments({
            spec: plan.spec,
            ...(configPath && { configPath }),
            ...(filesPath && { filesPath }),
            ...(manifestTarball && { manifestTarball }),
            cliRelease: step.setup?.tools.cliRelease,
        }),
        environment: Object.fromEntries(variables.map(({ name, value }) => [name, value])),
    };
}
function addressVariables(address) {
    return address === undefined ? [] : [{ name: 'PACKER_HTTP_SERVER_IP', value: address, from: 'http-ip' }];
}
async function lendCredentials(plan, folder, secrets) {
    const lent = await lendFiles(process.env['HOME'], folder.home);
    for (const password of lent.passwords)
        secrets.add(password);
    for (const address of lent.addresses)
        secrets.addUserInfo(address);
    await storeGitCredentials(plan.gitCredentials, folder.home);
}
async function writeConfig({ spec, config }, folder) {
    const manifest = config['manifest_output'];
    const placed = manifest ? { ...config, manifest_output: (0,external_node_path_.join)(folder.build, manifest) } : config;
    const isEmpty = Object.keys(placed).length === 0;
    const text = !isEmpty && JSON.stringify((0,upstream_quoting/* writtenForUpstream */.Y2)(placed));
    return writePrivate(folder, `${spec.hypervisor}.json`, text);
}
async function writePrivate(folder, name, text) {
    if (text === false)
        return undefined;
    const path = (0,external_node_path_.join)(folder.path, name);
    await (0,promises_.writeFile)(path, text, { mode: 0o600, flag: 'wx' });
    return path;
}
async function packManifests(given, { fetched, channel, folder }) {
    const { version, bundleNumber: number, bundleManifestUrl } = fetched.release;
    const entry = { version, number, bundleManifestUrl, cli: {} };
    return makeManifestTarball(await (0,manifest_tarball/* openManifestTarball */.m)(given), entry, channel, (0,external_node_path_.join)(folder.path, 'manifests'));
}
async function warnOfSubscription(logPath, { log }) {
    const text = await (0,promises_.readFile)(logPath, 'utf8').catch(() => '');
    if (!/^.*TASK \[[^\]]*RHEL subscription[^\]]*\]/m.test(text))
        return;
    log.warning('The failed build left its VM registered with Red Hat. Remove the system in the Hybrid Cloud Console or the Satellite, or it keeps its subscription.');
}
async function uploadLog(path, { inputs, log }) {
    try {
        await (0,artifacts/* uploadFile */.QM)({ what: 'The log', path, mode: 'raw', retentionDays: inputs['retention-days'] }, log);
    }
    catch (error) {
        log.warning((0,action_error/* errorMessage */.g)(error));
    }
}

// EXTERNAL MODULE: ./build/toolchain/toolchain.js
var toolchain_toolchain = __webpack_require__(69839);
// EXTERNAL MODULE: ./build/actions/set-up-tools.js + 20 modules
var set_up_tools = __webpack_require__(19391);
;// CONCATENATED MODULE: ./build/actions/set-up-for-build.js


async function setUpForBuild({ inputs, log, secrets, signal }, fetched, { hypervisor, eksaVersion }) {
    const release = async () => fetched;
    const request = { inputs, hypervisor, eksaVersion, release, network: fetched, log, secrets, signal };
    const purpose = await (0,set_up_tools/* purposeOf */.eK)(request);
    const earlierPath = process.env[set_up_tools/* toolchainVariable */.YN];
    const earlier = await (0,toolchain_toolchain/* readToolchain */.M)(earlierPath, purpose);
    if (earlier !== undefined)
        log.info('The tools are those of the step that set them up.');
    else if (earlierPath)
        log.info('The tools of the earlier step are for another release, hypervisor or key, or gone.');
    const toolchain = earlier ?? (await (0,set_up_tools/* setUpTools */.J0)(request)).toolchain;
    const { imageBuilder, pathEntries, isoFolder } = toolchain;
    return {
        cli: imageBuilder,
        toolchain,
        tools: {
            cliRelease: purpose.cliRelease,
            pathEntries,
            isoFolder,
            gitMirrors: await (0,set_up_tools/* gitMirrors */.$f)(fetched.release, request),
        },
    };
}

// EXTERNAL MODULE: ./build/host/hosts.js
var host_hosts = __webpack_require__(32720);
;// CONCATENATED MODULE: ./build/image-builder/describe-plan.js

const describe_plan_hidden = /SECRET|TOKEN|PASSWORD|ACTIVATION_KEY/i;
function describePlan(plan, { args, variables }) {
    const files = plan.files.map(({ src, dest, owner, group, mode }) => [
        src,
        dest,
        `${owner}:${group}`,
        String(mode),
    ]);
    const config = Object.entries(plan.config).map(([key, value]) => [
        key,
        isSecretKey(key) ? '***' : value,
        plan.origins.get(key) ?? 'this action',
    ]);
    return [
        {
            lead: 'Command',
            head: ['What', 'Value'],
            rows: [
                ['command', ['image-builder', ...args].join(' ')],
                ['output', outputText(plan.output)],
            ],
        },
        { lead: 'Config', head: ['Key', 'Value', 'From'], rows: config },
        { lead: 'Additional files', head: ['From', 'To', 'Owner', 'Mode'], rows: files },
        {
            lead: 'Environment',
            head: ['Name', 'Value', 'From'],
            rows: variables.map(({ name, value, from }) => [name, describe_plan_hidden.test(name) ? '***' : value, from]),
        },
    ].filter(({ rows }) => rows.length > 0);
}
function outputText(output) {
    switch (output.kind) {
        case 'image':
            return output.name;
        case 'remote':
            return `the image ${output.imageName} in Prism, no file`;
        case 'manifest':
            return `${output.name} with the ids of the AMIs`;
    }
}

// EXTERNAL MODULE: ./build/toolchain/packer-plugin-table.js
var packer_plugin_table = __webpack_require__(34635);
;// CONCATENATED MODULE: ./build/actions/show-plan.js












async function showPlan({ inputs, log, secrets }, plan, fetched) {
    const { spec } = plan;
    const channel = (0,resolve.findChannel)(fetched.release, spec.releaseChannel);
    const folder = { path: '…', build: (0,external_node_path_.join)('…', 'build'), home: (0,external_node_path_.join)('…', 'home') };
    const { eksaVersion } = spec;
    const cliRelease = await (0,set_up_tools/* cliReleaseOf */.zu)({ inputs, eksaVersion, network: fetched, log, secrets });
    const hasConfig = Object.keys(plan.config).length > 0;
    const args = buildArguments({
        spec,
        ...(hasConfig && { configPath: (0,external_node_path_.join)(folder.path, `${spec.hypervisor}.json`) }),
        ...(plan.files.length > 0 && { filesPath: (0,external_node_path_.join)(folder.path, 'files.json') }),
        ...(inputs['air-gapped'] && { manifestTarball: (0,external_node_path_.join)(folder.path, 'manifests', 'eks-a-manifests.tar') }),
        cliRelease,
    });
    const variables = (0,child_environment/* childEnvironment */.Qc)({
        spec,
        folder,
        certificatesPath: (0,external_node_path_.join)(folder.path, 'certificates.pem'),
        runnerEnvironment: process.env,
        variables: plan.variables,
        sshPassword: 'made up anew',
    });
    const sections = [
        ...describePlan(plan, { args, variables }),
        ...needsOf(plan),
        toolsSection(spec, cliRelease, inputs.setup),
    ];
    for (const { lead, rows } of sections) {
        log.startGroup(lead);
        for (const row of rows)
            log.info(row.join('  '));
        log.endGroup();
    }
    log.info('This was a dry run: nothing was built.');
    await (0,summary/* writeSummary */.Sy)(planSummary(plan, fetched, channel, sections), secrets);
    return releaseOutputs(spec.id, fetched, channel);
}
function planSummary({ spec, output }, { release }, channel, sections) {
    return [
        { heading: `Dry run: ${spec.id}` },
        { line: { strong: 'The inputs are valid. Nothing was built.' } },
        {
            head: ['Image', { code: spec.id }],
            rows: [
                ['System', (0,image_in_words/* systemInWords */.cp)(spec)],
                ['Kubernetes', (0,image_in_words/* kubernetesInWords */.Vx)(channel)],
                ['EKS Anywhere', (0,image_in_words/* releaseInWords */.I4)(release)],
                ['Output', outputText(output)],
            ],
        },
        ...sections.map(({ lead, head, rows }) => ({
            details: `${lead} (${rows.length})`,
            blocks: [{ head, rows }],
        })),
    ];
}
function needsOf({ spec }) {
    const { hypervisor, os } = spec;
    const hosts = (0,host_hosts/* hostsFor */.zC)({ hypervisor, os, steps: ['resolve', 'build', 'install'] });
    return [
        {
            lead: 'Runner',
            head: ['What', 'Needed'],
            rows: [
                ['platform', 'Linux on x86_64 with the GNU C library, 50 GiB free disk, 8 GB memory'],
                ...((0,host_hosts/* buildsInQemu */.RZ)(hypervisor) ? [['virtualization', '/dev/kvm, QEMU and OVMF']] : []),
            ],
        },
        {
            lead: 'Network',
            head: ['Host', 'Asked by', 'For'],
            rows: hosts.map((row) => [
                (0,host_hosts/* hostName */.Sm)(row),
                `${row.from === 'guest' ? 'build VM' : row.from} (${row.tool})`,
                row.why,
            ]),
        },
    ];
}
function toolsSection({ eksaVersion, hypervisor }, cliRelease, setup) {
    const { tools } = (0,support_matrix/* supportMatrix */.pg)(eksaVersion);
    const { imageBuilderVersion: cliVersion } = (0,support_matrix/* supportMatrix */.pg)(cliRelease);
    const { packer, ansible, oldestPython, newestPython } = tools;
    const from = (place) => setup === 'skip' ? 'the runner (`setup: skip`)' : `the tool cache or the runner, else ${place}`;
    const plugins = (0,packer_plugin_table/* requiredPlugins */.M)(eksaVersion, hypervisor, tools.plugins);
    return {
        lead: 'Tools',
        head: ['Tool', 'Version', 'From'],
        rows: [
            ['image-builder CLI', `${cliVersion} of EKS Anywhere ${cliRelease}`, 'the bundle'],
            ['Packer', packer, from('releases.hashicorp.com')],
            ...plugins.map(({ name, version, publisher }) => [
                `Packer plugin ${name}`,
                version,
                from(publisher === 'hashicorp' ? 'releases.hashicorp.com' : 'github.com'),
            ]),
            ...(ansible ? [['ansible-core', ansible, from('PyPI')]] : []),
            ...(oldestPython
                ? [['Python', `${oldestPython} to ${newestPython ?? 'newer'}`, from('github.com/astral-sh')]]
                : []),
        ],
    };
}

// EXTERNAL MODULE: ./build/actions/upload-outcome.js
var upload_outcome = __webpack_require__(52206);
// EXTERNAL MODULE: ./build/actions/upload-record.js
var upload_record = __webpack_require__(39849);
;// CONCATENATED MODULE: ./build/actions/upload-image.js





async function uploadImage({ image, release, channel, provenancePath }, inputs, log) {
    const { spec, path, fileName, sha256, size, format, templateTags } = image;
    const { 'upload-artifact': mode, 'retention-days': retentionDays, fingerprint } = inputs;
    const artifact = await (0,build_log/* inGroup */.H)(log, 'Upload the image', () => (0,artifacts/* uploadFile */.QM)({ what: 'The image', path, mode, retentionDays, sha256 }, log));
    await (0,build_log/* inGroup */.H)(log, 'Upload what goes along with the image', async () => {
        if (artifact !== undefined)
            await (0,artifacts/* uploadBeside */.gc)({ what: 'The provenance statement', path: provenancePath, retentionDays }, log);
        const record = (0,upload_record/* recordToKeep */.MZ)({ spec, release, channel, image, fingerprint, artifact });
        if (record !== undefined && inputs.record === 'final')
            await (0,upload_record/* uploadRecord */.nT)(record, retentionDays, log);
        const outcome = {
            ...{ id: spec.id, eksaVersion: release.version, releaseChannel: channel.name },
            ...{ kubeVersion: channel.kubeVersion, eksdRelease: channel.eksdRelease },
            templateTags: [...templateTags],
            image: {
                ...{ fileName, sha256, size, format, isZipped: mode === 'zip' },
                ...(artifact && { artifactId: artifact.id }),
            },
            ...(image.amis && { amis: [...image.amis] }),
            ...(artifact && { provenance: (0,external_node_path_.basename)(provenancePath) }),
            ...(record && { record }),
        };
        await (0,upload_outcome/* uploadBuiltOutcome */.Y)(outcome, inputs, log);
    });
    return artifact;
}
async function uploadRemoteOutcome({ fetched, channel, plan }, inputs, log) {
    const outcome = {
        ...{ id: plan.spec.id, eksaVersion: fetched.release.version, releaseChannel: channel.name },
        ...{ kubeVersion: channel.kubeVersion, eksdRelease: channel.eksdRelease, templateTags: [] },
        remoteName: plan.config['image_name'] ?? plan.spec.id,
    };
    await (0,upload_outcome/* uploadBuiltOutcome */.Y)(outcome, inputs, log);
}

;// CONCATENATED MODULE: ./build/actions/build-cell.js
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
























async function buildCell(context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { inputs, log, secrets, signal } = context;
        const host = __addDisposableResource(env_1, inputs['dry-run']
            ? undefined
            : await (0,check_machine.checkMachine)(context, { steps: ['resolve', 'build', 'install'], builds: true }), true);
        const fetched = await (0,build_log/* inGroup */.H)(log, 'Resolve the EKS Anywhere release', () => (0,fetch_release.fetchRelease)(inputs, log, secrets));
        const { release } = fetched;
        const channel = (0,resolve.findChannel)(release, inputs['release-channel']);
        const spec = (0,complete_spec/* completeBuild */._$)(wantedImage(inputs), release);
        const plan = await planCell(inputs, spec, context);
        if (inputs['air-gapped'])
            checkManifestTarball(await fetched.eksdManifest(channel), release.version, channel);
        if (inputs['dry-run'])
            return showPlan(context, plan, fetched);
        await checkCellLive(plan, fetched, log);
        const destination = (0,external_node_path_.resolve)(inputs.destination ?? (0,external_node_path_.join)((0,runner_temp/* runnerTemp */.X)(), 'node-images'));
        await refuseExisting(destination, spec, inputs['replace-existing'] ? 'replace' : 'keep');
        await (0,work_folder/* sweepWorkFolders */.p5)((0,runner_temp/* runnerTemp */.X)(), log);
        const folder = await (0,work_folder/* createWorkFolder */.aM)((0,runner_temp/* runnerTemp */.X)());
        (0,state/* saveState */.L)('work-folder', folder.path);
        try {
            const setup = inputs.setup === 'skip'
                ? undefined
                : await (0,build_log/* inGroup */.H)(log, 'Set up the tools', () => setUpForBuild(context, fetched, spec));
            const cli = setup?.cli ??
                (await (0,build_log/* inGroup */.H)(log, 'Obtain the image-builder CLI', () => obtainCli(context, fetched, folder)));
            const httpAddress = host?.httpAddress;
            const step = { fetched, channel, plan, cli, setup, folder, destination, httpAddress };
            const built = await runPlan(context, step);
            const { outputPath: builtPath } = built;
            if (builtPath === undefined) {
                await uploadRemoteOutcome({ fetched, channel, plan }, inputs, log);
                const remote = { fetched, channel, plan, cli, built };
                await (0,summary/* writeSummary */.Sy)(remoteSummary(remote), secrets);
                return remoteOutputs(remote);
            }
            const finished = await (0,build_log/* inGroup */.H)(log, 'Check the image', () => finishImage({ builtPath, spec, channel, destination, signal }));
            const { image } = finished;
            if (plan.manifestCopy !== undefined)
                await copyManifest(image.path, plan.manifestCopy);
            log.info(`${image.fileName}: ${image.contents}; ${(0,quantities/* exactSize */.Fe)(image.size)}; sha256 ${image.sha256}`);
            const madeFrom = { image, spec, fetched, channel, config: plan.config, cli, setup, inputs };
            const provenancePath = await (0,cell_provenance/* writeProvenance */.fu)(madeFrom, secrets);
            context.setOutputs({ ...imageOutputs(finished), 'provenance-path': provenancePath });
            await (0,artifacts_file/* declareArtifact */.L)(image.path, log);
            const uploaded = await uploadImage({ image, release, channel, provenancePath }, inputs, log);
            const result = { fetched, channel, finished, cli, built, artifact: uploaded, provenancePath };
            const isAirGapped = inputs['air-gapped'];
            await (0,summary/* writeSummary */.Sy)(cellSummary({ ...result, isAirGapped }), secrets);
            return cellOutputs(result);
        }
        finally {
            await (0,work_folder/* removeIfIdle */.Eh)(folder.path);
        }
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
async function cleanUp(log) {
    const path = (0,state/* savedState */.f)('work-folder');
    try {
        if (path !== undefined)
            await (0,work_folder/* closeWorkFolder */.g_)(path, log);
    }
    finally {
        await (0,check_machine.leaveMachine)(log);
    }
}
function wantedImage(inputs) {
    return {
        os: inputs.os,
        osVersion: inputs['os-version'],
        hypervisor: inputs.hypervisor,
        firmware: inputs.firmware,
        builder: inputs.builder,
        releaseChannel: inputs['release-channel'],
    };
}
async function obtainCli({ inputs, log, secrets }, fetched, folder) {
    const { imageBuilderRelease: version } = (0,support_matrix/* supportMatrix */.pg)(fetched.release.version);
    const isOther = version !== fetched.release.version;
    const source = isOther
        ? await (0,fetch_release.fetchRelease)({ ...inputs, 'eks-a-version': { kind: 'exact', version } }, log, secrets)
        : fetched;
    const cli = await (0,image_builder_cli/* obtainImageBuilderCli */.M)(source.release, (0,external_node_path_.join)(folder.path, 'cli'), source.http);
    log.info(`image-builder ${cli.version}, sha256 ${source.release.imageBuilder?.sha256} as in the bundle`);
    return cli;
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


/***/ })

};
