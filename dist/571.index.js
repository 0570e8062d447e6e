export const id = 571;
export const ids = [571];
export const modules = {

/***/ 59571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildCell: () => (/* binding */ buildCell),
  cleanUp: () => (/* binding */ cleanUp)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
// EXTERNAL MODULE: ./build/plan/node-image-spec.js
var node_image_spec = __webpack_require__(96662);
// EXTERNAL MODULE: ./build/image/disk-layout.js
var disk_layout = __webpack_require__(90720);
// EXTERNAL MODULE: ./build/image/inspect-ova.js + 2 modules
var inspect_ova = __webpack_require__(86780);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/image/inspect-raw-gz.js







async function inspectRawGz(path, signal) {
    const digest = (0,external_node_crypto_.createHash)('sha256');
    const head = [];
    let size = 0;
    let virtualSize = 0;
    const measure = new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            digest.update(chunk);
            size += chunk.length;
            done(null, chunk);
        },
    });
    const look = new external_node_stream_.Writable({
        write(chunk, _encoding, done) {
            if (virtualSize < disk_layout/* layoutBytes */.av)
                head.push(Buffer.from(chunk.subarray(0, disk_layout/* layoutBytes */.av - virtualSize)));
            virtualSize += chunk.length;
            done();
        },
    });
    const gunzip = (0,external_node_zlib_.createGunzip)({ chunkSize: 1 << 18 });
    try {
        const source = (0,external_node_fs_.createReadStream)(path, { highWaterMark: 1 << 20 });
        await (0,external_node_stream_promises_.pipeline)(source, measure, gunzip, look, { ...(signal && { signal }) });
    }
    catch (error) {
        throw explainGzip(error, size);
    }
    if (gunzip.bytesWritten < size) {
        throw new disk_layout/* BrokenImageError */.zt(`${size - gunzip.bytesWritten} bytes of something else follow the gzip stream`);
    }
    const layout = (0,disk_layout/* readDiskLayout */.gm)(Buffer.concat(head));
    if (virtualSize < layout.end) {
        throw new disk_layout/* BrokenImageError */.zt(`the disk ends after ${virtualSize} bytes, but its partition table reaches to ${layout.end}`);
    }
    return { sha256: digest.digest('hex'), size, virtualSize, layout };
}
function explainGzip(error, size) {
    switch (error.code) {
        case 'Z_DATA_ERROR':
            return new disk_layout/* BrokenImageError */.zt(`not a valid gzip stream: ${(0,action_error/* errorMessage */.g)(error)}`, { cause: error });
        case 'Z_BUF_ERROR':
            return new disk_layout/* BrokenImageError */.zt(size === 0 ? 'the file is empty' : `the gzip stream is cut off after ${size} bytes`, { cause: error });
        default:
            return error;
    }
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
            templateTags: [`os:${spec.os}`, `eksdRelease:${options.channel.eksdRelease}`],
        },
        checksumsPath,
    };
}
function imageFileName(spec) {
    return `${spec.id}.${node_image_spec/* imageExtensions */._o[spec.hypervisor]}`;
}
async function openOrKeep(options, keptPath) {
    try {
        return await openers[options.spec.hypervisor](options);
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
const openers = {
    baremetal: openRawGz,
    vsphere: openOva,
};
async function openRawGz({ builtPath, signal }) {
    const { sha256, size, layout, virtualSize } = await inspectRawGz(builtPath, signal);
    return { format: 'raw.gz', sha256, size, contents: describeDisk(layout, virtualSize) };
}
async function openOva({ builtPath, spec, channel, signal }) {
    const { sha256, size, disk, firmware, properties } = await (0,inspect_ova/* inspectOva */.T)(builtPath, signal);
    if (spec.firmware !== undefined && spec.firmware !== firmware) {
        throw new disk_layout/* BrokenImageError */.zt(`it boots by ${firmware}, but ${spec.firmware} was asked for`);
    }
    const eksdRelease = properties.get('EKS_DISTRO_VERSION') ?? channel.eksdRelease;
    if (eksdRelease !== channel.eksdRelease) {
        throw new disk_layout/* BrokenImageError */.zt(`it says it holds ${eksdRelease}, but the release has ${channel.eksdRelease}`);
    }
    const contents = `OVF with ${firmware} firmware, one disk of ${mebibytes(disk.virtualSize)}`;
    return { format: 'ova', sha256, size, contents };
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
function describeDisk(layout, virtualSize) {
    const count = layout.partitions.length;
    const efi = layout.partitions.some(({ type }) => type === 'efi-system')
        ? ' with an EFI system partition'
        : '';
    return `${layout.table.toUpperCase()}, ${count} partition${count === 1 ? '' : 's'}${efi}, ${mebibytes(virtualSize)}`;
}
function mebibytes(bytes) {
    return `${Math.round(bytes / 1024 ** 2)} MiB`;
}

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
const rules = {
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
const ruleNames = Object.keys(rules);
const anyRule = new RegExp(ruleNames.map((name) => `(?:${rules[name].pattern.source})`).join('|'), 'i');
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
        if (rules.disk.pattern.test(text) && !this.#found.has('disk'))
            this.#found.set('disk', { phase, line: text });
    }
    #note({ source, text }, phase) {
        for (const name of ruleNames) {
            const rule = rules[name];
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
        waitsFor: 'the virtual machine to boot',
    },
    {
        name: 'Install the operating system, wait for SSH',
        source: 'packer',
        starts: /^Waiting for (?:SSH|IP|WinRM|instance)\b/i,
        waitsFor: "the guest's SSH; the installer usually needs 10–25 minutes",
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
        waitsFor: 'the virtual machine to shut down and its disk to be packed',
    },
    {
        name: lastPhase,
        source: 'cli',
        starts: /^Image Build Successful/,
        waitsFor: 'the CLI, which moves the image and cleans up',
    },
];
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
function duration(seconds) {
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
    return `${name} took ${duration(seconds)}${tasks === undefined ? '' : `, ${tasks} tasks`}.`;
}

;// CONCATENATED MODULE: ./build/image-builder/known-causes.js
const recorded = 'recorded with v0.26.1';
const awsRetries = 'eks-anywhere-build-tooling build/build_image.sh';
const knownCauses = [
    {
        id: 'guest-disk-full',
        pattern: /(?:TASK \[|fatal: \[).*no space left on device/i,
        line: 'TASK [containerd : Download containerd] fatal: [default]: FAILED! => [Errno 28] No space left on device',
        explanation: 'The disk of the image that is being built is full.',
        fix: 'Raise `disk_size` in `config`.',
        source: 'errno(3)',
    },
    {
        id: 'disk-full',
        pattern: /no space left on device|ENOSPC/i,
        line: 'tar: ./usr/lib: Cannot write: No space left on device',
        explanation: 'The disk of the machine that builds is full.',
        fix: 'Free space on the disk of RUNNER_TEMP: a build needs about 50 GB.',
        source: 'aws/eks-anywhere#5108',
    },
    {
        id: 'cancelled',
        pattern: /Cancelling build after receiving|Build was cancelled|Cleanly cancelled builds|\*\*\* \[.*\] (?:Terminated|Interrupt)/,
        line: 'Cancelling build after receiving terminated',
        explanation: 'Packer was told to stop: by a cancelled job, a time limit or by hand.',
        fix: 'Build again; if nobody cancelled it, raise `timeout-minutes` of the job.',
        source: recorded,
    },
    {
        id: 'out-of-memory',
        pattern: /cannot set up guest memory|Cannot allocate memory|Out of memory|signal: killed|\*\*\* \[.*\] Killed/i,
        line: 'qemu-system-x86_64: cannot set up guest memory: Cannot allocate memory',
        explanation: 'The machine that builds has too little free memory.',
        fix: 'Use a machine with 8 GB or more, and run one build at a time on it.',
        source: 'EKS Anywhere documentation, image building prerequisites',
    },
    {
        id: 'kvm-unavailable',
        pattern: /KVM kernel module|failed to initialize kvm|\/dev\/kvm.*(?:permission denied|no such file)/i,
        line: 'Could not access KVM kernel module: Permission denied',
        explanation: 'QEMU may not use /dev/kvm, or the machine has none.',
        fix: 'Build on bare metal or with nested virtualization, and let the runner user read and write /dev/kvm.',
        source: 'aws/eks-anywhere#5940',
    },
    {
        id: 'firmware-missing',
        pattern: /could not load PC BIOS|OVMF\S*.*(?:no such file|could not open|not found)/i,
        line: "qemu: could not load PC BIOS 'OVMF.fd'",
        explanation: "QEMU does not find the UEFI firmware that the build's template names, OVMF.fd.",
        fix: 'Install the package `ovmf`.',
        source: 'kubernetes-sigs/image-builder packer/raw',
    },
    {
        id: 'qemu-missing',
        pattern: /"qemu-system-x86_64": executable file not found/,
        line: 'Build \'qemu\' errored after 890 microseconds: Failed creating Qemu driver: exec: "qemu-system-x86_64": executable file not found in $PATH',
        explanation: 'QEMU is not installed.',
        fix: 'Install `qemu-system-x86`; the package `qemu-kvm` alone is not enough.',
        source: 'aws/eks-anywhere#5938',
    },
    {
        id: 'qemu-start',
        pattern: /Qemu failed to start/,
        line: 'Error launching VM: Qemu failed to start. Please run with PACKER_LOG=1 to get more info.',
        explanation: 'QEMU ended as soon as it was started.',
        fix: 'Check /dev/kvm, free memory, the package `ovmf`, and whether another build runs on the same machine.',
        source: 'aws/eks-anywhere#5940',
    },
    {
        id: 'port-taken',
        pattern: /address already in use|unable to find available (?:VNC )?port|Failed to lock port/i,
        line: "Build 'qemu' errored after 2 seconds: Error creating listener: address already in use",
        explanation: 'Another process took the port that Packer was about to use.',
        fix: 'Build again.',
        isTransient: true,
        source: 'hashicorp/packer-plugin-sdk net',
    },
    {
        id: 'other-file-system',
        pattern: /invalid cross-device link/,
        line: 'Error moving output: rename a.ova b.ova: invalid cross-device link',
        explanation: 'The CLI renames the image, which does not work from one file system to another.',
        fix: 'Keep RUNNER_TEMP on one file system.',
        source: 'eks-anywhere-build-tooling image-builder/builder/builder.go',
    },
    {
        id: 'flag-unknown',
        pattern: /^Error: (?:unknown (?:shorthand )?flag|unknown command|required flag|invalid argument)/,
        line: 'Error: unknown flag: --airgapped',
        explanation: "This release's CLI does not have that flag.",
        fix: 'Run the CLI of the release that is built.',
        source: recorded,
    },
    {
        id: 'channel-unsupported',
        pattern: /release-channel should be one of/,
        line: 'release-channel should be one of [1-30 1-31 1-32 1-33 1-34 1-35 1-36]',
        explanation: 'This release does not build for that release channel.',
        fix: 'Choose one of the listed channels, or a release that supports yours.',
        source: 'aws/eks-anywhere#6408',
    },
    {
        id: 'os-unsupported',
        pattern: /Invalid OS type/,
        line: 'Invalid OS type. Please choose ubuntu or redhat',
        explanation: 'The CLI does not build this operating system, or not for this hypervisor.',
        fix: 'Set `os` to `ubuntu` or `redhat`; CloudStack takes only `redhat`.',
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
        explanation: 'A value of the config has the wrong type; nearly all of them are strings.',
        fix: 'Put the value of the named key in quotes.',
        source: recorded,
    },
    {
        id: 'config-json',
        pattern: /^invalid character .*(?:looking for|after|in )|^unexpected end of JSON input/,
        line: "invalid character '}' looking for beginning of object key string",
        explanation: 'A config file is no valid JSON.',
        fix: 'Look for a comma too many or a missing quote in `config-file`.',
        source: recorded,
    },
    {
        id: 'rhel-credentials-missing',
        pattern: /"rhel_username" and "rhel_password" are required/,
        line: '"rhel_username" and "rhel_password" are required fields in config when os is redhat',
        explanation: 'A Red Hat image is registered while it is built, which needs an account.',
        fix: 'Give `rhel_username` and `rhel_password` in `secrets`.',
        source: recorded,
    },
    {
        id: 'air-gap-tarball-missing',
        pattern: /Please provide --manifest-tarball/,
        line: 'Please provide --manifest-tarball when running air-gapped builds',
        explanation: 'An air-gapped build needs the manifests in a tarball.',
        fix: 'Make one with `image-builder download manifests` and name it in `manifest-tarball`.',
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
        fix: 'Use the file as `image-builder download manifests` wrote it: a flat, uncompressed tar.',
        source: recorded,
    },
    {
        id: 'air-gap-manifest-missing',
        pattern: /eks-a-d-manifests\/.*no such file or directory/,
        line: 'Error getting git commit from bundle: open /home/runner/eks-a-d-manifests/eks-a-manifest.yaml: no such file or directory',
        explanation: 'The tarball does not hold the manifest, or was never opened because the build is not air-gapped.',
        fix: 'Make the tarball anew with `image-builder download manifests`, and use it only with `air-gapped`.',
        source: recorded,
    },
    {
        id: 'manifest-unreadable',
        pattern: /failed to unmarshal (?:release|bundles?) manifest/,
        line: 'Error getting git commit from bundle: failed to unmarshal release manifest from [https://anywhere-assets.eks.amazonaws.com/releases/eks-a/manifest.yaml]: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal string into Go value of type v1alpha1.Release',
        explanation: 'Something answered with an error page; the CLI does not look at the status. The same file was just read well.',
        fix: 'Build again; if it stays, look at the proxy or mirror between here and the named host.',
        isTransient: true,
        source: recorded,
    },
    {
        id: 'manifest-connection',
        pattern: /failed reading file from URL/,
        line: 'Error getting git commit from bundle: failed reading file from URL [https://anywhere-assets.eks.amazonaws.com/releases/eks-a/manifest.yaml]: Get "https://anywhere-assets.eks.amazonaws.com/releases/eks-a/manifest.yaml": EOF',
        explanation: 'The connection broke while the CLI read a manifest.',
        fix: 'Build again; if it stays, look at the proxy in between.',
        isTransient: true,
        source: recorded,
    },
    {
        id: 'release-unknown',
        pattern: /version \S+ is not a valid EKS-A release/,
        line: 'Error getting git commit from bundle: version v9.9.9 is not a valid EKS-A release',
        explanation: 'The release manifest does not name this version; an empty answer of a server looks the same.',
        fix: 'Check `eks-a-version`, and what is served at `release-manifest-url`.',
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
        explanation: 'The repository that was cloned does not have the commit that the release names.',
        fix: 'Bring the mirror of the repository up to date.',
        source: 'git source, checkout.c',
    },
    {
        id: 'patch-failed',
        pattern: /patch failed|^Patch failed at|eks-anywhere-patched\] Error/,
        line: 'error: patch failed: images/capi/Makefile:12',
        explanation: "EKS Anywhere's patches do not fit the clone of kubernetes-sigs/image-builder.",
        fix: 'Serve the repository unchanged, and with the tag that the release names.',
        source: 'eks-anywhere-build-tooling projects/kubernetes-sigs/image-builder/Makefile',
    },
    {
        id: 'proxy-login',
        pattern: /407 Proxy Authentication|response 407|Proxy Authentication Required/i,
        line: 'curl: (56) CONNECT tunnel failed, response 407',
        explanation: 'The proxy wants a name and a password.',
        fix: 'Put them into the proxy URL in the environment of the runner.',
        source: 'RFC 9110, section 15.5.8',
    },
    {
        id: 'proxy-refuses',
        pattern: /CONNECT tunnel failed|Proxy CONNECT aborted|Received HTTP code \d+ from proxy/,
        line: 'curl: (56) CONNECT tunnel failed, response 502',
        explanation: 'The proxy does not let a download through. While the tools are checked that is Packer: it is missing or of another version than the release wants.',
        fix: 'Allow the host in the proxy: releases.hashicorp.com for Packer; or install the version of Packer that the release wants.',
        source: recorded,
    },
    {
        id: 'certificate-unknown',
        pattern: /x509: |SSL certificate problem|CERTIFICATE_VERIFY_FAILED|self.signed certificate/i,
        line: 'curl: (60) SSL certificate problem: unable to get local issuer certificate',
        explanation: 'A server or an intercepting proxy has a certificate that nobody here trusts.',
        fix: 'Give its CA in `ca-bundle`; for a vCenter or Nutanix without a trusted one, set the key for insecure connections.',
        source: 'Go crypto/x509, curl',
    },
    {
        id: 'packer-plugin-rate-limit',
        pattern: /plugin.*(?:rate limit|API rate|403)/i,
        line: 'Failed getting the "github.com/hashicorp/ansible" plugin: 1 error occurred: * GET https://api.github.com/repos/hashicorp/packer-plugin-ansible/git/matching-refs/tags: 403 API rate limit exceeded',
        explanation: 'Packer asks api.github.com without a token, and too many did so from this address.',
        fix: 'Build again later, install the plugins and set PACKER_PLUGIN_PATH, or set PACKER_GITHUB_API_TOKEN.',
        isTransient: true,
        source: 'aws/eks-anywhere-build-tooling#3833',
    },
    {
        id: 'packer-plugin-download',
        pattern: /Failed getting the "[^"]+" plugin|Missing plugins|unknown (?:builder|provisioner) type/,
        line: 'Failed getting the "github.com/yaleuniversity/goss" plugin: 1 error occurred: * Get "https://api.github.com/repos/yaleuniversity/packer-plugin-goss/git/matching-refs/tags": Bad Gateway',
        explanation: 'Packer could not download a plugin.',
        fix: 'Allow api.github.com and github.com, or install the plugins and set PACKER_PLUGIN_PATH.',
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
        explanation: 'The installed Ansible and the collections that the build asks for do not go together.',
        fix: 'Install exactly the ansible-core that the release wants (v0.26: 2.15.13) in an environment of its own.',
        source: 'aws/eks-anywhere#5937',
    },
    {
        id: 'iso-checksum',
        pattern: /Checksums did not match/,
        line: "Build 'qemu' errored after 124 milliseconds: error downloading ISO: [Checksums did not match for /home/runner/.cache/packer/c968.iso.",
        explanation: 'The ISO is not the one that the checksum belongs to.',
        fix: 'Correct `iso_checksum`, or what serves `iso_url`.',
        source: recorded,
    },
    {
        id: 'iso-gone',
        pattern: /error downloading ISO.*(?:bad response code: 4\d\d|404|not found)/i,
        line: "Build 'qemu' errored after 1 second: error downloading ISO: [bad response code: 404]",
        explanation: 'The ISO is no longer there: Ubuntu removes one when the next point release appears.',
        fix: 'Set `iso_url` and `iso_checksum` to the present one, or to old-releases.ubuntu.com.',
        source: 'aws/eks-anywhere-build-tooling#3787',
    },
    {
        id: 'iso-download',
        pattern: /error downloading ISO|error (?:uploading|transferring).*iso/i,
        line: "Build 'qemu' errored after 9 minutes: error downloading ISO: [unexpected EOF]",
        explanation: 'The download of the ISO broke off.',
        fix: 'Build again, or serve the ISO nearby by `iso_url`.',
        isTransient: true,
        source: 'hashicorp/packer-plugin-sdk multistep/commonsteps/step_download.go',
    },
    {
        id: 'component-refused',
        pattern: /returned non-200 HTTP status/,
        line: 'CRICTL_URL returned non-200 HTTP status',
        explanation: 'A HEAD request for a component of the release was refused.',
        fix: 'Allow HEAD requests to anywhere-assets.eks.amazonaws.com in the proxy or mirror.',
        source: recorded,
    },
    {
        id: 'component-unnamed',
        pattern: /^(?:CRICTL_URL|CONTAINERD_URL|ETCDADM_HTTP_SOURCE) is empty|_url=null/i,
        line: 'CRICTL_URL is empty',
        explanation: 'The bundle that the build reads does not name a component that its scripts want.',
        fix: 'Use the CLI and the bundle of one release; leave EKSA_USE_DEV_RELEASE unset.',
        source: 'aws/eks-anywhere-build-tooling#2125',
    },
    {
        id: 'git-network',
        pattern: /^fatal: .*(?:unable to access|early EOF|remote end hung up|Could not (?:resolve|read from))|RPC failed|unexpected disconnect|TLS connection was non-properly/,
        line: "fatal: unable to access 'https://github.com/kubernetes-sigs/image-builder.git/': Could not resolve host: github.com",
        explanation: 'git could not clone: the network or the server failed.',
        fix: 'Build again; if it stays, allow the named host.',
        isTransient: true,
        source: 'git source, http.c',
    },
    {
        id: 'ssh-login',
        pattern: /unable to authenticate|no supported methods remain|ssh: handshake failed.*auth/i,
        line: "Build 'qemu' errored after 41 minutes: Timeout waiting for SSH. (packer.log: ssh: handshake failed: ssh: unable to authenticate, attempted methods [none password], no supported methods remain)",
        explanation: 'The guest answers, but refuses the password: the installer did not set the one that Packer uses.',
        fix: 'With `builder: clone`, give the password of the template; otherwise use a release from v0.20.11 on.',
        source: 'aws/eks-anywhere-build-tooling#3546, kubernetes-sigs/image-builder#1606',
    },
    {
        id: 'ssh-timeout',
        pattern: /Timeout waiting for (?:SSH|WinRM)/,
        line: "Build 'qemu' errored after 1 minute 3 seconds: Timeout waiting for SSH.",
        explanation: 'The installer did not finish in time, or its machine cannot be reached.',
        fix: 'Check /dev/kvm, memory, and that the guest reaches the network and the HTTP server of Packer; `ssh_timeout` in `config` allows more time (from v0.24.0).',
        isTransient: true,
        source: `${awsRetries}; aws/eks-anywhere#7982, aws/eks-anywhere-build-tooling#3058`,
    },
    {
        id: 'ip-timeout',
        pattern: /Timeout waiting for IP/,
        line: "Build 'vsphere-iso.vsphere' errored after 30 minutes: Timeout waiting for IP.",
        explanation: 'The guest told no IP address: the installer did not finish, or there is no DHCP in its network.',
        fix: 'Check that the network has DHCP and that the guest reaches the HTTP server of Packer (`http-ip`).',
        isTransient: true,
        source: awsRetries,
    },
    {
        id: 'ssh-banner',
        pattern: /Connection timed out during banner exchange/,
        line: 'TASK [Gathering Facts] fatal: [default]: UNREACHABLE! => Failed to connect to the host via ssh: Connection timed out during banner exchange',
        explanation: 'The guest was too busy to answer Ansible.',
        fix: 'Build again, on a machine that is less busy.',
        isTransient: true,
        source: awsRetries,
    },
    {
        id: 'provisioner-timeout',
        pattern: /Cancelling provisioner after a timeout/,
        line: 'Cancelling provisioner after a timeout...',
        explanation: 'A provisioner took longer than its 30 minutes.',
        fix: 'Build again; if it stays, the guest or its network is too slow.',
        isTransient: true,
        source: awsRetries,
    },
    {
        id: 'qemu-size-mismatch',
        pattern: /image size mis\w*match/,
        line: "Build 'nutanix' errored after 3 minutes: image size mistmatch",
        explanation: 'The hypervisor reported another size of the image than it has; AWS builds again then.',
        fix: 'Build again.',
        isTransient: true,
        source: awsRetries,
    },
    {
        id: 'nutanix-image-lookup',
        pattern: /error while (?:findImageByUUID|ListAllImage)/,
        line: "Build 'nutanix' errored after 3 minutes: error while findImageByUUID, task failed",
        explanation: 'Prism Central did not find an image that it had just made; AWS builds again then.',
        fix: 'Build again.',
        isTransient: true,
        source: awsRetries,
    },
    {
        id: 'vcenter-login',
        pattern: /ServerFaultCode: (?:Login failure|Cannot complete login)/,
        line: "Build 'vsphere-iso.vsphere' errored after 69 milliseconds: ServerFaultCode: Login failure",
        explanation: 'vCenter refuses the user name or the password.',
        fix: 'Correct `username` and `password`; the user name has its domain: `user@vsphere.local`.',
        source: recorded,
    },
    {
        id: 'vcenter-permission',
        pattern: /Permission to perform this operation was denied|NoPermission/,
        line: "Build 'vsphere-iso.vsphere' errored after 2 seconds: ServerFaultCode: Permission to perform this operation was denied.",
        explanation: 'The vCenter user may not do what the build needs.',
        fix: 'Give the user the privileges that the EKS Anywhere documentation lists for image building.',
        source: 'EKS Anywhere documentation, imageBuilderPrivs.json',
    },
    {
        id: 'vcenter-unreachable',
        pattern: /(?:Post|Get) "https:\/\/[^"]+\/sdk[^"]*": /,
        line: 'Build \'vsphere-iso.vsphere\' errored after 9 milliseconds: Post "https://vc.example.invalid/sdk": Bad Gateway',
        explanation: 'vCenter cannot be reached from the machine that builds.',
        fix: 'Check `vcenter_server`, DNS and firewall; behind a proxy, name vCenter in NO_PROXY.',
        source: recorded,
    },
    {
        id: 'vcenter-boot-command',
        pattern: /error (?:running|typing) (?:a )?boot command/,
        line: "Build 'vsphere-iso.vsphere' errored after 10 seconds: error running boot command: error typing a boot command (code, down) `6, false`: ServerFaultCode: VirtualMachine:vm-78 does not implement: PutUsbScanCodes",
        explanation: 'vCenter does not type on the keyboard of the virtual machine, so the installer never starts.',
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
        explanation: 'Prism Central has no such cluster, subnet or image, or has several of that name.',
        fix: 'Correct `nutanix_cluster_name`, `nutanix_subnet_name` or the image; the UUID is never ambiguous.',
        source: 'aws/eks-anywhere-build-tooling#5536',
    },
    {
        id: 'vcenter-name-taken',
        pattern: /already exists, you can use -force|The name '[^']*' already exists/,
        line: "Build 'vsphere-iso.vsphere' errored after 1 second: The name 'ubuntu-2204-kube-v1.33.13' already exists.",
        explanation: 'vCenter has a virtual machine of the name that the build gives to its own.',
        fix: 'Remove what an earlier build left, or choose another `folder`; do not run two such builds at once.',
        source: 'hashicorp/packer-plugin-vsphere builder/vsphere/common',
    },
    {
        id: 'vcenter-object-missing',
        pattern: /(?:datastore|network|resource ?pool|cluster|folder|host|datacenter|template|vm|library) ['"]?[^'"]*['"]? (?:was )?not found|resolves to multiple/i,
        line: "Build 'vsphere-iso.vsphere' errored after 1 second: datastore 'ds9' not found",
        explanation: 'vCenter has no such object, or the user may not see it, or there are several.',
        fix: 'Correct the key in `config`; a full inventory path such as /dc1/datastore/ds1 is never ambiguous.',
        source: 'vmware/govmomi find',
    },
    {
        id: 'aws-credentials',
        pattern: /NoCredentialProviders|no valid credential sources|ExpiredToken|InvalidClientTokenId|AuthFailure|SignatureDoesNotMatch/i,
        line: "Build 'amazon-ebs.ami' errored after 1 second: no valid credential sources for amazon-ebs found.",
        explanation: 'AWS accepts no credentials from this build.',
        fix: 'Run aws-actions/configure-aws-credentials before, with a session longer than the build.',
        source: 'hashicorp/packer-plugin-amazon builder/common/access_config.go',
    },
    {
        id: 'aws-permission',
        pattern: /UnauthorizedOperation|AccessDenied(?:Exception)?\b/,
        line: "Build 'amazon-ebs.ami' errored after 2 seconds: UnauthorizedOperation: You are not authorized to perform this operation.",
        explanation: 'The AWS role may not do what the build needs.',
        fix: 'Give it the permissions that the documentation of packer-plugin-amazon lists.',
        source: 'AWS EC2 API, error codes',
    },
    {
        id: 'aws-capacity',
        pattern: /InsufficientInstanceCapacity|VcpuLimitExceeded|InstanceLimitExceeded|RequestLimitExceeded|Throttling/,
        line: "Build 'amazon-ebs.ami' errored after 9 seconds: InsufficientInstanceCapacity: We currently do not have sufficient capacity",
        explanation: 'AWS has no room for the instance now.',
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
        explanation: 'The guest could not be registered with Red Hat.',
        fix: 'Check the account or the activation key with its organization, free entitlements, and the way out of the guest (`rhsm_server_proxy_hostname`).',
        source: 'aws/eks-anywhere-build-tooling#2466, #2467, #2468',
    },
    {
        id: 'rhel-epel',
        pattern: /\bepel\b/i,
        line: 'TASK [setup : Add epel repo] fatal: [default]: FAILED! => Failure downloading https://dl.fedoraproject.org/pub/epel/epel-release-latest-9.noarch.rpm',
        explanation: 'The guest does not reach EPEL.',
        fix: 'Allow dl.fedoraproject.org, or set the key for your own EPEL mirror.',
        source: 'aws/eks-anywhere-build-tooling#5612, #5632',
    },
    {
        id: 'guest-package-lock',
        pattern: /Could not get lock|dpkg frontend lock|is another process using it/i,
        line: 'TASK [setup : Perform a dist-upgrade] fatal: [default]: FAILED! => E: Could not get lock /var/lib/dpkg/lock-frontend',
        explanation: 'Another process of the guest was installing packages at the same time.',
        fix: 'Build again.',
        isTransient: true,
        source: 'apt, apt-pkg/contrib/fileutl.cc',
    },
    {
        id: 'ansible-scp',
        pattern: /failed to transfer file|scp: (?:Received message too long|dest open|subsystem)/i,
        line: 'TASK [Gathering Facts] fatal: [default]: UNREACHABLE! => failed to transfer file to /home/builder/.ansible/tmp/x: scp: dest open "x": No such file or directory',
        explanation: 'The scp of this machine speaks SFTP, which the proxy of Packer does not.',
        fix: "Set ANSIBLE_SCP_EXTRA_ARGS to '-O' in the environment of the build.",
        source: 'kubernetes-sigs/image-builder docs/book, troubleshooting',
    },
    {
        id: 'guest-network',
        pattern: /(?:TASK \[|fatal: \[).*(?:Failed to (?:fetch|update apt cache|download)|Temporary failure|Could not (?:resolve|connect)|Connection (?:refused|timed out|reset)|urlopen error|Request failed|Cannot find a valid baseurl|No route to host|Network is unreachable|timed out)|Unable to download Goss/i,
        line: 'TASK [containerd : Download containerd] fatal: [default]: FAILED! => Request failed: <urlopen error [Errno 111] Connection refused>',
        explanation: 'The guest could not download something; it needs its own way out, not that of the machine that builds.',
        fix: 'Give the guest a proxy in `config`, or a network that reaches the internet or your mirrors.',
        source: 'aws/eks-anywhere#5124',
    },
    {
        id: 'guest-checksum',
        pattern: /(?:TASK \[|fatal: \[).*checksum.*(?:did not match|mismatch)/i,
        line: 'TASK [containerd : Download containerd] fatal: [default]: FAILED! => The checksum for /tmp/containerd.tar.gz did not match aa; it was bb.',
        explanation: 'The guest downloaded another file than the release names.',
        fix: 'Look at the proxy or mirror that the guest uses: it served an error page or another version.',
        source: 'ansible-core modules/get_url.py',
    },
    {
        id: 'ansible-unreachable',
        pattern: /UNREACHABLE! =>/,
        line: 'TASK [Gathering Facts] fatal: [default]: UNREACHABLE! => Failed to connect to the host via ssh: kex_exchange_identification: Connection closed by remote host',
        explanation: 'Ansible lost its connection to the guest.',
        fix: 'Look at what the guest did last: a reboot, a new firewall rule or a stopped SSH server.',
        source: 'ansible-core plugins/strategy',
    },
    {
        id: 'ansible-task',
        pattern: /^TASK \[|(?:fatal|failed): \[[^\]]*\]|^ERROR! |Error executing Ansible/,
        line: "TASK [node : Disable swap memory] fatal: [default]: FAILED! => The conditional check 'ansible_memory_mb.swap.total != 0' failed.",
        explanation: 'A task of Ansible failed in the guest; what is named here came first, later failures are its echo.',
        fix: 'Read the task and its message; with a role of your own, begin there.',
        source: recorded,
    },
    {
        id: 'goss-failed',
        pattern: /^Goss: |goss non-zero exit status|Error running Goss/i,
        line: "Build 'qemu' errored after 20 minutes: Error running Goss: goss non-zero exit status",
        explanation: 'The image was built, but is not as the tests of upstream want it.',
        fix: 'Read which test failed; a package or file of your own that replaces an expected one causes this.',
        source: 'YaleUniversity/packer-plugin-goss',
    },
    {
        id: 'guest-gone',
        pattern: /disconnected unexpectedly|exited without exit status/i,
        line: 'Build \'qemu\' errored after 9 minutes: Script disconnected unexpectedly. If you expected your script to disconnect, i.e. from a restart, you can try adding `"expect_disconnect": true`',
        explanation: 'The guest went away while a script ran in it: it crashed, restarted or was killed.',
        fix: 'Look whether the machine that builds ran out of memory (`dmesg`), or a script of your own restarts the guest.',
        source: 'hashicorp/packer provisioner/shell',
    },
    {
        id: 'shell-script',
        pattern: /Script exited with non-zero exit status/,
        line: "Build 'qemu' errored after 9 minutes: Script exited with non-zero exit status: 1. Allowed exit codes are: [0]",
        explanation: 'A shell script of the build failed in the guest.',
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
        fix: 'Install pywinrm 0.5.0 into the environment beforehand.',
        source: recorded,
    },
    {
        id: 'pip-managed',
        pattern: /externally-managed-environment/,
        line: 'error: externally-managed-environment',
        explanation: "The build installs Ansible by pip, which this system's Python forbids (PEP 668).",
        fix: 'Install the ansible-core that the release wants in a virtual environment, first on PATH.',
        source: 'PEP 668',
    },
    {
        id: 'ansible-version',
        pattern: /version of ansible-core .* does not match/,
        line: 'The version of ansible-core (ansible [core 2.16.3]) does not match the version (2.15.13) which has been tested by the EKS-A team.',
        explanation: 'The build wants exactly one version of ansible-core.',
        fix: 'Install the named version in a virtual environment, first on PATH.',
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
        explanation: 'The build does not find the address at which the guest reaches this machine.',
        fix: 'Set `http-ip`.',
        source: 'eks-anywhere-build-tooling build/setup_packer_configs.sh',
    },
    {
        id: 'packer-template',
        pattern: /Failed to (?:prepare build|initialize build|parse)|unset variables|unknown configuration key|errors? validating/i,
        line: 'Error: Failed to prepare build: "qemu" 1 error occurred: * unknown configuration key: "disk_sizee"',
        explanation: 'Packer does not accept the template with the values of the config.',
        fix: 'Correct the key that the message names.',
        source: 'hashicorp/packer command/build.go',
    },
    {
        id: 'tool-missing',
        pattern: /command not found|: not found$|executable file not found in \$PATH|^make.* Error 127$/,
        line: 'bash: line 1: envsubst: command not found',
        explanation: 'A program that the build calls is not installed.',
        fix: 'Install it: the build needs git, make, jq, yq 4, unzip, curl, gettext, bc and openssl.',
        source: 'EKS Anywhere documentation, image building prerequisites',
    },
    {
        id: 'download-failed',
        pattern: /^curl: \((?:5|6|7|16|18|28|35|52|55|56|92)\)/,
        line: 'curl: (28) Operation timed out after 300000 milliseconds',
        explanation: 'A download failed: the network or the server did.',
        fix: 'Build again; if it stays, allow the host that the step needs.',
        isTransient: true,
        source: 'curl(1), exit codes',
    },
    {
        id: 'download-checksum',
        pattern: /^\S+: FAILED$|computed checksum did NOT match/,
        line: '/home/runner/tmp/eks-image-builder-cni/cni-plugins.tar.gz: FAILED',
        explanation: 'A component that was downloaded is not the one that the release names.',
        fix: 'Look at the proxy or mirror: it served an error page or another version.',
        source: 'eks-anywhere-build-tooling build/setup_packer_configs.sh',
    },
    {
        id: 'panic-no-output',
        pattern: /panic: runtime error: index out of range \[0\] with length 0/,
        line: 'panic: runtime error: index out of range [0] with length 0',
        explanation: 'The CLI crashed because a list is empty: the bundle that a server answered, or the images that the build left.',
        fix: 'Look at what the manifest URLs in the log answer, and whether the build made an image.',
        source: 'aws/eks-anywhere#5186',
    },
    {
        id: 'panic-no-config',
        pattern: /panic: runtime error: invalid memory address or nil pointer/,
        line: 'panic: runtime error: invalid memory address or nil pointer dereference',
        explanation: 'The CLI crashed for want of a config: an air-gapped build cannot do without.',
        fix: 'Give the keys of the hypervisor and the `eksa_…_url` keys in `config`.',
        source: recorded,
    },
    {
        id: 'panic',
        pattern: /^(?:panic|fatal error): /,
        line: 'panic: assignment to entry in nil map',
        explanation: 'A program of the build crashed by a fault of its own.',
        fix: 'Report it to aws/eks-anywhere-build-tooling with the log.',
        source: 'Go runtime',
    },
    {
        id: 'configs-broken-pipe',
        pattern: /setup-packer-configs\S*\] Error 141/,
        line: 'make: *** [Makefile:207: setup-packer-configs-ova] Error 141',
        explanation: "A pipe in upstream's script was closed before all was written to it (SIGPIPE).",
        fix: 'Build again.',
        isTransient: true,
        source: 'aws/eks-anywhere#4724',
    },
    {
        id: 'configs-unsaid',
        pattern: /setup-packer-configs\S*\] Error/,
        line: 'make: *** [Makefile:262: setup-packer-configs-raw-ubuntu-2204] Error 3',
        explanation: "Upstream's script found no such release in the manifest, or could not read it, and says nothing.",
        fix: 'Name the release exactly (v0.26.1, not v0.26); check yq, and that the script reaches the hosts named above.',
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
        fix: 'Install the versions of Packer, its plugins and Ansible that the release wants.',
        source: recorded,
    },
    {
        id: 'make-clone',
        pattern: /\*\*\* \[\S+ image-builder\S*\] /,
        line: 'make: *** [Makefile:301: image-builder] Error 128',
        explanation: 'kubernetes-sigs/image-builder could not be cloned or checked out.',
        fix: 'Allow github.com, or serve the repository nearby and name it in CLONE_URL.',
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
        const since = duration(this.#buildLog.secondsInPhase);
        this.#say(`(${since} in this phase, waiting for ${this.#buildLog.waitingFor()})`);
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/image-builder/process-group.js


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
        await (0,external_node_timers_promises_.setTimeout)(50);
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
    if (!(0,external_node_fs_.existsSync)('/proc/self/stat') || !Number.isSafeInteger(id) || id <= 1)
        return [];
    const leader = processStatus(id);
    if (leader !== undefined && leader.startTime !== startTime)
        return [];
    return (0,external_node_fs_.readdirSync)('/proc')
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
        const stat = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'latin1');
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

;// CONCATENATED MODULE: ./build/image-builder/run-in-group.js




const usualPatience = { cancelled: 6_000, stopped: 60_000 };
const drainPeriod = 2_000;
const run_in_group_longestLine = 64 * 1024;
async function runInGroup(command, options) {
    const { cancelled, stopped, patience = usualPatience } = options;
    const aborted = AbortSignal.any([cancelled, stopped]);
    aborted.throwIfAborted();
    const child = (0,external_node_child_process_.spawn)(command.file, [...command.args], {
        cwd: options.workingDirectory,
        env: { ...command.environment },
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    const group = child.pid === undefined ? undefined : identityOf(child.pid);
    if (group !== undefined)
        options.onStart(group);
    const exited = (0,external_node_events_.once)(child, 'exit');
    exited.catch(() => { });
    await (0,external_node_events_.once)(child, 'spawn');
    const drained = Promise.all([
        readLines(child.stdout, options.onLine),
        readLines(child.stderr, options.onLine),
    ]);
    await Promise.race([exited, settled(aborted)]);
    if (aborted.aborted) {
        await sayFarewell(group ?? '', options, patience);
        await Promise.race([drained, (0,external_node_timers_promises_.setTimeout)(drainPeriod, undefined, { ref: false })]);
        release(child);
        throw aborted.reason;
    }
    const [code, signal] = await exited;
    if (signal !== null)
        release(child);
    await Promise.race([drained, (0,external_node_timers_promises_.setTimeout)(drainPeriod, undefined, { ref: false })]);
    await endGroup(group ?? '', { signal: 'SIGTERM', patienceMs: patience.stopped });
    release(child);
    await drained;
    return { code, signal };
}
function settled(signal) {
    return signal.aborted ? Promise.resolve() : (0,external_node_events_.once)(signal, 'abort');
}
async function sayFarewell(group, { cancelled, onFarewell }, patience) {
    if (!cancelled.aborted)
        return endGroup(group, { signal: 'SIGTERM', patienceMs: patience.stopped });
    onFarewell();
    signalGroup(group, 'SIGINT');
    await waitForGroup(group, patience.cancelled);
}
function readLines(stream, onLine) {
    const decoder = new TextDecoder();
    let rest = '';
    const take = (text) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            onLine(line);
        if (rest.length > run_in_group_longestLine) {
            onLine(rest);
            rest = '';
        }
    };
    stream.on('data', (chunk) => take(decoder.decode(chunk, { stream: true })));
    return new Promise((resolve) => {
        stream.once('close', () => {
            take(decoder.decode());
            if (rest !== '')
                onLine(rest);
            resolve();
        });
    });
}
function release(child) {
    child.stdout?.destroy();
    child.stderr?.destroy();
    child.unref();
}

;// CONCATENATED MODULE: ./build/image-builder/work-folder.js




const prefix = 'node-image-';
const ownerFile = 'owner';
const groupFile = 'group';
const toldFile = 'told';
const killNow = { signal: 'SIGKILL', patienceMs: 1_000 };
const postPatience = 4 * 60_000;
async function createWorkFolder(parent) {
    const path = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, prefix));
    await (0,promises_.writeFile)((0,external_node_path_.join)(path, ownerFile), identityOf(process.pid));
    const folder = { path, build: (0,external_node_path_.join)(path, 'build'), home: (0,external_node_path_.join)(path, 'home') };
    await Promise.all([(0,promises_.mkdir)(folder.build), (0,promises_.mkdir)(folder.home)]);
    return folder;
}
async function emptyBuild({ build }) {
    await (0,promises_.rm)(build, { recursive: true, force: true });
    await (0,promises_.mkdir)(build);
}
function noteGroup(path, group) {
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(path, groupFile), group);
}
function noteFarewell(path) {
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(path, toldFile), '');
}
async function removeIfIdle(path) {
    if (!isGroupRunning(groupIn(path)))
        await remove(path);
}
async function closeWorkFolder(path, log, patienceMs = postPatience) {
    const group = groupIn(path);
    if (isGroupRunning(group)) {
        log.info(`The build is still shutting down; waiting up to ${Math.ceil(patienceMs / 60_000)} minutes for it.`);
        const wasTold = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(path, toldFile));
        const hasEnded = wasTold && (await waitForGroup(group, patienceMs));
        if (!hasEnded)
            await endGroup(group, wasTold ? killNow : { signal: 'SIGTERM', patienceMs });
    }
    await remove(path);
}
async function sweepWorkFolders(parent, log) {
    const names = await (0,promises_.readdir)(parent).catch(() => []);
    for (const name of names.filter((candidate) => candidate.startsWith(prefix))) {
        const path = (0,external_node_path_.join)(parent, name);
        if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(path, ownerFile)) || isProcessRunning(textIn(path, ownerFile)))
            continue;
        log.info(`Removing what an earlier build left behind: ${path}`);
        await closeWorkFolder(path, log, 10_000);
    }
}
function groupIn(path) {
    return textIn(path, groupFile);
}
function textIn(path, name) {
    try {
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(path, name), 'utf8');
    }
    catch {
        return '';
    }
}
async function remove(path) {
    await (0,promises_.rm)(path, { recursive: true, force: true, maxRetries: 3 });
}

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
        exit = await runInGroup(run.command, {
            workingDirectory: run.folder.build,
            cancelled: run.signal,
            stopped: AbortSignal.any([timeout, mismatch.signal]),
            onStart: (group) => noteGroup(run.folder.path, group),
            onFarewell: () => noteFarewell(run.folder.path),
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
    const outputPath = (0,external_node_path_.join)(run.folder.build, run.outputName);
    if (exit.code === 0 && buildLog.facts.isSuccessful)
        await requireOutput(outputPath, run);
    else
        throw buildLog.facts.isWithoutOutput ? await noOutput(run) : await failedBuild(exit, buildLog, run);
    if (logFailure !== undefined)
        throw unwrittenLog(run.logPath, logFailure);
    return { outputPath, phases: buildLog.phases() };
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
    const { buildToolingCommit } = buildLog.facts;
    if (mismatch.signal.aborted || buildToolingCommit === undefined)
        return;
    if (buildToolingCommit === release.buildToolingCommit)
        return;
    mismatch.abort(new action_error/* ActionError */.l('The image-builder CLI is building another release than the verified one.', {
        problems: [
            `verified: ${release.version}, build-tooling commit ${release.buildToolingCommit}`,
            `the CLI checked out ${buildToolingCommit} (from ${buildLog.facts.bundleManifestUrl ?? 'its own manifest'})`,
        ],
        why: 'The CLI downloads the release manifest a second time; between here and there something answers differently.',
        fix: 'Look for a proxy or mirror that serves an old or changed manifest to one of the two.',
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
        fix: `Read the log (${run.logPath}); a slower machine needs a larger \`build-timeout\`.`,
    });
}
async function failedBuild(exit, buildLog, run) {
    const failure = await explainFailure(buildLog, run.folder.build);
    const how = `The image-builder CLI ${describeExit(exit)}`;
    if (failure === undefined) {
        return new action_error/* ActionError */.l(`${how} without a word.`, {
            fix: `Try it by hand: ${run.command.file} version`,
        });
    }
    return new BuildFailure(`The build failed in the phase "${failure.phase}".`, {
        problems: failure.problems.map((problem) => run.redact(problem)),
        why: [failure.why, `${how}.`].filter(Boolean).join(' '),
        fix: [failure.fix, `The whole log: ${run.logPath}`].filter(Boolean).join('\n'),
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
            await emptyBuild(run.folder);
        }
    }
}

// EXTERNAL MODULE: ./build/release/support-matrix.js + 1 modules
var support_matrix = __webpack_require__(20665);
;// CONCATENATED MODULE: ./build/image-builder/command.js


const inherited = [
    'PATH',
    'LANG',
    'LC_ALL',
    'TZ',
    'TMPDIR',
    'USER',
    'LOGNAME',
    'SHELL',
    'PACKER_CACHE_DIR',
    'PACKER_PLUGIN_PATH',
    'SSH_AUTH_SOCK',
    'RUNNER_TRACKING_ID',
];
function buildCommand(options) {
    const { cli, spec, configPath } = options;
    const osFlags = (0,support_matrix/* hasOsFlags */.kN)(spec.eksaVersion)
        ? [
            ...['--eksa-release', spec.eksaVersion],
            ...(spec.osVersion ? ['--os-version', spec.osVersion] : []),
            ...(spec.firmware ? ['--firmware', spec.firmware] : []),
        ]
        : [];
    return {
        file: cli,
        args: [
            'build',
            ...['--os', spec.os],
            ...['--hypervisor', spec.hypervisor],
            ...['--release-channel', spec.releaseChannel],
            ...osFlags,
            ...(configPath ? [`--${spec.hypervisor}-config`, configPath] : []),
        ],
        environment: childEnvironment(options),
    };
}
function expectedOutputName(spec) {
    const extension = node_image_spec/* imageExtensions */._o[spec.hypervisor];
    if (!(0,support_matrix/* hasLongOutputNames */.Ub)(spec.eksaVersion))
        return `${spec.os}.${extension}`;
    return `${spec.os}-${spec.osVersion?.replaceAll('.', '')}-kube-${spec.releaseChannel}.${extension}`;
}
function childEnvironment(options) {
    const { runnerEnvironment, folder, certificatesPath, spec } = options;
    return {
        ...pick(runnerEnvironment, inherited),
        ...proxyVariables(runnerEnvironment),
        HOME: folder.home,
        CI: 'false',
        PACKER_COLOR: 'false',
        CHECKPOINT_DISABLE: '1',
        GIT_TERMINAL_PROMPT: '0',
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'advice.detachedHead',
        GIT_CONFIG_VALUE_0: 'false',
        ANSIBLE_SSH_COMMON_ARGS: '-o UserKnownHostsFile=/dev/null',
        SSH_PASSWORD: options.sshPassword,
        SSL_CERT_FILE: certificatesPath,
        GIT_SSL_CAINFO: certificatesPath,
        CURL_CA_BUNDLE: certificatesPath,
        REQUESTS_CA_BUNDLE: certificatesPath,
        PIP_CERT: certificatesPath,
        ...((0,support_matrix/* hasOsFlags */.kN)(spec.eksaVersion) ? {} : { EKSA_RELEASE_VERSION: spec.eksaVersion }),
    };
}
function proxyVariables(environment) {
    const variables = {};
    for (const name of ['https_proxy', 'http_proxy', 'all_proxy', 'no_proxy']) {
        const value = environment[name] || environment[name.toUpperCase()];
        if (value)
            variables[name] = value;
    }
    return variables;
}
function pick(environment, names) {
    return Object.fromEntries(names.flatMap((name) => {
        const value = environment[name];
        return value === undefined ? [] : [[name, value]];
    }));
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

// EXTERNAL MODULE: ./build/log.js
var build_log = __webpack_require__(36650);
// EXTERNAL MODULE: ./build/plan/complete-spec.js
var complete_spec = __webpack_require__(37931);
// EXTERNAL MODULE: ./build/release/resolve.js + 5 modules
var resolve = __webpack_require__(66120);
// EXTERNAL MODULE: ./build/runner/artifacts.js
var artifacts = __webpack_require__(75324);
// EXTERNAL MODULE: ./build/runner/runner-temp.js
var runner_temp = __webpack_require__(74872);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 13 modules
var core = __webpack_require__(77094);
;// CONCATENATED MODULE: ./build/runner/state.js

function saveState(name, value) {
    core/* saveState */.LZ(name, value);
}
function savedState(name) {
    return core/* getState */.Gu(name) || undefined;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/toolchain/image-builder-cli.js





async function obtainImageBuilderCli(release, folder, http) {
    const archive = release.imageBuilder;
    if (archive === undefined) {
        throw new action_error/* ActionError */.l(`The bundle of EKS Anywhere ${release.version} names no image-builder CLI.`, {
            fix: 'Choose another release with `eks-a-version`.',
        });
    }
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const tarball = (0,external_node_path_.join)(folder, 'image-builder.tar.gz');
    await http.download(archive.uri, tarball, { sha256: archive.sha256, what: 'The image-builder CLI' });
    const path = (0,external_node_path_.join)(folder, 'image-builder');
    await extractOne(tarball, 'image-builder', folder);
    await requireRegularFile(path, archive.uri);
    await (0,promises_.chmod)(path, 0o755);
    return { path, version: await askVersion(path, archive.version) };
}
async function extractOne(tarball, member, folder) {
    try {
        await (0,external_node_util_.promisify)(external_node_child_process_.execFile)('tar', ['-xzf', tarball, '-C', folder, '--no-same-owner', `./${member}`], {
            timeout: 60_000,
        });
    }
    catch (cause) {
        throw new action_error/* ActionError */.l(`The image-builder tarball holds no ./${member}.`, {
            problems: [(0,action_error/* errorMessage */.g)(cause)],
            cause,
        });
    }
}
async function requireRegularFile(path, uri) {
    const found = await (0,promises_.lstat)(path);
    if (!found.isFile())
        throw new action_error/* ActionError */.l(`./image-builder in ${uri} is not a regular file.`);
}
async function askVersion(path, expected) {
    let answer;
    try {
        const { stdout } = await (0,external_node_util_.promisify)(external_node_child_process_.execFile)(path, ['version'], { timeout: 30_000 });
        answer = stdout.trim();
    }
    catch (cause) {
        throw new action_error/* ActionError */.l('The image-builder CLI does not run on this machine.', {
            problems: [(0,action_error/* errorMessage */.g)(cause)],
            why: 'It is a program for Linux on x86_64 with the GNU C library.',
            fix: 'Run the job on an x86_64 Linux runner such as `ubuntu-24.04`, on a disk that is not mounted noexec.',
            cause,
        });
    }
    if (expected !== undefined && answer.replace(/^v/, '') !== expected.replace(/^v/, '')) {
        throw new action_error/* ActionError */.l(`The image-builder CLI says it is ${answer}, but the bundle names ${expected}.`);
    }
    return answer;
}

// EXTERNAL MODULE: ./build/nearest-match.js
var nearest_match = __webpack_require__(67526);
// EXTERNAL MODULE: ./build/release/support-config-keys.js
var support_config_keys = __webpack_require__(43497);
;// CONCATENATED MODULE: ./build/image-builder/config-keys.js
const webAddress = {
    pattern: /^https?:\/\/[^\s/]+\S*$/,
    expected: 'a URL that starts with http:// or https://',
};
const address = {
    pattern: /^(https?|file):\/\/\S+$/,
    expected: 'a URL that starts with https://, http:// or file://',
};
const host = {
    pattern: /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d{1,5})?$/,
    expected: 'a host name without https:// or a path',
};
const wholeNumber = { pattern: /^[1-9]\d*$/, expected: 'a whole number' };
const config_keys_boolean = { pattern: /^(true|false)$/, expected: '`true` or `false`' };
const config_keys_duration = {
    pattern: /^(\d+(\.\d+)?(ns|us|ms|s|m|h))+$/,
    expected: 'a duration such as `40m` or `1h30m`',
};
const hexDigest = {
    pattern: /^([0-9a-fA-F]{64}|[0-9a-fA-F]{128})$/,
    expected: '64 (sha256) or 128 (sha512) hex digits',
};
const vmxVersion = { pattern: /^(1[5-9]|[2-9]\d)$/, expected: 'a number from 15 up' };
const common = {
    iso_url: { format: address },
    iso_checksum: { format: hexDigest },
    iso_checksum_type: { format: { pattern: /^sha(256|512)$/, expected: '`sha256` or `sha512`' } },
    http_proxy: { format: webAddress },
    https_proxy: { format: webAddress },
    no_proxy: {},
    extra_debs: {},
    extra_repos: {},
    firstboot_custom_roles_pre: {},
    firstboot_custom_roles_post: {},
    node_custom_roles_pre: {},
    node_custom_roles_post: {},
    disable_public_repos: { format: config_keys_boolean },
    reenable_public_repos: { format: config_keys_boolean },
    ssh_timeout: { format: config_keys_duration },
    ssh_handshake_attempts: { format: wholeNumber },
};
const configKeys = {
    baremetal: { disk_size: { format: wholeNumber }, ...common },
    vsphere: {
        vcenter_server: { required: true, format: host },
        username: { required: true },
        password: { required: true, secret: true },
        datacenter: { required: true },
        cluster: { required: true },
        datastore: { required: true },
        folder: { required: true },
        network: { required: true },
        resource_pool: {},
        template: {},
        insecure_connection: { format: config_keys_boolean },
        convert_to_template: { format: config_keys_boolean },
        create_snapshot: { format: config_keys_boolean },
        linked_clone: { format: config_keys_boolean },
        vsphere_library_name: {},
        vmx_version: { format: vmxVersion },
        ...common,
    },
};
const rhelKeys = [
    'extra_rpms',
    'rhel_password',
    'rhel_username',
    'rhsm_activation_key',
    'rhsm_org_id',
    'rhsm_server_hostname',
];

// EXTERNAL MODULE: ./build/image-builder/config-text.js
var config_text = __webpack_require__(57958);
;// CONCATENATED MODULE: ./build/image-builder/config.js







function readBuildConfig(sources, target) {
    const problems = [];
    const mappings = sources.texts.map(({ name, text }) => (0,config_text/* parseFlatMapping */.P)(name, text, problems));
    const entries = [...mappings.flatMap((mapping) => mapping ?? []), ...Object.entries(sources.secrets)];
    const isReadable = !mappings.includes(undefined);
    const config = Object.create(null);
    for (const [key, value] of entries)
        if (value !== undefined)
            config[key] = value;
    for (const [key, value] of new Map(entries)) {
        const problem = checkKey(key, target) ?? checkValue(key, value, target);
        if (problem)
            problems.push(`\`${key}\` ${problem}`);
    }
    problems.push(...checkIso(config));
    if (isReadable)
        problems.push(...missingKeys(new Map(entries), target));
    if (problems.length > 0) {
        throw new action_error/* ActionError */.l(`The build config for ${hypervisorNames[target.hypervisor]} is wrong.`, {
            problems,
            ...(isReadable && { fix: `Its keys are ${Object.keys(configKeys[target.hypervisor]).join(', ')}.` }),
        });
    }
    return config;
}
function secretsOf(config, hypervisor) {
    const keys = configKeys[hypervisor];
    const entries = Object.entries(config);
    return {
        values: entries.filter(([key]) => keys[key]?.secret).map(([, value]) => value),
        addresses: entries.map(([, value]) => value).filter((value) => value.includes('://')),
    };
}
const hypervisorNames = { baremetal: 'bare metal', vsphere: 'vSphere' };
function checkKey(key, { hypervisor, eksaVersion }) {
    if (!Object.hasOwn(configKeys[hypervisor], key))
        return unknownKey(key, hypervisor);
    const { since, until } = support_config_keys/* supportedConfigKeys */.R[hypervisor][key] ?? {};
    if (since && !(0,support_matrix/* isAtLeast */.du)(eksaVersion, since)) {
        return `would be ignored: it exists since ${since}, and this is ${eksaVersion}`;
    }
    if (until && (0,support_matrix/* isLineAfter */.p1)(eksaVersion, until)) {
        return `would be ignored: it exists up to v${until}, and this is ${eksaVersion}`;
    }
    return undefined;
}
function unknownKey(key, hypervisor) {
    if (rhelKeys.includes(key))
        return 'is for RHEL only';
    const other = node_image_spec/* buildableHypervisors */.fI.find((candidate) => Object.hasOwn(configKeys[candidate], key));
    if (other !== undefined)
        return `is for ${hypervisorNames[other]} only`;
    const near = (0,nearest_match/* nearestMatch */.G)(key, Object.keys(configKeys[hypervisor]));
    return `is no key of this config${near ? `; did you mean \`${near}\`?` : ''}`;
}
function checkValue(key, value, { hypervisor }) {
    if (value === undefined)
        return undefined;
    if (value === '')
        return 'has no value';
    const format = configKeys[hypervisor][key]?.format;
    return format === undefined || format.pattern.test(value) ? undefined : `must be ${format.expected}`;
}
function missingKeys(given, { hypervisor }) {
    return Object.entries(configKeys[hypervisor])
        .filter(([key, { required }]) => required && !given.has(key))
        .map(([key, { secret }]) => `\`${key}\` is missing${secret ? '; it belongs into `secrets`' : ''}`);
}
function checkIso(config) {
    const problems = [];
    if (config['iso_url'] && !(config['iso_checksum'] && config['iso_checksum_type'])) {
        problems.push('`iso_url` needs `iso_checksum` and `iso_checksum_type` beside it');
    }
    for (const key of ['iso_checksum', 'iso_checksum_type']) {
        if (config[key] && !config['iso_url'])
            problems.push(`\`${key}\` needs \`iso_url\` beside it`);
    }
    const digits = { sha256: 64, sha512: 128 }[config['iso_checksum_type'] ?? ''];
    const { length } = config['iso_checksum'] ?? '';
    if (digits !== undefined && (length === 64 || length === 128) && length !== digits) {
        problems.push(`\`iso_checksum\` has ${length} digits, but ${config['iso_checksum_type']} has ${digits}`);
    }
    return problems;
}

// EXTERNAL MODULE: ./build/runner/inputs.js
var inputs = __webpack_require__(52266);
;// CONCATENATED MODULE: ./build/actions/cell-config.js




async function readCellConfig(inputs, spec, secrets) {
    const fromFile = await readSecretsFile(inputs['secrets-file'], secrets);
    const path = inputs['config-file'];
    const texts = [
        ...(path === undefined
            ? []
            : [{ name: `config-file ${path}`, text: await readInputFile('config-file', path) }]),
        ...(inputs.config === undefined ? [] : [{ name: 'config', text: inputs.config }]),
    ];
    const config = readBuildConfig({ texts, secrets: { ...fromFile, ...inputs.secrets } }, spec);
    const { values, addresses } = secretsOf(config, spec.hypervisor);
    for (const value of values)
        secrets.add(value);
    for (const address of addresses)
        secrets.addUserInfo(address);
    return config;
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

// EXTERNAL MODULE: ./build/runner/summary.js
var summary = __webpack_require__(61115);
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
    };
}
function cellOutputs({ fetched: { release }, channel, finished, built, artifact }) {
    return {
        id: finished.image.spec.id,
        'eks-a-version': release.version,
        'bundle-number': release.bundleNumber,
        signature: release.signature,
        'kube-version': channel.kubeVersion,
        'eksd-release': channel.eksdRelease,
        'artifact-id': artifact?.id,
        'artifact-url': artifact?.url,
        'duration-seconds': built.durationSeconds,
        'attempts-used': built.attemptsUsed,
    };
}
async function summarizeCell(result, secrets) {
    const { release } = result.fetched;
    const { image } = result.finished;
    await (0,summary/* writeSummary */.S)(image.spec.id, [
        ['Image', image.fileName],
        ['sha256', image.sha256],
        ['Size', `${image.size} bytes`],
        ['Inside', image.contents],
        ['EKS Anywhere', `${release.version}, bundle ${release.bundleNumber}, signature ${release.signature}`],
        ['Kubernetes', `${result.channel.kubeVersion} (${result.channel.eksdRelease})`],
        ['Template tags', image.templateTags.join(', ')],
        ['image-builder CLI', result.cli.version],
        ['Build time', buildTime(result.built)],
        ['Phases', result.built.phases.map(({ name, seconds }) => `${name} ${duration(seconds)}`).join(' · ')],
        ['Artifact', result.artifact?.url ?? 'not uploaded'],
        [
            'Verified by no chain',
            'what the build itself downloads: the EKS-D component list, Kubernetes binaries and container images',
        ],
    ], secrets);
}
function buildTime({ durationSeconds, attemptsUsed }) {
    return `${durationSeconds} s${attemptsUsed > 1 ? `, in ${attemptsUsed} attempts` : ''}`;
}

