import { Button, Input, InputNumber, Modal, Select, type ButtonProps } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { DayField } from './DayField';
import { FilePick } from './FilePick';
import { ProblemPanel } from './ProblemPanel';

export interface AskedField {
  name: string;
  label: string;
  /** `minute` is a point of time, in Shanghai; plain text when left out. */
  kind?: 'text' | 'area' | 'select' | 'minute' | 'number' | 'file';
  options?: { value: string; label: string }[];
  optional?: boolean;
  initial?: string;
  hint?: string;
}

/** What was entered, by field name; empty texts for what was left out. */
export type Entered = Record<string, string>;

interface Props {
  label: ReactNode;
  title: string;
  fields: AskedField[];
  act: (entered: Entered, file: File | null) => Promise<unknown>;
  note?: ReactNode;
  button?: ButtonProps;
}

/** The instant that a field of kind `minute` says; undefined when nothing was entered. */
export const instantOf = (local: string | undefined): string | undefined => (local ? new Date(`${local}:00+08:00`).toISOString() : undefined);

/** An act that asks for a few things first, and stays open with the problem when it fails. */
export function AskAct({ label, title, fields, act, note, button }: Props) {
  const t = useWords(common);
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [entered, setEntered] = useState<Entered>({});
  const [file, setFile] = useState<File | null>(null);
  const ready = fields.every((field) => field.optional || (field.kind === 'file' ? file !== null : (entered[field.name] ?? '').trim() !== ''));

  const begin = () => {
    setEntered(Object.fromEntries(fields.map((field) => [field.name, field.initial ?? ''])));
    setFile(null);
    setProblem(null);
    setOpen(true);
  };
  const go = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await act(Object.fromEntries(Object.entries(entered).map(([name, value]) => [name, value.trim()])), file);
      setOpen(false);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button {...button} onClick={begin}>
        {label}
      </Button>
      <Modal open={open} title={title} okText={t.save} cancelText={t.cancel} okButtonProps={{ disabled: !ready, loading: busy }} onOk={() => void go()} onCancel={() => setOpen(false)} destroyOnHidden>
        <div className="stack-small">
          {note && <div className="soft">{note}</div>}
          {fields.map((field) => (
            <OneField
              key={field.name}
              field={field}
              value={entered[field.name] ?? ''}
              file={file}
              onChange={(value) => setEntered((before) => ({ ...before, [field.name]: value }))}
              onFile={setFile}
            />
          ))}
          {problem !== null && <ProblemPanel problem={problem} />}
        </div>
      </Modal>
    </>
  );
}

function OneField({ field, value, file, onChange, onFile }: {
  field: AskedField;
  value: string;
  file: File | null;
  onChange: (value: string) => void;
  onFile: (file: File | null) => void;
}) {
  const t = useWords(common);
  const id = useId();
  if (field.kind === 'file') return <FilePick label={field.label} button={t.open} file={file} onPick={onFile} />;
  return (
    <div className="field">
      <label htmlFor={id}>{field.label}</label>
      {field.kind === 'area' ? (
        <Input.TextArea id={id} name={field.name} rows={4} value={value} onChange={(event) => onChange(event.target.value)} />
      ) : field.kind === 'select' ? (
        <Select id={id} value={value || null} options={field.options ?? []} allowClear={field.optional ?? false} onChange={(chosen: string | null) => onChange(chosen ?? '')} style={{ width: '100%' }} />
      ) : field.kind === 'minute' ? (
        <DayField id={id} grain="minute" value={value} onChange={onChange} width="100%" />
      ) : field.kind === 'number' ? (
        <InputNumber id={id} name={field.name} min={1} value={value === '' ? null : Number(value)} onChange={(number) => onChange(number === null ? '' : String(number))} style={{ width: '100%' }} />
      ) : (
        <Input id={id} name={field.name} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
      {field.hint && <span className="soft">{field.hint}</span>}
    </div>
  );
}
