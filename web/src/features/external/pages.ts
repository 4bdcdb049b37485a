import { NotificationOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'external',
    load: () => import('./NoticesPage'),
    place: { group: 'service', order: 26, name: { zh: '外部通报', en: 'External notices' }, icon: NotificationOutlined, may: 'serve' },
  },
  { path: 'external/:id', load: () => import('./NoticePage') },
];
