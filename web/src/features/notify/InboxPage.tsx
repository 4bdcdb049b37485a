import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Segmented, Select, TimePicker } from 'antd';
import dayjs from 'dayjs';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { get, post, put } from '@/shared/api/http';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { Answered, PageHead, Sheet } from '@/shared/ui/Page';
import { ListTable } from '@/shared/ui/ListTable';
import { useTell } from '@/shared/ui/ProblemPanel';
import { StateTag } from '@/shared/ui/StateTag';
import { aboutLink } from './about';
import './notify.css';
import type { InboxItem, Means, Preference } from './types';
import { text } from './words';

export default function InboxPage() {
  const t = useWords(text);
  const c = useWords(common);
  const tell = useTell();
  const queries = useQueryClient();
  const [unread, setUnread] = useState(false);
  const read = async (path: string) => {
    try {
      await post(path, {});
      await queries.invalidateQueries();
    } catch (thrown) {
      tell.problem(thrown);
    }
  };
  return (
    <div className="stack">
      <PageHead title={t.inbox} note={t.inboxNote} actions={<Button onClick={() => void read('/inbox/read-all')}>{t.readAll}</Button>} />
      <ListTable<InboxItem>
        path="/inbox"
        label={t.inbox}
        rowKey={(one) => one.id}
        fixed={{ unread: unread || null }}
        refetchEvery={15_000}
        empty={{ title: t.noInbox, hint: t.noInboxHint }}
        extra={<Segmented aria-label={t.unread} value={unread} onChange={setUnread} options={[{ value: false, label: c.all }, { value: true, label: t.unreadOnly }]} />}
        columns={[
          { key: 'urgency', title: t.urgency, render: (one) => <StateTag kind="urgency" code={one.urgency} /> },
          {
            key: 'title',
            title: t.message,
            render: (one) => (
              <div className={one.readAt ? 'inbox-item' : 'inbox-item inbox-unread'}>
                {aboutLink(one.about) ? <Link to={aboutLink(one.about) ?? ''}>{one.title}</Link> : <strong>{one.title}</strong>}
                <div className="pre soft">{one.body}</div>
              </div>
            ),
          },
          { key: 'createdAt', title: c.time, sort: 'createdAt', render: (one) => <span className="figures nowrap">{time(one.createdAt)}</span> },
          {
            key: 'read',
            title: c.actions,
            render: (one) =>
              one.readAt ? null : (
                <Button size="small" onClick={() => void read(`/inbox/${one.id}/read`)}>
                  {t.markRead}
                </Button>
              ),
          },
        ]}
      />
      <Preferences />
    </div>
  );
}

function Preferences() {
  const t = useWords(text);
  const kept = useQuery({ queryKey: ['inbox', 'preferences'], queryFn: ({ signal }) => get<Preference>('/inbox/preferences', undefined, signal) });
  return (
    <Sheet title={t.preferences}>
      <Answered of={kept} lines={3}>
        {(found) => <PreferenceForm key={JSON.stringify(found)} kept={found} />}
      </Answered>
    </Sheet>
  );
}

const clock = (value: string | null) => (value ? dayjs(`2000-01-01T${value}`) : null);

function PreferenceForm({ kept }: { kept: Preference }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const [given, setGiven] = useState(kept);
  const save = async () => {
    try {
      await put('/inbox/preferences', given);
      tell.done(c.saved);
      await queries.invalidateQueries({ queryKey: ['inbox', 'preferences'] });
    } catch (thrown) {
      tell.problem(thrown);
    }
  };
  return (
    <div className="form-grid">
      <div>
        <label htmlFor={`${id}-quiet`}>{t.quiet}</label>
        <TimePicker.RangePicker
          id={`${id}-quiet`}
          format="HH:mm"
          order={false}
          value={[clock(given.quietFrom), clock(given.quietTo)]}
          onChange={(range) => setGiven({ ...given, quietFrom: range?.[0]?.format('HH:mm:ss') ?? null, quietTo: range?.[1]?.format('HH:mm:ss') ?? null })}
        />
        <div className="soft">{t.quietHint}</div>
      </div>
      <div>
        <label htmlFor={`${id}-digest`}>{t.digest}</label>
        <Select
          id={`${id}-digest`}
          value={given.digest}
          onChange={(digest) => setGiven({ ...given, digest })}
          options={[
            { value: 'none', label: t.digestNone },
            { value: 'hour', label: t.digestHour },
            { value: 'day', label: t.digestDay },
          ]}
          style={{ width: '100%' }}
        />
      </div>
      <div>
        <label htmlFor={`${id}-out`}>{t.optedOut}</label>
        <Select
          id={`${id}-out`}
          mode="multiple"
          value={given.optedOut}
          onChange={(optedOut: Means[]) => setGiven({ ...given, optedOut })}
          options={codeChoices('means', language, ['phone', 'sms', 'mail'])}
          style={{ width: '100%' }}
        />
        <div className="soft">{t.optedOutHint}</div>
      </div>
      <div className="wide">
        <Button type="primary" onClick={() => void save()}>
          {c.save}
        </Button>
      </div>
    </div>
  );
}
