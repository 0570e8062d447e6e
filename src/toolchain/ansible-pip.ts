import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ActionError } from '../action-error.ts';
import { proxyVariables } from '../image-builder/child-environment.ts';
import { type Ended, lastWords } from './run-program.ts';

/**
 * What upstream's `make deps` asks Galaxy for (kubernetes-sigs/image-builder, images/capi/hack/ensure-ansible.sh). The
 * package of collections has community.general 7.5.2 (asked: < 12), ansible.posix 1.5.4, ansible.windows 1.14.0 (asked:
 * 1.7.0 or newer) and community.windows 1.13.0; the other hundred are left in it.
 */
const collections = ['community/general', 'community/windows', 'ansible/posix', 'ansible/windows'] as const;

/** What pip may know of the runner: where its index is and how to get there. Nothing that changes what is installed. */
const inherited = [
  ...[
    'PATH',
    'HOME',
    'XDG_CONFIG_HOME',
    'TMPDIR',
    'NETRC',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    'REQUESTS_CA_BUNDLE',
  ],
  ...['PIP_INDEX_URL', 'PIP_EXTRA_INDEX_URL', 'PIP_CONFIG_FILE', 'PIP_CERT', 'PIP_CLIENT_CERT', 'PIP_PROXY'],
  ...['PIP_TRUSTED_HOST', 'PIP_TIMEOUT', 'PIP_DEFAULT_TIMEOUT', 'PIP_RETRIES', 'PIP_KEYRING_PROVIDER'],
  'PIP_FIND_LINKS',
];

export function pipEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const picked = inherited.map((name) => [name, environment[name]] as const);
  return {
    ...Object.fromEntries(picked.filter(([, value]) => value !== undefined)),
    ...proxyVariables(environment),
    LANG: 'C.UTF-8',
    PIP_ROOT_USER_ACTION: 'ignore',
  };
}

/**
 * Unpacks the collections into site-packages, where `ansible-galaxy collection install` finds them installed whatever
 * HOME is. A whole installation would write 30,000 files.
 */
const unpack = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as wheel:
    wanted = tuple("ansible_collections/%s/" % name for name in sys.argv[3:])
    wheel.extractall(sys.argv[2], [name for name in wheel.namelist() if name.startswith(wanted)])`;

export async function unpackCollections(
  wheel: string,
  folder: string,
  python: (args: readonly string[]) => Promise<Ended>,
): Promise<void> {
  const target = await sitePackages(folder);
  const { code, lines } = await python(['-I', '-c', unpack, wheel, target, ...collections]);
  if (code === 0) return;
  throw new ActionError('The Galaxy collections cannot be unpacked.', { problems: lastWords(lines) });
}

/** Those of the collections that are in a virtual environment. */
export async function ansibleCollections(folder: string): Promise<readonly string[]> {
  const root = join(await sitePackages(folder), 'ansible_collections');
  const found = await Promise.all(
    collections.map((name) =>
      access(join(root, name, 'MANIFEST.json')).then(
        () => [name],
        () => [],
      ),
    ),
  );
  return found.flat();
}

async function sitePackages(folder: string): Promise<string> {
  const [python = ''] = await readdir(join(folder, 'lib'));
  return join(folder, 'lib', python, 'site-packages');
}
