/** Hybrid logical clock: wall time that never runs backwards, a counter within one millisecond, and the device. */
export interface Hlc {
  readonly millis: number;
  readonly counter: number;
  readonly device: string;
}

/** `<millis base36, 9 digits>-<counter hex, 5 digits>-<device>`; sorts as a plain string. */
export function encodeHlc(stamp: Hlc): string {
  const millis = stamp.millis.toString(36).padStart(9, '0');
  const counter = stamp.counter.toString(16).padStart(5, '0');
  return `${millis}-${counter}-${stamp.device}`;
}

/** Reads a stamp; null when the text is none. */
export function decodeHlc(text: string): Hlc | null {
  const match = /^([0-9a-z]{9})-([0-9a-f]{5})-(.+)$/.exec(text);
  if (!match) return null;
  const [, millis = '', counter = '', device = ''] = match;
  return { millis: Number.parseInt(millis, 36), counter: Number.parseInt(counter, 16), device };
}

const prefix = /^[0-9a-z]{9}-[0-9a-f]{5}-/;

let lastLimit = { millis: 0, text: '000000000' };

/** Asked for each of very many stamps, always with the same limit. */
function limitTextOf(millis: number): string {
  if (lastLimit.millis !== millis) {
    lastLimit = { millis, text: millis.toString(36).padStart(9, '0') };
  }
  return lastLimit.text;
}

/** Whether the text is a stamp of this device from before `limitMs`; as `decodeHlc` would say, without reading it out. */
export function isStampOf(device: string, text: string, limitMs: number): boolean {
  return (
    text.length === 16 + device.length &&
    text.endsWith(device) &&
    prefix.test(text) &&
    text < limitTextOf(limitMs)
  );
}

/** The next stamp of a device: later than `last` even when the wall clock went back. */
export function tick(last: Hlc, nowMs: number): Hlc {
  if (nowMs > last.millis) return { millis: nowMs, counter: 0, device: last.device };
  if (last.counter < 0xfffff) return { ...last, counter: last.counter + 1 };
  return { millis: last.millis + 1, counter: 0, device: last.device };
}
