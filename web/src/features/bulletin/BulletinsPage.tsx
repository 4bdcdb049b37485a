import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ListTable, type Column, type Filter } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import { BulletinTag } from './BulletinTag';
import { ImportSheet } from './ImportSheet';
import type { BulletinItem } from './types';
import { text } from './words';

export default function BulletinsPage() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const operates = useMay('operate');
  const [importing, setImporting] = useState(false);
  const acts = operates && (
    <>
      <Link to="/bulletins/files">
        <Button tabIndex={-1}>{t.files}</Button>
      </Link>
      <Button onClick={() => setImporting(true)}>{t.import}</Button>
      <Link to="/bulletins/new">
        <Button type="primary" tabIndex={-1}>
          {t.create}
        </Button>
      </Link>
    </>
  );
  const acknowledgement: Filter = {
    name: 'acknowledged',
    label: t.acknowledgement,
    options: [
      { value: 'false', label: t.unacknowledged },
      { value: 'true', label: t.acknowledged },
    ],
  };
  const filters: Filter[] = [
    { name: 'state', label: c.state, options: codeChoices('bulletin', language) },
    { name: 'severity', label: t.severity, options: codeChoices('severity', language) },
    acknowledgement,
  ];
  if (operates) filters.push({ name: 'way', label: t.way, options: codeChoices('bulletinWay', language) });
  const columns: Column<BulletinItem>[] = [
    {
      key: 'title',
      title: t.what,
      sort: 'title',
      render: (one) => (
        <span className="cell-two">
          <Link to={`/bulletins/${one.id}`}>{one.title}</Link>
          <span className="soft">{[one.number, one.cves.slice(0, 2).join('、') + (one.cves.length > 2 ? ' …' : ''), one.source].filter(Boolean).join(' · ')}</span>
        </span>
      ),
    },
    { key: 'severity', title: t.severity, render: (one) => <StateTag kind="severity" code={one.severity} /> },
    {
      key: 'state',
      title: c.state,
      render: (one) => (
        <span className="cell-two cell-narrow">
          <span>
            <BulletinTag state={one.state} />
          </span>
          {one.revised && <span className="soft">{t.revised}</span>}
        </span>
      ),
    },
    { key: 'assets', title: t.assets, render: (one) => (one.state === 'draft' ? <span className="soft">—</span> : <span className="figures">{t.counts(one.affected, one.unknown)}</span>) },
    { key: 'acks', title: t.acknowledgement, render: (one) => (one.sent === 0 ? <span className="soft">—</span> : <span className="figures nowrap">{t.acks(one.acknowledged, one.sent)}</span>) },
    operates
      ? { key: 'gathered', title: t.gathered, sort: 'gatheredAt', render: (one) => <span className="cell-two cell-narrow"><span className="figures nowrap">{time(one.gatheredAt)}</span><span className="soft">{codeName('bulletinWay', one.way, language)}</span></span> }
      : { key: 'published', title: t.published, sort: 'publishedAt', render: (one) => <span className="figures nowrap">{one.publishedAt ? time(one.publishedAt) : '—'}</span> },
  ];
  return (
    <>
      <PageHead title={t.title} note={operates ? t.note : t.noteClient} actions={acts} />
      {importing && <ImportSheet onClose={() => setImporting(false)} />}
      <ListTable<BulletinItem>
        path="/bulletins"
        label={t.title}
        rowKey={(one) => one.id}
        refetchEvery={30_000}
        empty={{ title: t.none, hint: operates ? t.noneHint : t.noneClient, action: acts && <span className="row">{acts}</span> }}
        filters={filters}
        columns={columns}
      />
    </>
  );
}
