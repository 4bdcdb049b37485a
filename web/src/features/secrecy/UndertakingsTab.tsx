import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { get, post } from '@/shared/api/http';
import { useClientChoices } from '@/shared/contract/queries';
import { day, time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { DayField } from '@/shared/ui/DayField';
import { FilePick } from '@/shared/ui/FilePick';
import { ListTable } from '@/shared/ui/ListTable';
import { Answered } from '@/shared/ui/Page';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import { StateTag } from '@/shared/ui/StateTag';
import { usePeopleServing } from './queries';
import './secrecy.css';
import type { Undertaking } from './types';
import { text } from './words';

export function UndertakingsTab() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const clients = useClientChoices();
  const manages = useMay('pay');
  const [adding, setAdding] = useState(false);
  const [reading, setReading] = useState<Undertaking | null>(null);
  const add = manages && <Button onClick={() => setAdding(true)}>{t.addPaper}</Button>;
  return (
    <>
      {adding && <PaperForm onClose={() => setAdding(false)} />}
      {reading && <Wording of={reading} onClose={() => setReading(null)} />}
      <ListTable<Undertaking>
        path="/undertakings"
        label={t.undertakings}
        rowKey={(one) => one.id}
        empty={{ title: t.noUndertakings, hint: t.noUndertakingsHint, action: add }}
        extra={add}
        filters={[
          { name: 'state', label: c.state, options: codeChoices('undertaking', language, ['in-force', 'expired', 'withdrawn']) },
          { name: 'client', label: c.client, options: clients },
        ]}
        columns={[
          { key: 'person', title: t.person, sort: 'personName', render: (one) => one.personName },
          {
            key: 'client',
            title: c.client,
            sort: 'clientName',
            render: (one) => (
              <span className="cell-two">
                {one.clientName}
                {one.contractTitle && <span className="soft">{one.contractTitle}</span>}
              </span>
            ),
          },
          { key: 'state', title: c.state, render: (one) => (
            <span className="cell-two">
              <span><StateTag kind="undertaking" code={one.state} /></span>
              {one.withdrawnReason && <span className="soft">{one.withdrawnBy}：{one.withdrawnReason}</span>}
            </span>
          ) },
          { key: 'signed', title: t.signedAt, sort: 'signedAt', render: (one) => <span className="figures nowrap">{time(one.signedAt)}</span> },
          { key: 'until', title: t.until, sort: 'until', render: (one) => <span className="figures nowrap">{one.until ? day(one.until) : t.forEver}</span> },
          {
            key: 'way',
            title: t.way,
            render: (one) => (
              <span className="cell-two">
                {codeName('undertakingWay', one.way, language)}
                <Link to={`/evidence/${one.contractId ?? one.clientId}/${one.evidenceSeq}`}>{t.evidence}</Link>
              </span>
            ),
          },
          {
            key: 'acts',
            title: c.actions,
            render: (one) => (
              <span className="row">
                <Button size="small" onClick={() => setReading(one)}>
                  {t.wording}
                </Button>
                {manages && one.state === 'in-force' && <Withdraw undertaking={one} />}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

function Withdraw({ undertaking }: { undertaking: Undertaking }) {
  const t = useWords(text);
  const tell = useTell();
  const queries = useQueryClient();
  const act = async (reason: string) => {
    await post(`/undertakings/${undertaking.id}/withdraw`, { reason });
    tell.done(t.withdrawn);
    await queries.invalidateQueries();
  };
  return <ConfirmAct label={t.withdraw} title={t.withdrawTitle} warning={t.withdrawWarning} asksReason act={act} button={{ size: 'small' }} />;
}

function Wording({ of, onClose }: { of: Undertaking; onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const wording = useQuery({
    queryKey: ['undertakings', of.id, 'wording'],
    queryFn: ({ signal }) => get<{ text: string; sha256: string }>(`/undertakings/${of.id}/wording`, undefined, signal),
  });
  return (
    <Modal open width={720} title={`${t.wording} · ${of.personName}`} onCancel={onClose} footer={<Button onClick={onClose}>{c.close}</Button>}>
      <Answered of={wording}>
        {(found) => (
          <div className="stack-small">
            <pre className="undertaking-text">{found.text}</pre>
            <span className="soft mono">SHA-256 {found.sha256}</span>
          </div>
        )}
      </Answered>
    </Modal>
  );
}

function PaperForm({ onClose }: { onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const clients = useClientChoices();
  const [client, setClient] = useState<string | null>(null);
  const clientId = client ?? clients[0]?.value ?? null;
  const people = usePeopleServing(clientId);
  const [personId, setPersonId] = useState<string | null>(null);
  const [signedOn, setSignedOn] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const ready = clientId && personId && signedOn && file;
  const save = async () => {
    if (!ready) return;
    setBusy(true);
    setProblem(null);
    try {
      const form = new FormData();
      form.set('undertaking', new Blob([JSON.stringify({ clientId, personId, signedOn })], { type: 'application/json' }));
      form.set('file', file);
      await post('/undertakings/paper', form);
      tell.done(t.paperAdded);
      await queries.invalidateQueries();
      onClose();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Modal open title={t.addPaper} okText={c.save} cancelText={c.cancel} okButtonProps={{ loading: busy, disabled: !ready }} onOk={() => void save()} onCancel={onClose}>
      <div className="form-grid">
        <div className="wide">
          <label htmlFor={`${id}-client`}>{c.client}</label>
          <Select id={`${id}-client`} value={clientId} options={clients} onChange={(value) => { setClient(value); setPersonId(null); }} placeholder={c.chooseClient} style={{ width: '100%' }} />
        </div>
        <div>
          <label htmlFor={`${id}-person`}>{t.person}</label>
          <Select id={`${id}-person`} value={personId} options={people} onChange={setPersonId} notFoundContent={t.missingPeople} style={{ width: '100%' }} />
        </div>
        <div>
          <label htmlFor={`${id}-day`}>{t.paperDay}</label>
          <DayField id={`${id}-day`} value={signedOn} onChange={setSignedOn} width="100%" />
        </div>
        <div className="wide">
          <FilePick label={t.paperFile} button={t.chooseFile} file={file} onPick={setFile} />
        </div>
        {problem !== null && (
          <div className="wide">
            <ProblemPanel problem={problem} />
          </div>
        )}
      </div>
    </Modal>
  );
}
