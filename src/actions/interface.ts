import { isIPv4 } from 'node:net';
import { ActionError } from '../action-error.ts';
import {
  type KvmPolicy,
  kvmPolicies,
  otherBuildsPolicies,
  type PreflightLevel,
  preflightLevels,
} from '../host/policies.ts';
import { parseMirrors } from '../net/mirrors.ts';
import {
  builders,
  builtSystems,
  firmwareAliases,
  firmwares,
  hypervisorAliases,
  hypervisors,
  operatingSystemAliases,
} from '../plan/node-image-spec.ts';
import { parseFingerprint, recordKinds } from '../plan/record.ts';
import { signaturePolicies } from '../release/eksa-release.ts';
import { parseReleaseChannel } from '../release/release-channel.ts';
import { productionReleaseManifestUrl } from '../release/trust-anchors.ts';
import { branchName, requestedVersion } from '../release/version.ts';
import { uploadModes } from '../runner/artifacts.ts';
import {
  filePath,
  flag,
  fromCell,
  jsonText,
  oneOf,
  parsedBy,
  secret,
  secretLines,
  text,
  variableLines,
  wholeNumber,
  yamlText,
} from '../runner/inputs.ts';

/** Inputs of every action that reads a release. */
export const releaseInputs = {
  'eks-a-version': fromCell(parsedBy(requestedVersion, 'version').prefault('latest')),
  'verify-signature': oneOf(signaturePolicies).prefault('auto'),
  'bundle-public-key': text.optional(),
  'release-manifest-url': parsedBy(httpUrl, 'URL').prefault(productionReleaseManifestUrl),
  'dev-branch': fromCell(parsedBy(branchName).optional()),
  mirrors: parsedBy(parseMirrors, '`host=URL` lines').prefault(''),
  'ca-bundle': filePath.optional(),
};

/** Inputs of the actions that set tools up. */
export const toolInputs = {
  'image-builder-release': parsedBy(requestedVersion, 'version').optional(),
  'hashicorp-public-key': text.optional(),
  'install-packages': oneOf(['auto', 'never']).prefault('auto'),
  cache: flag.prefault('true'),
};

/** Inputs of the actions that build one image. */
export const buildInputs = {
  ...releaseInputs,
  cell: jsonText.optional(),
  'release-channel': fromCell(parsedBy(parseReleaseChannel, 'version')),
  os: fromCell(oneOf(builtSystems, operatingSystemAliases).prefault('ubuntu')),
  'os-version': fromCell(text.optional()),
  hypervisor: fromCell(oneOf(hypervisors, hypervisorAliases)),
  firmware: fromCell(oneOf(firmwares, firmwareAliases).optional()),
  builder: fromCell(oneOf(builders).optional()),
  config: fromCell(yamlText.optional()),
  'config-file': fromCell(filePath.optional()),
  'config-keys': oneOf(['error', 'warn'], { warning: 'warn' }).prefault('error'),
  secrets: secret(secretLines.prefault('')),
  'secrets-file': filePath.optional(),
  'additional-files': fromCell(yamlText.optional()),
  environment: variableLines.prefault(''),
  'proxy-in-image': oneOf(['none', 'runner']).optional(),
  'air-gapped': flag.prefault('false'),
  'manifest-tarball': filePath.optional(),
  'ansible-verbosity': wholeNumber({ min: 0, max: 6 }).prefault('0'),
  'dry-run': flag.prefault('false'),
  setup: oneOf(['auto', 'skip']).prefault('auto'),
  ...toolInputs,
  attempts: wholeNumber({ min: 1, max: 5 }).prefault('1'),
  'build-timeout': wholeNumber({ min: 1, max: 1440 }).prefault('120'),
  destination: filePath.optional(),
  'replace-existing': flag.prefault('false'),
  'upload-artifact': oneOf(uploadModes, { true: 'raw', false: 'none' }).prefault('raw'),
  'upload-logs': oneOf(['on-failure', 'always', 'never']).prefault('on-failure'),
  'retention-days': wholeNumber({ min: 1, max: 400 }).prefault('8'),
  fingerprint: fromCell(parsedBy(parseFingerprint).optional()),
  record: oneOf(recordKinds).prefault('final'),
};

/** Inputs about the machine; `preflight` and `kvm` by default as the action that is meant to look wants it. */
export const hostInputs = (by: { readonly preflight: PreflightLevel; readonly kvm: KvmPolicy }) => ({
  preflight: oneOf(preflightLevels).prefault(by.preflight),
  kvm: oneOf(kvmPolicies).prefault(by.kvm),
  'free-disk-gib': wholeNumber({ min: 0, max: 10_000 }).prefault('50'),
  'other-builds': oneOf(otherBuildsPolicies).prefault('refuse'),
  'http-ip': parsedBy(ipAddress, 'IPv4 address').optional(),
});

/** Outputs of the actions that build one image. */
export const buildOutputs = [
  'host',
  'id',
  'eks-a-version',
  'bundle-number',
  'signature',
  'kube-version',
  'eksd-release',
  'image-path',
  'image-name',
  'sha256',
  'size',
  'images',
  'template-tags',
  'ami-id',
  'ami-ids',
  'checksums-path',
  'provenance-path',
  'log-path',
  'artifact-id',
  'artifact-url',
  'duration-seconds',
  'attempts-used',
] as const;

function ipAddress(value: string): string {
  if (isIPv4(value)) return value;
  throw new ActionError(`\`${value}\` is not an IPv4 address such as \`192.0.2.10\`.`);
}

export function httpUrl(value: string): string {
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new ActionError(
      `\`${value.replace(/[^/]*@/, '***@')}\` is not a URL that starts with https:// or http://.`,
    );
  return url.href;
}
