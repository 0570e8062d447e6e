export const id = 120;
export const ids = [120];
export const modules = {

/***/ 33925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
function canonicalJson(value) {
    if (Array.isArray(value))
        return `[${value.map(canonicalJson).join(',')}]`;
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value) ?? 'null';
    const fields = value;
    const members = Object.keys(fields)
        .toSorted()
        .filter((key) => fields[key] !== undefined)
        .map((key) => `${JSON.stringify(key)}:${canonicalJson(fields[key])}`);
    return `{${members.join(',')}}`;
}


/***/ }),

/***/ 99880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bo: () => (/* binding */ readBundle),
/* harmony export */   Zo: () => (/* binding */ parseBundleDocument),
/* harmony export */   eq: () => (/* binding */ differingManifestUrls),
/* harmony export */   oF: () => (/* binding */ bundleSource)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88532);
/* harmony import */ var _canonical_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33925);
/* harmony import */ var _published_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3611);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47148);





const maxBytes = 16 * 1024 * 1024;
function bundleSource(url) {
    return { what: 'The bundle', url, maxBytes };
}
async function parseBundleDocument(text, source) {
    const document = await (0,_published_document_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePublished */ .O)(text, source);
    (0,_published_document_js__WEBPACK_IMPORTED_MODULE_1__/* .checkShape */ .e)(outlineType, document, source);
    return document;
}
const outlineType = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('Bundles', { error: 'is not "Bundles"' }),
    spec: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ versionsBundles: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ eksD: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc() })).min(1) }),
});
function readBundle(document, source) {
    const { metadata, spec } = (0,_published_document_js__WEBPACK_IMPORTED_MODULE_1__/* .checkShape */ .e)(bundleType, (0,_signature_js__WEBPACK_IMPORTED_MODULE_2__/* .signedPartOfBundle */ .RU)(document), source);
    const { number, cliMinVersion, cliMaxVersion, versionsBundles } = spec;
    const imageBuilder = versionsBundles[0].eksD.imagebuilder;
    return {
        name: metadata.name,
        number,
        cliMinVersion,
        cliMaxVersion,
        buildToolingCommit: versionsBundles[0].eksD.gitCommit,
        ...(imageBuilder && { imageBuilder: withVersion(imageBuilder) }),
        channels: versionsBundles.map(channelOf),
    };
}
function differingManifestUrls(document, channels) {
    const given = unsignedType.safeParse(document).data?.spec.versionsBundles ?? [];
    const urls = channels.map(({ name, eksdManifestUrl }, index) => {
        const url = given[index]?.eksD?.manifestUrl;
        return url === undefined || url === null || url === eksdManifestUrl ? undefined : [name, url];
    });
    return new Map(urls.filter((entry) => entry !== undefined));
}
const unsignedType = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    spec: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        versionsBundles: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ eksD: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ manifestUrl: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish() }).nullish() })),
    }),
});
const archiveType = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    uri: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(),
    sha256: hexDigest(64).optional(),
    sha512: hexDigest(128).optional(),
    name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(),
})
    .transform(({ uri, sha256, sha512, name }, context) => {
    if (!uri)
        return undefined;
    if (!URL.canParse(uri))
        context.addIssue({ code: 'custom', path: ['uri'], message: `is not a URL: "${uri}"` });
    return { uri, ...(sha256 && { sha256 }), ...(sha512 && { sha512 }), ...(name && { name }) };
});
const verifiableArchiveType = archiveType.transform((archive, context) => {
    if (archive === undefined)
        return undefined;
    const { sha256 } = archive;
    if (sha256 !== undefined)
        return { ...archive, sha256 };
    context.addIssue({
        code: 'custom',
        path: ['sha256'],
        message: 'is missing, so the file could not be verified',
    });
    return zod__WEBPACK_IMPORTED_MODULE_4__/* .NEVER */ .tm;
});
const bottlerocketType = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ bottlerocket: verifiableArchiveType });
const versionsBundleType = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    endOfStandardSupport: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(),
    eksD: zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({
        name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^kubernetes-\d+-\d+-eks-\d+$/, 'is not of the form kubernetes-1-33-eks-30'),
        channel: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^\d+-\d+$/, 'is not of the form 1-33'),
        kubeVersion: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1),
        gitCommit: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[0-9a-f]{40}$/, 'is not a commit of 40 hex digits'),
        imagebuilder: verifiableArchiveType,
        ova: bottlerocketType,
        raw: bottlerocketType,
        ami: bottlerocketType,
    }),
});
const bundleType = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    metadata: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }),
    spec: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        number: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
        cliMinVersion: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        cliMaxVersion: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        versionsBundles: zod__WEBPACK_IMPORTED_MODULE_3__/* .tuple */ .PVZ([versionsBundleType], versionsBundleType),
    }),
});
function hexDigest(length) {
    return zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .refine((text) => text === '' || (text.length === length && /^[0-9a-fA-F]+$/.test(text)), `is not ${length} hex digits`)
        .transform((text) => text.toLowerCase());
}
function channelOf({ eksD, endOfStandardSupport }) {
    const ova = eksD.ova.bottlerocket;
    const raw = eksD.raw.bottlerocket;
    const ami = eksD.ami.bottlerocket;
    return {
        name: eksD.channel,
        kubeVersion: eksD.kubeVersion,
        eksdRelease: eksD.name,
        eksdManifestUrl: eksdManifestUrl(eksD.channel, eksD.name),
        ...(endOfStandardSupport && { endOfStandardSupport }),
        signedDigest: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update((0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_5__/* .canonicalJson */ .d)(eksD)).digest('hex'),
        bottlerocket: { ...(ova && { ova }), ...(raw && { raw }), ...(ami && { ami }) },
    };
}
function eksdManifestUrl(channel, name) {
    return new URL(`/kubernetes-${channel}/${name}.yaml`, 'https://distro.eks.amazonaws.com').href;
}
function withVersion(archive) {
    const [folder, version = ''] = new URL(archive.uri).pathname.split('/').slice(-3);
    return folder === 'image-builder' && /^v?\d/.test(version) ? { ...archive, version } : archive;
}


