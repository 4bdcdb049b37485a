import { describe, expect, it } from 'vitest';
import { begins, daysOf, shifted, touching } from './month';
import type { RosterShift } from './types';

describe('the month of a roster', () => {
  it('begins on Mondays and holds whole weeks', () => {
    const days = daysOf('2026-02');
    expect(days.length % 7).toBe(0);
    expect(days.indexOf('2026-02-01')).toBe(6);
    expect(days.filter(Boolean)).toHaveLength(28);
  });

  it('goes over the year', () => {
    expect(shifted('2026-12', 1)).toBe('2027-01');
    expect(shifted('2026-01', -1)).toBe('2025-12');
    expect(begins('2026-01')).toBe('2025-12-31T16:00:00.000Z');
  });

  it('shows a shift on every day that it touches in Shanghai, and on no other', () => {
    const shift: RosterShift = { rosterId: 'r', roster: 'r', from: '2026-01-01T16:00:00Z', to: '2026-01-02T16:00:00Z', people: [], gap: null, hindered: null };
    expect(touching([shift], '2026-01-01')).toHaveLength(0);
    expect(touching([shift], '2026-01-02')).toHaveLength(1);
    expect(touching([shift], '2026-01-03')).toHaveLength(0);
  });
});
