import type { Log } from '../log.ts';
import type { Hypervisor } from '../plan/node-image-spec.ts';
import { type Links, placeLinks } from './host-tools-links.ts';
import { buildMake, type FetchRequest, fetchProgram, type Pinned } from './host-tools-make.ts';
import { findFirmware, findQemuElsewhere, firmwareKnownTo } from './host-tools-qemu.ts';
import { type Search, searchTool } from './host-tools-search.ts';
import { compiler, type HostTool, hostDownloads, hostTools } from './host-tools-table.ts';
import { type InstallRequest, installPackages, missingTools, readDistribution } from './packages.ts';

export interface HostToolsRequest extends FetchRequest, Pick<InstallRequest, 'userId' | 'patience'> {
  readonly hypervisor: Hypervisor;
  readonly installPackages: 'auto' | 'never';
  readonly log: Log;
  /** Where the file system begins, for os-release, QEMU and firmware. Default: `/`. */
  readonly root?: string;
  /** Default: what is pinned. */
  readonly downloads?: Readonly<Record<'yq' | 'make', Pinned>>;
}

const qemuName = 'qemu-system-x86_64';
const firmwareName = 'OVMF.fd';

export interface HostTools {
  /** For the front of PATH: a folder with links to what is not found there by name alone; none if all is. */
  readonly pathEntries: readonly string[];
  readonly found: ReadonlyArray<{ readonly tool: string; readonly version: string; readonly path: string }>;
}

/**
 * Finds every program that a build for a hypervisor calls, in a version that it works with. What is missing is
 * installed as a package or fetched; what is wrong (another yq, a make that is too new) stays as it is, and the right
 * one is put before it in a private folder.
 *
 * @throws ActionError that names all that is missing at once
 */
export async function obtainHostTools(request: HostToolsRequest): Promise<HostTools> {
  const { hypervisor, root = '/' } = request;
  const wanted = hostTools.filter(({ hypervisors }) => hypervisors?.includes(hypervisor) ?? true);
  const before = await lookFor(wanted, request);
  const missing = wanted.filter((tool) => !before.get(tool.name)?.right && isForPackages(tool, before));
  const distribution = await readDistribution(root);
  const install = (tools: readonly HostTool[]) =>
    installPackages({ ...request, missing: tools, distribution, policy: request.installPackages });
  await install([...missing, ...(await missingCompiler(before, request))]);
  const after = missing.length === 0 ? before : await lookFor(wanted, request);
  // A make that has just been installed may be too new as well.
  await install(await missingCompiler(after, request));
  await provideOwn(after, request);
  const still = wanted.filter(({ name }) => !after.get(name)?.right);
  if (still.length > 0) {
    throw missingTools({ missing: still, distribution }, 'They are not there after the installation.');
  }
  const folder = await placeLinks(linksTo(after), request);
  const found = wanted.map(({ name }) => {
    const { version = '', path = '' } = after.get(name)?.right ?? {};
    return { tool: name, version, path };
  });
  return { pathEntries: folder === undefined ? [] : [folder], found };
}

type Searches = Map<string, Search>;

async function lookFor(tools: readonly HostTool[], request: HostToolsRequest): Promise<Searches> {
  const programs = tools.filter(({ name }) => name !== firmwareName);
  const searches = await Promise.all(programs.map((tool) => searchTool(tool, request)));
  const found: Searches = new Map(
    programs.map(({ name }, index) => [name, searches[index] ?? { wrong: [] }]),
  );
  if (found.has(qemuName) && !found.get(qemuName)?.right)
    found.set(qemuName, await searchQemuElsewhere(request));
  if (programs.length === tools.length) return found;
  return found.set(firmwareName, await searchFirmware(found.get(qemuName)?.right?.path, request));
}

async function searchQemuElsewhere({ root = '/' }: HostToolsRequest): Promise<Search> {
  const path = await findQemuElsewhere(root);
  return { ...(path !== undefined && { right: { path, version: '', isFirst: false } }), wrong: [] };
}

/** What QEMU finds by itself counts as first on its path. */
async function searchFirmware(qemu: string | undefined, { root = '/' }: HostToolsRequest): Promise<Search> {
  const known = qemu === undefined ? undefined : await firmwareKnownTo(qemu, firmwareName);
  const path = known ?? (await findFirmware(root))?.[0];
  return {
    ...(path !== undefined && { right: { path, version: '', isFirst: known !== undefined } }),
    wrong: [],
  };
}

/** yq has no package anywhere; a make that is too new would be what a package brings again. */
function isForPackages({ name }: HostTool, searches: Searches): boolean {
  return name !== 'yq' && !(name === 'make' && isThereButWrong(searches.get('make')));
}

async function missingCompiler(searches: Searches, request: HostToolsRequest): Promise<readonly HostTool[]> {
  if (!isThereButWrong(searches.get('make'))) return [];
  return (await searchTool(compiler, request)).right ? [] : [compiler];
}

function isThereButWrong(search: Search | undefined): boolean {
  return search !== undefined && search.right === undefined && search.wrong.length > 0;
}

/** What is fetched or built because no package of this machine would do. */
async function provideOwn(searches: Searches, request: HostToolsRequest): Promise<void> {
  const { log, downloads = hostDownloads } = request;
  const { yq, make } = downloads;
  if (!searches.get('yq')?.right) {
    log.info(`mikefarah’s yq ${yq.version} is taken: ${reasonIn(searches.get('yq'))}.`);
    const path = await fetchProgram('yq', yq, request);
    searches.set('yq', { right: { path, version: yq.version, isFirst: false }, wrong: [] });
  }
  if (isThereButWrong(searches.get('make'))) {
    log.info(`GNU make ${make.version} is built from source: ${reasonIn(searches.get('make'))}.`);
    const path = await buildMake(make, request);
    searches.set('make', { right: { path, version: make.version, isFirst: false }, wrong: [] });
  }
}

function reasonIn(search: Search | undefined): string {
  const paths = search?.wrong.map(({ path }) => path) ?? [];
  return paths.length === 0 ? 'there is none' : `${paths.join(', ')} is another program or version`;
}

/** What is not found by its name alone, and is therefore put in front. */
function linksTo(searches: Searches): Links {
  const hidden = [...searches].flatMap(([name, { right }]) =>
    right === undefined || right.isFirst || name === firmwareName ? [] : [[name, right.path] as const],
  );
  const firmware = searches.get(firmwareName)?.right;
  const qemu = searches.get(qemuName)?.right;
  return {
    programs: Object.fromEntries(hidden),
    ...(firmware && !firmware.isFirst && qemu && { firmwareFor: qemu.path }),
  };
}
