import { useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { post } from '@/shared/api/http';
import { useContractChoices } from '@/shared/contract/queries';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { Labelled, TextField } from '@/shared/ui/Field';
import { FormSheet } from '@/shared/ui/FormSheet';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { NewRequest } from './NewRequest';
import type { Consultation } from './types';
import { text } from './words';

export default function ConsultationsPage() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const operates = useMay('operate');
  const [noting, setNoting] = useState(false);
  const [answering, setAnswering] = useState<Consultation | null>(null);
  const [formal, setFormal] = useState<Consultation | null>(null);
  const add = (
    <Button type="primary" onClick={() => setNoting(true)}>
      {t.addConsult}
    </Button>
  );
  return (
    <>
      <PageHead title={t.consultTitle} note={t.consultNote} actions={add} />
      {noting && <Note onClose={() => setNoting(false)} />}
      {answering && <Answer consultation={answering} onClose={() => setAnswering(null)} />}
      {formal && <NewRequest of={formal} onClose={() => setFormal(null)} />}
      <ListTable<Consultation>
        path="/consultations"
        label={t.consultTitle}
        rowKey={(one) => one.id}
        empty={{ title: t.consultNone, hint: t.consultNoneHint, action: add }}
        filters={[
          {
            name: 'open',
            label: c.state,
            options: [
              { value: 'true', label: t.open },
              { value: 'false', label: t.answered },
            ],
          },
        ]}
        columns={[
          {
            key: 'question',
            title: t.question,
            render: (one) => (
              <span className="cell-two">
                <span className="pre">{one.question}</span>
                {one.answer && <span className="soft pre">{one.answer}</span>}
              </span>
            ),
          },
          { key: 'who', title: t.who, render: (one) => `${one.who} · ${codeName('channel', one.channel, language)}` },
          { key: 'at', title: c.time, sort: 'askedAt', render: (one) => <span className="figures nowrap">{time(one.askedAt)}</span> },
          {
            key: 'acts',
            title: c.actions,
            render: (one) =>
              one.ticketId ? (
                <Link to={`/requests/${one.ticketId}`}>{t.formalDone}</Link>
              ) : one.answeredAt ? (
                <span className="soft">{t.answered}</span>
              ) : (
                <span className="row">
                  {operates && (
                    <Button size="small" onClick={() => setAnswering(one)}>
                      {t.answerNow}
                    </Button>
                  )}
                  <Button size="small" onClick={() => setFormal(one)}>
                    {t.formal}
                  </Button>
                </span>
              ),
          },
        ]}
      />
    </>
  );
}

function Note({ onClose }: { onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const tell = useTell();
  const queries = useQueryClient();
  const contracts = useContractChoices().filter((one) => one.contract.state === 'in-force');
  const [contract, setContract] = useState<string | null>(null);
  const [channel, setChannel] = useState('wechat');
  const [who, setWho] = useState('');
  const [question, setQuestion] = useState('');
  const contractId = contract ?? contracts[0]?.value ?? null;
  const save = async () => {
    await post('/consultations', { contractId, channel, who: who.trim(), question: question.trim() });
    tell.done(c.saved);
    await queries.invalidateQueries();
  };
  return (
    <FormSheet title={t.addConsult} ok={c.save} ready={contractId !== null && who.trim() !== '' && question.trim() !== ''} save={save} onClose={onClose}>
      <Labelled wide label={c.contract}>
        {(id) => <Select id={id} value={contractId} options={contracts} onChange={setContract} style={{ width: '100%' }} />}
      </Labelled>
      <Labelled label={t.channel}>
        {(id) => <Select id={id} value={channel} options={codeChoices('channel', language, ['wechat', 'qq', 'phone', 'other'])} onChange={setChannel} style={{ width: '100%' }} />}
      </Labelled>
      <TextField label={t.who} name="who" value={who} onChange={setWho} />
      <TextField rows={4} label={t.question} name="question" value={question} onChange={setQuestion} />
    </FormSheet>
  );
}

function Answer({ consultation, onClose }: { consultation: Consultation; onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const tell = useTell();
  const queries = useQueryClient();
  const [answer, setAnswer] = useState('');
  const save = async () => {
    await post(`/consultations/${consultation.id}/answer`, { text: answer.trim() });
    tell.done(c.saved);
    await queries.invalidateQueries();
  };
  return (
    <FormSheet title={t.answerNow} ok={t.answerNow} ready={answer.trim() !== ''} save={save} onClose={onClose}>
      <p className="wide pre">{consultation.question}</p>
      <TextField rows={4} label={t.answer} name="answer" value={answer} onChange={setAnswer} />
    </FormSheet>
  );
}
