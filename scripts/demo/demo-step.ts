import type { Box } from '../../test/box/box.ts';
import type { StepResult } from '../../test/support/runner.ts';

/** One action of the demo job. Its inputs may use what earlier steps said, as `steps.<id>.outputs` in a workflow. */
export interface DemoStep {
  readonly id: string;
  /** What the step shows, as a heading. */
  readonly title: string;
  /** Folder of the action in this repository; `.` for the root action. */
  readonly action: string;
  /** Beside the inputs that make every action trust the box. */
  inputs(context: DemoContext): Readonly<Record<string, string>>;
  /** What came out: name and value of each line. An absent value is not shown. */
  account(result: StepResult, context: DemoContext): ReadonlyArray<readonly [string, string | undefined]>;
}

export interface DemoContext {
  readonly box: Box;
  /** Where finished images go; it outlives the demo. */
  readonly destination: string;
  /** A root.json that the Bottlerocket of the box begins with. */
  readonly bottlerocketRoot: string;
  /** An output of an earlier step. Throws when there is none: the demo is wrong then. */
  output(step: string, name: string): string;
}

/** Releases and channels that all steps are about. */
export const demoRelease = { 'eks-a-version': 'latest', 'release-channel': '1-33' } as const;
