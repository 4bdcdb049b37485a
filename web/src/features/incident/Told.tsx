import { time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { useMay } from '@/shared/session';
import { AskAct, instantOf } from '@/shared/ui/AskAct';
import { Sheet } from '@/shared/ui/Page';
import { useChoiceName, useChoices, useRoomActs } from './room';
import type { Room } from './types';
import { text } from './words';

/** Who was told what, and what authorities must still be told until when. */
export function Told({ room }: { room: Room }) {
  const t = useWords(text);
  const acts = useRoomActs(room);
  const operates = useMay('operate');
  const pick = useChoices();
  const name = useChoiceName();
  const channels = pick(['phone', 'mail', 'letter', 'meeting', 'platform']);
  return (
    <div className="incident-columns">
      <Sheet
        title={t.words}
        extra={
          acts.works && (
            <AskAct
              label={t.addWord}
              title={t.addWord}
              fields={[
                { name: 'receiver', label: t.toWhom },
                { name: 'channel', label: t.channel, kind: 'select', options: channels, initial: 'phone' },
                { name: 'text', label: t.said, kind: 'area' },
                { name: 'toldAt', label: t.happened, kind: 'minute', optional: true },
              ]}
              act={({ receiver, channel, text: said, toldAt }) => acts.post('/words', { receiver, channel, text: said, toldAt: instantOf(toldAt) })}
            />
          )
        }
      >
        {room.words.length === 0 && <p className="soft">—</p>}
        <ol className="timeline">
          {room.words.map((word, index) => (
            <li key={index}>
              <span className="soft figures">{time(word.at)}</span> <strong>{name(word.receiver)}</strong> · {name(word.channel)} · {word.by}
              <div className="pre">{word.text}</div>
            </li>
          ))}
        </ol>
      </Sheet>
      <Sheet title={t.duties}>
        {room.duties.length === 0 && <p className="soft">{t.dutiesNone}</p>}
        <ul className="incident-rows">
          {room.duties.map((duty) => (
            <li key={duty.code}>
              <div>
                <strong>{duty.receiver}</strong>
                <div className={duty.toldAt ? 'soft' : 'incident-due'}>
                  {duty.toldAt ? `${time(duty.toldAt)} · ${duty.receipt}` : `${t.deadline} ${time(duty.dueAt)}`}
                </div>
              </div>
              {operates && !duty.toldAt && (
                <AskAct
                  label={t.tell}
                  title={duty.receiver}
                  button={{ size: 'small', type: 'primary' }}
                  fields={[
                    { name: 'channel', label: t.channel, kind: 'select', options: channels, initial: 'phone' },
                    { name: 'receipt', label: t.receipt },
                    { name: 'toldAt', label: t.happened, kind: 'minute', optional: true },
                  ]}
                  act={({ channel, receipt, toldAt }) => acts.post(`/duties/${duty.code}/told`, { channel, receipt, toldAt: instantOf(toldAt) })}
                />
              )}
            </li>
          ))}
        </ul>
      </Sheet>
    </div>
  );
}
