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

export interface ExportRule {
  clientId: string;
  approval: boolean;
  approverId: string | null;
  reason: string;
  setAt: string | null;
  setBy: string | null;
}

export interface ExportApproval {
  id: string;
  clientId: string;
  clientName: string;
  personId: string;
  personName: string;
  path: string;
  query: string;
  what: string;
  purpose: string;
  recipient: string;
  until: string;
  downloads: number;
  used: number;
  state: string;
  requestedAt: string;
  decidedAt: string | null;
  decidedBy: string | null;
  remark: string | null;
}

export interface Exported {
  number: string;
  clientId: string;
  clientName: string;
  at: string;
  personId: string;
  personName: string;
  role: string;
  address: string | null;
  token: string | null;
  path: string;
  query: string;
  name: string;
  marking: string;
  shown: boolean;
  rows: number | null;
  approvalId: string | null;
  bytes: number | null;
  sha256: string | null;
}

export interface Traced {
  sha256: string;
  outcome: string;
  matches: { export: Exported; way: string; places: number; chance: number | null }[];
}
