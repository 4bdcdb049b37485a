import { BugOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'bulletins',
    load: () => import('./BulletinsPage'),
    place: { group: 'service', order: 27, name: { zh: '安全通告', en: 'Security bulletins' }, icon: BugOutlined, may: 'serve' },
  },
  { path: 'bulletins/new', load: () => import('./NewBulletinPage') },
  { path: 'bulletins/files', load: () => import('./FilesPage') },
  { path: 'bulletins/:id', load: () => import('./BulletinPage') },
  { path: 'bulletins/:id/edit', load: () => import('./EditBulletinPage') },
];
