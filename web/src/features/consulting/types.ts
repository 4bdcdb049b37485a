export interface Delivered {
  version: number;
  name: string;
  note: string;
  evidenceSeq: number;
  deliveredAt: string;
  deliveredBy: string;
  receivedAt: string | null;
  receivedBy: string | null;
  verdict: 'accepted' | 'returned' | null;
  judgedAt: string | null;
  judgedBy: string | null;
  remarks: string | null;
}

export interface Advice {
  id: string;
  clientId: string;
  contractId: string;
  topic: 'planning' | 'integration' | 'self-check' | 'other';
  title: string;
  question: string;
  wantedBy: string | null;
  state: 'open' | 'delivered' | 'accepted' | 'withdrawn';
  askedAt: string;
  askedBy: string;
  obligationId: string | null;
  documents: Delivered[];
}

export interface SelfCheck {
  id: string;
  clientId: string;
  contractId: string;
  system: string;
  level: 2 | 3;
  begunAt: string;
  begunBy: string;
  finishedAt: string | null;
  paperId: string | null;
}

export type Verdict = 'conform' | 'partly' | 'not' | 'not-applicable';

export interface Asked {
  control: { clause: string; area: string; name: string; weight: number; asks: string };
  answer: { verdict: Verdict; note: string | null; evidenceSeq: number | null; ticketId: string | null } | null;
}

export interface Measure {
  id: string;
  clause: string | null;
  horizon: 'near' | 'middle' | 'long';
  priority: number;
  title: string;
  body: string;
}

export interface WholeCheck {
  check: SelfCheck;
  score: { percent: number | null; areas: { name: string; percent: number | null; gaps: number }[]; answered: number; total: number; gaps: number };
  controls: Asked[];
  measures: Measure[];
}
