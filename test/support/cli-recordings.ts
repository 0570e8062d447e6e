/** Recordings of the real image-builder CLI, v0.7.0 of EKS Anywhere v0.26.1, and what of them can be compared. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Answer } from './cli-under-test.ts';

const folder = path.join(import.meta.dirname, '../fixtures/upstream-logs');

/** Names without `.log`; those of air-gapped builds begin with their folder. */
export const recordingNames: readonly string[] = ['', 'air-gapped']
  .flatMap((part) => readdirSync(path.join(folder, part)).map((file) => path.join(part, file)))
  .filter((file) => file.endsWith('.log'))
  .map((file) => file.replace(/\.log$/, ''));

export const readFixture = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

export interface Recording extends Answer {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** `drwxr-xr-x eks-a-d-manifests`, what was in the working directory afterwards */
  readonly left: readonly string[];
  /** mode and content of the config file that stayed in the clone */
  readonly leftConfig: readonly string[];
  /** `GET host path status` */
  readonly requests: readonly string[];
  /** Mode and path of what was downloaded, where the recording lists it. */
  readonly downloaded: readonly string[];
}

export function readRecording(name: string): Recording {
  const text = readFixture(`${name}.log`);
  const section = (title: string): readonly string[] => {
    const body = new RegExp(`^--- ${title}.*\\n((?:(?!--- ).*\\n)*)`, 'm').exec(text)?.[1] ?? '';
    return body.split('\n').filter((line) => line !== '');
  };
  const stream = (title: string): string =>
    section(title)
      .map((line) => `${line}\n`)
      .join('');
  const [prefix = '', command = ''] = text.slice(2, text.indexOf('\n')).split('image-builder ', 2);
  const pairs = prefix.trim().split(' ').filter(Boolean);
  const requests = section('box requests');
  return {
    args: command.trim().split(' '),
    environment: Object.fromEntries(pairs.map((pair) => pair.split('=', 2))),
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    exitCode: Number(/^--- exit code: (\d+)/m.exec(text)?.[1]),
    left: section('left on disk').map((line) => line.replace(/^(\S+) .* /, '$1 ')),
    leftConfig: section('config files'),
    requests: requests
      .filter((line) => /^(GET|POST) /.test(line))
      .map((line) => line.split(' ').slice(0, 4).join(' '))
      .map(productionName),
    downloaded: [...text.matchAll(/^(\d{3}|-[rwx-]{9}) \d+ (\S+)$/gm)].map(([, mode, file = '']) =>
      productionName(`${mode} ${file.replace('./', '')}`),
    ),
  };
}

/** The recorded bundle was upstream's golden file, whose archives carry the version of a dry run. */
const productionName = (text: string): string => text.replace('-v0.0.0-dev-build.0', '');

const publicManifest = 'https://anywhere-assets.eks.amazonaws.com/releases/eks-a/manifest.yaml';
const recordedFolder = '/home/runner/work/_temp/node-image';
const recordedInputs = '/home/runner/work/_temp';

/** A recorded argument in the world of the test. The recorder kept its tarball beside the folder it names. */
export const localized = (word: string, { cwd, inputs }: Places): string =>
  word
    .replace(`${recordedFolder}/eks-a-manifests.tar`, path.join(inputs, 'eks-a-manifests.tar'))
    .replaceAll(recordedFolder, cwd)
    .replaceAll(recordedInputs, inputs);

export interface Places {
  readonly cwd: string;
  /** Stands for /home/runner/work/_temp. */
  readonly inputs: string;
}

const dated = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /;
/** Go walks its maps in random order. */
const unordered = /Downloading (eks-d manifest for release branch|EKS-A Artifact:) /;

/**
 * One rule says what is not compared, because it is not the CLI that wrote it: on stderr, the output of commands, which
 * stands between an `Executing command:` line and the next dated line. The rest is what differs from run to run.
 */
export function comparable({ stdout, stderr, exitCode }: Answer, places: Places): unknown {
  let isCommandOutput = false;
  const own = stderr.split('\n').filter((line) => {
    if (dated.test(line)) isCommandOutput = false;
    const isOwn = !isCommandOutput && line !== '';
    if (/^\S+ \S+ Executing command: /.test(line)) isCommandOutput = true;
    return isOwn;
  });
  const lines = own.map((line) => neutral(line.replace(dated, '<date> '), places));
  const sorted = lines.filter((line) => unordered.test(line)).sort();
  return {
    exitCode,
    stdout: neutral(stdout, places)
      .split('\n')
      .filter((line) => line !== ''),
    stderr: lines.map((line) => (unordered.test(line) ? sorted.shift() : line)),
  };
}

export const neutral = (text: string, { cwd, inputs }: Places): string =>
  text
    .replaceAll(cwd, recordedFolder)
    .replaceAll(inputs, recordedInputs)
    .replace(/\b[0-9a-f]{40}\b/g, '<commit>')
    .replace(/0x[0-9a-f]+\??/g, '<address>')
    // A binary that was built without the release's linker flags names the manifest that it extracted.
    .replace(`file://${recordedFolder}/eks-a-d-manifests/eks-a-manifest.yaml`, publicManifest)
    .replace(/(Executing command: )\S*\/(bash|git) /, '$1$2 ')
    // Source folders in a goroutine dump depend on how the binary was built.
    .replace(/^\t\S*\/(\w+\.go:\d+)/, '\t$1')
    // Which of the two Go says depends on whether the reset overtakes the end of the stream.
    .replace(/: (EOF|read tcp \S+: read: connection reset by peer)$/, ': <reset>');

/** Lists a folder as the recordings do. */
export function leftIn(cwd: string): string[] {
  return readdirSync(cwd)
    .sort()
    .map((name) => {
      const { mode } = statSync(path.join(cwd, name));
      const bits = [...'rwxrwxrwx'].map((letter, index) => (mode & (0o400 >> index) ? letter : '-'));
      return `${(mode & 0o170000) === 0o040000 ? 'd' : '-'}${bits.join('')} ${name}`;
    });
}