/***/ }),

/***/ 15769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V9: () => (/* binding */ readEksdManifest),
/* harmony export */   qD: () => (/* binding */ eksdManifestSource),
/* harmony export */   ye: () => (/* binding */ unavailableManifest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _net_printable_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29503);
/* harmony import */ var _published_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3611);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47148);





function eksdManifestSource(url) {
    return { what: 'The EKS Distro manifest', url, maxBytes: 4 * 1024 * 1024 };
}
function unavailableManifest(problem) {
    return { signature: 'unavailable', problem, images: [] };
}
async function readEksdManifest({ text, source }, options) {
    const { channel, signature, publicKeys, policy } = options;
    const document = await (0,_published_document_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePublished */ .O)(text, source);
    const name = nameType.safeParse(document).data?.metadata.name ?? channel.eksdRelease;
    if (name !== channel.eksdRelease)
        return otherRelease(name, channel, source);
    if (policy === 'check' && signature !== undefined)
        verifyWithAny(document, signature, publicKeys, source);
    const { metadata, spec, status } = (0,_published_document_js__WEBPACK_IMPORTED_MODULE_1__/* .checkShape */ .e)(eksdType, document, source);
    if (spec.channel !== channel.name)
        return otherRelease(`${metadata.name} (${spec.channel})`, channel, source);
    return {
        componentsDigest: digestOf(status.components),
        sha256: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex'),
        signature: policy === 'skip' ? 'skipped' : signature === undefined ? 'unsigned' : 'verified',
        images: status.components.flatMap(({ assets }) => assets.flatMap(({ name, image }) => image?.uri
            ? [
                {
                    uri: image.uri,
                    ...(image.imageDigest && { digest: image.imageDigest }),
                    ...(name && { name }),
                    channels: [channel.name],
                    from: 'eks-distro',
                    authenticated: false,
                },
            ]
            : [])),
    };
}
function otherRelease(name, channel, { what, url, mirror }) {
    return unavailableManifest(`${what} at ${(0,_net_printable_url_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOf */ .$)(url, mirror)} is that of ${name}, but the bundle names ${channel.eksdRelease}.`);
}
const nameType = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ metadata: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }) });
const eksdType = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('Release', { error: 'is not "Release"' }),
    metadata: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    spec: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ channel: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    status: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
        components: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
            name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullish(),
            gitTag: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullish(),
            assets: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
                name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullish(),
                archive: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ sha256: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullish() }).nullish(),
                image: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ uri: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullish(), imageDigest: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullish() }).nullish(),
            }))
                .nullish()
                .transform((assets) => assets ?? []),
        })),
    }),
});
function digestOf(components) {
    const lines = components.flatMap(({ name, gitTag, assets }) => assets.map((asset) => [name, gitTag, asset.name, asset.archive?.sha256, asset.image?.uri].map((part) => part ?? '').join(' ')));
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(lines.toSorted().join('\n')).digest('hex');
}
function verifyWithAny(document, signature, keys, source) {
    const failures = keys.map((key) => {
        try {
            (0,_signature_js__WEBPACK_IMPORTED_MODULE_2__/* .verifyEksdSignature */ .jW)(document, signature, key, `the EKS Distro manifest at ${(0,_net_printable_url_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOf */ .$)(source.url, source.mirror)}`);
            return undefined;
        }
        catch (error) {
            return error;
        }
    });
    if (!failures.includes(undefined))
        throw failures[0];
}


/***/ }),

/***/ 3611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ checkShape),
  O: () => (/* binding */ parsePublished)
});

// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
// EXTERNAL MODULE: ./build/net/printable-url.js
var printable_url = __webpack_require__(29503);
// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(33243);
// EXTERNAL MODULE: ./build/release/yaml-rules.js
var yaml_rules = __webpack_require__(54061);
;// CONCATENATED MODULE: ./build/release/plain-yaml.js


