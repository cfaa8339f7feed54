/** UUID version 7 (RFC 9562): time-ordered, so that rows sort by age. `random` are 10 bytes. */
export function uuidV7(nowMs: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  let millis = nowMs;
  for (let i = 5; i >= 0; i -= 1) {
    bytes[i] = millis % 256;
    millis = Math.floor(millis / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
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
