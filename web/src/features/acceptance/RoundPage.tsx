import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { address, get, post, put } from '@/shared/api/http';
import { timeToSecond } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay, usePerson } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { SignaturePad, type Signature } from '@/shared/ui/SignaturePad';
import { StateTag } from '@/shared/ui/StateTag';
import './acceptance.css';
import { text } from './words';
import type { Check, Round, RoundDetail } from './types';

export default function RoundPage() {
  const { id = '' } = useParams();
  const detail = useQuery({
    queryKey: ['acceptance-round', id],
    queryFn: ({ signal }) => get<RoundDetail>(`/acceptance-rounds/${id}`, undefined, signal),
  });
  return <Answered of={detail}>{(found) => <RoundSheet detail={found} />}</Answered>;
}

function RoundSheet({ detail: { round, checks } }: { detail: RoundDetail }) {
  const t = useWords(text);
  const manages = useMay('manage');
  return (
    <div className="stack">
      <PageHead
        title={`${t.ordinal(round.ordinal)} · ${t.round(round.round)}`}
        note={<StateTag kind="acceptancePlan" code={round.state} />}
        actions={
          <span className="row">
            <Link to={`/acceptances/${round.acceptanceId}`}>{t.toPackage}</Link>
            {round.reportId && (
              <a href={address(`/reports/${round.reportId}/file`, { as: 'pdf' })} target="_blank" rel="noreferrer">
                {t.signedReport}
              </a>
            )}
            {manages && round.state !== 'applied' && !round.reportId && <Countersign round={round} />}
          </span>
        }
      />
      <Sheet>
        <Facts
          items={[
            [t.period, `${round.serviceFrom} – ${round.serviceUntil}`],
            [t.statement, round.statement],
            [t.created, timeToSecond(round.appliedAt)],
            [t.judgeBy, round.judgeBy ?? '—'],
            [t.remarks, round.remarks ?? '—'],
            [t.mendBy, round.mendBy ?? '—'],
          ]}
        />
      </Sheet>
      <Sheet title={t.checklist} flush>
        <p className="sheet-body soft">{t.checkNote}</p>
        <div className="clause-results">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t.clause}</th>
                <th scope="col">{t.due}</th>
                <th scope="col">{t.done}</th>
                <th scope="col">{t.late}</th>
                <th scope="col">{t.missed}</th>
                <th scope="col">{t.judgement}</th>
              </tr>
            </thead>
            <tbody>
              {checks.map((check) => (
                <CheckRow key={check.serviceId} round={round} check={check} />
              ))}
            </tbody>
          </table>
        </div>
      </Sheet>
    </div>
  );
}

const tones = { open: 'plain', pass: 'good', fail: 'bad' };

function CheckRow({ round, check }: { round: Round; check: Check }) {
  const t = useWords(text);
  const signs = useMay('sign');
  const said = { open: t.openCheck, pass: t.pass, fail: t.fail }[check.judgement];
  return (
    <tr>
      <td>
        <Link to={`/contracts/${round.contractId}?clause=${encodeURIComponent(check.serviceId)}`}>
          {check.clause} {check.title}
        </Link>
      </td>
      <td className="figures">{check.due}</td>
      <td className="figures">{check.done}</td>
      <td className={`figures${check.late > 0 ? ' count-late' : ''}`}>{check.late}</td>
      <td className={`figures${check.missed > 0 ? ' count-missed' : ''}`}>{check.missed}</td>
      <td>
        <span className="row">
          <span className={`tag tag-${tones[check.judgement]}`}>{said}</span>
          {signs && round.state === 'applied' && <Judge round={round} check={check} />}
          {check.ticketId && <Link to={`/tickets/${check.ticketId}`}>{t.ticket}</Link>}
        </span>
        {check.remark && <div className="soft">{check.remark}</div>}
      </td>
    </tr>
  );
}

function Judge({ round, check }: { round: Round; check: Check }) {
  const t = useWords(text);
  const id = useId();
  const queries = useQueryClient();
  const [remark, setRemark] = useState(check.remark ?? '');
  const judge = async (judgement: 'pass' | 'fail') => {
    await put(`/acceptance-rounds/${round.id}/checks/${encodeURIComponent(check.serviceId)}`, { judgement, remark: remark.trim() });
    await queries.invalidateQueries({ queryKey: ['acceptance-round', round.id] });
  };
  const field = (
    <div>
      <label htmlFor={`${id}-remark`}>{t.remark}</label>
      <Input.TextArea id={`${id}-remark`} rows={3} value={remark} placeholder={t.remarkNeeded} onChange={(event) => setRemark(event.target.value)} />
    </div>
  );
  return (
    <>
      <ConfirmAct label={t.pass} title={`${t.pass} · ${check.title}`} danger={false} button={{ size: 'small', 'aria-label': `${t.pass} ${check.title}` }} warning={field} act={() => judge('pass')} />
      <ConfirmAct
        label={t.fail}
        title={`${t.fail} · ${check.title}`}
        incomplete={remark.trim() === ''}
        button={{ size: 'small', 'aria-label': `${t.fail} ${check.title}` }}
        warning={field}
        act={() => judge('fail')}
      />
    </>
  );
}

function Countersign({ round }: { round: Round }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const person = usePerson();
  const tell = useTell();
  const queries = useQueryClient();
  const pad = useRef<Signature>(null);
  const [name, setName] = useState(person.name);
  const [role, setRole] = useState('');
  const [inked, setInked] = useState(false);
  return (
    <ConfirmAct
      label={t.countersign}
      title={t.countersign}
      danger={false}
      incomplete={!name.trim() || !role.trim() || !inked}
      button={{ type: 'primary' }}
      warning={
        <div className="stack-small">
          <p>{t.countersignNote}</p>
          <label htmlFor={`${id}-name`}>{c.person}</label>
          <Input id={`${id}-name`} name="signer" value={name} onChange={(event) => setName(event.target.value)} />
          <label htmlFor={`${id}-role`}>{t.position}</label>
          <Input id={`${id}-role`} name="position" value={role} onChange={(event) => setRole(event.target.value)} />
          <SignaturePad ref={pad} name={name} onInk={setInked} />
        </div>
      }
      act={async () => {
        await post(`/acceptance-rounds/${round.id}/countersign`, { name: name.trim(), role: role.trim(), drawing: pad.current?.image() });
        tell.done(t.countersigned);
        await queries.invalidateQueries();
      }}
    />
  );
}
