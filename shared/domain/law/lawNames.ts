import { fold } from '../text/fold.ts';
import type { Instrument } from '../library/libraryFile.ts';
import { titleKey } from './statuteIdentity.ts';

/** A law that a citation can name. `code` is the catalogue's, null for a law known by its title alone. */
export interface NamedLaw {
  readonly code: string | null;
  readonly title: string;
  /** How a citation names it inside 《》. */
  readonly citeTitle: string;
  /** Range of article numbers as far as known. */
  readonly articles: readonly [number, number] | null;
  readonly isRepealed: boolean;
  /** What to cite in place of a repealed law. */
  readonly replacedBy: string | null;
}

/** A national law known by title: `resources/statutes/nationalLaws.json`. */
export interface KnownTitle {
  readonly title: string;
  readonly articles: number | null;
  readonly repealedOn: string | null;
  readonly replacedBy: string | null;
}

/** Every name by which laws are cited, and the laws that bear it. */
export class LawNames {
  readonly #byKey = new Map<string, NamedLaw[]>();
  readonly #unquoted = new Set<string>();

  constructor(instruments: readonly Instrument[], titles: readonly KnownTitle[]) {
    for (const one of instruments) {
      const law = lawOfInstrument(one);
      for (const name of [one.title, one.citeTitle, one.shortTitle, ...one.aliases])
        this.add(name, law);
    }
    for (const one of titles) this.#addTitle(one);
  }

  #addTitle({ title, articles, repealedOn, replacedBy }: KnownTitle): void {
    const own = this.#byKey.get(titleKey(title)) ?? [];
    // The catalogue knows it better, unless its entries are parts of this one.
    if (own.some((law) => titleKey(law.title) === titleKey(title))) return;
    const citeTitle = title.replace(/^中华人民共和国/u, '');
    const range = articles === null ? null : ([1, articles] as const);
    this.add(title, {
      code: null,
      title,
      citeTitle,
      articles: range,
      isRepealed: repealedOn !== null,
      replacedBy,
    });
  }

  /** Adds a name for a law, as a document's own 以下简称 does. */
  add(name: string, law: NamedLaw): void {
    const key = titleKey(name);
    if (key === '') return;
    const known = this.#byKey.get(key) ?? [];
    if (!known.some((one) => one.title === law.title)) this.#byKey.set(key, [...known, law]);
    const folded = fold(name).text;
    for (const form of [folded, key]) if (form.length >= 2) this.#unquoted.add(form);
  }

  copy(): LawNames {
    const made = new LawNames([], []);
    for (const [key, laws] of this.#byKey) made.#byKey.set(key, laws);
    for (const name of this.#unquoted) made.#unquoted.add(name);
    return made;
  }

  /** The laws that bear a name; several where it is the name of a code in parts, none where nobody knows it. */
  named(name: string): readonly NamedLaw[] {
    return this.#byKey.get(titleKey(name)) ?? [];
  }

  /** A regular expression's source for the names that may stand without 《》, longest first. */
  unquotedSource(): string {
    return [...this.#unquoted]
      .sort((a, b) => b.length - a.length)
      .map((name) => name.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'))
      .join('|');
  }
}

export function lawOfInstrument(one: Instrument): NamedLaw {
  return {
    code: one.code,
    title: one.title,
    citeTitle: one.citeTitle,
    articles: one.articles,
    isRepealed: one.status === 'repealed',
    replacedBy: null,
  };
}
