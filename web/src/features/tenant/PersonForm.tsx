import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { get, post, put } from '@/shared/api/http';
import type { Role } from '@/shared/api/types';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { ProblemPanel } from '@/shared/ui/ProblemPanel';
import { admin } from './admin-words';
import type { Named, Outcome, PersonView } from './types';
import { useAct } from './useAct';

const everywhere: Role[] = ['provider-manager', 'system-admin', 'security-admin'];

/** The names of all clients, for those who say who may see them. */
export function useNamedClients() {
  return useQuery({ queryKey: ['security', 'clients'], queryFn: ({ signal }) => get<Named[]>('/security/clients', undefined, signal) });
}

/** Enters a new person, or changes one. */
export function PersonForm({ person, onClose, onDone }: { person?: PersonView; onClose: () => void; onDone: (outcome: Outcome) => void }) {
  const t = useWords(admin);
  const c = useWords(common);
  const { language } = useLanguage();
  const id = useId();
  const clients = useNamedClients();
  const { busy, problem, run } = useAct();
  const [name, setName] = useState(person?.name ?? '');
  const [username, setUsername] = useState(person?.username ?? '');
  const [role, setRole] = useState<Role>(person?.role ?? 'engineer');
  const [chosen, setChosen] = useState(person?.clients.map((client) => client.id) ?? []);
  const [mail, setMail] = useState(person?.mail ?? '');
  const [phone, setPhone] = useState(person?.phone ?? '');
  const [secondFactor, setSecondFactor] = useState(person?.secondFactor ?? false);
  const [subject, setSubject] = useState(person?.externalSubject ?? '');
  const save = () =>
    run(async () => {
      const content = { name: name.trim(), username: username.trim(), role, clients: everywhere.includes(role) ? [] : chosen, mail, phone, locale: person?.locale ?? null, secondFactor, externalSubject: subject };
      onDone(person ? await put<Outcome>(`/people/${person.id}`, content) : await post<Outcome>('/people', content));
    });
  return (
    <Modal open title={person ? `${t.edit} ${person.name}` : t.newPerson} okText={c.save} cancelText={c.cancel} okButtonProps={{ loading: busy, disabled: !name.trim() || !username.trim() }} onOk={() => void save()} onCancel={onClose}>
      <div className="form-grid">
        <div>
          <label htmlFor={`${id}-name`}>{t.name}</label>
          <Input id={`${id}-name`} name="name" value={name} onChange={(event) => setName(event.target.value)} autoComplete="off" />
        </div>
        <div>
          <label htmlFor={`${id}-username`}>{t.username}</label>
          <Input id={`${id}-username`} name="newUsername" value={username} disabled={Boolean(person)} onChange={(event) => setUsername(event.target.value)} autoComplete="off" />
        </div>
        <div>
          <label htmlFor={`${id}-role`}>{t.role}</label>
          <Select id={`${id}-role`} value={role} onChange={setRole} options={codeChoices('role', language)} style={{ width: '100%' }} />
        </div>
        <div>
          <label htmlFor={`${id}-phone`}>{t.phone}</label>
          <Input id={`${id}-phone`} name="phone" type="tel" value={phone} onChange={(event) => setPhone(event.target.value)} autoComplete="off" />
        </div>
        <div className="wide">
          <label htmlFor={`${id}-mail`}>{t.mail}</label>
          <Input id={`${id}-mail`} name="mail" type="email" value={mail} onChange={(event) => setMail(event.target.value)} autoComplete="off" />
        </div>
        {!everywhere.includes(role) && (
          <div className="wide">
            <label htmlFor={`${id}-clients`}>{t.clients}</label>
            <Select
              id={`${id}-clients`}
              mode="multiple"
              value={chosen}
              onChange={setChosen}
              loading={clients.isPending}
              showSearch={{ optionFilterProp: 'label' }}
              options={(clients.data ?? []).map((client) => ({ value: client.id, label: client.name }))}
              style={{ width: '100%' }}
            />
          </div>
        )}
        <div className="wide">
          <label htmlFor={`${id}-subject`}>{t.externalSubject}</label>
          <Input id={`${id}-subject`} name="subject" value={subject} onChange={(event) => setSubject(event.target.value)} autoComplete="off" />
        </div>
        <div className="wide">
          <Checkbox checked={secondFactor} onChange={(event) => setSecondFactor(event.target.checked)}>
            {t.forceSecondFactor}
          </Checkbox>
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
