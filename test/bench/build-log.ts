/**
 * How fast the log of a build is read: 100 MB of the recorded shapes of lines (templates, Packer, Ansible, Goss,
 * make), from chunks of bytes as a pipe delivers them to what would be shown. Budget: 50 MB/s.
 */
import { BuildLog } from '../../src/image-builder/build-log.ts';

const megabytes = 100;
const runs = 5;

const ansible = Array.from({ length: 40 }, (_, index) => [
  '    qemu:',
  `    qemu: TASK [node : Persist required kernel module ${index}] **********************`,
  `    qemu: changed: [default] => (item={'param': 'net.bridge.bridge-nf-call-iptables', 'val': ${index}})`,
  '    qemu: ok: [default]',
]).flat();
const block = [
  '2026/11/23 12:14:33 Moving artifacts from build directory to current working directory',
  "make[1]: Leaving directory '/home/runner/work/_temp/node-image/eks-anywhere-build-tooling'",
  'KUBERNETES_ASSET_BASE_URL: https://distro.eks.amazonaws.com/kubernetes-1-33/releases/30/artifacts/kubernetes',
  "+ ansible-galaxy collection install 'community.general:<12.0.0' ansible.posix",
  '==> qemu: Setting a 30m0s timeout for the next provisioner...',
  '==> qemu: Looking for available port between 5900 and 6000 on 127.0.0.1',
  '    qemu: ubuntu-22.04.5-live-server-amd64.iso 816.00 MiB / 1.98 GiB [=====>-----] 40.21% 28s',
  ...ansible,
  '    qemu:             "summary-line": "Service: containerd: running: matches expectation: [true]",',
].join('\n');
const templates = [
  'hack/set-ssh-password.sh',
  ...Array.from({ length: 500 }, (_, line) => `    lock-passwd: false # line ${line} of a rendered template`),
  '/opt/hostedtoolcache/bin/packer build -var-file="/home/runner/kubernetes.json"',
].join('\n');

const chunk = Buffer.from(`${templates}\n${`${block}\n`.repeat(40)}`);
const rounds = Math.ceil((megabytes * 1e6) / chunk.length);
const speeds = Array.from({ length: runs }, () => speedOfOneRun());
console.log('| what | fastest | slowest of 5 |\n|---|---|---|');
console.log(
  `| reading ${megabytes} MB of log | ${Math.max(...speeds).toFixed(0)} MB/s | ${Math.min(...speeds).toFixed(0)} MB/s |`,
);

function speedOfOneRun(): number {
  const log = new BuildLog();
  const decoder = new TextDecoder();
  const started = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    for (const line of decoder.decode(chunk, { stream: true }).split('\n')) log.read(line);
  }
  return (rounds * chunk.length) / 1e6 / ((performance.now() - started) / 1000);
}
