export const id = 843;
export const ids = [843];
export const modules = {

/***/ 19391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zu: () => (/* binding */ cliReleaseOf),
  $f: () => (/* binding */ gitMirrors),
  eK: () => (/* binding */ purposeOf),
  J0: () => (/* binding */ setUpTools),
  YN: () => (/* binding */ toolchainVariable)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
// EXTERNAL MODULE: ./build/image-builder/child-environment.js
var child_environment = __webpack_require__(89938);
// EXTERNAL MODULE: ./build/net/certificates.js
var net_certificates = __webpack_require__(55258);
// EXTERNAL MODULE: ./build/net/mirrors.js
var net_mirrors = __webpack_require__(88016);
// EXTERNAL MODULE: ./build/release/build-tooling.js
var build_tooling = __webpack_require__(96877);
// EXTERNAL MODULE: ./build/release/support-matrix.js + 1 modules
var support_matrix = __webpack_require__(20665);
// EXTERNAL MODULE: ./build/runner/runner-temp.js
var runner_temp = __webpack_require__(74872);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./build/runner/tool-cache.js





const maxBytes = 300e6;
const usualPatience = { lookup: 10_000, restore: 60_000, save: 120_000 };
function actionsCache(options) {
    const { folders, log, environment, signal, patienceMs = usualPatience } = options;
    const script = options.script ?? (0,external_node_path_.join)((0,external_node_path_.dirname)(process.argv[1] ?? ''), 'tool-cache.js');
    const run = (job) => runJob(job, { script, environment, signal, patience: patienceMs });
    let isUsable = isOffered(environment);
    return {
        async restore(key) {
            if (!isUsable) {
                log.info('The runner offers no cache.');
                return false;
            }
            const { matched, problem } = await run({ operation: 'restore', key, folders });
            signal.throwIfAborted();
            if (problem !== undefined) {
                log.info(`The cache is not used: ${problem}`);
                isUsable = false;
            }
            return matched === true;
        },
        async save(key) {
            if (!isUsable)
                return;
            const bytes = (await Promise.all(folders.map(sizeOf))).reduce((sum, size) => sum + size, 0);
            if (bytes === 0)
                return;
            if (bytes > maxBytes) {
                log.warning(`The tools are not cached: they have ${(bytes / 1e6).toFixed(0)} MB, more than ${maxBytes / 1e6}.`);
                return;
            }
            const { problem } = await run({ operation: 'save', key, folders: folders.filter(external_node_fs_.existsSync) });
            signal.throwIfAborted();
            log.info(problem === undefined
                ? `Cached ${(bytes / 1e6).toFixed(0)} MB.`
                : `The tools are not cached: ${problem}`);
        },
    };
}
function isOffered(environment) {
    return Boolean(environment['ACTIONS_RUNTIME_TOKEN'] &&
        (environment['ACTIONS_RESULTS_URL'] || environment['ACTIONS_CACHE_URL']));
}
async function runJob(job, options) {
    const { script, environment, signal, patience } = options;
    signal.throwIfAborted();
    const child = (0,external_node_child_process_.fork)(script, [], {
        env: environment,
        execArgv: [],
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        detached: true,
    });
    const kill = () => endGroup(child);
    const killAfter = (milliseconds) => setTimeout(kill, milliseconds);
    signal.addEventListener('abort', kill);
    let timer = killAfter(job.operation === 'save' ? patience.save : patience.lookup);
    try {
        return await new Promise((done) => {
            const fail = (error) => done({ problem: (0,action_error/* errorMessage */.g)(error) });
            child.on('message', (answer) => {
                if (answer.isFound !== true)
                    return done(answer);
                clearTimeout(timer);
                timer = killAfter(patience.restore);
            });
            child.once('error', fail);
            child.once('exit', (code, signal) => done({ problem: signal === 'SIGKILL' ? 'the service does not answer' : `exit code ${code}` }));
            child.send(job, (error) => {
                if (error !== null)
                    fail(error);
            });
        });
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', kill);
        kill();
    }
}
function endGroup({ pid }) {
    try {
        if (pid !== undefined)
            process.kill(-pid, 'SIGKILL');
    }
    catch {
    }
}
async function sizeOf(folder) {
    const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries.filter((entry) => entry.isFile());
    const sizes = await Promise.all(files.map((entry) => (0,promises_.stat)((0,external_node_path_.join)(entry.parentPath, entry.name))));
    return sizes.reduce((sum, { size }) => sum + size, 0);
}

// EXTERNAL MODULE: ./build/toolchain/detached-signature.js
var detached_signature = __webpack_require__(43291);
// EXTERNAL MODULE: ./build/toolchain/file-digest.js
var file_digest = __webpack_require__(44313);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/image-builder/run-in-group.js
var run_in_group = __webpack_require__(91983);
;// CONCATENATED MODULE: ./build/toolchain/run-program.js


const keptLines = 400;
async function runProgram(program) {
    const { file, args, environment, workingDirectory = '/', timeoutMs, signal, onLine } = program;
    const redact = userInfoFilter(environment);
    const lines = [];
    const late = AbortSignal.timeout(timeoutMs);
    try {
        const exit = await (0,run_in_group/* runInGroup */.S)({ file, args, environment: definedOnly(environment) }, {
            workingDirectory,
            cancelled: signal,
            stopped: late,
            onLine: (line) => {
                const printable = redact(line.trimEnd());
                lines.push(printable);
                if (lines.length > keptLines)
                    lines.shift();
                onLine?.(printable);
            },
            onStart: () => { },
            onFarewell: () => { },
            patience: { cancelled: 3_000, stopped: 3_000 },
        });
        if (exit.code !== null)
            return { code: exit.code, lines };
        throw new action_error/* ActionError */.l(`${file} was killed by ${exit.signal}.`, { problems: lastWords(lines) });
    }
    catch (cause) {
        if (cause instanceof action_error/* ActionError */.l || signal.aborted)
            throw cause;
        if (late.aborted) {
            throw new action_error/* ActionError */.l(`${file} did not end within ${timeoutMs / 1000} seconds.`, {
                problems: lastWords(lines),
            });
        }
        throw new action_error/* ActionError */.l(`${file} cannot be started: ${(0,action_error/* errorMessage */.g)(cause)}`, { cause });
    }
}
function lastWords(lines, count = 6) {
    return lines.filter((line) => line.trim() !== '').slice(-count);
}
function userInfoFilter(environment) {
    const passwords = Object.values(environment).flatMap((value = '') => [...value.matchAll(/(?:^|[\s,/])[^\s/:@]*:([^\s/]+)@/g)].flatMap(([, password = '']) => [
        password,
        decoded(password),
    ]));
    return (line) => passwords.reduce((text, password) => text.replaceAll(password, '***'), line.replace(/([a-z][a-z0-9+.-]*:\/\/)[^/\s]+@/gi, '$1***@'));
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function definedOnly(environment) {
    return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

;// CONCATENATED MODULE: ./build/toolchain/git-mirror.js





const minutes = 60_000;
const abandonedAfterMs = 24 * 60 * minutes;
const refs = ['+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*'];
async function obtainGitMirror(request) {
    const { url, root, revision } = request;
    const { pathname } = new URL(url);
    const folder = (0,external_node_path_.join)(root, pathname);
    if (await holds(folder, request))
        return folder;
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(folder), { recursive: true });
    if (await isRepository(folder, request)) {
        const { lines } = await git(request, ['--git-dir', folder, 'fetch', '--quiet', '--force', url, ...refs]);
        if (await holds(folder, request))
            return folder;
        throw failed(request, lines);
    }
    await sweep(folder);
    const draft = draftOf(folder);
    try {
        const { code, lines } = await git(request, ['clone', '--quiet', '--bare', url, draft]);
        if (code !== 0)
            throw failed(request, lines);
        await place(draft, folder, request);
    }
    finally {
        await (0,promises_.rm)(draft, { recursive: true, force: true });
    }
    if (await holds(folder, request))
        return folder;
    throw new action_error/* ActionError */.l(`${url} has no ${revision}.`);
}
async function place(draft, folder, request) {
    if (await isRepository(folder, request))
        return;
    const ruin = draftOf(folder);
    await (0,promises_.rename)(folder, ruin).catch(ignore('ENOENT'));
    await (0,promises_.rename)(draft, folder).catch(ignore('ENOTEMPTY', 'EEXIST'));
    await (0,promises_.rm)(ruin, { recursive: true, force: true });
}
function ignore(...codes) {
    return (error) => {
        if (!codes.includes(error.code ?? ''))
            throw error;
    };
}
function draftOf(folder) {
    return `${folder}.${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`;
}
async function sweep(folder) {
    const parent = (0,external_node_path_.dirname)(folder);
    for (const name of await (0,promises_.readdir)(parent)) {
        if (!name.startsWith(`${(0,external_node_path_.basename)(folder)}.`))
            continue;
        const path = (0,external_node_path_.join)(parent, name);
        const { mtimeMs } = await (0,promises_.stat)(path).catch(() => ({ mtimeMs: Date.now() }));
        if (Date.now() - mtimeMs > abandonedAfterMs)
            await (0,promises_.rm)(path, { recursive: true, force: true });
    }
}
async function readFromMirror(folder, path, request) {
    const { code, lines } = await git(request, [
        '--git-dir',
        folder,
        'cat-file',
        'blob',
        `${request.revision}:${path}`,
    ]);
    if (code !== 0)
        throw failed(request, lines);
    return lines.join('\n').trim();
}
async function holds(folder, request) {
    const { code } = await git(request, [
        '--git-dir',
        folder,
        'cat-file',
        '-e',
        `${request.revision}^{commit}`,
    ]);
    return code === 0;
}
async function isRepository(folder, request) {
    const { code } = await git(request, ['--git-dir', folder, 'rev-parse', '--is-bare-repository']);
    return code === 0;
}
function git({ environment, signal }, args) {
    return runProgram({
        file: 'git',
        args: ['-c', 'safe.directory=*', '-c', 'gc.auto=0', ...args],
        environment: { ...environment, GIT_TERMINAL_PROMPT: '0' },
        timeoutMs: 10 * minutes,
        signal,
    });
}
function failed({ url, revision }, lines) {
    return new action_error/* ActionError */.l(`${revision} of ${url} cannot be fetched.`, { problems: lastWords(lines) });
}

;// CONCATENATED MODULE: ./build/toolchain/hashicorp-key.js
const hashicorpKey = {
    fingerprint: 'c874011f0ab405110d02105534365d9472d7468f',
    armored: `-----BEGIN PGP PUBLIC KEY BLOCK-----

mQINBGB9+xkBEACabYZOWKmgZsHTdRDiyPJxhbuUiKX65GUWkyRMJKi/1dviVxOX
PG6hBPtF48IFnVgxKpIb7G6NjBousAV+CuLlv5yqFKpOZEGC6sBV+Gx8Vu1CICpl
Zm+HpQPcIzwBpN+Ar4l/exCG/f/MZq/oxGgH+TyRF3XcYDjG8dbJCpHO5nQ5Cy9h
QIp3/Bh09kET6lk+4QlofNgHKVT2epV8iK1cXlbQe2tZtfCUtxk+pxvU0UHXp+AB
0xc3/gIhjZp/dePmCOyQyGPJbp5bpO4UeAJ6frqhexmNlaw9Z897ltZmRLGq1p4a
RnWL8FPkBz9SCSKXS8uNyV5oMNVn4G1obCkc106iWuKBTibffYQzq5TG8FYVJKrh
RwWB6piacEB8hl20IIWSxIM3J9tT7CPSnk5RYYCTRHgA5OOrqZhC7JefudrP8n+M
pxkDgNORDu7GCfAuisrf7dXYjLsxG4tu22DBJJC0c/IpRpXDnOuJN1Q5e/3VUKKW
mypNumuQpP5lc1ZFG64TRzb1HR6oIdHfbrVQfdiQXpvdcFx+Fl57WuUraXRV6qfb
4ZmKHX1JEwM/7tu21QE4F1dz0jroLSricZxfaCTHHWNfvGJoZ30/MZUrpSC0IfB3
iQutxbZrwIlTBt+fGLtm3vDtwMFNWM+Rb1lrOxEQd2eijdxhvBOHtlIcswARAQAB
tERIYXNoaUNvcnAgU2VjdXJpdHkgKGhhc2hpY29ycC5jb20vc2VjdXJpdHkpIDxz
ZWN1cml0eUBoYXNoaWNvcnAuY29tPokCVAQTAQoAPgIbAwULCQgHAgYVCgkICwIE
FgIDAQIeAQIXgBYhBMh0AR8KtAURDQIQVTQ2XZRy10aPBQJplkfQBQkQrOy3AAoJ
EDQ2XZRy10aPw6gP/3GUEMUa6mCRuuSOT9UnziPIvXYd63mcN6A6Jwmwj8JaB2qu
OCijvJkw56UbZK3x1FZIbe0hA6VUAwNSNmSIxVJkilgwIYYFO0tnL79XhIeP7jYF
ydXLZ4rTi1FDl8lltAujTNARdY8UGg4hGlcM9OrEeXEFLWugJNiChL15FVoxZqIS
jeduaEqyxGfJnyVwy8z3pZfgODeFr7xs2NkUIMSfuRg24VcL4aW8Frt3jW8P45y3
o/5fsi6Aw2tZ0wD9NSgkVc8VD1NRV9eSZ95Bv+Awf9IXa+Cn5OCjc8Jc+XF+nLfB
oPswOO7E8dLiuBUw6/GzSLMbVs8qf8BNXB92dOe1VccVTqjCxK2sEpVaHh7e+co8
d8lDGBIWMGh7NS6XlGORpFb/T6gxjjOYUV3SKd4QDebUUG8kMkb5juLljOoq+YOP
vgNLDZLZteFpmH+zB9DpOY1YtHZB/OD+DtzLMaSl6VPF2Ln0j5aQGwNDt7sheyAe
sXbu0qn2H5FxojSfvhT0kUDKZ0mgg5y3Oflg49MiAOhjLGY0JocFpBeMILw27fbw
fpIBP7siQWFTFJ1O+l2NQiWAwC2x5fX2EakyCBJmrkPV2hr4nEogNqg9/RDskIUq
cpcOOd/0BntiXMyUCCH2AoCt5acaTQ0WU6CAosZPojOYhtGGgOgeQSdflpMSuQIN
BGB9+xkBEACoklYsfvWRCjOwS8TOKBTfl8myuP9V9uBNbyHufzNETbhYeT33Cj0M
GCNd9GdoaknzBQLbQVSQogA+spqVvQPz1MND18GIdtmr0BXENiZE7SRvu76jNqLp
KxYALoK2Pc3yK0JGD30HcIIgx+lOofrVPA2dfVPTj1wXvm0rbSGA4Wd4Ng3d2AoR
G/wZDAQ7sdZi1A9hhfugTFZwfqR3XAYCk+PUeoFrkJ0O7wngaon+6x2GJVedVPOs
2x/XOR4l9ytFP3o+5ILhVnsK+ESVD9AQz2fhDEU6RhvzaqtHe+sQccR3oVLoGcat
ma5rbfzH0Fhj0JtkbP7WreQf9udYgXxVJKXLQFQgel34egEGG+NlbGSPG+qHOZtY
4uWdlDSvmo+1P95P4VG/EBteqyBbDDGDGiMs6lAMg2cULrwOsbxWjsWka8y2IN3z
1stlIJFvW2kggU+bKnQ+sNQnclq3wzCJjeDBfucR3a5WRojDtGoJP6Fc3luUtS7V
5TAdOx4dhaMFU9+01OoH8ZdTRiHZ1K7RFeAIslSyd4iA/xkhOhHq89F4ECQf3Bt4
ZhGsXDTaA/VgHmf3AULbrC94O7HNqOvTWzwGiWHLfcxXQsr+ijIEQvh6rHKmJK8R
9NMHqc3L18eMO6bqrzEHW0Xoiu9W8Yj+WuB3IKdhclT3w0pO4Pj8gQARAQABiQI8
BBgBCgAmAhsMFiEEyHQBHwq0BRENAhBVNDZdlHLXRo8FAmmWR+0FCRCs7NQACgkQ
NDZdlHLXRo/R0A//QW1opBlzWSmWww1q9QuJA2WCIIs8tJKRDOsmgJPscNpzwZFU
N1Df0wWNjqi1BDReei7lZTHwUk+ebBn0bkI3ANmmgYg7LBueAt5UWSingOc+rvKA
N32BDzBYkMckRzJSQsmeC5hm3J3wLSy90uaIlrJJE9GJZkf/W2Ob+4SQZZ+dnnRP
JokDdW1DuZS9PbxSLJKD5eIWHBxJnFM1CmHfOfrjTJ+MYvVGM5sxSY8R7E+GADj5
L/i4N+tTFJLuTMYARGfA6d+KPKcMJtgpUPjSMAg8nGUhukctpuBs27mOKW0CBtmJ
82X/qYROTL0+vGTvUYflYiuceVlhX/kw0JZnMaG5V/mpHq8SwD07pCGOf69j/mNa
5EL3++Pmzg0s0stw3Ea5pCN0cL/nKkoWchHBfW15W4JOnKAIspyD1vH670P4WfeV
E9B9d6tgKSbM/9JlXoQS5ZdG+kbdosieELhmVWmvojyK7K+Ry6C9wgd+UfnW5jXd
iNwKW3KHuautQwlFhHRNMyDg08c+pI5emTMT3IUQyGWo+Gska3TqGujFcABx7Ip+
mHNmMrCkSD+XC2bvzvRR7FcM0/B9fsjLX/Wttm5vRJ1d2oAoEPvw2IZnJIXpOt2z
zo55sJTztNu4lWGgDVgtp9SXO5a0E5YvFHQNZN5QLeVTTFu6I7qG+ME1E/K5Ag0E
YH3+JQEQALivllTjMolxUW2OxrXb+a2Pt6vjCBsiJzrUj0Pa63U+lT9jldbCCfgP
wDpcDuO1O05Q8k1MoYZ6HddjWnqKG7S3eqkV5c3ct3amAXp513QDKZUfIDylOmhU
qvxjEgvGjdRjz6kECFGYr6Vnj/p6AwWv4/FBRFlrq7cnQgPynbIH4hrWvewp3Tqw
GVgqm5RRofuAugi8iZQVlAiQZJo88yaztAQ/7VsXBiHTn61ugQ8bKdAsr8w/ZZU5
HScHLqRolcYg0cKN91c0EbJq9k1LUC//CakPB9mhi5+aUVUGusIM8ECShUEgSTCi
KQiJUPZ2CFbbPE9L5o9xoPCxjXoX+r7L/WyoCPTeoS3YRUMEnWKvc42Yxz3meRb+
BmaqgbheNmzOah5nMwPupJYmHrjWPkX7oyyHxLSFw4dtoP2j6Z7GdRXKa2dUYdk2
x3JYKocrDoPHh3Q0TAZujtpdjFi1BS8pbxYFb3hHmGSdvz7T7KcqP7ChC7k2RAKO
GiG7QQe4NX3sSMgweYpl4OwvQOn73t5CVWYp/gIBNZGsU3Pto8g27vHeWyH9mKr4
cSepDhw+/X8FGRNdxNfpLKm7Vc0Sm9Sof8TRFrBTqX+vIQupYHRi5QQCuYaV6OVr
ITeegNK3So4m39d6ajCR9QxRbmjnx9UcnSYYDmIB6fpBuwT0ogNtABEBAAGJBHIE
GAEKACYCGwIWIQTIdAEfCrQFEQ0CEFU0Nl2UctdGjwUCYH4bgAUJAeFQ2wJAwXQg
BBkBCgAdFiEEs2y6kaLAcwxDX8KAsLRBCXaFtnYFAmB9/iUACgkQsLRBCXaFtnYX
BhAAlxejyFXoQwyGo9U+2g9N6LUb/tNtH29RHYxy4A3/ZUY7d/FMkArmh4+dfjf0
p9MJz98Zkps20kaYP+2YzYmaizO6OA6RIddcEXQDRCPHmLts3097mJ/skx9qLAf6
rh9J7jWeSqWO6VW6Mlx8j9m7sm3Ae1OsjOx/m7lGZOhY4UYfY627+Jf7WQ5103Qs
lgQ09es/vhTCx0g34SYEmMW15Tc3eCjQ21b1MeJD/V26npeakV8iCZ1kHZHawPq/
aCCuYEcCeQOOteTWvl7HXaHMhHIx7jjOd8XX9V+UxsGz2WCIxX/j7EEEc7CAxwAN
nWp9jXeLfxYfjrUB7XQZsGCd4EHHzUyCf7iRJL7OJ3tz5Z+rOlNjSgci+ycHEccL
YeFAEV+Fz+sj7q4cFAferkr7imY1XEI0Ji5P8p/uRYw/n8uUf7LrLw5TzHmZsTSC
UaiL4llRzkDC6cVhYfqQWUXDd/r385OkE4oalNNE+n+txNRx92rpvXWZ5qFYfv7E
95fltvpXc0iOugPMzyof3lwo3Xi4WZKc1CC/jEviKTQhfn3WZukuF5lbz3V1PQfI
xFsYe9WYQmp25XGgezjXzp89C/OIcYsVB1KJAKihgbYdHyUN4fRCmOszmOUwEAKR
3k5j4X8V5bk08sA69NVXPn2ofxyk3YYOMYWW8ouObnXoS8QJEDQ2XZRy10aPMpsQ
AIbwX21erVqUDMPn1uONP6o4NBEq4MwG7d+fT85rc1U0RfeKBwjucAE/iStZDQoM
ZKWvGhFR+uoyg1LrXNKuSPB82unh2bpvj4zEnJsJadiwtShTKDsikhrfFEK3aCK8
Zuhpiu3jxMFDhpFzlxsSwaCcGJqcdwGhWUx0ZAVD2X71UCFoOXPjF9fNnpy80YNp
flPjj2RnOZbJyBIM0sWIVMd8F44qkTASf8K5Qb47WFN5tSpePq7OCm7s8u+lYZGK
wR18K7VliundR+5a8XAOyUXOL5UsDaQCK4Lj4lRaeFXunXl3DJ4E+7BKzZhReJL6
EugV5eaGonA52TWtFdB8p+79wPUeI3KcdPmQ9Ll5Zi/jBemY4bzasmgKzNeMtwWP
fk6WgrvBwptqohw71HDymGxFUnUP7XYYjic2sVKhv9AevMGycVgwWBiWroDCQ9Ja
btKfxHhI2p+g+rcywmBobWJbZsujTNjhtme+kNn1mhJsD3bKPjKQfAxaTskBLb0V
wgV21891TS1Dq9kdPLwoS4XNpYg2LLB4p9hmeG3fu9+OmqwY5oKXsHiWc43dei9Y
yxZ1AAUOIaIdPkq+YG/PhlGE4YcQZ4RPpltAr0HfGgZhmXWigbGS+66pUj+Ojysc
j0K5tCVxVu0fhhFpOlHv0LWaxCbnkgkQH9jfMEJkAWMOuQINBGCAXCYBEADW6RNr
ZVGNXvHVBqSiOWaxl1XOiEoiHPt50Aijt25yXbG+0kHIFSoR+1g6Lh20JTCChgfQ
kGGjzQvEuG1HTw07YhsvLc0pkjNMfu6gJqFox/ogc53mz69OxXauzUQ/TZ27GDVp
UBu+EhDKt1s3OtA6Bjz/csop/Um7gT0+ivHyvJ/jGdnPEZv8tNuSE/Uo+hn/Q9hg
8SbveZzo3C+U4KcabCESEFl8Gq6aRi9vAfa65oxD5jKaIz7cy+pwb0lizqlW7H9t
Qlr3dBfdIcdzgR55hTFC5/XrcwJ6/nHVH/xGskEasnfCQX8RYKMuy0UADJy72TkZ
bYaCx+XXIcVB8GTOmJVoAhrTSSVLAZspfCnjwnSxisDn3ZzsYrq3cV6sU8b+QlIX
7VAjurE+5cZiVlaxgCjyhKqlGgmonnReWOBacCgL/UvuwMmMp5TTLmiLXLT7uxeG
ojEyoCk4sMrqrU1jevHyGlDJH9Taux15GILDwnYFfAvPF9WCid4UZ4Ouwjcaxfys
3LxNiZIlUsXNKwS3mhiMRL4TRsbs4k4QE+LIMOsauIvcvm8/frydvQ/kUwIhVTH8
0XGOH909bYtJvY3fudK7ShIwm7ZFTduBJUG473E/Fn3VkhTmBX6+PjOC50HR/Hyb
waRCzfDruMe3TAcE/tSP5CUOb9C7+P+hPzQcDwARAQABiQRyBBgBCgAmAhsCFiEE
yHQBHwq0BRENAhBVNDZdlHLXRo8FAmmWSAoFCRCqi+QCQMF0IAQZAQoAHRYhBDdO
x1tIWRNgSoMcx8ggxtXNJ6uHBQJggFwmAAoJEMggxtXNJ6uHRfAP/2CGdSyg0K7U
66Vygl0dugxrMm8O3/Oe211BKdQsFUSWAznOTRTK/zvMUHO4LJAlYvdtZ6xDa4XH
l9FYQ8MR9ZV0OuOlAZvU4IJDLPVCU09X/UzX/GEoZL0R5esvwPAXopMaRHCfXJeI
/gEaB94UhAeYlwpcRn0eSuk1vyZx7GRE6/hog8DCf4hoT40dW20gGe58xcvJ+mRY
lC0lr16WH08wuUcee6+dgu+4Cg6SG6+zt9cMyl8VnTUL5BK/V3MebnYZJK0RFDNn
nXDhzStgOd5gOeIL+xBPXHd0/ld/rDM74SFExpuS+hNsyo+xMQ/HJavak21MFinu
l9COwfGEmlAXTGMY30Lf3Pt/eAkbwgmGc966VSoRmOFEXJVlDr+yJR6ru+7j50z8
lAv6Lsop7sun1Qysbo0swf6W1qgPf6VWbx91NTFLkw0+gD8jxwrU5ZMkeSuntX9d
pjuZS29CflXXIRPlvhuiDPicwTpYuIUx37vHveAH5gnowZg247x780Urrsx8duTX
8CI9MAnqzm4dFAiRlwE8bvLk+l9wekiXA9gIMZiVNqNlduXIqvAG21Wdgq8qyeXK
y/XWCVKDQOmEbFAltfNam8E3KEw0fl199x+93d5ckDGcPzUYPbNkCuIwngC/ZN96
pDafF3Z12fSNfhZUe0C8td8KAszYa96GCRA0Nl2UctdGj1gKD/4jOGhEGTg88Vyu
PVjeK+zkwrTIZSvHdUHfTt/+rTLSNb/RQiBCUQuEZvafj6FrntS7bAEhccGqH894
T3St5K0AXWkvsLd6K+cbIQdlnFA2zb6geJUCk6qx5NgWpRc3i0DS7CheGwl+Bwu7
+n9pNjNjiHV+rYDgqbQXG0dtGysB0/3qIRgEDHFO0HJu/dcte4oXrQIqrZrpOwe8
WxqFqdU918JpSUcc8coiFp9YtwpgqQNxGVZ+rhgnTGdZzk1f/Yhhimh+2B0ReaFv
k3UzVBj3HQ9C6+Ot3MyDEhSgdhjr9e25Tm9S5YfhwtWmghRw9RKPyLMSXSxm/Uc0
mK1NucAp8TQBwKqKzNpCk5IdrBSWRUbjOoOFyzyCsY6gS285GCpSIzI39hTf+3gd
wYPlE6fj+F2TZzdhx62DPnzBzBHnByYTVdJ649bx0FFp4Q+5TbIWtxu/AQkRDxmW
NQfE+6GgeshlrhXWsh6+PGDzt+2raG6zUT913sdz7Ctw4fLjmsKOTdTz3Xa9pr8l
xfI/JuukSgt9o/n3GirhTB3zE1w/I/Xt6k7oASiP3zQSuHtB/CYKYHDtOCWwjo7J
PEGtb/FkreKNxsk/p20jnlrB8WZxxswdr2Vri9NmFeyMDVX7qF3WqT+8aCV9GtS1
GCHx/5nGBdDwoxEsXqpI3IUqPb6FDg==
=wtp+
-----END PGP PUBLIC KEY BLOCK-----
`,
};

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/toolchain/locks/ansible.js
const ansibleLock = {
    date: '2026-11-23',
    cores: {
        '2.15.3': {
            'ansible_core-2.15.3-py3-none-any.whl': 'bc2f5ab74e1c81609aaa9bc8f7f92d939d8e1c847923290301231bdf4dadc812',
        },
        '2.15.4': {
            'ansible_core-2.15.4-py3-none-any.whl': '5c57089405406f3004e948127b518b65509e280d524f61f91cc6360303fc388b',
        },
        '2.15.8': {
            'ansible_core-2.15.8-py3-none-any.whl': '55e6f4350fb98ac5441620ba981b1d9f7b90aa5f320885965af996e149bd3caa',
        },
        '2.15.9': {
            'ansible_core-2.15.9-py3-none-any.whl': '5b6a4b12aa5358f60933e79d86763e3558862282fb1dc563a29b9999e5849fc3',
        },
        '2.15.10': {
            'ansible_core-2.15.10-py3-none-any.whl': '42e49f1a6d8cf6cccde775c06c1394885353b71ad9e5f670c6f32d2890127ce8',
        },
        '2.15.12': {
            'ansible_core-2.15.12-py3-none-any.whl': '390edd603420122f7cb1c470d8d1f8bdbbd795a1844dd03c1917db21935aecb9',
        },
        '2.15.13': {
            'ansible_core-2.15.13-py3-none-any.whl': 'e7f50bbb61beae792f5ecb86eff82149d3948d078361d70aedb01d76bc483c30',
        },
    },
    collections: {
        name: 'ansible',
        version: '8.7.0',
        wheels: {
            'ansible-8.7.0-py3-none-any.whl': 'fa7d3bc2dfdb0ab031df645814ff86b15cb5ec041bfbee4041f795abfa5646ca',
        },
    },
    packages: [
        {
            name: 'certifi',
            version: '2026.10.18',
            pythons: ['3.9', '3.10', '3.11'],
            wheels: {
                'certifi-2026.10.18-py3-none-any.whl': '73191c47aaa79da394e8fee2dbc2ec827432cab56311122c9e47abf79e390f62',
            },
        },
        {
            name: 'cffi',
            version: '2.0.0',
            pythons: ['3.9'],
            wheels: {
                'cffi-2.0.0-cp39-cp39-manylinux2014_x86_64.manylinux_2_17_x86_64.whl': '61d028e90346df14fedc3d1e5441df818d095f3b87d286825dfcbd6459b7ef63',
            },
        },
        {
            name: 'cffi',
            version: '2.1.1',
            pythons: ['3.10', '3.11'],
            wheels: {
                'cffi-2.1.1-cp310-cp310-manylinux2014_x86_64.manylinux_2_17_x86_64.whl': '194cffa889098ced9976c3fc6340305e43f6303657d298da55366907c05c22d6',
                'cffi-2.1.1-cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.whl': '34e261f78cb6ceaaa36f42f2613f4380d94d9c759a9c73c769ee6e0247364632',
            },
        },
        {
            name: 'charset-normalizer',
            version: '3.5.2',
            pythons: ['3.9', '3.10', '3.11'],
            wheels: {
                'charset_normalizer-3.5.2-cp39-cp39-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl': '55ea99acb17b9325618de155a0cd6a2e8f5d10be008113e1d433bbb58db543b2',
                'charset_normalizer-3.5.2-cp310-cp310-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl': '8a893cc101149f80a653f82062ebc95b34525a2614382e1da5458fe7c6997249',
                'charset_normalizer-3.5.2-cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl': '211d5a3eb6af8f513b8d4ca19a8c1b7accab1b5f0d3175f9826b03c1a920dc1f',
            },
        },
        {
            name: 'cryptography',
            version: '50.0.2',
            pythons: ['3.9', '3.10', '3.11'],
            wheels: {
                'cryptography-50.0.2-cp39-abi3-manylinux_2_28_x86_64.whl': 'f21e8a22c8605750c7af886bab299a363721264061b4ac0a30efb73cfd58efc5',
                'cryptography-50.0.2-cp39-abi3-manylinux_2_34_x86_64.whl': '1981f1db4630889b9ef7803fadef12b056f428cb6b85c27ba57b774793b6093c',
                'cryptography-50.0.2-cp311-abi3-manylinux_2_28_x86_64.whl': '4061c0079120205fb760c58acab6443e217307dcf05e3702cf970e0689972856',
                'cryptography-50.0.2-cp311-abi3-manylinux_2_34_x86_64.whl': '9dab55f57c74c3cad24c323bacbbd04be4705ba6eb0d92e920b1fc4837ed5079',
            },
        },
        {
            name: 'idna',
            version: '3.20',
            pythons: ['3.9', '3.10', '3.11'],
            wheels: {
                'idna-3.20-py3-none-any.whl': 'ab7ae7122974553370f0bdb919e1a960b2cd1bc1ef0276416d896db81c14582c',
            },
        },
        {
            name: 'importlib-resources',
            version: '5.0.7',
            pythons: ['3.9'],
            wheels: {
                'importlib_resources-5.0.7-py3-none-any.whl': '2238159eb743bd85304a16e0536048b3e991c531d1cd51c4a834d1ccf2829057',
            },
        },
        {
            name: 'jinja2',
            version: '3.1.6',
            pythons: ['3.9', '3.10', '3.11'],
            wheels: {
                'jinja2-3.1.6-py3-none-any.whl': '85ece4451f492d0c13c5dd7c13a64681a86afae63a5f347908daf103ce6d2f67',
            },
        },
        {
            name: 'markupsafe',
            version: '3.0.4',
            pythons: ['3.9', '3.10', '3.11'],
            wheels: {
                'markupsafe-3.0.4-cp39-cp39-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl': '5e8b3d0b18fd623afa12ecb2ce8d8becef69f9b5440c6330c7972200e0bb84b0',
                'markupsafe-3.0.4-cp310-cp310-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl': 'd1aca03ede943eb80ab3d63bb082c84b7aab85ea83bd0fd0c200260945fb49d9',
                'markupsafe-3.0.4-cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl': '6da83a088f8ef93b2d483a8232a4dbf4d69d3d8496b568a03c56becac43e1808',
            },
        },
        {
            name: 'packaging',
            version: '26.3',
            pythons: ['3.9', '3.10', '3.11'],
            wheels: {
                'packaging-26.3-py3-none-any.whl': 'd7193f7c8e4e93f444fde0262bf90af30e16fa0ad0ad44cb553c87339b23cd1c',
            },
        },
        {
            name: 'pycparser',
            version: '2.23',
            pythons: ['3.9'],
            wheels: {
                'pycparser-2.23-py3-none-any.whl': 'e5c6e8d3fbad53479cab09ac03729e0a9faf2bee3db8208a550daf5af81a5934',
            },
        },
        {
            name: 'pycparser',
            version: '3.11',
            pythons: ['3.10'],
            wheels: {
                'pycparser-3.11-py3-none-any.whl': '51d5a8ba2be0bbe440b99d2112604c95bbbc3c2748a64260186c541e1729cd80',
            },
        },
        {
            name: 'pycparser',
            version: '3.12',
            pythons: ['3.11'],
            wheels: {
                'pycparser-3.12-py3-none-any.whl': 'a076f3f489b39b43ed13563a1dafe42447445bec2e294154ec5c57fcdda4c85e',
            },
        },
        {
            name: 'pyspnego',
            version: '0.12.4',
            pythons: ['3.9', '3.10', '3.11'],
            wheels: {
                'pyspnego-0.12.4-py3-none-any.whl': 'a29a34de1abe9e9b30d9aa1d363f8e49fc159eb7355b1f2ee86ccb3a2ce3bba9',
            },
        },
        {
            name: 'pywinrm',
            version: '0.5.0',
            pythons: ['3.9', '3.10', '3.11'],
            wheels: {
                'pywinrm-0.5.0-py3-none-any.whl': 'c267046d281de613fc7c8a528cdd261564d9b99bdb7c2926221eff3263b700c8',
            },
        },
        {
            name: 'pyyaml',
            version: '6.0.3',
            pythons: ['3.9', '3.10', '3.11'],
            wheels: {
                'pyyaml-6.0.3-cp39-cp39-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl': '0150219816b6a1fa26fb4699fb7daa9caf09eb1999f3b70fb6e786805e80375a',
                'pyyaml-6.0.3-cp310-cp310-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl': '9c7708761fccb9397fe64bbc0395abcae8c4bf7b0eac081e12b809bf47700d0b',
                'pyyaml-6.0.3-cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl': 'b8bb0864c5a28024fac8a632c443c87c5aa6f215c0b126c449ae1a150412f31d',
            },
        },
        {
            name: 'requests',
            version: '2.32.5',
            pythons: ['3.9'],
            wheels: {
                'requests-2.32.5-py3-none-any.whl': '2462f94637a34fd532264295e186976db0f5d453d1cdd31473c85a6a161affb6',
            },
        },
        {
            name: 'requests',
            version: '2.34.2',
            pythons: ['3.10', '3.11'],
            wheels: {
                'requests-2.34.2-py3-none-any.whl': '2a0d60c172f83ac6ab31e4554906c0f3b3588d37b5cb939b1c061f4907e278e0',
            },
        },
        {
            name: 'requests-ntlm',
            version: '1.3.0',
            pythons: ['3.9', '3.10', '3.11'],
            wheels: {
                'requests_ntlm-1.3.0-py3-none-any.whl': '4c7534a7d0e482bb0928531d621be4b2c74ace437e88c5a357ceb7452d25a510',
            },
        },
        {
            name: 'resolvelib',
            version: '1.0.1',
            pythons: ['3.9', '3.10', '3.11'],
            wheels: {
                'resolvelib-1.0.1-py2.py3-none-any.whl': 'd2da45d1a8dfee81bdd591647783e340ef3bcb104b54c383f70d422ef5cc7dbf',
            },
        },
        {
            name: 'typing-extensions',
            version: '4.16.0',
            pythons: ['3.9', '3.10'],
            wheels: {
                'typing_extensions-4.16.0-py3-none-any.whl': '481caa481374e813c1b176ada14e97f1f67a4539ce9cfeb3f350d78d6370c2e8',
            },
        },
        {
            name: 'urllib3',
            version: '2.6.3',
            pythons: ['3.9'],
            wheels: {
                'urllib3-2.6.3-py3-none-any.whl': 'bf272323e553dfb2e87d9bfd225ca7b0f467b919d7bbd355436d3fd37cb0acd4',
            },
        },
        {
            name: 'urllib3',
            version: '2.8.0',
            pythons: ['3.10', '3.11'],
            wheels: {
                'urllib3-2.8.0-py3-none-any.whl': '0cf3cae568d36aa9576b28dfb35f11328f1cb974ca7647d9475ebb86c75ac6e3',
            },
        },
        {
            name: 'xmltodict',
            version: '1.0.4',
            pythons: ['3.9', '3.10', '3.11'],
            wheels: {
                'xmltodict-1.0.4-py3-none-any.whl': 'a4a00d300b0e1c59fc2bfccb53d7b2e88c32f200df138a0dd2229f842497026a',
            },
        },
    ],
};

;// CONCATENATED MODULE: ./build/toolchain/ansible-lock.js



const usualCore = '2.15.13';
const lockedPythons = ['3.11', '3.10', '3.9'];
function requirementsOf(required, python) {
    const ansibleCore = lockedCore(required);
    const { name, version, wheels } = ansibleLock.collections;
    const packages = [
        requirement('ansible-core', ansibleCore, ansibleLock.cores[ansibleCore] ?? {}),
        ...ansibleLock.packages
            .filter(({ pythons }) => pythons.includes(python))
            .map((locked) => requirement(locked.name, locked.version, locked.wheels)),
    ].join('');
    const collections = requirement(name, version, wheels);
    return {
        ansibleCore,
        packages,
        collections,
        collectionsWheel: Object.keys(wheels)[0] ?? '',
        digest: (0,external_node_crypto_.createHash)('sha256').update(packages).update(collections).digest('hex'),
    };
}
function lockedCore({ ansible = usualCore }) {
    if (ansible in ansibleLock.cores)
        return ansible;
    const known = Object.keys(ansibleLock.cores);
    throw new action_error/* ActionError */.l(`The release requires ansible-core ${ansible}, which this action cannot install.`, {
        problems: [`It has lock files for ${known.join(', ')}.`],
        why: 'The release is newer than this version of the action.',
        fix: 'Use a newer version of this action, or choose an older release with `eks-a-version`.',
    });
}
function requirement(name, version, wheels) {
    const hashes = Object.values(wheels).map((sha256) => ` --hash=sha256:${sha256}`);
    return `${name}==${version}${hashes.join('')}\n`;
}

;// CONCATENATED MODULE: ./build/toolchain/ansible-pip.js





const collections = ['community/general', 'community/windows', 'ansible/posix', 'ansible/windows'];
const inherited = [
    ...[
        'PATH',
        'HOME',
        'XDG_CONFIG_HOME',
        'TMPDIR',
        'NETRC',
        'SSL_CERT_FILE',
        'SSL_CERT_DIR',
        'REQUESTS_CA_BUNDLE',
    ],
    ...['PIP_INDEX_URL', 'PIP_EXTRA_INDEX_URL', 'PIP_CONFIG_FILE', 'PIP_CERT', 'PIP_CLIENT_CERT', 'PIP_PROXY'],
    ...['PIP_TRUSTED_HOST', 'PIP_TIMEOUT', 'PIP_DEFAULT_TIMEOUT', 'PIP_RETRIES', 'PIP_KEYRING_PROVIDER'],
    'PIP_FIND_LINKS',
];
function pipEnvironment(environment) {
    const picked = inherited.map((name) => [name, environment[name]]);
    return {
        ...Object.fromEntries(picked.filter(([, value]) => value !== undefined)),
        ...(0,child_environment/* proxyVariables */.eq)(environment),
        LANG: 'C.UTF-8',
        PIP_ROOT_USER_ACTION: 'ignore',
    };
}
const unpack = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as wheel:
    wanted = tuple("ansible_collections/%s/" % name for name in sys.argv[3:])
    wheel.extractall(sys.argv[2], [name for name in wheel.namelist() if name.startswith(wanted)])`;
async function unpackCollections(wheel, folder, python) {
    const target = await sitePackages(folder);
    const { code, lines } = await python(['-I', '-c', unpack, wheel, target, ...collections]);
    if (code === 0)
        return;
    throw new action_error/* ActionError */.l('The Galaxy collections cannot be unpacked.', { problems: lastWords(lines) });
}
async function ansibleCollections(folder) {
    const root = (0,external_node_path_.join)(await sitePackages(folder), 'ansible_collections');
    const found = await Promise.all(collections.map((name) => (0,promises_.access)((0,external_node_path_.join)(root, name, 'MANIFEST.json')).then(() => [name], () => [])));
    return found.flat();
}
async function sitePackages(folder) {
    const [python = ''] = await (0,promises_.readdir)((0,external_node_path_.join)(folder, 'lib'));
    return (0,external_node_path_.join)(folder, 'lib', python, 'site-packages');
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/toolchain/python-standalone.js
const standalonePython = {
    version: '3.11.16',
    url: 'https://github.com/astral-sh/python-build-standalone/releases/download/20260814/cpython-3.11.16%2B20260814-x86_64-unknown-linux-gnu-install_only_stripped.tar.gz',
    sha256: '3b437f08720d3ddd9c1904532476ec9fb373e800d1598c72c907dd6d5f29b79b',
};

;// CONCATENATED MODULE: ./build/toolchain/python.js








async function findPython(request) {
    const { environment } = request;
    const candidates = [...candidatesOnPath(environment), ...(await candidatesInToolCache(environment))];
    for (const path of candidates) {
        const python = await probe(path, environment);
        if (python !== undefined)
            return python;
    }
    return fetchStandalone(request);
}
function candidatesOnPath({ PATH = '' }) {
    const folders = PATH.split(external_node_path_.delimiter).filter(external_node_path_.isAbsolute);
    const names = [...lockedPythons.map((minor) => `python${minor}`), 'python3'];
    return names.flatMap((name) => folders.map((folder) => (0,external_node_path_.join)(folder, name)));
}
async function candidatesInToolCache(environment) {
    const root = environment['RUNNER_TOOL_CACHE'] ?? environment['AGENT_TOOLSDIRECTORY'];
    if (!root)
        return [];
    const folder = (0,external_node_path_.join)(root, 'Python');
    const versions = await (0,promises_.readdir)(folder).catch(() => []);
    return lockedPythons.flatMap((minor) => versions
        .filter((version) => version.startsWith(`${minor}.`))
        .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
        .map((version) => (0,external_node_path_.join)(folder, version, 'x64', 'bin', 'python3')));
}
const question = `
import ctypes, ensurepip, json, os, platform, ssl, sys, venv, zlib
print(json.dumps({
  "path": os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable),
  "version": "%d.%d.%d" % sys.version_info[:3],
  "isRight": sys.implementation.name == "cpython" and sys.maxsize > 2**32 and platform.machine() == "x86_64"
    and platform.libc_ver()[0] == "glibc" and sys.version_info >= (3, 9, 2)
    and tuple(int(part) for part in ensurepip.version().split(".")[:2]) >= (20, 3),
}))`;
async function probe(path, environment) {
    try {
        const { stdout } = await (0,external_node_util_.promisify)(external_node_child_process_.execFile)(path, ['-I', '-c', question], {
            env: { PATH: environment['PATH'], HOME: environment['HOME'], LANG: 'C.UTF-8' },
            timeout: 20_000,
        });
        const answer = JSON.parse(stdout);
        const minor = answer.version.slice(0, answer.version.lastIndexOf('.'));
        const isRight = answer.isRight && lockedPythons.some((locked) => locked === minor);
        return isRight ? { path: answer.path, version: answer.version, minor } : undefined;
    }
    catch {
        return undefined;
    }
}
async function fetchStandalone(request) {
    const { environment, store, http, log, signal, standalone = standalonePython } = request;
    log.info(`No Python ${lockedPythons.at(-1)} to ${lockedPythons[0]} with venv is on PATH or in the tool cache: CPython ${standalone.version} is taken.`);
    const pathIn = (folder) => (0,external_node_path_.join)(folder, 'bin', 'python3');
    const { folder } = await store.obtain({
        name: 'python',
        version: standalone.version,
        key: standalone.sha256,
        async make(folder) {
            const tarball = (0,external_node_path_.join)(folder, 'python.tar.gz');
            await http.download(standalone.url, tarball, {
                sha256: standalone.sha256,
                what: 'The standalone Python',
            });
            const { code, lines } = await runProgram({
                file: 'tar',
                args: ['-xzf', tarball, '-C', folder, '--strip-components=1', '--no-same-owner'],
                environment: { PATH: environment['PATH'] },
                timeoutMs: 120_000,
                signal,
            });
            if (code !== 0)
                throw new action_error/* ActionError */.l('The standalone Python cannot be unpacked.', { problems: lastWords(lines) });
            await (0,promises_.rm)(tarball);
        },
        verify: async (folder) => (await probe(pathIn(folder), environment))?.version === standalone.version,
    });
    const python = await probe(pathIn(folder), environment);
    if (python !== undefined)
        return python;
    throw new action_error/* ActionError */.l(`CPython ${standalone.version} does not run on this runner.`, {
        fix: 'Install a Python of 3.9 to 3.11 with its venv module, for example with actions/setup-python.',
    });
}

;// CONCATENATED MODULE: ./build/toolchain/ansible.js










async function obtainAnsible(request) {
    const python = await findPython(request);
    const requirements = requirementsOf(request.required, python.minor);
    const { ansibleCore, digest } = requirements;
    const key = (0,file_digest/* keyOf */.TN)(digest, python.path, python.minor);
    const { folder, isHit } = await request.store.obtain({
        name: 'ansible',
        version: ansibleCore,
        key,
        make: (folder) => makeEnvironment(folder, { request, python, requirements }),
        verify: (folder) => isIntact(folder, ansibleCore, request),
    });
    return { binFolder: (0,external_node_path_.join)(folder, 'bin'), version: ansibleCore, pythonVersion: python.version, isHit };
}
async function makeEnvironment(folder, making) {
    const { request, python, requirements } = making;
    const { wheelFolder, log } = request;
    log.info(`Ansible: ansible-core ${requirements.ansibleCore} on Python ${python.version} (${python.path})`);
    const { code, lines } = await run(request, python.path, ['-I', '-m', 'venv', folder]);
    if (code !== 0) {
        throw new action_error/* ActionError */.l(`Python ${python.version} cannot make a virtual environment.`, {
            problems: lastWords(lines),
            fix: `Repair ${python.path}, or put another Python of 3.9 to 3.11 on PATH.`,
        });
    }
    await (0,promises_.mkdir)(wheelFolder, { recursive: true });
    await removeStrangers(wheelFolder);
    const packages = (0,external_node_path_.join)(folder, 'packages.txt');
    const collections = (0,external_node_path_.join)(folder, 'collections.txt');
    await (0,promises_.writeFile)(packages, requirements.packages);
    await (0,promises_.writeFile)(collections, requirements.collections);
    if ((await installOffline(folder, packages, request)) !== undefined) {
        await download(folder, packages, request);
        const problems = await installOffline(folder, packages, request);
        if (problems !== undefined)
            throw new action_error/* ActionError */.l('Ansible cannot be installed.', { problems });
    }
    const wheel = (0,external_node_path_.join)(wheelFolder, requirements.collectionsWheel);
    if (!(await isThere(wheel)))
        await download(folder, collections, request);
    await unpackCollections(wheel, folder, (args) => run(request, (0,external_node_path_.join)(folder, 'bin', 'python3'), args));
}
async function removeStrangers(wheelFolder) {
    const { cores, collections, packages } = ansibleLock;
    const lists = [...Object.values(cores), collections.wheels, ...packages.map(({ wheels }) => wheels)];
    const wanted = new Map(lists.flatMap((wheels) => Object.entries(wheels)));
    for (const name of await (0,promises_.readdir)(wheelFolder)) {
        const path = (0,external_node_path_.join)(wheelFolder, name);
        const isWanted = wanted.has(name) && (await (0,file_digest/* sha256Of */.Bj)(path).catch(() => undefined)) === wanted.get(name);
        if (!isWanted)
            await (0,promises_.rm)(path, { recursive: true, force: true });
    }
}
async function installOffline(folder, requirements, request) {
    const { code, lines } = await pip(folder, request, [
        'install',
        ...['--no-index', '--find-links', request.wheelFolder, '--no-user', '--no-warn-script-location'],
        ...['--no-deps', '--require-hashes', '--only-binary', ':all:', '--requirement', requirements],
    ]);
    return code === 0 ? undefined : errorsIn(lines);
}
async function download(folder, requirements, request) {
    const { code, lines } = await pip(folder, request, [
        'download',
        ...['--dest', request.wheelFolder, '--progress-bar', 'off'],
        ...['--no-deps', '--require-hashes', '--only-binary', ':all:', '--requirement', requirements],
    ]);
    if (code === 0)
        return;
    const isOther = lines.some((line) => line.includes('DO NOT MATCH THE HASHES'));
    throw new action_error/* ActionError */.l('The packages of Ansible cannot be downloaded by pip.', {
        problems: errorsIn(lines),
        why: isOther
            ? 'The index serves other files than PyPI does; they were not installed.'
            : 'The runner does not reach PyPI, or its mirror lacks a package.',
        fix: 'Let the runner reach PyPI, or set PIP_INDEX_URL (or pip.conf) of the runner to a mirror of it; a proxy goes into `https_proxy`.',
    });
}
function pip(folder, request, args) {
    return run(request, (0,external_node_path_.join)(folder, 'bin', 'python3'), [
        ...['-m', 'pip', '--no-input', '--no-cache-dir', '--disable-pip-version-check', ...args],
    ]);
}
function run({ environment, signal }, file, args) {
    return runProgram({ file, args, environment: pipEnvironment(environment), timeoutMs: 600_000, signal });
}
function errorsIn(lines) {
    const errors = lines.filter((line) => /^\s*(ERROR|WARNING: Retrying|Expected sha256|Got)\b/.test(line));
    return [...new Set(lastWords(errors.length > 0 ? errors : lines))];
}
async function isIntact(folder, core, { environment, signal }) {
    const bin = (0,external_node_path_.join)(folder, 'bin');
    const { lines } = await runProgram({
        file: (0,external_node_path_.join)(bin, 'ansible'),
        args: ['--version'],
        environment: {
            PATH: `${bin}:${environment['PATH']}`,
            HOME: environment['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(),
            LANG: 'C.UTF-8',
        },
        timeoutMs: 60_000,
        signal,
    });
    return lines.includes(`ansible [core ${core}]`) && (await ansibleCollections(folder)).length === 4;
}
async function isThere(path) {
    return (0,promises_.access)(path).then(() => true, () => false);
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
;// CONCATENATED MODULE: ./build/toolchain/host-tools-search.js






const usualFolders = ['usr/local/sbin', 'usr/local/bin', 'usr/sbin', 'usr/bin', 'sbin', 'bin'];
async function searchTool(tool, request) {
    const { environment, root = '/' } = request;
    const wrong = [];
    const onPath = foldersOf(environment);
    const folders = new Set([...onPath, ...usualFolders.map((folder) => (0,external_node_path_.join)(root, folder))]);
    let isFirst = true;
    for (const folder of folders) {
        const path = (0,external_node_path_.join)(folder, tool.name);
        request.signal.throwIfAborted();
        if (!(await isProgram(path)))
            continue;
        const version = await askVersion(tool, path, request);
        const found = { path, version: version ?? '', isFirst: isFirst && onPath.includes(folder) };
        if (version !== undefined)
            return { right: found, wrong };
        wrong.push(found);
        isFirst = false;
    }
    return { wrong };
}
function foldersOf({ PATH = '' }) {
    return PATH.split(external_node_path_.delimiter).filter(external_node_path_.isAbsolute);
}
async function isProgram(path) {
    try {
        await (0,promises_.access)(path, external_node_fs_.constants.X_OK);
        return (await (0,promises_.stat)(path)).isFile();
    }
    catch {
        return false;
    }
}
async function askVersion(tool, path, request) {
    if (tool.versionArgs === undefined)
        return '';
    const said = await say(path, tool.versionArgs, request);
    if (said === undefined || (tool.says !== undefined && !tool.says.test(said)))
        return undefined;
    const version = /\d+(?:\.\d+)+/.exec(said)?.[0] ?? '';
    const isTooOld = tool.oldest !== undefined && compareNumbers(version, tool.oldest) < 0;
    const isTooNew = tool.newest !== undefined && compareNumbers(version, tool.newest) > 0;
    return isTooOld || isTooNew ? undefined : version;
}
async function say(path, args, request) {
    const { PATH, HOME } = request.environment;
    const child = (0,external_node_child_process_.spawn)(path, args, {
        env: { PATH, HOME, LC_ALL: 'C' },
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
    });
    const end = () => {
        try {
            if (child.pid !== undefined)
                process.kill(-child.pid, 'SIGKILL');
        }
        catch {
        }
    };
    const patience = AbortSignal.any([request.signal, AbortSignal.timeout(10_000)]);
    patience.addEventListener('abort', end);
    try {
        const [stdout, stderr, [code]] = await Promise.all([
            (0,consumers_.text)(child.stdout),
            (0,consumers_.text)(child.stderr),
            (0,external_node_events_.once)(child, 'close'),
        ]);
        return code === 0 ? stdout + stderr : undefined;
    }
    catch {
        return undefined;
    }
    finally {
        patience.removeEventListener('abort', end);
    }
}
function compareNumbers(a, b) {
    return a.localeCompare(b, 'en', { numeric: true });
}

;// CONCATENATED MODULE: ./build/toolchain/host-tools-qemu.js





const qemuElsewhere = 'usr/libexec/qemu-kvm';
const wholeFirmware = ['usr/share/ovmf/OVMF.fd', 'usr/share/OVMF/OVMF.fd', 'usr/share/edk2/ovmf/OVMF.fd'];
const firmwareParts = [
    ['usr/share/OVMF/OVMF_VARS.fd', 'usr/share/OVMF/OVMF_CODE.fd'],
    ['usr/share/OVMF/OVMF_VARS_4M.fd', 'usr/share/OVMF/OVMF_CODE_4M.fd'],
    ['usr/share/edk2/ovmf/OVMF_VARS.fd', 'usr/share/edk2/ovmf/OVMF_CODE.fd'],
    ['usr/share/edk2/ovmf/OVMF_VARS.fd', 'usr/share/edk2/ovmf/OVMF_CODE.cc.fd'],
];
async function findQemuElsewhere(root) {
    const path = (0,external_node_path_.join)(root, qemuElsewhere);
    return (await isProgram(path)) ? path : undefined;
}
async function firmwareKnownTo(qemu, name) {
    const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile)(qemu, ['-L', 'help'], { timeout: 20_000, env: { LC_ALL: 'C' } });
    const stdout = await run.then((said) => said.stdout, () => '');
    for (const folder of stdout.split('\n').filter(external_node_path_.isAbsolute)) {
        if (await host_tools_qemu_isThere((0,external_node_path_.join)(folder, name)))
            return (0,external_node_path_.join)(folder, name);
    }
    return undefined;
}
async function findFirmware(root) {
    for (const files of [...wholeFirmware.map((file) => [file]), ...firmwareParts]) {
        const paths = files.map((file) => (0,external_node_path_.join)(root, file));
        if ((await Promise.all(paths.map(host_tools_qemu_isThere))).every(Boolean))
            return paths;
    }
    return undefined;
}
function host_tools_qemu_isThere(path) {
    return (0,promises_.access)(path).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./build/toolchain/host-tools-links.js




async function placeLinks(links, { store, root = '/' }) {
    const { firmwareFor } = links;
    const programs = Object.entries(links.programs).filter(([, path]) => path !== firmwareFor);
    if (programs.length === 0 && firmwareFor === undefined)
        return undefined;
    const firmware = firmwareFor === undefined ? undefined : await readAll((await findFirmware(root)) ?? []);
    const hash = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(links));
    const { folder } = await store.obtain({
        name: 'host-tools',
        version: '1',
        key: hash.update(firmware ?? '').digest('hex'),
        async make(folder) {
            const bin = (0,external_node_path_.join)(folder, 'bin');
            await (0,promises_.mkdir)(bin);
            for (const [name, path] of programs)
                await (0,promises_.symlink)(path, (0,external_node_path_.join)(bin, name));
            if (firmware === undefined || firmwareFor === undefined)
                return;
            await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'OVMF.fd'), firmware);
            const script = `#!/bin/sh\nexec ${quoted(firmwareFor)} -L ${quoted(folder)} "$@"\n`;
            await (0,promises_.writeFile)((0,external_node_path_.join)(bin, 'qemu-system-x86_64'), script);
            await (0,promises_.chmod)((0,external_node_path_.join)(bin, 'qemu-system-x86_64'), 0o755);
        },
        verify: async (folder) => {
            const own = firmware === undefined ? [] : ['OVMF.fd', 'bin/qemu-system-x86_64'];
            const names = [...programs.map(([name]) => `bin/${name}`), ...own];
            const checks = await Promise.allSettled(names.map((name) => (0,promises_.access)((0,external_node_path_.join)(folder, name))));
            return checks.every(({ status }) => status === 'fulfilled');
        },
    });
    return (0,external_node_path_.join)(folder, 'bin');
}
async function readAll(paths) {
    return Buffer.concat(await Promise.all(paths.map((path) => (0,promises_.readFile)(path))));
}
function quoted(text) {
    return `'${text.replaceAll("'", `'\\''`)}'`;
}

;// CONCATENATED MODULE: ./build/toolchain/host-tools-make.js







async function buildMake(pinned, request) {
    const { store, http, environment, signal } = request;
    const programIn = (folder) => (0,external_node_path_.join)(folder, 'make');
    const { folder } = await store.obtain({
        name: 'make',
        version: pinned.version,
        key: pinned.sha256,
        async make(folder) {
            const tarball = (0,external_node_path_.join)(folder, 'make.tar.gz');
            await http.download(pinned.url, tarball, { sha256: pinned.sha256, what: 'The source of GNU make' });
            const source = (0,external_node_path_.join)(folder, 'source');
            const { PATH, TMPDIR } = environment;
            const steps = [
                ['mkdir', source],
                ['tar', '-xzf', tarball, '-C', source, '--strip-components=1', '--no-same-owner'],
                [
                    'sh',
                    './configure',
                    '--disable-nls',
                    '--disable-load',
                    '--without-guile',
                    '--disable-dependency-tracking',
                ],
                ['sh', './build.sh'],
                ['mv', (0,external_node_path_.join)(source, 'make'), programIn(folder)],
            ];
            for (const [file, ...args] of steps) {
                const workingDirectory = file === 'sh' ? source : folder;
                const { code, lines } = await runProgram({
                    ...{ file, args, workingDirectory, signal, timeoutMs: 600_000 },
                    environment: { PATH, TMPDIR, LC_ALL: 'C', CFLAGS: '-O2 -std=gnu17' },
                });
                if (code !== 0) {
                    throw new action_error/* ActionError */.l(`GNU make ${pinned.version} cannot be built (\`${file} ${args[0]}\`).`, {
                        problems: lastWords(lines),
                        fix: 'Install gcc with the headers of the C library, or a GNU make up to 4.3 in any folder of PATH.',
                    });
                }
            }
            await (0,promises_.rm)(source, { recursive: true });
            await (0,promises_.rm)(tarball);
        },
        verify: async (folder) => (await versionOf(programIn(folder)))?.startsWith(`GNU Make ${pinned.version}\n`) === true,
    });
    return programIn(folder);
}
async function fetchProgram(name, pinned, request) {
    const { store, http } = request;
    const { folder } = await store.obtain({
        name,
        version: pinned.version,
        key: pinned.sha256,
        async make(folder) {
            const path = (0,external_node_path_.join)(folder, name);
            await http.download(pinned.url, path, { sha256: pinned.sha256, what: `The program ${name}` });
            await (0,promises_.chmod)(path, 0o755);
        },
        verify: async (folder) => (await (0,file_digest/* sha256Of */.Bj)((0,external_node_path_.join)(folder, name))) === pinned.sha256,
    });
    return (0,external_node_path_.join)(folder, name);
}
async function versionOf(path) {
    const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile)(path, ['--version'], { timeout: 20_000, env: { LC_ALL: 'C' } });
    return run.then(({ stdout }) => stdout, () => undefined);
}

