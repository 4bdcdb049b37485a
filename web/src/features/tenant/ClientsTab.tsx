import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { post } from '@/shared/api/http';
import type { Client } from '@/shared/api/types';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ListTable } from '@/shared/ui/ListTable';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import { text } from './words';

interface ListedClient extends Client {
  office?: { from: string; to: string } | null;
}

export function ClientsTab() {
  const t = useWords(text);
  const manages = useMay('manage');
  const [adding, setAdding] = useState(false);
  const add = manages && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t.newClient}
    </Button>
  );
  return (
    <>
      {adding && <NewClient onClose={() => setAdding(false)} />}
      <ListTable<ListedClient>
        path="/clients"
        label={t.clientsTab}
        rowKey={(client) => client.id}
        extra={add}
        empty={{ title: t.noClients, hint: t.noClientsHint, action: add }}
        columns={[
          { key: 'name', title: t.clientName, sort: 'name', render: (one) => one.name },
          { key: 'zone', title: t.zone, render: (one) => one.zone ?? '—' },
          { key: 'office', title: t.office, render: (one) => (one.office ? `${one.office.from.slice(0, 5)}–${one.office.to.slice(0, 5)}` : '—') },
        ]}
      />
    </>
  );
}

function NewClient({ onClose }: { onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [from, setFrom] = useState('09:00');
  const [to, setTo] = useState('18:00');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await post('/clients', { name: name.trim(), zone: 'Asia/Shanghai', office: { from, to } });
      tell.done(t.created);
      await queries.invalidateQueries();
      onClose();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Modal open title={t.newClient} okText={c.save} cancelText={c.cancel} okButtonProps={{ loading: busy, disabled: name.trim() === '' }} onOk={() => void save()} onCancel={onClose}>
      <div className="form-grid">
        <div className="wide">
          <label htmlFor={`${id}-name`}>{t.clientName}</label>
          <Input id={`${id}-name`} name="clientName" value={name} onChange={(event) => setName(event.target.value)} />
        </div>
        <div>
          <label htmlFor={`${id}-from`}>{t.officeFrom}</label>
          <Input id={`${id}-from`} type="time" value={from} onChange={(event) => setFrom(event.target.value)} />
        </div>
        <div>
          <label htmlFor={`${id}-to`}>{t.officeTo}</label>
          <Input id={`${id}-to`} type="time" value={to} onChange={(event) => setTo(event.target.value)} />
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
