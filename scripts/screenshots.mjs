import './lib/requireNode24.mjs';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
const { buildStale, root } = await import('./lib/build.ts');
const { findChromium, installChromium, launchChromium } = await import('./lib/chromium.ts');
const { startServe } = await import('./lib/serve.ts');

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
const themes = ['light', 'dark'];
const shownFolder = '/home/lawyer/counsel-desk';
const passphrase = 'a passphrase for pictures';
const folder = path.join(root, 'docs', 'screenshots');

await buildStale();
if ((findChromium() ?? installChromium()) === null) {
  console.error('No Chromium was found; set CHROMIUM_PATH.');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const scratch = mkdtempSync(path.join(tmpdir(), 'counsel-desk-pictures-'));
const host = await startServe(['--workspace', path.join(scratch, 'workspace')]);
const { origin, hash } = new URL(host.url);
const token = hash.slice('#token='.length);
const browser = await launchChromium();
try {
  await pictures('welcome', '#/');
  const screens = await prepareSample();
  for (const [name, address, prepare] of screens) await pictures(name, address, prepare);
  await call('workspace.lock', {});
  await pictures('locked', '#/');
} finally {
  await browser.close();
  host.child.kill('SIGTERM');
  await once(host.child, 'exit');
  rmSync(scratch, { recursive: true, force: true });
}

/** One screen in every size and theme. */
async function pictures(name, address, prepare) {
  for (const viewport of sizes)
    for (const theme of themes) {
      const context = await browser.newContext({ viewport, locale: 'zh-CN', colorScheme: theme });
      const page = await context.newPage();
      await page.goto(host.url);
      await page.evaluate((hash) => {
        location.hash = hash;
      }, address);
      await settle(page);
      if (prepare !== undefined) {
        await prepare(page);
        await settle(page);
      }
      await page.evaluate(nameFolder, [scratch, shownFolder]);
      await page.screenshot({ path: path.join(folder, `${name}-${viewport.width}-${theme}.png`) });
      await context.close();
    }
  console.log(name);
}

/** The pictures do not say on whose machine they were taken. Runs in the page. */
function nameFolder([folder, shown]) {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node.data.includes(folder)) node.data = node.data.replaceAll(folder, shown);
}

/** Waits until the page neither loads nor draws: two pictures in a row are the same. */
async function settle(page) {
  let before = Buffer.alloc(0);
  for (let round = 0; round < 20; round++) {
    await page.waitForTimeout(250);
    const now = await page.screenshot({ animations: 'disabled' });
    if (round > 1 && now.equals(before)) return;
    before = now;
  }
}

/** The sample project as it ships, and a draft of its memo. */
async function prepareSample() {
  const fields = { name: '示例工作库', person: '承办律师', passphrase };
  await call('workspace.create', fields);
  const { projectId } = await call('project.openSample', { commandId: 'sample', jobId: 'sample' });
  await call('memo.write', {
    commandId: 'memo',
    projectId,
    isDraft: true,
    acknowledged: (await call('memo.preview', { projectId })).checks.map(({ code }) => code),
  });
  const draftId = await beginChecklist();
  const project = `#/project/${projectId}`;
  const review = await reviewAddresses(projectId);
  return [
    ['projects', '#/projects'],
    ['overview', `${project}/overview`],
    ['documents', `${project}/documents`],
    ['review-pdf', `${project}/review?${review.pdf}`],
    ['review-docx', `${project}/review?${review.docx}`],
    ['findings', `${project}/findings`],
    ['memo', `${project}/memo`],
    ['library', '#/library'],
    ['draft', `#/library/draft/${draftId}`],
    ['statutes', '#/library/statutes?law=CSL'],
    ['impact', '#/library/impact?law=CSL'],
    ['settings', '#/settings'],
    ['palette', `${project}/review?${review.pdf}`, (page) => page.keyboard.press('Control+K')],
    ['shortcuts', `${project}/review?${review.pdf}`, (page) => page.keyboard.press('?')],
    ['components', '#/development'],
  ];
}

/** A checklist being written. */
async function beginChecklist() {
  const versions = await call('checklist.versions', {});
  const { id } = await call('checklist.begin', {
    commandId: 'draft',
    kind: 'copy',
    versionId: versions.find(({ checklistId }) => checklistId === 'cl-pi').id,
    titleZh: '个人信息保护（区级简表）',
  });
  return id;
}

/** An item with evidence in a PDF and one with evidence in a DOCX. */
async function reviewAddresses(projectId) {
  const documents = await call('document.list', { projectId });
  const kindOf = new Map(documents.flatMap((d) => d.versions.map((v) => [v.id, v.kind])));
  const addresses = { pdf: '', docx: '' };
  for (const { itemId } of await call('review.rows', { projectId })) {
    const { evidence } = await call('review.item', { projectId, itemId });
    for (const { id, anchor } of evidence)
      addresses[kindOf.get(anchor.versionId)] ||= new URLSearchParams({
        item: itemId,
        version: anchor.versionId,
        evidence: id,
      }).toString();
  }
  return addresses;
}

async function call(channel, input) {
  const response = await fetch(`${origin}/rpc/${channel}`, {
    method: 'POST',
    headers: { 'x-token': token },
    body: JSON.stringify(input),
  });
  const reply = await response.json();
  if (!reply.ok) throw new Error(`${channel}: ${JSON.stringify(reply.error)}`);
  return reply.value;
}
