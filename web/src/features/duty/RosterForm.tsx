import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import { post, put } from '@/shared/api/http';
import { useClientChoices } from '@/shared/contract/queries';
import { day } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { DayField } from '@/shared/ui/DayField';
import { FormSheet } from '@/shared/ui/FormSheet';
import { usePeopleChoices } from './people';
import type { Layer, Roster } from './types';
import { text } from './words';

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

const fresh = (name: string): Layer => ({
  name,
  people: [],
  turn: { unit: 'weeks', length: 1, firstDay: day(new Date()), handover: '09:00' },
  hours: null,
  until: null,
});

/** Makes or changes a roster. A change holds from now on. */
export function RosterForm({ roster, onClose }: { roster: Roster | null; onClose: () => void }) {
  const t = useWords(text);
  const id = useId();
  const clients = useClientChoices();
  const people = usePeopleChoices();
  const [name, setName] = useState(roster?.name ?? '');
  const [served, setServed] = useState<string[]>(roster?.clients ?? []);
  const [fallback, setFallback] = useState<string | null>(roster?.fallback ?? null);
  const [autoSwap, setAutoSwap] = useState(roster?.autoSwap ?? false);
  const [layers, setLayers] = useState<Layer[]>(roster?.layers ?? [fresh(t.layer(1))]);
  const ready = name.trim() !== '' && served.length > 0 && layers.every((layer) => layer.people.length > 0 && layer.turn.firstDay !== '');
  const change = (n: number, changed: Layer) => setLayers(layers.map((layer, at) => (at === n ? changed : layer)));
  const save = async () => {
    const draft = { name: name.trim(), zone: roster?.zone ?? null, clientIds: served, fallback, autoSwap, layers };
    await (roster ? put(`/duty/rosters/${roster.id}`, draft) : post('/duty/rosters', draft));
  };
  return (
    <FormSheet title={roster ? t.editRoster : t.newRoster} done={t.rosterSaved} ready={ready} save={save} onClose={onClose} width={720}>
      <div>
        <label htmlFor={`${id}-name`}>{t.name}</label>
        <Input id={`${id}-name`} name="name" value={name} onChange={(event) => setName(event.target.value)} />
      </div>
      <div>
        <label htmlFor={`${id}-clients`}>{t.clients}</label>
        <Select id={`${id}-clients`} mode="multiple" value={served} options={clients} onChange={setServed} showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }} />
      </div>
      <div className="wide soft">{t.layerHint}</div>
      {layers.map((layer, n) => (
        <LayerFields key={n} layer={layer} number={n + 1} people={people} onChange={(changed) => change(n, changed)} {...(layers.length > 1 ? { onRemove: () => setLayers(layers.filter((_, at) => at !== n)) } : {})} />
      ))}
      <div className="wide">
        <Button onClick={() => setLayers([...layers, fresh(t.layer(layers.length + 1))])}>{t.addLayer}</Button>
      </div>
      <div>
        <label htmlFor={`${id}-fallback`}>{t.fallback}</label>
        <Select id={`${id}-fallback`} allowClear value={fallback} options={people} onChange={(value: string | undefined) => setFallback(value ?? null)} placeholder={t.fallbackHint} style={{ width: '100%' }} />
      </div>
      <div className="wide">
        <Checkbox checked={autoSwap} onChange={(event) => setAutoSwap(event.target.checked)}>
          {t.autoSwap}
        </Checkbox>
      </div>
    </FormSheet>
  );
}

function LayerFields({ layer, number, people, onChange, onRemove }: {
  layer: Layer;
  number: number;
  people: { value: string; label: string }[];
  onChange: (layer: Layer) => void;
  onRemove?: () => void;
}) {
  const t = useWords(text);
  const id = useId();
  const { turn, hours } = layer;
  const clock = (value: string) => value.slice(0, 5);
  return (
    <fieldset className="layer wide">
      <legend>{t.layer(number)}</legend>
      <div className="form-grid">
        <div>
          <label htmlFor={`${id}-name`}>{t.name}</label>
          <Input id={`${id}-name`} value={layer.name} onChange={(event) => onChange({ ...layer, name: event.target.value })} />
        </div>
        <div>
          <label htmlFor={`${id}-length`}>{t.length}</label>
          <span className="row">
            <InputNumber id={`${id}-length`} min={1} max={366} value={turn.length} onChange={(length) => onChange({ ...layer, turn: { ...turn, length: length ?? 1 } })} />
            <Select aria-label={t.length} value={turn.unit} options={(['hours', 'days', 'weeks'] as const).map((value) => ({ value, label: t.unit(value) }))} onChange={(unit) => onChange({ ...layer, turn: { ...turn, unit } })} />
          </span>
        </div>
        <div className="wide">
          <label htmlFor={`${id}-people`}>{t.people}</label>
          <Select id={`${id}-people`} mode="multiple" value={layer.people} options={people} onChange={(chosen) => onChange({ ...layer, people: chosen })} showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }} />
        </div>
        <div>
          <label htmlFor={`${id}-first`}>{t.firstDay}</label>
          <DayField id={`${id}-first`} value={turn.firstDay} onChange={(firstDay) => onChange({ ...layer, turn: { ...turn, firstDay } })} width="100%" />
        </div>
        <div>
          <label htmlFor={`${id}-handover`}>{t.handover}</label>
          <Input id={`${id}-handover`} type="time" value={clock(turn.handover)} onChange={(event) => onChange({ ...layer, turn: { ...turn, handover: event.target.value } })} />
        </div>
        <div className="wide">
          <Checkbox checked={hours !== null} onChange={(event) => onChange({ ...layer, hours: event.target.checked ? { days: DAYS.slice(0, 5), from: '09:00', to: '18:00' } : null })}>
            {t.restrict}
          </Checkbox>
        </div>
        {hours && (
          <>
            <div className="wide">
              <Checkbox.Group aria-label={t.days} options={DAYS.map((value, n) => ({ value, label: t.weekday(n) }))} value={hours.days} onChange={(days) => onChange({ ...layer, hours: { ...hours, days } })} />
            </div>
            <div>
              <label htmlFor={`${id}-from`}>{t.from}</label>
              <Input id={`${id}-from`} type="time" value={clock(hours.from)} onChange={(event) => onChange({ ...layer, hours: { ...hours, from: event.target.value } })} />
            </div>
            <div>
              <label htmlFor={`${id}-to`}>{t.to}</label>
              <Input id={`${id}-to`} type="time" value={clock(hours.to)} onChange={(event) => onChange({ ...layer, hours: { ...hours, to: event.target.value } })} />
            </div>
          </>
        )}
        {onRemove && (
          <div className="wide">
            <Button size="small" onClick={onRemove}>
              {t.removeLayer}
            </Button>
          </div>
        )}
      </div>
    </fieldset>
  );
}
