import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'yaml';

/**
 * A stand-in for GitHub's runner: starts an action's committed entry as the runner does (environment, command
 * files, masks, then post) and reads what it said. Sources: actions/runner, `NodeScriptActionHandler.cs`,
 * `FileCommandManager.cs`, `ActionCommandManager.cs`.
 */
export interface RunnerOptions {
  /** Folder with the action repository as a job downloads it. */
  readonly repository: string;
  /** Scratch folder of this job. */
  readonly scratch: string;
  /** What the machine gives to every step: proxies, the results service, … */
  readonly environment: Readonly<Record<string, string>>;
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string | undefined;
  readonly message: string;
}

export interface StepResult {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Everything printed, with masks applied as the runner does. */
  readonly log: string;
  /** The same before masking: what a runner would see. */
  readonly rawLog: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Outputs as other jobs see them: blank where one holds a masked string. */
  readonly jobOutputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  readonly groups: readonly string[];
}

export interface StepOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** A program that starts the step, such as `unshare`: its words, before those of the step. */
  readonly within?: readonly string[];
  /**
   * Cancels the step once a file is there and filled: by one signal, or (`github`) as the runner does, SIGINT,
   * SIGTERM after 7.5 seconds, and the end of the process with all its children after 2.5 more.
   */
  readonly cancel?: { readonly onceFilled: string; readonly by: NodeJS.Signals | 'github' };
}

interface ActionManifest {
  readonly inputs?: Readonly<
    Record<string, { readonly default?: string; readonly required?: boolean } | null>
  >;
  readonly runs: { readonly main: string; readonly post?: string };
}

/** One job on the stand-in runner. Steps share its folders; {@link post} runs the posts in reverse order. */
export class RunnerJob {
  readonly temp: string;
  readonly workspace: string;
  readonly #options: RunnerOptions;
  readonly #posts: Array<() => Promise<StepResult>> = [];

  constructor(options: RunnerOptions) {
    this.#options = options;
    mkdirSync(options.scratch, { recursive: true });
    const folder = mkdtempSync(join(options.scratch, 'job-'));
    this.temp = join(folder, '_temp');
    this.workspace = join(folder, 'work');
    for (const path of [this.temp, this.workspace, join(folder, 'home'), join(folder, 'tools')]) {
      mkdirSync(path, { recursive: true });
    }
  }

  /** Runs the main of the action in `actionPath` (relative to the repository, `.` for the root action). */
  async step(actionPath: string, options: StepOptions = {}): Promise<StepResult> {
    const folder = resolve(this.#options.repository, actionPath);
    const manifest = parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as ActionManifest;
    const inputs = inputVariables(manifest, options.inputs ?? {});
    const result = await this.#run(
      join(folder, manifest.runs.main),
      { ...inputs, ...options.environment },
      options,
    );
    const { post } = manifest.runs;
    if (post !== undefined) {
      const state = Object.fromEntries(
        Object.entries(result.state).map(([name, value]) => [`STATE_${name}`, value]),
      );
      this.#posts.push(() =>
        this.#run(join(folder, post), { ...inputs, ...options.environment, ...state }, {}),
      );
    }
    return result;
  }

  async post(): Promise<StepResult[]> {
    const results: StepResult[] = [];
    for (const run of this.#posts.splice(0).reverse()) results.push(await run());
    return results;
  }

  async #run(
    script: string,
    variables: Readonly<Record<string, string>>,
    options: StepOptions,
  ): Promise<StepResult> {
    const files = new CommandFiles(mkdtempSync(join(this.temp, '_runner_file_commands-')));
    const [program = '', ...words] = [...(options.within ?? []), process.execPath, script];
    const child = spawn(program, words, {
      cwd: this.workspace,
      env: { ...this.#runnerEnvironment(), ...files.environment, ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stopWatching = options.cancel && cancelOnceFilled(child, options.cancel);
    const [stdout, stderr, [exitCode, signal]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      new Promise<[number | null, NodeJS.Signals | null]>((done) => child.on('close', (...end) => done(end))),
    ]);
    stopWatching?.();
    return { exitCode, signal, ...readResult(stdout, stderr, files) };
  }

  #runnerEnvironment(): Record<string, string> {
    const path = [
      dirname(process.execPath),
      '/usr/local/sbin',
      '/usr/local/bin',
      '/usr/sbin',
      '/usr/bin',
      '/sbin',
      '/bin',
    ];
    const home = join(dirname(this.temp), 'home');
    return {
      PATH: path.join(':'),
      HOME: home,
      LANG: 'C.UTF-8',
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: 'https://api.github.com',
      GITHUB_REPOSITORY: 'octo/images',
      GITHUB_RUN_ID: '4711',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_WORKSPACE: this.workspace,
      RUNNER_OS: 'Linux',
      RUNNER_ARCH: 'X64',
      RUNNER_TEMP: this.temp,
      RUNNER_TOOL_CACHE: join(dirname(this.temp), 'tools'),
      RUNNER_ENVIRONMENT: 'self-hosted',
      ...this.#options.environment,
    };
  }
}

