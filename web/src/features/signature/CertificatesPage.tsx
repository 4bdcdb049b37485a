import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { get, post, remove } from '@/shared/api/http';
import { day } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { usePerson } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { FilePick } from '@/shared/ui/FilePick';
import { Answered, PageHead, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { text } from './words';

interface Named {
  id: string;
  subject: string;
  fingerprint: string;
  notAfter: string;
}

interface Trust {
  anchors: Named[];
  revocations: { issuer: string; thisUpdate: string; nextUpdate: string | null }[];
}

export default function CertificatesPage() {
  const t = useWords(text);
  const person = usePerson();
  const signs = ['provider-manager', 'engineer', 'client-signatory'].includes(person.role);
  const keeps = ['provider-manager', 'security-admin'].includes(person.role);
  const own = useQuery({ queryKey: ['certificates'], queryFn: () => get<Named[]>('/signatures/certificates'), enabled: signs });
  const trust = useQuery({ queryKey: ['trust'], queryFn: () => get<Trust>('/trust') });
  return (
    <div className="stack">
      <PageHead title={t.title} note={t.note} />
      {signs && (
        <Sheet title={t.own}>
          <p className="soft">{t.ownNote}</p>
          <Answered of={own}>
            {(found) => <List items={found} none={t.noOwn} act={t.withdraw} warning={t.withdrawNote} path="/signatures/certificates" />}
          </Answered>
          <Upload label={t.file} button={t.register} path="/signatures/certificates" />
        </Sheet>
      )}
      <Sheet title={t.trust}>
        <p className="soft">{t.trustNote}</p>
        <Answered of={trust}>
          {(found) => <List items={found.anchors} none={t.noTrust} act={keeps ? t.remove : null} warning={t.removeNote} path="/trust/anchors" />}
        </Answered>
        {keeps && <Upload label={t.file} button={t.addAnchor} path="/trust/anchors" />}
      </Sheet>
      <Sheet title={t.revocations}>
        <Answered of={trust}>{(found) => <Revocations lists={found.revocations} />}</Answered>
        {keeps && <Upload label={t.listFile} button={t.addRevocations} path="/trust/revocations" />}
      </Sheet>
    </div>
  );
}

function List({ items, none, act, warning, path }: { items: Named[]; none: string; act: string | null; warning: string; path: string }) {
  const t = useWords(text);
  const queries = useQueryClient();
  if (items.length === 0) return <p className="soft">{none}</p>;
  return (
    <ul>
      {items.map((one) => (
        <li key={one.id} style={{ overflowWrap: 'anywhere' }}>
          <strong>{one.subject}</strong>{' '}
          <span className="soft figures">
            {t.until} {day(one.notAfter)} · SHA-256 {one.fingerprint.slice(0, 16)}…
          </span>{' '}
          {act && (
            <ConfirmAct
              label={act}
              title={act}
              warning={warning}
              button={{ size: 'small' }}
              act={async () => {
                await remove(`${path}/${one.id}`);
                await queries.invalidateQueries();
              }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function Revocations({ lists }: { lists: Trust['revocations'] }) {
  const t = useWords(text);
  if (lists.length === 0) return <p className="soft">{t.noRevocations}</p>;
  return (
    <ul>
      {lists.map((one) => (
        <li key={one.issuer}>
          <strong>{one.issuer}</strong>{' '}
          <span className="soft figures">
            {t.updated} {day(one.thisUpdate)}
            {one.nextUpdate && ` · ${t.next} ${day(one.nextUpdate)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Upload({ label, button, path }: { label: string; button: string; path: string }) {
  const t = useWords(text);
  const tell = useTell();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    if (!file) return;
    setBusy(true);
    try {
      const form = new FormData();
      form.append('file', file);
      await post(path, form);
      tell.done(t.done);
      setFile(null);
      await queries.invalidateQueries();
    } catch (thrown) {
      tell.problem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="row">
      <FilePick label={label} button={t.choose} file={file} onPick={setFile} />
      <Button size="small" type="primary" disabled={!file} loading={busy} onClick={() => void send()}>
        {button}
      </Button>
    </div>
  );
}
