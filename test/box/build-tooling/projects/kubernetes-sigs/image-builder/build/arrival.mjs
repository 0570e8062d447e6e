/**
 * What arrives of a build's values: along the way of the real chain, each tool reads them in its turn. The templates of
 * Packer and the words for Ansible are those of kubernetes-sigs/image-builder as the build tooling patches it, as far as
 * a value of the user takes part.
 */

import { existsSync, readFileSync } from 'node:fs';
import {
  ansibleWords,
  packerVariables,
  sedReplacement,
  shellWords,
  singleQuoted,
  sshOptions,
} from './readers.mjs';

/** The variables of Packer, from the files that the CLI wrote, in the order of make. */
export function variablesOfPacker(format, environment) {
  const { HTTP_PROXY = '', HTTPS_PROXY = '', NO_PROXY = '' } = environment;
  // envsubst knows nothing of JSON.
  const common = `{"http_proxy": "${HTTP_PROXY}", "https_proxy": "${HTTPS_PROXY}", "no_proxy": "${NO_PROXY}", "extra_debs": "nfs-common xfsprogs"}`;
  const ofType = { ova: 'packer/ova/vsphere.json', ami: 'packer/ami/ami.json' }[format];
  const files = [
    ofType ?? environment.PACKER_TYPE_VAR_FILES,
    environment.PACKER_ADDITIONAL_FILES_VAR_FILES,
  ].filter((file) => file && existsSync(file));
  return packerVariables(common, ...files.map((file) => readFileSync(file, 'utf8')));
}

/** Without quotes and in them, in packer/config/ansible-args.json. */
const bare =
  'disable_public_repos http_proxy https_proxy no_proxy redhat_epel_rpm epel_rpm_gpg_key reenable_public_repos rhsm_server_hostname rhsm_server_release_version rhsm_server_proxy_hostname rhsm_server_proxy_port ssh_handshake_attempts ssh_timeout'.split(
    ' ',
  );
const quoted =
  'custom_role_names firstboot_custom_roles_pre firstboot_custom_roles_post node_custom_roles_pre node_custom_roles_post extra_debs extra_repos extra_rpms'.split(
    ' ',
  );

/** The variables of Ansible. */
export function variablesOfAnsible(packer) {
  const words = [
    ...quoted.map((name) => `${name}="${packer[name] ?? ''}"`),
    ...bare.map((name) => `${name}=${packer[name] ?? ''}`),
  ];
  return ansibleWords(words.join(' '));
}

/**
 * The options with which Ansible calls ssh. The template quotes what it hands on (`ANSIBLE_SSH_ARGS='…'`), and Packer,
 * which runs no shell, leaves the quotes in; the plugin's own option comes by the command line, which wins.
 */
export function optionsOfSsh({ ANSIBLE_SSH_ARGS: existing = '', ANSIBLE_SSH_COMMON_ARGS: common = '' }) {
  const words = [`'${existing} -o IdentitiesOnly=yes'`, common, "'-o IdentitiesOnly=yes'"].flatMap(
    shellWords,
  );
  return sshOptions(words);
}

/** The password with which Packer logs in: hack/set-ssh-password.sh puts it by sed into a template of Packer. */
export function passwordOfPacker(given) {
  const rendered = `"${sedReplacement(given, '$SSH_PASSWORD')}"`;
  try {
    return packerVariables(`{"ssh_password": ${rendered}}`).ssh_password;
  } catch (error) {
    throw new Error(`Failed to parse template: ${error.message}`);
  }
}

/** Packer hands the password to sudo between single quotes when it shuts the guest down. */
export const reachesSudo = (password) => singleQuoted(password) === password;
