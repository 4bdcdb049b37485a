import { expect, it } from 'vitest';
import { dayBegins, dayEnds } from './days';

it('begins and ends a day in Shanghai, as instants', () => {
  expect(dayBegins('2026-03-01')).toBe('2026-02-28T16:00:00.000Z');
  expect(dayEnds('2026-02-28')).toBe('2026-02-28T16:00:00.000Z');
});

it('asks for nothing without a day', () => {
  expect(dayBegins(undefined)).toBeNull();
  expect(dayBegins('tomorrow')).toBeNull();
  expect(dayEnds('')).toBeNull();
});
