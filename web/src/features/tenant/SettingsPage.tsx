import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { useWords } from '@/shared/i18n';
import { useMay } from '@/shared/session';
import { PageHead } from '@/shared/ui/Page';
import { Account } from './Account';
import { ClientsTab } from './ClientsTab';
import { text } from './words';

export default function SettingsPage() {
  const t = useWords(text);
  const serves = useMay('serve');
  const [parameters, setParameters] = useSearchParams();
  const tabs = [
    { key: 'account', label: t.account, children: <Account /> },
  ];
  if (serves) tabs.push({ key: 'clients', label: t.clientsTab, children: <ClientsTab /> });
  return (
    <>
      <PageHead title={t.settings} note={t.settingsNote} />
      <Tabs activeKey={parameters.get('tab') ?? 'account'} onChange={(tab) => setParameters({ tab })} items={tabs} destroyOnHidden />
    </>
  );
}
