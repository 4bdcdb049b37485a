import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { get, post } from '@/shared/api/http';
import { bytes, timeToSecond } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { useMay } from '@/shared/session';
import { AskAct } from '@/shared/ui/AskAct';
import { Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { SignAct } from '@/shared/ui/SignAct';
import { useRoomActs } from './room';
import type { Item, Room } from './types';
import { text } from './words';

/** What was secured as evidence, and every hand through which it went. */
export function Items({ room }: { room: Room }) {
  const t = useWords(text);
  const acts = useRoomActs(room);
  const queries = useQueryClient();
  return (
    <Sheet
      title={t.items}
      extra={
        acts.works && (
          <AskAct
            label={t.collect}
            title={t.collect}
            fields={[
              { name: 'file', label: t.fileLabel, kind: 'file' },
              { name: 'name', label: t.name },
              { name: 'from', label: t.takenFrom },
              { name: 'how', label: t.how },
              { name: 'seal', label: t.seal, optional: true },
            ]}
            act={async ({ name, from, how, seal }, file) => {
              if (!file) return;
              const form = new FormData();
              form.set('item', new Blob([JSON.stringify({ name, from, how, seal })], { type: 'application/json' }));
              form.set('file', file);
              queries.setQueryData(['incident', room.id], await post<Room>(`/incidents/${room.id}/items`, form));
            }}
          />
        )
      }
    >
      {room.items.length === 0 && <p className="soft">{t.noItems}</p>}
      {room.items.map((item) => (
        <OneItem key={item.id} room={room} item={item} />
      ))}
    </Sheet>
  );
}

function OneItem({ room, item }: { room: Room; item: Item }) {
  const t = useWords(text);
  const tell = useTell();
  const operates = useMay('operate');
  const verify = async () => {
    try {
      const found = await get<{ ok: boolean; faults: string[] }>(`/incidents/${room.id}/items/${item.id}/verify`);
      if (found.ok) tell.done(t.whole);
      else tell.problem(new Error(found.faults.join('；')));
    } catch (thrown) {
      tell.problem(thrown);
    }
  };
  return (
    <article className="incident-item">
      <div className="row-spread">
        <strong>{item.name}</strong>
        <span className="row">
          <Button size="small" onClick={() => void verify()}>
            {t.verify}
          </Button>
          {operates && <HandOver room={room} item={item} />}
        </span>
      </div>
      <div className="soft">
        {bytes(item.sizeBytes)} · {t.holder} {item.holder}
      </div>
      <div className="mono">SHA-256 {item.sha256}</div>
      <div className="mono">SM3 {item.sm3}</div>
      <ol className="timeline">
        {item.steps.map((step) => (
          <li key={step.n}>
            <span className="soft figures">{timeToSecond(step.at)}</span> {step.deed === 'collected' ? t.collected : t.handedOver}：{step.giver} → {step.receiver}
            <div className="soft">
              {step.how} {step.seal && `· ${t.seal} ${step.seal}`}
            </div>
          </li>
        ))}
      </ol>
    </article>
  );
}

function HandOver({ room, item }: { room: Room; item: Item }) {
  const t = useWords(text);
  const id = useId();
  const acts = useRoomActs(room);
  const [how, setHow] = useState('');
  const [seal, setSeal] = useState('');
  return (
    <SignAct
      label={t.handOver}
      title={t.handOver}
      note={t.handOverNote}
      name=""
      button={{ size: 'small' }}
      incomplete={how.trim() === ''}
      act={(receiver, drawing) => acts.post(`/items/${item.id}/hand-over`, { giver: item.holder, receiver, how, seal, drawing })}
    >
      <div className="field">
        <label htmlFor={`${id}-how`}>{t.how}</label>
        <Input id={`${id}-how`} name="how" value={how} onChange={(event) => setHow(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-seal`}>{t.seal}</label>
        <Input id={`${id}-seal`} name="seal" value={seal} onChange={(event) => setSeal(event.target.value)} />
      </div>
    </SignAct>
  );
}
