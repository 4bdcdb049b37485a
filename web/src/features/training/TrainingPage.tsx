import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { useWords } from '@/shared/i18n';
import { PageHead } from '@/shared/ui/Page';
import { CoursesTab } from './CoursesTab';
import { SessionsTab } from './SessionsTab';
import { text } from './words';

export default function TrainingPage() {
  const t = useWords(text);
  const [parameters, setParameters] = useSearchParams();
  return (
    <>
      <PageHead title={t.title} note={t.note} />
      <Tabs
        activeKey={parameters.get('tab') ?? 'sessions'}
        onChange={(tab) => setParameters({ tab })}
        destroyOnHidden
        items={[
          { key: 'sessions', label: t.sessionsTab, children: <SessionsTab /> },
          { key: 'courses', label: t.coursesTab, children: <CoursesTab /> },
        ]}
      />
    </>
  );
}
