import { BlockList, isIP } from 'node:net';
import { ActionError } from '../action-error.ts';

/** The proxy that the environment asks for, for one URL. */
export interface ProxyRoute {
  /** The variable that named it. */
  readonly variable: string;
  /** Without user-info, so that it may be printed. */
  readonly url: URL;
  /** The value of a `Proxy-Authorization` header. */
  readonly authorization?: string;
}

/**
 * Which proxy a request goes through, by the rules of curl and Go: lower case before upper case, `no_proxy` names
 * a domain with everything below it, an address, a CIDR range, or `*`, each with an optional port.
 *
 * @throws ActionError when the variable holds no URL; its value may hold a password and is not repeated.
 */
export function proxyFor(target: URL, environment: NodeJS.ProcessEnv): ProxyRoute | undefined {
  if (isExempt(target, firstSet(environment, ['no_proxy', 'NO_PROXY'])?.value ?? '')) return undefined;
  const scheme = target.protocol === 'https:' ? 'https' : 'http';
  const setting = firstSet(environment, [
    `${scheme}_proxy`,
    `${scheme.toUpperCase()}_PROXY`,
    'all_proxy',
    'ALL_PROXY',
  ]);
  if (setting === undefined) return undefined;
  const url = URL.parse(setting.value.includes('://') ? setting.value : `http://${setting.value}`);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new ActionError(
      `The environment variable \`${setting.variable}\` does not hold the URL of an HTTP proxy.`,
      {
        fix: `Set \`${setting.variable}\` to a URL such as \`http://proxy.example.com:3128\`; SOCKS is not supported.`,
      },
    );
  }
  const { username, password } = url;
  url.username = '';
  url.password = '';
  return { variable: setting.variable, url, ...(username && { authorization: basic(username, password) }) };
}

/** The header value for user-info as it stands in a URL, still percent-encoded. */
export function basic(username: string, password: string): string {
  const decode = (part: string) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  };
  return `Basic ${Buffer.from(`${decode(username)}:${decode(password)}`).toString('base64')}`;
}

function firstSet(environment: NodeJS.ProcessEnv, names: readonly string[]) {
  for (const variable of names) {
    const value = environment[variable]?.trim();
    if (value) return { variable, value };
  }
  return undefined;
}

function isExempt(target: URL, noProxy: string): boolean {
  const host = target.hostname.toLowerCase().replace(/^\[|\]$/g, '');
  const port = target.port || (target.protocol === 'https:' ? '443' : '80');
  return noProxy
    .split(/[,\s]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      const [, name = '', onlyPort] =
        /^(.*?)(?::(\d+))?$/.exec(isIP(entry) === 6 ? `[${entry}]` : entry) ?? [];
      return (onlyPort === undefined || onlyPort === port) && namesHost(name.toLowerCase(), host);
    });
}

function namesHost(entry: string, host: string): boolean {
  if (entry === '*') return true;
  const name = entry.replace(/^\[|\]$/g, '').replace(/^\*?\./, '');
  const [network = '', prefix] = name.split('/');
  if (prefix !== undefined)
    return isIP(network) !== 0 && isIP(host) === isIP(network) && inRange(network, prefix, host);
  return host === name || host.endsWith(`.${name}`);
}

function inRange(network: string, prefix: string, host: string): boolean {
  const bits = Number(prefix);
  if (!Number.isInteger(bits) || bits < 0 || bits > (isIP(network) === 6 ? 128 : 32)) return false;
  const family = isIP(network) === 6 ? 'ipv6' : 'ipv4';
  const range = new BlockList();
  range.addSubnet(network, bits, family);
  return range.check(host, family);
}
