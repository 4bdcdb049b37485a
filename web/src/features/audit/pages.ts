import { AuditOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'audit',
    load: () => import('./AuditPage'),
    place: { group: 'house', order: 10, name: { zh: '审计', en: 'Audit' }, icon: AuditOutlined, may: 'audit' },
  },
];
