import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Cases, image, imageName } from '../case.ts';
import type { Attempt } from '../clients.ts';
import type { Call, CommandCase, CommandCases, Proof } from '../command-case.ts';

/** Nothing listens there: whoever obeys the variable gets nothing. */
const deadProxy = 'http://127.0.0.1:9';

/** Addresses and surroundings, given to tuftool and to the modules of the action alike. */
export const addressCases: Cases = {
  'the metadata URL has no slash at its end': { metadataUrl: (url) => url.replace(/\/$/, '') },
  'the metadata URL has a query, which is dropped': { metadataUrl: (url) => `${url}?token=1` },
  'the metadata URL has a query and no slash': {
    metadataUrl: (url) => `${url.replace(/\/$/, '')}?token=1`,
    why: 'easier: a folder is meant, and its slash is put there; tuftool then asks one folder further up',
  },
  'the targets URL has no slash at its end': { targetsUrl: (url) => url.replace(/\/$/, '') },
  'http_proxy names a proxy that is not there': { environment: { http_proxy: deadProxy } },
  'HTTP_PROXY names a proxy that is not there': { environment: { HTTP_PROXY: deadProxy } },
  'ALL_PROXY names a proxy that is not there': { environment: { ALL_PROXY: deadProxy } },
  'HTTPS_PROXY names a proxy that is not there, and the URL is http': {
    environment: { HTTPS_PROXY: deadProxy },
  },
  'http_proxy names a proxy that is not there, and NO_PROXY the host': {
    environment: { http_proxy: deadProxy, NO_PROXY: '127.0.0.1' },
  },
};

const fetchTests = 'test/e2e/fetch-bottlerocket.test.ts';
const faultTests = 'test/e2e/bottlerocket-faults.test.ts';
const replaced: Proof = {
  file: fetchTests,
  test: 'what is at the destination gives way to the new image, and other files stay',
};
const nothingLeft: Proof = {
  file: fetchTests,
  test: 'what cannot be right ends in one good error and no file',
};
const without =
  (option: string) =>
  ({ outdir, options }: Call): Call => ({
    outdir,
    options: Object.fromEntries(Object.entries(options).filter(([name]) => name !== option)),
  });
/** Half of the image, and then nothing more. */
const stalled: NonNullable<CommandCase['repository']> = {
  serve: ({ targets }) => ({
    [`targets/${[...targets.keys()][0] ?? ''}`]: (_, response, file) => {
      response.writeHead(200, { 'content-length': file.length });
      response.write(file.subarray(0, image.length / 2));
    },
  }),
};
/** The whole repository as files. */
function writeRepository({ built, folder }: Attempt): void {
  for (const kind of ['metadata', 'targets'] as const) {
    mkdirSync(join(folder, 'mirror', kind), { recursive: true });
    for (const [name, bytes] of built[kind]) writeFileSync(join(folder, 'mirror', kind, name), bytes);
  }
}
const fileUrl = ({ folder }: Attempt, kind: string) => `${pathToFileURL(join(folder, 'mirror', kind)).href}/`;

const interrupted = (signal: NodeJS.Signals, words: string, test: string): CommandCase => ({
  repository: stalled,
  signal,
  ours: { verdict: 'refused', words },
  proof: { file: faultTests, test },
});

