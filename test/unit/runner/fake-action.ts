/**
 * An action for the tests of the run wrapper, started as a process of its own: `fake-action.ts main|post <scenario>`.
 */
import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { ActionError } from '../../../src/action-error.ts';
import { flag, secret, secretLines, text } from '../../../src/runner/inputs.ts';
import { defineAction, type MainContext, runMain, runPost } from '../../../src/runner/run.ts';
import { savedState, saveState } from '../../../src/runner/state.ts';
import { writeSummary } from '../../../src/runner/summary.ts';

const inputs = z.object({
  name: text.prefault('world'),
  strict: flag.prefault('false'),
  secrets: secret(secretLines.prefault('')),
});
type Context = MainContext<z.output<typeof inputs>, 'greeting' | 'detail'>;
type Outputs = { readonly greeting?: string; readonly detail?: string | number | undefined };

const secretOf = ({ inputs }: Context) => inputs.secrets['token'] ?? '';

const scenarios: Readonly<Record<string, (context: Context) => Promise<Outputs>>> = {
  succeeds: async ({ inputs }) => ({ greeting: `hello ${inputs.name}`, detail: undefined }),
  'refuses with an ActionError': async () => {
    throw new ActionError('The cake burnt', {
      problems: ['too hot', 'too long'],
      why: 'Nobody looked.',
      fix: 'Look.',
    });
  },
  crashes: async () => {
    throw new TypeError('undefined is not a cake\n::warning::injected\n##[error]injected');
  },
  warns: async ({ log }) => {
    log.warning('The icing is thin.');
    log.warning('Past standard support: 1-29. Plan to move on.');
    return {};
  },
  'meets a full disk': async () => {
    await writeFile('/dev/full', 'x');
    return {};
  },
  'throws a very long text': async () => {
    throw new ActionError('x'.repeat(10_000));
  },
  'prints and throws the secret': async (context) => {
    context.log.info(`token is ${secretOf(context)}`);
    context.log.warning(`token is ${secretOf(context)}`);
    context.log.startGroup(`group ${secretOf(context)}`);
    const token = secretOf(context);
    const blocks = [{ heading: `Title ${token}` }, { head: ['Token', 'Value'], rows: [['it is', token]] }];
    await writeSummary(blocks, context.secrets);
    throw new ActionError(`cannot log in with ${secretOf(context)}`);
  },
  'outputs the secret': async (context) => ({ greeting: 'fine', detail: `v1-${secretOf(context)}` }),
  'outputs 64 KB': async () => ({ greeting: 'ä'.repeat(32 * 1024) }),
  'outputs more than 64 KB': async () => ({ greeting: `${'ä'.repeat(32 * 1024)}.`, detail: 'fine' }),
  'says something, then fails': async ({ setOutputs }) => {
    setOutputs({ detail: '/tmp/some.log' });
    throw new ActionError('too late');
  },
  'writes a summary': async ({ secrets }) => {
    const rows = [['Image', 'a|b <b>&\nc']];
    await writeSummary([{ heading: 'A cell' }, { head: ['Fact', 'Value'], rows }], secrets);
    return {};
  },
  'writes a very long summary': async ({ secrets }) => {
    for (const heading of ['First', 'Second', 'Third'])
      await writeSummary([{ heading }, { line: 'x'.repeat(600 * 1024) }], secrets);
    return {};
  },
  'opens two groups': async ({ log }) => {
    log.startGroup('one');
    log.startGroup('two');
    log.endGroup();
    log.endGroup();
    return {};
  },
  'saves state': async () => {
    saveState('work-folder', '/tmp/some work folder');
    return {};
  },
  'waits for its cancellation': async ({ signal }) => {
    console.log('ready');
    await sleep(10_000, undefined, { signal }).catch(() => signal.throwIfAborted());
    return {};
  },
};

const action = defineAction({
  name: 'fake',
  inputs,
  outputs: ['greeting', 'detail'],
  diskNeed: 'a cake needs about 2 GB',
  main: (context) =>
    scenarios[process.argv[3] ?? '']?.(context) ?? Promise.reject(new RangeError('no such scenario')),
  async post() {
    if (process.argv[3] === 'fails') throw new Error('cannot clean up');
    console.log(`work folder: ${savedState('work-folder')}`);
  },
});

await (process.argv[2] === 'post' ? runPost(action) : runMain(action));
