import type { Language } from '#shared/i18n/catalogue.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options);
  formats.set(key, made);
  return made;
}

/** `10:42` */
export function formatTime(language: Language, time: number | string): string {
  return dateFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false }).format(
    new Date(time),
  );
}

/** A calendar day (`2026-11-30`) as `11月30日`, with the year when it is not the one given. */
export function formatDay(language: Language, day: string, thisYear: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return dateFormat(language, {
    ...(year !== thisYear && { year: 'numeric' }),
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
  }).format(new Date(year, month - 1, date));
}

/** A moment as day and time. */
export function formatMoment(language: Language, time: string): string {
  return dateFormat(language, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(time));
}

export function formatNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(language).format(value);
}

/** `12.4 MB`; binary units, as file managers show them. */
export function formatBytes(language: Language, sizeBytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let value = sizeBytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = value < 10 && unit > 0 ? 1 : 0;
  const figure = new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
  return `${figure} ${units[unit] ?? 'B'}`;
}

/** Days from `today` to `day`, both calendar days; negative when it has passed. */
export function daysUntil(day: string, today: Date): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const start = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  return Math.round((Date.UTC(year, month - 1, date) - start) / 86_400_000);
}
