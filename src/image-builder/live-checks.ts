import { defaultIso, oldIsoUrl } from './default-isos.ts';
import type { BuildPlan } from './prepare-build.ts';

/** What a live check may ask with. */
export interface LiveTools {
  /** The HTTP status under an address; undefined when there is no answer. */
  readonly status: (url: string) => Promise<number | undefined>;
}

/**
 * One question to something that is alive, asked before a build: the place where a vCenter, a Prism, a CloudStack or
 * an AWS account is looked at. A check that gets no answer says nothing; only a definite "no" is a problem.
 */
export interface LiveCheck {
  /** What it looks at, for the log. */
  readonly what: string;
  readonly concerns: (plan: BuildPlan) => boolean;
  /** @returns one sentence for each problem */
  readonly ask: (plan: BuildPlan, tools: LiveTools) => Promise<readonly string[]>;
}

export const liveChecks: readonly LiveCheck[] = [
  {
    what: 'the installer ISO',
    concerns: ({ spec }) =>
      ['vsphere', 'baremetal', 'cloudstack'].includes(spec.hypervisor) && spec.builder !== 'clone',
    ask: askForIso,
  },
];

/** Canonical takes an ISO away when the next point release comes, and every older release of EKS Anywhere names it. */
async function askForIso({ spec, config }: BuildPlan, { status: statusOf }: LiveTools): Promise<string[]> {
  const usual = spec.os === 'ubuntu' ? defaultIso(spec.eksaVersion, spec.osVersion) : undefined;
  const url = config['iso_url'] ?? usual?.url;
  if (url === undefined || !/^https?:/i.test(url)) return [];
  const status = await statusOf(url);
  if (status !== 404 && status !== 410) return [];
  const old = oldIsoUrl(url);
  const isUsual = config['iso_url'] === undefined;
  const whose = isUsual ? `the ISO that ${spec.eksaVersion} installs from` : '`iso_url`';
  if (old === undefined) return [`${whose} is not there: ${url} answers with ${status}`];
  const sums = isUsual ? `, \`iso_checksum: ${usual?.sha256}\`, \`iso_checksum_type: sha256\`` : '';
  return [`${whose} was replaced by a newer point release; give \`iso_url: ${old}\`${sums}`];
}
