import { Link } from 'react-router';
import { time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { Days } from './Days';
import './status.css';
import type { AssetStatus } from './types';
import { text } from './words';

export default function StatusPage() {
  const t = useWords(text);
  const c = useWords(common);
  const states = (['down', 'up', 'unknown', 'unwatched'] as const).map((value) => ({ value, label: t[value] }));
  return (
    <>
      <PageHead title={t.title} note={t.note} />
      <ListTable<AssetStatus>
        path="/status"
        label={t.title}
        rowKey={(one) => one.assetId}
        refetchEvery={15_000}
        empty={{ title: t.none, hint: t.noneHint }}
        filters={[{ name: 'state', label: c.state, options: states }]}
        columns={[
          {
            key: 'name',
            title: t.asset,
            sort: 'name',
            render: (one) => (
              <span className="cell-two">
                <span>{one.name}</span>
                <span className="soft">{one.clientName} · {one.address}</span>
              </span>
            ),
          },
          { key: 'now', title: t.now, render: (one) => <Light status={one} /> },
          {
            key: 'last',
            title: t.last,
            sort: 'lastAt',
            render: (one) =>
              one.lastAt ? (
                <span className="cell-two figures">
                  <span className="nowrap">{time(one.lastAt)}</span>
                  {one.millis !== null && <span className="soft">{one.millis} ms</span>}
                </span>
              ) : (
                '—'
              ),
          },
          {
            key: 'open',
            title: t.open,
            sort: 'findings',
            render: (one) => (
              <span className="cell-two">
                {one.findings > 0 && <Link to={`/findings?state=open,fixing&q=${encodeURIComponent(one.name)}`}>{t.findings(one.findings)}</Link>}
                {one.tickets > 0 && <Link to={`/tickets?state=open,responded,paused&q=${encodeURIComponent(one.name)}`}>{t.tickets(one.tickets)}</Link>}
                {one.findings + one.tickets === 0 && <span className="soft">—</span>}
              </span>
            ),
          },
          { key: 'history', title: t.history, render: (one) => (one.lastAt ? <Days asset={one.assetId} name={one.name} /> : <span className="soft">{t.noHistory}</span>) },
        ]}
      />
    </>
  );
}

/** The state has a shape and a word, so that colour says nothing alone. */
function Light({ status }: { status: AssetStatus }) {
  const t = useWords(text);
  const shape = { up: '●', down: '▲', unknown: '?', unwatched: '○' }[status.state];
  return (
    <span className={`status-light status-${status.state}`} title={status.note ?? undefined}>
      <span aria-hidden>{shape}</span> {t[status.state]}
    </span>
  );
}
