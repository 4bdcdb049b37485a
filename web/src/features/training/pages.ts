import { ReadOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'training',
    load: () => import('./TrainingPage'),
    place: { group: 'people', order: 30, name: { zh: '培训', en: 'Training' }, icon: ReadOutlined, may: 'serve' },
  },
  { path: 'training/sessions/:id', load: () => import('./SessionPage') },
  { path: 'training/courses/:id', load: () => import('./CoursePage') },
  { path: 'training/door/:token', load: () => import('./DoorPage'), open: true },
  { path: 'training/seat/:token', load: () => import('./SeatPage'), open: true },
  { path: 'training/verify', load: () => import('./VerifyPage'), open: true },
];
