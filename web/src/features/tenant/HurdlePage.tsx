import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useId, useState } from 'react';
import { get, post } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { sessionKey, usePerson, useSigning } from '@/shared/session';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import { Seal } from '@/shared/ui/Seal';
import './account.css';
import { ChangePassword } from './ChangePassword';
import { own } from './own-words';
import { PasskeysPanel } from './PasskeysPanel';
import './sign-in.css';
import { TotpPanel } from './TotpPanel';
import type { AccountView } from './types';
import { useAct } from './useAct';

type Hurdle = 'locked' | 'password' | 'second-factor';

/** What somebody who is signed in must do before they see anything else. */
export function HurdlePage({ hurdle }: { hurdle: Hurdle }) {
  const t = useWords(own);
  const c = useWords(common);
  const person = usePerson();
  const { signOut } = useSigning();
  const tell = useTell();
  const queries = useQueryClient();
  const over = () => queries.invalidateQueries({ queryKey: sessionKey });
  const title = { locked: t.locked, password: t.mustChange, 'second-factor': t.mustEnrol }[hurdle];
  useEffect(() => {
    document.title = `${title} · ${c.product}`;
  }, [title, c.product]);
  return (
    <main className="sign-in">
      <div className="sign-in-sheet">
        <div className="sign-in-mark">
          <Seal size={84} />
          <h1>{c.product}</h1>
          <p>{person.name}</p>
        </div>
        <div className="sign-in-form">
          <h2 id="page-title">{title}</h2>
          <p className="soft">{{ locked: t.lockedNote, password: t.mustChangeNote, 'second-factor': t.mustEnrolNote }[hurdle]}</p>
          {hurdle === 'locked' && <Unlock onDone={over} />}
          {hurdle === 'password' && <NewPassword onDone={over} />}
          {hurdle === 'second-factor' && (
            <>
              <TotpPanel on={false} onDone={over} />
              <h3>{t.orPasskey}</h3>
              <PasskeysPanel onDone={over} />
            </>
          )}
          <Button type="link" block onClick={() => void signOut().catch(tell.problem)}>
            {t.signOut}
          </Button>
        </div>
      </div>
    </main>
  );
}

function NewPassword({ onDone }: { onDone: () => Promise<void> }) {
  const account = useQuery({ queryKey: ['account'], queryFn: ({ signal }) => get<AccountView>('/account', undefined, signal) });
  return <ChangePassword {...(account.data ? { rules: account.data.rules } : {})} onDone={onDone} />;
}

function Unlock({ onDone }: { onDone: () => Promise<void> }) {
  const t = useWords(own);
  const id = useId();
  const { busy, problem, run } = useAct();
  const [password, setPassword] = useState('');
  return (
    <form
      className="stack-small"
      onSubmit={(event) => {
        event.preventDefault();
        void run(async () => {
          await post('/session/unlock', { password });
          await onDone();
        });
      }}
    >
      <div className="field">
        <label htmlFor={id}>{t.present}</label>
        {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the page is this form */}
        <Input.Password id={id} name="password" value={password} onChange={(event) => setPassword(event.target.value)} autoComplete="current-password" autoFocus required />
      </div>
      {problem !== null && <ProblemPanel problem={problem} />}
      <Button type="primary" htmlType="submit" loading={busy} block>
        {t.unlock}
      </Button>
    </form>
  );
}
