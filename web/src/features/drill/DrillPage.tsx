import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { Link, useParams } from 'react-router';
import { get, post, put } from '@/shared/api/http';
import { time, timeToSecond } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { AskAct } from '@/shared/ui/AskAct';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { StateTag } from '@/shared/ui/StateTag';
import './drill.css';
import type { Drill } from './types';
import { text } from './words';

export default function DrillPage() {
  const { id = '' } = useParams();
  const drill = useQuery({
    queryKey: ['drill', id],
    queryFn: ({ signal }) => get<Drill>(`/drills/${id}`, undefined, signal),
    refetchInterval: 5_000,
  });
  return <Answered of={drill}>{(found) => <DrillSheet drill={found} />}</Answered>;
}

function useDrillActs(drill: Drill) {
  const queries = useQueryClient();
  const keep = async (answer: Promise<Drill>) => {
    queries.setQueryData(['drill', drill.id], await answer);
  };
  return {
    post: (path: string, body: unknown = {}) => keep(post<Drill>(`/drills/${drill.id}${path}`, body)),
    put: (path: string, body: unknown) => keep(put<Drill>(`/drills/${drill.id}${path}`, body)),
  };
}

const hows = ['finished', 'aborted', 'timed-out', 'refused'] as const;

function DrillSheet({ drill }: { drill: Drill }) {
  const t = useWords(text);
  const how = hows.find((one) => one === drill.endedHow);
  return (
    <div className="stack">
      <PageHead
        title={drill.title}
        note={
          <span className="row">
            <span className="mono">{drill.number}</span>
            <StateTag kind="drill" code={drill.state} />
            <span>{drill.scenario}</span>
          </span>
        }
        actions={<Acts drill={drill} />}
      />
      <Artefacts drill={drill} />
      <Steps drill={drill} />
      {drill.startedAt && <ScoreSheet drill={drill} />}
      {(drill.state === 'ended' || drill.state === 'closed') && <Summary key={drill.state} drill={drill} />}
      <Sheet title={t.scheme}>
        <Facts
          items={[
            [t.plan, <Link key="plan" to={`/plans/${drill.planId}`}>{`v${drill.planVersion}`}</Link>],
            [t.goal, drill.goal],
            [t.environment, drill.environment],
            [t.participants, drill.participants],
            [t.abortCriteria, drill.abortCriteria],
            [t.limit, drill.limitMinutes],
            [t.planned, time(drill.plannedFor)],
            [t.ended, drill.endedAt ? `${time(drill.endedAt)} ${how ? t[how] : ''} ${drill.endedWhy ?? ''}` : '—'],
          ]}
        />
      </Sheet>
    </div>
  );
}

function Acts({ drill }: { drill: Drill }) {
  const t = useWords(text);
  const manages = useMay('manage');
  const operates = useMay('operate');
  const signs = useMay('sign');
  const acts = useDrillActs(drill);
  return (
    <>
      {manages && drill.state === 'prepared' && <ConfirmAct label={t.start} title={t.start} warning={t.startWarning} button={{ type: 'primary' }} act={() => acts.post('/start')} />}
      {(operates || signs) && drill.state === 'running' && <ConfirmAct label={t.abort} title={t.abortTitle} warning={t.abortWarning} asksReason button={{ type: 'primary' }} act={(reason) => acts.post('/abort', { reason })} />}
      {operates && drill.state === 'running' && <ConfirmAct label={t.end} title={t.end} warning={t.endWarning} danger={false} act={() => acts.post('/end')} />}
      {manages && drill.state === 'ended' && drill.summary && <ConfirmAct label={t.close} title={t.close} warning={t.closeWarning} danger={false} button={{ type: 'primary' }} act={() => acts.post('/close')} />}
    </>
  );
}

