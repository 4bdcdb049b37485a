import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '@/shared/api/http';
import type { Role } from '@/shared/api/types';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { usePerson } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ListTable } from '@/shared/ui/ListTable';
import { StateTag } from '@/shared/ui/StateTag';
import { admin } from './admin-words';
import { ShownOnce } from './ShownOnce';
import type { Proposal } from './types';

const decides: Partial<Record<Role, Role[]>> = {
  'security-admin': ['system-admin'],
  'system-admin': ['security-admin'],
  'provider-manager': ['system-admin', 'security-admin'],
};

/** Changes that wait for a second administrator, and what became of the others. */
export function ProposalsTab() {
  const t = useWords(admin);
  const { language } = useLanguage();
  return (
    <ListTable<Proposal>
      path="/proposals"
      label={t.proposalsTab}
      rowKey={(one) => one.id}
      exportable={false}
      empty={{ title: t.noProposals, hint: t.noProposalsHint }}
      filters={[{ name: 'state', label: t.state, options: codeChoices('proposalState', language) }]}
      columns={[
        { key: 'kind', title: t.what, render: (one) => codeName('proposal', one.kind, language) },
        { key: 'title', title: t.whom, render: (one) => one.title },
        { key: 'change', title: t.change, render: (one) => <Differences proposal={one} /> },
        { key: 'proposer', title: t.proposer, render: (one) => one.proposer },
        { key: 'at', title: t.proposedAt, sort: 'proposedAt', render: (one) => time(one.proposedAt) },
        { key: 'state', title: t.state, render: (one) => <StateTag kind="proposalState" code={one.state} /> },
        { key: 'decider', title: t.decider, render: (one) => [one.decider, one.reason].filter(Boolean).join('：') || '—' },
        { key: 'acts', title: '', render: (one) => <Acts proposal={one} /> },
      ]}
    />
  );
}

/** What was proposed, in words where there are any. */
function Differences({ proposal }: { proposal: Proposal }) {
  const t = useWords(admin);
  const { language } = useLanguage();
  const person = proposal.body['person'] as { role: Role; mail: string | null; phone: string | null; clients: string[] } | undefined;
  const policy = proposal.body['policy'] as object | undefined;
  if (person) {
    return (
      <ul className="differences">
        <li>
          {t.role}：{codeName('role', person.role, language)}
        </li>
        {person.mail && <li>{person.mail}</li>}
        {person.phone && <li>{person.phone}</li>}
      </ul>
    );
  }
  if (policy) {
    return (
      <ul className="differences mono">
        {Object.entries(policy).map(([name, value]) => (
          <li key={name}>
            {name}: {JSON.stringify(value).replaceAll(/["{}]/g, '').replaceAll(',', ', ')}
          </li>
        ))}
      </ul>
    );
  }
  return <span className="soft">—</span>;
}

function Acts({ proposal }: { proposal: Proposal }) {
  const t = useWords(admin);
  const person = usePerson();
  const queries = useQueryClient();
  const [password, setPassword] = useState<string | null>(null);
  const mine = proposal.proposedBy === person.id;
  const act = (deed: string) => async (reason: string) => {
    await post(`/proposals/${proposal.id}/${deed}`, reason ? { reason } : {});
    await queries.invalidateQueries();
  };
  const fetch = async () => {
    setPassword((await post<{ password: string }>(`/proposals/${proposal.id}/password`)).password);
    await queries.invalidateQueries({ queryKey: ['list', '/proposals'] });
  };
  const waits = proposal.state === 'waiting';
  const decider = waits && !mine && decides[person.role]?.includes(proposal.proposerRole);
  return (
    <span className="row">
      {decider && (
        <>
          <ConfirmAct label={t.approve} title={`${t.approve}：${proposal.title}`} warning={t.approveWarning} danger={false} button={{ size: 'small', type: 'primary' }} act={act('approve')} />
          <ConfirmAct label={t.refuse} title={`${t.refuse}：${proposal.title}`} warning={t.refuseWarning} asksReason button={{ size: 'small' }} act={act('refuse')} />
        </>
      )}
      {waits && mine && <ConfirmAct label={t.withdraw} title={t.withdraw} warning={t.withdrawWarning} button={{ size: 'small' }} act={act('withdraw')} />}
      {mine && proposal.passwordWaits && <ConfirmAct label={t.fetchPassword} title={t.fetchPassword} warning={t.fetchWarning} danger={false} button={{ size: 'small' }} act={fetch} />}
      {password && <ShownOnce title={t.oneTime} secret={password} note={t.oneTimeNote} onClose={() => setPassword(null)} />}
    </span>
  );
}
