/** What the CLI checks before it touches the network, in the order in which it checks. */

import path from 'node:path';
import type { FlagValues } from './cobra.ts';
import {
  type Config,
  type FilesConfig,
  type Hypervisor,
  knows,
  readConfig,
  readFilesConfig,
} from './config.ts';
import { type Frame, fatal, GoError, panicOfNil, runFrame } from './go-runtime.ts';
import { isAtLeast, type ReleaseLine } from './release-line.ts';

export interface BuildInputs {
  readonly os: string;
  /** Without the dot: 2204. */
  readonly osVersion: string;
  readonly hypervisor: Hypervisor;
  readonly releaseChannel: string;
  readonly firmware: string;
  readonly builder: string;
  readonly eksaRelease: string;
  readonly ansibleVerbosity: number;
  readonly force: boolean;
  readonly airGapped: boolean;
  readonly manifestTarball: string;
  readonly config: Config | undefined;
  readonly files: FilesConfig | undefined;
}

const hypervisors: readonly Hypervisor[] = ['vsphere', 'baremetal', 'nutanix', 'cloudstack', 'ami'];
const isHypervisor = (word: string): word is Hypervisor => hypervisors.some((known) => known === word);

/** Checks the flags and reads the config files; ends the process with the message of the first problem. */
export function validateInputs(flags: FlagValues, line: ReleaseLine): BuildInputs {
  const flag = (name: string): string => flags.get(name) ?? '';
  const os = flag('os');
  if (os !== 'ubuntu' && os !== 'redhat') fatal('Invalid OS type. Please choose ubuntu or redhat');
  const hypervisor = flag('hypervisor');
  if (!isHypervisor(hypervisor))
    fatal(`${hypervisor} is not supported yet. Please select one of ${hypervisors.join(',')}`);
  if (hypervisor === 'cloudstack' && os !== 'redhat')
    fatal('Invalid OS type. Only redhat OS is supported for CloudStack');
  if (hypervisor === 'ami' && os !== 'ubuntu') fatal('Invalid OS type. Only ubuntu OS is supported for AMI');
  const ansibleVerbosity = Number(flag('ansible-verbosity'));
  if (ansibleVerbosity < 0 || ansibleVerbosity > 6) {
    fatal('Invalid Ansible verbosity level. Please provide a value in the range 0 to 6');
  }
  const osVersion = flag('os-version') || defaultOsVersion(os, line);
  checkOsVersion({ os, osVersion, hypervisor, line, dev: flag('dev') === 'true' });
  const given = { os, osVersion, hypervisor, firmware: flag('firmware') };
  checkFirmware(given, line);
  const airGapped = flag('air-gapped') === 'true';
  if (airGapped) {
    if (flag('manifest-tarball') === '')
      fatal('Please provide --manifest-tarball when running air-gapped builds');
    if (os !== 'ubuntu') fatal('Only Ubuntu os is supported for air-gapped builds');
    if (hypervisor === 'ami') fatal('AMI hypervisor not supported for air-gapped builds');
  }
  const builder = flag('builder') || 'iso';
  try {
    if (hypervisor === 'vsphere' && builder !== 'iso' && builder !== 'clone') {
      throw new GoError('Invalid builder type. Please choose iso or clone');
    }
    const config = loadConfig({ ...given, airGapped, builder }, flag(`${hypervisor}-config`), line);
    const files = loadFiles(hypervisor, config, flag('files-config'));
    return {
      ...given,
      osVersion: osVersion.replaceAll('.', ''),
      firmware: given.firmware || defaultFirmware(given),
      releaseChannel: flag('release-channel'),
      builder,
      eksaRelease: flag('eksa-release'),
      ansibleVerbosity,
      force: flag('force') === 'true',
      airGapped,
      manifestTarball: flag('manifest-tarball'),
      config,
      files,
    };
  } catch (error) {
    if (error instanceof GoError) return fatal(error.message);
    throw error;
  }
}

interface Target {
  readonly os: string;
  readonly osVersion: string;
  readonly hypervisor: Hypervisor;
  readonly firmware: string;
}

/** 22.04 became the default with v0.25; RHEL 8 always was. */
const defaultOsVersion = (os: string, line: ReleaseLine): string =>
  os === 'redhat' ? '8' : isAtLeast(line, 25) ? '22.04' : '20.04';

