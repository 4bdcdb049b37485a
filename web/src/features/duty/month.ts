import { day } from '@/shared/format';
import type { RosterShift } from './types';

const DAY = 86_400_000;

/** The days of a month, `2026-03`, in weeks from Monday; null before the first and after the last. */
export function daysOf(month: string): (string | null)[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  const days: (string | null)[] = Array.from({ length: before }, () => null);
  for (let n = 1; n <= count; n++) days.push(`${month}-${String(n).padStart(2, '0')}`);
  while (days.length % 7 !== 0) days.push(null);
  return days;
}

/** A month so many months on. */
export function shifted(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** The first instant of a month in Shanghai. */
export const begins = (month: string): string => new Date(`${month}-01T00:00:00+08:00`).toISOString();

/** The shifts that touch a day in Shanghai. */
export function touching(shifts: RosterShift[], date: string): RosterShift[] {
  const from = new Date(`${date}T00:00:00+08:00`).getTime();
  return shifts.filter((shift) => new Date(shift.from).getTime() < from + DAY && new Date(shift.to).getTime() > from);
}

export const thisMonth = (): string => day(new Date()).slice(0, 7);
