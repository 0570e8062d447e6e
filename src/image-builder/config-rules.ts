import { metadataAddress } from './child-environment.ts';
import type { CheckedConfig, ConfigTarget } from './config-target.ts';
import type { Findings, Place } from './config-text.ts';

/** One rule: it says what is wrong between keys, and at which of them. */
type Rule = (config: RuleConfig, target: ConfigTarget) => Iterable<Broken>;

interface Broken {
  readonly text: string;
  readonly key: string;
  readonly isNote?: true;
}

/** The value of a key: the empty text for one that is absent, or wrong by itself. */
interface RuleConfig {
  (key: string): string;
  /** Whether it was given, right or wrong. */
  readonly has: (key: string) => boolean;
}

/** Reports what is wrong between the keys of a config. */
export function checkRules(
  { values, places }: CheckedConfig,
  target: ConfigTarget,
  findings: Findings,
): void {
  const config: RuleConfig = Object.assign((key: string) => values[key] ?? '', {
    has: (key: string) => places.has(key),
  });
  for (const rule of rules) {
    for (const { text, key, isNote } of rule(config, target)) {
      const place: Place | undefined = places.get(key);
      (isNote ? findings.notes : findings.problems).push({ text, ...(place && { place }) });
    }
  }
}

/** What only has an effect beside something else: all or none. */
const companions: ReadonlyArray<readonly [key: string, needs: readonly string[]]> = [
  ['iso_url', ['iso_checksum', 'iso_checksum_type']],
  ['iso_checksum', ['iso_url']],
  ['iso_checksum_type', ['iso_url']],
  ['disable_public_repos', ['extra_repos']],
  ['rhsm_activation_key', ['rhsm_server_hostname']],
  ['rhsm_org_id', ['rhsm_server_hostname']],
  ['rhsm_server_proxy_hostname', ['rhsm_server_proxy_port']],
  ['rhsm_server_proxy_port', ['rhsm_server_proxy_hostname']],
];

function* companionRule(config: RuleConfig): Generator<Broken> {
  for (const [key, needs] of companions) {
    const missing = needs.filter((needed) => !config.has(needed));
    const isSet = key === 'disable_public_repos' ? config(key) === 'true' : config.has(key);
    if (!isSet || missing.length === 0) continue;
    yield { key, text: `\`${key}\` needs ${missing.map((name) => `\`${name}\``).join(' and ')} beside it` };
  }
}

function* isoRule(config: RuleConfig, { os, osVersion, builder }: ConfigTarget): Generator<Broken> {
  const [sum, type, url] = [config('iso_checksum'), config('iso_checksum_type'), config('iso_url')];
  const digits = { sha256: 64, sha512: 128 }[type];
  if (sum !== '' && digits !== undefined && sum.length !== digits)
    yield {
      key: 'iso_checksum',
      text: `\`iso_checksum\` has ${sum.length} digits, but ${type} has ${digits}`,
    };
  if (url === '') return;
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
  const [, major] =
    (os === 'redhat' ? /rhel-(?:[a-z-]*)(\d{1,2})\.\d/i : /ubuntu-(\d\d\.\d\d)/i).exec(url) ?? [];
  if (major !== undefined && major !== osVersion)
    yield { key: 'iso_url', text: `\`iso_url\` is the ISO of ${major}, but \`os-version\` is ${osVersion}` };
}

/** Source: `validateRHSM`; the roles that patch 0004 of the build tooling adds to kubernetes-sigs/image-builder. */
function* rhelRule(config: RuleConfig, { os, osVersion }: ConfigTarget): Generator<Broken> {
  if (os !== 'redhat') return;
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
  // `setRhsmProxy` splits host and port, and ends the CLI without one.
  if (config('http_proxy') !== '' && !/:\d+\/?$/.test(config('http_proxy')))
    yield {
      key: 'http_proxy',
      text: '`http_proxy` needs a port for RHEL, such as `http://proxy.example.com:3128`',
    };
}

/** A proxy in the image: Packer's goss provisioner downloads by curl, which takes no proxy there, or by wget. */
function* proxyRule(config: RuleConfig, { os, hypervisor }: ConfigTarget): Generator<Broken> {
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
  if (hypervisor === 'ami' && !config('no_proxy').split(',').includes(metadataAddress)) {
    yield {
      key,
      text: `\`no_proxy\` lacks ${metadataAddress}: the instance would ask the proxy for its own metadata`,
    };
  }
}

function* amiRule(config: RuleConfig, { osVersion, hypervisor }: ConfigTarget): Generator<Broken> {
  if (hypervisor !== 'ami') return;
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

function* airGapRule(config: RuleConfig, { isAirGapped }: ConfigTarget): Generator<Broken> {
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

const rules: readonly Rule[] = [companionRule, isoRule, rhelRule, proxyRule, amiRule, airGapRule];
