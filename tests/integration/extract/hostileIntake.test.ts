import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ErrorCode } from '#shared/contract/errors.ts';
import type { IntakeLine } from '#shared/contract/rooms/document.ts';
import { damage } from '../../fixtures/damage.ts';
import { encodeGbk } from '../../fixtures/encodeGbk.ts';
import { hostileFiles, type NamedFile } from '../../fixtures/hostileFiles.ts';
import { lockWord } from '../../fixtures/lockWord.ts';
import { makeDoc } from '../../fixtures/makeDoc.ts';
import { makeOfd } from '../../fixtures/makeOfd.ts';
import { makePng, makeTiff } from '../../fixtures/makePicture.ts';
import { makeRtf, rtfText } from '../../fixtures/makeRtf.ts';
import { makeXlsx, rows } from '../../fixtures/makeXlsx.ts';
import { makeZip } from '../../fixtures/makeZip.ts';
import { contractDocx, designPdf } from '../../fixtures/projectFiles.ts';
import { addProject, type DeskCore } from '../../helpers/deskCore.ts';
import { Seeded } from '../../helpers/seeded.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { openPerson } from '../../helpers/twoDesks.ts';

const text = '甲方应当采取必要措施，保障数据安全。';
const picture = { width: 60, height: 40, pixels: new Uint8Array(2_400).fill(200) };
const bytesOf = (content: string): Uint8Array => new Uint8Array(Buffer.from(content));
const whole: readonly NamedFile[] = [
  { name: '合同.docx', bytes: contractDocx() },
  { name: '方案.pdf', bytes: designPdf() },
  { name: '旧.doc', bytes: makeDoc({ body: [{ text }], footnotes: ['注'] }) },
  { name: '旧.wps', bytes: makeDoc({ body: [{ text }] }) },
  { name: '锁.doc', bytes: lockWord({ body: [{ text }] }, 'x', 'cryptoapi-128') },
  { name: '文.rtf', bytes: makeRtf(`\\pard ${rtfText(text)}\\par{\\footnote x}`) },
  { name: '国标.txt', bytes: encodeGbk(text.repeat(20)) },
  { name: '宽.txt', bytes: new Uint8Array(Buffer.from(text.repeat(20), 'utf16le')) },
  { name: '记.md', bytes: bytesOf('# 甲\n\n| a | b |\n|---|---|\n| c | d |\n') },
  { name: '页.html', bytes: bytesOf(`<html><ol><li>${text}<table><tr><td>乙</table></ol>`) },
  {
    name: '存.mht',
    bytes: bytesOf(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>${text}`,
    ),
  },
  {
    name: '表.xlsx',
    bytes: makeXlsx({
      sheets: [{ name: '清单', content: rows('<row><c t="s"><v>0</v></c></row>') }],
      strings: ['<t>甲</t>'],
    }),
  },
  { name: '版.ofd', bytes: makeOfd({ pages: [[{ text, x: 9, y: 20 }]], title: '题' }) },
  { name: '图.png', bytes: makePng(picture) },
  { name: '图.tiff', bytes: makeTiff([{ picture }, { picture, compression: 8 }]) },
  { name: '包.zip', bytes: makeZip([{ name: '甲/合同.docx', content: contractDocx() }]) },
];

/** Reasons that name no property of the file: something went wrong that should not. */
const unfit: readonly string[] = ['internal', 'worker-crashed'];
const memoryBytes = 1.5 * 1024 * 1024 * 1024;

describe('files as mail, sticks, bad programs and bad people leave them', () => {
  const folder = temporaryFolder();
  let desk: DeskCore;
  let projectId = '';
  let batches = 0;

  beforeAll(async () => {
    desk = await openPerson('林若川', path.join(folder, 'workspace'));
    projectId = await addProject(desk);
  });
  afterAll(() => desk.core.close());

  /** What is odd about how a batch ended: nothing, where each file has its line and the good one behind them is in. */
  async function oddities(files: readonly NamedFile[], from: string): Promise<string[]> {
    batches += 1;
    const good = { name: `末.txt`, bytes: bytesOf(`好文件 ${batches}`) };
    const rss = process.memoryUsage.rss();
    const { files: lines } = await desk.call('document.intake', {
      commandId: desk.id(),
      jobId: desk.id(),
      projectId,
      sources: [...files, good].map((one) => desk.token({ kind: 'bytes', ...one })),
      type: null,
      supersedes: null,
      passwords: ['x'],
    });
    const grown = process.memoryUsage.rss() - rss;
    return [
      ...lines.filter(isOdd).map((line) => `${from}: ${line.path}: ${line.error?.code}`),
      ...(lines.at(-1)?.status === 'added' ? [] : [`${from}: the rest of the batch`]),
      ...(grown < memoryBytes ? [] : [`${from}: grew by ${grown} bytes`]),
    ];
  }

  const isOdd = ({ status, error }: IntakeLine): boolean =>
    status === 'refused' &&
    (error === null || !ErrorCode.safeParse(error.code).success || unfit.includes(error.code));

  test('end with text or a typed reason, and hold up nobody: 320 damaged ones', async () => {
    const odd: string[] = [];
    for (let batch = 0; batch < 10; batch += 1) {
      const files = Array.from({ length: 32 }, (_, i) => {
        const { name, bytes } = whole[i % whole.length] ?? { name: '', bytes: new Uint8Array() };
        return { name: `${i}-${name}`, bytes: damage(bytes, new Seeded(batch * 100 + i)) };
      });
      odd.push(...(await oddities(files, `batch ${batch}`)));
    }
    expect(odd).toEqual([]);
  }, 180_000);

  test.each(hostileFiles().map((file) => [file.name, file] as const))(
    'does so too: %s',
    async (name, file) => {
      expect(await oddities([file], name)).toEqual([]);
    },
  );

  test('write nothing beside the workspace', () => {
    expect(readdirSync(folder)).toEqual(['workspace']);
    expect(readdirSync(path.join(folder, 'workspace')).sort()).toEqual([
      'documents.db',
      'documents.db-shm',
      'documents.db-wal',
      'records.db',
      'records.db-shm',
      'records.db-wal',
      'workspace.json',
      'workspace.lock',
      'workspace.lock-journal',
    ]);
  });
});
