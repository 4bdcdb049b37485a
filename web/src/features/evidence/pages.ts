import { ContainerOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'evidence',
    load: () => import('./EvidencePage'),
    place: { group: 'proof', order: 10, name: { zh: '证据', en: 'Evidence' }, icon: ContainerOutlined },
  },
  { path: 'evidence/:contractId/:seq', load: () => import('./EvidenceItemPage') },
];
