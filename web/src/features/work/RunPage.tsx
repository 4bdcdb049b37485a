import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { get } from '@/shared/api/http';
import type { Run } from '@/shared/api/types';
import { timeToSecond } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import { CancelRun, going, RunProgress } from './RunProgress';
import { text } from './words';

export default function RunPage() {
  const { id = '' } = useParams();
  const run = useQuery({
    queryKey: ['run', id],
    queryFn: ({ signal }) => get<Run>(`/runs/${id}`, undefined, signal),
    refetchInterval: (query) => (query.state.data && going(query.state.data) ? 1_500 : false),
  });
  return <Answered of={run}>{(found) => <RunSheet run={found} />}</Answered>;
}

function RunSheet({ run }: { run: Run }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const log = run.log ?? [];
  return (
    <div className="stack">
      <PageHead
        title={`${codeName('capability', run.capability, language)}${run.assetName ? ` · ${run.assetName}` : ''}`}
        note={<StateTag kind="run" code={run.state} />}
        actions={<CancelRun run={run} />}
      />
      <Sheet title={t.run}>
        <Facts
          items={[
            [t.why, codeName('runKind', run.kind, language)],
            [t.started, timeToSecond(run.startedAt)],
            [t.ended, timeToSecond(run.finishedAt)],
            [t.begun, run.begun ?? '—'],
            [c.contract, run.contractId ? <Link key="contract" to={`/contracts/${run.contractId}?clause=${encodeURIComponent(run.serviceId ?? '')}`}>{t.obligationOf}</Link> : '—'],
          ]}
        />
        <div style={{ marginTop: 16 }}>
          <RunProgress run={run} />
        </div>
      </Sheet>
      <Sheet title={t.log}>
        {log.length === 0 ? (
          <p className="soft">{t.noLog}</p>
        ) : (
          <ol className="log" aria-live="polite">
            {log.map((line, index) => (
              <li key={index} className="mono">
                {typeof line === 'string' ? line : `${timeToSecond(line.at)}  ${line.message}`}
              </li>
            ))}
          </ol>
        )}
      </Sheet>
    </div>
  );
}
