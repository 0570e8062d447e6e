import type * as z from 'zod';
import { ActionError } from '../action-error.ts';
import { placeOf } from '../net/printable-url.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { refuseOversized } from './yaml-rules.ts';

/** A file that AWS, or a mirror of it, publishes. */
export interface Source {
  /** As a sentence begins: `The release manifest`. */
  readonly what: string;
  readonly url: string;
  /** The URL that was asked in its place. */
  readonly mirror?: string;
  readonly maxBytes: number;
}

/** A file as it was published: its text, and what to call it in an error. */
export interface PublishedFile {
  readonly text: string;
  readonly source: Source;
}

const maxProblems = 10;

/**
 * The plain values of a published YAML file. What the quick reader does not take, broken files before all, is for the
 * full one, which is loaded only then and knows places for its errors.
 *
 * @throws ActionError that says what came instead: nothing, a page of HTML, an error of S3, broken YAML.
 */
export async function parsePublished(text: string, source: Source): Promise<unknown> {
  const foreign = foreignBody(text);
  if (foreign !== undefined) {
    throw new ActionError(
      `${source.what} at ${placeOf(source.url, source.mirror)} is not YAML: the host sent ${foreign}.`,
      {
        why: 'A proxy or a login page answers in place of the host, or a mirror stored an error as if it were the file.',
        fix: 'Open the address from this runner and look at what it serves.',
      },
    );
  }
  const options = {
    what: `${source.what} at ${placeOf(source.url, source.mirror)}`,
    maxBytes: source.maxBytes,
  };
  refuseOversized(text, options);
  const plain = readPlainYaml(text);
  if (plain !== undefined) return plain.value;
  const { parseYamlDocument } = await import('./yaml-document.ts');
  return parseYamlDocument(text, options);
}

/**
 * Checks a document against the shape of its type.
 *
 * @throws ActionError that lists what is missing or wrong, by path.
 */
export function checkShape<T>(type: z.ZodType<T>, document: unknown, source: Source): T {
  const result = type.safeParse(document);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    (issue) =>
      `${issue.path.length === 0 ? 'the document' : `\`${pathText(issue.path)}\``} ${inWords(issue)}`,
  );
  const more = problems.length - maxProblems;
  throw new ActionError(
    `${source.what} at ${placeOf(source.url, source.mirror)} does not have the expected content.`,
    {
      problems: [...problems.slice(0, maxProblems), ...(more > 0 ? [`and ${more} more`] : [])],
      why: 'The file was cut short, is of another kind, or its format is newer than this suite.',
    },
  );
}

function inWords(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type') return issue.message;
  return issue.message.endsWith('received undefined') ? 'is missing' : `is not a ${issue.expected}`;
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text && '.'}${String(key)}`),
    '',
  );
}

function foreignBody(text: string): string | undefined {
  const start = text.slice(0, 1024).trimStart().toLowerCase();
  if (start === '' && text.trim() === '') return 'nothing';
  if (!start.startsWith('<')) return undefined;
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'an HTML page';
  if (start.includes('<code>accessdenied</code>'))
    return 'the AccessDenied XML of S3, which means that there is no such file';
  return start.includes('<error>') ? 'the XML of an S3 error' : 'an XML or HTML document';
}
