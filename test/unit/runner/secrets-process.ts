/**
 * Registers secrets in a process of its own, because masks are workflow commands on stdout. Reads a
 * {@link SecretsRequest} as JSON from its argument and prints a {@link SecretsReply} as its last line.
 */
import { Secrets } from '../../../src/runner/secrets.ts';
import type { SecretsReply, SecretsRequest } from './ask-secrets.ts';

const request = JSON.parse(process.argv[2] ?? '{}') as SecretsRequest;
const secrets = new Secrets();
for (const value of request.add ?? []) secrets.add(value);
for (const url of request.addUserInfo ?? []) secrets.addUserInfo(url);
const reply: SecretsReply = {
  redacted: (request.redact ?? []).map((text) => secrets.redact(text)),
  held: (request.outputs ?? []).map((text) => secrets.isHeldBy(text)),
};
console.log(JSON.stringify(reply));
