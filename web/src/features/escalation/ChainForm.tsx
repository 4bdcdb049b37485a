import { DeleteOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { get, put } from '@/shared/api/http';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { ProblemPanel } from '@/shared/ui/ProblemPanel';
import type { Chain, Step, Whom } from './types';
import { text } from './words';

const fresh: Step = { afterMinutes: 0, whom: 'on-call', persons: null, role: null, means: ['inbox'] };

export function ChainForm({ client, kept, onClose }: { client: string; kept: Chain; onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const id = useId();
  const queries = useQueryClient();
  const [steps, setSteps] = useState<Step[]>(kept.steps);
  const [repeat, setRepeat] = useState(kept.repeatMinutes);
  const [limit, setLimit] = useState(kept.repeatLimit);
  const [problem, setProblem] = useState<unknown>(null);
  const people = useQuery({
    queryKey: ['notice-rules', client],
    queryFn: ({ signal }) => get<{ people: { id: string; name: string }[] }>('/notice-rules', { client }, signal),
  });
  const change = (index: number, part: Partial<Step>) => setSteps(steps.map((step, at) => (at === index ? { ...step, ...part } : step)));
  const save = async () => {
    setProblem(null);
    try {
      await put('/escalation-chains', { clientId: client, severity: kept.severity, steps, repeatMinutes: repeat, repeatLimit: limit });
      await queries.invalidateQueries({ queryKey: ['escalation-chains'] });
      onClose();
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <Modal open width={720} title={`${t.chains} · ${codeName('severity', kept.severity, language)}`} okText={c.save} cancelText={c.cancel} onOk={() => void save()} onCancel={onClose}>
      <div className="stack">
        {steps.map((step, index) => (
          <fieldset key={index} className="form-grid">
            <legend>{t.step(index + 1)}</legend>
            <div>
              <label htmlFor={`${id}-${index}-after`}>{t.afterMinutes}</label>
              <InputNumber id={`${id}-${index}-after`} min={0} max={10080} value={step.afterMinutes} onChange={(afterMinutes) => change(index, { afterMinutes: afterMinutes ?? 0 })} style={{ width: '100%' }} />
            </div>
            <div>
              <label htmlFor={`${id}-${index}-whom`}>{t.whom}</label>
              <Select
                id={`${id}-${index}-whom`}
                value={step.whom}
                onChange={(whom: Whom) => change(index, { whom })}
                options={codeChoices('whom', language, ['on-call', 'managers', 'persons'])}
                style={{ width: '100%' }}
              />
            </div>
            {step.whom === 'persons' && (
              <div className="wide">
                <label htmlFor={`${id}-${index}-persons`}>{t.persons}</label>
                <Select
                  id={`${id}-${index}-persons`}
                  mode="multiple"
                  value={step.persons ?? []}
                  onChange={(persons: string[]) => change(index, { persons })}
                  options={(people.data?.people ?? []).map((one) => ({ value: one.id, label: one.name }))}
                  style={{ width: '100%' }}
                />
              </div>
            )}
            <div className="wide row-spread">
              <Select
                aria-label={`${t.means} ${t.step(index + 1)}`}
                mode="multiple"
                value={step.means}
                onChange={(means: string[]) => change(index, { means })}
                options={codeChoices('means', language)}
                style={{ flex: 1, minWidth: 220 }}
              />
              <Button icon={<DeleteOutlined aria-hidden />} aria-label={`${t.removeStep} ${index + 1}`} onClick={() => setSteps(steps.filter((_step, at) => at !== index))} />
            </div>
          </fieldset>
        ))}
        <div className="row-spread">
          <Button onClick={() => setSteps([...steps, { ...fresh, afterMinutes: (steps.at(-1)?.afterMinutes ?? -15) + 15 }])}>{t.addStep}</Button>
          <span className="row">
            <label htmlFor={`${id}-repeat`}>{t.repeatMinutes}</label>
            <InputNumber id={`${id}-repeat`} min={1} max={1440} value={repeat} onChange={(minutes) => setRepeat(minutes ?? 15)} />
            <label htmlFor={`${id}-limit`}>{t.repeatLimit}</label>
            <InputNumber id={`${id}-limit`} min={0} max={100} value={limit} onChange={(times) => setLimit(times ?? 10)} />
          </span>
        </div>
        {problem !== null && <ProblemPanel problem={problem} />}
      </div>
    </Modal>
  );
}
