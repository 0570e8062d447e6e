import { access, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActionError } from '../action-error.ts';
import type { RequiredTools } from '../release/support-table.ts';
import { type Requirements, requirementsOf } from './ansible-lock.ts';
import { ansibleCollections, pipEnvironment, unpackCollections } from './ansible-pip.ts';
import { keyOf, sha256Of } from './file-digest.ts';
import { ansibleLock } from './locks/ansible.ts';
import { findPython, type Python, type PythonRequest } from './python.ts';
import { lastWords, runProgram } from './run-program.ts';

export interface AnsibleRequest extends PythonRequest {
  /** Of the release that is built, from the support matrix or from the commit of its build tooling. */
  readonly required: RequiredTools;
  /** Wheels that are there already, and that a cache may keep: about 65 MB. It never holds a virtual environment. */
  readonly wheelFolder: string;
}

export interface Ansible {
  /** For the front of PATH: ansible, ansible-galaxy, ansible-playbook, and the python3 and pip3 that go with them. */
  readonly binFolder: string;
  /** Of ansible-core. */
  readonly version: string;
  readonly pythonVersion: string;
  /** Whether the store had it. */
  readonly isHit: boolean;
}

/**
 * Exactly the ansible-core that a release requires, with its Galaxy collections and pywinrm, in a virtual environment
 * made of wheels that are pinned by sha256. Only the index of pip is asked, and that only for wheels that are not in
 * `wheelFolder`; Galaxy never.
 *
 * @throws ActionError when a version is not locked, no Python fits, or a wheel can't be had
 */
export async function obtainAnsible(request: AnsibleRequest): Promise<Ansible> {
  const python = await findPython(request);
  const requirements = requirementsOf(request.required, python.minor);
  const { ansibleCore, digest } = requirements;
  // The interpreter's place is part of it: a virtual environment is links to it.
  const key = keyOf(digest, python.path, python.minor);
  const { folder, isHit } = await request.store.obtain({
    name: 'ansible',
    version: ansibleCore,
    key,
    make: (folder) => makeEnvironment(folder, { request, python, requirements }),
    verify: (folder) => isIntact(folder, ansibleCore, request),
  });
  return { binFolder: join(folder, 'bin'), version: ansibleCore, pythonVersion: python.version, isHit };
}

interface Making {
  readonly request: AnsibleRequest;
  readonly python: Python;
  readonly requirements: Requirements;
}

async function makeEnvironment(folder: string, making: Making): Promise<void> {
  const { request, python, requirements } = making;
  const { wheelFolder, log } = request;
  log.info(`Ansible: ansible-core ${requirements.ansibleCore} on Python ${python.version} (${python.path})`);
  const { code, lines } = await run(request, python.path, ['-I', '-m', 'venv', folder]);
  if (code !== 0) {
    throw new ActionError(`Python ${python.version} cannot make a virtual environment.`, {
      problems: lastWords(lines),
      fix: `Repair ${python.path}, or put another Python of 3.9 to 3.11 on PATH.`,
    });
  }
  await mkdir(wheelFolder, { recursive: true });
  await removeStrangers(wheelFolder);
  const packages = join(folder, 'packages.txt');
  const collections = join(folder, 'collections.txt');
  await writeFile(packages, requirements.packages);
  await writeFile(collections, requirements.collections);
  if ((await installOffline(folder, packages, request)) !== undefined) {
    await download(folder, packages, request);
    const problems = await installOffline(folder, packages, request);
    if (problems !== undefined) throw new ActionError('Ansible cannot be installed.', { problems });
  }
  const wheel = join(wheelFolder, requirements.collectionsWheel);
  if (!(await isThere(wheel))) await download(folder, collections, request);
  await unpackCollections(wheel, folder, (args) => run(request, join(folder, 'bin', 'python3'), args));
}

/** pip resumes nothing and takes a file that is there for good: what is none of ours, or damaged, goes first. */
async function removeStrangers(wheelFolder: string): Promise<void> {
  const { cores, collections, packages } = ansibleLock;
  const lists = [...Object.values(cores), collections.wheels, ...packages.map(({ wheels }) => wheels)];
  const wanted = new Map(lists.flatMap((wheels) => Object.entries(wheels)));
  for (const name of await readdir(wheelFolder)) {
    const path = join(wheelFolder, name);
    const isWanted = wanted.has(name) && (await sha256Of(path).catch(() => undefined)) === wanted.get(name);
    if (!isWanted) await rm(path, { recursive: true, force: true });
  }
}

/** @returns what pip said when it could not */
async function installOffline(
  folder: string,
  requirements: string,
  request: AnsibleRequest,
): Promise<readonly string[] | undefined> {
  const { code, lines } = await pip(folder, request, [
    'install',
    ...['--no-index', '--find-links', request.wheelFolder, '--no-user', '--no-warn-script-location'],
    ...['--no-deps', '--require-hashes', '--only-binary', ':all:', '--requirement', requirements],
  ]);
  return code === 0 ? undefined : errorsIn(lines);
}

async function download(folder: string, requirements: string, request: AnsibleRequest): Promise<void> {
  const { code, lines } = await pip(folder, request, [
    'download',
    ...['--dest', request.wheelFolder, '--progress-bar', 'off'],
    ...['--no-deps', '--require-hashes', '--only-binary', ':all:', '--requirement', requirements],
  ]);
  if (code === 0) return;
  const isOther = lines.some((line) => line.includes('DO NOT MATCH THE HASHES'));
  throw new ActionError('The packages of Ansible cannot be downloaded by pip.', {
    problems: errorsIn(lines),
    why: isOther
      ? 'The index serves other files than PyPI does; they were not installed.'
      : 'The runner does not reach PyPI, or its mirror lacks a package.',
    fix: 'Let the runner reach PyPI, or set PIP_INDEX_URL (or pip.conf) of the runner to a mirror of it; a proxy goes into `https_proxy`.',
  });
}

function pip(folder: string, request: AnsibleRequest, args: readonly string[]) {
  return run(request, join(folder, 'bin', 'python3'), [
    ...['-m', 'pip', '--no-input', '--no-cache-dir', '--disable-pip-version-check', ...args],
  ]);
}

function run({ environment, signal }: AnsibleRequest, file: string, args: readonly string[]) {
  return runProgram({ file, args, environment: pipEnvironment(environment), timeoutMs: 600_000, signal });
}

function errorsIn(lines: readonly string[]): readonly string[] {
  const errors = lines.filter((line) => /^\s*(ERROR|WARNING: Retrying|Expected sha256|Got)\b/.test(line));
  return [...new Set(lastWords(errors.length > 0 ? errors : lines))];
}

async function isIntact(folder: string, core: string, { environment, signal }: AnsibleRequest) {
  const bin = join(folder, 'bin');
  const { lines } = await runProgram({
    file: join(bin, 'ansible'),
    args: ['--version'],
    environment: {
      PATH: `${bin}:${environment['PATH']}`,
      // Ansible leaves folders there, and the store may be read-only.
      HOME: environment['RUNNER_TEMP'] ?? tmpdir(),
      LANG: 'C.UTF-8',
    },
    timeoutMs: 60_000,
    signal,
  });
  return lines.includes(`ansible [core ${core}]`) && (await ansibleCollections(folder)).length === 4;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
