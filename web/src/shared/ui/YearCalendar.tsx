import { useMemo, useState } from 'react';
import type { CalendarDay } from '@/shared/api/types';
import { useLanguage, useWords, words } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { layOut, type Cell } from './calendar';
import './calendar.css';
import { outcomeColor } from './theme';

const step = 15;
const size = 12;
const left = 26;
const top = 18;

const text = words(
  {
    calendar: '履约日历',
    help: '用方向键逐日查看',
    nothing: '当日无履约事项',
    counts: (k: number, l: number, m: number, u: number) => `如期 ${k}，逾期完成 ${l}，未履约 ${m}，未到期 ${u}`,
    weekdays: '一,三,五',
    month: (m: number) => `${m}月`,
  },
  {
    calendar: 'Calendar of obligations',
    help: 'Arrow keys go from day to day',
    nothing: 'no obligations on this day',
    counts: (k: number, l: number, m: number, u: number) => `${k} kept, ${l} late, ${m} missed, ${u} upcoming`,
    weekdays: 'M,W,F',
    month: (m: number) => ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][m - 1] ?? '',
  },
);

/** A term day by day; a shape besides the colour marks what was late or missed. */
export function YearCalendar({ from, to, days, onDay }: { from: string; to: string; days: CalendarDay[]; onDay?: (day: string) => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const layout = useMemo(() => layOut(from, to, days), [from, to, days]);
  const [at, setAt] = useState<number | null>(null);
  const cell = at === null ? null : (layout.cells[at] ?? null);
  const say = (one: Cell) =>
    `${one.day} ${one.counts ? t.counts(one.counts.kept, one.counts.late, one.counts.missed, one.counts.upcoming) : t.nothing}`;

  const move = (event: React.KeyboardEvent) => {
    const by = { ArrowLeft: -7, ArrowRight: 7, ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(layout.cells.length - 1, (at ?? 0) + (at === null ? 0 : by))));
    } else if (event.key === 'Enter' && cell && onDay) {
      onDay(cell.day);
    }
  };
  const width = left + layout.weeks * step;
  return (
    <div className="calendar">
      <div className="calendar-scroll">
        { }
        <svg
          style={{ width: '100%', minWidth: width, maxWidth: width * 1.35 }}
          viewBox={`0 0 ${width} ${top + 7 * step}`}
          role="img"
          aria-label={`${t.calendar} ${from} – ${to}. ${t.help}`}
           
          tabIndex={0}
          onKeyDown={move}
          onBlur={() => setAt(null)}
          onMouseLeave={() => setAt(null)}
        >
          {layout.months.map((mark) => (
            <text key={`${mark.year}-${mark.month}`} x={left + mark.week * step} y={11} className="calendar-mark">
              {t.month(mark.month)}
            </text>
          ))}
          {t.weekdays.split(',').map((name, index) => (
            <text key={name} x={0} y={top + index * 2 * step + 10} className="calendar-mark">
              {name}
            </text>
          ))}
          {layout.cells.map((one, index) => (
            <Day key={one.day} cell={one} active={index === at} onOver={() => setAt(index)} onClick={onDay ? () => onDay(one.day) : undefined} />
          ))}
        </svg>
      </div>
      <div className="calendar-foot">
        <span className="calendar-legend">
          {(['kept', 'late', 'missed', 'upcoming'] as const).map((outcome) => (
            <span key={outcome}>
              <svg width={size} height={size} aria-hidden="true">
                <Shape outcome={outcome} x={0} y={0} />
              </svg>
              {c[outcome]}
            </span>
          ))}
        </span>
        <span className="calendar-day figures" aria-live="polite" lang={language}>
          {cell ? say(cell) : ''}
        </span>
      </div>
    </div>
  );
}

function Day({ cell, active, onOver, onClick }: { cell: Cell; active: boolean; onOver: () => void; onClick?: (() => void) | undefined }) {
  const x = left + cell.week * step;
  const y = top + cell.weekday * step;
  return (
     
    <g onMouseEnter={onOver} onClick={onClick} style={onClick ? { cursor: 'pointer' } : undefined} data-day={cell.day} data-outcome={cell.outcome}>
      <Shape outcome={cell.outcome} x={x} y={y} />
      {active && <rect x={x - 1} y={y - 1} width={size + 2} height={size + 2} rx={3} className="calendar-active" />}
    </g>
  );
}

function Shape({ outcome, x, y }: { outcome: Cell['outcome']; x: number; y: number }) {
  if (outcome === 'none') return <rect x={x} y={y} width={size} height={size} rx={2} fill="#f1f0ea" />;
  const square = <rect x={x} y={y} width={size} height={size} rx={2} fill={outcomeColor[outcome]} />;
  if (outcome === 'late') {
    return (
      <>
        {square}
        <path d={`M${x + 2.5} ${y + size - 2.5}L${x + size - 2.5} ${y + 2.5}`} stroke="#fff" strokeWidth={1.5} />
      </>
    );
  }
  if (outcome === 'missed') {
    return (
      <>
        {square}
        <path
          d={`M${x + 3} ${y + 3}L${x + size - 3} ${y + size - 3}M${x + size - 3} ${y + 3}L${x + 3} ${y + size - 3}`}
          stroke="#fff"
          strokeWidth={1.5}
        />
      </>
    );
  }
  return square;
}
