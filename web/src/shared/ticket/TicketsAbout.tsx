import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { get } from '@/shared/api/http';
import type { Page, Ticket } from '@/shared/api/types';
import { time } from '@/shared/format';
import { useWords, words } from '@/shared/i18n';
import { Answered, Sheet } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import './tickets-about.css';

const text = words(
  { title: '相关工单', none: '没有相关工单。', all: (n: number) => `全部 ${n} 张` },
  { title: 'Tickets', none: 'No tickets.', all: (n: number) => `all ${n}` },
);

const most = 10;

/** The tickets about something or tied to it, as in `asset/0197…`, the latest first. */
export function TicketsAbout({ about }: { about: string }) {
  const t = useWords(text);
  const tickets = useQuery({
    queryKey: ['tickets', 'about', about],
    queryFn: ({ signal }) => get<Page<Ticket>>('/tickets', { about, size: most }, signal),
    refetchInterval: 30_000,
  });
  const total = tickets.data?.total ?? 0;
  return (
    <Sheet title={t.title} extra={total > most && <Link to={`/tickets?about=${encodeURIComponent(about)}`}>{t.all(total)}</Link>}>
      <Answered of={tickets} lines={2}>
        {(page) =>
          page.items.length === 0 ? (
            <p className="soft">{t.none}</p>
          ) : (
            <ul className="tickets-about">
              {page.items.map((one) => (
                <li key={one.id}>
                  <span className="cell-two">
                    <Link to={`/tickets/${one.id}`}>{one.title}</Link>
                    <span className="soft">
                      <span className="mono">{one.number}</span> · {time(one.openedAt)}
                    </span>
                  </span>
                  <span className="row">
                    {one.severity && <StateTag kind="severity" code={one.severity} />}
                    <StateTag kind="ticket" code={one.state} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Sheet>
  );
}
