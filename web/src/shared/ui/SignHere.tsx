import { Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { useWords, words } from '@/shared/i18n';
import { usePerson } from '@/shared/session';
import { CertificateSign, type Certified } from './CertificateSign';
import { ConfirmAct } from './ConfirmAct';
import { SignaturePad, type Signature } from './SignaturePad';

export interface Signed {
  name: string;
  office: string;
  remarks: string;
  /** Left out when a certificate signs alone. */
  drawing?: string;
  certificate?: string;
}

const text = words(
  {
    signer: '签字人',
    office: '职务',
    remarks: '备注',
    remarksHint: '可不填；将与签名一并存证',
    title: '确认签字？',
    missing: '请填写签字人、职务并签名',
  },
  {
    signer: 'Name',
    office: 'Position',
    remarks: 'Remarks',
    remarksHint: 'Optional; kept with the signature',
    title: 'Sign it?',
    missing: 'Enter name and position, and sign',
  },
);

/** Name, position and a signature under something that was read; with `about`, a certificate may sign too. */
export function SignHere({ label, warning, about, act }: { label: string; warning: string; about?: string; act: (signed: Signed) => Promise<unknown> }) {
  const t = useWords(text);
  const id = useId();
  const person = usePerson();
  const pad = useRef<Signature>(null);
  const [name, setName] = useState(person.name);
  const [office, setOffice] = useState('');
  const [remarks, setRemarks] = useState('');
  const [inked, setInked] = useState(false);
  const [certified, setCertified] = useState<Certified | null>(null);
  const missing = !name.trim() || !office.trim() || !(inked || certified?.state === 'valid');

  const sign = async () => {
    const drawing = inked ? pad.current?.image() : undefined;
    const certificate = certified && certified.state !== 'invalid' ? certified.id : undefined;
    await act({ name: name.trim(), office: office.trim(), remarks: remarks.trim(), drawing, certificate });
  };
  return (
    <div className="stack-small">
      <div className="form-grid">
        <div>
          <label htmlFor={`${id}-name`}>{t.signer}</label>
          <Input id={`${id}-name`} name="signer" value={name} onChange={(event) => setName(event.target.value)} />
        </div>
        <div>
          <label htmlFor={`${id}-office`}>{t.office}</label>
          <Input id={`${id}-office`} name="office" value={office} onChange={(event) => setOffice(event.target.value)} />
        </div>
        <div className="wide">
          <label htmlFor={`${id}-remarks`}>{t.remarks}</label>
          <Input id={`${id}-remarks`} name="remarks" value={remarks} placeholder={t.remarksHint} onChange={(event) => setRemarks(event.target.value)} />
        </div>
        <div className="wide">
          <SignaturePad ref={pad} name={name} onInk={setInked} />
          {about && <CertificateSign about={about} onSigned={setCertified} />}
        </div>
      </div>
      <div className="row">
        <ConfirmAct label={label} title={t.title} warning={warning} act={sign} danger={false} button={{ type: 'primary', disabled: missing }} />
        {missing && <span className="soft">{t.missing}</span>}
      </div>
    </div>
  );
}
