import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Radio, Select } from 'antd';
import { useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import { post } from '@/shared/api/http';
import { useClientChoices, useContractChoices } from '@/shared/contract/queries';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay, usePerson } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { DayField } from '@/shared/ui/DayField';
import { ListTable } from '@/shared/ui/ListTable';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import { SignaturePad, type Signature } from '@/shared/ui/SignaturePad';
import { StateTag } from '@/shared/ui/StateTag';
import type { Disclosure } from './types';
import { text } from './words';

/** What was shown to third parties, each with the client's signature. */
export function DisclosuresTab() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const clients = useClientChoices();
  const operates = useMay('operate');
  const [asking, setAsking] = useState(false);
  const ask = operates && (
    <Button type="primary" onClick={() => setAsking(true)}>
      {t.ask}
    </Button>
  );
  return (
    <>
      {asking && <AskForm onClose={() => setAsking(false)} />}
      <ListTable<Disclosure>
        path="/disclosures"
        label={t.disclosures}
        rowKey={(one) => one.id}
        empty={{ title: t.noDisclosures, hint: t.noDisclosuresHint, action: ask }}
        extra={ask}
        filters={[
          { name: 'state', label: c.state, options: codeChoices('disclosure', language) },
          { name: 'client', label: c.client, options: clients },
        ]}
        columns={[
          { key: 'recipient', title: t.recipient, sort: 'recipient', render: (one) => <span className="cell-two">{one.recipient}<span className="soft">{one.clientName}</span></span> },
          { key: 'what', title: t.what, render: (one) => <span className="cell-two">{one.what}<span className="soft">{one.purpose}；{one.basis}</span></span> },
          { key: 'asked', title: c.time, sort: 'requestedAt', render: (one) => <span className="cell-two figures"><span className="nowrap">{time(one.requestedAt)}</span><span className="soft">{one.requestedBy}</span></span> },
          { key: 'until', title: t.untilWhen, sort: 'until', render: (one) => <span className="figures nowrap">{time(one.until)}</span> },
          {
            key: 'state',
            title: c.state,
            render: (one) => (
              <span className="cell-two">
                <span><StateTag kind="disclosure" code={one.state} /></span>
                {one.decidedBy && <span className="soft">{one.decidedBy} {one.decidedRole} {time(one.decidedAt)}</span>}
                {one.remark && <span className="soft">{one.remark}</span>}
                {one.evidenceSeq !== null && <Link to={`/evidence/${one.contractId}/${one.evidenceSeq}`}>{t.evidence}</Link>}
                {one.shownNote && <span className="soft">{one.shownBy}：{one.shownNote}</span>}
              </span>
            ),
          },
          { key: 'acts', title: c.actions, render: (one) => <DisclosureActs disclosure={one} /> },
        ]}
      />
    </>
  );
}

function DisclosureActs({ disclosure }: { disclosure: Disclosure }) {
  const t = useWords(text);
  const signs = useMay('sign');
  const operates = useMay('operate');
  const tell = useTell();
  const queries = useQueryClient();
  const [answering, setAnswering] = useState(false);
  const shown = async (note: string) => {
    await post(`/disclosures/${disclosure.id}/shown`, { note });
    tell.done(t.shownDone);
    await queries.invalidateQueries();
  };
  if (signs && disclosure.state === 'requested') {
    return (
      <>
        <Button size="small" type="primary" onClick={() => setAnswering(true)}>
          {t.answer}
        </Button>
        {answering && <AnswerForm disclosure={disclosure} onClose={() => setAnswering(false)} />}
      </>
    );
  }
  if (operates && disclosure.state === 'consented') {
    return <ConfirmAct label={t.shownAct} title={t.shownTitle} warning={t.shownWarning} asksReason act={shown} danger={false} button={{ size: 'small' }} />;
  }
  return null;
}

