import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Box, startBox } from '../box/box.ts';
import { projectRoot, unpackCommittedTree } from '../support/committed-tree.ts';

/** The name under which users refer to the suite in every example. */
export const suiteName = 'OWNER/eks-anywhere-node-images';

/** One step as act saw it end. */
export interface WorkflowStep {
  readonly job: string;
  readonly step: string;
  readonly result: string;
}

export interface WorkflowRun {
  readonly exitCode: number | null;
  /** Lines as a reader of the log would see them. */
  readonly log: string;
  /** Every row that act printed. */
  readonly rows: readonly ActRow[];
  readonly steps: readonly WorkflowStep[];
  /** Outputs of steps that have an id, newest last. */
  outputs(step: string): readonly Readonly<Record<string, string>>[];
  readonly summaries: readonly string[];
}

/** What act prints with `--json`, as far as it is read here. */
interface ActRow {
  readonly msg?: string;
  readonly job?: string;
  readonly jobID?: string;
  readonly step?: string;
  readonly stepID?: readonly string[];
  readonly stepResult?: string;
  readonly stage?: string;
  readonly raw_output?: boolean;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
}

export interface RunOptions {
  /** Path of the workflow in the user's repository. */
  readonly workflow: string;
  readonly event?: 'push' | 'schedule' | 'workflow_dispatch' | 'pull_request';
  /** Body of the event, where a workflow reads it. */
  readonly payload?: object;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** References to third-party actions (`owner/name@sha`) that a stand-in in this folder answers for. */
  readonly standIns?: Readonly<Record<string, string>>;
  /** A fresh HOME and runner folder, as another machine has. */
  readonly onNewMachine?: true;
  /** Goes on with the run before instead of beginning another: for a job that act leaves out, see the tests. */
  readonly inSameRun?: true;
  /** Programs that this machine lacks. */
  readonly without?: readonly string[];
}

export interface ActSession extends AsyncDisposable {
  readonly box: Box;
  /** Where the committed suite is, as a job downloads it. */
  readonly suite: string;
  /** The user's repository. Files are written with {@link write}. */
  readonly userRepository: string;
  write(path: string, content: string): void;
  run(options: RunOptions): Promise<WorkflowRun>;
}

const checkout = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1';

/**
 * A user's repository on a machine where nektos/act runs workflows, in host mode: steps are processes of this
 * machine, the network is the box. What act does otherwise than GitHub (time-outs, concurrency, permissions, the
 * empty matrix) is not tested with it.
 */
