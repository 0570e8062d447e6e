import { arrow, box, type Picture, words } from './svg.ts';

const [keys, signed, verified] = [
  { x: 4, width: 226 },
  { x: 286, width: 226 },
  { x: 568, width: 266 },
];
const itemHeight = 54;
const step = 66;
const top = 36;

/** Facts: docs/trust.md and docs/security.md. */
const ofBundle = [
  ['image-builder CLI', 'its sha256'],
  ['EKS Anywhere build tooling', 'its commit ID'],
  ['EKS Distro release', 'its name and Kubernetes version'],
  ['Bottlerocket image', 'its sha256, from the bundle'],
] as const;

/** What the bundle leads to is one group, with air below it. */
const rowY = (row: number) => top + row * step + (row >= ofBundle.length ? 14 : 0);
const middle = (row: number) => rowY(row) + itemHeight / 2;
const bundleMiddle = (middle(0) + middle(3)) / 2;
const bundleY = bundleMiddle - 35;

/** From the keys that come with the actions to what they prove; then what nothing proves. */
export function trustPicture(): Picture {
  const item = (row: number, title: string, line: string) =>
    box({ ...verified, y: rowY(row), height: itemHeight, kind: 'good', title, lines: [line] });
  const key = (row: number, title: string, line: string) =>
    box({ ...keys, y: rowY(row), height: itemHeight, kind: 'accent', title, lines: [line] });
  const list = (row: number, title: string, line: string) =>
    box({ ...signed, y: rowY(row), height: itemHeight, kind: 'plain', title, lines: [line] });
  const bandY = rowY(7) + 10;
  return {
    width: 838,
    height: bandY + 118,
    title: 'What is verified by what',
    description:
      "AWS's key verifies the signature of the bundle. The bundle gives the sha256 of the image-builder CLI, the commit of the build tooling, the name of the EKS Distro release, and the sha256 of the Bottlerocket image. HashiCorp's key verifies Packer and its plugins ansible, vsphere and qemu. Pinned checksums verify Ansible and Python. Bottlerocket's root keys verify TUF metadata, and that verifies the Bottlerocket image. No signature covers most of what a build downloads by itself, HookOS, the EKS Anywhere CLI, and the Packer plugins goss and nutanix.",
    parts: [
      words(keys.x, 18, 'Trusted from the start', 'caption'),
      words(signed.x, 18, 'Signed with it', 'caption'),
      words(verified.x, 18, 'Verified by it', 'caption'),
      box({
        ...keys,
        y: bundleY,
        height: 70,
        kind: 'accent',
        title: 'AWS’s key',
        lines: ['from KMS, compiled in'],
      }),
      box({
        ...signed,
        y: bundleY,
        height: 70,
        kind: 'plain',
        title: 'Release bundle',
        lines: ['its signature'],
      }),
      arrow(`M230 ${bundleMiddle}H284`),
      ...ofBundle.map(([title, line], row) => item(row, title, line)),
      `<path class="line" d="M512 ${bundleMiddle}H540M540 ${middle(0)}V${middle(3)}" />`,
      ...ofBundle.map((_, row) => arrow(`M539.25 ${middle(row)}H566`)),
      key(4, 'HashiCorp’s key', 'compiled in'),
      list(4, 'List of checksums', 'its signature'),
      item(4, 'Packer', 'and its plugins ansible, vsphere, qemu'),
      arrow(`M230 ${middle(4)}H284`),
      arrow(`M512 ${middle(4)}H566`),
      key(5, 'Pinned checksums', 'compiled in, for each package'),
      item(5, 'Ansible', 'its collections, and Python if missing'),
      arrow(`M230 ${middle(5)}H566`),
      key(6, 'Bottlerocket’s root', 'compiled in, or your own file'),
      list(6, 'TUF metadata', 'its signatures and expiry'),
      item(6, 'Bottlerocket image', 'its sha256, from TUF'),
      arrow(`M230 ${middle(6)}H284`),
      arrow(`M512 ${middle(6)}H566`),
      `<rect class="open" x="4" y="${bandY}" width="830" height="114" rx="8" />`,
      words(20, bandY + 30, 'Not verified: no signature covers it', 'title'),
      ...[
        'Most of what a build downloads by itself: kubelet, kubeadm, kubectl, container images of the control plane,',
        'CNI plugins, etcd, runc, crictl. Also HookOS, the EKS Anywhere CLI, and the Packer plugins goss and nutanix.',
        'TLS protects these. Some have a checksum as well, but it comes from a source that is not signed.',
      ].map((line, index) => words(20, bandY + 54 + index * 21, line, 'words')),
    ],
  };
}
