import type { Ticket, TicketEvent } from '@/shared/api/types';

export interface PersonRef {
  id: string;
  name: string;
}

export interface TicketFile {
  contractId: string;
  seq: number;
  name: string;
  sizeBytes: number;
}

export interface HistoryEntry extends TicketEvent {
  /** A decimal number. */
  amount: string | null;
  files: TicketFile[];
}

export type LinkKind = 'ticket' | 'asset' | 'finding' | 'obligation' | 'service';

export interface TicketLink {
  id: string;
  kind: LinkKind;
  target: string;
  label: string | null;
  addedBy: string;
}

export type BulkAct = 'respond' | 'assign' | 'close' | 'comment';

export interface PauseReason {
  reason: string;
  clause: string | null;
  line: number | null;
}

export interface ListedTicket extends Ticket {
  assignee: PersonRef | null;
  assetId: string | null;
  levelSeverity: string | null;
}

/** A ticket with everything that belongs to it. */
export interface TicketDetail extends Omit<ListedTicket, 'history'> {
  history: HistoryEntry[];
  pauses: PauseReason[];
  forewarn: boolean;
  links: TicketLink[];
  watchers: PersonRef[];
  watching: boolean;
  /** What it is the work of: a request, a change, an incident… */
  subjects: { kind: string; label: string; path: string }[];
}

export interface SavedFilter {
  id: string;
  name: string;
  query: string;
  shared: boolean;
  mine: boolean;
}

export interface BulkAnswer {
  id: string;
  ok: boolean;
  code: string | null;
  message: string | null;
}
