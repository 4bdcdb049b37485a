import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Segmented, Select, Switch } from 'antd';
import { useId, useState } from 'react';
import { get, post, put } from '@/shared/api/http';
import { useClientChoices } from '@/shared/contract/queries';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { Answered } from '@/shared/ui/Page';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import type { Channel, ChannelField, ChannelKind } from './types';
import { text } from './words';

/** Fields that hold several lines. */
const long = new Set(['body', 'headers', 'templateParam', 'ttsParam']);

export function ChannelForm({ kept, onClose }: { kept: Channel | null; onClose: () => void }) {
  const kinds = useQuery({
    queryKey: ['channel-kinds'],
    queryFn: ({ signal }) => get<ChannelKind[]>('/channels/kinds', undefined, signal),
    staleTime: Infinity,
  });
  return <Answered of={kinds}>{(found) => <KnownForm kinds={found} kept={kept} onClose={onClose} />}</Answered>;
}

const usual = (kind: ChannelKind | undefined) => Object.fromEntries((kind?.fields ?? []).filter((field) => !field.secret).map((field) => [field.name, field.usual]));

function KnownForm({ kinds, kept, onClose }: { kinds: ChannelKind[]; kept: Channel | null; onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const clients = useClientChoices();
  const [code, setCode] = useState(kept?.kind ?? 'smtp');
  const kind = kinds.find((one) => one.kind === code);
  const [name, setName] = useState(kept?.name ?? '');
  const [settings, setSettings] = useState<Record<string, string>>(kept?.settings ?? usual(kind));
  const [secrets, setSecrets] = useState<Record<string, string>>({});
  const [enabled, setEnabled] = useState(kept?.enabled ?? true);
  const [audience, setAudience] = useState<Channel['audience']>(kept?.audience ?? 'provider');
  const [every, setEvery] = useState(kept?.everyClient ?? true);
  const [served, setServed] = useState<string[]>(kept?.clients ?? []);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  const choose = (next: string) => {
    setCode(next);
    setSettings(usual(kinds.find((one) => one.kind === next)));
    setSecrets({});
  };
  const save = async () => {
    setBusy(true);
    setProblem(null);
    const given = { kind: code, name: name.trim(), settings, secrets, enabled, audience, everyClient: every, clients: every ? [] : served };
    try {
      await (kept ? put(`/channels/${kept.id}`, given) : post('/channels', given));
      tell.done(c.saved);
      await queries.invalidateQueries({ queryKey: ['channels'] });
      onClose();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Modal open width={720} title={kept ? t.editChannel : t.addChannel} okText={c.save} cancelText={c.cancel} okButtonProps={{ loading: busy, disabled: !name.trim() }} onOk={() => void save()} onCancel={onClose}>
      <div className="form-grid">
        <div>
          <label htmlFor={`${id}-kind`}>{c.kind}</label>
          <Select
            id={`${id}-kind`}
            value={code}
            onChange={choose}
            disabled={kept !== null}
            options={kinds.map((one) => ({ value: one.kind, label: codeName('channelKind', one.kind, language) }))}
            style={{ width: '100%' }}
          />
        </div>
        <div>
          <label htmlFor={`${id}-name`}>{t.channelName}</label>
          <Input id={`${id}-name`} value={name} onChange={(event) => setName(event.target.value)} />
        </div>
        {kind?.fields.map((field) => (
          <Field
            key={`${code}-${field.name}`}
            id={`${id}-${field.name}`}
            field={field}
            sealed={kept?.secrets.includes(field.name) ?? false}
            value={(field.secret ? secrets[field.name] : settings[field.name]) ?? ''}
            onChange={(value) => (field.secret ? setSecrets({ ...secrets, [field.name]: value }) : setSettings({ ...settings, [field.name]: value }))}
          />
        ))}
        <div>
          <label htmlFor={`${id}-rate`}>{t.perMinute}</label>
          <Input id={`${id}-rate`} inputMode="numeric" value={settings['perMinute'] ?? ''} onChange={(event) => setSettings({ ...settings, perMinute: event.target.value })} />
          <div className="soft">{t.perMinuteHint(kind?.perMinute ?? 0)}</div>
        </div>
        {kind?.means === 'robot' && (
          <div>
            <span id={`${id}-audience`}>{t.audience}</span>
            <div>
              <Segmented
                aria-labelledby={`${id}-audience`}
                value={audience}
                onChange={setAudience}
                options={[
                  { value: 'provider', label: t.providerGroup },
                  { value: 'client', label: t.clientGroup },
                ]}
              />
            </div>
          </div>
        )}
        <div className="wide">
          <span id={`${id}-serves`}>{t.serves}</span>
          <div className="row">
            <Segmented
              aria-labelledby={`${id}-serves`}
              value={every}
              onChange={setEvery}
              options={[
                { value: true, label: t.allClients },
                { value: false, label: t.namedClients },
              ]}
            />
            {!every && <Select mode="multiple" aria-label={t.namedClients} value={served} onChange={setServed} options={clients} style={{ flex: 1, minWidth: 200 }} />}
          </div>
        </div>
        <div className="wide row">
          <Switch id={`${id}-enabled`} checked={enabled} onChange={setEnabled} />
          <label htmlFor={`${id}-enabled`} className="plain">
            {t.enabled}
          </label>
        </div>
        {kept && (
          <div className="wide soft">
            {t.receipt}
            <div className="mono">{kept.receiptPath}</div>
          </div>
        )}
        {problem !== null && (
          <div className="wide">
            <ProblemPanel problem={problem} />
          </div>
        )}
      </div>
    </Modal>
  );
}

function Field({ id, field, sealed, value, onChange }: { id: string; field: ChannelField; sealed: boolean; value: string; onChange: (value: string) => void }) {
  const t = useWords(text);
  const label = (t as unknown as Record<string, string>)[field.name] ?? field.name;
  const change = (event: { target: { value: string } }) => onChange(event.target.value);
  return (
    <div className={long.has(field.name) || field.name === 'url' ? 'wide' : undefined}>
      <label htmlFor={id}>
        {label}
        {field.required && <span aria-hidden> *</span>}
      </label>
      {field.secret ? (
        <Input.Password id={id} autoComplete="new-password" value={value} onChange={change} placeholder={sealed ? t.keptSecret : ''} />
      ) : long.has(field.name) ? (
        <Input.TextArea id={id} rows={3} value={value} onChange={change} />
      ) : (
        <Input id={id} value={value} onChange={change} />
      )}
    </div>
  );
}
