import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  fileSeal,
  itemHash,
  type Json,
  listHash,
  resealed,
  sha256,
  signalsHash,
} from '../../../electron/core/library/seal.ts';

const item = { id: 'x', title: '题', hash: '', signals: { headings: [] }, signalsHash: '' };

describe('canonicalJson', () => {
  it('orders keys and leaves lists as they are', () => {
    expect(canonicalJson({ b: [2, 1], a: { d: null, c: '文"' } })).toBe(
      '{"a":{"c":"文\\"","d":null},"b":[2,1]}',
    );
  });

  it('says the same as JSON, whatever the order of the keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const json = value as Json; // fast-check types JSON values as unknown
        expect(JSON.parse(canonicalJson(json))).toEqual(JSON.parse(JSON.stringify(json)));
      }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (record) => {
        const turned = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson({ ...record }));
      }),
    );
  });
});

describe('hashes', () => {
  it('are SHA-256 of UTF-8', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('tell a changed word from a changed signal', () => {
    const reworded = { ...item, title: '题目' };
    const retuned = { ...item, signals: { headings: ['安全'] } };
    expect(itemHash(reworded)).not.toBe(itemHash(item));
    expect(signalsHash(reworded)).toBe(signalsHash(item));
    expect(itemHash(retuned)).toBe(itemHash(item));
    expect(signalsHash(retuned)).not.toBe(signalsHash(item));
  });

  it('do not depend on what the file says they are', () => {
    expect(itemHash({ ...item, hash: 'other', signalsHash: 'other' })).toBe(itemHash(item));
  });

  it('of a list depend on the order of its items', () => {
    expect(listHash(['a', 'b'])).not.toBe(listHash(['b', 'a']));
    expect(listHash(['a', 'b'])).not.toBe(listHash(['ab']));
  });

  it('are all set by resealing, which changes nothing the second time', () => {
    const sealed = resealed({ id: 'cl-x', hash: '', items: [item], seal: '' });
    expect(sealed).toEqual({
      id: 'cl-x',
      hash: listHash([itemHash(item)]),
      items: [{ ...item, hash: itemHash(item), signalsHash: signalsHash(item) }],
      seal: fileSeal(sealed),
    });
    expect(resealed(sealed)).toEqual(sealed);
  });
});
