import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { post } from '@/shared/api/http';
import { useContractChoices } from '@/shared/contract/queries';
import { time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { AskAct } from '@/shared/ui/AskAct';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import { blank } from './content';
import type { Plan, PlanLine } from './types';
import { text } from './words';

export default function PlansPage() {
  const t = useWords(text);
  const c = useWords(common);
  const [search] = useSearchParams();
  const about = search.get('about');
  const create = useMay('operate') && <Create />;
  return (
    <>
      <PageHead title={t.title} note={t.note} actions={create} />
      <ListTable<PlanLine>
        path="/plans"
        label={t.title}
        rowKey={(one) => one.id}
        empty={{ title: t.none, hint: t.noneHint }}
        columns={[
          { key: 'title', title: t.name, sort: 'title', render: (one) => <Link to={`/plans/${one.id}${about ? `?about=${encodeURIComponent(about)}` : ''}`}>{one.title}</Link> },
          { key: 'state', title: c.state, render: (one) => <StateTag kind="planVersion" code={one.state} /> },
          { key: 'inForce', title: t.inForce, render: (one) => (one.inForce === null ? '—' : t.version(one.inForce)) },
          { key: 'approvedAt', title: t.approvedAt, render: (one) => <span className="figures nowrap">{time(one.approvedAt)}</span> },
        ]}
      />
    </>
  );
}

function Create() {
  const t = useWords(text);
  const c = useWords(common);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const contracts = useContractChoices().filter((one) => one.contract.state === 'in-force');
  return (
    <AskAct
      label={t.create}
      title={t.create}
      button={{ type: 'primary' }}
      fields={[
        { name: 'contractId', label: c.contract, kind: 'select', options: contracts, initial: contracts[0]?.value ?? '' },
        { name: 'title', label: t.name },
        { name: 'scope', label: t.scope, kind: 'area' },
      ]}
      act={async ({ contractId, title, scope }) => {
        const plan = await post<Plan>('/plans', { contractId, title, content: { ...blank, scope } });
        await queries.invalidateQueries();
        await navigate(`/plans/${plan.id}`);
      }}
    />
  );
}
