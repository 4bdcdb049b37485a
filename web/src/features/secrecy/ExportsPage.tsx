import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { useClientChoices } from '@/shared/contract/queries';
import { bytes, timeToSecond } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { usePerson } from '@/shared/session';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { ApprovalsTab } from './ApprovalsTab';
import { ExportRuleTab } from './ExportRuleTab';
import { TraceTab } from './TraceTab';
import { exportText } from './exportWords';
import type { Exported } from './types';

export default function ExportsPage() {
  const t = useWords(exportText);
  const [parameters, setParameters] = useSearchParams();
  const traces = usePerson().role !== 'engineer';
  const tabs = [
    { key: 'log', label: t.log, children: <LogTab /> },
    { key: 'approvals', label: t.approvals, children: <ApprovalsTab /> },
    ...(traces ? [{ key: 'trace', label: t.trace, children: <TraceTab /> }] : []),
    { key: 'rule', label: t.rule, children: <ExportRuleTab /> },
  ];
  return (
    <>
      <PageHead title={t.title} note={t.note} />
      <Tabs activeKey={parameters.get('tab') ?? 'log'} onChange={(tab) => setParameters({ tab })} destroyOnHidden items={tabs} />
    </>
  );
}

/** Every file that left. */
function LogTab() {
  const t = useWords(exportText);
  const c = useWords(common);
  const { language } = useLanguage();
  return (
    <ListTable<Exported>
      path="/exports"
      label={t.log}
      rowKey={(one) => `${one.number}/${one.clientId}`}
      empty={{ title: t.noLog, hint: t.noLogHint }}
      filters={[
        { name: 'client', label: c.client, options: useClientChoices() },
        { name: 'shown', label: t.way, options: [{ value: 'false', label: t.asFile }, { value: 'true', label: t.onPage }] },
      ]}
      columns={[
        { key: 'number', title: t.number, render: (one) => <span className="cell-two"><span className="mono nowrap">{one.number}</span><span className="soft">{one.clientName}</span></span> },
        { key: 'at', title: c.time, sort: 'at', render: (one) => <span className="figures nowrap">{timeToSecond(one.at)}</span> },
        { key: 'who', title: t.who, sort: 'personName', render: (one) => <span className="cell-two">{one.personName}<span className="soft">{one.token ?? one.address}</span></span> },
        { key: 'what', title: t.what, render: (one) => <span className="cell-two">{one.name}<span className="soft mono">{one.path}{one.query && `?${one.query}`}</span></span> },
        {
          key: 'size',
          title: t.size,
          sort: 'bytes',
          render: (one) => <span className="cell-two figures">{one.rows === null ? '' : t.rows(one.rows)}<span className="soft">{one.bytes === null ? t.unfinished : bytes(one.bytes)}</span></span>,
        },
        { key: 'way', title: t.way, render: (one) => <span className="cell-two">{one.shown ? t.onPage : t.asFile}<span className="soft">{codeName('exportMarking', one.marking, language)}</span></span> },
        { key: 'digest', title: t.digest, render: (one) => <span className="mono soft" title={one.sha256 ?? ''}>{one.sha256?.slice(0, 12)}</span> },
      ]}
    />
  );
}
