import { AccountBookOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'billing',
    load: () => import('./BillingPage'),
    place: { group: 'promise', order: 40, name: { zh: '账务', en: 'Billing' }, icon: AccountBookOutlined, may: 'serve' },
  },
];
