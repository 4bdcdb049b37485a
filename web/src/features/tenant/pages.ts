import { SafetyOutlined, SettingOutlined, TeamOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'people',
    load: () => import('./PeoplePage'),
    place: { group: 'house', order: 80, name: { zh: '人员与账号', en: 'People' }, icon: TeamOutlined, may: 'oversee' },
  },
  { path: 'people/:id', load: () => import('./PersonPage') },
  {
    path: 'security',
    load: () => import('./SecurityPage'),
    place: { group: 'house', order: 85, name: { zh: '登录安全', en: 'Sign-in security' }, icon: SafetyOutlined, may: 'oversee' },
  },
  {
    path: 'settings',
    load: () => import('./SettingsPage'),
    place: { group: 'house', order: 90, name: { zh: '设置', en: 'Settings' }, icon: SettingOutlined },
  },
];
