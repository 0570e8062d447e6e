import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { BrokenImageError } from '../../../src/image/disk-layout.ts';
import { inspectOva } from '../../../src/image/inspect-ova.ts';
import {
  digestOf,
  type Entry,
  expandVmdk,
  type OvaSpec,
  ovaEntries,
  paxHeader,
  sealHeader,
  streamOptimizedVmdk,
  tar,
  tarEntry,
} from '../../support/ova.ts';

const disk = Buffer.concat([randomBytes(3 << 20), Buffer.alloc(1 << 20)]);
const vmdk = streamOptimizedVmdk(disk);
const entries = ovaEntries({ vmdk });
const [ovf, mf, image] = entries as [Entry, Entry, Entry];
const intact = tar(entries);
const endMarker = Buffer.alloc(1024);

async function fileWith(t: TestContext, content: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ova-'));
  t.after(() => rm(folder, { recursive: true }));
  const path = join(folder, 'node.ova');
  await writeFile(path, content);
  return path;
}

const inspect = async (t: TestContext, content: Buffer) => inspectOva(await fileWith(t, content));

async function refuses(t: TestContext, content: Buffer, message: RegExp): Promise<void> {
  await assert.rejects(inspect(t, content), (error) => {
    assert.ok(error instanceof BrokenImageError, String(error));
    assert.match(error.message, message);
    assert.doesNotMatch(error.message, /\n/);
    return true;
  });
}

/** An OVA whose disk or descriptor is changed before the manifest is made. */
const ova = (changes: Partial<OvaSpec>) => tar(ovaEntries({ vmdk, ...changes }));
const edited = (from: string | RegExp, to: string) =>
  ova({ editDescriptor: (text) => text.replace(from, to) });

function changed(bytes: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}

test('an intact OVA: digest and size of the file, disk, firmware, properties', async (t) => {
  const { properties, ...findings } = await inspect(t, intact);
  assert.deepEqual(findings, {
    sha256: digestOf(intact),
    size: intact.length,
    disk: { ...findings.disk, name: 'node-disk-0.vmdk', virtualSize: disk.length, size: vmdk.length },
    moreDisks: [],
    firmware: 'bios',
  });
  assert.equal(properties.get('EKS_DISTRO_VERSION'), 'kubernetes-1-33-eks-30');
  assert.equal(properties.get('NOTE'), 'a & b');
  assert.ok(expandVmdk(vmdk).equals(disk), 'the test builder writes a readable VMDK');
});

test('the firmware that the descriptor asks for', async (t) => {
  assert.equal((await inspect(t, ova({ firmware: 'efi' }))).firmware, 'efi');
  assert.equal((await inspect(t, ova({ firmware: 'bios' }))).firmware, 'bios');
  await refuses(t, ova({ firmware: 'coreboot' }), /the firmware "coreboot"/);
});

test('an OVA as Bottlerocket makes it: two disks by qemu-img, `sha256sum --tag`', async (t) => {
  const findings = await inspect(
    t,
    ova({
      vmdk: streamOptimizedVmdk(disk, 'qemu-img'),
      moreDisks: [streamOptimizedVmdk(disk.subarray(1 << 20), 'qemu-img')],
      manifestLine: (name, bytes) => `SHA256 (${name}) = ${digestOf(bytes)}\n`,
    }),
  );
  assert.equal(findings.disk.virtualSize, 4 << 20);
  assert.deepEqual(
    findings.moreDisks.map(({ virtualSize }) => virtualSize),
    [3 << 20],
  );
});

test('a manifest with SHA-1 or SHA-512, behind the descriptor or at the end', async (t) => {
  for (const algorithm of ['sha1', 'sha512']) {
    const manifestLine = (name: string, bytes: Buffer) =>
      `${algorithm.toUpperCase()}(${name})= ${digestOf(bytes, algorithm)}\r\n`;
    const [first, manifest, last] = ovaEntries({ vmdk, manifestLine }) as [Entry, Entry, Entry];
    await inspect(t, tar([first, manifest, last]));
    await inspect(t, tar([first, last, manifest]));
    await refuses(
      t,
      tar([first, { ...last, bytes: changed(last.bytes, (copy) => copy.fill(9, 9000, 9001)) }, manifest]),
      /node-disk-0\.vmdk is damaged: its sha(1|512) digest/,
    );
  }
});