const foreignMark = /[^\n\x20-\x7e]|[#\\]|^ *%|(?:^|\s)(?:---|\.\.\.)(?=\s|$)/m;
const afterQuote = /['"] *(?:\n|$|:[ \n]|:$)/y;
function readPlainYaml(text) {
    if (foreignMark.test(text))
        return undefined;
    try {
        return { value: treeOf(text, (0,js_yaml/* parseEvents */.PH)(text, {})) };
    }
    catch (error) {
        if (error instanceof NotPlain || error instanceof js_yaml/* YAMLException */.tB)
            return undefined;
        throw error;
    }
}
class NotPlain extends Error {
}
function treeOf(text, events) {
    let next = 0;
    const take = () => {
        const event = events[next++];
        if (event === undefined)
            throw new NotPlain();
        return event;
    };
    const value = (event) => {
        if (event.type === js_yaml/* EVENT_ID */.hy.SCALAR)
            return scalar(event);
        if (event.type !== js_yaml/* EVENT_ID */.hy.MAPPING && event.type !== js_yaml/* EVENT_ID */.hy.SEQUENCE)
            throw new NotPlain();
        if (event.anchorStart !== -1 || event.tagStart !== -1)
            throw new NotPlain();
        if (event.style === js_yaml/* COLLECTION_STYLE */.Rl.FLOW && events[next]?.type !== js_yaml/* EVENT_ID */.hy.POP)
            throw new NotPlain();
        return event.type === js_yaml/* EVENT_ID */.hy.MAPPING ? mapping() : sequence();
    };
    const mapping = () => {
        const values = {};
        for (let event = take(); event.type !== js_yaml/* EVENT_ID */.hy.POP; event = take()) {
            const key = keyText(event);
            if (key in values)
                throw new NotPlain();
            values[key] = value(take());
        }
        return values;
    };
    const sequence = () => {
        const items = [];
        for (let event = take(); event.type !== js_yaml/* EVENT_ID */.hy.POP; event = take())
            items.push(value(event));
        return items;
    };
    const keyText = (event) => {
        if (event.type !== js_yaml/* EVENT_ID */.hy.SCALAR)
            throw new NotPlain();
        const key = scalarText(event);
        if (key === '')
            throw new NotPlain();
        return key;
    };
    const scalar = (event) => {
        const source = scalarText(event);
        return event.style === js_yaml/* SCALAR_STYLE */.jK.PLAIN ? (0,yaml_rules/* plainScalar */.d)(source) : source;
    };
    const scalarText = (event) => {
        const isBlock = event.style === js_yaml/* SCALAR_STYLE */.jK.LITERAL_BLOCK || event.style === js_yaml/* SCALAR_STYLE */.jK.FOLDED_BLOCK;
        if (isBlock || event.anchorStart !== -1 || event.tagStart !== -1)
            throw new NotPlain();
        if (event.style !== js_yaml/* SCALAR_STYLE */.jK.PLAIN)
            refuseOddQuote(event);
        return (0,js_yaml/* getScalarValue */.KE)(text, event);
    };
    const refuseOddQuote = ({ valueStart, valueEnd }) => {
        afterQuote.lastIndex = valueEnd;
        if (!afterQuote.test(text) || text.slice(valueStart, valueEnd).includes('\n'))
            throw new NotPlain();
    };
    if (take().type !== js_yaml/* EVENT_ID */.hy.DOCUMENT)
        throw new NotPlain();
    const root = value(take());
    if (take().type !== js_yaml/* EVENT_ID */.hy.POP || next !== events.length)
        throw new NotPlain();
    return root;
}

;// CONCATENATED MODULE: ./build/release/published-document.js




const maxProblems = 10;
async function parsePublished(text, source) {
    const foreign = foreignBody(text);
    if (foreign !== undefined) {
        throw new action_error/* ActionError */.l(`${source.what} at ${(0,printable_url/* placeOf */.$)(source.url, source.mirror)} is not YAML: the host sent ${foreign}.`, {
            why: 'A proxy or a login page answers in place of the host, or a mirror stored an error as if it were the file.',
            fix: 'Open the address from this runner and look at what it serves.',
        });
    }
    const options = {
        what: `${source.what} at ${(0,printable_url/* placeOf */.$)(source.url, source.mirror)}`,
        maxBytes: source.maxBytes,
    };
    (0,yaml_rules/* refuseOversized */.M)(text, options);
    const plain = readPlainYaml(text);
    if (plain !== undefined)
        return plain.value;
    const { parseYamlDocument } = await __webpack_require__.e(/* import() */ 929).then(__webpack_require__.bind(__webpack_require__, 71929));
    return parseYamlDocument(text, options);
}
function checkShape(type, document, source) {
    const result = type.safeParse(document);
    if (result.success)
        return result.data;
    const problems = result.error.issues.map((issue) => `${issue.path.length === 0 ? 'the document' : `\`${pathText(issue.path)}\``} ${inWords(issue)}`);
    const more = problems.length - maxProblems;
    throw new action_error/* ActionError */.l(`${source.what} at ${(0,printable_url/* placeOf */.$)(source.url, source.mirror)} does not have the expected content.`, {
        problems: [...problems.slice(0, maxProblems), ...(more > 0 ? [`and ${more} more`] : [])],
        why: 'The file was cut short, is of another kind, or its format is newer than this suite.',
    });
}
function inWords(issue) {
    if (issue.code !== 'invalid_type')
        return issue.message;
    return issue.message.endsWith('received undefined') ? 'is missing' : `is not a ${issue.expected}`;
}
function pathText(path) {
    return path.reduce((text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text && '.'}${String(key)}`), '');
}
function foreignBody(text) {
    const start = text.slice(0, 1024).trimStart().toLowerCase();
    if (start === '' && text.trim() === '')
        return 'nothing';
    if (!start.startsWith('<'))
        return undefined;
    if (start.startsWith('<!doctype html') || start.startsWith('<html'))
        return 'an HTML page';
    if (start.includes('<code>accessdenied</code>'))
        return 'the AccessDenied XML of S3, which means that there is no such file';
    return start.includes('<error>') ? 'the XML of an S3 error' : 'an XML or HTML document';
}


/***/ }),

