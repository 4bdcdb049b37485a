import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { useParams } from 'react-router';
import { get, post, remove } from '@/shared/api/http';
import { day, time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay, usePerson } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { DayField } from '@/shared/ui/DayField';
import { Answered, PageHead, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import './duty.css';
import { FormSheet } from '@/shared/ui/FormSheet';
import { begins, daysOf, shifted, thisMonth, touching } from './month';
import { instant, usePeopleChoices } from './people';
import type { Roster, RosterShift, StandIn, Swap } from './types';
import { text } from './words';

export default function RosterPage() {
  const { id = '' } = useParams();
  const t = useWords(text);
  const manages = useMay('manage');
  const operates = useMay('operate');
  const [month, setMonth] = useState(thisMonth());
  const [form, setForm] = useState<'stand-in' | 'swap' | 'feed' | null>(null);
  const roster = useQuery({ queryKey: ['duty', 'roster', id], queryFn: ({ signal }) => get<Roster>(`/duty/rosters/${id}`, undefined, signal) });
  const shifts = useQuery({
    queryKey: ['duty', 'shifts', id, month],
    queryFn: ({ signal }) => get<RosterShift[]>(`/duty/rosters/${id}/shifts`, { from: begins(month), to: begins(shifted(month, 1)) }, signal),
  });
  const names = new Map((shifts.data ?? []).flatMap((shift) => shift.people.map((one) => [one.id, one.name] as const)));
  return (
    <Answered of={roster}>
      {(one) => (
        <div className="stack">
          <PageHead
            title={one.name}
            note={one.clientNames.join('、')}
            actions={
              <span className="row">
                {manages && <Button onClick={() => setForm('stand-in')}>{t.standIn}</Button>}
                {operates && <Button onClick={() => setForm('swap')}>{t.swap}</Button>}
                {operates && <Button onClick={() => setForm('feed')}>{t.calendarFeed}</Button>}
              </span>
            }
          />
          {form === 'feed' && <FeedForm roster={one.id} onClose={() => setForm(null)} />}
          {(form === 'stand-in' || form === 'swap') && <TakeOverForm kind={form} roster={one} names={names} onClose={() => setForm(null)} />}
          <Sheet
            title={month}
            extra={
              <span className="row">
                <Button size="small" onClick={() => setMonth(shifted(month, -1))}>
                  {t.previous}
                </Button>
                <Button size="small" onClick={() => setMonth(shifted(month, 1))}>
                  {t.following}
                </Button>
              </span>
            }
          >
            <Answered of={shifts}>{(all) => <Month month={month} shifts={all} />}</Answered>
          </Sheet>
          <StandIns roster={one.id} names={names} />
          {operates && <Swaps roster={one.id} names={names} />}
        </div>
      )}
    </Answered>
  );
}

function Month({ month, shifts }: { month: string; shifts: RosterShift[] }) {
  const t = useWords(text);
  const today = day(new Date());
  return (
    <div className="duty-month">
      {[0, 1, 2, 3, 4, 5, 6].map((n) => (
        <div key={n} className="duty-weekday">
          {t.weekday(n)}
        </div>
      ))}
      {daysOf(month).map((date, n) =>
        date === null ? (
          <div key={`blank-${n}`} className="duty-blank" />
        ) : (
          <div key={date} className={date === today ? 'duty-today' : ''}>
            <span className="duty-day">{Number(date.slice(8))}</span>
            {touching(shifts, date).map((shift) => (
              <Turn key={shift.from} shift={shift} />
            ))}
          </div>
        ),
      )}
    </div>
  );
}

function Turn({ shift }: { shift: RosterShift }) {
  const t = useWords(text);
  const tone = shift.people.length === 0 ? ' duty-turn-gap' : shift.gap ? ' duty-turn-warn' : '';
  const why = shift.gap ? [shift.hindered, t.gap(shift.gap)].filter(Boolean).join('：') : '';
  const who = shift.people.length === 0 ? t.noOne : shift.people.map((one) => one.name).join('、');
  return (
    <span className={`duty-turn${tone}`} title={`${time(shift.from)} – ${time(shift.to)} ${who} ${why}`}>
      {who}
      {why && <span className="hidden-label">{why}</span>}
    </span>
  );
}

function TakeOverForm({ kind, roster, names, onClose }: { kind: 'stand-in' | 'swap'; roster: Roster; names: Map<string, string>; onClose: () => void }) {
  const t = useWords(text);
  const id = useId();
  const choices = usePeopleChoices();
  const self = usePerson().id;
  const known = choices.length > 0 ? choices : [...names].map(([value, label]) => ({ value, label }));
  const [who, setWho] = useState<string | null>(null);
  const [instead, setInstead] = useState<string | null>(null);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const swap = kind === 'swap';
  const save = () => {
    const stretch = { from: instant(from), to: instant(to), reason: reason.trim() };
    return swap ? post(`/duty/rosters/${roster.id}/swaps`, { taker: who, ...stretch }) : post(`/duty/rosters/${roster.id}/stand-ins`, { person: who, instead, ...stretch });
  };
  return (
    <FormSheet title={swap ? t.swap : t.standIn} done={swap ? t.swapAsked : t.standInSaved} ready={who !== null && from !== '' && to !== '' && reason.trim() !== ''} save={save} onClose={onClose}>
      <div className="wide">
        <label htmlFor={`${id}-who`}>{swap ? t.askWhom : t.who}</label>
        <Select id={`${id}-who`} value={who} options={known.filter((one) => !swap || one.value !== self)} onChange={setWho} showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }} />
      </div>
      {!swap && (
        <div className="wide">
          <label htmlFor={`${id}-instead`}>{t.instead}</label>
          <Select id={`${id}-instead`} allowClear value={instead} options={known} onChange={(value: string | undefined) => setInstead(value ?? null)} style={{ width: '100%' }} />
        </div>
      )}
      <div>
        <label htmlFor={`${id}-from`}>{t.from}</label>
        <DayField id={`${id}-from`} grain="minute" value={from} onChange={setFrom} width="100%" />
      </div>
      <div>
        <label htmlFor={`${id}-to`}>{t.to}</label>
        <DayField id={`${id}-to`} grain="minute" value={to} onChange={setTo} width="100%" />
      </div>
      <div className="wide">
        <label htmlFor={`${id}-reason`}>{t.reason}</label>
        <Input id={`${id}-reason`} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
    </FormSheet>
  );
}

