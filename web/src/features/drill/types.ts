export type Artefact =
  | { kind: 'defacement'; file: string; content: string }
  | { kind: 'test-virus'; file: string }
  | { kind: 'beacon'; file: string; lines: string[] }
  | { kind: 'stopped-service'; service: string };

export interface DrillAsset {
  assetId: string;
  clientId: string;
  name: string;
  address: string;
  root: string;
  service: string | null;
  note: string;
  markedBy: string;
  consentedAt: string | null;
  consentedBy: string | null;
}

export interface DrillLine {
  id: string;
  contractId: string;
  planId: string;
  planVersion: number;
  number: string;
  title: string;
  scenario: string;
  noticeMinutes: number;
  goal: string;
  environment: string;
  participants: string;
  abortCriteria: string;
  limitMinutes: number;
  plannedFor: string;
  state: 'prepared' | 'running' | 'ended' | 'closed';
  startedAt: string | null;
  endedAt: string | null;
  endedHow: string | null;
  endedWhy: string | null;
  summary: string;
  reportId: string | null;
  obligationId: string | null;
}

export interface Placed {
  id: string;
  assetId: string;
  artefact: Artefact;
  state: string;
  what: string;
  noticing: string;
  seeing: string[];
  placedAt: string | null;
  undoneAt: string | null;
  systemNoticedAt: string | null;
  peopleNoticedAt: string | null;
}

export interface Drill extends DrillLine {
  artefacts: Placed[];
  steps: { n: number; who: string; what: string; withinMinutes: number; tickedAt: string | null; tickedBy: string | null; note: string | null }[];
  reactions: { ticketId: string; number: string; title: string; openedAt: string; respondedAt: string | null; resolvedAt: string | null }[];
  improvements: { n: number; text: string; ticketId: string | null }[];
  score: { met: number; of: number; targets: { what: string; withinMinutes: number; took: number | null; met: boolean }[] };
}

/** What the form needs of a plan. */
export interface PlanChoice {
  id: string;
  clientId: string;
  title: string;
  versions: { n: number; state: string; content: { scenarios: { title: string }[] } }[];
}