/***/ 48461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cc: () => (/* binding */ parseReleaseManifest),
/* harmony export */   aX: () => (/* binding */ releaseManifestSource),
/* harmony export */   dv: () => (/* binding */ findRelease)
/* harmony export */ });
/* unused harmony export parseGoDate */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);
/* harmony import */ var _nearest_match_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67526);
/* harmony import */ var _net_printable_url_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29503);
/* harmony import */ var _published_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3611);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70590);






const maxBytes = 8 * 1024 * 1024;
const newestShown = 5;
function releaseManifestSource(url) {
    return { what: 'The release manifest', url, maxBytes };
}
async function parseReleaseManifest(text, source) {
    const { url } = source;
    const { spec } = (0,_published_document_js__WEBPACK_IMPORTED_MODULE_1__/* .checkShape */ .e)(manifestType(url), await (0,_published_document_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePublished */ .O)(text, source), source);
    return { url, ...spec };
}
function findRelease(manifest, requested) {
    const newestFirst = manifest.releases
        .filter(({ version }) => (0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parseVersion */ .ot)(version))
        .toSorted((a, b) => (0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Zy)(b.version, a.version));
    if (requested.kind === 'line') {
        const found = newestFirst.find(({ version }) => isStableOf(requested.line, version));
        return found ?? notFound(`of the line ${requested.line}`, undefined, manifest, newestFirst);
    }
    const wanted = (requested.kind !== 'latest' && requested.version) || manifest.latestVersion;
    const found = manifest.releases.find(({ version }) => version === wanted);
    return found ?? notFound(wanted, wanted, manifest, newestFirst);
}
function parseGoDate(text) {
    const [, day, time, fraction = '', hours, minutes] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))? ([+-]\d\d)(\d\d)\b/.exec(text) ?? [];
    const date = new Date(day === undefined ? text : `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}${hours}:${minutes}`);
    return Number.isNaN(date.getTime()) ? undefined : date;
}
function manifestType(manifestUrl) {
    const entry = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        version: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1),
        number: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nonnegative(),
        bundleManifestUrl: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().refine((url) => URL.canParse(url, manifestUrl), 'is not a URL'),
        date: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish(),
        eksACLI: zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J().optional(),
        eksABinary: zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J().optional(),
    })
        .transform(({ version, number, bundleManifestUrl, date, eksACLI, eksABinary }) => {
        const publishedAt = date ? parseGoDate(date) : undefined;
        const url = new URL(bundleManifestUrl, manifestUrl).href;
        return {
            version,
            number,
            bundleManifestUrl: url,
            ...(publishedAt && { publishedAt }),
            cli: { eksACLI, eksABinary },
        };
    });
    return zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('Release', { error: 'is not "Release"' }),
        spec: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ latestVersion: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1), releases: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(entry).min(1) }),
    });
}
function isStableOf(line, text) {
    const version = (0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parseVersion */ .ot)(text);
    return version !== undefined && version.prerelease.length === 0 && (0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .lineOf */ .cA)(version) === line;
}
function notFound(wanted, near, manifest, newestFirst) {
    const versions = newestFirst.map(({ version }) => version);
    const nearest = near === undefined ? undefined : (0,_nearest_match_js__WEBPACK_IMPORTED_MODULE_4__/* .nearestMatch */ .G)(near, versions);
    throw new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(`There is no EKS Anywhere release ${wanted} in the release manifest at ${(0,_net_printable_url_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g)(manifest.url)}.`, {
        problems: [`The newest releases are ${versions.slice(0, newestShown).join(', ') || 'none'}.`],
        ...(nearest && nearest !== near && { why: `The nearest one is ${nearest}.` }),
        fix: 'Choose one of the published releases for `eks-a-version`.',
    });
}


/***/ }),

/***/ 66120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findChannel: () => (/* binding */ findChannel),
  C: () => (/* binding */ resolveRelease)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
// EXTERNAL MODULE: ./build/nearest-match.js
var nearest_match = __webpack_require__(67526);
// EXTERNAL MODULE: ./build/release/bundle.js
var release_bundle = __webpack_require__(99880);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./build/release/cli-archives.js

function cliArchivesOf(fields) {
    const cli = newerType.safeParse(fields.eksACLI).data;
    const binary = olderType.safeParse(fields.eksABinary).data;
    return ['linux', 'darwin'].flatMap((os) => ['amd64', 'arm64'].flatMap((arch) => {
        const archive = cli?.[os]?.[arch] ?? (arch === 'amd64' ? binary?.[os] : undefined);
        if (!archive?.uri || !URL.canParse(archive.uri))
            return [];
        const { uri, sha256, sha512, name } = archive;
        return [{ os, arch, uri, ...(name && { name }), ...(sha256 && { sha256 }), ...(sha512 && { sha512 }) }];
    }));
}
const cli_archives_text = schemas/* string */.YjP().nullish();
const archiveType = schemas/* object */.Ikc({ uri: cli_archives_text, sha256: cli_archives_text, sha512: cli_archives_text, name: cli_archives_text }).nullish();
const newerType = schemas/* object */.Ikc({
    linux: schemas/* object */.Ikc({ amd64: archiveType, arm64: archiveType }).nullish(),
    darwin: schemas/* object */.Ikc({ amd64: archiveType, arm64: archiveType }).nullish(),
});
const olderType = schemas/* object */.Ikc({ linux: archiveType, darwin: archiveType });

