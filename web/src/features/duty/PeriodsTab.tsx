import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { post } from '@/shared/api/http';
import { useClientChoices, useContractChoices } from '@/shared/contract/queries';
import { window } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { DayField } from '@/shared/ui/DayField';
import { ListTable } from '@/shared/ui/ListTable';
import { CoverageFigure } from './CoverageFigure';
import { FormSheet } from '@/shared/ui/FormSheet';
import { instant } from './people';
import { PeriodState } from './PeriodState';
import type { Period } from './types';
import { text } from './words';

/** Special periods with how much of each is covered. */
export function PeriodsTab() {
  const t = useWords(text);
  const c = useWords(common);
  const operates = useMay('operate');
  const signs = useMay('sign');
  const clients = useClientChoices();
  const [adding, setAdding] = useState(false);
  const add = (operates || signs) && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t.newPeriod}
    </Button>
  );
  return (
    <>
      {adding && <PeriodForm onClose={() => setAdding(false)} />}
      <ListTable<Period>
        path="/duty/periods"
        label={t.periods}
        rowKey={(one) => one.id}
        empty={{ title: t.noPeriods, hint: t.noPeriodsHint, action: add }}
        extra={add}
        exportable={false}
        filters={[
          { name: 'state', label: c.state, options: (['planned', 'kept', 'broken', 'cancelled'] as const).map((value) => ({ value, label: t.state(value) })) },
          { name: 'client', label: c.client, options: clients },
        ]}
        columns={[
          { key: 'name', title: t.periodName, sort: 'name', render: (one) => <Link to={`/duty/periods/${one.id}`}>{one.name}</Link> },
          { key: 'window', title: c.period, sort: 'from', render: (one) => <span className="figures">{window(one.from, one.to)}</span> },
          { key: 'client', title: c.client, render: (one) => one.client },
          { key: 'source', title: c.kind, render: (one) => t.source(one.source) },
          { key: 'coverage', title: t.planned, render: (one) => <CoverageFigure period={one} /> },
          { key: 'state', title: c.state, render: (one) => <PeriodState state={one.state} /> },
        ]}
      />
    </>
  );
}

function PeriodForm({ onClose }: { onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const contracts = useContractChoices();
  const [contractId, setContract] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [place, setPlace] = useState('');
  const save = () => post('/duty/periods', { contractId, name: name.trim(), from: instant(from), to: instant(to), place: place.trim() || null });
  return (
    <FormSheet title={t.newPeriod} done={t.periodSaved} ready={contractId !== null && name.trim() !== '' && from !== '' && to !== ''} save={save} onClose={onClose}>
      <div className="wide">
        <label htmlFor={`${id}-contract`}>{c.contract}</label>
        <Select id={`${id}-contract`} value={contractId} options={contracts} onChange={setContract} placeholder={c.chooseContract} style={{ width: '100%' }} />
      </div>
      <div className="wide">
        <label htmlFor={`${id}-name`}>{t.periodName}</label>
        <Input id={`${id}-name`} name="name" value={name} onChange={(event) => setName(event.target.value)} />
      </div>
      <div>
        <label htmlFor={`${id}-from`}>{t.from}</label>
        <DayField id={`${id}-from`} grain="minute" value={from} onChange={setFrom} width="100%" />
      </div>
      <div>
        <label htmlFor={`${id}-to`}>{t.to}</label>
        <DayField id={`${id}-to`} grain="minute" value={to} onChange={setTo} width="100%" />
      </div>
      <div className="wide">
        <label htmlFor={`${id}-place`}>{t.place}</label>
        <Input id={`${id}-place`} name="place" value={place} onChange={(event) => setPlace(event.target.value)} />
      </div>
    </FormSheet>
  );
}
