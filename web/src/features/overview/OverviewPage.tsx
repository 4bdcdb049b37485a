import { useQueries, useQuery } from '@tanstack/react-query';
import { Button, Select, Skeleton } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { get, type Query } from '@/shared/api/http';
import type { CalendarDay, ContractItem, Page } from '@/shared/api/types';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { byMonth, together } from '@/shared/ui/calendar';
import { Answered, Empty, PageHead, Sheet } from '@/shared/ui/Page';
import { outcomeColor } from '@/shared/ui/theme';
import { YearCalendar } from '@/shared/ui/YearCalendar';
import { AwaitingYou } from './AwaitingYou';
import { ContractCard } from './ContractCard';
import './overview.css';
import { text } from './words';

const Chart = lazy(() => import('@/shared/ui/Chart'));

export default function OverviewPage() {
  const t = useWords(text);
  const operates = useMay('operate');
  const navigate = useNavigate();
  const numbers = useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => count(signal),
    refetchInterval: 30_000,
  });
  const contracts = useQuery({
    queryKey: ['overview', 'contracts'],
    queryFn: ({ signal }) => get<Page<ContractItem>>('/contracts', { state: 'in-force,ended', size: 12 }, signal),
  });
  return (
    <div className="stack">
      <PageHead
        title={t.title}
        note={t.note}
        actions={
          operates && (
            <Button type="primary" onClick={() => void navigate('/contracts/import')}>
              {t.import}
            </Button>
          )
        }
      />
      <Answered of={numbers} lines={2}>
        {(n) => <Numbers numbers={n} />}
      </Answered>
      <AwaitingYou />
      <Answered of={contracts}>
        {(page) =>
          page.items.length === 0 ? (
            <div className="sheet">
              <Empty title={t.none} hint={t.noneHint} action={operates && <Link to="/contracts/import">{t.import}</Link>} />
            </div>
          ) : (
            <>
              <Year contracts={page.items} />
              <Sheet title={t.contracts} flush>
                <ul className="contract-cards">
                  {page.items.map((contract) => (
                    <ContractCard key={contract.id} contract={contract} />
                  ))}
                </ul>
              </Sheet>
            </>
          )
        }
      </Answered>
    </div>
  );
}

interface Counted {
  overdue: number;
  due: number;
  pressed: number;
  openTickets: number;
  ambiguities: number;
}

const openStates = 'open,responded,paused';

/** Each number is the length of the very list that it leads to. */
async function count(signal: AbortSignal): Promise<Counted> {
  const length = async (path: string, query: Query) => (await get<Page<unknown>>(path, { ...query, size: 1 }, signal)).total;
  const [overdue, due, pressed, openTickets, drafts] = await Promise.all([
    length('/obligations', { state: 'missed' }),
    length('/obligations', { state: 'due,unknown' }),
    length('/tickets', { pressed: true }),
    length('/tickets', { state: openStates }),
    get<Page<ContractItem>>('/contracts', { state: 'draft', size: 200 }, signal),
  ]);
  return { overdue, due, pressed, openTickets, ambiguities: drafts.items.reduce((sum, draft) => sum + draft.ambiguitiesOpen, 0) };
}

