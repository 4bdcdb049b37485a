import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { get } from '@/shared/api/http';
import type { Page } from '@/shared/api/types';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices } from '@/shared/i18n/codes';
import { useMay } from '@/shared/session';
import { Labelled, TextField } from '@/shared/ui/Field';
import type { Contact } from './types';
import { text } from './words';

export interface Origin {
  channel: string;
  contactId?: string;
  callback?: string;
  from?: string;
  note?: string;
}

/** Whether enough is filled in for the server to check it. */
export const complete = (origin: Origin) =>
  origin.channel === 'web' ||
  (Boolean(origin.contactId) && (origin.channel === 'mail' ? Boolean(origin.from?.trim()) : Boolean(origin.callback?.trim() && origin.note?.trim())));

/** Contacts who speak for a contract now. */
export function useContacts(contract: string | null) {
  const { data } = useQuery({
    queryKey: ['contacts', contract],
    queryFn: ({ signal }) => get<Page<Contact>>('/contacts', { contract, current: true, size: 100 }, signal),
    enabled: contract !== null,
  });
  return data?.items;
}

/** By which way, and from which contact, a request came. The client's own people ask signed in. */
export function OriginFields({ contract, origin, onChange }: { contract: string | null; origin: Origin; onChange: (origin: Origin) => void }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const operates = useMay('operate');
  const contacts = useContacts(contract);
  if (!operates) return <p className="wide soft">{t.signatory}</p>;
  const set = (changed: Partial<Origin>) => onChange({ ...origin, ...changed });
  return (
    <>
      <Labelled label={t.channel}>
        {(id) => <Select id={id} value={origin.channel} options={codeChoices('channel', language, ['phone', 'mail'])} onChange={(channel: string) => set({ channel })} style={{ width: '100%' }} />}
      </Labelled>
      <Labelled label={t.contact}>
        {(id) => (
          <Select
            id={id}
            value={origin.contactId ?? null}
            options={(contacts ?? []).map((one) => ({ value: one.id, label: [one.name, one.office, one.phones[0] ?? one.mails[0]].filter(Boolean).join(' · ') }))}
            onChange={(contactId: string) => set({ contactId })}
            style={{ width: '100%' }}
          />
        )}
      </Labelled>
      {contacts?.length === 0 && <p className="wide soft">{t.noContacts}</p>}
      {origin.channel === 'phone' ? (
        <TextField wide label={t.callback} name="callback" hint={t.callbackHint} value={origin.callback ?? ''} onChange={(callback) => set({ callback })} />
      ) : (
        <TextField wide label={t.mailFrom} name="from" hint={t.mailFromHint} value={origin.from ?? ''} onChange={(from) => set({ from })} />
      )}
      <TextField rows={2} label={t.noted} name="noted" value={origin.note ?? ''} onChange={(note) => set({ note })} />
    </>
  );
}
