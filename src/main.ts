import { type Action, runMain, runPost } from './runner/run.ts';

/**
 * Each action is a chunk of its own, loaded only when it runs. What it works with is a further one, loaded after
 * its inputs are read: a typo is refused before any library is.
 */
const actions: Readonly<Record<string, () => Promise<Action>>> = {
  'resolve-eksa-bundle': async () => (await import('./actions/resolve-eksa-bundle.ts')).resolveEksaBundle,
  'plan-node-images': async () => (await import('./actions/plan-node-images.ts')).planNodeImages,
  'setup-image-builder': async () => (await import('./actions/setup-image-builder.ts')).setupImageBuilder,
  'build-node-image': async () => (await import('./actions/build-node-image.ts')).buildNodeImage,
  'fetch-bottlerocket': async () => (await import('./actions/fetch-bottlerocket.ts')).fetchBottlerocket,
  'report-node-images': async () => (await import('./actions/report-node-images.ts')).reportNodeImages,
  'collect-node-images': async () => (await import('./actions/collect-node-images.ts')).collectNodeImages,
  'node-image': async () => (await import('./actions/node-image.ts')).nodeImage,
};

export const actionNames: readonly string[] = Object.keys(actions);

export async function loadAction(name: string): Promise<Action> {
  const load = actions[name];
  if (load === undefined) throw new RangeError(`no action ${name}`);
  return load();
}

/** The main step of an action; the stubs in dist call it. */
export async function main(name: string): Promise<void> {
  await runMain(await loadAction(name));
}

/** The process that talks to the Actions cache; see `src/runner/tool-cache.ts`. */
export async function toolCache(): Promise<void> {
  await (await import('./runner/tool-cache-process.ts')).serveToolCache();
}

/** The post step of an action. */
export async function post(name: string): Promise<void> {
  await runPost(await loadAction(name));
}
