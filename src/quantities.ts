const units = [
  { name: 'GB', bytes: 1e9, digits: 1 },
  { name: 'MB', bytes: 1e6, digits: 0 },
  { name: 'kB', bytes: 1e3, digits: 0 },
] as const;

/** `4.1 GB`, `67 MB`: in steps of 1000, as GitHub shows the sizes of artifacts. */
export function sizeInWords(bytes: number): string {
  // What rounds to 1000 MB is 1.0 GB.
  const unit = units.find((candidate) => bytes >= candidate.bytes * 0.9995);
  return unit === undefined ? `${bytes} bytes` : `${(bytes / unit.bytes).toFixed(unit.digits)} ${unit.name}`;
}

/** `4.1 GB (4,118,740,992 bytes)`, for a reader who compares it with the file. */
export function exactSize(bytes: number): string {
  const words = sizeInWords(bytes);
  return words.endsWith('bytes') ? words : `${words} (${bytes.toLocaleString('en-US')} bytes)`;
}

/** `1 h 38 min 12 s`; seconds are whole. */
export function durationInWords(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const parts = [
    hours > 0 && `${hours} h`,
    (hours > 0 || minutes > 0) && `${minutes} min`,
    `${whole % 60} s`,
  ];
  return parts.filter((part) => part !== false).join(' ');
}
