import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, InputNumber, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { get, post, remove } from '@/shared/api/http';
import type { Role } from '@/shared/api/types';
import { day, time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { usePerson } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Answered, Sheet } from '@/shared/ui/Page';
import { ProblemPanel } from '@/shared/ui/ProblemPanel';
import { own } from './own-words';
import { ShownOnce } from './ShownOnce';
import type { TokenRow } from './types';
import { useAct } from './useAct';

const key = ['account', 'tokens'];

/** One's own API tokens. */
export function TokensPanel() {
  const t = useWords(own);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const list = useQuery({ queryKey: key, queryFn: ({ signal }) => get<TokenRow[]>('/account/tokens', undefined, signal) });
  return (
    <Sheet title={t.tokens} extra={<Button size="small" onClick={() => setAdding(true)}>{t.newToken}</Button>}>
      <p className="soft">{t.tokensNote}</p>
      <Answered of={list} lines={1}>
        {(tokens) =>
          tokens.length === 0 ? (
            <p>{t.noTokens}</p>
          ) : (
            <ul className="key-list">
              {tokens.map((token) => (
                <li key={token.id}>
                  <span>
                    <strong>{token.name}</strong> <span className="mono soft">…{token.hint}</span>{' '}
                    <span className="soft">
                      {token.readOnly ? t.tokenReadOnly : t.readWrite}
                      {token.role && ` · ${codeName('role', token.role, language)}`} · {t.expires} {day(token.expiresAt)} · {t.lastUsed}{' '}
                      {token.lastUsedAt ? `${time(token.lastUsedAt)} ${token.lastAddress ?? ''}` : t.never}
                    </span>
                  </span>
                  <ConfirmAct
                    label={t.revoke}
                    title={`${t.revoke} ${token.name}`}
                    warning={t.revokeWarning}
                    button={{ size: 'small' }}
                    act={async () => {
                      await remove(`/account/tokens/${token.id}`);
                      await queries.invalidateQueries({ queryKey: key });
                    }}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {adding && (
        <NewToken
          onClose={() => setAdding(false)}
          onMade={(token) => {
            setAdding(false);
            setMade(token);
            void queries.invalidateQueries({ queryKey: key });
          }}
        />
      )}
      {made && (
        <ShownOnce
          title={t.tokenShown}
          secret={made}
          note={
            <>
              {t.tokenUse} <span className="mono">Authorization: Bearer …{made.slice(-4)}</span>
            </>
          }
          onClose={() => setMade(null)}
        />
      )}
    </Sheet>
  );
}

function NewToken({ onClose, onMade }: { onClose: () => void; onMade: (token: string) => void }) {
  const t = useWords(own);
  const c = useWords(common);
  const { language } = useLanguage();
  const person = usePerson();
  const id = useId();
  const { busy, problem, run } = useAct();
  const [name, setName] = useState('');
  const [days, setDays] = useState(90);
  const [readOnly, setReadOnly] = useState(true);
  const [role, setRole] = useState<Role>(person.role);
  const [clients, setClients] = useState<string[]>([]);
  const roles: Role[] = person.role === 'provider-manager' ? ['provider-manager', 'engineer'] : [person.role];
  const make = () =>
    run(async () => {
      const { token } = await post<{ token: string }>('/account/tokens', { name: name.trim(), days, readOnly, role, clients: clients.length > 0 ? clients : null });
      onMade(token);
    });
  return (
    <Modal open title={t.newToken} okText={c.save} cancelText={c.cancel} okButtonProps={{ loading: busy, disabled: name.trim() === '' }} onOk={() => void make()} onCancel={onClose}>
      <div className="form-grid">
        <div>
          <label htmlFor={`${id}-name`}>{t.tokenName}</label>
          <Input id={`${id}-name`} name="tokenName" value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        </div>
        <div>
          <label htmlFor={`${id}-days`}>{t.tokenDays}</label>
          <InputNumber id={`${id}-days`} value={days} min={1} max={366} onChange={(value) => setDays(value ?? 90)} style={{ width: '100%' }} />
        </div>
        <div>
          <label htmlFor={`${id}-role`}>{t.tokenRole}</label>
          <Select id={`${id}-role`} value={role} onChange={setRole} options={roles.map((value) => ({ value, label: codeName('role', value, language) }))} style={{ width: '100%' }} />
        </div>
        <div>
          <Checkbox checked={readOnly} onChange={(event) => setReadOnly(event.target.checked)}>
            {t.tokenReadOnly}
          </Checkbox>
        </div>
        <div className="wide">
          <label htmlFor={`${id}-clients`}>{t.tokenClients}</label>
          <Select id={`${id}-clients`} mode="multiple" value={clients} onChange={setClients} options={person.clients.map((client) => ({ value: client.id, label: client.name }))} style={{ width: '100%' }} />
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
