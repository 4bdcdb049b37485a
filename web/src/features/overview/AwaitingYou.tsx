import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { get } from '@/shared/api/http';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { Sheet } from '@/shared/ui/Page';
import { useServerNow } from '@/shared/time/clock';
import { text } from './words';

/** `portal.Awaited`: one thing that waits for the person signed in. */
interface Awaited {
  kind: string;
  clientId: string;
  title: string;
  link: string;
  since: string;
  by: string | null;
}

/** What waits for this person; nothing at all is shown when nothing does. */
export function AwaitingYou() {
  const t = useWords(text);
  const { language } = useLanguage();
  const now = useServerNow(30_000);
  const awaiting = useQuery({
    queryKey: ['awaiting'],
    queryFn: ({ signal }) => get<Awaited[]>('/portal/awaiting', undefined, signal),
    refetchInterval: 30_000,
  });
  if (!awaiting.data || awaiting.data.length === 0) return null;
  return (
    <Sheet title={t.awaiting(awaiting.data.length)} flush>
      <ul className="awaiting">
        {awaiting.data.map((one) => {
          const late = one.by !== null && new Date(one.by).getTime() < now;
          return (
            <li key={`${one.kind}${one.link}`}>
              <span className="tag">{codeName('awaited', one.kind, language)}</span>
              <Link to={one.link}>{one.title}</Link>
              <span className={`figures ${late ? 'awaiting-late' : 'soft'}`}>
                {one.by ? (late ? t.wasDue(time(one.by)) : t.dueBy(time(one.by))) : t.since(time(one.since))}
              </span>
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
