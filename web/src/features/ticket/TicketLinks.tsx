import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { post, remove } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { useMay } from '@/shared/session';
import { Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import type { LinkKind, TicketDetail, TicketLink } from './types';
import { text } from './words';

const kinds: LinkKind[] = ['ticket', 'asset', 'finding', 'obligation', 'service'];

/** Where a link leads; null for things without a page of their own. */
export function address(link: TicketLink): string | null {
  const [contract = '', service = ''] = link.target.split('/');
  switch (link.kind) {
    case 'ticket':
      return `/tickets/${link.target}`;
    case 'finding':
      return `/findings/${link.target}`;
    case 'obligation':
      return `/obligations/${link.target}`;
    case 'service':
      return `/contracts/${contract}?clause=${encodeURIComponent(service)}`;
    case 'asset':
      return `/assets/${link.target}`;
  }
}

/** What a ticket is tied to. */
export function TicketLinks({ ticket }: { ticket: TicketDetail }) {
  const t = useWords(text);
  const tell = useTell();
  const queries = useQueryClient();
  const operates = useMay('operate');
  const [kind, setKind] = useState<LinkKind>('ticket');
  const [target, setTarget] = useState('');
  const [busy, setBusy] = useState(false);
  const change = async (work: Promise<unknown>) => {
    setBusy(true);
    try {
      await work;
      setTarget('');
      await queries.invalidateQueries();
    } catch (thrown) {
      tell.problem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet title={t.links}>
      <div className="stack-small">
        {ticket.links.length === 0 && <p className="soft">{t.noLinks}</p>}
        <ul className="ticket-links">
          {ticket.links.map((link) => {
            const to = address(link);
            return (
              <li key={link.id} className="row">
                <span className="soft">{t.linkName(link.kind)}</span>
                {to ? <Link to={to}>{link.label ?? link.target}</Link> : (link.label ?? link.target)}
                {operates && (
                  <Button type="link" size="small" aria-label={`${t.unlink} ${link.label ?? link.target}`} onClick={() => void change(remove(`/tickets/${ticket.id}/links/${link.id}`))}>
                    {t.unlink}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
        {operates && (
          <div className="row">
            <Select aria-label={t.linkKind} value={kind} onChange={setKind} options={kinds.map((one) => ({ value: one, label: t.linkName(one) }))} style={{ minWidth: 110 }} />
            <Input aria-label={t.linkTarget} placeholder={t.linkTarget} value={target} onChange={(event) => setTarget(event.target.value)} style={{ maxWidth: 260 }} />
            <Button loading={busy} disabled={target.trim() === ''} onClick={() => void change(post(`/tickets/${ticket.id}/links`, { kind, target: target.trim() }))}>
              {t.addLink}
            </Button>
          </div>
        )}
      </div>
    </Sheet>
  );
}
