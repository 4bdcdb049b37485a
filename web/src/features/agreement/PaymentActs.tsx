import { useQueryClient } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { post } from '@/shared/api/http';
import type { ContractView, Instalment } from '@/shared/api/types';
import { day, money } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { useMay } from '@/shared/session';
import { useServerNow } from '@/shared/time/clock';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { DayField } from '@/shared/ui/DayField';
import { useTell } from '@/shared/ui/ProblemPanel';
import { text } from './words';

const amountWritten = /^\d{1,12}(\.\d{1,2})?$/;

/** Money came, or what an instalment waits for happened. */
export function PaymentActs({ contract, instalments, currency }: { contract: ContractView; instalments: Instalment[]; currency: string }) {
  const pays = useMay('pay');
  const manages = useMay('manage');
  const today = day(useServerNow(60_000));
  return (
    <span className="row">
      {manages && instalments.length > 0 && <RecordTrigger contract={contract} instalments={instalments} today={today} />}
      {pays && <RecordPayment contract={contract} currency={currency} today={today} />}
    </span>
  );
}

function RecordPayment({ contract, currency, today }: { contract: ContractView; currency: string; today: string }) {
  const t = useWords(text);
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const [on, setOn] = useState<string | null>(null);
  const [written, setWritten] = useState('');
  const date = on ?? today;
  const amount = written.replace(/[,，\s]/g, '');
  const complete = date !== '' && amountWritten.test(amount) && Number(amount) > 0;
  return (
    <ConfirmAct
      label={t.recordPayment}
      title={t.recordPayment}
      danger={false}
      incomplete={!complete}
      button={{ size: 'small', type: 'primary' }}
      warning={
        <div className="stack-small">
          <p>{t.recordPaymentHint}</p>
          <div>
            <label htmlFor={`${id}-date`} className="above">{t.paidOn}</label>
            <DayField id={`${id}-date`} value={date} onChange={setOn} width={180} />
          </div>
          <div>
            <label htmlFor={`${id}-amount`} className="above">{t.paidAmount}</label>
            <Input id={`${id}-amount`} inputMode="decimal" value={written} placeholder="100000.00" onChange={(event) => setWritten(event.target.value)} style={{ width: 180 }} />
            {written !== '' && !complete && <div className="field-problem">{t.amountMalformed}</div>}
          </div>
          {complete && <p><strong>{t.paymentSaid(date, money(amount, currency))}</strong></p>}
        </div>
      }
      act={async () => {
        await post(`/contracts/${contract.id}/payments`, { date, amount });
        tell.done(t.recorded);
        setWritten('');
        await queries.invalidateQueries({ queryKey: ['contract', contract.id] });
      }}
    />
  );
}

function RecordTrigger({ contract, instalments, today }: { contract: ContractView; instalments: Instalment[]; today: string }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const [on, setOn] = useState<string | null>(null);
  const [ordinal, setOrdinal] = useState<number | null>(instalments.find((one) => one.due === null)?.ordinal ?? null);
  const date = on ?? today;
  const complete = date !== '' && ordinal !== null;
  return (
    <ConfirmAct
      label={t.recordTrigger}
      title={t.recordTrigger}
      danger={false}
      incomplete={!complete}
      button={{ size: 'small' }}
      warning={
        <div className="stack-small">
          <p>{t.recordTriggerHint}</p>
          <div>
            <label htmlFor={`${id}-instalment`} className="above">{t.instalment}</label>
            <Select
              id={`${id}-instalment`}
              value={ordinal}
              onChange={setOrdinal}
              placeholder={t.chooseInstalment}
              style={{ width: '100%' }}
              options={instalments.map((one) => ({ value: one.ordinal, label: `${t.payments} ${one.ordinal} · ${codeName('instalment', one.state, language)}` }))}
            />
          </div>
          <div>
            <label htmlFor={`${id}-date`} className="above">{t.happenedOn}</label>
            <DayField id={`${id}-date`} value={date} onChange={setOn} width={180} />
          </div>
          {complete && <p><strong>{t.triggerSaid(ordinal, date)}</strong></p>}
        </div>
      }
      act={async () => {
        await post(`/contracts/${contract.id}/payment-triggers`, { instalment: ordinal, date });
        tell.done(t.recorded);
        await queries.invalidateQueries({ queryKey: ['contract', contract.id] });
      }}
    />
  );
}
