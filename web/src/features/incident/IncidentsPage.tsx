import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { post } from '@/shared/api/http';
import { useContractChoices } from '@/shared/contract/queries';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { AskAct, instantOf } from '@/shared/ui/AskAct';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import type { Incident, Room } from './types';
import { text } from './words';

export default function IncidentsPage() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const report = useMay('operate') && <Report />;
  return (
    <>
      <PageHead title={t.title} note={t.note} actions={report} />
      <ListTable<Incident>
        path="/incidents"
        label={t.title}
        rowKey={(one) => one.id}
        refetchEvery={15_000}
        empty={{ title: t.none, hint: t.noneHint }}
        filters={[
          { name: 'phase', label: t.phase, options: [{ value: 'analysis,containment,eradication,recovery,review', label: t.openOnly }, ...codeChoices('incidentPhase', language)] },
          { name: 'grade', label: t.grade, options: codeChoices('incidentGrade', language) },
          { name: 'category', label: t.category, options: codeChoices('incidentCategory', language) },
        ]}
        columns={[
          {
            key: 'title',
            title: c.title,
            render: (one) => (
              <span className="cell-two">
                <Link to={`/incidents/${one.id}`}>{one.title}</Link>
                <span className="soft">
                  <span className="mono">{one.number}</span> · {codeName('incidentCategory', one.category, language)}
                </span>
              </span>
            ),
          },
          { key: 'grade', title: t.grade, render: (one) => (one.grade ? <StateTag kind="incidentGrade" code={one.grade} /> : <span className="soft">{t.ungraded}</span>) },
          { key: 'phase', title: t.phase, render: (one) => <StateTag kind="incidentPhase" code={one.phase} /> },
          { key: 'detected', title: t.detected, sort: 'detectedAt', render: (one) => <span className="figures nowrap">{time(one.detectedAt)}</span> },
          { key: 'recover', title: t.recover, render: (one) => <span className="figures nowrap">{one.measures.recover === null ? '—' : t.minutes(Math.ceil(one.measures.recover / 60))}</span> },
        ]}
      />
    </>
  );
}

function Report() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const contracts = useContractChoices().filter((one) => one.contract.state === 'in-force');
  return (
    <AskAct
      label={t.report}
      title={t.report}
      button={{ type: 'primary' }}
      fields={[
        { name: 'contractId', label: c.contract, kind: 'select', options: contracts, initial: contracts[0]?.value ?? '' },
        { name: 'title', label: t.what },
        { name: 'category', label: t.category, kind: 'select', options: codeChoices('incidentCategory', language), initial: 'attack' },
        { name: 'severity', label: c.severity, kind: 'select', options: codeChoices('severity', language), initial: 'high' },
        { name: 'occurredAt', label: t.occurred, kind: 'minute', optional: true, hint: t.occurredHint },
      ]}
      act={async ({ contractId, title, category, severity, occurredAt }) => {
        const room = await post<Room>('/incidents', { contractId, title, category, severity, occurredAt: instantOf(occurredAt) });
        await queries.invalidateQueries();
        await navigate(`/incidents/${room.id}`);
      }}
    />
  );
}