;// CONCATENATED MODULE: ./build/release/container-images.js
function bundleImages(document, signature) {
    const found = new Map();
    for (const versionsBundle of versionsBundlesOf(document)) {
        const eksD = fieldsOf(versionsBundle['eksD']);
        const channel = String(eksD['channel']);
        const add = (image, authenticated) => {
            const uri = String(image['uri']);
            const digest = textOf(image['imageDigest']);
            const key = `${uri} ${digest}`;
            const known = found.get(key);
            const name = textOf(image['name']);
            found.set(key, {
                uri,
                ...(digest && { digest }),
                ...(name && { name }),
                channels: [...new Set([...(known?.channels ?? []), channel])],
                from: 'bundle',
                authenticated: authenticated || known?.authenticated === true,
            });
        };
        for (const image of imagesIn(versionsBundle))
            add(image, signature === 'verified' && image === eksD['kindNode']);
    }
    return [...found.values()];
}
function* imagesIn(node) {
    if (typeof node !== 'object' || node === null)
        return;
    if (isImage(node))
        yield node;
    else
        for (const value of Object.values(node))
            yield* imagesIn(value);
}
function isImage(node) {
    const { uri, imageDigest } = node;
    return typeof uri === 'string' && uri !== '' && (typeof imageDigest === 'string' || !uri.includes('://'));
}
function versionsBundlesOf(document) {
    const list = fieldsOf(fieldsOf(document)['spec'])['versionsBundles'];
    return Array.isArray(list) ? list.map(fieldsOf) : [];
}
function fieldsOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
function textOf(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}

// EXTERNAL MODULE: ./build/release/eksd-manifest.js
var eksd_manifest = __webpack_require__(15769);
;// CONCATENATED MODULE: ./build/release/hook-os.js

function hookOsOf(document) {
    const [first] = versionsBundlesOf(document);
    const stack = fieldsOf(fieldsOf(first?.['tinkerbell'])['tinkerbellStack']);
    const hook = fieldsOf(stack['hook']);
    return { vmlinuz: fileOf(hook['vmlinuz']), initramfs: fileOf(hook['initramfs']), iso: fileOf(hook['iso']) };
}
function fileOf(file) {
    const { amd, arm } = fieldsOf(file);
    const [amd64, arm64] = [webAddress(amd), webAddress(arm)];
    return { ...(amd64 && { amd64 }), ...(arm64 && { arm64 }) };
}
function webAddress(archive) {
    const { uri } = fieldsOf(archive);
    return typeof uri === 'string' && URL.canParse(uri) ? uri : undefined;
}

// EXTERNAL MODULE: ./build/release/release-manifest.js
var release_manifest = __webpack_require__(48461);
;// CONCATENATED MODULE: ./build/release/published-files.js



function filesFromWeb(http, releaseManifestUrl) {
    const fetched = async (source) => {
        const mirror = http.mirrorOf?.(source.url);
        const text = await http.getText(source.url, source);
        return { text, source: { ...source, ...(mirror !== undefined && { mirror }) } };
    };
    return {
        releaseManifest: () => fetched((0,release_manifest/* releaseManifestSource */.aX)(releaseManifestUrl)),
        bundle: ({ bundleManifestUrl }) => fetched((0,release_bundle/* bundleSource */.oF)(bundleManifestUrl)),
        eksdManifest: ({ eksdManifestUrl }) => fetched((0,eksd_manifest/* eksdManifestSource */.qD)(eksdManifestUrl)),
    };
}

// EXTERNAL MODULE: ./build/net/printable-url.js
var printable_url = __webpack_require__(29503);
// EXTERNAL MODULE: ./build/release/signature.js
var release_signature = __webpack_require__(47148);
// EXTERNAL MODULE: ./build/release/trust-anchors.js
var trust_anchors = __webpack_require__(88587);
// EXTERNAL MODULE: ./build/release/version.js
var release_version = __webpack_require__(70590);
;// CONCATENATED MODULE: ./build/release/release-checks.js






