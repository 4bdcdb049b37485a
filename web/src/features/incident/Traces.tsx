import { Link } from 'react-router';
import { useWords } from '@/shared/i18n';
import { AskAct } from '@/shared/ui/AskAct';
import { Sheet } from '@/shared/ui/Page';
import { useChoiceName, useChoices, useRoomActs } from './room';
import type { Room } from './types';
import { choices, text } from './words';

/** The traces by which the attack is known again, and where they were seen before. */
export function Traces({ room }: { room: Room }) {
  const t = useWords(text);
  const words = useWords(choices);
  const acts = useRoomActs(room);
  const pick = useChoices();
  const name = useChoiceName();
  return (
    <Sheet
      title={t.indicators}
      extra={
        acts.works && (
          <AskAct
            label={t.addIndicator}
            title={t.addIndicator}
            fields={[
              { name: 'type', label: t.type, kind: 'select', initial: 'ip', options: [...pick(['ip', 'domain', 'url', 'mail', 'md5', 'sha1', 'sha256', 'file', 'process', 'account']), { value: 'other', label: words.other }] },
              { name: 'value', label: t.value },
              { name: 'note', label: t.said, optional: true },
            ]}
            act={(entered) => acts.post('/indicators', entered)}
          />
        )
      }
    >
      {room.indicators.length === 0 && <p className="soft">—</p>}
      <ul className="incident-rows">
        {room.indicators.map((one) => (
          <li key={one.id}>
            <div>
              <span className="mono">{one.value}</span>
              <div className="soft">
                {name(one.type)} {one.note && `· ${one.note}`}
              </div>
            </div>
            <span className="row">
              {room.seenElsewhere
                .filter((seen) => seen.type === one.type && seen.value === one.value)
                .map((seen) => (
                  <Link key={seen.incident} to={`/incidents/${seen.incident}`}>
                    {t.seenIn(seen.number)}
                  </Link>
                ))}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