;// CONCATENATED MODULE: ./build/toolchain/host-tools-table.js
const distributions = {
    ubuntu: { name: 'Ubuntu', versions: ['20.04', '22.04', '24.04', '26.04'], manager: 'apt' },
    debian: { name: 'Debian', versions: ['12'], manager: 'apt' },
    rhel: { name: 'RHEL', versions: ['8', '9'], manager: 'dnf' },
    amzn: { name: 'Amazon Linux', versions: ['2023'], manager: 'dnf' },
};
const debian = (name) => ({ ubuntu: name, debian: name });
const redHat = (name) => ({ rhel: name, amzn: name });
const everywhere = (name) => ({ ...debian(name), ...redHat(name) });
const qemuBuilds = ['baremetal', 'cloudstack'];
const hostTools = [
    {
        name: 'git',
        why: 'clones the build tooling and kubernetes-sigs/image-builder, and applies patches to it',
        versionArgs: ['--version'],
        packages: everywhere('git'),
    },
    {
        name: 'make',
        why: 'runs both Makefiles; the documentation of EKS Anywhere says that they fail with 4.4.1',
        versionArgs: ['--version'],
        says: /GNU Make/,
        newest: '4.3',
        wanted: 'GNU make up to 4.3',
        packages: everywhere('make'),
        otherwise: 'if it is newer, the action builds make 4.3 from source, apart from it',
    },
    {
        name: 'yq',
        why: 'reads release and bundle manifests in the Makefiles; kislyuk’s program of the same name does not understand the calls',
        versionArgs: ['--version'],
        says: /mikefarah/,
        oldest: '4.18.1',
        newest: '4.9999',
        wanted: 'mikefarah’s yq 4',
        packages: {},
        otherwise: 'no distribution has a package of it, so the action fetches a pinned binary',
    },
    {
        name: 'jq',
        why: 'writes Packer’s variable files',
        versionArgs: ['--version'],
        packages: everywhere('jq'),
    },
    {
        name: 'curl',
        why: 'fetches manifests and checks that artifacts are there',
        versionArgs: ['--version'],
        packages: { ...debian('curl'), rhel: 'curl', amzn: 'curl-minimal' },
    },
    {
        name: 'unzip',
        why: 'unpacks Packer where it is not there yet',
        versionArgs: ['-v'],
        packages: everywhere('unzip'),
    },
    {
        name: 'envsubst',
        why: 'fills in the templates of Packer’s configs (build/setup_packer_configs.sh)',
        versionArgs: ['--version'],
        packages: { ...debian('gettext-base'), ...redHat('gettext') },
    },
    {
        name: 'bc',
        why: 'measures how long each target takes (Common.mk)',
        versionArgs: ['--version'],
        packages: everywhere('bc'),
    },
    {
        name: 'openssl',
        why: 'hashes the password of the build user (hack/set-ssh-password.sh)',
        versionArgs: ['version'],
        oldest: '1.1.1',
        wanted: 'OpenSSL 1.1.1 or newer',
        packages: everywhere('openssl'),
    },
    {
        name: 'ssh',
        why: 'connects Ansible to the build VM',
        versionArgs: ['-V'],
        packages: { ...debian('openssh-client'), ...redHat('openssh-clients') },
    },
    {
        name: 'ip',
        why: 'finds the address at which the build VM reaches Packer, if an interface is given',
        versionArgs: ['-V'],
        packages: { ...debian('iproute2'), ...redHat('iproute') },
    },
    {
        name: 'which',
        why: 'names the tools in the log (build/validate_required_deps.sh)',
        packages: { ...debian('debianutils'), ...redHat('which') },
    },
    {
        name: 'tar',
        why: 'unpacks the image-builder CLI',
        versionArgs: ['--version'],
        packages: everywhere('tar'),
    },
    {
        name: 'gzip',
        why: 'compresses the raw disk',
        versionArgs: ['--version'],
        packages: everywhere('gzip'),
    },
    {
        name: 'qemu-img',
        why: 'makes the disk of the build VM',
        hypervisors: qemuBuilds,
        versionArgs: ['--version'],
        packages: { ...debian('qemu-utils'), rhel: 'qemu-img' },
    },
    {
        name: 'qemu-system-x86_64',
        why: 'runs the build VM',
        hypervisors: qemuBuilds,
        versionArgs: ['--version'],
        packages: { ...debian('qemu-system-x86'), rhel: 'qemu-kvm' },
        otherwise: 'on RHEL it is `/usr/libexec/qemu-kvm`, which the action offers under the usual name',
    },
    {
        name: 'OVMF.fd',
        why: 'is the UEFI firmware of the build VM',
        hypervisors: ['baremetal'],
        packages: { ...debian('ovmf'), rhel: 'edk2-ovmf' },
        otherwise: 'if it comes in two parts, as on RHEL, the action joins them',
    },
];
const compiler = {
    name: 'gcc',
    why: 'builds make 4.3',
    versionArgs: ['--version'],
    packages: { ...debian('gcc libc6-dev'), ...redHat('gcc glibc-devel') },
};
const leftOut = [
    {
        packages: 'libvirt-daemon-system, libvirt-clients, virtinst',
        why: 'Packer starts QEMU itself; libvirt brings a bridge with a DHCP server, of which the documentation itself warns',
    },
    {
        packages: 'libguestfs-tools, libosinfo-bin',
        why: 'nothing in the chain opens or describes images with them',
    },
    { packages: 'cpu-checker', why: 'the check of the runner tests `/dev/kvm` itself' },
    { packages: 'wget', why: 'the documentation fetches yq with it; here that is done with a checksum' },
    { packages: 'yq as a snap', why: 'needs snapd, updates itself, and reads no files outside the home' },
];
const hostDownloads = {
    yq: {
        version: '4.45.1',
        url: 'https://github.com/mikefarah/yq/releases/download/v4.45.1/yq_linux_amd64',
        sha256: '654d2943ca1d3be2024089eb4f270f4070f491a0610481d128509b2834870049',
    },
    make: {
        version: '4.3',
        url: 'https://ftp.gnu.org/gnu/make/make-4.3.tar.gz',
        sha256: 'e05fdde47c5f7ca45cb697e973894ff4f5d79e13b750ed57d7b66d8defc78e19',
    },
};

// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/toolchain/packages.js








async function readDistribution(root = '/') {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(root, 'etc/os-release'), 'utf8').catch(() => '');
    const values = Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [
        name,
        value.replace(/^(["'])(.*)\1$/, '$2'),
    ]));
    const names = [values['ID'] ?? '', ...(values['ID_LIKE'] ?? '').split(' ')];
    const id = names.find((name) => name in distributions);
    return { name: values['PRETTY_NAME'] ?? 'this Linux', ...(id !== undefined && { id }) };
}
async function installPackages(request) {
    const { missing, distribution, policy, log } = request;
    if (missing.length === 0)
        return;
    if (policy === 'never')
        throw missingTools(request, '`install-packages` is `never`.');
    const { id } = distribution;
    if (id === undefined) {
        throw missingTools(request, `${distribution.name} is none whose packages this action knows.`);
    }
    const packages = packagesOf(missing, id);
    const unpackaged = missing.filter(({ packages }) => packages[id] === undefined);
    if (unpackaged.length > 0) {
        const names = unpackaged.map(({ name }) => name).join(', ');
        throw missingTools(request, `${distribution.name} has no package of ${names}.`);
    }
    const prefix = await rootPrefix(request);
    if (prefix === undefined) {
        throw missingTools(request, 'The runner’s user is not root and has no `sudo` without a password.');
    }
    log.info(`Installing ${packages.join(' ')}: ${missing.map(({ name }) => name).join(', ')} missing`);
    for (const command of commandsOf(distributions[id].manager, packages))
        await runManager(request, prefix, command);
}
function missingTools({ missing, distribution }, why) {
    const ids = distribution.id === undefined ? ['ubuntu', 'rhel'] : [distribution.id];
    const commands = ids.flatMap((id) => {
        const packages = packagesOf(missing, id);
        if (packages.length === 0)
            return [];
        const lines = commandsOf(distributions[id].manager, packages).map((args) => `sudo ${args.join(' ')}`);
        return [lines.join(' && ')];
    });
    return new action_error/* ActionError */.l('Programs that a build needs are missing on this runner.', {
        problems: missing.map(({ name, wanted, why: use }) => `${wanted ?? name}: ${use}`),
        why,
        fix: distribution.id !== undefined &&
            missing.some(({ packages }) => packages[distribution.id ?? 'rhel'] === undefined)
            ? 'Use a runner with another distribution, such as `ubuntu-24.04`.'
            : `Run on the runner: ${commands.join('   or: ')}`,
    });
}
function packagesOf(tools, id) {
    return [...new Set(tools.flatMap(({ packages }) => packages[id]?.split(' ') ?? []))];
}
function commandsOf(manager, packages) {
    if (manager === 'dnf')
        return [['dnf', '-y', '--setopt=install_weak_deps=False', 'install', ...packages]];
    return [
        ['apt-get', 'update'],
        ['apt-get', 'install', '-y', '--no-install-recommends', ...packages],
    ];
}
async function rootPrefix({ environment, signal, userId = (0,external_node_process_.getuid)?.(), }) {
    if (userId === 0)
        return [];
    const sudo = ['sudo', '-n', `--preserve-env=${Object.keys(managerVariables(environment)).join(',')}`];
    const [file = '', ...args] = [...sudo, 'true'];
    const probe = await runProgram({
        file,
        args,
        environment: { ...managerVariables(environment), PATH: environment['PATH'] },
        timeoutMs: 30_000,
        signal,
    }).catch((error) => {
        signal.throwIfAborted();
        if (error instanceof action_error/* ActionError */.l)
            return undefined;
        throw error;
    });
    return probe?.code === 0 ? sudo : undefined;
}
function managerVariables(environment) {
    return {
        ...(0,child_environment/* proxyVariables */.eq)(environment),
        DEBIAN_FRONTEND: 'noninteractive',
        NEEDRESTART_SUSPEND: '1',
        LC_ALL: 'C',
    };
}
const aptOptions = ['-o', 'DPkg::Lock::Timeout=5', '-o', 'Acquire::Retries=3', '-o', 'Dpkg::Use-Pty=0', '-q'];
const locked = /Could not get lock|Unable to (?:acquire the dpkg frontend lock|lock directory)/;
async function runManager(request, prefix, command) {
    const { environment, log, signal, patience = { totalMs: 600_000, intervalMs: 5_000 } } = request;
    const [manager = '', ...args] = command;
    const [file = '', ...rest] = [...prefix, manager, ...(manager === 'apt-get' ? aptOptions : []), ...args];
    const attempt = () => runProgram({
        file,
        args: rest,
        environment: { ...managerVariables(environment), PATH: environment['PATH'], HOME: environment['HOME'] },
        timeoutMs: 1_800_000,
        signal,
    });
    const deadline = Date.now() + patience.totalMs;
    let ended = await attempt();
    for (let isTold = false; isLocked(ended) && Date.now() < deadline; ended = await attempt()) {
        if (!isTold)
            log.info(`Another program holds the lock of ${manager}; waiting for it.`);
        isTold = true;
        await (0,external_node_timers_promises_.setTimeout)(patience.intervalMs, undefined, { signal });
    }
    if (ended.code === 0)
        return;
    throw new action_error/* ActionError */.l(`Packages cannot be installed: \`${command.join(' ')}\` failed.`, {
        problems: packages_errorsIn(ended),
        why: isLocked(ended)
            ? 'Another program kept the lock for too long.'
            : 'The package archives are out of reach, or lack a package.',
        fix: 'Repeat the command on the runner, or install the packages beforehand and set `install-packages: never`.',
    });
}
function isLocked({ code, lines }) {
    return code !== 0 && lines.some((line) => locked.test(line));
}
function packages_errorsIn({ lines }) {
    const errors = lines.filter((line) => /^(?:E:|Err:|Error:|W: Failed)/.test(line));
    return lastWords(errors.length > 0 ? errors : lines);
}

