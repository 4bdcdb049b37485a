import { DashboardOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'status',
    load: () => import('./StatusPage'),
    place: { group: 'home', order: 10, name: { zh: '运行状态', en: 'Status' }, icon: DashboardOutlined, may: 'serve' },
  },
];