// EXTERNAL MODULE: ./build/actions/fetch-release.js + 2 modules
var fetch_release = __webpack_require__(32068);
// EXTERNAL MODULE: ./build/plan/record.js + 1 modules
var plan_record = __webpack_require__(78554);
;// CONCATENATED MODULE: ./build/actions/upload-record.js


function recordToKeep(request) {
    const { fingerprint, artifact } = request;
    if (fingerprint === undefined || artifact === undefined)
        return undefined;
    if (!(0,plan_record/* mayUseRecords */.JS)(process.env['GITHUB_EVENT_NAME']))
        return undefined;
    const { GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT } = process.env;
    return (0,plan_record/* recordOf */.zv)({
        ...request,
        fingerprint,
        artifact,
        run: {
            repository: GITHUB_REPOSITORY ?? '',
            id: GITHUB_RUN_ID ?? '',
            attempt: Number(GITHUB_RUN_ATTEMPT ?? 1),
        },
        builtAt: new Date(),
    });
}
async function uploadRecord(record, retentionDays, log) {
    const name = (0,plan_record/* recordName */.xD)(record);
    const text = `${JSON.stringify(record, null, 2)}\n`;
    await (0,artifacts/* uploadDocument */.XX)({ what: 'The record for later plans', name, text, retentionDays }, log);
}

