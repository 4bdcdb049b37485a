import { SettingOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'settings',
    load: () => import('./SettingsPage'),
    place: { group: 'house', order: 90, name: { zh: '设置', en: 'Settings' }, icon: SettingOutlined },
  },
];
