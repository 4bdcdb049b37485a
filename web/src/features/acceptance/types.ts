export interface Round {
  id: string;
  contractId: string;
  ordinal: number;
  round: number;
  serviceFrom: string;
  serviceUntil: string;
  statement: string;
  appliedAt: string;
  appliedBy: string;
  judgeBy: string | null;
  acceptanceId: string;
  state: 'applied' | 'accepted' | 'refused';
  judgedAt: string | null;
  judgedBy: string | null;
  remarks: string | null;
  mendBy: string | null;
  providerName: string | null;
  reportId: string | null;
}

export interface Check {
  serviceId: string;
  clause: string | null;
  title: string;
  verdict: string;
  due: number;
  done: number;
  late: number;
  missed: number;
  judgement: 'open' | 'pass' | 'fail';
  remark: string | null;
  ticketId: string | null;
}

export interface RoundDetail {
  round: Round;
  checks: Check[];
}

export interface Planned {
  ordinal: number;
  serviceFrom: string;
  serviceUntil: string;
  opens: string;
  due: string | null;
  state: string;
  clientDaysLate: number;
  providerDaysLate: number;
  termination: string | null;
  terminationClause: string | null;
  terminationReading: string | null;
  rounds: Round[];
}
