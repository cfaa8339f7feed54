import { checklistCliEn, checklistCliZh } from './messages/checklistCli.ts';
import { checklistFilesEn, checklistFilesZh } from './messages/checklistFiles.ts';
import { checklistProblemsEn, checklistProblemsZh } from './messages/checklistProblems.ts';
import { checklistsEn, checklistsZh } from './messages/checklists.ts';
import { cliEn, cliZh } from './messages/cli.ts';
import { commonEn, commonZh } from './messages/common.ts';
import { documentsEn, documentsZh } from './messages/documents.ts';
import { errorsEn, errorsZh } from './messages/errors.ts';
import { exchangeEn, exchangeZh } from './messages/exchange.ts';
import { findingsEn, findingsZh } from './messages/findings.ts';
import { lawEn, lawZh } from './messages/law.ts';
import { handoffEn, handoffZh } from './messages/handoff.ts';
import { memoEn, memoZh } from './messages/memo.ts';
import { ocrEn, ocrZh } from './messages/ocr.ts';
import { projectsEn, projectsZh } from './messages/projects.ts';
import { reviewEn, reviewZh } from './messages/review.ts';
import { sharedFolderEn, sharedFolderZh } from './messages/sharedFolder.ts';
import { shellEn, shellZh } from './messages/shell.ts';
import { statutesEn, statutesZh } from './messages/statutes.ts';
import { wordsEn, wordsZh } from './messages/words.ts';
import { workspaceEn, workspaceZh } from './messages/workspace.ts';

/** zh-CN is the source; English must have every key with the same parameters. */
const zh = {
  common: commonZh,
  words: wordsZh,
  errors: errorsZh,
  checklistCli: checklistCliZh,
  checklistFiles: checklistFilesZh,
  checklistProblems: checklistProblemsZh,
  checklists: checklistsZh,
  exchange: exchangeZh,
  workspace: workspaceZh,
  projects: projectsZh,
  documents: documentsZh,
  review: reviewZh,
  findings: findingsZh,
  law: lawZh,
  memo: memoZh,
  ocr: ocrZh,
  handoff: handoffZh,
  sharedFolder: sharedFolderZh,
  statutes: statutesZh,
  cli: cliZh,
  shell: shellZh,
};
export type Messages = typeof zh;
const en: Messages = {
  common: commonEn,
  words: wordsEn,
  errors: errorsEn,
  checklistCli: checklistCliEn,
  checklistFiles: checklistFilesEn,
  checklistProblems: checklistProblemsEn,
  checklists: checklistsEn,
  exchange: exchangeEn,
  workspace: workspaceEn,
  projects: projectsEn,
  documents: documentsEn,
  review: reviewEn,
  findings: findingsEn,
  law: lawEn,
  memo: memoEn,
  ocr: ocrEn,
  handoff: handoffEn,
  sharedFolder: sharedFolderEn,
  statutes: statutesEn,
  cli: cliEn,
  shell: shellEn,
};

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** All user-facing text of one language. */
export function messagesFor(language: Language): Messages {
  return language === 'en' ? en : zh;
}