function Artefacts({ drill }: { drill: Drill }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const acts = useDrillActs(drill);
  const serves = useMay('serve');
  return (
    <Sheet title={t.artefacts}>
      <ul className="drill-rows">
        {drill.artefacts.map((one) => (
          <li key={one.id}>
            <div>
              <strong>{one.what}</strong> <StateTag kind="drillArtefact" code={one.state} />
              {one.placedAt && <div>{one.noticing}</div>}
              <div className="soft figures">
                {one.placedAt && `${t.placed} ${timeToSecond(one.placedAt)} `}
                {one.undoneAt && `${t.undone} ${timeToSecond(one.undoneAt)} `}
                {t.nobodySees(one.seeing.map((capability) => codeName('capability', capability, language)).join('、'))}
              </div>
            </div>
            {serves && drill.state === 'running' && !one.peopleNoticedAt && (
              <AskAct label={t.noticed} title={one.what} button={{ size: 'small' }} fields={[{ name: 'note', label: t.how, optional: true }]} act={(entered) => acts.post(`/artefacts/${one.id}/noticed`, entered)} />
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Steps({ drill }: { drill: Drill }) {
  const t = useWords(text);
  const acts = useDrillActs(drill);
  const serves = useMay('serve');
  return (
    <Sheet title={t.steps}>
      <ol className="drill-rows">
        {drill.steps.map((step) => (
          <li key={step.n}>
            <div>
              <strong>
                {step.n}. {step.what}
              </strong>
              <div className="soft">
                {step.who} · {t.within(step.withinMinutes)}
                {step.note && ` · ${step.note}`}
              </div>
            </div>
            {step.tickedAt ? (
              <span className="tag tag-good">
                {step.tickedBy} {timeToSecond(step.tickedAt)}
              </span>
            ) : (
              serves && drill.state === 'running' && <AskAct label={t.tick} title={step.what} button={{ size: 'small', type: 'primary' }} fields={[{ name: 'note', label: t.stepNote, optional: true }]} act={(entered) => acts.post(`/steps/${step.n}/tick`, entered)} />
            )}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

function ScoreSheet({ drill }: { drill: Drill }) {
  const t = useWords(text);
  return (
    <Sheet title={t.score} extra={<strong>{t.scoreOf(drill.score.met, drill.score.of)}</strong>}>
      <ul className="drill-rows">
        {drill.score.targets.map((target, place) => (
          <li key={place}>
            <span>
              {target.what} <span className="soft">{t.within(target.withinMinutes)}</span>
            </span>
            <span className={`tag tag-${target.met ? 'good' : 'bad'}`}>
              {target.met ? t.met : target.took === null ? t.never : t.late} {target.took !== null && t.took(target.took)}
            </span>
          </li>
        ))}
      </ul>
      {drill.reactions.length > 0 && (
        <>
          <h3>{t.reactions}</h3>
          <ul>
            {drill.reactions.map((one) => (
              <li key={one.ticketId}>
                <Link to={`/tickets/${one.ticketId}`}>{one.title}</Link>{' '}
                <span className="soft figures">
                  {time(one.openedAt)} {one.respondedAt && `· ${t.responded} ${time(one.respondedAt)}`} {one.resolvedAt && `· ${t.resolved} ${time(one.resolvedAt)}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Sheet>
  );
}

function Summary({ drill }: { drill: Drill }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const tell = useTell();
  const acts = useDrillActs(drill);
  const works = useMay('operate') && drill.state === 'ended';
  const [summary, setSummary] = useState(drill.summary);
  const [improvements, setImprovements] = useState(drill.improvements.filter((one) => !one.ticketId).map((one) => one.text).join('\n'));
  const [busy, setBusy] = useState(false);
  const act = async (path: () => Promise<void>) => {
    setBusy(true);
    try {
      await path();
      tell.done(c.saved);
    } catch (thrown) {
      tell.problem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet title={t.summary}>
      <div className="stack-small">
        {works ? (
          <>
            <div className="field">
              <label htmlFor={`${id}-summary`}>{t.summary}</label>
              <Input.TextArea id={`${id}-summary`} name="summary" rows={4} value={summary} onChange={(event) => setSummary(event.target.value)} />
            </div>
            <div className="field">
              <label htmlFor={`${id}-improvements`}>{t.improvements}</label>
              <Input.TextArea id={`${id}-improvements`} name="improvements" rows={3} value={improvements} onChange={(event) => setImprovements(event.target.value)} />
            </div>
            <div className="row">
              <Button type="primary" loading={busy} disabled={!summary.trim()} onClick={() => void act(() => acts.put('/summary', { summary, improvements: improvements.split('\n').filter((line) => line.trim() !== '') }))}>
                {t.saveSummary}
              </Button>
            </div>
          </>
        ) : (
          <p className="pre">{drill.summary || '—'}</p>
        )}
        <ul className="drill-rows">
          {drill.improvements.map((one) => (
            <li key={one.n}>
              <span>{one.text}</span>
              {one.ticketId ? (
                <Link to={`/tickets/${one.ticketId}`}>{t.ticket}</Link>
              ) : (
                works && (
                  <Button size="small" loading={busy} onClick={() => void act(() => acts.post(`/improvements/${one.n}/ticket`))}>
                    {t.openTicket}
                  </Button>
                )
              )}
            </li>
          ))}
        </ul>
        <div className="row">
          <Link to={`/plans/${drill.planId}?about=${encodeURIComponent(`drill/${drill.id}`)}`}>{t.revise}</Link>
          {drill.reportId &&
            ['docx', 'pdf'].map((format) => (
              <a key={format} href={`/api/reports/${drill.reportId}/file?as=${format}`}>
                {t.report} {format.toUpperCase()}
              </a>
            ))}
          {drill.obligationId && <span className="tag tag-good">{t.obligation}</span>}
        </div>
      </div>
    </Sheet>
  );
}