function refuseRollback(requested, entry, manifestUrl) {
    if (requested.kind === 'exact' || requested.kind === 'dev')
        return;
    const floor = requested.kind === 'latest' ? trust_anchors/* newestKnownRelease */.TQ.version : trust_anchors/* newestKnownPatches */.Ah[requested.line];
    if ((0,release_version/* parseVersion */.ot)(entry.version) === undefined) {
        throw new action_error/* ActionError */.l(`The release manifest at ${(0,printable_url/* printable */.g)(manifestUrl)} names "${entry.version}" as the latest version.`);
    }
    if (floor === undefined || (0,release_version/* compareVersions */.Zy)(entry.version, floor) >= 0)
        return;
    throw new action_error/* ActionError */.l(`\`eks-a-version: ${asWritten(requested)}\` leads to ${entry.version}, although ${floor} was published before. It is refused as a rollback.`, {
        why: `The release manifest at ${(0,printable_url/* printable */.g)(manifestUrl)} is not signed and does not know ${floor}: it is a stale mirror, or was altered.`,
        fix: `Bring the mirror up to date, or name the release exactly: \`eks-a-version: ${entry.version}\`.`,
    });
}
function checkSignature(document, source, entry, { verifySignature, bundlePublicKey, }) {
    if (verifySignature === 'skip')
        return 'skipped';
    const absent = (0,release_signature/* signatureAnnotation */.I9)(document) === undefined;
    if (verifySignature === 'auto' && absent && !isSignatureDue(entry.version))
        return 'unsigned';
    if (absent && !isSignatureDue(entry.version)) {
        throw new action_error/* ActionError */.l(`The bundle of ${entry.version} is not signed: ${(0,printable_url/* placeOf */.$)(source.url, source.mirror)}`, {
            why: `AWS signs bundles from ${trust_anchors/* firstSignedVersion */.ng} on, and \`verify-signature\` is \`require\`.`,
            fix: `Choose ${trust_anchors/* firstSignedVersion */.ng} or newer, or set \`verify-signature: auto\` to accept older releases without a signature.`,
        });
    }
    (0,release_signature/* verifyBundleSignature */.OB)(document, bundlePublicKey, `the bundle at ${(0,printable_url/* placeOf */.$)(source.url, source.mirror)}`);
    return 'verified';
}
function isSignatureDue(version) {
    return (0,release_version/* parseVersion */.ot)(version) === undefined || (0,release_version/* compareVersions */.Zy)(version, trust_anchors/* firstSignedVersion */.ng) >= 0;
}
function refuseUnsigned({ version }, requested) {
    if (requested.kind === 'exact' || requested.kind === 'dev')
        return;
    throw new action_error/* ActionError */.l(`\`eks-a-version: ${asWritten(requested)}\` leads to ${version}, whose bundle is not signed.`, {
        why: `AWS signs bundles from ${trust_anchors/* firstSignedVersion */.ng} on; without a signature nothing proves that this is the newest one.`,
        fix: `Name the release exactly: \`eks-a-version: ${version}\`.`,
    });
}
function asWritten(requested) {
    return requested.kind === 'line' ? requested.line : 'latest';
}
function bindToRequest(bundle, entry, source) {
    const { name, number, cliMinVersion, cliMaxVersion } = bundle;
    const problems = [];
    if (number !== entry.number)
        problems.push(`its number is ${number}, not ${entry.number}`);
    if (name !== `bundles-${entry.number}`)
        problems.push(`its name is ${name}, not bundles-${entry.number}`);
    if (!isWithin(entry.version, cliMinVersion, cliMaxVersion)) {
        const versions = cliMinVersion === cliMaxVersion ? cliMinVersion : `${cliMinVersion} to ${cliMaxVersion}`;
        problems.push(`it is for EKS Anywhere ${versions || '(none)'}, not for ${entry.version}`);
    }
    if (problems.length === 0)
        return;
    throw new action_error/* ActionError */.l(`The bundle at ${(0,printable_url/* placeOf */.$)(source.url, source.mirror)} is not that of EKS Anywhere ${entry.version}.`, {
        problems,
        why: 'The bundle of another release is served in its place: the mirror is stale or mixed up, or someone is rolling this release back.',
        fix: 'Check the address of the bundle in the release manifest, and what the mirror has stored there.',
    });
}
function isWithin(version, min, max) {
    if (![version, min, max].every((text) => (0,release_version/* parseVersion */.ot)(text)))
        return false;
    return (0,release_version/* compareCores */.Ou)(min, version) <= 0 && (0,release_version/* compareCores */.Ou)(version, max) <= 0;
}
function releaseNotes(document, bundle, { signature, entry }) {
    return [
        ...((0,release_version/* isDevelopmentBuild */["if"])(entry.version)
            ? [
                `${entry.version} is a development build of EKS Anywhere: not released, not supported, not for clusters that matter.`,
            ]
            : []),
        ...signatureNotes(signature, entry.version),
        ...manifestUrlNotes(document, bundle),
    ];
}
function signatureNotes(signature, version) {
    if (signature === 'unsigned') {
        return [
            (0,release_version/* isDevelopmentBuild */["if"])(version)
                ? `The bundle of ${version} carries no signature; only TLS protects it.`
                : `The bundle of ${version} carries no signature, since AWS signs from ${trust_anchors/* firstSignedVersion */.ng} on; only TLS protects it.`,
        ];
    }
    return signature === 'skipped'
        ? ['The signature of the bundle was not checked, as `verify-signature: skip` asks.']
        : [];
}
function manifestUrlNotes(document, { channels }) {
    return [...(0,release_bundle/* differingManifestUrls */.eq)(document, channels)].map(([channel, url]) => `Channel ${channel}: the bundle names the EKS Distro manifest ${url}, which its signature does not cover; the address that follows from the signed name is used instead.`);
}

;// CONCATENATED MODULE: ./build/release/resolve.js














