import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { put } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import { own } from './own-words';
import type { PasswordRules } from './types';
import { useAct } from './useAct';

/** The form by which people choose a new password. */
export function ChangePassword({ rules, onDone }: { rules?: PasswordRules; onDone?: () => Promise<void> }) {
  const t = useWords(own);
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const { busy, problem, run } = useAct();
  const [present, setPresent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const differs = again !== '' && again !== password;
  const save = () =>
    run(async () => {
      await put('/account/password', { present, password });
      setPresent('');
      setPassword('');
      setAgain('');
      tell.done(t.passwordChanged);
      await queries.invalidateQueries({ queryKey: ['account'] });
      await onDone?.();
    });
  return (
    <form
      className="stack-small account-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {rules && (
        <p id={`${id}-rules`} className="soft">
          {t.rules(rules.shortest, rules.kinds, rules.passphraseFrom, rules.history)}
        </p>
      )}
      <div className="field">
        <label htmlFor={`${id}-present`}>{t.present}</label>
        <Input.Password id={`${id}-present`} name="present" value={present} onChange={(event) => setPresent(event.target.value)} autoComplete="current-password" required />
      </div>
      <div className="field">
        <label htmlFor={`${id}-password`}>{t.newPassword}</label>
        <Input.Password id={`${id}-password`} name="newPassword" value={password} onChange={(event) => setPassword(event.target.value)} autoComplete="new-password" aria-describedby={`${id}-rules`} required />
      </div>
      <div className="field">
        <label htmlFor={`${id}-again`}>{t.again}</label>
        <Input.Password id={`${id}-again`} name="again" value={again} onChange={(event) => setAgain(event.target.value)} autoComplete="new-password" status={differs ? 'error' : ''} required />
        {differs && (
          <span className="field-problem" role="alert">
            {t.differs}
          </span>
        )}
      </div>
      {problem !== null && <ProblemPanel problem={problem} />}
      <div>
        <Button type="primary" htmlType="submit" loading={busy} disabled={!present || !password || password !== again}>
          {t.changePassword}
        </Button>
      </div>
    </form>
  );
}
