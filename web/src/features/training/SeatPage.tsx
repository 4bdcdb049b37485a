import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Radio, Rate } from 'antd';
import { useId, useState } from 'react';
import { useParams } from 'react-router';
import { get, post } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { Answered } from '@/shared/ui/Page';
import { ProblemPanel } from '@/shared/ui/ProblemPanel';
import { OpenPage } from './OpenPage';
import type { AskedQuestion, QuizResult, SeatView } from './types';
import { text } from './words';

/** A participant's own page: quiz and evaluation. */
export default function SeatPage() {
  const { token = '' } = useParams();
  const t = useWords(text);
  const seat = useQuery({ queryKey: ['seat', token], queryFn: ({ signal }) => get<SeatView>(`/training/seat/${token}`, undefined, signal), retry: false });
  return (
    <Answered of={seat}>
      {(one) => (
        <OpenPage title={one.session.course} note={t.keepPage}>
          <div className="stack">
            <p role="status">
              <strong>{t.welcome(one.name)}</strong>
            </p>
            {one.quiz && <QuizForm token={token} passed={one.passed} />}
            {one.evaluated ? <p>{t.evaluated}</p> : <Evaluation token={token} />}
          </div>
        </OpenPage>
      )}
    </Answered>
  );
}

function QuizForm({ token, passed }: { token: string; passed: boolean }) {
  const t = useWords(text);
  const queries = useQueryClient();
  const [questions, setQuestions] = useState<AskedQuestion[] | null>(null);
  const [chosen, setChosen] = useState<Record<string, number[]>>({});
  const [result, setResult] = useState<QuizResult | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const attempt = (work: () => Promise<void>) => async () => {
    setProblem(null);
    try {
      await work();
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  const begin = attempt(async () => {
    setChosen({});
    setResult(null);
    setQuestions(await post<AskedQuestion[]>(`/training/seat/${token}/quiz`, {}));
  });
  const submit = attempt(async () => {
    setResult(await post<QuizResult>(`/training/seat/${token}/answers`, { answers: chosen }));
    setQuestions(null);
    await queries.invalidateQueries({ queryKey: ['seat', token] });
  });
  const open = (questions ?? []).filter((one) => !chosen[one.id]?.length).length;
  return (
    <section className="stack-small" aria-label={t.mark}>
      {result && (
        <p role="status">
          <strong>{t.result(result.mark)}</strong> {result.passed ? t.passedLong : t.failedLong(result.left)}
        </p>
      )}
      {passed && !result && <p>{t.passedLong}</p>}
      {!passed && !questions && !(result && result.left <= 0) && (
        <Button type="primary" onClick={() => void begin()}>
          {t.startQuiz}
        </Button>
      )}
      {questions?.map((one, n) => (
        <fieldset key={one.id} style={{ border: 0, padding: 0, margin: 0 }}>
          <legend>
            {n + 1}. <span className="soft">[{t.kind(one.kind)}]</span> {one.asks}
          </legend>
          <Options question={one} chosen={chosen[one.id] ?? []} onChoose={(picked) => setChosen({ ...chosen, [one.id]: picked })} />
        </fieldset>
      ))}
      {questions && (
        <span className="row">
          <Button type="primary" disabled={open > 0} onClick={() => void submit()}>
            {t.submit}
          </Button>
          {open > 0 && <span className="soft">{t.unanswered(open)}</span>}
        </span>
      )}
      {problem !== null && <ProblemPanel problem={problem} />}
    </section>
  );
}

function Options({ question, chosen, onChoose }: { question: AskedQuestion; chosen: number[]; onChoose: (chosen: number[]) => void }) {
  const options = question.options.map((label, value) => ({ label, value }));
  if (question.kind === 'multiple') return <Checkbox.Group options={options} value={chosen} onChange={(picked) => onChoose(picked)} />;
  return <Radio.Group options={options} value={chosen[0] ?? null} onChange={(event) => onChoose([Number(event.target.value)])} />;
}

function Evaluation({ token }: { token: string }) {
  const t = useWords(text);
  const id = useId();
  const queries = useQueryClient();
  const [content, setContent] = useState(0);
  const [trainer, setTrainer] = useState(0);
  const [remarks, setRemarks] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const send = async () => {
    setProblem(null);
    try {
      await post(`/training/seat/${token}/evaluation`, { content, trainer, remarks: remarks.trim() || null });
      await queries.invalidateQueries({ queryKey: ['seat', token] });
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <section className="stack-small" aria-label={t.evaluate}>
      <strong>{t.evaluate}</strong>
      <span className="row">
        {t.content} <Rate value={content} onChange={setContent} aria-label={t.content} />
      </span>
      <span className="row">
        {t.trainer} <Rate value={trainer} onChange={setTrainer} aria-label={t.trainer} />
      </span>
      <label htmlFor={`${id}-remarks`}>{t.remarks}</label>
      <Input.TextArea id={`${id}-remarks`} rows={3} value={remarks} onChange={(event) => setRemarks(event.target.value)} />
      <Button disabled={content === 0 || trainer === 0} onClick={() => void send()}>
        {t.send}
      </Button>
      {problem !== null && <ProblemPanel problem={problem} />}
    </section>
  );
}