async function resolveRelease(options) {
    const { requested, verifySignature, bundlePublicKey = trust_anchors/* bundlePublicKey */.z2 } = options;
    const releaseManifestUrl = manifestUrlOf(options);
    const files = options.files ?? filesFromWeb(options.http, releaseManifestUrl);
    const listed = await files.releaseManifest();
    const manifest = await (0,release_manifest/* parseReleaseManifest */.Cc)(listed.text, listed.source);
    const entry = (0,release_manifest/* findRelease */.dv)(manifest, requested);
    refuseRollback(requested, entry, listed.source.url);
    const { text, source } = await files.bundle(entry);
    const document = await (0,release_bundle/* parseBundleDocument */.Zo)(text, source);
    const signature = checkSignature(document, source, entry, { verifySignature, bundlePublicKey });
    if (signature === 'unsigned')
        refuseUnsigned(entry, requested);
    const bundle = (0,release_bundle/* readBundle */.Bo)(document, source);
    bindToRequest(bundle, entry, source);
    return {
        release: {
            version: entry.version,
            bundleNumber: bundle.number,
            bundleManifestUrl: entry.bundleManifestUrl,
            releaseManifestUrl,
            signature,
            buildToolingCommit: bundle.buildToolingCommit,
            ...(bundle.imageBuilder && { imageBuilder: bundle.imageBuilder }),
            channels: bundle.channels,
            notes: releaseNotes(document, bundle, { signature, entry }),
        },
        unsigned: {
            newestVersion: (0,release_version/* newerOf */.pJ)(manifest.latestVersion, trust_anchors/* newestKnownRelease */.TQ.version),
            cli: cliArchivesOf(entry.cli),
            hookOs: hookOsOf(document),
            images: bundleImages(document, signature),
        },
        bundleSha256: (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex'),
        eksdManifest: (channel) => files.eksdManifest(channel).then((file) => (0,eksd_manifest/* readEksdManifest */.V9)(file, {
            channel,
            signature: (0,release_signature/* eksdSignature */.wn)(document, channel.name),
            publicKeys: [trust_anchors/* eksdPublicKey */._n, ...(options.bundlePublicKey ? [options.bundlePublicKey] : [])],
            policy: verifySignature === 'skip' ? 'skip' : 'check',
        }), (error) => (0,eksd_manifest/* unavailableManifest */.ye)((0,action_error/* errorMessage */.g)(error))),
    };
}
function manifestUrlOf({ requested, devBranch, releaseManifestUrl }) {
    const isOwn = releaseManifestUrl !== undefined && releaseManifestUrl !== trust_anchors/* productionReleaseManifestUrl */.tp;
    if (isOwn)
        return releaseManifestUrl;
    if (requested.kind !== 'dev')
        return trust_anchors/* productionReleaseManifestUrl */.tp;
    return (0,trust_anchors/* developmentManifestUrl */.gf)(devBranch ?? (requested.version && (0,release_version/* branchOf */.W0)(requested.version)));
}
function findChannel(release, channel) {
    const found = release.channels.find(({ name }) => name === channel);
    if (found !== undefined)
        return found;
    const names = release.channels.map(({ name }) => name);
    const nearest = (0,nearest_match/* nearestMatch */.G)(channel, names);
    throw new action_error/* ActionError */.l(`EKS Anywhere ${release.version} has no release channel ${channel}.`, {
        problems: [`It has ${names.join(', ')}.`],
        fix: `Choose one of them for \`release-channel\`${nearest ? `, perhaps ${nearest}` : ''}, or another \`eks-a-version\`.`,
    });
}


/***/ }),

/***/ 47148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I9: () => (/* binding */ signatureAnnotation),
/* harmony export */   OB: () => (/* binding */ verifyBundleSignature),
/* harmony export */   RU: () => (/* binding */ signedPartOfBundle),
/* harmony export */   jW: () => (/* binding */ verifyEksdSignature),
/* harmony export */   wn: () => (/* binding */ eksdSignature)
/* harmony export */ });
/* unused harmony exports bundleSignatureAnnotation, eksdSignatureAnnotation, canonicalBundle, canonicalEksdRelease, verifySignature */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89711);


