import { type HostHandler, storedObject } from '../http-exchange.ts';

const sectorSize = 2048;

/** releases.ubuntu.com: installer images with the volume descriptor of one and nothing else. */
export function ubuntuReleases(): HostHandler {
  return ({ url }) => {
    if (!url.pathname.endsWith('.iso')) return { status: 404, body: 'Not Found' };
    return storedObject(emptyIso(url.pathname.slice(1, 33)), 'application/x-iso9660-image');
  };
}

/** ECMA-119, 8.4: a primary volume descriptor in sector 16, then the terminator. */
function emptyIso(volume: string): Buffer {
  const image = Buffer.alloc(18 * sectorSize);
  image.write('\x01CD001\x01', 16 * sectorSize, 'latin1');
  image.write(volume.padEnd(32), 16 * sectorSize + 40);
  image.write('\xffCD001\x01', 17 * sectorSize, 'latin1');
  return image;
}
