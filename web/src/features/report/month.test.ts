import { expect, it } from 'vitest';
import { lastMonth } from './month';

it('names the month before, by the day in Shanghai', () => {
  expect(lastMonth(Date.parse('2026-03-15T00:00:00Z'))).toBe('2026-02');
  expect(lastMonth(Date.parse('2026-01-01T00:00:00Z'))).toBe('2025-12');
  expect(lastMonth(Date.parse('2026-02-28T16:00:00Z'))).toBe('2026-02');
});
