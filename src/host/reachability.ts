import { ActionError, errorMessage } from '../action-error.ts';
import type { HttpClient } from '../net/http-client.ts';
import type { Finding } from './finding.ts';
import { hostName, type NeededHost } from './hosts.ts';
import { runProgram } from './run-program.ts';

/**
 * Who asks: programs of the runner through its proxy, the actions themselves at a mirror in place of a host, and a
 * guest in QEMU, which knows neither.
 */
export interface Askers {
  readonly runner: Pick<HttpClient, 'probe'>;
  readonly mirror?: Pick<HttpClient, 'probe' | 'mirrorOf'>;
  readonly guest?: Pick<HttpClient, 'probe'> | undefined;
}

export interface ReachabilityOptions {
  readonly rows: readonly NeededHost[];
  readonly askers: Askers;
  /** What the build config holds for rows that name one of its keys. */
  readonly configHosts?: Readonly<Record<string, string | undefined>>;
  readonly environment: NodeJS.ProcessEnv;
}

/** Seconds; a token of AWS is refused at five minutes, a certificate or metadata of TUF by the clock alone. */
const doubtfulSkew = 30;
const badSkew = 300;

interface Answer {
  readonly target: Target;
  readonly problem?: string;
  readonly fix?: string | undefined;
  /** Seconds by which the clock here is ahead. */
  readonly skew?: number;
}

interface Target {
  readonly url: string;
  readonly name: string;
  readonly by: keyof Askers;
  readonly isOptional: boolean;
}

/** Asks every needed host at once, and compares the clocks. */
export async function judgeReachability(options: ReachabilityOptions): Promise<readonly Finding[]> {
  const targets = targetsOf(options);
  const [answers, services] = await Promise.all([
    Promise.all(targets.map((target) => ask(target, options.askers))),
    askServices(options),
  ]);
  const reached = answers.filter(({ problem }) => problem === undefined);
  const refused = answers.flatMap(({ target, problem, fix }) =>
    problem === undefined ? [] : [unreachable(target, problem, fix)],
  );
  return [
    {
      what: 'hosts',
      found: refused.length === 0 ? `all ${reached.length} answer` : `${reached.length} others answer`,
      needed: 'all',
      verdict: 'good',
    },
    ...refused,
    ...services,
    ...judgeClock(answers),
  ];
}

/** One target per host and way; names with a placeholder stand for many hosts, and are not asked. */
function targetsOf({ rows, askers, configHosts = {} }: ReachabilityOptions): readonly Target[] {
  const targets = new Map<string, Target>();
  for (const row of rows) {
    const host = 'host' in row ? row.host : 'configKey' in row ? configHosts[row.configKey] : undefined;
    if (host === undefined || /[*<]/.test(host)) continue;
    if (row.from === 'hypervisor' || (row.from === 'guest' && askers.guest === undefined)) continue;
    const url = host.includes('://') ? host : `${row.protocol}://${host}${row.port ? `:${row.port}` : ''}/`;
    const mirror = row.mirror === 'in-process' ? askers.mirror?.mirrorOf(url) : undefined;
    const by = row.from === 'guest' ? 'guest' : mirror === undefined ? 'runner' : 'mirror';
    const key = `${by} ${url}`;
    const isOptional = row.unless !== undefined && (targets.get(key)?.isOptional ?? true);
    targets.set(key, { url, name: URL.parse(url)?.host ?? host, by, isOptional });
  }
  return [...targets.values()];
}

async function ask(target: Target, askers: Askers): Promise<Answer> {
  const asker = askers[target.by] ?? askers.runner;
  try {
    const { status, date } = await asker.probe(target.url);
    if (status === 407) return { target, problem: 'the proxy requires a name and a password' };
    const skew = date === undefined ? undefined : (Date.now() - date.getTime()) / 1000;
    return { target, ...(skew !== undefined && { skew }) };
  } catch (error) {
    const known = error instanceof ActionError ? error : undefined;
    return { target, problem: (known?.why ?? errorMessage(error)).replace(/\.$/, ''), fix: known?.fix };
  }
}

function unreachable({ name, by, isOptional }: Target, problem: string, fix = ''): Finding {
  const isGuest = by === 'guest';
  return {
    what: by === 'runner' ? name : `${name} (${isGuest ? 'build VM' : by})`,
    found: problem,
    needed: isOptional ? 'an answer, if it is needed' : 'an answer',
    verdict: isGuest || isOptional ? 'doubtful' : 'bad',
    fix: isGuest
      ? 'The build VM does not use the proxy of the runner: open the firewall, or give the build VM a proxy with `https_proxy` and `http_proxy` in `config`.'
      : fix || 'Open the firewall for it.',
  };
}

/** Only answers of hosts that are reached over the shortest way tell the time; the median of them is believed. */
function judgeClock(answers: readonly Answer[]): readonly Finding[] {
  const skews = answers.flatMap(({ skew }) => (skew === undefined ? [] : [skew])).sort((a, b) => a - b);
  const skew = skews[Math.floor(skews.length / 2)];
  if (skew === undefined) return [];
  const seconds = Math.round(Math.abs(skew));
  const verdict = seconds >= badSkew ? 'bad' : seconds >= doubtfulSkew ? 'doubtful' : 'good';
  return [
    {
      what: 'clock',
      found: seconds < 2 ? 'right' : `${seconds} s ${skew > 0 ? 'ahead' : 'behind'}`,
      needed: `right within ${doubtfulSkew} s`,
      verdict,
      ...(verdict !== 'good' && {
        fix: 'Let the runner take its time from a server: `sudo timedatectl set-ntp true`. Certificates and signatures expire by the clock.',
      }),
    },
  ];
}

/** A registry is asked by its own client, which alone knows the index that this machine uses. */
async function askServices({ rows, environment }: ReachabilityOptions): Promise<readonly Finding[]> {
  const row = rows.find((candidate) => 'service' in candidate && candidate.service === 'PyPI');
  if (row === undefined) return [];
  const args = ['-m', 'pip', '--disable-pip-version-check', '--retries', '0', '--timeout', '5'];
  const { status, stderr, end } = await runProgram(
    'python3',
    [...args, 'index', 'versions', 'ansible-core'],
    {
      timeoutMs: 12_000,
      environment,
    },
  );
  const reason = stderr
    .split('\n')
    .filter((line) => /^ERROR/.test(line))
    .join(' ');
  if (status === 0) {
    return [{ what: hostName(row), found: 'the index of pip answers', needed: 'an answer', verdict: 'good' }];
  }
  return [
    {
      what: hostName(row),
      found: end === 'timed out' ? 'no answer within 12 s' : reason || 'pip cannot ask',
      needed: 'an answer, if it is needed',
      verdict: 'doubtful',
      fix: 'Set the index that the runner can use: `pip config set global.index-url`, or PIP_INDEX_URL.',
    },
  ];
}
