import type { ExtractLimits } from '#shared/domain/text/extractMessage.ts';
import type { BlockText } from '#shared/domain/text/text.ts';
import { AppError } from '#shared/contract/errors.ts';
import { readLocalXml } from '../localXml.ts';
import type { DocxPackage } from './docxPackage.ts';
import { cleaned } from './storyElements.ts';

const mostLines = 5_000;

/**
 * Lines of a chart or of a diagram (SmartArt): titles and labels as they stand, of a chart's series the name with its values
 * (`投资额：一期 120；二期 80`).
 */
export function drawingLines(pack: DocxPackage, part: string): string[] {
  const lines: string[] = [];
  const within: string[] = [];
  let line = '';
  let series: { name: string; categories: string[]; values: string[] } | null = null;
  const add = (text: string): void => {
    if (text.trim() !== '' && lines.length < mostLines) lines.push(text.trim());
  };
  readLocalXml(pack, part, {
    open(name) {
      within.push(name);
      if (name === 'ser') series = { name: '', categories: [], values: [] };
    },
    text(text) {
      const name = within.at(-1);
      if (name === 't' && within.includes('p')) line += cleaned(text);
      else if (name === 'v' && series !== null && within.includes('pt')) {
        if (within.includes('tx')) series.name += cleaned(text);
        else (within.includes('cat') ? series.categories : series.values).push(cleaned(text));
      }
    },
    close(name) {
      within.pop();
      if (name === 'p') {
        add(line);
        line = '';
      } else if (name === 'ser' && series !== null) {
        const { categories, values } = series;
        const length = Math.max(categories.length, values.length);
        const pairs = Array.from({ length }, (_, i) =>
          [categories[i], values[i]].filter(Boolean).join(' '),
        );
        add([series.name, pairs.join('；')].filter(Boolean).join('：'));
        series = null;
      }
    },
  });
  return lines;
}

/** The text of one drawing as blocks under `prefix`; no run of the document holds it. Throws AppError limit-characters. */
export function drawingBlocks(
  pack: DocxPackage,
  part: string,
  prefix: string,
  budget: { left: number; readonly limit: ExtractLimits['characters'] },
): BlockText[] {
  return drawingLines(pack, part).map((text, i) => {
    budget.left -= text.length;
    if (budget.left < 0) throw new AppError('limit-characters', { limit: budget.limit });
    return {
      path: `${prefix}/${i}`,
      kind: 'textbox',
      label: null,
      text,
      flags: [],
      level: 0,
      align: null,
      marks: [],
    };
  });
}
