import { useQueryClient } from '@tanstack/react-query';
import { Progress } from 'antd';
import { post } from '@/shared/api/http';
import type { Run } from '@/shared/api/types';
import { useWords } from '@/shared/i18n';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { useTell } from '@/shared/ui/ProblemPanel';
import { text } from './words';

export const going = (run: Run): boolean => run.state === 'running' || run.state === 'queued';

export function RunProgress({ run }: { run: Run }) {
  const t = useWords(text);
  if (!going(run)) return <span className="soft">{run.reason ?? '—'}</span>;
  const { done = 0, total = 0, message = null } = run.progress ?? {};
  const percent = total > 0 ? Math.round((done / total) * 100) : 0;
  return (
    <span>
      <Progress percent={percent} size="small" showInfo={total > 0} aria-label={t.progress} />
      {message && <span className="soft">{message}</span>}
    </span>
  );
}

export function CancelRun({ run }: { run: Run }) {
  const t = useWords(text);
  const operates = useMay('operate');
  const tell = useTell();
  const queries = useQueryClient();
  if (!operates || !going(run)) return null;
  return (
    <ConfirmAct
      label={t.cancel}
      title={t.cancelTitle}
      warning={t.cancelWarning}
      button={{ size: 'small' }}
      act={async () => {
        await post(`/runs/${run.id}/cancel`);
        tell.done(t.cancelled);
        await queries.invalidateQueries();
      }}
    />
  );
}
