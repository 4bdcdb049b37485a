import { LockOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'secrecy',
    load: () => import('./SecrecyPage'),
    place: { group: 'people', order: 60, name: { zh: '保密', en: 'Secrecy' }, icon: LockOutlined },
  },
  { path: 'secrecy/sign/:clientId', load: () => import('./SignPage') },
];
