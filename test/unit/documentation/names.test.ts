import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import type * as z from 'zod';
import { configKeys } from '../../../src/image-builder/config-keys.ts';
import { actionNames, loadAction } from '../../../src/main.ts';
import { hostTools } from '../../../src/toolchain/host-tools-table.ts';
import { lineAt, pages, root } from './pages.ts';

interface Manifest {
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown }>>;
  readonly outputs?: object;
}

const manifests = globSync(['action.yml', 'actions/*/action.yml'], { cwd: root }).map(
  (path) => read(path) as Manifest,
);
const { workflow_call: call } = (
  read('.github/workflows/node-images.yml') as { on: { workflow_call: Manifest & { secrets: object } } }
).on;
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
const schemas = await Promise.all(actionNames.map(async (name) => (await loadAction(name)).inputs.shape));

function read(path: string): unknown {
  return parse(readFileSync(join(root, path), 'utf8'));
}

const inputNames = new Set([...manifests, call].flatMap(({ inputs = {} }) => Object.keys(inputs)));
const names = new Set([
  ...inputNames,
  ...[...manifests, call].flatMap(({ outputs = {} }) => Object.keys(outputs)),
  ...Object.keys(call.secrets),
  ...globSync('actions/*', { cwd: root }).map((path) => path.slice('actions/'.length)),
  ...Object.keys(scripts),
]);

/** Names that are no part of this suite's interface, by whose they are. Packages of Linux distributions come from the table of programs. */
const others: Readonly<Record<string, readonly string[]>> = {
  'GitHub Actions': ['runs-on', 'github-hosted', 'self-hosted', 'role-to-assume', 'role-duration-seconds'],
  'programs and libraries': [
    ...['image-builder', 'eksctl-anywhere', 'apt-get', 'apt-mirror', 'unattended-upgrades', 'python3-venv'],
    ...[
      'ansible-core',
      'config-fuzz',
      'upstream-quoting',
      'update-ca-trust',
      'subscription-manager',
      'create-pull-request',
      'tuf-js',
      'js-yaml',
      'image-builder-action',
      'bootc-image-builder-action',
    ],
  ],
  'values of inputs': ['on-failure', 'standard-support', 'us-west-2'],
  'names of artifacts, folders and buckets': [
    'node-images',
    'demo-output',
    'example-node-images',
    'node-image-report',
  ],
  'owners of problem matchers': ['eks-anywhere-node-images-packer', 'eks-anywhere-node-images-ansible'],
  'releases of EKS Distro': ['kubernetes-1-33-eks-30'],
  'variables of Packer and Ansible': ['goss_url', 'ubuntu_repo', 'ubuntu_security_repo'],
  'other files and variables': [
    'spec_version',
    'all_proxy',
    'server_name',
    'parse_kv',
    'nutanix_cluster_uuid',
  ],
};
const otherNames = new Set([
  ...Object.values(others).flat(),
  ...hostTools.flatMap(({ name, packages }) => [name, ...Object.values(packages)]),
]);

interface Span {
  readonly place: string;
  readonly text: string;
}

/** What stands in backquotes outside of code blocks. */
const spans: readonly Span[] = pages
  .filter(({ path }) => path !== 'CHANGELOG.md')
  .flatMap(({ path, prose }) =>
    [...prose.matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)].map((match) => ({
      place: `${path}:${lineAt(prose, match.index)}`,
      text: match[1] ?? '',
    })),
  );

function shown(found: readonly Span[]): readonly string[] {
  return [...new Set(found.map(({ place, text }) => `${place} \`${text}\``))];
}

test('every name with a hyphen is an input, output, secret, action or script, or known to be of something else', () => {
  const unknown = spans.filter(
    ({ text }) => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(text) && !names.has(text) && !otherNames.has(text),
  );
  assert.deepEqual(shown(unknown), []);
});

test('every name with an underscore is a key of the build config, or known to be of something else', () => {
  const unknown = spans.filter(
    ({ text }) =>
      /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/.test(text) &&
      !Object.hasOwn(configKeys, text) &&
      !otherNames.has(text),
  );
  assert.deepEqual(shown(unknown), []);
});

test('every `input: value` is one that an action takes', () => {
  const wrong = spans.flatMap(({ place, text }) => {
    const [, name = '', value = ''] = /^([a-z-]+): (.+)$/.exec(text) ?? [];
    const types = schemas.flatMap((shape) => (shape[name] === undefined ? [] : [shape[name]]));
    if (types.length === 0 || /…|<|\$\{\{/.test(value)) return [];
    const isTaken = types.some((type: z.ZodType) => type.safeParse(unquoted(value)).success);
    return isTaken || notInputs.has(text) ? [] : [`${place} \`${text}\``];
  });
  assert.deepEqual(wrong, []);
});

/** Keys of other things that are called like inputs: of an entry of `images`, and of a job that calls a workflow. */
const notInputs = new Set([
  'release-channel: supported',
  'release-channel: standard-support',
  'secrets: inherit',
]);

function unquoted(value: string): string {
  const parsed: unknown = parse(value, { schema: 'failsafe' });
  return typeof parsed === 'string' ? parsed : value;
}

test('every documented default is the real one', () => {
  const defaults = new Map<string, Set<string>>();
  for (const { inputs = {} } of [...manifests, call]) {
    for (const [name, { default: value }] of Object.entries(inputs)) {
      const known = defaults.get(name) ?? new Set();
      defaults.set(name, known.add(String(value ?? '')));
    }
  }
  const wrong = pages.flatMap(({ path, prose }) =>
    [
      ...prose.matchAll(/`([a-z-]+)`,? \((?:default:? |default is )?`?([\w.-]+)`?(?: by default)?\)/g),
    ].flatMap((match) => {
      const [text, name = '', value = ''] = match;
      const known = defaults.get(name);
      const isDefault = /default/.test(text) || /^\d+$/.test(value);
      return known === undefined || !isDefault || known.has(value)
        ? []
        : [`${path}:${lineAt(prose, match.index)} ${text}`];
    }),
  );
  assert.deepEqual(wrong, []);
});

/** Workflows that a reader makes of an example. */
const ofReader = /^\.github\/workflows\/[\w-]+\.yml$/;

test('every path of this repository in the text exists', () => {
  const missing = spans.filter(
    ({ text }) =>
      /^(?:src|docs|scripts|test|examples|dist|\.github|\.ci)\/[\w./-]+$/.test(text) &&
      !existsSync(join(root, text)) &&
      !ofReader.test(text),
  );
  assert.deepEqual(shown(missing), []);
});

test('every `npm run …` is a script', () => {
  const missing = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/npm run ([\w:-]+)/g)]
      .filter(([, script = '']) => !Object.hasOwn(scripts, script))
      .map(([command]) => `${path} ${command}`),
  );
  assert.deepEqual(missing, []);
});
