import { expect, it } from 'vitest';
import type { Ticket, TicketClock } from '@/shared/api/types';
import { possible } from './steps';

const ticket = (state: string, clocks: Partial<TicketClock>[] = []): Ticket => ({
  id: '1',
  number: 'G-1',
  kind: 'fault',
  title: 't',
  severity: 'low',
  state,
  openedAt: '2026-01-01T00:00:00Z',
  openedBy: 'x',
  closedAt: null,
  contractId: 'c',
  serviceId: null,
  findingId: null,
  levelSubject: null,
  clocks: clocks.map((clock) => ({ kind: 'on-site', dueAt: null, state: 'running', remainingSeconds: 0, ...clock })),
});

it('offers to arrive only where somebody is awaited', () => {
  expect(possible(ticket('open'))).toEqual(['respond', 'pause', 'resolve']);
  expect(possible(ticket('open', [{}]))).toContain('arrive');
  expect(possible(ticket('responded', [{ state: 'met' }]))).not.toContain('arrive');
});

it('lets a paused ticket resume and a closed one reopen, and nothing else', () => {
  expect(possible(ticket('paused'))).toEqual(['resume', 'resolve']);
  expect(possible(ticket('closed'))).toEqual(['reopen']);
  expect(possible(ticket('odd'))).toEqual([]);
});
