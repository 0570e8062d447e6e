import { ActionError } from '../action-error.ts';

/** A semantic version as EKS Anywhere writes it: `v0.26.1`, `v0.0.0-dev+build.4018`. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly prerelease: readonly string[];
}

/** What `eks-a-version` can ask for. */
export type RequestedVersion =
  | { readonly kind: 'latest' }
  /** With the `v`. */
  | { readonly kind: 'exact'; readonly version: string }
  /** The newest patch of `0.26`. */
  | { readonly kind: 'line'; readonly line: string }
  /** A development build: the newest, or that of a version such as `v0.0.0-dev+build.4018`. */
  | { readonly kind: 'dev'; readonly version?: string };

// The grammar of semver.org 2.0.0.
const semanticVersion =
  /^v?(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

/** `undefined` when the text is no semantic version; the `v` may be missing. */
export function parseVersion(text: string): Version | undefined {
  const [, major, minor, patch, prerelease] = semanticVersion.exec(text) ?? [];
  if (major === undefined) return undefined;
  return {
    major: Number(major),
    minor: Number(minor),
    patch: Number(patch),
    prerelease: prerelease?.split('.') ?? [],
  };
}

/** `0.26`, the part of a version that release branches are named by. */
export function lineOf({ major, minor }: Version): string {
  return `${major}.${minor}`;
}

/**
 * Precedence by semver.org §11: negative when `a` is older. Build metadata does not count.
 *
 * @throws RangeError when one of them is no version.
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [known(a), known(b)];
  return compareCores(a, b) || comparePrereleases(left.prerelease, right.prerelease);
}

/** The newer of two versions; of texts that are none, the other. */
export function newerOf(a: string, b: string): string {
  if (parseVersion(a) === undefined) return b;
  return parseVersion(b) !== undefined && compareVersions(a, b) < 0 ? b : a;
}

/**
 * Compares major, minor and patch only: the bundle of a dev build states `v0.0.0` for `v0.0.0-dev+build.4018`.
 *
 * @throws RangeError when one of them is no version.
 */
export function compareCores(a: string, b: string): number {
  const [left, right] = [known(a), known(b)];
  return left.major - right.major || left.minor - right.minor || left.patch - right.patch;
}

/**
 * Reads `latest`, `v0.26.1`, `0.26.1`, `0.26`, `dev` or `v0.0.0-dev`.
 *
 * @throws ActionError that lists the accepted forms.
 */
export function requestedVersion(text: string): RequestedVersion {
  const wanted = text.trim();
  if (wanted.toLowerCase() === 'latest') return { kind: 'latest' };
  if (/^(?:dev|v?0\.0\.0-dev)$/i.test(wanted)) return { kind: 'dev' };
  if (isDevelopmentBuild(wanted)) return { kind: 'dev', version: `v${wanted.replace(/^v/, '')}` };
  if (parseVersion(wanted)) return { kind: 'exact', version: `v${wanted.replace(/^v/, '')}` };
  const [, line] = /^v?((?:0|[1-9]\d*)\.(?:0|[1-9]\d*))$/.exec(wanted) ?? [];
  if (line !== undefined) return { kind: 'line', line };
  throw new ActionError(`\`eks-a-version\` is not a version of EKS Anywhere: "${text}".`, {
    fix: 'Write `latest`, an exact version such as `v0.26.1`, a line such as "0.26" for its newest patch, or `dev`.',
  });
}

/** `v0.0.0-dev+build.4018`, or with the branch that it was made from: `v0.0.0-dev-release-0.26+build.12`. */
export function isDevelopmentBuild(version: string): boolean {
  return /^v?0\.0\.0-/.test(version);
}

/** The branch of aws/eks-anywhere that a development build says it was made from; absent for the main branch. */
export function branchOf(version: string): string | undefined {
  return /^v?0\.0\.0-dev-([^+]+)\+/.exec(version)?.[1];
}

/**
 * Reads `dev-branch`.
 *
 * @throws ActionError
 */
export function branchName(value: string): string {
  if (/^[\w.-]+$/.test(value) && !/^\.+$/.test(value)) return value;
  throw new ActionError(`\`${value}\` is not a branch such as \`main\` or \`release-0.26\`.`);
}

function known(text: string): Version {
  const version = parseVersion(text);
  if (version === undefined) throw new RangeError(`not a version: ${text}`);
  return version;
}

function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    if (left !== right) return compareIdentifiers(left, right);
  }
  return a.length - b.length;
}

function compareIdentifiers(a: string, b: string): number {
  const [left, right] = [isNumeric(a), isNumeric(b)];
  if (left && right) return Number(a) - Number(b);
  if (left !== right) return left ? -1 : 1;
  return a < b ? -1 : 1;
}

function isNumeric(identifier: string): boolean {
  return /^\d+$/.test(identifier);
}
