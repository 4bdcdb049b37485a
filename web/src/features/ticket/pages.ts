import { ToolOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  {
    path: 'tickets',
    load: () => import('./TicketsPage'),
    place: { group: 'delivery', order: 30, name: { zh: '工单', en: 'Tickets' }, icon: ToolOutlined },
  },
  { path: 'tickets/:id', load: () => import('./TicketPage') },
];
