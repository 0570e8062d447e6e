export const id = 199;
export const ids = [199];
export const modules = {

/***/ 29503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
function printable(address) {
    const url = URL.parse(String(address));
    if (url === null)
        return String(address);
    const { search, hash, username, password } = url;
    if (!search && !hash && !username && !password)
        return url.href;
    return `${url.origin}${url.pathname}${search ? '?…' : ''}`;
}


/***/ }),

/***/ 15199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findChannel: () => (/* binding */ findChannel),
  C: () => (/* binding */ resolveRelease)
});

// EXTERNAL MODULE: ./build/action-error.js
var action_error = __webpack_require__(89711);
// EXTERNAL MODULE: ./build/nearest-match.js
var nearest_match = __webpack_require__(67526);
// EXTERNAL MODULE: ./build/net/printable-url.js
var printable_url = __webpack_require__(29503);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 14 modules
var schemas = __webpack_require__(74528);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(88532);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/release/yaml-document.js


const maxMarks = 250_000;
const structureMark = /[\n,[{]|[-:?](?=\s)/g;
const maxNodes = 1_000_000;
const maxProblems = 5;
function parseYamlDocument(text, options) {
    const { what, maxBytes } = options;
    if (Buffer.byteLength(text) > maxBytes)
        throw new action_error/* ActionError */.l(`${what} is larger than ${maxBytes} bytes.`);
    if (hasMoreMarks(text, maxMarks))
        throw new action_error/* ActionError */.l(`${what} has far more entries than any file of its kind.`);
    try {
        const document = (0,dist/* parseDocument */.Tp)(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'error' });
        if (document.errors.length > 0)
            throw badSyntax(what, document.errors);
        return plainValues(document, what);
    }
    catch (cause) {
        if (!(cause instanceof RangeError))
            throw cause;
        throw new action_error/* ActionError */.l(`${what} is nested too deeply to be read.`, { cause });
    }
}
function hasMoreMarks(text, limit) {
    return text.matchAll(structureMark).drop(limit).next().done !== true;
}
function badSyntax(what, errors) {
    const problems = errors.slice(0, maxProblems).map((error) => (0,action_error/* errorMessage */.g)(error)
        .split(/:?\s*\n/, 1)
        .join());
    return new action_error/* ActionError */.l(`${what} is not valid YAML.`, { problems, cause: errors[0] });
}
function plainValues(document, what) {
    let nodes = 0;
    const anchors = new Map();
    const convert = (node) => {
        nodes += 1;
        if (nodes > maxNodes) {
            throw new action_error/* ActionError */.l(`${what} expands to more than ${maxNodes} values, which is refused.`, {
                why: 'Aliases that refer to aliases let a small file grow without end.',
            });
        }
        if (node === null)
            return null;
        if (!(0,dist/* isAlias */.Vj)(node) && node.anchor)
            anchors.set(node.anchor, node);
        if ((0,dist/* isScalar */.jn)(node))
            return node.type === 'PLAIN' ? plainScalar(String(node.value)) : String(node.value);
        if ((0,dist/* isSeq */.oP)(node))
            return node.items.map(convert);
        if ((0,dist/* isMap */.jh)(node))
            return mapping(node.items.map(({ key, value }) => [keyText(key), convert(value)]));
        const target = (0,dist/* isAlias */.Vj)(node) ? anchors.get(node.source) : undefined;
        if (target === undefined)
            throw new action_error/* ActionError */.l(`${what} uses an alias that names nothing before it.`);
        return convert(target);
    };
    const keyText = (key) => {
        if ((0,dist/* isScalar */.jn)(key))
            return String(key.value);
        throw new action_error/* ActionError */.l(`${what} has a key that is not plain text.`);
    };
    const mapping = (entries) => {
        const names = new Set();
        for (const [name] of entries) {
            if (names.has(name))
                throw new action_error/* ActionError */.l(`${what} gives the key \`${name}\` twice in one mapping.`);
            names.add(name);
        }
        return Object.fromEntries(entries);
    };
    return convert(document.contents);
}
function plainScalar(source) {
    if (source === '' || source === '~' || source === 'null')
        return null;
    if (source === 'true' || source === 'false')
        return source === 'true';
    return /^(?:0|-?[1-9]\d{0,14})$/.test(source) ? Number(source) : source;
}

;// CONCATENATED MODULE: ./build/release/published-document.js



const published_document_maxProblems = 10;
function parsePublished(text, source) {
    const foreign = foreignBody(text);
    if (foreign !== undefined) {
        throw new action_error/* ActionError */.l(`${source.what} at ${(0,printable_url/* printable */.g)(source.url)} is not YAML: the host sent ${foreign}.`, {
            why: 'A proxy or a login page answers in place of the host, or a mirror stored an error as if it were the file.',
            fix: 'Open the address from this runner and look at what it serves.',
        });
    }
    return parseYamlDocument(text, {
        what: `${source.what} at ${(0,printable_url/* printable */.g)(source.url)}`,
        maxBytes: source.maxBytes,
    });
}
function checkShape(type, document, source) {
    const result = type.safeParse(document);
    if (result.success)
        return result.data;
    const problems = result.error.issues.map((issue) => `${issue.path.length === 0 ? 'the document' : `\`${pathText(issue.path)}\``} ${inWords(issue)}`);
    const more = problems.length - published_document_maxProblems;
    throw new action_error/* ActionError */.l(`${source.what} at ${(0,printable_url/* printable */.g)(source.url)} does not have the expected content.`, {
        problems: [...problems.slice(0, published_document_maxProblems), ...(more > 0 ? [`and ${more} more`] : [])],
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/release/signature.js


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
        throw new action_error/* ActionError */.l('The bundle has no list `spec.versionsBundles`.', {
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
        throw new action_error/* ActionError */.l(`There is no signature on ${source}.`, {
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
        throw new action_error/* ActionError */.l(`The signature on ${source} is not base64: "${signature.slice(0, 40)}".`, {
            why: 'The annotation was damaged or rewritten after AWS signed the file.',
        });
    }
    const key = readPublicKey(publicKey);
    if (!(0,external_node_crypto_.verify)('sha256', bytes, { key, dsaEncoding: 'der' }, der)) {
        throw new action_error/* ActionError */.l(`The signature on ${source} is wrong.`, {
            why: 'The content is not what the owner of the key signed: it was changed on the way, on the mirror, or signed with another key.',
            fix: 'Download the file from AWS again; for bundles of your own, give the key that signed them as `bundle-public-key`.',
        });
    }
}
function readPublicKey(text) {
    const der = decodeBase64(text);
    try {
        const key = (0,external_node_crypto_.createPublicKey)(der === undefined ? { key: text, format: 'pem' } : { key: der, format: 'der', type: 'spki' });
        if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1')
            return key;
    }
    catch (cause) {
        throw new action_error/* ActionError */.l('The public key cannot be read.', { fix: keyFix, cause });
    }
    throw new action_error/* ActionError */.l('The public key is not an ECDSA key on P-256.', { fix: keyFix });
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
    throw new action_error/* ActionError */.l(`${what} is not a YAML mapping: it is ${found}.`);
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

;// CONCATENATED MODULE: ./build/release/bundle.js



const maxBytes = 16 * 1024 * 1024;
function bundleSource(url) {
    return { what: 'The bundle', url, maxBytes };
}
function parseBundleDocument(text, source) {
    const document = parsePublished(text, source);
    checkShape(outlineType, document, source);
    return document;
}
const outlineType = schemas/* object */.Ikc({
    kind: schemas/* literal */.euz('Bundles', { error: 'is not "Bundles"' }),
    spec: schemas/* object */.Ikc({ versionsBundles: schemas/* array */.YOg(schemas/* object */.Ikc({ eksD: schemas/* object */.Ikc() })).min(1) }),
});
function readBundle(document, source) {
    const { metadata, spec } = checkShape(bundleType, signedPartOfBundle(document), source);
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
const unsignedType = schemas/* object */.Ikc({
    spec: schemas/* object */.Ikc({
        versionsBundles: schemas/* array */.YOg(schemas/* object */.Ikc({ eksD: schemas/* object */.Ikc({ manifestUrl: schemas/* string */.YjP().nullish() }).nullish() })),
    }),
});
const archiveType = schemas/* object */.Ikc({
    uri: schemas/* string */.YjP().optional(),
    sha256: hexDigest(64).optional(),
    sha512: hexDigest(128).optional(),
    name: schemas/* string */.YjP().optional(),
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
    return core/* NEVER */.tm;
});
const bottlerocketType = schemas/* object */.Ikc({ bottlerocket: verifiableArchiveType });
const versionsBundleType = schemas/* object */.Ikc({
    endOfStandardSupport: schemas/* string */.YjP().optional(),
    eksD: schemas/* object */.Ikc({
        name: schemas/* string */.YjP().regex(/^kubernetes-\d+-\d+-eks-\d+$/, 'is not of the form kubernetes-1-33-eks-30'),
        channel: schemas/* string */.YjP().regex(/^\d+-\d+$/, 'is not of the form 1-33'),
        kubeVersion: schemas/* string */.YjP().min(1),
        gitCommit: schemas/* string */.YjP().regex(/^[0-9a-f]{40}$/, 'is not a commit of 40 hex digits'),
        imagebuilder: verifiableArchiveType,
        ova: bottlerocketType,
        raw: bottlerocketType,
        ami: bottlerocketType,
    }),
});
const bundleType = schemas/* object */.Ikc({
    metadata: schemas/* object */.Ikc({ name: schemas/* string */.YjP() }),
    spec: schemas/* object */.Ikc({
        number: schemas/* int */.Whr(),
        cliMinVersion: schemas/* string */.YjP(),
        cliMaxVersion: schemas/* string */.YjP(),
        versionsBundles: schemas/* tuple */.PVZ([versionsBundleType], versionsBundleType),
    }),
});
function hexDigest(length) {
    return schemas/* string */.YjP()
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

// EXTERNAL MODULE: ./build/release/version.js
var release_version = __webpack_require__(70590);
;// CONCATENATED MODULE: ./build/release/release-manifest.js






const release_manifest_maxBytes = 8 * 1024 * 1024;
const newestShown = 5;
function releaseManifestSource(url) {
    return { what: 'The release manifest', url, maxBytes: release_manifest_maxBytes };
}
function parseReleaseManifest(text, source) {
    const { url } = source;
    const { spec } = checkShape(manifestType(url), parsePublished(text, source), source);
    return { url, ...spec };
}
function findRelease(manifest, requested) {
    const newestFirst = manifest.releases
        .filter(({ version }) => (0,release_version/* parseVersion */.ot)(version))
        .toSorted((a, b) => (0,release_version/* compareVersions */.Zy)(b.version, a.version));
    if (requested.kind === 'line') {
        const found = newestFirst.find(({ version }) => isStableOf(requested.line, version));
        return found ?? notFound(`of the line ${requested.line}`, undefined, manifest, newestFirst);
    }
    const wanted = requested.kind === 'latest' ? manifest.latestVersion : requested.version;
    const found = manifest.releases.find(({ version }) => version === wanted);
    return found ?? notFound(wanted, wanted, manifest, newestFirst);
}
function parseGoDate(text) {
    const [, day, time, fraction = '', hours, minutes] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))? ([+-]\d\d)(\d\d)\b/.exec(text) ?? [];
    const date = new Date(day === undefined ? text : `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}${hours}:${minutes}`);
    return Number.isNaN(date.getTime()) ? undefined : date;
}
function manifestType(manifestUrl) {
    const entry = schemas/* object */.Ikc({
        version: schemas/* string */.YjP().min(1),
        number: schemas/* int */.Whr().nonnegative(),
        bundleManifestUrl: schemas/* string */.YjP().refine((url) => URL.canParse(url, manifestUrl), 'is not a URL'),
        date: schemas/* string */.YjP().nullish(),
    })
        .transform(({ version, number, bundleManifestUrl, date }) => {
        const publishedAt = date ? parseGoDate(date) : undefined;
        const url = new URL(bundleManifestUrl, manifestUrl).href;
        return { version, number, bundleManifestUrl: url, ...(publishedAt && { publishedAt }) };
    });
    return schemas/* object */.Ikc({
        kind: schemas/* literal */.euz('Release', { error: 'is not "Release"' }),
        spec: schemas/* object */.Ikc({ latestVersion: schemas/* string */.YjP().min(1), releases: schemas/* array */.YOg(entry).min(1) }),
    });
}
function isStableOf(line, text) {
    const version = (0,release_version/* parseVersion */.ot)(text);
    return version !== undefined && version.prerelease.length === 0 && (0,release_version/* lineOf */.cA)(version) === line;
}
function notFound(wanted, near, manifest, newestFirst) {
    const versions = newestFirst.map(({ version }) => version);
    const nearest = near === undefined ? undefined : (0,nearest_match/* nearestMatch */.G)(near, versions);
    throw new action_error/* ActionError */.l(`There is no EKS Anywhere release ${wanted} in the release manifest at ${(0,printable_url/* printable */.g)(manifest.url)}.`, {
        problems: [`The newest releases are ${versions.slice(0, newestShown).join(', ') || 'none'}.`],
        ...(nearest && nearest !== near && { why: `The nearest one is ${nearest}.` }),
        fix: 'Choose one of the published releases for `eks-a-version`.',
    });
}

// EXTERNAL MODULE: ./build/release/trust-anchors.js
var trust_anchors = __webpack_require__(88587);
;// CONCATENATED MODULE: ./build/release/resolve.js








async function resolveRelease(options) {
    const { http, requested, releaseManifestUrl = trust_anchors/* productionReleaseManifestUrl */.tp } = options;
    const manifestSource = releaseManifestSource(releaseManifestUrl);
    const manifest = parseReleaseManifest(await http.getText(releaseManifestUrl, manifestSource), manifestSource);
    const entry = findRelease(manifest, requested);
    refuseRollback(requested, entry, releaseManifestUrl);
    const source = bundleSource(entry.bundleManifestUrl);
    const document = parseBundleDocument(await http.getText(entry.bundleManifestUrl, source), source);
    const signature = checkSignature(document, source, entry, options);
    if (requested.kind !== 'exact' && signature === 'unsigned')
        throw refuseUnsigned(entry, requested);
    const bundle = readBundle(document, source);
    bindToRequest(bundle, entry, source);
    return {
        version: entry.version,
        bundleNumber: bundle.number,
        bundleManifestUrl: entry.bundleManifestUrl,
        releaseManifestUrl,
        signature,
        buildToolingCommit: bundle.buildToolingCommit,
        ...(bundle.imageBuilder && { imageBuilder: bundle.imageBuilder }),
        channels: bundle.channels,
        notes: [...signatureNotes(signature, entry.version), ...manifestUrlNotes(document, bundle)],
    };
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
function refuseRollback(requested, entry, manifestUrl) {
    if (requested.kind === 'exact')
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
function checkSignature(document, source, entry, { verifySignature, bundlePublicKey = trust_anchors/* bundlePublicKey */.z2 }) {
    if (verifySignature === 'skip')
        return 'skipped';
    const absent = signatureAnnotation(document) === undefined;
    if (verifySignature === 'auto' && absent && !isSignatureDue(entry.version))
        return 'unsigned';
    if (absent && !isSignatureDue(entry.version)) {
        throw new action_error/* ActionError */.l(`The bundle of ${entry.version} is not signed: ${(0,printable_url/* printable */.g)(source.url)}`, {
            why: `AWS signs bundles from ${trust_anchors/* firstSignedVersion */.ng} on, and \`verify-signature\` is \`require\`.`,
            fix: `Choose ${trust_anchors/* firstSignedVersion */.ng} or newer, or set \`verify-signature: auto\` to accept older releases without a signature.`,
        });
    }
    verifyBundleSignature(document, bundlePublicKey, `the bundle at ${(0,printable_url/* printable */.g)(source.url)}`);
    return 'verified';
}
function isSignatureDue(version) {
    return (0,release_version/* parseVersion */.ot)(version) === undefined || (0,release_version/* compareVersions */.Zy)(version, trust_anchors/* firstSignedVersion */.ng) >= 0;
}
function refuseUnsigned({ version }, requested) {
    return new action_error/* ActionError */.l(`\`eks-a-version: ${asWritten(requested)}\` leads to ${version}, whose bundle is not signed.`, {
        why: `AWS signs bundles from ${trust_anchors/* firstSignedVersion */.ng} on; without a signature nothing proves that this is the newest one.`,
        fix: `Name the release exactly: \`eks-a-version: ${version}\`.`,
    });
}
function asWritten(requested) {
    switch (requested.kind) {
        case 'latest':
            return 'latest';
        case 'line':
            return requested.line;
        case 'exact':
            return requested.version;
    }
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
    throw new action_error/* ActionError */.l(`The bundle at ${(0,printable_url/* printable */.g)(source.url)} is not that of EKS Anywhere ${entry.version}.`, {
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
function signatureNotes(signature, version) {
    if (signature === 'unsigned') {
        return [
            `The bundle of ${version} carries no signature, since AWS signs from ${trust_anchors/* firstSignedVersion */.ng} on; only TLS protects it.`,
        ];
    }
    return signature === 'skipped'
        ? ['The signature of the bundle was not checked, as `verify-signature: skip` asks.']
        : [];
}
function manifestUrlNotes(document, { channels }) {
    return [...differingManifestUrls(document, channels)].map(([channel, url]) => `Channel ${channel}: the bundle names the EKS Distro manifest ${url}, which its signature does not cover; the address that follows from the signed name is used instead.`);
}


/***/ })

};
