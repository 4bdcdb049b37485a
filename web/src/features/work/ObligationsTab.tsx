import { Input, Segmented } from 'antd';
import { Link } from 'react-router';
import type { Obligation } from '@/shared/api/types';
import { useContractChoices } from '@/shared/contract/queries';
import { time, window as span } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { EvidenceLinks } from '@/shared/obligation/EvidenceLinks';
import { ObligationActions } from '@/shared/obligation/ObligationActions';
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
  const names = new Map(contracts.map((one) => [one.value, one.label]));
  return (
    <div className="stack-small">
      <div className="row">
        <Segmented
          aria-label={c.state}
          value={['due', 'missed', 'late', ''].includes(chosen) ? chosen : ''}
          onChange={(value) => change({ state: value || null })}
          options={[
            { value: '', label: t.all },
            { value: 'due', label: t.due },
            { value: 'missed', label: t.overdue },
            { value: 'late', label: t.late },
          ]}
        />
        <label className="row">
          <span className="soft">{t.fromDay}</span>
          <Input type="date" value={from ?? ''} onChange={(event) => change({ from: event.target.value || null })} style={{ width: 160 }} />
        </label>
        <label className="row">
          <span className="soft">{t.toDay}</span>
          <Input type="date" value={to ?? ''} onChange={(event) => change({ to: event.target.value || null })} style={{ width: 160 }} />
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
          { name: 'state', label: c.state, options: codeChoices('obligation', language) },
          { name: 'contract', label: c.contract, options: contracts },
        ]}
        columns={[
          {
            key: 'title',
            title: c.service,
            render: (one) => (
              <span className="cell-two">
                <Link to={`/contracts/${one.contractId}?clause=${encodeURIComponent(one.serviceId)}`}>{one.title}</Link>
                <span className="soft">
                  {codeName('capability', one.capability, language)}
                  {one.assetName ? ` · ${one.assetName}` : ''}
                </span>
              </span>
            ),
          },
          { key: 'contract', title: c.contract, render: (one) => <span className="cell-clip">{one.contractTitle ?? names.get(one.contractId) ?? '—'}</span> },
          { key: 'window', title: t.window, sort: 'windowFrom', render: (one) => <span className="figures nowrap">{span(one.windowFrom, one.windowTo)}</span> },
          { key: 'state', title: c.state, sort: 'state', render: (one) => <StateTag kind="obligation" code={one.state} /> },
          { key: 'performed', title: t.performed, sort: 'performedAt', render: (one) => <span className="figures nowrap">{time(one.performedAt)}</span> },
          { key: 'evidence', title: c.evidence, render: (one) => <EvidenceLinks contractId={one.contractId} evidence={one.evidence} /> },
          { key: 'actions', title: c.actions, render: (one) => <ObligationActions obligation={one} /> },
        ]}
      />
    </div>
  );
}
