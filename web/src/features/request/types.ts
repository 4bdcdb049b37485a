export type Stage = 'submitted' | 'reviewing' | 'accepted' | 'warned' | 'confirmed' | 'refused' | 'withdrawn' | 'done' | 'agreed';

/** An account that a contact may have. */
export interface Account {
  id: string;
  name: string;
  username: string;
}

export interface Contact {
  id: string;
  clientId: string;
  contractId: string | null;
  standing: 'primary' | 'secondary';
  name: string;
  organisation: string;
  office: string;
  phones: string[];
  mails: string[];
  handles: string[];
  personId: string | null;
  from: string;
  until: string | null;
  enteredBy: string;
  endReason: string | null;
  confirmedAt: string | null;
  confirmedBy: string | null;
}

export interface QuotaStanding {
  serviceId: string;
  title: string;
  clause: string | null;
  from: string;
  to: string;
  atMost: number;
  used: number;
  extra: number;
  current: boolean;
  uses: { n: number; at: string; what: string; about: string | null; extra: boolean; returnedAt: string | null }[];
}

export interface RequestItem {
  ticketId: string;
  number: string;
  title: string;
  clientId: string;
  contractId: string;
  serviceId: string | null;
  stage: Stage;
  channel: string;
  askedBy: string;
  proven: boolean;
  extra: boolean;
  warning: string | null;
  reason: string | null;
  receivedAt: string;
}

export interface ServiceRequest extends RequestItem {
  body: string;
  state: string;
  ticketState: string;
  proof: string | null;
  digest: string;
  mayConfirm: boolean;
  contact: Contact | null;
  quota: QuotaStanding | null;
  steps: { at: string; act: string; who: string; text: string | null; evidenceSeq: number }[];
  confirmations: {
    digest: string;
    way: 'drawn' | 'document';
    name: string;
    office: string;
    remarks: string;
    at: string;
    evidenceSeq: number;
  }[];
}

export interface Consultation {
  id: string;
  contractId: string;
  channel: string;
  who: string;
  askedAt: string;
  question: string;
  notedBy: string;
  answer: string | null;
  answeredAt: string | null;
  answeredBy: string | null;
  ticketId: string | null;
}
