export interface Called {
  id: string;
  name: string;
  phone: string | null;
}

export type Gap = 'nobody' | 'absent' | 'disabled' | 'no-access' | 'no-phone';

export interface RosterShift {
  rosterId: string;
  roster: string;
  from: string;
  to: string;
  people: Called[];
  gap: Gap | null;
  hindered: string | null;
}

export interface OnCallNow {
  clientId: string;
  client: string;
  shift: RosterShift;
}

export interface Layer {
  name: string;
  people: string[];
  turn: { unit: 'hours' | 'days' | 'weeks'; length: number; firstDay: string; handover: string };
  hours: { days: string[]; from: string; to: string } | null;
  until: string | null;
}

export interface Roster {
  id: string;
  name: string;
  zone: string;
  clients: string[];
  clientNames: string[];
  fallback: string | null;
  autoSwap: boolean;
  layers: Layer[];
}

export interface StandIn {
  id: string;
  person: string;
  instead: string | null;
  from: string;
  to: string;
  reason: string;
  swap: string | null;
}

export interface Swap {
  id: string;
  asker: string;
  taker: string;
  from: string;
  to: string;
  reason: string;
  state: 'asked' | 'accepted' | 'settled' | 'refused' | 'withdrawn';
  askedAt: string;
}

export interface Absence {
  id: string;
  person: string;
  from: string;
  to: string;
  reason: string;
}

export interface Coverage {
  planned: number;
  attended: number;
  unfilled: number;
  unattended: number;
  late: number;
}

export interface Period {
  id: string;
  clientId: string;
  client: string;
  contractId: string;
  name: string;
  source: 'calendar' | 'client';
  from: string;
  to: string;
  place: string | null;
  state: 'planned' | 'kept' | 'broken' | 'cancelled';
  coverage: Coverage;
  obligationId: string;
  paperId: string | null;
  reason: string | null;
}

export interface SiteShift {
  id: string;
  from: string;
  to: string;
  personId: string | null;
  person: string | null;
  checkedInAt: string | null;
  place: string | null;
  late: boolean;
  unattended: boolean;
  checkedOutAt: string | null;
  handOver: string | null;
  takenOverAt: string | null;
}

export interface Entry {
  id: string;
  shiftId: string;
  at: string;
  by: string;
  checked: string;
  found: string | null;
  ticketId: string | null;
}

export interface WholePeriod {
  period: Period;
  shifts: SiteShift[];
  entries: Entry[];
}

export interface MyShift {
  period: Period;
  shift: SiteShift;
  handedOver: string | null;
}

/** Somebody is away. */
export interface Absence {
  id: string;
  person: string;
  from: string;
  to: string;
  reason: string;
}
