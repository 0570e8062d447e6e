import * as z from 'zod';
import { ActionError } from '../action-error.ts';
import { nearestMatch } from '../nearest-match.ts';
import { helpPlace } from './help-link.ts';

/** The inputs of one action: literal input names to what their text becomes. */
export type InputSchema = z.ZodObject<Record<string, z.ZodType>>;

/**
 * Marks an input that a matrix cell can carry. Its default lives here and not in action.yml, because the runner
 * hands a default over like a typed value and an explicit input must win over the cell.
 */
export const inputSources = z.registry<{ readonly cell: true }>();

/** Marks an input of `key=value` lines whose values are secret. */
export const secretInputs = z.registry<{ readonly secret: true }>();

export function fromCell<T extends z.ZodType>(type: T): T {
  inputSources.add(type, { cell: true });
  return type;
}

export function secret<T extends z.ZodType>(type: T): T {
  secretInputs.add(type, { secret: true });
  return type;
}

/** What the text of an input looks like, in the words of the documentation, or all the words that it can be. */
export const inputForms = z.registry<{ readonly form: string | readonly string[] }>();

export const text = z.string();
export const filePath = z.string().register(inputForms, { form: 'path' });
export const jsonText = z.string().register(inputForms, { form: 'JSON' });
export const yamlText = z.string().register(inputForms, { form: 'YAML or JSON' });

/** Booleans as Actions knows them: YAML 1.2 core schema. */
export const flag = z
  .string()
  .transform((value, context): boolean => {
    if (/^(true|True|TRUE)$/.test(value)) return true;
    if (/^(false|False|FALSE)$/.test(value)) return false;
    return refuse(context, `\`${value}\` is not a boolean: write \`true\` or \`false\``);
  })
  .register(inputForms, { form: 'boolean' });

export function wholeNumber(range: { readonly min: number; readonly max: number }) {
  return z
    .string()
    .transform((value, context): number => {
      const number = Number(value);
      if (/^\d+$/.test(value) && number >= range.min && number <= range.max) return number;
      return refuse(context, `\`${value}\` is not a whole number from ${range.min} to ${range.max}`);
    })
    .register(inputForms, { form: `integer, ${range.min} to ${range.max}` });
}

/** One of a fixed set of words; `aliases` are what people type instead. */
export function oneOf<const Values extends readonly string[]>(
  values: Values,
  aliases: Readonly<Record<string, Values[number]>> = {},
) {
  return z
    .string()
    .transform((value, context): Values[number] => {
      const word = value.toLowerCase();
      const found =
        values.find((candidate) => candidate === word) ??
        (Object.hasOwn(aliases, word) ? aliases[word] : undefined);
      if (found !== undefined) return found;
      const near = nearestMatch(word, [...values, ...Object.keys(aliases)]);
      return refuse(
        context,
        `\`${value}\` is not one of ${listed(values)}${near ? `; did you mean \`${near}\`?` : ''}`,
      );
    })
    .register(inputForms, { form: values });
}

/** A value that another module parses and refuses by an {@link ActionError}; `form` says what it looks like. */
export function parsedBy<T>(parse: (text: string) => T, form = 'text') {
  return z
    .string()
    .transform((value, context): T => {
      try {
        return parse(value);
      } catch (error) {
        if (!(error instanceof ActionError)) throw error;
        const help = error.help ?? helpPlace(error.headline);
        // Several problems are as many lines; the advice goes with the last.
        const earlier = error.problems.length > 1 ? error.problems.slice(0, -1) : [];
        for (const message of earlier) context.addIssue({ code: 'custom', message, params: { help } });
        if (earlier.length > 0)
          return refuse(
            context,
            `${error.problems.at(-1)?.replace(/\.$/, '')}. ${error.fix ?? ''}`.trim(),
            help,
          );
        const sentences = [error.headline, ...error.problems, error.why, error.fix].filter(
          (part) => part !== undefined,
        );
        return refuse(context, sentences.map((sentence) => sentence.replace(/\.$/, '')).join('. '), help);
      }
    })
    .register(inputForms, { form });
}

/** `NAME=value` lines of variables that are no secrets. */
export const variableLines = z
  .string()
  .transform((value, context) =>
    parseSecretLines(value, (problem) => refuse(context, problem.replace(/: one secret.*/, ''))),
  )
  .register(inputForms, { form: '`NAME=value` lines' });

/** Lines of secrets, as {@link parseSecretLines} reads them. */
export const secretLines = z
  .string()
  .transform((value, context) => parseSecretLines(value, (problem) => refuse(context, problem)))
  .register(inputForms, { form: '`key=value` lines' });

/**
 * Reads `key=value` lines; everything after the first `=` is the value, blanks included. A value may be empty: GitHub
 * gives the empty text for a secret that a run may not see. No problem that is reported repeats a value.
 */
export function parseSecretLines(
  text: string,
  report: (problem: string) => void,
): Readonly<Record<string, string>> {
  const entries: Record<string, string> = Object.create(null);
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '' || line.trimStart().startsWith('#')) return;
    const separator = line.indexOf('=');
    const key = line.slice(0, Math.max(separator, 0)).trim();
    const value = line.slice(separator + 1);
    if (key === '')
      report(`line ${index + 1} is not \`key=value\`: one secret per line, such as \`password=…\``);
    else if (key in entries) report(`line ${index + 1} gives \`${key}\` a second time`);
    else entries[key] = value;
  });
  return entries;
}

