/**
 * The main job, on this machine, without the internet: starts the box, runs the committed root action as a
 * runner would, and says what came out.
 *
 * Usage: node scripts/demo.ts [--engine tiny|vm]
 *
 * With `--engine vm`, Packer, Ansible and QEMU of this machine make the image (two to three minutes).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startBox } from '../test/box/box.ts';
import { RunnerJob } from '../test/support/runner.ts';
import { prepareBaseImage, vmEngine } from '../test/vm/machine.ts';

const { values } = parseArgs({ options: { engine: { type: 'string', default: 'tiny' } } });
if (!['tiny', 'vm'].includes(values.engine)) throw new Error(`--engine is tiny or vm, not ${values.engine}`);
const root = resolve(import.meta.dirname, '..');
const destination = join(root, 'demo-output');
const scratch = mkdtempSync(join(tmpdir(), 'demo-'));
const started = performance.now();
try {
  await using box = await startBox({ scratch: join(scratch, 'box') });
  if (values.engine === 'vm') {
    console.log('Making the base image of the virtual machine, or finding it in the cache ...');
    await prepareBaseImage();
    box.standIn(vmEngine);
  }
  const job = new RunnerJob({ repository: root, scratch, environment: box.environment });
  const inputs = {
    'eks-a-version': 'latest',
    'release-channel': '1-33',
    hypervisor: 'baremetal',
    'bundle-public-key': box.bundlePublicKey,
    'ca-bundle': box.interceptingCa,
    destination,
    'replace-existing': 'true',
    // The stand-in builder needs neither a virtual machine nor 50 GB.
    kvm: 'skip',
    'free-disk-gib': '1',
  };
  console.log(
    'Building a node image in the box: stand-in servers and a stand-in image-builder, the real action.\n',
  );
  const result = await job.step('.', { inputs });
  await job.post();
  if (result.exitCode !== 0) {
    console.log(result.log);
    throw new Error('the action failed; its log is above');
  }

  const { outputs } = result;
  const artifact = box.artifacts.get(outputs['image-name'] ?? '');
  const account = [
    ['release', `EKS Anywhere ${outputs['eks-a-version']}, bundle ${outputs['bundle-number']}`],
    ['verified by', `the signature of the bundle (${outputs['signature']}; ECDSA P-256, the box's own key)`],
    ['Kubernetes', `${outputs['kube-version']} (${outputs['eksd-release']})`],
    ['image', outputs['image-path']],
    ['size', `${outputs['size']} bytes`],
    ['sha256', outputs['sha256']],
    [
      'artifact',
      `${outputs['artifact-url']} (stored by the box: ${artifact?.size} bytes, ${artifact?.digest})`,
    ],
    ['checksum file', outputs['checksums-path']],
    ['whole log', outputs['log-path']],
    ['phases', result.groups.join(' · ')],
    ['took', `${((performance.now() - started) / 1000).toFixed(1)} s`],
  ] as const;
  for (const [name, value] of account) console.log(`${name.padEnd(14)} ${value}`);
  console.log(`\nLook inside:   gzip -dc ${outputs['image-path']} | head -c 512 | od -c | tail -3`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
