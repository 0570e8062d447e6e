import type { Evidence } from '../image/provenance.ts';
import type { EksaRelease } from '../release/eksa-release.ts';
import { docsLink } from '../runner/docs-link.ts';
import type { SummaryBlock } from '../runner/summary.ts';

/**
 * In the words of docs/trust.md: first what a chain of signatures leads to, then what nobody verified. Where the bundle has
 * no verified signature, what rests on it only fits it; Bottlerocket's repository and EKS Distro have signatures of
 * their own.
 */
export function trustBlocks(
  signature: EksaRelease['signature'],
  verified: readonly Evidence[],
  unverified: readonly Evidence[],
): readonly SummaryBlock[] {
  const isSigned = signature === 'verified';
  const isFit = ({ by }: Evidence) => !isSigned && by.includes('the bundle');
  const fits = verified.filter(isFit).length;
  const counts = [
    `${verified.length - fits} verified`,
    ...(fits > 0 ? [`${fits} only fit the bundle`] : []),
    `${unverified.length} not`,
  ];
  const row = (mark: string, { what, by }: Evidence) => [mark, what, by];
  return [
    {
      details: `What is verified, and what is not (${counts.join(', ')})`,
      blocks: [
        {
          line: isSigned
            ? 'The signature of the bundle is valid. Each verified item rests on a signature, as the last column says.'
            : 'No signature of the bundle was verified. What only fits the bundle is as trustworthy as the connection that the bundle came by.',
        },
        {
          head: ['Result', 'What', 'By'],
          rows: [
            ...verified.map((evidence) =>
              row(isFit(evidence) ? '☑️ fits the bundle' : '✅ verified', evidence),
            ),
            ...unverified.map((evidence) => row('⚠️ not verified', evidence)),
          ],
        },
        { line: { text: 'What is verified by what', href: docsLink('docs/trust.md') } },
      ],
    },
  ];
}
