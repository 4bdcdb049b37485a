import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { get, post } from '@/shared/api/http';
import { useContractChoices } from '@/shared/contract/queries';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { Labelled, TextField } from '@/shared/ui/Field';
import { FormSheet } from '@/shared/ui/FormSheet';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { StateTag } from '@/shared/ui/StateTag';
import type { Change, ChangeItem } from './types';
import { text } from './words';

export default function ChangesPage() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const contracts = useContractChoices();
  const [creating, setCreating] = useState(false);
  const operates = useMay('operate');
  const signs = useMay('sign');
  const create =
    operates || signs ? (
      <Button type="primary" onClick={() => setCreating(true)}>
        {t.create}
      </Button>
    ) : null;
  return (
    <>
      <PageHead title={t.title} note={t.note} actions={create} />
      {creating && <NewChange onClose={() => setCreating(false)} />}
      <ListTable<ChangeItem>
        path="/changes"
        label={t.title}
        rowKey={(one) => one.ticketId}
        refetchEvery={15_000}
        empty={{ title: t.none, hint: t.noneHint, action: create }}
        filters={[
          { name: 'state', label: c.state, options: codeChoices('change', language) },
          { name: 'broken', label: t.broken, options: [{ value: 'true', label: t.brokenOnly }] },
          { name: 'contract', label: c.contract, options: contracts },
        ]}
        columns={[
          {
            key: 'title',
            title: c.title,
            render: (one) => (
              <span className="cell-two">
                <Link to={`/changes/${one.ticketId}`}>{one.title}</Link>
                <span className="soft mono">{one.number}</span>
              </span>
            ),
          },
          { key: 'state', title: c.state, render: (one) => <Marks change={one} /> },
          {
            key: 'window',
            title: t.window,
            sort: 'from',
            render: (one) => (one.from && one.until ? <span className="figures nowrap">{`${time(one.from)} – ${time(one.until)}`}</span> : <span className="soft">—</span>),
          },
          { key: 'created', title: c.time, sort: 'createdAt', render: (one) => <span className="figures nowrap">{time(one.createdAt)}</span> },
        ]}
      />
    </>
  );
}

/** State, and everything that is not as it should be. */
export function Marks({ change }: { change: ChangeItem }) {
  const t = useWords(text);
  return (
    <span className="row">
      <StateTag kind="change" code={change.state} />
      {change.emergency && <span className="tag tag-warn">{t.emergency}</span>}
      {change.unconfirmed && <span className="tag tag-bad">{t.unconfirmed}</span>}
      {change.overran && <span className="tag tag-bad">{t.overran}</span>}
      {change.rolledBack && <span className="tag tag-warn">{t.rolledBack}</span>}
      {change.result && <StateTag kind="changeResult" code={change.result} />}
    </span>
  );
}

interface Quota {
  serviceId: string;
  title: string;
  current: boolean;
  used: number;
  atMost: number;
}

function NewChange({ onClose }: { onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const tell = useTell();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const contracts = useContractChoices().filter((one) => one.contract.state === 'in-force');
  const [contract, setContract] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [body, setBody] = useState('');
  const [service, setService] = useState('');
  const contractId = contract ?? contracts[0]?.value ?? null;
  const quotas = useQuery({
    queryKey: ['quotas', contractId],
    queryFn: ({ signal }) => get<Quota[]>(`/contracts/${contractId ?? ''}/quotas`, undefined, signal),
    enabled: contractId !== null,
  });
  const choices = (quotas.data ?? [])
    .filter((one) => one.current)
    .map((one) => ({ value: one.serviceId, label: `${one.title}（${one.used} / ${one.atMost}）` }));
  const create = async () => {
    const change = await post<Change>('/changes', { contractId, title: title.trim(), body: body.trim(), serviceId: service || null });
    tell.done(t.created);
    await queries.invalidateQueries();
    await navigate(`/changes/${change.ticketId}`);
  };
  return (
    <FormSheet title={t.create} ok={t.create} ready={contractId !== null && title.trim() !== ''} save={create} onClose={onClose}>
      <Labelled wide label={c.contract}>
        {(id) => <Select id={id} value={contractId} options={contracts} onChange={setContract} style={{ width: '100%' }} />}
      </Labelled>
      <Labelled wide label={t.service}>
        {(id) => <Select id={id} value={service} options={[{ value: '', label: t.noService }, ...choices]} onChange={setService} style={{ width: '100%' }} />}
      </Labelled>
      <TextField wide label={t.what} name="title" value={title} onChange={setTitle} />
      <TextField rows={4} label={t.body} name="body" value={body} onChange={setBody} />
    </FormSheet>
  );
}
