export interface PlatformBackup {
  id: string;
  state: string;
  way: string;
  file: string;
  startedAt: string;
  startedBy: string;
  finishedAt: string | null;
  sizeBytes: number | null;
  rows: number | null;
  files: number | null;
  damaged: number | null;
  problem: string | null;
  checkedAt: string | null;
  checkProblem: string | null;
  removedAt: string | null;
}

export interface BackupState {
  last: PlatformBackup | null;
  scheduled: boolean;
  /** How often, as an ISO 8601 duration. */
  every: string;
  keep: number;
  dueAt: string | null;
  alarm: 'never' | 'old' | 'damaged' | 'unscheduled' | null;
}