test('sizes in base-256 and in pax headers, names in pax and GNU headers, pax headers for all', async (t) => {
  await inspect(t, tar(entries.map((entry) => ({ ...entry, sizeAs: 'base-256' }))));
  await inspect(t, tar(entries.map((entry) => ({ ...entry, sizeAs: 'pax' }))));
  const withHeaders = (header: (name: string) => Buffer) =>
    Buffer.concat([
      ...entries.flatMap(({ name, bytes }) => [header(name), tarEntry({ name: 'short', bytes })]),
      endMarker,
    ]);
  await inspect(
    t,
    withHeaders((name) => paxHeader({ mtime: '1700000000.25', path: name })),
  );
  const longLink = (name: string) =>
    tarEntry({ name: '././@LongLink', type: 'L', bytes: Buffer.from(`${name}\0`) });
  await inspect(t, withHeaders(longLink));
});

test('a digest that does not match, of the disk or of the descriptor', async (t) => {
  const bytes = changed(vmdk, (copy) => copy.writeUInt8(copy.readUInt8(1 << 20) ^ 1, 1 << 20));
  await refuses(t, tar([ovf, mf, { ...image, bytes }]), /node-disk-0\.vmdk is damaged: its sha256 digest/);
  const otherText = { ...ovf, bytes: Buffer.from(ovf.bytes.toString().replace('a &amp; b', 'a &amp; c')) };
  await refuses(t, tar([otherText, mf, image]), /node\.ovf is damaged/);
});

