import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, QRCode } from 'antd';
import { useId, useState } from 'react';
import { Link, useParams } from 'react-router';
import { get, post } from '@/shared/api/http';
import { time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { FilePick } from '@/shared/ui/FilePick';
import { FormSheet } from '@/shared/ui/FormSheet';
import { Answered, Empty, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { SessionState } from './SessionState';
import type { Participant, TrainingSession } from './types';
import { text } from './words';

export default function SessionPage() {
  const { id = '' } = useParams();
  const t = useWords(text);
  const operates = useMay('operate');
  const session = useQuery({ queryKey: ['training', 'session', id], queryFn: ({ signal }) => get<TrainingSession>(`/training/sessions/${id}`, undefined, signal), refetchInterval: 30_000 });
  const people = useQuery({ queryKey: ['training', 'participants', id], queryFn: ({ signal }) => get<Participant[]>(`/training/sessions/${id}/participants`, undefined, signal), refetchInterval: 15_000 });
  return (
    <Answered of={session}>
      {(one) => (
        <div className="stack">
          <PageHead title={one.course} note={t.topic(one.topic)} actions={operates && one.state === 'planned' && <Acts session={one} />} />
          <Sheet>
            <SessionFacts session={one} />
          </Sheet>
          {operates && one.state === 'planned' && <Door session={one.id} />}
          <Sheet title={t.participants} flush>
            <Answered of={people}>{(all) => (all.length === 0 ? <Empty title={t.noParticipants} hint={t.inviteHint} /> : <People people={all} planned={one.state === 'planned'} />)}</Answered>
          </Sheet>
        </div>
      )}
    </Answered>
  );
}

function SessionFacts({ session }: { session: TrainingSession }) {
  const t = useWords(text);
  const c = useWords(common);
  const over = session.state === 'held';
  return (
    <Facts
      items={[
        [c.state, <SessionState key="state" state={session.state} />],
        [c.time, `${time(session.startsAt)} – ${time(session.endsAt)}`],
        [t.place, session.place],
        [t.trainer, session.trainer],
        [t.attended, `${session.attended} / ${session.invited}`],
        [c.contract, <Link key="contract" to={`/contracts/${session.contractId}`}>{c.open}</Link>],
        ...(over ? [[t.obligation, session.obligationId ? c.yes : t.noObligation] as [string, React.ReactNode]] : []),
        ...(session.paperId ? [[t.report, <a key="paper" href={`/api/reports/${session.paperId}/file?as=pdf`}>PDF</a>] as [string, React.ReactNode]] : []),
        [c.evidence, <Link key="evidence" to={`/evidence?about=training/${session.id}`}>{c.open}</Link>],
      ]}
    />
  );
}

function Acts({ session }: { session: TrainingSession }) {
  const t = useWords(text);
  const [inviting, setInviting] = useState(false);
  const tell = useTell();
  const queries = useQueryClient();
  const go = (what: string, done: string) => async () => {
    await post(`/training/sessions/${session.id}/${what}`, {});
    tell.done(done);
    await queries.invalidateQueries();
  };
  const photo = async (file: File | null) => {
    if (!file) return;
    const form = new FormData();
    form.set('file', file);
    try {
      await post(`/training/sessions/${session.id}/files`, form);
      tell.done(t.photoKept);
    } catch (thrown) {
      tell.problem(thrown);
    }
  };
  return (
    <span className="row">
      {inviting && <Invite session={session.id} onClose={() => setInviting(false)} />}
      <Button onClick={() => setInviting(true)}>{t.invite}</Button>
      <FilePick label={t.photo} button={t.photo} file={null} onPick={(file) => void photo(file)} accept="image/*" />
      <ConfirmAct label={t.close} title={t.close} warning={t.closeWarning} danger={false} button={{ type: 'primary' }} act={go('close', t.closed)} />
      <ConfirmAct label={t.cancel} title={t.cancel} warning={t.cancelWarning} act={go('cancel', t.cancel)} />
    </span>
  );
}

function Invite({ session, onClose }: { session: string; onClose: () => void }) {
  const t = useWords(text);
  const id = useId();
  const [lines, setLines] = useState('');
  const people = lines
    .split('\n')
    .map((line) => line.split(/[,，\t]/).map((part) => part.trim()))
    .filter((parts) => parts[0] && parts[1])
    .map(([name, unit]) => ({ name, unit }));
  return (
    <FormSheet title={t.invite} done={t.invited} ready={people.length > 0} save={() => post(`/training/sessions/${session}/invitations`, { people })} onClose={onClose}>
      <div className="wide">
        <label htmlFor={`${id}-people`}>{t.inviteHint}</label>
        <Input.TextArea id={`${id}-people`} name="people" rows={8} value={lines} onChange={(event) => setLines(event.target.value)} />
      </div>
    </FormSheet>
  );
}

function Door({ session }: { session: string }) {
  const t = useWords(text);
  const tell = useTell();
  const [path, setPath] = useState<string | null>(null);
  const open = async () => {
    try {
      setPath((await post<{ path: string }>(`/training/sessions/${session}/door`, {})).path);
    } catch (thrown) {
      tell.problem(thrown);
    }
  };
  const address = path ? window.location.origin + path : '';
  return (
    <Sheet title={t.door} extra={<Button onClick={() => void open()}>{t.openDoor}</Button>}>
      <div className="stack-small">
        <span className="soft">{t.doorNote}</span>
        {path && (
          <span className="row">
            <QRCode value={address} size={200} />
            <a className="mono" href={address}>
              {address}
            </a>
          </span>
        )}
      </div>
    </Sheet>
  );
}

function People({ people, planned }: { people: Participant[]; planned: boolean }) {
  const t = useWords(text);
  return (
    <div style={{ overflowX: 'auto' }}>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t.name}</th>
            <th>{t.unit}</th>
            <th>{t.signedIn}</th>
            <th>{t.mark}</th>
            <th>{t.evaluation}</th>
            <th>{t.certificate}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((one) => (
            <tr key={one.id}>
              <td>
                {one.name} {!one.invited && <span className="tag">{t.walkIn}</span>}
              </td>
              <td>{one.unit}</td>
              <td>
                <Arrival one={one} planned={planned} />
              </td>
              <td className="figures">
                {one.mark ?? '—'} {one.passed && <span className="tag tag-good">{t.passed}</span>}
              </td>
              <td title={one.remarks ?? ''}>{one.contentMark ? `${one.contentMark} / ${one.trainerMark ?? '—'}` : '—'}</td>
              <td>
                <Certificate one={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Arrival({ one, planned }: { one: Participant; planned: boolean }) {
  const t = useWords(text);
  const operates = useMay('operate');
  const tell = useTell();
  const queries = useQueryClient();
  if (one.signedInAt)
    return (
      <span className="cell-two">
        <span className="figures">{time(one.signedInAt)}</span>
        <span className="soft">{one.signedInBy === 'code' ? t.bySelf : one.signedInBy}</span>
      </span>
    );
  if (!operates || !planned) return <>—</>;
  const tick = async () => {
    try {
      await post(`/training/participants/${one.id}/tick`, {});
      await queries.invalidateQueries();
    } catch (thrown) {
      tell.problem(thrown);
    }
  };
  return (
    <Button size="small" onClick={() => void tick()}>
      {t.tick}
    </Button>
  );
}

function Certificate({ one }: { one: Participant }) {
  const t = useWords(text);
  const operates = useMay('operate');
  const manages = useMay('manage');
  const tell = useTell();
  const queries = useQueryClient();
  if (!one.certificate) return <>—</>;
  if (one.certificateRevokedAt) return <span className="tag tag-bad">{t.revoked}</span>;
  const open = async () => {
    try {
      const { reportId } = await post<{ reportId: string }>(`/training/participants/${one.id}/certificate`, {});
      window.location.assign(`/api/reports/${reportId}/file?as=pdf`);
    } catch (thrown) {
      tell.problem(thrown);
    }
  };
  return (
    <span className="row">
      <span className="mono">{one.certificate}</span>
      {operates && (
        <Button size="small" onClick={() => void open()}>
          {t.openCertificate}
        </Button>
      )}
      {manages && (
        <ConfirmAct
          label={t.revoke}
          title={t.revoke}
          warning={t.revokeWarning}
          button={{ size: 'small' }}
          act={async () => {
            await post(`/training/participants/${one.id}/certificate/revoke`, {});
            await queries.invalidateQueries();
          }}
        />
      )}
    </span>
  );
}