;// CONCATENATED MODULE: ./build/toolchain/host-tools.js






const qemuName = 'qemu-system-x86_64';
const firmwareName = 'OVMF.fd';
async function obtainHostTools(request) {
    const { hypervisor, root = '/' } = request;
    const wanted = hostTools.filter(({ hypervisors }) => hypervisors?.includes(hypervisor) ?? true);
    const before = await lookFor(wanted, request);
    const missing = wanted.filter((tool) => !before.get(tool.name)?.right && isForPackages(tool, before));
    const distribution = await readDistribution(root);
    const install = (tools) => installPackages({ ...request, missing: tools, distribution, policy: request.installPackages });
    await install([...missing, ...(await missingCompiler(before, request))]);
    const after = missing.length === 0 ? before : await lookFor(wanted, request);
    await install(await missingCompiler(after, request));
    await provideOwn(after, request);
    const still = wanted.filter(({ name }) => !after.get(name)?.right);
    if (still.length > 0) {
        throw missingTools({ missing: still, distribution }, 'They are not there after the installation.');
    }
    const folder = await placeLinks(linksTo(after), request);
    const found = wanted.map(({ name }) => {
        const { version = '', path = '' } = after.get(name)?.right ?? {};
        return { tool: name, version, path };
    });
    return { pathEntries: folder === undefined ? [] : [folder], found };
}
async function lookFor(tools, request) {
    const programs = tools.filter(({ name }) => name !== firmwareName);
    const searches = await Promise.all(programs.map((tool) => searchTool(tool, request)));
    const found = new Map(programs.map(({ name }, index) => [name, searches[index] ?? { wrong: [] }]));
    if (found.has(qemuName) && !found.get(qemuName)?.right)
        found.set(qemuName, await searchQemuElsewhere(request));
    if (programs.length === tools.length)
        return found;
    return found.set(firmwareName, await searchFirmware(found.get(qemuName)?.right?.path, request));
}
async function searchQemuElsewhere({ root = '/' }) {
    const path = await findQemuElsewhere(root);
    return { ...(path !== undefined && { right: { path, version: '', isFirst: false } }), wrong: [] };
}
async function searchFirmware(qemu, { root = '/' }) {
    const known = qemu === undefined ? undefined : await firmwareKnownTo(qemu, firmwareName);
    const path = known ?? (await findFirmware(root))?.[0];
    return {
        ...(path !== undefined && { right: { path, version: '', isFirst: known !== undefined } }),
        wrong: [],
    };
}
function isForPackages({ name }, searches) {
    return name !== 'yq' && !(name === 'make' && isThereButWrong(searches.get('make')));
}
async function missingCompiler(searches, request) {
    if (!isThereButWrong(searches.get('make')))
        return [];
    return (await searchTool(compiler, request)).right ? [] : [compiler];
}
function isThereButWrong(search) {
    return search !== undefined && search.right === undefined && search.wrong.length > 0;
}
async function provideOwn(searches, request) {
    const { log, downloads = hostDownloads } = request;
    const { yq, make } = downloads;
    if (!searches.get('yq')?.right) {
        log.info(`mikefarah’s yq ${yq.version} is taken: ${reasonIn(searches.get('yq'))}.`);
        const path = await fetchProgram('yq', yq, request);
        searches.set('yq', { right: { path, version: yq.version, isFirst: false }, wrong: [] });
    }
    if (isThereButWrong(searches.get('make'))) {
        log.info(`GNU make ${make.version} is built from source: ${reasonIn(searches.get('make'))}.`);
        const path = await buildMake(make, request);
        searches.set('make', { right: { path, version: make.version, isFirst: false }, wrong: [] });
    }
}
function reasonIn(search) {
    const paths = search?.wrong.map(({ path }) => path) ?? [];
    return paths.length === 0 ? 'there is none' : `${paths.join(', ')} is another program or version`;
}
function linksTo(searches) {
    const hidden = [...searches].flatMap(([name, { right }]) => right === undefined || right.isFirst || name === firmwareName ? [] : [[name, right.path]]);
    const firmware = searches.get(firmwareName)?.right;
    const qemu = searches.get(qemuName)?.right;
    return {
        programs: Object.fromEntries(hidden),
        ...(firmware && !firmware.isFirst && qemu && { firmwareFor: qemu.path }),
    };
}

