import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { useSearchParams } from 'react-router';
import { post } from '@/shared/api/http';
import { useClientChoices } from '@/shared/contract/queries';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { usePerson } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { DayField } from '@/shared/ui/DayField';
import { ListTable } from '@/shared/ui/ListTable';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import { StateTag } from '@/shared/ui/StateTag';
import { exportText } from './exportWords';
import type { ExportApproval } from './types';

/** Who asked to take what, and what the client said. */
export function ApprovalsTab() {
  const t = useWords(exportText);
  const c = useWords(common);
  const { language } = useLanguage();
  const [parameters, setParameters] = useSearchParams();
  const asks = ['provider-manager', 'engineer', 'auditor'].includes(usePerson().role);
  const asking = asks && parameters.has('ask');
  const ask = asks && (
    <Button type="primary" onClick={() => setParameters({ tab: 'approvals', ask: '' })}>
      {t.ask}
    </Button>
  );
  return (
    <>
      {asking && <AskForm onClose={() => setParameters({ tab: 'approvals' })} />}
      <ListTable<ExportApproval>
        path="/export-approvals"
        label={t.approvals}
        rowKey={(one) => one.id}
        empty={{ title: t.noApprovals, hint: t.noApprovalsHint, action: ask }}
        extra={ask}
        filters={[
          { name: 'state', label: c.state, options: codeChoices('exportApproval', language) },
          { name: 'client', label: c.client, options: useClientChoices() },
        ]}
        columns={[
          { key: 'what', title: t.what, render: (one) => <span className="cell-two">{one.what}<span className="soft mono">{address(one)}</span></span> },
          { key: 'who', title: t.who, sort: 'personName', render: (one) => <span className="cell-two">{one.personName}<span className="soft">{one.clientName}</span></span> },
          { key: 'purpose', title: t.purpose, render: (one) => <span className="cell-two">{one.purpose}<span className="soft">{t.recipient}：{one.recipient}</span></span> },
          { key: 'until', title: t.until, sort: 'until', render: (one) => <span className="cell-two figures"><span className="nowrap">{time(one.until)}</span><span className="soft">{t.used(one.used, one.downloads)}</span></span> },
          {
            key: 'state',
            title: c.state,
            render: (one) => (
              <span className="cell-two">
                <span><StateTag kind="exportApproval" code={one.state} /></span>
                {one.decidedBy && <span className="soft">{one.decidedBy} {time(one.decidedAt)}</span>}
                {one.remark && <span className="soft">{one.remark}</span>}
              </span>
            ),
          },
          { key: 'acts', title: c.actions, render: (one) => <Acts approval={one} /> },
        ]}
      />
    </>
  );
}

/** A list goes as CSV; a file has its own address. */
function address({ path, query }: ExportApproval): string {
  const isFile = /\/(file|content|export)(\/|$)/.test(path);
  const parameters = [...(isFile ? [] : ['format=csv']), ...(query ? [query] : [])].join('&');
  return parameters ? `${path}?${parameters}` : path;
}

function Acts({ approval }: { approval: ExportApproval }) {
  const t = useWords(exportText);
  const person = usePerson();
  const tell = useTell();
  const queries = useQueryClient();
  const act = (path: string, content: unknown) => async () => {
    await post(`/export-approvals/${approval.id}/${path}`, content);
    tell.done(t.done);
    await queries.invalidateQueries();
  };
  const mine = approval.personId === person.id;
  if (approval.state === 'approved' && mine) {
    return (
      <Button size="small" type="primary" href={address(approval)} download>
        {t.download}
      </Button>
    );
  }
  if (approval.state !== 'requested') return null;
  if (mine) return <ConfirmAct label={t.withdraw} title={t.withdrawTitle} warning={t.withdrawWarning} act={act('withdraw', {})} button={{ size: 'small' }} />;
  if (person.role !== 'client-signatory' && person.role !== 'client-reader') return null;
  const { what, personName, downloads } = approval;
  return (
    <span className="acts">
      <ConfirmAct label={t.approve} title={t.approveTitle} warning={t.approveWarning(what, personName, downloads)} act={act('decision', { approves: true })} danger={false} button={{ size: 'small', type: 'primary' }} />
      <ConfirmAct label={t.refuse} title={t.refuseTitle} warning={t.refuseWarning} asksReason act={(remark) => act('decision', { approves: false, remark })()} button={{ size: 'small' }} />
    </span>
  );
}

const endOfDay = (day: string) => new Date(`${day}T23:59:59+08:00`).toISOString();

function AskForm({ onClose }: { onClose: () => void }) {
  const t = useWords(exportText);
  const c = useWords(common);
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const clients = useClientChoices();
  const [parameters] = useSearchParams();
  const [chosen, setChosen] = useState(parameters.get('ask') || null);
  const clientId = chosen ?? clients[0]?.value ?? null;
  const [said, setSaid] = useState({ path: parameters.get('path') ?? '', query: parameters.get('query') ?? '', what: '', purpose: '', recipient: '' });
  const [until, setUntil] = useState('');
  const [downloads, setDownloads] = useState(1);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { query, ...needed } = said;
  const ready = clientId && until && Object.values(needed).every((value) => value.trim());
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await post('/export-approvals', { clientId, ...needed, query: query.trim(), until: endOfDay(until), downloads });
      tell.done(t.asked);
      await queries.invalidateQueries();
      onClose();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  const hints: Partial<Record<keyof typeof said, string>> = { path: t.pathHint, query: t.queryHint };
  const names = { path: t.path, query: t.query, what: t.said, purpose: t.purpose, recipient: t.recipient };
  return (
    <Modal open title={t.askTitle} okText={t.ask} cancelText={c.cancel} okButtonProps={{ loading: busy, disabled: !ready }} onOk={() => void save()} onCancel={onClose}>
      <div className="form-grid">
        <div className="wide">
          <label htmlFor={`${id}-client`}>{c.client}</label>
          <Select id={`${id}-client`} value={clientId} options={clients} onChange={setChosen} style={{ width: '100%' }} />
        </div>
        {(['path', 'query', 'what', 'purpose', 'recipient'] as const).map((field) => (
          <div key={field} className="wide">
            <label htmlFor={`${id}-${field}`}>{names[field]}</label>
            <Input id={`${id}-${field}`} name={field} value={said[field]} onChange={(event) => setSaid({ ...said, [field]: event.target.value })} />
            {hints[field] && <span className="soft">{hints[field]}</span>}
          </div>
        ))}
        <div>
          <label htmlFor={`${id}-until`}>{t.until}</label>
          <DayField id={`${id}-until`} value={until} onChange={setUntil} width="100%" />
        </div>
        <div>
          <label htmlFor={`${id}-downloads`}>{t.downloads}</label>
          <InputNumber id={`${id}-downloads`} min={1} max={20} value={downloads} onChange={(value) => setDownloads(value ?? 1)} style={{ width: '100%' }} />
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
