export const id = 36;
export const ids = [36];
export const modules = {

/***/ 90036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bottlerocketImage: () => (/* binding */ bottlerocketImage)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
// EXTERNAL MODULE: ./build/log.js
var build_log = __webpack_require__(36650);
// EXTERNAL MODULE: ./build/plan/node-image-spec.js
var node_image_spec = __webpack_require__(96662);
// EXTERNAL MODULE: ./build/quantities.js
var quantities = __webpack_require__(83211);
// EXTERNAL MODULE: ./build/release/resolve.js + 5 modules
var resolve = __webpack_require__(66120);
// EXTERNAL MODULE: ./build/runner/artifacts.js
var artifacts = __webpack_require__(75324);
// EXTERNAL MODULE: ./build/runner/artifacts-file.js
var artifacts_file = __webpack_require__(26711);
// EXTERNAL MODULE: ./build/runner/summary.js
var summary = __webpack_require__(61115);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/image/provenance.js
var provenance = __webpack_require__(84451);
// EXTERNAL MODULE: ./build/runner/provenance-run.js
var provenance_run = __webpack_require__(54228);
// EXTERNAL MODULE: ./build/actions/cell-provenance.js + 1 modules
var cell_provenance = __webpack_require__(11910);
;// CONCATENATED MODULE: ./build/actions/bottlerocket-provenance.js





function evidenceOf({ release }, origin) {
    const by = (0,cell_provenance/* signatureInWords */.bK)(release);
    return {
        verified: [
            { what: `release ${release.version} and its bundle ${release.bundleNumber}`, by },
            { what: 'name of the EKS Distro release', by },
            ...origin.verified,
        ],
        unverified: origin.unverified,
    };
}
async function writeFetchProvenance({ spec, image, fetched, channel, tags }, inputs, secrets) {
    const { origin } = image;
    const statement = (0,provenance/* provenanceOf */.Jj)({
        image: { ...image, templateTags: tags },
        run: (0,provenance_run/* provenanceRun */.J)('bottlerocket-v1'),
        parameters: {
            ...(0,cell_provenance/* parametersOf */.mC)(spec),
            source: inputs.source,
            bottlerocketVersion: inputs['bottlerocket-version'],
            compression: inputs.compression,
            allowExpiredRepo: inputs['allow-expired-repo'],
        },
        dependencies: [
            ...(0,provenance_run/* sourcesOfRun */.b)(),
            (0,cell_provenance/* bundleOf */.cj)(fetched),
            (0,cell_provenance/* buildToolingOf */.wQ)(fetched),
            { name: channel.eksdRelease, uri: channel.eksdManifestUrl },
            ...origin.materials,
        ],
        ...evidenceOf(fetched, origin),
    });
    const path = (0,external_node_path_.join)((0,external_node_path_.dirname)(image.path), `${spec.id}.intoto.jsonl`);
    await (0,promises_.writeFile)(path, (0,provenance/* provenanceLine */.Mh)(statement, (text) => secrets.redact(text)));
    return path;
}

// EXTERNAL MODULE: ./build/actions/image-in-words.js
var image_in_words = __webpack_require__(17389);
// EXTERNAL MODULE: ./build/actions/next-step.js
var next_step = __webpack_require__(84274);
// EXTERNAL MODULE: ./build/actions/trust-summary.js
var trust_summary = __webpack_require__(40707);
;// CONCATENATED MODULE: ./build/actions/bottlerocket-report.js





function fetchSummary({ fetched, spec, image, channel, artifact, provenancePath, }) {
    const { release } = fetched;
    const { verified, unverified } = evidenceOf(fetched, image.origin);
    return [
        { heading: `Fetched: ${image.fileName}` },
        {
            head: ['Image', (0,image_in_words/* fileInWords */.$z)(image.path, artifact)],
            rows: [
                ...(0,image_in_words/* placeRows */.bB)(image.path, artifact),
                ['Size', (0,quantities/* exactSize */.Fe)(image.size)],
                ['sha256', { code: image.sha256 }],
                ['System', (0,image_in_words/* systemInWords */.cp)(spec)],
                ...given('Version', image.version),
                ...given('Variant', image.variant),
                ['Inside', image.contents],
                ['Kubernetes', (0,image_in_words/* kubernetesInWords */.Vx)(channel)],
                ['EKS Anywhere', (0,image_in_words/* releaseInWords */.I4)(release)],
                ...release.notes.map((note) => ['Note', note]),
                ['Verified by', image.verifiedBy],
                ...(0,image_in_words/* provenanceRows */.hL)(provenancePath),
                ...given('Speed', image.speed),
            ],
        },
        (0,next_step/* nextStep */.s)({ spec, channel }),
        ...(0,trust_summary/* trustBlocks */.F)(release.signature, verified, unverified),
    ];
}
function given(name, value) {
    return value === undefined ? [] : [[name, value]];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/image/disk-layout.js
var disk_layout = __webpack_require__(90720);
// EXTERNAL MODULE: ./build/net/printable-url.js
var printable_url = __webpack_require__(29503);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/bottlerocket/abandoned-parts.js


const abandonedAfterMs = 24 * 60 * 60 * 1000;
function partOf(path, unique) {
    return `${path}.${unique}.part`;
}
async function removeAbandonedParts(folder) {
    for (const name of await (0,promises_.readdir)(folder)) {
        if (!/\.[0-9a-f]{8}\.part$/.test(name))
            continue;
        const path = (0,external_node_path_.join)(folder, name);
        const found = await (0,promises_.stat)(path).catch(() => undefined);
        if (found === undefined || found.mtimeMs > Date.now() - abandonedAfterMs)
            continue;
        await (0,promises_.rm)(path, { force: true }).catch(() => undefined);
    }
}

;// CONCATENATED MODULE: ./build/bottlerocket/image-cache.js




const keptImages = 2;
function imageCache(folder) {
    const pathOf = ({ sha256, name }) => (0,external_node_path_.join)(folder, `${sha256}.${name}`);
    return {
        async open(target) {
            const path = pathOf(target);
            const found = await (0,promises_.stat)(path).catch(() => undefined);
            if (!found?.isFile() || found.size !== target.length)
                return undefined;
            const now = new Date();
            await (0,promises_.utimes)(path, now, now).catch(() => undefined);
            return {
                stream: async (_url, _options, take) => {
                    for await (const chunk of (0,external_node_fs_.createReadStream)(path, { highWaterMark: 1 << 18 }))
                        await take(chunk);
                },
            };
        },
        async partPath(target, unique) {
            await (0,promises_.mkdir)(folder, { recursive: true });
            return partOf(pathOf(target), unique);
        },
        async keep(part, target) {
            await (0,promises_.rename)(part, pathOf(target));
            await prune(folder);
        },
        discard: (target) => (0,promises_.rm)(pathOf(target), { force: true }),
    };
}
async function prune(folder) {
    await removeAbandonedParts(folder);
    const files = [];
    for (const name of await (0,promises_.readdir)(folder)) {
        const path = (0,external_node_path_.join)(folder, name);
        const found = await (0,promises_.stat)(path).catch(() => undefined);
        if (found !== undefined && !name.endsWith('.part'))
            files.push({ path, usedAt: found.mtimeMs });
    }
    const old = files.sort((a, b) => b.usedAt - a.usedAt).slice(keptImages);
    for (const { path } of old)
        await (0,promises_.rm)(path, { force: true }).catch(() => undefined);
}

// EXTERNAL MODULE: ./build/bottlerocket/image-target.js
var image_target = __webpack_require__(63412);
;// CONCATENATED MODULE: ./build/bottlerocket/progress.js
const intervalMs = 10_000;
function logProgress(log, total) {
    const started = performance.now();
    let next = started + intervalMs;
    return (received) => {
        const now = performance.now();
        if (now < next)
            return;
        next = now + intervalMs;
        const rate = received / 1e6 / ((now - started) / 1000);
        log.info(`${megabytes(received)} of ${megabytes(total)} MB (${Math.floor((100 * received) / total)} %), ${rate.toFixed(1)} MB/s`);
    };
}
function megabytes(bytes) {
    return (bytes / 1e6).toFixed(0);
}

;// CONCATENATED MODULE: ./build/bottlerocket/roots/known-roots.js
const publishedRootUrl = 'https://cache.bottlerocket.aws/root.json';
const knownRoots = [
    {
        version: 2,
        date: '2020-09-22',
        sha512: '90393204232a1ad6b0a45528b1f7df1a3e37493b1e05b1c149f081849a292c8dafb4ea5f7ee17bcc664e35f66e37e4cfa4aae9de7a2a28aa31ae6ac3d9bea4d5',
    },
    {
        version: 3,
        date: '2021-10-08',
        sha512: 'e9b1ea5f9b4f95c9b55edada4238bf00b12845aa98bdd2d3edb63ff82a03ada19444546337ec6d6806cbf329027cf49f7fde31f54d551c5e02acbed7efe75785',
    },
    {
        version: 4,
        date: '2022-09-08',
        sha512: 'b81af4d8eb86743539fbc4709d33ada7b118d9f929f0c2f6c04e1d41f46241ed80423666d169079d736ab79965b4dd25a5a6db5f01578b397496d49ce11a3aa2',
    },
    {
        version: 5,
        date: '2023-08-29',
        sha512: 'a3c58bc73999264f6f28f3ed9bfcb325a5be943a782852c7d53e803881968e0a4698bd54c2f125493f4669610a9da83a1787eb58a8303b2ee488fa2a3f7d802f',
    },
    {
        version: 6,
        date: '2024-08-27',
        sha512: '2ff1fbf99b20dd7ff5d2c84243a8e3b51701183b1f524b7d470a6b7a9b0172fbb36a0949b7e586ab7ccb6e348eb77125d6ed9fd1a638f4381e4f3f084ff38596',
    },
    {
        version: 7,
        date: '2025-08-21',
        sha512: '4fcb272345fd6adb94d4c04834400548178fecb57407ca79bc2c3d20e0428fc9ed3a82cea268d7f9c667b5803524a4f465acd701a86953d5d732bf6ecb064888',
    },
    {
        version: 8,
        date: '2026-08-04',
        sha512: '33eb2f01738391907a9380f74b6b2a84fada845b0474d3a30c5756f49067690e520c1d7a531a3e9d1877d3a2f05ec21d9093a8f7307e3fe5b61aa4584472dc9a',
    },
];
const bridgeMetadataUrl = 'https://updates.bottlerocket.aws/2020-07-07/vmware-k8s-1.20/x86_64/';

;// CONCATENATED MODULE: ./build/bottlerocket/published-root.js



async function readPublishedRoot(files, recordedSum = async () => undefined) {
    try {
        const url = new URL(publishedRootUrl);
        const bytes = await files.read(url, { what: "Bottlerocket's published root.json", maxBytes: 1 << 20 });
        if (bytes === undefined)
            return { why: `There is no ${publishedRootUrl}.` };
        const sha512 = (0,external_node_crypto_.createHash)('sha512').update(bytes).digest('hex');
        const known = knownRoots.find((root) => root.sha512 === sha512);
        if (known !== undefined) {
            return {
                bytes,
                trustedBy: `${publishedRootUrl}, whose sha512 is compiled in (${known.date})`,
                isNewest: known === knownRoots.at(-1),
            };
        }
        if ((await recordedSum()) === sha512) {
            const trustedBy = `${publishedRootUrl}, whose sha512 stands in the build-tooling commit that the bundle signs`;
            return { bytes, trustedBy, isNewest: true };
        }
        return { why: `${publishedRootUrl} is none of the roots that this version knows (sha512 ${sha512}).` };
    }
    catch (error) {
        if (!(error instanceof action_error/* ActionError */.l))
            throw error;
        return { why: error.headline };
    }
}

;// CONCATENATED MODULE: ./build/bottlerocket/roots/2020-09-22/root-2.js
const root2 = String.raw `{
  "signed": {
    "_type": "root",
    "spec_version": "1.0.0",
    "consistent_snapshot": true,
    "version": 2,
    "expires": "2021-09-22T00:00:00Z",
    "keys": {
      "64b4f21d141b0c716f453449cd21c97bef1c6562f9ede3bcc900320890e68a87": {
        "keytype": "rsa",
        "keyval": {
          "public": "-----BEGIN PUBLIC KEY-----\nMIIBojANBgkqhkiG9w0BAQEFAAOCAY8AMIIBigKCAYEA05vM7iGdKd5799CVMjl9\nxQKg5yrdrYa2GhR0jrXawmrHTDlsJllZ5O+198Yiod0Boi4SzPFrMERc20Dxiq6A\nkq15z9qi8ZSOi9BsCTPLzsckz8BzCGL6BN/SrAB0+VVAb3ya6pZkCcr2b5QTtnD4\niOLcJaSWnBslPIhanbhfBP9Q4w+134rhb8rMB2VJvMv3JeS4BmvtTDU/ekbKkFZd\nrzs3VZetdrNRawGcTUkjA/PtRunArwEXTadwOvh9795M/grTW0f/hpLUSoG7zx/r\nwcyuyT3T+koS61nbIy87FzTFoekyE/Zbb4XNSg6eYiokGdNE08tFWevZUlV0bHsn\nBQq0WumWzXKiWiXWIoScGwH92Pou6+cvoUpuTTIQjDG100zZXFQXz2fA3q6hw908\nBCD6sY5yzvIRoboZOcMS0fAlSGC3uKDEnwsSFwH99PZzsGAkK9N0e2btgHbNLCOW\nB/OAd7brg9VMA05smyY8Hfs5EAy/qtTQOciJiZC9VJdHAgMBAAE=\n-----END PUBLIC KEY-----\n"
        },
        "scheme": "rsassa-pss-sha256"
      },
      "652194f65ff5909e0937d5629ddcaffdaabb5f55e5a878f431311b0c7fe111d9": {
        "keytype": "rsa",
        "keyval": {
          "public": "-----BEGIN PUBLIC KEY-----\nMIIBojANBgkqhkiG9w0BAQEFAAOCAY8AMIIBigKCAYEArnEeFF36ZHiTq9cahGNl\n6Lqzs1yPiYSdvRCvhLHJARsyj42/iFQvaP8HLSGr8uV6Z9h3cphVIjTxNXgYYLE0\ngEsLVL1Y4cOWTGsmddoTb4z11/vlSXMxk25pSWseQKFr6KyvJsR1QllhkhGxbGhf\n8wdCOEPrOAK7SMt0VNA60PYOwVIT+Gp0HhPVBenTq9E0MYgpumtITk6oDUe/Sd3l\nmhnqdJEQBOFmRLtHzZbmL8RMkL855kINuU9iRJTaTyGCAAA7gNuzXqNmsAL7CUad\npyZZswb7lvKIwC1aNXGrePbYoYWZsPLTrkzixcskFgBjoBjoXotcBlY2CNzYSunp\nbcYuF3EDT5Two0uC0uCiTl7lSNQLxyjVh+92rsuXylKI7oeGwIztWGLc9Dh/2Gvg\n3OMxyIJQgAYEChDi9Pj4X6KeusR8E2VH/pmxa4xnlcHAo2OIe/fZEndFIKkhkHSD\nIvegyJcLrDbjnkUHMehulSSDQfLOTxC2W8VK/Z1vrzqPAgMBAAE=\n-----END PUBLIC KEY-----\n"
        },
        "scheme": "rsassa-pss-sha256"
      },
      "4a2f1749be276c35a898f8080c24df567a14d3dae947271e4729d593f3550c8f": {
        "keytype": "rsa",
        "keyval": {
          "public": "-----BEGIN PUBLIC KEY-----\nMIIBojANBgkqhkiG9w0BAQEFAAOCAY8AMIIBigKCAYEArk4+++nLiqazEc2KPCgF\n6fhsCLBaQ8Z+Ya8MkDbte0sRyh4Gyv0dqIhFSR2Y0Oh2zljyONI8Iv+KCZqxZ5z2\nSs/h2+SsOI1SZUiEN7TPON0A1BjW1kMeWGMIbsZAqAfI0vDe07zTmDoxa1MBo9He\ng7UclNLmCa+Y2vrO9ohPlhhokCTI/YMsHXR6W2ekPnOhmff3IuQrA29PTNalMWmS\nfecMj+ZicpYzJkwSCznkOUGqKeF1zDxTVnBYdU2hl5Y26l/M8IFhpgBOXVbuk7O0\ntdtIEABItOfww+aCWIyqUvl+kdHSIufIi5XeFr6GQRRVlxeb4jbJI7SJ4OEt1Etj\naC17OlNxWW/VErdkk4xd1bEUb2j6DGIhReDuPiQKc2G27kBYAgDVvxSzw70OiuEV\ncd4rRAOG8+m/QfuLp752cdb9tJvvj5tpT5Cd/awCcMAFIn2u/zT7bjbk2g3YOadJ\nv7uwQ2zlgzZ8FQeJL1PmEdYL1IAWKYw/ulXH8nWy4KqRAgMBAAE=\n-----END PUBLIC KEY-----\n"
        },
        "scheme": "rsassa-pss-sha256"
      },
      "83cd01ec613f95023f551130af969c2cfc05af08873a4798f527a6a1f57c088f": {
        "keytype": "rsa",
        "keyval": {
          "public": "-----BEGIN PUBLIC KEY-----\nMIIBojANBgkqhkiG9w0BAQEFAAOCAY8AMIIBigKCAYEAyycD3cLFBa4ktIxs4wnO\nTmjive+7gSv3QGR+3OAp/eVG6yXOXAOUvF7C1qwSjZVmXH16tm9ojOpYggziVLxG\nf6fYHEnjLHoLhKScf8jtlucgUdQXIVLTxXFqIO5B8llrNciZE62onC90Oc4n3FTY\nKvbA5+2utwbbgTYeF3Q9GP3g2LtK9I7q5iz2xWuPTFBKtdp5M9BfxFxjM/p6oIEG\n6Z2q/XuAJfw0VR8dRV3aCqbhDYTFmgDezv0Nt9ZLtZnWEGDh55LcqsyI60vuMA7U\n8vGNWkZJE1Q3vjGgOrABEjS8ietmTNjRJ1Erjm+3xOMfn49AO7E9glBe5cVtBxTH\nrCkQZRa1A4gC28RFcDfSWXxoLQGJjYqfmYY4WsAfVFHmnsQf7jU/fqmlSnzHNXz3\nHoyZoWEq+Ftsf1CsV1yvjvzSBLcvCr/47fQmwTOBCH5RKu3ruj/5RAJwKKCODGZ6\nJ4IMqn3UZjd51JM0cJ0nTT0N5rudky5jbIExZQZMEO6pAgMBAAE=\n-----END PUBLIC KEY-----\n"
        },
        "scheme": "rsassa-pss-sha256"
      },
      "73dcbc4f6aed708c22a1c86edf739f019c9da7b6d5f733e5468fee55d210c9d4": {
        "keytype": "rsa",
        "keyval": {
          "public": "-----BEGIN PUBLIC KEY-----\nMIIBojANBgkqhkiG9w0BAQEFAAOCAY8AMIIBigKCAYEA7JZag3sqbt/GYW0lFJwu\nTX2B6/CMA+biRd3qgoDh7MH6bBiAsCiyccJt2KAb1SJYe58NVZSHBoA64F/Y/OXC\nqfCY7W2M29osij9TrRMB9WSZrzLff8S5Hx61Fp9ww3DMqqJjcY3PP46KNmA6SyOH\nqLw6ggGzQ/UNrAzTp5jF9woYwlrVgqiS2YRFbm5A7TaHWonXHf7i7J/RuVclUOQ7\npUfNvgWLr+MAN+u73yulU+VdkAstveFYSJ4Tne9AyEgYv+4yu3mehpILBHBxX59V\nK4AvqpAZZNXQBetfCGCPRg73JpTWdhF9pvbngbDlfxuRFYwlz+AImuOihHQoVxdi\npdoEnZqZvBawitb0GNOQXzv1qkOaXmYXW3RIfrXqdNG51WSJt6YOJG+GBmvl2ECt\nxfNhcdF2ZVS0pdRYftT18NzuBQO9iLvgx1J/hrh6j8sQQIcJ+/uNr4uHVK9rQXrt\nmWwyn7TViWK37cOYphyDNhuUzBiin6NqoglQvE7tqZhPAgMBAAE=\n-----END PUBLIC KEY-----\n"
        },
        "scheme": "rsassa-pss-sha256"
      },
      "cfce0c5ac39a2d071abbf01d554bbbc54ed3a3c22aee54b9c3af6ac60b4ee9c5": {
        "keytype": "rsa",
        "keyval": {
          "public": "-----BEGIN PUBLIC KEY-----\nMIIBojANBgkqhkiG9w0BAQEFAAOCAY8AMIIBigKCAYEAqN66Qh5qhC4kOBxIdjpC\nh6wBNq9XVHCmzxK7N/CF5cHQXsp7z8k8BMUgdIGbptrEGzec8kpul3ZjYNjW+bfq\nAjY6ng54iPrM6g9IHcIWeeKiiS/4PV+1K5kxmOcLRGWZbCbAygOiVDtJKbyOv7Eg\n4NBj2IJr2DjtgO29hQkm/fKx77r7QWGsggVMWXoDGIaoO7O5RkIB98Kz/ApuQr3E\nJDpWBHe5VIn/y+2P2XXY2tkolNqLRZRTW4v4823mtxC90gABnIUOpxU2y9g36QI+\nUE28vi0+zAHQ3+GWh9c5RdIhHIhht8FStK9tz52WTzzCviiFsZv//OR6SPcpKfqa\nlT5pf901vnezNSpkgsL2ZuBy7/vJB9OAKUj8yn9Ayf8sfPQ9g+Lc9pRxhGAsINA9\nJzt/Fk+agjFZPMQdA16MQzjoU84fjFecp6w3ypwJ4dXWlk7FJWqn+N3xAD0dVifv\nFvVXQjR1FN6nhcXUVArPUP9q0ACfXHMt5qKdLuGf6yWjAgMBAAE=\n-----END PUBLIC KEY-----\n"
        },
        "scheme": "rsassa-pss-sha256"
      },
      "a4fed2c083ac6e707e2c44c62d364ac98f97687a0ccfa747de4f01a77fbcfb1c": {
        "keytype": "rsa",
        "keyval": {
          "public": "-----BEGIN PUBLIC KEY-----\nMIIBojANBgkqhkiG9w0BAQEFAAOCAY8AMIIBigKCAYEAyj9lR1Gk29eCpr9rVIvx\n1UmvvD9j/Ngr0WHYha2pkg8W5ydTZpN9FOvmEFHu7zp+Luwg4pdRHHgxmKKhHZJS\n6j7nXBbCJ9zf5t0kCUNnemBfC4Lr1qDLk33tFHilMHZLUsNIHJG48p7wOAGV40xg\nPUkav4orG29IK/Iw9TbmaPWGLD6Socp7hbggMoaVkzYbuorwfX/+8rWFLNtWcYNu\nbT6GGiVLMP0hL1i21wTnSQoZjOBQxwj7yMMVa1tgdN/A5dCFatdsBu1U6mq7b5dp\nbgwdltJLvRm+sb89ZYvyg/s5i/xyamjjXRcrAFxZEwlYCCxxqS8OpDSMJY8lWv0k\nOklBoqmKf/QiYIb25pIn9jpmAssDepzD4H1LVBkCO+zO9nSga98bdcLdXRfoifU9\nmwMH8N9eo6xsxxsSrVHiVFeHjbGgsXbezxGyELEwQYF77EeguXWinqA5H2qkI5Gw\nbRQ7+Biq6AvtuOuGrxotv3i2GD7/wwMRFifpp0DngvzLAgMBAAE=\n-----END PUBLIC KEY-----\n"
        },
        "scheme": "rsassa-pss-sha256"
      },
      "b51c4e43b0e168fc75d0d4d4195a1e13fdb842a9e578839fa6b87abd8c5bf7cb": {
        "keytype": "rsa",
        "keyval": {
          "public": "-----BEGIN PUBLIC KEY-----\nMIIBojANBgkqhkiG9w0BAQEFAAOCAY8AMIIBigKCAYEArOtKhu1edBZ9f8HEkQKQ\n8jPCuVG5swNMRsNC/Uc2bFIPBgKc0AX9ETiptfz/Cmck7A5jrf85IQp+b4XZ1EF/\n+jdGXWbvcAdburnbPj/+AjE99U6ffsauyeaAcDAXE0NQ4JnNsiwqxpMIHDJdjfKi\nznsyiKrZDL8OI0cJn3PFP25VnctB6213lZaDbmFaQf2vLNmJNyIKDZmnySCoXk+a\nNgveG8BHL6EQZSE2GZcAW/2jX4m21yZsFWgao3yoNvfIQJ4zSpo+KChZSamkCcNk\nCob1Q5g38gaS271Ro+Ax/BCSA1rFuiesL3/sWgV9JEXIsZHYZv87LQkmNMQYrc6i\nTVrUtCjsGd8sE6WRSy6ftlQ9/k0Ljn4cV5gLhnx8+s1SNy+sz+V/7xZMNxSgUYl0\n7ClFrkUWEIooKULPS/cju27AUxyHsleiMTWPGWWcwlMqPIEv8uAzkOvgfYiOQ9ns\n7fibz4UeoMFarAXSTtukFv0nyfHWHSYg3ToTRAAGT48BAgMBAAE=\n-----END PUBLIC KEY-----\n"
        },
        "scheme": "rsassa-pss-sha256"
      }
    },
    "roles": {
      "root": {
        "keyids": [
          "652194f65ff5909e0937d5629ddcaffdaabb5f55e5a878f431311b0c7fe111d9",
          "a4fed2c083ac6e707e2c44c62d364ac98f97687a0ccfa747de4f01a77fbcfb1c",
          "4a2f1749be276c35a898f8080c24df567a14d3dae947271e4729d593f3550c8f"
        ],
        "threshold": 2
      },
      "snapshot": {
        "keyids": [
          "b51c4e43b0e168fc75d0d4d4195a1e13fdb842a9e578839fa6b87abd8c5bf7cb",
          "64b4f21d141b0c716f453449cd21c97bef1c6562f9ede3bcc900320890e68a87",
          "cfce0c5ac39a2d071abbf01d554bbbc54ed3a3c22aee54b9c3af6ac60b4ee9c5"
        ],
        "threshold": 1
      },
      "targets": {
        "keyids": [
          "b51c4e43b0e168fc75d0d4d4195a1e13fdb842a9e578839fa6b87abd8c5bf7cb",
          "64b4f21d141b0c716f453449cd21c97bef1c6562f9ede3bcc900320890e68a87",
          "cfce0c5ac39a2d071abbf01d554bbbc54ed3a3c22aee54b9c3af6ac60b4ee9c5"
        ],
        "threshold": 1
      },
      "timestamp": {
        "keyids": [
          "b51c4e43b0e168fc75d0d4d4195a1e13fdb842a9e578839fa6b87abd8c5bf7cb",
          "64b4f21d141b0c716f453449cd21c97bef1c6562f9ede3bcc900320890e68a87",
          "cfce0c5ac39a2d071abbf01d554bbbc54ed3a3c22aee54b9c3af6ac60b4ee9c5",
          "83cd01ec613f95023f551130af969c2cfc05af08873a4798f527a6a1f57c088f",
          "73dcbc4f6aed708c22a1c86edf739f019c9da7b6d5f733e5468fee55d210c9d4"
        ],
        "threshold": 1
      }
    }
  },
  "signatures": [
    {
      "keyid": "4d6464f48c11e74cf1b87e3da3bac1ce884e003cedc83e054d0f5371769d3028",
      "sig": "0dbaee90dbc7a7e99e38f2f6ff29b8f1cad87db50f3e883f93bd0f59f36c27df32d5290078dcd89e44ac82caebe5107f4e6f466305808a0697986e7ffdc6fc3d5c8368e4ee66d2a7682b6ae67897b16309064e22c0b06f18f033cc000452158f87e910b822d038f291570748ffc44fcb96943899e8cd2b2f72f374d6070827ace97d33b029b7551fa2b8195563a7210feef40667a5246c1a80abd609df2c3907455c44628cf1e81af882418a53d355b4002cc1a440718da1d48283d7fb73a28867c9ceb463c6de2d752bd4789104be40278fad286c74448d29946af8c5bc25dbd188b23c5fb552f15554e845513d209933ed7decfb27000fbb131ad4baa7a0cd0510e4d5c1a49a66994ad2d2809307b8935c9b97c36fb9c2fd1fb3a4cc8263e28398804dd0c95dcc78ab0b8846442322d106f7f5c44aae849f038a761649c4945f4a1d2db4739f07a31381114c61b85c5d771f74d542beb315455644f72b0bdd7384f20769af333894ff958156cac71004db633b8ebbbcf4590004eec074a9fc"
    },
    {
      "keyid": "6f3533d821dc7b99494fdf381f9cd9e666460130efb68339fbfd542c6a7f924b",
      "sig": "738ef14e13b56fb1e091b49850d42bc35c88e50ab4efbc546fe0cbb31b3b4ece47eea0a55e97f28c65aa0c9ffe678e23aad3b64e7e71f33c080ea1470d823b1c184ca76f368280d70cbdd9f23fe3cd6c4bc493d18f21d131b9753b60c68f1c20809d2109177737c862105c4284a231629662592c96bc58dec277ae632e699dc81f3fd57f168341a4d9478505981370e081c027520d287a8c47b6eeb0ec13c616aa78015703dc6dba768965b121c67bf501b69164724ef61fd9ccb0669caf44b6ab924a5456b73624cb817cd847a3c416b3df70785d767b8cd0ae829c6f8bf71d8e59f541b0c4e448762b3334be7975ce82f185722250ef9c59841986a14c04f33642c8e4e4f135fadc775b4755e7cf476e65a36fbcd5870994dfdff6d3772df9e77a8c7db9e8dd4eb35ed6a8791a3d0d4c7891fafb6bdf9ca976ee94718772bde0413a1e130bcd2cd58d611b68c9890515422fb69ff8a1bc48affc3e10bc403bce80d1b19f62586394bef04b194ed1ab89b0d027761efa555568258d603e2e76"
    },
    {
      "keyid": "97d2f07c71784a05581492448d02da97a5864b00a505649f3f16f761abc8a9dd",
      "sig": "18a1e47a5c3e2be23428b867cccb11393b1038db73506fbcfd73d14f5ef15f6b520d8869ed91b97f6dc0a41df88dc480fd5e47acf8bea87c1acbaafccb8a908e2994e05a404e2a66a1f498701a3ba615f8fefa760d1240bbc5d6b1d9c60cd6d241a3001f81fbfe339abe2116ef23bca1bb9c12fa4cf42d327a51bcf91841f84e0ebfe40510804473642754f74bd790da54284a8cfb8751bfa9e537677c547164fb10debe8c4f0557ed5c9f6259d81f00fca7c755be0c26a90a1a62952a709cf2ec3322e292feeaf2ae5762a0cd06dce46fb315a9605d1c63c7504bafb6befb4724f58befa582aa9308b4dca24201e268964e337219e4d71f25098913f2443b176644915dc204ea838d115140a29b9a1dc34f527be26d19c74d272f5001d627f4b994956ddec27cb50232db1bd48a6828aeb00c7f1131e069e62ebd27c82d592899d5d3de22932668e52e4d249ab91579c256f77f4318994ce5cf20dd285146d6a8e91ccc755bc0aa38fbea42759bdd7b2778b169ece8e41fc6be025e848c2896"
    },
    {
      "keyid": "a4fed2c083ac6e707e2c44c62d364ac98f97687a0ccfa747de4f01a77fbcfb1c",
      "sig": "b444547fab972cecfcde0e05974a247b22b9e33280ae8085d6c07b491428ab9996bafd9ee932f98a6db1557eec733ce6595d08710e1e1aeffcdecf2438fbb32b2293790d696ebd893e61476317caf3457390cff7ce43837444a4d112a5b603f42033d49b4f0d49bd3e40efb8527b98a0fdcbfda81a8365ab0fd6742de9eef933e213439bbd3854bb1d92b85380585cc0c0a72bb7f4de5a8b68bfb46f3c4da46a406c8d1c875363e5f2db58885f4e71c749ebb740d50c968eeccbe1e36bc0471667174ad7393b7614633ba73f38a8a129d26905e67b38bfb4492ef145a80f026feb74338b7d4af3e3c74c560f3d7408ff8f5fcee83eb6eb0f4069e7bbc24bde0c92e32a82d65f8af13d2a6ed289b50d9006dfb7b3666f748fb76b7d408f82d9e4f2ea624319753eb50c527fe5bc39627d08ea412f986c96a15d1d30519c60014ecaedaf3c894a0b21c188ce4984c4c87baad24c5dff10a9c7b7a0e44b492ab552fdd8d1a5f37c813bce2f113fdffdda6c81d3446c85179e55cab7b64396de8bcd"
    },
    {
      "keyid": "4a2f1749be276c35a898f8080c24df567a14d3dae947271e4729d593f3550c8f",
      "sig": "9a385725decaac13632cd6aff052d6153fe1305f1a1a602522925992c0dafbba6a9b975c1ef7c8ed70d2be940ddf0362b955541f602ad13dcdb495c499a2c97d80ccee678a6e711ef6db96bed71ecb62e1803e9e9b64254180f47921a46b5a8c67cf49b3e354e13cbe57f02e62bc72a957f69eed247b586613827c6fd056d8c9b22a3b8caf01931b5796dd403fa16e74c0f550a1efdc7e9b19599a140e9969c413ba453c1362bb07bd132f3df68fc33924fce53a4a082b2d63c2928413d91acef4c587d795ae81684a6a4105f59ac0e055fcf78624f1c42de1c3986c9caee049769ef29782e31fc251e86b3fe428db5700bb7cd3df517242cdc21b259ba855fb012ae216172389e823ad9556d57a99b7be12c360813168f9741acf35dcf41e914012b9bb61433200afc0a578c599c388cf41b0c21d0518fe94bf7b4a62686b2825261b2d1a1af0475f31dcfc6e845dcd4abd3fb521e6a866ecd33fddd149475a0110b49e61fb1f0a1de5d5faa962a6ec9d7d9475886f880ff07456d3de800e22"
    },
    {
      "keyid": "652194f65ff5909e0937d5629ddcaffdaabb5f55e5a878f431311b0c7fe111d9",
      "sig": "630c09912968fd2c8f62decf8385c5fcc3518aae4f07dd5a3d5a43d2df9c3c637ff4f676ab225616bc6eee31f83107eb8eb0f25900527c5b40d5f2feeeddd64e296a4cf340c30fca25eb2366588537f11d38d22f00f05113bb132a6e57904b5eaa921d47b5f0998139d6677968ce84c6bee9646c115dce690a00e358df06a534803886a8b338f60012194a121d66c633f4b0ec2eaaa96e41fcfa898241c16251f541d0feaee18c4fc1881b1b3429fd008f674799cbb43cd0e01d0f8fbba258f6ff8a6843d4e2f9689b021b2355f0769578724ca3b9e1bfb1b55fdcbaa7442c432756e21b4c34c2a506b7db7d250c588aba17e9d1801b28a994f1273544fabd3519254cc725c37bf5901c1a40fba1dd535ee0e791c39f1c22b692f91897433b1543ca3b13d662af2a9d22afa5812c858c63b2615f6b875abd5184e8874cc2efa97222e1fb9df39d634a08b47882963544590be32692346d17c45899b43434c69b4d1d3066af0787c527b2263ba372b4d32f2f684c31136ee801541d6183a7b973"
    }
  ]
}
`;

;// CONCATENATED MODULE: ./build/bottlerocket/roots/compiled-roots.js

const compiledRoots = [{ version: 2, date: '2020-09-22', body: root2 }];

;// CONCATENATED MODULE: ./build/bottlerocket/tuf/refusal.js

class RefusedMetadataError extends action_error/* ActionError */.l {
}
class ExpiredMetadataError extends action_error/* ActionError */.l {
    role;
    constructor(role, expires) {
        super(`The ${role} metadata of the Bottlerocket repository expired on ${expires.toISOString()}.`, {
            why: 'Bottlerocket no longer renews this variant, a mirror is stale, or the clock of the runner is wrong.',
            fix: 'Look at the clock and the mirror; `allow-expired-repo: true` takes the repository all the same, with a warning.',
        });
        this.role = role;
    }
}
function refusal(role, problem, cause) {
    return new RefusedMetadataError(`The ${role} metadata of the Bottlerocket repository is refused.`, {
        problems: [problem],
        why: 'A mirror or proxy serves something else under this address, or somebody tampers with it.',
        fix: 'Do not use what is served there; look at the file from another network, or at `metadata-url` and `root`.',
        cause,
    });
}

;// CONCATENATED MODULE: ./build/bottlerocket/tuf/limits.js
const mebibyte = 1 << 20;
const limits = {
    root: mebibyte,
    timestamp: mebibyte,
    snapshot: mebibyte,
    targets: 10 * mebibyte,
    rotations: 256,
};

;// CONCATENATED MODULE: ./build/bottlerocket/tuf/canonical-json.js
function canonicalJson(value) {
    return Buffer.from(encode(value));
}
function encode(value) {
    if (typeof value === 'string')
        return quote(value);
    if (Array.isArray(value))
        return `[${value.map(encode).join(',')}]`;
    if (typeof value === 'object' && value !== null) {
        const members = Object.entries(value).sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        return `{${members.map(([key, member]) => `${quote(key)}:${encode(member)}`).join(',')}}`;
    }
    return String(value);
}
function quote(text) {
    return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./build/bottlerocket/tuf/keys.js



const keyType = schemas/* looseObject */._H3({
    keytype: schemas/* string */.YjP(),
    scheme: schemas/* string */.YjP(),
    keyval: schemas/* looseObject */._H3({ public: schemas/* string */.YjP() }),
});
const schemes = {
    rsa: ['rsassa-pss-sha256'],
    ed25519: ['ed25519'],
    ecdsa: ['ecdsa-sha2-nistp256'],
    'ecdsa-sha2-nistp256': ['ecdsa-sha2-nistp256'],
};
const rsaBits = { min: 2048, max: 8192 };
const spkiPrefixes = {
    ed25519: '302a300506032b6570032100',
    'ecdsa-sha2-nistp256': '3059301306072a8648ce3d020106082a8648ce3d030107034200',
};
function keyIdOf(key) {
    return (0,external_node_crypto_.createHash)('sha256').update(canonicalJson(key)).digest('hex');
}
function readKey({ keytype, scheme, keyval }) {
    const known = Object.hasOwn(schemes, keytype) ? schemes[keytype] : undefined;
    if (!known?.includes(scheme))
        throw new Error(`a key of type ${keytype} with scheme ${scheme} is not supported`);
    const key = (0,external_node_crypto_.createPublicKey)(keyval.public.startsWith('-----BEGIN PUBLIC KEY-----')
        ? keyval.public
        : { key: rawKey(scheme, keyval.public), format: 'der', type: 'spki' });
    checkKey(scheme, key);
    return { scheme, key };
}
function rawKey(scheme, hex) {
    const prefix = spkiPrefixes[scheme];
    if (prefix === undefined || !/^(?:[0-9a-f]{2})+$/i.test(hex))
        throw new Error(`a key with scheme ${scheme} is no PEM`);
    return Buffer.from(prefix + hex, 'hex');
}
function checkKey(scheme, { asymmetricKeyType, asymmetricKeyDetails }) {
    const { modulusLength: bits = 0, namedCurve } = asymmetricKeyDetails ?? {};
    const isRight = scheme === 'rsassa-pss-sha256'
        ? asymmetricKeyType === 'rsa' && bits >= rsaBits.min && bits <= rsaBits.max
        : scheme === 'ed25519'
            ? asymmetricKeyType === 'ed25519'
            : asymmetricKeyType === 'ec' && namedCurve === 'prime256v1';
    if (!isRight) {
        const found = [asymmetricKeyType, bits || namedCurve].filter(Boolean).join(' ');
        throw new Error(`a key with scheme ${scheme} is ${found}`);
    }
}
function isSignedBy({ scheme, key }, signed, signature) {
    if (!/^(?:[0-9a-f]{2})+$/i.test(signature))
        return false;
    const bytes = Buffer.from(signature, 'hex');
    if (scheme === 'ed25519')
        return (0,external_node_crypto_.verify)(null, signed, key, bytes);
    if (scheme === 'ecdsa-sha2-nistp256')
        return (0,external_node_crypto_.verify)('sha256', signed, key, bytes);
    const padding = { padding: external_node_crypto_.constants.RSA_PKCS1_PSS_PADDING, saltLength: external_node_crypto_.constants.RSA_PSS_SALTLEN_DIGEST };
    return (0,external_node_crypto_.verify)('sha256', signed, { key, ...padding }, bytes);
}

;// CONCATENATED MODULE: ./build/bottlerocket/tuf/strict-json.js
class AmbiguousJsonError extends Error {
}
const maxDepth = 64;
const token = /"(?:[^"\\]|\\.)*"|[{}[\]]|-?\d[\d.eE+-]*/g;
function parseStrictJson(text) {
    const value = JSON.parse(text);
    const open = [];
    token.lastIndex = 0;
    for (let match = token.exec(text); match !== null; match = token.exec(text)) {
        const [word] = match;
        if (word === '{' || word === '[')
            open.push(word === '{' ? new Set() : undefined);
        else if (word === '}' || word === ']')
            open.pop();
        else if (word.startsWith('"'))
            checkString(word, isKey(text, token.lastIndex) ? open.at(-1) : undefined);
        else
            checkNumber(word);
        if (open.length > maxDepth)
            throw new AmbiguousJsonError(`nested more than ${maxDepth} deep`);
    }
    return value;
}
function isKey(text, end) {
    let at = end;
    while (' \t\r\n'.includes(text.charAt(at)) && at < text.length)
        at += 1;
    return text.charAt(at) === ':';
}
function checkString(word, keys) {
    const value = JSON.parse(word);
    if (!value.isWellFormed() || value !== value.normalize('NFC')) {
        throw new AmbiguousJsonError(`the text ${word} is not in Unicode's form NFC`);
    }
    if (keys === undefined)
        return;
    if (keys.has(value))
        throw new AmbiguousJsonError(`the key ${word} is there twice`);
    if (value === '__proto__')
        throw new AmbiguousJsonError(`the key ${word} is not allowed`);
    keys.add(value);
}
function checkNumber(word) {
    if (!/^-?\d+$/.test(word) || word === '-0' || !Number.isSafeInteger(Number(word))) {
        throw new AmbiguousJsonError(`the number ${word} is no plain integer`);
    }
}

;// CONCATENATED MODULE: ./build/bottlerocket/tuf/metadata.js




const roleNames = ['root', 'timestamp', 'snapshot', 'targets'];
const count = schemas/* int */.Whr().min(0);
const version = schemas/* int */.Whr().min(1);
const sha256 = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/, 'no sha256 in lower-case hex');
const keyId = sha256;
const instant = schemas/* string */.YjP()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/, 'no date and time in UTC')
    .refine(isOnTheCalendar, 'no date and time in UTC')
    .transform((text) => new Date(text));
