import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { get, post, remove } from '@/shared/api/http';
import { time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Answered } from '@/shared/ui/Page';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import { own } from './own-words';
import { CalledOff, makePasskey, passkeysWork } from './passkeys';
import type { Challenge, PasskeyRow } from './types';
import { useAct } from './useAct';

/** One's own passkeys: make one, take one away. */
export function PasskeysPanel({ onDone }: { onDone?: () => Promise<unknown> }) {
  const t = useWords(own);
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const { busy, problem, run } = useAct();
  const [name, setName] = useState('');
  const list = useQuery({ queryKey: ['account', 'passkeys'], queryFn: ({ signal }) => get<PasskeyRow[]>('/account/passkeys', undefined, signal) });
  const renew = () => queries.invalidateQueries({ queryKey: ['account', 'passkeys'] });
  const add = () =>
    run(async () => {
      const challenge = await post<Challenge>('/account/passkeys/challenge');
      try {
        const response = await makePasskey(challenge);
        await post('/account/passkeys', { name: name.trim(), slip: challenge.slip, response });
      } catch (thrown) {
        if (thrown instanceof CalledOff) return;
        throw thrown;
      }
      setName('');
      tell.done(t.passkeyAdded);
      await renew();
      await onDone?.();
    });
  return (
    <div className="stack-small">
      <p className="soft">{t.passkeyNote}</p>
      <Answered of={list} lines={1}>
        {(keys) => (
          <ul className="key-list">
            {keys.map((key) => (
              <li key={key.id}>
                <span>
                  <strong>{key.name}</strong>{' '}
                  <span className="soft">
                    {t.since} {time(key.createdAt)} · {t.lastUsed} {key.lastUsedAt ? time(key.lastUsedAt) : t.never}
                  </span>
                </span>
                {!onDone && (
                  <ConfirmAct
                    label={t.remove}
                    title={t.removePasskey}
                    warning={t.removePasskeyWarning}
                    button={{ size: 'small' }}
                    act={async () => {
                      await remove(`/account/passkeys/${key.id}`);
                      await renew();
                    }}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </Answered>
      {passkeysWork() ? (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <label htmlFor={id} className="hidden-label">
            {t.passkeyName}
          </label>
          <Input id={id} name="passkeyName" value={name} onChange={(event) => setName(event.target.value)} placeholder={t.passkeyName} maxLength={100} style={{ maxWidth: 240 }} />
          <Button htmlType="submit" loading={busy} disabled={name.trim() === ''}>
            {t.addPasskey}
          </Button>
        </form>
      ) : (
        <p>{t.noPasskeys}</p>
      )}
      {problem !== null && <ProblemPanel problem={problem} />}
    </div>
  );
}
