import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { post } from '@/shared/api/http';
import { useClientChoices, useContractChoices } from '@/shared/contract/queries';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ListTable } from '@/shared/ui/ListTable';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import { StateTag } from '@/shared/ui/StateTag';
import { usePeopleServing } from './queries';
import type { NamedPerson } from './types';
import { text } from './words';

/** The people named for each contract, and what the client says to each. */
export function NamedTab() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const clients = useClientChoices();
  const manages = useMay('manage');
  const [naming, setNaming] = useState(false);
  const name = manages && (
    <Button type="primary" onClick={() => setNaming(true)}>
      {t.name}
    </Button>
  );
  return (
    <>
      {naming && <NameForm onClose={() => setNaming(false)} />}
      <ListTable<NamedPerson>
        path="/named-people"
        label={t.named}
        rowKey={(one) => one.id}
        empty={{ title: t.noNamed, hint: t.noNamedHint, action: name }}
        extra={name}
        filters={[
          { name: 'state', label: c.state, options: codeChoices('namedPerson', language) },
          { name: 'client', label: c.client, options: clients },
        ]}
        columns={[
          {
            key: 'person',
            title: t.person,
            sort: 'personName',
            render: (one) => (
              <span className="cell-two">
                {one.personName}
                <span className="soft">{one.duty}</span>
              </span>
            ),
          },
          { key: 'contract', title: c.contract, render: (one) => <span className="cell-two">{one.contractTitle ?? '—'}<span className="soft">{one.clientName}</span></span> },
          {
            key: 'state',
            title: c.state,
            sort: 'state',
            render: (one) => (
              <span className="cell-two">
                <span><StateTag kind="namedPerson" code={one.state} /></span>
                {one.decidedBy && <span className="soft">{one.decidedBy} {time(one.decidedAt)}</span>}
                {one.remark && <span className="soft">{one.remark}</span>}
              </span>
            ),
          },
          { key: 'undertaking', title: t.undertaking, render: (one) => <StateTag kind="undertaking" code={one.undertaking} /> },
          { key: 'acts', title: c.actions, render: (one) => <NamedActs named={one} /> },
        ]}
      />
    </>
  );
}

function NamedActs({ named }: { named: NamedPerson }) {
  const t = useWords(text);
  const signs = useMay('sign');
  const mayRemove = useMay('pay');
  const tell = useTell();
  const queries = useQueryClient();
  const send = (path: string, body: (reason: string) => unknown) => async (reason: string) => {
    await post(`/named-people/${named.id}/${path}`, body(reason));
    tell.done(t.decided);
    await queries.invalidateQueries();
  };
  const small = { size: 'small' as const };
  return (
    <span className="row">
      {signs && named.state === 'proposed' && (
        <>
          <ConfirmAct label={t.approve} title={t.approveTitle} warning={t.approveWarning} danger={false} button={{ ...small, type: 'primary' }} act={send('decision', () => ({ approved: true }))} />
          <ConfirmAct label={t.refuse} title={t.refuseTitle} warning={t.refuseWarning} asksReason button={small} act={send('decision', (remark) => ({ approved: false, remark }))} />
        </>
      )}
      {mayRemove && (named.state === 'approved' || (named.state === 'proposed' && !signs)) && (
        <ConfirmAct label={t.remove} title={t.removeTitle} warning={t.removeWarning} asksReason button={small} act={send('remove', (reason) => ({ reason }))} />
      )}
    </span>
  );
}

function NameForm({ onClose }: { onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const contracts = useContractChoices().filter((one) => one.contract.state !== 'draft');
  const [chosen, setChosen] = useState<string | null>(null);
  const contract = contracts.find((one) => one.value === chosen) ?? contracts[0] ?? null;
  const people = usePeopleServing(contract?.contract.clientId ?? null);
  const [personId, setPersonId] = useState<string | null>(null);
  const [duty, setDuty] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const ready = contract && personId && duty.trim();
  const save = async () => {
    if (!ready) return;
    setBusy(true);
    setProblem(null);
    try {
      await post('/named-people', { contractId: contract.value, personId, duty: duty.trim() });
      tell.done(t.named1);
      await queries.invalidateQueries();
      onClose();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Modal open title={t.nameTitle} okText={c.save} cancelText={c.cancel} okButtonProps={{ loading: busy, disabled: !ready }} onOk={() => void save()} onCancel={onClose}>
      <div className="form-grid">
        <div className="wide">
          <label htmlFor={`${id}-contract`}>{c.contract}</label>
          <Select id={`${id}-contract`} value={contract?.value ?? null} options={contracts} onChange={(value) => { setChosen(value); setPersonId(null); }} placeholder={c.chooseContract} style={{ width: '100%' }} />
        </div>
        <div className="wide">
          <label htmlFor={`${id}-person`}>{t.person}</label>
          <Select id={`${id}-person`} value={personId} options={people} onChange={setPersonId} notFoundContent={t.missingPeople} style={{ width: '100%' }} />
        </div>
        <div className="wide">
          <label htmlFor={`${id}-duty`}>{t.duty}</label>
          <Input id={`${id}-duty`} name="duty" value={duty} onChange={(event) => setDuty(event.target.value)} />
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
