import { Link } from 'react-router';
import { useClientChoices } from '@/shared/contract/queries';
import { timeToSecond } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import type { Delivery } from './types';
import { text } from './words';

export default function DeliveriesPage() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const clients = useClientChoices();
  return (
    <>
      <PageHead title={t.deliveries} note={t.deliveriesNote} />
      <ListTable<Delivery>
        path="/deliveries"
        label={t.deliveries}
        rowKey={(one) => one.id}
        refetchEvery={10_000}
        empty={{ title: t.noDeliveries, hint: t.noDeliveriesHint }}
        filters={[
          { name: 'state', label: c.state, options: codeChoices('delivery', language) },
          { name: 'means', label: t.means, options: codeChoices('means', language) },
          { name: 'urgency', label: t.urgency, options: codeChoices('urgency', language) },
          { name: 'client', label: c.client, options: clients },
        ]}
        columns={[
          { key: 'createdAt', title: c.time, sort: 'createdAt', render: (one) => <span className="figures nowrap">{timeToSecond(one.createdAt)}</span> },
          { key: 'urgency', title: t.urgency, render: (one) => <StateTag kind="urgency" code={one.urgency} /> },
          { key: 'title', title: c.title, render: (one) => <Link className="cell-two" to={`/deliveries/${one.id}`}>{one.title}</Link> },
          {
            key: 'recipient',
            title: t.recipient,
            sort: 'recipient',
            render: (one) => (
              <span className="cell-two cell-narrow">
                {one.recipient}
                <span className="soft mono">{one.address}</span>
              </span>
            ),
          },
          {
            key: 'means',
            title: t.channel,
            render: (one) => (
              <span className="cell-two cell-narrow">
                {codeName('means', one.means, language)}
                <span className="soft">{one.channel}</span>
              </span>
            ),
          },
          { key: 'state', title: c.state, sort: 'state', render: (one) => <StateTag kind="delivery" code={one.state} /> },
          { key: 'attempts', title: t.tries, sort: 'attempts', align: 'right', render: (one) => <span className="figures">{one.attempts}</span> },
          { key: 'acknowledged', title: t.acknowledged, render: (one) => one.acknowledgedBy },
        ]}
      />
    </>
  );
}
