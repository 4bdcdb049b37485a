import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { ContractItem } from '@/shared/api/types';
import { useClientChoices } from '@/shared/contract/queries';
import { day } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ListTable } from '@/shared/ui/ListTable';
import { OutcomeBar } from '@/shared/ui/OutcomeBar';
import { PageHead } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import { price } from './said';
import { text } from './words';

export default function ContractsPage() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const operates = useMay('operate');
  const navigate = useNavigate();
  const clients = useClientChoices();
  const importButton = operates && (
    <Button type="primary" onClick={() => void navigate('/contracts/import')}>
      {t.import}
    </Button>
  );
  return (
    <>
      <PageHead title={t.title} note={t.note} actions={importButton} />
      <ListTable<ContractItem>
        path="/contracts"
        label={t.title}
        rowKey={(contract) => contract.id}
        empty={{ title: t.none, hint: t.noneHint, action: importButton }}
        filters={[
          { name: 'state', label: c.state, options: codeChoices('contract', language) },
          { name: 'client', label: c.client, options: clients },
        ]}
        columns={[
          {
            key: 'title',
            title: c.title,
            sort: 'title',
            render: (one) => (
              <span className="cell-two">
                <Link to={one.state === 'draft' ? `/contracts/${one.id}/intake` : `/contracts/${one.id}`}>{one.title ?? t.untitled}</Link>
                {one.number && <span className="soft mono">{one.number}</span>}
              </span>
            ),
          },
          { key: 'client', title: c.client, render: (one) => one.clientName ?? '—' },
          { key: 'state', title: c.state, render: (one) => <StateTag kind="contract" code={one.state} /> },
          {
            key: 'term',
            title: t.term,
            sort: 'from',
            render: (one) => (one.from || one.to ? <span className="figures nowrap">{day(one.from)} – {day(one.to)}</span> : '—'),
          },
          { key: 'total', title: t.total, align: 'right', render: (one) => <span className="figures nowrap">{price(one.total)}</span> },
          {
            key: 'progress',
            title: t.progress,
            width: 160,
            render: (one) =>
              one.state === 'draft' ? (
                one.ambiguitiesOpen > 0 ? <span className="tag tag-warn">{t.ambiguities} {one.ambiguitiesOpen}</span> : '—'
              ) : (
                <OutcomeBar tally={one} />
              ),
          },
        ]}
      />
    </>
  );
}
