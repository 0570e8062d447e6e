import { checksumLines, type IndexedImage } from '../image/image-index.ts';
import { hypervisorNames } from '../plan/node-image-spec.ts';
import { sizeInWords } from '../quantities.ts';
import { uploadedFiles } from '../runner/artifacts.ts';
import { docsLink } from '../runner/docs-link.ts';
import type { Inline, SummaryBlock } from '../runner/summary.ts';
import { journeys } from './next-step.ts';

const marks = {
  built: '🔨 built',
  reused: '♻️ reused',
  failed: '❌ failed',
  cancelled: '🚫 cancelled',
  skipped: '➖ skipped',
} as const;
const statuses = Object.keys(marks) as ReadonlyArray<keyof typeof marks>;

/** What came of every image of a run; checksums and tags, which are long, are there to unfold. */
export function collectSummary(indexName: string, images: readonly IndexedImage[]): readonly SummaryBlock[] {
  const counts = statuses
    .map((wanted) => ({ wanted, count: images.filter(({ status }) => status === wanted).length }))
    .filter(({ count }) => count > 0)
    .map(({ wanted, count }) => `${count} ${wanted}`);
  const checksums = checksumLines(images);
  const templates = images.filter(({ format, templateTags }) => format === 'ova' && templateTags);
  return [
    { heading: `Node images: ${indexName}` },
    { line: { strong: counts.join(', ') || 'No image was planned.' } },
    {
      head: ['Image', 'Result', 'Size', 'Kubernetes', 'Where, or why not'],
      rows: images.map((image) => [
        { code: image.fileName ?? image.remoteName ?? image.id },
        marks[image.status],
        image.size === undefined ? '' : sizeInWords(image.size),
        image.kubeVersion ?? '',
        whereOf(image),
      ]),
    },
    ...nextSteps(images),
    ...(templates.length > 0
      ? [{ details: `Tags of the vSphere templates (${templates.length})`, blocks: [tagTable(templates)] }]
      : []),
    ...(checksums === ''
      ? []
      : [{ details: 'Checksums, in the format of sha256sum', blocks: [{ output: [checksums.trimEnd()] }] }]),
    ...indexLinks(),
  ];
}

function tagTable(templates: readonly IndexedImage[]) {
  return {
    head: ['Image', 'Tags'],
    rows: templates.map(({ id, fileName, templateTags = [] }): readonly Inline[] => [
      { code: fileName ?? id },
      templateTags.flatMap((tag, index) => [index > 0 ? ' and ' : '', { code: tag }]),
    ]),
  };
}

/** The pages for the hypervisors that this run has images for. */
function nextSteps(images: readonly IndexedImage[]): readonly SummaryBlock[] {
  const there = images.filter(({ status }) => status === 'built' || status === 'reused');
  const pages = journeys.flatMap(({ hypervisor, path }) => {
    const href = docsLink(path);
    const isThere = there.some(({ id }) => id.includes(`-${hypervisor}-`));
    return href !== undefined && isThere ? [{ text: hypervisorNames[hypervisor], href }] : [];
  });
  if (pages.length === 0) return [];
  const list = pages.flatMap((page, index): readonly Inline[] => [index > 0 ? ', ' : '', page]);
  return [{ line: [{ strong: 'Next: use them.' }, ' From the image to a cluster: ', ...list, '.'] }];
}

/** What this step uploaded of its own. */
function indexLinks(): readonly SummaryBlock[] {
  const files = [...uploadedFiles().values()].filter(({ name }) => /\.(json|SHA256SUMS)$/.test(name));
  const shown = files.filter(({ name }) => !name.endsWith('.record.json'));
  if (shown.length === 0) return [];
  const links = shown.flatMap(({ name, url }, index): readonly Inline[] => [
    index > 0 ? ', ' : '',
    { text: { code: name }, href: url },
  ]);
  return [{ line: ['Artifacts of this step: ', ...links] }];
}

function whereOf(image: IndexedImage): Inline {
  const { artifactUrl, amis, remoteName, reason, cause, status, expiresAt, jobUrl } = image;
  if (amis !== undefined)
    return amis.flatMap(({ region, id }, index): readonly Inline[] => [
      index > 0 ? ', ' : '',
      { code: id },
      ` in ${region}`,
    ]);
  if (artifactUrl !== undefined) {
    const until = status === 'reused' && expiresAt ? `, until ${expiresAt.slice(0, 10)}` : '';
    return { text: `artifact${until}`, href: artifactUrl };
  }
  if (remoteName !== undefined) return 'in Prism; there is no file';
  return { text: cause ?? reason ?? 'not uploaded', href: jobUrl };
}
