export type Outcome = 'comment' | 'opened' | 'quarantined' | 'automatic' | 'dismissed';

export interface ReceivedMail {
  id: string;
  receivedAt: string;
  sender: string;
  senderName: string;
  subject: string;
  outcome: Outcome;
  why: string | null;
  ticketId: string | null;
  settledAt: string | null;
  settledBy: string | null;
  remark: string | null;
}

export interface OpenedMail {
  mail: ReceivedMail;
  text: string | null;
  files: string[];
}
