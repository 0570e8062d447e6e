import type { LineSource, LogLine } from './log-line.ts';

/** How long a phase took; several turns of one phase are added up. */
export interface PhaseTime {
  readonly name: string;
  readonly seconds: number;
  /** How many tasks Ansible ran in it. */
  readonly tasks?: number;
}

interface PhaseRule {
  readonly name: string;
  readonly source: LineSource;
  readonly starts: RegExp;
  /** What one waits for in it, as the end of "Waiting for …". */
  readonly waitsFor: string;
}

export const lastPhase = 'Finish';
const ansiblePhase = 'Provision with Ansible';

/** In the order of a build, for every builder: qemu, vsphere-iso, vsphere-clone, nutanix and amazon-ebs. */
const rules: readonly PhaseRule[] = [
  {
    name: 'Fetch the build tooling',
    source: 'cli',
    starts: /^Reading EKS-A Manifest file:/,
    waitsFor: 'git, which clones the build tooling (about 40 MB)',
  },
  {
    name: 'Prepare the build',
    source: 'cli',
    starts: /^Initiating Image Build/,
    waitsFor: 'git, which clones kubernetes-sigs/image-builder (about 90 MB)',
  },
  {
    name: 'Check the tools',
    source: 'tool',
    starts: /^hack\/ensure-python\.sh/,
    waitsFor: 'the checks of Python, Ansible and Packer, which download what is missing',
  },
  {
    name: 'Configure Packer',
    source: 'tool',
    starts: /^Loading EKSD manifest from:/,
    waitsFor: 'the EKS-D manifest and the CNI plugins',
  },
  {
    name: 'Start Packer',
    source: 'tool',
    starts: /^(?:\S*\/)?packer build /,
    waitsFor: 'Packer, which starts its plugins and logs in',
  },
  {
    name: 'Download the ISO',
    source: 'packer',
    starts: /^(?:Retrieving ISO|Trying http|Uploading \S+\.iso )/,
    waitsFor: 'the ISO (1–10 GB), or its upload to the hypervisor',
  },
  {
    name: 'Boot the virtual machine',
    source: 'packer',
    starts:
      /^(?:Starting HTTP server|(?:Starting|Creating|Cloning) (?:a |the |Packer Builder )?(?:VM|virtual machine)|Power(?:ing)? on|Launching a source|Prevalidating )/i,
    waitsFor: 'the build VM to boot',
  },
  {
    name: 'Install the operating system, wait for SSH',
    source: 'packer',
    starts: /^Waiting for (?:SSH|IP|WinRM|instance)\b/i,
    waitsFor: 'SSH of the build VM; the installer usually needs 10–25 minutes',
  },
  {
    name: 'Provision',
    source: 'packer',
    starts: /^(?:Connected to (?:SSH|WinRM)!|Provisioning with shell script)/,
    waitsFor: 'a provisioner',
  },
  {
    name: ansiblePhase,
    source: 'packer',
    starts: /^(?:Provisioning with Ansible|Executing Ansible:)/,
    waitsFor: 'Ansible; both plays together usually need 5–15 minutes',
  },
  {
    name: 'Test with Goss',
    source: 'packer',
    starts: /^Provisioning with Goss/i,
    waitsFor: 'the tests of the image',
  },
  {
    name: 'Export the image',
    source: 'packer',
    starts:
      /^(?:Gracefully |Executing shutdown|Shutting down|Stopping the source|Creating (?:snapshot|AMI|image)|Convert|Export|Running post-processor)/,
    waitsFor: 'the build VM to shut down and its disk to be packed',
  },
  {
    name: lastPhase,
    source: 'cli',
    starts: /^Image Build Successful/,
    waitsFor: 'the CLI, which moves the image and cleans up',
  },
];

/** Every phase of a build, in order. */
export const phaseNames: readonly string[] = rules.map(({ name }) => name);

/** The anchor of a phase in the documentation, by the name or title of the phase. */
export function phaseAnchor(title: string): string {
  const name = phaseNames.findLast((candidate) => title.startsWith(candidate)) ?? title;
  return `phase-${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`;
}

const anyStart = new Map(
  (['cli', 'packer', 'tool'] as const).map((source) => [
    source as LineSource,
    new RegExp(
      rules
        .filter((rule) => rule.source === source)
        .map((rule) => rule.starts.source)
        .join('|'),
      'i',
    ),
  ]),
);

/** Provisioners take turns; every other phase comes once in an attempt, whatever later lines look like. */
const takesTurns = /^(Provision|Test)/;
/** More kinds of phases than a real build has: a log that makes up names must not fill the memory. */
const mostPhases = 100;
const longestName = 80;

