import { expect, it } from 'vitest';
import type { CalendarDay } from '@/shared/api/types';
import { byMonth, layOut, outcomeOf, together } from './calendar';

const on = (day: string, counts: Partial<CalendarDay> = {}): CalendarDay => ({
  day,
  kept: 0,
  late: 0,
  missed: 0,
  upcoming: 0,
  ...counts,
});

it('puts Monday first and starts a column with every week', () => {
  const layout = layOut('2026-02-13', '2026-02-16', []);

  expect(layout.cells.map((cell) => [cell.day, cell.week, cell.weekday])).toEqual([
    ['2026-02-13', 0, 4],
    ['2026-02-14', 0, 5],
    ['2026-02-15', 0, 6],
    ['2026-02-16', 1, 0],
  ]);
  expect(layout.weeks).toBe(2);
});

it('shows every day of a leap year once', () => {
  const layout = layOut('2024-01-01', '2024-12-31', []);

  expect(layout.cells).toHaveLength(366);
  expect(new Set(layout.cells.map((cell) => cell.day)).size).toBe(366);
  expect(new Set(layout.cells.map((cell) => `${cell.week}/${cell.weekday}`)).size).toBe(366);
  expect(layout.months.map((mark) => mark.month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});

it('leaves out the mark of a month that only has its last days, so that marks do not collide', () => {
  expect(layOut('2025-09-25', '2025-12-31', []).months.map((mark) => mark.month)).toEqual([10, 11, 12]);
});

it('shows nothing for a term that is unknown or turned round', () => {
  expect(layOut('', '2026-01-01', []).cells).toEqual([]);
  expect(layOut('2026-01-02', '2026-01-01', []).cells).toEqual([]);
});

it('judges a day by the worst that happened', () => {
  expect(outcomeOf(on('d', { kept: 9, late: 1, missed: 1 }))).toBe('missed');
  expect(outcomeOf(on('d', { kept: 9, late: 1 }))).toBe('late');
  expect(outcomeOf(on('d', { kept: 1, upcoming: 4 }))).toBe('kept');
  expect(outcomeOf(on('d', { upcoming: 4 }))).toBe('upcoming');
  expect(outcomeOf(on('d'))).toBe('none');
});

it('adds days up by month and over contracts', () => {
  const sum = together([
    [on('2026-01-31', { kept: 1 }), on('2026-02-01', { late: 1 })],
    [on('2026-01-31', { kept: 2, missed: 1 })],
  ]);

  expect(sum[0]).toEqual(on('2026-01-31', { kept: 3, missed: 1 }));
  expect(byMonth(sum).map((month) => month.day)).toEqual(['2026-01', '2026-02']);
});
