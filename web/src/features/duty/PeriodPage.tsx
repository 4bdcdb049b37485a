import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import { Link, useParams } from 'react-router';
import { get, post, put } from '@/shared/api/http';
import { time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { CoverageFigure } from './CoverageFigure';
import './duty.css';
import { FormSheet } from '@/shared/ui/FormSheet';
import { usePeopleChoices } from './people';
import { PeriodState } from './PeriodState';
import type { Period, SiteShift, WholePeriod } from './types';
import { text } from './words';

export default function PeriodPage() {
  const { id = '' } = useParams();
  const t = useWords(text);
  const manages = useMay('manage');
  const signs = useMay('sign');
  const queries = useQueryClient();
  const [filling, setFilling] = useState(false);
  const whole = useQuery({ queryKey: ['duty', 'period', id], queryFn: ({ signal }) => get<WholePeriod>(`/duty/periods/${id}`, undefined, signal), refetchInterval: 60_000 });
  return (
    <Answered of={whole}>
      {({ period, shifts, entries }) => (
        <div className="stack">
          <PageHead
            title={period.name}
            note={period.client}
            actions={
              period.state === 'planned' && (
                <span className="row">
                  {manages && (
                    <Button type="primary" onClick={() => setFilling(true)}>
                      {t.fill}
                    </Button>
                  )}
                  {signs && (
                    <ConfirmAct
                      label={t.cancelPeriod}
                      title={t.cancelPeriod}
                      warning={t.cancelWarning}
                      asksReason
                      act={async (reason) => {
                        await post(`/duty/periods/${id}/cancel`, { reason });
                        await queries.invalidateQueries();
                      }}
                    />
                  )}
                </span>
              )
            }
          />
          {filling && <Filling period={period} onClose={() => setFilling(false)} />}
          <Sheet>
            <PeriodFacts period={period} />
          </Sheet>
          <Sheet title={t.shift} flush>
            <Shifts shifts={shifts} assigns={manages && period.state === 'planned'} />
          </Sheet>
          <Sheet title={t.log}>
            {entries.length === 0 ? (
              <span className="soft">{t.noLog}</span>
            ) : (
              <ol className="timeline">
                {entries.map((entry) => (
                  <li key={entry.id}>
                    <span className="figures soft">
                      {time(entry.at)} {entry.by}
                    </span>
                    <div>{entry.checked}</div>
                    <div className={entry.found ? '' : 'soft'}>{entry.found ?? t.normal}</div>
                    {entry.ticketId && <Link to={`/tickets/${entry.ticketId}`}>{t.ticket}</Link>}
                  </li>
                ))}
              </ol>
            )}
          </Sheet>
        </div>
      )}
    </Answered>
  );
}

function PeriodFacts({ period }: { period: Period }) {
  const t = useWords(text);
  const c = useWords(common);
  return (
    <Facts
      items={[
        [c.state, <PeriodState key="state" state={period.state} />],
        [c.period, `${time(period.from)} – ${time(period.to)}`],
        [t.place, period.place],
        [c.kind, t.source(period.source)],
        [t.attended, <CoverageFigure key="coverage" period={period} />],
        [c.contract, <Link key="contract" to={`/contracts/${period.contractId}`}>{c.open}</Link>],
        ...(period.paperId ? [[t.report, <a key="paper" href={`/api/reports/${period.paperId}/file?as=pdf`}>PDF</a>] as [string, React.ReactNode]] : []),
        ...(period.reason ? [[t.reason, period.reason] as [string, React.ReactNode]] : []),
      ]}
    />
  );
}

function Shifts({ shifts, assigns }: { shifts: SiteShift[]; assigns: boolean }) {
  const t = useWords(text);
  return (
    <div style={{ overflowX: 'auto' }}>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t.shift}</th>
            <th>{t.assign}</th>
            <th>{t.checkIn}</th>
            <th>{t.handOver}</th>
          </tr>
        </thead>
        <tbody>
          {shifts.map((one) => (
            <tr key={one.id}>
              <td className="figures nowrap">
                {time(one.from)}
                <br />– {time(one.to)}
              </td>
              <td>{assigns && !one.checkedInAt ? <Assign shift={one} /> : (one.person ?? <span className="tag tag-warn">{t.unassigned}</span>)}</td>
              <td>
                <Arrival shift={one} />
              </td>
              <td>
                {one.handOver && <div className="note">{one.handOver}</div>}
                {one.handOver && <span className="soft">{one.takenOverAt ? t.takenOver : t.waiting}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Arrival({ shift }: { shift: SiteShift }) {
  const t = useWords(text);
  if (shift.unattended) return <span className="tag tag-bad">{t.absentTag}</span>;
  if (!shift.checkedInAt) return <span className="soft">{t.notYet}</span>;
  return (
    <span className="cell-two">
      <span className="figures">{time(shift.checkedInAt)}</span>
      {shift.late && <span className="tag tag-warn">{t.lateTag}</span>}
      {shift.place && <span className="soft">{shift.place}</span>}
    </span>
  );
}

function Assign({ shift }: { shift: SiteShift }) {
  const t = useWords(text);
  const people = usePeopleChoices();
  const tell = useTell();
  const queries = useQueryClient();
  const assign = async (person: string | null) => {
    try {
      await put(`/duty/shifts/${shift.id}/person`, { person });
      await queries.invalidateQueries({ queryKey: ['duty'] });
    } catch (thrown) {
      tell.problem(thrown);
    }
  };
  return <Select aria-label={`${t.assign} ${time(shift.from)}`} allowClear value={shift.personId} options={people} placeholder={t.unassigned} onChange={(value: string | undefined) => void assign(value ?? null)} style={{ minWidth: 150 }} />;
}

function Filling({ period, onClose }: { period: Period; onClose: () => void }) {
  const t = useWords(text);
  const id = useId();
  const choices = usePeopleChoices();
  const [people, setPeople] = useState<string[]>([]);
  const [handover, setHandover] = useState('08:00');
  const [hours, setHours] = useState(12);
  return (
    <FormSheet title={t.fill} done={t.filled} ready={people.length > 0} save={() => post(`/duty/periods/${period.id}/filling`, { handover, hours, people })} onClose={onClose}>
      <div className="wide soft">{t.fillNote}</div>
      <div className="wide">
        <label htmlFor={`${id}-people`}>{t.people}</label>
        <Select id={`${id}-people`} mode="multiple" value={people} options={choices} onChange={setPeople} showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }} />
      </div>
      <div>
        <label htmlFor={`${id}-handover`}>{t.handover}</label>
        <Input id={`${id}-handover`} type="time" value={handover} onChange={(event) => setHandover(event.target.value)} />
      </div>
      <div>
        <label htmlFor={`${id}-hours`}>{t.hours}</label>
        <InputNumber id={`${id}-hours`} min={1} max={24} value={hours} onChange={(value) => setHours(value ?? 12)} />
      </div>
    </FormSheet>
  );
}
