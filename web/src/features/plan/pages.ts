import { ReadOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'plans',
    load: () => import('./PlansPage'),
    place: { group: 'service', order: 60, name: { zh: '应急预案', en: 'Emergency plans' }, icon: ReadOutlined },
  },
  { path: 'plans/:id', load: () => import('./PlanPage') },
];
