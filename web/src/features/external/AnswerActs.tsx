import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '@/shared/i18n';
import { useMay } from '@/shared/session';
import { TextField } from '@/shared/ui/Field';
import { FilePick } from '@/shared/ui/FilePick';
import { FormSheet } from '@/shared/ui/FormSheet';
import { Told } from './ProblemLine';
import type { Notice } from './types';
import { text } from './words';

/** The answer to the authority: written, sent, acknowledged. */
export function AnswerActs({ notice, record }: { notice: Notice; record: (act: string, body: unknown) => Promise<void> }) {
  const t = useWords(text);
  const operates = useMay('operate');
  const signs = useMay('sign');
  const [opened, setOpened] = useState<'answer' | 'send' | 'receipt' | null>(null);
  const close = () => setOpened(null);
  return (
    <div className="stack-small">
      {notice.answer ? <p className="pre">{notice.answer}</p> : <p className="soft">{notice.state === 'received' ? t.problemsOpen : t.answerHint}</p>}
      <div className="row">
        {operates && notice.state === 'settled' && (
          <Button type={notice.answer ? 'default' : 'primary'} onClick={() => setOpened('answer')}>
            {notice.answer ? t.answerAgain : t.answerWrite}
          </Button>
        )}
        {(operates || signs) && notice.state === 'settled' && notice.answer && (
          <Button type="primary" onClick={() => setOpened('send')}>
            {t.send}
          </Button>
        )}
        {(operates || signs) && notice.state === 'answered' && (
          <Button type="primary" onClick={() => setOpened('receipt')}>
            {t.receipt}
          </Button>
        )}
      </div>
      {opened === 'answer' && <Told title={t.answerWrite} label={t.answer} initial={notice.answer ?? ''} rows={8} act={(said) => record('answer', { text: said })} onClose={close} />}
      {opened === 'send' && <Told title={t.send} label={t.sendHint} rows={2} act={(said) => record('send', { text: said })} onClose={close} />}
      {opened === 'receipt' && <Receipt act={(form) => record('receipt', form)} onClose={close} />}
    </div>
  );
}

function Receipt({ act, onClose }: { act: (form: FormData) => Promise<void>; onClose: () => void }) {
  const t = useWords(text);
  const [said, setSaid] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const keep = async () => {
    const form = new FormData();
    form.set('text', said.trim());
    if (file) form.set('file', file);
    await act(form);
  };
  return (
    <FormSheet title={t.receipt} ok={t.receipt} ready={said.trim() !== ''} save={keep} onClose={onClose}>
      <TextField rows={2} label={t.receiptText} name="said" value={said} onChange={setSaid} />
      <div className="wide">
        <FilePick label={t.receiptFile} button={t.pickFile} file={file} onPick={setFile} />
      </div>
    </FormSheet>
  );
}
