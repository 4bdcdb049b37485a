import type { Asset } from '@/shared/api/types';

export type Phase = 'analysis' | 'containment' | 'eradication' | 'recovery' | 'review' | 'closed';

export interface Factors {
  importance: string;
  loss: string;
  impact: string;
}

export interface Incident {
  id: string;
  clientId: string;
  contractId: string;
  ticketId: string;
  number: string;
  title: string;
  origin: string;
  category: string;
  operator: string;
  factors: Factors | null;
  proposed: string | null;
  grade: string | null;
  gradeReason: string | null;
  gradedBy: string | null;
  phase: Phase;
  occurredAt: string;
  detectedAt: string;
  openedAt: string;
  openedBy: string;
  closedAt: string | null;
  confirmedBy: string | null;
  confirmedAt: string | null;
  review: { description: string; handling: string; rootCause: string; tracking: string; lessons: string };
  planId: string | null;
  reportId: string | null;
  /** Seconds; null for what has not come to pass. */
  measures: { detect: number; respond: number | null; contain: number | null; recover: number | null };
}

export interface Entry {
  id: string;
  happenedAt: string;
  recordedAt: string;
  source: string;
  text: string;
  author: string;
  about: string;
  struckAt: string | null;
  struckBy: string | null;
  struckReason: string | null;
}

export interface Action {
  id: string;
  stage: Phase;
  what: string;
  who: string;
  dueAt: string | null;
  assetId: string | null;
  state: 'open' | 'done' | 'dropped';
  result: string | null;
}

export interface Custody {
  n: number;
  at: string;
  deed: 'collected' | 'handed-over';
  giver: string;
  receiver: string;
  how: string;
  seal: string;
  by: string;
  seq: number;
}

export interface Item {
  id: string;
  name: string;
  note: string;
  chain: string;
  seq: number;
  sha256: string;
  sm3: string;
  sizeBytes: number;
  holder: string;
  steps: Custody[];
}

export interface Room extends Incident {
  assets: Asset[];
  members: { personId: string; name: string; role: string; joinedAt: string }[];
  candidates: { id: string; name: string; role: string }[];
  timeline: Entry[];
  actions: Action[];
  indicators: { id: string; type: string; value: string; note: string; addedAt: string; addedBy: string }[];
  seenElsewhere: { incident: string; number: string; type: string; value: string }[];
  items: Item[];
  words: { at: string; receiver: string; channel: string; text: string; by: string; source: string }[];
  duties: { code: string; receiver: string; dueAt: string; toldAt: string | null; toldBy: string | null; receipt: string | null }[];
  followUps: { id: string; number: string; title: string; state: string; closedAt: string | null }[];
  followUpsOpen: number;
}

/** A message about the incident, as the list of deliveries gives it. */
export interface Sent {
  id: string;
  createdAt: string;
  title: string;
  recipient: string;
  means: string;
  channel: string | null;
  state: string;
  sentAt: string | null;
  deliveredAt: string | null;
  readAt: string | null;
}