function FeedForm({ roster, onClose }: { roster: string; onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const tell = useTell();
  const [path, setPath] = useState<string | null>(null);
  const make = (rosterId: string | null) => async () => {
    try {
      setPath((await post<{ path: string }>('/duty/feeds', { rosterId })).path);
    } catch (thrown) {
      tell.problem(thrown);
    }
  };
  return (
    <Modal open title={t.calendarFeed} footer={<Button onClick={onClose}>{c.close}</Button>} onCancel={onClose}>
      <div className="stack-small">
        <p>{t.feedNote}</p>
        {path ? (
          <Input readOnly value={window.location.origin + path} aria-label={t.calendarFeed} onFocus={(event) => event.target.select()} />
        ) : (
          <span className="row">
            <Button onClick={() => void make(null)()}>{t.feedMine}</Button>
            <Button onClick={() => void make(roster)()}>{t.feedRoster}</Button>
          </span>
        )}
      </div>
    </Modal>
  );
}

function StandIns({ roster, names }: { roster: string; names: Map<string, string> }) {
  const t = useWords(text);
  const manages = useMay('manage');
  const queries = useQueryClient();
  const all = useQuery({ queryKey: ['duty', 'stand-ins', roster], queryFn: ({ signal }) => get<StandIn[]>(`/duty/rosters/${roster}/stand-ins`, undefined, signal) });
  return (
    <Sheet title={t.standIns}>
      <Answered of={all}>
        {(some) =>
          some.length === 0 ? (
            <span className="soft">{t.noStandIns}</span>
          ) : (
            <ul className="gaps">
              {some.map((one) => (
                <li key={one.id}>
                  <span className="figures nowrap">
                    {time(one.from)} – {time(one.to)}
                  </span>
                  <strong>{names.get(one.person) ?? one.person.slice(0, 8)}</strong>
                  <span className="soft">{one.reason}</span>
                  {manages && (
                    <ConfirmAct
                      label={t.revoke}
                      title={t.revoke}
                      warning={t.revokeWarning}
                      button={{ size: 'small' }}
                      act={async () => {
                        await remove(`/duty/stand-ins/${one.id}`);
                        await queries.invalidateQueries();
                      }}
                    />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Sheet>
  );
}

function Swaps({ roster, names }: { roster: string; names: Map<string, string> }) {
  const t = useWords(text);
  const all = useQuery({ queryKey: ['duty', 'swaps', roster], queryFn: ({ signal }) => get<Swap[]>(`/duty/rosters/${roster}/swaps`, undefined, signal) });
  const name = (id: string) => names.get(id) ?? id.slice(0, 8);
  return (
    <Sheet title={t.swaps}>
      <Answered of={all}>
        {(some) =>
          some.length === 0 ? (
            <span className="soft">{t.noSwaps}</span>
          ) : (
            <ul className="gaps">
              {some.map((one) => (
                <li key={one.id}>
                  <span className="figures nowrap">
                    {time(one.from)} – {time(one.to)}
                  </span>
                  <span>
                    {name(one.asker)} → {name(one.taker)}
                  </span>
                  <span className="soft">{one.reason}</span>
                  <span className={`tag tag-${one.state === 'settled' ? 'good' : one.state === 'refused' ? 'bad' : 'warn'}`}>{t.swapState(one.state)}</span>
                  <SwapActs swap={one} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Sheet>
  );
}

function SwapActs({ swap }: { swap: Swap }) {
  const t = useWords(text);
  const self = usePerson().id;
  const manages = useMay('manage');
  const tell = useTell();
  const queries = useQueryClient();
  if (swap.state !== 'asked' && swap.state !== 'accepted') return null;
  const answer = (what: string) => async () => {
    try {
      await post(`/duty/swaps/${swap.id}/answer`, { answer: what });
      await queries.invalidateQueries();
    } catch (thrown) {
      tell.problem(thrown);
    }
  };
  const acts: [string, string, boolean][] = [
    ['accept', t.accept, swap.state === 'asked' && swap.taker === self],
    ['approve', t.approve, swap.state === 'accepted' && manages],
    ['refuse', t.refuse, manages || swap.taker === self],
    ['withdraw', t.withdraw, swap.asker === self],
  ];
  return (
    <span className="row">
      {acts
        .filter(([, , may]) => may)
        .map(([what, label]) => (
          <Button key={what} size="small" onClick={() => void answer(what)()}>
            {label}
          </Button>
        ))}
    </span>
  );
}
