import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { post } from '@/shared/api/http';
import { useContractChoices } from '@/shared/contract/queries';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { useServerNow } from '@/shared/time/clock';
import { DayField } from '@/shared/ui/DayField';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import { StateTag } from '@/shared/ui/StateTag';
import { lastMonth, periodOf } from './month';
import { ReportSheet } from './ReportSheet';
import { text } from './words';
import type { Report } from './types';

const kinds = ['weekly', 'monthly', 'quarterly', 'annual', 'inspection', 'fault', 'maintenance', 'settlement', 'acceptance'];
const states = ['ready', 'draft', 'approved', 'sent', 'received', 'withdrawn'];

export default function ReportsPage() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const operates = useMay('operate');
  const contracts = useContractChoices();
  const names = new Map(contracts.map((one) => [one.value, one.label]));
  const [making, setMaking] = useState(false);
  const [shown, setShown] = useState<Report | null>(null);
  const make = operates && (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t.make}
    </Button>
  );
  return (
    <>
      <PageHead title={t.title} note={t.note} actions={make} />
      {making && <MakeReport onClose={() => setMaking(false)} />}
      {shown && <ReportSheet report={shown} onClose={() => setShown(null)} />}
      <ListTable<Report>
        path="/reports"
        label={t.title}
        rowKey={(report) => report.id}
        empty={{ title: t.none, hint: t.noneHint, action: make }}
        filters={[
          { name: 'contract', label: c.contract, options: contracts },
          { name: 'kind', label: c.kind, options: codeChoices('reportKind', language, kinds) },
          { name: 'state', label: c.state, options: codeChoices('reportState', language, states) },
        ]}
        columns={[
          { key: 'number', title: t.number, render: (one) => <span className="mono">{one.number}</span> },
          { key: 'kind', title: c.kind, render: (one) => codeName('reportKind', one.kind, language) },
          { key: 'contract', title: t.matter, render: (one) => one.title || one.contractTitle || names.get(one.contractId ?? '') || '—' },
          { key: 'period', title: c.period, sort: 'period', render: (one) => <span className="figures">{one.period || '—'}</span> },
          { key: 'state', title: c.state, render: (one) => <StateTag kind="reportState" code={one.state} /> },
          { key: 'created', title: t.created, sort: 'createdAt', render: (one) => <span className="figures nowrap">{time(one.createdAt)}</span> },
          {
            key: 'view',
            title: c.actions,
            render: (one) => (
              <Button size="small" onClick={() => setShown(one)}>
                {t.view}
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}

function MakeReport({ onClose }: { onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const contracts = useContractChoices().filter((one) => one.contract.state !== 'draft');
  const now = useServerNow(60_000);
  const [contract, setContract] = useState<string | null>(null);
  const [month, setMonth] = useState<string | null>(null);
  const [kind, setKind] = useState('monthly');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const contractId = contract ?? contracts[0]?.value ?? null;
  const period = periodOf(kind, month ?? lastMonth(now));
  const make = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await post('/reports', { contractId, kind, period });
      tell.done(t.made);
      await queries.invalidateQueries();
      onClose();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Modal open title={t.makeTitle} okText={t.make} cancelText={c.cancel} okButtonProps={{ loading: busy, disabled: !contractId || !period }} onOk={() => void make()} onCancel={onClose}>
      <div className="form-grid">
        <div className="wide">
          <label htmlFor={`${id}-contract`}>{c.contract}</label>
          <Select id={`${id}-contract`} value={contractId} options={contracts} onChange={setContract} placeholder={c.chooseContract} style={{ width: '100%' }} />
        </div>
        <div>
          <label htmlFor={`${id}-kind`}>{c.kind}</label>
          <Select id={`${id}-kind`} value={kind} options={codeChoices('reportKind', language, ['monthly', 'quarterly', 'annual', 'maintenance'])} onChange={setKind} style={{ width: '100%' }} />
        </div>
        <div>
          <label htmlFor={`${id}-month`}>{kind === 'quarterly' ? t.quarter : kind === 'annual' ? t.year : t.month}</label>
          <DayField id={`${id}-month`} grain="month" value={month ?? lastMonth(now)} onChange={setMonth} />
          <span className="soft figures"> {period}</span>
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
