/**
 * How long resolve-eksa-bundle takes for one channel, beside the documentation's `curl | yq` commands for the same
 * facts against the same servers: as they stand there, each with its own look-up of version and bundle, and with these
 * asked once. And how long a bundle of 285 KB takes to be parsed and verified in a fresh process. Budgets: five times
 * as fast; 100 ms. Needs yq by mikefarah.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { boxInputs, startEndToEnd } from '../support/e2e.ts';

const runs = 5;
const root = resolve(import.meta.dirname, '..', '..');
const run = promisify(execFile);
process.env['ACTION_TREE'] ??= root;

const manifest = 'https://anywhere-assets.eks.amazonaws.com/releases/eks-a/manifest.yaml';
const ofChannel = (fact: string) =>
  `curl -s $BUNDLE | yq ".spec.versionsBundles[] | select(.kubeVersion==\\"1.33\\").${fact}"`;
const ofFirst = (fact: string) => `curl -s $BUNDLE | yq ".spec.versionsBundles[0].${fact}"`;
const version = `VERSION=$(curl -sL ${manifest} | yq ".spec.latestVersion")`;
const bundle = `BUNDLE=$(curl -sL ${manifest} | yq ".spec.releases[] | select(.version==\\"$VERSION\\").bundleManifestUrl")`;
const facts = [
  ofChannel('eksD.raw.bottlerocket.uri'),
  ofFirst('tinkerbell.tinkerbellStack.hook.vmlinuz.amd.uri'),
  ofFirst('tinkerbell.tinkerbellStack.hook.initramfs.amd.uri'),
  ofChannel('eksD.ova.bottlerocket.uri'),
  ofChannel('eksD.name'),
  ofFirst('eksD.imagebuilder.uri'),
  `COMMIT=$(${ofFirst('eksD.gitCommit')})
  curl -sL https://raw.githubusercontent.com/aws/eks-anywhere-build-tooling/$COMMIT/projects/kubernetes-sigs/image-builder/BOTTLEROCKET_RELEASES | yq ".1-33.ova-release-version"`,
];
const askedOnce = [version, bundle, ...facts].join('\n');
const asDocumented = facts.flatMap((fact) => [version, bundle, fact]).join('\n');

/** Nothing is parsed before the clock starts; a signature that is well-formed and wrong takes as long as a right one. */
const parseAndVerify = `
import { readFileSync } from 'node:fs';
import { bundleSource, parseBundleDocument } from '${root}/src/release/bundle.ts';
import { canonicalBundle, verifySignature } from '${root}/src/release/signature.ts';
import { bundlePublicKey } from '${root}/src/release/trust-anchors.ts';
const text = readFileSync('${root}/test/fixtures/bundles/golden-release-0.26.yaml', 'utf8');
const started = performance.now();
const bytes = canonicalBundle(await parseBundleDocument(text, bundleSource('https://bench/bundle.yaml')));
const vectors = JSON.parse(readFileSync('${root}/test/fixtures/signature/vectors.json', 'utf8'));
try { verifySignature(bytes, vectors[0].signature, bundlePublicKey, 'the bundle'); } catch {}
console.log(performance.now() - started);
`;

const e2e = await startEndToEnd();
const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const authorities = join(scratch, 'authorities.pem');
  const { interceptingCa, publicCa, environment } = e2e.box;
  writeFileSync(authorities, [interceptingCa, publicCa].map((file) => readFileSync(file, 'utf8')).join('\n'));
  const script = join(scratch, 'verify.ts');
  writeFileSync(script, parseAndVerify);
  const env = { PATH: process.env['PATH'], ...environment, CURL_CA_BUNDLE: authorities };
  const inputs = { ...boxInputs(e2e.box), 'release-channel': '1-33' };

  const times = {
    page: [] as number[],
    once: [] as number[],
    action: [] as number[],
    verify: [] as number[],
  };
  // Round by round, so that a busy moment of the machine falls on all of them; the first one warms the box up.
  for (let round = 0; round <= runs; round += 1) {
    const onPage = await timeOf(() => run('bash', ['-c', asDocumented], { env }));
    const once = await timeOf(() => run('bash', ['-c', askedOnce], { env }));
    const inAction = await timeOf(async () => {
      const { exitCode, log } = await e2e.run('actions/resolve-eksa-bundle', { inputs });
      if (exitCode !== 0) throw new Error(log);
    });
    const { stdout } = await run(process.execPath, [script]);
    if (round === 0) continue;
    times.page.push(onPage);
    times.once.push(once);
    times.action.push(inAction);
    times.verify.push(Number(stdout));
  }
  const fastest = (list: readonly number[]) => Math.min(...list);
  const row = (what: string, list: readonly number[]) =>
    console.log(`| ${what} | ${fastest(list).toFixed(0)} ms | ${Math.max(...list).toFixed(0)} ms |`);
  console.log(`| what | fastest of ${runs} | slowest |\n|---|---|---|`);
  row("the documentation's commands for one channel", times.page);
  row('the same with version and bundle address asked once', times.once);
  row('resolve-eksa-bundle for one channel, start of the process included', times.action);
  row('parsing and verifying a bundle of 285 KB in a fresh process', times.verify);
  const ratio = (list: readonly number[]) => (fastest(list) / fastest(times.action)).toFixed(1);
  console.log(`\nratios: ${ratio(times.page)} as documented, ${ratio(times.once)} asked once`);
} finally {
  await e2e[Symbol.asyncDispose]();
  rmSync(scratch, { recursive: true });
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
