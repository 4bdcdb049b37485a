import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { post } from '@/shared/api/http';
import { Problem } from '@/shared/api/problem';
import { useWords, words } from '@/shared/i18n';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';

const text = words(
  {
    declare: '转为安全事件',
    title: '建立事件处置室？',
    warning: '将建立安全事件工单并开始计时，同时通知值班人员。',
  },
  {
    declare: 'Declare an incident',
    title: 'Open an incident room?',
    warning: 'An incident ticket is opened, its clocks begin to run, and the people on duty are told.',
  },
);

/** Makes an incident room from what was found; goes to the one that is there already. */
export function DeclareIncident({ from }: { from: { findingId: string } | { ticketId: string } }) {
  const t = useWords(text);
  const operates = useMay('operate');
  const navigate = useNavigate();
  const queries = useQueryClient();
  if (!operates) return null;
  const declare = async () => {
    try {
      const room = await post<{ id: string }>('/incidents', from);
      await queries.invalidateQueries();
      await navigate(`/incidents/${room.id}`);
    } catch (thrown) {
      const known = thrown instanceof Problem && thrown.code === 'room-exists' ? thrown.more['incident'] : null;
      if (typeof known !== 'string') throw thrown;
      await navigate(`/incidents/${known}`);
    }
  };
  return <ConfirmAct label={t.declare} title={t.title} warning={t.warning} act={declare} />;
}
