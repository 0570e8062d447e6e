/**
 * How much of the machine is looked at: what needs no network, also every host that the job will ask, or nothing.
 */
export const preflightLevels = ['basic', 'full', 'skip'] as const;
export type PreflightLevel = (typeof preflightLevels)[number];

/**
 * - `auto`: opens /dev/kvm on a hosted runner; elsewhere changes nothing and warns
 * - `require`: the same, and without KVM fails
 * - `fix`: opens it on any runner, for the time of the job, and without KVM fails
 * - `skip`: does not look
 */
export const kvmPolicies = ['auto', 'require', 'fix', 'skip'] as const;
export type KvmPolicy = (typeof kvmPolicies)[number];

/** Whether a build may start beside others that the machine has no room for. */
export const otherBuildsPolicies = ['refuse', 'allow'] as const;
export type OtherBuildsPolicy = (typeof otherBuildsPolicies)[number];
