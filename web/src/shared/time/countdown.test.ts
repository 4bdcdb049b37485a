import { expect, it } from 'vitest';
import type { TicketClock } from '@/shared/api/types';
import { serverTime } from './clock';
import { mostUrgent, remaining } from './countdown';

const opened = '2026-02-13T09:00:00Z';
const now = Date.parse('2026-02-13T10:00:00Z');
const clock = (parts: Partial<TicketClock>): TicketClock => ({
  kind: 'resolve',
  dueAt: '2026-02-13T13:00:00Z',
  state: 'running',
  remainingSeconds: 1,
  ...parts,
});

it('counts a running clock down to its due date, not from the stored remainder', () => {
  expect(remaining(clock({}), now, opened)).toEqual({ seconds: 3 * 3600, urgency: 'calm' });
});

it('warns in the last quarter of the limit', () => {
  const at = (moment: string) => remaining(clock({}), Date.parse(moment), opened).urgency;

  expect(at('2026-02-13T11:59:59Z')).toBe('calm');
  expect(at('2026-02-13T12:00:00Z')).toBe('soon');
  expect(at('2026-02-13T13:00:00Z')).toBe('over');
});

it('warns in the last half hour when it does not know the start', () => {
  expect(remaining(clock({ dueAt: '2026-02-13T10:30:00Z' }), now).urgency).toBe('soon');
  expect(remaining(clock({ dueAt: '2026-02-13T10:30:01Z' }), now).urgency).toBe('calm');
});

it('takes the limit itself where the server tells it', () => {
  const at = (moment: string) => remaining(clock({ limitSeconds: 4 * 3600 }), Date.parse(moment), opened).urgency;

  expect(at('2026-02-13T11:59:59Z')).toBe('calm');
  expect(at('2026-02-13T12:00:00Z')).toBe('soon');
});

it('freezes a paused and a met clock', () => {
  expect(remaining(clock({ state: 'paused', remainingSeconds: 77 }), now)).toEqual({ seconds: 77, urgency: 'paused' });
  expect(remaining(clock({ state: 'met', remainingSeconds: 5 }), now).urgency).toBe('met');
});

it('goes on counting how late a breached clock is', () => {
  expect(remaining(clock({ state: 'breached', dueAt: '2026-02-13T09:59:00Z' }), now)).toEqual({
    seconds: -60,
    urgency: 'over',
  });
});

it('picks the clock that needs somebody first', () => {
  const met = clock({ kind: 'respond', state: 'met' });
  const calm = clock({ kind: 'resolve' });
  const over = clock({ kind: 'on-site', dueAt: '2026-02-13T09:30:00Z' });

  expect(mostUrgent([met, calm, over], now, opened)).toBe(over);
  expect(mostUrgent([met, calm], now, opened)).toBe(calm);
  expect(mostUrgent([], now)).toBeNull();
});

it('follows the server clock from a browser that is ten minutes wrong', () => {
  const heard = now + 600_000;

  expect(serverTime({ shown: now, heard, replay: false }, heard + 5_000)).toBe(now + 5_000);
});

it('lets a replay clock stand still', () => {
  expect(serverTime({ shown: now, heard: 1, replay: true }, 99_999)).toBe(now);
});

it('says by how much a breached clock was late when it was stopped, however long ago that is', () => {
  const stopped = clock({ state: 'breached', stoppedAt: '2026-02-13T13:30:00Z' });

  expect(remaining(stopped, Date.parse('2027-01-01T00:00:00Z'), opened)).toEqual({ seconds: -1800, urgency: 'over' });
});
