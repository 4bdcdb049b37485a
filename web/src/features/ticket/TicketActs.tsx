import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { post } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { useMay, useMayAll, usePerson } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { useTell } from '@/shared/ui/ProblemPanel';
import { possible, type TicketStep } from './steps';
import type { TicketDetail } from './types';
import { text } from './words';

/** What can be done with a ticket as it stands; a note may go with each. */
export function TicketActs({ ticket }: { ticket: TicketDetail }) {
  const t = useWords(text);
  const id = useId();
  const may = useMayAll();
  const operates = may('operate');
  const signs = may('sign');
  const tell = useTell();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState<string | null>(null);
  const steps = possible(ticket).filter((step) => operates || (signs && (step === 'close' || step === 'reopen')));

  const record = async (type: string, said: string, reason?: string) => {
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
      await record(type, note.trim());
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
            <Pause key={step} ticket={ticket} act={(reason, said) => record('pause', said, reason)} />
          ) : step === 'close' ? (
            <ConfirmAct key={step} label={t.close} title={t.closeTitle} warning={t.closeWarning} danger={false} act={() => record('close', note.trim())} />
          ) : (
            <Button key={step} type={index === 0 ? 'primary' : 'default'} loading={busy === step} onClick={() => void act(step)}>
              {t[step]}
            </Button>
          ),
        )}
        <Button loading={busy === 'comment'} onClick={() => void act('comment')}>
          {t.comment}
        </Button>
        <Telling ticket={ticket} act={record} />
      </div>
    </div>
  );
}

/** Telling the client, and what the client says of a pause. */
function Telling({ ticket, act }: { ticket: TicketDetail; act: (type: string, said: string) => Promise<void> }) {
  const t = useWords(text);
  const operates = useMay('operate');
  const client = usePerson().role.startsWith('client-');
  const running = ticket.clocks.some((clock) => clock.kind === 'resolve' && clock.state === 'running');
  const paused = ticket.history.some((one) => one.type === 'pause');
  return (
    <>
      {operates && ticket.state !== 'closed' && <ConfirmAct label={t.tellClient} title={t.tellTitle} warning={t.tellWarning} asksReason danger={false} act={(said) => act('tell-client', said)} />}
      {operates && ticket.forewarn && running && <ConfirmAct label={t.forewarn} title={t.forewarnTitle} warning={t.forewarnWarning} asksReason danger={false} act={(said) => act('forewarn', said)} />}
      {client && paused && <ConfirmAct label={t.dispute} title={t.disputeTitle} warning={t.disputeWarning} asksReason danger={false} act={(said) => act('dispute', said)} />}
    </>
  );
}

/** A pause for one of the reasons that the contract allows. */
function Pause({ ticket, act }: { ticket: TicketDetail; act: (reason: string, said: string) => Promise<void> }) {
  const t = useWords(text);
  const id = useId();
  const [reason, setReason] = useState(ticket.pauses[0]?.reason ?? '');
  const clause = ticket.pauses.find((one) => one.reason === reason);
  const warning = (
    <div className="stack-small">
      <span>{t.pauseWarning}</span>
      <label htmlFor={`${id}-reason`}>{t.pauseReason}</label>
      <Select id={`${id}-reason`} value={reason} onChange={setReason} options={ticket.pauses.map((one) => ({ value: one.reason, label: one.reason }))} style={{ width: '100%' }} />
      {clause?.clause && clause.line !== null && <span className="soft">{t.pauseClause(clause.line, clause.clause)}</span>}
    </div>
  );
  return <ConfirmAct label={t.pause} title={t.pauseTitle} warning={warning} asksReason incomplete={reason === ''} danger={false} act={(said) => act(reason, said)} />;
}
