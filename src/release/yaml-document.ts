import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { ActionError, errorMessage } from '../action-error.ts';
import { plainScalar, refuseOversized, type YamlOptions } from './yaml-rules.ts';

/** Uniqueness of keys is checked below: the parser's own check takes quadratic time. */
const fastest = { schema: 'failsafe', uniqueKeys: false, logLevel: 'error', prettyErrors: false } as const;

/** After aliases are expanded; an alias bomb has millions. */
const maxNodes = 1_000_000;
const maxProblems = 5;

/**
 * Parses one YAML document into plain values, without damage: only whole numbers, `true`, `false` and `null` that
 * are written in exactly the way they would be printed are not text. So `1.30` stays "1.30", a commit of forty
 * digits stays text, and so do `0644` and `yes`.
 *
 * @throws ActionError for bad syntax, a key given twice, a second document, too many nodes or bytes.
 */
export function parseYamlDocument(text: string, options: YamlOptions): unknown {
  const { what } = options;
  refuseOversized(text, options);
  try {
    const document = parseDocument(text, fastest);
    // Places in words cost a tenth of the time, so only a broken document is parsed again for them.
    if (document.errors.length > 0)
      throw badSyntax(what, parseDocument(text, { ...fastest, prettyErrors: true }).errors);
    return plainValues(document, what);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new ActionError(`${what} is nested too deeply to be read.`, { cause });
  }
}

function badSyntax(what: string, errors: readonly Error[]): ActionError {
  const problems = errors.slice(0, maxProblems).map((error) =>
    errorMessage(error)
      .split(/:?\s*\n/, 1)
      .join(),
  );
  return new ActionError(`${what} is not valid YAML.`, { problems, cause: errors[0] });
}

function plainValues(document: Document, what: string): unknown {
  let nodes = 0;
  const anchors = new Map<string, Node>();

  const convert = (node: Node | null): unknown => {
    nodes += 1;
    if (nodes > maxNodes) {
      throw new ActionError(`${what} expands to more than ${maxNodes} values, which is refused.`, {
        why: 'Aliases that refer to aliases let a small file grow without end.',
      });
    }
    if (node === null) return null;
    if (!isAlias(node) && node.anchor) anchors.set(node.anchor, node);
    if (isScalar(node)) return node.type === 'PLAIN' ? plainScalar(String(node.value)) : String(node.value);
    if (isSeq<Node>(node)) return node.items.map(convert);
    if (isMap<Node, Node>(node))
      return mapping(node.items.map(({ key, value }) => [keyText(key), convert(value)]));
    const target = isAlias(node) ? anchors.get(node.source) : undefined;
    if (target === undefined) throw new ActionError(`${what} uses an alias that names nothing before it.`);
    return convert(target);
  };

  const keyText = (key: Node): string => {
    if (isScalar(key)) return String(key.value);
    throw new ActionError(`${what} has a key that is not plain text.`);
  };

  const mapping = (entries: readonly (readonly [string, unknown])[]): Record<string, unknown> => {
    const names = new Set<string>();
    for (const [name] of entries) {
      if (names.has(name)) throw new ActionError(`${what} gives the key \`${name}\` twice in one mapping.`);
      names.add(name);
    }
    return Object.fromEntries(entries);
  };

  return convert(document.contents as Node | null);
}
