interface Failure {
  readonly phase: string;
  readonly taskNumber: number;
  readonly task: string;
  /** `fatal: [default]: FAILED! ` and the like. */
  readonly head: string;
  json: string;
  isOpen: boolean;
}

const longestJson = 64 * 1024;
const longestSearched = 16 * 1024;
const failureStart = /^(?:fatal|failed): \[[^\]]*\]/;

/**
 * The first task that failed for good. Not one that may fail (`...ignoring`), nor one of a run that went well in
 * the end (rescued, or repeated by Packer); those after the first are its echo, because Packer starts the playbook
 * again on a machine that is half done.
 */
export class AnsibleFailure {
  #task = '';
  #taskNumber = 0;
  #failure: Failure | undefined;

  read(text: string, phase: string): void {
    if (this.#failure?.isOpen && this.#continueJson(text, this.#failure)) return;
    const first = text.charCodeAt(0);
    if (first === 0x54 || first === 0x52) this.#readTask(text);
    else if (first === 0x66 || first === 0x45) this.#readFailure(text, phase);
    else if (first === 0x2e && text.startsWith('...ignoring')) this.#forgetIgnored();
    else if (this.#failure && text.includes(' unreachable=0 ') && / failed=0 /.test(text)) {
      this.#failure = undefined;
    }
  }

  failure(): { phase: string; line: string } | undefined {
    if (this.#failure === undefined) return undefined;
    const { phase, task, head, json } = this.#failure;
    return { phase, line: `${task === '' ? '' : `TASK [${task}] `}${head}${reasonIn(json)}` };
  }

  #readTask(text: string): void {
    const start = text.startsWith('TASK [') ? 6 : text.startsWith('RUNNING HANDLER [') ? 17 : 0;
    if (start === 0) return;
    this.#taskNumber += 1;
    this.#task = text.slice(start, text.lastIndexOf(']')).slice(0, 200);
  }

  #readFailure(text: string, phase: string): void {
    if (this.#failure !== undefined || !(failureStart.test(text) || text.startsWith('ERROR! '))) return;
    const json = text.indexOf('=> {');
    const end = json < 0 ? text.length : json + 3;
    this.#failure = {
      phase,
      task: this.#task,
      taskNumber: this.#taskNumber,
      head: text.slice(0, end),
      json: text.slice(end, end + longestJson),
      isOpen: text.endsWith('=> {'),
    };
  }

  /** With `-v` the result is printed over many lines, up to a brace at the margin. */
  #continueJson(text: string, failure: Failure): boolean {
    failure.isOpen = text !== '}' && failure.json.length < longestJson && !/^(?:TASK|PLAY) /.test(text);
    if (text !== '}' && !failure.isOpen) return false;
    failure.json += `\n${text}`;
    return true;
  }

  #forgetIgnored(): void {
    if (this.#failure?.taskNumber === this.#taskNumber) this.#failure = undefined;
  }
}

/** What of a task's result says why: `msg` and the end of what the module or command printed. */
function reasonIn(json: string): string {
  const result = parsed(json);
  if (result === undefined) {
    const message = /"msg": ("(?:[^"\\]|\\.)*")/.exec(json.slice(0, longestSearched))?.[1];
    return String((message && parsed(message)) ?? json.trim());
  }
  const reason = typeof result === 'object' ? reasonOf(result as Record<string, unknown>) : undefined;
  return reason ?? json.trim();
}

function reasonOf(result: Record<string, unknown>): string | undefined {
  const items = Array.isArray(result['results']) ? result['results'] : [];
  const failed = items.find((item) => item !== null && typeof item === 'object' && item.failed === true);
  if (failed !== undefined) return reasonOf(failed);
  const output = ['stderr', 'module_stderr', 'module_stdout', 'stdout'].map((key) => lastLines(result[key]));
  const parts = [lastLines(result['msg'], 10) ?? lastLines(result['censored']), output.find(Boolean)];
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? undefined : [...new Set(said)].join(' – ');
}

function lastLines(value: unknown, count = 3): string | undefined {
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.filter(Boolean).slice(-count).join(' ') || undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
