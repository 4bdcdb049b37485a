import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { get, post } from '@/shared/api/http';
import { bytes, time, timeToSecond } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ListTable } from '@/shared/ui/ListTable';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { StateTag } from '@/shared/ui/StateTag';
import type { BackupState, PlatformBackup } from './types';
import { text } from './words';

export default function BackupsPage() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const tell = useTell();
  const begin = async () => {
    await post('/backups');
    tell.done(t.begun);
    await queries.invalidateQueries();
  };
  const now = <ConfirmAct label={t.now} title={t.nowTitle} warning={t.nowWarning} act={begin} danger={false} button={{ type: 'primary' }} />;
  return (
    <div className="stack">
      <PageHead title={t.title} note={t.note} actions={now} />
      <Standing />
      <ListTable<PlatformBackup>
        path="/backups"
        label={t.title}
        rowKey={(one) => one.id}
        empty={{ title: t.none, hint: t.noneHint }}
        refetchEvery={5_000}
        exportable={false}
        filters={[{ name: 'state', label: c.state, options: codeChoices('backupState', language) }]}
        columns={[
          { key: 'at', title: t.at, sort: 'startedAt', render: (one) => (
            <span className="cell-two figures">
              <span className="nowrap">{timeToSecond(one.startedAt)}</span>
              <span className="soft">{codeName('backupWay', one.way, language)} · {one.startedBy}</span>
            </span>
          ) },
          { key: 'state', title: c.state, render: (one) => <BackupOutcome backup={one} /> },
          { key: 'holds', title: t.holds, render: (one) => (one.rows === null ? '—' : <span className="figures">{t.rowsAndFiles(one.rows, one.files ?? 0)}</span>) },
          { key: 'size', title: t.size, sort: 'sizeBytes', render: (one) => <span className="figures nowrap">{bytes(one.sizeBytes)}</span> },
          { key: 'file', title: t.file, render: (one) => <span className="mono cell-clip" title={one.file}>{one.file}</span> },
          { key: 'acts', title: c.actions, render: (one) => <Drill backup={one} /> },
        ]}
      />
    </div>
  );
}

function Standing() {
  const t = useWords(text);
  const state = useQuery({
    queryKey: ['backup-state'],
    queryFn: ({ signal }) => get<BackupState>('/backups/state', undefined, signal),
    refetchInterval: 10_000,
  });
  return (
    <Answered of={state} lines={2}>
      {({ last, alarm, dueAt, keep }) => {
        const said = { never: t.never, old: t.old(last ? time(last.startedAt) : '—'), damaged: t.damaged, unscheduled: t.unscheduled };
        return (
          <>
            <Alert type={alarm === null ? 'success' : alarm === 'unscheduled' ? 'warning' : 'error'} showIcon role={alarm ? 'alert' : 'status'} title={alarm ? said[alarm] : t.good} />
            <Sheet>
              <Facts
                items={[
                  [t.last, last ? timeToSecond(last.startedAt) : '—'],
                  [t.due, dueAt ? time(dueAt) : '—'],
                  [t.keep, String(keep)],
                ]}
              />
            </Sheet>
          </>
        );
      }}
    </Answered>
  );
}

function BackupOutcome({ backup }: { backup: PlatformBackup }) {
  const t = useWords(text);
  return (
    <span className="cell-two">
      <span>
        <StateTag kind="backupState" code={backup.state} />
      </span>
      {backup.problem && <span className="soft">{backup.problem}</span>}
      {(backup.damaged ?? 0) > 0 && <span className="count-missed">{t.damagedEvidence(backup.damaged ?? 0)}</span>}
      {backup.removedAt && <span className="soft">{t.removed}</span>}
      {backup.checkedAt && (
        <span className={backup.checkProblem ? 'count-missed' : 'soft'}>
          {backup.checkProblem ? `${t.badCheck}：${backup.checkProblem}` : `${t.checkedAt} ${time(backup.checkedAt)}`}
        </span>
      )}
    </span>
  );
}

function Drill({ backup }: { backup: PlatformBackup }) {
  const t = useWords(text);
  const tell = useTell();
  const queries = useQueryClient();
  if (backup.state !== 'done' || backup.removedAt) return null;
  const check = async () => {
    const found = await post<PlatformBackup>(`/backups/${backup.id}/check`);
    await queries.invalidateQueries();
    if (found.checkProblem) throw new Error(`${t.badCheck}：${found.checkProblem}`);
    tell.done(t.checked);
  };
  return <ConfirmAct label={t.check} title={t.checkTitle} warning={t.checkWarning} act={check} danger={false} button={{ size: 'small' }} />;
}
