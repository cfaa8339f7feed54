const dayMs = 86_400_000;
/** Day 0 of the two calendars; the older counts a 29 February 1900 that never was. */
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);
const lastSerial = 2_958_466; // 31 December 9999

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 for Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Whole hours, minutes and seconds since day 0, for `[h]:mm`. */
  readonly elapsedSeconds: number;
}

/** The date that a spreadsheet's number stands for, null when it is none. */
export function datePartsOf(serial: number, is1904: boolean): DateParts | null {
  if (!(serial >= 0) || serial >= lastSerial) return null;
  const seconds = Math.round(serial * 86_400);
  // Before March 1900 the calendar of 1900 is a day behind.
  const shift = !is1904 && serial < 60 ? 1 : 0;
  const days = Math.floor(seconds / 86_400);
  const date = new Date((is1904 ? epoch1904 : epoch1900) + (days + shift) * dayMs);
  const rest = seconds % 86_400;
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: Math.floor(rest / 3_600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    elapsedSeconds: seconds,
  };
}
