import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { get, post } from '@/shared/api/http';
import type { KillSwitch, Permit, Refusal } from '@/shared/api/types';
import { useClientChoices } from '@/shared/contract/queries';
import { time, timeToSecond } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ListTable } from '@/shared/ui/ListTable';
import { Answered, PageHead } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { StateTag } from '@/shared/ui/StateTag';
import './asset.css';
import { PermitForm } from './PermitForm';
import { text } from './words';

export default function PermitsPage() {
  const t = useWords(text);
  const operates = useMay('operate');
  const signs = useMay('sign');
  const [adding, setAdding] = useState(false);
  const [parameters, setParameters] = useSearchParams();
  const add = (operates || signs) && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t.addPermit}
    </Button>
  );
  return (
    <div className="stack">
      <PageHead title={t.permits} note={t.permitsNote} actions={add} />
      <Switch />
      {adding && <PermitForm onClose={() => setAdding(false)} />}
      <Tabs
        activeKey={parameters.get('tab') ?? 'permits'}
        onChange={(tab) => setParameters({ tab })}
        destroyOnHidden
        items={[
          { key: 'permits', label: t.permitList, children: <Permits add={add} /> },
          { key: 'refusals', label: t.refusals, children: <Refusals /> },
        ]}
      />
    </div>
  );
}

function Switch() {
  const t = useWords(text);
  const operates = useMay('operate');
  const queries = useQueryClient();
  const state = useQuery({
    queryKey: ['kill-switch'],
    queryFn: ({ signal }) => get<KillSwitch>('/scope/kill-switch', undefined, signal),
    refetchInterval: 10_000,
  });
  const move = (on: boolean) => async (reason: string) => {
    await post('/scope/kill-switch', { on, reason });
    await queries.invalidateQueries({ queryKey: ['kill-switch'] });
  };
  return (
    <Answered of={state} lines={1}>
      {({ on, reason, by, at }) => (
        <div className={`kill-switch${on ? ' kill-switch-on' : ''}`} role={on ? 'alert' : undefined}>
          <div>
            <strong>{on ? t.killOn : t.killOff}</strong>
            <div className="soft">
              {on ? `${reason} — ${by ? t.killBy(by, timeToSecond(at)) : ''}` : t.killOffNote}
            </div>
          </div>
          {operates &&
            (on ? (
              <ConfirmAct label={t.release} title={t.releaseTitle} warning={t.releaseWarning} asksReason danger={false} act={move(false)} />
            ) : (
              <ConfirmAct label={t.throwIt} title={t.throwTitle} warning={t.throwWarning} asksReason typed={t.throwTyped} typedLabel={t.throwTypedLabel} act={move(true)} />
            ))}
        </div>
      )}
    </Answered>
  );
}

function Permits({ add }: { add: React.ReactNode }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const clients = useClientChoices();
  return (
    <ListTable<Permit>
      path="/permits"
      label={t.permitList}
      rowKey={(permit) => permit.id}
      empty={{ title: t.noPermits, hint: t.noPermitsHint, action: add }}
      filters={[
        { name: 'state', label: c.state, options: codeChoices('permit', language) },
        { name: 'client', label: c.client, options: clients },
      ]}
      columns={[
        {
          key: 'targets',
          title: t.targets,
          render: (one) => (
            <ul className="targets">
              {one.targets.map((target) => (
                <li key={target} className="mono">
                  {target}
                </li>
              ))}
            </ul>
          ),
        },
        { key: 'methods', title: t.methods, render: (one) => one.methods.map((method) => codeName('method', method, language)).join('、') },
        { key: 'client', title: c.client, sort: 'clientName', render: (one) => one.clientName },
        {
          key: 'window',
          title: t.window,
          sort: 'until',
          render: (one) => (
            <span className="figures">
              {time(one.from)} –<br />
              {time(one.until)}
            </span>
          ),
        },
        {
          key: 'signatory',
          title: t.signatory,
          sort: 'signatory',
          render: (one) => (
            <span className="cell-two">
              {one.signatory}
              <Link to={`/evidence/${one.clientId}/${one.evidenceSeq}`} title={one.fileSha256}>
                {one.fileName}
              </Link>
            </span>
          ),
        },
        {
          key: 'state',
          title: c.state,
          render: (one) => (
            <span className="cell-two cell-narrow">
              <span>
                <StateTag kind="permit" code={one.state} />
              </span>
              {one.revokedAt && <span className="soft">{t.revokedBy(one.revokedBy ?? '—', time(one.revokedAt), one.revokedReason ?? '')}</span>}
            </span>
          ),
        },
        { key: 'actions', title: c.actions, render: (one) => <Revoke permit={one} /> },
      ]}
    />
  );
}

function Revoke({ permit }: { permit: Permit }) {
  const t = useWords(text);
  const operates = useMay('operate');
  const signs = useMay('sign');
  const tell = useTell();
  const queries = useQueryClient();
  if (!(operates || signs) || permit.state === 'revoked' || permit.state === 'expired') return null;
  return (
    <ConfirmAct
      label={t.revoke}
      title={t.revokeTitle}
      warning={t.revokeWarning}
      asksReason
      button={{ size: 'small' }}
      act={async (reason) => {
        await post(`/permits/${permit.id}/revoke`, { reason });
        tell.done(t.revoked);
        await queries.invalidateQueries();
      }}
    />
  );
}

function Refusals() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const clients = useClientChoices();
  return (
    <ListTable<Refusal>
      path="/scope/refusals"
      label={t.refusals}
      rowKey={(refusal) => refusal.id}
      empty={{ title: t.noRefusals, hint: t.noRefusalsHint }}
      filters={[{ name: 'client', label: c.client, options: clients }]}
      columns={[
        { key: 'at', title: c.time, sort: 'at', render: (one) => <span className="figures nowrap">{timeToSecond(one.at)}</span> },
        { key: 'destination', title: t.destination, sort: 'destination', render: (one) => <span className="mono">{one.destination}</span> },
        { key: 'capability', title: c.capability, render: (one) => codeName('capability', one.capability, language) },
        { key: 'method', title: t.method, render: (one) => codeName('method', one.method, language) },
        { key: 'why', title: t.why, render: (one) => <span className="cell-two">{language === 'zh' ? one.messageZh : one.messageEn}</span> },
        { key: 'code', title: t.code, sort: 'code', render: (one) => <span className="mono">{one.code}</span> },
      ]}
    />
  );
}
