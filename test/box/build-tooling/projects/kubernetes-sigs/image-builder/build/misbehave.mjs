/** The switches that need more than a line: dying parents and builds that never end. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const quarterOfAnHour = 15 * 60 * 1000;

/**
 * Resolves with Packer's word for the SIGTERM or SIGINT that came, after the seconds that deleting its virtual machine
 * takes; a second signal abandons that. A stubborn build ignores them and only SIGKILL helps.
 */
export function stopForSignals({ stubborn, seconds }) {
  return new Promise((resolve) => {
    // A forgotten build must not outlive the machine's patience.
    setTimeout(() => process.exit(1), quarterOfAnHour);
    let first;
    const words = { SIGTERM: 'terminated', SIGINT: 'interrupt' };
    for (const [signal, word] of Object.entries(words)) {
      process.on(signal, () => {
        if (stubborn) return;
        // A SIGTERM to the process group comes twice: make hands its own on to its children.
        if (first === 'SIGTERM' && signal === 'SIGTERM') return;
        if (first !== undefined) process.exit(130);
        first = signal;
        setTimeout(() => resolve(word), seconds * 1000);
      });
    }
  });
}

/**
 * Prints every value of the CLI's config in the forms that upstream's tools print: raw, as JSON, in a URL, quoted for a
 * shell, base64, line by line; to both streams, and cut in two so that no chunk holds it whole.
 */
export async function leakConfig(project) {
  const configs = ['packer/ova/vsphere.json', 'packer/config/baremetal.json'].map((name) =>
    path.join(project, name),
  );
  const values = configs
    .filter(existsSync)
    .flatMap((file) => Object.values(JSON.parse(readFileSync(file, 'utf8'))));
  for (const value of values.filter((text) => text !== '')) {
    const forms = [
      value,
      JSON.stringify(value),
      encodeURIComponent(value),
      `'${value.replaceAll("'", `'"'"'`)}'`,
      Buffer.from(value).toString('base64'),
    ];
    for (const form of forms) {
      for (const stream of [process.stdout, process.stderr]) {
        const middle = Math.ceil(form.length / 2);
        stream.write(`leak: ${form.slice(0, middle)}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        stream.write(`${form.slice(middle)}\n`);
      }
    }
  }
}

/** SIGKILLs the CLI: the nearest ancestor that is neither make nor a shell. */
export function killCli() {
  let pid = process.ppid;
  while (/^(make|gmake|sh|dash|bash)$/.test(commandName(pid))) pid = parentOf(pid);
  if (pid > 1) process.kill(pid, 'SIGKILL');
}

const commandName = (pid) => readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
const parentOf = (pid) => Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
