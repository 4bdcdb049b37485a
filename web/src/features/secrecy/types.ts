/** How the person signed in stands with one client. */
export interface Mine {
  clientId: string;
  clientName: string;
  demanded: boolean;
  barred: boolean;
  state: string;
  undertakingId: string | null;
  until: string | null;
  waitsForApproval: boolean;
}

export interface ToSign {
  clientId: string;
  clientName: string;
  contractTitle: string | null;
  version: number;
  text: string;
  sha256: string;
  term: string;
}

export interface Undertaking {
  id: string;
  clientId: string;
  clientName: string;
  contractId: string | null;
  contractTitle: string | null;
  personId: string;
  personName: string;
  textVersion: number;
  way: string;
  signedAt: string;
  until: string | null;
  evidenceSeq: number;
  withdrawnBy: string | null;
  withdrawnReason: string | null;
  state: string;
}

export interface NamedPerson {
  id: string;
  clientId: string;
  clientName: string;
  contractId: string;
  contractTitle: string | null;
  personId: string;
  personName: string;
  duty: string;
  state: string;
  proposedAt: string;
  proposedBy: string;
  decidedAt: string | null;
  decidedBy: string | null;
  remark: string | null;
  undertaking: string;
}

export interface Candidate {
  id: string;
  name: string;
  role: string;
}

export interface SecrecyRule {
  clientId: string;
  undertakings: boolean;
  namedOnly: boolean;
  reason: string;
  setAt: string | null;
  setBy: string | null;
}

export interface Disclosure {
  id: string;
  clientId: string;
  clientName: string;
  contractId: string;
  contractTitle: string | null;
  recipient: string;
  what: string;
  purpose: string;
  basis: string;
  until: string;
  state: string;
  requestedAt: string;
  requestedBy: string;
  decidedAt: string | null;
  decidedBy: string | null;
  decidedRole: string | null;
  remark: string | null;
  evidenceSeq: number | null;
  shownAt: string | null;
  shownBy: string | null;
  shownNote: string | null;
}
