import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { RecognitionStatus } from '#shared/domain/recognition/recognitionStatus.ts';
import {
  chineseFont,
  type DrawnStyle,
  drawContents,
  drawText,
  turned,
} from '../../fixtures/drawnSheet.ts';
import { makePng, makeTiff, withOrientation } from '../../fixtures/makePicture.ts';
import { makeScan, type Picture } from '../../fixtures/makeScan.ts';
import { addProject, type DeskCore, openDesk, passphrase } from '../../helpers/deskCore.ts';
import { ocrModelFolder } from '../../helpers/ocrModel.ts';

const ocrWorker = new URL('../../../electron/workers/ocrWorker.ts', import.meta.url);
const folder = ocrModelFolder();
const font = chineseFont();
const sentence = '第二条未经甲方书面同意，乙方不得向第三方提供数据。';
const style: DrawnStyle = {
  dpi: 200,
  font: font ?? '',
  sizePt: 12,
  leader: '…',
  grain: 30,
  skew: 0.3,
};

function canvasOf({ width, height, pixels }: Picture) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  for (const [i, value] of pixels.entries()) image.data.set([value, value, value, 255], i * 4);
  context.putImageData(image, 0, 0);
  return canvas;
}

async function newDesk(): Promise<DeskCore> {
  const desk = openDesk(undefined, { ocrWorker, recognisesInBackground: true });
  onTestFinished(() => desk.core.close());
  await desk.call('workspace.create', { name: '测试库', person: '林若川', passphrase });
  const source = desk.token({ kind: 'path', path: folder ?? '' });
  await desk.call('ocr.setModel', { source });
  return desk;
}

async function recognised(
  desk: DeskCore,
  projectId: string,
  name: string,
  bytes: Uint8Array,
  passwords?: string[],
) {
  const { files } = await desk.call('document.intake', {
    commandId: desk.id(),
    jobId: desk.id(),
    projectId,
    sources: [desk.token({ kind: 'bytes', name, bytes })],
    type: null,
    supersedes: null,
    ...(passwords && { passwords }),
  });
  const [file] = files;
  if (file?.versionId == null) throw new Error(JSON.stringify(file));
  const isDone = ({ current, documents }: RecognitionStatus): boolean =>
    current === null && documents.every((one) => one.waiting === 0);
  for (;;) {
    const status = await desk.call('ocr.status', { projectId });
    if (status.problem !== null) throw new Error(JSON.stringify(status.problem));
    if (isDone(status)) break;
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
  return { file, text: await desk.call('document.text', { versionId: file.versionId }) };
}

const reason =
  folder === null
    ? 'skipped: no chi_sim.traineddata (Debian: apt install tesseract-ocr-chi-sim)'
    : 'skipped: no font here that can write Chinese';
const canRun = folder !== null && font !== null;
describe.skipIf(!canRun)(canRun ? 'with the real engine' : reason, () => {
  test('pictures of every format are read, and quoted where they stand', async () => {
    const desk = await newDesk();
    const projectId = await addProject(desk);
    const picture = drawText(sentence, style);
    const canvas = canvasOf(picture);
    const sideways = canvasOf(turned(picture, 90));
    const files: Record<string, Uint8Array> = {
      '扫描.png': makePng(picture, { dpi: 200 }),
      '截图.png': makePng(picture, { hasAlpha: true }),
      '传真.tif': makeTiff([
        { picture, compression: 8, rowsPerStrip: 100 },
        { picture: drawText('第三条附则', style) },
      ]),
      '照片.jpg': withOrientation(sideways.toBuffer('image/jpeg'), 8),
      '图片.webp': canvas.toBuffer('image/webp'),
    };
    for (const [name, bytes] of Object.entries(files)) {
      const { file, text } = await recognised(desk, projectId, name, bytes);
      expect(file).toMatchObject({ status: 'added', pages: name === '传真.tif' ? 2 : 1 });
      expect(text.kind).toBe('image');
      expect([name, text.pages[0]?.flags]).toEqual([name, ['recognised']]);
      const quote = '不得向第三方提供数据';
      const versionId = file.versionId ?? '';
      const anchor = await desk.call('evidence.locate', { versionId, quote });
      const [page] = text.pages;
      const [rect] = anchor.rects;
      // In the line that was drawn first: an inch from the left, six lines of 12 points from the top, of an A4 sheet.
      const scale = (page?.width ?? 0) / 595;
      expect([name, Math.round((rect?.y ?? 0) / scale / 20)]).toEqual([name, Math.round(765 / 20)]);
      expect((rect?.x ?? 0) / scale).toBeGreaterThan(200);
    }
    const [second] = await desk.call('document.list', { projectId });
    expect(second?.versions[0]?.kind).toBe('image');
  }, 480_000);

  test('a scan with a password is read with the one that opened it', async () => {
    const desk = await newDesk();
    const projectId = await addProject(desk);
    const bytes = makeScan([{ picture: drawText(sentence, style) }], 'mima-1');
    const { text } = await recognised(desk, projectId, '加密扫描件.pdf', bytes, ['mima-1']);
    expect(text.pages[0]?.flags).toEqual(['recognised']);
    expect(text.pages[0]?.text.replaceAll('\n', '')).toContain('不得向第三方提供数据');
  }, 240_000);

  test('a page of contents keeps its titles and numbers, whichever way it was laid on the glass', async () => {
    const desk = await newDesk();
    const projectId = await addProject(desk);
    const entries = ['招标公告', '投标人须知', '评标办法', '合同条款及格式', '采购需求'].map(
      (title, i) => ({ title, page: String(i * 7 + 1) }),
    );
    const picture = drawContents('目录', entries, style);
    const pages = ([0, 90, 180, 270] as const).map((degrees) => ({
      picture: turned(picture, degrees),
    }));
    const { text } = await recognised(desk, projectId, '目录.pdf', makeScan(pages));
    for (const page of text.pages) {
      const lines = page.text.split('\n').map((line) => line.replaceAll(' ', ''));
      const found = entries.filter((entry) =>
        lines.some((line) => line.startsWith(entry.title) && line.endsWith(`……${entry.page}`)),
      );
      expect(found).toEqual(entries);
      expect(page.flags).toEqual(['recognised']);
    }
    // The first title stands where it was drawn: near the top, the right edge, the bottom and the left edge.
    const first = text.pages.map((page) => {
      const run = page.runs.find(([start]) => page.text.startsWith('招标', start));
      const [x, y] = [((run?.[2] ?? 0) / page.width) * 10, ((run?.[3] ?? 0) / page.height) * 10];
      return [Math.round(x), Math.round(y)];
    });
    expect(first).toEqual([
      [1, 9],
      [9, 9],
      [9, 1],
      [1, 1],
    ]);
  }, 480_000);
});