export async function startAct(): Promise<ActSession> {
  const scratch = mkdtempSync(join(tmpdir(), 'act-'));
  const box = await startBox({ scratch: join(scratch, 'box') });
  const suite = exportSuite(scratch);
  const userRepository = join(scratch, 'repository');
  mkdirSync(userRepository);
  git(userRepository, 'init', '--quiet', '--initial-branch=main');
  git(userRepository, 'remote', 'add', 'origin', 'https://github.com/octo/images');
  let machine = 0;
  return {
    box,
    suite,
    userRepository,
    write(path, content) {
      mkdirSync(dirname(join(userRepository, path)), { recursive: true });
      writeFileSync(join(userRepository, path), content);
    },
    async run(options) {
      git(userRepository, 'add', '--all');
      git(userRepository, ...identity, 'commit', '--quiet', '--allow-empty', '--message', 'State');
      if (options.onNewMachine) machine += 1;
      const folder = join(scratch, `machine-${machine}`);
      return runAct({ box, suite, userRepository, folder }, options);
    },
    async [Symbol.asyncDispose]() {
      await box[Symbol.asyncDispose]();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

const identity = ['-c', 'user.name=octo', '-c', 'user.email=octo@example.com'];

/** What a job downloads, beside the reusable workflows, which GitHub reads from the repository itself. */
function exportSuite(scratch: string): string {
  const tree = unpackCommittedTree(scratch);
  const folder = join(scratch, 'suite');
  for (const part of ['action.yml', 'actions', 'dist']) {
    cpSync(join(tree, part), join(folder, part), { recursive: true });
  }
  const workflows = join('.github', 'workflows');
  cpSync(join(projectRoot, workflows), join(folder, workflows), { recursive: true });
  return folder;
}

interface Machine {
  readonly box: Box;
  readonly suite: string;
  readonly userRepository: string;
  readonly folder: string;
}

async function runAct(
  { box, suite, userRepository, folder }: Machine,
  options: RunOptions,
): Promise<WorkflowRun> {
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  const payload = join(folder, 'event.json');
  writeFileSync(payload, JSON.stringify(options.payload ?? {}));
  const environment = {
    ...box.environment,
    ACT_SUITE: suite,
    ACT_USER_REPOSITORY: userRepository,
    GITHUB_RUN_ID: String(options.inSameRun ? box.currentRun : box.nextRun()),
    RUNNER_ENVIRONMENT: 'self-hosted',
    RUNNER_TOOL_CACHE: join(folder, 'tools'),
    ...options.environment,
  };
  const standIns = { [checkout]: join(import.meta.dirname, 'checkout'), ...options.standIns };
  const repositories = [
    `${suiteName}@v1=${suite}`,
    ...Object.entries(standIns).map(([reference, path]) => `${reference}=${path}`),
  ];
  const args = [
    options.event ?? 'push',
    ...['--directory', userRepository, '--workflows', options.workflow, '--eventpath', payload, '--json'],
    ...['--pull=false', '--action-offline-mode', '--no-cache-server', '--no-skip-checkout'],
    ...['--concurrent-jobs', '2', '--action-cache-path', join(folder, 'actions')],
    ...labels.flatMap((label) => ['--platform', `${label}=-self-hosted`]),
    ...repositories.flatMap((repository) => ['--local-repository', repository]),
    ...pairs('--env', environment),
    ...pairs('--secret', { GITHUB_TOKEN: 'ghs_box', ...options.secrets }),
    ...pairs('--input', options.inputs ?? {}),
  ];
  const child = spawn('act', args, {
    cwd: userRepository,
    env: {
      // act takes the first node on PATH for every action, whatever `using` says.
      PATH: [dirname(process.execPath), pathWithout(options.without ?? [], folder)].join(delimiter),
      HOME: home,
      LANG: 'C.UTF-8',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, exitCode] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((done) => child.on('close', done)),
  ]);
  return readRun(`${stdout}${stderr}`, exitCode);
}

/** The PATH of this process; or one folder with all of its programs but some. */
function pathWithout(missing: readonly string[], folder: string): string {
  const path = process.env['PATH'] ?? '';
  if (missing.length === 0) return path;
  const bin = mkdtempSync(join(folder, 'bin-'));
  for (const place of path.split(delimiter).filter(existsSync)) {
    for (const name of readdirSync(place)) {
      const link = join(bin, name);
      if (!missing.includes(name) && !existsSync(link)) symlinkSync(join(place, name), link);
    }
  }
  return bin;
}

const labels = ['ubuntu-24.04', 'self-hosted'];

function pairs(flag: string, values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
}

function readRun(printed: string, exitCode: number | null): WorkflowRun {
  const rows = printed.split('\n').flatMap((line) => {
    try {
      return line.startsWith('{') ? [JSON.parse(line) as ActRow] : [{ msg: line }];
    } catch {
      return [{ msg: line }];
    }
  });
  const log = rows.map(({ job, msg = '' }) => `${job ? `[${job}] ` : ''}${msg.trimEnd()}`).join('\n');
  // A label without a platform is no failure for act: the job just does not run.
  if (log.includes('Skipping unsupported platform')) throw new Error(`act left a job out:\n${log}`);
  return {
    exitCode,
    log,
    rows,
    steps: rows.flatMap(({ job = '', step = '', stepResult, stage }) =>
      stepResult !== undefined && stage === 'Main' ? [{ job, step, result: stepResult }] : [],
    ),
    outputs: (id) => outputsOf(rows, id),
    summaries: rows.flatMap(({ command, content }) => (command === 'summary' && content ? [content] : [])),
  };
}

/** One record for each run of the step: in each cell of a matrix, for example. */
function outputsOf(rows: readonly ActRow[], id: string): readonly Readonly<Record<string, string>>[] {
  const byJob = new Map<string, Record<string, string>>();
  for (const { command, name, arg, job = '', stepID } of rows) {
    if (command !== 'set-output' || name === undefined || stepID?.at(-1) !== id) continue;
    const outputs = byJob.get(job) ?? {};
    outputs[name] = arg ?? '';
    byJob.set(job, outputs);
  }
  return [...byJob.values()];
}

function git(folder: string, ...args: readonly string[]): void {
  execFileSync('git', ['-C', resolve(folder), ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
}
