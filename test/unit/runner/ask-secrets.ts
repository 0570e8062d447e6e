import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface SecretsRequest {
  readonly add?: readonly string[];
  readonly addUserInfo?: readonly string[];
  /** Texts to redact. */
  readonly redact?: readonly string[];
  /** Outputs to ask about. */
  readonly outputs?: readonly string[];
}

export interface SecretsReply {
  readonly redacted: readonly string[];
  readonly held: readonly boolean[];
}

/** Registers secrets in another process and tells what became of them, and what the runner was told to mask. */
export async function askSecrets(
  request: SecretsRequest,
): Promise<SecretsReply & { readonly masks: readonly string[] }> {
  const script = join(import.meta.dirname, 'secrets-process.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(request)]);
  const lines = stdout.trimEnd().split('\n');
  const reply = JSON.parse(lines.at(-1) ?? '') as SecretsReply;
  const masks = lines.slice(0, -1).map((line) => decode(line.replace(/^::add-mask::/, '')));
  return { ...reply, masks };
}

function decode(data: string): string {
  return data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
