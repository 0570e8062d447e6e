/** The build itself: clone, check out, write the configs, run make, move what came out. */

import { globSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { airGapEnvironment, extractManifests } from './air-gap.ts';
import { attempt, checkReleaseChannel, cleanUp, cloneBuildTooling, cloneFolder } from './build-tooling.ts';
import { type Config, knows, marshalledFields } from './config.ts';
import { runInShell } from './go-exec.ts';
import { marshal } from './go-json.ts';
import { type Frame, fatal, log, panicOfIndex, panicOfNil, pathError, runFrame } from './go-runtime.ts';
import { atoiError, type BuildInputs, isInteger } from './inputs.ts';
import { isAtLeast, type ReleaseLine } from './release-line.ts';
import { releaseManifestUrl } from './release-manifest.ts';

/** Everything below the clone that the build reads or writes. */
interface Clone {
  readonly root: string;
  readonly project: string;
  readonly capi: string;
}

interface Output {
  /** Inside images/capi. */
  readonly pattern: string;
  readonly destination: string;
}

/** The frames from the given line of BuildImage outwards. */
const buildFrames = (position: string): readonly Frame[] => [
  ['builder.(*BuildOptions).BuildImage(0x1169980)', `builder/builder.go:${position}`],
  runFrame('build', 39),
];

/** Throws a GoError for what the CLI ends with `log.Fatal`. */
export async function buildImage(
  inputs: BuildInputs,
  line: ReleaseLine,
  bakedVersion: string,
): Promise<void> {
  const root = cloneFolder();
  const project = path.join(root, 'projects/kubernetes-sigs/image-builder');
  const clone: Clone = { root, project, capi: path.join(project, 'image-builder/images/capi') };
  if (inputs.airGapped) {
    // The real CLI reads the private hosts from the config without looking whether there is one.
    if (inputs.config === undefined) panicOfNil(buildFrames('34 +0x166'));
    extractManifests(inputs.manifestTarball, inputs.config);
  }
  const mirror = inputs.airGapped ? inputs.config?.get('eksa_build_tooling_repo_url') : undefined;
  const { eksaVersion } = await cloneBuildTooling({
    ...inputs,
    bakedVersion,
    ...(mirror === undefined ? {} : { url: mirror }),
    callers: buildFrames('48 +0x245'),
  });
  checkReleaseChannel(inputs.releaseChannel);
  const environment = new Map([['RELEASE_BRANCH', inputs.releaseChannel]]);
  // v0.16 let make find the release by itself.
  if (isAtLeast(line, 17)) {
    environment.set('EKSA_RELEASE_VERSION', eksaVersion);
    environment.set('EKSA_RELEASE_MANIFEST_URL', releaseManifestUrl());
  }
  if (inputs.ansibleVerbosity > 0)
    environment.set('EKSA_ANSIBLE_VERBOSITY', `-${'v'.repeat(inputs.ansibleVerbosity)}`);
  log(
    `Initiating Image Build\n Image OS: ${inputs.os}\n Image OS Version: ${inputs.osVersion}\n` +
      ` Hypervisor: ${inputs.hypervisor}\n Firmware: ${inputs.firmware}`,
  );
  await writeAdditionalFiles(inputs, clone, environment);
  for (const [name, value] of airGapEnvironment(inputs, eksaVersion)) environment.set(name, value);
  const config = writeConfig(inputs, line, clone, environment);
  runMake(inputs, clone, environment);
  const output = announceOutput(inputs, line, config);
  if (output !== undefined) moveOutput(output, clone);
  cleanUp(root);
  log('Build Successful. Output artifacts located at current working directory');
}

async function writeAdditionalFiles(
  { files, config, hypervisor }: BuildInputs,
  { project }: Clone,
  environment: Map<string, string>,
): Promise<void> {
  if (files === undefined) return;
  const rolesFile = path.join(project, 'packer/config/files.json');
  const listFile = path.join(project, 'packer/config/additional_files.yaml');
  log('Marshalling files ansible config to JSON');
  log(`Writing files ansible config to Packer config directory: ${rolesFile}`);
  writeFileSync(
    rolesFile,
    marshal({
      ansible_extra_vars: `@${listFile}`,
      custom_role: files.custom_role,
      custom_role_names: path.join(project, 'ansible/roles/load_additional_files'),
    }),
    { mode: 0o644 },
  );
  log('Marshalling additional files list to YAML');
  log(`Writing additional files list to Packer ansible directory: ${listFile}`);
  const isAmi = hypervisor === 'ami' && config !== undefined;
  const list = files.additional_files_list.map((file) =>
    isAmi && file.src.startsWith('packer/ami/') ? { ...file, src: path.join(project, file.src) } : file,
  );
  const { stringify } = await import('yaml');
  const variables = { additional_files: files.additional_files, additional_files_list: list };
  writeFileSync(listFile, stringify(variables, { indentSeq: false, sortMapEntries: true, lineWidth: 0 }), {
    mode: 0o644,
  });
  environment.set('PACKER_ADDITIONAL_FILES_VAR_FILES', rolesFile);
}

const configFiles = {
  vsphere: 'packer/ova/vsphere.json',
  baremetal: 'packer/config/baremetal.json',
  nutanix: 'packer/nutanix/nutanix.json',
  cloudstack: 'packer/config/cloudstack.json',
  ami: 'packer/ami/ami.json',
} as const;

/** Writes the config with every secret in plain text and mode 0644, as the CLI does. */
function writeConfig(
  inputs: BuildInputs,
  line: ReleaseLine,
  clone: Clone,
  environment: Map<string, string>,
): Config {
  const { hypervisor, os } = inputs;
  const config: Config = new Map(inputs.config);
  if (hypervisor === 'vsphere') checkVsphere(config, inputs.builder);
  if (os === 'redhat') setSubscriptionProxy(config);
  if (hypervisor === 'baremetal' && knows(hypervisor, line, 'disk_size')) {
    const configured = config.get('disk_size') ?? '';
    config.set('disk_size', configured || '6656');
    log(`Using ${configured === '' ? 'default' : 'configured'} disk size: ${config.get('disk_size')} MB`);
  }
  if (hypervisor === 'cloudstack') config.set('ansible_user_vars', 'provider=cloudstack');
  if (hypervisor === 'ami' && config.get('manifest_output') === 'manifest.json') {
    config.set('manifest_output', path.join(process.cwd(), 'manifest.json'));
  }
  const file = path.join(clone.project, configFiles[hypervisor]);
  // Bare metal writes one even without --baremetal-config, since it has disk_size to say.
  const isWritten = inputs.config !== undefined || (hypervisor === 'baremetal' && config.size > 0);
  if (isWritten) writeFileSync(file, marshal(marshalledFields(config, hypervisor, line)), { mode: 0o644 });
  if (isWritten && hypervisor !== 'vsphere' && hypervisor !== 'ami')
    environment.set('PACKER_TYPE_VAR_FILES', file);
  const pass = (variable: string, key: string): unknown => environment.set(variable, config.get(key) ?? '');
  if (os === 'redhat') {
    pass('RHSM_USERNAME', 'rhel_username');
    pass('RHSM_PASSWORD', 'rhel_password');
    if (hypervisor === 'nutanix') pass('RHEL_IMAGE_URL', 'image_url');
    else {
      pass('RHSM_ACTIVATION_KEY', 'rhsm_activation_key');
      pass('RHSM_ORG_ID', 'rhsm_org_id');
    }
  }
  if (hypervisor === 'nutanix') environment.set('IMAGE_SIZE_GB', config.get('image_size_gb') || '10');
  return config;
}

function checkVsphere(config: Config, builder: string): void {
  if (builder === 'clone' && (config.get('template') ?? '') === '') {
    fatal('Error: When using vsphere-clone, template cannot be empty');
  }
  const hardware = config.get('vmx_version') ?? '';
  if (hardware === '') return;
  if (!isInteger(hardware)) fatal(`Error parsing vmx_version in vsphere config: ${atoiError(hardware)}`);
  if (Number(hardware) < 15) fatal(`vmx_version cannot be less than 15, have ${hardware} in vsphere config`);
}

/** Red Hat's subscription module has no no_proxy of its own; a listed Satellite host switches its proxy off. */
function setSubscriptionProxy(config: Config): void {
  const proxy = config.get('http_proxy') ?? '';
  const excluded = (config.get('no_proxy') ?? '').split(',');
  const satellite = config.get('rhsm_server_hostname') ?? '';
  if (proxy === '' || (config.get('no_proxy') && excluded.includes(satellite))) return;
  if (!URL.canParse(proxy))
    fatal(`Error parsing proxy host and port for RHSM: parse ${JSON.stringify(proxy)}: invalid URI`);
  const { hostname, host } = new URL(proxy);
  const [, port] = /:(\d+)\/?$/.exec(proxy) ?? [];
  if (port === undefined)
    fatal(`Error parsing proxy host and port for RHSM: address ${host}: missing port in address`);
  config.set('rhsm_server_proxy_hostname', hostname);
  config.set('rhsm_server_proxy_port', port);
}

const formats = {
  vsphere: 'ova',
  baremetal: 'raw',
  nutanix: 'nutanix',
  cloudstack: 'cloudstack',
  ami: 'ami',
} as const;

function runMake(
  { hypervisor, os, osVersion, builder, firmware }: BuildInputs,
  { project }: Clone,
  environment: Map<string, string>,
): void {
  const build = hypervisor === 'vsphere' && builder === 'clone' ? 'local-clone-build' : 'local-build';
  const suffix = hypervisor === 'vsphere' && firmware === 'efi' ? '-efi' : '';
  const target = `${build}-${formats[hypervisor]}-${os}-${osVersion}${suffix}`;
  // CloudStack says "raw" too: upstream's own slip.
  const called = { vsphere: 'vsphere', baremetal: 'raw', nutanix: 'nutanix', cloudstack: 'raw', ami: 'AMI' }[
    hypervisor
  ];
  attempt(`Error executing image-builder for ${called} hypervisor`, () =>
    runInShell(`make -C ${project} ${target}`, Object.fromEntries(environment)),
  );
}

/** "Image Build Successful" comes before the output is even looked for. */
function announceOutput(inputs: BuildInputs, line: ReleaseLine, config: Config): Output | undefined {
  const { hypervisor, os, osVersion, releaseChannel } = inputs;
  // Up to v0.17 the name was the operating system alone (eks-anywhere-build-tooling d317dbc93).
  const stem = isAtLeast(line, 18) ? `${os}-${osVersion}-kube-${releaseChannel}` : os;
  const named = (extension: string): string => path.join(process.cwd(), `${stem}.${extension}`);
  const announce = (output: Output): Output => {
    log(`Image Build Successful\n Please find the output artifact at ${output.destination}`);
    return output;
  };
  switch (hypervisor) {
    case 'vsphere':
      return announce({ pattern: 'output/*.ova', destination: named('ova') });
    case 'baremetal':
      return announce({ pattern: 'output/*.gz', destination: named('gz') });
    case 'cloudstack':
      return announce({ pattern: 'output/rhel-*/rhel-*', destination: named('qcow2') });
    case 'nutanix':
      log(
        'Image Build Successful\n Please find the image uploaded under Nutanix Image Service with name ' +
          `${config.get('image_name') ?? ''}`,
      );
      if (config.get('image_export') !== 'true') return undefined;
      log(`Also please find the exported image at ${named('img')}`);
      return { pattern: '*.img', destination: named('img') };
    case 'ami':
      return undefined;
  }
}

function moveOutput({ pattern, destination }: Output, { capi }: Clone): void {
  log('Moving artifacts from build directory to current working directory');
  const [first] = globSync(pattern, { cwd: capi }).sort();
  if (first === undefined) panicOfIndex(buildFrames('419 +0x4bb8'));
  const source = path.join(capi, first);
  try {
    renameSync(source, destination);
  } catch (error) {
    const reason = pathError(`rename ${source}`, destination, error).message;
    fatal(`Error moving output file to current working directory: ${reason}`);
  }
}
