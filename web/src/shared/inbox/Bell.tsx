import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Badge, Button } from 'antd';
import { Link } from 'react-router';
import { get } from '@/shared/api/http';
import { useWords, words } from '@/shared/i18n';

export const unreadKey = ['inbox', 'unread'];

const text = words(
  { bell: (n: number) => (n ? `消息，${n} 条未读` : '消息') },
  { bell: (n: number) => (n ? `Messages, ${n} unread` : 'Messages') },
);

/** How many messages wait for the person signed in, and the way to them. */
export function Bell() {
  const t = useWords(text);
  const { data } = useQuery({
    queryKey: unreadKey,
    queryFn: ({ signal }) => get<{ unread: number }>('/inbox/unread', undefined, signal),
    refetchInterval: 15_000,
  });
  const unread = data?.unread ?? 0;
  return (
    <Link to="/inbox" aria-label={t.bell(unread)} title={t.bell(unread)}>
      <Badge count={unread} size="small" overflowCount={99} offset={[-4, 6]}>
        <Button type="text" tabIndex={-1} aria-hidden icon={<BellOutlined />} />
      </Badge>
    </Link>
  );
}
