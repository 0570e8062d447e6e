const mebibyte = 1 << 20;

/** Bytes: tough's limits (`lib.rs`). Rotations: tuf-js's, one a year is usual. */
export const limits = {
  root: mebibyte,
  timestamp: mebibyte,
  snapshot: mebibyte,
  targets: 10 * mebibyte,
  rotations: 256,
} as const;
