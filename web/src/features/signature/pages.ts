import { SafetyCertificateOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'certificates',
    load: () => import('./CertificatesPage'),
    place: { group: 'proof', order: 70, name: { zh: '数字证书', en: 'Certificates' }, icon: SafetyCertificateOutlined },
  },
];
