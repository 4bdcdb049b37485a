import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { address, get, post } from '@/shared/api/http';
import { useContractChoices } from '@/shared/contract/queries';
import { lastDay, time, timeToSecond } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { StateTag } from '@/shared/ui/StateTag';
import './external.css';
import { AnswerActs } from './AnswerActs';
import { ProblemLine } from './ProblemLine';
import type { Notice } from './types';
import { text } from './words';

export default function NoticePage() {
  const { id = '' } = useParams();
  const notice = useQuery({
    queryKey: ['external', id],
    queryFn: ({ signal }) => get<Notice>(`/external/${id}`, undefined, signal),
    refetchInterval: 30_000,
  });
  return <Answered of={notice}>{(found) => <NoticeSheet notice={found} />}</Answered>;
}

function NoticeSheet({ notice }: { notice: Notice }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const tell = useTell();
  const queries = useQueryClient();
  const contract = useContractChoices().find((one) => one.value === notice.contractId)?.label;
  const record = async (act: string, body: unknown) => {
    await post(`/external/${notice.ticketId}/${act}`, body);
    tell.done(t.recorded);
    await queries.invalidateQueries();
  };
  const facts: [string, React.ReactNode][] = [
    [t.issuer, `${codeName('issuer', notice.issuerKind, language)} · ${notice.issuer}`],
    [t.documentNumber, notice.documentNumber || c.none],
    [t.received, time(notice.receivedAt)],
    [t.answerDue, <span key="due" className="row"><span className="figures">{lastDay(notice.answerDue)}</span><StateTag kind="keeping" code={notice.keeping} /></span>],
    [c.contract, <Link key="contract" to={`/contracts/${notice.contractId}`}>{contract ?? c.open}</Link>],
    [t.ticket, <Link key="ticket" to={`/tickets/${notice.ticketId}`}><span className="mono">{notice.number}</span></Link>],
  ];
  if (notice.sourceSeq !== null) facts.push([t.source, <Link key="source" to={`/evidence/${notice.contractId}/${notice.sourceSeq}`}>#{notice.sourceSeq}</Link>]);
  if (notice.sentAt) facts.push([t.sent, `${time(notice.sentAt)} ${notice.sentBy ?? ''} · ${notice.sentVia ?? ''}`]);
  if (notice.receiptAt) facts.push([t.receiptText, `${time(notice.receiptAt)} ${notice.receipt ?? ''}`]);
  return (
    <div className="stack">
      <PageHead title={notice.title} note={<StateTag kind="notice" code={notice.state} />} />
      <div className="notice-grid">
        <div className="stack">
          <Sheet title={t.title}>
            <Facts items={facts} />
          </Sheet>
          <Sheet title={t.problems} extra={<span className="soft">{t.openOf(notice.open, notice.problems)}</span>}>
            <ul className="told-problems">
              {notice.told.map((problem) => (
                <ProblemLine key={problem.n} notice={notice} problem={problem} record={record} />
              ))}
            </ul>
          </Sheet>
          <Sheet
            title={t.answer}
            extra={
              notice.paperId && (
                <a href={address(`/reports/${notice.paperId}/file`, { as: 'docx' })} download>
                  {t.paper}
                </a>
              )
            }
          >
            <AnswerActs notice={notice} record={record} />
          </Sheet>
        </div>
        <Sheet title={c.history}>
          <ol className="timeline">
            {notice.steps.map((step, index) => (
              <li key={index}>
                <strong>
                  {codeName('noticeAct', step.act, language)}
                  {step.problem !== null && ` ${step.problem}`}
                </strong>{' '}
                <span className="soft figures">
                  {timeToSecond(step.at)} {step.who}
                </span>{' '}
                <Link to={`/evidence/${notice.contractId}/${step.evidenceSeq}`}>#{step.evidenceSeq}</Link>
                {step.act !== 'match' && <div className="pre">{step.text}</div>}
              </li>
            ))}
          </ol>
        </Sheet>
      </div>
    </div>
  );
}
