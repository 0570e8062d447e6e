import { ActionError } from '../action-error.ts';
import { nearestMatch } from '../nearest-match.ts';
import { type Hypervisor, hypervisorAliases, hypervisors } from './node-image-spec.ts';
import { notARunner, type RunsOn } from './wanted-images.ts';
import { runsOnOf } from './wanted-values.ts';
import { isMapping, yamlInput } from './yaml-entries.ts';

/** Which runner builds for a hypervisor. */
export interface Runners {
  readonly default: RunsOn;
  readonly byHypervisor: ReadonlyMap<Hypervisor, RunsOn>;
}

/** Never `-latest`: what an image is built on should change when somebody changes it. */
const usualRunner = 'ubuntu-24.04';

/**
 * Reads the input `runners`: a mapping of hypervisors, and `default` for the others, to what `runs-on` takes; or
 * only the latter, for all.
 *
 * @throws ActionError that lists every problem.
 */
export function parseRunners(text: string): Runners {
  const value = yamlInput('runners', text);
  const isNothing = value === null || value === undefined;
  const forAll = isNothing ? usualRunner : isForAll(value) ? runsOnOf(value) : undefined;
  if (forAll !== undefined) return { default: forAll, byHypervisor: new Map() };
  const problems: string[] = [];
  let other: RunsOn = usualRunner;
  const byHypervisor = new Map<Hypervisor, RunsOn>();
  for (const [key, given] of Object.entries(isMapping(value) ? value : {})) {
    const runner = runsOnOf(given);
    const hypervisor = hypervisorOf(key);
    if (runner === undefined) problems.push(`\`${key}\`: ${notARunner}`);
    else if (key === 'default') other = runner;
    else if (hypervisor !== undefined) byHypervisor.set(hypervisor, runner);
    else {
      const near = nearestMatch(key, [...hypervisors, 'default']);
      problems.push(
        `\`${key}\` is no hypervisor${near ? `; did you mean \`${near}\`?` : `; there are ${hypervisors.join(', ')} and default`}`,
      );
    }
  }
  if (!isMapping(value)) problems.push(notARunner);
  if (problems.length === 0) return { default: other, byHypervisor };
  throw new ActionError('`runners` is wrong.', {
    problems,
    fix: 'Write a mapping such as `{baremetal: [self-hosted, kvm], default: ubuntu-24.04}`.',
  });
}

function isForAll(value: unknown): boolean {
  return !isMapping(value) || 'group' in value || 'labels' in value;
}

function hypervisorOf(key: string): Hypervisor | undefined {
  const name = key.toLowerCase();
  const known = hypervisors.find((hypervisor) => hypervisor === name);
  if (known !== undefined) return known;
  return Object.hasOwn(hypervisorAliases, name)
    ? hypervisorAliases[name as keyof typeof hypervisorAliases]
    : undefined;
}
