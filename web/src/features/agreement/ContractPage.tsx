import { useQuery } from '@tanstack/react-query';
import { Button, Tabs } from 'antd';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import { get } from '@/shared/api/http';
import type { CalendarDay, ContractView } from '@/shared/api/types';
import { useContract, useSource } from '@/shared/contract/queries';
import { SourceText } from '@/shared/contract/SourceText';
import { day, shortDigest } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import { YearCalendar } from '@/shared/ui/YearCalendar';
import './agreement.css';
import { useChoice, type Choice } from './choice';
import { ClausesTab } from './ClausesTab';
import { marksOf } from './marks';
import { MoneyTab } from './MoneyTab';
import { price } from './said';
import { TermsTab } from './TermsTab';
import { text } from './words';

export default function ContractPage() {
  const { id = '' } = useParams();
  const contract = useContract(id);
  return (
    <Answered of={contract} lines={12}>
      {(view) => <ContractSheet contract={view} />}
    </Answered>
  );
}

function ContractSheet({ contract }: { contract: ContractView }) {
  const t = useWords(text);
  const choice = useChoice();
  const source = useSource(contract.id);
  const lines = source.data?.lines ?? [];
  const tabs = [
    { key: 'clauses', label: t.tabClauses, children: <ClausesTab contract={contract} choice={choice} source={lines} /> },
    { key: 'money', label: t.tabMoney, children: <MoneyTab contract={contract} choice={choice} source={lines} /> },
    { key: 'terms', label: t.tabTerms, children: <TermsTab contract={contract} choice={choice} source={lines} /> },
    { key: 'source', label: t.tabSource, children: <SourceTab contract={contract} choice={choice} source={lines} /> },
  ];
  return (
    <div className="stack">
      <Head contract={contract} />
      {contract.state !== 'draft' && <Year contract={contract} />}
      <Tabs activeKey={choice.tab} onChange={(tab) => choice.show({ tab })} items={tabs} destroyOnHidden />
    </div>
  );
}

function Head({ contract }: { contract: ContractView }) {
  const t = useWords(text);
  const c = useWords(common);
  return (
    <>
      <PageHead
        title={contract.title ?? t.untitled}
        note={
          <span className="row">
            <StateTag kind="contract" code={contract.state} />
            {contract.number && <span className="mono">{contract.number}</span>}
          </span>
        }
        actions={
          contract.state === 'draft' && (
            <Link to={`/contracts/${contract.id}/intake`}>
              <Button type="primary" tabIndex={-1}>
                {t.decide}
              </Button>
            </Link>
          )
        }
      />
      <div className="sheet sheet-body">
        <Facts
          items={[
            [c.client, contract.clientName ?? contract.body.client?.name ?? c.notSaid],
            [t.provider, contract.body.provider?.name ?? c.notSaid],
            [t.total, <span key="total" className="figures">{price(contract.total ?? contract.body.total as never)}</span>],
            [t.term, <span key="term" className="figures">{day(contract.from)} – {day(contract.to)}</span>],
            [t.signedOn, day(contract.signedOn)],
            [t.document, <span key="digest" className="mono" title={contract.documentDigest ?? undefined}>{shortDigest(contract.documentDigest)}</span>],
          ]}
        />
      </div>
    </>
  );
}

function Year({ contract }: { contract: ContractView }) {
  const calendar = useQuery({
    queryKey: ['contract', contract.id, 'calendar'],
    queryFn: ({ signal }) => get<{ days: CalendarDay[] }>(`/contracts/${contract.id}/calendar`, undefined, signal),
  });
  if (!contract.from || !contract.to) return null;
  return (
    <div className="sheet sheet-body">
      <Answered of={calendar} lines={3}>
        {({ days }) => <YearCalendar from={contract.from!.slice(0, 10)} to={contract.to!.slice(0, 10)} days={days} />}
      </Answered>
    </div>
  );
}

function SourceTab({ contract, choice, source }: { contract: ContractView; choice: Choice; source: string[] }) {
  const t = useWords(text);
  const words = useWords(common);
  const marks = useMemo(() => marksOf(contract.body, t, choice.show), [contract.body, t, choice.show]);
  return (
    <div className="stack">
      <Sheet title={t.tabSource} extra={<span className="soft">{t.sourceNote}</span>} flush>
        <SourceText lines={source} chosen={choice.lines} marks={marks} height="76vh" />
      </Sheet>
      <Sheet title={t.decided}>
        {contract.ambiguities.length === 0 ? (
          <p className="soft">{t.decidedNone}</p>
        ) : (
          <ol className="decisions">
            {contract.ambiguities.map((one) => (
              <li key={one.n}>
                <StateTag kind="ambiguity" code={one.code} /> {one.message}
                {one.lines && (
                  <Button type="link" size="small" onClick={() => choice.show({ lines: one.lines })}>
                    {words.lineRange(one.lines[0], one.lines[1])}
                  </Button>
                )}
                <div className="soft">
                  {one.decision ? `${one.decision.text} — ${one.decision.by ?? ''} ${day(one.decision.at)}` : t.notDecided}
                </div>
              </li>
            ))}
          </ol>
        )}
      </Sheet>
    </div>
  );
}
