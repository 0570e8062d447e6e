/**
 * Compares the stand-in image-builder CLI with recordings of the real one. With IMAGE_BUILDER_CLI=<path> the same comparison
 * runs against that binary, so that the recordings can be proved too.
 */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Fault } from '../box/box.ts';
import {
  comparable,
  leftIn,
  localized,
  neutral,
  type Places,
  readFixture,
  readRecording,
  recordingNames,
} from '../support/cli-recordings.ts';
import {
  type Answer,
  answerOf,
  type CliUnderTest,
  pidIn,
  realCli,
  shortenReleaseManifest,
  startCliUnderTest,
} from '../support/cli-under-test.ts';
import { writeRecordedInputs } from '../support/recorded-inputs.ts';

const assets = 'anywhere-assets.eks.amazonaws.com';
const eksDistro = 'distro.eks.amazonaws.com';
const clonePath = 'eks-anywhere-build-tooling/projects/kubernetes-sigs/image-builder';
const recordedMake = path.join(import.meta.dirname, '../support/recorded-make');
const build = 'build --os ubuntu --hypervisor baremetal --os-version 22.04 --release-channel 1-33'.split(' ');
let cli: CliUnderTest;

before(async () => {
  cli = await startCliUnderTest();
  writeRecordedInputs(placesOf('').inputs);
});

after(() => cli[Symbol.asyncDispose]());

const placesOf = (name: string): Places => ({
  cwd: path.join(cli.scratch, 'runs', path.basename(name)),
  inputs: path.join(cli.scratch, 'inputs'),
});

const withRecordedMake = (environment: Readonly<Record<string, string>> = {}) => {
  const folders = [recordedMake, path.dirname(process.execPath), process.env['PATH'] ?? ''];
  return { environment: { ...environment, PATH: folders.join(':') } };
};

/** Runs what was recorded in a folder of its own and compares. */
async function compare(name: string, prepare: (cwd: string) => void = () => {}): Promise<Places> {
  const recording = readRecording(name);
  const places = placesOf(name);
  const { cwd } = places;
  mkdirSync(cwd, { recursive: true });
  prepare(cwd);
  const args = recording.args.map((word) => localized(word, places));
  const answer = await cli.run(args, cwd, withRecordedMake(recording.environment));
  assert.deepEqual(comparable(answer, places), comparable(recording, places));
  assert.deepEqual(leftIn(cwd), recording.left);
  const [description, json] = recording.leftConfig;
  if (description === undefined) return places;
  const [mode = '', file = ''] = description.split(' ');
  const left = path.join(cwd, clonePath, file);
  assert.equal((statSync(left).mode & 0o777).toString(8), mode);
  assert.equal(neutral(readFileSync(left, 'utf8'), places), json);
  return places;
}

const accessDenied =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';
const faults: Record<string, { path: RegExp; fault: Fault }> = {
  'fail-manifest-403': {
    path: /eks-a\/manifest/,
    fault: { kind: 'status', status: 403, body: accessDenied },
  },
  'fail-manifest-404-empty': { path: /eks-a\/manifest/, fault: { kind: 'status', status: 404, body: '' } },
  'fail-manifest-503-html': {
    path: /eks-a\/manifest/,
    fault: { kind: 'status', status: 503, body: '<html><body>Busy</body></html>' },
  },
  'fail-manifest-reset': { path: /eks-a\/manifest/, fault: { kind: 'reset' } },
  'fail-bundle-403': { path: /bundles\/124/, fault: { kind: 'status', status: 403, body: accessDenied } },
  'fail-bundle-404-empty-panic': { path: /bundles\/124/, fault: { kind: 'status', status: 404, body: '' } },
};
/** What of the others stays to be compared as it is. */
const special = new Set([
  ...Object.keys(faults),
  ...['fail-clone-dir-exists', 'ok-clone-dir-exists-force', 'standin-insteadof', 'air-gapped/airgap-ok'],
  ...['air-gapped/quirk-airgap-tar-traversal', 'download-artifacts', 'download-artifacts-403-stored'],
  ...['download-artifacts-over-existing', 'download-manifests'],
]);
const plain = recordingNames.filter(
  (name) => /^(air-gapped\/)?(standin|fail|warn|quirk|download)-/.test(name) && !special.has(name),
);

