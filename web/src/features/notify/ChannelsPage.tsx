import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { get, post } from '@/shared/api/http';
import { useClientChoices } from '@/shared/contract/queries';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { Answered, Empty, PageHead, Sheet } from '@/shared/ui/Page';
import { ProblemPanel } from '@/shared/ui/ProblemPanel';
import { ChannelForm } from './ChannelForm';
import './notify.css';
import type { Channel, TrialResult } from './types';
import { text } from './words';

export default function ChannelsPage() {
  const t = useWords(text);
  const [editing, setEditing] = useState<Channel | 'new' | null>(null);
  const channels = useQuery({
    queryKey: ['channels'],
    queryFn: ({ signal }) => get<Channel[]>('/channels', undefined, signal),
    refetchInterval: 10_000,
  });
  const add = (
    <Button type="primary" onClick={() => setEditing('new')}>
      {t.addChannel}
    </Button>
  );
  return (
    <div className="stack">
      <PageHead title={t.channels} note={t.channelsNote} actions={add} />
      {editing && <ChannelForm kept={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      <Answered of={channels}>
        {(found) =>
          found.length === 0 ? (
            <Sheet>
              <Empty title={t.noChannels} hint={t.noChannelsHint} action={add} />
            </Sheet>
          ) : (
            <Sheet flush>
              <ul className="cards">
                {found.map((one) => (
                  <Row key={one.id} channel={one} onEdit={() => setEditing(one)} />
                ))}
              </ul>
            </Sheet>
          )
        }
      </Answered>
    </div>
  );
}

function Health({ channel }: { channel: Channel }) {
  const t = useWords(text);
  if (!channel.enabled) return <span className="tag">{t.disabled}</span>;
  if (channel.deadSince) return <span className="tag tag-bad">{t.dead}</span>;
  if (channel.failures > 0) return <span className="tag tag-warn">{t.failing(channel.failures)}</span>;
  return <span className="tag tag-good">{t.works}</span>;
}

function Row({ channel, onEdit }: { channel: Channel; onEdit: () => void }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const [testing, setTesting] = useState(false);
  const clients = useClientChoices();
  const served = channel.everyClient ? t.allClients : channel.clients.map((id) => clients.find((one) => one.value === id)?.label ?? '—').join('、');
  return (
    <li>
      {testing && <Trial channel={channel} onClose={() => setTesting(false)} />}
      <div className={`row-spread${channel.deadSince ? ' channel-dead' : ''}`} role={channel.deadSince ? 'alert' : undefined}>
        <div>
          <div className="row">
            <strong>{channel.name}</strong>
            <Health channel={channel} />
          </div>
          <div className="soft">
            {codeName('channelKind', channel.kind, language)} · {served}
            {channel.means === 'robot' && ` · ${channel.audience === 'client' ? t.clientGroup : t.providerGroup}`}
          </div>
          {channel.deadSince && <div>{t.deadSince(time(channel.deadSince))}</div>}
          {channel.lastSaid && channel.failures > 0 && (
            <div className="soft">
              {t.lastSaid}：<span className="mono">{channel.lastSaid}</span>
            </div>
          )}
        </div>
        <div className="row">
          <Button onClick={() => setTesting(true)} aria-label={`${t.test} ${channel.name}`}>
            {t.test}
          </Button>
          <Button onClick={onEdit} aria-label={`${t.editChannel} ${channel.name}`}>
            {t.editChannel}
          </Button>
        </div>
      </div>
    </li>
  );
}

function Trial({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const [to, setTo] = useState('');
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<TrialResult | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const robot = channel.means === 'robot';
  const send = async () => {
    setBusy(true);
    setProblem(null);
    setResult(null);
    try {
      setResult(await post<TrialResult>(`/channels/${channel.id}/test`, { to }));
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open title={`${t.test} · ${channel.name}`} okText={t.testSend} cancelText={c.close} okButtonProps={{ loading: busy, disabled: !robot && !to.trim() }} onOk={() => void send()} onCancel={onClose}>
      <div className="stack-small">
        {!robot && (
          <div>
            <label htmlFor={`${id}-to`}>{t.testTo}</label>
            <Input id={`${id}-to`} value={to} onChange={(event) => setTo(event.target.value)} />
          </div>
        )}
        {result && (
          <p role="status">
            <span className={`tag ${result.taken ? 'tag-good' : 'tag-bad'}`}>{result.taken ? t.testTaken(result.tookMillis) : t.testRefused}</span>
            <br />
            <span className="mono">{[result.code, result.said].filter(Boolean).join(' · ')}</span>
          </p>
        )}
        {problem !== null && <ProblemPanel problem={problem} />}
      </div>
    </Modal>
  );
}
