import {
  BrokenImageError,
  checkBackupHeader,
  type DiskLayout,
  layoutBytes,
  readDiskLayout,
} from './disk-layout.ts';

interface Window {
  readonly start: number;
  readonly bytes: Buffer;
  readonly check: (bytes: Buffer) => void;
}

const sector = 512;

/**
 * Looks into a disk that streams by: its partition table, the copy of that at its end, and the file systems that the
 * firmware boots from. What nobody writes is zero, as in a sparse disk.
 */
export class DiskProbe {
  readonly #head = Buffer.alloc(layoutBytes);
  #headIsFilled = false;
  #layout: DiskLayout | undefined;
  #windows: readonly Window[] = [];

  /** Bytes of the disk at `start`. Each call is further on in the disk than the one before. */
  write(start: number, bytes: Buffer): void {
    if (!this.#headIsFilled) {
      copyInto(this.#head, 0, start, bytes);
      if (start + bytes.length < layoutBytes) return;
      this.#readHead(layoutBytes);
    }
    for (const window of this.#windows) copyInto(window.bytes, window.start, start, bytes);
  }

  /**
   * What is on the disk, once all of it went by.
   *
   * @throws BrokenImageError when it has no partition table, is shorter than that says, or lost what is at its end.
   */
  finish(size: number): DiskLayout {
    if (!this.#headIsFilled) this.#readHead(Math.min(size, layoutBytes));
    // A broken table was set aside while the disk went by; reading it again says what is wrong.
    const layout = this.#layout ?? readDiskLayout(this.#head.subarray(0, Math.min(size, layoutBytes)));
    if (size < layout.end) {
      throw new BrokenImageError(
        `the disk ends after ${size} bytes, but its partition table reaches to ${layout.end}`,
      );
    }
    for (const { check, bytes } of this.#windows) check(bytes);
    return layout;
  }

  #readHead(length: number): void {
    this.#headIsFilled = true;
    try {
      this.#layout = readDiskLayout(this.#head.subarray(0, length));
      this.#windows = windowsOf(this.#layout);
    } catch (error) {
      // Said at the end: a stream that is damaged further on has the better explanation.
      if (!(error instanceof BrokenImageError)) throw error;
    }
  }
}

function windowsOf({ backupHeader, partitions }: DiskLayout): readonly Window[] {
  const bootVolumes = partitions.filter(({ type }) => type === 'efi-system');
  return [
    ...bootVolumes.map(({ start }) => ({ start, bytes: Buffer.alloc(sector), check: checkBootVolume })),
    ...(backupHeader === undefined
      ? []
      : [{ start: backupHeader, bytes: Buffer.alloc(sector), check: checkBackupHeader }]),
  ];
}

/** The firmware reads FAT and nothing else: a jump at the start, 55 AA at the end (UEFI specification 13.3, FAT 1.03). */
function checkBootVolume(bootSector: Buffer): void {
  const jump = bootSector[0];
  if ((jump === 0xeb || jump === 0xe9) && bootSector.readUInt16LE(510) === 0xaa55) return;
  throw new BrokenImageError('its EFI system partition holds no FAT file system, so nothing would boot');
}

function copyInto(target: Buffer, targetStart: number, start: number, bytes: Buffer): void {
  const from = Math.max(targetStart, start);
  const to = Math.min(targetStart + target.length, start + bytes.length);
  if (from < to) bytes.copy(target, from - targetStart, from - start, to - start);
}
