import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { get, put } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { useMay, usePerson } from '@/shared/session';
import { Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import type { PersonRef, TicketDetail } from './types';
import { text } from './words';

/** Who works on a ticket and who follows it. */
export function TicketPeople({ ticket }: { ticket: TicketDetail }) {
  const t = useWords(text);
  const tell = useTell();
  const queries = useQueryClient();
  const operates = useMay('operate');
  const follows = usePerson().role !== 'auditor';
  const { data: people = [] } = useQuery({
    queryKey: ['ticket', ticket.id, 'people'],
    queryFn: ({ signal }) => get<PersonRef[]>(`/tickets/${ticket.id}/people`, undefined, signal),
    enabled: operates,
  });
  const change = async (path: string, body: object) => {
    try {
      await put(`/tickets/${ticket.id}/${path}`, body);
      await queries.invalidateQueries();
    } catch (thrown) {
      tell.problem(thrown);
    }
  };
  return (
    <Sheet
      title={t.people}
      extra={
        follows && (
          <Button size="small" aria-pressed={ticket.watching} onClick={() => void change('watching', { on: !ticket.watching })}>
            {ticket.watching ? t.unwatch : t.watch}
          </Button>
        )
      }
    >
      <dl className="facts">
        <div>
          <dt>{t.assignee}</dt>
          <dd>
            {operates ? (
              <Select
                aria-label={t.assignee}
                value={ticket.assignee?.id ?? null}
                placeholder={t.nobody}
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                style={{ minWidth: 160 }}
                options={people.map((one) => ({ value: one.id, label: one.name }))}
                onChange={(id: string | undefined) => void change('assignee', { personId: id ?? null })}
              />
            ) : (
              (ticket.assignee?.name ?? t.nobody)
            )}
          </dd>
        </div>
        <div>
          <dt>{t.watchers}</dt>
          <dd>{ticket.watchers.length === 0 ? '—' : ticket.watchers.map((one) => one.name).join('、')}</dd>
        </div>
      </dl>
    </Sheet>
  );
}
