import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Labelled, TextField } from '@/shared/ui/Field';
import { FilePick } from '@/shared/ui/FilePick';
import { FormSheet } from '@/shared/ui/FormSheet';
import { Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import type { Change, Plan } from './types';
import { text } from './words';

type Recorder = (act: string, body?: unknown) => Promise<void>;

/** The work on a change: beginning, each step's outcome, the end, the client's word. */
export function ChangeWork({ change, plan, record }: { change: Change; plan: Plan; record: Recorder }) {
  const t = useWords(text);
  const operates = useMay('operate');
  const signs = useMay('sign');
  const [finishing, setFinishing] = useState(false);
  const running = change.state === 'running';
  const begins = operates && (change.state === 'proposed' || change.state === 'signed');
  const judged = signs && change.state === 'done' && change.ticketState === 'resolved';
  if (!begins && !running && !judged) return null;
  return (
    <Sheet title={t.work}>
      <div className="stack-small">
        {begins && change.hindrance && (
          <p className="soft" role="status">
            {t.hindered}：{change.hindrance}
          </p>
        )}
        {running && plan.steps.map((step, index) => <StepLine key={index} change={change} place={index + 1} what={step.what} record={record} />)}
        <div className="row">
          {begins && change.state === 'signed' && (
            <ConfirmAct label={t.start} title={t.startTitle} warning={plan.backup} danger={false} button={{ type: 'primary', disabled: change.hindrance !== null }} act={() => record('start')} />
          )}
          {begins && change.state === 'proposed' && (
            <ConfirmAct label={t.rush} title={t.rushTitle} warning={t.rushHint} asksReason act={(reason) => record('emergency', { text: reason })} />
          )}
          {operates && running && (
            <>
              <Upload record={record} />
              <Button type="primary" onClick={() => setFinishing(true)}>
                {t.finish}
              </Button>
            </>
          )}
          {judged && (
            <>
              <ConfirmAct label={t.agree} title={t.agreeTitle} warning={t.agreeHint} danger={false} button={{ type: 'primary' }} act={() => record('agree')} />
              <ConfirmAct label={t.disagree} title={t.disagreeTitle} warning="" asksReason act={(reason) => record('disagree', { text: reason })} />
            </>
          )}
        </div>
      </div>
      {finishing && <Finish record={record} onClose={() => setFinishing(false)} />}
    </Sheet>
  );
}

function StepLine({ change, place, what, record }: { change: Change; place: number; what: string; record: Recorder }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const operates = useMay('operate');
  const tell = useTell();
  const last = change.steps.filter((step) => step.place === place).at(-1);
  const [outcome, setOutcome] = useState('as-expected');
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await record(`steps/${place}`, { outcome, text: note.trim() || null });
      setNote('');
    } catch (thrown) {
      tell.problem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="row" role="group" aria-label={`${place}. ${what}`}>
      <strong>
        {place}. {what}
      </strong>
      {last && <span className={`tag tag-${last.outcome === 'as-expected' ? 'good' : 'warn'}`}>{codeName('stepOutcome', last.outcome, language)}</span>}
      {operates && (
        <>
          <Select aria-label={`${t.outcome} ${place}`} value={outcome} options={codeChoices('stepOutcome', language)} onChange={setOutcome} style={{ width: 120 }} />
          <Input aria-label={`${t.remark} ${place}`} placeholder={t.remark} value={note} onChange={(event) => setNote(event.target.value)} style={{ width: 200 }} />
          <Button size="small" loading={busy} onClick={() => void save()}>
            {t.record}
          </Button>
        </>
      )}
    </div>
  );
}

function Upload({ record }: { record: Recorder }) {
  const t = useWords(text);
  const tell = useTell();
  const [busy, setBusy] = useState<File | null>(null);
  const send = async (file: File | null) => {
    if (!file) return;
    setBusy(file);
    try {
      const form = new FormData();
      form.set('file', file);
      await record('files', form);
    } catch (thrown) {
      tell.problem(thrown);
    } finally {
      setBusy(null);
    }
  };
  return <FilePick label={t.file} button={t.file} file={busy} onPick={(file) => void send(file)} />;
}

function Finish({ record, onClose }: { record: Recorder; onClose: () => void }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const [result, setResult] = useState('success');
  const [rolledBack, setBack] = useState(false);
  const [conclusion, setConclusion] = useState('');
  return (
    <FormSheet title={t.finish} ok={t.finish} ready={conclusion.trim() !== ''} save={() => record('finish', { result, rolledBack, text: conclusion.trim() })} onClose={onClose}>
      <p className="wide soft">{t.finishHint}</p>
      <Labelled label={t.result}>
        {(id) => <Select id={id} value={result} options={codeChoices('changeResult', language)} onChange={setResult} style={{ width: '100%' }} />}
      </Labelled>
      <div>
        <Checkbox checked={rolledBack} onChange={(event) => setBack(event.target.checked)}>
          {t.back}
        </Checkbox>
      </div>
      <TextField rows={3} label={t.conclusion} name="conclusion" value={conclusion} onChange={setConclusion} />
    </FormSheet>
  );
}
