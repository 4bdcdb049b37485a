export interface AffectedProduct {
  vendor: string;
  name: string;
  cpe: string;
  standing: 'affected' | 'investigated' | 'fixed' | 'not-affected';
  versions: string;
}

export interface Advisory {
  title: string;
  severity: string;
  summary: string;
  cves: string[];
  products: AffectedProduct[];
  advice: string;
  workaround: string;
  source: string;
  references: string[];
  issuedAt: string | null;
}

export interface BulletinItem {
  id: string;
  number: string;
  title: string;
  severity: string;
  state: 'draft' | 'published' | 'dismissed' | 'withdrawn';
  way: 'hand' | 'csaf' | 'feed';
  source: string;
  cves: string[];
  version: number;
  /** A newer version waits for its publication. */
  revised: boolean;
  gatheredAt: string;
  publishedAt: string | null;
  affected: number;
  unknown: number;
  sent: number;
  acknowledged: number;
}

export interface Sending {
  version: number;
  contractId: string | null;
  sentAt: string;
  sentBy: string;
  dueAt: string;
  reminded: number;
  acknowledgedAt: string | null;
  acknowledgedBy: string | null;
  remark: string | null;
  paperId: string | null;
  obligationId: string | null;
  withdrawnAt: string | null;
}

export interface AssetLine {
  assetId: string;
  asset: string;
  outcome: 'affected' | 'unknown' | 'not-affected';
  product: string;
  why: string;
  judgedBy: string | null;
  ticketId: string | null;
  ticket: string | null;
  ticketState: string | null;
}

export interface ClientLine {
  clientId: string;
  client: string;
  sending: Sending | null;
  assets: AssetLine[];
  /** Of how many assets nobody knows what is installed. */
  unlisted: number;
}

export interface Bulletin extends BulletinItem {
  advisory: Advisory;
  gatheredBy: string;
  publishedBy: string | null;
  acknowledgeHours: number | null;
  toEverybody: boolean;
  endedReason: string | null;
  /** The lines say what publishing would do. */
  preview: boolean;
  lines: ClientLine[];
  editions: { version: number; at: string; by: string; why: string }[];
}

export interface Refused {
  where: string;
  field: string;
  remedy: string;
}

export interface Imported {
  file: string;
  items: { outcome: 'taken' | 'updated' | 'known'; id: string; number: string; title: string }[];
  refused: Refused[];
}

export interface ImportedFile {
  id: string;
  name: string;
  way: 'upload' | 'folder';
  at: string;
  by: string;
  taken: number;
  updated: number;
  known: number;
  refused: Refused[];
}
