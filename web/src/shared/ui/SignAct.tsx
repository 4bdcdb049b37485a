import { Button, Input, Modal, type ButtonProps } from 'antd';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useWords, words } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { usePerson } from '@/shared/session';
import { ProblemPanel } from './ProblemPanel';
import { SignaturePad, type Signature } from './SignaturePad';

const text = words(
  { name: '签字人', missing: '请填写签字人并签名' },
  { name: 'Name', missing: 'Enter the name and sign' },
);

/** An act under which a person signs by hand. */
export function SignAct({ label, title, note, children, incomplete, name: given, act, button }: {
  label: ReactNode;
  title: string;
  note: ReactNode;
  /** More fields, above the signature. */
  children?: ReactNode;
  incomplete?: boolean;
  /** Who signs, when it is not the one signed in. */
  name?: string;
  act: (name: string, drawing: string) => Promise<unknown>;
  button?: ButtonProps;
}) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const person = usePerson();
  const pad = useRef<Signature>(null);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(given ?? person.name);
  const [inked, setInked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  const go = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await act(name.trim(), pad.current?.image() ?? '');
      setOpen(false);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal open={open} title={title} okText={c.confirm} cancelText={c.cancel} okButtonProps={{ disabled: !inked || !name.trim() || incomplete === true, loading: busy }} onOk={() => void go()} onCancel={() => setOpen(false)} destroyOnHidden>
        <div className="stack-small">
          <div className="soft">{note}</div>
          <div className="field">
            <label htmlFor={id}>{t.name}</label>
            <Input id={id} name="signer" value={name} onChange={(event) => setName(event.target.value)} />
          </div>
          {children}
          <SignaturePad ref={pad} name={name} onInk={setInked} />
          {!inked && <span className="soft">{t.missing}</span>}
          {problem !== null && <ProblemPanel problem={problem} />}
        </div>
      </Modal>
    </>
  );
}
