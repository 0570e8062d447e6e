/** Everything that the real chain does before Packer: clone, dependencies, manifests, checks of URLs, generated configs. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  capi,
  channel,
  enter,
  finishTarget,
  leave,
  makeRoot,
  parseTarget,
  print,
  printDependencies,
  startTarget,
} from './target.mjs';
import { readYaml } from './tiny/yaml.mjs';

const target = parseTarget(process.argv[2]);
const baseDirectory = process.env.BASE_DIRECTORY ?? path.resolve(makeRoot, '../../..');

cloneUpstream();
enter();
printDependencies();
leave();
printVersions();
const bundle = loadVersionsBundle();
const eksd = loadEksDistro(bundle);
checkCniPlugins();
checkArtifactUrls(bundle);
writeConfigs();
addVerbosity();

/** Upstream clones kubernetes-sigs/image-builder here; nothing of it is needed. */
function cloneUpstream() {
  const tag = readFileSync(path.join(makeRoot, 'GIT_TAG'), 'utf8').trim();
  startTarget('image-builder');
  mkdirSync(capi, { recursive: true });
  finishTarget('image-builder', 0.211);
  startTarget(`image-builder/eks-anywhere-checkout-${tag}`);
  print(
    `Checking for tag ${tag}...`,
    `Tag ${tag} exists!`,
    `git -C image-builder checkout --quiet -f ${tag}`,
  );
  finishTarget(`image-builder/eks-anywhere-checkout-${tag}`, 0.05);
  startTarget('image-builder/eks-anywhere-patched');
  print('Applying: OVA improvements', 'Applying: EKS-D support and changes', 'Applying: Snow AMI support');
  finishTarget('image-builder/eks-anywhere-patched', 0.131);
}

function printVersions() {
  const stars = '*'.repeat(48);
  print('', '', stars, 'The following are key dependencies and their current versions');
  print(
    'Please include this output in any support requests',
    'Python python3 Python 3.11.7',
    'Packer packer 1.9.5',
  );
  print('Ansible:', 'ansible [core 2.15.13]', stars, '');
}

