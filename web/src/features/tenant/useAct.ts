import { useState } from 'react';

/** One act at a time: whether it is under way, and what went wrong. */
export function useAct(): { busy: boolean; problem: unknown; run: (act: () => Promise<void>) => Promise<void> } {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const run = async (act: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await act();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run };
}
