import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { useId, useState } from 'react';
import { get, put } from '@/shared/api/http';
import { useClientChoices } from '@/shared/contract/queries';
import { timeToSecond } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Answered, Facts, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import './secrecy.css';
import { exportText } from './exportWords';
import type { ExportRule } from './types';

/** Whether a client wants to be asked before a file with its data is taken, and why. */
export function ExportRuleTab() {
  const t = useWords(exportText);
  const c = useWords(common);
  const id = useId();
  const clients = useClientChoices();
  const [chosen, setChosen] = useState<string | null>(null);
  const client = chosen ?? clients[0]?.value ?? null;
  const rule = useQuery({
    queryKey: ['export-rule', client],
    queryFn: ({ signal }) => get<ExportRule>(`/exports/rules/${client}`, undefined, signal),
    enabled: client !== null,
  });
  return (
    <Sheet title={t.rule}>
      <div className="stack-small">
        <div className="field">
          <label htmlFor={`${id}-client`}>{c.client}</label>
          <Select id={`${id}-client`} value={client} options={clients} onChange={setChosen} style={{ width: '100%', maxWidth: 420 }} />
        </div>
        {client && <Answered of={rule}>{(found) => <Rule key={`${found.clientId}/${found.setAt}`} rule={found} />}</Answered>}
      </div>
    </Sheet>
  );
}

function Rule({ rule }: { rule: ExportRule }) {
  const t = useWords(exportText);
  const mayChange = useMay('pay');
  const tell = useTell();
  const queries = useQueryClient();
  const [approval, setApproval] = useState(rule.approval);
  const save = async (reason: string) => {
    await put(`/exports/rules/${rule.clientId}`, { approval, approverId: rule.approverId, reason });
    tell.done(t.changed);
    await queries.invalidateQueries();
  };
  return (
    <>
      <Checkbox checked={approval} disabled={!mayChange} onChange={(event) => setApproval(event.target.checked)}>
        {t.demand}
      </Checkbox>
      <p className="soft">{t.demandNote}</p>
      {rule.setAt ? <Facts items={[[t.why, rule.reason], [t.setBy, `${rule.setBy ?? ''} ${timeToSecond(rule.setAt)}`]]} /> : <p>{t.notSet}</p>}
      {mayChange && <ConfirmAct label={t.change} title={t.changeTitle} warning={t.changeWarning} asksReason act={save} danger={false} button={{ type: 'primary', disabled: approval === rule.approval }} />}
    </>
  );
}
