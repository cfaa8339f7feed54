import { describe, expect, test } from 'vitest';
import type { Anchor } from '#shared/domain/text/anchor.ts';
import { locateQuote } from '#shared/domain/text/locateQuote.ts';
import { partsOf } from '#shared/domain/text/partText.ts';
import { quoteBetween } from '#shared/domain/text/quote.ts';
import { quoteStanding, searchedText } from '#shared/domain/text/quoteStanding.ts';
import { rectsFor } from '#shared/domain/text/geometry.ts';
import { placeOf } from '#shared/domain/text/place.ts';
import { type Extraction, isPaged, type TextRun } from '#shared/domain/text/text.ts';

const block = (text: string, path: string) => ({
  path,
  kind: 'paragraph' as const,
  label: null,
  text,
  flags: [],
  level: 0,
  align: null,
  marks: [],
});
const docx = (...texts: readonly (string | readonly [string, string])[]): Extraction => ({
  kind: 'docx',
  blocks: texts.map((one, i) =>
    typeof one === 'string' ? block(one, `body/${i}`) : block(one[1], one[0]),
  ),
  characters: 0,
  warnings: [],
  meta: {},
});

/** Pages of lines: one run a line, the first at the top; `order` is the order in which a reader takes them. */
function pdf(lines: readonly string[], order: readonly number[]): Extraction {
  let text = '';
  const runs: TextRun[] = [];
  for (const i of order) {
    const line = lines[i] ?? '';
    if (text !== '') text += '\n';
    runs.push([text.length, text.length + line.length, 72, 700 - i * 20, line.length * 12, 12]);
    text += line;
  }
  const page = { number: 1, label: null, text, flags: [], width: 595, height: 842, runs };
  return { kind: 'pdf', pages: [page], characters: text.length, warnings: [], meta: {} };
}

/** The quote as it is taken from a text; the `nth` place where it stands, from 0. */
function quoted(extraction: Extraction, quote: string, nth = 0): Anchor {
  const parts = partsOf(extraction);
  const span = locateQuote(parts, quote)[nth];
  if (span === undefined) throw new Error('the quote is not there');
  const text = quoteBetween(parts, span.start, span.end);
  if (text === null) throw new Error('no text');
  return {
    versionId: 'v',
    ...text,
    ...span,
    rects: isPaged(extraction) ? rectsFor(extraction.pages, span.start, span.end) : [],
    place: placeOf(parts, span.start),
  };
}

const stateIn = (anchor: Anchor, extraction: Extraction) => {
  const standing = quoteStanding(anchor, searchedText(extraction));
  return standing.state === 'moved' ? standing.anchor.start : standing.state;
};

