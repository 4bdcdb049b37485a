import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Progress } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { get, post } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { ControlRow } from './ControlRow';
import { Plan } from './Plan';
import type { WholeCheck } from './types';
import { text } from './words';

export default function SelfCheckPage() {
  const { id = '' } = useParams();
  const t = useWords(text);
  const operates = useMay('operate');
  const tell = useTell();
  const queries = useQueryClient();
  const whole = useQuery({ queryKey: ['self-check', id], queryFn: ({ signal }) => get<WholeCheck>(`/consulting/self-checks/${id}`, undefined, signal) });
  const finish = async () => {
    await post(`/consulting/self-checks/${id}/finish`, {});
    tell.done(t.finishedTold);
    await queries.invalidateQueries();
  };
  return (
    <Answered of={whole}>
      {(one) => {
        const open = operates && one.check.finishedAt === null;
        return (
          <div className="stack">
            <PageHead title={one.check.system} note={`GB/T 22239-2019 ${t.levelName(one.check.level)}`} actions={open && <ConfirmAct label={t.finish} title={t.finish} warning={t.finishWarning} danger={false} button={{ type: 'primary' }} act={finish} />} />
            <Standing whole={one} />
            <Controls whole={one} open={open} />
            <Plan check={id} measures={one.measures} open={open} />
          </div>
        );
      }}
    </Answered>
  );
}

function Standing({ whole }: { whole: WholeCheck }) {
  const t = useWords(text);
  const { score, check } = whole;
  return (
    <Sheet title={t.score}>
      <Facts
        items={[
          [t.score, score.percent === null ? null : `${score.percent}%`],
          [t.answered, `${score.answered} / ${score.total}`],
          [t.gaps, score.gaps],
          ...(check.paperId ? [[t.report, <a key="paper" href={`/api/reports/${check.paperId}/file?as=pdf`}>PDF</a>] as [string, React.ReactNode]] : []),
        ]}
      />
      <p className="soft">{t.scoreNote}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t.area}</th>
            <th>{t.score}</th>
            <th>{t.gaps}</th>
          </tr>
        </thead>
        <tbody>
          {score.areas.map((area) => (
            <tr key={area.name}>
              <td>{area.name}</td>
              <td style={{ minWidth: 140 }}>{area.percent === null ? '—' : <Progress percent={area.percent} size="small" status="normal" aria-label={area.name} />}</td>
              <td className="figures">{area.gaps}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}

function Controls({ whole, open }: { whole: WholeCheck; open: boolean }) {
  const t = useWords(text);
  const [onlyOpen, setOnlyOpen] = useState(false);
  const shown = whole.controls.filter((one) => !onlyOpen || one.answer === null);
  const areas = [...new Set(shown.map((one) => one.control.area))];
  return (
    <>
      <Checkbox checked={onlyOpen} onChange={(event) => setOnlyOpen(event.target.checked)}>
        {t.onlyOpen}
      </Checkbox>
      {areas.map((area) => (
        <Sheet key={area} title={area}>
          {shown
            .filter((one) => one.control.area === area)
            .map((one) => (
              <ControlRow key={one.control.clause} check={whole.check} asked={one} open={open} />
            ))}
        </Sheet>
      ))}
    </>
  );
}
