import type { StatuteLine } from '#shared/domain/law/statuteReport.ts';
import { articleLabel } from '#shared/domain/law/statuteText.ts';
import type { Source } from '../../../electron/core/ports.ts';
import { makeDocx, paragraph, run } from '../../fixtures/makeDocx.ts';
import type { DeskCore } from '../../helpers/deskCore.ts';

/** An invented regulation in the form of the national database, in two versions. */
export const title = '滨海市数据条例';

const articles2019 = [
  '为了规范数据处理，制定本条例。',
  '处理者应当建立数据分类分级保护制度，对重要数据进行备份并加密存储。',
  '运营单位应当制定网络安全事件应急预案，定期组织演练。',
  '本条例自2019年3月1日起施行。',
];
const articles2024 = [
  '为了规范数据处理，制定本条例。',
  '鼓励公共信用体系和算力枢纽建设。',
  '处理者应当建立数据分类分级保护制度，对重要数据进行备份并加密存储。',
  '运营单位应当制定网络安全事件应急预案，每年组织演练并报告结果。',
  '本条例自2019年3月1日起施行。',
];

const numbered = (texts: readonly string[]): string[] =>
  texts.map((text, index) => `${articleLabel(index + 1)}　${text}`);

export const older = [
  title,
  '（2019年1月1日滨海市人民代表大会常务委员会通过）',
  ...numbered(articles2019),
];
export const newer = [
  title,
  '（2019年1月1日滨海市人民代表大会常务委员会通过　根据2024年1月1日滨海市人民代表大会常务委员会《关于修改〈滨海市数据条例〉的决定》修正，自2024年5月1日起施行）',
  ...numbered(articles2024),
];

export const textFile = (name: string, paragraphs: readonly string[]): Source => ({
  kind: 'bytes',
  name,
  bytes: new TextEncoder().encode(paragraphs.join('\n')),
});

export const docxFile = (name: string, paragraphs: readonly string[]): Source => ({
  kind: 'bytes',
  name,
  bytes: makeDocx({ body: paragraphs.map((text) => paragraph(run(text))).join('') }),
});

export async function importTexts(desk: DeskCore, ...sources: Source[]): Promise<StatuteLine[]> {
  const { files } = await desk.call('statute.import', {
    commandId: desk.id(),
    jobId: desk.id(),
    sources: sources.map((source) => desk.token(source)),
  });
  return files;
}
