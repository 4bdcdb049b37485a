import { Link } from 'react-router';
import type { Finding } from '@/shared/api/types';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import { text } from './words';

export default function FindingsPage() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  return (
    <>
      <PageHead title={t.title} note={t.note} />
      <ListTable<Finding>
        path="/findings"
        label={t.title}
        rowKey={(finding) => finding.id}
        refetchEvery={30_000}
        empty={{ title: t.none, hint: t.noneHint, action: <Link to="/work">{t.toWork}</Link> }}
        filters={[
          { name: 'state', label: c.state, options: codeChoices('finding', language) },
          { name: 'severity', label: c.severity, options: codeChoices('severity', language) },
        ]}
        columns={[
          { key: 'severity', title: c.severity, sort: 'severity', render: (one) => <StateTag kind="severity" code={one.severity} /> },
          {
            key: 'title',
            title: c.title,
            render: (one) => (
              <span className="cell-two">
                <Link to={`/findings/${one.id}`}>{one.title}</Link>
                <span className="soft">{codeName('capability', one.capability, language)}</span>
              </span>
            ),
          },
          { key: 'asset', title: c.asset, render: (one) => one.assetName ?? '—' },
          { key: 'state', title: c.state, render: (one) => <StateTag kind="finding" code={one.state} /> },
          { key: 'first', title: t.first, sort: 'firstSeen', render: (one) => <span className="figures nowrap">{time(one.firstSeen)}</span> },
          { key: 'last', title: t.last, sort: 'lastSeen', render: (one) => <span className="figures nowrap">{time(one.lastSeen)}</span> },
        ]}
      />
    </>
  );
}
