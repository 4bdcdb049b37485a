import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { get } from '@/shared/api/http';
import type { ContractView, Explained, Settlement } from '@/shared/api/types';
import { money, period, sum, time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { Answered, Sheet } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import { PaymentActs } from './PaymentActs';
import { PaymentsMade } from './PaymentsMade';
import { text } from './words';

interface Figure {
  what: ReactNode;
  explained: Explained;
  amount: ReactNode;
}

/** What is owed as things stand, every figure with how it came about. */
export function SettlementSheet({ contract, currency }: { contract: ContractView; currency: string }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const settlement = useQuery({
    queryKey: ['contract', contract.id, 'settlement'],
    queryFn: ({ signal }) => get<Settlement>(`/contracts/${contract.id}/settlement`, undefined, signal),
  });
  const groups = (found: Settlement): [title: string, figures: Figure[], told: string][] => [
    [
      t.payments,
      found.payments.map((one) => ({
        what: (
          <>
            {t.payments} {one.ordinal} <StateTag kind="instalment" code={one.state} />
            <div className="soft figures">
              {one.due && `${t.due} ${one.due}`} {one.daysLate > 0 && t.daysLate(one.daysLate)}
              {one.invoiceBy && <div className="nowrap">{`${t.invoiceBy} ${one.invoiceBy}`}</div>}
            </div>
          </>
        ),
        explained: one,
        amount: (
          <>
            {one.amount === null ? t.unknownAmount : money(one.amount, currency)}
            {Number(one.paid) > 0 && <div className="soft">{`${t.paid} ${money(one.paid, currency)}`}</div>}
          </>
        ),
      })),
      t.figures(found.payments.length, money(sum(found.payments.map((one) => one.amount)), currency)),
    ],
    [
      t.penalties,
      found.penalties.map((one) => ({
        what: (
          <>
            {codeName('party', one.party, language)} · {codeName('penaltySubject', one.subject, language)}
            <div className="soft">{one.reference}</div>
          </>
        ),
        explained: one,
        amount: money(one.amount, currency),
      })),
      t.figures(found.penalties.length, money(sum(found.penalties.map((one) => one.amount)), currency)),
    ],
    [
      t.credits,
      found.credits.map((one) => ({
        what: (
          <>
            {one.subject}
            <div className="soft figures">
              {time(one.from)} – {time(one.to)}
            </div>
          </>
        ),
        explained: one,
        amount: `${t.extension} ${period(one.extension, language)}`,
      })),
      t.count(found.credits.length),
    ],
    [
      t.otherLines,
      found.lines
        .filter((one) => one.amount === null || one.amount === '0')
        .map((one) => ({ what: one.label, explained: one, amount: one.amount === null ? t.unknownAmount : money(one.amount, currency) })),
      '',
    ],
  ];
  return (
    <Answered of={settlement}>
      {(found) => (
        <>
          <div className="sheet sheet-body row-spread">
            <div>
              <strong>{t.settlementTotal}</strong>
              <div className="soft">{t.asOf(found.asOf)}</div>
              {contract.to && found.extendedTo > contract.to.slice(0, 10) && (
                <div className="soft figures">
                  {t.extendedTo} {found.extendedTo}
                </div>
              )}
            </div>
            <span className="settlement-total figures">{money(found.total, currency)}</span>
            <PaymentActs contract={contract} instalments={found.payments} currency={currency} />
          </div>
          {groups(found).map(([title, figures, told]) =>
            figures.length === 0 ? null : (
              <Sheet key={title} title={title} extra={<span className="soft figures">{told}</span>} flush>
                <Figures figures={figures} label={title} />
              </Sheet>
            ),
          )}
          <PaymentsMade contract={contract.id} currency={currency} />
        </>
      )}
    </Answered>
  );
}

function Figures({ figures, label }: { figures: Figure[]; label: string }) {
  const t = useWords(text);
  const { language } = useLanguage();
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <div className="figures-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t.subject}</th>
            <th scope="col">{t.explanation}</th>
            <th scope="col" className="amount">
              {t.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure, index) => (
            <tr key={index}>
              <td className="settled">{figure.what}</td>
              <td className="explained">{language === 'zh' ? figure.explained.explanation : figure.explained.explanationEnglish}</td>
              <td className="amount">{figure.amount}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
