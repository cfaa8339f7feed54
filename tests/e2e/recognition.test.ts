import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'vitest';
import { chineseFont, drawText } from '../fixtures/drawnSheet.ts';
import { makePng } from '../fixtures/makePicture.ts';
import { makeScan } from '../fixtures/makeScan.ts';
import { ocrModelFolder } from '../helpers/ocrModel.ts';
import { type DeskUnderTest, hosts, withDesk } from './desk.ts';
import { documentsScreen } from './screens/documentsScreen.ts';
import { ocrScreen } from './screens/ocrScreen.ts';
import { projectScreen } from './screens/projectScreen.ts';
import { projectsScreen } from './screens/projectsScreen.ts';
import { reviewScreen } from './screens/reviewScreen.ts';
import { traitsScreen } from './screens/traitsScreen.ts';
import { workspaceScreen } from './screens/workspaceScreen.ts';

const model = ocrModelFolder();
const font = chineseFont();
const lack =
  model === null
    ? 'no chi_sim.traineddata here (Debian: apt install tesseract-ocr-chi-sim)'
    : font === null
      ? 'no font here that can write Chinese'
      : null;
const item = '等级保护对象与定级';
const clause = '系统按网络安全等级保护第三级建设，并由建设单位组织测评。';
const quote = '网络安全等级保护第三级';
const style = { dpi: 200, font: font ?? '', sizePt: 14, leader: '', grain: 0, skew: 0 };

for (const host of hosts)
  describe.skipIf(host.skipReason !== null || lack !== null /* both said in the titles */)(
    lack === null ? host.title : `${host.name} (skipped: ${lack})`,
    () => {
      const name = 'a scan and a picture are recognised, read, and quoted where they stand';
      test(name, { timeout: 300_000 }, () =>
        withDesk(host, async (desk) => {
          await begin(desk);
          await takeIn(desk);
          await recognise(desk);
          await quoteBoth(desk);
        }),
      );
    },
  );

async function begin({ running: { page } }: DeskUnderTest): Promise<void> {
  await workspaceScreen(page).create('一组', '承办律师', '停车 平台 数据 四个词');
  await projectsScreen(page).create('扫描件项目', '市交通运输局');
}

async function takeIn({ running, workspaceDir }: DeskUnderTest): Promise<void> {
  const files = path.join(path.dirname(workspaceDir), 'files');
  mkdirSync(files);
  const picture = drawText(clause, style);
  const scan = path.join(files, '建设方案扫描件.pdf');
  const photo = path.join(files, '会议纪要照片.png');
  writeFileSync(scan, makeScan([{ picture }]));
  writeFileSync(photo, makePng(picture, { dpi: 200, hasAlpha: true }));
  await projectScreen(running.page).goTo('documents');
  const documents = documentsScreen(running.page);
  await documents.add(running, [scan, photo]);
  await documents.summary(2, 0, 0).waitFor();
}

async function recognise({ running }: DeskUnderTest): Promise<void> {
  const ocr = ocrScreen(running.page);
  await ocr.withoutModel(2).waitFor();
  await ocr.chooseModel(running, model ?? '');
  await ocr.done(2).waitFor({ timeout: 120_000 });
}

async function quoteBoth({ running: { page } }: DeskUnderTest): Promise<void> {
  await projectScreen(page).goTo('overview');
  const traits = traitsScreen(page);
  await traits.open();
  await traits.answer('等级保护三级及以上', 'yes');
  await projectScreen(page).goTo('review');
  const desk = reviewScreen(page);
  await desk.showAll();
  await desk.openItem(item);
  for (const [i, title] of ['建设方案扫描件', '会议纪要照片'].entries()) {
    await desk.openDocument(title);
    await ocrScreen(page).notice().first().waitFor();
    await ocrScreen(page).selectInPage(quote);
    await page.keyboard.press('e');
    await desk.evidence(quote).nth(i).waitFor();
  }
}