/** The files a step writes commands to. */
class CommandFiles {
  readonly environment: Record<string, string> = {};

  constructor(folder: string) {
    for (const name of ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY']) {
      const path = join(folder, name);
      writeFileSync(path, '');
      this.environment[`GITHUB_${name}`] = path;
    }
  }

  text(name: 'OUTPUT' | 'STATE' | 'STEP_SUMMARY'): string {
    return readFileSync(this.environment[`GITHUB_${name}`] ?? '', 'utf8');
  }

  /** `name<<delimiter`, lines, `delimiter`; or `name=value`. */
  values(name: 'OUTPUT' | 'STATE'): Record<string, string> {
    const lines = this.text(name).split('\n');
    const values: Record<string, string> = {};
    for (let index = 0; index < lines.length; index += 1) {
      const heredoc = /^([^=]+?)<<(.+)$/.exec(lines[index] ?? '');
      if (heredoc?.[1] !== undefined) {
        const end = lines.indexOf(heredoc[2] ?? '', index + 1);
        values[heredoc[1]] = lines.slice(index + 1, end).join('\n');
        index = end;
      }
    }
    return values;
  }
}

function cancelOnceFilled(
  child: ChildProcess,
  { onceFilled, by }: NonNullable<StepOptions['cancel']>,
): () => void {
  const timers: NodeJS.Timeout[] = [];
  const watch = setInterval(() => {
    if (!existsSync(onceFilled) || statSync(onceFilled).size === 0) return;
    clearInterval(watch);
    if (by !== 'github') {
      child.kill(by);
      return;
    }
    child.kill('SIGINT');
    timers.push(setTimeout(() => child.kill('SIGTERM'), 7_500));
    timers.push(setTimeout(() => killTree(child.pid ?? 0), 10_000));
  }, 25);
  return () => {
    clearInterval(watch);
    for (const timer of timers) clearTimeout(timer);
  };
}

/** Kills a process and everything below it, by parent as the runner finds it. */
function killTree(pid: number): void {
  const children = childrenOf(pid);
  process.kill(pid, 'SIGKILL');
  for (const child of children) killTree(Number(child));
}

function childrenOf(pid: number): readonly string[] {
  try {
    return (
      execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' }).match(/\d+/g) ?? []
    );
  } catch {
    return [];
  }
}

function inputVariables(
  manifest: ActionManifest,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const inputs: Record<string, string> = {};
  for (const [name, declaration] of Object.entries(manifest.inputs ?? {}))
    inputs[name] = declaration?.default ?? '';
  Object.assign(inputs, given);
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  );
}

function readResult(
  stdout: string,
  stderr: string,
  files: CommandFiles,
): Omit<StepResult, 'exitCode' | 'signal'> {
  const rawLog = stdout + stderr;
  const commands = [...rawLog.matchAll(/^::([a-z-]+)(?: ([^\n]*?))?::([^\n]*)$/gm)];
  const masks = commands
    .filter(([, name]) => name === 'add-mask')
    .flatMap(([, , , value]) => decodeCommandValue(value ?? '').split(/\r?\n/))
    .filter((mask) => mask !== '');
  const outputs = files.values('OUTPUT');
  const isMasked = (value: string) => masks.some((mask) => value.includes(mask));
  return {
    rawLog,
    log: mask(rawLog.replace(/^::add-mask::.*$/gm, ''), masks),
    outputs,
    jobOutputs: Object.fromEntries(
      Object.entries(outputs).map(([name, value]) => [name, isMasked(value) ? '' : value]),
    ),
    state: files.values('STATE'),
    summary: files.text('STEP_SUMMARY'),
    masks,
    groups: commands.filter(([, name]) => name === 'group').map(([, , , name]) => name ?? ''),
    annotations: commands.flatMap(([, level, properties, message]) =>
      level === 'error' || level === 'warning' || level === 'notice'
        ? [
            {
              level,
              title: /title=([^,]*)/.exec(properties ?? '')?.[1],
              message: decodeCommandValue(message ?? ''),
            },
          ]
        : [],
    ),
  };
}

function mask(log: string, masks: readonly string[]): string {
  return masks.reduce((text, value) => text.replaceAll(value, '***'), log);
}

function decodeCommandValue(value: string): string {
  return value.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
}