const bundleSignatureAnnotation = 'anywhere.eks.amazonaws.com/signature';
const eksdSignatureAnnotation = 'distro.eks.amazonaws.com/signature';
const alwaysExcluded = {
    document: ['status'],
    metadata: [
        'annotations',
        'creationTimestamp',
        'generation',
        'managedFields',
        'namespace',
        'resourceVersion',
        'uid',
    ],
};
const excluded = {
    versionsBundle: [
        'bootstrap',
        'bottlerocketBootstrapContainers',
        'bottlerocketHostContainers',
        'certManager',
        'cilium',
        'cloudStack',
        'clusterAPI',
        'controlPlane',
        'docker',
        'eksa',
        'etcdadmBootstrap',
        'etcdadmController',
        'flux',
        'haproxy',
        'kindnetd',
        'nutanix',
        'packageController',
        'snow',
        'tinkerbell',
        'upgrader',
        'vSphere',
    ],
    eksD: ['components', 'manifestUrl'],
};
function signedPartOfBundle(document) {
    const bundle = fields(document, 'The bundle');
    const spec = fields(bundle['spec'], '`spec` of the bundle');
    const versionsBundles = spec['versionsBundles'];
    if (!Array.isArray(versionsBundles)) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l('The bundle has no list `spec.versionsBundles`.', {
            why: 'It is not a complete EKS Anywhere bundle, so there is nothing to verify.',
        });
    }
    return {
        ...without(withText(bundle, ['apiVersion', 'kind']), alwaysExcluded.document),
        metadata: signedMetadata(bundle['metadata']),
        spec: {
            number: 0,
            ...withText({ cliMinVersion: '', cliMaxVersion: '', ...present(spec) }, [
                'cliMinVersion',
                'cliMaxVersion',
            ]),
            versionsBundles: versionsBundles.map(signedPartOfVersionsBundle),
        },
    };
}
function canonicalBundle(document) {
    return Buffer.from(goJson(signedPartOfBundle(document)));
}
function canonicalEksdRelease(document) {
    const release = fields(document, 'The EKS Distro manifest');
    const spec = present(fields(release['spec'], '`spec` of the EKS Distro manifest'));
    return Buffer.from(goJson({
        ...without(withText(release, ['apiVersion', 'kind']), alwaysExcluded.document),
        metadata: signedMetadata(release['metadata']),
        spec: withText(spec, ['channel', 'buildRepoCommit']),
    }));
}
function signatureAnnotation(document) {
    return annotation(document, bundleSignatureAnnotation);
}
function eksdSignature(bundle, channel) {
    return annotation(bundle, `${eksdSignatureAnnotation}-${channel}`);
}
function verifyBundleSignature(document, publicKey, source = 'the bundle') {
    const signature = signatureAnnotation(document);
    if (signature === undefined) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l(`There is no signature on ${source}.`, {
            why: `The annotation \`${bundleSignatureAnnotation}\` is missing: the file was altered, rewritten for a mirror, or comes from a release before signing began.`,
            fix: 'Serve the bundle exactly as AWS publishes it, annotations included.',
        });
    }
    verifySignature(canonicalBundle(document), signature, publicKey, source);
}
function verifyEksdSignature(document, signature, publicKey, source) {
    verifySignature(canonicalEksdRelease(document), signature, publicKey, source);
}
function verifySignature(bytes, signature, publicKey, source) {
    const der = decodeBase64(signature);
    if (der === undefined) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l(`The signature on ${source} is not base64: "${signature.slice(0, 40)}".`, {
            why: 'The annotation was damaged or rewritten after AWS signed the file.',
        });
    }
    const key = readPublicKey(publicKey);
    if (!(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)('sha256', bytes, { key, dsaEncoding: 'der' }, der)) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l(`The signature on ${source} is wrong.`, {
            why: 'The content is not what the owner of the key signed: it was changed on the way, on the mirror, or signed with another key.',
            fix: 'Download the file from AWS again; for bundles of your own, give the key that signed them as `bundle-public-key`.',
        });
    }
}
function readPublicKey(text) {
    const der = decodeBase64(text);
    try {
        const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(der === undefined ? { key: text, format: 'pem' } : { key: der, format: 'der', type: 'spki' });
        if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1')
            return key;
    }
    catch (cause) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l('The public key cannot be read.', { fix: keyFix, cause });
    }
    throw new _action_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l('The public key is not an ECDSA key on P-256.', { fix: keyFix });
}
const keyFix = 'Give `bundle-public-key` as base64 of the DER SubjectPublicKeyInfo, or as PEM.';
function decodeBase64(text) {
    const compact = text.replaceAll(/\s/g, '');
    return compact.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(compact)
        ? Buffer.from(compact, 'base64')
        : undefined;
}
function annotation(document, name) {
    if (!isFields(document) || !isFields(document['metadata']))
        return undefined;
    const annotations = document['metadata']['annotations'];
    const value = isFields(annotations) ? annotations[name] : undefined;
    return value === undefined || value === null || value === '' ? undefined : String(value);
}
function signedMetadata(metadata) {
    if (metadata === undefined || metadata === null)
        return {};
    return without(withText(fields(metadata, '`metadata`'), ['name']), alwaysExcluded.metadata);
}
function signedPartOfVersionsBundle(entry) {
    const versionsBundle = present(fields(entry, 'An entry of `spec.versionsBundles`'));
    return {
        kubeVersion: '',
        ...without(withText(versionsBundle, ['kubeVersion', 'endOfStandardSupport']), excluded.versionsBundle),
        eksD: signedPartOfEksd(versionsBundle['eksD']),
    };
}
function signedPartOfEksd(eksd) {
    const given = eksd === undefined || eksd === null ? {} : textDeep(fields(eksd, '`eksD`'));
    const operatingSystemImage = (name) => ({
        bottlerocket: {},
        ...fields(given[name] ?? {}, `\`eksD.${name}\``),
    });
    return {
        kindNode: {},
        etcdadm: {},
        crictl: {},
        imagebuilder: {},
        containerd: {},
        ...without(given, excluded.eksD),
        ami: operatingSystemImage('ami'),
        ova: operatingSystemImage('ova'),
        raw: operatingSystemImage('raw'),
    };
}
function isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function fields(value, what) {
    if (isFields(value))
        return value;
    const found = value === undefined || value === null ? 'missing' : Array.isArray(value) ? 'a list' : 'plain text';
    throw new _action_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l(`${what} is not a YAML mapping: it is ${found}.`);
}
function present(object) {
    return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== undefined));
}
function without(object, names) {
    return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}
function withText(object, names) {
    return Object.fromEntries(Object.entries(present(object)).map(([name, value]) => [
        name,
        names.includes(name) ? scalarText(value) : value,
    ]));
}
function textDeep(object) {
    const convert = (value) => {
        if (Array.isArray(value))
            return value.map(convert);
        return isFields(value) ? textDeep(value) : scalarText(value);
    };
    return Object.fromEntries(Object.entries(present(object)).map(([name, value]) => [name, convert(value)]));
}
function scalarText(value) {
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}
function goJson(value) {
    if (Array.isArray(value))
        return `[${value.map(goJson).join(',')}]`;
    if (typeof value === 'string')
        return goString(value);
    if (!isFields(value))
        return JSON.stringify(value) ?? 'null';
    const members = Object.entries(value)
        .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
        .map(([name, member]) => `${goString(name)}:${goJson(member)}`);
    return `{${members.join(',')}}`;
}
function goString(text) {
    return JSON.stringify(text.toWellFormed()).replaceAll(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}


/***/ })

};
