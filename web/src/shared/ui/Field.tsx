import { Input } from 'antd';
import { useId, type ReactNode } from 'react';

interface Props {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  hint?: string;
  wide?: boolean;
}

/** A labelled line, or several, of text. */
export function TextField({ label, name, value, onChange, rows, hint, wide }: Props) {
  const id = useId();
  const shared = { id, name, value, ...(hint ? { placeholder: hint } : {}) };
  return (
    <div className={wide || rows ? 'wide' : undefined}>
      <label htmlFor={id}>{label}</label>
      {rows ? (
        <Input.TextArea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input {...shared} onChange={(event) => onChange(event.target.value)} />
      )}
    </div>
  );
}

/** A labelled control that is no line of text. */
export function Labelled({ label, wide, children }: { label: string; wide?: boolean; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={wide ? 'wide' : undefined}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
