import { MailOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'mail',
    load: () => import('./MailPage'),
    place: { group: 'delivery', order: 35, name: { zh: '来信', en: 'Incoming mail' }, icon: MailOutlined, may: 'manage' },
  },
];
