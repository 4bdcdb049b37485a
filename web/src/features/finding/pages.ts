import { AlertOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'findings',
    load: () => import('./FindingsPage'),
    place: { group: 'delivery', order: 20, name: { zh: '问题', en: 'Findings' }, icon: AlertOutlined },
  },
  { path: 'findings/:id', load: () => import('./FindingPage') },
];
