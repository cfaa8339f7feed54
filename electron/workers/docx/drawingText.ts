import type { BlockText } from '#shared/domain/text/text.ts';
import { AppError } from '#shared/contract/errors.ts';
import { readLocalXml } from '../localXml.ts';
import type { DocxPackage } from './docxPackage.ts';
import { ChartSeries } from './chartSeries.ts';
import { cleaned } from './storyElements.ts';

const mostLines = 5_000;

/** What is left of a bound of the whole file. */
interface Budget {
  left: number;
  readonly limit: number;
}

/**
 * Lines of a chart or of a diagram (SmartArt): titles and labels as they stand, of a chart's series the name with its values
 * (`投资额：一期 120；二期 80`).
 */
export function drawingLines(pack: DocxPackage, part: string): string[] {
  const lines: string[] = [];
  const within: string[] = [];
  let line = '';
  let series: ChartSeries | null = null;
  const add = (text: string): void => {
    if (text.trim() !== '' && lines.length < mostLines) lines.push(text.trim());
  };
  readLocalXml(pack, part, {
    open(name, attributes) {
      within.push(name);
      if (name === 'ser') series = new ChartSeries();
      else series?.open(name, within[within.lastIndexOf('ser') + 1], attributes);
    },
    text(text) {
      const name = within.at(-1);
      if (name === 't' && within.includes('p')) line += cleaned(text);
      else if (name === 'v' || name === 'formatCode') series?.text(cleaned(text));
    },
    close(name) {
      series?.close(name, within[within.lastIndexOf('ser') + 1]);
      within.pop();
      if (name === 'p') {
        add(line);
        line = '';
      } else if (name === 'ser' && series !== null) {
        add(series.line());
        series = null;
      }
    },
  });
  return lines;
}

/** The text of one drawing as blocks under `prefix`; no run of the document holds it. Throws AppError limit-characters, limit-blocks. */
export function drawingBlocks(
  pack: DocxPackage,
  part: string,
  prefix: string,
  budget: Budget,
  blockBudget: Budget,
): BlockText[] {
  return drawingLines(pack, part).map((text, i) => {
    budget.left -= text.length;
    if (budget.left < 0) throw new AppError('limit-characters', { limit: budget.limit });
    blockBudget.left -= 1;
    if (blockBudget.left < 0) throw new AppError('limit-blocks', { limit: blockBudget.limit });
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
