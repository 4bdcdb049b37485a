import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Ticket } from '@/shared/api/types';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMayAll } from '@/shared/session';
import { useServerNow } from '@/shared/time/clock';
import { mostUrgent } from '@/shared/time/countdown';
import { Countdown } from '@/shared/ui/Countdown';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import { BulkBar } from './BulkBar';
import { beside, useListKeys, type Ask } from './keys';
import { KeysHelp } from './KeysHelp';
import { NewTicket } from './NewTicket';
import { SavedFilters } from './SavedFilters';
import './ticket.css';
import type { ListedTicket } from './types';
import { text } from './words';

export default function TicketsPage() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const about = search.get('about');
  const chooses = useMayAll();
  const [creating, setCreating] = useState(false);
  const [helping, setHelping] = useState(false);
  const [rows, setRows] = useState<ListedTicket[]>([]);
  const [chosen, setChosen] = useState<string[]>([]);
  const [marked, setMarked] = useState<string | null>(null);
  const selects = chooses('operate') || chooses('sign');

  const asked = useCallback(
    (what: Ask) => {
      const keys = rows.map((row) => row.id);
      if (what === 'next') setMarked(beside(keys, marked, 1));
      else if (what === 'previous') setMarked(beside(keys, marked, -1));
      else if (what === 'search') document.querySelector<HTMLInputElement>('.list-search input')?.focus();
      else if (what === 'create') setCreating(true);
      else if (what === 'help') setHelping(true);
      else if (marked && what === 'open') void navigate(`/tickets/${marked}`);
      else if (marked && selects) setChosen((before) => (before.includes(marked) ? before.filter((id) => id !== marked) : [...before, marked]));
    },
    [rows, marked, navigate, selects],
  );
  useListKeys(asked);

  const create = (
    <Button type="primary" onClick={() => setCreating(true)}>
      {t.create}
    </Button>
  );
  const actions = (
    <span className="row">
      <Button onClick={() => setHelping(true)}>{t.keys}</Button>
      {create}
    </span>
  );
  return (
    <>
      <PageHead title={t.title} note={t.note} actions={actions} />
      {creating && <NewTicket onClose={() => setCreating(false)} />}
      {helping && <KeysHelp onClose={() => setHelping(false)} />}
      {chosen.length > 0 && <BulkBar chosen={chosen} rows={rows} onChosen={setChosen} onClear={() => setChosen([])} />}
      <ListTable<ListedTicket>
        path="/tickets"
        label={t.title}
        rowKey={(ticket) => ticket.id}
        refetchEvery={15_000}
        onRows={setRows}
        marked={marked}
        fixed={{ about }}
        extra={
          <>
            {about && <Link to="/tickets">{t.notOnlyAbout}</Link>}
            <SavedFilters />
          </>
        }
        {...(selects && { selection: { chosen, change: setChosen, label: t.select } })}
        empty={{ title: t.none, hint: t.noneHint, action: create }}
        filters={[
          { name: 'state', label: c.state, options: [{ value: 'open,responded,paused', label: t.openOnly }, ...codeChoices('ticket', language)] },
          { name: 'pressed', label: t.clocks, options: [{ value: 'true', label: t.pressed }] },
          { name: 'kind', label: c.kind, options: codeChoices('ticketKind', language) },
          { name: 'severity', label: c.severity, options: codeChoices('severity', language) },
          { name: 'assignee', label: t.assignee, options: [{ value: 'me', label: t.mine }, { value: 'none', label: t.unassigned }] },
          { name: 'watched', label: t.watch, options: [{ value: 'true', label: t.watched }] },
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
          { key: 'assignee', title: t.assignee, render: (one) => one.assignee?.name ?? <span className="soft">—</span> },
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
