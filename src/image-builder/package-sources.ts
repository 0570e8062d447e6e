import type { BuiltSystem } from '../plan/node-image-spec.ts';

/** Ubuntu's names of the releases that image-builder has built. */
export const codenames: Readonly<Record<string, string>> = {
  '20.04': 'focal',
  '22.04': 'jammy',
  '24.04': 'noble',
};

/** What else Ubuntu has called a release since 2018: a suite of one of these is for another system. */
const otherCodenames = [
  'bionic',
  'eoan',
  'groovy',
  'hirsute',
  'impish',
  'kinetic',
  'lunar',
  'mantic',
  'oracular',
  'plucky',
  'questing',
];

/** What apt and yum read in their folders; a file of another name is copied into the image and does nothing. */
const suffixes: Readonly<Record<BuiltSystem, readonly string[]>> = {
  ubuntu: ['.list', '.sources'],
  redhat: ['.repo'],
};

/**
 * Looks at a file of `extra_repos`, which upstream copies into the image under its own name.
 *
 * @returns one sentence for each problem, with the line where there is one
 */
export function packageSourceProblems(
  name: string,
  text: string,
  system: { readonly os: BuiltSystem; readonly osVersion: string },
): string[] {
  const { os, osVersion } = system;
  if (!suffixes[os].some((suffix) => name.endsWith(suffix)))
    return [`its name must end in ${suffixes[os].join(' or ')}, or the image ignores it`];
  if (os === 'redhat') return yumProblems(text);
  return name.endsWith('.list') ? oneLineProblems(text, osVersion) : deb822Problems(text, osVersion);
}

/** One-line style of sources.list(5). */
function oneLineProblems(text: string, osVersion: string): string[] {
  let sources = 0;
  const problems = text.split(/\r?\n/).flatMap((line, index): string[] => {
    const source = line.replace(/#.*/, '').trim();
    if (source === '') return [];
    sources += 1;
    const [, address = '', suite = '', rest = ''] =
      /^deb(?:-src)?\s+(?:\[[^\]]*\]\s+)?(\S+)\s+(\S+)(.*)$/.exec(source) ?? [];
    if (address === '')
      return [`line ${index + 1} is no package source: write \`deb <address> <suite> <component>\``];
    const problem = addressProblem(address) ?? suiteProblem(suite, rest, osVersion);
    return problem === undefined ? [] : [`line ${index + 1} ${problem}`];
  });
  return sources === 0 ? ['it names no package source'] : problems;
}

/** The paragraphs of deb822(5), as sources.list(5) uses them. */
function deb822Problems(text: string, osVersion: string): string[] {
  const paragraphs = text
    .split(/\n\s*\n/)
    .map(fieldsOf)
    .filter((fields) => fields.size > 0);
  if (paragraphs.length === 0) return ['it names no package source'];
  return paragraphs.flatMap((fields, index) => {
    const where = `paragraph ${index + 1}`;
    const missing = ['types', 'uris', 'suites'].filter((field) => !fields.get(field));
    const components = fields.get('components') ?? '';
    return [
      ...missing.map((field) => `${where} has no \`${field[0]?.toUpperCase()}${field.slice(1)}\``),
      ...words(fields.get('uris')).flatMap((address) => addressProblem(address) ?? []),
      ...words(fields.get('suites')).flatMap((suite) => suiteProblem(suite, components, osVersion) ?? []),
    ].map((problem) => (problem.startsWith(where) ? problem : `${where} ${problem}`));
  });
}

function fieldsOf(paragraph: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of paragraph.split(/\r?\n/)) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const [, name, value = ''] = /^([A-Za-z-]+):\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined) last = name.toLowerCase();
    fields.set(last, name === undefined ? `${fields.get(last) ?? ''} ${line.trim()}` : value);
  }
  fields.delete('');
  return fields;
}

/** The .repo files of yum(8): sections that each say where their packages are. */
function yumProblems(text: string): string[] {
  const sections = text.split(/^\s*\[/m).slice(1);
  if (sections.length === 0) return ['it has no section such as `[mirror]`'];
  return sections.flatMap((section) => {
    const name = section.slice(0, Math.max(section.indexOf(']'), 0));
    const hasAddress = /^\s*(baseurl|mirrorlist|metalink)\s*=\s*\S/m.test(section);
    return hasAddress ? [] : [`[${name}] has neither \`baseurl\`, \`mirrorlist\` nor \`metalink\``];
  });
}

function addressProblem(address: string): string | undefined {
  if (/^(https?|file|copy|mirror(\+[a-z]+)?|cdrom|ftp):\S+/.test(address)) return undefined;
  return `has no address: "${address.replace(/\/\/[^/@]*@/, '//***@')}"`;
}

/** Suites of others than Ubuntu have names of their own, `stable` or `./`. */
function suiteProblem(suite: string, components: string, osVersion: string): string | undefined {
  const codename = codenames[osVersion];
  const [name = ''] = suite.split(/[-/]/);
  const isOther = otherCodenames.includes(name) || Object.values(codenames).includes(name);
  if (isOther && name !== codename) return `is for ${name}, but Ubuntu ${osVersion} is ${codename}`;
  if (!suite.endsWith('/') && components.trim() === '') return `names no component after the suite ${suite}`;
  return undefined;
}

function words(text = ''): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
