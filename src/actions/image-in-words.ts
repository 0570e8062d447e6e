import { basename } from 'node:path';
import {
  firmwareNames,
  hypervisorNames,
  type NodeImageSpec,
  operatingSystemNames,
} from '../plan/node-image-spec.ts';
import type { EksaRelease, ReleaseChannel } from '../release/eksa-release.ts';
import { type UploadedArtifact, uploadedFiles } from '../runner/artifacts.ts';
import { runnerTemp } from '../runner/runner-temp.ts';
import type { Inline } from '../runner/summary.ts';

/** `Ubuntu 22.04, UEFI, for vSphere` */
export function systemInWords({ os, osVersion, firmware, hypervisor, builder }: NodeImageSpec): string {
  const system = [operatingSystemNames[os], osVersion].filter(Boolean).join(' ');
  return [
    system,
    firmware && firmwareNames[firmware],
    `for ${hypervisorNames[hypervisor]}`,
    builder === 'clone' && 'cloned from a template',
  ]
    .filter(Boolean)
    .join(', ');
}

/** The name of a file, which leads to its artifact. */
export function fileInWords(path: string, artifact: UploadedArtifact | undefined): Inline {
  return { text: { code: basename(path) }, href: artifact?.url };
}

/** Where a file is that was not uploaded; a path that goes with the job is no link. */
export function placeRows(path: string, artifact: UploadedArtifact | undefined): readonly Inline[][] {
  if (artifact !== undefined) return [];
  const end = path.startsWith(`${runnerTemp()}/`) ? ', until the job ends' : '';
  return [['Where', ['not uploaded; on the runner at ', { code: path }, end]]];
}

/** The provenance statement, which is uploaded with its image. */
export function provenanceRows(path: string): readonly Inline[][] {
  const artifact = uploadedFiles().get(path);
  return artifact === undefined ? [] : [['Provenance', fileInWords(path, artifact)]];
}

/** `v0.26.1, bundle 124, signature verified` */
export function releaseInWords({ version, bundleNumber, signature }: EksaRelease): string {
  return `${version}, bundle ${bundleNumber}, signature ${signature}`;
}

/** `v1.33.13, EKS Distro kubernetes-1-33-eks-30` */
export function kubernetesInWords({ kubeVersion, eksdRelease }: ReleaseChannel): Inline {
  return [`${kubeVersion}, EKS Distro `, { code: eksdRelease }];
}
