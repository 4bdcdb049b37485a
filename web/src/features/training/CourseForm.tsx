import { Input, InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import { post, put } from '@/shared/api/http';
import { useClientChoices } from '@/shared/contract/queries';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { FormSheet } from '@/shared/ui/FormSheet';
import type { Course } from './types';
import { text } from './words';

/** Makes a course, or changes one: whose it is and what kind stay. */
export function CourseForm({ course, onClose }: { course?: Course; onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const clients = useClientChoices();
  const [client, setClient] = useState<string | null>(course?.clientId ?? null);
  const [topic, setTopic] = useState<Course['topic']>(course?.topic ?? 'awareness');
  const [name, setName] = useState(course?.name ?? '');
  const [syllabus, setSyllabus] = useState(course?.syllabus ?? '');
  const [drawn, setDrawn] = useState(course?.drawn ?? 10);
  const [passMark, setPassMark] = useState(course?.passMark ?? 60);
  const [attempts, setAttempts] = useState(course?.attempts ?? 3);
  const clientId = client ?? clients[0]?.value ?? null;
  const save = () => {
    const written = { clientId, topic, name: name.trim(), syllabus: syllabus.trim(), drawn, passMark, attempts };
    return course ? put(`/training/courses/${course.id}`, written) : post('/training/courses', written);
  };
  const numbers: [string, string, number, (value: number) => void, number, number][] = [
    ['drawn', t.drawn, drawn, setDrawn, 0, 100],
    ['pass', t.passMark, passMark, setPassMark, 1, 100],
    ['attempts', t.attempts, attempts, setAttempts, 1, 10],
  ];
  return (
    <FormSheet title={course ? t.editCourse : t.newCourse} done={t.courseSaved} ready={!!clientId && name.trim() !== '' && syllabus.trim() !== ''} save={save} onClose={onClose}>
      <div>
        <label htmlFor={`${id}-client`}>{c.client}</label>
        <Select id={`${id}-client`} value={clientId} options={clients} disabled={course !== undefined} onChange={setClient} style={{ width: '100%' }} />
      </div>
      <div>
        <label htmlFor={`${id}-topic`}>{c.kind}</label>
        <Select id={`${id}-topic`} value={topic} disabled={course !== undefined} options={(['awareness', 'operation'] as const).map((value) => ({ value, label: t.topic(value) }))} onChange={setTopic} style={{ width: '100%' }} />
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
