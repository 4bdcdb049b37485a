import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, InputNumber, Select, Tabs } from 'antd';
import { useId, useState } from 'react';
import { useSearchParams } from 'react-router';
import { get, put } from '@/shared/api/http';
import type { Role } from '@/shared/api/types';
import { timeToSecond } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices } from '@/shared/i18n/codes';
import { usePerson } from '@/shared/session';
import { ListTable } from '@/shared/ui/ListTable';
import { Answered, PageHead, Sheet } from '@/shared/ui/Page';
import { ProblemPanel } from '@/shared/ui/ProblemPanel';
import { admin } from './admin-words';
import type { FailedSignIn, Outcome, PasswordRules, PolicyView, SessionRules } from './types';
import { useAct } from './useAct';
import { useOutcome } from './useOutcome';

export default function SecurityPage() {
  const t = useWords(admin);
  const { role } = usePerson();
  const [parameters, setParameters] = useSearchParams();
  const policy = useQuery({ queryKey: ['security', 'policy'], queryFn: ({ signal }) => get<PolicyView>('/security/policy', undefined, signal) });
  const tabs = [{ key: 'policy', label: t.policyTab, children: <Answered of={policy}>{(view) => <PolicyForm key={JSON.stringify(view)} view={view} />}</Answered> }];
  if (role !== 'system-admin') tabs.push({ key: 'failed', label: t.failedTab, children: <Failed /> });
  return (
    <>
      <PageHead title={t.security} note={t.securityNote} />
      <Tabs activeKey={parameters.get('tab') ?? 'policy'} onChange={(tab) => setParameters({ tab })} items={tabs} destroyOnHidden />
    </>
  );
}

function Failed() {
  const t = useWords(admin);
  return (
    <ListTable<FailedSignIn>
      path="/security/failed-sign-ins"
      label={t.failedTab}
      rowKey={(one) => one.id}
      empty={{ title: t.noFailed, hint: t.noFailedHint }}
      columns={[
        { key: 'at', title: t.at, sort: 'at', render: (one) => timeToSecond(one.at) },
        { key: 'account', title: t.account, sort: 'account', render: (one) => <span className="mono">{one.account}</span> },
        { key: 'address', title: t.address, sort: 'address', render: (one) => <span className="mono">{one.address}</span> },
        { key: 'forgiven', title: t.state, render: (one) => (one.forgiven ? <span className="tag">{t.forgiven}</span> : '—') },
      ]}
    />
  );
}

type Numbered<T> = { [K in keyof T]: T[K] extends number ? K : never }[keyof T];

function PolicyForm({ view }: { view: PolicyView }) {
  const t = useWords(admin);
  const { language } = useLanguage();
  const { role } = usePerson();
  const id = useId();
  const { busy, problem, run } = useAct();
  const { told, shown } = useOutcome();
  const [password, setPassword] = useState(view.policy.password);
  const [session, setSession] = useState(view.policy.session);
  const [secondFactor, setSecondFactor] = useState<Role[]>(view.policy.secondFactor);
  const reads = role === 'auditor' || (view.separated && role === 'provider-manager');
  const ofPassword: [Numbered<PasswordRules>, string][] = [
    ['shortest', t.shortest],
    ['kinds', t.kinds],
    ['passphraseFrom', t.passphraseFrom],
    ['history', t.history],
    ['maximumAgeDays', t.maximumAge],
  ];
  const ofSession: [Numbered<SessionRules>, string][] = [
    ['idleMinutes', t.idle],
    ['longestMinutes', t.longest],
    ['lockMinutes', t.lock],
    ['perPerson', t.perPerson],
  ];
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void run(async () => told(await put<Outcome>('/security/policy', { policy: { password, session, secondFactor } })));
      }}
    >
      <Sheet title={t.passwordRules} extra={<span className="soft">{t.basis}</span>}>
        <div className="form-grid">
          {ofPassword.map(([name, label]) => (
            <div key={name}>
              <label htmlFor={`${id}-${name}`}>{label}</label>
              <InputNumber id={`${id}-${name}`} disabled={reads} value={password[name]} onChange={(value) => setPassword({ ...password, [name]: value ?? 0 })} style={{ width: '100%' }} />
            </div>
          ))}
          <div className="wide">
            <label htmlFor={`${id}-words`}>{t.weakWords}</label>
            <Select id={`${id}-words`} mode="tags" disabled={reads} open={false} suffixIcon={null} value={password.weakWords} onChange={(weakWords: string[]) => setPassword({ ...password, weakWords })} tokenSeparators={[',', '，', ' ']} style={{ width: '100%' }} />
          </div>
        </div>
      </Sheet>
      <Sheet title={t.sessionRules}>
        <div className="form-grid">
          {ofSession.map(([name, label]) => (
            <div key={name}>
              <label htmlFor={`${id}-${name}`}>{label}</label>
              <InputNumber id={`${id}-${name}`} disabled={reads} value={session[name]} onChange={(value) => setSession({ ...session, [name]: value ?? 0 })} style={{ width: '100%' }} />
            </div>
          ))}
          <div className="wide">
            <Checkbox disabled={reads} checked={session.sameAddress} onChange={(event) => setSession({ ...session, sameAddress: event.target.checked })}>
              {t.sameAddress}
            </Checkbox>
          </div>
        </div>
      </Sheet>
      <Sheet title={t.secondFactor}>
        <label htmlFor={`${id}-roles`}>{t.mustSecondFactor}</label>
        <Select id={`${id}-roles`} mode="multiple" disabled={reads} value={secondFactor} onChange={setSecondFactor} options={codeChoices('role', language)} style={{ width: '100%' }} />
      </Sheet>
      {problem !== null && <ProblemPanel problem={problem} />}
      {!reads && (
        <div>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t.save}
          </Button>
        </div>
      )}
      {shown}
    </form>
  );
}
