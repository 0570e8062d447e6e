import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Updater } from 'tuf-js';
import { ActionError, errorMessage } from '../../src/action-error.ts';
import { repositoryInputs } from '../../src/actions/fetch-bottlerocket.ts';
import { findImage, targetUrl } from '../../src/bottlerocket/image-target.ts';
import { createRemoteFiles } from '../../src/bottlerocket/remote-files.ts';
import { openRepository } from '../../src/bottlerocket/tuf/repository.ts';
import { walkRoots } from '../../src/bottlerocket/tuf/root-chain.ts';
import { writeImage } from '../../src/bottlerocket/write-image.ts';
import { createTransport } from '../../src/net/transport.ts';
import type { BuiltRepository } from '../box/tuf-repository.ts';
import { imageName, type TufCase } from './case.ts';
import type { CaseServer } from './case-server.ts';
import type { Call, CommandCase } from './command-case.ts';

export interface Verdict {
  readonly verdict: 'accepted' | 'refused';
  /** What it says, addresses and folders taken out. */
  readonly words: string;
}

export interface Attempt {
  readonly tufCase: TufCase;
  readonly built: BuiltRepository;
  readonly server: CaseServer;
  /** An empty folder; the files go to `out` in it. */
  readonly folder: string;
}

const anchorOf = ({ built, tufCase }: Attempt) =>
  built.metadata.get(`${tufCase.anchor ?? 1}.root.json`) ?? Buffer.alloc(0);

/** The modules of the action, from an anchor to files on disk. */
export async function runOurs(attempt: Attempt): Promise<Verdict & { readonly error?: unknown }> {
  const { tufCase, folder } = attempt;
  const patience = tufCase.timeoutMs ?? 2_000;
  const transport = createTransport({
    proxyEnvironment: tufCase.environment ?? {},
    certificates: undefined,
    userAgent: 'tuf-cases',
    timeouts: { connect: 2_000, headers: patience, body: patience },
  });
  const files = createRemoteFiles({ transport, policy: { attempts: 5, baseDelayMs: 1, maxDelayMs: 5 } });
  const addresses = addressesOf(attempt);
  const metadataUrl = folderOf('metadata-url', addresses.metadataUrl);
  const targetsUrl = folderOf('targets-url', addresses.targetsUrl);
  try {
    const { chain } = await walkRoots({ metadataUrl, files, trustedRoots: [anchorOf(attempt)] });
    const repository = await openRepository({
      metadataUrl,
      files,
      trustedRoots: chain,
      scratch: folder,
      now: new Date(),
      expired: tufCase.allowExpired ? 'allow' : 'refuse',
    });
    for (const name of tufCase.wanted ?? [imageName]) {
      const version = /-(v\d+\.\d+\.\d+)\.ova$/.exec(name)?.[1] ?? 'none';
      const wanted = { hypervisor: 'vsphere', variant: 'vmware-k8s-1.33', version } as const;
      const target = repository.targets.get(name) ?? findImage(repository.targets, wanted);
      await writeImage({
        url: targetUrl(targetsUrl, target, repository.consistentSnapshot),
        target,
        destination: join(folder, 'out', name),
        conversion: { kind: 'keep' },
        files,
        signal: new AbortController().signal,
      });
    }
    return { verdict: 'accepted', words: '' };
  } catch (error) {
    const said =
      error instanceof ActionError ? [error.headline, ...error.problems].join(' ') : errorMessage(error);
    return { verdict: 'refused', words: plain(said, attempt), error };
  } finally {
    await files.close();
  }
}

/** tuf-js with its own fetcher, as one would use it by itself. */
export async function runPlainTufJs(attempt: Attempt): Promise<Verdict> {
  const { tufCase, server, folder } = attempt;
  const [metadataDir, targetDir] = [join(folder, 'metadata'), join(folder, 'out')];
  try {
    await mkdir(metadataDir);
    await mkdir(targetDir);
    await writeFile(join(metadataDir, 'root.json'), anchorOf(attempt));
    const updater = new Updater({
      metadataDir,
      metadataBaseUrl: server.metadataUrl.slice(0, -1),
      targetDir,
      targetBaseUrl: server.targetsUrl.slice(0, -1),
      config: { fetchTimeout: 5_000, fetchRetries: 1 },
    });
    await updater.refresh();
    for (const name of tufCase.wanted ?? [imageName]) {
      const target = await updater.getTargetInfo(name);
      if (target === undefined) throw new RangeError(`Target ${name} not found`);
      await updater.downloadTarget(target);
    }
    return { verdict: 'accepted', words: '' };
  } catch (error) {
    return { verdict: 'refused', words: plain(errorMessage(error), attempt) };
  }
}

/** `tuftool download`, as the documentation of EKS Anywhere uses it, or as the case says. */
export async function runTuftool(
  program: string,
  attempt: Attempt,
  { call = (usual) => usual, signal }: Pick<CommandCase, 'call' | 'signal'> = {},
): Promise<Verdict> {
  const { tufCase, folder } = attempt;
  const root = join(folder, 'anchor.json');
  await writeFile(root, anchorOf(attempt));
  const { metadataUrl, targetsUrl } = addressesOf(attempt);
  const { outdir, options } = call(
    {
      outdir: join(folder, 'out'),
      options: {
        ...{ '--root': root, '--metadata-url': metadataUrl, '--targets-url': targetsUrl },
        '--target-name': tufCase.wanted ?? [imageName],
        ...(tufCase.allowExpired && { '--allow-expired-repo': true }),
      },
    },
    attempt,
  );
  const child = spawn(program, ['download', outdir, ...Object.entries(options).flatMap(words)], {
    // Where --allow-root-download leaves the root.
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    signal: AbortSignal.timeout(120_000),
    env: { PATH: process.env['PATH'], ...tufCase.environment },
  });
  if (signal !== undefined) void onceBegun(outdir).then(() => child.kill(signal));
  const [said, [code]] = await Promise.all([
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  if (code === 0) return { verdict: 'accepted', words: '' };
  const line = said.split('\n').find((line) => line.trim() !== '') ?? signal ?? `exit code ${code}`;
  return { verdict: 'refused', words: plain(line, attempt) };
}

function words([name, value]: readonly [string, Call['options'][string]]): readonly string[] {
  return value === true ? [name] : [value].flat().map((one) => `${name}=${one}`);
}

/** As soon as a part of a file is there. */
async function onceBegun(folder: string): Promise<void> {
  const isBegun = () =>
    existsSync(folder) && readdirSync(folder).some((name) => statSync(join(folder, name)).size > 0);
  while (!isBegun()) await sleep(20);
}

function addressesOf({ tufCase, server }: Attempt) {
  const { metadataUrl = (url) => url, targetsUrl = (url) => url } = tufCase;
  return { metadataUrl: metadataUrl(server.metadataUrl), targetsUrl: targetsUrl(server.targetsUrl) };
}

/** As the action reads its inputs. */
function folderOf(input: 'metadata-url' | 'targets-url', address: string): URL {
  return repositoryInputs[input].parse(address) ?? new URL(address);
}

function plain(words: string, { server, folder }: Attempt): string {
  const port = new URL(server.metadataUrl).port;
  const short = words
    .replaceAll(folder, '…')
    .replaceAll(`127.0.0.1:${port}`, 'host')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const timeless = short
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, '<time>')
    .replaceAll(/[0-9a-f]{64}/gi, '<sha256>');
  return timeless.length > 200 ? `${timeless.slice(0, 199)}…` : timeless;
}
