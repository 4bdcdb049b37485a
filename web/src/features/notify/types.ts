export type Means = 'phone' | 'sms' | 'robot' | 'mail' | 'inbox';
export type Urgency = 'disaster' | 'high' | 'normal' | 'low';

export const urgencies: Urgency[] = ['disaster', 'high', 'normal', 'low'];
export const allMeans: Means[] = ['phone', 'sms', 'robot', 'mail', 'inbox'];

export interface Channel {
  id: string;
  kind: string;
  means: Means;
  name: string;
  settings: Record<string, string>;
  secrets: string[];
  enabled: boolean;
  audience: 'provider' | 'client';
  everyClient: boolean;
  clients: string[];
  failures: number;
  deadSince: string | null;
  lastSaid: string | null;
  receiptPath: string;
}

export interface ChannelField {
  name: string;
  secret: boolean;
  required: boolean;
  usual: string;
}

export interface ChannelKind {
  kind: string;
  means: Means;
  perMinute: number;
  fields: ChannelField[];
}

export interface TrialResult {
  taken: boolean;
  code: string;
  said: string;
  tookMillis: number;
}

export interface Delivery {
  id: string;
  clientId: string;
  noticeId: string;
  createdAt: string;
  urgency: Urgency;
  means: Means;
  channel: string | null;
  kind: string | null;
  recipient: string;
  address: string;
  title: string;
  about: string;
  state: string;
  attempts: number;
  sentAt: string | null;
  deliveredAt: string | null;
  readAt: string | null;
  providerId: string | null;
  reason: string | null;
  acknowledgedAt: string | null;
  acknowledgedBy: string | null;
}

export interface DeliveryPage extends Delivery {
  /** Kept as evidence that it went out. */
  proven: boolean;
  body: string;
  tries: { n: number; at: string; tookMillis: number | null; outcome: string | null; code: string | null; said: string | null }[];
}

export interface InboxItem {
  id: string;
  createdAt: string;
  urgency: Urgency;
  title: string;
  body: string;
  about: string;
  readAt: string | null;
}

export interface Preference {
  quietFrom: string | null;
  quietTo: string | null;
  digest: string;
  optedOut: Means[];
}

export interface Rule {
  id: string;
  personId: string | null;
  person: string | null;
  urgency: Urgency;
  means: Means[];
  always: boolean;
  changedBy: string;
}

export interface Rules {
  usual: Record<Urgency, Means[]>;
  rules: Rule[];
  quiet: { from: string; to: string } | null;
  people: { id: string; name: string; role: string; mail: boolean; phone: boolean }[];
}

export interface NoticeText {
  template: string;
  locale: 'zh' | 'en';
  title: string;
  body: string;
  own: boolean;
  names: string[];
}
