// What the server answers. Named here once; the pages know these names alone.

export interface Page<T> {
  items: T[];
  page: number;
  size: number;
  total: number;
  /** The list holds more than were counted. */
  more?: boolean;
}

export type Role =
  | 'provider-manager'
  | 'engineer'
  | 'client-reader'
  | 'client-signatory'
  | 'auditor'
  | 'system-admin'
  | 'security-admin';

export interface Client {
  id: string;
  name: string;
  zone?: string;
}

export interface Person {
  id: string;
  name: string;
  username: string;
  role: Role;
  clients: Client[];
  totp?: boolean;
}

export interface Session {
  person: Person;
  csrf: string;
  locale?: string | null;
}

export interface ServerClock {
  now: string;
  replayed: boolean;
}

export type Lines = [number, number];

// ---- the contract in its fixed form -------------------------------------------------------------
export interface ServiceItem {
  id: string;
  clause: string | null;
  title: string;
  text: string;
  lines: Lines | null;
  capability: string;
  frequency: string | null;
  atMost: number | null;
  deadline: { month: number | null; fromDay: number | null; day: number } | null;
  deliverables: string[];
  scope: string[];
  valueAdded: boolean;
}

export interface ServiceLevel {
  subject: string;
  severity: string | null;
  respond: string | null;
  onSite: string | null;
  resolve: string | null;
  calendar: '24x7' | 'working';
  target: string | number | null;
  lines: Lines | null;
}

export interface Payment {
  percent: string | number | null;
  amount: string | number | null;
  trigger: string | null;
  due: string | null;
  calendar: '24x7' | 'working' | null;
  lines: Lines | null;
}

export interface AcceptanceTerm {
  after: string | null;
  within: string | null;
  calendar: '24x7' | 'working' | null;
  rectify: string | null;
  lines: Lines | null;
}

export interface Penalty {
  party: string;
  subject: string;
  rate: string | number | null;
  per: string;
  base: string | null;
  cap: string | number | null;
  fixed: string | number | null;
  step: string | number | null;
  lines: Lines | null;
  matter?: string | null;
  severities?: string[];
  limits?: string[];
}

export interface ContractBody {
  title: string | null;
  number: string | null;
  client: { name: string; lines: Lines | null } | null;
  provider: { name: string; lines: Lines | null } | null;
  term: {
    from: string | null;
    to: string | null;
    length: string | null;
    starts: 'fixed' | 'signing' | null;
    renewal: string | null;
    renewalLength: string | null;
    lines: Lines | null;
  } | null;
  total: { amount: string | number; currency: string; lines: Lines | null } | null;
  services: ServiceItem[];
  serviceLevels: ServiceLevel[];
  payments: Payment[];
  acceptances: AcceptanceTerm[];
  penalties: Penalty[];
  secrecy: { term: string | null; lines: Lines | null }[];
  ambiguities: { code: string; message: string; lines: Lines | null }[];
}

// ---- agreement ----------------------------------------------------------------------------------
export interface Tally {
  kept: number;
  late: number;
  missed: number;
  upcoming: number;
}

export interface ContractItem extends Tally {
  id: string;
  clientId: string | null;
  clientName: string | null;
  title: string | null;
  number: string | null;
  state: 'draft' | 'in-force' | 'ended';
  from: string | null;
  to: string | null;
  total: string | { amount: string; currency: string } | null;
  ambiguitiesOpen: number;
}

export interface AmbiguityView {
  n: number;
  code: string;
  message: string;
  lines: Lines | null;
  decision?: { text: string; by: string | null; at: string | null } | null;
}

export interface ContractView extends ContractItem {
  body: ContractBody;
  ambiguities: AmbiguityView[];
  signedOn: string | null;
  documentName?: string | null;
  documentDigest: string | null;
}

export interface ServiceView {
  id: string;
  clause: string | null;
  title: string;
  capability: string;
  way?: string | null;
  note?: string | null;
  counts: Tally | null;
  used?: number | null;
  assets: { id: string; name: string }[];
}

export interface CalendarDay extends Tally {
  day: string;
}

export interface Explained {
  explanation: string;
  explanationEnglish: string;
}

/** Owed to the provider when positive, to the client when negative; null when it cannot be told. */
export interface SettlementLine extends Explained {
  label: string;
  amount: string | null;
}

export interface Instalment extends Explained {
  ordinal: number;
  amount: string | null;
  paid: string;
  due: string | null;
  invoiceBy: string | null;
  state: string;
  daysLate: number;
}

export interface PaymentMade {
  id: string;
  date: string;
  amount: string;
  by: string;
}

export interface Charge extends Explained {
  party: string;
  subject: string;
  reference: string;
  amount: string;
}

export interface Credit extends Explained {
  subject: string;
  from: string;
  to: string;
  extension: string;
}

export interface Settlement {
  asOf: string;
  payments: Instalment[];
  penalties: Charge[];
  credits: Credit[];
  lines: SettlementLine[];
  total: string;
  extendedTo: string;
}

export type ObligationState =
  | 'planned' | 'due' | 'running' | 'done' | 'late' | 'missed' | 'unknown' | 'waived' | 'cancelled';

export interface EvidenceRef {
  seq: number;
  digest: string;
  name: string;
}

