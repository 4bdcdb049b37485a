import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { useWords } from '@/shared/i18n';
import { useMay } from '@/shared/session';
import { PageHead } from '@/shared/ui/Page';
import { DisclosuresTab } from './DisclosuresTab';
import { MineTab } from './MineTab';
import { NamedTab } from './NamedTab';
import { RulesTab } from './RulesTab';
import { UndertakingsTab } from './UndertakingsTab';
import { text } from './words';

export default function SecrecyPage() {
  const t = useWords(text);
  const operates = useMay('operate');
  const [parameters, setParameters] = useSearchParams();
  const tabs = [
    ...(operates ? [{ key: 'mine', label: t.mine, children: <MineTab /> }] : []),
    { key: 'undertakings', label: t.undertakings, children: <UndertakingsTab /> },
    { key: 'named', label: t.named, children: <NamedTab /> },
    { key: 'disclosures', label: t.disclosures, children: <DisclosuresTab /> },
    { key: 'rules', label: t.rules, children: <RulesTab /> },
  ];
  return (
    <>
      <PageHead title={t.title} note={t.note} />
      <Tabs activeKey={parameters.get('tab') ?? tabs[0]?.key ?? ''} onChange={(tab) => setParameters({ tab })} destroyOnHidden items={tabs} />
    </>
  );
}
