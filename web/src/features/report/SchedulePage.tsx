import { useQuery, useQueryClient } from '@tanstack/react-query';
import { InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import { get, put } from '@/shared/api/http';
import { useClientChoices, useContractChoices } from '@/shared/contract/queries';
import { lastDay, time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { StateTag } from '@/shared/ui/StateTag';
import { text } from './words';
import type { ScheduleLine } from './types';

export default function SchedulePage() {
  const t = useWords(text);
  const c = useWords(common);
  const contracts = useContractChoices();
  const manages = useMay('manage');
  return (
    <>
      <PageHead title={t.schedule} note={t.scheduleNote} actions={manages && <LeadDays />} />
      <ListTable<ScheduleLine>
        path="/report-schedule"
        label={t.schedule}
        rowKey={(one) => one.obligationId}
        empty={{ title: t.scheduleNone, hint: t.scheduleNoneHint }}
        filters={[{ name: 'contract', label: c.contract, options: contracts }]}
        columns={[
          { key: 'due', title: t.due, sort: 'due', render: (one) => <span className="figures nowrap">{lastDay(one.due)}</span> },
          { key: 'title', title: t.report, render: (one) => one.title },
          { key: 'contract', title: c.contract, render: (one) => one.contractTitle ?? '—' },
          { key: 'drawAt', title: t.drawAt, render: (one) => <span className="figures nowrap">{time(one.drawAt)}</span> },
          { key: 'number', title: t.number, render: (one) => (one.reportNumber ? <span className="mono">{one.reportNumber}</span> : <span className="soft">{t.notDrawn}</span>) },
          { key: 'reportState', title: c.state, render: (one) => <StateTag kind="reportState" code={one.reportState} /> },
          { key: 'state', title: c.kept, render: (one) => <StateTag kind="obligation" code={one.state} /> },
        ]}
      />
    </>
  );
}

/** How many days before a deadline a client's report is drafted. */
function LeadDays() {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const clients = useClientChoices();
  const [chosen, setChosen] = useState<string | null>(null);
  const [days, setDays] = useState<number | null>(null);
  const client = chosen ?? clients[0]?.value ?? null;
  const now = useQuery({
    queryKey: ['report-lead', client],
    queryFn: ({ signal }) => get<{ days: number }>('/report-schedule/lead', { client }, signal),
    enabled: client !== null,
  });
  const value = days ?? now.data?.days ?? null;
  return (
    <ConfirmAct
      label={t.lead}
      title={t.lead}
      danger={false}
      incomplete={!client || !value}
      warning={
        <div className="form-grid">
          <div className="wide">
            <label htmlFor={`${id}-client`}>{c.client}</label>
            <Select
              id={`${id}-client`}
              value={client}
              options={clients}
              onChange={(value: string) => {
                setChosen(value);
                setDays(null);
              }}
              style={{ width: '100%' }}
            />
          </div>
          <div className="wide">
            <label htmlFor={`${id}-days`}>{t.leadNote}</label>
            <InputNumber id={`${id}-days`} min={1} max={60} value={value} onChange={setDays} />
          </div>
        </div>
      }
      act={async () => {
        await put('/report-schedule/lead', { clientId: client, days: value });
        tell.done(c.saved);
        setDays(null);
        await queries.invalidateQueries();
      }}
    />
  );
}
