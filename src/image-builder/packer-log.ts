import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What Packer prints when only its own log knows more. */
const vague =
  /Timeout waiting for (?:SSH|IP|WinRM)|Qemu failed to start|Build was halted|Script (?:exited|disconnected)/;

/** The most telling first; of one kind the last line counts, because Packer tries again and again. */
const reasons: readonly RegExp[] = [
  /ssh: handshake failed: .*(?:unable to authenticate|no supported methods|no common algorithm|host key).*/,
  /Qemu stderr: (?!.*\bwarning\b)(.*(?:kvm|could not|cannot|failed|error|not).*)/i,
  /image size mis\S*match.*|error while (?:findImageByUUID|ListAllImage).*|Connection timed out during banner exchange/,
  /(?:SSH )?handshake err(?:or)?[:,].*|ssh: handshake failed.*/i,
  /Error getting SSH address.*/,
  /TCP connection to SSH ip\/port failed: (.*)/,
];

const tailBytes = 512 * 1024;

/** Whether packer.log may know more than the line. */
export function isVague(line: string): boolean {
  return vague.test(line);
}

/**
 * What packer.log below a build's working directory says about a failure that stdout only names, as `Timeout waiting
 * for SSH` does whether nothing listens or the password is refused. Undefined without such a file or line.
 */
export async function reasonInPackerLog(workFolder: string): Promise<string | undefined> {
  try {
    const path = await findPackerLog(workFolder);
    return path === undefined ? undefined : packerLogReason(await readTail(path));
  } catch {
    // The build failed already; a log that cannot be read must not hide that.
    return undefined;
  }
}

export function packerLogReason(text: string): string | undefined {
  const lines = text.split('\n');
  for (const reason of reasons) {
    const found = lines.findLast((line) => reason.test(line));
    const match = found && reason.exec(found);
    if (match) return (match[1] ?? match[0]).trim().slice(0, 500);
  }
  return undefined;
}

/** `_output/tar/<channel>/<os>/<version>/<format>/packer.log` (build-tooling's Makefile); the newest counts. */
async function findPackerLog(workFolder: string): Promise<string | undefined> {
  const output = join(
    workFolder,
    'eks-anywhere-build-tooling/projects/kubernetes-sigs/image-builder/_output',
  );
  const files = await readdir(output, { recursive: true, withFileTypes: true });
  const logs = files.filter((file) => file.isFile() && file.name === 'packer.log');
  const dated = await Promise.all(
    logs.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      return { path, time: (await stat(path)).mtimeMs };
    }),
  );
  return dated.sort((a, b) => b.time - a.time)[0]?.path;
}

async function readTail(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, tailBytes);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
