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
import type { SecrecyRule } from './types';
import { text } from './words';

/** What a client demands of the provider's people. */
export function RulesTab() {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const clients = useClientChoices();
  const [chosen, setChosen] = useState<string | null>(null);
  const client = chosen ?? clients[0]?.value ?? null;
  const rule = useQuery({
    queryKey: ['secrecy-rule', client],
    queryFn: ({ signal }) => get<SecrecyRule>(`/secrecy/rules/${client}`, undefined, signal),
    enabled: client !== null,
  });
  return (
    <Sheet title={t.rules}>
      <div className="stack-small">
        <div className="field">
          <label htmlFor={`${id}-client`}>{c.client}</label>
          <Select id={`${id}-client`} value={client} options={clients} onChange={setChosen} placeholder={t.chooseClient} style={{ width: '100%', maxWidth: 420 }} />
        </div>
        {client && <Answered of={rule}>{(found) => <Rule key={`${found.clientId}/${found.setAt}`} rule={found} />}</Answered>}
      </div>
    </Sheet>
  );
}

const demands = ['undertakings', 'namedOnly'] as const;

function Rule({ rule }: { rule: SecrecyRule }) {
  const t = useWords(text);
  const mayChange = useMay('pay');
  const tell = useTell();
  const queries = useQueryClient();
  const [wanted, setWanted] = useState(rule);
  const names = { undertakings: t.demandUndertakings, namedOnly: t.demandNamed };
  const save = async (reason: string) => {
    await put(`/secrecy/rules/${rule.clientId}`, {
      undertakings: wanted.undertakings,
      namedOnly: wanted.namedOnly,
      reason,
    });
    tell.done(t.changed);
    await queries.invalidateQueries();
  };
  const same = demands.every((demand) => wanted[demand] === rule[demand]);
  return (
    <>
      <ul className="rule-list">
        {demands.map((demand) => (
          <li key={demand}>
            <Checkbox checked={wanted[demand]} disabled={!mayChange} onChange={(event) => setWanted({ ...wanted, [demand]: event.target.checked })}>
              {names[demand]}
            </Checkbox>
          </li>
        ))}
      </ul>
      {rule.setAt && <Facts items={[[t.setBy, `${rule.setBy ?? ''} ${timeToSecond(rule.setAt)}`], [t.rules, rule.reason]]} />}
      {mayChange && <ConfirmAct label={t.change} title={t.changeTitle} warning={t.changeWarning} asksReason act={save} danger={false} button={{ type: 'primary', disabled: same }} />}
    </>
  );
}