/** Follows a build through its phases, and takes their times by the given clock (milliseconds). */
export class PhaseTracker {
  readonly #now: () => number;
  readonly #times = new Map<string, { milliseconds: number; tasks: number }>();
  #rule = 0;
  #title: string;
  #started: number;
  #tasks = 0;
  #task = '';
  #failed = false;
  #manifestsRead = 0;
  #tries = 0;

  constructor(now: () => number) {
    this.#now = now;
    this.#started = now();
    this.#title = this.name;
  }

  /** The phase as the rules name it. */
  get name(): string {
    return rules[this.#rule]?.name ?? '';
  }

  /** The phase with the playbook that runs in it: "Provision with Ansible: node". */
  get title(): string {
    return this.#title;
  }

  get waitsFor(): string {
    if (this.#task !== '') return `the Ansible task "${this.#task}"`;
    return rules[this.#rule]?.waitsFor ?? '';
  }

  get seconds(): number {
    return (this.#now() - this.#started) / 1000;
  }

  /** The phase that just ended, when the line begins another one; to be asked with every line. */
  follow({ source, text }: LogLine): PhaseTime | undefined {
    if (source === 'builder') {
      if (text.startsWith('TASK [')) this.#startTask(text);
      return undefined;
    }
    if (source === 'tool' && /^Build '[^']+' errored after /.test(text)) this.#failed = true;
    if (!anyStart.get(source)?.test(text)) {
      if (source === 'packer' && /^Provisioner failed with .*, retrying/.test(text)) this.#startTry();
      return undefined;
    }
    return this.#enter(source, text);
  }

  /** All phases so far, the present one included, in the order in which they began. */
  times(): PhaseTime[] {
    const running = new Map(this.#times);
    running.set(this.#title, this.#sum());
    return [...running].map(([name, { milliseconds, tasks }]) => ({
      name,
      seconds: Math.round(milliseconds / 1000),
      ...(tasks > 0 && { tasks }),
    }));
  }

  #enter(source: LineSource, text: string): PhaseTime | undefined {
    const next = rules.findIndex((rule) => rule.source === source && rule.starts.test(text));
    const rule = rules[next];
    if (rule === undefined) return undefined;
    const isNewAttempt = next === 0 && this.#manifestsRead > 0;
    if (next === 0) this.#manifestsRead += 1;
    if (rule.name !== ansiblePhase) this.#tries = 0;
    const isTurn = takesTurns.test(rule.name) && takesTurns.test(this.name);
    if (!isNewAttempt && (this.#failed || (next < this.#rule && !isTurn))) return undefined;
    const title = rule.name === ansiblePhase ? this.#ansibleTitle(text) : rule.name;
    if (isNewAttempt) this.#failed = false;
    if (title === undefined || title === this.#title || this.#isTooMany(title)) return undefined;
    return this.#switch(next, title);
  }

  /** Only the command line names the playbook: `… /ansible/firstboot.yml`. */
  #ansibleTitle(text: string): string | undefined {
    if (!text.startsWith('Executing Ansible:')) return undefined;
    const playbook = /(?:^|[/ ])([\w.-]+)\.ya?ml$/.exec(text.slice(-200))?.[1];
    const name = playbook === undefined ? ansiblePhase : `${ansiblePhase}: ${playbook.slice(0, longestName)}`;
    return this.#tries === 0 ? name : `${name}, try ${this.#tries + 1}`;
  }

  #isTooMany(title: string): boolean {
    return this.#times.size >= mostPhases && !this.#times.has(title);
  }

  #switch(rule: number, title: string): PhaseTime {
    const ended = {
      name: this.#title,
      seconds: Math.round(this.seconds),
      ...(this.#tasks > 0 && { tasks: this.#tasks }),
    };
    this.#times.set(this.#title, this.#sum());
    this.#rule = rule;
    this.#title = title;
    this.#started = this.#now();
    this.#tasks = 0;
    this.#task = '';
    return ended;
  }

  #sum() {
    const before = this.#times.get(this.#title) ?? { milliseconds: 0, tasks: 0 };
    const milliseconds = before.milliseconds + this.#now() - this.#started;
    return { milliseconds, tasks: before.tasks + this.#tasks };
  }

  #startTask(text: string): void {
    this.#tasks += 1;
    this.#task = text.slice('TASK ['.length, text.lastIndexOf(']')).slice(0, longestName);
  }

  /** Packer says nothing about a provisioner that it starts again (`max_retries`). */
  #startTry(): void {
    this.#tries = Math.min(this.#tries + 1, mostPhases);
    this.#task = '';
  }
}

/** "45 s", "12 min 5 s", "1 h 2 min". */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
