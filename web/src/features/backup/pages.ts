import { DatabaseOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'backups',
    load: () => import('./BackupsPage'),
    place: { group: 'house', order: 40, name: { zh: '平台备份', en: 'Backups' }, icon: DatabaseOutlined, may: 'administer' },
  },
];
