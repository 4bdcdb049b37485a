import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useWords } from '@/shared/i18n';
import { useTell } from '@/shared/ui/ProblemPanel';
import { admin } from './admin-words';
import { ShownOnce } from './ShownOnce';
import type { Outcome } from './types';

/** Tells what became of an administrator's change, and shows its one-time password. */
export function useOutcome(): { told: (outcome: Outcome) => Promise<void>; shown: ReactNode } {
  const t = useWords(admin);
  const tell = useTell();
  const queries = useQueryClient();
  const [password, setPassword] = useState<string | null>(null);
  const told = async (outcome: Outcome) => {
    if (outcome.password) setPassword(outcome.password);
    else tell.done(outcome.proposal ? t.proposed : t.doneNow);
    await queries.invalidateQueries();
  };
  const shown = password && <ShownOnce title={t.oneTime} secret={password} note={t.oneTimeNote} onClose={() => setPassword(null)} />;
  return { told, shown };
}
