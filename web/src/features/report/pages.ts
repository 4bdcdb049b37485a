import { FileDoneOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'reports',
    load: () => import('./ReportsPage'),
    place: { group: 'proof', order: 20, name: { zh: '报告', en: 'Reports' }, icon: FileDoneOutlined },
  },
];
