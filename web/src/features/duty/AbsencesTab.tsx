import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { get, post, remove } from '@/shared/api/http';
import { time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay, usePerson } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { DayField } from '@/shared/ui/DayField';
import { Labelled, TextField } from '@/shared/ui/Field';
import { FormSheet } from '@/shared/ui/FormSheet';
import { Answered, Empty, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { instant, usePeopleChoices } from './people';
import type { Absence } from './types';
import { text } from './words';

/** Who is away and when: one's own absences, for managers everybody's. */
export function AbsencesTab() {
  const t = useWords(text);
  const manages = useMay('manage');
  const [adding, setAdding] = useState(false);
  const absences = useQuery({ queryKey: ['duty', 'absences'], queryFn: ({ signal }) => get<Absence[]>('/duty/absences', undefined, signal) });
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t.addAbsence}
    </Button>
  );
  return (
    <Sheet title={manages ? t.absences : t.myAbsences} extra={add}>
      {adding && <AbsenceForm onClose={() => setAdding(false)} />}
      <p className="soft">{t.absencesNote}</p>
      <Answered of={absences} lines={3}>
        {(all) => (all.length === 0 ? <Empty title={t.noAbsences} hint={t.noAbsencesHint} action={add} /> : <ul className="absences">{all.map((one) => <Line key={one.id} absence={one} />)}</ul>)}
      </Answered>
    </Sheet>
  );
}

function Line({ absence }: { absence: Absence }) {
  const t = useWords(text);
  const tell = useTell();
  const queries = useQueryClient();
  const me = usePerson();
  const people = usePeopleChoices();
  const name = people.find((one) => one.value === absence.person)?.label ?? (absence.person === me.id ? me.name : t.someone);
  return (
    <li>
      <strong>{name}</strong>
      <span className="figures">
        {time(absence.from)} – {time(absence.to)}
      </span>
      <span>{absence.reason}</span>
      <ConfirmAct
        label={t.back}
        title={t.backTitle}
        warning={t.backWarning}
        danger={false}
        button={{ size: 'small' }}
        act={async () => {
          await remove(`/duty/absences/${absence.id}`);
          tell.done(t.backDone);
          await queries.invalidateQueries({ queryKey: ['duty'] });
        }}
      />
    </li>
  );
}

function AbsenceForm({ onClose }: { onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const manages = useMay('manage');
  const me = usePerson();
  const people = usePeopleChoices();
  const [person, setPerson] = useState(me.id);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const save = () => post('/duty/absences', { person, from: instant(from), to: instant(to), reason: reason.trim() });
  return (
    <FormSheet title={t.addAbsence} done={t.absenceSaved} ready={from !== '' && to !== '' && reason.trim() !== ''} save={save} onClose={onClose}>
      {manages && (
        <Labelled wide label={t.whoIsAway}>
          {(id) => <Select id={id} value={person} options={people} showSearch={{ optionFilterProp: 'label' }} onChange={setPerson} style={{ width: '100%' }} />}
        </Labelled>
      )}
      <Labelled label={c.from}>{(id) => <DayField id={id} grain="minute" value={from} onChange={setFrom} width="100%" />}</Labelled>
      <Labelled label={c.until}>{(id) => <DayField id={id} grain="minute" value={to} onChange={setTo} width="100%" />}</Labelled>
      <TextField wide label={c.reason} name="reason" value={reason} onChange={setReason} hint={t.absenceHint} />
    </FormSheet>
  );
}
