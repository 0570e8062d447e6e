import { createHash } from 'node:crypto';
import { ActionError } from '../action-error.ts';
import type { RequiredTools } from '../release/support-table.ts';
import { ansibleLock } from './locks/ansible.ts';

/** File name of a wheel → its sha256 in hex. */
export type Wheels = Readonly<Record<string, string>>;

export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** The minor lines of Python that it is taken for; another may need another version. */
  readonly pythons: readonly string[];
  /** One for each Python and glibc that differs. */
  readonly wheels: Wheels;
}

export interface AnsibleLock {
  /** When it was written, as `2026-11-23`. */
  readonly date: string;
  /** ansible-core, by version. */
  readonly cores: Readonly<Record<string, Wheels>>;
  /** The package that holds the Galaxy collections. */
  readonly collections: { readonly name: string; readonly version: string; readonly wheels: Wheels };
  /** All else. */
  readonly packages: readonly LockedPackage[];
}

/** What is installed for one Python, as pip's requirements (`name==version --hash=sha256:…`). */
export interface Requirements {
  readonly ansibleCore: string;
  /** What goes into the virtual environment. */
  readonly packages: string;
  /** What is only unpacked. */
  readonly collections: string;
  /** The one wheel of the collections. */
  readonly collectionsWheel: string;
  /** Hex digest of all of it. */
  readonly digest: string;
}

/**
 * What is taken for a release that fixes no version: the newest of the line. Up to v0.18 upstream asks for 2.11.5 or
 * 2.15.3 "or greater" (kubernetes-sigs/image-builder v0.1.14 to v0.1.19, images/capi/hack/ensure-ansible.sh).
 */
const usualCore = '2.15.13';

/** The Pythons that the locked ansible-core runs on, the preferred one first: Ansible's support matrix, 2.15. */
export const lockedPythons = ['3.11', '3.10', '3.9'] as const;

/**
 * The requirements of a release's Ansible.
 *
 * @param python `3.11`
 * @throws ActionError for an ansible-core that no lock is there for
 */
export function requirementsOf(required: RequiredTools, python: string): Requirements {
  const ansibleCore = lockedCore(required);
  const { name, version, wheels } = ansibleLock.collections;
  const packages = [
    requirement('ansible-core', ansibleCore, ansibleLock.cores[ansibleCore] ?? {}),
    ...ansibleLock.packages
      .filter(({ pythons }) => pythons.includes(python))
      .map((locked) => requirement(locked.name, locked.version, locked.wheels)),
  ].join('');
  const collections = requirement(name, version, wheels);
  return {
    ansibleCore,
    packages,
    collections,
    collectionsWheel: Object.keys(wheels)[0] ?? '',
    digest: createHash('sha256').update(packages).update(collections).digest('hex'),
  };
}

/**
 * The ansible-core that a release is built with.
 *
 * @throws ActionError for one that no lock is there for
 */
export function lockedCore({ ansible = usualCore }: RequiredTools): string {
  if (ansible in ansibleLock.cores) return ansible;
  const known = Object.keys(ansibleLock.cores);
  throw new ActionError(`The release requires ansible-core ${ansible}, which this action cannot install.`, {
    problems: [`It has lock files for ${known.join(', ')}.`],
    why: 'The release is newer than this version of the action.',
    fix: 'Use a newer version of this action, or choose an older release with `eks-a-version`.',
  });
}

function requirement(name: string, version: string, wheels: Wheels): string {
  const hashes = Object.values(wheels).map((sha256) => ` --hash=sha256:${sha256}`);
  return `${name}==${version}${hashes.join('')}\n`;
}
