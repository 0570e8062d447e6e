import type { Variable } from './child-environment.ts';
import { isSecretKey } from './config.ts';
import type { ExpectedOutput } from './expected-output.ts';
import type { BuildPlan } from './prepare-build.ts';

/** A table for people. */
export interface PlanSection {
  readonly lead: string;
  readonly head: readonly string[];
  readonly rows: ReadonlyArray<readonly string[]>;
}

export interface PlannedCommand {
  readonly args: readonly string[];
  readonly variables: readonly Variable[];
}

/** Values that are never shown, whatever they are. */
const hidden = /SECRET|TOKEN|PASSWORD|ACTIVATION_KEY/i;

/** All that a build would be started with, in words; no secret is among them. */
export function describePlan(plan: BuildPlan, { args, variables }: PlannedCommand): readonly PlanSection[] {
  const files = plan.files.map(({ src, dest, owner, group, mode }) => [
    src,
    dest,
    `${owner}:${group}`,
    String(mode),
  ]);
  const config = Object.entries(plan.config).map(([key, value]) => [
    key,
    isSecretKey(key) ? '***' : value,
    plan.origins.get(key) ?? 'this action',
  ]);
  return [
    {
      lead: 'Command',
      head: ['What', 'Value'],
      rows: [
        ['command', ['image-builder', ...args].join(' ')],
        ['output', outputText(plan.output)],
      ],
    },
    { lead: 'Config', head: ['Key', 'Value', 'From'], rows: config },
    { lead: 'Additional files', head: ['From', 'To', 'Owner', 'Mode'], rows: files },
    {
      lead: 'Environment',
      head: ['Name', 'Value', 'From'],
      rows: variables.map(({ name, value, from }) => [name, hidden.test(name) ? '***' : value, from]),
    },
  ].filter(({ rows }) => rows.length > 0);
}

/** What a build leaves, in words. */
export function outputText(output: ExpectedOutput): string {
  switch (output.kind) {
    case 'image':
      return output.name;
    case 'remote':
      return `the image ${output.imageName} in Prism, no file`;
    case 'manifest':
      return `${output.name} with the ids of the AMIs`;
  }
}
