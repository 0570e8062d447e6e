import type { Evidence } from '../image/provenance.ts';
import type { EksaRelease } from '../release/eksa-release.ts';
import { docsLink } from '../runner/docs-link.ts';
import type { SummaryBlock } from '../runner/summary.ts';

/** In the words of docs/trust.md: first what a chain of signatures leads to, then what nobody verified. */
export function trustBlocks(
  signature: EksaRelease['signature'],
  verified: readonly Evidence[],
  unverified: readonly Evidence[],
): readonly SummaryBlock[] {
  const isSigned = signature === 'verified';
  const counted = isSigned
    ? `What is verified, and what is not (${verified.length} verified, ${unverified.length} not)`
    : `What fits the unverified bundle, and what nothing covers (${verified.length} fit, ${unverified.length} not)`;
  const row = (mark: string) => (evidence: Evidence) => [mark, evidence.what, evidence.by];
  return [
    {
      details: counted,
      blocks: [
        {
          line: isSigned
            ? 'The signature of the bundle is valid. Each verified item rests on a signature, as the last column says.'
            : 'No signature was verified: what fits the bundle is as trustworthy as the connection that it came by.',
        },
        {
          head: ['Result', 'What', 'By'],
          rows: [
            ...verified.map(row(isSigned ? '✅ verified' : '☑️ fits')),
            ...unverified.map(row('⚠️ not verified')),
          ],
        },
        { line: { text: 'What is verified by what', href: docsLink('docs/trust.md') } },
      ],
    },
  ];
}
