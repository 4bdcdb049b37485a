import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { get, post } from '@/shared/api/http';
import type { Page } from '@/shared/api/types';
import { useClientChoices, useContractChoices } from '@/shared/contract/queries';
import { time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { DayField } from '@/shared/ui/DayField';
import { FormSheet } from '@/shared/ui/FormSheet';
import { ListTable } from '@/shared/ui/ListTable';
import { SessionState } from './SessionState';
import type { Course, TrainingSession } from './types';
import { text } from './words';

const instant = (local: string) => new Date(`${local}:00+08:00`).toISOString();

export function SessionsTab() {
  const t = useWords(text);
  const c = useWords(common);
  const operates = useMay('operate');
  const clients = useClientChoices();
  const [adding, setAdding] = useState(false);
  const add = operates && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t.newSession}
    </Button>
  );
  return (
    <>
      {adding && <SessionForm onClose={() => setAdding(false)} />}
      <ListTable<TrainingSession>
        path="/training/sessions"
        label={t.sessionsTab}
        rowKey={(one) => one.id}
        empty={{ title: t.noSessions, hint: t.noSessionsHint, action: add }}
        extra={add}
        filters={[
          { name: 'state', label: c.state, options: (['planned', 'held', 'unattended', 'cancelled'] as const).map((value) => ({ value, label: t.state(value) })) },
          { name: 'client', label: c.client, options: clients },
        ]}
        columns={[
          { key: 'course', title: t.course, sort: 'course', render: (one) => <Link to={`/training/sessions/${one.id}`}>{one.course}</Link> },
          { key: 'topic', title: c.kind, render: (one) => t.topic(one.topic) },
          { key: 'starts', title: c.time, sort: 'startsAt', render: (one) => <span className="figures nowrap">{time(one.startsAt)}</span> },
          { key: 'place', title: t.place, render: (one) => one.place },
          { key: 'trainer', title: t.trainer, render: (one) => one.trainer },
          { key: 'attended', title: t.attended, render: (one) => `${one.attended} / ${one.invited}` },
          { key: 'state', title: c.state, render: (one) => <SessionState state={one.state} /> },
        ]}
      />
    </>
  );
}

function SessionForm({ onClose }: { onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const contracts = useContractChoices();
  const courses = useQuery({ queryKey: ['course-choices'], queryFn: ({ signal }) => get<Page<Course>>('/training/courses', { size: 200 }, signal) });
  const [contractId, setContract] = useState<string | null>(null);
  const [courseId, setCourse] = useState<string | null>(null);
  const [starts, setStarts] = useState('');
  const [ends, setEnds] = useState('');
  const [place, setPlace] = useState('');
  const [trainer, setTrainer] = useState('');
  const client = contracts.find((one) => one.value === contractId)?.contract.clientId;
  const fitting = (courses.data?.items ?? []).filter((one) => !client || one.clientId === client);
  const save = () => post('/training/sessions', { contractId, courseId, startsAt: instant(starts), endsAt: instant(ends), place: place.trim(), trainer: trainer.trim() });
  return (
    <FormSheet title={t.newSession} done={t.planned} ready={!!contractId && !!courseId && starts !== '' && ends !== '' && place.trim() !== '' && trainer.trim() !== ''} save={save} onClose={onClose}>
      <div className="wide">
        <label htmlFor={`${id}-contract`}>{c.contract}</label>
        <Select id={`${id}-contract`} value={contractId} options={contracts} onChange={setContract} placeholder={c.chooseContract} style={{ width: '100%' }} />
      </div>
      <div className="wide">
        <label htmlFor={`${id}-course`}>{t.course}</label>
        <Select id={`${id}-course`} value={courseId} options={fitting.map((one) => ({ value: one.id, label: `${one.name} · ${t.topic(one.topic)}` }))} onChange={setCourse} style={{ width: '100%' }} />
      </div>
      <div>
        <label htmlFor={`${id}-starts`}>{t.starts}</label>
        <DayField id={`${id}-starts`} grain="minute" value={starts} onChange={setStarts} width="100%" />
      </div>
      <div>
        <label htmlFor={`${id}-ends`}>{t.ends}</label>
        <DayField id={`${id}-ends`} grain="minute" value={ends} onChange={setEnds} width="100%" />
      </div>
      <div>
        <label htmlFor={`${id}-place`}>{t.place}</label>
        <Input id={`${id}-place`} name="place" value={place} onChange={(event) => setPlace(event.target.value)} />
      </div>
      <div>
        <label htmlFor={`${id}-trainer`}>{t.trainer}</label>
        <Input id={`${id}-trainer`} name="trainer" value={trainer} onChange={(event) => setTrainer(event.target.value)} />
      </div>
    </FormSheet>
  );
}
