import { CalendarOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'work',
    load: () => import('./WorkPage'),
    place: { group: 'delivery', order: 10, name: { zh: '履约', en: 'Work' }, icon: CalendarOutlined },
  },
  { path: 'obligations/:id', load: () => import('./ObligationPage') },
  { path: 'work/runs/:id', load: () => import('./RunPage') },
];
