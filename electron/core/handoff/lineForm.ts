import type { ChangeLine } from '#shared/domain/handoff/handoff.ts';

const keys = 14;
const dashedId = /^[0-9A-Za-z]+(?:-[0-9A-Za-z]+)+$/;
const name = /^[A-Za-z][A-Za-z0-9]*$/;
const sha256 = /^[0-9a-f]{64}$/;

/**
 * Whether a parsed line surely has the form that the schema `ChangeLine` asks for: true only where the schema would accept
 * it and change nothing. False says nothing: the schema decides. A package has very many lines, nearly all of this form, and
 * nearly all name as `prev` the hash of the line before: `lastHash`, which has been checked.
 */
export function hasLineForm(raw: unknown, lastHash: string): raw is ChangeLine {
  if (typeof raw !== 'object' || raw === null) return false;
  const line = raw as Readonly<Record<string, unknown>>; // every property is checked below
  return (
    isId(line['project']) &&
    isId(line['device']) &&
    isCount(line['seq']) &&
    isText(line['hlc'], 0, 120) &&
    isVector(line['seen']) &&
    isText(line['actor'], 0, 200) &&
    isText(line['commandId'], 1, 300) &&
    isText(line['command'], 1, 100) &&
    isName(line['entity']) &&
    isText(line['entityId'], 1, 300) &&
    isName(line['field']) &&
    isSimple(line['value']) &&
    (line['prev'] === lastHash || isHash(line['prev'])) &&
    isHash(line['hash']) &&
    Object.keys(line).length === keys
  );
}

function isText(value: unknown, least: number, most: number): value is string {
  return typeof value === 'string' && value.length >= least && value.length <= most;
}

function isId(value: unknown): boolean {
  return isText(value, 3, 64) && dashedId.test(value);
}

function isName(value: unknown): boolean {
  return isText(value, 1, 60) && name.test(value);
}

function isHash(value: unknown): boolean {
  return isText(value, 64, 64) && sha256.test(value);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function isVector(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([device, seq]) => isId(device) && isCount(seq));
}

/** Lists and objects are left to the schema, which may leave out keys of theirs. */
function isSimple(value: unknown): boolean {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  );
}
