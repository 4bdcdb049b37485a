import type { ContractView, Lines } from '@/shared/api/types';
import { SourceText } from '@/shared/contract/SourceText';
import { money, period, rate } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { Facts, Sheet } from '@/shared/ui/Page';
import type { Choice } from './choice';
import { dueSaid } from './said';
import { Agreed } from './Table';
import { text } from './words';

export function TermsTab({ contract, choice, source }: { contract: ContractView; choice: Choice; source: string[] }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const { term, total, serviceLevels, acceptances, secrecy } = contract.body;
  const onLines = (lines: Lines) => choice.show({ lines });
  const said = (iso: string | null) => (iso ? period(iso, language) : c.notSaid);
  return (
    <div className="split">
      <div className="stack">
        <Sheet title={t.term}>
          <Facts
            items={[
              [c.from, term?.from ?? c.notSaid],
              [c.until, term?.to ?? c.notSaid],
              [t.length, said(term?.length ?? null)],
              [t.starts, term?.starts ? (term.starts === 'signing' ? t.startsSigning : t.startsFixed) : c.notSaid],
              [t.renewal, term?.renewal ? `${codeName('renewal', term.renewal, language)} ${term.renewalLength ? period(term.renewalLength, language) : ''}` : c.notSaid],
              [t.total, total ? money(String(total.amount), total.currency) : c.notSaid],
            ]}
          />
        </Sheet>
        <Sheet title={t.levels} flush>
          <Agreed
            head={[t.subject, c.severity, t.respond, t.onSite, t.resolve, t.counted, t.target]}
            rows={serviceLevels.map((level) => ({
              cells: [
                level.subject,
                level.severity ?? t.everyGrade,
                said(level.respond),
                said(level.onSite),
                said(level.resolve),
                codeName('calendar', level.calendar, language),
                rate(level.target),
              ],
              lines: level.lines,
            }))}
            onLines={onLines}
          />
        </Sheet>
        <Sheet title={t.acceptances} flush>
          <Agreed
            head={[t.after, t.acceptWithin, t.rectify]}
            rows={acceptances.map((one) => ({
              cells: [said(one.after), dueSaid(one.within, one.calendar, language), said(one.rectify)],
              lines: one.lines,
            }))}
            onLines={onLines}
          />
        </Sheet>
        <Sheet title={t.secrecy} flush>
          <Agreed
            head={[t.secrecy]}
            rows={secrecy.map((one) => ({ cells: [one.term === 'unlimited' ? t.unlimited : said(one.term)], lines: one.lines }))}
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