// EXTERNAL MODULE: ./build/toolchain/image-builder-cli.js
var image_builder_cli = __webpack_require__(26188);
// EXTERNAL MODULE: ./build/toolchain/published-archive.js + 1 modules
var published_archive = __webpack_require__(18754);
// EXTERNAL MODULE: ./build/toolchain/zip-archive.js
var zip_archive = __webpack_require__(3364);
;// CONCATENATED MODULE: ./build/toolchain/packer.js








const releases = 'https://releases.hashicorp.com/packer/';
const platform = 'linux_amd64';
const program = 'packer';
const packer_maxBytes = 1 << 30;
async function obtainPacker(request) {
    const { version, store, source, environment } = request;
    const archive = {
        what: `Packer ${version}`,
        folderUrl: `${releases}${version}/`,
        fileName: `packer_${version}_${platform}.zip`,
        sumsName: `packer_${version}_SHA256SUMS`,
        signature: 'hashicorp',
    };
    const tool = {
        name: program,
        version,
        key: (0,file_digest/* keyOf */.TN)(archive, source.key.fingerprint ?? source.key.armored),
        verify: (folder) => (0,file_digest/* isAsNoted */.RD)((0,external_node_path_.join)(folder, program)),
        async make(folder) {
            const path = await (0,zip_archive/* unpackProgram */.D)(program, {
                what: `The archive of ${archive.what}`,
                archive: await (0,published_archive/* obtainArchive */.C)(archive, source),
                folder,
                maxBytes: packer_maxBytes,
            });
            await requireVersion(path, version);
            await (0,file_digest/* noteDigest */.t6)(path);
        },
    };
    const kept = await store.find(tool);
    if (kept !== undefined)
        return { path: (0,external_node_path_.join)(kept, program), version, origin: 'store' };
    const installed = await findInstalled(version, environment);
    if (installed !== undefined)
        return { path: await linkAlone(installed, request), version, origin: 'path' };
    const { folder } = await store.obtain(tool);
    return { path: (0,external_node_path_.join)(folder, program), version, origin: 'download' };
}
async function linkAlone(path, { store, version }) {
    const { folder } = await store.obtain({
        name: 'packer-of-machine',
        version,
        key: (0,file_digest/* keyOf */.TN)(path),
        make: (place) => (0,promises_.symlink)(path, (0,external_node_path_.join)(place, program)),
        verify: async (place) => (await packer_versionOf((0,external_node_path_.join)(place, program))) === version,
    });
    return (0,external_node_path_.join)(folder, program);
}
async function findInstalled(version, environment) {
    for (const folder of (environment['PATH'] ?? '').split(':').filter((entry) => entry.startsWith('/'))) {
        const path = (0,external_node_path_.join)(folder, program);
        if ((await packer_versionOf(path).catch(() => undefined)) === version)
            return path;
    }
    return undefined;
}
async function requireVersion(path, version) {
    const found = await packer_versionOf(path).catch((cause) => {
        throw new action_error/* ActionError */.l('Packer does not run on this runner.', {
            problems: [(0,action_error/* errorMessage */.g)(cause)],
            why: 'It is a program for Linux on x86_64.',
            fix: 'Run the job on an x86_64 Linux runner, and let RUNNER_TOOL_CACHE be on a disk that is not mounted noexec.',
            cause,
        });
    });
    if (found !== version) {
        throw new action_error/* ActionError */.l(`The program in the archive of Packer ${version} says that it is ${found ?? 'something else'}.`);
    }
}
async function packer_versionOf(path) {
    const asking = (0,external_node_util_.promisify)(external_node_child_process_.execFile)(path, ['version'], {
        timeout: 10_000,
        killSignal: 'SIGKILL',
        env: { PATH: '/usr/bin:/bin', CHECKPOINT_DISABLE: '1', PACKER_NO_COLOR: '1' },
    });
    asking.child.stdin?.end();
    const { stdout } = await asking;
    return /^Packer v(\d+\.\d+\.\d+)\b/.exec(stdout)?.[1];
}

