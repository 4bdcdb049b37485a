import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { useWords } from '@/shared/i18n';
import { useMay } from '@/shared/session';
import { PageHead } from '@/shared/ui/Page';
import './duty.css';
import { AbsencesTab } from './AbsencesTab';
import { MineTab } from './MineTab';
import { NowTab } from './NowTab';
import { PeriodsTab } from './PeriodsTab';
import { RostersTab } from './RostersTab';
import { text } from './words';

export default function DutyPage() {
  const t = useWords(text);
  const operates = useMay('operate');
  const [parameters, setParameters] = useSearchParams();
  return (
    <>
      <PageHead title={t.title} note={t.note} />
      <Tabs
        activeKey={parameters.get('tab') ?? 'now'}
        onChange={(tab) => setParameters({ tab })}
        destroyOnHidden
        items={[
          { key: 'now', label: t.nowTab, children: <NowTab /> },
          { key: 'periods', label: t.periodsTab, children: <PeriodsTab /> },
          ...(operates ? [{ key: 'mine', label: t.mineTab, children: <MineTab /> }, { key: 'absences', label: t.absencesTab, children: <AbsencesTab /> }] : []),
          { key: 'rosters', label: t.rostersTab, children: <RostersTab /> },
        ]}
      />
    </>
  );
}
