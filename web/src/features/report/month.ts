import { day } from '@/shared/format';

/** The month before the one in which this instant lies, in Shanghai: `2026-01`. */
export function lastMonth(now: number): string {
  const [year = 1970, month = 1] = day(now).split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

/** The period of a kind of report that has this month in it: `2026-03`, `2026-Q1` or `2026`. */
export function periodOf(kind: string, month: string): string {
  const [year = '', number = '1'] = month.split('-');
  if (kind === 'annual') return year;
  return kind === 'quarterly' ? `${year}-Q${Math.ceil(Number(number) / 3)}` : month;
}
