import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ActionError } from '../../../src/action-error.ts';
import { finishImage, refuseExisting } from '../../../src/image/finish-image.ts';
import { exampleRelease, exampleSpec } from '../plan/example-release.ts';
import { gptDisk, guids } from './disk-image.ts';

const spec = exampleSpec();
const packed = gzipSync(
  gptDisk(16_384, [
    { type: guids.efiSystem, firstSector: 64, lastSector: 127 },
    { type: guids.linux, firstSector: 128, lastSector: 16_000 },
  ]),
);

async function scratch(t: TestContext, built: Buffer) {
  const folder = await mkdtemp(join(tmpdir(), 'finish-image-'));
  t.after(() => rm(folder, { recursive: true }));
  const builtPath = join(folder, 'ubuntu-2204-kube-1-33.gz');
  await writeFile(builtPath, built);
  const [channel] = exampleRelease().channels;
  assert.ok(channel);
  const destination = join(folder, 'not', 'there', 'yet');
  return { builtPath, destination, spec, channel, signal: new AbortController().signal };
}

test('an intact image gets the name of its cell and a checksum that sha256sum accepts', async (t) => {
  const options = await scratch(t, packed);
  const { image, checksumsPath } = await finishImage(options);
  assert.equal(image.fileName, 'ubuntu-2204-efi-baremetal-1-33-v0.26.1.gz');
  assert.equal(image.path, join(options.destination, image.fileName));
  assert.equal(image.size, packed.length);
  assert.equal(image.contents, 'GPT, 2 partitions with an EFI system partition, 8 MiB');
  assert.deepEqual(image.templateTags, ['os:ubuntu', 'eksdRelease:kubernetes-1-33-eks-30']);
  assert.deepEqual(await readFile(image.path), packed);
  await assert.rejects(stat(options.builtPath), { code: 'ENOENT' });
  const checked = execFileSync('sha256sum', ['-c', checksumsPath], {
    cwd: options.destination,
    encoding: 'utf8',
  });
  assert.equal(checked, `${image.fileName}: OK\n`);
});

test('a file that is no image never gets the name of one; it is kept beside, for whoever looks into it', async (t) => {
  const options = await scratch(t, packed.subarray(0, 100));
  await assert.rejects(finishImage(options), (error) => {
    assert.ok(error instanceof ActionError);
    assert.match(error.message, /cut off after 100 bytes/);
    assert.ok(error.message.includes(join(options.destination, `${spec.id}.rejected`)));
    return true;
  });
  assert.deepEqual(await readdir(options.destination), [`${spec.id}.rejected`]);
});

test('an image of the same cell is refused before the build, unless it may be replaced', async (t) => {
  const { destination } = await scratch(t, packed);
  await refuseExisting(destination, spec, 'keep');
  await mkdir(destination, { recursive: true });
  await writeFile(join(destination, `${spec.id}.gz`), 'yesterday');
  await assert.rejects(
    refuseExisting(destination, spec, 'keep'),
    /exists already[\s\S]*`replace-existing: true`/,
  );
  await refuseExisting(destination, spec, 'replace');
});

test('an image that may be replaced is', async (t) => {
  const options = await scratch(t, packed);
  await mkdir(options.destination, { recursive: true });
  await writeFile(join(options.destination, `${spec.id}.gz`), 'yesterday');
  const { image } = await finishImage(options);
  assert.deepEqual(await readFile(image.path), packed);
});

test('every name has the Kubernetes version where EKS Anywhere looks for it', async (t) => {
  const { image } = await finishImage(await scratch(t, packed));
  // Its checks of Tinkerbell, Nutanix and CloudStack drop separators and look for the digits.
  assert.ok(image.fileName.replace(/[-._]/g, '').includes('133'));
});
