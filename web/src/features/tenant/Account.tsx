import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Segmented } from 'antd';
import { useId, useState } from 'react';
import { renderSVG } from 'uqr';
import { post } from '@/shared/api/http';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { sessionKey, useChooseLanguage, usePerson } from '@/shared/session';
import { Facts, Sheet } from '@/shared/ui/Page';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import './account.css';
import { text } from './words';

export function Account() {
  const t = useWords(text);
  const { language } = useLanguage();
  const choose = useChooseLanguage();
  const person = usePerson();
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
      <Sheet title={t.totp}>
        <Totp on={person.totp ?? false} />
      </Sheet>
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

interface Enrolment {
  secret: string;
  uri: string;
}

function Totp({ on }: { on: boolean }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await act();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const begin = () => attempt(async () => setEnrolment(await post<Enrolment>('/session/totp/enrol')));
  const confirm = () =>
    attempt(async () => {
      await post('/session/totp/confirm', { code: code.trim() });
      setEnrolment(null);
      tell.done(t.totpDone);
      await queries.invalidateQueries({ queryKey: sessionKey });
    });
  if (on) return <p>{t.totpOn}</p>;
  return (
    <div className="stack-small">
      {!enrolment && (
        <>
          <p>{t.totpOff}</p>
          <div>
            <Button type="primary" loading={busy} onClick={() => void begin()}>
              {t.totpBegin}
            </Button>
          </div>
        </>
      )}
      {enrolment && (
        <div className="totp">
          <Qr content={enrolment.uri} label={t.qrAlt} />
          <form
            className="stack-small"
            onSubmit={(event) => {
              event.preventDefault();
              void confirm();
            }}
          >
            <p>{t.totpScan}</p>
            <div>
              <span className="soft">{t.totpSecret}</span>
              <div className="mono totp-secret">{enrolment.secret.replace(/(.{4})(?=.)/g, '$1 ')}</div>
            </div>
            <div className="field">
              <label htmlFor={`${id}-code`}>{t.totpConfirm}</label>
              <Input id={`${id}-code`} name="code" value={code} onChange={(event) => setCode(event.target.value)} inputMode="numeric" autoComplete="one-time-code" maxLength={6} style={{ maxWidth: 160 }} />
            </div>
            <div>
              <Button type="primary" htmlType="submit" loading={busy} disabled={code.trim().length !== 6}>
                {c.confirm}
              </Button>
            </div>
          </form>
        </div>
      )}
      {problem !== null && <ProblemPanel problem={problem} />}
    </div>
  );
}

/** Drawn here, in the browser: the secret goes nowhere. */
function Qr({ content, label }: { content: string; label: string }) {
  const svg = renderSVG(content, { border: 2, whiteColor: '#ffffff', blackColor: '#14263f' });
  return <img className="totp-qr" alt={label} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />;
}
