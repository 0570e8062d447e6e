/** Who wrote a line of the build's log, as far as its form tells. */
export type LineSource =
  /** The image-builder CLI itself, by Go's `log` package. */
  | 'cli'
  /** Packer: `==> <builder>: …`. */
  | 'packer'
  /** What a builder or provisioner of Packer says, Ansible above all: `    <builder>: …`. */
  | 'builder'
  /** make, git, curl, Packer's summary and everything else. */
  | 'tool';

export interface LogLine {
  readonly source: LineSource;
  /** The whole line without terminal control, line end and password hashes. */
  readonly line: string;
  /** The line without the prefix that names its source. */
  readonly text: string;
}

const cliPrefix = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /;
const cliPrefixLength = '2026/11/23 12:14:34 '.length;
const builderName = /^[\w.-]+(?: \([\w.-]+\))?$/;
/** Colours and other terminal control (ECMA-48 CSI sequences). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
const terminalControl = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|[@-Z\\-_])/g;
/** A crypt(3) hash, as in the rendered autoinstall templates; also the rest of one that a chunk cut in two. */
const cryptHash = /\$[156y]\$[./A-Za-z0-9$=,]*/g;

/** The builder's lines are most of a log, so the tests are ordered by how cheaply they say no. */
export function parseLine(raw: string): LogLine {
  const line = clean(raw);
  const first = line.charCodeAt(0);
  if (first === 0x20 && line.startsWith('    ')) return prefixed('builder', line);
  if (first === 0x3d && line.startsWith('==> ')) return prefixed('packer', line);
  if (line.charCodeAt(4) === 0x2f && cliPrefix.test(line)) {
    return { source: 'cli', line, text: line.slice(cliPrefixLength) };
  }
  return { source: 'tool', line, text: line };
}

/** Both prefixes of Packer are four characters long: `==> qemu: text` and `    qemu: text`. */
function prefixed(source: LineSource, line: string): LogLine {
  const colon = line.indexOf(':', 4);
  const after = line.charCodeAt(colon + 1);
  const isPrefix = colon > 4 && colon < 100 && (after === 0x20 || colon === line.length - 1);
  if (!isPrefix || !isBuilderName(line, colon)) return { source: 'tool', line, text: line };
  return { source, line, text: line.slice(colon + 2) };
}

let lastName = '';

/** One build has one builder, so the name is nearly always the one before. */
function isBuilderName(line: string, colon: number): boolean {
  if (lastName.length === colon - 4 && line.startsWith(lastName, 4)) return true;
  const name = line.slice(4, colon);
  if (!builderName.test(name)) return false;
  lastName = name;
  return true;
}

function clean(raw: string): string {
  let line = raw.includes('\u001b') ? raw.replace(terminalControl, '') : raw;
  if (line.includes('\r')) line = line.slice(line.lastIndexOf('\r', line.trimEnd().length - 1) + 1);
  line = line.trimEnd();
  return line.includes('$') ? line.replace(cryptHash, '***') : line;
}
