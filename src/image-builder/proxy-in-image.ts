import { supportMatrix } from '../release/support-matrix.ts';
import type { CheckedConfig, ConfigTarget } from './config-target.ts';
import type { Findings, Place } from './config-text.ts';

/** Whether the guest, and so the image, gets the proxy of the runner. */
export type ProxyInImage = 'none' | 'runner';

const keys = ['http_proxy', 'https_proxy', 'no_proxy'] as const;

/**
 * Decides about the proxy of the guest. A runner behind a proxy says nothing about where its guest stands, and a
 * wrong guess shows after half an hour: so it has to be said.
 *
 * @returns the config with the proxy of the runner where that is wanted
 */
export function withProxy(
  config: CheckedConfig,
  choice: ProxyInImage | undefined,
  runnerEnvironment: NodeJS.ProcessEnv,
  target: ConfigTarget,
  { problems }: Findings,
): CheckedConfig {
  const runner = runnerProxy(runnerEnvironment);
  const hasOwn = config.places.has('http_proxy') || config.places.has('https_proxy');
  if (hasOwn || choice === 'none' || (runner === undefined && choice === undefined)) return config;
  if (!supportMatrix(target.eksaVersion).configKeys[target.hypervisor].includes('https_proxy')) {
    problems.push({
      text: `\`proxy-in-image\`: ${target.eksaVersion} cannot give the build VM a proxy; set \`proxy-in-image: none\` if the build VM needs none, or build v0.18.0 or newer`,
    });
    return config;
  }
  const packages = target.os === 'redhat' ? 'extra_rpms' : 'extra_debs';
  if (runner === undefined) {
    problems.push({
      text: '`proxy-in-image`: the runner has no https_proxy or http_proxy in its environment',
    });
    return config;
  }
  if (choice === undefined) {
    problems.push({
      text:
        `the runner has a proxy, and the config none: give the build VM \`http_proxy\`, \`https_proxy\` and \`no_proxy\` in \`config\`, with \`wget\` in \`${packages}\`; ` +
        'or set `proxy-in-image: runner` to use the one of the runner, `proxy-in-image: none` if the build VM needs none',
    });
    return config;
  }
  if (isLoopback(runner['https_proxy'] ?? runner['http_proxy'] ?? ''))
    problems.push({
      text: "`proxy-in-image`: the runner's proxy is on its own loopback address, which the build VM cannot reach",
    });
  return withValues(config, {
    ...runner,
    [packages]: packagesWithWget(config.values[packages], target.os),
  });
}

/** The proxy of the runner in the keys of the config; undefined when it has none. */
function runnerProxy(environment: NodeJS.ProcessEnv): Readonly<Record<string, string>> | undefined {
  const proxy: Record<string, string> = {};
  for (const key of keys) {
    const value = environment[key] || environment[key.toUpperCase()];
    if (!value) continue;
    const list = value.split(/[\s,]+/).filter((entry) => entry !== '');
    proxy[key] = key === 'no_proxy' ? list.join(',') : value.includes('://') ? value : `http://${value}`;
  }
  return proxy['https_proxy'] || proxy['http_proxy'] ? proxy : undefined;
}

/** Behind a proxy, upstream downloads by wget, which must be in the image. Its own list of packages is replaced. */
function packagesWithWget(given: string | undefined, os: ConfigTarget['os']): string {
  const names = given?.split(' ') ?? (os === 'ubuntu' ? ['nfs-common', 'xfsprogs'] : []);
  return names.includes('wget') ? names.join(' ') : [...names, 'wget'].join(' ');
}

function withValues(
  { values, places }: CheckedConfig,
  more: Readonly<Record<string, string>>,
): CheckedConfig {
  const place: Place = { name: 'proxy-in-image' };
  return {
    values: { ...values, ...more },
    places: new Map([...places, ...Object.keys(more).map((key) => [key, places.get(key) ?? place] as const)]),
  };
}

function isLoopback(address: string): boolean {
  const host = URL.parse(address)?.hostname ?? '';
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);
}
