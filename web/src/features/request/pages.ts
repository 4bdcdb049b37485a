import { ContactsOutlined, CustomerServiceOutlined, FieldNumberOutlined, MessageOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'requests',
    load: () => import('./RequestsPage'),
    place: { group: 'service', order: 20, name: { zh: '服务请求', en: 'Requests' }, icon: CustomerServiceOutlined, may: 'serve' },
  },
  { path: 'requests/:id', load: () => import('./RequestPage') },
  {
    path: 'consultations',
    load: () => import('./ConsultationsPage'),
    place: { group: 'service', order: 22, name: { zh: '咨询记录', en: 'Consultations' }, icon: MessageOutlined, may: 'serve' },
  },
  {
    path: 'quotas',
    load: () => import('./QuotasPage'),
    place: { group: 'service', order: 40, name: { zh: '服务限额', en: 'Quotas' }, icon: FieldNumberOutlined, may: 'serve' },
  },
  {
    path: 'contacts',
    load: () => import('./ContactsPage'),
    place: { group: 'service', order: 42, name: { zh: '联系责任人', en: 'Contacts' }, icon: ContactsOutlined, may: 'serve' },
  },
];
