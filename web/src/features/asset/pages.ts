import { ClusterOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'assets',
    load: () => import('./AssetsPage'),
    place: { group: 'promise', order: 20, name: { zh: '资产', en: 'Assets' }, icon: ClusterOutlined },
  },
  { path: 'assets/:id', load: () => import('./AssetPage') },
  {
    path: 'permits',
    load: () => import('./PermitsPage'),
    place: { group: 'promise', order: 30, name: { zh: '授权', en: 'Permits' }, icon: SafetyCertificateOutlined },
  },
];