/** The command line of tuftool, and what stands in its place. */
export const commandCases: CommandCases = {
  'OUTDIR exists, and is empty': {
    prepare: ({ folder }) => mkdirSync(join(folder, 'out')),
    ours: { verdict: 'accepted', words: 'the image is put there' },
    proof: replaced,
    why: 'easier: `destination` is a folder for images, and each gets its name in one step, once it is verified',
  },
  'OUTDIR has an older file of the name': {
    prepare: ({ folder }) => {
      mkdirSync(join(folder, 'out'));
      copyFileSync(import.meta.filename, join(folder, 'out', imageName));
    },
    ours: { verdict: 'accepted', words: 'the new image takes its place in one step' },
    proof: replaced,
    why: 'easier: `destination` is a folder for images, and each gets its name in one step, once it is verified',
  },
  'no --root': {
    call: without('--root'),
    ours: { verdict: 'accepted', words: 'trust begins at the newest root that is compiled in' },
    proof: {
      file: 'test/unit/bottlerocket/trust-anchor.test.ts',
      test: 'at the newest root that is compiled in, and the published one is not asked for then',
    },
    why: 'easier: the action brings an anchor; tuftool has none',
  },
  'no --root, with --allow-root-download': {
    call: ({ outdir, options: { '--root': _, ...options } }) => ({
      outdir,
      options: { ...options, '--allow-root-download': true },
    }),
    ours: {
      verdict: 'refused',
      words: 'there is no such input: a root that nobody vouches for is no anchor',
    },
    proof: {
      file: fetchTests,
      test: 'a published root that nobody knows, and a chain that does not begin at ours',
    },
    why: 'stricter: whoever serves the repository would say who may sign it',
  },
  'the file of --root is missing': {
    call: ({ outdir, options }, { folder }) => ({
      outdir,
      options: { ...options, '--root': join(folder, 'nowhere') },
    }),
    ours: { verdict: 'refused', words: 'The file of `root` cannot be read' },
    proof: { file: fetchTests, test: 'a root file that is not there' },
  },
  'the file of --root is no root.json': {
    call: ({ outdir, options }) => ({ outdir, options: { ...options, '--root': import.meta.filename } }),
    ours: { verdict: 'refused', words: 'The file of `root` is no root.json that signs itself' },
    proof: { file: fetchTests, test: 'a root of somebody else' },
  },
  'no -n': {
    repository: { build: { targets: { [imageName]: image, b: image } } },
    call: without('--target-name'),
    ours: { verdict: 'accepted', words: 'the one image of the version that the release pins' },
    proof: { file: fetchTests, test: 'an OVA stays as it is, opened and with its tags' },
  },
  'a name that is not signed, and what it leaves': {
    call: ({ outdir, options }) => ({ outdir, options: { ...options, '--target-name': 'b.img' } }),
    ours: { verdict: 'refused', words: 'there are no temporary files; versions that are near are named' },
    proof: nothingLeft,
  },
  'an image with a changed byte, and what it leaves': {
    repository: {
      serve: ({ targets }) => ({
        [`targets/${[...targets.keys()][0] ?? ''}`]: Buffer.from(image).fill(0, 7, 8),
      }),
    },
    ours: { verdict: 'refused', words: 'there are no temporary files' },
    proof: nothingLeft,
  },
  'the repository is in files, by file:// URLs': {
    prepare: writeRepository,
    call: ({ outdir, options }, attempt) => ({
      outdir,
      options: {
        ...options,
        '--metadata-url': fileUrl(attempt, 'metadata'),
        '--targets-url': fileUrl(attempt, 'targets'),
      },
    }),
    ours: { verdict: 'refused', words: 'an address starts with https:// or http://' },
    proof: { file: fetchTests, test: 'wrong words' },
    why: 'stricter: a mirror is a host here; serve the folder',
  },
  'SIGINT in the middle': interrupted('SIGINT', 'nothing is left', 'when ${by} cancels it'),
  'SIGTERM in the middle': interrupted('SIGTERM', 'nothing is left', 'when ${by} cancels it'),
  'SIGKILL in the middle': interrupted(
    'SIGKILL',
    'a file that ends in .part, which a later run removes when it is a day old',
    'when SIGKILL ends it, which leaves a temporary file for a day',
  ),
  'once more after SIGKILL': {
    prepare: ({ folder }) => {
      mkdirSync(join(folder, 'out'));
      writeFileSync(join(folder, 'out', '.tmpAbCdEf'), image.subarray(0, 100));
    },
    ours: { verdict: 'accepted', words: 'the next run succeeds beside what is left' },
    proof: { file: faultTests, test: 'when SIGKILL ends it, which leaves a temporary file for a day' },
    why: 'easier: `destination` is a folder for images, and each gets its name in one step, once it is verified',
  },
};
