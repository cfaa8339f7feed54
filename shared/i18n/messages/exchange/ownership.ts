import type { Translation } from '../../translation.ts';

/** Whose a project is, and taking it back. */
export const ownershipZh = {
  owner: {
    label: '承办人',
    mark: (person: string): string => `由${person}承办 · 只读`,
    since: (person: string, moment: string): string => `${person}（自 ${moment}）`,
    handedOver: (person: string, moment: string): string =>
      `本项目已于 ${moment} 移交给“${person}”，本库的副本只读，会改动内容的输入与按钮已停用，阅读、检索、复制、导出照常。对方此后的改动仍可导入；要修改，请先收回。`,
    taken: (person: string, moment: string): string =>
      `“${person}”已于 ${moment} 收回或接手本项目，本库的副本只读，会改动内容的输入与按钮已停用，阅读、检索、复制、导出照常。对方此后的改动仍可导入；要修改，请先收回。`,
    unfinished: (person: string): string =>
      `移交中途程序退出，交接包没有生成或没有保存，“${person}”并未收到。请重新封装后发给对方，或收回。`,
    unfinishedIn: (project: string, person: string): string =>
      `“${project}”移交给“${person}”时程序退出，交接包没有生成或没有保存，对方并未收到。请打开该项目，重新封装或收回。`,
    unfinishedCount: (count: number): string =>
      `有 ${count} 个项目移交时程序退出，交接包没有生成或没有保存，对方并未收到。`,
    sealAgain: '重新封装',
    disputed: '两方同时各自认定了承办人，请选定一方。',
    toChoice: '前往选择',
    takeBack: '收回',
    takeBackTitle: (project: string): string => `收回“${project}”？`,
    takeBackNote:
      '收回后承办人改回本人，本库可以继续修改。收回记为一次改动，随下次交接送达对方；对方已作的改动不受影响。',
    takenBack: (project: string): string => `已收回“${project}”，承办人为本人。`,
  },
};

export const ownershipEn: Translation<typeof ownershipZh> = {
  owner: {
    label: 'Owner',
    mark: (person) => `Held by ${person} · read-only`,
    since: (person, moment) => `${person} (since ${moment})`,
    handedOver: (person, moment) =>
      `This project was handed over to “${person}” on ${moment}; the copy here is read-only: whatever would change it is off, while reading, searching, copying and exporting go on. Their changes can still be imported; to edit, take it back first.`,
    taken: (person, moment) =>
      `“${person}” took this project (back) on ${moment}; the copy here is read-only: whatever would change it is off, while reading, searching, copying and exporting go on. Their changes can still be imported; to edit, take it back first.`,
    unfinished: (person) =>
      `The program ended during the hand-over: its package was never built or never saved, and “${person}” has not got it. Seal it again and send it, or take the project back.`,
    unfinishedIn: (project, person) =>
      `The program ended while “${project}” was handed over to “${person}”: its package was never built or never saved, and they have not got it. Open the project, then seal it again or take it back.`,
    unfinishedCount: (count) =>
      count === 1
        ? 'The program ended while 1 project was handed over: its package was never built or never saved, and nobody has got it.'
        : `The program ended while ${count} projects were handed over: their packages were never built or never saved, and nobody has got them.`,
    sealAgain: 'Seal again',
    disputed: 'Two people each named an owner at the same time; choose one.',
    toChoice: 'Go to the choice',
    takeBack: 'Take back',
    takeBackTitle: (project) => `Take back “${project}”?`,
    takeBackNote:
      'You become the owner again and can edit here. Taking back is a change of its own and reaches them with the next package; what they changed stays.',
    takenBack: (project) => `“${project}” is yours again.`,
  },
};
