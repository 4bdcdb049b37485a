import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId } from 'react';
import { useSearchParams } from 'react-router';
import { address, get } from '@/shared/api/http';
import { useContractChoices } from '@/shared/contract/queries';
import { money, time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import { DeclareBreach, DrawStatement, RecordInvoice } from './BillingActs';
import { Net } from './Net';
import { Breaches, Statements } from './Records';
import { text } from './words';
import type { Billing } from './types';

export default function BillingPage() {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const contracts = useContractChoices().filter((one) => one.contract.state !== 'draft');
  const [query, setQuery] = useSearchParams();
  const contract = query.get('contract') ?? contracts[0]?.value ?? null;
  const billing = useQuery({
    queryKey: ['billing', contract],
    queryFn: ({ signal }) => get<Billing>('/billing', { contract }, signal),
    enabled: contract !== null,
  });
  return (
    <div className="stack">
      <PageHead title={t.title} note={t.note} />
      <div className="row">
        <label htmlFor={`${id}-contract`}>{c.contract}</label>
        <Select
          id={`${id}-contract`}
          value={contract}
          options={contracts}
          onChange={(value: string) => setQuery({ contract: value })}
          placeholder={c.chooseContract}
          style={{ minWidth: 260, maxWidth: '100%' }}
        />
        {contract && <a href={address('/billing/invoices', { contract, format: 'csv' })}>{t.exportInvoices}</a>}
      </div>
      {contract ? <Answered of={billing}>{(found) => <Sheets billing={found} />}</Answered> : <p className="soft">{t.chooseFirst}</p>}
    </div>
  );
}

function Sheets({ billing }: { billing: Billing }) {
  const t = useWords(text);
  const manages = useMay('manage');
  const pays = useMay('pay');
  const { settlement } = billing;
  return (
    <>
      <Sheet title={t.plan} extra={manages && <RecordInvoice billing={billing} />} flush>
        <Plan billing={billing} />
      </Sheet>
      <Sheet title={t.penalties} flush>
        <Penalties billing={billing} />
        <div className="sheet-body">
          <Facts
            items={[
              [t.total, <strong key="total"><Net total={settlement.total} /></strong>],
              [t.extendedTo, <span key="to" className="figures">{settlement.extendedTo}</span>],
            ]}
          />
        </div>
      </Sheet>
      <Sheet title={t.reminders}>
        <Reminders billing={billing} />
      </Sheet>
      <Sheet title={t.breaches} extra={pays && <DeclareBreach contract={billing.contractId} />}>
        <Breaches breaches={billing.breaches} />
      </Sheet>
      <Sheet title={t.statements} extra={manages && <DrawStatement contract={billing.contractId} />}>
        <Statements statements={billing.statements} />
      </Sheet>
    </>
  );
}

function Plan({ billing }: { billing: Billing }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const { payments } = billing.settlement;
  if (payments.length === 0) return <p className="sheet-body soft">{t.noPlan}</p>;
  return (
    <div className="clause-results">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t.instalment}</th>
            <th scope="col">{t.amount}</th>
            <th scope="col">{t.due}</th>
            <th scope="col">{t.invoiceBy}</th>
            <th scope="col">{t.invoice}</th>
            <th scope="col">{t.explanation}</th>
          </tr>
        </thead>
        <tbody>
          {payments.map((one) => {
            const invoices = billing.invoices.filter((invoice) => invoice.instalment === one.ordinal);
            return (
              <tr key={one.ordinal}>
                <td>
                  {one.ordinal} <StateTag kind="instalment" code={one.state} />
                </td>
                <td className="figures nowrap">{one.amount === null ? t.unknown : money(one.amount)}</td>
                <td className="figures nowrap">{one.due ?? '—'}</td>
                <td className="figures nowrap">{one.invoiceBy ?? '—'}</td>
                <td>
                  {invoices.length === 0 && <span className="soft">{t.noInvoice}</span>}
                  {invoices.map((invoice) => (
                    <div key={invoice.id}>
                      <a href={address(`/evidence/${billing.contractId}/${invoice.evidenceSeq}/content`)} className="mono">
                        {invoice.number}
                      </a>{' '}
                      <span className="soft figures">{invoice.deliveredOn}</span>
                    </div>
                  ))}
                </td>
                <td className="soft">{language === 'zh' ? one.explanation : one.explanationEnglish}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Penalties({ billing }: { billing: Billing }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const { penalties } = billing.settlement;
  if (penalties.length === 0) return <p className="sheet-body soft">{t.noPenalties}</p>;
  return (
    <div className="clause-results">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t.party}</th>
            <th scope="col">{t.subject}</th>
            <th scope="col">{t.amount}</th>
            <th scope="col">{t.explanation}</th>
          </tr>
        </thead>
        <tbody>
          {penalties.map((one) => (
            <tr key={`${one.party} ${one.subject} ${one.reference} ${one.amount}`}>
              <td>{codeName('party', one.party, language)}</td>
              <td>
                {codeName('penaltySubject', one.subject, language)} <span className="soft">{one.reference}</span>
              </td>
              <td className="figures nowrap">{money(one.amount)}</td>
              <td className="soft">{language === 'zh' ? one.explanation : one.explanationEnglish}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Reminders({ billing }: { billing: Billing }) {
  const t = useWords(text);
  const { language } = useLanguage();
  if (billing.reminders.length === 0) return <p className="soft">{t.noReminders}</p>;
  return (
    <ul>
      {billing.reminders.map((one) => (
        <li key={`${one.instalment} ${one.step}`}>
          <strong>{codeName('reminder', one.step, language)}</strong> {one.text} <span className="soft figures nowrap">{time(one.raisedAt)}</span>
        </li>
      ))}
    </ul>
  );
}