;// CONCATENATED MODULE: ./build/actions/build-cell.js





















async function buildCell(context) {
    const { inputs, log, secrets, signal } = context;
    const fetched = await (0,build_log/* inGroup */.H)(log, 'Resolve the EKS Anywhere release', () => (0,fetch_release.fetchRelease)(inputs, log, secrets));
    const { release } = fetched;
    const channel = (0,resolve.findChannel)(release, inputs['release-channel']);
    const spec = (0,complete_spec/* completeSpec */.ZQ)(wantedImage(inputs), release);
    const config = await readCellConfig(inputs, spec, secrets);
    const destination = (0,external_node_path_.resolve)(inputs.destination ?? (0,external_node_path_.join)((0,runner_temp/* runnerTemp */.X)(), 'node-images'));
    await refuseExisting(destination, spec, inputs['replace-existing'] ? 'replace' : 'keep');
    await sweepWorkFolders((0,runner_temp/* runnerTemp */.X)(), log);
    const folder = await createWorkFolder((0,runner_temp/* runnerTemp */.X)());
    saveState('work-folder', folder.path);
    try {
        const cli = await (0,build_log/* inGroup */.H)(log, 'Obtain the image-builder CLI', () => obtainCli(log, fetched, folder));
        const built = await build(context, { fetched, spec, config, cli, folder, destination });
        const finished = await (0,build_log/* inGroup */.H)(log, 'Check the image', () => finishImage({ builtPath: built.outputPath, spec, channel, destination, signal }));
        const { image } = finished;
        log.info(`${image.fileName}: ${image.contents}; ${image.size} bytes; sha256 ${image.sha256}`);
        context.setOutputs(imageOutputs(finished));
        const artifact = await (0,build_log/* inGroup */.H)(log, 'Upload the image', () => (0,artifacts/* uploadFile */.QM)({
            what: 'The image',
            path: image.path,
            mode: inputs['upload-artifact'],
            retentionDays: inputs['retention-days'],
            sha256: image.sha256,
        }, log));
        const record = recordToKeep({ fingerprint: inputs.fingerprint, spec, release, channel, image, artifact });
        if (record !== undefined && inputs.record === 'final') {
            await uploadRecord(record, inputs['retention-days'], log);
        }
        const result = { fetched, channel, finished, cli, built, artifact };
        await summarizeCell(result, secrets);
        return cellOutputs(result);
    }
    finally {
        await removeIfIdle(folder.path);
    }
}
async function cleanUp(log) {
    const path = savedState('work-folder');
    if (path !== undefined)
        await closeWorkFolder(path, log);
}
function wantedImage(inputs) {
    return {
        os: inputs.os,
        osVersion: inputs['os-version'],
        hypervisor: inputs.hypervisor,
        firmware: inputs.firmware,
        releaseChannel: inputs['release-channel'],
    };
}
async function obtainCli(log, { release, http }, folder) {
    const cli = await obtainImageBuilderCli(release, (0,external_node_path_.join)(folder.path, 'cli'), http);
    log.info(`image-builder ${cli.version}, sha256 ${release.imageBuilder?.sha256} as in the bundle`);
    return cli;
}
async function build(context, step) {
    const { inputs, log, secrets, signal } = context;
    const { spec, folder, destination } = step;
    await (0,promises_.mkdir)(destination, { recursive: true });
    const certificatesPath = (0,external_node_path_.join)(folder.path, 'certificates.pem');
    await (0,promises_.writeFile)(certificatesPath, step.fetched.certificates.pem);
    const configPath = await writeConfig(step.config, spec, folder);
    const lent = await lendFiles(process.env['HOME'], folder.home);
    for (const password of lent.passwords)
        secrets.add(password);
    for (const address of lent.addresses)
        secrets.addUserInfo(address);
    const sshPassword = (0,external_node_crypto_.randomBytes)(18).toString('base64url');
    secrets.add(sshPassword);
    const logPath = (0,external_node_path_.join)(destination, `${spec.id}.log`);
    context.setOutputs({ 'log-path': logPath });
    let isFailed = true;
    try {
        const result = await buildWithRetries({
            command: buildCommand({
                cli: step.cli.path,
                spec,
                folder,
                certificatesPath,
                runnerEnvironment: process.env,
                sshPassword,
                ...(configPath && { configPath }),
            }),
            release: step.fetched.release,
            folder,
            outputName: expectedOutputName(spec),
            logPath,
            log,
            redact: (line) => secrets.redact(line),
            signal,
            timeoutMinutes: inputs['build-timeout'],
            onSecret: (secret) => secrets.add(secret),
        }, inputs.attempts);
        isFailed = false;
        return result;
    }
    finally {
        const isWanted = inputs['upload-logs'] === 'always' || (isFailed && inputs['upload-logs'] === 'on-failure');
        if (isWanted && !signal.aborted && (0,external_node_fs_.existsSync)(logPath))
            await uploadLog(logPath, context);
    }
}
async function writeConfig(config, { hypervisor }, folder) {
    if (Object.keys(config).length === 0)
        return undefined;
    const path = (0,external_node_path_.join)(folder.path, `${hypervisor}.json`);
    await (0,promises_.writeFile)(path, JSON.stringify(config), { mode: 0o600, flag: 'wx' });
    return path;
}
async function uploadLog(path, { inputs, log }) {
    try {
        await (0,artifacts/* uploadFile */.QM)({ what: 'The log', path, mode: 'raw', retentionDays: inputs['retention-days'] }, log);
    }
    catch (error) {
        log.warning((0,action_error/* errorMessage */.g)(error));
    }
}


