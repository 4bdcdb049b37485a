import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { post } from '@/shared/api/http';
import type { ListedPerson, Role } from '@/shared/api/types';
import { useClientChoices } from '@/shared/contract/queries';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ListTable } from '@/shared/ui/ListTable';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import { text } from './words';

export function PeopleTab() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const manages = useMay('manage');
  const [adding, setAdding] = useState(false);
  const add = manages && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t.newPerson}
    </Button>
  );
  return (
    <>
      {adding && <NewPerson onClose={() => setAdding(false)} />}
      <ListTable<ListedPerson>
        path="/people"
        label={t.peopleTab}
        rowKey={(person) => person.id}
        extra={add}
        empty={{ title: t.noPeople, hint: t.noPeopleHint, action: add }}
        columns={[
          { key: 'name', title: t.name, sort: 'name', render: (one) => one.name },
          { key: 'username', title: t.username, sort: 'username', render: (one) => <span className="mono">{one.username}</span> },
          { key: 'role', title: t.role, sort: 'role', render: (one) => codeName('role', one.role, language) },
          { key: 'clients', title: t.clients, render: (one) => one.clients.join('、') || c.all },
          { key: 'totp', title: t.totp, render: (one) => (one.totp ? c.yes : c.no) },
        ]}
      />
    </>
  );
}

const shortest = 12;

function NewPerson({ onClose }: { onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const clients = useClientChoices();
  const [name, setName] = useState('');
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<Role>('engineer');
  const [chosen, setChosen] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const ready = name.trim() && username.trim() && password.length >= shortest;
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await post('/people', { name: name.trim(), username: username.trim(), password, role, clients: chosen });
      tell.done(t.created);
      await queries.invalidateQueries();
      onClose();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Modal open title={t.newPerson} okText={c.save} cancelText={c.cancel} okButtonProps={{ loading: busy, disabled: !ready }} onOk={() => void save()} onCancel={onClose}>
      <div className="form-grid">
        <div>
          <label htmlFor={`${id}-name`}>{t.name}</label>
          <Input id={`${id}-name`} name="name" value={name} onChange={(event) => setName(event.target.value)} autoComplete="off" />
        </div>
        <div>
          <label htmlFor={`${id}-username`}>{t.username}</label>
          <Input id={`${id}-username`} name="newUsername" value={username} onChange={(event) => setUsername(event.target.value)} autoComplete="off" />
        </div>
        <div>
          <label htmlFor={`${id}-role`}>{t.role}</label>
          <Select id={`${id}-role`} value={role} onChange={setRole} options={codeChoices('role', language)} style={{ width: '100%' }} />
        </div>
        <div>
          <label htmlFor={`${id}-password`}>{t.initialPassword}</label>
          <Input.Password id={`${id}-password`} value={password} onChange={(event) => setPassword(event.target.value)} autoComplete="new-password" placeholder={t.passwordRule} />
        </div>
        <div className="wide">
          <label htmlFor={`${id}-clients`}>{t.clients}</label>
          <Select id={`${id}-clients`} mode="multiple" value={chosen} onChange={setChosen} options={clients} style={{ width: '100%' }} />
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
