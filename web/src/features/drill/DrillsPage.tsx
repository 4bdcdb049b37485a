import { Button } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import { PrepareForm } from './PrepareForm';
import type { DrillLine } from './types';
import { text } from './words';

export default function DrillsPage() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const operates = useMay('operate');
  const [search] = useSearchParams();
  const [preparing, setPreparing] = useState(search.get('plan') !== null);
  return (
    <>
      <PageHead
        title={t.title}
        note={t.note}
        actions={
          <>
            <Link to="/drills/assets">{t.assets}</Link>
            {operates && (
              <Button type="primary" onClick={() => setPreparing(true)}>
                {t.prepare}
              </Button>
            )}
          </>
        }
      />
      {preparing && operates && <PrepareForm plan={search.get('plan')} onClose={() => setPreparing(false)} />}
      <ListTable<DrillLine>
        path="/drills"
        label={t.title}
        rowKey={(one) => one.id}
        empty={{ title: t.none, hint: t.noneHint }}
        filters={[{ name: 'state', label: c.state, options: codeChoices('drill', language) }]}
        columns={[
          {
            key: 'title',
            title: t.name,
            render: (one) => (
              <span className="cell-two">
                <Link to={`/drills/${one.id}`}>{one.title}</Link>
                <span className="soft">
                  <span className="mono">{one.number}</span> · {one.scenario}
                </span>
              </span>
            ),
          },
          { key: 'state', title: c.state, render: (one) => <StateTag kind="drill" code={one.state} /> },
          { key: 'planned', title: t.planned, sort: 'plannedFor', render: (one) => <span className="figures nowrap">{time(one.plannedFor)}</span> },
          { key: 'ended', title: t.ended, render: (one) => <span className="figures nowrap">{time(one.endedAt)}</span> },
        ]}
      />
    </>
  );
}
