import { FileTextOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'contracts',
    load: () => import('./ContractsPage'),
    place: { group: 'promise', order: 10, name: { zh: '合同', en: 'Contracts' }, icon: FileTextOutlined },
  },
  { path: 'contracts/import', load: () => import('./intake/UploadPage') },
  { path: 'contracts/:id/intake', load: () => import('./intake/IntakePage') },
  { path: 'contracts/:id', load: () => import('./ContractPage') },
];
