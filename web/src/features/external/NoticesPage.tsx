import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useContractChoices } from '@/shared/contract/queries';
import { lastDay, time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import { NewNotice } from './NewNotice';
import { TableImport } from './TableImport';
import type { NoticeItem } from './types';
import { text } from './words';

export default function NoticesPage() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const contracts = useContractChoices();
  const operates = useMay('operate');
  const signs = useMay('sign');
  const [opened, setOpened] = useState<'new' | 'table' | null>(null);
  const create =
    operates || signs ? (
      <>
        <Button onClick={() => setOpened('table')}>{t.table}</Button>
        <Button type="primary" onClick={() => setOpened('new')}>
          {t.create}
        </Button>
      </>
    ) : null;
  return (
    <>
      <PageHead title={t.title} note={t.note} actions={create} />
      {opened === 'new' && <NewNotice onClose={() => setOpened(null)} />}
      {opened === 'table' && <TableImport onClose={() => setOpened(null)} />}
      <ListTable<NoticeItem>
        path="/external"
        label={t.title}
        rowKey={(one) => one.ticketId}
        refetchEvery={30_000}
        empty={{ title: t.none, hint: t.noneHint, action: create && <span className="row">{create}</span> }}
        filters={[
          { name: 'state', label: c.state, options: codeChoices('notice', language) },
          { name: 'pressed', label: t.pressed, options: [{ value: 'true', label: t.pressedOnly }] },
          { name: 'contract', label: c.contract, options: contracts },
        ]}
        columns={[
          {
            key: 'title',
            title: c.title,
            render: (one) => (
              <span className="cell-two">
                <Link to={`/external/${one.ticketId}`}>{one.title}</Link>
                <span className="soft">{[codeName('issuer', one.issuerKind, language), one.issuer, one.documentNumber].filter(Boolean).join(' · ')}</span>
              </span>
            ),
          },
          { key: 'state', title: c.state, render: (one) => <StateTag kind="notice" code={one.state} /> },
          { key: 'problems', title: t.problems, render: (one) => <span className="figures">{t.openOf(one.open, one.problems)}</span> },
          {
            key: 'due',
            title: t.answerDue,
            sort: 'answerDue',
            render: (one) => (
              <span className="row">
                <span className="figures nowrap">{lastDay(one.answerDue)}</span>
                <StateTag kind="keeping" code={one.keeping} />
              </span>
            ),
          },
          { key: 'received', title: t.received, sort: 'receivedAt', render: (one) => <span className="figures nowrap">{time(one.receivedAt)}</span> },
        ]}
      />
    </>
  );
}
