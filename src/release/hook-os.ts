import { fieldsOf, versionsBundlesOf } from './container-images.ts';

/** The files that a bare-metal machine boots to be provisioned. Upstream states no checksum, and signs none of it. */
export interface HookOs {
  readonly vmlinuz: HookFile;
  readonly initramfs: HookFile;
  /** From v0.22.0 on. */
  readonly iso: HookFile;
}

/** The addresses by architecture, absent where the bundle has none. */
export interface HookFile {
  readonly amd64?: string;
  readonly arm64?: string;
}

/** Reads HookOS from the first entry of a bundle, as the documentation does; it is the same in all. */
export function hookOsOf(document: unknown): HookOs {
  const [first] = versionsBundlesOf(document);
  const stack = fieldsOf(fieldsOf(first?.['tinkerbell'])['tinkerbellStack']);
  const hook = fieldsOf(stack['hook']);
  return { vmlinuz: fileOf(hook['vmlinuz']), initramfs: fileOf(hook['initramfs']), iso: fileOf(hook['iso']) };
}

/** Upstream calls the architectures `amd` and `arm`. */
function fileOf(file: unknown): HookFile {
  const { amd, arm } = fieldsOf(file);
  const [amd64, arm64] = [webAddress(amd), webAddress(arm)];
  return { ...(amd64 && { amd64 }), ...(arm64 && { arm64 }) };
}

function webAddress(archive: unknown): string | undefined {
  const { uri } = fieldsOf(archive);
  return typeof uri === 'string' && URL.canParse(uri) ? uri : undefined;
}