describe('a quote in a text of another reader', () => {
  const logs = '乙方应保存平台运行日志和访问记录';

  test('stands where nothing changed', () => {
    const text = docx('合同', `${logs}。`);
    expect(stateIn(quoted(text, logs), text)).toBe('here');
  });

  test('moves with its paragraph, and names the new place', () => {
    const anchor = quoted(docx('合同', `${logs}。`), logs);
    expect(stateIn(anchor, docx('合同', '页眉', `${logs}。`))).toEqual({ part: 2, offset: 0 });
  });

  test('is found where the other reader joined lines or mapped radicals', () => {
    const anchor = quoted(
      docx(`前文前文前文。乙⽅应保存平台\n运⾏日志。后文后文后文`),
      '乙方应保存平台运行日志',
    );
    const next = docx('题', '前文前文前文。乙方应保存平台运行日志。后文后文后文');
    expect(stateIn(anchor, next)).toEqual({ part: 1, offset: 7 });
    const standing = quoteStanding(anchor, searchedText(next));
    expect(standing.state === 'moved' && standing.anchor.quote).toBe('乙⽅应保存平台\n运⾏日志');
  });

  test('of several alike is the one with the same words around it', () => {
    const before = docx('甲系统', '合格', '乙系统', '合格', '丙系统', '合格');
    const after = docx('封面', '甲系统', '合格', '乙系统', '合格', '丙系统', '合格');
    expect(stateIn(quoted(before, '合格', 1), after)).toEqual({ part: 4, offset: 0 });
  });

  test('is lost where its like stands elsewhere and nothing tells them apart', () => {
    const before = docx('是', '否', '是', '否', '是', '否', '是', '否');
    const anchor = { ...quoted(before, '否', 2), prefix: '', suffix: '' };
    expect(stateIn(anchor, docx('题', '否', '另', '否', '文', '否'))).toBe('lost');
  });

  test('is lost where only a passage of another clause reads the same', () => {
    const clause = '应当在三日内书面通知甲方并说明理由';
    const anchor = quoted(docx('第一条 乙方变更人员的', clause, '并提交变更后的人员名单'), clause);
    const after = docx('第九条 完全不同的内容在此', ['body/77', clause], '以下各项另行约定如下');
    expect(stateIn(anchor, after)).toBe('lost');
  });

  test('is lost where the copy of a clause reads more like it than the clause itself does by now', () => {
    const sentence = '乙方应当承担相应的违约责任';
    const clause = (end: string) => `未按期交付的，${sentence}，${end}`;
    const text = docx(clause('并赔偿甲方因此受到的全部损失'), '第二条', clause('并赔偿甲方的损失'));
    const anchor = quoted(text, sentence);
    // The other reader gives a sign inside the clause that was quoted; the copy stays, and agrees with more of what stood there.
    const reread = docx(
      clause('①并赔偿甲方因此受到的全部损失'),
      '第二条',
      clause('并赔偿甲方因此受到的全部损失'),
    );
    expect(stateIn(anchor, reread)).toBe('lost');
  });

  test('of two that read nearly alike is the one at its own place', () => {
    const sentence = '乙方应当承担相应的违约责任';
    const text = docx(
      `未按期交付的，${sentence}。甲方可以解除`,
      `未按期交付的，${sentence}。甲方可以终止`,
    );
    const anchor = quoted(text, sentence);
    const reread = docx(
      `未按期交付的，${sentence}。甲方①可以解除`,
      `未按期交付的，${sentence}。甲方可以终止`,
    );
    expect(stateIn(anchor, reread)).toBe('here');
  });

  test('is lost where the words are other ones', () => {
    const anchor = quoted(docx('保存期限为九十日'), '保存期限为九十日');
    expect(stateIn(anchor, docx('保存期限为九+日'))).toBe('lost');
  });
});

describe('a quote on a page', () => {
  const lines = ['左栏第一行', '数量 10', '右栏第一行', '数量 10'];

  test('keeps to its print whatever the order of reading', () => {
    const before = pdf(lines, [0, 1, 2, 3]);
    const after = pdf(lines, [2, 3, 0, 1]);
    const anchor = quoted(before, '数量 10', 1);
    const standing = quoteStanding(anchor, searchedText(after));
    expect(standing.state).toBe('moved');
    expect(standing.state === 'moved' && [standing.anchor.start, standing.anchor.rects]).toEqual([
      { part: 0, offset: 6 },
      anchor.rects,
    ]);
  });

  test('is never looked for on another page', () => {
    const before = pdf(['本页说明', '数量 10'], [0, 1]);
    const next = pdf(['本页说明', '数量 10'], [0, 1]);
    const blank = pdf(['别的'], [0]);
    if (!isPaged(next) || !isPaged(blank)) throw new Error('a PDF has pages');
    const [first] = blank.pages;
    const [second] = next.pages;
    if (first === undefined || second === undefined) throw new Error('no pages');
    const after = { ...next, pages: [first, { ...second, number: 2 }] };
    expect(stateIn(quoted(before, '数量 10'), after)).toBe('lost');
  });
});

test('words that stand very often are looked for in time, and taken for no certain place', () => {
  const often = 200_000;
  const text = searchedText({
    kind: 'docx',
    blocks: [
      {
        path: 'body/0',
        kind: 'paragraph',
        label: null,
        text: '甲方，'.repeat(often),
        flags: [],
        level: 0,
        align: null,
        marks: [[0, 2, 'deleted']],
      },
    ],
    characters: 3 * often,
    warnings: [],
    meta: {},
  });
  const anchor = {
    versionId: 'v',
    quote: '甲方',
    prefix: '',
    suffix: '乙',
    start: { part: 4, offset: 1 },
    end: { part: 4, offset: 3 },
    rects: [],
    place: { page: null, clause: null, blockPath: 'body/4' },
  };
  const start = performance.now();
  expect(quoteStanding(anchor, text)).toEqual({ state: 'lost' });
  expect(performance.now() - start).toBeLessThan(8_000);
});
