import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId, useRef, useState, type DragEvent } from 'react';
import { bytes } from '@/shared/format';
import './file-pick.css';

interface Props {
  label: string;
  button: string;
  file: File | null;
  onPick: (file: File | null) => void;
  accept?: string;
  hint?: string;
  large?: boolean;
}

/** Picks one file, by button or by dropping it. A real file input, so that every tool can reach it. */
export function FilePick({ label, button, file, onPick, accept, hint, large }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onPick(event.dataTransfer.files[0] ?? null);
  };
  return (
    <div
      className={`file-pick${large ? ' file-pick-large' : ''}${over ? ' file-pick-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id} className="hidden-label">
        {label}
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        className="hidden-label"
        accept={accept}
        onChange={(event) => onPick(event.target.files?.[0] ?? null)}
      />
      <Button icon={<UploadOutlined aria-hidden />} onClick={() => input.current?.click()} tabIndex={-1} aria-hidden="true">
        {button}
      </Button>
      <span aria-live="polite">
        {file ? (
          <>
            <strong>{file.name}</strong> <span className="soft">{bytes(file.size)}</span>
          </>
        ) : (
          <span className="soft">{hint ?? label}</span>
        )}
      </span>
    </div>
  );
}
