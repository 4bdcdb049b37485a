import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { address, get, post } from '@/shared/api/http';
import { timeToSecond } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { usePerson } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Answered } from '@/shared/ui/Page';
import { PaperView } from '@/shared/ui/PaperView';
import { useTell } from '@/shared/ui/ProblemPanel';
import { StateTag } from '@/shared/ui/StateTag';
import { text } from './words';
import type { Report, ReportDetail } from './types';

interface Act {
  step: 'approve' | 'send' | 'receive' | 'withdraw';
  from: string[];
  roles: string[];
  danger?: boolean;
}

const acts: Act[] = [
  { step: 'approve', from: ['ready', 'draft'], roles: ['provider-manager'] },
  { step: 'send', from: ['approved'], roles: ['provider-manager', 'engineer'] },
  { step: 'receive', from: ['sent'], roles: ['client-reader', 'client-signatory'] },
  { step: 'withdraw', from: ['ready', 'draft', 'approved'], roles: ['provider-manager'], danger: true },
];

/** One report: what it says, its files, how far it is on its way, and the next step. */
export function ReportSheet({ report, onClose }: { report: Report; onClose: () => void }) {
  const t = useWords(text);
  const detail = useQuery({
    queryKey: ['report', report.id],
    queryFn: ({ signal }) => get<ReportDetail>(`/reports/${report.id}`, undefined, signal),
  });
  const file = (as: string) => address(`/reports/${report.id}/file`, { as });
  return (
    <Modal open title={`${t.frame} · ${report.number}`} footer={null} onCancel={onClose} width="min(1080px, 96vw)" destroyOnHidden>
      <Answered of={detail} lines={2}>
        {(found) => (
          <div className="stack-small">
            <div className="row">
              <StateTag kind="reportState" code={found.state} />
              <Acts report={found} />
              {['docx', 'pdf', 'html', 'json'].map((as) => (
                <a key={as} href={file(as)} download>
                  {as.toUpperCase()}
                </a>
              ))}
            </div>
            <Steps report={found} />
          </div>
        )}
      </Answered>
      <PaperView src={file('html')} title={t.frame} />
    </Modal>
  );
}

function Acts({ report }: { report: ReportDetail }) {
  const t = useWords(text);
  const { role } = usePerson();
  const tell = useTell();
  const queries = useQueryClient();
  const act = async (step: Act['step'], reason: string) => {
    await post(`/reports/${report.id}/${step}`, step === 'withdraw' ? { reason } : {});
    tell.done(t.stepDone);
    await queries.invalidateQueries();
  };
  return (
    <>
      {acts
        .filter((one) => one.roles.includes(role) && one.from.includes(report.state))
        .map((one) => (
          <ConfirmAct
            key={one.step}
            label={t[one.step]}
            title={t[one.step]}
            warning={t[`${one.step}Note`]}
            asksReason={one.step === 'withdraw'}
            danger={one.danger ?? false}
            button={{ size: 'small', type: one.danger ? 'default' : 'primary' }}
            act={(reason) => act(one.step, reason)}
          />
        ))}
    </>
  );
}

function Steps({ report }: { report: ReportDetail }) {
  const t = useWords(text);
  const { language } = useLanguage();
  if (report.steps.length === 0) return <p className="soft">{t.noSteps}</p>;
  return (
    <ol aria-label={t.steps}>
      {report.steps.map((one) => (
        <li key={one.step}>
          {codeName('reportStep', one.step, language)} · {one.person} · <span className="figures">{timeToSecond(one.at)}</span>
          {one.note && ` · ${one.note}`}
        </li>
      ))}
    </ol>
  );
}
