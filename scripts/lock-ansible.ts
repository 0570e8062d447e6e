/**
 * Writes src/toolchain/locks/ansible.ts: the wheels of Ansible and all that it needs, by sha256, for every Python
 * that ansible-core 2.15 runs on and every glibc that a runner may have. It asks the package index of this machine's
 * pip, 22.2 or newer.
 *
 * Usage: node scripts/lock-ansible.ts PYTHON3.9 PYTHON3.10 PYTHON3.11
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { LockedPackage } from '../src/toolchain/ansible-lock.ts';

/** Every version that a REQUIRED_DEPENDENCY_VERSIONS.yaml of aws/eks-anywhere-build-tooling ever named, read 2026-08-17. */
const coreVersions = ['2.15.3', '2.15.4', '2.15.8', '2.15.9', '2.15.10', '2.15.12', '2.15.13'];
/** What OVA and AMI builds install if it is not there: kubernetes-sigs/image-builder, hack/ensure-ansible-windows.sh. */
const pywinrm = '0.5.0';
/** The last release of the package of collections whose ansible-core is of the 2.15 line. */
const collections = '8.7.0';
/** glibc 2.28 is the oldest that Node.js 24 runs on; the others are tags that wheels bear. */
const glibcs = [28, 31, 34, 35, 39];

interface Wheel {
  readonly name: string;
  readonly version: string;
  readonly file: string;
  readonly sha256: string;
}

const scratch = mkdtempSync(join(tmpdir(), 'lock-ansible-'));
const found = new Map<string, LockedPackage>();
const cores: Wheel[] = [];
let archive: Wheel | undefined;
for (const python of process.argv.slice(2)) {
  const patch = run(python, ['-c', 'import sys; print("%d.%d.%d" % sys.version_info[:3])']).trim();
  const minor = patch.slice(0, patch.lastIndexOf('.'));
  const newest = coreVersions.at(-1);
  const resolved = report(python, [`ansible-core==${newest}`, `pywinrm==${pywinrm}`]);
  const pins = resolved
    .filter(({ name }) => name !== 'ansible-core')
    .map(({ name, version }) => `${name}==${version}`);
  for (const wheel of glibcs.flatMap((glibc) => wheelsFor(python, patch, glibc, pins))) add(wheel, minor);
  if (cores.length > 0) continue;
  for (const version of coreVersions)
    cores.push(...report(python, ['--no-deps', `ansible-core==${version}`]));
  [archive] = report(python, ['--no-deps', `ansible==${collections}`]);
}
rmSync(scratch, { recursive: true });
const target = resolve(import.meta.dirname, '../src/toolchain/locks/ansible.ts');
writeFileSync(target, sourceText());
run(resolve(import.meta.dirname, '../node_modules/.bin/biome'), ['check', '--write', target]);
console.log(`wrote ${target}: ${found.size} packages`);

/** The wheels that pip takes on a machine with this Python and this glibc. */
function wheelsFor(python: string, patch: string, glibc: number, pins: readonly string[]): Wheel[] {
  const platforms = Array.from({ length: glibc - 16 }, (_, index) => `manylinux_2_${glibc - index}_x86_64`);
  const options = [...platforms, 'manylinux2014_x86_64', 'manylinux2010_x86_64', 'manylinux1_x86_64'].flatMap(
    (platform) => ['--platform', platform],
  );
  const [major, minor] = patch.split('.');
  const abis = [`cp${major}${minor}`, 'abi3', 'none'].flatMap((abi) => ['--abi', abi]);
  return report(python, [
    ...['--no-deps', '--target', join(scratch, 'target'), '--implementation', 'cp'],
    ...['--python-version', patch, ...abis, ...options, ...pins],
  ]);
}

/** What pip would install. */
function report(python: string, args: readonly string[]): Wheel[] {
  const path = join(scratch, 'report.json');
  const options = ['--dry-run', '--ignore-installed', '--only-binary', ':all:', '--quiet', '--report', path];
  run(python, ['-m', 'pip', 'install', ...options, ...args]);
  const { install } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly install: ReadonlyArray<{
      readonly metadata: { readonly name: string; readonly version: string };
      readonly download_info: {
        readonly url: string;
        readonly archive_info: { readonly hash: string };
      };
    }>;
  };
  return install.map(({ metadata, download_info }) => ({
    name: metadata.name.toLowerCase().replaceAll(/[-_.]+/g, '-'),
    version: metadata.version,
    file: decodeURIComponent(basename(new URL(download_info.url).pathname)),
    sha256: download_info.archive_info.hash.replace(/^sha256=/, ''),
  }));
}

function add({ name, version, file, sha256 }: Wheel, python: string): void {
  const key = `${name} ${version}`;
  const before = found.get(key) ?? { name, version, pythons: [], wheels: {} };
  found.set(key, {
    ...before,
    pythons: [...new Set([...before.pythons, python])],
    wheels: { ...before.wheels, [file]: sha256 },
  });
}

function sourceText(): string {
  const packages = [...found.values()].sort((a, b) =>
    `${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1,
  );
  const lock = {
    date: new Date().toISOString().slice(0, 10),
    cores: Object.fromEntries(cores.map(({ version, file, sha256 }) => [version, { [file]: sha256 }])),
    collections: archive && {
      name: archive.name,
      version: archive.version,
      wheels: { [archive.file]: archive.sha256 },
    },
    packages,
  };
  return `import type { AnsibleLock } from '../ansible-lock.ts';

/** Written by scripts/lock-ansible.ts; do not edit. Source: PyPI, on the date it names. */
export const ansibleLock: AnsibleLock = ${JSON.stringify(lock)};
`;
}

function run(file: string, args: readonly string[]): string {
  return execFileSync(file, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
