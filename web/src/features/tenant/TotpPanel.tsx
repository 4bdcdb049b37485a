import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { renderSVG } from 'uqr';
import { post } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import { useAct } from './useAct';
import { text } from './words';

interface Enrolment {
  secret: string;
  uri: string;
}

/** Binds an authenticator on a phone. */
export function TotpPanel({ on, onDone }: { on: boolean; onDone: () => Promise<unknown> }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const tell = useTell();
  const { busy, problem, run } = useAct();
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [code, setCode] = useState('');

  const begin = () => run(async () => setEnrolment(await post<Enrolment>('/session/totp/enrol')));
  const confirm = () =>
    run(async () => {
      await post('/session/totp/confirm', { code: code.trim() });
      setEnrolment(null);
      tell.done(t.totpDone);
      await onDone();
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
