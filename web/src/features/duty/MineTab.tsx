import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { get, post } from '@/shared/api/http';
import { time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { FilePick } from '@/shared/ui/FilePick';
import { Answered, Empty, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { FormSheet } from '@/shared/ui/FormSheet';
import type { MyShift, RosterShift } from './types';
import { text } from './words';

/** What the caller has to do: shifts on site, and turns on call. */
export function MineTab() {
  const t = useWords(text);
  const shifts = useQuery({ queryKey: ['duty', 'mine'], queryFn: ({ signal }) => get<MyShift[]>('/duty/shifts/mine', undefined, signal) });
  const turns = useQuery({ queryKey: ['duty', 'turns'], queryFn: ({ signal }) => get<RosterShift[]>('/duty/mine', undefined, signal) });
  return (
    <div className="stack">
      <Sheet title={t.mine}>
        <Answered of={shifts}>{(all) => (all.length === 0 ? <Empty title={t.noMine} hint={t.noMineHint} /> : all.map((one) => <Mine key={one.shift.id} mine={one} />))}</Answered>
      </Sheet>
      <Sheet title={t.mineOnCall}>
        <Answered of={turns}>
          {(all) =>
            all.length === 0 ? (
              <span className="soft">{t.noMineOnCall}</span>
            ) : (
              <ul className="gaps">
                {all.map((one) => (
                  <li key={`${one.rosterId}/${one.from}`}>
                    <span className="figures nowrap">
                      {time(one.from)} – {time(one.to)}
                    </span>
                    <Link to={`/duty/rosters/${one.rosterId}`}>{one.roster}</Link>
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      </Sheet>
    </div>
  );
}

function Mine({ mine }: { mine: MyShift }) {
  const t = useWords(text);
  const { period, shift, handedOver } = mine;
  const [form, setForm] = useState<'in' | 'log' | 'out' | null>(null);
  const tell = useTell();
  const queries = useQueryClient();
  const present = shift.checkedInAt !== null && shift.checkedOutAt === null;
  const takeOver = async () => {
    try {
      await post(`/duty/shifts/${shift.id}/take-over`, {});
      tell.done(t.takenOver);
      await queries.invalidateQueries({ queryKey: ['duty'] });
    } catch (thrown) {
      tell.problem(thrown);
    }
  };
  return (
    <section className="my-shift stack-small" aria-label={`${period.name} ${time(shift.from)}`}>
      <div className="row-spread">
        <span>
          <Link to={`/duty/periods/${period.id}`}>
            <strong>{period.name}</strong>
          </Link>{' '}
          <span className="soft">{[period.client, period.place].filter(Boolean).join(' · ')}</span>
        </span>
        <span className="figures">
          {time(shift.from)} – {time(shift.to)}
        </span>
      </div>
      <div className="row">
        {!shift.checkedInAt && (
          <Button type="primary" onClick={() => setForm('in')}>
            {t.checkIn}
          </Button>
        )}
        {present && (
          <>
            <span className="tag tag-good">
              {t.checkedIn} {time(shift.checkedInAt)}
            </span>
            <Button onClick={() => setForm('log')}>{t.writeLog}</Button>
            <Button onClick={() => setForm('out')}>{t.checkOut}</Button>
          </>
        )}
        {shift.checkedOutAt && <span className="tag">{t.left}</span>}
      </div>
      {handedOver && (
        <div>
          <span className="soft">{t.handedOver}</span>
          <div className="note">{handedOver}</div>
          {present && <Button onClick={() => void takeOver()}>{t.takeOver}</Button>}
        </div>
      )}
      {form === 'in' && <CheckIn id={shift.id} onClose={() => setForm(null)} />}
      {form === 'log' && <Log id={shift.id} onClose={() => setForm(null)} />}
      {form === 'out' && <CheckOut id={shift.id} onClose={() => setForm(null)} />}
    </section>
  );
}

function CheckIn({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useWords(text);
  const field = useId();
  const [place, setPlace] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const save = () => {
    const form = new FormData();
    form.set('place', place);
    if (file) form.set('file', file);
    return post(`/duty/shifts/${id}/check-in`, form);
  };
  return (
    <FormSheet title={t.checkIn} done={t.checkedIn} ready save={save} onClose={onClose}>
      <div className="wide">
        <label htmlFor={`${field}-place`}>{t.place}</label>
        <Input id={`${field}-place`} name="place" value={place} onChange={(event) => setPlace(event.target.value)} />
      </div>
      <div className="wide">
        <FilePick label={t.photo} button={t.choosePhoto} file={file} onPick={setFile} accept="image/*" />
      </div>
    </FormSheet>
  );
}

function Log({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useWords(text);
  const field = useId();
  const [checked, setChecked] = useState('');
  const [found, setFound] = useState('');
  const [ticket, setTicket] = useState('');
  const save = () => post(`/duty/shifts/${id}/entries`, { checked: checked.trim(), found: found.trim() || null, ticketId: ticket.trim() || null });
  return (
    <FormSheet title={t.writeLog} done={t.logged} ready={checked.trim() !== ''} save={save} onClose={onClose}>
      <div className="wide">
        <label htmlFor={`${field}-checked`}>{t.checked}</label>
        <Input.TextArea id={`${field}-checked`} name="checked" rows={2} value={checked} onChange={(event) => setChecked(event.target.value)} />
      </div>
      <div className="wide">
        <label htmlFor={`${field}-found`}>{t.found}</label>
        <Input.TextArea id={`${field}-found`} name="found" rows={2} value={found} onChange={(event) => setFound(event.target.value)} />
      </div>
      <div className="wide">
        <label htmlFor={`${field}-ticket`}>{t.linkTicket}</label>
        <Input id={`${field}-ticket`} value={ticket} onChange={(event) => setTicket(event.target.value)} />
      </div>
    </FormSheet>
  );
}

function CheckOut({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useWords(text);
  const field = useId();
  const [note, setNote] = useState('');
  return (
    <FormSheet title={t.checkOut} done={t.left} ready={note.trim() !== ''} save={() => post(`/duty/shifts/${id}/check-out`, { note: note.trim() })} onClose={onClose}>
      <div className="wide">
        <label htmlFor={`${field}-note`}>{t.handOver}</label>
        <Input.TextArea id={`${field}-note`} name="note" rows={5} value={note} onChange={(event) => setNote(event.target.value)} aria-describedby={`${field}-hint`} />
        <span id={`${field}-hint`} className="soft">
          {t.handOverHint}
        </span>
      </div>
    </FormSheet>
  );
}
