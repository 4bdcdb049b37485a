import { CheckSquareOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'acceptances',
    load: () => import('./AcceptancesPage'),
    place: { group: 'proof', order: 30, name: { zh: '验收', en: 'Acceptance' }, icon: CheckSquareOutlined },
  },
  { path: 'acceptances/:id', load: () => import('./AcceptancePage') },
];
