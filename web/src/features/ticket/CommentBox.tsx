import { PaperClipOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { post } from '@/shared/api/http';
import { bytes } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { useMay } from '@/shared/session';
import { useTell } from '@/shared/ui/ProblemPanel';
import { text } from './words';

/** Words and files for a ticket; a note of the provider's people among themselves has no files. */
export function CommentBox({ ticket }: { ticket: string }) {
  const t = useWords(text);
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const operates = useMay('operate');
  const picker = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const [internal, setInternal] = useState(false);
  const [files, setFiles] = useState<File[]>([]);
  const [busy, setBusy] = useState(false);

  const send = async () => {
    if (said.trim() === '') {
      tell.problem(new Error(t.commentMissing));
      return;
    }
    const form = new FormData();
    form.set('text', said.trim());
    form.set('internal', String(internal));
    if (!internal) files.forEach((file) => form.append('file', file));
    setBusy(true);
    try {
      await post(`/tickets/${ticket}/comments`, form);
      setSaid('');
      setFiles([]);
      tell.done(t.recorded);
      await queries.invalidateQueries();
    } catch (thrown) {
      tell.problem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack-small">
      <label htmlFor={`${id}-said`}>{t.commentLabel}</label>
      <Input.TextArea id={`${id}-said`} name="comment" rows={3} maxLength={20000} value={said} onChange={(event) => setSaid(event.target.value)} />
      {operates && (
        <Checkbox checked={internal} onChange={(event) => setInternal(event.target.checked)}>
          {t.internal}
        </Checkbox>
      )}
      {!internal && (
        <div className="stack-small">
          <label htmlFor={`${id}-files`} className="hidden-label">
            {t.files}
          </label>
          <input ref={picker} id={`${id}-files`} type="file" multiple className="hidden-label" onChange={(event) => setFiles([...files, ...Array.from(event.target.files ?? [])].slice(0, 10))} />
          <span className="row">
            <Button icon={<PaperClipOutlined aria-hidden />} onClick={() => picker.current?.click()}>
              {t.pickFiles}
            </Button>
            <span className="soft">{t.filesHint}</span>
          </span>
          {files.map((file, index) => (
            <span key={index} className="row">
              {file.name} <span className="soft">{bytes(file.size)}</span>
              <Button type="link" size="small" onClick={() => setFiles(files.filter((_, n) => n !== index))}>
                {t.removeFilter}
              </Button>
            </span>
          ))}
        </div>
      )}
      <div>
        <Button type="primary" ghost loading={busy} onClick={() => void send()}>
          {t.send}
        </Button>
      </div>
    </div>
  );
}
