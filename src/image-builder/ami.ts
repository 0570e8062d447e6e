import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildableSpec } from '../plan/node-image-spec.ts';
import type { Variable } from './child-environment.ts';
import type { BuildConfig } from './config-target.ts';
import type { Findings } from './config-text.ts';
import { codenames } from './package-sources.ts';

/** Values that nobody gave, and where they come from. */
export interface Defaults {
  readonly values: BuildConfig;
  readonly from: ReadonlyMap<string, string>;
}

/** Packer's manifest with the ids; relative to where the CLI runs, which is not in the clone that it removes. */
export const amiManifest = 'manifest.json';

/**
 * The rest of an AMI's config. Without a config the CLI makes none, and its own defaults lead astray: the source of
 * 24.04 is an image of 20.04, and the Marketplace's images cannot be exported (builder/constants.go).
 */
export function amiDefaults(
  config: BuildConfig,
  { osVersion }: BuildableSpec,
  runnerEnvironment: NodeJS.ProcessEnv,
): Defaults {
  const jobRegion = runnerEnvironment['AWS_REGION'] || runnerEnvironment['AWS_DEFAULT_REGION'];
  const region = config['aws_region'] ?? jobRegion ?? 'us-west-2';
  const defaults: Record<string, readonly [value: string, from: string]> = {
    ami_filter_name: [
      `ubuntu/images/*ubuntu-${codenames[osVersion]}-${osVersion}-amd64-server-*`,
      'the `os-version`',
    ],
    ami_filter_owners: ['099720109477', "Canonical's account"],
    aws_region: [region, jobRegion ? 'AWS_REGION of the job' : "the CLI's default"],
    ami_regions: [region, '`aws_region`'],
  };
  const missing = Object.entries(defaults).filter(([key]) => config[key] === undefined);
  // A role list of v0.16 in the form that has no brackets.
  const { custom_role_name_list: roles, ...kept } = config;
  return {
    values: {
      ...kept,
      ...(roles && { custom_role_names: roles }),
      ...Object.fromEntries(missing.map(([key, [value]]) => [key, value])),
      manifest_output: amiManifest,
    },
    from: new Map([
      ...missing.map(([key, [, from]]) => [key, from] as const),
      ['manifest_output', 'this action, which copies it to where the config says'],
    ]),
  };
}

/** What the AWS SDK of Packer's builder looks at, in place of a key: profiles, OIDC, and a container's role. */
const otherCredentials =
  /^AWS_(?:PROFILE|SHARED_CREDENTIALS_FILE|CONFIG_FILE|WEB_IDENTITY_TOKEN_FILE|CONTAINER_CREDENTIALS_\w+)$/;

/** Half a key is wrong; without any, only the role of an EC2 instance is left, and of that nothing here can tell. */
export function checkAwsCredentials(
  variables: readonly Variable[],
  runnerEnvironment: NodeJS.ProcessEnv,
  { problems, notes }: Findings,
): void {
  const added = Object.fromEntries(variables.map(({ name, value }) => [name, value]));
  const environment: NodeJS.ProcessEnv = { ...runnerEnvironment, ...added };
  const pair = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const;
  const missing = pair.filter((name) => !environment[name]);
  if (missing.length === 1) {
    const [given] = pair.filter((name) => environment[name]);
    problems.push({ text: `\`${given}\` is there, but \`${missing[0]}\` is not: they belong together` });
  }
  if (missing.length < 2 || Object.keys(environment).some((name) => otherCredentials.test(name))) return;
  const home = environment['HOME'];
  if (home && ['credentials', 'config'].some((name) => existsSync(join(home, '.aws', name)))) return;
  notes.push({
    text: 'neither the job, `secrets` nor ~/.aws has credentials of AWS: only on a runner in EC2 whose instance has a role can the build go on',
  });
}
