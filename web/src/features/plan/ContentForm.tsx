import { Button, Input, InputNumber, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { useAssetChoices } from '@/shared/contract/queries';
import { useWords } from '@/shared/i18n';
import { withRow } from './content';
import type { Content, Scenario } from './types';
import { text } from './words';

/** Writes what a version says, part by part. */
export function ContentForm({ client, content, onChange }: { client: string; content: Content; onChange: (content: Content) => void }) {
  const t = useWords(text);
  const id = useId();
  const assets = useAssetChoices(client).map((asset) => ({ value: asset.id, label: asset.name }));
  return (
    <div className="stack">
      <div className="field">
        <label htmlFor={`${id}-scope`}>{t.scope}</label>
        <Input.TextArea id={`${id}-scope`} name="scope" rows={3} value={content.scope} onChange={(event) => onChange({ ...content, scope: event.target.value })} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-systems`}>{t.systems}</label>
        <Select id={`${id}-systems`} mode="multiple" value={content.systems} options={assets} onChange={(systems) => onChange({ ...content, systems })} style={{ width: '100%' }} />
      </div>
      <Rows
        title={t.duties}
        rows={content.duties}
        blank={{ role: '', person: '', deputy: '' }}
        onChange={(duties) => onChange({ ...content, duties })}
        fields={(duty, change) => (
          <>
            <Cell label={t.role} value={duty.role} onChange={(role) => change({ ...duty, role })} />
            <Cell label={t.person} value={duty.person} onChange={(person) => change({ ...duty, person })} />
            <Cell label={t.deputy} value={duty.deputy} onChange={(deputy) => change({ ...duty, deputy })} />
          </>
        )}
      />
      <Rows
        title={t.contacts}
        rows={content.contacts}
        blank={{ name: '', personId: null, phone: '', mail: '' }}
        onChange={(contacts) => onChange({ ...content, contacts })}
        fields={(contact, change) => (
          <>
            <Cell label={t.contactName} value={contact.name} onChange={(name) => change({ ...contact, name })} />
            <Cell label={t.phone} value={contact.phone ?? ''} onChange={(phone) => change({ ...contact, phone })} />
            <Cell label={t.mail} value={contact.mail ?? ''} onChange={(mail) => change({ ...contact, mail })} />
          </>
        )}
      />
      <Rows
        title={t.scenarios}
        rows={content.scenarios}
        blank={{ title: '', sign: '', noticeMinutes: 15, steps: [{ who: '', what: '', withinMinutes: 30 }] }}
        onChange={(scenarios) => onChange({ ...content, scenarios })}
        fields={(scenario, change) => <ScenarioFields scenario={scenario} onChange={change} />}
      />
      <Rows
        title={t.annexes}
        rows={content.annexes}
        blank={{ title: '', text: '' }}
        onChange={(annexes) => onChange({ ...content, annexes })}
        fields={(annex, change) => (
          <>
            <Cell label={t.annexTitle} value={annex.title} onChange={(title) => change({ ...annex, title })} />
            <Cell label={t.annexText} value={annex.text} onChange={(said) => change({ ...annex, text: said })} />
          </>
        )}
      />
    </div>
  );
}

function ScenarioFields({ scenario, onChange }: { scenario: Scenario; onChange: (scenario: Scenario) => void }) {
  const t = useWords(text);
  return (
    <div className="plan-scenario">
      <div className="plan-row">
        <Cell label={t.scenario} value={scenario.title} onChange={(title) => onChange({ ...scenario, title })} />
        <Cell label={t.sign} value={scenario.sign} onChange={(sign) => onChange({ ...scenario, sign })} />
        <Minutes label={t.notice} value={scenario.noticeMinutes} onChange={(noticeMinutes) => onChange({ ...scenario, noticeMinutes })} />
      </div>
      <Rows
        title={t.steps}
        rows={scenario.steps}
        blank={{ who: '', what: '', withinMinutes: 60 }}
        onChange={(steps) => onChange({ ...scenario, steps })}
        fields={(step, change) => (
          <>
            <Cell label={t.who} value={step.who} onChange={(who) => change({ ...step, who })} />
            <Cell label={t.what} value={step.what} onChange={(what) => change({ ...step, what })} />
            <Minutes label={t.within} value={step.withinMinutes} onChange={(withinMinutes) => change({ ...step, withinMinutes })} />
          </>
        )}
      />
    </div>
  );
}

function Rows<T>({ title, rows, blank, onChange, fields }: {
  title: string;
  rows: T[];
  blank: T;
  onChange: (rows: T[]) => void;
  fields: (row: T, change: (row: T) => void) => ReactNode;
}) {
  const t = useWords(text);
  return (
    <fieldset className="plan-rows">
      <legend>{title}</legend>
      {rows.map((row, place) => (
        <div key={place} className="plan-row">
          {fields(row, (changed) => onChange(withRow(rows, place, changed)))}
          <Button size="small" aria-label={`${t.removeRow} ${title} ${place + 1}`} onClick={() => onChange(withRow(rows, place, null))}>
            {t.removeRow}
          </Button>
        </div>
      ))}
      <Button size="small" aria-label={`${t.add} ${title}`} onClick={() => onChange([...rows, blank])}>
        {t.add}
      </Button>
    </fieldset>
  );
}

function Cell({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <div className="field plan-cell">
      <label htmlFor={id}>{label}</label>
      <Input id={id} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

function Minutes({ label, value, onChange }: { label: string; value: number; onChange: (value: number) => void }) {
  const id = useId();
  return (
    <div className="field plan-cell">
      <label htmlFor={id}>{label}</label>
      <InputNumber id={id} min={1} value={value} onChange={(number) => onChange(number ?? 1)} style={{ width: '100%' }} />
    </div>
  );
}
