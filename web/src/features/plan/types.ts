export interface Contact {
  name: string;
  personId: string | null;
  phone: string | null;
  mail: string | null;
}

export interface Step {
  who: string;
  what: string;
  withinMinutes: number;
}

export interface Scenario {
  title: string;
  sign: string;
  noticeMinutes: number;
  steps: Step[];
}

export interface Content {
  scope: string;
  systems: string[];
  duties: { role: string; person: string; deputy: string }[];
  contacts: Contact[];
  scenarios: Scenario[];
  annexes: { title: string; text: string }[];
}

export interface Version {
  id: string;
  n: number;
  state: 'draft' | 'reviewed' | 'approved' | 'in-force' | 'superseded';
  content: Content;
  note: string;
  about: string | null;
  drawnAt: string;
  drawnBy: string;
  reviewedAt: string | null;
  reviewedBy: string | null;
  approvedAt: string | null;
  approvedBy: string | null;
  approvedAs: string | null;
  inForceAt: string | null;
  reportId: string | null;
}

export interface TreeTest {
  id: string;
  version: number;
  startedAt: string;
  startedBy: string;
  calls: { id: string; n: number; name: string; personId: string | null; askedAt: string; answeredAt: string | null; answeredBy: string | null; note: string | null }[];
}

export interface PlanLine {
  id: string;
  contractId: string;
  title: string;
  createdAt: string;
  versions: number;
  state: string;
  inForce: number | null;
  approvedAt: string | null;
}

export interface Plan {
  id: string;
  clientId: string;
  contractId: string;
  title: string;
  versions: Version[];
  treeTests: TreeTest[];
}

export interface DifferenceLine {
  kind: 'same' | 'added' | 'removed';
  text: string;
}
