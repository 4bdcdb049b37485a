import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useContractChoices } from '@/shared/contract/queries';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import { NewRequest } from './NewRequest';
import type { RequestItem } from './types';
import { text } from './words';

export default function RequestsPage() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const contracts = useContractChoices();
  const [creating, setCreating] = useState(false);
  const create = (
    <Button type="primary" onClick={() => setCreating(true)}>
      {t.create}
    </Button>
  );
  return (
    <>
      <PageHead title={t.title} note={t.note} actions={create} />
      {creating && <NewRequest onClose={() => setCreating(false)} />}
      <ListTable<RequestItem>
        path="/requests"
        label={t.title}
        rowKey={(one) => one.ticketId}
        refetchEvery={15_000}
        empty={{ title: t.none, hint: t.noneHint, action: create }}
        filters={[
          { name: 'stage', label: c.state, options: codeChoices('request', language) },
          { name: 'contract', label: c.contract, options: contracts },
        ]}
        columns={[
          {
            key: 'title',
            title: c.title,
            render: (one) => (
              <span className="cell-two">
                <Link to={`/requests/${one.ticketId}`}>{one.title}</Link>
                <span className="soft mono">{one.number}</span>
              </span>
            ),
          },
          { key: 'stage', title: c.state, render: (one) => <StateTag kind="request" code={one.stage} /> },
          {
            key: 'asked',
            title: t.askedBy,
            render: (one) => (
              <span className="cell-two cell-narrow">
                <span>{one.askedBy}</span>
                <span className="soft">
                  {codeName('channel', one.channel, language)}
                  {!one.proven && ` · ${t.unproven}`}
                  {one.extra && ` · ${t.extra}`}
                </span>
              </span>
            ),
          },
          { key: 'received', title: t.received, sort: 'receivedAt', render: (one) => <span className="figures nowrap">{time(one.receivedAt)}</span> },
        ]}
      />
    </>
  );
}