test('a manifest that is missing, has another name, is incomplete or has other lines', async (t) => {
  await refuses(t, tar([ovf, image]), /no manifest \(node\.mf\)/);
  await refuses(t, tar([ovf, { ...mf, name: 'other.mf' }, image]), /no manifest \(node\.mf\)/);
  const [ovfLine = '', diskLine = ''] = mf.bytes.toString().split(/(?<=\n)/);
  const withManifest = (text: string) => tar([ovf, { ...mf, bytes: Buffer.from(text) }, image]);
  await refuses(t, withManifest(ovfLine), /no digest of node-disk-0\.vmdk/);
  await refuses(t, withManifest(diskLine), /no digest of node\.ovf/);
  await refuses(t, withManifest(''), /no digest of node\.ovf/);
  await refuses(t, withManifest(`${ovfLine}${diskLine}SHA256(gone.iso)= 00\n`), /gone\.iso, which is not in/);
  await refuses(t, withManifest(`${ovfLine}MD5(node-disk-0.vmdk)= 00\n`), /without a known digest: "MD5/);
});

test('a file that the descriptor refers to and the archive lacks, or has in another size', async (t) => {
  const manifest = { ...mf, bytes: Buffer.from(`SHA256(node.ovf)= ${digestOf(ovf.bytes)}\n`) };
  await refuses(t, tar([ovf, manifest]), /refers to node-disk-0\.vmdk, which is not in the archive/);
  await refuses(
    t,
    ova({ statedSize: 4711 }),
    new RegExp(`has ${vmdk.length} bytes, but 4711 by the OVF descriptor`),
  );
});

test('a descriptor that is no XML, no envelope, or has no disk', async (t) => {
  await refuses(t, edited('</Envelope>', ''), /not valid XML/);
  await refuses(t, ova({ editDescriptor: () => '<html/>' }), /lacks what a virtual machine needs: Envelope/);
  await refuses(t, edited(/<VirtualSystem .*<\/VirtualSystem>/s, ''), /Envelope\/VirtualSystem/);
  await refuses(t, edited(/ovf:href="[^"]*"/, ''), /References\/File\/0\/@href/);
  await refuses(t, edited('ovf:fileRef="file0"', 'ovf:fileRef="file7"'), /a disk without its file \(file7\)/);
  await refuses(t, edited('ovf:fileRef="file0"', ''), /names no disk/);
  await refuses(
    t,
    tar([{ name: 'node.ovf', bytes: Buffer.alloc((4 << 20) + 1, ' ') }]),
    /too many for a descriptor/,
  );
});

test('a descriptor whose entities explode; many plain ones are fine', async (t) => {
  const withEntity = (length: number, references: number) =>
    ova({
      editDescriptor: (text) =>
        text
          .replace('<Envelope', `<!DOCTYPE Envelope [<!ENTITY e "${'e'.repeat(length)}">]><Envelope`)
          .replace('a &amp; b', '&e;'.repeat(references)),
    });
  await refuses(t, withEntity(9000, 100), /not valid XML: .*limit exceeded/);
  const { properties } = await inspect(t, edited('a &amp; b', '&amp;'.repeat(20_000)));
  assert.equal(properties.get('NOTE')?.length, 20_000);
});

test('an archive that does not begin with the descriptor, or has none', async (t) => {
  await refuses(t, tar([image, ovf, mf]), /first entry of the archive is node-disk-0\.vmdk/);
  await refuses(t, tar([mf, ovf, image]), /first entry of the archive is node\.mf/);
  await refuses(t, Buffer.alloc(10_240), /no entries/);
});

test('an archive that was cut off, at any place', async (t) => {
  const dataEnd = intact.lastIndexOf(vmdk.subarray(-1536)) + 1536;
  for (const length of [1, 511, 513, 3000, intact.length >> 1, dataEnd - 1, dataEnd, dataEnd + 512]) {
    await refuses(t, intact.subarray(0, length), new RegExp(`cut off after ${length} bytes`));
  }
  await refuses(t, intact.subarray(0, intact.length >> 1), /, inside node-disk-0\.vmdk$/);
  await refuses(t, Buffer.alloc(0), /the file is empty/);
});

test('zeros behind the end marker are padding, anything else is not', async (t) => {
  await inspect(t, Buffer.concat([...entries.map(tarEntry), endMarker]));
  await inspect(t, Buffer.concat([intact, Buffer.alloc(3 << 20)]));
  await refuses(t, Buffer.concat([intact, Buffer.from('x')]), /data behind the end marker/);
});

test('what is no tar archive: gzip, HTML, a disk', async (t) => {
  await refuses(t, gzipSync(intact), /compressed with gzip/);
  await refuses(t, Buffer.from('<html>403 Forbidden</html>'.repeat(50)), /no intact tar header at byte 0/);
  await refuses(t, vmdk, /no intact tar header at byte 0/);
});

test('a tar header with a wrong checksum, a wrong size, an impossible size', async (t) => {
  await refuses(
    t,
    changed(intact, (copy) => copy.fill('X', 0, 1)),
    /no intact tar header at byte 0/,
  );
  const withSize = (size: string | Buffer) =>
    changed(intact, (copy) => {
      Buffer.from(size).copy(copy, 124);
      sealHeader(copy);
    });
  await refuses(t, withSize('0000000000x '), /no valid size/);
  await refuses(t, withSize(Buffer.alloc(12, 0xff)), /no valid size/);
  await refuses(
    t,
    withSize(Buffer.from([0x80, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])),
    /no valid size/,
  );
  await refuses(t, withSize('77777777777 '), /too many for a descriptor/);
});

test('pax headers that are damaged, sparse or too long', async (t) => {
  const withHeader = (bytes: Buffer) => Buffer.concat([tarEntry({ name: 'x', type: 'x', bytes }), intact]);
  for (const text of ['no length', '99 path=a\n', '9 path=ab', '0 a=b\n']) {
    await refuses(t, withHeader(Buffer.from(text)), /pax header of the archive is damaged/);
  }
  await refuses(t, Buffer.concat([paxHeader({ size: '-1' }), intact]), /gives the size -1/);
  await refuses(t, Buffer.concat([paxHeader({ 'GNU.sparse.major': '1' }), intact]), /sparse file/);
  await refuses(t, withHeader(Buffer.alloc(70_000, ' ')), /an extension header of 70000 bytes/);
});

test('names with a folder, absolute or climbing, and entries that are no files', async (t) => {
  for (const name of ['/etc/passwd', '../node.iso', 'folder/node.iso', '..', 'a\\b']) {
    await refuses(t, tar([...entries, { name, bytes: Buffer.from('x') }]), /is no plain file name/);
  }
  const climbing = [paxHeader({ path: '../../evil' }), tarEntry({ name: 'good', bytes: Buffer.from('x') })];
  await refuses(t, Buffer.concat([...entries.map(tarEntry), ...climbing, endMarker]), /evil" is no plain/);
  for (const type of ['1', '2', '5']) {
    await refuses(
      t,
      tar([...entries, { name: 'odd', type, bytes: Buffer.alloc(0) }]),
      /odd is no regular file/,
    );
  }
  await refuses(t, tar([...entries, image]), /two entries named node-disk-0\.vmdk/);
});

test('a disk that is no stream-optimized VMDK', async (t) => {
  const withDisk = (change: (copy: Buffer) => void) => ova({ vmdk: changed(vmdk, change) });
  await refuses(t, ova({ vmdk: disk }), /does not begin with KDMV/);
  await refuses(t, ova({ vmdk: Buffer.from('# Disk DescriptorFile\n') }), /does not begin with KDMV/);
  const monolithic = withDisk((copy) => {
    copy.writeUInt32LE(1, 4);
    copy.writeUInt32LE(3, 8);
  });
  await refuses(t, monolithic, /not a streamOptimized one/);
  await refuses(
    t,
    withDisk((copy) => copy.writeUInt32LE(1, 4)),
    /version 1, not 3/,
  );
  await refuses(
    t,
    withDisk((copy) => copy.write('\n \n\n', 73)),
    /transfer in text mode/,
  );
  await refuses(
    t,
    withDisk((copy) => copy.writeBigUInt64LE(0n, 12)),
    /a disk of no size/,
  );
  await refuses(
    t,
    withDisk((copy) => copy.writeBigUInt64LE(1n << 60n, 12)),
    /claims to be a disk of/,
  );
});

test('a VMDK that was cut off before it was packed, or has a sparse tail', async (t) => {
  await refuses(t, ova({ vmdk: vmdk.subarray(0, vmdk.length >> 1) }), /its end is missing/);
  await refuses(t, ova({ vmdk: vmdk.subarray(0, -512) }), /its end is missing/);
  await refuses(t, ova({ vmdk: vmdk.subarray(0, 512) }), /its end is missing/);
  await refuses(t, ova({ vmdk: changed(vmdk, (copy) => copy.fill(0, 1 << 20)) }), /its end is missing/);
  const otherFooter = (offset: number) =>
    changed(vmdk, (copy) => copy.writeBigUInt64LE(1n << 40n, copy.length - 1024 + offset));
  await refuses(t, ova({ vmdk: otherFooter(12) }), /do not agree about the size/);
  await refuses(t, ova({ vmdk: otherFooter(56) }), /grain directory at sector 1099511627776/);
  const qemu = streamOptimizedVmdk(disk, 'qemu-img').subarray(0, 512);
  await refuses(t, ova({ vmdk: qemu }), /grain directory at sector 1, which is not in the file/);
});

test('a missing file is not called a broken image, and a cancelled inspection ends with the reason', async (t) => {
  await assert.rejects(inspectOva('/nonexistent/node.ova'), { code: 'ENOENT' });
  const path = await fileWith(t, intact);
  await assert.rejects(inspectOva(path, AbortSignal.abort()), { name: 'AbortError' });
});

test('an OVA of 128 MiB is opened in less than 64 MiB', async (t) => {
  const large = Buffer.alloc(128 << 20);
  vmdk.copy(large, 0, 0, 512);
  vmdk.copy(large, large.length - 1536, vmdk.length - 1536);
  const path = await fileWith(t, ova({ vmdk: large }));
  const small = await fileWith(t, intact);
  const script = `
    import { inspectOva } from '${new URL('../../../src/image/inspect-ova.ts', import.meta.url)}';
    await inspectOva(process.argv[1]);
    const { maxRSS } = process.resourceUsage();
    await inspectOva(process.argv[2]);
    console.log(process.resourceUsage().maxRSS - maxRSS);`;
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--input-type=module', '-e', script],
    ...['--', small, path],
  ]);
  const kibibytes = Number(stdout);
  assert.ok(kibibytes < 64 * 1024, `${kibibytes} KiB more`);
});
