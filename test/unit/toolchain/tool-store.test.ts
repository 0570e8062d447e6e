import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { openToolStore, type StorableTool } from '../../../src/toolchain/tool-store.ts';

const content = 'the tool\n';

/** A tool of one file, which counts how often it was made. */
function hammer(overrides: Partial<StorableTool> = {}): StorableTool & { readonly made: () => number } {
  let made = 0;
  return {
    name: 'hammer',
    version: '1.0.0',
    key: 'abcdef',
    async make(folder) {
      made++;
      await writeFile(join(folder, 'hammer'), content);
    },
    verify: async (folder) => (await readFile(join(folder, 'hammer'), 'utf8')) === content,
    made: () => made,
    ...overrides,
  };
}

async function emptyRoot(context: TestContext): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'tool-store-'));
  context.after(() => rm(root, { recursive: true, force: true }));
  return root;
}

suite('The tool store', () => {
  test('makes a tool once and finds it again', async (context) => {
    const store = openToolStore([await emptyRoot(context)]);
    const tool = hammer();

    const first = await store.obtain(tool);
    const second = await store.obtain(tool);

    assert.deepEqual([first.isHit, second.isHit, tool.made()], [false, true, 1]);
    assert.equal(second.folder, first.folder);
    assert.equal(await readFile(join(second.folder, 'hammer'), 'utf8'), content);
  });

  test('fills the folder under the path that it will be used by', async (context) => {
    const filled: string[] = [];
    const store = openToolStore([await emptyRoot(context)]);
    const tool = hammer();
    const { folder } = await store.obtain({
      ...tool,
      make: (path) => {
        filled.push(path);
        return tool.make(path);
      },
    });
    assert.deepEqual(filled, [folder]);
  });

  test('keeps another key apart', async (context) => {
    const store = openToolStore([await emptyRoot(context)]);
    const first = await store.obtain(hammer());
    const second = await store.obtain(hammer({ key: '123456' }));
    assert.equal(second.isHit, false);
    assert.notEqual(second.folder, first.folder);
  });

  test('makes a damaged tool anew', async (context) => {
    const store = openToolStore([await emptyRoot(context)]);
    const { folder } = await store.obtain(hammer());
    await writeFile(join(folder, 'hammer'), 'damaged');

    const again = await store.obtain(hammer());

    assert.equal(again.isHit, false);
    assert.equal(await readFile(join(again.folder, 'hammer'), 'utf8'), content);
    assert.equal((await store.obtain(hammer())).isHit, true);
  });

  test('leaves nothing when a tool cannot be made, or does not work', async (context) => {
    const root = await emptyRoot(context);
    const store = openToolStore([root]);
    await assert.rejects(store.obtain(hammer({ make: () => Promise.reject(new Error('no network')) })), {
      message: 'no network',
    });
    await assert.rejects(
      store.obtain(hammer({ verify: async () => false })),
      /does not work after it was installed/,
    );
    assert.deepEqual(await readdir(join(root, 'hammer')), []);
  });

  test('never uses what a killed job left half-written, and removes it after a day', async (context) => {
    const root = await emptyRoot(context);
    const child = spawn(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `import { openToolStore } from '${new URL('../../../src/toolchain/tool-store.ts', import.meta.url)}';
         import { writeFileSync } from 'node:fs';
         await openToolStore([process.argv[1]]).obtain({ name: 'hammer', version: '1.0.0', key: 'abcdef',
           make: async (folder) => { writeFileSync(folder + '/hammer', 'half'); process.kill(process.pid, 'SIGKILL'); },
           verify: async () => true });`,
        root,
      ],
      { stdio: 'inherit' },
    );
    assert.deepEqual(await once(child, 'exit'), [null, 'SIGKILL']);
    const [left = ''] = await readdir(join(root, 'hammer'));

    const store = openToolStore([root]);
    assert.equal((await store.obtain(hammer())).isHit, false);
    const old = new Date(Date.now() - 25 * 3_600_000);
    await utimes(join(root, 'hammer', left), old, old);
    const { folder } = await store.obtain(hammer());
    await writeFile(join(folder, 'hammer'), 'damaged');
    await store.obtain(hammer());

    assert.ok(!(await readdir(join(root, 'hammer'))).includes(left));
  });

  test('gives every one of many jobs at once a whole tool', async (context) => {
    const root = await emptyRoot(context);
    const obtained = await Promise.all(
      Array.from({ length: 8 }, () => openToolStore([root]).obtain(hammer())),
    );
    for (const { folder } of obtained) assert.equal(await readFile(join(folder, 'hammer'), 'utf8'), content);
    assert.equal((await openToolStore([root]).obtain(hammer())).isHit, true);
  });

  test('takes the next root when the first cannot be written to, and uses what the first has', async (context) => {
    const [first, second] = [await emptyRoot(context), await emptyRoot(context)];
    const kept = await openToolStore([first]).obtain(hammer());
    const blocked = join(first, 'file');
    await writeFile(blocked, '');
    await chmod(blocked, 0o400);

    const store = openToolStore([first, join(blocked, 'below'), second]);
    assert.deepEqual(await store.obtain(hammer()), { folder: kept.folder, isHit: true });
    const other = await openToolStore([join(blocked, 'below'), second]).obtain(hammer());
    assert.ok(other.folder.startsWith(second));
    await assert.rejects(openToolStore([join(blocked, 'below')]).obtain(hammer()), {
      message: /^There is no folder to put hammer in\./,
    });
  });
});
