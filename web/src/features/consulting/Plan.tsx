import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import { post, put, remove } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { FormSheet } from '@/shared/ui/FormSheet';
import { Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import type { Measure } from './types';
import { text } from './words';

const HORIZONS = ['near', 'middle', 'long'] as const;

/** What is to be done about the gaps, by when. */
export function Plan({ check, measures, open }: { check: string; measures: Measure[]; open: boolean }) {
  const t = useWords(text);
  const tell = useTell();
  const queries = useQueryClient();
  const [editing, setEditing] = useState<Measure | 'new' | null>(null);
  const make = async () => {
    try {
      await post(`/consulting/self-checks/${check}/plan`, {});
      tell.done(t.planned);
      await queries.invalidateQueries({ queryKey: ['self-check', check] });
    } catch (thrown) {
      tell.problem(thrown);
    }
  };
  return (
    <Sheet
      title={t.plan}
      extra={
        open && (
          <span className="row">
            <Button onClick={() => void make()}>{t.makePlan}</Button>
            <Button onClick={() => setEditing('new')}>{t.addMeasure}</Button>
          </span>
        )
      }
    >
      {editing && <MeasureForm check={check} measure={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {measures.length === 0 && <span className="soft">{t.noPlan}</span>}
      {HORIZONS.map((horizon) => {
        const some = measures.filter((one) => one.horizon === horizon);
        return (
          some.length > 0 && (
            <section key={horizon} aria-label={t.horizon(horizon)}>
              <h3>{t.horizon(horizon)}</h3>
              <ol>
                {some.map((one) => (
                  <li key={one.id}>
                    <strong>{one.title}</strong> <span className="tag">{`${t.priority} ${one.priority}`}</span> {one.clause && <span className="mono soft">{one.clause}</span>}
                    <div>{one.body}</div>
                    {open && (
                      <span className="row">
                        <Button size="small" onClick={() => setEditing(one)}>
                          {t.editMeasure}
                        </Button>
                        <ConfirmAct
                          label={t.removeMeasure}
                          title={t.removeMeasure}
                          warning={t.removeWarning}
                          button={{ size: 'small' }}
                          act={async () => {
                            await remove(`/consulting/measures/${one.id}`);
                            await queries.invalidateQueries({ queryKey: ['self-check', check] });
                          }}
                        />
                      </span>
                    )}
                  </li>
                ))}
              </ol>
            </section>
          )
        );
      })}
    </Sheet>
  );
}

function MeasureForm({ check, measure, onClose }: { check: string; measure: Measure | null; onClose: () => void }) {
  const t = useWords(text);
  const id = useId();
  const [horizon, setHorizon] = useState<Measure['horizon']>(measure?.horizon ?? 'near');
  const [priority, setPriority] = useState(measure?.priority ?? 1);
  const [title, setTitle] = useState(measure?.title ?? '');
  const [body, setBody] = useState(measure?.body ?? '');
  const draft = { horizon, priority, title: title.trim(), body: body.trim() };
  const save = () => (measure ? put(`/consulting/measures/${measure.id}`, draft) : post(`/consulting/self-checks/${check}/measures`, draft));
  return (
    <FormSheet title={measure ? t.editMeasure : t.addMeasure} done={t.saved} ready={draft.title !== '' && draft.body !== ''} save={save} onClose={onClose}>
      <div>
        <label htmlFor={`${id}-horizon`}>{t.plan}</label>
        <Select id={`${id}-horizon`} value={horizon} options={HORIZONS.map((value) => ({ value, label: t.horizon(value) }))} onChange={setHorizon} style={{ width: '100%' }} />
      </div>
      <div>
        <label htmlFor={`${id}-priority`}>{t.priority}</label>
        <InputNumber id={`${id}-priority`} min={1} max={3} value={priority} onChange={(value) => setPriority(value ?? 1)} />
      </div>
      <div className="wide">
        <label htmlFor={`${id}-title`}>{t.measure}</label>
        <Input id={`${id}-title`} name="title" value={title} onChange={(event) => setTitle(event.target.value)} />
      </div>
      <div className="wide">
        <label htmlFor={`${id}-body`}>{t.body}</label>
        <Input.TextArea id={`${id}-body`} name="body" rows={4} value={body} onChange={(event) => setBody(event.target.value)} />
      </div>
    </FormSheet>
  );
}