// EXTERNAL MODULE: ./build/toolchain/packer-plugin-table.js
var packer_plugin_table = __webpack_require__(34635);
// EXTERNAL MODULE: ./build/toolchain/packer-plugins.js
var packer_plugins = __webpack_require__(95989);
;// CONCATENATED MODULE: ./build/toolchain/tool-store.js




const tool_store_abandonedAfterMs = 24 * 3_600_000;
function openToolStore(roots) {
    async function find(tool) {
        for (const root of roots) {
            const folder = await findIntact(linkOf(root, tool), tool);
            if (folder !== undefined)
                return folder;
        }
        return undefined;
    }
    return {
        find,
        async obtain(tool) {
            const found = await find(tool);
            if (found !== undefined)
                return { folder: found, isHit: true };
            const link = linkOf(await firstWritable(roots, tool), tool);
            await tool_store_sweep(link);
            return tool_store_place(await makeVerified(link, tool), link, tool);
        },
    };
}
function linkOf(root, { name, version, key }) {
    if (![name, version, key].every((part) => /^\w[\w.+-]*$/.test(part))) {
        throw new RangeError(`no file name: ${name} ${version} ${key}`);
    }
    return (0,external_node_path_.join)(root, name, `${version}-${key.slice(0, 16)}`);
}
async function findIntact(link, tool) {
    try {
        const folder = await (0,promises_.realpath)(link);
        return (await tool.verify(folder)) ? folder : undefined;
    }
    catch {
        return undefined;
    }
}
async function firstWritable(roots, { name }) {
    const problems = [];
    for (const root of roots) {
        const probe = (0,external_node_path_.join)(root, name, `.probe-${(0,external_node_crypto_.randomUUID)()}`);
        try {
            await (0,promises_.mkdir)(probe, { recursive: true });
            await (0,promises_.rm)(probe, { recursive: true });
            return root;
        }
        catch (error) {
            if (!isOutOfReach(error))
                throw error;
            problems.push(`${root}: ${error.message}`);
        }
    }
    throw new action_error/* ActionError */.l(`There is no folder to put ${name} in.`, {
        problems,
        fix: 'Let RUNNER_TOOL_CACHE or RUNNER_TEMP be a folder that the user of the runner may write to.',
    });
}
function isOutOfReach(error) {
    return ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'].includes(error.code ?? '');
}
async function makeVerified(link, tool) {
    const folder = `${link}.${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`;
    await (0,promises_.mkdir)(folder);
    try {
        await tool.make(folder);
        if (await tool.verify(folder))
            return await (0,promises_.realpath)(folder);
        throw new action_error/* ActionError */.l(`${tool.name} ${tool.version} does not work after it was installed.`);
    }
    catch (error) {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        throw error;
    }
}
async function tool_store_place(folder, link, tool) {
    const others = await findIntact(link, tool);
    if (others !== undefined) {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        return { folder: others, isHit: false };
    }
    const draft = `${folder}.link`;
    await (0,promises_.symlink)((0,external_node_path_.basename)(folder), draft);
    await (0,promises_.rename)(draft, link);
    return { folder, isHit: false };
}
async function tool_store_sweep(link) {
    const parent = (0,external_node_path_.join)(link, '..');
    const names = await (0,promises_.readdir)(parent).catch(() => []);
    const targets = await Promise.all(names.map((name) => (0,promises_.readlink)((0,external_node_path_.join)(parent, name)).catch(() => undefined)));
    for (const name of names) {
        if (!name.startsWith(`${(0,external_node_path_.basename)(link)}.`) || targets.includes(name))
            continue;
        const path = (0,external_node_path_.join)(parent, name);
        const { mtimeMs } = await (0,promises_.stat)(path).catch(() => ({ mtimeMs: Date.now() }));
        if (Date.now() - mtimeMs > tool_store_abandonedAfterMs)
            await (0,promises_.rm)(path, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./build/toolchain/prepare-toolchain.js












async function prepareToolchain(request) {
    const { purpose, tools, folders, log } = request;
    const store = openToolStore(folders.stores);
    const plugins = (0,packer_plugin_table/* requiredPlugins */.M)(purpose.eksaVersion, purpose.hypervisor, tools.plugins);
    const source = { http: request.http, key: request.hashicorpKey, folder: folders.archives };
    const lock = `eks-anywhere-tools-linux-x64-${lockDigest(request, plugins)}`;
    const isRestored = (await request.cache?.restore(lock)) ?? false;
    const [cli, packer, pluginSet, ansible, host] = await everyOne([
        (0,image_builder_cli/* obtainStoredCli */.n)({
            eksaVersion: purpose.cliRelease,
            key: purpose.trust,
            release: request.cliRelease,
            http: request.http,
            store,
            archiveFolder: folders.archives,
        }),
        obtainPacker({ version: tools.packer, store, source, environment: request.environment }),
        (0,packer_plugins/* obtainPackerPlugins */.G)(plugins, { store, source }),
        obtainAnsible({ ...surroundings(request, store), required: tools, wheelFolder: folders.wheels }),
        obtainHostTools({
            ...surroundings(request, store),
            hypervisor: purpose.hypervisor,
            installPackages: request.installPackages,
        }),
    ]);
    log.info(`image-builder ${cli.version} of EKS Anywhere ${purpose.cliRelease}: ${cli.path}`);
    log.info(`Packer ${packer.version}${packer.origin === 'path' ? ' of the runner' : ''}: ${packer.path}`);
    for (const { name, version, publisher } of plugins)
        log.info(`Packer plugin ${name} ${version}${publisher === 'other' ? ' (its publisher signs nothing)' : ''}`);
    log.info(`ansible-core ${ansible.version} on Python ${ansible.pythonVersion}: ${ansible.binFolder}`);
    for (const { tool, version, path } of host.found)
        log.info(`${tool} ${version}: ${path}`);
    const isStored = cli.isHit && packer.origin !== 'download' && pluginSet.isHit && ansible.isHit;
    if (!isRestored && !isStored)
        await request.cache?.save(lock);
    return {
        isHit: isRestored || isStored,
        toolchain: {
            purpose,
            imageBuilder: { path: cli.path, version: cli.version },
            packer: { path: packer.path, version: packer.version },
            pluginFolder: pluginSet.folder,
            ansible: {
                binFolder: ansible.binFolder,
                version: ansible.version,
                pythonVersion: ansible.pythonVersion,
            },
            pathEntries: [...host.pathEntries, ansible.binFolder, (0,external_node_path_.dirname)(packer.path), (0,external_node_path_.dirname)(cli.path)],
            isoFolder: folders.iso,
        },
    };
}
function lockDigest({ purpose, tools, environment }, plugins) {
    const { cliRelease, trust } = purpose;
    return (0,file_digest/* keyOf */.TN)(cliRelease, trust, tools, plugins, ansibleLock, standalonePython, environment['ImageOS'] ?? '');
}
function surroundings({ http, environment, log, signal }, store) {
    return { store, http, environment, log, signal };
}
async function everyOne(promises) {
    const settled = await Promise.allSettled(promises);
    const failures = settled.flatMap((result) => result.status === 'rejected' ? [result.reason] : []);
    if (failures.length === 0)
        return (await Promise.all(promises));
    if (failures.length === 1)
        throw failures[0];
    const explained = failures.filter((failure) => failure instanceof action_error/* ActionError */.l);
    throw new action_error/* ActionError */.l(`${failures.length} of the tools could not be installed.`, {
        problems: failures.flatMap((failure) => failure instanceof action_error/* ActionError */.l
            ? [failure.headline, ...failure.problems.map((problem) => `  ${problem}`)]
            : [(0,action_error/* errorMessage */.g)(failure)]),
        fix: [...new Set(explained.flatMap(({ fix }) => fix ?? []))].join('\n'),
        cause: new AggregateError(failures),
    });
}

// EXTERNAL MODULE: ./build/actions/build-tooling-files.js
var build_tooling_files = __webpack_require__(13913);
// EXTERNAL MODULE: ./build/actions/fetch-release.js + 1 modules
var fetch_release = __webpack_require__(52192);
;// CONCATENATED MODULE: ./build/actions/set-up-tools.js


















const toolchainVariable = 'EKS_ANYWHERE_TOOLCHAIN';
async function setUpTools(request) {
    const { inputs, network, log, signal } = request;
    const purpose = await purposeOf(request);
    const folders = await toolFolders();
    await Promise.all([folders.archives, folders.wheels].map((folder) => (0,promises_.mkdir)(folder, { recursive: true })));
    const environment = await childEnvironment(network);
    const isHosted = process.env['RUNNER_ENVIRONMENT'] === 'github-hosted';
    const ownKey = inputs['hashicorp-public-key'];
    const key = ownKey === undefined ? hashicorpKey : { armored: ownKey };
    if (ownKey !== undefined)
        await (0,detached_signature/* readSigningKey */.j)(key);
    return prepareToolchain({
        purpose,
        tools: await toolsOf(request),
        cliRelease: () => cliRelease(request, purpose.cliRelease),
        hashicorpKey: key,
        installPackages: inputs['install-packages'],
        folders,
        ...(isHosted &&
            inputs.cache && {
            cache: actionsCache({ folders: [folders.archives, folders.wheels], log, environment, signal }),
        }),
        http: network.http,
        environment,
        log,
        signal,
    });
}
async function purposeOf(request) {
    const { inputs, eksaVersion, hypervisor } = request;
    const cliRelease = await cliReleaseOf(request);
    const trust = (0,file_digest/* keyOf */.TN)(inputs['verify-signature'], inputs['bundle-public-key'] ?? '', inputs['release-manifest-url'], inputs['hashicorp-public-key'] ?? '', isRebuilt(cliRelease) ? (await request.release()).release.imageBuilder?.sha256 : '');
    return { eksaVersion, cliRelease, hypervisor, trust };
}
async function cliReleaseOf(request) {
    const { inputs, eksaVersion, network, log, secrets } = request;
    if (!(0,support_matrix/* isAtLeast */.du)(eksaVersion, support_matrix/* oldestSupported */.cN)) {
        throw new action_error/* ActionError */.l(`EKS Anywhere ${eksaVersion} is too old: its image-builder CLI is another program.`, {
            fix: `Choose ${support_matrix/* oldestSupported */.cN} or newer with \`eks-a-version\`.`,
        });
    }
    const asked = inputs['image-builder-release'];
    if (asked === undefined)
        return (0,support_matrix/* supportMatrix */.pg)(eksaVersion).imageBuilderRelease;
    if (asked.kind === 'exact')
        return asked.version;
    const { release } = await (0,fetch_release.fetchRelease)({ ...inputs, 'eks-a-version': asked }, log, secrets, network);
    return release.version;
}
async function cliRelease({ inputs, release, network, log, secrets }, version) {
    const target = await release();
    if (target.release.version === version)
        return target.release;
    const other = { ...inputs, 'dev-branch': undefined, 'eks-a-version': { kind: 'exact', version } };
    return (await (0,fetch_release.fetchRelease)(other, log, secrets, network)).release;
}
async function toolsOf({ eksaVersion, release, log }) {
    const { tools, notes } = (0,support_matrix/* supportMatrix */.pg)(eksaVersion);
    if (notes.length === 0)
        return tools;
    const { requiredTools } = await (0,build_tooling_files/* readFilesOfBuildTooling */.D)(await release(), (reason) => log.warning(`The required versions were not read through git objects (${reason}).`));
    const { plugins, ...stated } = requiredTools ?? {};
    return { ...tools, ...stated, ...(tools.plugins && { plugins: { ...tools.plugins, ...plugins } }) };
}
function isRebuilt(version) {
    return version.startsWith('v0.0.0-');
}
async function toolFolders() {
    const temp = (0,runner_temp/* runnerTemp */.X)();
    const toolCache = process.env['RUNNER_TOOL_CACHE'];
    const ofJob = (0,external_node_path_.join)(temp, 'eks-anywhere-tools');
    const stores = toolCache ? [(0,external_node_path_.join)(toolCache, 'eks-anywhere-node-images'), ofJob] : [ofJob];
    return {
        stores,
        archives: (0,external_node_path_.join)(temp, 'eks-anywhere-archives'),
        wheels: (0,external_node_path_.join)(temp, 'eks-anywhere-wheels'),
        iso: await set_up_tools_firstWritable(stores.map((store) => (0,external_node_path_.join)(store, 'iso'))),
    };
}
async function set_up_tools_firstWritable(folders) {
    for (const folder of folders) {
        const isWritable = await (0,promises_.mkdir)(folder, { recursive: true })
            .then(() => (0,promises_.access)(folder, external_node_fs_.constants.W_OK))
            .then(() => true, () => false);
        if (isWritable)
            return folder;
    }
    return (0,runner_temp/* runnerTemp */.X)();
}
async function childEnvironment({ certificates }) {
    const path = (0,external_node_path_.join)((0,runner_temp/* runnerTemp */.X)(), 'eks-anywhere-authorities.pem');
    await (0,promises_.writeFile)(path, certificates.pem);
    return { ...process.env, ...(0,net_certificates/* certificateVariables */.v)(path) };
}
async function gitMirrors(release, { network, log, signal }) {
    const toolCache = process.env['RUNNER_TOOL_CACHE'];
    if (!toolCache || process.env['RUNNER_ENVIRONMENT'] === 'github-hosted')
        return new Map();
    const mirrors = new Map();
    try {
        const common = {
            root: (0,external_node_path_.join)(toolCache, 'eks-anywhere-node-images', 'git'),
            environment: { ...(await childEnvironment(network)), ...(0,net_mirrors/* mirrorsForGit */.ME)(network.mirrors, process.env) },
            signal,
        };
        const tooling = { ...common, url: build_tooling/* buildToolingRepository */.P, revision: release.buildToolingCommit };
        const folder = await obtainGitMirror(tooling);
        mirrors.set(build_tooling/* buildToolingRepository */.P, folder);
        const tag = await readFromMirror(folder, 'projects/kubernetes-sigs/image-builder/GIT_TAG', tooling);
        mirrors.set(child_environment/* imageBuilderRepository */.f$, await obtainGitMirror({ ...common, url: child_environment/* imageBuilderRepository */.f$, revision: tag }));
    }
    catch (error) {
        signal.throwIfAborted();
        log.info(`The build clones from GitHub itself: ${(0,action_error/* errorMessage */.g)(error)}`);
    }
    return mirrors;
}


/***/ }),

/***/ 89938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   b_: () => (/* binding */ misleadingVariables),
/* harmony export */   eq: () => (/* binding */ proxyVariables),
/* harmony export */   f$: () => (/* binding */ imageBuilderRepository),
/* harmony export */   kL: () => (/* binding */ checkVariables),
/* harmony export */   yu: () => (/* binding */ metadataAddress)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);
/* harmony import */ var _nearest_match_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(67526);
/* harmony import */ var _net_certificates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55258);
/* harmony import */ var _release_support_matrix_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20665);
/* harmony import */ var _release_version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70590);
/* harmony import */ var _upstream_quoting_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36821);







