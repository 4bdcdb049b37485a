import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { post } from '@/shared/api/http';
import { useContractChoices } from '@/shared/contract/queries';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { DayField } from '@/shared/ui/DayField';
import { Labelled, TextField } from '@/shared/ui/Field';
import { FilePick } from '@/shared/ui/FilePick';
import { FormSheet } from '@/shared/ui/FormSheet';
import { useTell } from '@/shared/ui/ProblemPanel';
import './external.css';
import type { Notice, Proposed } from './types';
import { text } from './words';

const blank = { target: '', description: '' };

/** Registers a notice; its document, when given, is read and proposes every field. */
export function NewNotice({ onClose }: { onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const tell = useTell();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const contracts = useContractChoices().filter((one) => one.contract.state === 'in-force');
  const [contract, setContract] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [reading, setReading] = useState(false);
  const [issuer, setIssuer] = useState('');
  const [issuerKind, setKind] = useState('superior');
  const [documentNumber, setNumber] = useState('');
  const [title, setTitle] = useState('');
  const [answerDue, setDue] = useState('');
  const [problems, setProblems] = useState([blank]);
  const contractId = contract ?? contracts[0]?.value ?? null;
  const setProblem = (index: number, field: keyof typeof blank, value: string) => setProblems(problems.map((one, n) => (n === index ? { ...one, [field]: value } : one)));

  const read = async () => {
    if (!file || !contractId) return;
    setReading(true);
    try {
      const form = new FormData();
      form.set('contractId', contractId);
      form.set('file', file);
      const told = await post<Proposed>('/external/reading', form);
      setIssuer(told.issuer ?? issuer);
      setKind(told.issuerKind);
      setNumber(told.documentNumber ?? documentNumber);
      setTitle(told.title ?? title);
      setDue(told.answerDue ?? answerDue);
      if (told.problems.length > 0) setProblems(told.problems);
      tell.done(t.readDone);
    } catch (thrown) {
      tell.problem(thrown);
    } finally {
      setReading(false);
    }
  };
  const save = async () => {
    const notice = { contractId, issuer: issuer.trim(), issuerKind, documentNumber: documentNumber.trim(), title: title.trim(), answerDue, problems: problems.filter((one) => one.description.trim() !== '') };
    let taken: Notice;
    if (file) {
      const form = new FormData();
      form.set('notice', new Blob([JSON.stringify(notice)], { type: 'application/json' }));
      form.set('file', file);
      taken = await post<Notice>('/external/with-document', form);
    } else {
      taken = await post<Notice>('/external', notice);
    }
    tell.done(t.created);
    await queries.invalidateQueries();
    await navigate(`/external/${taken.ticketId}`);
  };
  const ready = contractId !== null && issuer.trim() !== '' && title.trim() !== '' && answerDue !== '' && problems.some((one) => one.description.trim() !== '');
  return (
    <FormSheet title={t.create} ok={t.create} width={860} ready={ready} save={save} onClose={onClose}>
      <Labelled wide label={c.contract}>
        {(id) => <Select id={id} value={contractId} options={contracts} onChange={setContract} style={{ width: '100%' }} />}
      </Labelled>
      <div className="wide row">
        <FilePick label={t.document} button={t.pickFile} file={file} onPick={setFile} hint={t.documentHint} accept=".docx,.pdf,.txt" />
        <Button disabled={!file || !contractId} loading={reading} onClick={() => void read()}>
          {t.read}
        </Button>
      </div>
      <TextField label={t.issuer} name="issuer" value={issuer} onChange={setIssuer} />
      <Labelled label={t.issuerKind}>
        {(id) => <Select id={id} value={issuerKind} options={codeChoices('issuer', language)} onChange={setKind} style={{ width: '100%' }} />}
      </Labelled>
      <TextField label={t.documentNumber} name="documentNumber" value={documentNumber} onChange={setNumber} />
      <Labelled label={t.answerDue}>{(id) => <DayField id={id} value={answerDue} onChange={setDue} width="100%" />}</Labelled>
      <TextField wide label={t.what} name="title" value={title} onChange={setTitle} />
      <fieldset className="wide told-lines">
        <legend>{t.problems}</legend>
        {problems.map((problem, index) => (
          <div key={index} className="told-line">
            <Input aria-label={`${t.target} ${index + 1}`} placeholder={t.target} value={problem.target} onChange={(event) => setProblem(index, 'target', event.target.value)} />
            <Input aria-label={`${t.description} ${index + 1}`} placeholder={t.description} value={problem.description} onChange={(event) => setProblem(index, 'description', event.target.value)} />
            <Button size="small" disabled={problems.length === 1} aria-label={`${t.removeProblem} ${index + 1}`} onClick={() => setProblems(problems.filter((_, n) => n !== index))}>
              {t.removeProblem}
            </Button>
          </div>
        ))}
        <Button size="small" onClick={() => setProblems([...problems, blank])}>
          {t.addProblem}
        </Button>
      </fieldset>
    </FormSheet>
  );
}
