import { useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { address, post } from '@/shared/api/http';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { useMay, usePerson } from '@/shared/session';
import { CertificateSign, type Certified } from '@/shared/ui/CertificateSign';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { useTell } from '@/shared/ui/ProblemPanel';
import { SignaturePad, type Signature } from '@/shared/ui/SignaturePad';
import { Net } from './Net';
import { text } from './words';
import type { Breach, Statement } from './types';

function useSide(): 'client' | 'provider' {
  return usePerson().role.startsWith('client') ? 'client' : 'provider';
}

export function Breaches({ breaches }: { breaches: Breach[] }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const side = useSide();
  const pays = useMay('pay');
  const queries = useQueryClient();
  if (breaches.length === 0) return <p className="soft">{t.noBreaches}</p>;
  return (
    <ul>
      {breaches.map((one) => (
        <li key={one.id}>
          <span className={`tag tag-${one.withdrawnAt ? 'plain' : 'bad'}`}>{one.withdrawnAt ? t.withdrawn : t.standing}</span>{' '}
          {codeName('party', one.party, language)} · {codeName('penaltySubject', one.subject, language)} · <span className="figures">{one.on}</span> · {one.reason}{' '}
          <span className="soft">
            {one.declaredBy} №{one.evidenceSeq} {one.withdrawnBecause}
          </span>{' '}
          {pays && one.declarer === side && !one.withdrawnAt && (
            <ConfirmAct
              label={t.withdraw}
              title={t.withdraw}
              warning={t.withdrawNote}
              asksReason
              button={{ size: 'small' }}
              act={async (reason) => {
                await post(`/billing/breaches/${one.id}/withdraw`, { reason });
                await queries.invalidateQueries();
              }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

export function Statements({ statements }: { statements: Statement[] }) {
  const t = useWords(text);
  const side = useSide();
  const pays = useMay('pay');
  if (statements.length === 0) return <p className="soft">{t.noStatements}</p>;
  return (
    <ul>
      {statements.map((one) => (
        <li key={one.id}>
          {t.asOf} <span className="figures">{one.asOf}</span> · <Net total={one.total} /> ·{' '}
          {['pdf', 'docx', 'html'].map((as) => (
            <a key={as} href={address(`/reports/${one.reportId}/file`, { as })}>
              {`${as.toUpperCase()} `}
            </a>
          ))}
          {(['client', 'provider'] as const).map((who) => {
            const signed = one.signatures.find((signature) => signature.side === who);
            return (
              <span key={who} className={`tag tag-${signed ? 'good' : 'warn'}`}>
                {who === 'client' ? t.clientSide : t.providerSide} {signed ? `${signed.name} ${t.confirmed}` : t.waits}
              </span>
            );
          })}{' '}
          {pays && !one.signatures.some((signature) => signature.side === side) && <Confirm statement={one} />}
        </li>
      ))}
    </ul>
  );
}

function Confirm({ statement }: { statement: Statement }) {
  const t = useWords(text);
  const id = useId();
  const person = usePerson();
  const tell = useTell();
  const queries = useQueryClient();
  const pad = useRef<Signature>(null);
  const [name, setName] = useState(person.name);
  const [role, setRole] = useState('');
  const [inked, setInked] = useState(false);
  const [certified, setCertified] = useState<Certified | null>(null);
  return (
    <ConfirmAct
      label={t.confirm}
      title={t.confirm}
      danger={false}
      incomplete={!name.trim() || !role.trim() || !(inked || certified?.state === 'valid')}
      button={{ size: 'small', type: 'primary' }}
      warning={
        <div className="stack-small">
          <p>{t.confirmNote}</p>
          <label htmlFor={`${id}-name`}>{t.signer}</label>
          <Input id={`${id}-name`} name="signer" value={name} onChange={(event) => setName(event.target.value)} />
          <label htmlFor={`${id}-role`}>{t.position}</label>
          <Input id={`${id}-role`} name="position" value={role} onChange={(event) => setRole(event.target.value)} />
          <SignaturePad ref={pad} name={name} onInk={setInked} />
          <CertificateSign about={`statement/${statement.id}`} onSigned={setCertified} />
        </div>
      }
      act={async () => {
        await post(`/billing/statements/${statement.id}/confirm`, {
          name: name.trim(),
          role: role.trim(),
          drawing: inked ? pad.current?.image() : undefined,
          certificate: certified && certified.state !== 'invalid' ? certified.id : undefined,
        });
        tell.done(t.confirmed);
        await queries.invalidateQueries();
      }}
    />
  );
}
