import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { get } from '@/shared/api/http';
import type { Ticket } from '@/shared/api/types';
import { useContractChoices } from '@/shared/contract/queries';
import { inLanguage, time, timeToSecond } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { DeclareIncident } from '@/shared/incident/DeclareIncident';
import { Countdown } from '@/shared/ui/Countdown';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import './ticket.css';
import { TicketActs } from './TicketActs';
import { text } from './words';

export default function TicketPage() {
  const { id = '' } = useParams();
  const ticket = useQuery({
    queryKey: ['ticket', id],
    queryFn: ({ signal }) => get<Ticket>(`/tickets/${id}`, undefined, signal),
    refetchInterval: 15_000,
  });
  return <Answered of={ticket}>{(found) => <TicketSheet ticket={found} />}</Answered>;
}

function TicketSheet({ ticket }: { ticket: Ticket }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const clocks = ticket.clocks ?? [];
  const history = ticket.history ?? [];
  const contract = useContractChoices().find((one) => one.value === ticket.contractId)?.label;
  const facts: [string, React.ReactNode][] = [
    [t.number, <span key="number" className="mono">{ticket.number}</span>],
    [c.kind, codeName('ticketKind', ticket.kind, language)],
    [t.opened, time(ticket.openedAt)],
  ];
  facts.push([t.openedBy, ticket.openedBy]);
  if (ticket.levelSubject) facts.push([t.level, ticket.levelSubject]);
  facts.push([c.contract, <Link key="contract" to={`/contracts/${ticket.contractId}${ticket.serviceId ? `?clause=${encodeURIComponent(ticket.serviceId)}` : ''}`}>{contract ?? c.open}</Link>]);
  if (ticket.findingId) facts.push([t.finding, <Link key="finding" to={`/findings/${ticket.findingId}`}>{t.toFinding}</Link>]);
  return (
    <div className="stack">
      <PageHead
        title={ticket.title}
        note={
          <span className="row">
            <StateTag kind="ticket" code={ticket.state} />
            {ticket.severity && <StateTag kind="severity" code={ticket.severity} />}
          </span>
        }
        actions={ticket.state !== 'closed' && <DeclareIncident from={{ ticketId: ticket.id }} />}
      />
      <ul className="clock-faces" aria-label={t.clocks}>
        {clocks.length === 0 && <li className="soft">{t.noClocks}</li>}
        {clocks.map((clock) => (
          <li key={clock.kind} className={`clock-face clock-face-${clock.state}`} data-clock={clock.kind}>
            <span className="clock-face-name">{codeName('clock', clock.kind, language)}</span>
            <Countdown clock={clock} openedAt={ticket.openedAt} plain />
            <span className="soft figures">
              {t.dueAt} {time(clock.dueAt)}
            </span>
          </li>
        ))}
      </ul>
      <div className="ticket-grid">
        <div className="stack">
          <Sheet title={t.about}>
            <Facts items={facts} />
            {ticket.body && <p className="pre ticket-text">{ticket.body}</p>}
          </Sheet>
          <Sheet title={t.act}>
            <TicketActs ticket={ticket} />
          </Sheet>
        </div>
        <Sheet title={c.history}>
          {history.length === 0 ? (
            <p className="soft">{t.noHistory}</p>
          ) : (
            <ol className="timeline">
              {history.map((entry, index) => (
                <li key={index}>
                  <strong>{codeName('ticketEvent', entry.type, language)}</strong> <span className="soft figures">{timeToSecond(entry.at)} {entry.who}</span>
                  {entry.clock && <span className="soft"> {codeName('clock', entry.clock, language)}</span>}
                  {(entry.reason || entry.text) && <div className="pre">{[entry.reason, inLanguage(entry.text, language)].filter(Boolean).join('\n')}</div>}
                </li>
              ))}
            </ol>
          )}
        </Sheet>
      </div>
    </div>
  );
}
