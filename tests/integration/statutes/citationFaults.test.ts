import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contractDocx } from '../../fixtures/projectFiles.ts';
import {
  addProject,
  type DeskCore,
  failureOf,
  openDesk,
  openWorkspace,
} from '../../helpers/deskCore.ts';
import { bytesSource, takeIn } from '../../helpers/takeIn.ts';

let desk: DeskCore;
beforeEach(async () => {
  desk = await openWorkspace();
});
afterEach(async () => {
  await desk.core.close();
});

describe('citations of a document', () => {
  it('stand where the reader can show them', async () => {
    const projectId = await addProject(desk);
    const bytes = contractDocx(
      '依据《中华人民共和国合同法》第六十条，按《网络安全法》第二十一条落实等级保护。',
    );
    const [file] = await takeIn(desk, projectId, [bytesSource('合同.docx', bytes)]);
    const { citations, day, heldTexts } = await desk.call('citation.check', {
      versionId: file?.versionId ?? '',
    });
    expect({ day, heldTexts }).toEqual({ day: '2026-11-23', heldTexts: 0 });
    expect(
      citations
        .filter(({ status }) => status !== 'ok')
        .map(({ anchor, status, current }) => [anchor?.quote, status, current]),
    ).toEqual([
      ['《中华人民共和国合同法》第六十条', 'unknown-law', '《民法典》合同编'],
      ['《网络安全法》第二十一条', 'stale', '《网络安全法》第二十三条'],
    ]);
  });

  it('are checked without a workspace by the catalogue alone', async () => {
    const none = openDesk();
    const report = await none.call('citation.checkText', {
      parts: ['《网络安全法》第九十条'],
      titles: [],
    });
    expect(report.citations.map(({ status }) => status)).toEqual(['nonexistent']);
    await none.core.close();
  });
});

describe('a memo', () => {
  it('with a citation that does not stand is issued only with the reason for it', async () => {
    const projectId = await addProject(desk);
    const rows = await desk.call('review.rows', { projectId });
    const item = rows.find(({ itemId }) => itemId === 'csl-mlps-grading');
    const citations = [
      { code: 'CSL', cite: '《网络安全法》第二十一条', lawVersion: '2016-11-07', verified: true },
    ];
    const itemId = item?.itemId ?? '';
    const finding = await desk.call('finding.add', {
      commandId: desk.id(),
      projectId,
      itemId,
      fields: { citations },
    });
    const codes = async (): Promise<string[]> =>
      (await desk.call('memo.preview', { projectId })).checks
        .map(({ code }) => code)
        .filter((code) => code.startsWith('citation'));
    expect(await codes()).toEqual(['citation-outdated']);

    const patch = {
      citations: [
        { code: 'CSL', cite: '《网络安全法》第九十条', lawVersion: null, verified: true },
      ],
    };
    await desk.call('finding.update', { commandId: desk.id(), findingId: finding.id, patch });
    expect(await codes()).toEqual(['citation-unresolved']);

    await takeIn(desk, projectId, [bytesSource('合同.docx', contractDocx())]);
    const { checks } = await desk.call('memo.preview', { projectId });
    const acknowledged = checks.filter(({ level }) => level === 'warning').map(({ code }) => code);
    const order = { projectId, isDraft: false, acknowledged };
    expect(await failureOf(desk.call('memo.write', { commandId: desk.id(), ...order }))).toEqual({
      code: 'memo-blocked',
      params: { reasons: 'citation-unresolved' },
    });
    const reasons = { 'citation-unresolved': '条文待官方文本公布后核对' };
    const memo = await desk.call('memo.write', { commandId: desk.id(), ...order, reasons });
    expect(memo.number).toBe('〔2026〕合规审字第001号');
  });
});
