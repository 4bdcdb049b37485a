import { RiseOutlined, ThunderboltOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  { path: 'escalations', load: () => import('./EscalationsPage'), place: { group: 'service', order: 70, name: { zh: '升级通知', en: 'Escalations' }, icon: RiseOutlined, may: 'serve' } },
  { path: 'escalations/:id', load: () => import('./EscalationPage') },
  { path: 'escalation-chains', load: () => import('./ChainsPage'), place: { group: 'service', order: 75, name: { zh: '升级链', en: 'Escalation chains' }, icon: ThunderboltOutlined, may: 'prove' } },
];
