export interface ToldProblem {
  n: number;
  target: string;
  description: string;
  assetId: string | null;
  assetName: string | null;
  findingId: string | null;
  state: 'open' | 'fixed' | 'proven' | 'unfixable';
  note: string | null;
  changedAt: string | null;
  changedBy: string | null;
}

export interface NoticeItem {
  ticketId: string;
  number: string;
  title: string;
  clientId: string;
  contractId: string;
  issuer: string;
  issuerKind: string;
  documentNumber: string;
  receivedAt: string;
  answerDue: string;
  state: 'received' | 'settled' | 'answered' | 'closed';
  keeping: 'waiting' | 'soon' | 'overdue' | 'kept' | 'late';
  problems: number;
  open: number;
  sentAt: string | null;
}

export interface Notice extends NoticeItem {
  ticketState: string;
  sourceSeq: number | null;
  answer: string | null;
  paperId: string | null;
  sentBy: string | null;
  sentVia: string | null;
  receiptAt: string | null;
  receipt: string | null;
  told: ToldProblem[];
  steps: { at: string; act: string; problem: number | null; who: string; text: string; evidenceSeq: number }[];
}

/** What a document seems to say. */
export interface Proposed {
  issuer: string | null;
  issuerKind: string;
  documentNumber: string | null;
  title: string | null;
  answerDue: string | null;
  problems: { target: string; description: string }[];
  text: string[];
}

export interface Imported {
  opened: string[];
  known: { line: number; ticketId: string }[];
  refused: { line: number; field: string; value: string; remedy: string }[];
}
