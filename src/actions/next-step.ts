import { type Hypervisor, hypervisors, type NodeImageSpec, templateTags } from '../plan/node-image-spec.ts';
import type { ReleaseChannel } from '../release/eksa-release.ts';
import { docsLink } from '../runner/docs-link.ts';
import type { Inline, SummaryBlock } from '../runner/summary.ts';

/** How a cluster takes an image. Facts: EKS Anywhere, `pkg/api/v1alpha1` and the checks of each provider. */
interface Usage {
  readonly say: (image: ImageToUse) => Inline;
  /** The page with the whole way; absent where there is none. */
  readonly page?: { readonly path: string; readonly title: string };
}

export interface ImageToUse {
  readonly spec: Pick<NodeImageSpec, 'os' | 'hypervisor'>;
  readonly channel: Pick<ReleaseChannel, 'eksdRelease'>;
}

const usages: Readonly<Record<Hypervisor, Usage>> = {
  vsphere: {
    say: ({ spec, channel }) => {
      const [os, eksdRelease] = templateTags(spec.os, channel.eksdRelease);
      return [
        'Import the OVA into vSphere as a template and attach two tags: ',
        { code: os },
        ' and ',
        { code: eksdRelease },
        '. Then set `template` in `VSphereMachineConfig`.',
      ];
    },
    page: { path: 'docs/journeys/vsphere-nightly.md', title: 'From the image to a vSphere cluster' },
  },
  baremetal: {
    say: () => [
      'Put the file on a web server that your machines reach, and set `osImageURL` to its URL. ',
      'Keep the file name: EKS Anywhere looks for the Kubernetes version in the URL.',
    ],
    page: { path: 'docs/journeys/bare-metal.md', title: 'From the image to a bare-metal cluster' },
  },
  nutanix: {
    say: () =>
      'The image needs a name in Prism with the Kubernetes version in it. Then set `image` in `NutanixMachineConfig`.',
  },
  cloudstack: {
    say: () =>
      'Register the file as a template with the Kubernetes version in its name. Then set `template` in `CloudStackMachineConfig`.',
  },
  ami: {
    say: () => 'Bring the AMI to every Snow device. Then set `amiID` in `SnowMachineConfig` to its id there.',
    page: { path: 'docs/journeys/snow-to-s3.md', title: 'From the AMI to Snow devices' },
  },
};

/** The hypervisors whose way to a cluster has a page, with that page. */
export const journeys = hypervisors.flatMap((hypervisor) => {
  const { page } = usages[hypervisor];
  return page === undefined ? [] : [{ hypervisor, path: page.path }];
});

/** What to do with an image that is there, and where the whole way is described. */
export function nextStep(image: ImageToUse, isAirGapped = false): SummaryBlock {
  const { say, page } = usages[image.spec.hypervisor];
  const links = [
    ...(page ? [page] : []),
    ...(isAirGapped ? [{ path: 'docs/journeys/air-gapped-ghes.md', title: 'On an air-gapped site' }] : []),
  ].flatMap(({ path, title }) => {
    const href = docsLink(path);
    return href === undefined ? [] : [' ', { text: title, href }, '.'];
  });
  return { line: [{ strong: 'Next: use it.' }, ' ', say(image), ...links] };
}
