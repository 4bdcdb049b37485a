import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { address, get } from '@/shared/api/http';
import type { ContractView, EvidenceRef, Obligation, Page, ServiceItem, ServiceView } from '@/shared/api/types';
import { SourceText } from '@/shared/contract/SourceText';
import { period, time, window as span } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName, frequencyName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { ObligationActions } from '@/shared/obligation/ObligationActions';
import { OutcomeBar } from '@/shared/ui/OutcomeBar';
import { Answered, Empty, Facts } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import type { Choice } from './choice';
import { deadlineSaid } from './said';
import { text } from './words';

const shownObligations = 50;
const begun = 'due,running,unknown,done,late,missed,waived,cancelled';

/** Clause, delivery and source text side by side. */
export function ClausesTab({ contract, choice, source }: { contract: ContractView; choice: Choice; source: string[] }) {
  const t = useWords(text);
  const { services } = contract.body;
  const views = useQuery({
    queryKey: ['contract', contract.id, 'services'],
    queryFn: async ({ signal }) => {
      const answer = await get<Page<ServiceView> | ServiceView[]>(`/contracts/${contract.id}/services`, undefined, signal);
      return Array.isArray(answer) ? answer : answer.items;
    },
    enabled: contract.state !== 'draft',
  });
  const chosen = services.find((service) => service.id === choice.clause) ?? services[0] ?? null;
  if (services.length === 0 || !chosen) {
    return (
      <div className="sheet">
        <Empty title={t.noClauses} hint={t.noClausesHint} />
      </div>
    );
  }
  const lines = choice.clause ? (choice.lines ?? chosen.lines) : chosen.lines;
  return (
    <div className="clauses">
      <ClauseList services={services} views={views.data ?? []} chosen={chosen.id} onChoose={(service) => choice.show({ clause: service.id, lines: service.lines })} />
      <section className="sheet clause-body" aria-label={chosen.title}>
        <ClauseBody contract={contract} service={chosen} view={views.data?.find((view) => view.id === chosen.id) ?? null} onLines={() => choice.show({ clause: chosen.id, lines: chosen.lines })} />
      </section>
      <section className="sheet clause-source">
        <div className="sheet-head">
          <h2>{t.tabSource}</h2>
        </div>
        <SourceText lines={source} chosen={lines} height="calc(100vh - 160px)" />
      </section>
    </div>
  );
}

