import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { ActionError } from '../action-error.ts';

/**
 * Signatures of bundles and EKS Distro manifests, byte for byte as EKS Anywhere makes and checks them
 * (aws/eks-anywhere pkg/signature/manifest.go): the Go type as JSON, minus the excluded fields, as
 * `json.Marshal` writes it; SHA-256; ECDSA P-256 in DER.
 */

type Fields = Record<string, unknown>;

export const bundleSignatureAnnotation = 'anywhere.eks.amazonaws.com/signature';
export const eksdSignatureAnnotation = 'distro.eks.amazonaws.com/signature';

/** pkg/constants/constants.go, `AlwaysExcludedFields`. */
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

/**
 * pkg/constants/constants.go, `Excludes`, as of v0.24.1; a superset of every earlier list. The `excludes`
 * annotation of a bundle is never read: annotations are not signed, so whoever alters a bundle also writes it.
 */
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

/**
 * The part of a bundle that its signature covers, normalised as the Go type would hold it. Whoever reads a
 * bundle reads this, so that nothing unsigned is mistaken for signed.
 *
 * @throws ActionError when the document does not have the outline of a bundle.
 */
export function signedPartOfBundle(document: unknown): Fields {
  const bundle = fields(document, 'The bundle');
  const spec = fields(bundle['spec'], '`spec` of the bundle');
  const versionsBundles = spec['versionsBundles'];
  if (!Array.isArray(versionsBundles)) {
    throw new ActionError('The bundle has no list `spec.versionsBundles`.', {
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

/** The bytes that AWS signs for a bundle, given as parsed YAML or JSON. */
export function canonicalBundle(document: unknown): Buffer {
  return Buffer.from(goJson(signedPartOfBundle(document)));
}

/**
 * The bytes that AWS signs for an EKS Distro manifest. `status`, and with it every component's URI and checksum,
 * is not among them.
 */
export function canonicalEksdRelease(document: unknown): Buffer {
  const release = fields(document, 'The EKS Distro manifest');
  const spec = present(fields(release['spec'], '`spec` of the EKS Distro manifest'));
  return Buffer.from(
    goJson({
      ...without(withText(release, ['apiVersion', 'kind']), alwaysExcluded.document),
      metadata: signedMetadata(release['metadata']),
      spec: withText(spec, ['channel', 'buildRepoCommit']),
    }),
  );
}

/** The bundle's signature as it stands in the annotation; `undefined` when there is none. */
export function signatureAnnotation(document: unknown): string | undefined {
  return annotation(document, bundleSignatureAnnotation);
}

/** The EKS Distro signature of a channel (`1-33`). It is kept on the bundle, from v0.22.3 on. */
export function eksdSignature(bundle: unknown, channel: string): string | undefined {
  return annotation(bundle, `${eksdSignatureAnnotation}-${channel}`);
}

/**
 * Returns when the bundle carries a right signature of the key (base64 of DER SPKI, or PEM).
 *
 * @throws ActionError, different for a missing, an unreadable and a wrong signature and for an unusable key.
 */
export function verifyBundleSignature(document: unknown, publicKey: string, source = 'the bundle'): void {
  const signature = signatureAnnotation(document);
  if (signature === undefined) {
    throw new ActionError(`There is no signature on ${source}.`, {
      why: `The annotation \`${bundleSignatureAnnotation}\` is missing: the file was altered, rewritten for a mirror, or comes from a release before signing began.`,
      fix: 'Serve the bundle exactly as AWS publishes it, annotations included.',
    });
  }
  verifySignature(canonicalBundle(document), signature, publicKey, source);
}

/**
 * Returns when the signature of an EKS Distro manifest is right. It vouches for name, channel and number only.
 *
 * @throws ActionError
 */
export function verifyEksdSignature(
  document: unknown,
  signature: string,
  publicKey: string,
  source: string,
): void {
  verifySignature(canonicalEksdRelease(document), signature, publicKey, source);
}

/**
 * The low-level check, for bytes that are canonical already.
 *
 * @throws ActionError
 */
export function verifySignature(bytes: Buffer, signature: string, publicKey: string, source: string): void {
  const der = decodeBase64(signature);
  if (der === undefined) {
    throw new ActionError(`The signature on ${source} is not base64: "${signature.slice(0, 40)}".`, {
      why: 'The annotation was damaged or rewritten after AWS signed the file.',
    });
  }
  const key = readPublicKey(publicKey);
  if (!verify('sha256', bytes, { key, dsaEncoding: 'der' }, der)) {
    throw new ActionError(`The signature on ${source} is wrong.`, {
      why: 'The content is not what the owner of the key signed: it was changed on the way, on the mirror, or signed with another key.',
      fix: 'Download the file from AWS again; for bundles of your own, give the key that signed them as `bundle-public-key`.',
    });
  }
}

function readPublicKey(text: string): KeyObject {
  const der = decodeBase64(text);
  try {
    const key = createPublicKey(
      der === undefined ? { key: text, format: 'pem' } : { key: der, format: 'der', type: 'spki' },
    );
    if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key;
  } catch (cause) {
    throw new ActionError('The public key cannot be read.', { fix: keyFix, cause });
  }
  throw new ActionError('The public key is not an ECDSA key on P-256.', { fix: keyFix });
}

const keyFix = 'Give `bundle-public-key` as base64 of the DER SubjectPublicKeyInfo, or as PEM.';

/** Node's own decoder skips whatever is not base64; here that must be an error. */
function decodeBase64(text: string): Buffer | undefined {
  const compact = text.replaceAll(/\s/g, '');
  return compact.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(compact)
    ? Buffer.from(compact, 'base64')
    : undefined;
}

function annotation(document: unknown, name: string): string | undefined {
  if (!isFields(document) || !isFields(document['metadata'])) return undefined;
  const annotations = document['metadata']['annotations'];
  const value = isFields(annotations) ? annotations[name] : undefined;
  return value === undefined || value === null || value === '' ? undefined : String(value);
}

function signedMetadata(metadata: unknown): Fields {
  if (metadata === undefined || metadata === null) return {};
  return without(withText(fields(metadata, '`metadata`'), ['name']), alwaysExcluded.metadata);
}

function signedPartOfVersionsBundle(entry: unknown): Fields {
  const versionsBundle = present(fields(entry, 'An entry of `spec.versionsBundles`'));
  return {
    kubeVersion: '',
    ...without(withText(versionsBundle, ['kubeVersion', 'endOfStandardSupport']), excluded.versionsBundle),
    eksD: signedPartOfEksd(versionsBundle['eksD']),
  };
}

/**
 * `omitempty` has no effect on Go structs, so upstream signs empty objects for archives that are not there. They
 * are in every published bundle; one that was written by hand may lack them.
 */
function signedPartOfEksd(eksd: unknown): Fields {
  const given = eksd === undefined || eksd === null ? {} : textDeep(fields(eksd, '`eksD`'));
  const operatingSystemImage = (name: string) => ({
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

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fields(value: unknown, what: string): Fields {
  if (isFields(value)) return value;
  const found =
    value === undefined || value === null ? 'missing' : Array.isArray(value) ? 'a list' : 'plain text';
  throw new ActionError(`${what} is not a YAML mapping: it is ${found}.`);
}

/** Go reads `null` as the zero value, which it then omits. */
function present(object: Fields): Fields {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== null && value !== undefined),
  );
}

function without(object: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** YAML reads an unquoted `1.31` as a number where the Go type says string. */
function withText(object: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(
    Object.entries(present(object)).map(([name, value]) => [
      name,
      names.includes(name) ? scalarText(value) : value,
    ]),
  );
}

/** `EksDRelease` and all types below it hold strings only (release/api/v1alpha1/bundle_types.go). */
function textDeep(object: Fields): Fields {
  const convert = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(convert);
    return isFields(value) ? textDeep(value) : scalarText(value);
  };
  return Object.fromEntries(Object.entries(present(object)).map(([name, value]) => [name, convert(value)]));
}

function scalarText(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

/** `json.Marshal` of a generic value: no white space, keys in byte order. */
function goJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(goJson).join(',')}]`;
  if (typeof value === 'string') return goString(value);
  if (!isFields(value)) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([name, member]) => `${goString(name)}:${goJson(member)}`);
  return `{${members.join(',')}}`;
}

/** Go escapes what could end a script element in HTML, and the two line separators of JavaScript. */
function goString(text: string): string {
  return JSON.stringify(text.toWellFormed()).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
