import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { get } from '@/shared/api/http';
import { time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { useMay } from '@/shared/session';
import { Answered, Empty, Sheet } from '@/shared/ui/Page';
import type { Called, OnCallNow, RosterShift } from './types';
import { text } from './words';

/** Who is on call for each client, and where nobody will be. */
export function NowTab() {
  const t = useWords(text);
  const operates = useMay('operate');
  const now = useQuery({
    queryKey: ['duty', 'now'],
    queryFn: ({ signal }) => get<OnCallNow[]>('/duty/now', undefined, signal),
    refetchInterval: 60_000,
  });
  return (
    <div className="stack">
      <Sheet title={t.onCall}>
        <Answered of={now}>
          {(all) =>
            all.length === 0 ? (
              <Empty title={t.nobodyNow} hint={t.nobodyNowHint} />
            ) : (
              <ul className="on-call">
                {all.map((one) => (
                  <li key={`${one.clientId}/${one.shift.rosterId}`}>
                    <strong>{one.client}</strong>
                    <People shift={one.shift} />
                    <span className="soft">
                      <Link to={`/duty/rosters/${one.shift.rosterId}`}>{one.shift.roster}</Link> · {t.untilAt(time(one.shift.to))}
                    </span>
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      </Sheet>
      {operates && (now.data?.length ?? 0) > 0 && <Gaps />}
    </div>
  );
}

function People({ shift }: { shift: RosterShift }) {
  const t = useWords(text);
  const [first, ...others] = shift.people;
  if (!first) return <span className="tag tag-bad">{t.noOne}</span>;
  return (
    <span className="stack-small">
      <span className="on-call-first">
        <Person one={first} />
      </span>
      {others.length > 0 && (
        <span className="soft">
          {t.second}：{others.map((one) => one.name).join('、')}
        </span>
      )}
      {shift.gap && <span className="tag tag-warn">{t.gap(shift.gap)}</span>}
    </span>
  );
}

function Person({ one }: { one: Called }) {
  return (
    <>
      {one.name} {one.phone && <a href={`tel:${one.phone}`}>{one.phone}</a>}
    </>
  );
}

function Gaps() {
  const t = useWords(text);
  const gaps = useQuery({ queryKey: ['duty', 'gaps'], queryFn: ({ signal }) => get<RosterShift[]>('/duty/gaps', undefined, signal) });
  return (
    <Sheet title={t.gaps}>
      <Answered of={gaps}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t.noGaps} hint={t.noGapsHint} />
          ) : (
            <ul className="gaps">
              {all.map((gap) => (
                <li key={`${gap.rosterId}/${gap.from}`}>
                  <span className="figures nowrap">
                    {time(gap.from)} – {time(gap.to)}
                  </span>
                  <Link to={`/duty/rosters/${gap.rosterId}`}>{gap.roster}</Link>
                  <span className={`tag ${gap.people.length === 0 ? 'tag-bad' : 'tag-warn'}`}>
                    {[gap.hindered, gap.gap ? t.gap(gap.gap) : null].filter(Boolean).join('：')}
                  </span>
                  {gap.gap !== 'no-phone' && <span className="soft">{gap.people[0] ? t.calledInstead(gap.people[0].name) : t.noOne}</span>}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Sheet>
  );
}
