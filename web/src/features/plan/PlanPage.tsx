import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { get, post, put } from '@/shared/api/http';
import { time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { SignAct } from '@/shared/ui/SignAct';
import { StateTag } from '@/shared/ui/StateTag';
import { complete } from './content';
import { ContentForm } from './ContentForm';
import { ContentView } from './ContentView';
import './plan.css';
import { TreeTests } from './TreeTests';
import type { DifferenceLine, Plan, Version } from './types';
import { text } from './words';

export default function PlanPage() {
  const { id = '' } = useParams();
  const plan = useQuery({ queryKey: ['plan', id], queryFn: ({ signal }) => get<Plan>(`/plans/${id}`, undefined, signal) });
  return <Answered of={plan}>{(found) => <PlanSheet plan={found} />}</Answered>;
}

function PlanSheet({ plan }: { plan: Plan }) {
  const t = useWords(text);
  const [chosen, setChosen] = useState<number | null>(null);
  const [comparing, setComparing] = useState(false);
  const newest = plan.versions[0];
  const version = plan.versions.find((one) => one.n === chosen) ?? newest;
  const operates = useMay('operate');
  if (!version) return null;
  return (
    <div className="stack">
      <PageHead
        title={plan.title}
        note={
          <span className="row">
            <Select aria-label={t.versions} value={version.n} onChange={setChosen} options={plan.versions.map((one) => ({ value: one.n, label: t.version(one.n) }))} />
            <StateTag kind="planVersion" code={version.state} />
          </span>
        }
        actions={<Acts plan={plan} version={version} />}
      />
      <Sheet>
        <Facts
          items={[
            [t.changeNote, version.note],
            [t.drawnBy, `${version.drawnBy} ${time(version.drawnAt)}`],
            [t.reviewedBy, version.reviewedBy ? `${version.reviewedBy} ${time(version.reviewedAt)}` : '—'],
            [t.approvedAt, version.approvedBy ? `${t.signed(version.approvedBy, version.approvedAs ?? '')} ${time(version.approvedAt)}` : '—'],
            ...(version.about ? ([[t.about, <Link key="about" to={`/${version.about.replace('/', 's/')}`}>{version.about.split('/')[0]}</Link>]] as [string, React.ReactNode][]) : []),
          ]}
        />
      </Sheet>
      {version.state === 'draft' && operates ? (
        <DraftSheet key={version.id} plan={plan} version={version} />
      ) : (
        <Sheet
          title={t.version(version.n)}
          extra={
            version.n > 1 && (
              <Button size="small" onClick={() => setComparing(!comparing)} aria-expanded={comparing}>
                {t.compare}
              </Button>
            )
          }
        >
          {comparing && version.n > 1 ? <Difference plan={plan} version={version} /> : <ContentView client={plan.clientId} content={version.content} />}
        </Sheet>
      )}
      <TreeTests plan={plan} />
    </div>
  );
}

function Difference({ plan, version }: { plan: Plan; version: Version }) {
  const t = useWords(text);
  const lines = useQuery({
    queryKey: ['plan-difference', plan.id, version.n],
    queryFn: ({ signal }) => get<DifferenceLine[]>(`/plans/${plan.id}/difference`, { from: version.n - 1, to: version.n }, signal),
  });
  return (
    <Answered of={lines}>
      {(found) =>
        found.every((line) => line.kind === 'same') ? (
          <p className="soft">{t.noDifference}</p>
        ) : (
          <div className="plan-difference">
            {found.map((line, place) => (line.kind === 'added' ? <ins key={place}>+ {line.text}</ins> : line.kind === 'removed' ? <del key={place}>− {line.text}</del> : <span key={place}>{line.text}</span>))}
          </div>
        )
      }
    </Answered>
  );
}

function usePlanActs(plan: Plan) {
  const queries = useQueryClient();
  return async (answer: Promise<Plan>) => {
    queries.setQueryData(['plan', plan.id], await answer);
    await queries.invalidateQueries({ queryKey: ['list'] });
  };
}

function DraftSheet({ plan, version }: { plan: Plan; version: Version }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const tell = useTell();
  const keep = usePlanActs(plan);
  const [content, setContent] = useState(version.content);
  const [note, setNote] = useState(version.note);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await keep(put<Plan>(`/plans/${plan.id}/versions/${version.n}`, { content, note }));
      tell.done(c.saved);
    } catch (thrown) {
      tell.problem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet title={t.version(version.n)}>
      <div className="stack">
        <div className="field">
          <label htmlFor={`${id}-note`}>{t.changeNote}</label>
          <Input id={`${id}-note`} name="note" value={note} onChange={(event) => setNote(event.target.value)} />
        </div>
        <ContentForm client={plan.clientId} content={content} onChange={setContent} />
        <div className="row">
          <Button type="primary" loading={busy} disabled={!complete(content) || !note.trim()} onClick={() => void save()}>
            {t.saveDraft}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

function Acts({ plan, version }: { plan: Plan; version: Version }) {
  const t = useWords(text);
  const id = useId();
  const operates = useMay('operate');
  const signs = useMay('sign');
  const keep = usePlanActs(plan);
  const [search] = useSearchParams();
  const about = search.get('about');
  const [office, setOffice] = useState('');
  const path = `/plans/${plan.id}/versions/${version.n}`;
  return (
    <>
      {operates && version.state === 'draft' && <ConfirmAct label={t.review} title={t.reviewTitle} warning={t.reviewWarning} danger={false} act={() => keep(post(`${path}/review`))} />}
      {signs && version.state === 'reviewed' && (
        <SignAct label={t.approve} title={t.approve} note={t.approveNote} button={{ type: 'primary' }} incomplete={!office.trim()} act={(name, drawing) => keep(post(`${path}/approve`, { name, office, drawing }))}>
          <div className="field">
            <label htmlFor={id}>{t.office}</label>
            <Input id={id} name="office" value={office} onChange={(event) => setOffice(event.target.value)} />
          </div>
        </SignAct>
      )}
      {operates && version.state === 'approved' && <ConfirmAct label={t.putInForce} title={t.putInForce} warning={t.putInForceWarning} danger={false} button={{ type: 'primary' }} act={() => keep(post(`${path}/in-force`))} />}
      {operates && version.state === 'in-force' && plan.versions[0]?.n === version.n && (
        <ConfirmAct label={t.revise} title={t.revise} warning={t.changeNote} asksReason danger={false} act={(note) => keep(post(`/plans/${plan.id}/versions`, { content: version.content, note, about }))} />
      )}
      {operates && <ConfirmAct label={t.draw} title={t.draw} warning={t.version(version.n)} danger={false} act={() => keep(post(`${path}/paper`))} />}
      {operates && version.state === 'in-force' && <Link to={`/drills?plan=${plan.id}`}>{t.drill}</Link>}
      {version.reportId && (
        <span className="row">
          {['docx', 'pdf'].map((format) => (
            <a key={format} href={`/api/reports/${version.reportId}/file?as=${format}`}>
              {format.toUpperCase()}
            </a>
          ))}
        </span>
      )}
    </>
  );
}
