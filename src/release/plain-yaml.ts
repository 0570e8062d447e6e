import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml';
import { plainScalar } from './yaml-rules.ts';

/**
 * What AWS's documents, which Go's sigs.k8s.io/yaml writes, never have: comments, escapes, markers and directives of
 * documents, tabs, anything but printable ASCII. js-yaml 5.5 takes an indented `---` for a marker, which it is not.
 */
const foreignMark = /[^\n\x20-\x7e]|[#\\]|^ *%|(?:^|\s)(?:---|\.\.\.)(?=\s|$)/m;

/** js-yaml 5.5 lets anything follow a closing quote. */
const afterQuote = /['"] *(?:\n|$|:[ \n]|:$)/y;

/**
 * The plain values of a document of block mappings, block sequences, plain and quoted scalars, as a release manifest, a
 * bundle or an EKS Distro manifest is; `undefined` for any other, sound or broken, which is then for a full reader to
 * judge. Nested pairs are values like `parseYamlDocument`'s.
 *
 * It is here for its speed alone: js-yaml takes a fifth of the time of `yaml`, which knows places for its errors.
 *
 * @throws never
 */
export function readPlainYaml(text: string): { readonly value: unknown } | undefined {
  if (foreignMark.test(text)) return undefined;
  try {
    return { value: treeOf(text, parseEvents(text, {})) };
  } catch (error) {
    if (error instanceof NotPlain || error instanceof YAMLException) return undefined;
    throw error;
  }
}

class NotPlain extends Error {}

function treeOf(text: string, events: readonly Event[]): unknown {
  let next = 0;

  const take = (): Event => {
    const event = events[next++];
    if (event === undefined) throw new NotPlain();
    return event;
  };

  const value = (event: Event): unknown => {
    if (event.type === EVENT_ID.SCALAR) return scalar(event);
    if (event.type !== EVENT_ID.MAPPING && event.type !== EVENT_ID.SEQUENCE) throw new NotPlain();
    if (event.anchorStart !== -1 || event.tagStart !== -1) throw new NotPlain();
    if (event.style === COLLECTION_STYLE.FLOW && events[next]?.type !== EVENT_ID.POP) throw new NotPlain();
    return event.type === EVENT_ID.MAPPING ? mapping() : sequence();
  };

  const mapping = (): Record<string, unknown> => {
    const values: Record<string, unknown> = {};
    for (let event = take(); event.type !== EVENT_ID.POP; event = take()) {
      const key = keyText(event);
      // Also refuses what every object inherits, `__proto__` before all.
      if (key in values) throw new NotPlain();
      values[key] = value(take());
    }
    return values;
  };

  const sequence = (): unknown[] => {
    const items: unknown[] = [];
    for (let event = take(); event.type !== EVENT_ID.POP; event = take()) items.push(value(event));
    return items;
  };

  const keyText = (event: Event): string => {
    if (event.type !== EVENT_ID.SCALAR) throw new NotPlain();
    const key = scalarText(event);
    if (key === '') throw new NotPlain();
    return key;
  };

  const scalar = (event: ScalarEvent): unknown => {
    const source = scalarText(event);
    return event.style === SCALAR_STYLE.PLAIN ? plainScalar(source) : source;
  };

  const scalarText = (event: ScalarEvent): string => {
    const isBlock = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
    if (isBlock || event.anchorStart !== -1 || event.tagStart !== -1) throw new NotPlain();
    if (event.style !== SCALAR_STYLE.PLAIN) refuseOddQuote(event);
    return getScalarValue(text, event);
  };

  const refuseOddQuote = ({ valueStart, valueEnd }: ScalarEvent): void => {
    afterQuote.lastIndex = valueEnd;
    if (!afterQuote.test(text) || text.slice(valueStart, valueEnd).includes('\n')) throw new NotPlain();
  };

  if (take().type !== EVENT_ID.DOCUMENT) throw new NotPlain();
  const root = value(take());
  // The end of the document, and no second one.
  if (take().type !== EVENT_ID.POP || next !== events.length) throw new NotPlain();
  return root;
}
