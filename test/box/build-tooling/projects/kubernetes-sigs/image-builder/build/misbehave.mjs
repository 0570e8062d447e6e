/** The switches that need more than a line: dying parents and builds that never end. */

import { readFileSync } from 'node:fs';

const quarterOfAnHour = 15 * 60 * 1000;

/**
 * Resolves with Packer's word for the SIGTERM or SIGINT that came, after the seconds that deleting its virtual machine
 * takes; a second signal abandons that. A stubborn build ignores them and only SIGKILL helps.
 */
export function stopForSignals({ stubborn, seconds }) {
  return new Promise((resolve) => {
    // A forgotten build must not outlive the machine's patience.
    setTimeout(() => process.exit(1), quarterOfAnHour);
    let isStopping = false;
    const words = { SIGTERM: 'terminated', SIGINT: 'interrupt' };
    for (const [signal, word] of Object.entries(words)) {
      process.on(signal, () => {
        if (stubborn) return;
        if (isStopping) process.exit(130);
        isStopping = true;
        setTimeout(() => resolve(word), seconds * 1000);
      });
    }
  });
}

/** SIGKILLs the CLI: the nearest ancestor that is neither make nor a shell. */
export function killCli() {
  let pid = process.ppid;
  while (/^(make|gmake|sh|dash|bash)$/.test(commandName(pid))) pid = parentOf(pid);
  if (pid > 1) process.kill(pid, 'SIGKILL');
}

const commandName = (pid) => readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
const parentOf = (pid) => Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
