import { useQuery } from '@tanstack/react-query';
import { get } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import type { StatusDay } from './types';
import { text } from './words';

const shown = 90;

/** One bar a day, the oldest left; its height is the share of looks that found it up. */
export function Days({ asset, name }: { asset: string; name: string }) {
  const t = useWords(text);
  const days = useQuery({
    queryKey: ['status', asset],
    queryFn: ({ signal }) => get<StatusDay[]>(`/status/${asset}/days`, { days: shown }, signal),
    staleTime: 60_000,
  });
  if (!days.data) return <span className="status-days" aria-busy="true" />;
  const said = days.data.filter((one) => one.share !== null);
  if (said.length === 0) return <span className="soft">{t.noHistory}</span>;
  const whole = percent(1 - sum(said, (one) => one.down) / sum(said, (one) => one.probes));
  return (
    <span className="cell-two">
      <svg className="status-days" viewBox={`0 0 ${shown * 3} 24`} role="img" aria-label={`${name}: ${t.whole(whole)}`}>
        {days.data.map((one, at) => (
          <Day key={one.day} day={one} x={(shown - days.data.length + at) * 3} />
        ))}
      </svg>
      <span className="soft figures">{t.whole(whole)}</span>
    </span>
  );
}

function Day({ day, x }: { day: StatusDay; x: number }) {
  const t = useWords(text);
  const share = day.share === null ? null : Number(day.share);
  const height = share === null ? 4 : Math.max(3, share * 24);
  return (
    <rect x={x} y={24 - height} width={2} height={height} className={share === null ? 'status-day-unknown' : share < 1 ? 'status-day-broken' : 'status-day-up'}>
      <title>{share === null ? t.dayUnknown(day.day) : t.dayUp(day.day, percent(share), day.probes)}</title>
    </rect>
  );
}

const sum = (days: StatusDay[], of: (one: StatusDay) => number) => days.reduce((all, one) => all + of(one), 0);

const percent = (share: number) => `${(Math.floor(share * 100_000) / 1000).toFixed(3)}%`;
