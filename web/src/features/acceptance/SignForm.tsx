import { useQueryClient } from '@tanstack/react-query';
import { Input, Radio } from 'antd';
import { useId, useRef, useState } from 'react';
import { post } from '@/shared/api/http';
import type { Acceptance } from '@/shared/api/types';
import { useWords } from '@/shared/i18n';
import { usePerson } from '@/shared/session';
import { CertificateSign, type Certified } from '@/shared/ui/CertificateSign';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { useTell } from '@/shared/ui/ProblemPanel';
import { SignaturePad, type Signature } from '@/shared/ui/SignaturePad';
import { text } from './words';

/** The client's verdict, with a signature drawn or typed. */
export function SignForm({ acceptance }: { acceptance: Acceptance }) {
  const t = useWords(text);
  const id = useId();
  const person = usePerson();
  const tell = useTell();
  const queries = useQueryClient();
  const pad = useRef<Signature>(null);
  const [name, setName] = useState(person.name);
  const [role, setRole] = useState('');
  const [verdict, setVerdict] = useState<'accepted' | 'refused'>('accepted');
  const [remarks, setRemarks] = useState('');
  const [inked, setInked] = useState(false);
  const [certified, setCertified] = useState<Certified | null>(null);
  const missing = !name.trim() || !role.trim() || !(inked || certified?.state === 'valid') ? t.signMissing : verdict === 'refused' && !remarks.trim() ? t.remarksMissing : null;

  const sign = async () => {
    const drawing = inked ? pad.current?.image() : undefined;
    const certificate = certified && certified.state !== 'invalid' ? certified.id : undefined;
    await post(`/acceptances/${acceptance.id}/sign`, { name: name.trim(), role: role.trim(), drawing, certificate, remarks: remarks.trim(), verdict });
    tell.done(t.signed);
    await queries.invalidateQueries();
  };
  return (
    <div className="stack-small">
      <p className="soft">{t.signNote}</p>
      <div className="form-grid">
        <div>
          <label htmlFor={`${id}-name`}>{t.signer}</label>
          <Input id={`${id}-name`} name="signer" value={name} onChange={(event) => setName(event.target.value)} />
        </div>
        <div>
          <label htmlFor={`${id}-role`}>{t.position}</label>
          <Input id={`${id}-role`} name="position" value={role} onChange={(event) => setRole(event.target.value)} />
        </div>
        <fieldset className="wide" style={{ border: 0, padding: 0, margin: 0 }}>
          <legend>{t.verdict}</legend>
          <Radio.Group
            value={verdict}
            onChange={(event) => setVerdict(event.target.value as 'accepted' | 'refused')}
            options={[
              { value: 'accepted', label: t.accept },
              { value: 'refused', label: t.refuse },
            ]}
          />
        </fieldset>
        <div className="wide">
          <label htmlFor={`${id}-remarks`}>{t.remarks}</label>
          <Input.TextArea id={`${id}-remarks`} name="remarks" rows={3} value={remarks} placeholder={t.remarksHint} onChange={(event) => setRemarks(event.target.value)} />
        </div>
        <div className="wide">
          <SignaturePad ref={pad} name={name} onInk={setInked} />
          <CertificateSign about={`acceptance/${acceptance.id}`} onSigned={setCertified} />
        </div>
      </div>
      <div className="row">
        <ConfirmAct
          label={t.signNow}
          title={t.signTitle}
          warning={t.signWarning}
          act={sign}
          danger={verdict === 'refused'}
          button={{ type: 'primary', disabled: missing !== null }}
        />
        {missing && <span className="soft">{missing}</span>}
      </div>
    </div>
  );
}
