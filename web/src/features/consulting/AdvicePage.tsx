import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { Link, useParams } from 'react-router';
import { get, post } from '@/shared/api/http';
import { time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay, usePerson } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { FilePick } from '@/shared/ui/FilePick';
import { FormSheet } from '@/shared/ui/FormSheet';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { AdviceState } from './AdviceState';
import type { Advice, Delivered } from './types';
import { text } from './words';

export default function AdvicePage() {
  const { id = '' } = useParams();
  const t = useWords(text);
  const c = useWords(common);
  const advice = useQuery({ queryKey: ['advice', id], queryFn: ({ signal }) => get<Advice>(`/consulting/advice/${id}`, undefined, signal) });
  return (
    <Answered of={advice}>
      {(one) => (
        <div className="stack">
          <PageHead title={one.title} note={t.topic(one.topic)} actions={<Acts advice={one} />} />
          <Sheet>
            <Facts
              items={[
                [c.state, <AdviceState key="state" state={one.state} />],
                [t.askedBy, `${one.askedBy} · ${time(one.askedAt)}`],
                [t.wantedBy, one.wantedBy],
                [c.contract, <Link key="contract" to={`/contracts/${one.contractId}`}>{c.open}</Link>],
                ...(one.obligationId ? [[c.capability, t.counted] as [string, React.ReactNode]] : []),
              ]}
            />
            <p style={{ whiteSpace: 'pre-wrap' }}>{one.question}</p>
          </Sheet>
          <Sheet title={t.documents}>
            {one.documents.length === 0 ? (
              <span className="soft">{t.noDocuments}</span>
            ) : (
              <ol className="timeline">
                {one.documents.map((document) => (
                  <Document key={document.version} contract={one.contractId} document={document} />
                ))}
              </ol>
            )}
          </Sheet>
        </div>
      )}
    </Answered>
  );
}

function Document({ contract, document }: { contract: string; document: Delivered }) {
  const t = useWords(text);
  return (
    <li>
      <strong>{t.version(document.version)}</strong> <Link to={`/evidence/${contract}/${document.evidenceSeq}`}>{document.name}</Link>
      <div className="soft">
        {time(document.deliveredAt)} {document.deliveredBy}
      </div>
      {document.note && <div style={{ whiteSpace: 'pre-wrap' }}>{document.note}</div>}
      {document.receivedAt && (
        <div className="soft">
          {t.received}：{document.receivedBy} {time(document.receivedAt)}
        </div>
      )}
      {document.verdict && (
        <div>
          <span className={`tag tag-${document.verdict === 'accepted' ? 'good' : 'bad'}`}>{document.verdict === 'accepted' ? t.accepted : t.returned}</span> {document.remarks}
        </div>
      )}
    </li>
  );
}

function Acts({ advice }: { advice: Advice }) {
  const t = useWords(text);
  const operates = useMay('operate');
  const signs = useMay('sign');
  const { role } = usePerson();
  const queries = useQueryClient();
  const [delivering, setDelivering] = useState(false);
  const latest = advice.documents[0];
  const go = (what: string, body: unknown) => async () => {
    await post(`/consulting/advice/${advice.id}/${what}`, body);
    await queries.invalidateQueries();
  };
  const open = advice.state === 'open' || advice.state === 'delivered';
  const clients = role === 'client-reader' || role === 'client-signatory';
  return (
    <span className="row">
      {delivering && <Deliver id={advice.id} onClose={() => setDelivering(false)} />}
      {operates && open && (
        <Button type="primary" onClick={() => setDelivering(true)}>
          {t.deliver}
        </Button>
      )}
      {clients && advice.state === 'delivered' && !latest?.receivedAt && <Button onClick={() => void go('receipt', {})()}>{t.receive}</Button>}
      {signs && advice.state === 'delivered' && (
        <>
          <ConfirmAct label={t.accept} title={t.accept} warning={t.acceptWarning} danger={false} button={{ type: 'primary' }} act={go('judgement', { accepted: true })} />
          <ConfirmAct label={t.giveBack} title={t.giveBack} warning={t.returnWarning} asksReason act={(remarks) => go('judgement', { accepted: false, remarks })()} />
        </>
      )}
      {(clients || role === 'provider-manager') && advice.state === 'open' && <ConfirmAct label={t.withdraw} title={t.withdraw} warning={t.withdrawWarning} act={go('withdraw', {})} />}
    </span>
  );
}

function Deliver({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useWords(text);
  const field = useId();
  const [file, setFile] = useState<File | null>(null);
  const [note, setNote] = useState('');
  const save = () => {
    const form = new FormData();
    if (file) form.set('file', file);
    form.set('note', note);
    return post(`/consulting/advice/${id}/documents`, form);
  };
  return (
    <FormSheet title={t.deliver} done={t.delivered} ready={file !== null} save={save} onClose={onClose}>
      <div className="wide">
        <FilePick label={t.file} button={t.chooseFile} file={file} onPick={setFile} />
      </div>
      <div className="wide">
        <label htmlFor={`${field}-note`}>{t.noteLabel}</label>
        <Input.TextArea id={`${field}-note`} name="note" rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
      </div>
    </FormSheet>
  );
}
