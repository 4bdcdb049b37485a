import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { get, post, put } from '@/shared/api/http';
import type { Page } from '@/shared/api/types';
import { useClientChoices, useContractChoices } from '@/shared/contract/queries';
import { day } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { DayField } from '@/shared/ui/DayField';
import { Labelled, TextField } from '@/shared/ui/Field';
import { FormSheet } from '@/shared/ui/FormSheet';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import type { Account, Contact } from './types';
import { text } from './words';

export default function ContactsPage() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const edits = useMay('pay'); // the provider's manager and the client's signatory
  const signs = useMay('sign');
  const tell = useTell();
  const queries = useQueryClient();
  const clients = useClientChoices();
  const [form, setForm] = useState<Contact | 'new' | null>(null);
  const add = edits ? (
    <Button type="primary" onClick={() => setForm('new')}>
      {t.addContact}
    </Button>
  ) : null;
  const act = async (id: string, what: string, body: unknown) => {
    await post(`/contacts/${id}/${what}`, body);
    tell.done(c.saved);
    await queries.invalidateQueries();
  };
  const ways = (one: Contact) => [...one.phones, ...one.mails, ...one.handles].join('\n');
  return (
    <>
      <PageHead title={t.contactsTitle} note={<Missing />} actions={add} />
      {form && <ContactForm contact={form === 'new' ? null : form} onClose={() => setForm(null)} />}
      <ListTable<Contact>
        path="/contacts"
        label={t.contactsTitle}
        rowKey={(one) => one.id}
        empty={{ title: t.contactsNone, hint: t.contactsNoneHint, action: add }}
        filters={[
          { name: 'current', label: t.validity, options: [{ value: 'true', label: t.currentOnly }] },
          { name: 'client', label: c.client, options: clients },
        ]}
        columns={[
          {
            key: 'name',
            title: t.name,
            sort: 'name',
            render: (one) => (
              <span className="cell-two">
                <span>{one.name}</span>
                <span className="soft">{[one.organisation, one.office, one.personId && t.hasAccount].filter(Boolean).join(' · ')}</span>
              </span>
            ),
          },
          { key: 'standing', title: t.standing, render: (one) => <span className={`tag tag-${one.standing === 'primary' ? 'good' : 'plain'}`}>{codeName('standing', one.standing, language)}</span> },
          { key: 'ways', title: t.phones, render: (one) => <span className="pre figures">{ways(one)}</span> },
          {
            key: 'validity',
            title: t.validity,
            sort: 'from',
            render: (one) => (
              <span className="cell-two cell-narrow figures">
                <span className="nowrap">
                  {day(one.from)} – {one.until ? day(one.until) : ''}
                </span>
                <span className="soft">{one.endReason ?? (one.confirmedAt ? t.confirmed : t.unconfirmed)}</span>
              </span>
            ),
          },
          {
            key: 'acts',
            title: c.actions,
            render: (one) =>
              edits && one.until === null ? (
                <span className="row">
                  {signs && !one.confirmedAt && <ConfirmAct label={t.confirmEntry} title={t.confirmEntry} warning={`${one.name}\n${ways(one)}`} danger={false} button={{ size: 'small' }} act={() => act(one.id, 'confirm', {})} />}
                  <Button size="small" onClick={() => setForm(one)}>
                    {t.changeContact}
                  </Button>
                  {one.standing === 'secondary' && <ConfirmAct label={t.end} title={t.endTitle} warning={t.endHint} asksReason button={{ size: 'small' }} act={(reason) => act(one.id, 'end', { reason })} />}
                </span>
              ) : null,
          },
        ]}
      />
    </>
  );
}

/** Says which of the contacts that a contract asks for are not named. */
function Missing() {
  const t = useWords(text);
  const { data } = useQuery({
    queryKey: ['contacts', 'all'],
    queryFn: ({ signal }) => get<Page<Contact>>('/contacts', { current: true, size: 200 }, signal),
  });
  const clients = useClientChoices();
  if (!data) return <>{t.contactsNote}</>;
  const gaps = clients.flatMap((client) => {
    const theirs = data.items.filter((one) => one.clientId === client.value);
    const missing = (['primary', 'secondary'] as const).filter((standing) => !theirs.some((one) => one.standing === standing));
    return missing.length > 0 ? [`${client.label} ${t.missing(missing.map((standing) => t[standing]).join('、'))}`] : [];
  });
  return (
    <>
      {t.contactsNote}
      {gaps.slice(0, 5).map((gap) => (
        <div key={gap}>
          <span className="tag tag-warn">{gap}</span>
        </div>
      ))}
    </>
  );
}

