import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { address, post } from '@/shared/api/http';
import type { Report } from '@/shared/api/types';
import { useContractChoices } from '@/shared/contract/queries';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { useServerNow } from '@/shared/time/clock';
import { DayField } from '@/shared/ui/DayField';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { PaperView } from '@/shared/ui/PaperView';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import { lastMonth } from './month';
import { text } from './words';

export default function ReportsPage() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const operates = useMay('operate');
  const contracts = useContractChoices();
  const names = new Map(contracts.map((one) => [one.value, one.label]));
  const [making, setMaking] = useState(false);
  const [shown, setShown] = useState<Report | null>(null);
  const file = (report: Report, as: string) => address(`/reports/${report.id}/file`, { as });
  const make = operates && (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t.make}
    </Button>
  );
  return (
    <>
      <PageHead title={t.title} note={t.note} actions={make} />
      {making && <MakeReport onClose={() => setMaking(false)} />}
      <Modal open={shown !== null} title={t.frame} footer={null} onCancel={() => setShown(null)} width="min(1080px, 96vw)" destroyOnHidden>
        {shown && <PaperView src={file(shown, 'html')} title={t.frame} />}
      </Modal>
      <ListTable<Report>
        path="/reports"
        label={t.title}
        rowKey={(report) => report.id}
        empty={{ title: t.none, hint: t.noneHint, action: make }}
        filters={[{ name: 'contract', label: c.contract, options: contracts }]}
        columns={[
          { key: 'contract', title: c.contract, render: (one) => one.contractTitle ?? names.get(one.contractId) ?? '—' },
          { key: 'kind', title: c.kind, render: (one) => codeName('reportKind', one.kind, language) },
          { key: 'period', title: c.period, render: (one) => <span className="figures">{one.period}</span> },
          { key: 'created', title: t.created, render: (one) => <span className="figures nowrap">{time(one.createdAt)}</span> },
          {
            key: 'files',
            title: t.files,
            render: (one) => (
              <span className="row">
                <Button size="small" onClick={() => setShown(one)}>
                  {t.view}
                </Button>
                {['docx', 'pdf', 'html'].map((as) => (
                  <a key={as} href={file(one, as)} download>
                    {as.toUpperCase()}
                  </a>
                ))}
              </span>
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
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const contracts = useContractChoices().filter((one) => one.contract.state !== 'draft');
  const now = useServerNow(60_000);
  const [contract, setContract] = useState<string | null>(null);
  const [month, setMonth] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const contractId = contract ?? contracts[0]?.value ?? null;
  const period = month ?? lastMonth(now);
  const make = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await post('/reports', { contractId, kind: 'monthly', period });
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
          <label htmlFor={`${id}-month`}>{t.month}</label>
          <DayField id={`${id}-month`} grain="month" value={period} onChange={setMonth} />
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
