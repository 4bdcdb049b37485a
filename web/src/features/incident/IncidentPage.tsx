import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { Link, useParams } from 'react-router';
import { get } from '@/shared/api/http';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import { Actions } from './Actions';
import { Delivered } from './Delivered';
import { GradeAct } from './GradeAct';
import './incident.css';
import { Items } from './Items';
import { PhaseActs } from './PhaseActs';
import { Review } from './Review';
import { phases, useRoomActs } from './room';
import { Timeline } from './Timeline';
import { Told } from './Told';
import { Traces } from './Traces';
import type { Room } from './types';
import { text } from './words';

export default function IncidentPage() {
  const { id = '' } = useParams();
  const room = useQuery({
    queryKey: ['incident', id],
    queryFn: ({ signal }) => get<Room>(`/incidents/${id}`, undefined, signal),
    refetchInterval: 10_000,
  });
  return <Answered of={room}>{(found) => <RoomSheet room={found} />}</Answered>;
}

function RoomSheet({ room }: { room: Room }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const took = (seconds: number | null) => (seconds === null ? '—' : t.minutes(Math.ceil(seconds / 60)));
  return (
    <div className="stack">
      <PageHead
        title={room.title}
        note={
          <span className="row">
            <span className="mono">{room.number}</span>
            <StateTag kind="incidentPhase" code={room.phase} />
            {room.grade ? <StateTag kind="incidentGrade" code={room.grade} /> : <span className="soft">{t.ungraded}</span>}
            <span>{codeName('incidentCategory', room.category, language)}</span>
          </span>
        }
        actions={<Heading room={room} />}
      />
      <ol className="incident-phases" aria-label={t.phase}>
        {phases.map((phase) => (
          <li key={phase} className={phase === room.phase ? 'incident-phase-now' : ''} {...(phase === room.phase ? { 'aria-current': 'step' as const } : {})}>
            {codeName('incidentPhase', phase, language)}
          </li>
        ))}
      </ol>
      <Sheet>
        <Facts
          items={[
            [t.detected, time(room.detectedAt)],
            [`${t.took} · ${t.detect}`, took(room.measures.detect)],
            [`${t.took} · ${t.respond}`, took(room.measures.respond)],
            [`${t.took} · ${t.contain}`, took(room.measures.contain)],
            [`${t.took} · ${t.recover}`, took(room.measures.recover)],
            [t.ticket, <Link key="ticket" to={`/tickets/${room.ticketId}`}>{room.number.replace(/^SJ/, 'GD')}</Link>],
          ]}
        />
      </Sheet>
      <Tabs
        items={[
          { key: 'timeline', label: t.timeline, children: <Timeline room={room} /> },
          { key: 'actions', label: t.actions, children: <Actions room={room} /> },
          { key: 'traces', label: t.indicators, children: <Traces room={room} /> },
          { key: 'items', label: t.items, children: <Items room={room} /> },
          { key: 'words', label: t.words, children: <WhoWasTold room={room} /> },
          { key: 'review', label: t.review, children: <Review room={room} /> },
        ]}
      />
    </div>
  );
}

function WhoWasTold({ room }: { room: Room }) {
  const seesDeliveries = useMay('prove');
  return (
    <div className="stack">
      <Told room={room} />
      {seesDeliveries && <Delivered room={room} />}
    </div>
  );
}

function Heading({ room }: { room: Room }) {
  const t = useWords(text);
  const acts = useRoomActs(room);
  const signs = useMay('sign');
  return (
    <>
      {acts.works && <GradeAct key={room.gradedBy} room={room} />}
      {acts.works && <PhaseActs room={room} />}
      {signs && room.phase === 'review' && !room.confirmedAt && (
        <ConfirmAct label={t.confirm} title={t.confirm} warning={t.confirmWarning} danger={false} button={{ type: 'primary' }} act={() => acts.post('/confirm')} />
      )}
      {room.confirmedBy && <span className="tag tag-good">{t.confirmed(room.confirmedBy)}</span>}
    </>
  );
}