const imageBuilderRepository = 'https://github.com/kubernetes-sigs/image-builder.git';
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
const misleading = /^(?:(?:EKSA|EKSD|RHSM|CRICTL|CONTAINERD|ETCDADM)_\w+|BRANCH_NAME|CLONE_URL|RELEASE_BRANCH|CODEBUILD_CI|CODEBUILD_SRC_DIR|DEBUG|IMAGE_SIZE_GB|MAKEFLAGS|PACKER_FLAGS|PACKER_(?:\w+_)?VAR_FILES|SSH_PASSWORD)$/;
const allowed = [
    /^ANSIBLE_\w+$/,
    /^PACKER_(?:ACTIVE_INTERFACE|ADDITIONAL_FILES_VAR_FILES|CACHE_DIR|CONFIG_DIR|GITHUB_API_TOKEN|HTTP_SERVER_IP|LOG|PLUGIN_PATH|TMP_DIR)$/,
    /^GIT_(?:ASKPASS|SSH|SSH_COMMAND|TRACE\w*|HTTP_\w+)$/,
    /^PIP_\w+$/,
    /^(?:CRICTL|CONTAINERD)_(?:URL|SHA256)$/,
    /^(?:ETCDADM_HTTP_SOURCE|EKSA_SKIP_VALIDATE_DEPENDENCIES|IB_OVFTOOL|MAKEFLAGS|SSH_AUTH_SOCK|SSH_PASSWORD|TMPDIR|TZ)$/,
];
const examples = 'ANSIBLE_*, PACKER_HTTP_SERVER_IP, PACKER_ACTIVE_INTERFACE, PACKER_GITHUB_API_TOKEN, PACKER_LOG, PACKER_ADDITIONAL_FILES_VAR_FILES, GIT_SSH_COMMAND, PIP_*, MAKEFLAGS, EKSA_SKIP_VALIDATE_DEPENDENCIES; AWS_* for AMIs';
const refusals = [
    [
        /^(?:HTTPS?|NO|ALL)_PROXY$/i,
        'upstream bakes it into the image; give `http_proxy`, `https_proxy` and `no_proxy` in `config`, or set it in lower case for the runner',
    ],
    [/^(?:CI|CODEBUILD_\w+)$/, 'it turns the build tooling to the development release'],
    [
        /^(?:EKSA_(?:RELEASE_\w+|BUNDLE_\w+|USE_DEV_RELEASE)|EKSD_MANIFEST_URL|BRANCH_NAME|RELEASE_BRANCH)$/,
        '`eks-a-version` and `release-channel` decide it',
    ],
    [/^CLONE_URL$/, 'give `image_builder_repo_url` in `config` of an air-gapped build'],
    [
        /^RHSM_\w+$/,
        'the CLI sets it from `rhel_username`, `rhel_password`, `rhsm_activation_key` and `rhsm_org_id`',
    ],
    [/^IMAGE_SIZE_GB$/, 'give `image_size_gb` in `config`'],
    [/^(?:PATH|HOME|LD_\w+|NODE_OPTIONS|GIT_CONFIG\w*|SSL_CERT_\w+)$/, 'this action sets it'],
];
function checkVariables(variables, { hypervisor }, { problems }) {
    for (const { name, value, from } of variables) {
        if (allowed.some((pattern) => pattern.test(name))) {
            const trouble = (0,_upstream_quoting_js__WEBPACK_IMPORTED_MODULE_5__/* .variableTrouble */ .Gu)(name, value);
            if (trouble !== undefined)
                problems.push({ text: `\`${name}\` ${trouble}`, place: { name: from } });
            continue;
        }
        if (hypervisor === 'ami' && /^AWS_\w+$/.test(name))
            continue;
        const [, reason] = refusals.find(([pattern]) => pattern.test(name)) ?? [];
        const near = (0,_nearest_match_js__WEBPACK_IMPORTED_MODULE_6__/* .nearestMatch */ .G)(name, ['PACKER_HTTP_SERVER_IP', 'PACKER_ACTIVE_INTERFACE', 'GIT_SSH_COMMAND']);
        const text = reason ??
            (/^AWS_/.test(name) ? 'only AMIs are built in AWS' : `no build takes it; there are ${examples}`);
        problems.push({
            text: `\`${name}\`: ${text}${reason || !near ? '' : `; did you mean ${near}?`}`,
            place: { name: from },
        });
    }
}
function misleadingVariables(runnerEnvironment) {
    return Object.keys(runnerEnvironment)
        .filter((name) => misleading.test(name) && runnerEnvironment[name])
        .sort();
}
function childEnvironment(options) {
    const { runnerEnvironment, spec } = options;
    const variables = [
        ...pick(runnerEnvironment, inherited),
        ...proxyOf(runnerEnvironment, spec),
        ...(spec.hypervisor === 'ami' ? awsVariables(runnerEnvironment) : []),
        ...Object.entries(ownVariables(options)).map(([name, value]) => ({ name, value, from: 'this action' })),
        ...options.variables.filter(({ name }) => !sshArguments.includes(name)),
        sshOptions(options),
    ];
    return [...new Map(variables.map((variable) => [variable.name, variable])).values()];
}
function ownVariables(options) {
    const { folder, certificatesPath, spec, tools } = options;
    const upstream = tools?.gitMirrors.get(imageBuilderRepository);
    return {
        ...toolVariables(options),
        HOME: folder.home,
        CI: 'false',
        PACKER_COLOR: 'false',
        CHECKPOINT_DISABLE: '1',
        GIT_TERMINAL_PROMPT: '0',
        ...gitVariables(gitSettings(options)),
        ...(upstream !== undefined && { CLONE_URL: (0,node_url__WEBPACK_IMPORTED_MODULE_1__.pathToFileURL)(upstream).href }),
        SSH_PASSWORD: options.sshPassword,
        ...(0,_net_certificates_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateVariables */ .v)(certificatesPath),
        ...((0,_release_support_matrix_js__WEBPACK_IMPORTED_MODULE_3__/* .hasOsFlags */ .kN)(tools?.cliRelease ?? spec.eksaVersion) ? {} : { EKSA_RELEASE_VERSION: spec.eksaVersion }),
        ...((0,_release_version_js__WEBPACK_IMPORTED_MODULE_4__/* .isDevelopmentBuild */ ["if"])(spec.eksaVersion) ? developmentVariables(spec.eksaVersion) : {}),
    };
}
const sshArguments = ['ANSIBLE_SSH_ARGS', 'ANSIBLE_SSH_COMMON_ARGS', 'ANSIBLE_SSH_EXTRA_ARGS'];
const ownSshOptions = [
    '-o HostKeyAlgorithms=+ssh-rsa',
    '-o PubkeyAcceptedKeyTypes=+ssh-rsa',
    '-o UserKnownHostsFile=/dev/null',
];
function sshOptions({ runnerEnvironment, variables }) {
    const given = sshArguments.map((name) => variables.find((variable) => variable.name === name));
    const ofRunner = runnerEnvironment['ANSIBLE_SSH_ARGS'];
    const value = [...given.map((variable) => variable?.value), ofRunner, ...ownSshOptions];
    const from = new Set([...given.map((variable) => variable?.from), ofRunner && 'the runner', 'this action']);
    return {
        name: 'ANSIBLE_SSH_COMMON_ARGS',
        value: value.filter(Boolean).join(' '),
        from: [...from].filter(Boolean).join(', '),
    };
}
function toolVariables({ tools, runnerEnvironment }) {
    if (tools === undefined)
        return {};
    const path = [...tools.pathEntries, runnerEnvironment['PATH'] ?? ''].filter(Boolean);
    return {
        PATH: [...new Set(path)].join(node_path__WEBPACK_IMPORTED_MODULE_0__.delimiter),
        PACKER_CACHE_DIR: runnerEnvironment['PACKER_CACHE_DIR'] || tools.isoFolder,
    };
}
function gitSettings({ tools, mirrors = new Map() }) {
    return [
        ['advice.detachedHead', 'false'],
        ['credential.helper', 'store'],
        ...[...mirrors].map(([host, base]) => [`url.${base.href}.insteadOf`, `https://${host}/`]),
        ...[...(tools?.gitMirrors ?? [])].flatMap(([url, folder]) => [
            [`url.${(0,node_url__WEBPACK_IMPORTED_MODULE_1__.pathToFileURL)(folder).href}.insteadOf`, url],
            ['safe.directory', folder],
        ]),
    ];
}
function gitVariables(settings) {
    return {
        GIT_CONFIG_COUNT: String(settings.length),
        ...Object.fromEntries(settings.flatMap(([key, value], index) => [
            [`GIT_CONFIG_KEY_${index}`, key],
            [`GIT_CONFIG_VALUE_${index}`, value],
        ])),
    };
}
function developmentVariables(eksaVersion) {
    return { EKSA_USE_DEV_RELEASE: 'true', BRANCH_NAME: (0,_release_version_js__WEBPACK_IMPORTED_MODULE_4__/* .branchOf */ .W0)(eksaVersion) ?? 'main' };
}
const metadataAddress = '169.254.169.254';
function proxyVariables(environment) {
    const variables = {};
    for (const name of ['https_proxy', 'http_proxy', 'all_proxy', 'no_proxy']) {
        const value = environment[name] || environment[name.toUpperCase()];
        if (value)
            variables[name] = value;
    }
    return variables;
}
function proxyOf(environment, { hypervisor }) {
    const variables = Object.entries(proxyVariables(environment)).map(([name, value]) => ({
        name,
        value,
        from: 'the runner',
    }));
    if (hypervisor !== 'ami' || !variables.some(({ name }) => name !== 'no_proxy'))
        return variables;
    const exempt = variables.find(({ name }) => name === 'no_proxy')?.value;
    const value = [exempt, metadataAddress].filter(Boolean).join(',');
    return [...variables, { name: 'no_proxy', value, from: 'the runner, and the metadata address' }];
}
function awsVariables(environment) {
    const given = Object.keys(environment).filter((name) => /^AWS_\w+$/.test(name));
    const home = environment['HOME'];
    const files = {
        AWS_SHARED_CREDENTIALS_FILE: `${home}/.aws/credentials`,
        AWS_CONFIG_FILE: `${home}/.aws/config`,
    };
    return [
        ...(home
            ? Object.entries(files).map(([name, value]) => ({ name, value, from: 'the home of the runner' }))
            : []),
        ...pick(environment, given),
    ];
}
function pick(environment, names) {
    return names.flatMap((name) => {
        const value = environment[name];
        return value === undefined ? [] : [{ name, value, from: 'the runner' }];
    });
}


/***/ }),

/***/ 91983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ runInGroup)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58500);
/* harmony import */ var _process_group_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14411);




const usualPatience = { cancelled: 6_000, stopped: 60_000 };
const drainPeriod = 2_000;
const longestLine = 64 * 1024;
async function runInGroup(command, options) {
    const { cancelled, stopped, patience = usualPatience } = options;
    const aborted = AbortSignal.any([cancelled, stopped]);
    aborted.throwIfAborted();
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command.file, [...command.args], {
        cwd: options.workingDirectory,
        env: { ...command.environment },
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    const group = child.pid === undefined ? undefined : (0,_process_group_js__WEBPACK_IMPORTED_MODULE_3__/* .identityOf */ .cu)(child.pid);
    if (group !== undefined)
        options.onStart(group);
    const exited = (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'exit');
    exited.catch(() => { });
    await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'spawn');
    const drained = Promise.all([
        readLines(child.stdout, options.onLine),
        readLines(child.stderr, options.onLine),
    ]);
    await Promise.race([exited, settled(aborted)]);
    if (aborted.aborted) {
        await sayFarewell(group ?? '', options, patience);
        await Promise.race([drained, (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(drainPeriod, undefined, { ref: false })]);
        release(child);
        throw aborted.reason;
    }
    const [code, signal] = await exited;
    if (signal !== null)
        release(child);
    await Promise.race([drained, (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(drainPeriod, undefined, { ref: false })]);
    await (0,_process_group_js__WEBPACK_IMPORTED_MODULE_3__/* .endGroup */ .N4)(group ?? '', { signal: 'SIGTERM', patienceMs: patience.stopped });
    release(child);
    await drained;
    return { code, signal };
}
function settled(signal) {
    return signal.aborted ? Promise.resolve() : (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(signal, 'abort');
}
async function sayFarewell(group, { cancelled, onFarewell }, patience) {
    if (!cancelled.aborted)
        return (0,_process_group_js__WEBPACK_IMPORTED_MODULE_3__/* .endGroup */ .N4)(group, { signal: 'SIGTERM', patienceMs: patience.stopped });
    onFarewell();
    (0,_process_group_js__WEBPACK_IMPORTED_MODULE_3__/* .signalGroup */ .i8)(group, 'SIGINT');
    await (0,_process_group_js__WEBPACK_IMPORTED_MODULE_3__/* .waitForGroup */ .KL)(group, patience.cancelled);
}
function readLines(stream, onLine) {
    const decoder = new TextDecoder();
    let rest = '';
    const take = (text) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            onLine(line);
        if (rest.length > longestLine) {
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


/***/ }),

/***/ 36821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gu: () => (/* binding */ variableTrouble),
/* harmony export */   Y2: () => (/* binding */ writtenForUpstream),
/* harmony export */   cE: () => (/* binding */ checkQuoting),
/* harmony export */   u6: () => (/* binding */ folderTrouble)
/* harmony export */ });
const bareWords = new Set([
    'http_proxy',
    'https_proxy',
    'no_proxy',
    'redhat_epel_rpm',
    'epel_rpm_gpg_key',
    'rhsm_server_hostname',
    'rhsm_server_release_version',
    'rhsm_server_proxy_hostname',
    'rhsm_server_proxy_port',
    'private_artifacts_eksd_fqdn',
    'private_artifacts_eksa_fqdn',
]);
const quotedWords = new Set([
    'extra_debs',
    'extra_repos',
    'extra_rpms',
    'firstboot_custom_roles_pre',
    'firstboot_custom_roles_post',
    'node_custom_roles_pre',
    'node_custom_roles_post',
]);
const makeText = new Set(['rhel_username', 'rhel_password']);
function checkQuoting(config, places, findings) {
    for (const [key, value] of Object.entries(writtenForUpstream(config))) {
        const trouble = troubleOf(key, value);
        if (trouble === undefined)
            continue;
        const place = places.get(key);
        findings.problems.push({ text: `\`${key}\` ${trouble}`, ...(place && { place }) });
    }
}
function troubleOf(key, value) {
    if (value.includes('{{'))
        return 'holds `{{`, with which a template of Packer begins';
    const unfit = 'Ansible would not take for a part of the value';
    if (bareWords.has(key))
        return trouble(value, /[\s"'\\]|\{[%#]/, unfit);
    return quotedWords.has(key) ? trouble(value, /["\\]|\{[%#]/, unfit) : undefined;
}
function writtenForUpstream(config) {
    return Object.fromEntries(Object.entries(config).map(([key, value]) => [key, written(key, value)]));
}
function written(key, value) {
    if (makeText.has(key))
        return value.replaceAll('$', '$$$$');
    if (key === 'iso_url' && /^\/.*[%?#]/s.test(value))
        return pathOfPacker(value);
    if (bareWords.has(key) && value.includes('://'))
        return value.replace(/["'\\{}]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
    return value;
}
function pathOfPacker(path) {
    const isPlain = /[\w.~$&+,/:;=@-]/;
    const hex = (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    return [...path]
        .map((mark) => (isPlain.test(mark) ? mark : [...Buffer.from(mark)].map(hex).join('')))
        .join('');
}
function trouble(value, marks, reader) {
    const mark = marks.exec(value)?.[0];
    if (mark === undefined)
        return undefined;
    return `holds ${/\s/.test(mark) ? 'a blank' : `\`${mark}\``}, which ${reader}`;
}
const scriptVariables = [
    [
        /^SSH_PASSWORD$/,
        /\{\{|[&|\\"'#\s]/,
        "upstream's scripts take for something else: choose a password without any of & | \\ \" ' # {{ and blanks",
    ],
    [/^PACKER_(?:HTTP_SERVER_IP|ACTIVE_INTERFACE)$/, /[^\w.:@-]/, 'is no part of an address or of a name'],
    [
        /^(?:(?:CRICTL|CONTAINERD)_(?:URL|SHA256)|ETCDADM_HTTP_SOURCE)$/,
        /[\s"'\\]|\{[{%#]/,
        'upstream does not quote',
    ],
];
function variableTrouble(name, value) {
    const [, marks, reader] = scriptVariables.find(([pattern]) => pattern.test(name)) ?? [];
    return marks && reader && trouble(value, marks, reader);
}
function folderTrouble(folder) {
    return trouble(folder, /[\s"'`$\\;&|<>(){}[\]*?!#%:]/, "upstream's scripts do not quote");
}


/***/ }),

/***/ 43291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ readSigningKey),
/* harmony export */   k: () => (/* binding */ verifyDetached)
/* harmony export */ });
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);

async function verifyDetached(what, signed, key) {
    const openpgp = await __webpack_require__.e(/* import() */ 74).then(__webpack_require__.bind(__webpack_require__, 13074));
    const verificationKey = await readSigningKey(key);
    try {
        const { signatures } = await openpgp.verify({
            message: await openpgp.createMessage({ binary: signed.bytes }),
            signature: await openpgp.readSignature({ binarySignature: signed.signature }),
            verificationKeys: verificationKey,
        });
        if (signatures.length === 0)
            throw new Error('it holds no signature');
        await Promise.any(signatures.map(({ verified }) => verified));
    }
    catch (cause) {
        const reasons = cause instanceof AggregateError ? cause.errors.map(_action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .g) : [(0,_action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .g)(cause)];
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`${what} are not signed by the key ${verificationKey.getFingerprint()}.`, {
            problems: reasons,
            why: 'Something between here and the publisher serves other files, or the publisher signs with a new key.',
            fix: 'Do not use the file. If the publisher has announced a new key, give it as `hashicorp-public-key` or update this action.',
            cause,
        });
    }
}
async function readSigningKey({ armored, fingerprint }) {
    const { readKey } = await __webpack_require__.e(/* import() */ 74).then(__webpack_require__.bind(__webpack_require__, 13074));
    const key = await readKey({ armoredKey: armored }).catch((cause) => {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('The key of `hashicorp-public-key` cannot be read.', {
            problems: [(0,_action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .g)(cause)],
            fix: 'Give one armored OpenPGP public key, from `-----BEGIN PGP PUBLIC KEY BLOCK-----` to its end.',
            cause,
        });
    });
    if (fingerprint !== undefined && key.getFingerprint() !== fingerprint) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`The public key is ${key.getFingerprint()}, not ${fingerprint}.`);
    }
    return key;
}


