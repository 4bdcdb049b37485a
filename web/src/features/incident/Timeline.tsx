import { timeToSecond } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { useMay } from '@/shared/session';
import { AskAct, instantOf } from '@/shared/ui/AskAct';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Sheet } from '@/shared/ui/Page';
import { useAssets, useChoiceName, useChoices, useRoomActs } from './room';
import type { Room } from './types';
import { text } from './words';

/** What happened when, and when it was written down; beside it who and what is concerned. */
export function Timeline({ room }: { room: Room }) {
  const t = useWords(text);
  const acts = useRoomActs(room);
  const serves = useMay('serve') && room.phase !== 'closed';
  const name = useChoiceName();
  return (
    <div className="incident-columns">
      <Sheet
        title={t.timeline}
        extra={
          serves && (
            <AskAct
              label={t.write}
              title={t.write}
              fields={[
                { name: 'text', label: t.said, kind: 'area' },
                { name: 'happenedAt', label: t.happened, kind: 'minute', optional: true },
              ]}
              act={(entered) => acts.post('/entries', { text: entered['text'], happenedAt: instantOf(entered['happenedAt']) })}
            />
          )
        }
      >
        <ol className="timeline">
          {room.timeline.map((entry) => (
            <li key={entry.id} className={entry.struckAt ? 'incident-struck' : ''}>
              <div className="row-spread">
                <span className="soft figures">
                  {timeToSecond(entry.happenedAt)} · {name(entry.source)} · {entry.author}
                </span>
                {acts.works && !entry.struckAt && (
                  <ConfirmAct label={t.strike} title={t.strikeTitle} warning={t.strikeWarning} asksReason button={{ size: 'small', type: 'text' }} act={(reason) => acts.post(`/entries/${entry.id}/strike`, { reason })} />
                )}
              </div>
              {entry.struckAt ? <del className="pre">{entry.text}</del> : <div className="pre">{entry.text}</div>}
              {timeToSecond(entry.recordedAt) !== timeToSecond(entry.happenedAt) && (
                <div className="soft figures">
                  {t.recordedAt} {timeToSecond(entry.recordedAt)}
                </div>
              )}
              {entry.struckAt && (
                <div className="soft">
                  {t.struck} · {entry.struckBy} · {entry.struckReason}
                </div>
              )}
            </li>
          ))}
        </ol>
      </Sheet>
      <div className="stack">
        <Members room={room} />
        <Concerned room={room} />
      </div>
    </div>
  );
}

function Members({ room }: { room: Room }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const acts = useRoomActs(room);
  const pick = useChoices();
  const name = useChoiceName();
  return (
    <Sheet
      title={t.members}
      extra={
        acts.works && (
          <AskAct
            label={t.call}
            title={t.call}
            button={{ size: 'small' }}
            fields={[
              { name: 'personId', label: t.who, kind: 'select', options: room.candidates.map((one) => ({ value: one.id, label: `${one.name} · ${codeName('role', one.role, language)}` })) },
              { name: 'role', label: t.role, kind: 'select', options: pick(['commander', 'analyst', 'liaison', 'recorder']) },
            ]}
            act={(entered) => acts.post('/members', entered)}
          />
        )
      }
    >
      {room.members.length === 0 ? (
        <p className="soft">—</p>
      ) : (
        <ul className="incident-list">
          {room.members.map((member) => (
            <li key={member.personId + member.role}>
              {name(member.role)} · {member.name}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

function Concerned({ room }: { room: Room }) {
  const t = useWords(text);
  return (
    <Sheet title={t.assets} extra={<AddAsset room={room} />}>
      {room.assets.length === 0 ? (
        <p className="soft">—</p>
      ) : (
        <ul className="incident-list">
          {room.assets.map((asset) => (
            <li key={asset.id}>
              {asset.name} <span className="mono soft">{asset.address}</span>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

function AddAsset({ room }: { room: Room }) {
  const t = useWords(text);
  const acts = useRoomActs(room);
  const assets = useAssets(room);
  if (!acts.works) return null;
  return <AskAct label={t.addAsset} title={t.addAsset} button={{ size: 'small' }} fields={[{ name: 'assetId', label: t.assets, kind: 'select', options: assets }]} act={(entered) => acts.post('/assets', entered)} />;
}
