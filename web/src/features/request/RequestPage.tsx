import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { get, post } from '@/shared/api/http';
import { useContractChoices } from '@/shared/contract/queries';
import { time, timeToSecond } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useTell } from '@/shared/ui/ProblemPanel';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { SignHere } from '@/shared/ui/SignHere';
import { StateTag } from '@/shared/ui/StateTag';
import './request.css';
import { RequestActs } from './RequestActs';
import type { ServiceRequest } from './types';
import { text } from './words';

export default function RequestPage() {
  const { id = '' } = useParams();
  const request = useQuery({
    queryKey: ['request', id],
    queryFn: ({ signal }) => get<ServiceRequest>(`/requests/${id}`, undefined, signal),
    refetchInterval: 15_000,
  });
  return <Answered of={request}>{(found) => <RequestSheet request={found} />}</Answered>;
}

function RequestSheet({ request }: { request: ServiceRequest }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const contract = useContractChoices().find((one) => one.value === request.contractId)?.label;
  const facts: [string, React.ReactNode][] = [
    [t.askedBy, request.askedBy],
    [t.channel, codeName('channel', request.channel, language)],
    [t.proof, request.proof ?? <strong key="unproven">{t.unproven}</strong>],
    [t.received, time(request.receivedAt)],
    [c.contract, <Link key="contract" to={`/contracts/${request.contractId}`}>{contract ?? c.open}</Link>],
    [t.ticket, <Link key="ticket" to={`/tickets/${request.ticketId}`}><span className="mono">{request.number}</span></Link>],
  ];
  if (request.quota) facts.push([t.quota, `${request.quota.title}：${t.usedOf(request.quota.used, request.quota.atMost)}`]);
  return (
    <div className="stack">
      <PageHead
        title={request.title}
        note={
          <span className="row">
            <StateTag kind="request" code={request.stage} />
            {request.extra && <span className="tag tag-warn">{t.extra}</span>}
          </span>
        }
        actions={
          <Link to={`/tickets/${request.ticketId}`}>
            <Button>{t.toTicket}</Button>
          </Link>
        }
      />
      <div className="desk-grid">
        <div className="stack">
          <Sheet title={t.about}>
            <Facts items={facts} />
            <p className="pre desk-text">{request.body}</p>
            {request.reason && (
              <p>
                <strong>{t.reason}：</strong>
                {request.reason}
              </p>
            )}
          </Sheet>
          {request.warning && (
            <Sheet title={t.warning}>
              <p className="pre desk-warning">{request.warning}</p>
              <p className="soft">
                {c.digest} <span className="mono">{request.digest.slice(0, 16)}…</span>
              </p>
            </Sheet>
          )}
          {request.mayConfirm && <Confirm request={request} />}
          {request.confirmations.map((one) => (
            <Sheet key={one.digest} title={t.confirmedBy}>
              <Facts
                items={[
                  [t.name, `${one.name} ${one.office}`],
                  [c.kind, one.way === 'drawn' ? t.drawn : t.paper],
                  [c.time, time(one.at)],
                  [t.evidence, <Link key="evidence" to={`/evidence/${request.contractId}/${one.evidenceSeq}`}>#{one.evidenceSeq}</Link>],
                ]}
              />
              {one.remarks && <p className="pre">{one.remarks}</p>}
            </Sheet>
          ))}
          <RequestActs request={request} />
        </div>
        <Sheet title={c.history}>
          <ol className="timeline">
            {request.steps.map((step, index) => (
              <li key={index}>
                <strong>{codeName('requestAct', step.act, language)}</strong>{' '}
                <span className="soft figures">
                  {timeToSecond(step.at)} {step.who}
                </span>{' '}
                <Link to={`/evidence/${request.contractId}/${step.evidenceSeq}`}>#{step.evidenceSeq}</Link>
                {step.text && <div className="pre">{step.text}</div>}
              </li>
            ))}
          </ol>
        </Sheet>
      </div>
    </div>
  );
}

/** The client's written word, tied to the words on this page by their digest. */
function Confirm({ request }: { request: ServiceRequest }) {
  const t = useWords(text);
  const tell = useTell();
  const queries = useQueryClient();
  return (
    <Sheet title={t.confirm}>
      <p>{t.confirmNote}</p>
      <SignHere
        label={t.confirmNow}
        warning={t.confirmWarning}
        act={async (signed) => {
          await post(`/requests/${request.ticketId}/confirmation`, { ...signed, digest: request.digest });
          tell.done(t.recorded);
          await queries.invalidateQueries();
        }}
      />
    </Sheet>
  );
}
