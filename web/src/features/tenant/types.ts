import type { Role } from '@/shared/api/types';

export interface Named {
  id: string;
  name: string;
}

export interface PersonView {
  id: string;
  username: string;
  name: string;
  role: Role;
  clients: Named[];
  locale: string;
  mail: string | null;
  phone: string | null;
  disabled: boolean;
  totp: boolean;
  secondFactor: boolean;
  passwordOnce: boolean;
  passwordChangedAt: string;
  externalSubject: string | null;
}

export interface PersonRow {
  id: string;
  username: string;
  name: string;
  role: Role;
  clients: string[];
  totp: boolean;
  passkey: boolean;
  disabled: boolean;
  passwordOnce: boolean;
  mail: string | null;
  phone: string | null;
  lastSeenAt: string | null;
}

/** What became of an administrator's change: done, or waiting for a second one. */
export interface Outcome {
  proposal: string | null;
  password: string | null;
}

export interface Proposal {
  id: string;
  kind: string;
  subject: string | null;
  title: string;
  body: Record<string, unknown>;
  state: 'waiting' | 'approved' | 'refused' | 'withdrawn';
  proposedBy: string;
  proposer: string;
  proposerRole: Role;
  proposedAt: string;
  decider: string | null;
  decidedAt: string | null;
  reason: string | null;
  passwordWaits: boolean;
}

export interface PasswordRules {
  shortest: number;
  kinds: number;
  passphraseFrom: number;
  history: number;
  maximumAgeDays: number;
  weakWords: string[];
}

export interface SessionRules {
  idleMinutes: number;
  longestMinutes: number;
  perPerson: number;
  sameAddress: boolean;
  lockMinutes: number;
}

export interface Policy {
  password: PasswordRules;
  session: SessionRules;
  secondFactor: Role[];
}

export interface PolicyView {
  policy: Policy;
  separated: boolean;
}

export interface FailedSignIn {
  id: string;
  account: string;
  address: string;
  at: string;
  forgiven: boolean;
}

export interface Seer {
  id: string;
  username: string;
  name: string;
  role: Role;
}

export interface AccountView {
  username: string;
  name: string;
  role: Role;
  mail: string | null;
  phone: string | null;
  locale: string;
  totp: boolean;
  recoveryCodes: number;
  passwordChangedAt: string;
  rules: PasswordRules;
}

export interface MySession {
  current: boolean;
  session: { id: string; way: string; address: string | null; agent: string | null; since: string; lastSeen: string; locked: boolean };
}

export interface PasskeyRow {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
}

export interface TokenRow {
  id: string;
  name: string;
  hint: string;
  readOnly: boolean;
  role: Role | null;
  clients: string[] | null;
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  lastAddress: string | null;
}

export interface Challenge {
  slip: string;
  options: object;
}

export interface ImportTaken {
  taken: { line: number; username: string; password: string | null; waiting: boolean }[];
  bad: { line: number; username: string; reason: string }[];
}
