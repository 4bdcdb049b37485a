import { Button, Checkbox, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { post } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { Labelled, TextField } from '@/shared/ui/Field';
import { FormSheet } from '@/shared/ui/FormSheet';
import './training.css';
import type { KeptQuestion } from './types';
import { text } from './words';

type Kind = KeptQuestion['question']['kind'];

const most = 8;

/** Adds one question to a course. */
export function QuestionForm({ course, onClose }: { course: string; onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const [kind, setKind] = useState<Kind>('single');
  const [asks, setAsks] = useState('');
  const [options, setOptions] = useState(['', '']);
  const [answers, setAnswers] = useState<number[]>([]);
  const truth = kind === 'truth';
  const shown = truth ? [t.right, t.wrong] : options;
  const change = (chosen: Kind) => {
    setKind(chosen);
    setAnswers([]);
  };
  const mark = (index: number, on: boolean) => setAnswers(kind === 'multiple' ? (on ? [...answers, index].sort((one, other) => one - other) : answers.filter((one) => one !== index)) : [index]);
  const drop = (index: number) => {
    setOptions(options.filter((_, n) => n !== index));
    setAnswers([]);
  };
  const save = () => post(`/training/courses/${course}/questions`, { kind, asks: asks.trim(), options: shown.map((one) => one.trim()), answers });
  const ready = asks.trim() !== '' && shown.every((one) => one.trim() !== '') && answers.length > 0;
  return (
    <FormSheet title={t.addQuestion} done={t.questionSaved} ready={ready} save={save} onClose={onClose}>
      <Labelled label={c.kind}>
        {(id) => <Select id={id} value={kind} options={(['single', 'multiple', 'truth'] as const).map((value) => ({ value, label: t.kind(value) }))} onChange={change} style={{ width: '100%' }} />}
      </Labelled>
      <TextField rows={2} label={t.asks} name="asks" value={asks} onChange={setAsks} />
      <fieldset className="wide question-options">
        <legend>{t.optionsHint}</legend>
        {shown.map((option, index) => (
          <div key={index} className="row">
            {kind === 'multiple' ? (
              <Checkbox aria-label={t.isAnswer(index + 1)} checked={answers.includes(index)} onChange={(event) => mark(index, event.target.checked)} />
            ) : (
              <Radio aria-label={t.isAnswer(index + 1)} checked={answers.includes(index)} onChange={() => mark(index, true)} />
            )}
            {truth ? (
              <span>{option}</span>
            ) : (
              <Input aria-label={t.option(index + 1)} value={option} onChange={(event) => setOptions(options.map((one, n) => (n === index ? event.target.value : one)))} style={{ flex: 1, minWidth: 160 }} />
            )}
            {!truth && options.length > 2 && (
              <Button size="small" aria-label={`${t.remove} ${t.option(index + 1)}`} onClick={() => drop(index)}>
                {t.remove}
              </Button>
            )}
          </div>
        ))}
        {!truth && options.length < most && (
          <Button size="small" onClick={() => setOptions([...options, ''])}>
            {t.addOption}
          </Button>
        )}
      </fieldset>
    </FormSheet>
  );
}
