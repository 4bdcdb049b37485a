import { Button } from 'antd';
import { useState } from 'react';
import { post } from '@/shared/api/http';
import { timeToSecond } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { FilePick } from '@/shared/ui/FilePick';
import { Facts, Sheet } from '@/shared/ui/Page';
import { ProblemPanel } from '@/shared/ui/ProblemPanel';
import { exportText } from './exportWords';
import type { Traced } from './types';

/** Tells which export a file comes from. */
export function TraceTab() {
  const t = useWords(exportText);
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [traced, setTraced] = useState<Traced | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const pick = (picked: File | null) => {
    setFile(picked);
    setTraced(null);
  };
  const go = async () => {
    if (!file) return;
    setBusy(true);
    setProblem(null);
    setTraced(null);
    const form = new FormData();
    form.append('file', file);
    try {
      setTraced(await post<Traced>('/exports/trace', form));
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet title={t.trace}>
      <div className="stack-small">
        <p className="soft">{t.traceNote}</p>
        <FilePick label={t.tracePick} button={t.choose} file={file} onPick={pick} large />
        <div>
          <Button type="primary" disabled={!file} loading={busy} onClick={() => void go()}>
            {t.traceGo}
          </Button>
        </div>
        <div aria-live="polite">{traced && <Outcome traced={traced} />}</div>
        {problem !== null && <ProblemPanel problem={problem} />}
      </div>
    </Sheet>
  );
}

function Outcome({ traced }: { traced: Traced }) {
  const t = useWords(exportText);
  const { language } = useLanguage();
  const hints: Record<string, string> = { written: t.typed, unknown: t.unknownHint, elsewhere: t.elsewhereHint };
  return (
    <div className="stack-small">
      <h3>{codeName('traceOutcome', traced.outcome, language)}</h3>
      {hints[traced.outcome] && <p>{hints[traced.outcome]}</p>}
      {traced.matches.map((match) => (
        <Facts
          key={`${match.export.number}/${match.export.clientId}/${match.way}`}
          items={[
            [t.number, match.export.number],
            [t.who, `${match.export.personName} ${match.export.address ?? ''}`],
            [t.client, match.export.clientName],
            [t.what, `${match.export.name} · ${timeToSecond(match.export.at)}`],
            [t.outcome, [codeName('traceOutcome', match.way, language), t.places(match.places), match.chance === null ? '' : t.chance(match.chance)].filter(Boolean).join('；')],
          ]}
        />
      ))}
    </div>
  );
}
