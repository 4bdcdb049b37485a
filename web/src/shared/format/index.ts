import type { Language } from '@/shared/i18n';

/** All times are shown where the work is done, not where the reader sits. */
export const zone = 'Asia/Shanghai';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: zone, ...options });
    formats.set(key, found);
  }
  return found;
}

type Moment = string | number | Date | null | undefined;

function parts(moment: Moment): Record<string, string> | null {
  if (moment === null || moment === undefined || moment === '') return null;
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return null;
  const found: Record<string, string> = {};
  for (const part of formatter('zh', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(date)) {
    found[part.type] = part.value;
  }
  return found;
}

/** `2026-02-13`, the day in Shanghai; a plain date stays as it is. */
export function day(moment: Moment): string {
  if (typeof moment === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(moment)) return moment;
  const p = parts(moment);
  return p ? `${p['year']}-${p['month']}-${p['day']}` : '—';
}

/** `2026-02-13 17:30` in Shanghai. */
export function time(moment: Moment): string {
  const p = parts(moment);
  return p ? `${p['year']}-${p['month']}-${p['day']} ${p['hour']}:${p['minute']}` : '—';
}

/** `2026-02-13 17:30:05` in Shanghai. */
export function timeToSecond(moment: Moment): string {
  const p = parts(moment);
  return p ? `${time(moment)}:${p['second']}` : '—';
}

/** The last day of a half-open window, told as people tell it. */
export function lastDay(until: Moment): string {
  if (until === null || until === undefined || until === '') return '—';
  return day(new Date(new Date(until).getTime() - 1));
}

/** A window of whole days as `2026-01-01 – 2026-03-31`; one day stands alone. */
export function window(from: Moment, until: Moment): string {
  const first = day(from);
  const last = lastDay(until);
  return first === last ? first : `${first} – ${last}`;
}

/** `1,495,000.00` with the currency's sign. Exact: works on the decimal text, not on a float. */
export function money(amount: string | number | null | undefined, currency = 'CNY'): string {
  if (amount === null || amount === undefined || amount === '') return '—';
  const written = typeof amount === 'number' ? amount.toFixed(2) : amount;
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(written);
  if (!match) return written;
  const [, sign = '', whole = '0', fraction = ''] = match;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const mark = currency === 'CNY' ? '¥' : `${currency} `;
  return `${sign}${mark}${grouped}.${fraction.padEnd(2, '0')}`;
}

/** The exact sum of decimal amounts with at most two places; what is unknown does not count. */
export function sum(amounts: (string | null)[]): string {
  let cents = 0n;
  for (const amount of amounts) {
    const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(amount ?? '');
    if (!match) continue;
    const [, sign = '', whole = '0', fraction = ''] = match;
    const value = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'));
    cents += sign ? -value : value;
  }
  const size = cents < 0n ? -cents : cents;
  return `${cents < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

/** A fraction as per cent or per mille, whichever reads better: `0.0005` → `0.5‰`. */
export function rate(fraction: string | number | null | undefined): string {
  if (fraction === null || fraction === undefined || fraction === '') return '—';
  const value = Number(fraction);
  if (!Number.isFinite(value)) return String(fraction);
  const round = (n: number) => String(Number(n.toPrecision(10)));
  return value !== 0 && Math.abs(value) < 0.01 ? `${round(value * 1000)}‰` : `${round(value * 100)}%`;
}

/** Seconds as `2 天 03:04:05` or `03:04:05`. */
export function countdown(seconds: number, language: Language): string {
  const whole = Math.abs(Math.trunc(seconds));
  const two = (n: number) => String(n).padStart(2, '0');
  const days = Math.floor(whole / 86_400);
  const clock = `${two(Math.floor(whole / 3600) % 24)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  if (days === 0) return clock;
  return language === 'zh' ? `${days} 天 ${clock}` : `${days} d ${clock}`;
}

const units: Record<Language, Record<string, [string, string]>> = {
  zh: { Y: ['年', '年'], M: ['个月', '个月'], W: ['周', '周'], D: ['天', '天'], H: ['小时', '小时'], m: ['分钟', '分钟'], S: ['秒', '秒'] },
  en: { Y: ['year', 'years'], M: ['month', 'months'], W: ['week', 'weeks'], D: ['day', 'days'], H: ['hour', 'hours'], m: ['minute', 'minutes'], S: ['second', 'seconds'] },
};

/** An ISO 8601 period or duration in words: `P6M`, `PT2H`, `P1DT12H`. */
export function period(iso: string | null | undefined, language: Language): string {
  if (!iso) return '—';
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(iso);
  if (!match) return iso;
  const said = ['Y', 'M', 'W', 'D', 'H', 'm', 'S'].flatMap((unit, index) => {
    const count = match[index + 1];
    const names = units[language][unit];
    return count && names ? [`${count} ${count === '1' ? names[0] : names[1]}`] : [];
  });
  return said.length > 0 ? said.join(' ') : iso;
}

/** A file's size for people. */
export function bytes(size: number | null | undefined): string {
  if (size === null || size === undefined) return '—';
  if (size < 1024) return `${size} B`;
  if (size < 1024 * 1024) return `${(size / 1024).toFixed(1)} KB`;
  return `${(size / 1024 / 1024).toFixed(1)} MB`;
}

/** The beginning of a digest, enough to compare by eye. */
export const shortDigest = (digest: string | null | undefined): string => (digest ? digest.slice(0, 12) : '—');

/** Of what engines say in two lines, Chinese then English, the line in the reader's language; anything else whole. */
export function inLanguage(said: string | null, language: Language): string | null {
  const lines = said?.split('\n') ?? [];
  return lines.length === 2 ? (lines[language === 'zh' ? 0 : 1] ?? null) : said;
}
