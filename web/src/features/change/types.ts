export interface PlanStep {
  what: string;
  who: string;
  when: string | null;
  expected: string;
}

export interface Plan {
  reason: string;
  backup: string;
  method: string;
  tools: string[];
  steps: PlanStep[];
  people: string[];
  risks: string[];
  rollback: string;
  from: string;
  until: string;
  assets: string[];
}

export interface PlanVersion {
  version: number;
  plan: Plan;
  digest: string;
  intact: boolean;
  at: string;
  by: string;
  paperId: string;
}

export interface ChangeItem {
  ticketId: string;
  number: string;
  title: string;
  clientId: string;
  contractId: string;
  serviceId: string | null;
  state: 'draft' | 'proposed' | 'signed' | 'declined' | 'running' | 'done' | 'cancelled';
  ticketState: string;
  from: string | null;
  until: string | null;
  extra: boolean;
  emergency: boolean;
  unconfirmed: boolean;
  overran: boolean;
  result: string | null;
  rolledBack: boolean;
  createdAt: string;
}

export interface Change extends ChangeItem {
  body: string;
  emergencyReason: string | null;
  confirmBy: string | null;
  confirmedAt: string | null;
  startedAt: string | null;
  startedBy: string | null;
  finishedAt: string | null;
  outcome: string | null;
  hindrance: string | null;
  plans: PlanVersion[];
  signatures: { version: number; name: string; office: string; remarks: string; digest: string; at: string; evidenceSeq: number }[];
  steps: { at: string; act: string; place: number | null; outcome: string | null; who: string; text: string | null; evidenceSeq: number }[];
}
