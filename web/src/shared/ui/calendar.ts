import type { CalendarDay } from '@/shared/api/types';

export interface Cell {
  day: string;
  /** Column: weeks since the first Monday shown. */
  week: number;
  /** Row: Monday 0 to Sunday 6. */
  weekday: number;
  counts: CalendarDay | null;
  /** What the day comes to: the worst thing that happened on it. */
  outcome: 'missed' | 'late' | 'kept' | 'upcoming' | 'none';
}

export interface MonthMark {
  /** 1 to 12. */
  month: number;
  year: number;
  week: number;
}

export interface CalendarLayout {
  weeks: number;
  cells: Cell[];
  months: MonthMark[];
}

const dayMs = 86_400_000;
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const weekdayOf = (ms: number) => (new Date(ms).getUTCDay() + 6) % 7;

export function outcomeOf(counts: CalendarDay | null | undefined): Cell['outcome'] {
  if (!counts) return 'none';
  if (counts.missed > 0) return 'missed';
  if (counts.late > 0) return 'late';
  if (counts.kept > 0) return 'kept';
  return counts.upcoming > 0 ? 'upcoming' : 'none';
}

/** Lays the days from `from` to `to`, both included, out in columns of weeks that begin on Monday. */
export function layOut(from: string, to: string, days: CalendarDay[]): CalendarLayout {
  const first = utc(from);
  const last = utc(to);
  if (Number.isNaN(first) || Number.isNaN(last) || last < first) return { weeks: 0, cells: [], months: [] };
  const byDay = new Map(days.map((entry) => [entry.day, entry]));
  const monday = first - weekdayOf(first) * dayMs;
  const cells: Cell[] = [];
  const months: MonthMark[] = [];
  for (let at = first; at <= last; at += dayMs) {
    const day = iso(at);
    const week = Math.floor((at - monday) / (7 * dayMs));
    const counts = byDay.get(day) ?? null;
    cells.push({ day, week, weekday: weekdayOf(at), counts, outcome: outcomeOf(counts) });
    if (day.endsWith('-01') || at === first) {
      months.push({ month: Number(day.slice(5, 7)), year: Number(day.slice(0, 4)), week });
    }
  }
  const crowded = months[1] && months[0] && months[1].week - months[0].week < 3;
  return { weeks: (cells.at(-1)?.week ?? -1) + 1, cells, months: crowded ? months.slice(1) : months };
}

/** The sums by month, in order. */
export function byMonth(days: CalendarDay[]): CalendarDay[] {
  const sums = new Map<string, CalendarDay>();
  for (const entry of [...days].sort((a, b) => a.day.localeCompare(b.day))) {
    const month = entry.day.slice(0, 7);
    const sum = sums.get(month) ?? { day: month, kept: 0, late: 0, missed: 0, upcoming: 0 };
    sum.kept += entry.kept;
    sum.late += entry.late;
    sum.missed += entry.missed;
    sum.upcoming += entry.upcoming;
    sums.set(month, sum);
  }
  return [...sums.values()];
}

/** Adds up the days of several contracts. */
export function together(all: CalendarDay[][]): CalendarDay[] {
  const sums = new Map<string, CalendarDay>();
  for (const entry of all.flat()) {
    const sum = sums.get(entry.day) ?? { day: entry.day, kept: 0, late: 0, missed: 0, upcoming: 0 };
    sum.kept += entry.kept;
    sum.late += entry.late;
    sum.missed += entry.missed;
    sum.upcoming += entry.upcoming;
    sums.set(entry.day, sum);
  }
  return [...sums.values()].sort((a, b) => a.day.localeCompare(b.day));
}
