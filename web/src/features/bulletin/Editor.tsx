import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { TextField } from '@/shared/ui/Field';
import { Sheet } from '@/shared/ui/Page';
import { ProblemPanel } from '@/shared/ui/ProblemPanel';
import { AdvisoryForm } from './AdvisoryForm';
import { toAdvisory, type Draft } from './draft';
import type { Advisory } from './types';
import { text } from './words';

interface Props {
  initial: Draft;
  /** Where giving up leads. */
  back: string;
  asksWhy?: boolean;
  save: (advisory: Advisory, why: string) => Promise<void>;
}

/** Writes what a bulletin says. */
export function Editor({ initial, back, asksWhy, save }: Props) {
  const t = useWords(text);
  const c = useWords(common);
  const [draft, setDraft] = useState(initial);
  const [why, setWhy] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const go = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await save(toAdvisory(draft), why.trim());
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  const ready = draft.title.trim() !== '' && (!asksWhy || why.trim() !== '');
  return (
    <Sheet>
      <div className="stack">
        <AdvisoryForm draft={draft} onChange={setDraft} />
        {asksWhy && (
          <div className="form-grid">
            <TextField wide label={t.why} name="why" value={why} onChange={setWhy} />
          </div>
        )}
        {problem !== null && <ProblemPanel problem={problem} />}
        <div className="row">
          <Button type="primary" loading={busy} disabled={!ready} onClick={() => void go()}>
            {c.save}
          </Button>
          <Link to={back}>
            <Button tabIndex={-1}>{c.cancel}</Button>
          </Link>
        </div>
      </div>
    </Sheet>
  );
}
