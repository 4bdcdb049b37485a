import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { get, post } from '@/shared/api/http';
import { useContractChoices } from '@/shared/contract/queries';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Answered, Empty, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { StateTag } from '@/shared/ui/StateTag';
import { text } from './words';
import type { Planned, Round } from './types';

export default function PlanPage() {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const contracts = useContractChoices().filter((one) => one.contract.state !== 'draft');
  const [query, setQuery] = useSearchParams();
  const contract = query.get('contract') ?? contracts[0]?.value ?? null;
  const plan = useQuery({
    queryKey: ['acceptance-plan', contract],
    queryFn: ({ signal }) => get<Planned[]>('/acceptance-plan', { contract }, signal),
    enabled: contract !== null,
  });
  return (
    <div className="stack">
      <PageHead title={t.plan} note={t.planNote} />
      <div className="row">
        <label htmlFor={`${id}-contract`}>{c.contract}</label>
        <Select
          id={`${id}-contract`}
          value={contract}
          options={contracts}
          onChange={(value: string) => setQuery({ contract: value })}
          placeholder={c.chooseContract}
          style={{ minWidth: 260, maxWidth: '100%' }}
        />
      </div>
      {contract ? (
        <Answered of={plan}>
          {(found) =>
            found.length === 0 ? <Empty title={t.noPlan} hint={t.planNote} /> : found.map((one) => <PlannedSheet key={one.ordinal} contract={contract} planned={one} />)
          }
        </Answered>
      ) : (
        <p className="soft">{t.chooseContractFirst}</p>
      )}
    </div>
  );
}

function PlannedSheet({ contract, planned }: { contract: string; planned: Planned }) {
  const t = useWords(text);
  const manages = useMay('manage');
  const applies = manages && ['open', 'overdue', 'refused'].includes(planned.state);
  return (
    <Sheet title={t.ordinal(planned.ordinal)} extra={applies && <Apply contract={contract} ordinal={planned.ordinal} />}>
      <div className="stack-small">
        {planned.termination && (
          <Alert type="error" showIcon title={`${t.termination}：${planned.termination}`} description={planned.terminationClause} />
        )}
        <div className="row">
          <StateTag kind="acceptancePlan" code={planned.state} />
          {planned.clientDaysLate > 0 && <span className="tag tag-warn">{t.clientLate(planned.clientDaysLate)}</span>}
          {planned.providerDaysLate > 0 && <span className="tag tag-bad">{t.providerLate(planned.providerDaysLate)}</span>}
        </div>
        <Facts
          items={[
            [t.serviceUntil, <span key="until" className="figures">{planned.serviceUntil}</span>],
            [t.planDue, <span key="due" className="figures">{planned.due ?? '—'}</span>],
          ]}
        />
        {planned.terminationReading && (
          <details>
            <summary>{t.terminationRight}</summary>
            <blockquote className="soft">{planned.terminationClause}</blockquote>
            <p>{t.understood}{planned.terminationReading}</p>
          </details>
        )}
        {planned.rounds.length > 0 && (
          <ul>
            {planned.rounds.map((round) => (
              <RoundLine key={round.id} round={round} />
            ))}
          </ul>
        )}
      </div>
    </Sheet>
  );
}

function RoundLine({ round }: { round: Round }) {
  const t = useWords(text);
  return (
    <li>
      <Link to={`/acceptance-rounds/${round.id}`}>{t.round(round.round)}</Link> <StateTag kind="acceptancePlan" code={round.state} />{' '}
      <span className="soft figures">
        {round.state === 'applied' && round.judgeBy && `${t.judgeBy} ${round.judgeBy}`}
        {round.state === 'refused' && round.mendBy && `${t.mendBy} ${round.mendBy}`}
      </span>
    </li>
  );
}

function Apply({ contract, ordinal }: { contract: string; ordinal: number }) {
  const t = useWords(text);
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const [statement, setStatement] = useState('');
  return (
    <ConfirmAct
      label={t.apply}
      title={t.applyTitle}
      danger={false}
      incomplete={statement.trim() === ''}
      button={{ type: 'primary', size: 'small' }}
      warning={
        <div>
          <label htmlFor={`${id}-statement`}>{t.statement}</label>
          <Input.TextArea id={`${id}-statement`} name="statement" rows={4} value={statement} placeholder={t.statementHint} onChange={(event) => setStatement(event.target.value)} />
        </div>
      }
      act={async () => {
        await post('/acceptance-rounds', { contractId: contract, ordinal, statement: statement.trim() });
        tell.done(t.applied);
        setStatement('');
        await queries.invalidateQueries();
      }}
    />
  );
}
