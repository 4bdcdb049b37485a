import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { post } from '@/shared/api/http';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { ProblemPanel } from '@/shared/ui/ProblemPanel';
import { useChoices, useRoomActs } from './room';
import type { Factors, Room } from './types';
import { choices, text } from './words';

/** The grade follows from three factors; a person confirms it. */
export function GradeAct({ room }: { room: Room }) {
  const t = useWords(text);
  const c = useWords(common);
  const words = useWords(choices);
  const { language } = useLanguage();
  const id = useId();
  const acts = useRoomActs(room);
  const pick = useChoices();
  const [open, setOpen] = useState(false);
  const [category, setCategory] = useState(room.category);
  const [operator, setOperator] = useState(room.operator);
  const [factors, setFactors] = useState<Factors>(room.factors ?? { importance: 'ordinary', loss: 'minor', impact: 'general' });
  const [grade, setGrade] = useState<string | null>(room.grade);
  const [reason, setReason] = useState(room.gradeReason ?? '');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const proposal = useQuery({
    queryKey: ['incident-proposal', factors],
    queryFn: () => post<{ grade: string }>('/incidents/proposal', factors),
    enabled: open,
    staleTime: Infinity,
  });
  const proposed = proposal.data?.grade ?? null;
  const chosen = grade ?? proposed;
  const differs = chosen !== null && proposed !== null && chosen !== proposed;

  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await acts.put('/grade', { category, operator, factors, grade: chosen, reason: differs ? reason : null });
      setOpen(false);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const factor = (name: keyof Factors, label: string, options: { value: string; label: string }[]) => (
    <div>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <Select
        id={`${id}-${name}`}
        value={factors[name]}
        options={options}
        style={{ width: '100%' }}
        onChange={(value) => {
          setFactors({ ...factors, [name]: value });
          setGrade(null);
        }}
      />
    </div>
  );
  return (
    <>
      <Button type={room.grade ? 'default' : 'primary'} onClick={() => setOpen(true)}>
        {t.confirmGrade}
      </Button>
      <Modal open={open} title={t.confirmGrade} okText={c.confirm} cancelText={c.cancel} okButtonProps={{ loading: busy, disabled: !chosen || (differs && !reason.trim()) }} onOk={() => void save()} onCancel={() => setOpen(false)}>
        <p className="soft">{t.gradeNote}</p>
        <div className="form-grid">
          <div>
            <label htmlFor={`${id}-category`}>{t.category}</label>
            <Select id={`${id}-category`} value={category} options={codeChoices('incidentCategory', language)} onChange={setCategory} style={{ width: '100%' }} />
          </div>
          <div>
            <label htmlFor={`${id}-operator`}>{t.operator}</label>
            <Select id={`${id}-operator`} value={operator} options={pick(['critical-infrastructure', 'central', 'other'])} onChange={setOperator} style={{ width: '100%' }} />
          </div>
          {factor('importance', t.importance, pick(['special', 'important', 'ordinary']))}
          {factor('loss', t.loss, [...pick(['extreme', 'severe']), { value: 'considerable', label: words.lossConsiderable }, ...pick(['minor'])])}
          {factor('impact', t.impact, codeChoices('incidentGrade', language))}
          <div>
            <label htmlFor={`${id}-grade`}>{t.grade}</label>
            <Select id={`${id}-grade`} value={chosen} options={codeChoices('incidentGrade', language)} onChange={setGrade} style={{ width: '100%' }} />
            {proposed && <span className="soft">{t.proposed(codeName('incidentGrade', proposed, language))}</span>}
          </div>
          {differs && (
            <div className="wide">
              <label htmlFor={`${id}-reason`}>{c.reason}</label>
              <Input.TextArea id={`${id}-reason`} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
            </div>
          )}
          {problem !== null && (
            <div className="wide">
              <ProblemPanel problem={problem} />
            </div>
          )}
        </div>
      </Modal>
    </>
  );
}
