import { ExportOutlined, LockOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'secrecy',
    load: () => import('./SecrecyPage'),
    place: { group: 'people', order: 60, name: { zh: '保密', en: 'Secrecy' }, icon: LockOutlined },
  },
  {
    path: 'secrecy/exports',
    load: () => import('./ExportsPage'),
    place: { group: 'people', order: 61, name: { zh: '数据导出', en: 'Exports' }, icon: ExportOutlined },
  },
  { path: 'secrecy/sign/:clientId', load: () => import('./SignPage') },
];
