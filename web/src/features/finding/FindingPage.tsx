import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { get, post } from '@/shared/api/http';
import type { Finding } from '@/shared/api/types';
import { inLanguage, time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { DeclareIncident } from '@/shared/incident/DeclareIncident';
import { useMay } from '@/shared/session';
import { TicketsAbout } from '@/shared/ticket/TicketsAbout';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { StateTag } from '@/shared/ui/StateTag';
import { text } from './words';

export default function FindingPage() {
  const { id = '' } = useParams();
  const finding = useQuery({
    queryKey: ['finding', id],
    queryFn: ({ signal }) => get<Finding>(`/findings/${id}`, undefined, signal),
    refetchInterval: 10_000,
  });
  return <Answered of={finding}>{(found) => <FindingSheet finding={found} />}</Answered>;
}

function FindingSheet({ finding }: { finding: Finding }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const facts: [string, React.ReactNode][] = [
    [c.asset, finding.assetId ? <Link key="asset" to={`/assets/${finding.assetId}`}>{finding.assetName}</Link> : finding.assetName],
    [c.capability, codeName('capability', finding.capability, language)],
    [t.first, time(finding.firstSeen)],
    [t.last, time(finding.lastSeen)],
    [t.seen, finding.timesSeen],
    [t.reopened, finding.reopened],
  ];
  if (finding.fixedAt) facts.push([t.fixedAt, time(finding.fixedAt)]);
  if (finding.reason) facts.push([t.whyDismissed, finding.reason]);
  if (finding.contractId) {
    facts.push([c.service, <Link key="contract" to={`/contracts/${finding.contractId}?clause=${encodeURIComponent(finding.serviceId ?? '')}`}>{t.toClause}</Link>]);
  }
  return (
    <div className="stack">
      <PageHead
        title={finding.title}
        note={
          <span className="row">
            <StateTag kind="severity" code={finding.severity} />
            <StateTag kind="finding" code={finding.state} />
          </span>
        }
        actions={<Acts finding={finding} />}
      />
      <Sheet title={c.details}>
        <Facts items={facts} />
      </Sheet>
      <Sheet title={t.detail}>
        <p className="pre">{inLanguage(finding.detail, language) || '—'}</p>
      </Sheet>
      <Sheet title={t.advice}>
        <p className="pre">{finding.advice || '—'}</p>
      </Sheet>
      <TicketsAbout about={`finding/${finding.id}`} />
      <Sheet title={c.history}>
        <ol className="timeline">
          {(finding.history ?? []).map((entry, index) => (
            <li key={index}>
              <strong>{codeName('findingEvent', entry.what, language)}</strong> <span className="soft figures">{time(entry.at)} {entry.who}</span>{' '}
              {entry.runId && <Link to={`/work/runs/${entry.runId}`}>{t.run}</Link>}
              {entry.text && <div className="pre">{inLanguage(entry.text, language)}</div>}
            </li>
          ))}
        </ol>
      </Sheet>
    </div>
  );
}

function Acts({ finding }: { finding: Finding }) {
  const t = useWords(text);
  const operates = useMay('operate');
  const manages = useMay('manage');
  const signs = useMay('sign');
  const tell = useTell();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const open = finding.state === 'open' || finding.state === 'fixing';
  const retest = async () => {
    setBusy(true);
    try {
      await post(`/findings/${finding.id}/retest`);
      tell.done(t.retestStarted);
      await queries.invalidateQueries();
    } catch (thrown) {
      tell.problem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {(operates || signs) && finding.state !== 'dismissed' && (
        <Button type="primary" loading={busy} onClick={() => void retest()}>
          {t.retest}
        </Button>
      )}
      {open && <DeclareIncident from={{ findingId: finding.id }} />}
      {(manages || signs) && open && (
        <ConfirmAct
          label={t.dismiss}
          title={t.dismissTitle}
          warning={t.dismissWarning}
          asksReason
          act={async (reason) => {
            await post(`/findings/${finding.id}/dismiss`, { reason });
            tell.done(t.dismissed);
            await queries.invalidateQueries();
          }}
        />
      )}
    </>
  );
}
