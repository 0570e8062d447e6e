export const id = 334;
export const ids = [334];
export const modules = {

/***/ 44334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkMachine: () => (/* binding */ checkMachine),
  leaveMachine: () => (/* binding */ leaveMachine)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/host/host-table.js
const widths = { mark: 4, what: 14, found: 34, needed: 25 };
const marks = { good: 'ok', doubtful: 'warn', bad: 'BAD' };
function hostTable(findings) {
    if (findings.length === 0)
        return [];
    return [
        line('', ['what', 'found', 'needed']),
        ...findings.flatMap(({ what, found, needed, verdict, fix }) => [
            ...rows(marks[verdict], [what, found, needed]),
            ...(fix === undefined ? [] : wrap(`> ${fix}`, 74).map((text) => `     ${text}`)),
        ]),
    ];
}
function rows(mark, cells) {
    const [what, found, needed] = cells;
    const columns = [wrap(what, widths.what), wrap(found, widths.found), wrap(needed, widths.needed)];
    const height = Math.max(...columns.map(({ length }) => length));
    return Array.from({ length: height }, (_, index) => line(index === 0 ? mark : '', columns.map((column) => column[index] ?? '')));
}
function line(mark, [what = '', found = '', needed = '']) {
    const { mark: first, what: second, found: third } = widths;
    return `${mark.padEnd(first)} ${what.padEnd(second)} ${found.padEnd(third)} ${needed}`.trimEnd();
}
function wrap(text, width) {
    const lines = [''];
    for (const word of text.split(/\s+/)) {
        const pieces = word.match(new RegExp(`.{1,${width}}`, 'gsu')) ?? [''];
        for (const [index, piece] of pieces.entries()) {
            const last = lines.at(-1) ?? '';
            const joined = last === '' ? piece : index === 0 ? `${last} ${piece}` : undefined;
            if (joined !== undefined && joined.length <= width)
                lines[lines.length - 1] = joined;
            else
                lines.push(piece);
        }
    }
    return lines;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./build/host/run-program.js

const mostBytes = 256 * 1024;
function runProgram(file, args, { timeoutMs, environment = process.env, stdin, hopeless }) {
    return new Promise((done) => {
        const child = (0,external_node_child_process_.spawn)(file, args, {
            env: environment,
            stdio: [stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        });
        let end = 'exited';
        let stdout = '';
        let stderr = '';
        const kill = (why) => {
            end = why;
            child.kill('SIGKILL');
        };
        const timer = setTimeout(kill, timeoutMs, 'timed out');
        child.stdout?.setEncoding('utf8').on('data', (text) => {
            if (stdout.length < mostBytes)
                stdout += text;
        });
        child.stderr?.setEncoding('utf8').on('data', (text) => {
            if (stderr.length < mostBytes)
                stderr += text;
            if (end === 'exited' && hopeless?.test(stderr))
                kill('hopeless');
        });
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(stdin);
        child.on('error', () => {
            clearTimeout(timer);
            done({ status: null, stdout, stderr, end: 'not found' });
        });
        child.on('close', (status) => {
            clearTimeout(timer);
            done({ status, stdout, stderr, end });
        });
    });
}

;// CONCATENATED MODULE: ./build/host/kvm-access.js



const rule = 'KERNEL=="kvm", GROUP="kvm", MODE="0666", OPTIONS+="static_node=kvm"\n';
const usualRulePath = '/etc/udev/rules.d/99-eks-anywhere-node-images-kvm.rules';
async function openKvm({ device = '/dev/kvm', rulePath = usualRulePath } = {}, onChange = () => undefined) {
    const mode = (await (0,promises_.stat)(device)).mode & 0o7777;
    const written = await asRoot(['tee', rulePath], rule);
    if (written.status !== 0)
        return `sudo does not work without a password: ${firstLine(written)}`;
    const change = { device, mode, rulePath };
    onChange(change);
    await reloadRules();
    if (((await (0,promises_.stat)(device)).mode & 0o666) !== 0o666)
        await asRoot(['chmod', '0666', device]);
    return change;
}
async function closeKvm({ device, mode, rulePath }, log) {
    await asRoot(['rm', '-f', rulePath]);
    await reloadRules();
    const restored = await asRoot(['chmod', mode.toString(8).padStart(4, '0'), device]);
    if (restored.status === 0)
        log.info(`${device} has its permissions of before again.`);
    else
        log.warning(`The permissions of ${device} were not restored: ${firstLine(restored)}`);
}
function parseKvmChange(text) {
    if (text === undefined)
        return undefined;
    const { device, mode, rulePath } = JSON.parse(text);
    if (typeof device !== 'string' || typeof mode !== 'number' || typeof rulePath !== 'string')
        return undefined;
    return { device, mode, rulePath };
}
async function hasSudo() {
    return (0,external_node_os_.userInfo)().uid === 0 || (await asRoot(['true'])).status === 0;
}
async function reloadRules() {
    await asRoot(['udevadm', 'control', '--reload-rules']);
    await asRoot(['udevadm', 'trigger', '--name-match=kvm']);
    await asRoot(['udevadm', 'settle', '--timeout=5']);
}
function asRoot(command, stdin = '') {
    const [file = '', ...args] = (0,external_node_os_.userInfo)().uid === 0 ? command : ['sudo', '-n', ...command];
    return runProgram(file, args, { timeoutMs: 10_000, stdin });
}
function firstLine({ stderr, end }) {
    return end === 'not found' ? 'there is no such program' : (stderr.trim().split('\n')[0] ?? '');
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./build/image-builder/process-group.js
var process_group = __webpack_require__(14411);
;// CONCATENATED MODULE: ./build/host/leases.js





const amount = schemas/* number */.aig().nonnegative();
const leaseShape = schemas/* object */.Ikc({
    owner: schemas/* string */.YjP().regex(/^\d+:\d+$/),
    since: amount,
    hypervisor: schemas/* string */.YjP().regex(/^[a-z]{1,20}$/),
    memory: amount,
    disk: amount,
    device: amount,
    freeAtStart: amount,
});
const leaseFolder = (0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'eks-anywhere-node-images-builds');
async function takeLease(terms, folder = leaseFolder) {
    const lease = { ...terms, owner: (0,process_group/* identityOf */.cu)(process.pid), since: Date.now() };
    const path = (0,external_node_path_.join)(folder, `${process.pid}.json`);
    try {
        await (0,promises_.mkdir)(folder, { mode: 0o777 });
        await (0,promises_.chmod)(folder, 0o1777);
    }
    catch {
    }
    try {
        if (!(await (0,promises_.lstat)(folder)).isDirectory())
            return { lease, path: undefined };
        await (0,promises_.rm)(path, { force: true });
        await (0,promises_.writeFile)(path, JSON.stringify(lease), { flag: 'wx', mode: 0o644 });
        return { lease, path };
    }
    catch {
        return { lease, path: undefined };
    }
}
async function releaseLease(path) {
    if (path !== undefined)
        await (0,promises_.rm)(path, { force: true });
}
async function earlierLeases(own, folder = leaseFolder) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    const leases = [];
    for (const name of names.filter((candidate) => candidate.endsWith('.json'))) {
        const lease = await readLease((0,external_node_path_.join)(folder, name));
        if (lease === undefined || lease.owner === own.owner)
            continue;
        if (!(0,process_group/* isProcessRunning */.DL)(lease.owner))
            await (0,promises_.rm)((0,external_node_path_.join)(folder, name), { force: true }).catch(() => undefined);
        else if (lease.since < own.since || (lease.since === own.since && lease.owner < own.owner))
            leases.push(lease);
    }
    return leases;
}
async function readLease(path) {
    try {
        const { isFile, size } = await (0,promises_.lstat)(path).then((found) => ({
            isFile: found.isFile(),
            size: found.size,
        }));
        if (!isFile || size > 4096)
            return undefined;
        return leaseShape.parse(JSON.parse(await (0,promises_.readFile)(path, 'utf8')));
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
;// CONCATENATED MODULE: ./build/host/finding.js
const kernelFiles = { proc: '/proc', sys: '/sys' };
const gibibyte = 1024 ** 3;
function inGiB(bytes) {
    return `${(bytes / gibibyte).toFixed(1)} GiB`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/host/machine.js




const neededCores = 2;
const neededMemory = 8 * gibibyte;
const enoughMemory = 7 * gibibyte;
const guestMemory = 2 * gibibyte;
const buildMemory = 3 * gibibyte;
function findMachine(kernel = kernelFiles) {
    const meminfo = machine_text((0,external_node_path_.join)(kernel.proc, 'meminfo'));
    const total = kilobytes(meminfo, 'MemTotal') || (0,external_node_os_.totalmem)();
    const free = kilobytes(meminfo, 'MemAvailable') || (0,external_node_os_.freemem)();
    const limit = memoryLimit(kernel);
    const isLimited = limit !== undefined && limit.bytes < total;
    return {
        platform: process.platform,
        architecture: process.arch,
        glibc: glibcVersion(),
        cores: Math.min((0,external_node_os_.cpus)().length, cpuShare(kernel) ?? Number.POSITIVE_INFINITY),
        memory: isLimited ? limit.bytes : total,
        freeMemory: isLimited ? Math.min(free, Math.max(0, limit.bytes - limit.used)) : free,
        ...(isLimited && { memoryLimit: limit.name }),
    };
}
function judgeMachine(machine, guestRunsHere) {
    return [judgeArchitecture(machine), judgeCores(machine), judgeMemory(machine, guestRunsHere)];
}
function judgeArchitecture({ platform, architecture, glibc }) {
    const isRight = platform === 'linux' && architecture === 'x64' && glibc !== undefined;
    const library = platform === 'linux' ? `, ${glibc === undefined ? 'no glibc' : `glibc ${glibc}`}` : '';
    return {
        what: 'platform',
        found: `${platform} ${architecture}${library}`,
        needed: 'linux x64, glibc',
        verdict: isRight ? 'good' : 'bad',
        ...(!isRight && {
            fix: 'The tools of a build exist for Linux on x86_64 with the GNU C library: use a runner such as `ubuntu-24.04`.',
        }),
    };
}
function judgeCores({ cores }) {
    const isEnough = cores >= neededCores;
    return {
        what: 'cores',
        found: String(Math.round(cores * 10) / 10),
        needed: String(neededCores),
        verdict: isEnough ? 'good' : 'doubtful',
        ...(!isEnough && { fix: 'The build takes longer; its time-outs may not wait for it.' }),
    };
}
function judgeMemory(machine, guestRunsHere) {
    const { memory, freeMemory, memoryLimit } = machine;
    const isTooLittle = guestRunsHere && freeMemory < guestMemory;
    const isScarce = memory < enoughMemory || (guestRunsHere && freeMemory < buildMemory);
    return {
        what: 'memory',
        found: `${inGiB(memory)}, ${inGiB(freeMemory)} free${memoryLimit ? ` (${memoryLimit})` : ''}`,
        needed: `${inGiB(neededMemory)}${guestRunsHere ? `, ${inGiB(buildMemory)} free` : ''}`,
        verdict: isTooLittle ? 'bad' : isScarce ? 'doubtful' : 'good',
        ...(isTooLittle && {
            fix: `The build VM alone has ${inGiB(guestMemory)}: end what else runs here, or use a larger runner.`,
        }),
        ...(!isTooLittle && isScarce && { fix: 'AWS asks for 8 GB. Run one build at a time.' }),
    };
}
function glibcVersion() {
    Object.assign(process.report, { excludeNetwork: true });
    const report = process.report.getReport();
    return report.header?.glibcVersionRuntime;
}
function memoryLimit(kernel) {
    const limits = groupFolders(kernel, 'memory').flatMap((folder) => {
        const bytes = number((0,external_node_path_.join)(folder, 'memory.max')) ?? number((0,external_node_path_.join)(folder, 'memory.limit_in_bytes'));
        if (bytes === undefined)
            return [];
        const used = number((0,external_node_path_.join)(folder, 'memory.current')) ?? number((0,external_node_path_.join)(folder, 'memory.usage_in_bytes')) ?? 0;
        const cache = Number(/^(?:inactive_file|total_inactive_file) (\d+)$/m.exec(machine_text((0,external_node_path_.join)(folder, 'memory.stat')))?.[1] ?? 0);
        return [{ name: 'limit of the control group', bytes, used: Math.max(0, used - cache) }];
    });
    const [, addressSpace] = /^Max address space\s+(\d+)/m.exec(machine_text((0,external_node_path_.join)(kernel.proc, 'self', 'limits'))) ?? [];
    if (addressSpace !== undefined)
        limits.push({ name: 'ulimit -v', bytes: Number(addressSpace), used: 0 });
    return limits.sort((a, b) => a.bytes - b.bytes)[0];
}
function cpuShare(kernel) {
    const shares = groupFolders(kernel, 'cpu').flatMap((folder) => {
        const [quota, period] = machine_text((0,external_node_path_.join)(folder, 'cpu.max')).trim().split(' ').map(Number);
        const oldQuota = number((0,external_node_path_.join)(folder, 'cpu.cfs_quota_us'));
        const oldPeriod = number((0,external_node_path_.join)(folder, 'cpu.cfs_period_us'));
        if (quota && period)
            return [quota / period];
        return oldQuota && oldPeriod ? [oldQuota / oldPeriod] : [];
    });
    return shares.sort((a, b) => a - b)[0];
}
function groupFolders(kernel, controller) {
    const folders = machine_text((0,external_node_path_.join)(kernel.proc, 'self', 'cgroup'))
        .split('\n')
        .flatMap((line) => {
        const [id, controllers = '', path = '/'] = line.split(':');
        const root = (0,external_node_path_.join)(kernel.sys, 'fs', 'cgroup');
        if (id === '0' && controllers === '')
            return upwards(root, path);
        return controllers.split(',').includes(controller) ? upwards((0,external_node_path_.join)(root, controller), path) : [];
    });
    return [...new Set(folders)];
}
function upwards(root, path) {
    const folders = [];
    for (let at = path; at !== '/' && at !== '.'; at = (0,external_node_path_.dirname)(at))
        folders.push((0,external_node_path_.join)(root, at));
    return [...folders, root];
}
function kilobytes(meminfo, name) {
    return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(meminfo)?.[1] ?? 0) * 1024;
}
function number(path) {
    const content = machine_text(path).trim();
    return /^\d+$/.test(content) ? Number(content) : undefined;
}
function machine_text(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./build/host/capacity.js


const memoryWithoutGuest = gibibyte;
const systemMemory = gibibyte;
function memoryOfBuild(guestRunsHere) {
    return guestRunsHere ? buildMemory : memoryWithoutGuest;
}
function judgeCapacity(facts) {
    const { machine, guestRunsHere, freeDisk, freeDiskGiB, others, policy } = facts;
    const memory = memoryOfBuild(guestRunsHere);
    const disk = freeDiskGiB * gibibyte;
    const promisedMemory = others.reduce((sum, lease) => sum + lease.memory, 0);
    const promisedDisk = promised(facts);
    const shortOfMemory = machine.memory - systemMemory < promisedMemory + memory;
    const shortOfDisk = freeDisk < promisedDisk + disk;
    const isCrowded = others.length > 0 && (shortOfMemory || shortOfDisk);
    const room = Math.min(Math.floor((machine.memory - systemMemory) / memory), disk === 0 ? Number.POSITIVE_INFINITY : Math.floor((freeDisk + takenAlready(facts)) / disk), Math.floor(machine.cores));
    const wants = [
        shortOfMemory && `${inGiB(promisedMemory + memory + systemMemory)} of memory`,
        shortOfDisk && `${inGiB(promisedDisk + disk)} of free disk`,
    ].filter((want) => want !== false);
    return {
        what: 'builds at once',
        found: `${others.length === 0 ? 'no other runs' : `${others.length} more run`}; room for ${Math.max(1, room)}`,
        needed: isCrowded ? wants.join(', ') : 'room for this one',
        verdict: isCrowded ? (policy === 'allow' ? 'doubtful' : 'bad') : 'good',
        ...(isCrowded && {
            fix: 'Let one runner on this host take these jobs, or use a `concurrency` group. `other-builds: allow` starts the build anyway.',
        }),
    };
}
function promised({ others, device, freeDisk }) {
    return others
        .filter((lease) => lease.device === device)
        .reduce((sum, lease) => sum + Math.max(0, lease.disk - Math.max(0, lease.freeAtStart - freeDisk)), 0);
}
function takenAlready({ others, device, freeDisk }) {
    const starts = others.filter((lease) => lease.device === device).map(({ freeAtStart }) => freeAtStart);
    return Math.max(0, Math.max(freeDisk, ...starts) - freeDisk);
}

;// CONCATENATED MODULE: ./build/host/disk.js




function usedFolders(folders) {
    const { work, temp, packerCache, destination } = folders;
    return [
        { what: 'work folder', path: work, share: 0.8 },
        { what: 'destination', path: destination, share: 0.1 },
        { what: packerCache ? 'PACKER_CACHE_DIR' : 'ISO', path: packerCache ?? work, share: 0.08 },
        { what: 'temp', path: temp, share: 0.02 },
    ];
}
const neededFiles = 50_000;
async function judgeDisks(folders, freeDiskGiB) {
    const systems = new Map();
    const closed = [];
    for (const folder of folders) {
        const path = await existing(folder.path);
        const { dev } = await (0,promises_.stat)(path);
        const { bavail, bsize, files, ffree } = await (0,promises_.statfs)(path);
        const known = systems.get(dev);
        if (known)
            known.folders.push(folder);
        else {
            const freeFiles = files === 0 ? Number.POSITIVE_INFINITY : ffree;
            systems.set(dev, { folders: [folder], path, device: dev, free: bavail * bsize, freeFiles });
        }
        const isClosed = await (0,promises_.access)(path, external_node_fs_.constants.W_OK).then(() => false, () => true);
        if (isClosed)
            closed.push(notWritable(folder, path));
    }
    return [...[...systems.values()].map((system) => judge(system, freeDiskGiB)), ...closed];
}
async function freeSpaceOf(path) {
    const there = await existing(path);
    const [{ dev }, { bavail, bsize }] = await Promise.all([(0,promises_.stat)(there), (0,promises_.statfs)(there)]);
    return { device: dev, free: bavail * bsize };
}
function judge({ folders, path, free, freeFiles }, freeDiskGiB) {
    const needed = folders.reduce((sum, { share }) => sum + share, 0) * freeDiskGiB * gibibyte;
    const isEnough = free >= needed;
    const hasFiles = freeFiles >= neededFiles;
    return {
        what: `disk ${path}`,
        found: `${inGiB(free)} free${hasFiles ? '' : `, room for ${freeFiles} files`}`,
        needed: `${inGiB(needed)} for ${folders.map(({ what }) => what).join(', ')}`,
        verdict: isEnough ? (hasFiles ? 'good' : 'doubtful') : 'bad',
        ...(!isEnough && { fix: 'Free some, or ask for less with `free-disk-gib` if the image is small.' }),
        ...(isEnough &&
            !hasFiles && {
            fix: 'The clones of a build have many small files: use a file system with more inodes.',
        }),
    };
}
function notWritable({ what, path: wanted }, path) {
    return {
        what,
        found: `${path} is not writable`,
        needed: `${wanted} can be written`,
        verdict: 'bad',
        fix: 'Choose a folder of the user that the runner has, or mount it for writing.',
    };
}
async function existing(path) {
    try {
        return await (0,promises_.realpath)(path);
    }
    catch {
        const above = (0,external_node_path_.dirname)(path);
        return above === path ? path : existing(above);
    }
}

;// CONCATENATED MODULE: ./build/host/host-firewall.js



const packerPorts = { from: 8000, to: 9000 };
const ruleset = schemas/* object */.Ikc({
    nftables: schemas/* array */.YOg(schemas/* object */.Ikc({
        chain: schemas/* object */.Ikc({
            family: schemas/* string */.YjP(),
            table: schemas/* string */.YjP(),
            name: schemas/* string */.YjP(),
            hook: schemas/* string */.YjP().optional(),
            type: schemas/* string */.YjP().optional(),
            policy: schemas/* string */.YjP().optional(),
        })
            .optional(),
        rule: schemas/* object */.Ikc({
            family: schemas/* string */.YjP(),
            table: schemas/* string */.YjP(),
            chain: schemas/* string */.YjP(),
            expr: schemas/* array */.YOg(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())).default([]),
        })
            .optional(),
    })),
});
async function judgeFirewall(environment) {
    const command = ['nft', '-j', 'list', 'ruleset'];
    const [file = '', ...args] = (0,external_node_os_.userInfo)().uid === 0 ? command : ['sudo', '-n', ...command];
    const { status, stdout } = await runProgram(file, args, { timeoutMs: 5_000, environment });
    if (status !== 0)
        return [];
    const verdict = followRuleset(stdout);
    const ports = `TCP ${packerPorts.from} to ${packerPorts.to}`;
    return [
        {
            what: 'firewall',
            found: { open: `${ports} open`, blocked: `${ports} blocked`, unclear: `${ports}: cannot be told` }[verdict],
            needed: 'the build VM can connect',
            verdict: verdict === 'blocked' ? 'bad' : 'good',
            ...(verdict === 'blocked' && {
                fix: `Let the build VM in, for example: \`sudo ufw allow proto tcp to any port ${packerPorts.from}:${packerPorts.to}\`.`,
            }),
        },
    ];
}
function followRuleset(json) {
    const parsed = ruleset.safeParse(readJson(json));
    if (!parsed.success)
        return 'unclear';
    const entries = parsed.data.nftables;
    const verdicts = entries
        .map(({ chain }) => chain)
        .filter((chain) => chain?.hook === 'input' && chain.type === 'filter')
        .map((chain) => {
        if (chain === undefined)
            return 'open';
        const end = followChain(entries, { ...chain, chain: chain.name }, 0);
        return end === 'falls through' ? (chain.policy === 'drop' ? 'blocked' : 'open') : end;
    });
    if (verdicts.includes('blocked'))
        return 'blocked';
    return verdicts.includes('unclear') ? 'unclear' : 'open';
}
function followChain(entries, at, depth) {
    if (depth > 16)
        return 'unclear';
    for (const { rule } of entries) {
        if (rule?.family !== at.family || rule.table !== at.table || rule.chain !== at.chain)
            continue;
        const match = matches(rule);
        if (match === 'no')
            continue;
        const end = verdictOf(entries, rule, depth);
        if (end === 'falls through')
            continue;
        if (end === 'returns' && match === 'yes')
            return 'falls through';
        return match === 'yes' && end !== 'returns' ? end : 'unclear';
    }
    return 'falls through';
}
function verdictOf(entries, rule, depth) {
    for (const expression of rule.expr) {
        if ('accept' in expression)
            return 'open';
        if ('drop' in expression || 'reject' in expression)
            return 'blocked';
        if ('return' in expression)
            return 'returns';
        if ('queue' in expression || 'vmap' in expression)
            return 'unclear';
        const jump = schemas/* object */.Ikc({ target: schemas/* string */.YjP() }).safeParse(expression['jump'] ?? expression['goto']);
        if (jump.success)
            return followChain(entries, { ...rule, chain: jump.data.target }, depth + 1);
    }
    return 'falls through';
}
const matchShape = schemas/* object */.Ikc({
    op: schemas/* string */.YjP(),
    left: schemas/* object */.Ikc({
        meta: schemas/* object */.Ikc({ key: schemas/* string */.YjP() }).optional(),
        payload: schemas/* object */.Ikc({ protocol: schemas/* string */.YjP().optional(), field: schemas/* string */.YjP().optional() }).optional(),
        ct: schemas/* object */.Ikc({ key: schemas/* string */.YjP() }).optional(),
    }),
    right: schemas/* unknown */.L5J(),
});
function matches(rule) {
    const answers = rule.expr.map((expression) => {
        if ('xt' in expression)
            return 'perhaps';
        if (!('match' in expression))
            return 'yes';
        const parsed = matchShape.safeParse(expression['match']);
        return parsed.success ? matchesOne(parsed.data) : 'perhaps';
    });
    if (answers.includes('no'))
        return 'no';
    return answers.includes('perhaps') ? 'perhaps' : 'yes';
}
function matchesOne({ op, left, right }) {
    if (op !== '==' && op !== 'in')
        return 'perhaps';
    const values = valuesOf(right);
    const { meta, payload, ct } = left;
    if (ct?.key === 'state')
        return values.includes('new') ? 'yes' : 'no';
    if (meta?.key === 'l4proto')
        return values.includes('tcp') || values.includes('6') ? 'yes' : 'no';
    if (payload?.field === 'protocol' || payload?.field === 'nexthdr')
        return values.includes('tcp') ? 'yes' : 'no';
    if (meta?.key === 'iifname' || meta?.key === 'iif') {
        return values.every((value) => value === 'lo') ? 'no' : 'perhaps';
    }
    if (payload?.protocol === 'udp' || /^icmp/.test(payload?.protocol ?? ''))
        return 'no';
    if (payload?.protocol === 'tcp' && payload.field === 'dport')
        return coverage(right);
    return 'perhaps';
}
function coverage(right) {
    const shape = schemas/* union */.KCZ([schemas/* number */.aig(), schemas/* object */.Ikc({ range: schemas/* tuple */.PVZ([schemas/* number */.aig(), schemas/* number */.aig()]) })]);
    const set = schemas/* object */.Ikc({ set: schemas/* array */.YOg(shape) }).safeParse(right);
    const one = shape.safeParse(right);
    if (!set.success && !one.success)
        return 'perhaps';
    const ranges = (set.success ? set.data.set : one.success ? [one.data] : []).map((value) => typeof value === 'number' ? [value, value] : value.range);
    const { from, to } = packerPorts;
    if (ranges.some(([low = 0, high = 0]) => low <= from && high >= to))
        return 'yes';
    return ranges.some(([low = 0, high = 0]) => high >= from && low <= to) ? 'perhaps' : 'no';
}
function valuesOf(right) {
    const set = schemas/* object */.Ikc({ set: schemas/* array */.YOg(schemas/* unknown */.L5J()) }).safeParse(right);
    const values = set.success ? set.data.set : Array.isArray(right) ? right : [right];
    return values.map(String);
}
function readJson(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/host/hosts.js
var hosts = __webpack_require__(32720);
// EXTERNAL MODULE: external "node:dgram"
var external_node_dgram_ = __webpack_require__(41314);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/host/http-address.js






const what = 'HTTP server';
const needed = 'an address that the build VM reaches';
async function chooseHttpAddress(wants) {
    const { httpIp, environment, addresses = ownAddresses() } = wants;
    const given = httpIp ?? environment['PACKER_HTTP_SERVER_IP'];
    if (given)
        return judgeGiven(given, httpIp ? '`http-ip`' : 'PACKER_HTTP_SERVER_IP', addresses);
    const active = environment['PACKER_ACTIVE_INTERFACE'];
    if (active) {
        const found = addresses.find((candidate) => candidate.interface === active);
        return found
            ? good(found.address, `${describe(found)}, by PACKER_ACTIVE_INTERFACE`)
            : bad(`PACKER_ACTIVE_INTERFACE is ${active}, which has no address`, addresses);
    }
    return pick(wants, addresses.filter(isOutward));
}
function judgeGiven(given, source, addresses) {
    if (!(0,external_node_net_.isIPv4)(given))
        return bad(`${source} is ${given}, which is no IPv4 address`, addresses);
    if (given.startsWith('127.'))
        return bad(`${source} is ${given}, which the build VM takes for itself`, addresses);
    const own = addresses.find(({ address }) => address === given);
    if (own)
        return good(given, `${describe(own)}, by ${source}`);
    const finding = {
        what,
        found: `${given}, by ${source}, is not an address of the runner`,
        needed,
        verdict: 'doubtful',
        fix: `Right only if something forwards ports 8000 to 9000 to the runner, which has ${list(addresses)}.`,
    };
    return { address: given, finding };
}
async function pick(wants, candidates) {
    const [first, ...others] = candidates;
    if (first === undefined)
        return bad('no address but loopback', []);
    const source = wants.peer && (await sourceTowards(wants.peer));
    const route = defaultInterface(wants.kernel ?? kernelFiles);
    const toPeer = candidates.find(({ address }) => address === source);
    const chosen = toPeer ?? candidates.find((candidate) => candidate.interface === route) ?? first;
    const how = toPeer ? `the way to ${wants.peer}` : 'the default route';
    const found = others.length === 0 ? describe(chosen) : `${describe(chosen)}, ${how}`;
    const rest = candidates.filter((candidate) => candidate !== chosen);
    if (wants.isContainer) {
        return doubtful(chosen.address, `${found}, of a container`, 'A build VM on another host reaches it only with `--network host`, or at a forwarded address in `http-ip`.');
    }
    if (rest.length > 0 && !toPeer) {
        const fix = `If the build VM is in another network, set \`http-ip\` to ${list(rest)}.`;
        return doubtful(chosen.address, found, fix);
    }
    return good(chosen.address, found);
}
function ownAddresses() {
    return Object.entries((0,external_node_os_.networkInterfaces)()).flatMap(([name, infos = []]) => infos
        .filter((info) => info.family === 'IPv4' && !info.internal)
        .map(({ address }) => ({ interface: name, address })));
}
function isOutward({ interface: name, address }) {
    return !/^(?:docker|br-|virbr|veth|cni|podman|lxc|flannel)/.test(name) && !address.startsWith('169.254.');
}
function sourceTowards(host) {
    return new Promise((done) => {
        const socket = (0,external_node_dgram_.createSocket)('udp4');
        const finish = (address) => {
            clearTimeout(timer);
            socket.close();
            done(address);
        };
        const timer = setTimeout(finish, 2_000, undefined);
        socket.once('error', () => finish(undefined));
        socket.connect(443, host, () => finish(socket.address().address));
    });
}
function defaultInterface(kernel) {
    try {
        const lines = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(kernel.proc, 'net', 'route'), 'utf8').split('\n');
        return lines
            .map((line) => line.split('\t'))
            .find((cells) => cells[1] === '00000000' && cells[7] === '00000000')?.[0];
    }
    catch {
        return undefined;
    }
}
function good(address, found) {
    return { address, finding: { what, found, needed, verdict: 'good' } };
}
function doubtful(address, found, fix) {
    return { address, finding: { what, found, needed, verdict: 'doubtful', fix } };
}
function bad(found, addresses) {
    const fix = addresses.length > 0
        ? `Set \`http-ip\` to one of ${list(addresses)}.`
        : 'Connect the runner to the network of the build VM, and set `http-ip`.';
    return { finding: { what, found, needed, verdict: 'bad', fix } };
}
function describe({ interface: name, address }) {
    return `${address} (${name})`;
}
function list(addresses) {
    return addresses.map(describe).join(', ');
}

;// CONCATENATED MODULE: ./build/host/kvm-guest.js
const exitPort = 0xf4;
const checks = { cmpxchg16b: 0x31, sse2: 0x32, fxsave: 0x33 };
const passed = 0x2a;
const passedStatus = statusOf(passed);
function failedCheck(status) {
    for (const name of ['cmpxchg16b', 'sse2', 'fxsave'])
        if (statusOf(checks[name]) === status)
            return name;
    return undefined;
}
function statusOf(value) {
    return (value << 1) | 1;
}
const romBytes = 0x1_0000;
const romBase = 0xf_0000;
const resetVector = 0xfff0;
const pml4 = 0x1000;
const pageDirectoryPointers = 0x2000;
const pageDirectory = 0x3000;
const data = 0x600;
const realMode = [
    ['fa', 'cli'],
    ['fc', 'cld'],
    ['31 c0', 'xor ax, ax'],
    ['8e d8', 'mov ds, ax'],
    ['8e c0', 'mov es, ax'],
    ['8e d0', 'mov ss, ax'],
    [`bf ${word(pml4)}`, 'mov di, pml4'],
    [`b9 ${word(0x1800)}`, 'mov cx, 0x1800: three pages in words'],
    ['f3 ab', 'rep stosw'],
    [
        `c7 06 ${word(pml4)} ${word(pageDirectoryPointers | 3)}`,
        'mov word [pml4], pointers | present | writable',
    ],
    [`c7 06 ${word(pageDirectoryPointers)} ${word(pageDirectory | 3)}`, 'mov word [pointers], directory | 3'],
    [`c7 06 ${word(pageDirectory)} ${word(0x83)}`, 'mov word [directory], 0 | present | writable | 2 MiB page'],
    ['0f 20 e0', 'mov eax, cr4'],
    [`66 0d ${kvm_guest_double(0x620)}`, 'or eax, PAE | OSFXSR | OSXMMEXCPT'],
    ['0f 22 e0', 'mov cr4, eax'],
    [`66 b8 ${kvm_guest_double(pml4)}`, 'mov eax, pml4'],
    ['0f 22 d8', 'mov cr3, eax'],
    [`66 b9 ${kvm_guest_double(0xc000_0080)}`, 'mov ecx, IA32_EFER'],
    ['0f 32', 'rdmsr'],
    [`66 0d ${kvm_guest_double(0x100)}`, 'or eax, LME'],
    ['0f 30', 'wrmsr'],
    ['2e 0f 01 16 GDTR', 'lgdt [cs:gdtr]'],
    ['0f 20 c0', 'mov eax, cr0'],
    ['66 83 e0 fb', 'and eax, ~EM'],
    [`66 0d ${kvm_guest_double(0x8000_0003)}`, 'or eax, PG | MP | PE'],
    ['0f 22 c0', 'mov cr0, eax'],
    ['66 ea CODE 0f 00 08 00', 'jmp dword 8:code'],
];
const longMode = [
    ['31 c0', 'xor eax, eax'],
    ['8e d8', 'mov ds, eax'],
    ['8e c0', 'mov es, eax'],
    ['8e d0', 'mov ss, eax'],
    [`bf ${kvm_guest_double(data)}`, 'mov edi, data'],
    [`be ${kvm_guest_double(checks.cmpxchg16b)}`, 'mov esi, number of this check'],
    [`48 c7 07 ${kvm_guest_double(1)}`, 'mov qword [rdi], 1'],
    [`48 c7 47 08 ${kvm_guest_double(2)}`, 'mov qword [rdi + 8], 2'],
    [`b8 ${kvm_guest_double(1)}`, 'mov eax, 1'],
    [`ba ${kvm_guest_double(2)}`, 'mov edx, 2'],
    [`bb ${kvm_guest_double(3)}`, 'mov ebx, 3'],
    [`b9 ${kvm_guest_double(4)}`, 'mov ecx, 4'],
    ['f0 48 0f c7 0f', 'lock cmpxchg16b [rdi]'],
    ['75 FAIL', 'jne fail'],
    ['48 83 3f 03', 'cmp qword [rdi], 3'],
    ['75 FAIL', 'jne fail'],
    ['48 83 7f 08 04', 'cmp qword [rdi + 8], 4'],
    ['75 FAIL', 'jne fail'],
    [`be ${kvm_guest_double(checks.sse2)}`, 'mov esi, number of this check'],
    ['0f 28 07', 'movaps xmm0, [rdi]'],
    ['66 0f d4 c0', 'paddq xmm0, xmm0'],
    ['0f 29 47 10', 'movaps [rdi + 16], xmm0'],
    ['48 83 7f 10 06', 'cmp qword [rdi + 16], 6'],
    ['75 FAIL', 'jne fail'],
    ['48 83 7f 18 08', 'cmp qword [rdi + 24], 8'],
    ['75 FAIL', 'jne fail'],
    [`be ${kvm_guest_double(checks.fxsave)}`, 'mov esi, number of this check'],
    [`0f ae 87 ${kvm_guest_double(0x100)}`, 'fxsave [rdi + 0x100]'],
    ['0f 57 c0', 'xorps xmm0, xmm0'],
    [`0f ae 8f ${kvm_guest_double(0x100)}`, 'fxrstor [rdi + 0x100]'],
    ['66 48 0f 7e c0', 'movq rax, xmm0'],
    ['48 83 f8 06', 'cmp rax, 6'],
    ['75 FAIL', 'jne fail'],
    [`be ${kvm_guest_double(passed)}`, 'mov esi, number of a guest that passed'],
];
const exit = [
    ['89 f0', 'fail: mov eax, esi'],
    [`e6 ${exitPort.toString(16)}`, 'out 0xf4, al'],
    ['f4', 'hlt'],
    ['eb fd', 'jmp hlt'],
];
const descriptors = ['00 00 00 00 00 00 00 00', '00 00 00 00 00 9b 20 00'];
const start = [0xea, 0x00, 0x00, 0x00, 0xf0];
function kvmGuest() {
    const first = lengthOf(realMode);
    const exitAt = first + lengthOf(longMode);
    const table = exitAt + lengthOf(exit);
    const gdt = descriptors.flatMap((text) => text.split(' '));
    const gdtr = table + gdt.length;
    const code = [];
    for (const [text] of [...realMode, ...longMode, ...exit]) {
        const names = {
            GDTR: () => word(gdtr),
            CODE: () => word(first),
            FAIL: () => kvm_guest_byte(exitAt - code.length - 2),
        };
        const bytes = text.replace(/[A-Z]+/, (name) => names[name]?.() ?? name);
        code.push(...bytes.split(' ').map((digits) => Number.parseInt(digits, 16)));
    }
    const pointer = `${word(gdt.length - 1)} ${kvm_guest_double(romBase + table)}`.split(' ');
    code.push(...[...gdt, ...pointer].map((digits) => Number.parseInt(digits, 16)));
    const rom = Buffer.alloc(romBytes);
    rom.set(code);
    rom.set(start, resetVector);
    return rom;
}
function lengthOf(lines) {
    const bytes = lines.map(([code]) => code.replace(/GDTR|CODE/, '00 00').split(' ').length);
    return bytes.reduce((sum, length) => sum + length, 0);
}
function kvm_guest_double(value) {
    return `${word(value & 0xffff)} ${word(value >>> 16)}`;
}
function word(value) {
    return `${kvm_guest_byte(value & 0xff)} ${kvm_guest_byte((value >> 8) & 0xff)}`;
}
function kvm_guest_byte(value) {
    return value.toString(16).padStart(2, '0');
}

;// CONCATENATED MODULE: ./build/host/kvm.js






const kvmVerdicts = (/* unused pure expression or super */ null && (['works', 'no permission', 'no device', 'test VM fails', 'not tried']));
const patienceMs = 10_000;
function cpuModelOf(image) {
    const isRhel9 = image.os === 'redhat' && image.osVersion === '9';
    return image.hypervisor === 'cloudstack' || (image.hypervisor === 'baremetal' && isRhel9)
        ? 'host'
        : undefined;
}
async function proveKvm(trial) {
    const { place, device = '/dev/kvm' } = trial;
    const refusal = await openDevice(device);
    if (refusal === 'ENOENT' || refusal === 'ENXIO' || refusal === 'ENODEV') {
        return { verdict: 'no device', found: `no ${device}`, fix: whyNoDevice(place) };
    }
    if (refusal !== undefined)
        return noPermission(device, refusal, place);
    return kvm_judge(await runGuest(trial), trial);
}
async function openDevice(device) {
    try {
        await (await (0,promises_.open)(device, external_node_fs_.constants.O_RDWR)).close();
        return undefined;
    }
    catch (error) {
        return error.code ?? 'EIO';
    }
}
function whyNoDevice(place) {
    if (place.architecture === 'arm64') {
        return 'Node images are x86_64, and the arm64 runners of GitHub have no KVM: use an x64 runner.';
    }
    if (place.isArc) {
        return 'Give the pod the device, by a KVM device plugin or `privileged`, on a node that has it.';
    }
    if (place.isContainer)
        return 'Start the container with `--device /dev/kvm`, on a host that has it.';
    if (place.hasVirtualization)
        return 'Load the module: `sudo modprobe kvm_intel`, or `kvm_amd`.';
    if (place.isVirtual) {
        return 'This virtual machine gets no nested virtualization: switch it on in its hypervisor, or use a metal instance.';
    }
    return 'Switch on VT-x or AMD-V in the firmware of the host.';
}
async function noPermission(device, code, place) {
    const { uid, gid, mode } = await (0,promises_.stat)(device);
    const { username } = (0,external_node_os_.userInfo)();
    const owner = `owner ${uid}, group ${gid}, mode ${(mode & 0o777).toString(8)}`;
    const isCgroup = code === 'EPERM' && place.isContainer;
    return {
        verdict: 'no permission',
        found: `${device} is closed to ${username} (${code}; ${owner})`,
        fix: isCgroup
            ? 'Start the container with `--device /dev/kvm`: the file is there, the permission is not.'
            : `Run \`sudo usermod -aG kvm ${username}\` and restart the runner, or set \`kvm: fix\`.`,
    };
}
async function runGuest(trial) {
    const { cpuModel, accelerator = 'kvm', qemu = 'qemu-system-x86_64', environment } = trial;
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'kvm-guest-'));
    try {
        const firmware = (0,external_node_path_.join)(folder, 'guest.bin');
        await (0,promises_.writeFile)(firmware, kvmGuest());
        return await runProgram(qemu, [
            ...['-machine', `type=pc,accel=${accelerator}`],
            ...(cpuModel === undefined ? [] : ['-cpu', cpuModel]),
            ...['-m', '64M', '-nodefaults', '-no-user-config', '-display', 'none', '-no-reboot'],
            ...['-device', 'isa-debug-exit,iobase=0xf4,iosize=0x04'],
            ...['-bios', firmware],
        ], {
            timeoutMs: trial.timeoutMs ?? patienceMs,
            ...(environment && { environment }),
            hopeless: /KVM internal error[\s\S]*\nCode=/,
        });
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
function kvm_judge(result, { place, cpuModel, accelerator = 'kvm' }) {
    const cpu = cpuModel === undefined ? 'the default CPU of QEMU' : `CPU ${cpuModel}`;
    if (result.end === 'not found') {
        return { verdict: 'not tried', found: 'no qemu-system-x86_64 to try it with', fix: 'Install QEMU.' };
    }
    if (result.status === passedStatus) {
        const nested = place.isVirtual && accelerator === 'kvm' ? '; nested, so slower than on metal' : '';
        return { verdict: 'works', found: `a test VM ran with ${cpu}${nested}` };
    }
    const check = failedCheck(result.status);
    const words = check ? `${check} gives a wrong result` : wordsOfQemu(result);
    return {
        verdict: 'test VM fails',
        found: `the device opens, but with ${cpu}: ${words}`,
        fix: place.isVirtual
            ? 'The hypervisor below does not nest properly: use a metal instance, or a host whose nested virtualization works.'
            : 'Update kernel and QEMU of the runner, or use another runner.',
    };
}
function wordsOfQemu({ stderr, status, end }) {
    const noise = /^(?:extra data|[A-Z0-9]{2,5} ?=|Code=|\s*$)|warning: /;
    const lines = stderr.split('\n').filter((line) => !noise.test(line));
    const said = lines
        .slice(0, 3)
        .map((line) => line.replace(/^qemu-system-x86_64: (?:error: )?/, '').slice(0, 160));
    if (said.length > 0)
        return said.join('; ');
    if (end === 'timed out')
        return 'it never ended';
    return status === 0 ? 'it reset itself (triple fault)' : `QEMU ended with status ${status}`;
}

;// CONCATENATED MODULE: ./build/host/kvm-policy.js



async function judgeKvm(wants, place, onChange) {
    const { kvm, hypervisor, environment } = wants;
    if (kvm === 'skip' || !(0,hosts/* buildsInQemu */.RZ)(hypervisor))
        return { findings: [] };
    const { device } = wants.access ?? {};
    const trial = { place, cpuModel: cpuModelOf(wants), environment, ...(device && { device }) };
    const proof = await proveKvm(trial);
    const mayOpen = kvm === 'fix' || place.runner === 'github-hosted';
    if (proof.verdict !== 'no permission' || !mayOpen)
        return conclude(proof, kvm);
    const isKept = place.runner !== 'github-hosted';
    const change = await openKvm(wants.access, isKept ? onChange : undefined);
    if (typeof change === 'string')
        return conclude({ ...proof, found: `${proof.found}; ${change}` }, kvm);
    const opened = await proveKvm(trial);
    return { ...conclude({ ...opened, found: `${opened.found}; opened by a rule of udev` }, kvm), change };
}
function conclude(proof, kvm) {
    const { verdict, found, fix } = proof;
    return {
        verdict,
        findings: [
            {
                what: 'KVM',
                found: `${verdict}: ${found}`,
                needed: 'a test VM that runs',
                verdict: verdict === 'works' ? 'good' : kvm === 'auto' ? 'doubtful' : 'bad',
                ...(fix && { fix }),
            },
        ],
    };
}

// EXTERNAL MODULE: ./build/image-builder/work-folder.js
var work_folder = __webpack_require__(70576);
;// CONCATENATED MODULE: ./build/host/leftovers.js

async function judgeLeftovers(parent) {
    const folders = await (0,work_folder/* abandonedFolders */.Ab)(parent);
    return {
        what: 'leftovers',
        found: folders.length === 0 ? 'none' : `${folders.length} of crashed builds: ${folders.join(', ')}`,
        needed: 'none',
        verdict: 'good',
        ...(folders.length > 0 && {
            fix: 'They are removed before the build starts, and what runs in them is ended.',
        }),
    };
}

;// CONCATENATED MODULE: ./build/host/place.js



const usualMarks = ['/.dockerenv', '/run/.containerenv'];
function findPlace(facts) {
    const { environment, kernel = kernelFiles, containerMarks = usualMarks } = facts;
    const cpu = firstLines((0,external_node_path_.join)(kernel.proc, 'cpuinfo'));
    const flags = new Set(/^flags\s*:(.*)$/m.exec(cpu)?.[1]?.trim().split(/\s+/));
    const isArc = hasAny(environment, ['ACTIONS_RUNNER_POD_NAME', 'ACTIONS_RUNNER_CONTAINER_HOOKS']);
    return {
        runner: runnerOf(environment),
        server: serverOf(environment['GITHUB_SERVER_URL']),
        isContainer: isArc ||
            hasAny(environment, ['KUBERNETES_SERVICE_HOST']) ||
            containerMarks.some((path) => (0,external_node_fs_.existsSync)(path)),
        isArc,
        isEphemeral: runnerOf(environment) === 'github-hosted' || isArc || isMarkedEphemeral(environment),
        isVirtual: flags.has('hypervisor'),
        hasVirtualization: flags.has('vmx') || flags.has('svm'),
        architecture: facts.architecture ?? process.arch,
    };
}
function describePlace(place) {
    const words = [
        place.runner,
        place.server,
        place.isArc ? 'ARC pod' : place.isContainer && 'container',
        place.isEphemeral && place.runner === 'self-hosted' && 'ephemeral',
        place.isVirtual ? 'virtual machine' : 'no hypervisor below',
    ].filter((word) => word !== false);
    const notes = [
        place.server === 'GHES' &&
            'GitHub Enterprise Server has no artifact service that this can use: set `destination`.',
        place.isArc && 'A pod sees no /dev/kvm unless a device plugin or `privileged` gives it one.',
        place.runner === 'self-hosted' &&
            !place.isEphemeral &&
            'Later jobs find what a build leaves on this runner. Run no code of forks here.',
    ].filter((note) => note !== false);
    return {
        what: 'place',
        found: words.join(', '),
        needed: 'any',
        verdict: 'good',
        ...(notes.length > 0 && { fix: notes.join(' ') }),
    };
}
function runnerOf({ RUNNER_ENVIRONMENT: value, GITHUB_ACTIONS: actions }) {
    if (value === 'github-hosted' || value === 'self-hosted')
        return value;
    return actions === 'true' ? 'self-hosted' : 'no runner';
}
function serverOf(url) {
    const hostname = URL.parse(url ?? '')?.hostname ?? 'github.com';
    if (hostname === 'github.com')
        return 'github.com';
    return hostname.endsWith('.ghe.com') ? 'ghe.com' : 'GHES';
}
function isMarkedEphemeral(environment) {
    if (hasAny(environment, ['RUNNER_EPHEMERAL', 'EPHEMERAL']))
        return true;
    const temp = environment['RUNNER_TEMP'];
    if (!temp)
        return false;
    return /"ephemeral"\s*:\s*true/i.test(firstLines((0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_path_.dirname)(temp)), '.runner')));
}
function hasAny(environment, names) {
    return names.some((name) => environment[name] && environment[name] !== 'false');
}
function firstLines(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8').slice(0, 16_384);
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./build/host/programs.js




const qemu = 'qemu-system-x86_64';
const uefi = 'OVMF.fd';
async function judgeQemu({ environment, firmware, ifMissing, }) {
    const path = await findProgram(qemu, environment);
    if (path === undefined) {
        return [
            {
                what: 'QEMU',
                found: `no ${qemu} on PATH`,
                needed: qemu,
                verdict: ifMissing,
                fix: 'Install `qemu-system-x86`; the package `qemu-kvm` alone is not enough.',
            },
        ];
    }
    const [version, folders] = await Promise.all([
        runProgram(path, ['--version'], { timeoutMs: 5_000, environment }),
        runProgram(path, ['-L', 'help'], { timeoutMs: 5_000, environment }),
    ]);
    const [, number] = /version (\S+)/.exec(version.stdout) ?? [];
    const ofQemu = version.status === 0
        ? { what: 'QEMU', found: number ?? path, needed: qemu, verdict: 'good' }
        : {
            what: 'QEMU',
            found: `${path} does not run: ${version.stderr.trim().split('\n')[0] ?? ''}`,
            needed: qemu,
            verdict: 'bad',
            fix: 'Install `qemu-system-x86` anew.',
        };
    return firmware === 'efi' ? [ofQemu, judgeFirmware(folders.stdout.split('\n'), ifMissing)] : [ofQemu];
}
function judgeFirmware(folders, ifMissing) {
    const path = folders
        .filter((folder) => folder !== '')
        .map((folder) => (0,external_node_path_.join)(folder, uefi))
        .find((candidate) => (0,external_node_fs_.existsSync)(candidate));
    return {
        what: 'OVMF',
        found: path ?? `no ${uefi} in the folders of QEMU`,
        needed: uefi,
        verdict: path === undefined ? ifMissing : 'good',
        ...(path === undefined && {
            fix: `Install \`ovmf\`; on Red Hat \`edk2-ovmf\`, and link its file as /usr/share/qemu/${uefi}.`,
        }),
    };
}
async function findProgram(name, environment) {
    for (const folder of (environment['PATH'] ?? '').split(external_node_path_.delimiter).filter((entry) => entry !== '')) {
        const path = (0,external_node_path_.join)(folder, name);
        const isThere = await (0,promises_.access)(path, external_node_fs_.constants.X_OK).then(() => true, () => false);
        if (isThere)
            return path;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/host/reachability.js



const doubtfulSkew = 30;
const badSkew = 300;
async function judgeReachability(options) {
    const targets = targetsOf(options);
    const [answers, services] = await Promise.all([
        Promise.all(targets.map((target) => ask(target, options.askers))),
        askServices(options),
    ]);
    const reached = answers.filter(({ problem }) => problem === undefined);
    const refused = answers.flatMap(({ target, problem, fix }) => problem === undefined ? [] : [unreachable(target, problem, fix)]);
    return [
        {
            what: 'hosts',
            found: refused.length === 0 ? `all ${reached.length} answer` : `${reached.length} others answer`,
            needed: 'all',
            verdict: 'good',
        },
        ...refused,
        ...services,
        ...judgeClock(answers),
    ];
}
function targetsOf({ rows, askers, configHosts = {} }) {
    const targets = new Map();
    for (const row of rows) {
        const host = 'host' in row ? row.host : 'configKey' in row ? configHosts[row.configKey] : undefined;
        if (host === undefined || /[*<]/.test(host))
            continue;
        if (row.from === 'hypervisor' || (row.from === 'guest' && askers.guest === undefined))
            continue;
        const url = host.includes('://') ? host : `${row.protocol}://${host}${row.port ? `:${row.port}` : ''}/`;
        const mirror = row.mirror === 'in-process' ? askers.mirror?.mirrorOf(url) : undefined;
        const by = row.from === 'guest' ? 'guest' : mirror === undefined ? 'runner' : 'mirror';
        const key = `${by} ${url}`;
        const isOptional = row.unless !== undefined && (targets.get(key)?.isOptional ?? true);
        targets.set(key, { url, name: URL.parse(url)?.host ?? host, by, isOptional });
    }
    return [...targets.values()];
}
async function ask(target, askers) {
    const asker = askers[target.by] ?? askers.runner;
    try {
        const { status, date } = await asker.probe(target.url);
        if (status === 407)
            return { target, problem: 'the proxy requires a name and a password' };
        const skew = date === undefined ? undefined : (Date.now() - date.getTime()) / 1000;
        return { target, ...(skew !== undefined && { skew }) };
    }
    catch (error) {
        const known = error instanceof action_error/* ActionError */.l ? error : undefined;
        return { target, problem: (known?.why ?? (0,action_error/* errorMessage */.g)(error)).replace(/\.$/, ''), fix: known?.fix };
    }
}
function unreachable({ name, by, isOptional }, problem, fix = '') {
    const isGuest = by === 'guest';
    return {
        what: by === 'runner' ? name : `${name} (${isGuest ? 'build VM' : by})`,
        found: problem,
        needed: isOptional ? 'an answer, if it is needed' : 'an answer',
        verdict: isGuest || isOptional ? 'doubtful' : 'bad',
        fix: isGuest
            ? 'The build VM does not use the proxy of the runner: open the firewall, or give the build VM a proxy with `https_proxy` and `http_proxy` in `config`.'
            : fix || 'Open the firewall for it.',
    };
}
function judgeClock(answers) {
    const skews = answers.flatMap(({ skew }) => (skew === undefined ? [] : [skew])).sort((a, b) => a - b);
    const skew = skews[Math.floor(skews.length / 2)];
    if (skew === undefined)
        return [];
    const seconds = Math.round(Math.abs(skew));
    const verdict = seconds >= badSkew ? 'bad' : seconds >= doubtfulSkew ? 'doubtful' : 'good';
    return [
        {
            what: 'clock',
            found: seconds < 2 ? 'right' : `${seconds} s ${skew > 0 ? 'ahead' : 'behind'}`,
            needed: `right within ${doubtfulSkew} s`,
            verdict,
            ...(verdict !== 'good' && {
                fix: 'Let the runner take its time from a server: `sudo timedatectl set-ntp true`. Certificates and signatures expire by the clock.',
            }),
        },
    ];
}
async function askServices({ rows, environment }) {
    const row = rows.find((candidate) => 'service' in candidate && candidate.service === 'PyPI');
    if (row === undefined)
        return [];
    const args = ['-m', 'pip', '--disable-pip-version-check', '--retries', '0', '--timeout', '5'];
    const { status, stderr, end } = await runProgram('python3', [...args, 'index', 'versions', 'ansible-core'], {
        timeoutMs: 12_000,
        environment,
    });
    const reason = stderr
        .split('\n')
        .filter((line) => /^ERROR/.test(line))
        .join(' ');
    if (status === 0) {
        return [{ what: (0,hosts/* hostName */.Sm)(row), found: 'the index of pip answers', needed: 'an answer', verdict: 'good' }];
    }
    return [
        {
            what: (0,hosts/* hostName */.Sm)(row),
            found: end === 'timed out' ? 'no answer within 12 s' : reason || 'pip cannot ask',
            needed: 'an answer, if it is needed',
            verdict: 'doubtful',
            fix: 'Set the index that the runner can use: `pip config set global.index-url`, or PIP_INDEX_URL.',
        },
    ];
}

;// CONCATENATED MODULE: ./build/host/tinkerbell-ports.js




const tinkerbellPorts = [
    { number: 67, protocol: 'udp', what: 'DHCP' },
    { number: 69, protocol: 'udp', what: 'TFTP' },
    { number: 514, protocol: 'udp', what: 'syslog' },
    { number: 80, protocol: 'tcp', what: 'HTTP' },
    { number: 42_113, protocol: 'tcp', what: 'Tink gRPC' },
    { number: 50_061, protocol: 'tcp', what: 'Hegel' },
];
async function judgeTinkerbellPorts(environment, kernel = kernelFiles, ports = tinkerbellPorts) {
    if ((await findProgram('eksctl-anywhere', environment)) === undefined)
        return [];
    const taken = ports.flatMap((port) => {
        const inode = listenerOn(port, kernel);
        if (inode === undefined)
            return [];
        const owner = processWith(inode, kernel);
        return [`${port.number}/${port.protocol} (${port.what})${owner ? ` by ${owner}` : ''}`];
    });
    const isLibvirt = taken.some((text) => text.includes('dnsmasq'));
    return [
        {
            what: 'Tinkerbell',
            found: taken.length === 0 ? 'its ports are free' : `taken: ${taken.join(', ')}`,
            needed: 'free, if it serves clusters',
            verdict: taken.length === 0 ? 'good' : 'doubtful',
            ...(taken.length > 0 && {
                fix: isLibvirt
                    ? "libvirt's DHCP: `virsh net-destroy default` and `virsh net-autostart --disable default`."
                    : 'This runner has eksctl-anywhere: its boots container will not start. The build is not affected.',
            }),
        },
    ];
}
function listenerOn({ number, protocol }, kernel) {
    const wanted = number.toString(16).toUpperCase().padStart(4, '0');
    for (const family of ['', '6']) {
        for (const line of lines((0,external_node_path_.join)(kernel.proc, 'net', `${protocol}${family}`))) {
            const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/);
            const [address = '', port] = local.split(':');
            const isOpen = state === (protocol === 'tcp' ? '0A' : '07');
            const isLoopback = (family === '' && address.endsWith('7F')) || /^0{24}01000000$/.test(address);
            if (isOpen && port === wanted && !isLoopback)
                return inode;
        }
    }
    return undefined;
}
function processWith(inode, kernel) {
    for (const pid of entries(kernel.proc).filter((name) => /^\d+$/.test(name))) {
        const folder = (0,external_node_path_.join)(kernel.proc, pid, 'fd');
        if (entries(folder).some((name) => tinkerbell_ports_link((0,external_node_path_.join)(folder, name)) === `socket:[${inode}]`)) {
            return lines((0,external_node_path_.join)(kernel.proc, pid, 'comm'))[0];
        }
    }
    return undefined;
}
function lines(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8').split('\n');
    }
    catch {
        return [];
    }
}
function entries(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        return [];
    }
}
function tinkerbell_ports_link(path) {
    try {
        return (0,external_node_fs_.readlinkSync)(path);
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./build/host/preflight.js

















async function checkHost(wants, onChange = () => undefined) {
    const place = findPlace({ environment: wants.environment });
    const [basic, kvm, address, reachability, lease] = await Promise.all([
        wants.preflight === 'skip' ? [] : basicFindings(wants, place),
        judgeKvm(wants, place, onChange),
        guestAddress(wants, place),
        wants.preflight === 'full' ? reachabilityFindings(wants) : [],
        capacity(wants),
    ]);
    const report = {
        place,
        findings: [...basic, ...kvm.findings, ...address.findings, ...lease.findings, ...reachability],
        ...(kvm.verdict && { kvm: kvm.verdict }),
        ...(address.address && { httpAddress: address.address }),
    };
    return {
        report,
        ...(kvm.change && { kvmChange: kvm.change }),
        ...(lease.path && { leasePath: lease.path }),
    };
}
async function refuseBadHost({ report, leasePath }) {
    const bad = report.findings.filter(({ verdict }) => verdict === 'bad');
    if (bad.length === 0)
        return;
    await releaseLease(leasePath);
    throw new action_error/* ActionError */.l('This runner cannot build the image.', {
        problems: bad.map(({ what, found, needed, fix }) => `${what}: ${found}; needed: ${needed}.${fix ? ` ${fix}` : ''}`),
        fix: 'Fix the findings above. `preflight: skip` builds without this check.',
    });
}
async function basicFindings(wants, place) {
    const { workParent, destination, environment, hypervisor, firmware } = wants;
    const guestRunsHere = (0,hosts/* buildsInQemu */.RZ)(hypervisor);
    const ifMissing = wants.steps.includes('set-up') ? 'doubtful' : 'bad';
    const folders = usedFolders({
        work: workParent,
        temp: environment['TMPDIR'] || '/tmp',
        packerCache: environment['PACKER_CACHE_DIR'] || undefined,
        destination,
    });
    const groups = await Promise.all([
        [describePlace(place)],
        judgeMachine(findMachine(), guestRunsHere),
        judgeDisks(folders, wants.freeDiskGiB),
        judgeUser(wants).then((finding) => [finding]),
        guestRunsHere ? judgeQemu({ environment, firmware, ifMissing }) : [],
        hypervisor === 'baremetal' ? judgeTinkerbellPorts(environment) : [],
        judgeLeftovers(workParent).then((finding) => [finding]),
    ]);
    return groups.flat();
}
async function judgeUser({ steps }) {
    const { username, uid } = (0,external_node_os_.userInfo)();
    const isAble = await hasSudo();
    const isWanted = steps.includes('set-up');
    return {
        what: 'user',
        found: `${username}${uid === 0 ? '' : isAble ? ', sudo without password' : ', no sudo'}`,
        needed: isWanted ? 'root or sudo, to install' : 'any',
        verdict: isWanted && !isAble ? 'doubtful' : 'good',
        ...(isWanted &&
            !isAble && {
            fix: 'Install the packages that are missing beforehand, or allow sudo without password.',
        }),
    };
}
async function guestAddress(wants, place) {
    if (wants.hypervisor !== 'vsphere')
        return { findings: [] };
    const { address, finding } = await chooseHttpAddress({
        httpIp: wants.httpIp,
        environment: wants.environment,
        peer: wants.configHosts?.['vcenter_server'],
        isContainer: place.isContainer,
    });
    const isGiven = wants.httpIp !== undefined;
    if (wants.preflight === 'skip')
        return { findings: isGiven ? [finding] : [], ...(address && { address }) };
    const findings = [finding, ...(await judgeFirewall(wants.environment))];
    return { findings, ...(address && { address }) };
}
async function capacity(wants) {
    const { otherBuilds, preflight, hypervisor, freeDiskGiB, workParent, leaseFolder: folder = leaseFolder, } = wants;
    if (otherBuilds === undefined || preflight === 'skip')
        return { findings: [] };
    const guestRunsHere = (0,hosts/* buildsInQemu */.RZ)(hypervisor);
    const { device, free } = await freeSpaceOf(workParent);
    const { lease, path } = await takeLease({
        hypervisor,
        memory: memoryOfBuild(guestRunsHere),
        disk: freeDiskGiB * gibibyte,
        device,
        freeAtStart: free,
    }, folder);
    const finding = judgeCapacity({
        machine: findMachine(),
        guestRunsHere,
        freeDisk: free,
        device,
        freeDiskGiB,
        others: await earlierLeases(lease, folder),
        policy: otherBuilds,
    });
    return { findings: [finding], ...(path && { path }) };
}
async function reachabilityFindings(wants) {
    const { askers, hypervisor, os, steps, configHosts, environment } = wants;
    if (askers === undefined)
        return [];
    return judgeReachability({
        rows: (0,hosts/* hostsFor */.zC)({ hypervisor, os, steps }),
        askers: (0,hosts/* buildsInQemu */.RZ)(hypervisor) ? askers : { runner: askers.runner },
        environment,
        ...(configHosts && { configHosts }),
    });
}

// EXTERNAL MODULE: ./build/image-builder/config-text.js
var config_text = __webpack_require__(57958);
// EXTERNAL MODULE: ./build/log.js
var build_log = __webpack_require__(36650);
// EXTERNAL MODULE: ./build/net/certificates.js
var certificates = __webpack_require__(55258);
// EXTERNAL MODULE: ./build/net/http-client.js + 1 modules
var http_client = __webpack_require__(51021);
// EXTERNAL MODULE: ./build/runner/runner-temp.js
var runner_temp = __webpack_require__(74872);
// EXTERNAL MODULE: ./build/runner/state.js
var state = __webpack_require__(63866);
// EXTERNAL MODULE: ./build/runner/summary.js
var summary = __webpack_require__(61115);
;// CONCATENATED MODULE: ./build/actions/check-machine.js
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













async function checkMachine(context, use) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { log, inputs } = context;
        const config = await readConfig(inputs);
        const askers = __addDisposableResource(env_1, inputs.preflight === 'full' ? await openAskers(inputs, config) : undefined, true);
        const wants = { ...wantsOf(inputs, use), configHosts: config, askers };
        const check = async () => {
            const found = await checkHost(wants, (change) => (0,state/* saveState */.L)('kvm-change', JSON.stringify(change)));
            for (const line of hostTable(found.report.findings))
                log.info(line);
            return found;
        };
        const isLookedAt = inputs.preflight !== 'skip' || inputs.kvm !== 'skip';
        const checked = isLookedAt ? await (0,build_log/* inGroup */.H)(log, 'Check the runner', check) : await check();
        const { findings, httpAddress } = checked.report;
        context.setOutputs({ host: JSON.stringify(checked.report) });
        warn(findings, log);
        if (findings.length > 0)
            await summarize(findings, context);
        await refuseBadHost(checked);
        return { httpAddress, [Symbol.asyncDispose]: () => releaseLease(checked.leasePath) };
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
async function leaveMachine(log) {
    const change = parseKvmChange((0,state/* savedState */.f)('kvm-change'));
    if (change !== undefined)
        await closeKvm(change, log);
}
function wantsOf(inputs, { steps, builds }) {
    const { hypervisor, os, preflight, kvm } = inputs;
    return {
        preflight,
        kvm,
        hypervisor,
        os,
        osVersion: inputs['os-version'],
        firmware: inputs.firmware ?? (hypervisor === 'baremetal' ? 'efi' : undefined),
        steps,
        workParent: (0,runner_temp/* runnerTemp */.X)(),
        destination: (0,external_node_path_.resolve)(inputs.destination ?? (0,external_node_path_.join)((0,runner_temp/* runnerTemp */.X)(), 'node-images')),
        freeDiskGiB: inputs['free-disk-gib'],
        environment: process.env,
        httpIp: inputs['http-ip'],
        ...(builds && { otherBuilds: inputs['other-builds'] }),
    };
}
async function readConfig(inputs) {
    const path = inputs['config-file'];
    const file = path === undefined ? '' : await (0,promises_.readFile)(path, 'utf8').catch(() => '');
    const entries = [file, inputs.config ?? ''].flatMap((text) => (0,config_text/* parseFlatMapping */.Pk)({ name: 'config', text }, { problems: [], notes: [] }) ?? []);
    return Object.fromEntries(entries.map(({ key, value }) => [key, [value].flat().join(' ')]));
}
async function openAskers({ mirrors, 'ca-bundle': caBundle }, config) {
    const options = {
        certificates: await (0,certificates.collectCertificates)({ environment: process.env, ...(caBundle && { caBundle }) }),
        userAgent: 'eks-anywhere-node-images',
        timeouts: { connect: 5_000, headers: 5_000, body: 5_000 },
    };
    const runner = (0,http_client.createHttpClient)({ ...options, proxyEnvironment: process.env });
    const mirror = (0,http_client.createHttpClient)({ ...options, proxyEnvironment: process.env, mirrors });
    const guest = (0,http_client.createHttpClient)({ ...options, proxyEnvironment: {} });
    const hasProxy = config['https_proxy'] !== undefined;
    return {
        runner,
        mirror,
        guest: hasProxy ? undefined : guest,
        [Symbol.asyncDispose]: async () => {
            await Promise.all([runner, mirror, guest].map((client) => client.close()));
        },
    };
}
function warn(findings, log) {
    const doubtful = findings.filter(({ verdict }) => verdict === 'doubtful');
    if (doubtful.length === 0)
        return;
    const lines = doubtful.map(({ what, found, needed, fix }) => `  - ${what}: ${found}; needed: ${needed}.${fix === undefined ? '' : ` ${fix}`}`);
    log.warning(['This runner may be unable to build the image.', ...lines].join('\n'));
}
async function summarize(findings, { secrets }) {
    const marks = { good: '✅ good', doubtful: '⚠️ doubtful', bad: '❌ bad' };
    const rows = findings.map(({ what, found, needed, verdict, fix }) => [
        what,
        marks[verdict],
        found,
        needed,
        fix ?? '',
    ]);
    const count = (wanted) => findings.filter(({ verdict }) => verdict === wanted).length;
    const details = `This runner: ${count('good')} checks good, ${count('doubtful')} doubtful, ${count('bad')} bad`;
    const table = { head: ['Check', 'Result', 'Found', 'Needed', 'To do'], rows };
    await (0,summary/* writeSummary */.Sy)([{ details, blocks: [table] }], secrets);
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

/***/ 14411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ isProcessRunning),
/* harmony export */   KL: () => (/* binding */ waitForGroup),
/* harmony export */   N4: () => (/* binding */ endGroup),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   i8: () => (/* binding */ signalGroup),
/* harmony export */   t1: () => (/* binding */ isGroupRunning)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);


function identityOf(pid) {
    return `${pid}:${processStatus(pid)?.startTime ?? 0}`;
}
function isProcessRunning(identity) {
    const { id, startTime } = parse(identity);
    const status = processStatus(id);
    return status !== undefined && status.startTime === startTime && isAlive(status);
}
function isGroupRunning(identity) {
    return members(identity).some(isAlive);
}
function signalGroup(identity, signal) {
    if (!isGroupRunning(identity))
        return;
    try {
        process.kill(-parse(identity).id, signal);
    }
    catch {
    }
}
async function waitForGroup(identity, patienceMs) {
    const deadline = Date.now() + patienceMs;
    while (isGroupRunning(identity)) {
        if (Date.now() >= deadline)
            return false;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(50);
    }
    return true;
}
async function endGroup(identity, { signal, patienceMs }) {
    signalGroup(identity, signal);
    if (await waitForGroup(identity, patienceMs))
        return;
    signalGroup(identity, 'SIGKILL');
    await waitForGroup(identity, 1_000);
}
function members(identity) {
    const { id, startTime } = parse(identity);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)('/proc/self/stat') || !Number.isSafeInteger(id) || id <= 1)
        return [];
    const leader = processStatus(id);
    if (leader !== undefined && leader.startTime !== startTime)
        return [];
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map((name) => processStatus(Number(name)))
        .filter((status) => status !== undefined)
        .filter(({ group, session, startTime: own }) => group === id && session === id && own >= startTime);
}
function isAlive({ state }) {
    return !/[ZX]/i.test(state);
}
function parse(identity) {
    const [id, startTime] = identity.split(':').map(Number);
    return { id: id ?? Number.NaN, startTime: startTime ?? Number.NaN };
}
function processStatus(pid) {
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/stat`, 'latin1');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return {
            state: fields[0] ?? '',
            group: Number(fields[2]),
            session: Number(fields[3]),
            startTime: Number(fields[19]),
        };
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 70576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ab: () => (/* binding */ abandonedFolders),
/* harmony export */   Eh: () => (/* binding */ removeIfIdle),
/* harmony export */   Jw: () => (/* binding */ noteFarewell),
/* harmony export */   Ug: () => (/* binding */ emptyBuild),
/* harmony export */   YV: () => (/* binding */ noteGroup),
/* harmony export */   aM: () => (/* binding */ createWorkFolder),
/* harmony export */   g_: () => (/* binding */ closeWorkFolder),
/* harmony export */   p5: () => (/* binding */ sweepWorkFolders)
/* harmony export */ });
/* unused harmony export postPatience */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _process_group_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14411);




const prefix = 'node-image-';
const ownerFile = 'owner';
const groupFile = 'group';
const toldFile = 'told';
const killNow = { signal: 'SIGKILL', patienceMs: 1_000 };
const postPatience = 4 * 60_000;
async function createWorkFolder(parent) {
    const path = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, prefix));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, ownerFile), (0,_process_group_js__WEBPACK_IMPORTED_MODULE_3__/* .identityOf */ .cu)(process.pid));
    const folder = { path, build: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, 'build'), home: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, 'home') };
    await Promise.all([(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder.build), (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder.home)]);
    return folder;
}
async function emptyBuild({ build }) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(build, { recursive: true, force: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(build);
}
function noteGroup(path, group) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, groupFile), group);
}
function noteFarewell(path) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, toldFile), '');
}
async function removeIfIdle(path) {
    if (!(0,_process_group_js__WEBPACK_IMPORTED_MODULE_3__/* .isGroupRunning */ .t1)(groupIn(path)))
        await remove(path);
}
async function closeWorkFolder(path, log, patienceMs = postPatience) {
    const group = groupIn(path);
    if ((0,_process_group_js__WEBPACK_IMPORTED_MODULE_3__/* .isGroupRunning */ .t1)(group)) {
        log.info(`The build is still shutting down; waiting up to ${Math.ceil(patienceMs / 60_000)} minutes for it.`);
        const wasTold = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, toldFile));
        const hasEnded = wasTold && (await (0,_process_group_js__WEBPACK_IMPORTED_MODULE_3__/* .waitForGroup */ .KL)(group, patienceMs));
        if (!hasEnded)
            await (0,_process_group_js__WEBPACK_IMPORTED_MODULE_3__/* .endGroup */ .N4)(group, wasTold ? killNow : { signal: 'SIGTERM', patienceMs });
    }
    await remove(path);
}
async function sweepWorkFolders(parent, log) {
    for (const path of await abandonedFolders(parent)) {
        log.info(`Removing what an earlier build left behind: ${path}`);
        await closeWorkFolder(path, log, 10_000);
    }
}
async function abandonedFolders(parent) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(parent).catch(() => []);
    return names
        .filter((candidate) => candidate.startsWith(prefix))
        .map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, name))
        .filter((path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, ownerFile)) && !(0,_process_group_js__WEBPACK_IMPORTED_MODULE_3__/* .isProcessRunning */ .DL)(textIn(path, ownerFile)));
}
function groupIn(path) {
    return textIn(path, groupFile);
}
function textIn(path, name) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, name), 'utf8');
    }
    catch {
        return '';
    }
}
async function remove(path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { recursive: true, force: true, maxRetries: 3 });
}


/***/ }),

/***/ 63866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ saveState),
/* harmony export */   f: () => (/* binding */ savedState)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);

function saveState(name, value) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ(name, value);
}
function savedState(name) {
    return _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu(name) || undefined;
}


/***/ })

};
