import { useQuery } from '@tanstack/react-query';
import { Button, Input, Segmented } from 'antd';
import { useEffect, useId, useState, type FormEvent } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { address, get, post } from '@/shared/api/http';
import { asProblem, Problem } from '@/shared/api/problem';
import { useLanguage, useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useChooseLanguage, useSigning, type Admitted } from '@/shared/session';
import { ProblemPanel } from '@/shared/ui/ProblemPanel';
import { Seal } from '@/shared/ui/Seal';
import { safeBack } from './back';
import { askPasskey, CalledOff, passkeysWork } from './passkeys';
import './sign-in.css';
import type { Challenge } from './types';
import { text } from './words';

export default function SignInPage() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const choose = useChooseLanguage();
  const { session } = useSigning();
  const [parameters] = useSearchParams();
  useEffect(() => {
    document.title = `${t.signIn} · ${c.product}`;
  }, [t.signIn, c.product]);
  if (session) return <Navigate to={safeBack(parameters.get('back'))} replace />;
  return (
    <main className="sign-in">
      <div className="sign-in-language">
        <Segmented
          size="small"
          value={language}
          onChange={choose}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'EN' },
          ]}
        />
      </div>
      <div className="sign-in-sheet">
        <div className="sign-in-mark">
          <Seal size={84} />
          <h1>{c.product}</h1>
          <p>{c.slogan}</p>
        </div>
        <SignInForm />
      </div>
    </main>
  );
}

/** The ways besides the password: a passkey, and the organisation's identity provider. */
function OtherWays({ onProblem }: { onProblem: (problem: Problem | null) => void }) {
  const t = useWords(text);
  const { enter } = useSigning();
  const [parameters] = useSearchParams();
  const ways = useQuery({ queryKey: ['session', 'ways'], queryFn: ({ signal }) => get<{ provider: string | null }>('/session/ways', undefined, signal) });
  const [busy, setBusy] = useState(false);
  const withPasskey = async () => {
    setBusy(true);
    onProblem(null);
    try {
      const challenge = await post<Challenge>('/session/passkey/challenge');
      const response = await askPasskey(challenge);
      enter(await post<Admitted>('/session/passkey', { slip: challenge.slip, response }));
    } catch (thrown) {
      if (!(thrown instanceof CalledOff)) onProblem(asProblem(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {passkeysWork() && (
        <Button size="large" block loading={busy} onClick={() => void withPasskey()}>
          {t.withPasskey}
        </Button>
      )}
      {ways.data?.provider && (
        <Button size="large" block href={address('/session/oidc', { back: safeBack(parameters.get('back')) })}>
          {t.withProvider(ways.data.provider)}
        </Button>
      )}
    </>
  );
}

/** Why the identity provider's answer let nobody in, as the address says. */
function refusal(code: string | null, t: (typeof text)['zh']): Problem | null {
  const told: Record<string, string> = {
    'unknown-person': t.unknownPerson,
    'provider-unavailable': t.providerUnavailable,
    'provider-denied': t.providerDenied,
    'not-proven': t.notProven,
  };
  const title = code ? told[code] : undefined;
  return title ? new Problem({ status: 401, code: 'sign-in-refused', title }) : null;
}

function SignInForm() {
  const t = useWords(text);
  const [parameters] = useSearchParams();
  const { signIn } = useSigning();
  const id = useId();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(() => refusal(parameters.get('refused'), t));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await signIn({ username: username.trim(), password, ...(asksCode ? { code: code.trim() } : {}) });
    } catch (thrown) {
      const answer = asProblem(thrown);
      const firstAsked = answer.code === 'totp-required' && !asksCode;
      if (answer.code === 'totp-required') setAsksCode(true);
      setCode('');
      setProblem(firstAsked ? null : worded(answer, t, asksCode));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)}>
      <h2>{asksCode ? t.codeStep : t.welcome}</h2>
      {!asksCode && <p className="soft">{t.welcomeNote}</p>}
      {asksCode ? (
        <div>
          <label htmlFor={`${id}-code`}>{t.code}</label>
          <Input
            key="code"
            id={`${id}-code`}
            name="code"
            size="large"
            value={code}
            onChange={(event) => setCode(event.target.value)}
            autoComplete="one-time-code"
            maxLength={14}
            // eslint-disable-next-line jsx-a11y/no-autofocus -- the page is this form, and the step has just changed
            autoFocus
            required
            aria-describedby={`${id}-hint`}
          />
          <p id={`${id}-hint`} className="soft">
            {t.codeHint}
          </p>
        </div>
      ) : (
        <>
          <div>
            <label htmlFor={`${id}-username`}>{t.username}</label>
            <Input id={`${id}-username`} name="username" size="large" value={username} onChange={(event) => setUsername(event.target.value)} autoComplete="username" required />
          </div>
          <div>
            <label htmlFor={`${id}-password`}>{t.password}</label>
            <Input.Password id={`${id}-password`} name="password" size="large" value={password} onChange={(event) => setPassword(event.target.value)} autoComplete="current-password" required />
          </div>
        </>
      )}
      {problem && <ProblemPanel problem={problem} />}
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t.signIn}
      </Button>
      {!asksCode && <OtherWays onProblem={setProblem} />}
      {asksCode && (
        <Button
          type="link"
          block
          onClick={() => {
            setAsksCode(false);
            setPassword('');
            setProblem(null);
          }}
        >
          {t.another}
        </Button>
      )}
    </form>
  );
}

/** The two refusals that everybody meets, in the reader's language. */
function worded(problem: Problem, t: (typeof text)['zh'], asksCode: boolean): Problem {
  if (problem.code === 'bad-credentials' && !asksCode) {
    return new Problem({ status: 401, code: 'sign-in-refused', title: t.badCredentials, detail: null, remedy: t.badCredentialsRemedy });
  }
  if (problem.code === 'totp-required' || problem.code === 'bad-credentials') {
    return new Problem({ status: 401, code: 'sign-in-refused', title: t.codeWrong, detail: null, remedy: null });
  }
  return problem;
}
