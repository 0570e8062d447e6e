import { arrow, box, type Picture, words } from './svg.ts';

/** The jobs of .github/workflows/node-images.yml, and the report that examples/nightly.yml adds. */
export function pipelinePicture(): Picture {
  const [top, middle, bottom] = [105, 191, 277];
  const job = (x: number, width: number, title: string, lines: readonly string[]) =>
    box({ x, y: middle - 42, width, height: 84, kind: 'accent', title, lines });
  const image = (y: number, title: string, lines: readonly string[]) =>
    box({ x: 174, y: y - 37, width: 214, height: 74, kind: 'good', title, lines });
  return {
    width: 838,
    height: 320,
    title: 'The nightly pipeline',
    description:
      'Plan decides which images to build and which to reuse. One job for each image builds or fetches it on a runner that fits: vSphere images on a self-hosted runner that reaches vCenter, bare-metal images on a runner with KVM, Bottlerocket on any runner. Attest then signs the provenance, which is optional. Collect makes one index and one file of checksums. These are jobs of the reusable workflow node-images.yml. Report, a job of your own workflow, keeps one issue open while an image fails.',
    parts: [
      words(4, 18, 'Reusable workflow node-images.yml', 'caption'),
      words(712, 18, 'Your workflow', 'caption'),
      '<path class="line" d="M4 30H682M712 30H834" />',
      job(4, 122, 'Plan', ['what to build,', 'what to reuse']),
      words(174, 57, 'One job for each image', 'caption'),
      image(top, 'Build for vSphere', ['self-hosted runner', 'that reaches vCenter']),
      image(middle, 'Build for bare metal', ['runner with KVM']),
      image(bottom, 'Fetch Bottlerocket', ['any runner']),
      `<path class="line" d="M126 ${middle}H150M150 ${top}V${bottom}" />`,
      ...[top, middle, bottom].map((y) => arrow(`M149.25 ${y}H172`)),
      `<path class="line" d="M388 ${top}H412V${bottom}H388M388 ${middle}H412" />`,
      job(436, 112, 'Attest', ['provenance,', 'optional']),
      job(572, 110, 'Collect', ['index and', 'checksums']),
      job(712, 122, 'Report', ['one issue while', 'images fail']),
      arrow(`M412 ${middle}H434`),
      arrow(`M548 ${middle}H570`),
      arrow(`M682 ${middle}H710`),
    ],
  };
}
