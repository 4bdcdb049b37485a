import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useMemo, useState } from 'react';
import { put } from '@/shared/api/http';
import { asProblem, Problem } from '@/shared/api/problem';
import type { AmbiguityView, ContractView } from '@/shared/api/types';
import { time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import { StateTag } from '@/shared/ui/StateTag';
import { patchFor, ranked, targets } from './patch';
import { text } from './words';

/** One ambiguity: what is unclear, what is decided, and what that changes. */
export function Decide({ contract, ambiguity, position, onDecided }: {
  contract: ContractView;
  ambiguity: AmbiguityView;
  position: number;
  onDecided: () => void;
}) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const choices = useMemo(() => ranked(targets(contract.body, t), ambiguity.lines, ambiguity.message), [contract.body, t, ambiguity.lines, ambiguity.message]);
  const [decision, setDecision] = useState(ambiguity.decision?.text ?? '');
  const [pointer, setPointer] = useState(choices[0]?.pointer ?? '');
  const target = choices.find((one) => one.pointer === pointer) ?? choices[0];
  const [field, setField] = useState(target?.fields[0]?.name ?? '');
  const [value, setValue] = useState('');
  const [patching, setPatching] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const chosen = target?.fields.find((one) => one.name === field) ?? target?.fields[0];

  const decide = async () => {
    if (decision.trim() === '') {
      setProblem(new Problem({ status: 0, code: 'decision', title: t.decisionMissing }));
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      const patch = patching && target && chosen ? patchFor(contract.body, target, chosen.name, value) : null;
      const changed = await put<ContractView | undefined>(`/contracts/${contract.id}/ambiguities/${ambiguity.n}`, {
        decision: decision.trim(),
        ...(patch ? { patch } : {}),
      });
      if (changed?.id) queries.setQueryData(['contract', contract.id], changed);
      else await queries.invalidateQueries({ queryKey: ['contract', contract.id] });
      tell.done(c.saved);
      onDecided();
    } catch (thrown) {
      setProblem(asProblem(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="sheet sheet-body stack ambiguity-form" aria-label={t.of(position + 1, contract.ambiguities.length)}>
      <div className="row">
        <StateTag kind="ambiguity" code={ambiguity.code} />
        <span className="soft">{t.of(position + 1, contract.ambiguities.length)}</span>
        {ambiguity.lines && <span className="soft">{c.lineRange(ambiguity.lines[0], ambiguity.lines[1])}</span>}
      </div>
      <p className="ambiguity-message">{ambiguity.message}</p>
      <div>
        <label htmlFor={`${id}-decision`}>{t.decision}</label>
        <Input.TextArea id={`${id}-decision`} name="decision" rows={3} value={decision} placeholder={t.decisionHint} onChange={(event) => setDecision(event.target.value)} />
        {ambiguity.decision && <p className="soft">{t.decidedBy(ambiguity.decision.by ?? '—', time(ambiguity.decision.at))}</p>}
      </div>
      <details className="patch" open={patching} onToggle={(event) => setPatching(event.currentTarget.open)}>
        <summary>{t.patch}</summary>
        <p className="soft">{t.patchNote}</p>
        <div className="patch-grid">
          <div>
            <label htmlFor={`${id}-item`}>{t.patchItem}</label>
            <Select
              id={`${id}-item`}
              style={{ width: '100%' }}
              value={pointer}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(next: string) => {
                setPointer(next);
                setField(choices.find((one) => one.pointer === next)?.fields[0]?.name ?? '');
              }}
              options={choices.map((one) => ({ value: one.pointer, label: one.label }))}
            />
          </div>
          <div>
            <label htmlFor={`${id}-field`}>{t.patchField}</label>
            <Select id={`${id}-field`} style={{ width: '100%' }} value={chosen?.name ?? null} onChange={setField} options={(target?.fields ?? []).map((one) => ({ value: one.name, label: one.label }))} />
          </div>
          <div>
            <label htmlFor={`${id}-value`}>{t.patchValue}</label>
            <Input id={`${id}-value`} name="value" value={value} onChange={(event) => setValue(event.target.value)} aria-describedby={`${id}-format`} />
          </div>
        </div>
        <p id={`${id}-format`} className="soft">
          {t.patchNow}：<span className="mono">{chosen?.now == null ? '—' : String(chosen.now)}</span>{' '}{t.patchFormat}：{chosen?.format}
        </p>
      </details>
      {problem && <ProblemPanel problem={problem} />}
      <div>
        <Button type="primary" loading={busy} onClick={() => void decide()}>
          {ambiguity.decision ? t.redecide : t.decide}
        </Button>
      </div>
    </section>
  );
}
