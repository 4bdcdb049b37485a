import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { AskAct, instantOf } from '@/shared/ui/AskAct';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Sheet } from '@/shared/ui/Page';
import { useAssets, useRoomActs } from './room';
import type { Action, Room } from './types';
import { text } from './words';

/** Who does what to contain, remove and recover. */
export function Actions({ room }: { room: Room }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const c = useWords(common);
  const acts = useRoomActs(room);
  const assets = useAssets(room);
  const stages = ['containment', 'eradication', 'recovery'];
  return (
    <Sheet
      title={t.actions}
      extra={
        acts.works && (
          <AskAct
            label={t.addAction}
            title={t.addAction}
            fields={[
              { name: 'stage', label: t.stage, kind: 'select', options: codeChoices('incidentPhase', language, stages), initial: stages.includes(room.phase) ? room.phase : 'containment' },
              { name: 'what', label: t.task },
              { name: 'who', label: t.who },
              { name: 'dueAt', label: t.due, kind: 'minute', optional: true },
              { name: 'assetId', label: c.asset, kind: 'select', options: assets, optional: true },
            ]}
            act={({ stage, what, who, dueAt, assetId }) => acts.post('/actions', { stage, what, who, dueAt: instantOf(dueAt), assetId: assetId === '' ? null : assetId })}
          />
        )
      }
    >
      {room.actions.length === 0 ? (
        <p className="soft">{t.noActions}</p>
      ) : (
        <ul className="incident-rows">
          {room.actions.map((action) => (
            <li key={action.id}>
              <div>
                <strong>{action.what}</strong>
                <div className="soft">
                  {codeName('incidentPhase', action.stage, language)} · {action.who}
                  {action.dueAt && ` · ${t.due} ${time(action.dueAt)}`}
                </div>
                {action.result && <div className="pre">{action.result}</div>}
              </div>
              <Acts room={room} action={action} />
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

function Acts({ room, action }: { room: Room; action: Action }) {
  const t = useWords(text);
  const c = useWords(common);
  const acts = useRoomActs(room);
  if (action.state === 'done') return <span className="tag tag-good">{t.done}</span>;
  if (action.state === 'dropped') return <span className="tag">{t.drop}</span>;
  if (!acts.works) return <span className="tag tag-warn">{c.upcoming}</span>;
  return (
    <span className="row">
      <AskAct label={t.done} title={t.done} button={{ size: 'small', type: 'primary' }} fields={[{ name: 'result', label: t.result, kind: 'area' }]} act={(entered) => acts.post(`/actions/${action.id}/done`, entered)} />
      <ConfirmAct label={t.drop} title={t.dropTitle} warning={action.what} asksReason button={{ size: 'small' }} act={(reason) => acts.post(`/actions/${action.id}/drop`, { reason })} />
    </span>
  );
}
