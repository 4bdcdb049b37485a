import { HomeOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: '',
    load: () => import('./OverviewPage'),
    place: { group: 'home', order: 0, name: { zh: '总览', en: 'Overview' }, icon: HomeOutlined },
  },
];
