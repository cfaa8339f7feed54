import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { Anchor } from '#shared/domain/text/anchor.ts';
import { partsOf } from '#shared/domain/text/partText.ts';
import { quoteBetween } from '#shared/domain/text/quote.ts';
import type { Extraction, Stretch } from '#shared/domain/text/text.ts';
import { openDatabase } from '../../../electron/core/db/database.ts';
import { recordsKind } from '../../../electron/core/db/migrations/records.ts';
import { QuotePlaces } from '../../../electron/core/repo/quotePlaces.ts';
import { TextTable } from '../../../electron/core/repo/textTable.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const sha256 = 'ab';
const header = '智慧停车平台采购合同';
const sentences = [
  '甲方应当在收到发票之日起三十日内支付合同价款，逾期支付的应当承担',
  '违约责任。乙方应当在九十日内完成全部系统的部署并通过等级保护测评',
  '验收由甲方组织，验收不合格的乙方应当在十五日内整改，费用由乙方自行承担',
];
const extraction = {
  kind: 'pdf',
  pages: sentences.map((text, i) => ({
    number: i + 1,
    label: null,
    text: `${header}\n${text}`,
    flags: [],
    width: 595,
    height: 842,
    runs: [],
    furniture: [[0, header.length] as Stretch],
  })),
  characters: 0,
  warnings: [],
  meta: {},
} satisfies Extraction;

function anchorOf(quote: string, part: number): Anchor {
  const offset = extraction.pages[part]?.text.indexOf(quote) ?? -1;
  const start = { part, offset };
  const end = { part, offset: offset + quote.length };
  const text = quoteBetween(partsOf(extraction), start, end);
  if (text === null) throw new Error('no such quote');
  return {
    versionId: 'v',
    ...text,
    start,
    end,
    rects: [],
    place: { page: part + 1, clause: null, blockPath: null },
  };
}

afterEach(() => vi.restoreAllMocks());

test.each([
  ['in the first line below a header', '违约责任', 1],
  ['in the last line above the next header', '等级保护测评', 1],
  ['in the midst of a page', '九十日内完成', 1],
])('a quote %s stands without the whole text being read', (_, quote, part) => {
  const db = openDatabase(path.join(temporaryFolder(), 'records.db'), recordsKind, null);
  new TextTable(db).put(sha256, extraction);
  const whole = vi.spyOn(TextTable.prototype, 'get');
  expect(new QuotePlaces(db).standingOf(sha256, anchorOf(quote, part))).toEqual({ state: 'here' });
  expect(whole).not.toHaveBeenCalled();
  db.close();
});

test('a quote whose page reads otherwise by now is looked for in the whole text', () => {
  const db = openDatabase(path.join(temporaryFolder(), 'records.db'), recordsKind, null);
  const texts = new TextTable(db);
  const anchor = anchorOf('九十日内完成', 1);
  const pages = extraction.pages.map((page) => ({
    ...page,
    text: page.text.replace('九十', '六十'),
  }));
  texts.put(sha256, { ...extraction, pages });
  expect(new QuotePlaces(db).standingOf(sha256, anchor)).toEqual({ state: 'lost' });
  db.close();
});
