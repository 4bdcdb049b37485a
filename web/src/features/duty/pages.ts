import { ScheduleOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'duty',
    load: () => import('./DutyPage'),
    place: { group: 'service', order: 60, name: { zh: '值班值守', en: 'Duty' }, icon: ScheduleOutlined, may: 'serve' },
  },
  { path: 'duty/rosters/:id', load: () => import('./RosterPage') },
  { path: 'duty/periods/:id', load: () => import('./PeriodPage') },
];
