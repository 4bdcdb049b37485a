import { CarryOutOutlined, CheckSquareOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'acceptances',
    load: () => import('./AcceptancesPage'),
    place: { group: 'proof', order: 30, name: { zh: '验收', en: 'Acceptance' }, icon: CheckSquareOutlined },
  },
  { path: 'acceptances/:id', load: () => import('./AcceptancePage') },
  {
    path: 'acceptance-plan',
    load: () => import('./PlanPage'),
    place: { group: 'proof', order: 28, name: { zh: '验收计划', en: 'Acceptance plan' }, icon: CarryOutOutlined },
  },
  { path: 'acceptance-rounds/:id', load: () => import('./RoundPage') },
];
