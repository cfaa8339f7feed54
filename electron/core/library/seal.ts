import { createHash } from 'node:crypto';

/** A value that JSON can hold. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** JSON with keys in code-unit order and no blanks (RFC 8785 for the values our files hold): equal content, equal text. */
export function canonicalJson(value: Json): string {
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
}

/** What our schemas gave is JSON; members that are undefined are left out. */
export function asJson(value: object): { readonly [key: string]: Json } {
  const json: Json = JSON.parse(JSON.stringify(value)) as Json; // JSON.parse gives nothing but JSON
  return isRecord(json) ? json : {};
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** SHA-256 (hex) of a text as UTF-8. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function without(
  value: Readonly<Record<string, Json>>,
  ...keys: readonly string[]
): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

/** Hash of an item's content: everything a lawyer reads, not the signals. */
export function itemHash(item: Readonly<Record<string, Json>>): string {
  return sha256(canonicalJson(without(item, 'hash', 'signals', 'signalsHash')));
}

/** Hash of an item's signals. */
export function signalsHash(item: Readonly<Record<string, Json>>): string {
  return sha256(canonicalJson(item['signals'] ?? null));
}

/** Hash of a checklist: over the hashes of its items in order. */
export function listHash(itemHashes: readonly string[]): string {
  return sha256(itemHashes.join('\n'));
}

/** Seal of a file: over all of it but the seal. */
export function fileSeal(file: Readonly<Record<string, Json>>): string {
  return sha256(canonicalJson(without(file, 'seal')));
}

/** The same file with every hash and its seal computed anew; for the maintainer who has edited it on purpose. */
export function resealed(file: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> {
  const items = file['items'];
  if (items === undefined || !isList(items)) return { ...file, seal: fileSeal(file) };
  const sealedItems = items.filter(isRecord).map((item) => ({
    ...item,
    hash: itemHash(item),
    signalsHash: signalsHash(item),
  }));
  const sealed = {
    ...file,
    hash: listHash(sealedItems.map((item) => item.hash)),
    items: sealedItems,
  };
  return { ...sealed, seal: fileSeal(sealed) };
}

/** Whether a JSON value is an object (not a list, not null). */
export function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return value !== null && typeof value === 'object' && !isList(value);
}
