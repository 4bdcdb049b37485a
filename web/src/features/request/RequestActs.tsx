import { useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { post } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Labelled, TextField } from '@/shared/ui/Field';
import { FilePick } from '@/shared/ui/FilePick';
import { FormSheet } from '@/shared/ui/FormSheet';
import { Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { OriginFields, complete, useContacts, type Origin } from './OriginFields';
import type { ServiceRequest } from './types';
import { text } from './words';

type Opened = 'warn' | 'origin' | 'document' | null;

/** What can be done about a request as it stands. */
export function RequestActs({ request }: { request: ServiceRequest }) {
  const t = useWords(text);
  const operates = useMay('operate');
  const manages = useMay('manage');
  const serves = useMay('serve');
  const tell = useTell();
  const queries = useQueryClient();
  const [opened, setOpened] = useState<Opened>(null);
  const [busy, setBusy] = useState(false);
  const clients = serves && !operates;
  const over = request.stage === 'refused' || request.stage === 'withdrawn' || request.stage === 'agreed';

  const record = async (act: string, body: unknown = {}) => {
    await post(`/requests/${request.ticketId}/${act}`, body);
    tell.done(t.recorded);
    await queries.invalidateQueries();
  };
  const press = async (act: string) => {
    setBusy(true);
    try {
      await record(act);
    } catch (thrown) {
      tell.problem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const reviewing = request.stage === 'reviewing';
  const mayWarn = ['reviewing', 'accepted', 'warned', 'confirmed'].includes(request.stage);
  return (
    <Sheet title={t.review}>
      <div className="stack-small">
        {over && <p className="soft">{t.over}</p>}
        {clients && ['submitted', 'reviewing'].includes(request.stage) && <p className="soft">{t.waitingReview}</p>}
        {request.stage === 'warned' && !request.mayConfirm && <p className="soft">{t.waitingClient}</p>}
        <div className="row">
          {operates && request.stage === 'submitted' && (
            <Button type="primary" loading={busy} onClick={() => void press('take')}>
              {t.take}
            </Button>
          )}
          {!over && !request.proven && <Button onClick={() => setOpened('origin')}>{t.origin}</Button>}
          {operates && reviewing && !request.extra && (
            <Button type="primary" loading={busy} onClick={() => void press('accept')}>
              {t.accept}
            </Button>
          )}
          {operates && mayWarn && <Button onClick={() => setOpened('warn')}>{t.warn}</Button>}
          {operates && request.stage === 'warned' && <Button onClick={() => setOpened('document')}>{t.document}</Button>}
          {operates && (reviewing || request.stage === 'warned') && (
            <ConfirmAct label={t.refuse} title={t.refuseTitle} warning={t.refuseHint} asksReason act={(reason) => record('refuse', { text: reason })} />
          )}
          {(manages || clients) && !over && request.stage !== 'done' && (
            <ConfirmAct label={t.withdraw} title={t.withdrawTitle} warning={t.withdrawHint} asksReason act={(reason) => record('withdraw', { text: reason })} />
          )}
          {clients && request.stage === 'done' && (
            <>
              <ConfirmAct label={t.agree} title={t.agreeTitle} warning={t.agreeHint} danger={false} button={{ type: 'primary' }} act={() => record('agree')} />
              <ConfirmAct label={t.disagree} title={t.disagreeTitle} warning="" asksReason act={(reason) => record('disagree', { text: reason })} />
            </>
          )}
        </div>
      </div>
      {opened === 'warn' && <Warn request={request} act={(body) => record('warn', body)} onClose={() => setOpened(null)} />}
      {opened === 'origin' && <Attribute request={request} act={(body) => record('origin', body)} onClose={() => setOpened(null)} />}
      {opened === 'document' && <Document request={request} act={(body) => record('confirmation-document', body)} onClose={() => setOpened(null)} />}
    </Sheet>
  );
}

interface Dialog {
  request: ServiceRequest;
  act: (body: unknown) => Promise<void>;
  onClose: () => void;
}

function Warn({ request, act, onClose }: Dialog) {
  const t = useWords(text);
  const [warning, setWarning] = useState(request.warning ?? '');
  return (
    <FormSheet title={t.warnTitle} ok={t.warn} ready={warning.trim() !== ''} save={() => act({ text: warning.trim() })} onClose={onClose}>
      <p className="wide soft">{t.warnHint}</p>
      <TextField rows={5} label={t.warning} name="warning" value={warning} onChange={setWarning} />
    </FormSheet>
  );
}

function Attribute({ request, act, onClose }: Dialog) {
  const t = useWords(text);
  const operates = useMay('operate');
  const [origin, setOrigin] = useState<Origin>({ channel: operates ? 'phone' : 'web' });
  return (
    <FormSheet title={t.origin} ok={t.origin} ready={complete(origin)} save={() => act(origin)} onClose={onClose}>
      <p className="wide soft">{t.originHint}</p>
      <OriginFields contract={request.contractId} origin={origin} onChange={setOrigin} />
    </FormSheet>
  );
}

function Document({ request, act, onClose }: Dialog) {
  const t = useWords(text);
  const contacts = useContacts(request.contractId) ?? [];
  const [contactId, setContact] = useState<string | null>(null);
  const [remarks, setRemarks] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const keep = async () => {
    if (!file) return;
    const form = new FormData();
    form.set('confirmation', new Blob([JSON.stringify({ digest: request.digest, contactId, remarks })], { type: 'application/json' }));
    form.set('file', file);
    await act(form);
  };
  return (
    <FormSheet title={t.document} ok={t.document} ready={contactId !== null && file !== null} save={keep} onClose={onClose}>
      <p className="wide soft">{t.documentHint}</p>
      <Labelled wide label={t.contact}>
        {(id) => <Select id={id} value={contactId} options={contacts.map((one) => ({ value: one.id, label: one.name }))} onChange={setContact} style={{ width: '100%' }} />}
      </Labelled>
      <TextField wide label={t.noted} name="remarks" value={remarks} onChange={setRemarks} />
      <div className="wide">
        <FilePick label={t.document} button={t.pickFile} file={file} onPick={setFile} />
      </div>
    </FormSheet>
  );
}
