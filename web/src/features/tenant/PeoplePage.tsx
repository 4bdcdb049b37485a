import { useQuery } from '@tanstack/react-query';
import { Button, Modal, Select, Tabs } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { get, post } from '@/shared/api/http';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { FilePick } from '@/shared/ui/FilePick';
import { ListTable } from '@/shared/ui/ListTable';
import { Answered, PageHead, Sheet } from '@/shared/ui/Page';
import { ProblemPanel } from '@/shared/ui/ProblemPanel';
import './account.css';
import { admin } from './admin-words';
import { PersonForm, useNamedClients } from './PersonForm';
import { ProposalsTab } from './ProposalsTab';
import type { ImportTaken, PersonRow, PolicyView, Seer } from './types';
import { useAct } from './useAct';
import { useOutcome } from './useOutcome';

export default function PeoplePage() {
  const t = useWords(admin);
  const [parameters, setParameters] = useSearchParams();
  const policy = useQuery({ queryKey: ['security', 'policy'], queryFn: ({ signal }) => get<PolicyView>('/security/policy', undefined, signal) });
  const separated = policy.data?.separated ?? false;
  const tabs = [
    { key: 'people', label: t.peopleTab, children: <PeopleTab separated={separated} /> },
    { key: 'proposals', label: t.proposalsTab, children: <ProposalsTab /> },
    { key: 'access', label: t.accessTab, children: <AccessTab /> },
  ];
  return (
    <>
      <PageHead title={t.people} note={separated ? t.separatedNote : t.peopleNote} />
      <Tabs activeKey={parameters.get('tab') ?? 'people'} onChange={(tab) => setParameters({ tab })} items={tabs} destroyOnHidden />
    </>
  );
}

function PeopleTab({ separated }: { separated: boolean }) {
  const t = useWords(admin);
  const { language } = useLanguage();
  const manages = useMay('manage');
  const may = useMay('administer') && !(separated && manages);
  const [adding, setAdding] = useState(false);
  const [importing, setImporting] = useState(false);
  const { told, shown } = useOutcome();
  const add = may && (
    <>
      <Button onClick={() => setImporting(true)}>{t.importPeople}</Button>
      <Button type="primary" onClick={() => setAdding(true)}>
        {t.newPerson}
      </Button>
    </>
  );
  return (
    <>
      {adding && (
        <PersonForm
          onClose={() => setAdding(false)}
          onDone={(outcome) => {
            setAdding(false);
            void told(outcome);
          }}
        />
      )}
      {importing && <ImportPeople onClose={() => setImporting(false)} />}
      {shown}
      <ListTable<PersonRow>
        path="/people"
        label={t.peopleTab}
        rowKey={(person) => person.id}
        extra={add}
        empty={{ title: t.noPeople, hint: t.noPeopleHint, action: add }}
        filters={[
          { name: 'role', label: t.role, options: codeChoices('role', language) },
          { name: 'disabled', label: t.state, options: [{ value: 'false', label: t.active }, { value: 'true', label: t.disabled }] },
        ]}
        columns={[
          { key: 'name', title: t.name, sort: 'name', render: (one) => <Link to={`/people/${one.id}`}>{one.name}</Link> },
          { key: 'username', title: t.username, sort: 'username', render: (one) => <span className="mono">{one.username}</span> },
          { key: 'role', title: t.role, sort: 'role', render: (one) => codeName('role', one.role, language) },
          { key: 'clients', title: t.clients, render: (one) => <span className="cell-clip">{one.clients.join('、') || '—'}</span> },
          { key: 'factor', title: t.secondFactor, render: (one) => [one.totp && t.totp, one.passkey && t.passkey].filter(Boolean).join('、') || '—' },
          { key: 'state', title: t.state, render: (one) => <PersonState disabled={one.disabled} once={one.passwordOnce} /> },
          { key: 'seen', title: t.lastSeen, render: (one) => (one.lastSeenAt ? time(one.lastSeenAt) : '—') },
        ]}
      />
    </>
  );
}

export function PersonState({ disabled, once }: { disabled: boolean; once: boolean }) {
  const t = useWords(admin);
  if (disabled) return <span className="tag tag-bad">{t.disabled}</span>;
  return once ? <span className="tag tag-warn">{t.passwordOnce}</span> : <span className="tag tag-good">{t.active}</span>;
}

function ImportPeople({ onClose }: { onClose: () => void }) {
  const t = useWords(admin);
  const c = useWords(common);
  const [file, setFile] = useState<File | null>(null);
  const [taken, setTaken] = useState<ImportTaken | null>(null);
  const { busy, problem, run } = useAct();
  const send = () =>
    run(async () => {
      const form = new FormData();
      if (file) form.set('file', file);
      setTaken(await post<ImportTaken>('/people/import', form));
    });
  return (
    <Modal
      open
      title={t.importPeople}
      width={640}
      onCancel={onClose}
      cancelText={c.close}
      okText={t.importPeople}
      okButtonProps={{ loading: busy, disabled: !file || taken !== null }}
      onOk={() => void send()}
    >
      <div className="stack-small">
        <p className="soft">{t.importNote}</p>
        {!taken && <FilePick label={t.importFile} button={t.importPick} file={file} onPick={setFile} accept=".csv,text/csv" />}
        {problem !== null && <ProblemPanel problem={problem} />}
        {taken && (
          <>
            <strong>{t.importTaken(taken.taken.length)}</strong>
            {taken.taken.length > 0 && (
              <pre className="mono shown-once">{taken.taken.map((row) => `${row.username}\t${row.password ?? t.waitsApproval}`).join('\n')}</pre>
            )}
            {taken.taken.some((row) => row.password) && <p className="soft">{t.oneTimeNote}</p>}
            {taken.bad.length > 0 && (
              <div role="alert">
                <strong>{t.importBad(taken.bad.length)}</strong>
                <ul className="differences">
                  {taken.bad.map((row) => (
                    <li key={row.line}>
                      {t.line(row.line)} <span className="mono">{row.username}</span>：{row.reason}
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </>
        )}
      </div>
    </Modal>
  );
}

function AccessTab() {
  const t = useWords(admin);
  const { language } = useLanguage();
  const clients = useNamedClients();
  const [client, setClient] = useState<string | null>(null);
  const seers = useQuery({
    queryKey: ['security', 'seers', client],
    queryFn: ({ signal }) => get<Seer[]>(`/security/clients/${client ?? ''}/people`, undefined, signal),
    enabled: client !== null,
  });
  return (
    <Sheet title={t.accessTab}>
      <div className="stack-small">
        <p className="soft">{t.accessNote}</p>
        <Select
          aria-label={t.chooseClient}
          placeholder={t.chooseClient}
          value={client}
          onChange={setClient}
          showSearch={{ optionFilterProp: 'label' }}
          options={(clients.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
          style={{ maxWidth: 420 }}
        />
        {client && (
          <Answered of={seers} lines={3}>
            {(people) =>
              people.length === 0 ? (
                <p>{t.nobody}</p>
              ) : (
                <ul className="key-list">
                  {people.map((person) => (
                    <li key={person.id}>
                      <Link to={`/people/${person.id}`}>{person.name}</Link>
                      <span className="soft">{codeName('role', person.role, language)}</span>
                    </li>
                  ))}
                </ul>
              )
            }
          </Answered>
        )}
      </div>
    </Sheet>
  );
}