/***/ }),

/***/ 57958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ parseFlatMapping)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

function parseFlatMapping(name, text, problems) {
    if (text.trim() === '')
        return [];
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { schema: 'failsafe', uniqueKeys: true, prettyErrors: false });
    const lineOf = (offset) => text.slice(0, offset ?? 0).split('\n').length;
    if (document.errors.length > 0) {
        problems.push(...document.errors.map((error) => `${name}, line ${lineOf(error.pos[0])}: ${error.message}`));
        return undefined;
    }
    if (document.contents === null)
        return [];
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(document.contents)) {
        problems.push(`${name}: not a mapping of keys to values, but ${kindOf(document.contents)}`);
        return undefined;
    }
    const entries = [];
    for (const { key, value } of document.contents.items) {
        const where = `${name}, line ${lineOf(rangeStart(key))}`;
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key))
            problems.push(`${where}: a key that is not text`);
        else if (value !== null && !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value)) {
            problems.push(`${where}: \`${String(key.value)}\` must be one value, but is ${kindOf(value)}`);
            entries.push([String(key.value), undefined]);
        }
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) && value.type === 'PLAIN' && /^(null|~)$/i.test(String(value.value))) {
            entries.push([String(key.value), '']);
        }
        else
            entries.push([String(key.value), (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) ? String(value.value ?? '') : '']);
    }
    return entries;
}
function rangeStart(node) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? node.range?.[0] : undefined;
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
/* harmony export */   ZQ: () => (/* binding */ completeSpec),
/* harmony export */   ab: () => (/* binding */ refuseTooOld),
/* harmony export */   cd: () => (/* binding */ checkImage)
/* harmony export */ });
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
