import type { FetchedImage } from '../bottlerocket/fetch-image.ts';
import { printable } from '../net/printable-url.ts';
import type { BuildTooling } from '../release/build-tooling.ts';
import type { EksaRelease, VerifiableArchive } from '../release/eksa-release.ts';
import type { Origin } from './bottlerocket-provenance.ts';
import { signatureInWords } from './cell-provenance.ts';

/** Which version, and why this one. */
export interface ChosenVersion {
  readonly version: string;
  /** How the release's own choice was read; absent when the user chose. */
  readonly readBy?: BuildTooling['readBy'];
}

/** An image of Bottlerocket's repository: two chains, one for the file, one for which file. */
export function originInRepository(
  image: FetchedImage,
  { version, readBy }: ChosenVersion,
  release: EksaRelease,
  isInBundle: boolean,
): Origin {
  const { target, url, root, trustedBy, expiredRoles } = image;
  const pinned = readBy && {
    what: `that ${release.version} pins Bottlerocket ${version}`,
    by:
      readBy === 'git'
        ? `git objects of the build-tooling commit, by ${signatureInWords(release)}`
        : 'TLS alone: git could not read the build-tooling commit',
  };
  return {
    materials: [
      {
        name: target.name,
        uri: printable(url),
        digest: { sha256: target.sha256 },
        annotations: { length: target.length },
      },
      {
        name: `Bottlerocket root ${root.version}`,
        uri: printable(root.url),
        digest: { sha256: root.sha256 },
        annotations: { version: root.version, trustBeginsAt: trustedBy },
      },
    ],
    verified: [
      {
        what: target.name,
        by: `length and sha256 in Bottlerocket's TUF repository, root ${root.version}; trust begins at ${trustedBy}`,
      },
      ...(isInBundle ? [{ what: target.name, by: `its sha256, by ${signatureInWords(release)}` }] : []),
      ...(pinned && readBy === 'git' ? [pinned] : []),
    ],
    unverified: [
      ...(pinned && readBy === 'tls' ? [pinned] : []),
      ...expiredRoles.map((role) => ({
        what: `that the ${role} metadata is the newest`,
        by: 'nothing: it is expired, and `allow-expired-repo` takes it',
      })),
    ],
  };
}

/** The copy of a bundle: one chain. */
export function originInBundle(name: string, archive: VerifiableArchive, release: EksaRelease): Origin {
  return {
    materials: [{ name, uri: archive.uri, digest: { sha256: archive.sha256 } }],
    verified: [{ what: name, by: `its sha256, by ${signatureInWords(release)}` }],
    unverified: [],
  };
}
