import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { get } from '@/shared/api/http';
import { useContractChoices } from '@/shared/contract/queries';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { DeclareIncident } from '@/shared/incident/DeclareIncident';
import { usePerson } from '@/shared/session';
import { Countdown } from '@/shared/ui/Countdown';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import './ticket.css';
import { CommentBox } from './CommentBox';
import { TicketActs } from './TicketActs';
import { TicketHistory } from './TicketHistory';
import { TicketLinks } from './TicketLinks';
import { TicketPeople } from './TicketPeople';
import type { TicketDetail } from './types';
import { text } from './words';

export default function TicketPage() {
  const { id = '' } = useParams();
  const ticket = useQuery({
    queryKey: ['ticket', id],
    queryFn: ({ signal }) => get<TicketDetail>(`/tickets/${id}`, undefined, signal),
    refetchInterval: 15_000,
  });
  return <Answered of={ticket}>{(found) => <TicketSheet ticket={found} />}</Answered>;
}

function TicketSheet({ ticket }: { ticket: TicketDetail }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const speaks = usePerson().role !== 'auditor';
  const clocks = ticket.clocks ?? [];
  const pause = ticket.state === 'paused' ? ticket.history.findLast((one) => one.type === 'pause') : undefined;
  const disputed = pause && ticket.history.slice(ticket.history.indexOf(pause)).some((one) => one.type === 'dispute');
  const contract = useContractChoices().find((one) => one.value === ticket.contractId)?.label;
  const facts: [string, React.ReactNode][] = [
    [t.number, <span key="number" className="mono">{ticket.number}</span>],
    [c.kind, codeName('ticketKind', ticket.kind, language)],
    [t.opened, time(ticket.openedAt)],
  ];
  facts.push([t.openedBy, ticket.openedBy]);
  if (ticket.levelSubject) facts.push([t.level, [ticket.levelSubject, ticket.levelSeverity].filter(Boolean).join(' · ')]);
  facts.push([c.contract, <Link key="contract" to={`/contracts/${ticket.contractId}${ticket.serviceId ? `?clause=${encodeURIComponent(ticket.serviceId)}` : ''}`}>{contract ?? c.open}</Link>]);
  for (const subject of ticket.subjects) {
    facts.push([t.origin, <Link key={subject.path} to={subject.path}>{[codeName('ticketSubject', subject.kind, language), subject.label].filter(Boolean).join(' ')}</Link>]);
  }
  if (ticket.assetId) facts.push([c.asset, <Link key="asset" to={`/assets/${ticket.assetId}`}>{t.toAsset}</Link>]);
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
            {pause && clock.state === 'paused' && (
              <span className="soft">
                {t.pausedBy(pause.who, pause.reason ?? '')} {disputed && <strong className="disputed">{t.disputed}</strong>}
              </span>
            )}
            {clock.kind === 'resolve' && ticket.forewarn && clock.state === 'running' && <span className="soft">{t.forewarnDue}</span>}
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
          {speaks && (
            <Sheet title={t.commentLabel}>
              <CommentBox ticket={ticket.id} />
            </Sheet>
          )}
        </div>
        <div className="stack">
          <TicketPeople ticket={ticket} />
          <TicketLinks ticket={ticket} />
          <Sheet title={c.history}>
            <TicketHistory history={ticket.history} />
          </Sheet>
        </div>
      </div>
    </div>
  );
}
