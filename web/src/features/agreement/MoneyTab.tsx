import { useQuery } from '@tanstack/react-query';
import { get } from '@/shared/api/http';
import type { ContractView, Lines, Settlement, SettlementLine } from '@/shared/api/types';
import { SourceText } from '@/shared/contract/SourceText';
import { day, money, rate } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { Answered, Empty, Sheet } from '@/shared/ui/Page';
import type { Choice } from './ContractPage';
import { dueSaid, triggerSaid } from './said';
import { Agreed } from './Table';
import { text } from './words';

export function MoneyTab({ contract, choice, source }: { contract: ContractView; choice: Choice; source: string[] }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const { payments, penalties } = contract.body;
  const currency = contract.body.total?.currency ?? 'CNY';
  const onLines = (lines: Lines) => choice.show({ lines });
  return (
    <div className="split">
      <div className="stack">
        {contract.state !== 'draft' && <SettlementSheet contract={contract} currency={currency} />}
        <Sheet title={t.agreedPayments} flush>
          <Agreed
            head={[t.share, t.amount, t.trigger, t.within]}
            rows={payments.map((one) => ({
              cells: [
                one.percent === null ? '—' : `${one.percent}%`,
                <span key="amount" className="figures nowrap">{money(one.amount === null ? null : String(one.amount), currency)}</span>,
                triggerSaid(one.trigger, language),
                dueSaid(one.due, one.calendar, language),
              ],
              lines: one.lines,
            }))}
            onLines={onLines}
          />
        </Sheet>
        <Sheet title={t.agreedPenalties} flush>
          <Agreed
            head={[t.partyPays, t.subject, t.rate, t.per, t.base, t.cap, t.fixed]}
            rows={penalties.map((one) => ({
              cells: [
                codeName('party', one.party, language),
                codeName('penaltySubject', one.subject, language),
                rate(one.rate),
                codeName('per', one.per, language),
                codeName('base', one.base, language),
                rate(one.cap),
                money(one.fixed === null ? null : String(one.fixed), currency),
              ],
              lines: one.lines,
            }))}
            onLines={onLines}
          />
        </Sheet>
      </div>
      <section className="sheet clause-source">
        <div className="sheet-head">
          <h2>{t.tabSource}</h2>
        </div>
        <SourceText lines={source} chosen={choice.lines} height="calc(100vh - 160px)" />
      </section>
    </div>
  );
}

function SettlementSheet({ contract, currency }: { contract: ContractView; currency: string }) {
  const t = useWords(text);
  const settlement = useQuery({
    queryKey: ['contract', contract.id, 'settlement'],
    queryFn: ({ signal }) => get<Settlement>(`/contracts/${contract.id}/settlement`, undefined, signal),
  });
  return (
    <Answered of={settlement}>
      {(found) => {
        const groups: [string, SettlementLine[]][] = [
          [t.payments, found.payments ?? []],
          [t.penalties, found.penalties ?? []],
          [t.credits, found.credits ?? []],
        ];
        const named = groups.some(([, lines]) => lines.length > 0);
        if (!named && found.lines?.length) groups.push([t.otherLines, found.lines]);
        if (groups.every(([, lines]) => lines.length === 0)) {
          return (
            <div className="sheet">
              <Empty title={t.settlementNone} hint={t.settlementNoneHint} />
            </div>
          );
        }
        return (
          <>
            {groups.map(([title, lines]) =>
              lines.length === 0 ? null : (
                <Sheet key={title} title={title} flush>
                  <SettlementLines lines={lines} currency={currency} />
                </Sheet>
              ),
            )}
            <div className="sheet sheet-body row-spread">
              <strong>{t.settlementTotal}</strong>
              <span className="settlement-total figures">{money(found.total, currency)}</span>
            </div>
          </>
        );
      }}
    </Answered>
  );
}

function SettlementLines({ lines, currency }: { lines: SettlementLine[]; currency: string }) {
  const t = useWords(text);
  return (
    <div className="table-scroll">
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
          {lines.map((line, index) => (
            <tr key={index}>
              <td>
                {line.label}
                {line.due && (
                  <div className="soft figures">
                    {t.due} {day(line.due)}
                  </div>
                )}
              </td>
              <td className="explained">{line.explanation ?? '—'}</td>
              <td className="amount">{money(line.amount, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
