import type { ExtractWarning } from '#shared/domain/text/text.ts';

type Code = ExtractWarning['code'];
const listed = 50;

/** Counts remarks by code and keeps the first fifty places of each. */
export class WarningLog {
  readonly #byCode = new Map<Code, { count: number; where: string[] }>();

  add(code: Code, where?: string, count = 1): void {
    const entry = this.#byCode.get(code) ?? { count: 0, where: [] };
    entry.count += count;
    if (where !== undefined && entry.where.length < listed && entry.where.at(-1) !== where) {
      entry.where.push(where);
    }
    this.#byCode.set(code, entry);
  }

  list(): ExtractWarning[] {
    return Array.from(this.#byCode, ([code, entry]) => ({ code, ...entry }));
  }
}

const bidiControl = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\u061C]/;

/** Whether text holds characters that can make it look other than it is. */
export function hasBidiControls(text: string): boolean {
  return bidiControl.test(text);
}
