export interface Escalation {
  id: string;
  clientId: string;
  severity: string;
  title: string;
  about: string;
  state: 'running' | 'acknowledged' | 'ended' | 'unanswered';
  startedAt: string;
  nextAt: string | null;
  told: number;
  endedAt: string | null;
  endedBy: string | null;
  how: string | null;
}

export interface EscalationPage extends Escalation {
  log: { at: string; what: string; text: string }[];
}

export type Whom = 'on-call' | 'managers' | 'persons' | 'role';

export interface Step {
  afterMinutes: number;
  whom: Whom;
  persons: string[] | null;
  role: string | null;
  means: string[];
}

export interface Chain {
  severity: string;
  steps: Step[];
  repeatMinutes: number;
  repeatLimit: number;
  own: boolean;
}
