import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { defaultExtractLimits } from '#shared/domain/text/extractMessage.ts';
import { isPaged } from '#shared/domain/text/text.ts';
import { readDoc } from '../../../electron/workers/doc/readDoc.ts';
import { unlockWord } from '../../../electron/workers/lockedPackage/unlockWord.ts';
import { lockWord } from '../../fixtures/lockWord.ts';
import { makeDoc } from '../../fixtures/makeDoc.ts';

const texts = ['运行维护服务合同', '乙方应保存平台运行日志，保存期限为九十日。'];
const fixture = { body: texts.map((text) => ({ text })), footnotes: ['注：自验收之日起'] };

/** The texts, or the code of the failure. */
function read(bytes: Uint8Array, password?: string): unknown {
  try {
    const extraction = readDoc(
      bytes,
      'doc',
      defaultExtractLimits,
      password === undefined ? undefined : (streams) => unlockWord(streams, password),
    );
    return isPaged(extraction) ? [] : extraction.blocks.map((block) => block.text);
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

describe('a DOC with a password', () => {
  it.each(['rc4', 'cryptoapi-40', 'cryptoapi-128'] as const)('is read with it: %s', (scheme) => {
    const locked = lockWord(fixture, '密码 Aa-1', scheme);
    expect(read(locked)).toBe('file-encrypted');
    expect(read(locked, '密码 aa-1')).toBe('wrong-password');
    expect(read(locked, '密码 Aa-1')).toEqual(read(makeDoc(fixture)));
    expect(read(locked, '密码 Aa-1')).toEqual(expect.arrayContaining(texts));
  });

  it('names a way of locking that is not opened, and asks for no password', () => {
    expect(read(makeDoc({ ...fixture, flags: 0x8100 }))).toBe('lock-unsupported');
    expect(read(makeDoc({ ...fixture, flags: 0x0100, tableHeadBytes: 64 }), 'x')).toBe(
      'lock-unsupported',
    );
  });

  it('ends with a reason wherever it is cut', () => {
    const locked = lockWord(fixture, 'x', 'cryptoapi-128');
    for (const length of [520, 1024, 2048, 4096])
      expect(['file-damaged', 'wrong-password', 'lock-unsupported', 'file-unsupported']).toContain(
        read(locked.subarray(0, length), 'x'),
      );
  });
});
