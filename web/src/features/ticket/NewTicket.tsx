import { useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { post } from '@/shared/api/http';
import { asProblem, Problem } from '@/shared/api/problem';
import type { Ticket } from '@/shared/api/types';
import { useAssetChoices, useContractChoices } from '@/shared/contract/queries';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import { LevelHint, useLevel } from './LevelHint';
import './ticket.css';
import { text } from './words';

export function NewTicket({ onClose }: { onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const id = useId();
  const tell = useTell();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const contracts = useContractChoices().filter((one) => one.contract.state === 'in-force');
  const [contract, setContract] = useState<string | null>(null);
  const [kind, setKind] = useState('fault');
  const [severity, setSeverity] = useState<string>('medium');
  const [title, setTitle] = useState('');
  const [about, setAbout] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asset, setAsset] = useState<string | null>(null);
  const assets = useAssetChoices(contracts.find((one) => one.value === contract)?.contract.clientId);
  const [grade, setGrade] = useState<string | null>(null);
  const contractId = contract ?? (asset ? null : (contracts[0]?.value ?? null));
  const level = useLevel({ contract: contractId, asset, kind, severity, grade });
  const grades = level.data?.grades ?? [];

  const create = async () => {
    const missing = !contractId && !asset ? t.contractMissing : title.trim() === '' ? t.whatMissing : null;
    if (missing) {
      setProblem(new Problem({ status: 0, code: 'field', title: missing }));
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      const ticket = await post<Ticket>('/tickets', { contractId, assetId: asset, kind, severity, grade: grade !== null && grades.includes(grade) ? grade : null, title: title.trim(), body: about.trim() });
      tell.done(t.created);
      await queries.invalidateQueries();
      await navigate(`/tickets/${ticket.id}`);
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setBusy(false);
    }
  };
  return (
    <Modal open title={t.create} okText={t.create} cancelText={c.cancel} okButtonProps={{ loading: busy }} onOk={() => void create()} onCancel={onClose}>
      <div className="form-grid">
        <div className="wide">
          <label htmlFor={`${id}-contract`}>{c.contract}</label>
          <Select id={`${id}-contract`} value={contractId} options={contracts} onChange={(id: string | undefined) => setContract(id ?? null)} allowClear placeholder={asset ? t.byAsset : c.chooseContract} style={{ width: '100%' }} />
        </div>
        <div className="wide">
          <label htmlFor={`${id}-asset`}>{t.asset}</label>
          <Select
            id={`${id}-asset`}
            value={asset}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={assets.map((one) => ({ value: one.id, label: one.name }))}
            onChange={(chosen: string | undefined) => setAsset(chosen ?? null)}
            placeholder={t.assetHint}
            style={{ width: '100%' }}
          />
        </div>
        <div>
          <label htmlFor={`${id}-kind`}>{c.kind}</label>
          <Select id={`${id}-kind`} value={kind} options={codeChoices('ticketKind', language, ['fault', 'request', 'change'])} onChange={setKind} style={{ width: '100%' }} />
        </div>
        <div>
          <label htmlFor={`${id}-severity`}>{c.severity}</label>
          <Select id={`${id}-severity`} value={severity} options={codeChoices('severity', language)} onChange={setSeverity} style={{ width: '100%' }} />
        </div>
        {grades.length > 0 && (
          <div className="wide">
            <label htmlFor={`${id}-grade`}>{t.grade}</label>
            <Select id={`${id}-grade`} value={grade !== null && grades.includes(grade) ? grade : null} options={grades.map((one) => ({ value: one, label: one }))} allowClear onChange={(chosen: string | undefined) => setGrade(chosen ?? null)} placeholder={t.gradeBySeverity} style={{ width: '100%' }} />
          </div>
        )}
        <div className="wide">
          <LevelHint level={level} />
        </div>
        <div className="wide">
          <label htmlFor={`${id}-title`}>{t.what}</label>
          <Input id={`${id}-title`} name="title" value={title} onChange={(event) => setTitle(event.target.value)} />
        </div>
        <div className="wide">
          <label htmlFor={`${id}-about`}>{t.describe}</label>
          <Input.TextArea id={`${id}-about`} rows={4} value={about} placeholder={t.describeHint} onChange={(event) => setAbout(event.target.value)} />
        </div>
        {problem && (
          <div className="wide">
            <ProblemPanel problem={problem} />
          </div>
        )}
      </div>
    </Modal>
  );
}