/** curl, because the real chain uses it: it proves that proxy and certificates reach the children of the CLI. */
function curl(...options) {
  const { status, stdout } = spawnSync('curl', options, {
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) process.exit(status ?? 1);
  return stdout;
}

function loadVersionsBundle() {
  const url = process.env.EKSA_BUNDLE_MANIFEST_URL ?? findBundleUrl();
  if (url === undefined) return undefined;
  const { spec } = readYaml(curl('-fsSL', url).toString());
  return spec.versionsBundles.find(({ eksD }) => eksD.channel === channel);
}

/** build/lib/eksa_releases.sh matches the version exactly and, when nothing matches, dies with 3 and without a word. */
function findBundleUrl() {
  const { EKSA_RELEASE_MANIFEST_URL: url, EKSA_RELEASE_VERSION: version } = process.env;
  // CLI versions before v0.17 pass neither.
  if (url === undefined || version === undefined) return undefined;
  const { spec } = readYaml(curl('-fsSL', url).toString());
  const release = spec.releases.find((candidate) => candidate.version === version);
  if (release !== undefined) return release.bundleManifestUrl;
  print(`Loading EKSD manifest from: ${eksDistroUrl()}`, `Loading EKSA manifest from: ${url}`);
  return process.exit(3);
}

/**
 * Upstream takes the number from EKSD_LATEST_RELEASES of the checked-out commit. The test box has one commit for a whole
 * release line, so the bundle that named the commit goes first; in real releases the two agree.
 */
function eksDistroUrl(versionsBundle) {
  const known = process.env.EKSD_MANIFEST_URL ?? versionsBundle?.eksD.manifestUrl;
  if (known) return known;
  const { releases } = readYaml(readFileSync(path.join(baseDirectory, 'EKSD_LATEST_RELEASES'), 'utf8'));
  const number = releases.find(({ branch }) => branch === channel)?.number;
  return `https://distro.eks.amazonaws.com/kubernetes-${channel}/kubernetes-${channel}-eks-${number}.yaml`;
}

function loadEksDistro(versionsBundle) {
  const url = eksDistroUrl(versionsBundle);
  print(`Loading EKSD manifest from: ${url}`);
  print(`Loading EKSA manifest from: ${process.env.EKSA_RELEASE_MANIFEST_URL ?? 'none'}`);
  return { url, ...readYaml(curl('-fsSL', url).toString()) };
}

function checkCniPlugins() {
  const assets = eksd.status.components.find(({ name }) => name === 'cni-plugins')?.assets ?? [];
  const { archive } = assets.find(({ arch, type }) => type === 'Archive' && arch[0] === 'amd64') ?? {};
  print('Downloading cni plugins to get shasum of host-device plugin for validation during image building');
  if (archive === undefined) return;
  const sum = createHash('sha256').update(curl('-fsSL', archive.uri)).digest('hex');
  print(`cni-plugins.tar.gz: ${sum === archive.sha256 ? 'OK' : 'FAILED'}`);
  if (sum === archive.sha256) return;
  process.stderr.write('sha256sum: WARNING: 1 computed checksum did NOT match\n');
  process.exit(1);
}

function checkArtifactUrls(versionsBundle) {
  if (versionsBundle === undefined) return;
  const { crictl, containerd, etcdadm } = versionsBundle.eksD;
  const urls = {
    CRICTL_URL: crictl?.uri,
    CONTAINERD_URL: containerd?.uri,
    ETCDADM_HTTP_SOURCE: etcdadm?.uri,
  };
  const given = Object.values(urls).filter(Boolean);
  const targets = given.flatMap((url) => ['-o', '/dev/null', url]);
  const { stdout } = spawnSync('curl', ['-I', '-L', '-s', '-w', '%{http_code}\n', ...targets]);
  const statuses = stdout.toString().split('\n');
  const problems = Object.entries(urls).flatMap(([variable, url]) => {
    if (!url) return [`${variable} is empty`];
    return statuses[given.indexOf(url)] === '200' ? [] : [`${variable} returned non-200 HTTP status`];
  });
  if (problems.length === 0) return;
  print(...problems);
  process.exit(1);
}

/** Upstream's env_and_envsubst prints the proxy variables, credentials and all. */
function writeConfigs() {
  const components = eksd.status.components
    .map(({ name, gitTag }) => ({ name, version: gitTag }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const kubernetes = components.find(({ name }) => name === 'kubernetes')?.version ?? '';
  const { HTTP_PROXY = '', HTTPS_PROXY = '', NO_PROXY = '' } = process.env;
  print(
    '',
    `Running envsubst with input file ${makeRoot}/packer/config/common.json.tmpl saving to common.json with ENV: `,
  );
  print(`HTTP_PROXY: ${HTTP_PROXY}`, `HTTPS_PROXY: ${HTTPS_PROXY}`, `NO_PROXY: ${NO_PROXY}`, '');
  print(
    `Running envsubst with input file ${makeRoot}/packer/config/kubernetes.json.tmpl saving to kubernetes.json with ENV: `,
  );
  print(
    `KUBERNETES_VERSION: ${kubernetes}`,
    `KUBERNETES_FULL_VERSION: ${kubernetes}-eks-${channel}-${eksd.spec.number}`,
    '',
  );
  mkdirSync(target.configFolder, { recursive: true });
  const release = { name: eksd.metadata.name, channel, number: Number(eksd.spec.number), manifest: eksd.url };
  const content = { ...release, kubernetes, eksAnywhere: process.env.EKSA_RELEASE_VERSION ?? '', components };
  writeFileSync(path.join(target.configFolder, 'kubernetes.json'), JSON.stringify(content, undefined, 2));
}

/**
 * Upstream adds the option to Packer's template in place, and there is none yet where images/capi has a `.tmpl` that
 * hack/set-ssh-password.sh renders later.
 */
function addVerbosity() {
  if (!process.env.EKSA_ANSIBLE_VERBOSITY || target.format === 'ova' || target.format === 'ami') return;
  const folder = target.format === 'cloudstack' ? 'qemu' : target.format;
  process.stderr.write(`cat: ${capi}/packer/${folder}/packer.json: No such file or directory\n`);
  process.exit(1);
}