function AnswerForm({ disclosure, onClose }: { disclosure: Disclosure; onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const person = usePerson();
  const tell = useTell();
  const queries = useQueryClient();
  const pad = useRef<Signature>(null);
  const [consents, setConsents] = useState(true);
  const [name, setName] = useState(person.name);
  const [role, setRole] = useState('');
  const [remark, setRemark] = useState('');
  const [inked, setInked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const ready = name.trim() && role.trim() && (consents ? inked : remark.trim());
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await post(`/disclosures/${disclosure.id}/decision`, {
        consents,
        name: name.trim(),
        role: role.trim(),
        remark: remark.trim() || null,
        drawing: consents ? (pad.current?.image() ?? null) : null,
      });
      tell.done(t.answered);
      await queries.invalidateQueries();
      onClose();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Modal open width={720} title={`${t.answer} · ${disclosure.recipient}`} okText={t.answer} cancelText={c.cancel} okButtonProps={{ loading: busy, disabled: !ready }} onOk={() => void save()} onCancel={onClose}>
      <div className="form-grid">
        <p className="wide">{disclosure.what}</p>
        <fieldset className="wide" style={{ border: 0, padding: 0, margin: 0 }}>
          <legend>{t.verdict}</legend>
          <Radio.Group value={consents} onChange={(event) => setConsents(event.target.value as boolean)} options={[{ value: true, label: t.consent }, { value: false, label: t.dissent }]} />
        </fieldset>
        <div>
          <label htmlFor={`${id}-name`}>{t.signatory}</label>
          <Input id={`${id}-name`} name="signatory" value={name} onChange={(event) => setName(event.target.value)} />
        </div>
        <div>
          <label htmlFor={`${id}-role`}>{t.position}</label>
          <Input id={`${id}-role`} name="position" value={role} onChange={(event) => setRole(event.target.value)} />
        </div>
        <div className="wide">
          <label htmlFor={`${id}-remark`}>{t.remark}</label>
          <Input.TextArea id={`${id}-remark`} name="remark" rows={2} value={remark} onChange={(event) => setRemark(event.target.value)} />
        </div>
        {consents && (
          <div className="wide">
            <SignaturePad ref={pad} name={name} onInk={setInked} />
          </div>
        )}
        {problem !== null && (
          <div className="wide">
            <ProblemPanel problem={problem} />
          </div>
        )}
      </div>
    </Modal>
  );
}

const endOfDay = (day: string) => new Date(`${day}T23:59:59+08:00`).toISOString();

function AskForm({ onClose }: { onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const contracts = useContractChoices().filter((one) => one.contract.state !== 'draft');
  const [chosen, setChosen] = useState<string | null>(null);
  const contractId = chosen ?? contracts[0]?.value ?? null;
  const [said, setSaid] = useState({ recipient: '', what: '', purpose: '', basis: '' });
  const [until, setUntil] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const ready = contractId && until && Object.values(said).every((value) => value.trim());
  const save = async () => {
    if (!ready) return;
    setBusy(true);
    setProblem(null);
    try {
      await post('/disclosures', { contractId, ...said, until: endOfDay(until) });
      tell.done(t.asked);
      await queries.invalidateQueries();
      onClose();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Modal open title={t.askTitle} okText={t.ask} cancelText={c.cancel} okButtonProps={{ loading: busy, disabled: !ready }} onOk={() => void save()} onCancel={onClose}>
      <div className="form-grid">
        <div className="wide">
          <label htmlFor={`${id}-contract`}>{c.contract}</label>
          <Select id={`${id}-contract`} value={contractId} options={contracts} onChange={setChosen} placeholder={c.chooseContract} style={{ width: '100%' }} />
        </div>
        {(['recipient', 'what', 'purpose', 'basis'] as const).map((field) => (
          <div key={field} className="wide">
            <label htmlFor={`${id}-${field}`}>{t[field]}</label>
            <Input.TextArea id={`${id}-${field}`} name={field} autoSize value={said[field]} onChange={(event) => setSaid({ ...said, [field]: event.target.value })} />
          </div>
        ))}
        <div>
          <label htmlFor={`${id}-until`}>{t.untilWhen}</label>
          <DayField id={`${id}-until`} value={until} onChange={setUntil} width="100%" />
        </div>
        {problem !== null && (
          <div className="wide">
            <ProblemPanel problem={problem} />
          </div>
        )}
      </div>
    </Modal>
  );
}
