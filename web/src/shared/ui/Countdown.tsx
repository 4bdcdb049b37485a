import { Tooltip } from 'antd';
import type { TicketClock } from '@/shared/api/types';
import { countdown, time } from '@/shared/format';
import { useLanguage, useWords, words } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { useServerNow } from '@/shared/time/clock';
import { remaining } from '@/shared/time/countdown';
import './countdown.css';

const text = words(
  { left: '剩余', over: '已超', paused: '已暂停，剩余', met: '已达标', due: (at: string) => `时限 ${at}` },
  { left: '', over: 'over by', paused: 'paused,', met: 'met', due: (at: string) => `due ${at}` },
);

/** One SLA clock, ticking in the server's time. */
export function Countdown({ clock, openedAt, plain }: { clock: TicketClock; openedAt?: string | null; plain?: boolean }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const now = useServerNow();
  const left = remaining(clock, now, openedAt);
  const said = countdown(left.seconds, language);
  const shown = {
    met: t.met,
    paused: `${t.paused} ${said}`,
    over: `${t.over} ${said}`,
    soon: `${t.left} ${said}`,
    calm: `${t.left} ${said}`,
  }[left.urgency];
  return (
    <Tooltip title={clock.dueAt ? t.due(time(clock.dueAt)) : undefined}>
      <span className={`countdown countdown-${left.urgency}`} role="timer" aria-live="off">
        {!plain && <span className="countdown-kind">{codeName('clock', clock.kind, language)}</span>}
        <span className="figures">{shown}</span>
      </span>
    </Tooltip>
  );
}
