import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { boxInputs, type EndToEnd, onlyError, startEndToEnd } from '../support/e2e.ts';

const inputs = { 'release-channel': '1-33', hypervisor: 'vsphere', 'upload-artifact': 'none' };

describe("trust in Bottlerocket's published root.json", () => {
  let e2e: EndToEnd;
  before(async () => {
    e2e = await startEndToEnd({ recordsRoot: true });
    // The box has roots of its own, which do not follow the one that is compiled in.
    e2e.box.fault(
      { host: 'updates.bottlerocket.aws', path: /\/3\.root\.json$/ },
      { kind: 'status', status: 403 },
    );
  });
  after(() => e2e[Symbol.asyncDispose]());

  const fetch = (more: Record<string, string> = {}) =>
    e2e.run('actions/fetch-bottlerocket', { inputs: { ...boxInputs(e2e.box), ...inputs, ...more } });

  test('comes from its sum in the build-tooling commit that the signed bundle names', async () => {
    const { exitCode, outputs, summary, log } = await fetch();
    assert.equal(exitCode, 0, log);
    assert.equal(outputs['root-version'], '3');
    assert.match(summary, /whose sha512 stands in the build-tooling commit that the bundle signs/);
  });

  test('does not come from that sum where the bundle is not verified', async () => {
    const result = await fetch({ 'verify-signature': 'skip' });
    assert.equal(result.exitCode, 1, result.log);
    assert.match(
      onlyError(result),
      /trust anchor is too old: root 2[\s\S]*none of the roots that this version knows/,
    );
  });
});