function Numbers({ numbers }: { numbers: Counted }) {
  const t = useWords(text);
  const tiles = [
    { to: '/work?tab=obligations&state=missed', label: t.overdue, hint: t.overdueHint, count: numbers.overdue, bad: true },
    { to: '/tickets?pressed=true', label: t.pressed, hint: t.pressedHint, count: numbers.pressed, bad: true },
    { to: '/work?tab=obligations&state=due,unknown', label: t.due, hint: t.dueHint, count: numbers.due, bad: false },
    { to: `/tickets?state=${openStates}`, label: t.openTickets, hint: t.openTicketsHint, count: numbers.openTickets, bad: false },
    { to: '/contracts?state=draft', label: t.ambiguities, hint: t.ambiguitiesHint, count: numbers.ambiguities, bad: false },
  ];
  return (
    <ul className="tiles">
      {tiles.map((tile) => (
        <li key={tile.label}>
          <Link to={tile.to} className={`tile${tile.count > 0 ? (tile.bad ? ' tile-bad' : ' tile-warn') : ''}`}>
            <span className="tile-label">{tile.label}</span>
            <span className="tile-count figures">{tile.count}</span>
            <span className="tile-hint">{tile.hint}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Year({ contracts }: { contracts: ContractItem[] }) {
  const t = useWords(text);
  const c = useWords(common);
  const [one, setOne] = useState<string>('');
  const navigate = useNavigate();
  const shown = one ? contracts.filter((contract) => contract.id === one) : contracts;
  const calendars = useQueries({
    queries: shown.map((contract) => ({
      queryKey: ['contract', contract.id, 'calendar'],
      queryFn: ({ signal }: { signal: AbortSignal }) => get<{ days: CalendarDay[] }>(`/contracts/${contract.id}/calendar`, undefined, signal),
    })),
  });
  const pending = calendars.some((calendar) => calendar.isPending);
  const answers = calendars.map((calendar) => calendar.data?.days ?? []);
  const days = useMemo(() => together(answers), [JSON.stringify(answers)]); // eslint-disable-line react-hooks/exhaustive-deps -- by content
  const span = yearOf(shown, days);
  return (
    <Sheet
      title={t.year}
      extra={
        <Select
          aria-label={c.chooseContract}
          value={one}
          onChange={setOne}
          style={{ minWidth: 220, maxWidth: '100%' }}
          options={[{ value: '', label: t.allContracts }, ...contracts.map((contract) => ({ value: contract.id, label: contract.title ?? contract.number ?? '—' }))]}
        />
      }
    >
      {pending ? (
        <Skeleton active />
      ) : days.length === 0 || !span ? (
        <p className="soft">{t.noDays}</p>
      ) : (
        <div className="year">
          <YearCalendar
            from={span[0]}
            to={span[1]}
            days={days}
            onDay={(day) => void navigate(`/work?tab=obligations&from=${day}&to=${day}${one ? `&contract=${one}` : ''}`)}
          />
          <MonthBars days={days} />
        </div>
      )}
    </Sheet>
  );
}

/** From the first day of the terms shown to the last, at most some two years. */
function yearOf(contracts: ContractItem[], days: CalendarDay[]): [string, string] | null {
  const from = contracts.flatMap((contract) => contract.from ?? []).sort()[0] ?? days[0]?.day;
  const to = contracts.flatMap((contract) => contract.to ?? []).sort().at(-1) ?? days.at(-1)?.day;
  return from && to ? [from.slice(0, 10), to.slice(0, 10)] : null;
}

function MonthBars({ days }: { days: CalendarDay[] }) {
  const t = useWords(text);
  const c = useWords(common);
  const months = byMonth(days);
  const series = (['kept', 'late', 'missed', 'upcoming'] as const).map((outcome) => ({
    type: 'bar' as const,
    name: c[outcome],
    stack: 'all',
    barMaxWidth: 22,
    itemStyle: { color: outcomeColor[outcome] },
    data: months.map((month) => month[outcome]),
  }));
  const option = {
    animation: false,
    grid: { left: 4, right: 8, top: 12, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: months.map((month) => month.day), axisTick: { show: false }, axisLine: { lineStyle: { color: '#bfc5c9' } }, axisLabel: { color: '#4d5b6c' } },
    yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: '#ecebe4' } }, axisLabel: { color: '#4d5b6c' } },
    series,
  };
  return (
    <div>
      <h3>{t.byMonth}</h3>
      <Suspense fallback={<Skeleton active />}>
        <Chart option={option} height={180} label={t.chart(months.length)} />
      </Suspense>
    </div>
  );
}
