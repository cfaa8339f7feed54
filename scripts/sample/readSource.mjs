import { readFileSync } from 'node:fs';

/**
 * A source text as its head (`@name value`) and its lines. One line is one block: `=` title, `=2` line of the title page,
 * `#`/`##` heading, `§` clause numbered 第一条, `- ` list, `| a | b |` table row, `%sign a || b`, `%pb`, else a paragraph.
 * `^^{…}` is a footnote.
 */
export function readSource(url) {
  const [head, ...rest] = readFileSync(url, 'utf8').split('\n---\n');
  const settings = Object.fromEntries(
    head.split('\n').map((line) => {
      const [, name, value] = /^@(\w+) (.*)$/.exec(line);
      return [name, value];
    }),
  );
  return { ...settings, blocks: blocksOf(rest.join('\n---\n').trimEnd().split('\n')) };
}

function blocksOf(lines) {
  const blocks = [];
  for (const line of lines) {
    const block = blockOf(line);
    const last = blocks.at(-1);
    if (block.kind === 'row' && last?.kind === 'table') last.rows.push(block.cells);
    else if (block.kind === 'row') blocks.push({ kind: 'table', rows: [block.cells] });
    else if (block.kind === 'sign' && last?.kind === 'signature') last.rows.push(block.cells);
    else if (block.kind === 'sign') blocks.push({ kind: 'signature', rows: [block.cells] });
    else blocks.push(block);
  }
  return blocks;
}

function blockOf(line) {
  if (line === '%pb') return { kind: 'break' };
  const cut = (length) => line.slice(length).trim();
  if (line.startsWith('%sign '))
    return {
      kind: 'sign',
      cells: cut(6)
        .split('||')
        .map((c) => c.trim()),
    };
  if (line.startsWith('=2 ')) return { kind: 'subtitle', text: cut(3) };
  if (line.startsWith('= ')) return { kind: 'title', text: cut(2) };
  if (line.startsWith('## ')) return { kind: 'heading', level: 2, text: cut(3) };
  if (line.startsWith('# ')) return { kind: 'heading', level: 1, text: cut(2) };
  if (line.startsWith('§ ')) return { kind: 'clause', text: cut(2) };
  if (line.startsWith('- ')) return { kind: 'list', text: cut(2) };
  if (line.startsWith('| ')) {
    return {
      kind: 'row',
      cells: line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    };
  }
  return { kind: 'paragraph', text: line };
}
