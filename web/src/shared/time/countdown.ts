import type { TicketClock } from '@/shared/api/types';

export type Urgency = 'calm' | 'soon' | 'over' | 'paused' | 'met';

export interface Remaining {
  seconds: number;
  urgency: Urgency;
}

const soonSeconds = 30 * 60;
const soonShare = 0.25;

/**
 * What is left of one SLA clock at a moment of the server's time. A running clock counts down to its
 * due date; a paused one keeps what the server said was left; a met one no longer moves, and a
 * breached one until somebody stops it.
 * "Soon" begins with the last quarter of the limit, or the last half hour where the start is unknown.
 */
export function remaining(clock: TicketClock, now: number, openedAt?: string | null): Remaining {
  const said = clock.remainingSeconds ?? 0;
  switch (clock.state) {
    case 'met':
      return { seconds: said, urgency: 'met' };
    case 'paused':
      return { seconds: said, urgency: 'paused' };
    case 'breached': {
      const until = clock.stoppedAt ? Date.parse(clock.stoppedAt) : now;
      return { seconds: clock.dueAt ? secondsUntil(clock.dueAt, until) : said, urgency: 'over' };
    }
    case 'running': {
      const seconds = clock.dueAt ? secondsUntil(clock.dueAt, now) : said;
      if (seconds <= 0) return { seconds, urgency: 'over' };
      return { seconds, urgency: seconds <= threshold(clock, openedAt) ? 'soon' : 'calm' };
    }
  }
}

function secondsUntil(dueAt: string, now: number): number {
  return Math.round((Date.parse(dueAt) - now) / 1000);
}

function threshold(clock: TicketClock, openedAt: string | null | undefined): number {
  if (clock.limitSeconds) return clock.limitSeconds * soonShare;
  if (!clock.dueAt || !openedAt) return soonSeconds;
  return ((Date.parse(clock.dueAt) - Date.parse(openedAt)) / 1000) * soonShare;
}

/** The clock that needs somebody first: over before soon before calm, then by what is left. */
export function mostUrgent(clocks: TicketClock[], now: number, openedAt?: string | null): TicketClock | null {
  const order: Urgency[] = ['over', 'soon', 'calm', 'paused', 'met'];
  const ranked = clocks
    .map((clock) => ({ clock, left: remaining(clock, now, openedAt) }))
    .sort(
      (a, b) =>
        order.indexOf(a.left.urgency) - order.indexOf(b.left.urgency) || a.left.seconds - b.left.seconds,
    );
  return ranked[0]?.clock ?? null;
}
