import { Button, Input } from 'antd';
import { useId, useState, type FormEvent } from 'react';
import { get } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { ProblemPanel } from '@/shared/ui/ProblemPanel';
import { OpenPage } from './OpenPage';
import { text } from './words';

/** Tells whether a certificate stands, and nothing else about it. */
export default function VerifyPage() {
  const t = useWords(text);
  const id = useId();
  const [number, setNumber] = useState('');
  const [valid, setValid] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    setValid(null);
    try {
      setValid((await get<{ valid: boolean }>(`/training/certificates/${encodeURIComponent(number.trim())}/validity`)).valid);
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <OpenPage title={t.verify} note={t.verifyNote}>
      <form className="stack-small" onSubmit={(event) => void ask(event)}>
        <label htmlFor={`${id}-number`}>{t.number}</label>
        <Input id={`${id}-number`} name="number" value={number} onChange={(event) => setNumber(event.target.value)} />
        <Button type="primary" htmlType="submit" disabled={!number.trim()}>
          {t.check}
        </Button>
        {valid !== null && (
          <p role="status">
            <span className={`tag tag-${valid ? 'good' : 'bad'}`}>{valid ? t.valid : t.invalid}</span>
          </p>
        )}
        {problem !== null && <ProblemPanel problem={problem} />}
      </form>
    </OpenPage>
  );
}
