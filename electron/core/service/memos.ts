import type { Input } from '#shared/contract/contract.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import { FieldValue } from '#shared/domain/changes/change.ts';
import type { Evidence, Finding } from '#shared/domain/review/assessment.ts';
import type { Memo, MemoCheck, MemoModel } from '#shared/domain/review/memo.ts';
import { isInTheWay, memoChecks, memoMayIssue } from '#shared/domain/review/memoChecks.ts';
import { buildMemoModel } from '#shared/domain/review/memoModel.ts';
import type { ElsewhereItem, MemoSource } from '#shared/domain/review/memoSource.ts';
import type { Project } from '#shared/domain/review/project.ts';
import { writeMemoDocx } from '../deliver/memoDocx.ts';
import type { Desk } from '../desk.ts';
import { Answers } from './answers.ts';
import { applicableItems } from './applicableItems.ts';
import { wordings } from './archivedItems.ts';
import { citationFaults } from './citations.ts';
import { docTypeLabels } from './library.ts';
import { localDay } from './localDay.ts';
import { requireProject } from './projects.ts';
import { withRecognisedPages } from './recognition.ts';
import { libraryOf } from './review.ts';

type MemoChannel = Extract<keyof Handlers, `memo.${string}`>;

/** Review memos: the preview with what stands in the way, and the written ones, which never change. */
export function memoHandlers(desk: Desk): Pick<Handlers, MemoChannel> {
  return {
    'memo.preview': ({ projectId }) => {
      const source = memoSource(desk, requireProject(desk.session(), projectId), true, null);
      return { model: buildMemoModel(source), checks: memoChecks(source) };
    },
    'memo.list': ({ projectId }) => desk.session().memos.ofProject(projectId),
    'memo.conclude': ({ commandId, projectId, conclusion }) => {
      const session = desk.session();
      requireProject(session, projectId);
      const command = {
        id: commandId,
        name: 'memo.conclude',
        isUndoable: true,
        mergeKey: `conclusion:${projectId}`,
      };
      session.changes.write(command, session.person(), (w) => {
        w.set('project', projectId, { conclusion });
      });
      desk.changed(['project'], [projectId]);
      return requireProject(session, projectId);
    },
    'memo.write': (input) => writeMemo(desk, input),
  };
}

/** Errors: `not-found`. */
export function requireMemo(desk: Desk, memoId: string): Memo {
  const memo = desk.session().memos.get(memoId);
  if (!memo) throw new AppError('not-found', { kind: 'memo', id: memoId });
  return memo;
}

async function writeMemo(desk: Desk, input: Input<'memo.write'>): Promise<Memo> {
  const session = desk.session();
  const known = session.changes.table.command(input.commandId);
  if (known) return requireMemo(desk, JSON.parse(known.result) as string); // written below: the memo's id
  const project = requireProject(session, input.projectId);
  const number = input.isDraft
    ? null
    : nextNumber(session.memos.numbers(), localDay(desk.ports.nowMs()));
  const source = memoSource(desk, project, input.isDraft, number);
  if (!input.isDraft) requireIssuable(memoChecks(source), input.acknowledged, input.reasons ?? {});
  const model = buildMemoModel(source);
  const bytes = await writeMemoDocx(model);
  // Laying out waits: meanwhile the workspace may have been locked, or another memo may have taken the number.
  const isStale =
    desk.session() !== session || (number !== null && session.memos.numbers().includes(number));
  if (isStale) return writeMemo(desk, input);
  const sha256 = session.contents.put(bytes);
  const command = { id: input.commandId, name: 'memo.write', isUndoable: false };
  const memoId = session.changes.write(command, session.person(), (w) => {
    const id = session.newId();
    w.set('memo', id, {
      projectId: project.id,
      number,
      isDraft: input.isDraft,
      fileName: fileNameOf(model, session.now()),
      sha256,
      // As JSON: the snapshot has no undefined keys.
      model: FieldValue.parse(JSON.parse(JSON.stringify(model))),
      acknowledged: [...input.acknowledged],
      reasons: { ...input.reasons },
      by: session.person(),
      at: session.now(),
    });
    return id;
  });
  desk.changed(['memo'], [project.id]);
  return requireMemo(desk, memoId);
}

