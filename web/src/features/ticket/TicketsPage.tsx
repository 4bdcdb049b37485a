import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Ticket } from '@/shared/api/types';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useServerNow } from '@/shared/time/clock';
import { mostUrgent } from '@/shared/time/countdown';
import { Countdown } from '@/shared/ui/Countdown';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import { NewTicket } from './NewTicket';
import { text } from './words';

export default function TicketsPage() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const [creating, setCreating] = useState(false);
  const create = (
    <Button type="primary" onClick={() => setCreating(true)}>
      {t.create}
    </Button>
  );
  return (
    <>
      <PageHead title={t.title} note={t.note} actions={create} />
      {creating && <NewTicket onClose={() => setCreating(false)} />}
      <ListTable<Ticket>
        path="/tickets"
        label={t.title}
        rowKey={(ticket) => ticket.id}
        refetchEvery={15_000}
        empty={{ title: t.none, hint: t.noneHint, action: create }}
        filters={[
          { name: 'state', label: c.state, options: [{ value: 'open,responded,paused', label: t.openOnly }, ...codeChoices('ticket', language)] },
          { name: 'pressed', label: t.clocks, options: [{ value: 'true', label: t.pressed }] },
          { name: 'kind', label: c.kind, options: codeChoices('ticketKind', language) },
        ]}
        columns={[
          {
            key: 'title',
            title: c.title,
            render: (one) => (
              <span className="cell-two">
                <Link to={`/tickets/${one.id}`}>{one.title}</Link>
                <span className="soft">
                  <span className="mono">{one.number}</span> · {codeName('ticketKind', one.kind, language)}
                </span>
              </span>
            ),
          },
          { key: 'severity', title: c.severity, render: (one) => (one.severity ? <StateTag kind="severity" code={one.severity} /> : '—') },
          { key: 'state', title: c.state, sort: 'state', render: (one) => <StateTag kind="ticket" code={one.state} /> },
          { key: 'clock', title: t.clocks, render: (one) => <Urgent ticket={one} /> },
          { key: 'opened', title: t.opened, sort: 'openedAt', render: (one) => <span className="figures nowrap">{time(one.openedAt)}</span> },
        ]}
      />
    </>
  );
}

function Urgent({ ticket }: { ticket: Ticket }) {
  const now = useServerNow(30_000);
  const clock = mostUrgent(ticket.clocks ?? [], now, ticket.openedAt);
  return clock ? <Countdown clock={clock} openedAt={ticket.openedAt} /> : <span className="soft">—</span>;
}
