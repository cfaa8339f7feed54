import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { hosts, withDesk } from './desk.ts';
import { projectsScreen } from './screens/projectsScreen.ts';
import { workspaceScreen } from './screens/workspaceScreen.ts';

const passphrase = '停车 平台 数据 四个词';

for (const host of hosts)
  describe.skipIf(host.skipReason !== null /* said in the title */)(host.title, () => {
    test('a workspace is made, its recovery key shown, and opens again with the passphrase', () =>
      withDesk(host, async (desk) => {
        const workspace = workspaceScreen(desk.running.page);
        const key = await workspace.create('一组', '承办律师', passphrase);
        expect(key).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/);
        await projectsScreen(desk.running.page).waitFor();
        expect(existsSync(path.join(desk.workspaceDir, 'records.db'))).toBe(true);

        await desk.reopen();
        await workspaceScreen(desk.running.page).unlock(passphrase);
        await projectsScreen(desk.running.page).waitFor();
      }));

    test('the page reaches nothing but its own host, and the watch notices the attempt', () =>
      withDesk(host, async ({ running: { page }, problems }) => {
        const reached = await page.evaluate(async () => {
          const image = new Promise<string>((resolve) => {
            const element = new Image();
            element.addEventListener('load', () => resolve('image loaded'));
            element.addEventListener('error', () => resolve('image refused'));
            element.src = 'https://example.com/x.png';
          });
          const fetched = fetch('https://example.com/').then(
            () => 'fetched',
            () => 'fetch refused',
          );
          return Promise.all([fetched, image]);
        });
        expect(reached).toEqual(['fetch refused', 'image refused']);
        expect(problems.join()).toContain('Content Security Policy');
        problems.length = 0; // the attempts above were ours
      }));
  });
