import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { get } from '@/shared/api/http';
import type { Obligation } from '@/shared/api/types';
import { useContractChoices } from '@/shared/contract/queries';
import { time, window as span } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { EvidenceLinks } from '@/shared/obligation/EvidenceLinks';
import { ObligationActions } from '@/shared/obligation/ObligationActions';
import { TicketsAbout } from '@/shared/ticket/TicketsAbout';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import { text } from './words';

export default function ObligationPage() {
  const { id = '' } = useParams();
  const obligation = useQuery({
    queryKey: ['obligation', id],
    queryFn: ({ signal }) => get<Obligation>(`/obligations/${id}`, undefined, signal),
    refetchInterval: 30_000,
  });
  return <Answered of={obligation}>{(found) => <ObligationSheet obligation={found} />}</Answered>;
}

function ObligationSheet({ obligation }: { obligation: Obligation }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const contract = useContractChoices().find((one) => one.value === obligation.contractId)?.label;
  const facts: [string, React.ReactNode][] = [
    [t.window, span(obligation.windowFrom, obligation.windowTo)],
    [c.capability, codeName('capability', obligation.capability, language)],
    [c.asset, obligation.assetName ?? '—'],
    [c.contract, <Link key="contract" to={`/contracts/${obligation.contractId}?clause=${encodeURIComponent(obligation.serviceId)}`}>{contract ?? c.open}</Link>],
    [t.performed, obligation.performedAt ? time(obligation.performedAt) : '—'],
    [c.evidence, <EvidenceLinks key="evidence" contractId={obligation.contractId} evidence={obligation.evidence} most={5} />],
  ];
  if (obligation.reason) facts.push([c.reason, obligation.reason]);
  return (
    <div className="stack">
      <PageHead title={obligation.title} note={<StateTag kind="obligation" code={obligation.state} />} actions={<ObligationActions obligation={obligation} />} />
      <Sheet title={c.details}>
        <Facts items={facts} />
      </Sheet>
      <TicketsAbout about={`obligation/${obligation.id}`} />
    </div>
  );
}
