/** How a value must look, and how one that is written otherwise becomes that. The CLI takes any string and fails late. */
export interface Format {
  readonly pattern: RegExp;
  /** Goes on after "must be". */
  readonly expected: string;
  readonly normalize?: (value: string) => string;
}

export const webAddress: Format = {
  pattern: /^https?:\/\/[^\s/]+\S*$/i,
  expected: 'a URL that starts with http:// or https://',
};

/** A URL, or a path on the machine that builds. */
export const fileAddress: Format = {
  pattern: /^((https?|file):\/\/[^\s/]*\/\S+|(?!\w+:\/\/)[^\s"{}]+)$/i,
  expected: 'a URL that starts with https://, http:// or file://, or a path',
};

/** What `git clone` takes, without what a shell would read: the CLI joins it into a command of bash. */
export const gitAddress: Format = {
  pattern: /^((https?|ssh|file):\/\/[\w.@:%/~+-]+|[\w.-]+@[\w.-]+:[\w./~+-]+|\/[\w./~+-]+)$/i,
  expected: 'the address of a git repository: https://, ssh://, git@host:path or an absolute path',
};

/** Guests ask it without a name, and the CLI puts it in place of AWS's hosts as it stands. */
export const mirrorAddress: Format = {
  pattern: /^https?:\/\/[^\s/@]+(\/[^\s/@]+)*$/i,
  expected: 'the URL of a server that asks for no password, http:// or https://',
  normalize: (value) => value.replace(/\/+$/, ''),
};

/** RFC 1123 names, IPv4 addresses, an optional port. */
export const host: Format = {
  pattern:
    /^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*(:\d{1,5})?$/,
  expected: 'a host name without https:// or a path',
};

export const fullHostName: Format = {
  pattern:
    /^(?=.{1,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/,
  expected: 'a fully qualified host name without https:// or a path',
};

export const port: Format = {
  pattern: /^([1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/,
  expected: 'a port from 1 to 65535',
};

/**
 * Packer looks below `/<datacenter>/vm` and creates what it does not find: an inventory path, which vCenter's own tools
 * take, would become folders of that path (packer-plugin-vsphere, `driver/folder.go`).
 */
export const vmFolder: Format = {
  pattern: /\S/,
  expected: 'a folder below the VM folder of the datacenter, or its inventory path',
  normalize: (value) => value.replace(/^\/.+?\/vm\/(?=.)/, ''),
};

/** Packer looks below `<cluster>/Resources` (packer-plugin-vsphere, `driver/resource_pool.go`). */
export const resourcePool: Format = {
  pattern: /\S/,
  expected: 'a pool of the cluster, or its inventory path',
  normalize: (value) => value.replace(/^\/.+?\/host\/.+?\/Resources\/(?=.)/, ''),
};

export const wholeNumber: Format = { pattern: /^[1-9]\d{0,8}$/, expected: 'a whole number' };

export const boolean: Format = {
  pattern: /^(true|false)$/,
  expected: '`true` or `false`',
  normalize: (value) => (/^(true|false)$/i.test(value) ? value.toLowerCase() : value),
};

/** Go's `time.ParseDuration`. */
export const duration: Format = {
  pattern: /^(\d+(\.\d+)?(ns|us|ms|s|m|h))+$/,
  expected: 'a duration such as `40m` or `1h30m`',
};

export const hexDigest: Format = {
  pattern: /^([0-9a-f]{64}|[0-9a-f]{128})$/,
  expected: '64 (sha256) or 128 (sha512) hex digits',
  normalize: (value) => value.replace(/^sha(256|512):/i, '').toLowerCase(),
};

export const checksumType: Format = {
  pattern: /^sha(256|512)$/,
  expected: '`sha256` or `sha512`',
  normalize: (value) => value.toLowerCase().replace('-', ''),
};

/** Upstream's `validateVMXVersion`: builder/builder.go, `minVmVersion`. */
export const vmxVersion: Format = {
  pattern: /^(1[5-9]|[2-9]\d)$/,
  expected: 'a number from 15 up',
  normalize: (value) => value.replace(/^vmx-/i, ''),
};

/** Debian's and RPM's names with an optional version; blanks separate them. */
export const packageNames: Format = {
  pattern: /^[\w@/][\w.+:~=*@/%-]*( [\w@/][\w.+:~=*@/%-]*)*$/,
  expected: 'names that are separated by blanks',
  normalize: oneLine,
};

export const paths: Format = {
  pattern: /^[^\s"{}]+( [^\s"{}]+)*$/,
  expected: 'paths or names that are separated by blanks, without quotes and braces',
  normalize: oneLine,
};

/** A blank would end the value: upstream hands it to Ansible as `no_proxy=…` without quotes. */
export const noProxy: Format = {
  pattern: /^[\w.*:[\]/-]+(,[\w.*:[\]/-]+)*$/,
  expected: 'hosts, domains and networks that are separated by commas',
  normalize: commaSeparated,
};

/** `8.10`, `9.4` */
export const minorRelease: Format = {
  pattern: /^\d{1,2}\.\d{1,2}$/,
  expected: 'a minor release such as `8.10` or `9.4`, not only the major one',
};

export const awsRegion: Format = {
  pattern: /^[a-z]{2}(-[a-z]+)+-\d$/,
  expected: 'an AWS region such as `us-west-2`',
};
export const awsRegions: Format = {
  pattern: /^[a-z]{2}(-[a-z]+)+-\d(,[a-z]{2}(-[a-z]+)+-\d)*$/,
  expected: 'AWS regions such as `us-west-2,eu-central-1`',
  normalize: commaSeparated,
};
/** Account ids, or the aliases that EC2 knows. */
export const awsOwners: Format = {
  pattern: /^(\d{12}|self|amazon|aws-marketplace)(,(\d{12}|self|amazon|aws-marketplace))*$/,
  expected: 'account ids of 12 digits, in quotes, or `self`, `amazon`',
};
export const instanceType: Format = {
  pattern: /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/,
  expected: 'an EC2 instance type such as `t3.small`',
};
export const subnetId: Format = {
  pattern: /^subnet-([0-9a-f]{8}|[0-9a-f]{17})$/,
  expected: 'the id of a subnet, `subnet-` and 8 or 17 hex digits',
};
export const deviceName: Format = { pattern: /^\/dev\/[a-z0-9]+$/, expected: 'a device such as `/dev/sda1`' };
export const volumeType: Format = {
  pattern: /^(gp2|gp3|io1|io2|st1|sc1|standard)$/,
  expected: 'one of gp2, gp3, io1, io2, st1, sc1, standard',
};

function oneLine(value: string): string {
  return value.trim().replace(/\s+/g, ' ');
}

function commaSeparated(value: string): string {
  return value
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .join(',');
}