const hashes = schemas/* looseObject */._H3({ sha256 });
const metaFile = schemas/* looseObject */._H3({ version, length: count.optional(), hashes: hashes.optional() });
const targetName = schemas/* string */.YjP().refine((name) => !['', '..', '/'].includes(name), 'no name of a file');
const role = schemas/* looseObject */._H3({ keyids: schemas/* array */.YOg(keyId).min(1), threshold: schemas/* int */.Whr().min(1) });
const keys = schemas/* record */.g1P(keyId, keyType);
const common = { spec_version: schemas/* string */.YjP().regex(/^1\./, 'not version 1'), version, expires: instant };
const signedTypes = {
    root: schemas/* looseObject */._H3({
        _type: schemas/* literal */.euz('root'),
        ...common,
        consistent_snapshot: schemas/* boolean */.zMY(),
        keys,
        roles: schemas/* strictObject */.rej({ root: role, timestamp: role, snapshot: role, targets: role }),
    }),
    timestamp: schemas/* looseObject */._H3({
        _type: schemas/* literal */.euz('timestamp'),
        ...common,
        meta: schemas/* strictObject */.rej({ 'snapshot.json': metaFile }),
    }),
    snapshot: schemas/* looseObject */._H3({
        _type: schemas/* literal */.euz('snapshot'),
        ...common,
        meta: schemas/* object */.Ikc({ 'targets.json': metaFile }).catchall(metaFile),
    }),
    targets: schemas/* looseObject */._H3({
        _type: schemas/* literal */.euz('targets'),
        ...common,
        targets: schemas/* record */.g1P(targetName, schemas/* looseObject */._H3({ length: count, hashes })),
        delegations: schemas/* looseObject */._H3({
            keys,
            roles: schemas/* array */.YOg(role.extend({ name: schemas/* string */.YjP().refine(isDelegable, 'a top-level role') })),
        })
            .optional(),
    }),
};
const envelope = schemas/* strictObject */.rej({
    signed: schemas/* looseObject */._H3({}),
    signatures: schemas/* array */.YOg(schemas/* looseObject */._H3({ keyid: keyId, sig: schemas/* string */.YjP() })),
});
function parseMetadata(name, bytes) {
    const parsed = envelope.safeParse(parseJson(bytes));
    if (!parsed.success)
        throw new Error(describe(parsed.error));
    const { signed, signatures } = parsed.data;
    const repeated = firstRepeated(signatures.map(({ keyid }) => keyid));
    if (repeated !== undefined)
        throw new Error(`the key ${repeated} signs twice`);
    const type = signedTypes[name];
    const content = type.safeParse(signed);
    if (!content.success)
        throw new Error(describe(content.error));
    return { content: content.data, signed, signatures };
}
function parseJson(bytes) {
    try {
        return parseStrictJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    }
    catch (cause) {
        throw new Error(`not the JSON of TUF: ${(0,action_error/* errorMessage */.g)(cause)}`, { cause });
    }
}
function describe(error) {
    const [issue] = error.issues;
    return issue === undefined ? error.message : `${issue.path.join(' › ') || 'the file'}: ${issue.message}`;
}
function isOnTheCalendar(text) {
    const date = new Date(text);
    return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 19) === text.slice(0, 19);
}
function isDelegable(name) {
    return !roleNames.some((topLevel) => topLevel === name);
}
function firstRepeated(keyIds) {
    const seen = new Set();
    return keyIds.find((id) => seen.size === seen.add(id).size);
}

