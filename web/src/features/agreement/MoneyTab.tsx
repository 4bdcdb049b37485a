import type { ContractView, Lines, Penalty } from '@/shared/api/types';
import { SourceText } from '@/shared/contract/SourceText';
import { money, rate } from '@/shared/format';
import { type Language, useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { Sheet } from '@/shared/ui/Page';
import type { Choice } from './choice';
import { dueSaid, triggerSaid } from './said';
import { SettlementSheet } from './SettlementSheet';
import { Agreed } from './Table';
import { text } from './words';

/** Which broken service levels a clause speaks of; empty when it names none. */
function concern(one: Penalty, language: Language): string {
  const limits = (one.limits ?? []).map((limit) => codeName('clock', limit, language));
  return [one.matter, ...(one.severities ?? []), ...limits].filter(Boolean).join(' · ');
}

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
                <span key="subject">
                  {codeName('penaltySubject', one.subject, language)}
                  {concern(one, language) && <div className="soft">{concern(one, language)}</div>}
                </span>,
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
