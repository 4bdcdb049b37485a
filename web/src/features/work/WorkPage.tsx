import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { useWords } from '@/shared/i18n';
import { PageHead } from '@/shared/ui/Page';
import { ObligationsTab } from './ObligationsTab';
import { RunsTab } from './RunsTab';
import { text } from './words';

export default function WorkPage() {
  const t = useWords(text);
  const [parameters, setParameters] = useSearchParams();
  return (
    <>
      <PageHead title={t.title} note={t.note} />
      <Tabs
        activeKey={parameters.get('tab') ?? 'obligations'}
        onChange={(tab) => setParameters({ tab })}
        destroyOnHidden
        items={[
          { key: 'obligations', label: t.obligations, children: <ObligationsTab /> },
          { key: 'runs', label: t.runs, children: <RunsTab /> },
        ]}
      />
    </>
  );
}
