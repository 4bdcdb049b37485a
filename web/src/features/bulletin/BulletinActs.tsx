import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { post } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { useMay, usePerson } from '@/shared/session';
import { AskAct } from '@/shared/ui/AskAct';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { useTell } from '@/shared/ui/ProblemPanel';
import { PublishSheet } from './PublishSheet';
import type { Bulletin } from './types';
import { text } from './words';

/** What the reader may do about a bulletin now. */
export function BulletinActs({ bulletin }: { bulletin: Bulletin }) {
  const t = useWords(text);
  const manages = useMay('manage');
  const operates = useMay('operate');
  const role = usePerson().role;
  const tell = useTell();
  const queries = useQueryClient();
  const [publishing, setPublishing] = useState(false);
  const act = async (name: string, body: unknown, done: string) => {
    await post(`/bulletins/${bulletin.id}/${name}`, body);
    tell.done(done);
    await queries.invalidateQueries();
  };
  const waits = bulletin.lines.some((line) => line.sending && !line.sending.acknowledgedAt && !line.sending.withdrawnAt);
  if ((role === 'client-reader' || role === 'client-signatory') && waits) {
    return (
      <AskAct
        label={t.know}
        title={t.knowTitle}
        note={t.knowNote}
        button={{ type: 'primary' }}
        fields={[{ name: 'remark', label: t.remark, kind: 'area', optional: true }]}
        act={({ remark }) => act('acknowledge', { remark: remark || null }, t.knew)}
      />
    );
  }
  const draft = bulletin.state === 'draft' || bulletin.state === 'dismissed';
  const mayEdit = bulletin.state !== 'withdrawn' && (draft ? operates : manages);
  return (
    <>
      {publishing && <PublishSheet bulletin={bulletin} onClose={() => setPublishing(false)} />}
      {mayEdit && (
        <Link to={`/bulletins/${bulletin.id}/edit`}>
          <Button tabIndex={-1}>{draft ? t.edit : t.correct}</Button>
        </Link>
      )}
      {operates && bulletin.state === 'draft' && (
        <ConfirmAct label={t.dismiss} title={t.dismissTitle} warning={t.dismissWarning} asksReason danger={false} act={(reason) => act('dismiss', { reason }, t.dismissed)} />
      )}
      {manages && bulletin.state === 'published' && (
        <ConfirmAct label={t.withdraw} title={t.withdrawTitle} warning={t.withdrawWarning} asksReason act={(reason) => act('withdraw', { reason }, t.withdrawn)} />
      )}
      {manages && (bulletin.state === 'draft' || bulletin.revised) && (
        <Button type="primary" onClick={() => setPublishing(true)}>
          {bulletin.revised ? t.publishAgain : t.publish}
        </Button>
      )}
    </>
  );
}
