import { expect, it } from 'vitest';
import { lastMonth, periodOf } from './month';

it('names the month before, by the day in Shanghai', () => {
  expect(lastMonth(Date.parse('2026-03-15T00:00:00Z'))).toBe('2026-02');
  expect(lastMonth(Date.parse('2026-01-01T00:00:00Z'))).toBe('2025-12');
  expect(lastMonth(Date.parse('2026-02-28T16:00:00Z'))).toBe('2026-02');
});

it('names the period of a report that has the month in it', () => {
  expect(periodOf('monthly', '2026-05')).toBe('2026-05');
  expect(periodOf('quarterly', '2026-03')).toBe('2026-Q1');
  expect(periodOf('quarterly', '2026-10')).toBe('2026-Q4');
  expect(periodOf('annual', '2026-10')).toBe('2026');
});
