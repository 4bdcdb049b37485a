import { AlertOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'incidents',
    load: () => import('./IncidentsPage'),
    place: { group: 'delivery', order: 40, name: { zh: '安全事件', en: 'Incidents' }, icon: AlertOutlined },
  },
  { path: 'incidents/:id', load: () => import('./IncidentPage') },
];
