import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useTell } from '@/shared/ui/ProblemPanel';
import { own } from './own-words';

/** A secret that is shown this once: it stays until it is closed on purpose. */
export function ShownOnce({ title, secret, note, onClose }: { title: string; secret: string; note?: ReactNode; onClose: () => void }) {
  const t = useWords(own);
  const c = useWords(common);
  const tell = useTell();
  const copy = () => void navigator.clipboard.writeText(secret).then(() => tell.done(t.copied), tell.problem);
  return (
    <Modal open title={title} onCancel={onClose} mask={{ closable: false }} footer={[
      <Button key="copy" onClick={copy}>{t.copy}</Button>,
      <Button key="close" type="primary" onClick={onClose}>{c.close}</Button>,
    ]}>
      <div className="stack-small">
        <pre className="mono shown-once">{secret}</pre>
        {note && <div className="soft">{note}</div>}
      </div>
    </Modal>
  );
}
