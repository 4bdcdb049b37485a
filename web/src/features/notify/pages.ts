import { BellOutlined, MailOutlined, NotificationOutlined, SendOutlined } from '@ant-design/icons';
import type { FeaturePage } from '@/shared/pages';

export const pages: FeaturePage[] = [
  { path: 'inbox', load: () => import('./InboxPage'), place: { group: 'home', order: 20, name: { zh: '消息', en: 'Messages' }, icon: BellOutlined } },
  { path: 'deliveries', load: () => import('./DeliveriesPage'), place: { group: 'proof', order: 60, name: { zh: '通知送达', en: 'Deliveries' }, icon: SendOutlined, may: 'prove' } },
  { path: 'deliveries/:id', load: () => import('./DeliveryPage') },
  { path: 'notice-rules', load: () => import('./RulesPage'), place: { group: 'service', order: 80, name: { zh: '通知规则', en: 'Who is told how' }, icon: NotificationOutlined, may: 'prove' } },
  { path: 'channels', load: () => import('./ChannelsPage'), place: { group: 'house', order: 50, name: { zh: '通知渠道', en: 'Channels' }, icon: MailOutlined, may: 'administer' } },
];
