import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { get, post } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { usePerson } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Answered, PageHead, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { SignaturePad, type Signature } from '@/shared/ui/SignaturePad';
import './secrecy.css';
import type { ToSign } from './types';
import { text } from './words';

export default function SignPage() {
  const { clientId = '' } = useParams();
  const toSign = useQuery({
    queryKey: ['undertakings', 'to-sign', clientId],
    queryFn: ({ signal }) => get<ToSign>(`/undertakings/mine/${clientId}`, undefined, signal),
  });
  return <Answered of={toSign}>{(found) => <Sign key={found.sha256} toSign={found} />}</Answered>;
}

function Sign({ toSign }: { toSign: ToSign }) {
  const t = useWords(text);
  const person = usePerson();
  const tell = useTell();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const pad = useRef<Signature>(null);
  const [read, setRead] = useState(false);
  const [inked, setInked] = useState(false);
  const sign = async () => {
    await post(`/undertakings/mine/${toSign.clientId}`, { textSha256: toSign.sha256, drawing: pad.current?.image() ?? '' });
    tell.done(t.signed);
    await queries.invalidateQueries();
    await navigate('/secrecy');
  };
  return (
    <div className="stack">
      <PageHead title={t.signTitle(toSign.clientName)} note={t.signNote} actions={<Button onClick={() => void navigate('/secrecy')}>{t.toSecrecy}</Button>} />
      <Sheet>
        <div className="stack-small">
          {/* A scrolled text that the keyboard can reach. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre className="undertaking-text" tabIndex={0} aria-label={t.wording}>
            {toSign.text}
          </pre>
          <Checkbox checked={read} onChange={(event) => setRead(event.target.checked)}>
            {t.read}
          </Checkbox>
          <SignaturePad ref={pad} name={person.name} onInk={setInked} />
          <div>
            <ConfirmAct label={t.sign} title={t.signTitle(toSign.clientName)} warning={t.signWarning} act={sign} danger={false} button={{ type: 'primary', disabled: !read || !inked }} />
          </div>
        </div>
      </Sheet>
    </div>
  );
}
