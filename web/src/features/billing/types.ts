import type { Settlement } from '@/shared/api/types';

export interface Invoice {
  id: string;
  instalment: number;
  number: string;
  issuedOn: string;
  deliveredOn: string;
  amount: string;
  evidenceSeq: number;
}

export interface Reminder {
  instalment: number;
  step: string;
  raisedAt: string;
  daysLate: number;
  interest: string | null;
  text: string;
}

export interface Breach {
  id: string;
  party: 'client' | 'provider';
  subject: string;
  on: string;
  reason: string;
  evidenceSeq: number;
  declaredBy: string;
  declarer: 'client' | 'provider';
  withdrawnAt: string | null;
  withdrawnBecause: string | null;
}

export interface Statement {
  id: string;
  asOf: string;
  total: string;
  reportId: string;
  createdAt: string;
  signatures: { side: 'client' | 'provider'; name: string; role: string; at: string }[];
}

export interface Billing {
  contractId: string;
  settlement: Settlement;
  invoices: Invoice[];
  reminders: Reminder[];
  breaches: Breach[];
  statements: Statement[];
}
