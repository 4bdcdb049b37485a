import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { post } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { useMay } from '@/shared/session';
import { FilePick } from '@/shared/ui/FilePick';
import { useTell } from '@/shared/ui/ProblemPanel';
import type { Asked, SelfCheck, Verdict } from './types';
import { text } from './words';

const VERDICTS: Verdict[] = ['conform', 'partly', 'not', 'not-applicable'];

/** One control: the question, the verdict, what shows it, and the ticket to mend it. */
export function ControlRow({ check, asked, open }: { check: SelfCheck; asked: Asked; open: boolean }) {
  const t = useWords(text);
  const operates = useMay('operate');
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const { control, answer } = asked;
  const [note, setNote] = useState(answer?.note ?? '');
  const gap = answer?.verdict === 'partly' || answer?.verdict === 'not';
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
      await queries.invalidateQueries({ queryKey: ['self-check', check.id] });
    } catch (thrown) {
      tell.problem(thrown);
    }
  };
  const give = (verdict: Verdict, file: File | null) =>
    attempt(() => {
      const form = new FormData();
      form.set('clause', control.clause);
      form.set('verdict', verdict);
      form.set('note', note);
      if (file) form.set('file', file);
      return post(`/consulting/self-checks/${check.id}/answers`, form);
    });
  return (
    <section className="stack-small" style={{ padding: '12px 0', borderTop: '1px solid var(--line)' }} aria-labelledby={`${id}-name`}>
      <div>
        <strong id={`${id}-name`}>{control.name}</strong> <span className="mono soft">{control.clause}</span>
        <div>{control.asks}</div>
      </div>
      {open ? (
        <>
          <Radio.Group aria-label={t.answerLabel} options={VERDICTS.map((value) => ({ value, label: t.verdict(value) }))} value={answer?.verdict ?? null} onChange={(event) => void give(event.target.value as Verdict, null)} />
          <Input aria-label={t.answerNote} placeholder={t.answerNote} value={note} onChange={(event) => setNote(event.target.value)} onBlur={() => answer && note !== (answer.note ?? '') && void give(answer.verdict, null)} />
        </>
      ) : (
        <span>
          {answer ? t.verdict(answer.verdict) : '—'} <span className="soft">{answer?.note}</span>
        </span>
      )}
      <span className="row">
        {answer?.evidenceSeq != null && <Link to={`/evidence/${check.contractId}/${answer.evidenceSeq}`}>{t.evidence}</Link>}
        {open && answer && <FilePick label={t.attach} button={t.attach} file={null} onPick={(file) => file && void give(answer.verdict, file)} />}
        {answer?.ticketId && <Link to={`/tickets/${answer.ticketId}`}>{t.toTicket}</Link>}
        {operates && gap && !answer?.ticketId && (
          <Button size="small" onClick={() => void attempt(() => post(`/consulting/self-checks/${check.id}/tickets/${control.clause}`, {}))}>
            {t.ticket}
          </Button>
        )}
      </span>
    </section>
  );
}
