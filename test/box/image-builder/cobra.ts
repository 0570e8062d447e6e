/** github.com/spf13/cobra v1.7.0 as seen from outside: flag parsing, help texts, error texts, exit code 255. */

export interface Flag {
  readonly name: string;
  readonly type: 'string' | 'int' | 'bool';
  readonly usage: string;
  readonly default?: string;
  readonly required?: boolean;
}

export type FlagValues = ReadonlyMap<string, string>;

export interface Command {
  readonly name: string;
  readonly short: string;
  readonly long: string;
  /** What the usage line says after the command's name. */
  readonly use?: string;
  readonly flags?: readonly Flag[];
  readonly commands?: readonly Command[];
  readonly run?: (flags: FlagValues) => Promise<void> | void;
}

class UsageError extends Error {}

/** Runs the command that the arguments name. Ends the process with 255 for what cobra refuses. */
export async function execute(root: Command, argv: readonly string[]): Promise<void> {
  const [command, path, rest] = find(root, argv);
  const [unknown] = rest;
  if (command === root && unknown !== undefined && unknown !== '' && !unknown.startsWith('-')) {
    const refusal = `unknown command "${unknown}" for "${root.name}"${suggestions(root, unknown)}`;
    process.stderr.write(`Error: ${refusal}\nRun '${root.name} --help' for usage.\n`);
    process.exit(255);
  }
  try {
    const values = parseFlags(flagsOf(command), rest);
    if (values === undefined) printHelp(command, path);
    else if (command.name === 'help') printHelpAbout(root, rest);
    else if (command.run === undefined) printHelp(command, path);
    else await command.run(values);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`Error: ${error.message}\n${usage(command, path)}\n`);
    process.exit(255);
  }
}

function printHelp(command: Command, path: string): void {
  process.stdout.write(`${command.long.trimEnd()}\n\n${usage(command, path)}`);
}

/** The command `help`. Of an unknown topic it prints the root's usage to stderr, without flags, and exits with 0. */
function printHelpAbout(root: Command, topics: readonly string[]): void {
  const [command, path] = find(root, topics);
  if (command !== root || topics.length === 0) {
    printHelp(command, path);
    return;
  }
  const quoted = topics.map((topic) => `\`${topic}\``).join(' ');
  process.stderr.write(`Unknown help topic [${quoted}]\n${usage(root, root.name, { flags: [] })}`);
}

/** Names that begin with the word or are at most two edits away from it. */
function suggestions(root: Command, word: string): string {
  const typed = word.toLowerCase();
  const names = (root.commands ?? [])
    .map(({ name }) => name)
    .filter((name) => name !== 'help' && (name.startsWith(typed) || distance(typed, name) <= 2));
  return names.length === 0 ? '' : `\n\nDid you mean this?\n${names.map((name) => `\t${name}\n`).join('')}`;
}

/** Levenshtein's. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const kept = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(kept, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

function find(
  root: Command,
  argv: readonly string[],
): [command: Command, path: string, rest: readonly string[]] {
  let command = root;
  let path = root.name;
  let depth = 0;
  for (; depth < argv.length; depth += 1) {
    const next = command.commands?.find(({ name }) => name === argv[depth]);
    if (next === undefined) break;
    command = next;
    path += ` ${next.name}`;
  }
  return [command, path, argv.slice(depth)];
}

const flagsOf = (command: Command): readonly Flag[] => [
  ...(command.flags ?? []),
  { name: 'help', type: 'bool', usage: `help for ${command.name}` },
];

/** @returns undefined when help was asked for, which wins over missing flags but not over wrong ones. */
function parseFlags(flags: readonly Flag[], argv: readonly string[]): FlagValues | undefined {
  const values = new Map<string, string>();
  const rest = [...argv];
  let wantsHelp = false;
  for (let word = rest.shift(); word !== undefined && word !== '--'; word = rest.shift()) {
    if (!word.startsWith('-') || word === '-') continue;
    if (word === '-h' || word === '--help') {
      wantsHelp = true;
      continue;
    }
    if (!word.startsWith('--')) throw new UsageError(`unknown shorthand flag: '${word[1]}' in ${word}`);
    if (/^--[-=]/.test(word)) throw new UsageError(`bad flag syntax: ${word}`);
    const [name = '', ...assigned] = word.slice(2).split('=');
    const flag = flags.find((candidate) => candidate.name === name);
    if (flag === undefined) throw new UsageError(`unknown flag: --${name}`);
    const inline = assigned.length > 0 ? assigned.join('=') : undefined;
    const value = inline ?? (flag.type === 'bool' ? 'true' : rest.shift());
    if (value === undefined) throw new UsageError(`flag needs an argument: --${name}`);
    values.set(name, checked(flag, value));
  }
  if (wantsHelp) return undefined;
  const missing = flags
    .filter(({ name, required }) => required === true && !values.has(name))
    .map(({ name }) => `"${name}"`);
  if (missing.length > 0) throw new UsageError(`required flag(s) ${missing.sort().join(', ')} not set`);
  return values;
}

function checked(flag: Flag, value: string): string {
  const refuse = (parser: string): never => {
    throw new UsageError(
      `invalid argument "${value}" for "--${flag.name}" flag: strconv.${parser}: parsing "${value}": invalid syntax`,
    );
  };
  if (flag.type === 'int' && !/^[+-]?\d+$/.test(value)) refuse('ParseInt');
  if (flag.type !== 'bool') return value;
  if (/^(1|t|T|TRUE|true|True)$/.test(value)) return 'true';
  return /^(0|f|F|FALSE|false|False)$/.test(value) ? 'false' : refuse('ParseBool');
}

function usage(command: Command, path: string, { flags = flagsOf(command) } = {}): string {
  const subcommands = command.commands ?? [];
  const width = Math.max(11, ...subcommands.map(({ name }) => name.length));
  const called = command.use === undefined ? `${path} [flags]` : `${path} ${command.use} [flags]`;
  const list = subcommands.map(({ name, short }) => `  ${name.padEnd(width)} ${short}\n`).join('');
  return [
    `Usage:\n  ${subcommands.length > 0 ? `${path} [command]` : called}\n`,
    list && `\nAvailable Commands:\n${list}`,
    flags.length > 0 ? `\nFlags:\n${flagUsages(flags)}` : '',
    list && `\nUse "${path} [command] --help" for more information about a command.\n`,
  ].join('');
}

function flagUsages(flags: readonly Flag[]): string {
  const rows = [...flags]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, type, usage: text, default: preset }) => {
      const shorthand = name === 'help' ? '-h, ' : '    ';
      const left = `  ${shorthand}--${name}${type === 'bool' ? '' : ` ${type}`}`;
      return [left, preset === undefined ? text : `${text} (default "${preset}")`] as const;
    });
  const width = Math.max(...rows.map(([left]) => left.length)) + 3;
  return rows.map(([left, text]) => `${left.padEnd(width)}${text}\n`).join('');
}
