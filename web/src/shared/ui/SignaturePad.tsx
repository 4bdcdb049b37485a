import { Button, Input, Segmented } from 'antd';
import { useCallback, useEffect, useId, useImperativeHandle, useRef, useState, type PointerEvent, type Ref } from 'react';
import { useWords, words } from '@/shared/i18n';
import { serif } from './theme';
import './signature.css';

const text = words(
  {
    drawing: '手写签名',
    draw: '手写',
    type: '键入',
    drawHint: '用鼠标、触控笔或手指在框内签名',
    typeHint: '键入姓名，将以宋体绘成签名图',
    typedName: '签名文字',
    clear: '重写',
    canvas: '签名区',
  },
  {
    drawing: 'Signature',
    draw: 'Draw',
    type: 'Type',
    drawHint: 'Sign in the box with mouse, pen or finger',
    typeHint: 'Type the name; it is drawn as the signature',
    typedName: 'Name to draw',
    clear: 'Clear',
    canvas: 'Signature box',
  },
);

export interface Signature {
  /** The signature as a PNG data URL. */
  image: () => string;
}

const width = 640;
const height = 200;

/** A box to sign in by hand; for those who cannot, the typed name is drawn instead. */
export function SignaturePad({ name, onInk, ref }: { name: string; onInk: (inked: boolean) => void; ref: Ref<Signature> }) {
  const t = useWords(text);
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pen = useRef<{ x: number; y: number } | null>(null);
  const [way, setWay] = useState<'draw' | 'type'>('draw');
  const [typed, setTyped] = useState(name);

  useImperativeHandle(ref, () => ({ image: () => canvas.current?.toDataURL('image/png') ?? '' }), []);

  const wipe = useCallback(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
    onInk(false);
  }, [onInk]);

  useEffect(() => {
    wipe();
    const context = canvas.current?.getContext('2d');
    if (way !== 'type' || !context || typed.trim() === '') return;
    context.fillStyle = '#14263f';
    context.font = `700 92px ${serif}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(typed.trim(), width / 2, height / 2, width - 40);
    onInk(true);
  }, [way, typed, wipe, onInk]);

  const at = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: ((event.clientX - box.left) / box.width) * width, y: ((event.clientY - box.top) / box.height) * height };
  };
  const down = (event: PointerEvent<HTMLCanvasElement>) => {
    if (way !== 'draw') return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pen.current = at(event);
  };
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    const context = canvas.current?.getContext('2d');
    if (!pen.current || !context) return;
    const next = at(event);
    context.strokeStyle = '#14263f';
    context.lineWidth = 2 + (event.pressure || 0.5) * 3;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.beginPath();
    context.moveTo(pen.current.x, pen.current.y);
    context.lineTo(next.x, next.y);
    context.stroke();
    pen.current = next;
    onInk(true);
  };
  const up = () => {
    pen.current = null;
  };
  return (
    <div className="signature">
      <div className="row-spread">
        <span>{t.drawing}</span>
        <Segmented
          size="small"
          aria-label={t.drawing}
          value={way}
          onChange={setWay}
          options={[
            { value: 'draw', label: t.draw },
            { value: 'type', label: t.type },
          ]}
        />
      </div>
      {way === 'type' && (
        <div className="field">
          <label htmlFor={`${id}-typed`}>{t.typedName}</label>
          <Input id={`${id}-typed`} name="typedSignature" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </div>
      )}
      <canvas
        ref={canvas}
        width={width}
        height={height}
        aria-label={t.canvas}
        role="img"
        style={{ touchAction: 'none' }}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={up}
      />
      <div className="row-spread">
        <span className="soft">{way === 'draw' ? t.drawHint : t.typeHint}</span>
        {way === 'draw' && (
          <Button size="small" onClick={wipe}>
            {t.clear}
          </Button>
        )}
      </div>
    </div>
  );
}
