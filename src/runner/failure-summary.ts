import { ActionError, errorMessage } from '../action-error.ts';
import { uploadedFiles } from './artifacts.ts';
import { runnerTemp } from './runner-temp.ts';
import type { Inline, SummaryBlock } from './summary.ts';

/**
 * Why a step failed, for somebody who opens the run and not the log: what, cause, fix, and where to read on.
 *
 * @param help where a page explains it: an address, or a path in the repository, which is no link
 */
export function failureSummary(action: string, error: unknown, help: string): readonly SummaryBlock[] {
  const more = 'More about this error';
  const readOn = [{ line: URL.canParse(help) ? { text: more, href: help } : [`${more}: `, { code: help }] }];
  const heading = { heading: `Failed: ${action}` };
  if (!(error instanceof ActionError)) {
    return [
      heading,
      { line: { strong: 'An unexpected error. Its whole text is in the log of this step.' } },
      { output: [errorMessage(error)] },
      ...readOn,
    ];
  }
  const { headline, problems, why, fix } = error;
  const fixes = (fix ?? '').split('\n').filter((line) => line !== '');
  return [
    heading,
    { line: { strong: headline } },
    ...(problems.length > 0 ? [{ output: problems }] : []),
    ...(why ? [{ line: [{ strong: 'Cause:' }, ' ', ...withArtifacts(why)] }] : []),
    ...(fixes.length > 0 ? [{ line: { strong: 'Fix:' } }, { list: fixes.map(withArtifacts) }] : []),
    ...(isLeftOnRunner(error.message)
      ? [
          {
            line: 'The runner deletes its folder for temporary files when the job ends. To keep a file from there, upload it in a later step with `if: failure()`.',
          },
        ]
      : []),
    ...readOn,
  ];
}

/** Names the artifact in place of the file: a path on the runner is gone with the job. Other paths there look like code. */
function withArtifacts(text: string): readonly Inline[] {
  const known = [...uploadedFiles().keys()].map((path) => RegExp.escape(path));
  const temporary = `${RegExp.escape(`${runnerTemp()}/`)}[^\\s()\`]+`;
  return text.split(new RegExp(`(${[...known, temporary].join('|')})`)).map((part, index): Inline => {
    if (index % 2 === 0) return part;
    const artifact = uploadedFiles().get(part);
    return { text: { code: artifact?.name ?? part }, href: artifact?.url };
  });
}

function isLeftOnRunner(message: string): boolean {
  const rest = [...uploadedFiles().keys()].reduce((text, path) => text.replaceAll(path, ''), message);
  return rest.includes(`${runnerTemp()}/`);
}
