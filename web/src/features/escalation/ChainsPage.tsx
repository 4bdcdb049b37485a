import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { get, put } from '@/shared/api/http';
import { useClientChoices } from '@/shared/contract/queries';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Answered, Empty, PageHead, Sheet } from '@/shared/ui/Page';
import { ChainForm } from './ChainForm';
import type { Chain } from './types';
import { text } from './words';

export default function ChainsPage() {
  const t = useWords(text);
  const c = useWords(common);
  const clients = useClientChoices();
  const [parameters, setParameters] = useSearchParams();
  const client = parameters.get('client') ?? clients[0]?.value ?? null;
  return (
    <div className="stack">
      <PageHead
        title={t.chains}
        note={t.chainsNote}
        actions={<Select aria-label={c.client} value={clients.some((one) => one.value === client) ? client : null} options={clients} onChange={(one: string) => setParameters({ client: one })} style={{ minWidth: 220 }} placeholder={c.chooseClient} />}
      />
      {client ? (
        <Chains client={client} />
      ) : (
        <Sheet>
          <Empty title={t.pickClient} hint={t.pickClientHint} />
        </Sheet>
      )}
    </div>
  );
}

function Chains({ client }: { client: string }) {
  const chains = useQuery({
    queryKey: ['escalation-chains', client],
    queryFn: ({ signal }) => get<Chain[]>('/escalation-chains', { client }, signal),
  });
  const [editing, setEditing] = useState<Chain | null>(null);
  return (
    <Answered of={chains}>
      {(found) => (
        <div className="stack">
          {editing && <ChainForm client={client} kept={editing} onClose={() => setEditing(null)} />}
          {found.map((chain) => (
            <ChainSheet key={chain.severity} client={client} chain={chain} onEdit={() => setEditing(chain)} />
          ))}
        </div>
      )}
    </Answered>
  );
}

function ChainSheet({ client, chain, onEdit }: { client: string; chain: Chain; onEdit: () => void }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const manages = useMay('manage');
  const signs = useMay('sign');
  const queries = useQueryClient();
  const name = codeName('severity', chain.severity, language);
  return (
    <Sheet
      title={name}
      extra={
        <span className="row">
          <span className="soft">{chain.own ? t.own : t.usual}</span>
          {(manages || signs) && (
            <Button size="small" onClick={onEdit} aria-label={`${t.edit} ${name}`}>
              {t.edit}
            </Button>
          )}
          {(manages || signs) && chain.own && (
            <ConfirmAct
              label={t.reset}
              title={t.reset}
              warning={t.resetWarning}
              danger={false}
              button={{ size: 'small', type: 'link' }}
              act={async () => {
                await put('/escalation-chains', { clientId: client, severity: chain.severity, steps: null });
                await queries.invalidateQueries({ queryKey: ['escalation-chains'] });
              }}
            />
          )}
        </span>
      }
    >
      {chain.steps.length === 0 ? (
        <p className="soft">{t.noSteps}</p>
      ) : (
        <>
          <ol className="timeline">
            {chain.steps.map((step, index) => (
              <li key={index}>
                <strong>{t.after(step.afterMinutes)}</strong> {codeName('whom', step.whom, language)}
                <div className="soft">{step.means.map((means) => codeName('means', means, language)).join('、')}</div>
              </li>
            ))}
          </ol>
          <p className="soft" style={{ marginTop: 12 }}>{t.repeat(chain.repeatMinutes, chain.repeatLimit)}</p>
        </>
      )}
    </Sheet>
  );
}