/**
 * Reads the inputs of an action from the runner's environment and from the `cell` input. Explicit inputs win;
 * empty means absent, as everywhere in Actions.
 *
 * @throws ActionError that lists every problem of every input at once.
 */
export function readInputs<S extends InputSchema>(schema: S, environment: NodeJS.ProcessEnv): z.output<S> {
  const names = Object.keys(schema.shape);
  const given = givenInputs(environment);
  const problems = misspelt([...given.keys()], names);
  const raw = Object.fromEntries([...given].filter(([name]) => names.includes(name)));

  const cellText = given.get('cell');
  if (cellText !== undefined && names.includes('cell')) {
    const cell = parseCell(cellText, names, problems);
    for (const name of names) {
      const isFromCell = inputSources.has(schema.shape[name] as z.ZodType);
      if (isFromCell && raw[name] === undefined && cell[name]) raw[name] = cell[name];
    }
  }

  const result = schema.safeParse(raw);
  if (result.success && problems.length === 0) return result.data;
  const issues = result.error?.issues ?? [];
  // The general entry where an input has no entry of its own, and where several lead to different ones.
  const places = new Set([...problems.map(() => undefined), ...issues.map(helpOf)]);
  for (const issue of issues) problems.push(describeIssue(issue, raw));
  const wrong = new Set(problems.map((problem) => /^`[^`]*`/.exec(problem)?.[0] ?? problem)).size;
  throw new ActionError(wrong === 1 ? 'An input is wrong.' : `${wrong} inputs are wrong.`, {
    problems,
    help: places.size === 1 ? [...places][0] : undefined,
  });
}

function helpOf(issue: z.core.$ZodIssue): string | undefined {
  return issue.code === 'custom' ? issue.params?.['help'] : undefined;
}

/** The runner's variable of an input: upper case, spaces become underscores, hyphens stay. */
function givenInputs(environment: NodeJS.ProcessEnv): Map<string, string> {
  const given = new Map<string, string>();
  for (const [variable, value] of Object.entries(environment)) {
    if (variable.startsWith('INPUT_') && value?.trim()) {
      given.set(variable.slice(6).toLowerCase(), trimmed(value));
    }
  }
  return given;
}

/** Blanks matter inside of several lines: to YAML at their start, to a secret at their end. */
function trimmed(value: string): string {
  return value.trim().includes('\n') ? value.replace(/^(\s*\n)+|[\r\n]+$/g, '') : value.trim();
}

/**
 * The runner itself only warns about an unknown input, and a composite action's inputs can leak in here, so only
 * names that are a slip away from one of ours are errors.
 */
function misspelt(given: readonly string[], names: readonly string[]): string[] {
  return given.flatMap((name) => {
    if (names.includes(name)) return [];
    const near = nearestMatch(name, names);
    return near ? [`\`${name}\`: no such input; did you mean \`${near}\`?`] : [];
  });
}

/** A cell is for several actions: these keys are no slip in one that has no such input. */
const cellKeys: ReadonlySet<string> = new Set([
  'id',
  'name',
  'runs-on',
  'os',
  'os-version',
  'hypervisor',
  'firmware',
  'builder',
  'release-channel',
  'eks-a-version',
  'config',
  'config-file',
  'additional-files',
  'fingerprint',
  'exclusive',
]);

function parseCell(cellText: string, names: readonly string[], problems: string[]): Record<string, string> {
  try {
    const cell: unknown = JSON.parse(cellText);
    // What `toJSON(matrix)` is in a job without one.
    if (cell === null) return {};
    if (typeof cell === 'object' && cell !== null && !Array.isArray(cell)) {
      const entries = Object.entries(cell).filter(([, value]) => value !== null);
      problems.push(
        ...misspelt(
          entries.map(([key]) => key).filter((key) => !cellKeys.has(key)),
          names,
        ).map((problem) => `\`cell\`: ${problem}`),
      );
      return Object.fromEntries(
        entries.map(([key, value]) => [
          key,
          typeof value === 'object' ? JSON.stringify(value) : String(value),
        ]),
      );
    }
  } catch {
    // Said below in the same words as for JSON of another shape.
  }
  problems.push('`cell`: not a JSON object; pass one image of the matrix with `cell: ${{ toJSON(matrix) }}`');
  return {};
}

function describeIssue(issue: z.core.$ZodIssue, raw: Readonly<Record<string, unknown>>): string {
  const name = String(issue.path[0] ?? '');
  if (name === '') return issue.message;
  if (raw[name] === undefined && issue.code === 'invalid_type') return `\`${name}\`: required, but not given`;
  return issue.message.startsWith(`\`${name}\` `) ? issue.message : `\`${name}\`: ${issue.message}`;
}

/** @param help the entry that explains it, where it has one of its own */
function refuse(context: z.RefinementCtx, message: string, help?: string): never {
  context.addIssue({ code: 'custom', message, params: { help } });
  return z.NEVER;
}

function listed(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(', ');
}
