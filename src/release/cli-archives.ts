import * as z from 'zod';
import type { Archive } from './eksa-release.ts';

/** An archive with the EKS Anywhere CLI. It stands in the release manifest, which is not signed. */
export interface CliArchive extends Archive {
  readonly os: 'linux' | 'darwin';
  readonly arch: 'amd64' | 'arm64';
}

/** The two places of a manifest entry where they stand. */
export interface CliFields {
  /** By operating system and architecture; since 2023-01-31 (aws/eks-anywhere 3cb4b772d). */
  readonly eksACLI?: unknown;
  /** By operating system, amd64 only; kept for old clients. */
  readonly eksABinary?: unknown;
}

/** The CLI archives of a release, from the newer place where there is one. Those without an address are left out. */
export function cliArchivesOf(fields: CliFields): CliArchive[] {
  const cli = newerType.safeParse(fields.eksACLI).data;
  const binary = olderType.safeParse(fields.eksABinary).data;
  return (['linux', 'darwin'] as const).flatMap((os) =>
    (['amd64', 'arm64'] as const).flatMap((arch) => {
      const archive = cli?.[os]?.[arch] ?? (arch === 'amd64' ? binary?.[os] : undefined);
      if (!archive?.uri || !URL.canParse(archive.uri)) return [];
      const { uri, sha256, sha512, name } = archive;
      return [{ os, arch, uri, ...(name && { name }), ...(sha256 && { sha256 }), ...(sha512 && { sha512 }) }];
    }),
  );
}

const text = z.string().nullish();
const archiveType = z.object({ uri: text, sha256: text, sha512: text, name: text }).nullish();
const newerType = z.object({
  linux: z.object({ amd64: archiveType, arm64: archiveType }).nullish(),
  darwin: z.object({ amd64: archiveType, arm64: archiveType }).nullish(),
});
const olderType = z.object({ linux: archiveType, darwin: archiveType });