/** Support matrix: CLI sources of the release branches 0.16 to 0.26. */
function checkOsVersion(target: Omit<Target, 'firmware'> & { line: ReleaseLine; dev: boolean }): void {
  const { os, osVersion, hypervisor, line } = target;
  if (os === 'ubuntu') {
    const versions = ['20.04', '22.04', '24.04'].filter(
      (version) =>
        (version === '20.04' && !isAtLeast(line, 25)) ||
        (version === '22.04' && isAtLeast(line, 17)) ||
        (version === '24.04' && isAtLeast(line, 24)),
    );
    if (versions.includes(osVersion) || (osVersion === '20.04' && target.dev)) return;
    fatal(`${osVersion} is not a supported version of Ubuntu. Please select one of ${versions.join(',')}`);
  }
  const firstWithNine: Readonly<Record<Hypervisor, readonly [minor: number, patch: number]>> = {
    nutanix: [18, 0],
    cloudstack: [19, 0],
    baremetal: [20, 0],
    vsphere: [22, 1],
    ami: [22, 1],
  };
  const withNine = isAtLeast(line, ...firstWithNine[hypervisor]);
  // Up to HEAD only vSphere (and AMI) use this wording; the other hypervisors fall through to the general one.
  if (
    (hypervisor === 'vsphere' || hypervisor === 'ami') &&
    osVersion !== '8' &&
    !(withNine && osVersion === '9')
  ) {
    fatal(`Invalid OS version for RedHat. Please choose ${withNine ? '8 or 9' : '8'}`);
  }
  if (osVersion === '8' || (withNine && osVersion === '9')) return;
  fatal(`${osVersion} is not a supported version of Redhat. Please select one of ${withNine ? '8,9' : '8'}`);
}

function checkFirmware({ os, osVersion, hypervisor, firmware }: Target, line: ReleaseLine): void {
  if (firmware === '') return;
  if (firmware !== 'bios' && firmware !== 'efi')
    fatal(`${firmware} is not a firmware. Please select one of bios,efi`);
  if (firmware === 'efi') {
    if (os === 'ubuntu' && hypervisor !== 'vsphere' && hypervisor !== 'baremetal') {
      fatal('For Ubuntu, EFI firmware is only supported for OVA and Raw builds');
    }
    if (os === 'redhat') {
      if (!isAtLeast(line, 20)) fatal('EFI firmware is only support for Ubuntu OS');
      const ova = isAtLeast(line, 22, 2);
      if (hypervisor !== 'baremetal' && !(ova && hypervisor === 'vsphere')) {
        fatal(`For RedHat, EFI firmware is only supported for ${ova ? 'OVA and Raw' : 'Raw'} builds`);
      }
      if (osVersion !== '9') fatal('Only RedHat version 9 supports EFI firmware');
    }
  }
  if (firmware === 'bios' && hypervisor === 'baremetal') {
    if (os === 'ubuntu') fatal('Ubuntu Raw builds only support EFI firmware');
    if (osVersion === '9') fatal('RedHat version 9 Raw builds only support EFI firmware');
  }
}

const defaultFirmware = ({ os, osVersion, hypervisor }: Target): string =>
  hypervisor === 'baremetal' && (os === 'ubuntu' || osVersion === '9') ? 'efi' : 'bios';

function loadConfig(
  target: Target & { airGapped: boolean; builder: string },
  file: string,
  line: ReleaseLine,
): Config | undefined {
  const { hypervisor, os, osVersion } = target;
  if (file === '') {
    if (hypervisor === 'ami' || (hypervisor === 'baremetal' && os !== 'redhat')) return undefined;
    throw new GoError(
      `${hypervisor}-config is a required flag for ${hypervisor} hypervisor or when os is redhat`,
    );
  }
  const defaults = hypervisor === 'ami' ? amiDefaults(osVersion) : undefined;
  const config = readConfig(path.resolve(file), hypervisor, line, defaults);
  if (config === undefined) return panicOfNilConfig(hypervisor, os);
  if (hypervisor !== 'ami') checkConfig(config, target, line);
  return config;
}

/** Where ValidateInputs first looks into the config. */
function panicOfNilConfig(hypervisor: Hypervisor, os: string): never {
  const lines = {
    vsphere: { ubuntu: 199, redhat: 191 },
    baremetal: { ubuntu: 233, redhat: 219 },
    nutanix: { ubuntu: 254, redhat: 249 },
    cloudstack: { ubuntu: 281, redhat: 281 },
    ami: { ubuntu: 0, redhat: 0 },
  }[hypervisor];
  return panicOfNil([validateFrame(os === 'redhat' ? lines.redhat : lines.ubuntu), runFrame('build', 35)]);
}

const validateFrame = (line: number): Frame => [
  'cmd.ValidateInputs(0x1179e00)',
  `cmd/build.go:${line} +0x11d3`,
];

