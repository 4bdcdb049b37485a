import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { post } from '@/shared/api/http';
import type { Acceptance, AcceptanceItem } from '@/shared/api/types';
import { useContractChoices } from '@/shared/contract/queries';
import { day, time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { DayField } from '@/shared/ui/DayField';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { ProblemPanel } from '@/shared/ui/ProblemPanel';
import { StateTag } from '@/shared/ui/StateTag';
import { text } from './words';

export default function AcceptancesPage() {
  const t = useWords(text);
  const c = useWords(common);
  const manages = useMay('manage');
  const { language } = useLanguage();
  const contracts = useContractChoices();
  const names = new Map(contracts.map((one) => [one.value, one.label]));
  const [making, setMaking] = useState(false);
  const make = manages && (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t.make}
    </Button>
  );
  return (
    <>
      <PageHead title={t.title} note={t.note} actions={make} />
      {making && <Make onClose={() => setMaking(false)} />}
      <ListTable<AcceptanceItem>
        path="/acceptances"
        label={t.title}
        rowKey={(one) => one.id}
        empty={{ title: t.none, hint: t.noneHint, action: make }}
        filters={[
          { name: 'state', label: c.state, options: codeChoices('acceptance', language, ['draft', 'published', 'signed', 'refused', 'failed']) },
          { name: 'contract', label: c.contract, options: contracts },
        ]}
        columns={[
          { key: 'contract', title: c.contract, render: (one) => <Link to={`/acceptances/${one.id}`}>{one.contractTitle ?? names.get(one.contractId) ?? '—'}</Link> },
          { key: 'number', title: t.number, render: (one) => <span className="mono">{one.number}</span> },
          { key: 'period', title: t.period, render: (one) => <span className="figures nowrap">{day(one.from)} – {day(one.to)}</span> },
          { key: 'state', title: c.state, render: (one) => <StateTag kind="acceptance" code={one.state} /> },
          { key: 'created', title: t.created, render: (one) => <span className="figures nowrap">{time(one.createdAt)}</span> },
        ]}
      />
    </>
  );
}

function Make({ onClose }: { onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const contracts = useContractChoices().filter((one) => one.contract.state !== 'draft');
  const [chosen, setChosen] = useState<string | null>(null);
  const contract = contracts.find((one) => one.value === chosen) ?? contracts[0] ?? null;
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const first = from ?? contract?.contract.from?.slice(0, 10) ?? '';
  const last = to ?? contract?.contract.to?.slice(0, 10) ?? '';
  const make = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const made = await post<Acceptance>('/acceptances', { contractId: contract?.value, from: first, to: last });
      await queries.invalidateQueries();
      await navigate(`/acceptances/${made.id}`);
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Modal open title={t.makeTitle} okText={t.make} cancelText={c.cancel} okButtonProps={{ loading: busy, disabled: !contract || !first || !last }} onOk={() => void make()} onCancel={onClose}>
      <div className="form-grid">
        <div className="wide">
          <label htmlFor={`${id}-contract`}>{c.contract}</label>
          <Select id={`${id}-contract`} value={contract?.value ?? null} options={contracts} onChange={setChosen} placeholder={c.chooseContract} style={{ width: '100%' }} />
        </div>
        <div>
          <label htmlFor={`${id}-from`}>{t.from}</label>
          <DayField id={`${id}-from`} value={first} onChange={setFrom} width="100%" />
        </div>
        <div>
          <label htmlFor={`${id}-to`}>{t.to}</label>
          <DayField id={`${id}-to`} value={last} onChange={setTo} width="100%" />
        </div>
        {problem !== null && (
          <div className="wide">
            <ProblemPanel problem={problem} />
          </div>
        )}
      </div>
    </Modal>
  );
}
