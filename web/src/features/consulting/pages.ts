import { BulbOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'consulting',
    load: () => import('./ConsultingPage'),
    place: { group: 'people', order: 40, name: { zh: '安全咨询', en: 'Advice' }, icon: BulbOutlined, may: 'serve' },
  },
  { path: 'consulting/advice/:id', load: () => import('./AdvicePage') },
  { path: 'consulting/self-checks/:id', load: () => import('./SelfCheckPage') },
];