const lines = (written: string) => written.split('\n').map((line) => line.trim()).filter(Boolean);

function ContactForm({ contact, onClose }: { contact: Contact | null; onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const tell = useTell();
  const queries = useQueryClient();
  const clients = useClientChoices();
  const contracts = useContractChoices();
  const [client, setClient] = useState<string | null>(contact?.clientId ?? null);
  const [contract, setContract] = useState(contact?.contractId ?? '');
  const [standing, setStanding] = useState(contact?.standing ?? 'primary');
  const [name, setName] = useState(contact?.name ?? '');
  const [organisation, setOrganisation] = useState(contact?.organisation ?? '');
  const [office, setOffice] = useState(contact?.office ?? '');
  const [phones, setPhones] = useState(contact?.phones.join('\n') ?? '');
  const [mails, setMails] = useState(contact?.mails.join('\n') ?? '');
  const [handles, setHandles] = useState(contact?.handles.join('\n') ?? '');
  const [person, setPerson] = useState<string | null>(contact?.personId ?? null);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const clientId = client ?? clients[0]?.value ?? null;
  const accounts = useQuery({
    queryKey: ['contact-accounts', clientId],
    queryFn: ({ signal }) => get<Account[]>('/contacts/accounts', { client: clientId }, signal),
    enabled: clientId !== null,
  });
  const save = async () => {
    const written = {
      clientId,
      contractId: contract || null,
      standing,
      name: name.trim(),
      organisation,
      office,
      phones: lines(phones),
      mails: lines(mails),
      handles: lines(handles),
      personId: person,
      from: from || null,
      until: until || null,
    };
    if (contact) await put(`/contacts/${contact.id}`, written);
    else await post('/contacts', written);
    tell.done(c.saved);
    await queries.invalidateQueries();
  };
  const ready = clientId !== null && name.trim() !== '' && (phones.trim() !== '' || mails.trim() !== '');
  return (
    <FormSheet title={contact ? t.changeContact : t.addContact} ok={c.save} ready={ready} save={save} onClose={onClose}>
      <Labelled label={c.client}>
        {(id) => <Select id={id} value={clientId} options={clients} disabled={contact !== null} onChange={(chosen: string) => { setClient(chosen); setPerson(null); }} style={{ width: '100%' }} />}
      </Labelled>
      <Labelled label={c.contract}>
        {(id) => (
          <Select
            id={id}
            value={contract}
            options={[{ value: '', label: t.allContracts }, ...contracts.filter((one) => one.contract.clientId === clientId)]}
            onChange={setContract}
            style={{ width: '100%' }}
          />
        )}
      </Labelled>
      <Labelled label={t.standing}>
        {(id) => (
          <Select
            id={id}
            value={standing}
            options={[
              { value: 'primary' as const, label: t.primary },
              { value: 'secondary' as const, label: t.secondary },
            ]}
            onChange={setStanding}
            style={{ width: '100%' }}
          />
        )}
      </Labelled>
      <TextField label={t.name} name="name" value={name} onChange={setName} />
      {standing === 'primary' && <p className="wide soft">{t.primaryHint}</p>}
      <TextField label={t.organisation} name="organisation" value={organisation} onChange={setOrganisation} />
      <TextField label={t.office} name="office" value={office} onChange={setOffice} />
      <TextField rows={2} label={t.phones} name="phones" hint={t.perLine} value={phones} onChange={setPhones} />
      <TextField rows={2} label={t.mails} name="mails" hint={t.perLine} value={mails} onChange={setMails} />
      <TextField rows={2} label={t.handles} name="handles" hint={t.handlesHint} value={handles} onChange={setHandles} />
      <Labelled wide label={t.contactAccount}>
        {(id) => (
          <>
            <Select
              id={id}
              value={person}
              allowClear
              loading={accounts.isPending && clientId !== null}
              showSearch={{ optionFilterProp: 'label' }}
              options={(accounts.data ?? []).map((one) => ({ value: one.id, label: `${one.name}（${one.username}）` }))}
              onChange={(chosen: string | undefined) => setPerson(chosen ?? null)}
              placeholder={t.withoutAccount}
              style={{ width: '100%' }}
            />
            <span className="soft">{t.accountHint}</span>
          </>
        )}
      </Labelled>
      {!contact && (
        <Labelled label={c.from}>{(id) => <DayField id={id} value={from} onChange={setFrom} width="100%" />}</Labelled>
      )}
      <Labelled label={c.until}>{(id) => <DayField id={id} value={until} onChange={setUntil} width="100%" />}</Labelled>
    </FormSheet>
  );
}
