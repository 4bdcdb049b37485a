import { Button, Input, Select, Tabs } from 'antd';
import { useId, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { post } from '@/shared/api/http';
import { useClientChoices, useContractChoices } from '@/shared/contract/queries';
import { day } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay, usePerson } from '@/shared/session';
import { DayField } from '@/shared/ui/DayField';
import { FormSheet } from '@/shared/ui/FormSheet';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { AdviceState } from './AdviceState';
import type { Advice, SelfCheck } from './types';
import { text } from './words';

export default function ConsultingPage() {
  const t = useWords(text);
  const [parameters, setParameters] = useSearchParams();
  return (
    <>
      <PageHead title={t.title} note={t.note} />
      <Tabs
        activeKey={parameters.get('tab') ?? 'advice'}
        onChange={(tab) => setParameters({ tab })}
        destroyOnHidden
        items={[
          { key: 'advice', label: t.adviceTab, children: <AdviceTab /> },
          { key: 'checks', label: t.checksTab, children: <ChecksTab /> },
        ]}
      />
    </>
  );
}

function AdviceTab() {
  const t = useWords(text);
  const c = useWords(common);
  const clients = useClientChoices();
  const mayAsk = usePerson().role !== 'auditor';
  const [asking, setAsking] = useState(false);
  const add = mayAsk && (
    <Button type="primary" onClick={() => setAsking(true)}>
      {t.ask}
    </Button>
  );
  return (
    <>
      {asking && <AdviceForm onClose={() => setAsking(false)} />}
      <ListTable<Advice>
        path="/consulting/advice"
        label={t.adviceTab}
        rowKey={(one) => one.id}
        empty={{ title: t.noAdvice, hint: t.noAdviceHint, action: add }}
        extra={add}
        exportable={false}
        filters={[
          { name: 'state', label: c.state, options: (['open', 'delivered', 'accepted', 'withdrawn'] as const).map((value) => ({ value, label: t.state(value) })) },
          { name: 'client', label: c.client, options: clients },
        ]}
        columns={[
          { key: 'title', title: t.subject, sort: 'title', render: (one) => <Link to={`/consulting/advice/${one.id}`}>{one.title}</Link> },
          { key: 'topic', title: c.kind, render: (one) => t.topic(one.topic) },
          { key: 'asked', title: c.time, sort: 'askedAt', render: (one) => <span className="figures">{day(one.askedAt)}</span> },
          { key: 'wanted', title: t.wantedBy, sort: 'wantedBy', render: (one) => one.wantedBy ?? '—' },
          { key: 'state', title: c.state, render: (one) => <AdviceState state={one.state} /> },
        ]}
      />
    </>
  );
}

function AdviceForm({ onClose }: { onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const contracts = useContractChoices();
  const [contractId, setContract] = useState<string | null>(null);
  const [topic, setTopic] = useState<Advice['topic']>('planning');
  const [title, setTitle] = useState('');
  const [question, setQuestion] = useState('');
  const [wantedBy, setWantedBy] = useState('');
  const save = () => post('/consulting/advice', { contractId, topic, title: title.trim(), question: question.trim(), wantedBy: wantedBy || null });
  return (
    <FormSheet title={t.ask} done={t.asked} ready={!!contractId && title.trim() !== '' && question.trim() !== ''} save={save} onClose={onClose}>
      <div className="wide">
        <label htmlFor={`${id}-contract`}>{c.contract}</label>
        <Select id={`${id}-contract`} value={contractId} options={contracts} onChange={setContract} placeholder={c.chooseContract} style={{ width: '100%' }} />
      </div>
      <div>
        <label htmlFor={`${id}-topic`}>{c.kind}</label>
        <Select id={`${id}-topic`} value={topic} options={(['planning', 'integration', 'self-check', 'other'] as const).map((value) => ({ value, label: t.topic(value) }))} onChange={setTopic} style={{ width: '100%' }} />
      </div>
      <div>
        <label htmlFor={`${id}-wanted`}>{t.wantedBy}</label>
        <DayField id={`${id}-wanted`} value={wantedBy} onChange={setWantedBy} width="100%" />
      </div>
      <div className="wide">
        <label htmlFor={`${id}-title`}>{t.subject}</label>
        <Input id={`${id}-title`} name="title" value={title} onChange={(event) => setTitle(event.target.value)} />
      </div>
      <div className="wide">
        <label htmlFor={`${id}-question`}>{t.question}</label>
        <Input.TextArea id={`${id}-question`} name="question" rows={5} value={question} onChange={(event) => setQuestion(event.target.value)} />
      </div>
    </FormSheet>
  );
}

function ChecksTab() {
  const t = useWords(text);
  const c = useWords(common);
  const operates = useMay('operate');
  const clients = useClientChoices();
  const [adding, setAdding] = useState(false);
  const add = operates && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t.newCheck}
    </Button>
  );
  return (
    <>
      {adding && <CheckForm onClose={() => setAdding(false)} />}
      <ListTable<SelfCheck>
        path="/consulting/self-checks"
        label={t.checksTab}
        rowKey={(one) => one.id}
        empty={{ title: t.noChecks, hint: t.noChecksHint, action: add }}
        extra={add}
        exportable={false}
        filters={[{ name: 'client', label: c.client, options: clients }]}
        columns={[
          { key: 'system', title: t.system, sort: 'system', render: (one) => <Link to={`/consulting/self-checks/${one.id}`}>{one.system}</Link> },
          { key: 'level', title: t.level, render: (one) => t.levelName(one.level) },
          { key: 'begun', title: c.time, sort: 'begunAt', render: (one) => <span className="figures">{day(one.begunAt)}</span> },
          { key: 'state', title: c.state, render: (one) => <span className={`tag tag-${one.finishedAt ? 'good' : 'live'}`}>{one.finishedAt ? t.finished : t.open}</span> },
        ]}
      />
    </>
  );
}

function CheckForm({ onClose }: { onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const contracts = useContractChoices();
  const [contractId, setContract] = useState<string | null>(null);
  const [system, setSystem] = useState('');
  const [level, setLevel] = useState<2 | 3>(3);
  return (
    <FormSheet title={t.newCheck} done={t.begun} ready={!!contractId && system.trim() !== ''} save={() => post('/consulting/self-checks', { contractId, system: system.trim(), level })} onClose={onClose}>
      <div className="wide">
        <label htmlFor={`${id}-contract`}>{c.contract}</label>
        <Select id={`${id}-contract`} value={contractId} options={contracts} onChange={setContract} placeholder={c.chooseContract} style={{ width: '100%' }} />
      </div>
      <div>
        <label htmlFor={`${id}-system`}>{t.system}</label>
        <Input id={`${id}-system`} name="system" value={system} onChange={(event) => setSystem(event.target.value)} />
      </div>
      <div>
        <label htmlFor={`${id}-level`}>{t.level}</label>
        <Select id={`${id}-level`} value={level} options={([2, 3] as const).map((value) => ({ value, label: t.levelName(value) }))} onChange={setLevel} style={{ width: '100%' }} />
      </div>
    </FormSheet>
  );
}
