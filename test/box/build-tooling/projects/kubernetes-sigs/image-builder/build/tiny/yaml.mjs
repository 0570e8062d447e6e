/**
 * Reads the YAML that AWS's manifests consist of: block mappings and sequences with plain, quoted, folded or literal scalars.
 * Upstream uses yq; nothing outside this tree may be needed here. Scalars stay text.
 */
export function readYaml(text) {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s*#|^---/.test(line))
    .map((line) => ({ indent: line.search(/\S/), text: line.trim() }));
  let at = 0;

  const isItem = (line) => line.text === '-' || line.text.startsWith('- ');
  const splitKey = (line) => /^("[^"]*"|'[^']*'|[^\s'"#{[][^#]*?):(?:\s+(.*))?$/.exec(line.text);

  const node = (indent) => (isItem(lines[at]) ? sequence(indent) : mapping(indent));

  const sequence = (indent) => {
    const items = [];
    while (lines[at]?.indent === indent && isItem(lines[at])) {
      const line = lines[at];
      const rest = line.text.slice(1).trim();
      if (rest === '') {
        at += 1;
        items.push(node(lines[at].indent));
      } else if (splitKey({ text: rest })) {
        // "- key: value" opens a mapping whose indentation is that of the key.
        lines[at] = { indent: indent + line.text.indexOf(rest), text: rest };
        items.push(mapping(lines[at].indent));
      } else {
        at += 1;
        items.push(scalar(rest, indent));
      }
    }
    return items;
  };

  const mapping = (indent) => {
    const members = {};
    while (lines[at]?.indent === indent && !isItem(lines[at])) {
      const [, key, value = ''] = splitKey(lines[at]) ?? [];
      at += 1;
      if (key === undefined) continue;
      const next = lines[at];
      const hasChild = next && (next.indent > indent || (next.indent === indent && isItem(next)));
      members[unquote(key)] = value === '' ? (hasChild ? node(next.indent) : '') : scalar(value, indent);
    }
    return members;
  };

  // Deeper lines below a scalar continue it.
  const scalar = (first, indent) => {
    const parts = /^[|>][-+]?$/.test(first) ? [] : [first];
    while (lines[at] && lines[at].indent > indent) {
      parts.push(lines[at].text);
      at += 1;
    }
    return unquote(parts.join(first.startsWith('|') ? '\n' : ' '));
  };

  return lines.length === 0 ? {} : node(lines[0].indent);
}

const unquote = (text) => (/^(".*"|'.*')$/s.test(text) ? text.slice(1, -1) : text);
