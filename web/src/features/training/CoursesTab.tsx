import { Button, Input, InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { post } from '@/shared/api/http';
import { useClientChoices } from '@/shared/contract/queries';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { FormSheet } from '@/shared/ui/FormSheet';
import { ListTable } from '@/shared/ui/ListTable';
import type { Course } from './types';
import { text } from './words';

export function CoursesTab() {
  const t = useWords(text);
  const c = useWords(common);
  const operates = useMay('operate');
  const clients = useClientChoices();
  const [adding, setAdding] = useState(false);
  const add = operates && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t.newCourse}
    </Button>
  );
  return (
    <>
      {adding && <CourseForm onClose={() => setAdding(false)} />}
      <ListTable<Course>
        path="/training/courses"
        label={t.coursesTab}
        rowKey={(one) => one.id}
        empty={{ title: t.noCourses, hint: t.noCoursesHint, action: add }}
        extra={add}
        exportable={false}
        filters={[{ name: 'client', label: c.client, options: clients }]}
        columns={[
          { key: 'name', title: t.name, sort: 'name', render: (one) => <Link to={`/training/courses/${one.id}`}>{one.name}</Link> },
          { key: 'topic', title: c.kind, render: (one) => t.topic(one.topic) },
          { key: 'client', title: c.client, render: (one) => one.client },
          { key: 'materials', title: t.materials, render: (one) => one.materials },
          { key: 'questions', title: t.questions, render: (one) => one.questions },
        ]}
      />
    </>
  );
}

function CourseForm({ onClose }: { onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const clients = useClientChoices();
  const [client, setClient] = useState<string | null>(null);
  const [topic, setTopic] = useState<Course['topic']>('awareness');
  const [name, setName] = useState('');
  const [syllabus, setSyllabus] = useState('');
  const [drawn, setDrawn] = useState(10);
  const [passMark, setPassMark] = useState(60);
  const [attempts, setAttempts] = useState(3);
  const clientId = client ?? clients[0]?.value ?? null;
  const save = () => post('/training/courses', { clientId, topic, name: name.trim(), syllabus: syllabus.trim(), drawn, passMark, attempts });
  const numbers: [string, string, number, (value: number) => void, number, number][] = [
    ['drawn', t.drawn, drawn, setDrawn, 0, 100],
    ['pass', t.passMark, passMark, setPassMark, 1, 100],
    ['attempts', t.attempts, attempts, setAttempts, 1, 10],
  ];
  return (
    <FormSheet title={t.newCourse} done={t.courseSaved} ready={!!clientId && name.trim() !== '' && syllabus.trim() !== ''} save={save} onClose={onClose}>
      <div>
        <label htmlFor={`${id}-client`}>{c.client}</label>
        <Select id={`${id}-client`} value={clientId} options={clients} onChange={setClient} style={{ width: '100%' }} />
      </div>
      <div>
        <label htmlFor={`${id}-topic`}>{c.kind}</label>
        <Select id={`${id}-topic`} value={topic} options={(['awareness', 'operation'] as const).map((value) => ({ value, label: t.topic(value) }))} onChange={setTopic} style={{ width: '100%' }} />
      </div>
      <div className="wide">
        <label htmlFor={`${id}-name`}>{t.name}</label>
        <Input id={`${id}-name`} name="name" value={name} onChange={(event) => setName(event.target.value)} />
      </div>
      <div className="wide">
        <label htmlFor={`${id}-syllabus`}>{t.syllabus}</label>
        <Input.TextArea id={`${id}-syllabus`} name="syllabus" rows={4} value={syllabus} onChange={(event) => setSyllabus(event.target.value)} />
      </div>
      {numbers.map(([key, label, value, set, min, max]) => (
        <div key={key}>
          <label htmlFor={`${id}-${key}`}>{label}</label>
          <InputNumber id={`${id}-${key}`} min={min} max={max} value={value} onChange={(given) => set(given ?? min)} style={{ width: '100%' }} />
        </div>
      ))}
    </FormSheet>
  );
}
