import { useQueryClient } from '@tanstack/react-query';
import { post } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { useTell } from '@/shared/ui/ProblemPanel';
import type { Escalation } from './types';
import { text } from './words';

/** Takes the matter, so that nobody else is told. */
export function Take({ escalation, size = 'middle' }: { escalation: Escalation; size?: 'small' | 'middle' }) {
  const t = useWords(text);
  const operates = useMay('operate');
  const tell = useTell();
  const queries = useQueryClient();
  if (!operates || escalation.state !== 'running') return null;
  return (
    <ConfirmAct
      label={t.take}
      title={t.takeTitle}
      warning={
        <>
          <strong>{escalation.title}</strong>
          <p>{t.takeWarning}</p>
        </>
      }
      danger={false}
      button={{ size, type: 'primary' }}
      act={async () => {
        await post(`/escalations/${escalation.id}/acknowledge`, {});
        tell.done(t.taken);
        await queries.invalidateQueries();
      }}
    />
  );
}
