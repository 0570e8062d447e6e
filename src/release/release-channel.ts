import { ActionError } from '../action-error.ts';

/**
 * The dash form `1-33` of a release channel, given as `1-33` or `1.33`, quoted or not.
 *
 * @throws ActionError; for `1.3`, which is what YAML makes of an unquoted `1.30`, it says so.
 */
export function parseReleaseChannel(text: string): string {
  const word = text.trim().replace(/^(["'])(.*)\1$/, '$2');
  const [, major, separator, minor] = /^(\d+)([.-])(\d+)$/.exec(word) ?? [];
  if (major === undefined || minor === undefined) {
    throw new ActionError(`\`release-channel\` is not a Kubernetes minor version: "${text}".`, {
      fix: 'Write it as `1-33` or `"1.33"`, without the patch version.',
    });
  }
  // No EKS Anywhere release has had a channel below 1-20.
  if (minor.length === 1) {
    const meant = `${major}-${minor}0`;
    throw new ActionError(`\`release-channel\` is "${text}", which no release of EKS Anywhere has.`, {
      ...(separator === '.' && {
        why: `YAML reads an unquoted ${major}.${minor}0 as the number ${major}.${minor}.`,
      }),
      fix: `Quote it: \`"${major}.${minor}0"\`, or write \`${meant}\`.`,
    });
  }
  return `${major}-${minor}`;
}
