import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState, type FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { get, post } from '@/shared/api/http';
import { time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { Answered } from '@/shared/ui/Page';
import { ProblemPanel } from '@/shared/ui/ProblemPanel';
import { OpenPage } from './OpenPage';
import type { DoorView } from './types';
import { text } from './words';

/** Where people sign in to a training without an account. */
export default function DoorPage() {
  const { token = '' } = useParams();
  const t = useWords(text);
  const id = useId();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [unit, setUnit] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const door = useQuery({ queryKey: ['door', token], queryFn: ({ signal }) => get<DoorView>(`/training/door/${token}`, undefined, signal), retry: false });
  const arrive = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    try {
      const { seat } = await post<{ seat: string }>(`/training/door/${token}`, { name: name.trim(), unit: unit.trim() });
      await navigate(`/training/seat/${seat}`, { replace: true });
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <OpenPage title={t.doorTitle}>
      <Answered of={door}>
        {(one) => (
          <form className="stack-small" onSubmit={(event) => void arrive(event)}>
            <strong>{one.course}</strong>
            <span className="soft">
              {time(one.startsAt)} · {one.place} · {one.trainer}
            </span>
            {one.open ? (
              <>
                <div>
                  <label htmlFor={`${id}-name`}>{t.name}</label>
                  <Input id={`${id}-name`} name="name" autoComplete="name" value={name} onChange={(event) => setName(event.target.value)} />
                </div>
                <div>
                  <label htmlFor={`${id}-unit`}>{t.unit}</label>
                  <Input id={`${id}-unit`} name="unit" autoComplete="organization" value={unit} onChange={(event) => setUnit(event.target.value)} />
                </div>
                <Button type="primary" htmlType="submit" size="large" disabled={!name.trim() || !unit.trim()}>
                  {t.signIn}
                </Button>
              </>
            ) : (
              <p role="status">{t.doorClosed}</p>
            )}
            {problem !== null && <ProblemPanel problem={problem} />}
          </form>
        )}
      </Answered>
    </OpenPage>
  );
}
