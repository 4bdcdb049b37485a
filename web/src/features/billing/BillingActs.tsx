import { useQueryClient } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { post } from '@/shared/api/http';
import { day } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices } from '@/shared/i18n/codes';
import { useServerNow } from '@/shared/time/clock';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { DayField } from '@/shared/ui/DayField';
import { FilePick } from '@/shared/ui/FilePick';
import { useTell } from '@/shared/ui/ProblemPanel';
import { text } from './words';
import type { Billing } from './types';

const amountWritten = /^\d{1,12}(\.\d{1,2})?$/;

/** A form with one JSON part and one file. */
function parts(name: string, content: unknown, file: File): FormData {
  const form = new FormData();
  form.set(name, new Blob([JSON.stringify(content)], { type: 'application/json' }));
  form.set('file', file);
  return form;
}

export function RecordInvoice({ billing }: { billing: Billing }) {
  const t = useWords(text);
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const today = day(useServerNow(60_000));
  const { payments } = billing.settlement;
  const [ordinal, setOrdinal] = useState<number | null>(null);
  const [number, setNumber] = useState('');
  const [issued, setIssued] = useState<string | null>(null);
  const [delivered, setDelivered] = useState('');
  const [written, setWritten] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const instalment = ordinal ?? payments.find((one) => !billing.invoices.some((known) => known.instalment === one.ordinal))?.ordinal ?? null;
  const amount = (written ?? payments.find((one) => one.ordinal === instalment)?.amount ?? '').replace(/[,，\s]/g, '');
  const issuedOn = issued ?? today;
  const ready = instalment !== null && number.trim() !== '' && issuedOn !== '' && amountWritten.test(amount) && file !== null;
  const record = async () => {
    if (!file) return;
    const invoice = { contractId: billing.contractId, instalment, number: number.trim(), issuedOn, deliveredOn: delivered || null, amount };
    await post('/billing/invoices', parts('invoice', invoice, file));
    tell.done(t.recorded);
    setNumber('');
    setFile(null);
    setOrdinal(null);
    setWritten(null);
    await queries.invalidateQueries();
  };
  return (
    <ConfirmAct
      label={t.recordInvoice}
      title={t.recordInvoice}
      danger={false}
      incomplete={!ready}
      button={{ type: 'primary', size: 'small' }}
      warning={
        <div className="form-grid">
          <p className="wide soft">{t.invoiceNote}</p>
          <div>
            <label htmlFor={`${id}-instalment`}>{t.instalment}</label>
            <Select id={`${id}-instalment`} value={instalment} options={payments.map((one) => ({ value: one.ordinal, label: String(one.ordinal) }))} onChange={setOrdinal} style={{ width: '100%' }} />
          </div>
          <div>
            <label htmlFor={`${id}-amount`}>{t.amount}</label>
            <Input id={`${id}-amount`} name="amount" inputMode="decimal" value={written ?? amount} placeholder={t.amountHint} onChange={(event) => setWritten(event.target.value)} />
          </div>
          <div className="wide">
            <label htmlFor={`${id}-number`}>{t.invoiceNumber}</label>
            <Input id={`${id}-number`} name="number" value={number} onChange={(event) => setNumber(event.target.value)} />
          </div>
          <div>
            <label htmlFor={`${id}-issued`}>{t.issuedOn}</label>
            <DayField id={`${id}-issued`} value={issuedOn} onChange={setIssued} width="100%" />
          </div>
          <div>
            <label htmlFor={`${id}-delivered`}>{t.deliveredOn}</label>
            <DayField id={`${id}-delivered`} value={delivered} onChange={setDelivered} width="100%" />
          </div>
          <div className="wide">
            <FilePick label={t.file} button={t.chooseFile} file={file} onPick={setFile} />
          </div>
        </div>
      }
      act={record}
    />
  );
}

export function DeclareBreach({ contract }: { contract: string }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const today = day(useServerNow(60_000));
  const [party, setParty] = useState<string>('provider');
  const [subject, setSubject] = useState<string>('breach');
  const [on, setOn] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const declare = async () => {
    if (!file) return;
    await post('/billing/breaches', parts('breach', { contractId: contract, party, subject, on: on ?? today, reason: reason.trim() }, file));
    tell.done(t.recorded);
    setReason('');
    setFile(null);
    await queries.invalidateQueries();
  };
  return (
    <ConfirmAct
      label={t.declare}
      title={t.declare}
      incomplete={reason.trim() === '' || file === null}
      button={{ size: 'small' }}
      warning={
        <div className="form-grid">
          <p className="wide soft">{t.declareNote}</p>
          <div>
            <label htmlFor={`${id}-party`}>{t.party}</label>
            <Select
              id={`${id}-party`}
              value={party}
              onChange={setParty}
              options={[
                { value: 'provider', label: t.providerSide },
                { value: 'client', label: t.clientSide },
              ]}
              style={{ width: '100%' }}
            />
          </div>
          <div>
            <label htmlFor={`${id}-subject`}>{t.subject}</label>
            <Select id={`${id}-subject`} value={subject} onChange={setSubject} options={codeChoices('penaltySubject', language, ['breach', 'secrecy', 'termination', 'refusal'])} style={{ width: '100%' }} />
          </div>
          <div>
            <label htmlFor={`${id}-on`}>{t.on}</label>
            <DayField id={`${id}-on`} value={on ?? today} onChange={setOn} width="100%" />
          </div>
          <div className="wide">
            <label htmlFor={`${id}-reason`}>{t.reason}</label>
            <Input.TextArea id={`${id}-reason`} name="reason" rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
          </div>
          <div className="wide">
            <FilePick label={t.file} button={t.chooseFile} file={file} onPick={setFile} />
          </div>
        </div>
      }
      act={declare}
    />
  );
}

export function DrawStatement({ contract }: { contract: string }) {
  const t = useWords(text);
  const tell = useTell();
  const queries = useQueryClient();
  return (
    <ConfirmAct
      label={t.draw}
      title={t.draw}
      danger={false}
      button={{ size: 'small', type: 'primary' }}
      warning={t.drawNote}
      act={async () => {
        await post('/billing/statements', { contractId: contract });
        tell.done(t.drawn);
        await queries.invalidateQueries();
      }}
    />
  );
}
