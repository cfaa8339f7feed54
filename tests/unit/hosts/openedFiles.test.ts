import path from 'node:path';
import { expect, it } from 'vitest';
import { openedFile, openedFilesIn } from '../../../electron/host/openedFiles.ts';

it('finds packages and contact files among the arguments, whatever else stands there', () => {
  const folder = path.resolve('/desk');
  const args = ['.', '--workspace', 'w', '--x=a.counsel-handoff', '包 1.Counsel-Handoff', 'b.docx'];
  expect(openedFilesIn([...args, 'c/王芳.counsel-contact'], folder)).toEqual([
    { path: path.join(folder, '包 1.Counsel-Handoff'), kind: 'package' },
    { path: path.join(folder, 'c', '王芳.counsel-contact'), kind: 'contact' },
  ]);
  expect([openedFile('a.docx'), openedFile('counsel-handoff'), openedFile('')]).toEqual([
    null,
    null,
    null,
  ]);
});
