import { Segmented } from 'antd';
import { Link } from 'react-router';
import type { Obligation } from '@/shared/api/types';
import { useContractChoices } from '@/shared/contract/queries';
import { time, window as span } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { EvidenceLinks } from '@/shared/obligation/EvidenceLinks';
import { ObligationActions } from '@/shared/obligation/ObligationActions';
import { DayField } from '@/shared/ui/DayField';
import { ListTable } from '@/shared/ui/ListTable';
import { StateTag } from '@/shared/ui/StateTag';
import { useListState } from '@/shared/ui/useListState';
import { dayBegins, dayEnds } from './days';
import { text } from './words';

export function ObligationsTab() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const contracts = useContractChoices();
  const [state, change] = useListState();
  const { from, to, service } = state.filters;
  const chosen = state.filters['state'] ?? '';
  const stateChoices = [...codeChoices('obligation', language), ...(chosen.includes(',') ? [{ value: chosen, label: t.due }] : [])];
  const names = new Map(contracts.map((one) => [one.value, one.label]));
  return (
    <div className="stack-small">
      <div className="row">
        <Segmented
          aria-label={c.state}
          value={['due,unknown', 'missed', 'late'].includes(chosen) ? chosen : ''}
          onChange={(value) => change({ state: value || null })}
          options={[
            { value: '', label: t.all },
            { value: 'due,unknown', label: t.due },
            { value: 'missed', label: t.overdue },
            { value: 'late', label: t.late },
          ]}
        />
        <label className="row">
          <span className="soft">{t.fromDay}</span>
          <DayField value={from ?? ''} onChange={(day) => change({ from: day || null })} />
        </label>
        <label className="row">
          <span className="soft">{t.toDay}</span>
          <DayField value={to ?? ''} onChange={(day) => change({ to: day || null })} />
        </label>
      </div>
      <ListTable<Obligation>
        path="/obligations"
        label={t.obligations}
        rowKey={(one) => one.id}
        fixed={{ from: dayBegins(from), to: dayEnds(to), service }}
        refetchEvery={30_000}
        empty={{ title: t.none, hint: t.noneHint, action: <Link to="/contracts">{t.toContracts}</Link> }}
        filters={[
          { name: 'state', label: c.state, options: stateChoices },
          { name: 'contract', label: c.contract, options: contracts },
        ]}
        columns={[
          {
            key: 'title',
            title: c.service,
            render: (one) => (
              <span className="cell-two">
                <Link to={`/contracts/${one.contractId}?clause=${encodeURIComponent(one.serviceId)}`}>{one.title}</Link>
                <span className="soft">{[one.assetName, names.get(one.contractId)].filter(Boolean).join(' · ')}</span>
              </span>
            ),
          },
          {
            key: 'window',
            title: t.window,
            sort: 'windowFrom',
            render: (one) => (
              <span className="figures nowrap cell-two">
                <Link to={`/obligations/${one.id}`}>{span(one.windowFrom, one.windowTo)}</Link>
                {one.performedAt && <span className="soft">{`${t.performed} ${time(one.performedAt)}`}</span>}
              </span>
            ),
          },
          { key: 'state', title: c.state, sort: 'state', render: (one) => <StateTag kind="obligation" code={one.state} /> },
          { key: 'evidence', title: c.evidence, render: (one) => <EvidenceLinks contractId={one.contractId} evidence={one.evidence} most={1} /> },
          { key: 'actions', title: c.actions, render: (one) => <ObligationActions obligation={one} /> },
        ]}
      />
    </div>
  );
}
