import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { BrokenImageError } from '../../../src/image/disk-layout.ts';
import { type Expectation, inspectImage } from '../../../src/image/inspect-image.ts';

const mebibyte = 1024 * 1024;
const eksdRelease = 'kubernetes-1-33-eks-30';
const efi = { firmware: 'efi', eksdRelease } as const;
const environment = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` };
const run = (file: string, args: readonly string[], input?: string) =>
  execFileSync(file, args, { env: environment, encoding: 'utf8', ...(input !== undefined && { input }) });
const isInstalled = (program: string) => {
  try {
    run('which', [program]);
    return true;
  } catch {
    return false;
  }
};
const tools = ['qemu-img', 'sfdisk', 'mkfs.vfat', 'mke2fs'];
const missing = tools.filter((program) => !isInstalled(program));

describe('images that the usual tools made', {
  skip: missing.length > 0 && process.env['CI'] !== 'true' ? `not installed: ${missing.join(', ')}` : false,
}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'real-images-'));
  const path = (name: string) => join(folder, name);
  const disk = path('disk.raw');
  const bootStart = mebibyte;
  const place = (file: string, at: number) =>
    run('dd', [
      `if=${file}`,
      `of=${disk}`,
      'bs=1M',
      `seek=${at / mebibyte}`,
      'conv=notrunc,sparse',
      'status=none',
    ]);

  /** 64 MiB: an EFI system partition with FAT, a root partition with ext4 and some noise in it. */
  before(() => {
    writeFileSync(disk, '');
    truncateSync(disk, 64 * mebibyte);
    run(
      'sfdisk',
      ['-q', disk],
      'label: gpt\nstart=1MiB, size=8MiB, type=U\nstart=9MiB, size=54MiB, type=L\n',
    );
    run('mkfs.vfat', ['-C', path('boot.fat'), String(8 * 1024)]);
    place(path('boot.fat'), bootStart);
    writeFileSync(path('noise'), randomBytes(2 * mebibyte).toString('hex'));
    const files = mkdtempSync(path('root-'));
    copyFileSync(path('noise'), join(files, 'noise'));
    run('mke2fs', ['-q', '-F', '-t', 'ext4', '-d', files, path('root.ext4'), '54M']);
    place(path('root.ext4'), 9 * mebibyte);
    run('qemu-img', ['convert', '-f', 'raw', '-O', 'qcow2', disk, path('disk.qcow2')]);
    run('qemu-img', ['convert', '-c', '-f', 'raw', '-O', 'qcow2', disk, path('packed.qcow2')]);
    const options = ['-o', 'subformat=streamOptimized'];
    run('qemu-img', ['convert', '-f', 'raw', '-O', 'vmdk', ...options, disk, path('node-disk1.vmdk')]);
    run('sh', ['-c', 'gzip -1 <"$0" >"$1"', disk, path('disk.gz')]);
    packOva('node.ova');
  });
  after(() => rmSync(folder, { recursive: true }));

  /** Descriptor, manifest and disk by tar and sha256sum, as upstream's hack/image-build-ova.py packs them. */
  function packOva(name: string): void {
    const size = statSync(path('node-disk1.vmdk')).size;
    const envelope = `<?xml version="1.0"?>
<Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1" xmlns:vmw="http://www.vmware.com/schema/ovf">
<References><File ovf:id="f" ovf:href="node-disk1.vmdk" ovf:size="${size}"/></References>
<DiskSection><Disk ovf:diskId="d" ovf:fileRef="f"/></DiskSection>
<VirtualSystem ovf:id="v"><VirtualHardwareSection><vmw:Config vmw:key="firmware" vmw:value="efi"/></VirtualHardwareSection>
<ProductSection><Property ovf:key="EKS_DISTRO_VERSION" ovf:value="${eksdRelease}"/></ProductSection></VirtualSystem>
</Envelope>
`;
    writeFileSync(path('node.ovf'), envelope);
    const sums = run('sh', ['-c', 'cd "$0" && sha256sum --tag node.ovf node-disk1.vmdk', folder]);
    writeFileSync(path('node.mf'), sums);
    run('tar', ['-C', folder, '--format=ustar', '-cf', path(name), 'node.ovf', 'node.mf', 'node-disk1.vmdk']);
  }

  const whole: ReadonlyArray<readonly [file: string, format: string, expected: Expectation]> = [
    ['disk.gz', 'raw.gz', { ...efi, hypervisor: 'baremetal' }],
    ['node.ova', 'ova', { ...efi, hypervisor: 'vsphere' }],
    ['disk.qcow2', 'qcow2', { ...efi, hypervisor: 'cloudstack' }],
    ['packed.qcow2', 'qcow2', { ...efi, hypervisor: 'cloudstack' }],
    ['disk.raw', 'raw', { ...efi, hypervisor: 'nutanix' }],
  ];
  for (const [file, format, expected] of whole) {
    test(`${file} is opened as ${format}`, async () => {
      const image = await inspectImage(path(file), expected);
      assert.equal(image.format, format);
      assert.equal(image.size, statSync(path(file)).size);
      assert.equal(
        image.sha256,
        createHash('sha256')
          .update(readFileSync(path(file)))
          .digest('hex'),
      );
      assert.match(image.contents, /GPT, 2 partitions with an EFI system partition/);
      assert.match(image.contents, /64 MiB/);
    });
  }

  /** A copy of a file, changed. */
  async function refuses(
    [file, , expected]: (typeof whole)[number],
    change: (copy: string, size: number) => void | Promise<void>,
    says: RegExp,
  ): Promise<void> {
    const copy = path(`broken-${file}`);
    copyFileSync(path(file), copy);
    await change(copy, statSync(copy).size);
    await assert.rejects(inspectImage(copy, expected), (error) => {
      assert.ok(error instanceof BrokenImageError, String(error));
      assert.match(error.message, says);
      return true;
    });
    assert.ok(statSync(copy), 'the file stays');
  }

  for (const image of whole) {
    for (const share of [0.05, 0.5, 0.97]) {
      test(`${image[0]}, cut off after ${share * 100} %, is refused`, () =>
        refuses(image, (copy, size) => truncateSync(copy, Math.floor(size * share)), /./));
      test(`${image[0]}, cut off there and filled up with a hole, is refused`, () =>
        refuses(
          image,
          (copy, size) => {
            truncateSync(copy, Math.floor(size * share));
            truncateSync(copy, size);
          },
          /./,
        ));
    }
  }

  for (const image of whole.filter(([file]) => ['disk.gz', 'node.ova'].includes(file))) {
    test(`one bit of ${image[0]} that is another, anywhere, is refused`, async () => {
      for (const share of [0.2, 0.4, 0.6, 0.8]) {
        await refuses(image, (copy, size) => flip(copy, Math.floor(size * share)), /./);
      }
    });
  }

  test('a compressed cluster or grain that is not what was compressed', async () => {
    const [, ova, , packed] = whole;
    assert.ok(packed && ova);
    const ones = (copy: string, size: number) => wipe(copy, Math.floor(size / 2), 128 * 1024, 0xff);
    await refuses(packed, ones, /decompress|shorter/);
    copyFileSync(path('node-disk1.vmdk'), path('intact.vmdk'));
    flip(path('node-disk1.vmdk'), Math.floor(statSync(path('node-disk1.vmdk')).size / 2));
    packOva('bad-grain.ova');
    copyFileSync(path('intact.vmdk'), path('node-disk1.vmdk'));
    await assert.rejects(
      inspectImage(path('bad-grain.ova'), ova[2]),
      /node-disk1\.vmdk is damaged: .*grain/,
      'its manifest is right, and still it is broken',
    );
  });

  const onDisk: ReadonlyArray<readonly [string, (copy: string) => void | Promise<void>, RegExp]> = [
    ['the partition table', (copy) => wipe(copy, 0, 17_408), /no partition table/],
    ['the GPT header', (copy) => wipe(copy, 512, 512), /protective MBR without a GPT header/],
    ['a GPT entry', (copy) => flip(copy, 1024 + 40), /GPT entries are damaged/],
    ['the copy of the GPT header', (copy) => wipe(copy, 64 * mebibyte - 512, 512), /its tail is missing/],
    ['the FAT file system', (copy) => wipe(copy, bootStart, 512), /no FAT file system/],
    [
      'the EFI system partition',
      (copy) => {
        run('sfdisk', ['-q', '--part-type', copy, '1', 'L']);
      },
      /no EFI system partition/,
    ],
  ];
  for (const [what, change, says] of onDisk) {
    test(`a disk that lost ${what} is refused, as raw, qcow2 and gzip`, async () => {
      const raw = path('changed.raw');
      copyFileSync(disk, raw);
      await change(raw);
      run('qemu-img', ['convert', '-f', 'raw', '-O', 'qcow2', raw, path('changed.qcow2')]);
      run('sh', ['-c', 'gzip -1 <"$0" >"$1"', raw, path('changed.gz')]);
      await assert.rejects(inspectImage(raw, { ...efi, hypervisor: 'nutanix' }), says);
      await assert.rejects(inspectImage(path('changed.qcow2'), { ...efi, hypervisor: 'cloudstack' }), says);
      await assert.rejects(inspectImage(path('changed.gz'), { ...efi, hypervisor: 'baremetal' }), says);
    });
  }

  test('a qcow2 that leans on another file, is encrypted or was not closed', async () => {
    run('qemu-img', [
      'create',
      '-q',
      '-f',
      'qcow2',
      '-b',
      'disk.qcow2',
      '-F',
      'qcow2',
      path('overlay.qcow2'),
    ]);
    const cloudstack = { ...efi, hypervisor: 'cloudstack' } as const;
    await assert.rejects(inspectImage(path('overlay.qcow2'), cloudstack), /backing file/);
    const patched = async (offset: number, value: number) => {
      copyFileSync(path('disk.qcow2'), path('patched.qcow2'));
      const file = await open(path('patched.qcow2'), 'r+');
      await file.write(Buffer.of(value), 0, 1, offset);
      await file.close();
      return inspectImage(path('patched.qcow2'), cloudstack);
    };
    await assert.rejects(patched(35, 1), /encrypted/);
    await assert.rejects(patched(79, 2), /not closed properly \(marked as corrupt\)/);
    await assert.rejects(patched(79, 4), /external data file/);
    await assert.rejects(patched(7, 9), /qcow2 of version 9/);
    await assert.rejects(patched(23, 40), /clusters of 2\^40/);
  });

  function flip(file: string, at: number): void {
    const bytes = readFileSync(file);
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    writeFileSync(file, bytes);
  }

  async function wipe(file: string, at: number, length: number, byte = 0): Promise<void> {
    const handle = await open(file, 'r+');
    await handle.write(Buffer.alloc(length, byte), 0, length, at);
    await handle.close();
  }
});

describe('the manifest of an AMI build', () => {
  const build = (ids: string, run = 'r1') => ({
    builder_type: 'amazon-ebs',
    artifact_id: ids,
    packer_run_uuid: run,
  });
  const ami = { hypervisor: 'ami', eksdRelease } as const;
  const inspect = async (content: unknown) => {
    const folder = mkdtempSync(join(tmpdir(), 'ami-'));
    try {
      writeFileSync(
        join(folder, 'manifest.json'),
        typeof content === 'string' ? content : JSON.stringify(content),
      );
      return await inspectImage(join(folder, 'manifest.json'), ami);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  test('gives the images of the last run with their regions', async () => {
    const { amis, contents } = await inspect({
      builds: [
        build('us-east-1:ami-00000000', 'r0'),
        build('us-west-2:ami-0123456789abcdef0,eu-west-1:ami-0fedcba9876543210'),
      ],
      last_run_uuid: 'r1',
    });
    assert.deepEqual(amis, [
      { region: 'us-west-2', id: 'ami-0123456789abcdef0' },
      { region: 'eu-west-1', id: 'ami-0fedcba9876543210' },
    ]);
    assert.equal(contents, 'ami-0123456789abcdef0 in us-west-2, ami-0fedcba9876543210 in eu-west-1');
  });

  test('is refused when it names none, names nonsense, or is none', async () => {
    await assert.rejects(
      inspect({ builds: [build('us-west-2:ami-00000000')], last_run_uuid: 'r2' }),
      /no image of its last run/,
    );
    await assert.rejects(
      inspect({ builds: [build('us-west-2:vol-1')], last_run_uuid: 'r1' }),
      /no region and AMI/,
    );
    await assert.rejects(inspect('{"builds": ['), /not one of Packer/);
    await assert.rejects(inspect(''), /not one of Packer/);
  });
});
