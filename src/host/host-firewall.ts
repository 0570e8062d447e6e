import { userInfo } from 'node:os';
import * as z from 'zod';
import type { Finding } from './finding.ts';
import { runProgram } from './run-program.ts';

/** `http_port_min` and `http_port_max` of Packer's builders. */
export const packerPorts = { from: 8000, to: 9000 } as const;

/** What becomes of a new TCP connection from outside to one of {@link packerPorts}. */
export type FirewallVerdict = 'open' | 'blocked' | 'unclear';

/** nftables as `nft -j list ruleset` writes it (libnftables-json(5)): only what is read here. */
const ruleset = z.object({
  nftables: z.array(
    z.object({
      chain: z
        .object({
          family: z.string(),
          table: z.string(),
          name: z.string(),
          hook: z.string().optional(),
          type: z.string().optional(),
          policy: z.string().optional(),
        })
        .optional(),
      rule: z
        .object({
          family: z.string(),
          table: z.string(),
          chain: z.string(),
          expr: z.array(z.record(z.string(), z.unknown())).default([]),
        })
        .optional(),
    }),
  ),
});

type Ruleset = z.output<typeof ruleset>['nftables'];
type Rule = NonNullable<Ruleset[number]['rule']>;

/** Reads the rules of this machine, where they may be read, and follows the connection of a guest through them. */
export async function judgeFirewall(environment: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  const command = ['nft', '-j', 'list', 'ruleset'];
  const [file = '', ...args] = userInfo().uid === 0 ? command : ['sudo', '-n', ...command];
  const { status, stdout } = await runProgram(file, args, { timeoutMs: 5_000, environment });
  if (status !== 0) return [];
  const verdict = followRuleset(stdout);
  const ports = `TCP ${packerPorts.from} to ${packerPorts.to}`;
  return [
    {
      what: 'firewall',
      found: { open: `${ports} open`, blocked: `${ports} blocked`, unclear: `${ports}: cannot be told` }[
        verdict
      ],
      needed: 'the build VM can connect',
      verdict: verdict === 'blocked' ? 'bad' : 'good',
      ...(verdict === 'blocked' && {
        fix: `Let the build VM in, for example: \`sudo ufw allow proto tcp to any port ${packerPorts.from}:${packerPorts.to}\`.`,
      }),
    },
  ];
}

/** Every chain at the hook `input` must let the connection pass. */
export function followRuleset(json: string): FirewallVerdict {
  const parsed = ruleset.safeParse(readJson(json));
  if (!parsed.success) return 'unclear';
  const entries = parsed.data.nftables;
  const verdicts = entries
    .map(({ chain }) => chain)
    .filter((chain) => chain?.hook === 'input' && chain.type === 'filter')
    .map((chain) => {
      if (chain === undefined) return 'open';
      const end = followChain(entries, { ...chain, chain: chain.name }, 0);
      return end === 'falls through' ? (chain.policy === 'drop' ? 'blocked' : 'open') : end;
    });
  if (verdicts.includes('blocked')) return 'blocked';
  return verdicts.includes('unclear') ? 'unclear' : 'open';
}

type ChainEnd = FirewallVerdict | 'falls through';

/** A rule that matches perhaps, and says something, makes the rest of the chain unclear. */
function followChain(
  entries: Ruleset,
  at: { readonly family: string; readonly table: string; readonly chain: string },
  depth: number,
): ChainEnd {
  if (depth > 16) return 'unclear';
  for (const { rule } of entries) {
    if (rule?.family !== at.family || rule.table !== at.table || rule.chain !== at.chain) continue;
    const match = matches(rule);
    if (match === 'no') continue;
    const end = verdictOf(entries, rule, depth);
    if (end === 'falls through') continue;
    if (end === 'returns' && match === 'yes') return 'falls through';
    return match === 'yes' && end !== 'returns' ? end : 'unclear';
  }
  return 'falls through';
}

function verdictOf(entries: Ruleset, rule: Rule, depth: number): ChainEnd | 'returns' {
  for (const expression of rule.expr) {
    if ('accept' in expression) return 'open';
    if ('drop' in expression || 'reject' in expression) return 'blocked';
    if ('return' in expression) return 'returns';
    if ('queue' in expression || 'vmap' in expression) return 'unclear';
    const jump = z.object({ target: z.string() }).safeParse(expression['jump'] ?? expression['goto']);
    if (jump.success) return followChain(entries, { ...rule, chain: jump.data.target }, depth + 1);
  }
  return 'falls through';
}

const matchShape = z.object({
  op: z.string(),
  left: z.object({
    meta: z.object({ key: z.string() }).optional(),
    payload: z.object({ protocol: z.string().optional(), field: z.string().optional() }).optional(),
    ct: z.object({ key: z.string() }).optional(),
  }),
  right: z.unknown(),
});

/** Whether a rule concerns the connection: all of its matches must. */
function matches(rule: Rule): 'yes' | 'no' | 'perhaps' {
  const answers = rule.expr.map((expression) => {
    if ('xt' in expression) return 'perhaps';
    if (!('match' in expression)) return 'yes';
    const parsed = matchShape.safeParse(expression['match']);
    return parsed.success ? matchesOne(parsed.data) : 'perhaps';
  });
  if (answers.includes('no')) return 'no';
  return answers.includes('perhaps') ? 'perhaps' : 'yes';
}

function matchesOne({ op, left, right }: z.output<typeof matchShape>): 'yes' | 'no' | 'perhaps' {
  if (op !== '==' && op !== 'in') return 'perhaps';
  const values = valuesOf(right);
  const { meta, payload, ct } = left;
  if (ct?.key === 'state') return values.includes('new') ? 'yes' : 'no';
  if (meta?.key === 'l4proto') return values.includes('tcp') || values.includes('6') ? 'yes' : 'no';
  if (payload?.field === 'protocol' || payload?.field === 'nexthdr')
    return values.includes('tcp') ? 'yes' : 'no';
  if (meta?.key === 'iifname' || meta?.key === 'iif') {
    return values.every((value) => value === 'lo') ? 'no' : 'perhaps';
  }
  if (payload?.protocol === 'udp' || /^icmp/.test(payload?.protocol ?? '')) return 'no';
  if (payload?.protocol === 'tcp' && payload.field === 'dport') return coverage(right);
  return 'perhaps';
}

/** How much of Packer's ports a port, a range or a set of them covers. */
function coverage(right: unknown): 'yes' | 'no' | 'perhaps' {
  const shape = z.union([z.number(), z.object({ range: z.tuple([z.number(), z.number()]) })]);
  const set = z.object({ set: z.array(shape) }).safeParse(right);
  const one = shape.safeParse(right);
  if (!set.success && !one.success) return 'perhaps';
  const ranges = (set.success ? set.data.set : one.success ? [one.data] : []).map((value) =>
    typeof value === 'number' ? [value, value] : value.range,
  );
  const { from, to } = packerPorts;
  if (ranges.some(([low = 0, high = 0]) => low <= from && high >= to)) return 'yes';
  return ranges.some(([low = 0, high = 0]) => high >= from && low <= to) ? 'perhaps' : 'no';
}

function valuesOf(right: unknown): string[] {
  const set = z.object({ set: z.array(z.unknown()) }).safeParse(right);
  const values = set.success ? set.data.set : Array.isArray(right) ? right : [right];
  return values.map(String);
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
