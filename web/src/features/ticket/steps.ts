import type { Ticket } from '@/shared/api/types';

export type TicketStep = 'respond' | 'arrive' | 'pause' | 'resume' | 'resolve' | 'close' | 'reopen';

/** The steps to offer; arriving only where the contract promises it and nobody has arrived. */
export function possible(ticket: Ticket): TicketStep[] {
  const awaited = (ticket.clocks ?? []).some((clock) => clock.kind === 'on-site' && clock.state !== 'met');
  const arrive: TicketStep[] = awaited ? ['arrive'] : [];
  switch (ticket.state) {
    case 'open':
      return ['respond', ...arrive, 'pause', 'resolve'];
    case 'responded':
      return [...arrive, 'resolve', 'pause'];
    case 'paused':
      return ['resume', 'resolve'];
    case 'resolved':
      return ['close', 'reopen'];
    case 'closed':
      return ['reopen'];
    default:
      return [];
  }
}
