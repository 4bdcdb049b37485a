import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { post } from '@/shared/api/http';
import type { Ticket } from '@/shared/api/types';
import { useWords } from '@/shared/i18n';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { useTell } from '@/shared/ui/ProblemPanel';
import { possible, type TicketStep } from './steps';
import { text } from './words';

/** What can be done with a ticket as it stands; a note may go with each. */
export function TicketActs({ ticket }: { ticket: Ticket }) {
  const t = useWords(text);
  const id = useId();
  const operates = useMay('operate');
  const tell = useTell();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState<string | null>(null);
  const signs = useMay('sign');
  const steps = possible(ticket).filter((step) => operates || (signs && (step === 'close' || step === 'reopen')));

  const record = async (type: string, reason?: string) => {
    const said = note.trim();
    await post(`/tickets/${ticket.id}/events`, { type, ...(reason ? { reason } : {}), ...(said ? { text: said } : {}) });
    setNote('');
    tell.done(t.recorded);
    await queries.invalidateQueries();
  };
  const act = async (type: string) => {
    if (type === 'comment' && note.trim() === '') {
      tell.problem(new Error(t.commentMissing));
      return;
    }
    setBusy(type);
    try {
      await record(type);
    } catch (thrown) {
      tell.problem(thrown);
    } finally {
      setBusy(null);
    }
  };
  return (
    <div className="stack-small">
      <div className="field">
        <label htmlFor={`${id}-note`}>{t.note2}</label>
        <Input.TextArea id={`${id}-note`} name="note" rows={3} value={note} placeholder={t.noteHint} onChange={(event) => setNote(event.target.value)} />
      </div>
      <div className="row">
        {steps.map((step: TicketStep, index) =>
          step === 'pause' ? (
            <ConfirmAct key={step} label={t.pause} title={t.pauseTitle} warning={t.pauseWarning} asksReason danger={false} act={(reason) => record('pause', reason)} />
          ) : step === 'close' ? (
            <ConfirmAct key={step} label={t.close} title={t.closeTitle} warning={t.closeWarning} danger={false} act={() => record('close')} />
          ) : (
            <Button key={step} type={index === 0 ? 'primary' : 'default'} loading={busy === step} onClick={() => void act(step)}>
              {t[step]}
            </Button>
          ),
        )}
        <Button loading={busy === 'comment'} onClick={() => void act('comment')}>
          {t.comment}
        </Button>
      </div>
    </div>
  );
}