;// CONCATENATED MODULE: ./build/bottlerocket/tuf/delegator.js





function readDelegator(file, name, listed, roles) {
    const keys = new Map();
    for (const [id, key] of Object.entries(listed)) {
        if (keyIdOf(key) !== id)
            throw refusal(file, `the id ${id} is not the sha256 of its key`);
        try {
            keys.set(id, readKey(key));
        }
        catch (error) {
            throw refusal(file, (0,action_error/* errorMessage */.g)(error), error);
        }
    }
    for (const [role, { keyids }] of roles) {
        const repeated = firstRepeated(keyids);
        if (repeated !== undefined)
            throw refusal(file, `the role ${role} lists the key ${repeated} twice`);
    }
    return { name, keys, roles };
}
function checkSignatures(role, metadata, by) {
    const { keyids, threshold } = by.roles.get(role) ?? { keyids: [], threshold: 1 };
    const signed = canonicalJson(metadata.signed);
    const good = metadata.signatures.filter(({ keyid, sig }) => {
        const key = keyids.includes(keyid) ? by.keys.get(keyid) : undefined;
        return key !== undefined && isSignedBy(key, signed, sig);
    });
    if (good.length >= threshold)
        return;
    throw refusal(role, `${good.length} of the ${threshold} signatures that ${by.name} asks for ${good.length === 1 ? 'is' : 'are'} right`);
}

