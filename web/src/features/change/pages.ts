import { SwapOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'changes',
    load: () => import('./ChangesPage'),
    place: { group: 'service', order: 24, name: { zh: '变更', en: 'Changes' }, icon: SwapOutlined, may: 'serve' },
  },
  { path: 'changes/:id', load: () => import('./ChangePage') },
];
