const prime1 = 0x9e3779b1;
const prime2 = 0x85ebca77;
const prime3 = 0xc2b2ae3d;
const prime4 = 0x27d4eb2f;
const prime5 = 0x165667b1;
const stripe = 16;

/** The checksum of LZ4 frames, with seed 0. Source: xxHash specification 0.1.1, "XXH32 algorithm". */
export class Xxh32 {
  #v1 = (prime1 + prime2) | 0;
  #v2 = prime2 | 0;
  #v3 = 0;
  #v4 = -prime1 | 0;
  #length = 0;
  readonly #rest = Buffer.alloc(stripe);
  #restLength = 0;

  update(bytes: Buffer): void {
    this.#length += bytes.length;
    let at = 0;
    if (this.#restLength > 0) {
      at = bytes.copy(this.#rest, this.#restLength);
      this.#restLength += at;
      if (this.#restLength < stripe) return;
      this.#stripes(this.#rest, 0, stripe);
      this.#restLength = 0;
    }
    const end = bytes.length - ((bytes.length - at) % stripe);
    this.#stripes(bytes, at, end);
    this.#restLength = bytes.copy(this.#rest, 0, end);
  }

  /** Unsigned; the state stays as it is. */
  digest(): number {
    let hash =
      this.#length >= stripe
        ? (rotate(this.#v1, 1) + rotate(this.#v2, 7) + rotate(this.#v3, 12) + rotate(this.#v4, 18)) | 0
        : prime5;
    hash = (hash + this.#length) | 0;
    let at = 0;
    for (; at + 4 <= this.#restLength; at += 4) {
      hash = (hash + Math.imul(this.#rest.readInt32LE(at), prime3)) | 0;
      hash = Math.imul(rotate(hash, 17), prime4);
    }
    for (; at < this.#restLength; at += 1) {
      hash = (hash + Math.imul(this.#rest.readUInt8(at), prime5)) | 0;
      hash = Math.imul(rotate(hash, 11), prime1);
    }
    hash = Math.imul(hash ^ (hash >>> 15), prime2);
    hash = Math.imul(hash ^ (hash >>> 13), prime3);
    return (hash ^ (hash >>> 16)) >>> 0;
  }

  /** The four lanes live in local variables: fields in a loop would cost half of the speed. */
  #stripes(bytes: Buffer, start: number, end: number): void {
    let v1 = this.#v1;
    let v2 = this.#v2;
    let v3 = this.#v3;
    let v4 = this.#v4;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = start; at < end; at += stripe) {
      v1 = Math.imul(rotate((v1 + Math.imul(view.getInt32(at, true), prime2)) | 0, 13), prime1);
      v2 = Math.imul(rotate((v2 + Math.imul(view.getInt32(at + 4, true), prime2)) | 0, 13), prime1);
      v3 = Math.imul(rotate((v3 + Math.imul(view.getInt32(at + 8, true), prime2)) | 0, 13), prime1);
      v4 = Math.imul(rotate((v4 + Math.imul(view.getInt32(at + 12, true), prime2)) | 0, 13), prime1);
    }
    this.#v1 = v1;
    this.#v2 = v2;
    this.#v3 = v3;
    this.#v4 = v4;
  }
}

export function xxh32(bytes: Buffer): number {
  const hash = new Xxh32();
  hash.update(bytes);
  return hash.digest();
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