function checkConfig(
  config: Config,
  target: Target & { airGapped: boolean; builder: string },
  line: ReleaseLine,
): void {
  const { hypervisor, os } = target;
  const isSet = (key: string): boolean => (config.get(key) ?? '') !== '';
  const need = (met: boolean, message: string): void => {
    if (!met) throw new GoError(message);
  };
  if (os === 'redhat') {
    need(
      isSet('rhsm_server_hostname') || (isSet('rhel_username') && isSet('rhel_password')),
      '"rhel_username" and "rhel_password" are required fields in config when os is redhat',
    );
    const isoNeeded = hypervisor !== 'nutanix' && !(hypervisor === 'vsphere' && target.builder === 'clone');
    need(!isoNeeded || isSet('iso_url'), '"iso_url" is a required field in config when os is redhat');
  }
  if (hypervisor === 'nutanix') {
    if (!isSet('nutanix_username') || !isSet('nutanix_password')) {
      fatal('"nutanix_username" and "nutanix_password" are required fields in nutanix-config');
    }
  } else {
    checkIso(config, need);
    if (hypervisor === 'baremetal' && isSet('disk_size') && knows(hypervisor, line, 'disk_size')) {
      need(
        isInteger(config.get('disk_size')),
        `parsing disk_size in baremetal config: ${atoiError(config.get('disk_size'))}`,
      );
    }
    checkSubscription(config, os, need);
  }
  if (target.airGapped) checkAirGap(config, isSet(hypervisor === 'nutanix' ? 'image_name' : 'iso_url'), need);
  if (hypervisor === 'nutanix' && isSet('image_size_gb')) {
    need(
      isInteger(config.get('image_size_gb')),
      `invalid image size: ${atoiError(config.get('image_size_gb'))}`,
    );
    need(Number(config.get('image_size_gb')) >= 0, 'image size must be a positive integer');
  }
}

type Need = (met: boolean, message: string) => void;

export const isInteger = (text = ''): boolean => /^[+-]?\d+$/.test(text);
export const atoiError = (text = ''): string =>
  `strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`;

function checkIso(config: Config, need: Need): void {
  if ((config.get('iso_url') ?? '') === '') return;
  const type = config.get('iso_checksum_type');
  need(
    (config.get('iso_checksum') ?? '') !== '',
    'Please provide a valid checksum for "iso_checksum" when providing "iso_url"',
  );
  need(
    type === 'sha256' || type === 'sha512',
    '"iso_checksum_type" is a required field when providing iso_checksum. Checksum type can be sha256 or sha512',
  );
}

function checkSubscription(config: Config, os: string, need: Need): void {
  const isSet = (key: string): boolean => (config.get(key) ?? '') !== '';
  if (!isSet('rhsm_server_hostname')) return;
  need(os === 'redhat', 'RedHat Subscription Manager Config (RHSM) cannot be provided when OS is not RedHat');
  // "satelite" is upstream's spelling.
  need(
    isSet('rhsm_server_release_version'),
    'RHSM version required when satelite server hostname is set for RHSM',
  );
  need(
    isSet('rhsm_activation_key') && isSet('rhsm_org_id'),
    'Activation key and Org ID are required to use RHSM with satellite',
  );
}

function checkAirGap(config: Config, hasSource: boolean, need: Need): void {
  const isSet = (key: string): boolean => (config.get(key) ?? '') !== '';
  need(
    isSet('eksa_build_tooling_repo_url'),
    'eksa_build_tooling_repo_url must be set when using air-gapped mode',
  );
  need(isSet('image_builder_repo_url'), 'image_builder_repo_url must be set when using air-gapped mode');
  need(isSet('extra_repos'), 'Please set extra_repos to internal os package repo when using air-gapped mode');
  need(
    isSet('private_artifacts_eksd_fqdn'),
    "Please set private_artifacts_eksd_fqdn to internal artifacts server's eks-d endpoint",
  );
  need(
    isSet('private_artifacts_eksa_fqdn'),
    "Please set private_artifacts_eksa_fqdn to internal artifacts server's eks-a endpoint",
  );
  need(hasSource, 'Please provide iso_url when building in air-gapped mode');
}

/** builder/constants.go; only 22.04 has its own filter, so 24.04 silently starts from 20.04. */
function amiDefaults(osVersion: string): Config {
  const series = osVersion === '22.04' ? 'jammy-22.04' : 'focal-20.04';
  return new Map([
    ['ami_filter_name', `ubuntu/images/*ubuntu-${series}-amd64-server-*`],
    ['ami_filter_owners', '679593333241'],
    ['ami_regions', 'us-west-2'],
    ['aws_region', 'us-west-2'],
    ['builder_instance_type', 't3.small'],
    ['manifest_output', 'manifest.json'],
    ['root_device_name', '/dev/sda1'],
    ['volume_size', '25'],
    ['volume_type', 'gp3'],
  ]);
}

/** The scripts that every configured AMI build copies into the image (builder/constants.go). */
const amiFiles = ['bootstrap.sh', 'logging.sh'].map((script) => ({
  src: `packer/ami/additional_files/${script}`,
  dest: '/etc/eks/',
  owner: 'root',
  group: 'root',
  mode: 744,
}));

function loadFiles(
  hypervisor: Hypervisor,
  config: Config | undefined,
  file: string,
): FilesConfig | undefined {
  const ami = hypervisor === 'ami' && config !== undefined;
  if (file === '')
    return ami
      ? { additional_files: 'true', additional_files_list: [...amiFiles], custom_role: '' }
      : undefined;
  const files = readFilesConfig(file);
  if (files === undefined) {
    return panicOfNil([
      ['builder.(*AdditionalFilesConfig).ProcessAdditionalFiles(...)', 'builder/files.go:32'],
      validateFrame(342),
      runFrame('build', 35),
    ]);
  }
  return ami ? { ...files, additional_files_list: [...files.additional_files_list, ...amiFiles] } : files;
}
