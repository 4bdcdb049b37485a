import { useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { post } from '@/shared/api/http';
import { asProblem, Problem } from '@/shared/api/problem';
import type { Obligation } from '@/shared/api/types';
import { window as period } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { FilePick } from '@/shared/ui/FilePick';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import { text } from './words';

/** Hands in the file that proves a piece of work. */
export function SubmitResult({ obligation, onClose }: { obligation: Obligation; onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const tell = useTell();
  const queries = useQueryClient();
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const submit = async () => {
    if (!file) {
      setProblem(new Problem({ status: 0, code: 'file', title: t.fileMissing }));
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      const form = new FormData();
      form.set('file', file);
      form.set('note', note.trim());
      await post(`/obligations/${obligation.id}/submission`, form);
      tell.done(t.submitted);
      await queries.invalidateQueries();
      onClose();
    } catch (thrown) {
      setProblem(asProblem(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open title={t.submitTitle} okText={t.submit} cancelText={c.cancel} okButtonProps={{ loading: busy }} onOk={() => void submit()} onCancel={onClose}>
      <div className="stack-small">
        <p>
          <strong>{obligation.title}</strong> <span className="soft figures">{period(obligation.windowFrom, obligation.windowTo)}</span>
        </p>
        <p className="soft">{t.submitHint}</p>
        <FilePick label={t.file} button={t.chooseFile} file={file} onPick={setFile} />
        <div>
          <label htmlFor={`${id}-note`}>{t.note}</label>
          <Input.TextArea id={`${id}-note`} rows={3} value={note} placeholder={t.notePlaceholder} onChange={(event) => setNote(event.target.value)} />
        </div>
        {problem && <ProblemPanel problem={problem} />}
      </div>
    </Modal>
  );
}