/***/ }),

/***/ 26188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ obtainImageBuilderCli),
/* harmony export */   n: () => (/* binding */ obtainStoredCli)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57975);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(89711);
/* harmony import */ var _file_digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44313);






async function obtainImageBuilderCli(release, folder, http) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true, mode: 0o700 });
    return unpackCli(release, folder, { folder, http });
}
async function obtainStoredCli(request) {
    const { eksaVersion, key, release, http, store, archiveFolder } = request;
    const { folder, isHit } = await store.obtain({
        name: program,
        version: eksaVersion,
        key,
        verify: (place) => (0,_file_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .isAsNoted */ .RD)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(place, program)),
        make: async (place) => {
            const cli = await unpackCli(await release(), place, { folder: archiveFolder, http });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(place, versionFile), cli.version);
            await (0,_file_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .noteDigest */ .t6)(cli.path);
        },
    });
    return { path: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, program), version: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, versionFile), 'utf8'), isHit };
}
const program = 'image-builder';
const versionFile = 'version';
const systemOnly = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
async function unpackCli(release, folder, archives) {
    const archive = release.imageBuilder;
    if (archive === undefined) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .l(`The bundle of EKS Anywhere ${release.version} names no image-builder CLI.`, {
            fix: 'Choose another release with `eks-a-version`.',
        });
    }
    const tarball = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(archives.folder, `image-builder-${archive.sha256.slice(0, 16)}.tar.gz`);
    if ((await (0,_file_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .sha256Of */ .Bj)(tarball)) !== archive.sha256.toLowerCase()) {
        await archives.http.download(archive.uri, tarball, {
            sha256: archive.sha256,
            what: 'The image-builder CLI',
        });
    }
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, program);
    await extractOne(tarball, program, folder);
    if (archives.folder === folder)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(tarball);
    await requireRegularFile(path, archive.uri);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(path, 0o755);
    return { path, version: await askVersion(path, archive.version) };
}
async function extractOne(tarball, member, folder) {
    try {
        await (0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('tar', ['-xzf', tarball, '-C', folder, '--no-same-owner', `./${member}`], {
            timeout: 60_000,
            env: systemOnly,
        });
    }
    catch (cause) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .l(`The image-builder tarball holds no ./${member}.`, {
            problems: [(0,_action_error_js__WEBPACK_IMPORTED_MODULE_4__/* .errorMessage */ .g)(cause)],
            cause,
        });
    }
}
async function requireRegularFile(path, uri) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path);
    if (!found.isFile())
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .l(`./image-builder in ${uri} is not a regular file.`);
}
async function askVersion(path, expected) {
    let answer;
    try {
        const { stdout } = await (0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)(path, ['version'], { timeout: 30_000, env: systemOnly });
        answer = stdout.trim();
    }
    catch (cause) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .l('The image-builder CLI does not run on this runner.', {
            problems: [(0,_action_error_js__WEBPACK_IMPORTED_MODULE_4__/* .errorMessage */ .g)(cause)],
            why: 'It is a program for Linux on x86_64 with the GNU C library.',
            fix: 'Run the job on an x86_64 Linux runner such as `ubuntu-24.04`, on a disk that is not mounted noexec.',
            cause,
        });
    }
    if (expected !== undefined && answer.replace(/^v/, '') !== expected.replace(/^v/, '')) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .l(`The image-builder CLI says it is ${answer}, but the bundle names ${expected}.`);
    }
    return answer;
}


/***/ }),

/***/ 34635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ requiredPlugins)
/* harmony export */ });
/* harmony import */ var _release_support_matrix_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20665);

const table = [
    {
        name: 'ansible',
        organisation: 'hashicorp',
        version: '1.1.0',
        publisher: 'hashicorp',
        hypervisors: 'all',
        since: 'v0.18.0',
    },
    {
        name: 'goss',
        organisation: 'YaleUniversity',
        version: '3.1.4',
        publisher: 'other',
        hypervisors: 'all',
        since: 'v0.19.0',
    },
    {
        name: 'vsphere',
        organisation: 'hashicorp',
        version: '1.4.2',
        publisher: 'hashicorp',
        hypervisors: ['vsphere'],
        since: 'v0.22.0',
    },
    {
        name: 'qemu',
        organisation: 'hashicorp',
        version: '1.1.0',
        publisher: 'hashicorp',
        hypervisors: ['cloudstack'],
        since: 'v0.19.0',
    },
    {
        name: 'nutanix',
        organisation: 'nutanix-cloud-native',
        version: '0.8.1',
        publisher: 'other',
        hypervisors: ['nutanix'],
        since: 'v0.16.0',
    },
];
function requiredPlugins(eksaVersion, hypervisor, stated) {
    const versions = stated ?? {};
    return table
        .filter(({ hypervisors, since }) => (0,_release_support_matrix_js__WEBPACK_IMPORTED_MODULE_0__/* .isAtLeast */ .du)(eksaVersion, since) && (hypervisors === 'all' || hypervisors.includes(hypervisor)))
        .map(({ name, organisation, version, publisher }) => ({
        name,
        organisation,
        publisher,
        version: versions[name] ?? version,
    }));
}


/***/ }),

/***/ 95989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ obtainPackerPlugins),
/* harmony export */   h: () => (/* binding */ linkPackerPlugins)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _net_http_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51021);
/* harmony import */ var _file_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44313);
/* harmony import */ var _published_archive_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18754);
/* harmony import */ var _zip_archive_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3364);






const protocol = 'x5.0';
const platform = 'linux_amd64';
const maxBytes = 512 * 2 ** 20;
function obtainPackerPlugins(plugins, { store, source }) {
    return store.obtain({
        name: 'packer-plugins',
        version: protocol,
        key: (0,_file_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)(plugins, protocol, source.key.fingerprint ?? source.key.armored),
        verify: async (folder) => (await Promise.all(plugins.map((plugin) => isIntact(plugin, folder)))).every((isRight) => isRight),
        make: async (folder) => {
            await Promise.all(plugins.map((plugin) => install(plugin, folder, source)));
        },
    });
}
async function linkPackerPlugins(folder, home) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((candidate) => candidate.isFile())) {
        const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, '.config/packer/plugins', entry.parentPath.slice(folder.length));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(place, { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, entry.name), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place, entry.name));
    }
}
function programOf({ name, version }) {
    return `packer-plugin-${name}_v${version}_${protocol}_${platform}`;
}
function placeOf({ organisation, name }, folder) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'github.com', organisation.toLowerCase(), name);
}
async function isIntact(plugin, folder) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(placeOf(plugin, folder), programOf(plugin));
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`${path}_SHA256SUM`, 'utf8')) === (await (0,_file_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256Of */ .Bj)(path));
}
async function install(plugin, folder, source) {
    const place = placeOf(plugin, folder);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(place, { recursive: true });
    const path = await (0,_zip_archive_js__WEBPACK_IMPORTED_MODULE_5__/* .unpackProgram */ .D)(programOf(plugin), {
        what: `The archive of the Packer plugin ${plugin.name} ${plugin.version}`,
        archive: await obtainPluginArchive(plugin, source),
        folder: place,
        maxBytes,
    });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(`${path}_SHA256SUM`, (await (0,_file_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256Of */ .Bj)(path)) ?? '');
}
async function obtainPluginArchive(plugin, source) {
    const { name, version, organisation, publisher } = plugin;
    const what = `the Packer plugin ${name} ${version}`;
    const project = `packer-plugin-${name}`;
    const onGitHub = {
        what,
        folderUrl: `https://github.com/${organisation}/${project}/releases/download/v${version}/`,
        fileName: `${programOf(plugin)}.zip`,
        sumsName: `${project}_v${version}_SHA256SUMS`,
        signature: publisher === 'hashicorp' ? 'hashicorp' : 'none',
    };
    if (publisher !== 'hashicorp')
        return (0,_published_archive_js__WEBPACK_IMPORTED_MODULE_4__/* .obtainArchive */ .C)(onGitHub, source);
    const onReleaseSite = {
        ...onGitHub,
        folderUrl: `https://releases.hashicorp.com/${project}/${version}/`,
        fileName: `${project}_${version}_${platform}.zip`,
        sumsName: `${project}_${version}_SHA256SUMS`,
    };
    try {
        return await (0,_published_archive_js__WEBPACK_IMPORTED_MODULE_4__/* .obtainArchive */ .C)(onReleaseSite, source);
    }
    catch (error) {
        if (!(error instanceof _net_http_client_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpStatusError */ .F && [403, 404].includes(error.status)))
            throw error;
        return (0,_published_archive_js__WEBPACK_IMPORTED_MODULE_4__/* .obtainArchive */ .C)(onGitHub, source);
    }
}


/***/ }),

/***/ 18754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ obtainArchive)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
;// CONCATENATED MODULE: ./build/toolchain/checksums-file.js

function checksumOf(fileName, sums, source) {
    const found = sums.split(/\r?\n/).flatMap((line) => {
        const [, digest, name] = /^([0-9a-f]{64}) [ *](.+)$/i.exec(line) ?? [];
        return digest !== undefined && name === fileName ? [digest.toLowerCase()] : [];
    });
    const [digest, ...others] = new Set(found);
    if (digest !== undefined && others.length === 0)
        return digest;
    const headline = digest === undefined
        ? `${source} has no checksum for ${fileName}.`
        : `${source} has several checksums for ${fileName}.`;
    throw new action_error/* ActionError */.l(headline, {
        why: 'The file is of another version, or something else is being served in its place.',
    });
}

// EXTERNAL MODULE: ./build/toolchain/detached-signature.js
var detached_signature = __webpack_require__(43291);
// EXTERNAL MODULE: ./build/toolchain/file-digest.js
var file_digest = __webpack_require__(44313);
;// CONCATENATED MODULE: ./build/toolchain/published-archive.js





const maxSumsBytes = 256 * 1024;
const maxSignatureBytes = 16 * 1024;
async function obtainArchive(archive, source) {
    const { what, fileName, folderUrl } = archive;
    await (0,promises_.mkdir)(source.folder, { recursive: true });
    const sums = (await keptSums(archive, source)) ?? (await fetchSums(archive, source));
    const sha256 = checksumOf(fileName, sums.toString(), `The list of checksums of ${what}`);
    const path = (0,external_node_path_.join)(source.folder, fileName);
    if ((await (0,file_digest/* sha256Of */.Bj)(path)) === sha256)
        return path;
    const url = new URL(fileName, folderUrl).href;
    await source.http.download(url, path, { what: `The archive of ${what}`, sha256 });
    return path;
}
async function keptSums(archive, { folder, key }) {
    if (archive.signature === 'none')
        return undefined;
    const path = (0,external_node_path_.join)(folder, archive.sumsName);
    try {
        const [bytes, signature] = await Promise.all([(0,promises_.readFile)(path), (0,promises_.readFile)(`${path}.sig`)]);
        await (0,detached_signature/* verifyDetached */.k)(`The checksums of ${archive.what}`, { bytes, signature }, key);
        return bytes;
    }
    catch {
        return undefined;
    }
}
async function fetchSums(archive, { http, key, folder }) {
    const { what, sumsName, folderUrl } = archive;
    const url = new URL(sumsName, folderUrl).href;
    const get = http.getBytes(url, { what: `The list of checksums of ${what}`, maxBytes: maxSumsBytes });
    if (archive.signature === 'none')
        return get;
    const [bytes, signature] = await Promise.all([
        get,
        http.getBytes(`${url}.sig`, { what: `The signature of ${what}`, maxBytes: maxSignatureBytes }),
    ]);
    await (0,detached_signature/* verifyDetached */.k)(`The checksums of ${what}`, { bytes, signature }, key);
    await Promise.all([
        replace((0,external_node_path_.join)(folder, sumsName), bytes),
        replace((0,external_node_path_.join)(folder, `${sumsName}.sig`), signature),
    ]);
    return bytes;
}
async function replace(path, bytes) {
    const draft = `${path}.${process.pid}.part`;
    await (0,promises_.writeFile)(draft, bytes);
    await (0,promises_.rename)(draft, path);
}


/***/ }),

/***/ 69839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readToolchain),
/* harmony export */   l: () => (/* binding */ writeToolchain)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96662);





const tool = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), version: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() });
const toolchainType = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    purpose: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
        eksaVersion: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        cliRelease: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        hypervisor: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .hypervisors */ .j9),
        trust: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    }),
    imageBuilder: tool,
    packer: tool,
    pluginFolder: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    ansible: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ binFolder: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), version: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), pythonVersion: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    pathEntries: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()).readonly(),
    isoFolder: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
});
async function writeToolchain(toolchain, folder) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'eks-anywhere-toolchain.json');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, `${JSON.stringify(toolchain, null, 2)}\n`);
    return path;
}
async function readToolchain(path, purpose) {
    if (!path)
        return undefined;
    let found;
    try {
        found = toolchainType.parse(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8')));
    }
    catch {
        return undefined;
    }
    const isSame = ['eksaVersion', 'cliRelease', 'hypervisor', 'trust'].every((part) => found.purpose[part] === purpose[part]);
    const programs = [found.imageBuilder.path, found.packer.path, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(found.ansible.binFolder, 'ansible')];
    return isSame && programs.every(node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync) ? found : undefined;
}


/***/ }),

/***/ 3364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ unpackProgram)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89711);




async function unpackProgram(name, { what, archive, folder, maxBytes }) {
    const { openPromise } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 20663, 19));
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
    try {
        const zip = await openPromise(archive, { strictFileNames: true, autoClose: false });
        try {
            let found = false;
            for await (const entry of zip.eachEntry()) {
                if (entry.fileName !== name)
                    continue;
                if (found)
                    throw new Error(`it holds ${name} twice`);
                if (entry.uncompressedSize > maxBytes)
                    throw new Error(`${name} has ${entry.uncompressedSize} bytes`);
                if (!isRegularFile(entry.externalFileAttributes))
                    throw new Error(`${name} is no regular file in it`);
                found = true;
                await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(await zip.openReadStreamPromise(entry), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(path, { mode: 0o755, flags: 'wx' }));
            }
            if (!found)
                throw new Error(`it holds no ${name}`);
        }
        finally {
            zip.close();
        }
    }
    catch (cause) {
        if (['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS'].includes(cause.code ?? ''))
            throw cause;
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .l(`${what} cannot be used: ${(0,_action_error_js__WEBPACK_IMPORTED_MODULE_3__/* .errorMessage */ .g)(cause)}.`, {
            why: 'The archive was damaged or tampered with after it was made.',
            cause,
        });
    }
    return path;
}
function isRegularFile(externalFileAttributes) {
    const type = (externalFileAttributes >>> 16) & 0o170000;
    return type === 0 || type === 0o100000;
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
