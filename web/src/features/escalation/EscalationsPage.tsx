import { Link } from 'react-router';
import { useClientChoices } from '@/shared/contract/queries';
import { timeToSecond } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import { Take } from './Take';
import type { Escalation } from './types';
import { text } from './words';

export default function EscalationsPage() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const clients = useClientChoices();
  return (
    <>
      <PageHead title={t.escalations} note={t.escalationsNote} />
      <ListTable<Escalation>
        path="/escalations"
        label={t.escalations}
        rowKey={(one) => one.id}
        refetchEvery={5_000}
        empty={{ title: t.none, hint: t.noneHint }}
        filters={[
          { name: 'state', label: c.state, options: codeChoices('escalation', language) },
          { name: 'severity', label: c.severity, options: codeChoices('severity', language) },
          { name: 'client', label: c.client, options: clients },
        ]}
        columns={[
          { key: 'severity', title: c.severity, render: (one) => <StateTag kind="severity" code={one.severity} /> },
          { key: 'title', title: c.title, render: (one) => <Link className="cell-two" to={`/escalations/${one.id}`}>{one.title}</Link> },
          { key: 'state', title: c.state, render: (one) => <StateTag kind="escalation" code={one.state} /> },
          { key: 'startedAt', title: t.started, sort: 'startedAt', render: (one) => <span className="figures nowrap">{timeToSecond(one.startedAt)}</span> },
          { key: 'told', title: t.told, render: (one) => <span className="figures">{t.times(one.told)}</span> },
          { key: 'nextAt', title: t.next, sort: 'nextAt', render: (one) => one.nextAt && <span className="figures nowrap">{timeToSecond(one.nextAt)}</span> },
          { key: 'ended', title: t.ended, render: (one) => one.endedBy && `${one.endedBy} · ${codeName('escalationHow', one.how ?? '', language)}` },
          { key: 'actions', title: c.actions, render: (one) => <Take escalation={one} size="small" /> },
        ]}
      />
    </>
  );
}
