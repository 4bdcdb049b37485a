import { Link } from 'react-router';
import type { Run } from '@/shared/api/types';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { ListTable } from '@/shared/ui/ListTable';
import { StateTag } from '@/shared/ui/StateTag';
import { CancelRun, RunProgress } from './RunProgress';
import { text } from './words';

export function RunsTab() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  return (
    <ListTable<Run>
      path="/runs"
      label={t.runs}
      rowKey={(run) => run.id}
      refetchEvery={5_000}
      empty={{ title: t.noRuns, hint: t.noRunsHint, action: <Link to="/work?tab=obligations">{t.obligations}</Link> }}
      filters={[
        { name: 'state', label: c.state, options: codeChoices('run', language) },
        { name: 'capability', label: c.capability, options: codeChoices('capability', language) },
      ]}
      columns={[
        {
          key: 'capability',
          title: c.capability,
          render: (run) => (
            <span className="cell-two">
              <Link to={`/work/runs/${run.id}`}>{codeName('capability', run.capability, language)}</Link>
              <span className="soft">{run.assetName}</span>
            </span>
          ),
        },
        { key: 'kind', title: t.why, render: (run) => codeName('runKind', run.kind, language) },
        { key: 'state', title: c.state, sort: 'state', render: (run) => <StateTag kind="run" code={run.state} /> },
        { key: 'progress', title: t.progress, width: 220, render: (run) => <RunProgress run={run} /> },
        { key: 'started', title: t.started, render: (run) => <span className="figures nowrap">{time(run.startedAt)}</span> },
        { key: 'ended', title: t.ended, sort: 'finishedAt', render: (run) => <span className="figures nowrap">{time(run.finishedAt)}</span> },
        { key: 'actions', title: c.actions, render: (run) => <CancelRun run={run} /> },
      ]}
    />
  );
}
