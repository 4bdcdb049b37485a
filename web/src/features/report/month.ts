import { day } from '@/shared/format';

/** The month before the one in which this instant lies, in Shanghai: `2026-01`. */
export function lastMonth(now: number): string {
  const [year = 1970, month = 1] = day(now).split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}