export interface Obligation {
  id: string;
  contractId: string;
  serviceId: string;
  title: string;
  capability: string;
  way?: string | null;
  windowFrom: string;
  windowTo: string;
  state: ObligationState;
  performedAt: string | null;
  assetName: string | null;
  reason?: string | null;
  evidence: EvidenceRef[];
}

// ---- work ---------------------------------------------------------------------------------------
export type RunState = 'queued' | 'running' | 'done' | 'unable' | 'cancelled';

export interface Run {
  id: string;
  capability: string;
  kind: string;
  state: RunState;
  contractId: string | null;
  serviceId: string | null;
  obligationId?: string | null;
  assetName: string | null;
  queuedAt?: string | null;
  startedAt: string | null;
  finishedAt: string | null;
  begun?: number;
  progress: { done: number; total: number; message: string | null } | null;
  reason?: string | null;
  log?: (string | { at: string; message: string })[];
}

// ---- finding, ticket ----------------------------------------------------------------------------
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';

export interface Finding {
  id: string;
  code: string;
  title: string;
  detail: string | null;
  advice: string | null;
  severity: Severity;
  state: string;
  assetId?: string | null;
  assetName: string | null;
  capability: string;
  contractId: string | null;
  serviceId?: string | null;
  firstSeen: string;
  lastSeen: string;
  timesSeen: number;
  reopened: number;
  fixedAt: string | null;
  reason: string | null;
  history?: { at: string; what: string; runId: string | null; who: string | null; text: string | null }[];
}

export interface TicketEvent {
  at: string;
  type: string;
  clock: string | null;
  who: string;
  reason: string | null;
  text: string | null;
}

export interface TicketClock {
  kind: 'respond' | 'on-site' | 'resolve' | 'feedback';
  dueAt: string | null;
  state: 'running' | 'paused' | 'met' | 'breached';
  remainingSeconds: number | null;
  limitSeconds?: number;
  stoppedAt?: string | null;
}

export interface Ticket {
  id: string;
  number: string;
  kind: string;
  title: string;
  severity: Severity;
  state: string;
  openedAt: string;
  openedBy: string;
  closedAt: string | null;
  contractId: string;
  serviceId: string | null;
  findingId: string | null;
  levelSubject: string | null;
  clocks: TicketClock[];
  body?: string;
  history?: TicketEvent[];
}

// ---- asset --------------------------------------------------------------------------------------
export interface Asset {
  id: string;
  clientId: string;
  clientName?: string | null;
  kind: 'system' | 'site' | 'host' | 'database' | 'domain';
  name: string;
  address: string | null;
}

export interface Permit {
  id: string;
  clientId: string;
  clientName: string;
  state: 'standing' | 'waiting' | 'expired' | 'revoked';
  targets: string[];
  methods: string[];
  from: string;
  until: string;
  signatory: string;
  fileName: string;
  fileSha256: string;
  evidenceSeq: number;
  createdBy: string;
  createdAt: string;
  revokedAt: string | null;
  revokedBy: string | null;
  revokedReason: string | null;
}

export interface KillSwitch {
  on: boolean;
  reason: string;
  by: string | null;
  at: string | null;
}

export interface Refusal {
  id: string;
  clientName: string;
  at: string;
  capability: string;
  method: string;
  destination: string;
  addresses: string[];
  code: string;
  messageZh: string;
  messageEn: string;
}

// ---- evidence -----------------------------------------------------------------------------------
export interface EvidenceItem {
  clientId: string;
  contractId: string;
  seq: number;
  name: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  sm3: string;
  origin: string;
  about: string;
  effectiveAt: string;
  receivedAt: string;
  previous: string;
  digest: string;
}

export interface Verification {
  ok: boolean;
  checked: number;
  firstProblem: { seq: number; code: string; message: string } | null;
}

// ---- report, acceptance, audit, overview --------------------------------------------------------
export interface Report {
  id: string;
  contractId: string;
  contractTitle?: string | null;
  kind: string;
  period: string;
  createdAt: string;
  state?: string;
}

export interface AcceptanceRow {
  serviceId: string;
  clause: string | null;
  title: string;
  due: number;
  done: number;
  late: number;
  missed: number;
  waived: number;
  unknown: number;
  upcoming: number;
}

export interface AcceptanceItem {
  id: string;
  contractId: string;
  contractTitle: string | null;
  number: string;
  from: string;
  to: string;
  state: 'draft' | 'published' | 'signed' | 'refused' | 'failed';
  progress: { done: number; total: number; message: string };
  problem: string | null;
  createdAt: string;
  createdBy: string;
  publishedAt: string | null;
}

export interface Acceptance extends AcceptanceItem {
  replayed: boolean;
  clauses: AcceptanceRow[];
  files: { name: string; sizeBytes?: number; size?: number; digest?: string; sha256?: string }[];
  signature: {
    name: string;
    role: string;
    verdict: string;
    remarks: string | null;
    at: string;
    packageDigest: string;
    evidenceSeq: number;
  } | null;
}

export interface AuditEntry {
  seq: number;
  clientId: string | null;
  at: string;
  businessAt: string;
  actor: string;
  role: string | null;
  address: string | null;
  action: string;
  subject: string;
  details: string;
  digest: string;
}

export interface ListedPerson {
  id: string;
  username: string;
  name: string;
  role: Role;
  clients: string[];
  totp: boolean;
  disabled: boolean;
}