describe('The stand-in CLI answers as the real one was recorded', { concurrency: 4 }, () => {
  let serveAllReleases: () => void;
  before(async () => {
    serveAllReleases = await shortenReleaseManifest(cli.box);
  });
  after(() => serveAllReleases());

  for (const name of plain) it(name, () => compare(name).then(() => {}));

  for (const name of ['fail-clone-dir-exists', 'ok-clone-dir-exists-force']) {
    it(name, async () => {
      await compare(name, (cwd) => {
        mkdirSync(path.join(cwd, 'eks-anywhere-build-tooling'));
        writeFileSync(path.join(cwd, 'eks-anywhere-build-tooling/left-over'), '');
      });
    });
  }

  it('standin-insteadof: git takes the repository from elsewhere', async () => {
    const { args, environment, ...recording } = readRecording('standin-insteadof');
    const places = placesOf('standin-insteadof');
    const [key = ''] = Object.keys(environment).filter((name) => name.startsWith('GIT_CONFIG_KEY'));
    const mirror = path.join(cli.scratch, 'box/git/aws/eks-anywhere-build-tooling.git');
    const elsewhere = { ...environment, [key]: `url.file://${mirror}.insteadOf` };
    const answer = await cli.run(args, places.cwd, withRecordedMake(elsewhere));
    assert.deepEqual(comparable(answer, places), comparable(recording, places));
  });

  it('quirk-airgap-tar-traversal: writes where the entry leads', async () => {
    const { cwd } = await compare('air-gapped/quirk-airgap-tar-traversal');
    const escaped = path.join(cwd, '../escaped.txt');
    assert.equal(readFileSync(escaped, 'utf8'), 'outside\n');
    assert.equal(statSync(escaped).mode & 0o777, 0o640);
  });

  it('cancel-term-cli-only: make lives on without the CLI', async () => {
    const [recorded = ''] = readFixture('cancel-term-cli-only.log').split('Terminated\n');
    const [stdout = '', ...stderr] = recorded.split('\n');
    const places = placesOf('cancel-term-cli-only');
    const pidFile = path.join(cli.scratch, 'make.pid');
    const child = cli.start(
      [...build, '--baremetal-config', path.join(places.inputs, 'baremetal.json')],
      places.cwd,
      withRecordedMake({ STANDIN_PID_FILE: pidFile }),
    );
    const answer = answerOf(child);
    const make = await pidIn(pidFile);
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [null, 'SIGTERM']);
    const parent = Number(/^PPid:\t(\d+)$/m.exec(readFileSync(`/proc/${make}/status`, 'utf8'))?.[1]);
    assert.notEqual(parent, child.pid);
    process.kill(make, 'SIGTERM');
    const expected = { stdout: `${stdout}\n`, stderr: stderr.join('\n'), exitCode: null };
    assert.deepEqual(comparable(await answer, places), comparable(expected, places));
    assert.deepEqual(leftIn(places.cwd), ['drwxr-xr-x eks-anywhere-build-tooling']);
  });

  for (const [hypervisor, os] of [
    ['vsphere', 'ubuntu'],
    ['baremetal', 'redhat'],
    ['nutanix', 'ubuntu'],
    ['cloudstack', 'redhat'],
  ] as const) {
    it(`panics over a ${hypervisor} config that is just null`, async () => {
      const config = path.join(placesOf('').inputs, 'null.json');
      const args = `build --os ${os} --hypervisor ${hypervisor} --release-channel 1-33 --${hypervisor}-config`;
      const { stderr, exitCode } = await cli.run([...args.split(' '), config], cli.scratch);
      assert.equal(exitCode, 2);
      assert.match(
        stderr,
        /^panic: runtime error: invalid memory address or nil pointer dereference\n\[signal SIGSEGV/,
      );
      assert.match(stderr, /image-builder\/cmd\.ValidateInputs\(0x/);
    });
  }
});

// The requests of the box tell who asked only while nobody else does.
describe('The stand-in CLI downloads as the real one was recorded', () => {
  let serveAllReleases: () => void;
  before(async () => {
    serveAllReleases = await shortenReleaseManifest(cli.box);
  });
  after(() => serveAllReleases());

  async function compareDownload(name: string, prepare?: (cwd: string) => void): Promise<string> {
    const first = cli.box.requests.length;
    const { cwd } = await compare(name, prepare);
    const requests = cli.box.requests.slice(first);
    const asked = requests.map(
      ({ method, host, path: target, status }) => `${method} ${host} ${target} ${status}`,
    );
    assert.deepEqual(asked.sort(), readRecording(name).requests.toSorted());
    return cwd;
  }

  const kubelet = path.join(
    `eks-d-artifacts/kubernetes-1-33/releases/30/artifacts/kubernetes/v1.33.13/bin/linux/amd64/kubelet`,
  );

  it('download-artifacts', async () => {
    const cwd = await compareDownload('download-artifacts');
    const files = readdirSync(cwd, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => `${(statSync(file).mode & 0o777).toString(8)} ${path.relative(cwd, file)}`);
    assert.deepEqual(files.sort(), readRecording('download-artifacts').downloaded.toSorted());
  });

  it('download-artifacts-403-stored: the error page becomes the file', async () => {
    const fault = { kind: 'status', status: 403, body: accessDenied } as const;
    const heal = cli.box.fault({ host: eksDistro, path: /\/kubelet$/ }, fault);
    const cwd = await compareDownload('download-artifacts-403-stored').finally(heal);
    assert.equal(readFileSync(path.join(cwd, kubelet), 'utf8'), accessDenied);
  });

  it('download-artifacts-over-existing', async () => {
    const cwd = await compareDownload('download-artifacts-over-existing', (folder) => {
      mkdirSync(path.join(folder, path.dirname(kubelet)), { recursive: true });
      writeFileSync(path.join(folder, kubelet), 'old'.repeat(100_000));
    });
    assert.ok(statSync(path.join(cwd, kubelet)).size < 100_000);
  });

  it('download-manifests, and airgap-ok builds from the tarball', async () => {
    const cwd = await compareDownload('download-manifests');
    const tarball = path.join(cwd, 'eks-a-manifests.tar');
    const listed = execFileSync('tar', ['-tvf', tarball], { encoding: 'utf8' }).trim().split('\n');
    assert.deepEqual(
      listed.map((line) => line.replace(/ .* /, ' ')),
      readRecording('download-manifests').downloaded,
    );
    copyFileSync(tarball, path.join(placesOf('').inputs, 'eks-a-manifests.tar'));
    const { cwd: builtIn } = await compare('air-gapped/airgap-ok');
    const folder = path.join(builtIn, 'eks-a-d-manifests');
    const modes = Object.fromEntries(leftIn(folder).map((line) => line.split(' ').toReversed()));
    assert.equal(modes['eks-a-manifest.yaml'], '-rw-r--r--');
    assert.equal(modes['eks-d-1-33.yaml'], '-rwxr-xr-x');
    const bundle = readFileSync(path.join(folder, 'eks-a-bundles-v0.26.1.yaml'), 'utf8');
    assert.match(bundle, /: https:\/\/eksa\.internal\.invalid\/mirror\/releases\/bundles\/124\//);
    assert.doesNotMatch(bundle, /https:\/\/anywhere-assets/);
  });

  it('says "manifests" of artifacts too when the bundle does not answer', async () => {
    const heal = cli.box.fault(
      { host: assets, path: /bundles\/124/ },
      { kind: 'status', status: 403, body: accessDenied },
    );
    const args = 'download artifacts --eksa-release v0.26.1 --release-channel 1-33'.split(' ');
    const { stderr, exitCode } = await cli.run(args, cli.scratch).finally(heal);
    assert.equal(exitCode, 1);
    assert.match(
      stderr,
      /^\S+ \S+ Error downloading manifests: Error getting git commit from bundle: failed to unmarshal/m,
    );
  });
});

// A fault of the box strikes whoever asks next, hence one after the other.
describe('The stand-in CLI answers a broken network as the real one was recorded', () => {
  for (const [name, { path: requestPath, fault }] of Object.entries(faults)) {
    it(name, async () => {
      const remove = cli.box.fault({ host: assets, path: requestPath }, fault);
      await compare(name).finally(remove);
    });
  }
});

const helpCalls: Record<string, readonly string[]> = {
  'help-': [],
  'help-bogus': ['bogus'],
  'help-build': ['build'],
  'help-build-help': ['build', '--help'],
  'help-build-os-ubuntu-bogus': ['build', '--os', 'ubuntu', '--bogus'],
  'help-download-help': ['download', '--help'],
  'help-download-artifacts-help': ['download', 'artifacts', '--help'],
  'help-download-manifests-help': ['download', 'manifests', '--help'],
  'help-help': ['help'],
  'help-version': ['version'],
  'help-version-help': ['version', '--help'],
};

describe('The stand-in CLI helps', { concurrency: 4 }, () => {
  const folder = (): string => path.join(cli.scratch, 'help');

  for (const [name, args] of Object.entries(helpCalls)) {
    it(`as recorded: ${name}`, async () => {
      const text = readFixture(`${name}.txt`);
      const [, stdout, stderr = '', code] = /^(.*?)(?:--stderr--\n(.*))?--rc=(\d+)--\n$/s.exec(text) ?? [];
      assert.deepEqual(await cli.run(args, folder()), { stdout, stderr, exitCode: Number(code) });
    });
  }

  it('with the command that a mistyped one is near to', async () => {
    const { stderr, exitCode } = await cli.run(['buidl'], folder());
    const hint = 'Did you mean this?\n\tbuild\n';
    const expected = `Error: unknown command "buidl" for "image-builder"\n\n${hint}\nRun 'image-builder --help' for usage.\n`;
    assert.deepEqual({ stderr, exitCode }, { stderr: expected, exitCode: 255 });
  });

  it('by the list of commands when the topic is unknown, without failing', async () => {
    const { stdout, stderr, exitCode } = await cli.run(['help', 'nope'], folder());
    assert.deepEqual({ stdout, exitCode }, { stdout: '', exitCode: 0 });
    assert.match(
      stderr,
      /^Unknown help topic \[`nope`\]\nUsage:\n {2}image-builder \[command\]\n\nAvailable Commands:\n/,
    );
    assert.doesNotMatch(stderr, /^Flags:/m);
  });
});

describe('The stand-in CLI of older releases', { concurrency: 4, skip: realCli !== undefined }, () => {
  const older = { environment: { STANDIN_CLI_VERSION: 'v0.5.0', STANDIN_EKSA_VERSION: 'v0.21.8' } };

  it('does not know flags that came later', async () => {
    const { stderr, exitCode } = await cli.run([...build, '--builder', 'iso'], cli.scratch, older);
    assert.equal(exitCode, 255);
    assert.match(stderr, /^Error: unknown flag: --builder\n/);
  });

  it('takes Ubuntu 20.04 but not 24.04 before v0.24', async () => {
    const ask = (version: string): Promise<Answer> =>
      cli.run(
        build.map((word) => (word === '22.04' ? version : word)),
        path.join(cli.scratch, `older-${version}`),
        older,
      );
    assert.match(
      (await ask('24.04')).stderr,
      /24\.04 is not a supported version of Ubuntu\. Please select one of 20\.04,22\.04/,
    );
    // 1-33 is younger than v0.21: the channel is refused only after the version has passed.
    assert.match(
      (await ask('20.04')).stderr,
      /release-channel should be one of \[1-27 1-28 1-29 1-30 1-31\]/,
    );
  });
});
