import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { ProblemPanel, useTell } from './ProblemPanel';

interface Props {
  title: string;
  /** What the button says; left out: to save. */
  ok?: string;
  /** What is told when it is done; left out: the caller tells. */
  done?: string;
  ready: boolean;
  width?: number;
  save: () => Promise<unknown>;
  /** True to stay open when it is done: the caller closes it itself. */
  stays?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A form in a window: saves, reads anew what it may have changed, and stays open with the problem when it failed. */
export function FormSheet({ title, ok, done, ready, width = 640, save, stays, onClose, children }: Props) {
  const c = useWords(common);
  const tell = useTell();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const go = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await save();
      if (done) {
        tell.done(done);
        await queries.invalidateQueries();
      }
      if (!stays) onClose();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open width={width} title={title} okText={ok ?? c.save} cancelText={c.cancel} okButtonProps={{ loading: busy, disabled: !ready }} onOk={() => void go()} onCancel={onClose}>
      <div className="form-grid">
        {children}
        {problem !== null && (
          <div className="wide">
            <ProblemPanel problem={problem} />
          </div>
        )}
      </div>
    </Modal>
  );
}
