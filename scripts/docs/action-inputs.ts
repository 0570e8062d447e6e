import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { actionNames, loadAction } from '../../src/main.ts';
import { inputForms, inputSources } from '../../src/runner/inputs.ts';
import { inputGroups, ownExamples } from './input-groups.ts';

/** What the documentation says of one input. */
export interface InputEntry {
  readonly name: string;
  /** Whole sentences, without those that the other fields repeat. */
  readonly description: string;
  /** In Markdown; for a choice, all its words. */
  readonly form: string | readonly string[];
  /** `cell`: required where no `cell` has it. */
  readonly required: 'always' | 'cell' | 'no';
  /** As text that the input takes. */
  readonly default?: string;
  /** In words, for a default that the release or the runner decides. */
  readonly defaultInWords?: string;
  /** A value to show. */
  readonly example: string;
}

export interface ActionEntry {
  readonly name: string;
  /** What a step says after `uses:`. */
  readonly uses: string;
  /** The folder from the root of the repository; empty for the root action. */
  readonly folder: string;
  readonly inputs: readonly InputEntry[];
  readonly outputs: readonly { readonly name: string; readonly description: string }[];
}

interface Declared {
  readonly description: string;
  readonly default?: string;
  readonly required?: boolean;
}

/** A composite action has no schema that could tell. */
const compositeForms: Readonly<Record<string, string | readonly string[]>> = {
  'image-path': 'path',
  'provenance-path': 'path',
  'checksums-path': 'path',
  'if-unavailable': ['skip', 'fail'],
};

/** Everything that is documented of the actions, the root action first. */
export async function readActions(root: string): Promise<readonly ActionEntry[]> {
  const manifests = globSync(['action.yml', 'actions/*/action.yml'], { cwd: root });
  const paths = manifests.map((path) => path.replaceAll('\\', '/')).toSorted((a, b) => a.length - b.length);
  return Promise.all(
    paths.map(async (path) => {
      const { inputs, outputs } = parse(readFileSync(join(root, path), 'utf8')) as {
        readonly inputs?: Readonly<Record<string, Declared>>;
        readonly outputs?: Readonly<Record<string, Declared>>;
      };
      const folder = path === 'action.yml' ? '' : dirname(path);
      const name = folder === '' ? 'node-image' : basename(folder);
      const shape = await shapeOf(name);
      return {
        name,
        uses: `OWNER/eks-anywhere-node-images${folder && `/${folder}`}@v1`,
        folder,
        inputs: Object.entries(inputs ?? {}).map(([input, declared]) =>
          inputEntry(name, input, declared, shape?.[input]),
        ),
        outputs: Object.entries(outputs ?? {}).map(([output, { description }]) => ({
          name: output,
          description,
        })),
      };
    }),
  );
}

async function shapeOf(name: string): Promise<Readonly<Record<string, z.ZodType>> | undefined> {
  const isProgram = actionNames.includes(name);
  return isProgram ? (await loadAction(name)).inputs.shape : undefined;
}

function inputEntry(
  action: string,
  name: string,
  declared: Declared,
  type: z.ZodType | undefined,
): InputEntry {
  const { description, defaultInWords } = splitDescription(declared.description);
  const usual = declared.default ?? (type && defaultOf(type));
  const isFromCell = type !== undefined && inputSources.has(type);
  const isRequired = type === undefined ? declared.required === true : !type.safeParse(undefined).success;
  return {
    name,
    description,
    form: type === undefined ? (compositeForms[name] ?? 'text') : formOf(type),
    required: isRequired ? (isFromCell ? 'cell' : 'always') : 'no',
    ...(usual && { default: usual }),
    ...(!usual && defaultInWords && { defaultInWords }),
    example: ownExamples[action]?.[name] ?? exampleOf(name) ?? usual ?? '',
  };
}

/** A description ends with its default in words, or with when it is required; both have a column of their own. */
export function splitDescription(text: string): {
  readonly description: string;
  readonly defaultInWords?: string;
} {
  const [, description = '', defaultInWords] =
    /^(.*?)(?: Required, unless `cell` has it\.)?(?: Default: (.*)\.)?$/s.exec(text) ?? [];
  return { description, ...(defaultInWords !== undefined && { defaultInWords }) };
}

/** The text that a schema takes when the input is absent; undefined for optional and for required inputs. */
export function defaultOf(type: z.ZodType): string | undefined {
  return type instanceof z.ZodPrefault ? String(type.def.defaultValue) : undefined;
}

/** What {@link inputForms} knows of the type, whatever is around it. */
export function formOf(type: z.ZodType): string | readonly string[] {
  const form = inputForms.get(type)?.form;
  if (form !== undefined) return form;
  if (type instanceof z.ZodPrefault || type instanceof z.ZodOptional)
    return formOf(type.unwrap() as z.ZodType);
  return 'text';
}

/** `null` in a group means the default. */
function exampleOf(name: string): string | undefined {
  return inputGroups.find(({ inputs }) => Object.hasOwn(inputs, name))?.inputs[name] ?? undefined;
}
