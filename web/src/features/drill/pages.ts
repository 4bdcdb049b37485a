import { ExperimentOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'drills',
    load: () => import('./DrillsPage'),
    place: { group: 'service', order: 70, name: { zh: '应急演练', en: 'Drills' }, icon: ExperimentOutlined },
  },
  { path: 'drills/assets', load: () => import('./DrillAssetsPage') },
  { path: 'drills/:id', load: () => import('./DrillPage') },
];
