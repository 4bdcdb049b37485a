import { useQuery, useQueryClient } from '@tanstack/react-query';
import { get, remove } from '@/shared/api/http';
import { time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Answered, Sheet } from '@/shared/ui/Page';
import { own } from './own-words';
import type { MySession } from './types';

/** Where one is signed in, and how to end it. */
export function SessionsPanel() {
  const t = useWords(own);
  const queries = useQueryClient();
  const key = ['account', 'sessions'];
  const list = useQuery({ queryKey: key, queryFn: ({ signal }) => get<MySession[]>('/account/sessions', undefined, signal) });
  const ways: Record<string, string> = { password: t.byPassword, passkey: t.byPasskey, federation: t.byFederation };
  const end = (path: string) => async () => {
    await remove(path);
    await queries.invalidateQueries({ queryKey: key });
  };
  return (
    <Sheet
      title={t.sessions}
      extra={
        (list.data?.length ?? 0) > 1 && (
          <ConfirmAct label={t.endOthers} title={t.endOthers} warning={t.endOthersWarning} button={{ size: 'small' }} act={end('/account/sessions')} />
        )
      }
    >
      <p className="soft">{t.sessionsNote}</p>
      <Answered of={list} lines={2}>
        {(sessions) => (
          <ul className="key-list">
            {sessions.map(({ current, session }) => (
              <li key={session.id}>
                <span>
                  <strong>{session.address ?? '—'}</strong> {current && <span className="tag tag-good">{t.thisOne}</span>}{' '}
                  <span className="soft">
                    {ways[session.way] ?? session.way} · {t.since} {time(session.since)} · {t.lastSeen} {time(session.lastSeen)}
                  </span>
                  <br />
                  <span className="soft cell-clip">{session.agent}</span>
                </span>
                {!current && <ConfirmAct label={t.endSession} title={t.endSession} warning={session.agent ?? session.address} button={{ size: 'small' }} act={end(`/account/sessions/${session.id}`)} />}
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Sheet>
  );
}