function ClauseList({ services, views, chosen, onChoose }: {
  services: ServiceItem[];
  views: ServiceView[];
  chosen: string;
  onChoose: (service: ServiceItem) => void;
}) {
  const t = useWords(text);
  const { language } = useLanguage();
  const list = useRef<HTMLUListElement>(null);
  const step = (event: React.KeyboardEvent, index: number) => {
    const next = event.key === 'ArrowDown' ? index + 1 : event.key === 'ArrowUp' ? index - 1 : null;
    if (next === null) return;
    event.preventDefault();
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <nav className="sheet clause-list" aria-label={t.clauses}>
      <div className="sheet-head">
        <h2>
          {t.clauses} <span className="soft figures">{services.length}</span>
        </h2>
      </div>
      <ul ref={list}>
        {services.map((service, index) => {
          const tally = views.find((view) => view.id === service.id)?.counts;
          return (
            <li key={service.id}>
              <button
                type="button"
                aria-current={service.id === chosen ? 'true' : undefined}
                onClick={() => onChoose(service)}
                onKeyDown={(event) => step(event, index)}
              >
                <span className="clause-number">{service.clause ?? '·'}</span>
                <span className="clause-name">
                  {service.title}
                  <span className="soft">
                    {frequencyName(service.frequency, service.atMost, language, period)}
                    {tally && tally.missed > 0 && <span className="clause-missed"> ✕{tally.missed}</span>}
                    {tally && tally.late > 0 && <span className="clause-late"> △{tally.late}</span>}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function ClauseBody({ contract, service, view, onLines }: { contract: ContractView; service: ServiceItem; view: ServiceView | null; onLines: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const facts: [string, React.ReactNode][] = [
    [c.capability, codeName('capability', service.capability, language)],
    [t.frequency, frequencyName(service.frequency, service.atMost, language, period)],
  ];
  const deadline = deadlineSaid(service.deadline, language);
  if (deadline) facts.push([t.deadline, deadline]);
  if (service.deliverables.length > 0) facts.push([t.deliverables, service.deliverables.join('、')]);
  if (service.scope.length > 0) facts.push([t.scope, service.scope.join('、')]);
  if (view?.way) facts.push([t.way, codeName('way', view.way, language)]);
  if (service.atMost !== null && view?.used != null) facts.push([t.used, `${view.used} / ${service.atMost}`]);
  if (view) facts.push([t.assets, view.assets.length > 0 ? view.assets.map((asset) => asset.name).join('、') : t.noAssets]);
  return (
    <>
      <div className="sheet-head">
        <h2>
          {service.clause && <span className="soft">{service.clause} </span>}
          {service.title}
        </h2>
        {service.lines && (
          <Button type="link" size="small" onClick={onLines}>
            {c.lineRange(service.lines[0], service.lines[1])}
          </Button>
        )}
      </div>
      <div className="sheet-body stack">
        <blockquote className="clause-text">{service.text}</blockquote>
        {service.valueAdded && <span className="tag">{t.valueAdded}</span>}
        <Facts items={facts} />
        {contract.state === 'draft' ? <p className="soft">{t.notInForce}</p> : <Delivery contract={contract} service={service} view={view} />}
      </div>
    </>
  );
}

function Delivery({ contract, service, view }: { contract: ContractView; service: ServiceItem; view: ServiceView | null }) {
  const t = useWords(text);
  const [scope, setScope] = useState<'begun' | 'planned'>('begun');
  const query = {
    contract: contract.id,
    service: service.id,
    size: shownObligations,
    ...(scope === 'begun' ? { state: begun, sort: 'windowFrom,desc' } : { state: 'planned', sort: 'windowFrom' }),
  };
  const obligations = useQuery({
    queryKey: ['list', '/obligations', query],
    queryFn: ({ signal }) => get<Page<Obligation>>('/obligations', query, signal),
  });
  return (
    <div>
      <div className="row-spread">
        <h3>{t.obligations}</h3>
        <Segmented
          size="small"
          aria-label={t.obligations}
          value={scope}
          onChange={setScope}
          options={[
            { value: 'begun', label: t.begun },
            { value: 'planned', label: t.planned },
          ]}
        />
      </div>
      {view?.counts && <OutcomeBar tally={view.counts} />}
      <Answered of={obligations} lines={4}>
        {(page) =>
          page.items.length === 0 ? (
            <p className="soft">{view?.note ?? (view?.way === 'rule' || view?.way === 'quota' ? t.noObligations : t.noneBegun)}</p>
          ) : (
            <>
              <ul className="occurrences">
                {page.items.map((one) => (
                  <Occurrence key={one.id} obligation={one} />
                ))}
              </ul>
              {page.total > page.items.length && (
                <p className="soft">
                  {t.more(page.items.length, page.total)} · <Link to={`/work?tab=obligations&contract=${contract.id}&service=${encodeURIComponent(service.id)}`}>{t.seeAll}</Link>
                </p>
              )}
            </>
          )
        }
      </Answered>
    </div>
  );
}

function Occurrence({ obligation }: { obligation: Obligation }) {
  return (
    <li>
      <div className="row-spread">
        <span className="figures">{span(obligation.windowFrom, obligation.windowTo)}</span>
        <StateTag kind="obligation" code={obligation.state} />
      </div>
      <div className="row-spread">
        <span className="soft figures">
          {obligation.assetName} {obligation.performedAt && time(obligation.performedAt)}
        </span>
      </div>
      {obligation.evidence?.length > 0 && <Proofs contractId={obligation.contractId} evidence={obligation.evidence} />}
      {obligation.reason && <div className="soft">{obligation.reason}</div>}
      <ObligationActions obligation={obligation} />
    </li>
  );
}

const shownProofs = 4;

/** Each piece of evidence by its place in the chain, with its content and the digest to hold it against. */
function Proofs({ contractId, evidence }: { contractId: string; evidence: EvidenceRef[] }) {
  const t = useWords(text);
  const [all, setAll] = useState(false);
  const shown = all ? evidence : evidence.slice(0, shownProofs);
  return (
    <>
      <ul className="proofs">
        {shown.map((proof) => (
          <li key={proof.seq}>
            <Link to={`/evidence/${contractId}/${proof.seq}`}>
              #{proof.seq} {proof.name}
            </Link>
            <a className="mono soft nowrap" href={address(`/evidence/${contractId}/${proof.seq}/content`)} download title={`${t.contentOf} SHA-256 ${proof.digest}`}>
              {proof.digest.slice(0, 8)}
            </a>
          </li>
        ))}
      </ul>
      {evidence.length > shown.length && (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {t.allProofs(evidence.length)}
        </Button>
      )}
    </>
  );
}
