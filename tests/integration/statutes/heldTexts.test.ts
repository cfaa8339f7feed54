import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseCitation } from '#shared/domain/law/citation.ts';
import { fold } from '#shared/domain/text/fold.ts';
import type { StatuteLine } from '#shared/domain/law/statuteReport.ts';
import { addProject, type DeskCore, openWorkspace } from '../../helpers/deskCore.ts';
import { loadLibrary } from '../../../electron/core/library/library.ts';
import { resourcesDir, sharedFolder } from '../library/resources.ts';
import { importTexts } from './statuteFiles.ts';

const statutes = sharedFolder('statutes');
const labelled = join(sharedFolder('labelled'), 'dev');
const library = loadLibrary(resourcesDir);

/** Counts of the README that are those of the script that wrote it, which cannot read numbers over a thousand. */
const miscounted: Readonly<Record<string, number>> = {
  '33_民法典_人格权编.md': 51,
  '34_民法典_侵权责任编.md': 95,
};

const Project = z.object({
  documents: z.array(z.object({ id: z.string(), file: z.string() })),
  staleCitations: z.array(z.object({ document: z.string(), quote: z.string() })),
  currentCitations: z.array(z.object({ document: z.string(), quote: z.string() })),
});

// The test texts lie beside the checkout on the machines of the maintainers only.
describe.skipIf(!existsSync(statutes))(
  'with all test texts (skipped without ../shared/statutes)',
  () => {
    let desk: DeskCore;
    let lines: StatuteLine[];
    beforeAll(async () => {
      desk = await openWorkspace();
      lines = await importTexts(desk, { kind: 'path', path: statutes });
    });
    afterAll(async () => {
      await desk.core.close();
    });

    it('every text imports with the number of articles that its README gives', () => {
      const rows = readFileSync(join(statutes, 'README.md'), 'utf8').matchAll(
        /^\| (\S+\.md) \| (\d+) \|/gmu,
      );
      const expected = new Map(
        [...rows].map(([, file = '', count]) => [file, miscounted[file] ?? Number(count)]),
      );
      const added = lines.filter(({ status }) => status === 'added');
      expect(
        new Map(added.map(({ path, articles }) => [path.split('/').at(-1), articles])),
      ).toEqual(expected);
      expect(
        lines.filter(({ status }) => status !== 'added').map(({ path }) => path.split('/').at(-1)),
      ).toEqual(['README.md']);
    });

    it('every verified citation of the bundled lists resolves in its text, to the paragraph and item given', async () => {
      const bases = [...library.items.values()]
        .flatMap((item) => item.basis)
        .filter(({ verified }) => verified);
      const failed: unknown[] = [];
      for (const { cite, code, article, paragraph, item, keyword, lawVersion } of bases) {
        const [found] = await desk.call('citation.parse', { text: cite });
        const wanted = {
          kind: 'resolved',
          lawCode: code,
          article,
          paragraph,
          item,
          version: lawVersion,
        };
        const isRight =
          found !== undefined &&
          Object.entries(wanted).every(
            ([key, value]) => found[key as keyof typeof found] === value,
          ); // keys of `wanted` are those of ParsedCitation
        // 款 of a text that lost its paragraphs cannot be counted; its article can.
        const words = keyword === null ? '' : fold(keyword).text;
        const holds =
          found?.against === 'range'
            ? code === 'M87'
            : fold(found?.text ?? '').text.includes(words);
        if (!isRight || !holds) failed.push({ cite, keyword, found });
      }
      expect(bases.length).toBeGreaterThan(200);
      expect(failed).toEqual([]);
    });

    it('the step of 网络安全法 from 2016 to 2025 touches exactly what the renumbering map says', async () => {
      const projectId = await addProject(desk);
      const pinned = (number: string) => ({
        code: 'CSL',
        cite: `《网络安全法》${number}`,
        lawVersion: '2016-11-07',
        verified: true,
      });
      await desk.call('finding.add', {
        commandId: desk.id(),
        projectId,
        itemId: 'csl-mlps-grading',
        fields: { citations: [pinned('第一条'), pinned('第二十一条'), pinned('第六十四条')] },
      });
      const [impact] = await desk.call('statute.impact', { law: '网络安全法' });
      const map = library.renumbering.laws.find(({ code }) => code === 'CSL')?.articles ?? [];
      const touched = new Set(map.filter(({ kind }) => kind !== 'same').flatMap(({ to }) => to));
      const citing = [...library.items.values()].filter(
        ({ basis, penalty }) =>
          basis.some(
            ({ code, article }) => code === 'CSL' && article !== null && touched.has(article),
          ) ||
          penalty.cites.some((cite) => {
            const parsed = parseCitation(cite);
            return parsed?.title === '网络安全法' && touched.has(parsed.article ?? 0);
          }),
      );
      const items = impact?.entries.filter(({ kind }) => kind === 'item') ?? [];
      expect(new Set(items.map(({ id }) => id))).toEqual(new Set(citing.map(({ id }) => id)));
      expect(items.every(({ isOutdated, change }) => !isOutdated && change.newText !== null)).toBe(
        true,
      );
      const findings = impact?.entries.filter(({ kind }) => kind === 'finding') ?? [];
      expect(findings.map(({ cite, current, change }) => [cite, change.kind, current])).toEqual([
        ['《网络安全法》第二十一条', 'moved', '《网络安全法》第二十三条'],
        ['《网络安全法》第六十四条', 'changed', '《网络安全法》第七十一条'],
      ]);
    });

    it('comparing both texts by their words agrees with the map on every article’s fate', async () => {
      const { compareStatutes } = await import('#shared/domain/law/statuteCompare.ts');
      const versions = (await desk.call('statute.list', {})).filter(
        ({ lawCode }) => lawCode === 'CSL',
      );
      const [older, newer] = await Promise.all(
        versions.map(({ id }) => desk.call('statute.articles', { versionId: id })),
      );
      const found = compareStatutes(older?.articles ?? [], newer?.articles ?? []);
      const map = library.renumbering.laws[0]?.articles ?? [];
      const fates = (
        list: readonly { from: number | null; to: readonly number[]; kind: string }[],
      ) =>
        list
          .map(({ from, to, kind }) => (from === null ? `new ${to.join()}` : `${from} ${kind}`))
          .sort();
      expect(fates(found)).toEqual(fates(map));
      // Two penalty clauses were reduced to a reference; their few common words do not lead there.
      const elsewhere = map.filter((one) => {
        const own = found.find(({ from }) => from === one.from && from !== null);
        return own !== undefined && own.to.join() !== one.to.join();
      });
      expect(elsewhere.map(({ from }) => from)).toEqual([64, 66]);
    });

    describe.skipIf(!existsSync(labelled))(
      'the labelled documents (skipped without ../shared/labelled)',
      () => {
        const projects = existsSync(labelled) ? readdirSync(labelled) : [];

        it.each(projects)('%s: every stale citation is found, no valid one is', async (name) => {
          const project = Project.parse(
            JSON.parse(readFileSync(join(labelled, name, 'project.json'), 'utf8')),
          );
          const projectId = await addProject(desk);
          const missed: string[] = [];
          const alarms: string[] = [];
          for (const document of project.documents) {
            const { files } = await desk.call('document.intake', {
              commandId: desk.id(),
              jobId: desk.id(),
              projectId,
              sources: [desk.token({ kind: 'path', path: join(labelled, name, document.file) })],
              type: null,
              supersedes: null,
            });
            const { citations } = await desk.call('citation.check', {
              versionId: files[0]?.versionId ?? '',
            });
            const flagged = citations
              .filter(({ status }) => status !== 'ok')
              .map(({ quote }) => fold(quote).text);
            const stale = project.staleCitations
              .filter((one) => one.document === document.id)
              .map(({ quote }) => fold(quote).text);
            const touches = (a: string, b: string): boolean => a.includes(b) || b.includes(a);
            missed.push(...stale.filter((quote) => !flagged.some((one) => touches(one, quote))));
            alarms.push(...flagged.filter((quote) => !stale.some((one) => touches(one, quote))));
          }
          expect({ missed, alarms }).toEqual({ missed: [], alarms: [] });
        });
      },
    );
  },
);
