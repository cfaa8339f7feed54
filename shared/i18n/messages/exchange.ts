import { ownershipEn, ownershipZh } from './exchange/ownership.ts';
import { contactsEn, contactsZh } from './exchange/contacts.ts';
import { sendEn, sendZh } from './exchange/send.ts';
import { receiveEn, receiveZh } from './exchange/receive.ts';
import { afterwardsEn, afterwardsZh } from './exchange/afterwards.ts';
import { logEn, logZh } from './exchange/log.ts';
import { recordsEn, recordsZh } from './exchange/records.ts';
import type { Translation } from '../translation.ts';

/** The screens of the hand-off: people, packages out, packages in, what is open afterwards. */
export const exchangeZh = {
  title: '交接',
  rooms: {
    label: '交接各部分',
    send: '发送',
    receive: '收取',
    folder: '共享文件夹',
    people: '身份与联系人',
    log: '记录',
  },
  commands: { go: '前往交接', project: '交接本项目', receive: '导入交接包' },
  loadFailed: '未能读取交接信息',
  person: (name: string): string => (name === '' ? '未署名' : name),
  ...ownershipZh,
  ...contactsZh,
  ...sendZh,
  ...receiveZh,
  ...afterwardsZh,
  ...logZh,
  ...recordsZh,
};

export const exchangeEn: Translation<typeof exchangeZh> = {
  title: 'Hand-off',
  rooms: {
    label: 'Parts of the hand-off',
    send: 'Send',
    receive: 'Receive',
    folder: 'Shared folder',
    people: 'Identity & contacts',
    log: 'Log',
  },
  commands: {
    go: 'Go to the hand-off',
    project: 'Hand over this project',
    receive: 'Import a package',
  },
  loadFailed: 'The hand-off could not be read',
  person: (name) => (name === '' ? 'No name' : name),
  ...ownershipEn,
  ...contactsEn,
  ...sendEn,
  ...receiveEn,
  ...afterwardsEn,
  ...logEn,
  ...recordsEn,
};
