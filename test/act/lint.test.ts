import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { projectRoot } from '../support/committed-tree.ts';
import { suiteName } from './act.ts';
import { documentedWorkflows } from './documented-workflows.ts';
import { languageServiceProblems } from './language-service.ts';

const scratch = mkdtempSync(join(tmpdir(), 'lint-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** A repository in which everything that looks like a workflow is one: our own, the examples, the docs' blocks. */
const tree = join(scratch, 'tree');
const workflows = join(tree, '.github', 'workflows');
mkdirSync(workflows, { recursive: true });
for (const part of ['action.yml', 'actions', 'dist', '.github']) {
  cpSync(join(projectRoot, part), join(tree, part), { recursive: true });
}
for (const path of globSync('examples/*.yml', { cwd: projectRoot })) {
  cpSync(join(projectRoot, path), join(workflows, path.replace('/', '-')));
}
// actionlint looks for the root of a repository.
execFileSync('git', ['init', '--quiet'], { cwd: tree });
const documented = documentedWorkflows(projectRoot);
const documentedNames = documented.map(({ place, text }) => {
  const name = `documented-${place.replaceAll(/[/:.]/g, '-')}.yml`;
  writeFileSync(join(workflows, name), text);
  return name;
});
const files = globSync(['action.yml', 'actions/*/action.yml', '.github/workflows/*.yml'], { cwd: tree });

test('actionlint with shellcheck finds nothing in workflows, examples and documentation', () => {
  assert.equal(lint('actionlint', []), '');
});

test('zizmor finds nothing at its pedantic persona in workflows, examples and actions', () => {
  // A block of the documentation shows one thing, not how a whole workflow is hardened.
  const whole = files.filter((file) => !documentedNames.some((name) => file.endsWith(name)));
  const args = ['--offline', '--no-progress', '--quiet', '--color=never', '--persona=pedantic', ...whole];
  assert.match(lint('zizmor', [...args, '.github/dependabot.yml']), /^No findings to report/);
});

test('every action, workflow and the configuration of dependabot fits its JSON schema', () => {
  const schemas = {
    'vendor.github-actions': files.filter((file) => file.endsWith('action.yml')),
    'vendor.github-workflows': files.filter((file) => !file.endsWith('action.yml')),
    'vendor.dependabot': ['.github/dependabot.yml'],
  };
  for (const [schema, paths] of Object.entries(schemas)) {
    assert.match(lint('check-jsonschema', ['--builtin-schema', schema, ...paths]), /^ok/);
  }
});

test("GitHub's language service finds nothing, the inputs of our own actions included", async () => {
  const problems = [];
  for (const file of files) {
    const text = readFileSync(join(tree, file), 'utf8');
    problems.push(...(await languageServiceProblems(file, text, { root: tree, ownName: suiteName })));
  }
  assert.deepEqual(problems, []);
});

test('shellcheck finds nothing in the scripts of CI, release and examples', () => {
  const scripts = globSync(['.ci/run', '.github/release/*.sh', 'examples/node-images/*.sh'], {
    cwd: projectRoot,
  });
  const { stdout, error } = spawnSync('shellcheck', scripts, { cwd: projectRoot, encoding: 'utf8' });
  assert.ifError(error);
  assert.equal(stdout, '');
});

test('the linters are awake: each finds a planted mistake', async () => {
  const wrong = `on: push
jobs:
  job:
    runs-on: ubuntu-24.04
    steps:
      - uses: ${suiteName}/actions/plan-node-images@v1
        with: { imagse: none }
      - run: echo \${{ github.event.issue.title }} $x
`;
  mkdirSync(join(scratch, 'wrong', '.github', 'workflows'), { recursive: true });
  writeFileSync(join(scratch, 'wrong', '.github', 'workflows', 'wrong.yml'), wrong);
  const found = await languageServiceProblems('wrong.yml', wrong, { root: tree, ownName: suiteName });
  assert.match(found.map(({ message }) => message).join('\n'), /Invalid action input 'imagse'/);
  for (const [program, args] of [
    ['actionlint', []],
    ['zizmor', ['--offline', '.']],
  ] as const) {
    const { status } = spawnSync(program, args, { cwd: join(scratch, 'wrong') });
    assert.notEqual(status, 0, program);
  }
});

test('the documentation shows workflows to lint', () => {
  assert.ok(documented.length >= 10, `${documented.length} blocks`);
});

/** Runs a linter over the tree and gives what it printed. */
function lint(program: string, args: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(program, args, { cwd: tree, encoding: 'utf8' });
  assert.ifError(error);
  return `${stdout}${stderr}`.trim();
}
