import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inventedLaw, newerStatute, olderStatute } from '../fixtures/statuteFiles.ts';
import { type DeskUnderTest, hosts, withDesk } from './desk.ts';
import { lawScreen } from './screens/lawScreen.ts';
import { workspaceScreen } from './screens/workspaceScreen.ts';

const { title, older, newer } = inventedLaw;

for (const host of hosts)
  describe.skipIf(host.skipReason !== null /* said in the title */)(host.title, () => {
    const name = 'a lawyer imports a law in two versions, reads an article and compares them';
    test(name, { timeout: 120_000 }, () =>
      withDesk(host, async (desk) => {
        const law = lawScreen(desk.running.page);
        await workspaceScreen(desk.running.page).create(
          '一组',
          '承办律师',
          '法规 条文 引用 四个词',
        );
        await law.open();
        await law.import(desk.running, files(desk));
        await law.summary(2, 0, 1).waitFor();

        await law.choose(title);
        await law.read(title, newer.day);
        await law.follow(title, '第四条');
        await law.article(title, '十二个月').waitFor();
        expect(new URL(desk.running.page.url()).hash).toContain('article=4');
        await law.find('操作日志');
        await law.hits(1, 1).waitFor();

        await law.back();
        await law.back();
        await law.compare(title);
        await law.inserted().filter({ hasText: '十二' }).first().waitFor();
      }),
    );
  });

/** Both versions, and a file that is no law. */
function files({ workspaceDir }: DeskUnderTest): string[] {
  const folder = path.join(path.dirname(workspaceDir), 'law');
  mkdirSync(folder);
  const texts = { [older.fileName]: olderStatute(), [newer.fileName]: newerStatute() };
  return Object.entries({ ...texts, '会议通知.txt': '定于下周三上午召开会议。' }).map(
    ([name, text]) => {
      const file = path.join(folder, name);
      writeFileSync(file, text);
      return file;
    },
  );
}
