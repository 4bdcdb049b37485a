import { Button, Input, Modal, type ButtonProps } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { ProblemPanel } from './ProblemPanel';

interface Props {
  label: ReactNode;
  title: string;
  /** What happens when it is done. */
  warning: ReactNode;
  /** Done with the reason given, or an empty text when none is asked for. */
  act: (reason: string) => Promise<unknown>;
  asksReason?: boolean;
  /** True while what the warning asks to fill in is not yet filled in. */
  incomplete?: boolean;
  /** Words that must be typed first, for acts that stop the work of others. */
  typed?: string;
  typedLabel?: string;
  button?: ButtonProps;
  danger?: boolean;
}

/** An act that asks before it is done, and stays open with the problem when it fails. */
export function ConfirmAct({ label, title, warning, act, asksReason, incomplete, typed, typedLabel, button, danger = true }: Props) {
  const t = useWords(common);
  const id = useId();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [written, setWritten] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const ready = !incomplete && (!asksReason || reason.trim() !== '') && (!typed || written.trim() === typed);

  const begin = () => {
    setReason('');
    setWritten('');
    setProblem(null);
    setOpen(true);
  };
  const go = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await act(reason.trim());
      setOpen(false);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button danger={danger} {...button} onClick={begin}>
        {label}
      </Button>
      <Modal
        open={open}
        title={title}
        okText={t.confirm}
        cancelText={t.cancel}
        okButtonProps={{ danger, disabled: !ready, loading: busy }}
        onOk={() => void go()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <div className="stack-small">
          <div>{warning}</div>
          {asksReason && (
            <div>
              <label htmlFor={`${id}-reason`}>{t.reason}</label>
              <Input.TextArea
                id={`${id}-reason`}
                rows={3}
                value={reason}
                placeholder={t.reasonHint}
                onChange={(event) => setReason(event.target.value)}
              />
            </div>
          )}
          {typed && (
            <div>
              <label htmlFor={`${id}-typed`}>{typedLabel}</label>
              <Input id={`${id}-typed`} value={written} onChange={(event) => setWritten(event.target.value)} />
            </div>
          )}
          {problem !== null && <ProblemPanel problem={problem} />}
        </div>
      </Modal>
    </>
  );
}
