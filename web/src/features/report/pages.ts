import { FileDoneOutlined, FileWordOutlined, ScheduleOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'reports',
    load: () => import('./ReportsPage'),
    place: { group: 'proof', order: 20, name: { zh: '报告', en: 'Reports' }, icon: FileDoneOutlined },
  },
  {
    path: 'report-schedule',
    load: () => import('./SchedulePage'),
    place: { group: 'proof', order: 22, name: { zh: '报告计划', en: 'Report schedule' }, icon: ScheduleOutlined },
  },
  {
    path: 'report-templates',
    load: () => import('./TemplatesPage'),
    place: { group: 'house', order: 60, name: { zh: 'Word 模板', en: 'Word templates' }, icon: FileWordOutlined, may: 'operate' },
  },
];
