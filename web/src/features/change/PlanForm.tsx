import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { post } from '@/shared/api/http';
import { useAssetChoices } from '@/shared/contract/queries';
import { useWords } from '@/shared/i18n';
import { DayField } from '@/shared/ui/DayField';
import { Labelled, TextField } from '@/shared/ui/Field';
import { FormSheet } from '@/shared/ui/FormSheet';
import { useTell } from '@/shared/ui/ProblemPanel';
import './change.css';
import type { Change, Plan } from './types';
import { text } from './words';

const instant = (local: string) => new Date(`${local}:00+08:00`).toISOString();
const local = (iso: string) => new Date(new Date(iso).getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
const lines = (written: string) => written.split('\n').map((line) => line.trim()).filter(Boolean);
const blank = { what: '', who: '', when: '', expected: '' };

/** All that the client has to be told before a change. */
export function PlanForm({ change, plan, onClose }: { change: Change; plan: Plan | null; onClose: () => void }) {
  const t = useWords(text);
  const tell = useTell();
  const queries = useQueryClient();
  const assets = useAssetChoices(change.clientId);
  const [told, setTold] = useState({
    reason: plan?.reason ?? change.body,
    backup: plan?.backup ?? '',
    method: plan?.method ?? '',
    tools: plan?.tools.join('\n') ?? '',
    people: plan?.people.join('\n') ?? '',
    risks: plan?.risks.join('\n') ?? '',
    rollback: plan?.rollback ?? '',
  });
  const [steps, setSteps] = useState(plan?.steps.map((step) => ({ ...step, when: step.when ?? '' })) ?? [blank]);
  const [from, setFrom] = useState(plan ? local(plan.from) : '');
  const [until, setUntil] = useState(plan ? local(plan.until) : '');
  const [affected, setAffected] = useState<string[]>(plan?.assets ?? []);
  const filled = Object.values(told).every((one) => one.trim() !== '') && steps.every((step) => step.what.trim() && step.who.trim() && step.expected.trim());
  const tellField = (field: keyof typeof told) => (value: string) => setTold({ ...told, [field]: value });
  const setStep = (index: number, field: keyof typeof blank, value: string) => setSteps(steps.map((step, n) => (n === index ? { ...step, [field]: value } : step)));

  const propose = async () => {
    await post(`/changes/${change.ticketId}/plan`, {
      ...told,
      tools: lines(told.tools),
      people: lines(told.people),
      risks: lines(told.risks),
      steps: steps.map((step) => ({ ...step, when: step.when.trim() || null })),
      from: instant(from),
      until: instant(until),
      assets: affected,
    });
    tell.done(t.recorded);
    await queries.invalidateQueries();
  };
  return (
    <FormSheet title={t.plan} ok={t.propose} width={860} ready={filled && from !== '' && until !== ''} save={propose} onClose={onClose}>
      <p className="wide soft">{t.planHint}</p>
      <TextField rows={2} label={t.reason} name="reason" value={told.reason} onChange={tellField('reason')} />
      <TextField rows={2} label={t.backup} name="backup" value={told.backup} onChange={tellField('backup')} />
      <TextField rows={2} label={t.method} name="method" value={told.method} onChange={tellField('method')} />
      <TextField rows={2} label={t.tools} name="tools" value={told.tools} onChange={tellField('tools')} />
      <fieldset className="wide plan-steps">
        <legend>{t.steps}</legend>
        {steps.map((step, index) => (
          <div key={index} className="plan-step">
            <span className="figures">{index + 1}</span>
            <Input aria-label={`${t.stepWhat} ${index + 1}`} placeholder={t.stepWhat} value={step.what} onChange={(event) => setStep(index, 'what', event.target.value)} />
            <Input aria-label={`${t.stepWho} ${index + 1}`} placeholder={t.stepWho} value={step.who} onChange={(event) => setStep(index, 'who', event.target.value)} />
            <Input aria-label={`${t.stepWhen} ${index + 1}`} placeholder={t.stepWhen} value={step.when} onChange={(event) => setStep(index, 'when', event.target.value)} />
            <Input aria-label={`${t.stepExpected} ${index + 1}`} placeholder={t.stepExpected} value={step.expected} onChange={(event) => setStep(index, 'expected', event.target.value)} />
            <Button size="small" disabled={steps.length === 1} aria-label={`${t.removeStep} ${index + 1}`} onClick={() => setSteps(steps.filter((_, n) => n !== index))}>
              {t.removeStep}
            </Button>
          </div>
        ))}
        <Button size="small" onClick={() => setSteps([...steps, blank])}>
          {t.addStep}
        </Button>
      </fieldset>
      <TextField rows={2} label={t.people} name="people" value={told.people} onChange={tellField('people')} />
      <TextField rows={2} label={t.risks} name="risks" value={told.risks} onChange={tellField('risks')} />
      <TextField rows={2} label={t.rollback} name="rollback" value={told.rollback} onChange={tellField('rollback')} />
      <Labelled label={t.from}>{(id) => <DayField id={id} grain="minute" value={from} onChange={setFrom} width="100%" />}</Labelled>
      <Labelled label={t.until}>{(id) => <DayField id={id} grain="minute" value={until} onChange={setUntil} width="100%" />}</Labelled>
      <Labelled wide label={t.assets}>
        {(id) => <Select id={id} mode="multiple" value={affected} options={assets.map((one) => ({ value: one.id, label: one.name }))} onChange={setAffected} style={{ width: '100%' }} />}
      </Labelled>
    </FormSheet>
  );
}
