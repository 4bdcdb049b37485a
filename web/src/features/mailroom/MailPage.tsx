import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { get, post } from '@/shared/api/http';
import type { Page, Ticket } from '@/shared/api/types';
import { time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ListTable } from '@/shared/ui/ListTable';
import { Answered, PageHead } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import type { OpenedMail, Outcome, ReceivedMail } from './types';
import { text } from './words';

const outcomes: Outcome[] = ['quarantined', 'automatic', 'comment', 'opened', 'dismissed'];

/** The mails that came in, and those that wait for a person. */
export default function MailPage() {
  const t = useWords(text);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <PageHead title={t.title} note={t.note} />
      {open && <MailDialog id={open} onClose={() => setOpen(null)} />}
      <ListTable<ReceivedMail>
        path="/tickets/mail"
        label={t.title}
        rowKey={(mail) => mail.id}
        refetchEvery={30_000}
        exportable={false}
        empty={{ title: t.none, hint: t.noneHint }}
        filters={[
          {
            name: 'outcome',
            label: t.outcome,
            options: [{ value: 'quarantined,automatic', label: t.waiting }, ...outcomes.map((value) => ({ value, label: t.outcomeName(value) }))],
          },
        ]}
        columns={[
          { key: 'received', title: t.received, sort: 'receivedAt', render: (mail) => <span className="figures nowrap">{time(mail.receivedAt)}</span> },
          {
            key: 'sender',
            title: t.sender,
            render: (mail) => (
              <span className="cell-two">
                <span>{mail.senderName || mail.sender}</span>
                <span className="soft mono">{mail.sender}</span>
              </span>
            ),
          },
          { key: 'subject', title: t.subject, render: (mail) => mail.subject || t.noSubject },
          {
            key: 'outcome',
            title: t.outcome,
            render: (mail) => (
              <span className="cell-two">
                <span>{t.outcomeName(mail.outcome)}</span>
                {(mail.remark ?? mail.why) && <span className="soft">{mail.remark ?? mail.why}</span>}
              </span>
            ),
          },
          {
            key: 'act',
            title: t.ticket,
            render: (mail) =>
              mail.ticketId ? (
                <Link to={`/tickets/${mail.ticketId}`}>{t.ticket}</Link>
              ) : (
                <Button size="small" onClick={() => setOpen(mail.id)}>
                  {t.look}
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}

function MailDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const mail = useQuery({ queryKey: ['mail', id], queryFn: ({ signal }) => get<OpenedMail>(`/tickets/mail/${id}`, undefined, signal) });
  return (
    <Modal open title={mail.data?.mail.subject || t.noSubject} onCancel={onClose} footer={<Button onClick={onClose}>{c.close}</Button>} width={720}>
      <Answered of={mail}>{(found) => <MailSheet found={found} onDone={onClose} />}</Answered>
    </Modal>
  );
}

function MailSheet({ found, onDone }: { found: OpenedMail; onDone: () => void }) {
  const t = useWords(text);
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const [number, setNumber] = useState('');
  const [busy, setBusy] = useState(false);
  const { mail } = found;
  const waits = mail.outcome === 'quarantined' || mail.outcome === 'automatic';
  const file = async () => {
    setBusy(true);
    try {
      const tickets = await get<Page<Ticket>>('/tickets', { q: number.trim(), size: 50 });
      const ticket = tickets.items.find((one) => one.number === number.trim().toUpperCase());
      if (!ticket) throw new Error(t.noSuch);
      await post(`/tickets/mail/${mail.id}/into`, { ticketId: ticket.id });
      tell.done(t.intoDone);
      await queries.invalidateQueries();
      onDone();
    } catch (thrown) {
      tell.problem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const dismiss = async (reason: string) => {
    await post(`/tickets/mail/${mail.id}/dismiss`, { reason });
    await queries.invalidateQueries();
    onDone();
  };
  return (
    <div className="stack-small">
      <p className="soft">
        {mail.senderName} <span className="mono">{mail.sender}</span> {time(mail.receivedAt)}
      </p>
      {mail.why && <p>{mail.why}</p>}
      <p className="pre">{found.text}</p>
      {found.files.length > 0 && (
        <p className="soft">
          {t.files}：{found.files.join('、')}
        </p>
      )}
      {waits && (
        <div className="row">
          <label htmlFor={`${id}-number`}>{t.intoLabel}</label>
          <Input id={`${id}-number`} value={number} placeholder="GD20260101-001" onChange={(event) => setNumber(event.target.value)} style={{ maxWidth: 200 }} />
          <Button type="primary" loading={busy} disabled={number.trim() === ''} onClick={() => void file()}>
            {t.into}
          </Button>
          <ConfirmAct label={t.dismiss} title={t.dismissTitle} warning={t.dismissWarning} asksReason danger={false} act={dismiss} />
        </div>
      )}
    </div>
  );
}