;// CONCATENATED MODULE: ./build/bottlerocket/tuf/verifier.js





class StrictVerifier {
    expiredRoles = [];
    #options;
    #root;
    #rootKeys;
    #timestamp;
    #snapshot;
    #targets = new Map();
    constructor(anchor, options) {
        this.#options = options;
        const root = read('root', 'root', anchor);
        checkSignatures('root', root, delegatorOf(root.content, 'its own keys'));
        this.#root = root.content;
        this.#rootKeys = delegatorOf(root.content, `root ${root.content.version}`);
    }
    get root() {
        return this.#root;
    }
    acceptRoot(bytes) {
        const root = read('root', 'root', bytes);
        checkSignatures('root', root, this.#rootKeys);
        checkVersion('root', root.content.version, this.root.version + 1);
        checkSignatures('root', root, delegatorOf(root.content, 'its own keys'));
        this.#root = root.content;
        this.#rootKeys = delegatorOf(root.content, `root ${root.content.version}`);
    }
    finishRoots() {
        this.#checkExpiry('root', this.root.expires);
    }
    acceptTimestamp(bytes) {
        const fresh = this.#readSigned('timestamp', bytes);
        const stored = this.#stored('timestamp');
        if (stored !== undefined) {
            checkNoRollback('timestamp', fresh.version, stored.version);
            const snapshot = 'snapshot.json';
            checkNoRollback('timestamp', fresh.meta[snapshot].version, stored.meta[snapshot].version, snapshot);
        }
        const timestamp = fresh.version === stored?.version ? stored : fresh;
        this.#checkExpiry('timestamp', timestamp.expires);
        this.#timestamp = timestamp;
    }
    acceptSnapshot(bytes) {
        checkFile('snapshot', bytes, this.#stated('snapshot'));
        const fresh = this.#readSigned('snapshot', bytes);
        for (const [file, { version }] of Object.entries(this.#stored('snapshot')?.meta ?? {})) {
            const now = fresh.meta[file];
            if (now === undefined)
                throw refusal('snapshot', `${file}, which was there before, is missing`);
            checkNoRollback('snapshot', now.version, version, file);
        }
        this.#snapshot = this.#finalSnapshot(fresh);
    }
    acceptTargets(bytes) {
        checkFile('targets', bytes, this.#stated('targets'));
        this.#targets.set('targets', this.#finalTargets('targets', bytes, this.#rootKeys));
    }
    acceptDelegated(role, bytes) {
        checkFile(role, bytes, this.#stated(role));
        const refusals = [];
        for (const delegator of this.#delegatorsOf(role)) {
            try {
                this.#targets.set(role, this.#finalTargets(role, bytes, delegator));
                return;
            }
            catch (error) {
                refusals.push(error);
            }
        }
        throw refusals[0] ?? refusal(role, 'no role delegates to it');
    }
    get targets() {
        return this.#targetsOf('targets', this.#rootKeys);
    }
    #targetsOf(role, delegator) {
        const known = this.#targets.get(role);
        if (known !== undefined)
            return known;
        const bytes = this.#options.stored?.(role);
        if (bytes === undefined)
            throw new RangeError(`${role} comes first`);
        checkFile(role, bytes, this.#stated(role));
        const content = this.#finalTargets(role, bytes, delegator);
        this.#targets.set(role, content);
        return content;
    }
    #delegatorsOf(wanted) {
        const found = [];
        const seen = new Set();
        const visit = (role, by) => {
            if (seen.has(role))
                return;
            seen.add(role);
            const { delegations } = this.#targetsOf(role, by);
            if (delegations === undefined)
                return;
            const roles = new Map(delegations.roles.map((entry) => [entry.name, entry]));
            const delegator = readDelegator(role, role, delegations.keys, roles);
            if (roles.has(wanted))
                found.push(delegator);
            for (const name of roles.keys()) {
                if (this.#targets.has(name) || this.#options.stored?.(name) !== undefined)
                    visit(name, delegator);
            }
        };
        visit('targets', this.#rootKeys);
        return found;
    }
    #finalTargets(role, bytes, by) {
        const metadata = read('targets', role, bytes);
        checkSignatures(role, metadata, by);
        const { content } = metadata;
        checkVersion(role, content.version, this.#stated(role).version);
        this.#checkExpiry(role, content.expires);
        const delegated = content.delegations?.roles ?? [];
        if (this.#options.delegations !== 'follow' && delegated.length > 0) {
            throw refusal(role, 'delegations are not supported');
        }
        return content;
    }
    #finalSnapshot(snapshot) {
        checkVersion('snapshot', snapshot.version, this.#stated('snapshot').version);
        this.#checkExpiry('snapshot', snapshot.expires);
        return snapshot;
    }
    #stated(role) {
        if (role === 'snapshot') {
            if (this.#timestamp === undefined)
                throw new RangeError('the timestamp comes first');
            return this.#timestamp.meta['snapshot.json'];
        }
        const stored = this.#snapshot === undefined ? this.#stored('snapshot') : undefined;
        this.#snapshot ??= stored && this.#finalSnapshot(stored);
        if (this.#snapshot === undefined)
            throw new RangeError('the snapshot comes first');
        const stated = this.#snapshot.meta[`${role}.json`];
        if (stated === undefined)
            throw refusal('snapshot', `it does not name ${role}.json`);
        return stated;
    }
    #stored(name) {
        try {
            const bytes = this.#options.stored?.(name);
            return bytes && this.#readSigned(name, bytes);
        }
        catch {
            return undefined;
        }
    }
    #readSigned(name, bytes) {
        const metadata = read(name, name, bytes);
        checkSignatures(name, metadata, this.#rootKeys);
        return metadata.content;
    }
    #checkExpiry(role, expires) {
        if (this.#options.now <= expires)
            return;
        if (this.#options.expired === 'refuse')
            throw new ExpiredMetadataError(role, expires);
        this.expiredRoles.push({ role, expires });
    }
}
function read(type, role, bytes) {
    try {
        return parseMetadata(type, bytes);
    }
    catch (error) {
        throw refusal(role, (0,action_error/* errorMessage */.g)(error), error);
    }
}
function delegatorOf(root, name) {
    const roles = new Map(roleNames.map((role) => [role, root.roles[role]]));
    return readDelegator('root', name, root.keys, roles);
}
function checkVersion(role, found, due) {
    if (found !== due)
        throw refusal(role, `it is version ${found}, but version ${due} is due`);
}
function checkNoRollback(role, found, before, file) {
    if (found >= before)
        return;
    throw refusal(role, `${file ?? 'it'} is version ${found}, but version ${before} was there before`);
}
function checkFile(role, bytes, stated) {
    if (stated.length !== undefined && bytes.length !== stated.length) {
        throw refusal(role, `it has ${bytes.length} bytes, but ${stated.length} are signed`);
    }
    const found = (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
    if (stated.hashes !== undefined && found !== stated.hashes.sha256) {
        throw refusal(role, `its sha256 is ${found}, but ${stated.hashes.sha256} is signed`);
    }
}

;// CONCATENATED MODULE: ./build/bottlerocket/tuf/root-chain.js




async function walkRoots(options) {
    const { metadataUrl, files, onRoot } = options;
    const [anchor, ...known] = options.trustedRoots;
    const verifier = new StrictVerifier(anchor, { now: new Date(), expired: 'allow' });
    for (const bytes of known)
        verifier.acceptRoot(bytes);
    const chain = [...options.trustedRoots];
    for (let rotations = 0;; rotations += 1) {
        const name = `${verifier.root.version + 1}.root.json`;
        const bytes = await files.read(new URL(name, metadataUrl), {
            what: `Bottlerocket's ${name}`,
            maxBytes: limits.root,
        });
        if (bytes === undefined)
            break;
        if (rotations === limits.rotations) {
            throw new action_error/* ActionError */.l(`${(0,printable_url/* printable */.g)(metadataUrl)} has more than ${limits.rotations} newer roots.`);
        }
        verifier.acceptRoot(bytes);
        chain.push(bytes);
        onRoot?.(bytes);
    }
    return { chain, expires: verifier.root.expires, version: verifier.root.version };
}

;// CONCATENATED MODULE: ./build/bottlerocket/trust-anchor.js








async function anchorRoots(options) {
    const { rootFile, now, expired } = options;
    if (rootFile !== undefined) {
        const trustedBy = `the file of \`root\`, ${rootFile}`;
        const walked = await walk(options, [await readRootFile(rootFile)]);
        if (walked.expires < now && expired === 'refuse')
            throw tooOld(walked, trustedBy, []);
        return { ...walked, trustedBy };
    }
    const compiled = options.compiled ?? compiledRoots;
    const [oldest, newest] = [compiled.at(0), compiled.at(-1)];
    if (oldest === undefined || newest === undefined)
        throw new RangeError('no root is compiled in');
    const trustedBy = `root ${newest.version}, compiled in (${newest.date})`;
    const direct = await walk(options, [Buffer.from(newest.body)]);
    if (direct.expires >= now)
        return { ...direct, trustedBy };
    const published = await readPublishedRoot(options.files, options.recordedRootSum);
    if ('bytes' in published) {
        const fromPublished = await anchorAtPublished(options, published);
        if (fromPublished !== undefined)
            return fromPublished;
    }
    const bridged = await bridge(options, [Buffer.from(oldest.body)]);
    const best = bridged.walked !== undefined && bridged.walked.version >= direct.version ? bridged.walked : direct;
    if (best.expires >= now || expired === 'allow')
        return { ...best, trustedBy };
    throw tooOld(best, trustedBy, [published.why, bridged.why].filter((why) => why !== undefined));
}
function walk(options, trustedRoots) {
    const { metadataUrl, files } = options;
    return walkRoots({ metadataUrl, files, trustedRoots });
}
async function anchorAtPublished(options, { bytes, trustedBy, isNewest }) {
    const walked = await walk(options, [bytes]);
    if (walked.expires >= options.now)
        return { ...walked, trustedBy };
    if (!isNewest)
        return undefined;
    if (options.expired === 'refuse')
        throw new ExpiredMetadataError('root', walked.expires);
    return { ...walked, trustedBy };
}
async function bridge(options, chain) {
    try {
        const older = await walk({ ...options, metadataUrl: new URL(bridgeMetadataUrl) }, chain);
        return { walked: await walk(options, older.chain) };
    }
    catch (error) {
        if (!(error instanceof action_error/* ActionError */.l))
            throw error;
        return { why: `${bridgeMetadataUrl}: ${error.headline}` };
    }
}
async function readRootFile(path) {
    const fix = 'Pass a root.json of Bottlerocket, as `https://cache.bottlerocket.aws/root.json` has it, unchanged.';
    const bytes = await (0,promises_.readFile)(path).catch((cause) => {
        throw new action_error/* ActionError */.l(`The file of \`root\` cannot be read: ${path}: ${(0,action_error/* errorMessage */.g)(cause)}`, {
            fix,
            cause,
        });
    });
    try {
        new StrictVerifier(bytes, { now: new Date(), expired: 'allow' });
        return bytes;
    }
    catch (cause) {
        if (!(cause instanceof action_error/* ActionError */.l))
            throw cause;
        throw new action_error/* ActionError */.l(`The file of \`root\` is no root.json that signs itself: ${path}.`, {
            problems: cause.problems,
            fix,
            cause,
        });
    }
}
function tooOld(walked, trustedBy, notes) {
    const { version, expires } = walked;
    return new action_error/* ActionError */.l(`The trust anchor is too old: root ${version}, the newest that it leads to, expired on ${expires.toISOString()}.`, {
        problems: [`The anchor is ${trustedBy}.`, ...notes],
        why: 'A repository keeps the roots since it was made, and root.json is replaced every August; or this variant is no longer maintained, or the clock of the runner is wrong.',
        fix: `Update this action, or pass today's ${publishedRootUrl} as \`root\` after you compared its checksum with the one that AWS documents.`,
    });
}

// EXTERNAL MODULE: ./node_modules/tuf-js/dist/index.js
var dist = __webpack_require__(84706);
;// CONCATENATED MODULE: ./build/bottlerocket/tuf/judged-fetcher.js



class JudgedFetcher {
    #metadataUrl;
    #files;
    #verifier;
    #roots;
    failure;
    constructor(options) {
        this.#metadataUrl = options.metadataUrl;
        this.#files = options.files;
        this.#verifier = options.verifier;
        this.#roots = [...options.newerRoots];
    }
    async downloadBytes(address, maxLength) {
        try {
            return await this.#judge(new URL(address), maxLength);
        }
        catch (error) {
            this.failure ??= error;
            throw error;
        }
    }
    async downloadFile() {
        throw new RangeError('targets do not come through here');
    }
    async #judge(url, maxLength) {
        const file = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
        const role = this.#roleOf(file);
        if (role === 'root')
            return this.#nextRoot();
        if (role === 'timestamp')
            this.#verifier.finishRoots();
        const limit = role === 'timestamp' || role === 'snapshot' ? limits[role] : limits.targets;
        const bytes = await this.#files.read(url, {
            what: `Bottlerocket's ${file}`,
            maxBytes: Math.min(maxLength, limit),
        });
        if (bytes === undefined) {
            throw new action_error/* ActionError */.l(`There is no ${file} at ${(0,printable_url/* printable */.g)(this.#metadataUrl)}.`, {
                why: 'Bottlerocket has no such variant, or a mirror is not complete.',
                fix: 'Check `metadata-url`, and whether this Kubernetes version has an image of the kind.',
            });
        }
        if (role === 'timestamp')
            this.#verifier.acceptTimestamp(bytes);
        else if (role === 'snapshot')
            this.#verifier.acceptSnapshot(bytes);
        else if (role === 'targets')
            this.#verifier.acceptTargets(bytes);
        else
            this.#verifier.acceptDelegated(role, bytes);
        return bytes;
    }
    #roleOf(file) {
        if (/^\d+\.root\.json$/.test(file))
            return 'root';
        const name = file === 'timestamp.json' || !this.#verifier.root.consistent_snapshot
            ? file
            : file.replace(/^\d+\./, '');
        return decodeURIComponent(name.replace(/\.json$/, ''));
    }
    #nextRoot() {
        const bytes = this.#roots.shift();
        if (bytes === undefined)
            throw new RangeError('tuf-js asks for a root that nobody has');
        this.#verifier.acceptRoot(bytes);
        return bytes;
    }
}

;// CONCATENATED MODULE: ./build/bottlerocket/tuf/client.js








async function openClient(options) {
    const { trustedRoots, metadataUrl, metadataDir, files } = options;
    const [anchor, ...newerRoots] = trustedRoots;
    const stored = (role) => readStored((0,external_node_path_.join)(metadataDir, `${encodeURIComponent(role)}.json`));
    const verifier = new StrictVerifier(anchor, { ...options, stored });
    const fetcher = new JudgedFetcher({ metadataUrl, files, verifier, newerRoots });
    await (0,promises_.writeFile)((0,external_node_path_.join)(metadataDir, 'root.json'), anchor);
    const updater = new dist/* Updater */.Sx({
        metadataDir,
        metadataBaseUrl: metadataUrl.href.replace(/\/$/, ''),
        fetcher,
        config: { maxRootRotations: newerRoots.length, timestampMaxLength: limits.timestamp },
    });
    if (options.expired === 'allow')
        updater['trustedSet'].referenceTime = new Date(0);
    await judged(fetcher, () => updater.refresh());
    return { verifier, find: (name) => judged(fetcher, () => find(updater, verifier, name)) };
}
async function find(updater, verifier, name) {
    const theirs = await updater.getTargetInfo(name);
    const { targets } = verifier.targets;
    const ours = Object.hasOwn(targets, name) ? targets[name] : undefined;
    const sha256 = (ours?.hashes ?? theirs?.hashes)?.['sha256'];
    if (theirs === undefined && ours === undefined)
        return undefined;
    if (sha256 === undefined ||
        theirs?.hashes['sha256'] !== sha256 ||
        theirs.length !== (ours ?? theirs).length) {
        throw new action_error/* ActionError */.l(`The two TUF clients do not agree about the target ${name}.`);
    }
    return { name, length: theirs.length, sha256 };
}
async function judged(fetcher, work) {
    try {
        return await work();
    }
    catch (cause) {
        const error = fetcher.failure ?? cause;
        if (error instanceof action_error/* ActionError */.l)
            throw error;
        throw new action_error/* ActionError */.l('The Bottlerocket repository is refused.', {
            problems: [(0,action_error/* errorMessage */.g)(error)],
            cause: error,
        });
    }
}
function readStored(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/bottlerocket/tuf/repository.js



async function openRepository(options) {
    const metadataDir = await (0,promises_.mkdtemp)((0,external_node_path_.join)(options.scratch, 'tuf-'));
    try {
        const { verifier, find } = await openClient({ ...options, metadataDir });
        const targets = new Map();
        for (const name of Object.keys(verifier.targets.targets)) {
            const target = await find(name);
            if (target !== undefined)
                targets.set(name, target);
        }
        return {
            targets,
            rootVersion: verifier.root.version,
            expiredRoles: verifier.expiredRoles,
            consistentSnapshot: verifier.root.consistent_snapshot,
        };
    }
    finally {
        await (0,promises_.rm)(metadataDir, { recursive: true, force: true });
    }
}

// EXTERNAL MODULE: ./build/net/on-disk.js
var on_disk = __webpack_require__(91481);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/image/inspect-ova.js + 3 modules
var inspect_ova = __webpack_require__(4528);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/bottlerocket/gzip-writer.js


const pieceBytes = 1 << 20;
const deflate = (0,external_node_util_.promisify)(external_node_zlib_.deflateRaw);
const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const lastBlock = Buffer.from([0x03, 0x00]);
const zeros = Buffer.alloc(pieceBytes);
let zeroPieceCrc;
function crcBehindZeros(crc) {
    if (zeroPieceCrc === undefined) {
        const ofZero = (0,external_node_zlib_.crc32)(zeros, 0);
        const ofBits = Array.from({ length: 32 }, (_, bit) => (0,external_node_zlib_.crc32)(zeros, 2 ** bit) ^ ofZero);
        zeroPieceCrc = { ofZero, ofBits };
    }
    const { ofZero, ofBits } = zeroPieceCrc;
    return ofBits.reduce((sum, value, bit) => ((crc >>> bit) & 1 ? sum ^ value : sum), ofZero) >>> 0;
}
class ParallelGzip {
    #options;
    #queue = [];
    #zeroPiece;
    #free = [];
    #piece;
    #filled = 0;
    #crc = 0;
    #size = 0;
    #isStarted = false;
    constructor(options) {
        this.#options = options;
        this.#piece = Buffer.allocUnsafeSlow(pieceBytes);
    }
    async push(bytes) {
        for (let at = 0; at < bytes.length;) {
            const copied = bytes.copy(this.#piece, this.#filled, at);
            at += copied;
            this.#filled += copied;
            if (this.#filled === pieceBytes)
                await this.#submit();
        }
    }
    async end() {
        if (this.#filled > 0)
            await this.#submit();
        while (this.#queue.length > 0)
            await this.#drainOne();
        await this.#start();
        const trailer = Buffer.alloc(8);
        trailer.writeUInt32LE(this.#crc, 0);
        trailer.writeUInt32LE(this.#size % 2 ** 32, 4);
        await this.#options.write(Buffer.concat([lastBlock, trailer]));
    }
    async #submit() {
        const piece = this.#piece.subarray(0, this.#filled);
        this.#size += piece.length;
        this.#filled = 0;
        if (piece.length === pieceBytes && piece.equals(zeros)) {
            this.#crc = crcBehindZeros(this.#crc);
            this.#zeroPiece ??= this.#deflate(zeros);
            this.#queue.push(this.#zeroPiece);
        }
        else {
            this.#crc = (0,external_node_zlib_.crc32)(piece, this.#crc);
            const buffer = this.#piece;
            const deflated = this.#deflate(piece).finally(() => this.#free.push(buffer));
            deflated.catch(() => undefined);
            this.#queue.push(deflated);
            this.#piece = this.#free.pop() ?? Buffer.allocUnsafeSlow(pieceBytes);
        }
        while (this.#queue.length > this.#options.parallel)
            await this.#drainOne();
    }
    #deflate(piece) {
        const { level } = this.#options;
        return deflate(piece, {
            level,
            memLevel: 7,
            finishFlush: external_node_zlib_.constants.Z_SYNC_FLUSH,
            chunkSize: pieceBytes + 4096,
        });
    }
    async #drainOne() {
        const bytes = await this.#queue.shift();
        await this.#start();
        if (bytes !== undefined)
            await this.#options.write(bytes);
    }
    async #start() {
        if (this.#isStarted)
            return;
        this.#isStarted = true;
        await this.#options.write(header);
    }
}

;// CONCATENATED MODULE: ./build/bottlerocket/lz4/block-wasm.js
const blockWasm = [
    'AGFzbQEAAAABCgFgBX9/f39/AX8DAgEABQQBAIMBBxMCBm1lbW9yeQIABmRlY29kZQAACvoDAfcDAQZ/A0AgACABTwRAQX8PCyAA',
    'LQAAIQUgAEEBaiEAIAVBBHYhBiAGQQ9GBEADQCAAIAFPBEBBfg8LIAAtAAAhByAAQQFqIQAgBiAHaiEGIAdB/wFGDQALCyAGIAEg',
    'AGtLIAYgBCACa0tyBEBBfQ8LIAZBEE0gASAAa0EQTyAEIAJrQRBPcXEEQCACIAApAwA3AwAgAiAAKQMINwMIBSACIAAgBvwKAAAL',
    'IAIgBmohAiAAIAZqIQAgACABRgRAIAIPCyABIABrQQhJBEBBfA8LIAQgAmtBDEkEQEF8DwsgAC8BACEIIABBAmohACAFQQ9xIQYg',
    'BkEPRgRAA0AgACABTwRAQX4PCyAALQAAIQcgAEEBaiEAIAYgB2ohBiAHQf8BRg0ACwsgASAAa0EGSQRAQXwPCyAGQQRqIQYgCEUg',
    'CCACIANrS3IEQEF7DwsgBkEFaiAEIAJrSwRAQXoPCyACIAZqIQkgCEEITyAGQYACTSAEIAlrQQhPcXEEQANAIAIgAiAIaykDADcD',
    'ACACQQhqIQIgAiAJSQ0ACwUgCEEBRgRAIAIgAkEBay0AACAG/AsABSACIAhrIQgDQCACIAhrIQogCiAJIAJrSwRAIAkgAmshCgsg',
    'AiAIIAr8CgAAIAIgCmohAiACIAlJDQALCwsgCSECDAALAAs=',
].join('');

;// CONCATENATED MODULE: ./build/bottlerocket/lz4/block.js

class BrokenLz4Error extends Error {
}
const historyBytes = 64 * 1024;
const largestBlock = 4 * 1024 * 1024;
const inputStart = 1024;
const outputStart = inputStart + largestBlock + 1024;
const faults = [
    'a block ends in the middle of a sequence',
    'a block ends in the middle of a length',
    'literals beyond the block',
    'a match too close to the end of a block',
    'a match reaches back too far',
    'a match beyond the block',
];
class BlockDecoder {
    input;
    output;
    #decode;
    constructor() {
        const module = new WebAssembly.Module(Buffer.from(blockWasm, 'base64'));
        const { memory, decode } = new WebAssembly.Instance(module).exports;
        this.#decode = decode;
        this.input = Buffer.from(memory.buffer, inputStart, largestBlock + 8);
        this.output = Buffer.from(memory.buffer, outputStart, historyBytes + largestBlock);
    }
    decode(length, history, maxBlock) {
        const start = outputStart + historyBytes;
        const limit = start + maxBlock;
        const end = this.#decode(inputStart, inputStart + length, start, start - history, limit);
        if (end < 0)
            throw new BrokenLz4Error(faults[-end - 1]);
        return end - outputStart;
    }
}

;// CONCATENATED MODULE: ./build/bottlerocket/lz4/xxh32.js
const prime1 = 0x9e3779b1;
const prime2 = 0x85ebca77;
const prime3 = 0xc2b2ae3d;
const prime4 = 0x27d4eb2f;
const prime5 = 0x165667b1;
const stripe = 16;
class Xxh32 {
    #v1 = (prime1 + prime2) | 0;
    #v2 = prime2 | 0;
    #v3 = 0;
    #v4 = -prime1 | 0;
    #length = 0;
    #rest = Buffer.alloc(stripe);
    #restLength = 0;
    update(bytes) {
        this.#length += bytes.length;
        let at = 0;
        if (this.#restLength > 0) {
            at = bytes.copy(this.#rest, this.#restLength);
            this.#restLength += at;
            if (this.#restLength < stripe)
                return;
            this.#stripes(this.#rest, 0, stripe);
            this.#restLength = 0;
        }
        const end = bytes.length - ((bytes.length - at) % stripe);
        this.#stripes(bytes, at, end);
        this.#restLength = bytes.copy(this.#rest, 0, end);
    }
    digest() {
        let hash = this.#length >= stripe
            ? (rotate(this.#v1, 1) + rotate(this.#v2, 7) + rotate(this.#v3, 12) + rotate(this.#v4, 18)) | 0
            : prime5;
        hash = (hash + this.#length) | 0;
        let at = 0;
        for (; at + 4 <= this.#restLength; at += 4) {
            hash = (hash + Math.imul(this.#rest.readInt32LE(at), prime3)) | 0;
            hash = Math.imul(rotate(hash, 17), prime4);
        }
        for (; at < this.#restLength; at += 1) {
            hash = (hash + Math.imul(this.#rest.readUInt8(at), prime5)) | 0;
            hash = Math.imul(rotate(hash, 11), prime1);
        }
        hash = Math.imul(hash ^ (hash >>> 15), prime2);
        hash = Math.imul(hash ^ (hash >>> 13), prime3);
        return (hash ^ (hash >>> 16)) >>> 0;
    }
    #stripes(bytes, start, end) {
        let v1 = this.#v1;
        let v2 = this.#v2;
        let v3 = this.#v3;
        let v4 = this.#v4;
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
        for (let at = start; at < end; at += stripe) {
            v1 = Math.imul(rotate((v1 + Math.imul(view.getInt32(at, true), prime2)) | 0, 13), prime1);
            v2 = Math.imul(rotate((v2 + Math.imul(view.getInt32(at + 4, true), prime2)) | 0, 13), prime1);
            v3 = Math.imul(rotate((v3 + Math.imul(view.getInt32(at + 8, true), prime2)) | 0, 13), prime1);
            v4 = Math.imul(rotate((v4 + Math.imul(view.getInt32(at + 12, true), prime2)) | 0, 13), prime1);
        }
        this.#v1 = v1;
        this.#v2 = v2;
        this.#v3 = v3;
        this.#v4 = v4;
    }
}
function xxh32(bytes) {
    const hash = new Xxh32();
    hash.update(bytes);
    return hash.digest();
}
function rotate(value, bits) {
    return (value << bits) | (value >>> (32 - bits));
}

;// CONCATENATED MODULE: ./build/bottlerocket/lz4/frame.js



const frameMagic = 0x184d2204;
const legacyMagic = 0x184c2102;
const skippable = { first: 0x184d2a50, last: 0x184d2a5f };
const blockSizes = {
    4: 64 * 1024,
    5: 256 * 1024,
    6: 1024 * 1024,
    7: largestBlock,
};
class Lz4FrameDecoder {
    #maxOutput;
    #machine;
    #blocks = new BlockDecoder();
    #input = this.#blocks.input;
    #filled = 0;
    #wanted = 0;
    #frames = 0;
    #produced = 0;
    constructor(options) {
        this.#maxOutput = options.maxOutput;
        this.#machine = this.#frameSequence();
        this.#ask();
    }
    *push(chunk) {
        for (let at = 0;;) {
            if (this.#filled < this.#wanted) {
                const copied = chunk.copy(this.#input, this.#filled, at, at + this.#wanted - this.#filled);
                at += copied;
                this.#filled += copied;
                if (this.#filled < this.#wanted)
                    return;
            }
            const piece = this.#ask();
            if (piece !== undefined)
                yield piece;
        }
    }
    end() {
        if (this.#frames === 0 && this.#filled === 0)
            throw new BrokenLz4Error('the stream is empty');
        if (!this.#isBetweenFrames || this.#filled > 0)
            throw new BrokenLz4Error('the stream is cut off');
    }
    #isBetweenFrames = true;
    #ask() {
        const { value } = this.#machine.next();
        if (typeof value !== 'number')
            return value;
        this.#wanted = value;
        this.#filled = 0;
        return undefined;
    }
    *#frameSequence() {
        for (;;) {
            this.#isBetweenFrames = true;
            yield 4;
            const magic = this.#input.readUInt32LE(0);
            this.#isBetweenFrames = false;
            this.#frames += 1;
            if (magic === frameMagic)
                yield* this.#frame();
            else if (magic >= skippable.first && magic <= skippable.last)
                yield* this.#skip();
            else if (magic === legacyMagic)
                throw new BrokenLz4Error('the legacy format of `lz4 -l` is not supported');
            else
                throw new BrokenLz4Error('no LZ4 frame: its first bytes are not 04 22 4D 18');
        }
    }
    *#skip() {
        yield 4;
        for (let left = this.#input.readUInt32LE(0); left > 0;) {
            const part = Math.min(left, largestBlock);
            yield part;
            left -= part;
        }
    }
    *#frame() {
        const header = yield* this.#header();
        const { maxBlock, isLinked } = header;
        const { output } = this.#blocks;
        const content = header.hasContentChecksum ? new Xxh32() : undefined;
        let history = 0;
        let size = 0;
        for (;;) {
            yield 4;
            const word = this.#input.readUInt32LE(0);
            if (word === 0)
                break;
            const length = word & 0x7fff_ffff;
            if (length > maxBlock)
                throw new BrokenLz4Error(`a block of ${length} bytes, ${maxBlock} at most`);
            if (length === 0)
                throw new BrokenLz4Error('an empty block');
            const checksumBytes = header.hasBlockChecksums ? 4 : 0;
            yield length + checksumBytes;
            const block = this.#input.subarray(0, length);
            if (header.hasBlockChecksums && xxh32(block) !== this.#input.readUInt32LE(length)) {
                throw new BrokenLz4Error('the checksum of a block is wrong');
            }
            const isStored = word >>> 31 === 1;
            const end = isStored
                ? historyBytes + block.copy(output, historyBytes)
                : this.#blocks.decode(length, history, maxBlock);
            const piece = output.subarray(historyBytes, end);
            this.#count(piece);
            size += piece.length;
            content?.update(piece);
            if (piece.length > 0)
                yield piece;
            if (isLinked) {
                history = Math.min(historyBytes, history + piece.length);
                output.copyWithin(historyBytes - history, end - history, end);
            }
        }
        if (header.contentSize !== undefined && size !== header.contentSize) {
            throw new BrokenLz4Error(`the frame holds ${size} bytes, but announces ${header.contentSize}`);
        }
        if (content !== undefined) {
            yield 4;
            if (content.digest() !== this.#input.readUInt32LE(0)) {
                throw new BrokenLz4Error('the checksum of the content is wrong');
            }
        }
    }
    *#header() {
        yield 2;
        const [flags = 0, descriptor = 0] = this.#input;
        const described = [Buffer.from(this.#input.subarray(0, 2))];
        if (flags >>> 6 !== 1)
            throw new BrokenLz4Error(`version ${flags >>> 6} of the frame format`);
        if ((flags & 2) !== 0 || (descriptor & 0x8f) !== 0)
            throw new BrokenLz4Error('a reserved bit is set');
        if ((flags & 1) !== 0)
            throw new BrokenLz4Error('the frame needs a dictionary');
        const maxBlock = blockSizes[descriptor >>> 4];
        if (maxBlock === undefined)
            throw new BrokenLz4Error(`block size ${descriptor >>> 4}`);
        let contentSize;
        if ((flags & 8) !== 0) {
            yield 8;
            contentSize = Number(this.#input.readBigUInt64LE(0));
            described.push(Buffer.from(this.#input.subarray(0, 8)));
        }
        yield 1;
        if (((xxh32(Buffer.concat(described)) >>> 8) & 0xff) !== this.#input[0]) {
            throw new BrokenLz4Error('the checksum of a frame header is wrong');
        }
        return {
            isLinked: (flags & 0x20) === 0,
            hasBlockChecksums: (flags & 0x10) !== 0,
            hasContentChecksum: (flags & 4) !== 0,
            contentSize,
            maxBlock,
        };
    }
    #count(piece) {
        this.#produced += piece.length;
        if (this.#produced > this.#maxOutput) {
            throw new BrokenLz4Error(`more than ${this.#maxOutput} bytes come out, which is refused`);
        }
    }
}

;// CONCATENATED MODULE: ./build/bottlerocket/conversion.js







const maxDiskBytes = 64 * 2 ** 30;
function createConverter(conversion, output) {
    const write = (bytes) => output.write(bytes);
    switch (conversion.kind) {
        case 'keep':
            return { push: write, end: async () => undefined };
        case 'ova':
            return ovaConverter(write);
        case 'raw':
            return diskConverter({ push: write, end: async () => { } });
        case 'gzip':
            return diskConverter(new ParallelGzip({ level: conversion.level, write, parallel: (0,external_node_os_.availableParallelism)() + 1 }));
    }
}
function ovaConverter(write) {
    const passing = new external_node_stream_.PassThrough({ objectMode: true });
    const inspection = (0,inspect_ova/* inspectOvaStream */.P)(passing, 'closed').catch((error) => {
        if (error instanceof disk_layout/* BrokenImageError */.zt)
            return error;
        throw error;
    });
    inspection.catch(() => undefined);
    return {
        async push(chunk) {
            await write(chunk);
            if (passing.destroyed || passing.write(chunk))
                return;
            await Promise.race([new Promise((resolve) => passing.once('drain', resolve)), inspection]);
        },
        async end() {
            if (!passing.destroyed)
                passing.end();
            return { kind: 'ova', ova: await inspection };
        },
    };
}
function diskConverter(next) {
    const decoder = new Lz4FrameDecoder({ maxOutput: maxDiskBytes });
    const head = [];
    let size = 0;
    let broken;
    return {
        async push(chunk) {
            if (broken !== undefined)
                return;
            try {
                for (const piece of decoder.push(chunk)) {
                    if (size < disk_layout/* layoutBytes */.av)
                        head.push(Buffer.from(piece.subarray(0, disk_layout/* layoutBytes */.av - size)));
                    size += piece.length;
                    await next.push(piece);
                }
            }
            catch (error) {
                if (!(error instanceof BrokenLz4Error))
                    throw error;
                broken = error;
            }
        },
        async end() {
            try {
                if (broken !== undefined)
                    throw broken;
                decoder.end();
            }
            catch (cause) {
                throw new action_error/* ActionError */.l('The signed image is not a valid LZ4 file.', {
                    problems: [(0,action_error/* errorMessage */.g)(cause)],
                    why: 'Its digest is the signed one, so that this is what Bottlerocket published.',
                    fix: 'Use `compression: lz4` to get the file as it is, and report this to the project of this action.',
                    cause,
                });
            }
            await next.end();
            return { kind: 'disk', disk: { head: Buffer.concat(head), size } };
        },
    };
}

;// CONCATENATED MODULE: ./build/bottlerocket/output-file.js



const bufferBytes = 1 << 20;
class OutputFile {
    size = 0;
    path;
    #handle;
    #hash;
    #filling = Buffer.allocUnsafeSlow(bufferBytes);
    #spare = Buffer.allocUnsafeSlow(bufferBytes);
    #filled = 0;
    #written = 0;
    #writing = Promise.resolve();
    #isOpen = true;
    constructor(path, handle, hash) {
        this.path = path;
        this.#handle = handle;
        this.#hash = hash;
    }
    static async create(path, options) {
        const hash = options.hash === 'sha256' ? (0,external_node_crypto_.createHash)('sha256') : undefined;
        return new OutputFile(path, await (0,on_disk/* onDisk */.F)(path, () => (0,promises_.open)(path, 'wx')), hash);
    }
    async write(bytes) {
        this.size += bytes.length;
        for (let at = 0; at < bytes.length;) {
            const copied = bytes.copy(this.#filling, this.#filled, at);
            at += copied;
            this.#filled += copied;
            if (this.#filled === bufferBytes)
                await this.#flush();
        }
    }
    async finish() {
        await this.#flush();
        await this.#writing;
        await (0,on_disk/* onDisk */.F)(this.path, () => this.#handle.datasync());
        await this.close();
        return this.#hash?.digest('hex');
    }
    async close() {
        if (!this.#isOpen)
            return;
        this.#isOpen = false;
        await this.#writing.catch(() => undefined);
        await this.#handle.close();
    }
    async #flush() {
        const bytes = this.#filling.subarray(0, this.#filled);
        await this.#writing;
        const position = this.#written;
        this.#writing = (0,on_disk/* onDisk */.F)(this.path, () => this.#writeAll(bytes, position));
        this.#writing.catch(() => undefined);
        this.#hash?.update(bytes);
        this.#written += bytes.length;
        this.#filled = 0;
        [this.#filling, this.#spare] = [this.#spare, this.#filling];
    }
    async #writeAll(bytes, position) {
        for (let done = 0; done < bytes.length;) {
            const { bytesWritten } = await this.#handle.write(bytes, done, bytes.length - done, position + done);
            done += bytesWritten;
        }
    }
}

;// CONCATENATED MODULE: ./build/bottlerocket/write-image.js









async function writeImage(options) {
    const folder = (0,external_node_path_.dirname)(options.destination);
    await (0,on_disk/* onDisk */.F)(options.destination, () => (0,promises_.mkdir)(folder, { recursive: true }));
    await removeAbandonedParts(folder);
    const cached = await fromCache(options);
    if (cached !== undefined)
        return cached;
    const first = await attempt(options, options.cache);
    if (!(first instanceof action_error/* ActionError */.l))
        return first;
    const second = await attempt(options, options.cache);
    if (second instanceof action_error/* ActionError */.l)
        throw second;
    return second;
}
async function fromCache(options) {
    const { cache, target, onCacheTrouble } = options;
    const files = await cache?.open(target);
    if (files === undefined)
        return undefined;
    const found = await attempt({ ...options, files }, undefined);
    if (!(found instanceof action_error/* ActionError */.l))
        return { ...found, isFromCache: true };
    onCacheTrouble?.(`The copy of ${target.name} in the tool cache is not the signed file any more. It is removed.`);
    await cache?.discard(target);
    return undefined;
}
async function attempt(options, cache) {
    const { url, target, destination, files, signal } = options;
    const unique = (0,external_node_crypto_.randomUUID)().slice(0, 8);
    const part = partOf(destination, unique);
    const isKept = options.conversion.kind === 'keep' || options.conversion.kind === 'ova';
    const digest = (0,external_node_crypto_.createHash)('sha256');
    const output = await OutputFile.create(part, { hash: isKept ? 'none' : 'sha256' });
    const copy = cache && new CacheCopy(cache, options, unique);
    try {
        const converter = createConverter(options.conversion, output);
        let received = 0;
        await files.stream(url, { what: `The image ${target.name}`, size: target.length }, async (chunk) => {
            signal.throwIfAborted();
            digest.update(chunk);
            received += chunk.length;
            await copy?.write(chunk);
            await converter.push(chunk);
            options.onProgress?.(received);
        });
        const sha256 = digest.digest('hex');
        if (received !== target.length || sha256 !== target.sha256) {
            return wrongContent(options, received, sha256);
        }
        const inside = await converter.end();
        options.inspect?.(inside);
        const { size } = output;
        const written = await output.finish();
        await (0,on_disk/* onDisk */.F)(destination, () => (0,promises_.rename)(part, destination));
        await copy?.keep();
        return { path: destination, sha256: written ?? sha256, size, isFromCache: false };
    }
    finally {
        await output.close();
        await (0,promises_.rm)(part, { force: true });
        await copy?.close();
    }
}
class CacheCopy {
    #cache;
    #options;
    #unique;
    #file;
    #isGivenUp = false;
    constructor(cache, options, unique) {
        this.#cache = cache;
        this.#options = options;
        this.#unique = unique;
    }
    write(chunk) {
        return this.#unlessGivenUp(async () => {
            this.#file ??= await OutputFile.create(await this.#cache.partPath(this.#options.target, this.#unique), {
                hash: 'none',
            });
            await this.#file.write(chunk);
        });
    }
    keep() {
        return this.#unlessGivenUp(async () => {
            if (this.#file === undefined)
                return;
            await this.#file.finish();
            await this.#cache.keep(this.#file.path, this.#options.target);
        });
    }
    async close() {
        if (this.#file === undefined)
            return;
        await this.#file.close();
        await (0,promises_.rm)(this.#file.path, { force: true });
    }
    async #unlessGivenUp(work) {
        if (this.#isGivenUp)
            return;
        try {
            await work();
        }
        catch (error) {
            this.#isGivenUp = true;
            await this.close().catch(() => undefined);
            this.#options.onCacheTrouble?.(`The image is not kept in the tool cache: ${(0,action_error/* errorMessage */.g)(error)}`);
        }
    }
}
function wrongContent({ url, target }, received, sha256) {
    return new action_error/* ActionError */.l(`The image at ${(0,printable_url/* printable */.g)(url)} is not the signed one. It was discarded.`, {
        problems: [
            ...(received === target.length
                ? []
                : [`size signed ${target.length} bytes, got ${received > target.length ? 'more' : received}`]),
            `sha256 signed ${target.sha256}, got ${sha256}`,
        ],
        why: 'A mirror or proxy serves something else under this address. It was fetched twice, with the same result.',
        fix: 'Look at `targets-url`, and at what stands between the runner and it; do not use the file meanwhile.',
    });
}

;// CONCATENATED MODULE: ./build/bottlerocket/fetch-image.js












async function fetchImage(request, context) {
    const variant = (0,image_target/* variantOf */.Bp)(request.hypervisor, request.channel);
    const found = await (0,build_log/* inGroup */.H)(context.log, 'Verify the Bottlerocket repository', () => findTarget(request, variant, context));
    const { target, url } = found;
    context.onTarget?.(target);
    const fileName = finalName(target.name, request.compression);
    const { log } = context;
    const { cacheFolder } = request;
    const started = performance.now();
    let contents = 'not opened';
    const written = await (0,build_log/* inGroup */.H)(log, `Fetch ${target.name}`, () => writeImage({
        url,
        target,
        destination: (0,external_node_path_.join)(request.destination, fileName),
        conversion: conversionOf(target.name, request),
        files: context.files,
        signal: context.signal,
        ...(cacheFolder && { cache: imageCache((0,external_node_path_.join)(cacheFolder, 'bottlerocket', variant)) }),
        onCacheTrouble: (message) => log.warning(message),
        onProgress: logProgress(log, target.length),
        inspect: (inside) => {
            contents = inspect(inside, log) ?? contents;
        },
    }));
    if (written.isFromCache)
        log.info("It came from the runner's tool cache and was hashed again.");
    const seconds = (performance.now() - started) / 1000;
    return { ...written, ...found, fileName, variant, contents, seconds };
}
async function findTarget(request, variant, context) {
    const { files, log, scratch, recordedRootSum } = context;
    const metadataUrl = request.metadataUrl ?? (0,image_target/* metadataUrlOf */.kt)(variant);
    const { rootFile, expired } = request;
    const now = new Date();
    const common = { metadataUrl, files, scratch, now, expired };
    const { chain, trustedBy } = await anchorRoots({
        ...common,
        ...(rootFile && { rootFile }),
        ...(recordedRootSum && { recordedRootSum }),
    });
    const repository = await openRepository({ ...common, trustedRoots: chain });
    log.info(`Trust begins at ${trustedBy}.`);
    log.info(`${(0,printable_url/* printable */.g)(metadataUrl)}: root ${repository.rootVersion}, ${repository.targets.size} signed files`);
    for (const { role, expires } of repository.expiredRoles) {
        log.warning(`The ${role} metadata expired on ${expires.toISOString()} and is used all the same, as \`allow-expired-repo\` asks: whoever controls the way to the repository can hide newer images and withdrawn keys.`);
    }
    const target = (0,image_target/* findImage */.F1)(repository.targets, { ...request, variant });
    const base = request.targetsUrl ?? new URL(image_target/* productionTargetsUrl */.$5);
    const url = (0,image_target/* targetUrl */.dm)(base, target, repository.consistentSnapshot);
    log.info(`${target.name}: ${target.length} bytes, sha256 ${target.sha256}, signed`);
    const root = {
        version: repository.rootVersion,
        url: new URL(`${repository.rootVersion}.root.json`, metadataUrl),
        sha256: (0,external_node_crypto_.createHash)('sha256')
            .update(chain.at(-1) ?? '')
            .digest('hex'),
    };
    const expiredRoles = repository.expiredRoles.map(({ role }) => role);
    return { target, url, root, trustedBy, expiredRoles };
}
function finalName(name, compression) {
    if (!name.endsWith('.lz4') || compression === 'lz4')
        return name;
    return name.replace(/\.lz4$/, compression === 'gzip' ? '.gz' : '');
}
function conversionOf(name, { compression, compressionLevel }) {
    if (name.endsWith('.ova'))
        return { kind: 'ova' };
    if (!name.endsWith('.lz4') || compression === 'lz4')
        return { kind: 'keep' };
    return compression === 'gzip' ? { kind: 'gzip', level: compressionLevel } : { kind: 'raw' };
}
function inspect(inside, log) {
    if (inside === undefined)
        return undefined;
    try {
        const contents = inside.kind === 'disk' ? describeDisk(inside.disk) : describeOva(inside.ova);
        log.info(`Inside: ${contents}`);
        return contents;
    }
    catch (error) {
        if (!(error instanceof disk_layout/* BrokenImageError */.zt))
            throw error;
        log.warning(`The image is the signed one, but looks odd inside: ${(0,action_error/* errorMessage */.g)(error)}.`);
        return `odd: ${(0,action_error/* errorMessage */.g)(error)}`;
    }
}
function describeDisk({ head, size }) {
    const layout = (0,disk_layout/* readDiskLayout */.gm)(head);
    if (size < layout.end) {
        throw new disk_layout/* BrokenImageError */.zt(`the disk of ${size} bytes is shorter than its partition table says`);
    }
    return `${layout.table.toUpperCase()}, ${layout.partitions.length} partitions, ${size} bytes`;
}
function describeOva(ova) {
    if (ova instanceof disk_layout/* BrokenImageError */.zt)
        throw ova;
    const disks = [ova.disk, ...ova.moreDisks].map(({ virtualSize }) => `${virtualSize} bytes`).join(' and ');
    return `OVF with ${ova.firmware} firmware, every digest of its manifest right; disks of ${disks}`;
}

;// CONCATENATED MODULE: ./build/bottlerocket/pinned-version.js


const lastMetalChannel = '1-28';
function pinnedVersion(pinned, release, channel, hypervisor) {
    const { format } = image_target/* kinds */.EZ[hypervisor];
    const found = pinned[channel]?.[format];
    if (found !== undefined)
        return found;
    const having = Object.entries(pinned).flatMap(([name, versions]) => (versions[format] ? [name] : []));
    throw noImage(release.version, channel, hypervisor, having);
}
function bundleImage(release, channel, hypervisor) {
    const { format } = image_target/* kinds */.EZ[hypervisor];
    const found = channel.bottlerocket[format];
    if (found !== undefined)
        return found;
    const having = release.channels.flatMap(({ name, bottlerocket }) => (bottlerocket[format] ? [name] : []));
    throw noImage(release.version, channel.name, hypervisor, having);
}
function noImage(release, channel, hypervisor, having) {
    const { inWords } = image_target/* kinds */.EZ[hypervisor];
    const isAfterMetal = hypervisor === 'baremetal' && minor(channel) > minor(lastMetalChannel);
    return new action_error/* ActionError */.l(`EKS Anywhere ${release} has no Bottlerocket ${inWords} for channel ${channel}.`, {
        problems: [having.length === 0 ? 'It has none for any channel.' : `It has one for ${having.join(', ')}.`],
        ...(isAfterMetal && {
            why: `Bottlerocket makes no images for bare metal since Kubernetes 1.29; the last are for ${lastMetalChannel}.`,
        }),
        fix: isAfterMetal
            ? 'Build an Ubuntu or RHEL image for bare metal instead, with build-node-image.'
            : 'Choose another `release-channel` or `hypervisor`.',
    });
}
function minor(channel) {
    return Number(channel.split('-')[1]);
}

// EXTERNAL MODULE: ./build/net/read-at-most.js
var read_at_most = __webpack_require__(65260);
// EXTERNAL MODULE: ./build/net/retry.js
var retry = __webpack_require__(62426);
// EXTERNAL MODULE: ./build/net/transfer-failure.js
var transfer_failure = __webpack_require__(97326);
;// CONCATENATED MODULE: ./build/bottlerocket/remote-files.js




const defaultPolicy = { attempts: 5, baseDelayMs: 1_000, maxDelayMs: 30_000 };
function createRemoteFiles(options) {
    const { transport, onRetry, signal } = options;
    signal?.addEventListener('abort', () => void transport.close(), { once: true });
    const policy = { ...defaultPolicy, ...options.policy };
    return {
        read: (url, { what, maxBytes }) => (0,retry/* withRetries */.L)({ policy, what, onRetry }, async () => {
            signal?.throwIfAborted();
            const answer = await transport.open(url, {}).catch((error) => {
                if (error instanceof transfer_failure/* StatusFailure */.VH && [403, 404, 410].includes(error.status))
                    return undefined;
                throw error;
            });
            return answer && (0,read_at_most/* readAtMost */.r)(answer.chunks, maxBytes, `${what} at ${(0,printable_url/* printable */.g)(url)}`);
        }),
        stream: async (url, { what, size }, take) => {
            let received = 0;
            let validator;
            await (0,retry/* withRetries */.L)({ policy, what, onRetry, progress: () => received }, async () => {
                signal?.throwIfAborted();
                const answer = await openAt(transport, url, received, validator);
                validator ??= validatorOf(answer);
                let skip;
                for await (const chunk of answer.chunks) {
                    skip ??= received - startOf(answer, url, received);
                    const fresh = chunk.subarray(Math.min(skip, chunk.length));
                    skip -= chunk.length - fresh.length;
                    if (fresh.length === 0)
                        continue;
                    await take(fresh);
                    received += fresh.length;
                    if (received > size)
                        return;
                }
                if (received < size)
                    throw endedEarly(url, received, size);
            });
        },
        close: transport.close,
    };
}
function openAt(transport, url, received, validator) {
    if (received === 0)
        return transport.open(url, {});
    const range = { range: `bytes=${received}-`, ...(validator && { 'if-range': validator }) };
    return transport.open(url, range).catch((error) => {
        if (error instanceof transfer_failure/* StatusFailure */.VH && error.status === 416)
            return transport.open(url, {});
        throw error;
    });
}
function startOf(answer, url, received) {
    if (answer.status !== 206)
        return 0;
    const range = answer.header('content-range') ?? '';
    const start = Number(/^bytes (\d+)-/.exec(range)?.[1] ?? Number.NaN);
    if (start <= received)
        return start;
    const reason = `the host sent "${range}" when asked to go on at byte ${received}`;
    throw new transfer_failure/* NetworkFailure */.pM({ url, proxy: undefined }, new Error(reason));
}
function validatorOf(answer) {
    const etag = answer.header('etag');
    return etag !== undefined && !etag.startsWith('W/') ? etag : answer.header('last-modified');
}
function endedEarly(url, received, size) {
    return new transfer_failure/* NetworkFailure */.pM({ url, proxy: undefined }, new Error(`the transfer ended after ${received} of ${size} bytes`));
}

// EXTERNAL MODULE: ./build/image/inspect-raw-gz.js
var inspect_raw_gz = __webpack_require__(37579);
// EXTERNAL MODULE: ./build/net/transport.js + 1 modules
var net_transport = __webpack_require__(68040);
// EXTERNAL MODULE: ./build/runner/runner-temp.js
var runner_temp = __webpack_require__(74872);
;// CONCATENATED MODULE: ./build/actions/bottlerocket-origin.js


function originInRepository(image, { version, readBy }, release, isInBundle) {
    const { target, url, root, trustedBy, expiredRoles } = image;
    const pinned = readBy && {
        what: `that ${release.version} pins Bottlerocket ${version}`,
        by: readBy === 'git'
            ? `git objects of the build-tooling commit, by ${(0,cell_provenance/* signatureInWords */.bK)(release)}`
            : 'TLS alone: git could not read the build-tooling commit',
    };
    return {
        materials: [
            {
                name: target.name,
                uri: (0,printable_url/* printable */.g)(url),
                digest: { sha256: target.sha256 },
                annotations: { length: target.length },
            },
            {
                name: `Bottlerocket root ${root.version}`,
                uri: (0,printable_url/* printable */.g)(root.url),
                digest: { sha256: root.sha256 },
                annotations: { version: root.version, trustBeginsAt: trustedBy },
            },
        ],
        verified: [
            {
                what: target.name,
                by: `length and sha256 in Bottlerocket's TUF repository, root ${root.version}; trust begins at ${trustedBy}`,
            },
            ...(isInBundle ? [{ what: target.name, by: `its sha256, by ${(0,cell_provenance/* signatureInWords */.bK)(release)}` }] : []),
            ...(pinned && readBy === 'git' ? [pinned] : []),
        ],
        unverified: [
            ...(pinned && readBy === 'tls' ? [pinned] : []),
            ...expiredRoles.map((role) => ({
                what: `that the ${role} metadata is the newest`,
                by: 'nothing: it is expired, and `allow-expired-repo` takes it',
            })),
        ],
    };
}
function originInBundle(name, archive, release) {
    return {
        materials: [{ name, uri: archive.uri, digest: { sha256: archive.sha256 } }],
        verified: [{ what: name, by: `its sha256, by ${(0,cell_provenance/* signatureInWords */.bK)(release)}` }],
        unverified: [],
    };
}

// EXTERNAL MODULE: ./build/actions/build-tooling-files.js
var build_tooling_files = __webpack_require__(13913);
// EXTERNAL MODULE: ./build/net/git-files.js
var git_files = __webpack_require__(48782);
// EXTERNAL MODULE: ./build/release/build-tooling.js
var build_tooling = __webpack_require__(96877);
;// CONCATENATED MODULE: ./build/actions/recorded-root-sum.js




const file = 'projects/kubernetes-sigs/image-builder/bottlerocket-root-json-checksum';
async function readRecordedRootSum({ release, certificates, mirrors, }) {
    if (release.signature !== 'verified')
        return undefined;
    const commit = release.buildToolingCommit;
    const options = { repository: build_tooling/* buildToolingRepository */.P, commit, paths: [file], certificates, mirrors };
    try {
        const files = await (0,git_files/* readGitFiles */.G)({ ...options, environment: process.env, scratch: (0,runner_temp/* runnerTemp */.X)() });
        return /^([0-9a-f]{128})\b/.exec(files.get(file) ?? '')?.[1];
    }
    catch (cause) {
        throw new action_error/* ActionError */.l(`The sha512 of root.json cannot be read from commit ${commit}: ${(0,action_error/* errorMessage */.g)(cause)}`, {
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/actions/bottlerocket-sources.js















async function fromRepository(context, fetched, channel) {
    const { inputs, log, signal } = context;
    const asked = inputs['bottlerocket-version'];
    const chosen = asked === undefined ? await readPinnedVersion(context, fetched) : { version: asked };
    const { version } = chosen;
    const transport = (0,net_transport/* createTransport */.o)({
        proxyEnvironment: process.env,
        certificates: fetched.certificates,
        userAgent: 'eks-anywhere-node-images',
        timeouts: { connect: 10_000, headers: 30_000, body: 30_000 },
        mirrors: fetched.mirrors,
    });
    const files = createRemoteFiles({
        transport,
        signal,
        onRetry: ({ what, reason, delayMs }) => log.info(`${what}: ${reason}; going on in ${Math.ceil(delayMs / 1000)} s`),
    });
    let isInBundle = false;
    try {
        const image = await fetchImage(requestOf(inputs, version), {
            files,
            log,
            signal,
            scratch: (0,runner_temp/* runnerTemp */.X)(),
            recordedRootSum: () => readRecordedRootSum(fetched),
            onTarget: (target) => {
                isInBundle = compareWithBundle(target, context, fetched, channel);
            },
        });
        const speed = `${(image.target.length / 1e6 / image.seconds).toFixed(0)} MB/s, ${image.seconds.toFixed(0)} s`;
        const rootVersion = image.root.version;
        return {
            ...image,
            rootVersion,
            origin: originInRepository(image, chosen, fetched.release, isInBundle),
            format: formatOf(inputs),
            source: 'tuf',
            version,
            verifiedBy: `Bottlerocket's TUF repository, root ${rootVersion}; trust begins at ${image.trustedBy}`,
            speed: image.isFromCache ? `${speed}, from the tool cache` : speed,
        };
    }
    finally {
        await files.close();
    }
}
async function readPinnedVersion({ inputs, log }, fetched) {
    const { release } = fetched;
    const { bottlerocket, readBy } = await (0,build_log/* inGroup */.H)(log, 'Read which Bottlerocket the release pins', () => (0,build_tooling_files/* readFilesOfBuildTooling */.D)(fetched, (reason) => log.info(`git could not read the commit, TLS has to do: ${reason}`)));
    const version = pinnedVersion(bottlerocket, release, inputs['release-channel'], inputs.hypervisor);
    log.info(`${release.version} pins Bottlerocket ${version} (build tooling ${release.buildToolingCommit}, read over ${readBy})`);
    return { version, readBy };
}
function compareWithBundle(target, { inputs, log }, { release }, channel) {
    const copy = channel.bottlerocket.ova;
    const isComparable = inputs.hypervisor === 'vsphere' && inputs['bottlerocket-version'] === undefined;
    if (!isComparable || copy === undefined || release.signature !== 'verified')
        return false;
    if (copy.sha256.toLowerCase() === target.sha256) {
        log.info(`The signed bundle of ${release.version} states the same sha256.`);
        return true;
    }
    const error = new DifferentCopiesError('Bottlerocket and the bundle of EKS Anywhere sign different images.', {
        problems: [
            `Bottlerocket's repository: ${target.name}, sha256 ${target.sha256}`,
            `the signed bundle of ${release.version}: ${copy.uri}, sha256 ${copy.sha256}`,
        ],
        why: 'One of the two was replaced after the release, or its signing key is in wrong hands.',
        fix: 'Do not use either before AWS explains it. Where you know which one is right, say `source: tuf` or `source: bundle`.',
    });
    if (inputs.source === 'auto')
        throw error;
    log.warning(error.message);
    return false;
}
class DifferentCopiesError extends action_error/* ActionError */.l {
}
function requestOf(inputs, version) {
    const { root, 'metadata-url': metadataUrl, 'targets-url': targetsUrl } = inputs;
    const cacheFolder = inputs.cache ? toolCache() : undefined;
    return {
        hypervisor: inputs.hypervisor,
        channel: inputs['release-channel'],
        version,
        destination: destinationOf(inputs),
        compression: inputs.compression ?? 'gzip',
        compressionLevel: inputs['compression-level'],
        expired: inputs['allow-expired-repo'] ? 'allow' : 'refuse',
        ...(root && { rootFile: root }),
        ...(metadataUrl && { metadataUrl }),
        ...(targetsUrl && { targetsUrl }),
        ...(cacheFolder && { cacheFolder }),
    };
}
function toolCache() {
    return process.env['RUNNER_ENVIRONMENT'] === 'self-hosted' ? process.env['RUNNER_TOOL_CACHE'] : undefined;
}
function destinationOf({ destination }) {
    return (0,external_node_path_.resolve)(destination ?? (0,external_node_path_.join)((0,runner_temp/* runnerTemp */.X)(), 'node-images'));
}
function formatOf({ hypervisor, compression = 'gzip' }) {
    if (hypervisor === 'vsphere')
        return 'ova';
    return compression === 'none' ? 'raw' : compression === 'gzip' ? 'raw.gz' : 'raw.lz4';
}
async function fromBundle({ inputs, log, signal }, { release, http }, channel) {
    const archive = bundleImage(release, channel, inputs.hypervisor);
    const fileName = new URL(archive.uri).pathname.split('/').at(-1) ?? '';
    const what = `The Bottlerocket image ${fileName}`;
    const isSigned = release.signature === 'verified';
    if (!isSigned) {
        log.warning(`${what} is covered by no signature: the bundle of ${release.version} is ${release.signature}.`);
    }
    const destination = destinationOf(inputs);
    await (0,promises_.mkdir)(destination, { recursive: true });
    const scratch = await (0,promises_.mkdtemp)((0,external_node_path_.join)(destination, '.part-'));
    try {
        const found = await (0,build_log/* inGroup */.H)(log, `Fetch ${fileName}`, async () => {
            const downloaded = await http.download(archive.uri, (0,external_node_path_.join)(scratch, fileName), {
                what,
                sha256: archive.sha256,
            });
            try {
                const contents = await lookInside(downloaded.path, inputs, signal);
                log.info(`Inside: ${contents}`);
                return { ...downloaded, contents };
            }
            catch (error) {
                if (!(error instanceof disk_layout/* BrokenImageError */.zt))
                    throw error;
                if (!isSigned)
                    throw notAnImage(what, error);
                log.warning(`The image is the signed one, but looks odd inside: ${(0,action_error/* errorMessage */.g)(error)}.`);
                return { ...downloaded, contents: `odd: ${(0,action_error/* errorMessage */.g)(error)}` };
            }
        });
        const path = (0,external_node_path_.join)(destination, fileName);
        await (0,promises_.rename)(found.path, path);
        const verifiedBy = `the sha256 in the bundle of ${release.version}, signature ${release.signature}`;
        const format = formatOf({ ...inputs, compression: 'gzip' });
        const origin = originInBundle(fileName, archive, release);
        return { ...found, path, fileName, format, origin, source: 'bundle', verifiedBy, isFromCache: false };
    }
    finally {
        await (0,promises_.rm)(scratch, { recursive: true, force: true });
    }
}
async function lookInside(path, { hypervisor }, signal) {
    if (hypervisor === 'vsphere')
        return describeOva(await (0,inspect_ova/* inspectOva */.T)(path, signal));
    const { layout, virtualSize } = await (0,inspect_raw_gz/* inspectRawGz */.O)(path, signal);
    return `${layout.table.toUpperCase()}, ${layout.partitions.length} partitions, ${virtualSize} bytes`;
}
function notAnImage(what, cause) {
    return new action_error/* ActionError */.l(`${what} is not an intact disk image. It was discarded.`, {
        problems: [cause.message],
        why: 'Its sha256 is the one in the bundle, but the bundle is covered by no signature.',
        fix: 'Use `source: tuf`, or a release from v0.22.0 on.',
        cause,
    });
}

// EXTERNAL MODULE: ./build/actions/fetch-release.js + 1 modules
var fetch_release = __webpack_require__(52192);
// EXTERNAL MODULE: ./build/actions/upload-outcome.js
var upload_outcome = __webpack_require__(52206);
// EXTERNAL MODULE: ./build/actions/upload-record.js
var upload_record = __webpack_require__(39849);
;// CONCATENATED MODULE: ./build/actions/bottlerocket-image.js















async function bottlerocketImage(context) {
    const { inputs, log, secrets } = context;
    refuseCombinations(inputs);
    const fetched = await (0,build_log/* inGroup */.H)(log, 'Resolve the EKS Anywhere release', () => (0,fetch_release.fetchRelease)(inputs, log, secrets));
    const { release } = fetched;
    const channel = (0,resolve.findChannel)(release, inputs['release-channel']);
    const image = await obtain(context, fetched, channel);
    log.info(`${image.path}: ${(0,quantities/* exactSize */.Fe)(image.size)}, sha256 ${image.sha256}`);
    const { hypervisor, 'release-channel': releaseChannel } = inputs;
    const cell = { os: 'bottlerocket', hypervisor, releaseChannel, eksaVersion: release.version };
    const spec = { ...cell, id: (0,node_image_spec/* nodeImageId */.p1)(cell) };
    const { path, fileName: name, sha256, size, format } = image;
    const tags = (0,node_image_spec/* templateTags */.CL)(spec.os, channel.eksdRelease);
    const provenancePath = await writeFetchProvenance({ spec, image, fetched, channel, tags }, inputs, secrets);
    const outputs = {
        id: spec.id,
        path,
        'file-name': name,
        sha256,
        size,
        image: JSON.stringify({ path, name, sha256, size, format }),
        'cache-hit': String(image.isFromCache),
        'bottlerocket-version': image.version,
        variant: image.variant,
        'template-tags': inputs.hypervisor === 'vsphere' ? tags.join(',') : undefined,
        source: image.source,
        'root-version': image.rootVersion,
        'eks-a-version': release.version,
        'kube-version': channel.kubeVersion,
        'eksd-release': channel.eksdRelease,
        'provenance-path': provenancePath,
    };
    context.setOutputs(outputs);
    await (0,artifacts_file/* declareArtifact */.L)(path, log);
    const artifact = await upload(inputs, image, provenancePath, log);
    const kept = await record(context, fetched, channel, { spec, image, artifact });
    const outcome = {
        ...{ id: spec.id, eksaVersion: release.version, releaseChannel: channel.name, templateTags: tags },
        ...{ kubeVersion: channel.kubeVersion, eksdRelease: channel.eksdRelease },
        image: {
            ...{ fileName: name, sha256, size, format, isZipped: inputs['upload-artifact'] === 'zip' },
            ...(artifact && { artifactId: artifact.id }),
        },
        ...(artifact && { provenance: (0,external_node_path_.basename)(provenancePath) }),
        ...(kept && { record: kept }),
    };
    await (0,upload_outcome/* uploadBuiltOutcome */.Y)(outcome, inputs, log);
    await (0,summary/* writeSummary */.Sy)(fetchSummary({ fetched, spec, channel, image, artifact, provenancePath }), secrets);
    return { ...outputs, 'artifact-id': artifact?.id, 'artifact-url': artifact?.url };
}
function refuseCombinations(inputs) {
    const problems = [];
    const { hypervisor, compression, source } = inputs;
    if (hypervisor === 'vsphere' && compression !== undefined && compression !== 'none') {
        problems.push(`\`compression: ${compression}\` does not go with vSphere: an OVA is compressed inside`);
    }
    if (hypervisor !== 'vsphere' && source !== 'tuf' && compression !== undefined && compression !== 'gzip') {
        problems.push(`\`compression: ${compression}\` does not go with \`source: ${source}\`: the bundle has the image with gzip only`);
    }
    if (source === 'bundle') {
        for (const name of ['bottlerocket-version', 'root', 'metadata-url', 'targets-url']) {
            if (inputs[name] !== undefined)
                problems.push(`\`${name}\` does not go with \`source: bundle\`, which does not ask the Bottlerocket repository`);
        }
    }
    if (problems.length > 0)
        throw new action_error/* ActionError */.l('Some inputs do not go together.', { problems });
}
async function obtain(context, fetched, channel) {
    const { inputs, log, signal } = context;
    if (inputs.source === 'bundle')
        return fromBundle(context, fetched, channel);
    try {
        return await fromRepository(context, fetched, channel);
    }
    catch (error) {
        const isBundleGood = inputs.source === 'auto' && fetched.release.signature === 'verified';
        if (!isBundleGood || signal.aborted || !(error instanceof action_error/* ActionError */.l))
            throw error;
        if (error instanceof DifferentCopiesError || inputs['bottlerocket-version'] !== undefined)
            throw error;
        log.warning(`${(0,action_error/* errorMessage */.g)(error)}\nThe copy that the signed bundle names is taken instead.`);
        return fromBundle(context, fetched, channel);
    }
}
async function record({ inputs, log }, { release }, channel, facts) {
    const isUsual = inputs['bottlerocket-version'] === undefined && (inputs.compression ?? 'gzip') === 'gzip';
    if (inputs.fingerprint !== undefined && !isUsual) {
        log.info('No record is left: a plan knows the pinned version and gzip only.');
        return undefined;
    }
    const kept = (0,upload_record/* recordToKeep */.MZ)({ ...facts, fingerprint: inputs.fingerprint, release, channel });
    if (kept !== undefined && inputs.record === 'final')
        await (0,upload_record/* uploadRecord */.nT)(kept, inputs['retention-days'], log);
    return kept;
}
function upload(inputs, { path, sha256 }, provenancePath, log) {
    const { 'upload-artifact': mode, 'retention-days': retentionDays } = inputs;
    return (0,build_log/* inGroup */.H)(log, 'Upload the image', async () => {
        const artifact = await (0,artifacts/* uploadFile */.QM)({ what: 'The image', path, mode, retentionDays, sha256 }, log);
        if (artifact !== undefined)
            await (0,artifacts/* uploadBeside */.gc)({ what: 'The provenance statement', path: provenancePath, retentionDays }, log);
        return artifact;
    });
}


/***/ })

};
