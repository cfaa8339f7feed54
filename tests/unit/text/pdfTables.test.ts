import { describe, expect, test } from 'vitest';
import { acrossAll, column, dense, lineOf, pageOf, size, texts } from '../../fixtures/drawnPage.ts';
import type { PdfLine } from '../../fixtures/makePdf.ts';

describe('a table', () => {
  const xs = [72, 110, 230, 470] as const;
  /** Cells of a row, each a list of its lines; `centred` puts short cells in the middle of the row's height. */
  function rows(cells: readonly (readonly (readonly string[])[])[], centred = false): PdfLine[] {
    let y = 700;
    return cells.flatMap((row) => {
      const deepest = Math.max(...row.map((cell) => cell.length));
      const lines = row.flatMap((cell, i) => {
        const shift = centred ? ((deepest - cell.length) * 13) / 2 : 0;
        return cell.map((text, k) => ({ text, x: xs[i] ?? 72, y: y - shift - k * 13, size }));
      });
      y -= deepest * 13 + 10;
      return lines;
    });
  }
  const cells = [
    [['序号'], ['名称'], ['要求'], ['分值']],
    [
      ['1'],
      ['系统架构设计与部署', '方案'],
      ['提供完整的总体架构图和部署方案说明主要部', '件的冗余和扩展能力满足三年业务增长'],
      ['15'],
    ],
    [
      ['2'],
      ['数据安全'],
      [
        '明确数据分类分级要求制定数据全生命周期安',
        '全保护措施并说明个人信息的处理规则和出境',
        '情形',
      ],
      ['20'],
    ],
    [['3'], ['培训'], ['不少于三次'], ['5']],
    [['4'], ['售后服务和应急响', '应'], ['提供七乘二十四小时响应'], ['10']],
  ];
  const inOrder = cells.flatMap((row) =>
    row.every((cell) => cell.length === 1) ? [row.map((cell) => cell[0]).join(' ')] : row.flat(),
  );

  test.each([
    ['at the top of its cells', false],
    ['in the middle of its cells', true],
  ])('drawn line by line, text %s, is read cell by cell', async (_, centred) => {
    const page = await pageOf(acrossAll(rows(cells, centred)));
    expect(dense(page.text)).toBe(dense(inOrder.join('')));
    expect(page.text).toContain('序号 名称 要求 分值');
    expect(page.text).toContain('明确数据分类分级要求制定数据全生命周期安\n全保护措施');
  });

  test('drawn cell by cell stays as it is', async () => {
    const page = await pageOf(rows(cells));
    expect(dense(page.text)).toBe(dense(inOrder.join('')));
  });
});

/** The lines of a cell, one below the other. */
const cell = (lines: readonly string[], x: number, y: number, pitch = 13): PdfLine[] =>
  lines.map((text, i) => ({ text, x, y: y - i * pitch, size }));

describe('cells of several lines', () => {
  test('are told apart though hardly any white is between columns', async () => {
    const rows = [700, 664, 628, 592].map((y, i) => [
      ...cell(['系统的总体', '架构方案应', '当完整'], 72, y, 11),
      ...cell(['甲方组织专家对部署方', '案进行论证'], 129, y, 11),
      ...cell([`乙方提供第${'一二三四'.charAt(i)}期驻场`, '服务人员名单'], 236, y, 11),
    ]);
    const page = await pageOf(rows.flatMap((row) => acrossAll(row)));
    expect(dense(page.text)).toBe(texts(rows.flat()).join(''));
  });

  test('are told from the next row by where their text ends, without white between rows', async () => {
    const units = [
      [8, 5],
      [13, 9],
      [20, 4],
    ] as const;
    let y = 713;
    const rows = Array.from({ length: 6 }, (_, r) => {
      const depth = 2 + (r % 2);
      y -= 13;
      const row = units.flatMap(([full, last], c) => {
        const lines = column(72 + [0, 100, 250][c]!, full, depth, r * 23 + c * 31);
        return lines.map((line, i) => ({
          ...line,
          y: y - i * 13,
          text: i === depth - 1 ? line.text.slice(0, last) : line.text,
        }));
      });
      y -= (depth - 1) * 13;
      return row;
    });
    const page = await pageOf(rows.flatMap((row) => acrossAll(row)));
    expect(dense(page.text)).toBe(texts(rows.flat()).join(''));
  });

  test('beside one that spans their rows follow it row by row', async () => {
    const groups = [700, 590, 480].map((y, i) => {
      const from = i * 37;
      const at = (lines: readonly PdfLine[], top: number): PdfLine[] =>
        lines.map((line) => ({ ...line, y: line.y - 700 + top }));
      return [
        ...at(column(72, 6, 3, from), y),
        ...at(column(160, 12, 2, from + 20), y),
        ...at(column(300, 20, 2, from + 50), y),
        ...at(column(160, 12, 2, from + 70), y - 50),
        ...at(column(300, 20, 2, from + 90), y - 50),
      ];
    });
    const page = await pageOf(groups.flatMap((group) => acrossAll(group)));
    expect(dense(page.text)).toBe(texts(groups.flat()).join(''));
  });

  test('in two languages side by side are read clause by clause, whatever their line heights', async () => {
    const rows = [700, 610, 520, 430].map((y, i) => [
      ...column(72, 21, 4, i * 40).map((line, k) => ({ ...line, y: y - k * 17 })),
      ...cell(
        [
          'The supplier shall put',
          'the system at work and',
          'bear all risk until it',
          'has been accepted by a',
          `judge of clause ${i + 1}.`,
        ],
        312,
        y,
        12,
      ),
    ]);
    const page = await pageOf(rows.flatMap((row) => acrossAll(row)));
    expect(dense(page.text)).toBe(dense(texts(rows.flat()).join('')));
  });

  test.each([6, 2])(
    'of %i clauses side by side are told from columns by ending together',
    async (count) => {
      const rows = Array.from({ length: count }, (_, i) => {
        const y = 720 - i * 64;
        const [a, b] = [column(72, 21, 4, i * 41), column(312, 20, 3, i * 29)];
        const shortened = (lines: readonly PdfLine[], pitch: number): PdfLine[] =>
          lines.map((line, k) => ({
            ...line,
            y: y - k * pitch,
            text: k === lines.length - 1 ? line.text.slice(0, 6 + i) : line.text,
          }));
        return [...shortened(a, 15), ...shortened(b, 18)];
      });
      const page = await pageOf(rows.flatMap((row) => acrossAll(row)));
      expect(dense(page.text)).toBe(texts(rows.flat()).join(''));
    },
  );

  test('stay on their lines where they are lists whose entries belong together', async () => {
    const names = ['服务器', '交换机', '防火墙', '存储', '终端'];
    const rows = [700, 600, 500].flatMap((y) =>
      acrossAll(
        cell(names, 72, y, 15),
        cell(
          names.map((name, i) => `${name}${i}型`),
          200,
          y,
          15,
        ),
        cell(
          names.map((_, i) => `${i + 2}台`),
          400,
          y,
          15,
        ),
      ),
    );
    const page = await pageOf(rows);
    expect(lineOf(page)).toContain('交换机 交换机1型 3台');
  });
});
