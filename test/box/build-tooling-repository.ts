import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fixtures, releaseLines } from './release-history.ts';

const standInTree = path.join(import.meta.dirname, 'build-tooling');
const imageBuilderProject = 'projects/kubernetes-sigs/image-builder';
export const rootChecksumFile = `${imageBuilderProject}/bottlerocket-root-json-checksum`;

/** Where upstream keeps the data files of a release line. */
const dataFiles: Readonly<Record<string, string>> = {
  BOTTLEROCKET_RELEASES: `${imageBuilderProject}/BOTTLEROCKET_RELEASES`,
  EKSD_LATEST_RELEASES: 'EKSD_LATEST_RELEASES',
  GIT_TAG: `${imageBuilderProject}/GIT_TAG`,
  'REQUIRED_DEPENDENCY_VERSIONS.yaml': `${imageBuilderProject}/REQUIRED_DEPENDENCY_VERSIONS.yaml`,
  SUPPORTED_RELEASE_BRANCHES: 'release/SUPPORTED_RELEASE_BRANCHES',
  'bottlerocket-root-json-checksum': rootChecksumFile,
  'image-builder-cli.GIT_TAG': 'projects/aws/image-builder/GIT_TAG',
};

interface TreeFile {
  readonly path: string;
  readonly mode: '100644' | '100755';
  readonly bytes: Buffer;
}

export interface BuildToolingRepository {
  /** A bare repository. */
  readonly gitDir: string;
  /** `release-0.26` → commit. */
  readonly commits: ReadonlyMap<string, string>;
}

/** Other content for data files than the real one, by path. */
export type ChangedFiles = ReadonlyMap<string, Buffer>;

/**
 * Makes the stand-in for aws/eks-anywhere-build-tooling: a branch per release line with one commit, whose tree is
 * the stand-in build plus the line's real data files. The commits depend on nothing but these and the path of the
 * switches file.
 */
export async function createBuildToolingRepository(
  gitDir: string,
  switchesFile: string,
  changed: ChangedFiles = new Map(),
): Promise<BuildToolingRepository> {
  await mkdir(gitDir, { recursive: true });
  await git(gitDir, ['init', '--quiet', '--bare', '--initial-branch=main']);
  // As GitHub does: partial clones, and whatever object is asked for by its id.
  await git(gitDir, ['config', 'uploadpack.allowFilter', 'true']);
  await git(gitDir, ['config', 'uploadpack.allowAnySHA1InWant', 'true']);
  const standIn = await readTree(standInTree, switchesFile);
  const commits = await Promise.all(
    releaseLines.map(async (line, index) => {
      const branch = `release-${line}`;
      return fastImportCommit(branch, index + 1, [...standIn, ...(await readDataFiles(branch, changed))]);
    }),
  );
  const main = `reset refs/heads/main\nfrom :${releaseLines.length}\n`;
  await git(gitDir, ['fast-import', '--quiet', '--force'], Buffer.concat([...commits, Buffer.from(main)]));
  const refs = await git(gitDir, ['for-each-ref', '--format=%(refname:short) %(objectname)', 'refs/heads']);
  const lines = refs.trim().split('\n');
  return { gitDir, commits: new Map(lines.map((line) => line.split(' ') as [string, string])) };
}

/** The content of a file at a commit, as raw.githubusercontent.com gives it. */
export async function fileAtCommit(
  gitDir: string,
  commit: string,
  file: string,
): Promise<string | undefined> {
  return git(gitDir, ['cat-file', 'blob', `${commit}:${file}`]).catch(() => undefined);
}

async function readTree(folder: string, switchesFile: string): Promise<TreeFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file);
      const executable = ((await stat(file)).mode & 0o100) !== 0;
      return {
        path: path.relative(folder, file),
        mode: executable ? '100755' : '100644',
        bytes:
          path.basename(file) === 'switches.mk'
            ? Buffer.from(bytes.toString().replaceAll('@SWITCHES_FILE@', switchesFile))
            : bytes,
      };
    }),
  );
}

async function readDataFiles(branch: string, changed: ChangedFiles): Promise<TreeFile[]> {
  const folder = path.join(fixtures, 'build-tooling', 'branches', branch);
  const names = (await readdir(folder)).filter((name) => name in dataFiles);
  return Promise.all(
    names.map(async (name) => {
      const at = dataFiles[name] ?? name;
      return {
        path: at,
        mode: '100644',
        bytes: changed.get(at) ?? (await readFile(path.join(folder, name))),
      };
    }),
  );
}

/** A commit without parents, in the language of git-fast-import(1). */
function fastImportCommit(branch: string, mark: number, files: readonly TreeFile[]): Buffer {
  const identity = 'box <box@example.invalid> 1700000000 +0000';
  const message = `Stand-in for ${branch}\n`;
  const header = [
    `commit refs/heads/${branch}`,
    `mark :${mark}`,
    `author ${identity}`,
    `committer ${identity}`,
    `data ${message.length}`,
    message,
  ].join('\n');
  const changes = files
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((file) => [
      Buffer.from(`M ${file.mode} inline ${file.path}\ndata ${file.bytes.length}\n`),
      file.bytes,
      Buffer.from('\n'),
    ]);
  return Buffer.concat([Buffer.from(header), ...changes, Buffer.from('\n')]);
}

async function git(gitDir: string, args: readonly string[], input?: Buffer): Promise<string> {
  const child = spawn('git', ['--git-dir', gitDir, ...args], { env: gitEnvironment() });
  child.stdin.end(input);
  const exit = new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  );
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  if (code !== 0) throw new Error(`git ${args.join(' ')} ended with ${code}: ${errors}`);
  return output;
}

/** Git without the settings of the machine or the user. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const settings = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return { ...Object.fromEntries(settings), GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
}
