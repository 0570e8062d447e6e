import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { knownCauses } from '../../src/image-builder/known-causes.ts';
import type { GeneratedSection } from '../docs.ts';
import { markdownTable } from './markdown.ts';

/** A message that a page explains, or that the code can give. */
export interface HelpEntry {
  /** The page without folder and extension. */
  readonly page: string;
  readonly id: string;
  /** As a reader sees it, without marks of code, and with `…` for what differs. */
  readonly message: string;
  readonly kind: 'error' | 'warning' | 'notice';
}

/** The pages in the order of a job, and what their reader sees. */
const pages: Readonly<Record<string, string>> = {
  'inputs-and-config': 'an input, a secret or the config is wrong',
  'downloads-and-proxies': 'a download, proxy, mirror or certificate fails',
  'release-and-signatures': 'a release, bundle or signature is refused',
  planning: '`plan-node-images` fails',
  runner: 'the runner is refused, or a tool cannot be set up',
  build: 'the build of an image fails',
  bottlerocket: 'a Bottlerocket image cannot be fetched',
  'image-and-upload': 'the image is broken, exists, or is not uploaded',
  'collect-attest-report': 'collecting, attesting or reporting fails',
};

/** The first cause of each section of the page. */
const sectionStarts: Readonly<Record<string, string>> = {
  'guest-disk-full': 'Runner and QEMU',
  'flag-unknown': 'Flags and config of the CLI',
  'manifest-unreadable': 'Manifests and clones',
  'proxy-login': 'Network of the runner',
  'ssh-login': 'Installer and SSH',
  'vcenter-login': 'Hypervisors',
  'rhel-subscription': 'Ansible and tests',
  'yq-other': 'Tools on the runner',
  'panic-no-output': 'Lines that only say where it broke',
};

export const helpTable = 'src/runner/help-entries.ts';

/** The index of all messages, the known causes of a failed build, and the table from which the log links to both. */
export function troubleshooting(root: string): readonly GeneratedSection[] {
  const entries = Object.keys(pages).flatMap((page) => readEntries(root, page));
  const index = 'docs/troubleshooting.md';
  return [
    { page: index, section: 'phases', content: phaseTable(root) },
    { page: index, section: 'messages', content: messageList(root, entries) },
    { page: 'docs/troubleshooting/build.md', section: 'known-causes', content: causeEntries() },
    { page: helpTable, content: tableModule(entries) },
  ];
}

export const helpPages: readonly string[] = Object.keys(pages);

export function readPage(root: string, page: string): string {
  return readFileSync(join(root, 'docs', 'troubleshooting', `${page}.md`), 'utf8');
}

/**
 * The entries that are written in a page: an anchor, and a heading below it or a text beside it in a list, which is
 * code. The known causes are not among them.
 */
export function readEntries(root: string, page: string): readonly HelpEntry[] {
  const text = readPage(root, page).replace(/<!-- known-causes -->[\s\S]*<!-- \/known-causes -->/, '');
  const anchored = /^(?:- )?<a id="([^"]+)"><\/a>(?:\n#{2,4} )?(`+) ?(.+?) ?\2(?: \((warning|notice)\))?$/gm;
  return [...text.matchAll(anchored)].map(([, id = '', , message = '', kind = 'error']) => ({
    page,
    id,
    message: message.replaceAll('`', ''),
    kind: kind as HelpEntry['kind'],
  }));
}

function titleOf(root: string, page: string): string {
  return /^# (.+)$/m.exec(readPage(root, page))?.[1] ?? page;
}

function phaseTable(root: string): string {
  const rows = Object.entries(pages).map(([page, seen]) => [
    seen,
    `[${titleOf(root, page)}](troubleshooting/${page}.md)`,
  ]);
  return markdownTable(['You see that …', 'Read'], rows);
}

function messageList(root: string, entries: readonly HelpEntry[]): string {
  const groups = [...Map.groupBy(entries, ({ page }) => page)].map(([page, group]) =>
    [
      `### ${titleOf(root, page)}`,
      '',
      ...group.map(
        ({ id, message, kind }) =>
          `- [${code(message)}](troubleshooting/${page}.md#${id})${kind === 'error' ? '' : ` (${kind})`}`,
      ),
    ].join('\n'),
  );
  const causes = knownCauses.map(
    ({ id, line }) => `- [${code(shown(line))}](troubleshooting/build.md#${id})`,
  );
  return [...groups, '### Lines of a failed build', causes.join('\n')].join('\n\n');
}

function causeEntries(): string {
  return knownCauses
    .flatMap(({ id, line, explanation, fix, isTransient }) => [
      ...(sectionStarts[id] === undefined ? [] : [`### ${sectionStarts[id]}`]),
      `<a id="${id}"></a>\n#### ${code(shown(line))}`,
      `${explanation}${isTransient ? ' Tried again.' : ''}`,
      `**What to do:** ${fix.replaceAll(/`docs\/([^`]+)`/g, '[docs/$1](../$1)')}`,
    ])
    .join('\n\n');
}

/** What a reader looks for in a line of a log: not the name of the builder, nor what comes after the first words. */
function shown(line: string): string {
  const text = line.replace(/^Build '[^']+' errored after [^:]+: /, '… errored after …: ');
  return text.length > 100 ? `${text.slice(0, 98).replace(/\s+\S*$/, '')} …` : text;
}

/** Marked as code, whatever backticks there are in it. */
function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function tableModule(entries: readonly HelpEntry[]): string {
  return [
    '// biome-ignore-all format: one entry a line',
    '/** Page, anchor, message; `…` stands for what differs. Written from docs/troubleshooting by `npm run docs`. */',
    'export const helpEntries: ReadonlyArray<readonly [page: string, id: string, message: string]> = [',
    ...entries.map(
      ({ page, id, message }) => `  [${[page, id, message].map((text) => JSON.stringify(text)).join(', ')}],`,
    ),
    '];',
    '',
  ].join('\n');
}
