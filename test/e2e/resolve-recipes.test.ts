import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { boxInputs, type EndToEnd, startEndToEnd } from '../support/e2e.ts';

/**
 * The commands of the documentation page that this action replaces (anywhere.eks.amazonaws.com, "Artifacts", v0.18),
 * against what the action says of the same servers.
 */
const manifest = 'https://anywhere-assets.eks.amazonaws.com/releases/eks-a/manifest.yaml';
const bundle = `BUNDLE_MANIFEST_URL=$(curl -sL ${manifest} | yq ".spec.releases[] | select(.version==\\"$EKSA_RELEASE_VERSION\\").bundleManifestUrl")`;
const versionsBundle = (query: string) => `curl -s $BUNDLE_MANIFEST_URL | yq "${query}"`;
const bottlerocketVersion = (format: string) => `
BUILD_TOOLING_COMMIT=$(curl -s $BUNDLE_MANIFEST_URL | yq ".spec.versionsBundles[0].eksD.gitCommit")
BOTTLEROCKET_IMAGE_FORMAT=${format}
curl -sL https://raw.githubusercontent.com/aws/eks-anywhere-build-tooling/$BUILD_TOOLING_COMMIT/projects/kubernetes-sigs/image-builder/BOTTLEROCKET_RELEASES | yq ".$(echo $KUBEVERSION | tr '.' '-').$BOTTLEROCKET_IMAGE_FORMAT-release-version"`;
const ofChannel = (query: string) =>
  versionsBundle(`.spec.versionsBundles[] | select(.kubeVersion==\\"$KUBEVERSION\\").${query}`);

const recipes: Readonly<Record<string, string>> = {
  'eksd-release': ofChannel('eksD.name'),
  'eksd-manifest-url': ofChannel('eksD.manifestUrl'),
  'bottlerocket-ova-uri': ofChannel('eksD.ova.bottlerocket.uri'),
  'bottlerocket-raw-uri': ofChannel('eksD.raw.bottlerocket.uri'),
  'bottlerocket-ova-version': bottlerocketVersion('ova'),
  'bottlerocket-raw-version': bottlerocketVersion('raw'),
  'hook-vmlinuz-uri': versionsBundle(
    '.spec.versionsBundles[0].tinkerbell.tinkerbellStack.hook.vmlinuz.amd.uri',
  ),
  'hook-initramfs-uri': versionsBundle(
    '.spec.versionsBundles[0].tinkerbell.tinkerbellStack.hook.initramfs.amd.uri',
  ),
  'image-builder-uri': versionsBundle('.spec.versionsBundles[0].eksD.imagebuilder.uri'),
  'build-tooling-commit': versionsBundle('.spec.versionsBundles[0].eksD.gitCommit'),
};

const found = spawnSync('yq', ['--version'], { encoding: 'utf8' }).stdout ?? '';
const skip = /mikefarah/.test(found) || process.env['CI'] === 'true' ? false : 'needs yq by mikefarah';

describe('the recipes of the documentation, in the box', { skip }, () => {
  let e2e: EndToEnd;
  let authorities: string;
  before(async () => {
    e2e = await startEndToEnd();
    authorities = join(e2e.repository, '..', 'authorities.pem');
    const { interceptingCa, publicCa } = e2e.box;
    writeFileSync(
      authorities,
      [interceptingCa, publicCa].map((file) => readFileSync(file, 'utf8')).join('\n'),
    );
  });
  after(() => e2e[Symbol.asyncDispose]());

  const shell = async (script: string, variables: Record<string, string>): Promise<string> => {
    const env = {
      PATH: process.env['PATH'],
      CURL_CA_BUNDLE: authorities,
      ...e2e.box.environment,
      ...variables,
    };
    return (await promisify(execFile)('bash', ['-c', script], { env })).stdout.trim();
  };
  const resolve = (inputs: Record<string, string>) =>
    e2e.run('actions/resolve-eksa-bundle', { inputs: { ...boxInputs(e2e.box), ...inputs } });

  for (const [version, channel] of [
    ['v0.26.1', '1-33'],
    ['v0.22.5', '1-28'],
    ['v0.18.0', '1-27'],
  ] as const) {
    test(`answer for ${version} and ${channel} as the action does, or with "null" where it says nothing`, async () => {
      const { outputs, log } = await resolve({ 'eks-a-version': version, 'release-channel': channel });
      const variables = { EKSA_RELEASE_VERSION: version, KUBEVERSION: channel.replace('-', '.') };
      const url = await shell(`${bundle}\necho $BUNDLE_MANIFEST_URL`, variables);
      assert.equal(outputs['bundle-manifest-url'], url, log);
      for (const [output, recipe] of Object.entries(recipes)) {
        const answer = await shell(recipe, { ...variables, BUNDLE_MANIFEST_URL: url });
        assert.equal(outputs[output], answer === 'null' ? '' : answer, output);
      }
    });
  }

  test('answer with the same newest release and the same images of all channels', async () => {
    const { outputs } = await resolve({});
    const newest = await shell(`curl -sL ${manifest} | yq ".spec.latestVersion"`, {});
    assert.equal(outputs['eks-a-version'], newest);
    const all = versionsBundle('.spec.versionsBundles[].eksD.ova.bottlerocket.uri');
    const uris = await shell(`${bundle}\n${all}`, { EKSA_RELEASE_VERSION: newest });
    const images: Record<string, { ova?: { uri: string } }> = JSON.parse(
      outputs['bottlerocket-images'] ?? '',
    );
    assert.deepEqual(
      Object.values(images).map(({ ova }) => ova?.uri ?? 'null'),
      uris.split('\n'),
    );
  });
});
