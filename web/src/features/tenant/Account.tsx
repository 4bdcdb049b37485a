import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Segmented, Select } from 'antd';
import { useId, useState } from 'react';
import { get, post, put } from '@/shared/api/http';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { sessionKey, useChooseLanguage, usePerson } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Answered, Facts, Sheet } from '@/shared/ui/Page';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import './account.css';
import { ChangePassword } from './ChangePassword';
import { own } from './own-words';
import { PasskeysPanel } from './PasskeysPanel';
import { SessionsPanel } from './SessionsPanel';
import { ShownOnce } from './ShownOnce';
import { TokensPanel } from './TokensPanel';
import { TotpPanel } from './TotpPanel';
import type { AccountView } from './types';
import { useAct } from './useAct';
import { text } from './words';

export function Account() {
  const t = useWords(text);
  const o = useWords(own);
  const { language } = useLanguage();
  const choose = useChooseLanguage();
  const person = usePerson();
  const queries = useQueryClient();
  const account = useQuery({ queryKey: ['account'], queryFn: ({ signal }) => get<AccountView>('/account', undefined, signal) });
  const renew = async () => {
    await queries.invalidateQueries({ queryKey: ['account'] });
    await queries.invalidateQueries({ queryKey: sessionKey });
  };
  return (
    <div className="stack">
      <Sheet title={t.account}>
        <Facts
          items={[
            [t.name, person.name],
            [t.username, person.username],
            [t.role, codeName('role', person.role, language)],
            [t.clients, person.clients.map((client) => client.name).join('、') || '—'],
          ]}
        />
      </Sheet>
      <Answered of={account}>
        {(mine) => (
          <>
            <Sheet title={o.reach}>
              <Reach mine={mine} onDone={renew} />
            </Sheet>
            <Sheet title={o.password} extra={<span className="soft">{`${o.changedAt} ${time(mine.passwordChangedAt)}`}</span>}>
              <ChangePassword rules={mine.rules} />
            </Sheet>
            <Sheet title={t.totp}>
              <div className="stack-small">
                <TotpPanel on={mine.totp} onDone={renew} />
                {mine.totp && <Recovery left={mine.recoveryCodes} onDone={renew} />}
              </div>
            </Sheet>
          </>
        )}
      </Answered>
      <Sheet title={o.passkeys}>
        <PasskeysPanel />
      </Sheet>
      <SessionsPanel />
      <TokensPanel />
      <Sheet title={t.language}>
        <div className="row">
          <Segmented
            aria-label={t.language}
            value={language}
            onChange={choose}
            options={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
          <span className="soft">{t.languageNote}</span>
        </div>
      </Sheet>
    </div>
  );
}

function Reach({ mine, onDone }: { mine: AccountView; onDone: () => Promise<void> }) {
  const o = useWords(own);
  const c = useWords(common);
  const id = useId();
  const tell = useTell();
  const { busy, problem, run } = useAct();
  const [mail, setMail] = useState(mine.mail ?? '');
  const [phone, setPhone] = useState(mine.phone ?? '');
  const [locale, setLocale] = useState(mine.locale);
  return (
    <form
      className="stack-small account-form"
      onSubmit={(event) => {
        event.preventDefault();
        void run(async () => {
          await put('/account', { mail, phone, locale });
          tell.done(c.saved);
          await onDone();
        });
      }}
    >
      <p className="soft">{o.reachNote}</p>
      <div className="field">
        <label htmlFor={`${id}-mail`}>{o.mail}</label>
        <Input id={`${id}-mail`} name="mail" type="email" value={mail} onChange={(event) => setMail(event.target.value)} autoComplete="email" />
      </div>
      <div className="field">
        <label htmlFor={`${id}-phone`}>{o.phone}</label>
        <Input id={`${id}-phone`} name="phone" type="tel" value={phone} onChange={(event) => setPhone(event.target.value)} autoComplete="tel" />
      </div>
      <div className="field">
        <label htmlFor={`${id}-locale`}>{o.readIn}</label>
        <Select
          id={`${id}-locale`}
          value={locale}
          onChange={setLocale}
          options={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      {problem !== null && <ProblemPanel problem={problem} />}
      <div>
        <Button htmlType="submit" loading={busy}>
          {c.save}
        </Button>
      </div>
    </form>
  );
}

function Recovery({ left, onDone }: { left: number; onDone: () => Promise<void> }) {
  const o = useWords(own);
  const [codes, setCodes] = useState<string[] | null>(null);
  return (
    <div className="stack-small">
      <p>{left > 0 ? o.recoveryLeft(left) : o.recoveryNone}</p>
      <div>
        <ConfirmAct
          label={o.recoveryMake}
          title={o.recoveryMake}
          warning={o.recoveryWarning}
          danger={left > 0}
          act={async () => {
            setCodes((await post<{ codes: string[] }>('/account/recovery-codes')).codes);
            await onDone();
          }}
        />
      </div>
      {codes && <ShownOnce title={o.recoveryShown} secret={codes.join('\n')} onClose={() => setCodes(null)} />}
    </div>
  );
}
