import type { ProvenanceRun, ResourceDescriptor } from '../image/provenance.ts';
import { suiteVersion } from '../plan/suite-version.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** When this process began. */
const startedOn = new Date(performance.timeOrigin);

/**
 * What the runner says about this run (docs.github.com, "Variables reference"). The kind of a build is an anchor in
 * the documentation of the repository that the action came from; `uses: ./` leaves that out.
 */
export function provenanceRun(
  kind: 'build-v1' | 'bottlerocket-v1',
  environment: Environment = process.env,
): ProvenanceRun {
  const of = (name: string) => environment[name] ?? '';
  const server = environment['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const repository = `${server}/${of('GITHUB_REPOSITORY')}`;
  const action = environment['GITHUB_ACTION_REPOSITORY'] || of('GITHUB_REPOSITORY');
  const [workflowPath = '', workflowRef = ''] = of('GITHUB_WORKFLOW_REF')
    .replace(`${of('GITHUB_REPOSITORY')}/`, '')
    .split('@');
  return {
    builderId: `${server}/${of('GITHUB_WORKFLOW_REF') || of('GITHUB_REPOSITORY')}`,
    buildType: `${server}/${action}/blob/main/docs/provenance.md#${kind}`,
    suiteVersion,
    invocationId: `${repository}/actions/runs/${of('GITHUB_RUN_ID')}/attempts/${environment['GITHUB_RUN_ATTEMPT'] ?? '1'}`,
    workflow: { repository, path: workflowPath, ref: workflowRef },
    environment: {
      event_name: of('GITHUB_EVENT_NAME'),
      repository_id: of('GITHUB_REPOSITORY_ID'),
      repository_owner_id: of('GITHUB_REPOSITORY_OWNER_ID'),
      runner_environment: of('RUNNER_ENVIRONMENT'),
    },
    startedOn,
    finishedOn: new Date(),
  };
}

/** The commit of the repository whose workflow runs, and of the action where the runner tells. */
export function sourcesOfRun(environment: Environment = process.env): readonly ResourceDescriptor[] {
  const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_SHA: commit } = environment;
  if (!commit) return [];
  const ref = environment['GITHUB_REF'] ? `@${environment['GITHUB_REF']}` : '';
  return [
    {
      uri: `git+${server}/${environment['GITHUB_REPOSITORY'] ?? ''}${ref}`,
      digest: { gitCommit: commit },
    },
  ];
}
