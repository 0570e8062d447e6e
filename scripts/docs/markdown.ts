/** A table whose cells are Markdown already; a line of a table cannot break. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** Text for a cell of a table. Within backticks an angle bracket is itself; elsewhere it would begin a tag. */
export function cell(text: string): string {
  const parts = text.replaceAll('|', '\\|').trim().split('`');
  return parts.map((part, index) => (index % 2 === 1 ? part : part.replaceAll('<', '&lt;'))).join('`');
}

/** With a capital at its start and a full stop at its end. */
export function sentence(text: string): string {
  return text === '' ? '' : `${text[0]?.toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}
