import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { AskAct } from '@/shared/ui/AskAct';
import { Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { StateTag } from '@/shared/ui/StateTag';
import { useRoomActs } from './room';
import type { Incident, Room } from './types';
import { text } from './words';

type Said = Incident['review'];

/** What the report says in people's words, the report itself, and what remains to be done. */
export function Review({ room }: { room: Room }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const tell = useTell();
  const acts = useRoomActs(room);
  const [said, setSaid] = useState<Said>(room.review);
  const [busy, setBusy] = useState<string | null>(null);
  const parts: (keyof Said)[] = ['description', 'handling', 'rootCause', 'tracking', 'lessons'];
  const act = async (which: string, done: () => Promise<void>) => {
    setBusy(which);
    try {
      await done();
      tell.done(c.saved);
    } catch (thrown) {
      tell.problem(thrown);
    } finally {
      setBusy(null);
    }
  };
  return (
    <div className="incident-columns">
      <Sheet title={t.review}>
        <div className="stack-small">
          {parts.map((part) => (
            <div key={part} className="field">
              <label htmlFor={`${id}-${part}`}>{t[part]}</label>
              {acts.works ? (
                <Input.TextArea id={`${id}-${part}`} name={part} rows={3} value={said[part]} onChange={(event) => setSaid({ ...said, [part]: event.target.value })} />
              ) : (
                <p className="pre">{room.review[part] || '—'}</p>
              )}
            </div>
          ))}
          {acts.works && (
            <div className="row">
              <Button type="primary" loading={busy === 'save'} onClick={() => void act('save', () => acts.put('/review', { ...said, planId: room.planId }))}>
                {c.save}
              </Button>
              <Button loading={busy === 'draw'} onClick={() => void act('draw', () => acts.post('/report'))}>
                {t.draw}
              </Button>
            </div>
          )}
          {room.reportId && (
            <div className="row">
              <span>{t.drawn}</span>
              {['docx', 'pdf', 'html'].map((format) => (
                <a key={format} href={`/api/reports/${room.reportId}/file?as=${format}`} target="_blank" rel="noreferrer">
                  {format.toUpperCase()}
                </a>
              ))}
            </div>
          )}
        </div>
      </Sheet>
      <Sheet
        title={t.followUps}
        extra={
          acts.works && (
            <AskAct
              label={t.addFollowUp}
              title={t.addFollowUp}
              fields={[
                { name: 'title', label: t.task },
                { name: 'body', label: t.said, kind: 'area', optional: true },
              ]}
              act={(entered) => acts.post('/follow-ups', entered)}
            />
          )
        }
      >
        <div className="stack-small">
          {room.followUpsOpen > 0 && <p className="incident-due">{t.followUpsOpen(room.followUpsOpen)}</p>}
          {room.followUps.length === 0 && <p className="soft">—</p>}
          <ul className="incident-rows">
            {room.followUps.map((ticket) => (
              <li key={ticket.id}>
                <Link to={`/tickets/${ticket.id}`}>{ticket.title}</Link>
                <StateTag kind="ticket" code={ticket.state} />
              </li>
            ))}
          </ul>
          <Link to={`/plans?about=incident/${room.id}`}>{t.plan}</Link>
        </div>
      </Sheet>
    </div>
  );
}
