/** A report or paper as the list shows it. */
export interface Report {
  id: string;
  clientId: string;
  contractId: string | null;
  contractTitle?: string | null;
  kind: string;
  period: string;
  number: string;
  title: string;
  about: string;
  state: string;
  createdAt: string;
}

export interface ReportStep {
  step: string;
  at: string;
  person: string;
  note: string | null;
}

export interface ReportDetail extends Report {
  steps: ReportStep[];
}

/** One report that a contract dates. */
export interface ScheduleLine {
  obligationId: string;
  contractId: string;
  contractTitle: string | null;
  title: string;
  from: string;
  due: string;
  drawAt: string;
  state: string;
  reportId: string | null;
  reportNumber: string | null;
  reportState: string | null;
}

export interface TemplateVersion {
  kind: string;
  version: number;
  name: string;
  used: boolean;
  uploadedAt: string;
  uploadedBy: string;
}

export interface TemplateKind {
  kind: string;
  chinese: string;
  english: string;
  versions: TemplateVersion[];
}

export interface TemplateTag {
  tag: string;
  place: string;
  chinese: string;
  english: string;
  example: string;
}
