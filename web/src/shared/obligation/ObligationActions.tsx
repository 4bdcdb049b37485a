import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { post } from '@/shared/api/http';
import type { Obligation } from '@/shared/api/types';
import { useWords } from '@/shared/i18n';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { useTell } from '@/shared/ui/ProblemPanel';
import { SubmitResult } from './SubmitResult';
import { text } from './words';

const open = new Set(['due', 'unknown', 'missed']);

/** What can be done about one obligation: run it, hand in its result, or waive it. */
export function ObligationActions({ obligation }: { obligation: Obligation }) {
  const t = useWords(text);
  const tell = useTell();
  const queries = useQueryClient();
  const operates = useMay('operate');
  const signs = useMay('sign');
  const [busy, setBusy] = useState(false);
  const [submitting, setSubmitting] = useState(false);
  if (!open.has(obligation.state)) return null;
  const automatic = obligation.way === 'automatic' || obligation.way === 'watched';

  const run = async () => {
    setBusy(true);
    try {
      await post(`/obligations/${obligation.id}/run`);
      tell.done(t.runStarted);
      await queries.invalidateQueries();
    } catch (thrown) {
      tell.problem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className="row">
      {operates && automatic && (
        <Button size="small" loading={busy} onClick={() => void run()}>
          {t.runNow}
        </Button>
      )}
      {operates && !automatic && (
        <Button size="small" onClick={() => setSubmitting(true)}>
          {t.submit}
        </Button>
      )}
      {signs && (
        <ConfirmAct
          label={t.waive}
          title={t.waiveTitle}
          warning={t.waiveWarning}
          asksReason
          button={{ size: 'small' }}
          act={async (reason) => {
            await post(`/obligations/${obligation.id}/waive`, { reason });
            tell.done(t.waived);
            await queries.invalidateQueries();
          }}
        />
      )}
      {submitting && <SubmitResult obligation={obligation} onClose={() => setSubmitting(false)} />}
    </span>
  );
}
