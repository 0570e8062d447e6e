import * as z from 'zod';
import { ActionError, errorMessage } from '../action-error.ts';
import { type HttpClient, HttpStatusError } from '../net/http-client.ts';
import { checkShape, parsePublished, type Source } from './published-document.ts';
import type { RequiredTools } from './support-table.ts';

/** What a release says in the sources that it is built from, aws/eks-anywhere-build-tooling at the bundle's commit. */
export interface BuildTooling {
  readonly commit: string;
  /** `git`: by the objects of the commit, whose id the bundle signs. `tls`: by TLS alone. */
  readonly readBy: 'git' | 'tls';
  /** By release channel. */
  readonly bottlerocket: Readonly<Record<string, BottlerocketVersions>>;
  /** Versions that `image-builder` insists on; absent before v0.19, which states none. */
  readonly requiredTools?: StatedTools;
  /** Tag or commit of kubernetes-sigs/image-builder. */
  readonly upstreamTag?: string;
}

/** Versions of Bottlerocket with the `v`, by format; absent where there is no image of the format. */
export interface BottlerocketVersions {
  readonly ova?: string;
  readonly raw?: string;
  readonly ami?: string;
}

/** What a commit states of {@link RequiredTools}. */
export type StatedTools = Partial<Omit<RequiredTools, 'plugins' | 'newestPython'>> & {
  readonly plugins?: Readonly<Record<string, string>>;
};

/** The files of one commit that exist, by path. */
export type CommitFiles = ReadonlyMap<string, string>;

export const buildToolingRepository = 'https://github.com/aws/eks-anywhere-build-tooling.git';
const rawFiles = 'https://raw.githubusercontent.com/aws/eks-anywhere-build-tooling/';
const project = 'projects/kubernetes-sigs/image-builder';
const bottlerocketReleases = `${project}/BOTTLEROCKET_RELEASES`;
const requiredVersions = `${project}/REQUIRED_DEPENDENCY_VERSIONS.yaml`;
const upstreamTag = `${project}/GIT_TAG`;
const paths = [bottlerocketReleases, requiredVersions, upstreamTag];
const maxBytes = 256 * 1024;

export interface BuildToolingOptions {
  readonly commit: string;
  readonly http: Pick<HttpClient, 'getText'>;
  /** Reads files of the commit through git objects. */
  readonly readByGit: (paths: readonly string[]) => Promise<CommitFiles>;
  /** Told when git failed and TLS has to do. */
  readonly onFallback: (reason: string) => void;
}

/**
 * Reads the data files of a build-tooling commit.
 *
 * @throws ActionError when neither git nor raw.githubusercontent.com has the commit, or a file is not as expected.
 */
export async function readBuildTooling(options: BuildToolingOptions): Promise<BuildTooling> {
  const { commit, readByGit, onFallback } = options;
  let readBy: BuildTooling['readBy'] = 'git';
  const files = await readByGit(paths).catch((error: unknown) => {
    readBy = 'tls';
    onFallback(errorMessage(error));
    return readByTls(options);
  });
  if (!files.has(bottlerocketReleases)) {
    throw new ActionError(`The build-tooling commit ${commit} has no ${bottlerocketReleases}.`, {
      why: 'It is not a commit of aws/eks-anywhere-build-tooling, or a host answers in its place.',
    });
  }
  return { commit, readBy, ...(await readFiles(files, commit)) };
}

async function readByTls({ http, commit }: BuildToolingOptions): Promise<CommitFiles> {
  const texts = await Promise.all(
    paths.map(async (path) => {
      const { what, url } = sourceOf(path, commit);
      try {
        return [[path, await http.getText(url, { what, maxBytes })] as const];
      } catch (error) {
        if (error instanceof HttpStatusError && error.status === 404) return [];
        throw error;
      }
    }),
  );
  return new Map(texts.flat());
}

function sourceOf(path: string, commit: string): Source {
  return { what: `The file ${path}`, url: new URL(`${commit}/${path}`, rawFiles).href, maxBytes };
}

async function readFiles(
  files: CommitFiles,
  commit: string,
): Promise<Omit<BuildTooling, 'commit' | 'readBy'>> {
  const parsed = async <T>(path: string, type: z.ZodType<T>): Promise<T | undefined> => {
    const text = files.get(path);
    const source = sourceOf(path, commit);
    return text?.trim() ? checkShape(type, await parsePublished(text, source), source) : undefined;
  };
  const requiredTools = await parsed(requiredVersions, requiredToolsType);
  const tag = files.get(upstreamTag)?.trim();
  return {
    bottlerocket: (await parsed(bottlerocketReleases, bottlerocketType)) ?? {},
    ...(requiredTools && { requiredTools }),
    ...(tag && { upstreamTag: tag }),
  };
}

/** Until 2023 some versions were written without the `v`. */
const bottlerocketVersion = z
  .string()
  .regex(/^v?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/, 'is not a version of Bottlerocket')
  .transform((version) => `v${version.replace(/^v/, '')}`)
  .nullish();

const bottlerocketType = z.record(
  z.string().regex(/^\d+-\d+$/, 'is not a release channel'),
  z
    .object({
      'ova-release-version': bottlerocketVersion,
      'raw-release-version': bottlerocketVersion,
      'ami-release-version': bottlerocketVersion,
    })
    .transform((entry): BottlerocketVersions => {
      const ova = entry['ova-release-version'];
      const raw = entry['raw-release-version'];
      const ami = entry['ami-release-version'];
      return { ...(ova && { ova }), ...(raw && { raw }), ...(ami && { ami }) };
    }),
);

const version = z.coerce.string().nullish();

const requiredToolsType = z
  .object({
    ansible: version,
    packer: z.object({ version, plugins: z.record(z.string(), version).nullish() }).nullish(),
    python: version,
  })
  .transform(({ ansible, packer, python }): StatedTools => {
    const plugins = Object.entries(packer?.plugins ?? {}).flatMap(([name, plugin]) =>
      plugin ? [[name, plugin] as const] : [],
    );
    return {
      ...(packer?.version && { packer: packer.version }),
      ...(ansible && { ansible }),
      ...(plugins.length > 0 && { plugins: Object.fromEntries(plugins) }),
      ...(python && { oldestPython: python }),
    };
  });
