import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { get } from '@/shared/api/http';
import type { Page } from '@/shared/api/types';
import { time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { Answered, Sheet } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import type { Room, Sent } from './types';
import { text } from './words';

const SHOWN = 100;

/** Whom the platform itself told of the incident or its ticket, and what proves that it came. */
export function Delivered({ room }: { room: Room }) {
  const t = useWords(text);
  const sent = useQuery({
    queryKey: ['incident', room.id, 'deliveries'],
    queryFn: async ({ signal }) => {
      const subjects = [`incident/${room.id}`, `ticket/${room.ticketId}`];
      const pages = await Promise.all(subjects.map((about) => get<Page<Sent>>('/deliveries', { about, size: SHOWN }, signal)));
      return pages.flatMap((page) => page.items).sort((one, other) => other.createdAt.localeCompare(one.createdAt));
    },
  });
  return (
    <Sheet title={t.delivered}>
      <Answered of={sent}>
        {(found) => (
          <>
            {found.length === 0 && <p className="soft">{t.deliveredNone}</p>}
            <ul className="incident-rows">
              {found.map((one) => (
                <li key={one.id}>
                  <div>
                    <Link to={`/deliveries/${one.id}`}>{one.title}</Link>
                    <div className="soft">
                      {one.recipient} · {one.channel ?? one.means} · {time(one.readAt ?? one.deliveredAt ?? one.sentAt ?? one.createdAt)}
                    </div>
                  </div>
                  <StateTag kind="delivery" code={one.state} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </Sheet>
  );
}
