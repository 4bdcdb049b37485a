export interface Course {
  id: string;
  clientId: string;
  client: string;
  topic: 'awareness' | 'operation';
  name: string;
  syllabus: string;
  drawn: number;
  passMark: number;
  attempts: number;
  questions: number;
  materials: number;
}

export interface Material {
  name: string;
  version: number;
  evidenceSeq: number;
  addedAt: string;
  addedBy: string;
}

export interface KeptQuestion {
  id: string;
  question: { kind: 'single' | 'multiple' | 'truth'; asks: string; options: string[]; answers: number[] };
  asked: number;
  known: number;
}

export interface Imported {
  kept: number;
  faults: { row: number; why: string }[];
}

export interface TrainingSession {
  id: string;
  clientId: string;
  contractId: string;
  courseId: string;
  course: string;
  topic: Course['topic'];
  startsAt: string;
  endsAt: string;
  place: string;
  trainer: string;
  state: 'planned' | 'held' | 'unattended' | 'cancelled';
  invited: number;
  attended: number;
  paperId: string | null;
  obligationId: string | null;
}

export interface Participant {
  id: string;
  name: string;
  unit: string;
  invited: boolean;
  signedInAt: string | null;
  signedInBy: string | null;
  mark: number | null;
  passed: boolean;
  contentMark: number | null;
  trainerMark: number | null;
  remarks: string | null;
  certificate: string | null;
  certificateRevokedAt: string | null;
}

export interface DoorView {
  course: string;
  place: string;
  trainer: string;
  startsAt: string;
  endsAt: string;
  open: boolean;
}

export interface SeatView {
  session: DoorView;
  name: string;
  quiz: boolean;
  mark: number | null;
  passed: boolean;
  evaluated: boolean;
}

export interface AskedQuestion {
  id: string;
  kind: 'single' | 'multiple' | 'truth';
  asks: string;
  options: string[];
}

export interface QuizResult {
  mark: number;
  passed: boolean;
  left: number;
}
