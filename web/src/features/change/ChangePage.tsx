import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { address, get, post } from '@/shared/api/http';
import { useContractChoices } from '@/shared/contract/queries';
import { time, timeToSecond } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { SignHere } from '@/shared/ui/SignHere';
import './change.css';
import { Marks } from './ChangesPage';
import { ChangeWork } from './ChangeWork';
import { PlanForm } from './PlanForm';
import { PlanParts } from './PlanParts';
import type { Change } from './types';
import { text } from './words';

export default function ChangePage() {
  const { id = '' } = useParams();
  const change = useQuery({
    queryKey: ['change', id],
    queryFn: ({ signal }) => get<Change>(`/changes/${id}`, undefined, signal),
    refetchInterval: 15_000,
  });
  return <Answered of={change}>{(found) => <ChangeSheet change={found} />}</Answered>;
}

function ChangeSheet({ change }: { change: Change }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const operates = useMay('operate');
  const signs = useMay('sign');
  const tell = useTell();
  const queries = useQueryClient();
  const [planning, setPlanning] = useState(false);
  const contract = useContractChoices().find((one) => one.value === change.contractId)?.label;
  const latest = change.plans.at(-1) ?? null;
  const signature = latest ? change.signatures.find((one) => one.version === latest.version) : undefined;
  const before = ['draft', 'proposed', 'signed', 'declined'].includes(change.state);
  const mayStillSign = latest !== null && !signature && (change.state === 'proposed' || change.emergency);
  const record = async (act: string, body: unknown = {}) => {
    await post(`/changes/${change.ticketId}/${act}`, body);
    tell.done(t.recorded);
    await queries.invalidateQueries();
  };
  const facts: [string, React.ReactNode][] = [
    [c.contract, <Link key="contract" to={`/contracts/${change.contractId}`}>{contract ?? c.open}</Link>],
    [t.ticket, <Link key="ticket" to={`/tickets/${change.ticketId}`}><span className="mono">{change.number}</span></Link>],
  ];
  if (change.from && change.until) facts.push([t.window, `${time(change.from)} – ${time(change.until)}`]);
  if (change.startedAt) facts.push([t.started, `${time(change.startedAt)} ${change.startedBy ?? ''}`]);
  if (change.finishedAt) facts.push([t.finished, time(change.finishedAt)]);
  if (change.emergencyReason) facts.push([t.emergency, change.emergencyReason]);
  if (change.confirmBy && !change.confirmedAt) facts.push([t.confirmBy, time(change.confirmBy)]);
  if (change.outcome) facts.push([t.conclusion, change.outcome]);
  return (
    <div className="stack">
      <PageHead
        title={change.title}
        note={<Marks change={change} />}
        actions={
          <>
            {operates && before && (
              <Button type={latest ? 'default' : 'primary'} onClick={() => setPlanning(true)}>
                {latest ? t.newPlan : t.writePlan}
              </Button>
            )}
            {(operates || signs) && before && (
              <ConfirmAct label={t.cancel} title={t.cancelTitle} warning={t.cancelHint} asksReason act={(reason) => record('cancel', { text: reason })} />
            )}
          </>
        }
      />
      {planning && <PlanForm change={change} plan={latest?.plan ?? null} onClose={() => setPlanning(false)} />}
      <div className="change-grid">
        <div className="stack">
          <Sheet title={t.about}>
            <Facts items={facts} />
            {change.body && <p className="pre">{change.body}</p>}
          </Sheet>
          <Sheet
            title={latest ? `${t.plan} · ${t.version(latest.version)}` : t.plan}
            extra={latest && <a href={address(`/reports/${latest.paperId}/file`, { as: 'pdf' })} target="_blank" rel="noreferrer">{t.paper}</a>}
          >
            {latest ? <PlanParts version={latest} clientId={change.clientId} /> : <p className="soft">{t.noPlan}</p>}
          </Sheet>
          {signs && mayStillSign && (
            <Sheet title={t.sign}>
              {change.state !== 'proposed' && <p>{t.signLater}</p>}
              <SignHere about={`change/${change.ticketId}`} label={t.signNow} warning={t.signWarning} act={(signed) => record('sign', { ...signed, digest: latest.digest })} />
              {change.state === 'proposed' && (
                <ConfirmAct label={t.decline} title={t.declineTitle} warning="" asksReason act={(reason) => record('decline', { text: reason })} />
              )}
            </Sheet>
          )}
          {signature && (
            <Sheet title={t.signed}>
              <Facts
                items={[
                  [t.signer, `${signature.name} ${signature.office}`],
                  [c.time, time(signature.at)],
                  [c.digest, <span key="digest" className="mono">{signature.digest.slice(0, 16)}…</span>],
                  [c.evidence, <Link key="evidence" to={`/evidence/${change.contractId}/${signature.evidenceSeq}`}>#{signature.evidenceSeq}</Link>],
                ]}
              />
              {signature.remarks && <p className="pre">{signature.remarks}</p>}
            </Sheet>
          )}
          {latest && <ChangeWork change={change} plan={latest.plan} record={record} />}
        </div>
        <Sheet title={c.history}>
          <ol className="timeline">
            {change.steps.map((step, index) => (
              <li key={index}>
                <strong>
                  {codeName('changeAct', step.act, language)}
                  {step.place !== null && ` ${step.place}`}
                </strong>{' '}
                {step.outcome && <span>{codeName('stepOutcome', step.outcome, language)} </span>}
                <span className="soft figures">
                  {timeToSecond(step.at)} {step.who}
                </span>{' '}
                <Link to={`/evidence/${change.contractId}/${step.evidenceSeq}`}>#{step.evidenceSeq}</Link>
                {step.text && <div className="pre">{step.text}</div>}
              </li>
            ))}
          </ol>
        </Sheet>
      </div>
    </div>
  );
}
