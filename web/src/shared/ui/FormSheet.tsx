import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';

/** A form in a window: saves, tells that it did, and stays open with the problem when it did not. */
export function FormSheet({ title, done, ready, save, onClose, children, width = 640 }: {
  title: string;
  done: string;
  ready: boolean;
  save: () => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
  width?: number;
}) {
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
      tell.done(done);
      await queries.invalidateQueries();
      onClose();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Modal open width={width} title={title} okText={c.save} cancelText={c.cancel} okButtonProps={{ loading: busy, disabled: !ready }} onOk={() => void go()} onCancel={onClose}>
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
