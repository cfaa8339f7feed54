import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { applicabilityOf, withImplied } from '#shared/domain/library/applicability.ts';
import { articleExists, parseCitation } from '#shared/domain/law/citation.ts';
import { loadLibrary } from '../../../electron/core/library/library.ts';
import { resourcesDir, sharedFolder } from './resources.ts';
import { readStatute, textAt } from './statuteText.ts';

const library = loadLibrary(resourcesDir);
const legal = sharedFolder('legal');
const statutes = sharedFolder('statutes');
const labelled = sharedFolder('labelled');
const hasLegal = existsSync(legal);
const hasStatutes = hasLegal && existsSync(statutes);
const hasLabelled = hasLegal && existsSync(labelled);

function read<S extends z.ZodType>(path: string, schema: S): z.output<S> {
  return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

const Id = z.object({ id: z.string() });
const Source = z.object({ items: z.array(Id.extend({ legacyIds: z.array(z.string()) })) });
const Texts = z.object({
  instruments: z.array(z.object({ code: z.string(), textFile: z.string().nullable() })),
});

it('every verified basis stands in an article of the current version', () => {
  const bases = [...library.items.values()].flatMap((item) => item.basis);
  const outside = bases.filter(({ code, article, verified }) => {
    const instrument = library.instruments.get(code);
    return verified && !(instrument && article && articleExists(instrument, article) === 'yes');
  });
  expect(outside).toEqual([]);
});

// The sources lie beside the checkout on the machines of the maintainers only.
describe.skipIf(!hasLegal)(
  'beside its sources (skipped without ../shared/legal), the library',
  () => {
    it('has every item, in the same order and lists', () => {
      const lists = z.object({ checklists: z.array(Id.extend({ items: z.array(z.string()) })) });
      const source = read(join(legal, 'checklists.json'), lists).checklists;
      expect(library.checklists.map(({ id, items }) => ({ id, items }))).toEqual(source);
      expect(library.items.size).toBe(154);
    });

    it('has every trait and instrument', () => {
      const traits = read(join(legal, 'traits.json'), z.object({ traits: z.array(Id) })).traits;
      expect(library.traits.map(({ id }) => id)).toEqual(traits.map(({ id }) => id));
      expect(library.traits).toHaveLength(41);
      const { instruments } = read(join(legal, 'statutes.json'), Texts);
      expect([...library.instruments.keys()]).toEqual(instruments.map(({ code }) => code));
      expect(library.instruments.size).toBe(100);
    });
  },
);

// Statute texts are test data and not part of the project.
describe.skipIf(!hasStatutes)('in the statutes (skipped without ../shared/statutes)', () => {
  const { instruments } = hasStatutes
    ? read(join(legal, 'statutes.json'), Texts)
    : { instruments: [] };
  const files = instruments.filter((one) => one.textFile !== null);
  const texts = new Map(
    files.map(({ code, textFile }) => [code, readStatute(join(statutes, textFile ?? ''))]),
  );

  it('the catalogue gives the articles that there are', () => {
    const wrong = files.filter(({ code }) => {
      const numbers = [...(texts.get(code)?.keys() ?? [])];
      const range = library.instruments.get(code)?.articles;
      return !range || Math.min(...numbers) !== range[0] || Math.max(...numbers) !== range[1];
    });
    expect(wrong).toEqual([]);
  });

  it('every verified basis has its words at its very place', () => {
    const missing = [...library.items.values()].flatMap((item) =>
      item.basis
        .filter((basis) => basis.verified)
        .filter((basis) => {
          const statute = texts.get(basis.code);
          const place = statute && textAt(statute, basis);
          return !place?.includes((basis.keyword ?? '').replaceAll(/\s/g, ''));
        })
        .map((basis) => `${item.id} ${basis.cite} ${basis.keyword ?? ''}`),
    );
    expect(missing).toEqual([]);
  });

  it('every penalty cited is there, paragraph and item', () => {
    const instrumentOf = (title: string, article: number) =>
      [...library.instruments.values()].find(
        (one) => one.citeTitle === title && articleExists(one, article) === 'yes',
      );
    const missing = [...library.items.values()].flatMap((item) =>
      item.penalty.cites.filter((cite) => {
        const place = parseCitation(cite);
        const code = place && instrumentOf(place.title, place.article ?? 0)?.code;
        const statute = texts.get(code ?? '');
        return !place || !statute || !textAt(statute, place);
      }),
    );
    expect(missing).toEqual([]);
  });

  it('an article is cited by its number alone only where it has one paragraph, or is meant whole', () => {
    const several = [...library.items.values()].flatMap((item) =>
      item.basis
        .filter(({ verified, paragraph, item: entry }) => verified && !paragraph && entry)
        .filter((basis) => (texts.get(basis.code)?.get(basis.article ?? 0)?.length ?? 0) > 1)
        .map((basis) => `${item.id} ${basis.cite}`),
    );
    expect(several).toEqual([]);
  });
});

/** Switches of the labelled projects by our trait; what they do not say stays unknown. */
const SWITCHES: Readonly<Record<string, string>> = {
  supplierIsSME: 'smeSupplier',
  guangdong: 'localGD',
  goods: 'hardwareSoftwareGoods',
  openTender: 'tender',
  electronicSeal: 'eSignature',
  automatedCollection: 'crawler',
  archive: 'electronicArchives',
};

/** Labels of the earlier list that ask for more than the law does; resources/CHANGES.md says why. */
const NARROWED = new Set([
  'A05', // 三同步 binds critical infrastructure and internet government applications only
  'S03', // adaptation has no basis in law; kept as a hint where goods are bought
]);

const LabelledProject = z.object({
  traits: z.record(z.string(), z.union([z.boolean(), z.number()])),
  labels: z.record(z.string(), z.unknown()),
});

function answersOf(project: z.output<typeof LabelledProject>): Record<string, boolean> {
  const { mlpsLevel, ...flags } = project.traits;
  const level = Number(mlpsLevel ?? 0);
  const answers: Record<string, boolean> = {
    mlpsLevel2Plus: level >= 2,
    mlpsLevel3Plus: level >= 3,
  };
  for (const [name, value] of Object.entries(flags))
    answers[SWITCHES[name] ?? name] = value === true;
  return withImplied(answers, library.traits);
}

// Labelled projects lie beside the checkout on the machines of the maintainers only.
describe.skipIf(!hasLabelled)('on labelled projects (skipped without ../shared/labelled)', () => {
  it.each(['d1-binhai-jiceng', 'd2-linjiang-yibao', 'd3-hailing-shuili'])(
    'no item that a lawyer judged is ruled out: %s',
    (name) => {
      const project = read(join(labelled, 'dev', name, 'project.json'), LabelledProject);
      const answers = answersOf(project);
      expect(Object.keys(answers).filter((id) => !library.cues.has(id))).toEqual([]);
      const { items } = read(join(legal, 'checklist.json'), Source);
      const labels = Object.keys(project.labels).filter((label) => !NARROWED.has(label));
      expect(labels.length).toBeGreaterThan(50);
      const ruledOut = labels.filter((label) =>
        items
          .filter(({ legacyIds }) => legacyIds.includes(label))
          .every(({ id }) => {
            const when = library.items.get(id)?.when ?? 'always';
            return applicabilityOf(when, answers).applies === 'no';
          }),
      );
      expect(ruledOut).toEqual([]);
    },
  );
});
