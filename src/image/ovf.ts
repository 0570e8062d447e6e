import * as z from 'zod';
import { errorMessage } from '../action-error.ts';
import { BrokenImageError } from './disk-layout.ts';

/** What an OVF descriptor says about the virtual machine and its files (DMTF DSP0243 1.1.0, clauses 7 to 9). */
export interface OvfDescriptor {
  readonly files: readonly OvfFile[];
  /** The files that are disks, in the order of the disk section. */
  readonly diskNames: readonly string[];
  /** VMware's `firmware` setting; without one a virtual machine boots with BIOS. */
  readonly firmware: 'bios' | 'efi';
  /** The product section: `EKS_DISTRO_VERSION`, `BUILD_DATE`, … */
  readonly properties: ReadonlyMap<string, string>;
}

export interface OvfFile {
  readonly name: string;
  /** Optional in the format. */
  readonly size?: number;
}

/** @throws BrokenImageError when it is no XML, or no descriptor of one virtual machine. */
export async function parseOvfDescriptor(text: string): Promise<OvfDescriptor> {
  const read = envelopeType.safeParse(await parseXml(text));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new BrokenImageError(
      `the OVF descriptor lacks what a virtual machine needs: ${issue?.path.join('/')}: ${issue?.message}`,
    );
  }
  const { References, DiskSection, VirtualSystem } = read.data.Envelope;
  const files = References.File.map(({ '@href': name, '@size': size }) => ({
    name,
    ...(size !== undefined && { size: Number(size) }),
  }));
  const settings = VirtualSystem.VirtualHardwareSection.flatMap(({ Config }) => Config);
  const firmware = settings.find(({ '@key': key }) => key === 'firmware')?.['@value'] ?? 'bios';
  if (firmware !== 'bios' && firmware !== 'efi') {
    throw new BrokenImageError(`the OVF descriptor asks for the firmware "${firmware}"`);
  }
  const properties = VirtualSystem.ProductSection.flatMap(({ Property }) => Property);
  return {
    files,
    diskNames: DiskSection.Disk.flatMap(({ '@fileRef': id }) => (id === undefined ? [] : [hrefOf(id)])),
    firmware,
    properties: new Map(properties.map((property) => [property['@key'], property['@value']])),
  };

  function hrefOf(id: string): string {
    const file = References.File.find(({ '@id': candidate }) => candidate === id);
    if (file === undefined)
      throw new BrokenImageError(`the OVF descriptor has a disk without its file (${id})`);
    return file['@href'];
  }
}

const setting = z.object({ '@key': z.string(), '@value': z.string().default('') });
/** An element without content is read as an empty text. */
const element = <T extends z.ZodType>(type: T) => z.preprocess((value) => (value === '' ? {} : value), type);

const envelopeType = z.object({
  Envelope: z.object({
    References: z.object({
      File: z.array(
        z.object({
          '@id': z.string(),
          '@href': z.string().min(1),
          '@size': z
            .string()
            .regex(/^\d{1,15}$/)
            .optional(),
        }),
      ),
    }),
    DiskSection: z.object({ Disk: z.array(z.object({ '@fileRef': z.string().optional() })) }),
    VirtualSystem: z.object({
      VirtualHardwareSection: z.array(element(z.object({ Config: z.array(setting).default([]) }))),
      ProductSection: z.array(element(z.object({ Property: z.array(setting).default([]) }))).default([]),
    }),
  }),
});

const repeated = new Set(['File', 'Disk', 'VirtualHardwareSection', 'Config', 'ProductSection', 'Property']);

/** Prefixes are dropped, as they are free to choose; no element read here has two attributes of one local name. */
async function parseXml(text: string): Promise<unknown> {
  const { XMLParser } = await import('fast-xml-parser');
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    isArray: (name) => repeated.has(name),
  });
  try {
    return parser.parse(text, true);
  } catch (error) {
    throw new BrokenImageError(`the OVF descriptor is not valid XML: ${errorMessage(error)}`, {
      cause: error,
    });
  }
}

export type DigestAlgorithm = 'sha1' | 'sha256' | 'sha512';

/** A line of the manifest, the hexadecimal digest in lower case. */
export interface ManifestLine {
  readonly name: string;
  readonly algorithm: DigestAlgorithm;
  readonly digest: string;
}

const algorithms: Readonly<Record<string, DigestAlgorithm>> = {
  SHA1: 'sha1',
  SHA256: 'sha256',
  SHA512: 'sha512',
};

/**
 * Lines such as `SHA256(disk.vmdk)= 5e88…` (DSP0243 1.1.0, 5.1). `sha256sum --tag`, which makes Bottlerocket's, puts a
 * blank on both sides of what is between.
 *
 * @throws BrokenImageError for any other line.
 */
export function parseOvfManifest(text: string): readonly ManifestLine[] {
  return text.split(/\r?\n/).flatMap((line) => {
    if (line.trim() === '') return [];
    const [, word = '', name = '', digest = ''] = /^(SHA\d+) ?\((.+)\) ?= ?([0-9a-f]+)\s*$/i.exec(line) ?? [];
    const algorithm = algorithms[word.toUpperCase()];
    if (algorithm === undefined) {
      throw new BrokenImageError(
        `the manifest has a line without a known digest: ${JSON.stringify(line.slice(0, 80))}`,
      );
    }
    return [{ name, algorithm, digest: digest.toLowerCase() }];
  });
}
