/**
 * UUIDs of version 7 (RFC 9562, method 1): time-ordered, and by a counter within one millisecond, so that rows sort in the
 * order in which they were made even when the clock stands still or goes back. `randomBytes` gives 8 bytes.
 */
export class IdMaker {
  readonly #nowMs: () => number;
  readonly #randomBytes: (length: number) => Uint8Array;
  #lastMs = 0;
  #sequence = 0;

  constructor(nowMs: () => number, randomBytes: (length: number) => Uint8Array) {
    this.#nowMs = nowMs;
    this.#randomBytes = randomBytes;
  }

  next(): string {
    const now = this.#nowMs();
    if (now > this.#lastMs) [this.#lastMs, this.#sequence] = [now, 0];
    else if (this.#sequence < 0xfff) this.#sequence += 1;
    else [this.#lastMs, this.#sequence] = [this.#lastMs + 1, 0];
    return uuidV7(this.#lastMs, this.#sequence, this.#randomBytes(8));
  }
}

/** `sequence` is 0–4095; `random` are 8 bytes. */
export function uuidV7(nowMs: number, sequence: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  let millis = nowMs;
  for (let i = 5; i >= 0; i -= 1) {
    bytes[i] = millis % 256;
    millis = Math.floor(millis / 256);
  }
  bytes[6] = 0x70 | (sequence >> 8);
  bytes[7] = sequence & 0xff;
  bytes.set(random.subarray(0, 8), 8);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Deterministic, so that two desks that assess the same item write to the same record. */
export function assessmentId(projectId: string, round: number, itemId: string): string {
  return `${projectId}/${round}/${itemId}`;
}

/** Deterministic for the same reason. */
export function traitAnswerId(projectId: string, traitId: string): string {
  return `${projectId}/${traitId}`;
}

/** Deterministic for the same reason. */
export function checklistPinId(projectId: string, checklistId: string): string {
  return `${projectId}/${checklistId}`;
}

/** Deterministic for the same reason. */
export function checklistUseId(projectId: string, seal: string): string {
  return `${projectId}/${seal}`;
}