/** Errors: `memo-blocked` with the codes of what is in the way. */
function requireIssuable(
  checks: readonly MemoCheck[],
  acknowledged: readonly MemoCheck['code'][],
  reasons: Partial<Record<MemoCheck['code'], string>>,
): void {
  if (memoMayIssue(checks, acknowledged, reasons)) return;
  const inTheWay = checks.filter((check) => isInTheWay(check, acknowledged, reasons));
  throw new AppError('memo-blocked', { reasons: inTheWay.map((check) => check.code).join(', ') });
}

/** Everything the memo of a project is made of, as it stands now. */
function memoSource(
  desk: Desk,
  project: Project,
  isDraft: boolean,
  number: string | null,
): MemoSource {
  const session = desk.session();
  const { library } = desk;
  const { firm } = session.desk.get(session.deviceId);
  const answers = session.projects.answers(project.id);
  const assessments = new Map(
    session.review.assessments(project.id, project.round).map((one) => [one.itemId, one]),
  );
  const evidence = session.review.evidenceOfProject(project.id);
  const asked = libraryOf(desk, project);
  const given = new Answers(desk, session, project);
  const items = applicableItems(asked, answers).map(({ item, why }) => {
    const assessment = assessments.get(item.id);
    const answer = assessment ? given.of(item, assessment) : null;
    return {
      item,
      applies: why.applies,
      assessment: answer?.assessment ?? null,
      isReopened: (answer?.reopened ?? null) !== null,
      evidence: evidence.filter((one) => one.itemId === item.id),
    };
  });
  const date = localDay(desk.ports.nowMs());
  const findings = session.review.findingsOfProject(project.id);
  const used = new Set(items.map((entry) => entry.item.checklist));
  return {
    project,
    traits: library.traits,
    answers,
    documents: session.documents
      .ofProject(project.id)
      .map((document) => withRecognisedPages(session, document)),
    docTypes: docTypeLabels(desk),
    checklists: asked.lists.flatMap(({ checklist }) =>
      checklist && used.has(checklist.id) ? [checklist] : [],
    ),
    listsNotHere: asked.lists
      .filter(({ fault }) => fault !== null)
      .map(({ checklistId, pin }) => `${checklistId} ${pin.version}`),
    items,
    elsewhere: elsewhereItems(desk, project, items, findings, evidence),
    findings,
    citationFaults: citationFaults(desk, findings, date),
    instruments: [...library.instruments.values()].map(({ code, title }) => ({ code, title })),
    reviewer: session.person(),
    lawCheckedOn: library.amendmentsCheckedThrough,
    ...(firm === '' ? {} : { firm }),
    ...(project.conclusion === '' ? {} : { conclusion: project.conclusion }),
    date,
    isDraft,
    number,
  };
}

/** Items of findings that the memo does not list, so that the finding keeps its number, title and quotes. */
function elsewhereItems(
  desk: Desk,
  project: Project,
  items: MemoSource['items'],
  findings: readonly Finding[],
  evidence: readonly Evidence[],
): ElsewhereItem[] {
  const listed = new Set(items.map(({ item }) => item.id));
  const missing = new Set(findings.map(({ itemId }) => itemId).filter((id) => !listed.has(id)));
  const asked = libraryOf(desk, project);
  const wordingOf = wordings(desk, project);
  return [...missing].flatMap((itemId) => {
    const item = wordingOf(itemId);
    if (!item) return [];
    const standing = asked.items.has(itemId) ? 'not-applicable' : 'archived';
    return [{ item, standing, evidence: evidence.filter((one) => one.itemId === itemId) }];
  });
}

/** `〔2026〕合规审字第001号`: counts within the calendar year, over the whole workspace. */
function nextNumber(numbers: readonly string[], day: string): string {
  const year = day.slice(0, 4);
  const pattern = new RegExp(`^〔${year}〕合规审字第(\\d+)号$`, 'u');
  const highest = numbers.reduce(
    (max, one) => Math.max(max, Number(pattern.exec(one)?.[1] ?? 0)),
    0,
  );
  return `〔${year}〕合规审字第${String(highest + 1).padStart(3, '0')}号`;
}

/** Characters that Windows refuses in file names are dropped; drafts carry the time, so that none replaces another. */
function fileNameOf(model: MemoModel, now: string): string {
  const safe = (text: string): string => text.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').slice(0, 80);
  const stamp = now.slice(0, 16).replace(/[-:]/gu, '').replace('T', '-');
  const kind = model.isDraft
    ? `审查意见书（草稿 ${stamp}）`
    : `审查意见书 ${model.number ?? stamp}`;
  return `${safe(model.project.name)} ${safe(kind)}.docx`;
}
