import { Button } from 'antd';
import { useState } from 'react';
import { Link, Navigate, useParams, useSearchParams } from 'react-router';
import type { ContractView } from '@/shared/api/types';
import { useContract, useSource } from '@/shared/contract/queries';
import { SourceText } from '@/shared/contract/SourceText';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { Decide } from './Decide';
import './intake.css';
import { IntakeSteps } from './IntakeSteps';
import { PutInForce } from './PutInForce';
import { text } from './words';

export default function IntakePage() {
  const { id = '' } = useParams();
  const contract = useContract(id);
  return (
    <Answered of={contract} lines={12}>
      {(view) => (view.state === 'draft' ? <Intake contract={view} /> : <Navigate to={`/contracts/${view.id}`} replace />)}
    </Answered>
  );
}

function Intake({ contract }: { contract: ContractView }) {
  const t = useWords(text);
  const c = useWords(common);
  const [parameters, setParameters] = useSearchParams();
  const step = parameters.get('step') === 'force' ? 2 : 1;
  const go = (to: 1 | 2) => setParameters(to === 2 ? { step: 'force' } : {}, { replace: true });
  const { body, ambiguities } = contract;
  const decided = ambiguities.filter((one) => one.decision).length;
  return (
    <div className="stack">
      <PageHead title={contract.title ?? t.title} note={t.note} />
      <IntakeSteps at={step} onStep={go} />
      <Sheet title={t.found} extra={<Link to={`/contracts/${contract.id}`}>{t.edit}</Link>}>
        <Facts
          items={[
            [c.client, body.client?.name ?? c.notSaid],
            [t.services, body.services.length],
            [t.levels, body.serviceLevels.length],
            [t.payments, body.payments.length],
            [t.penalties, body.penalties.length],
            [t.acceptances, body.acceptances.length],
          ]}
        />
      </Sheet>
      {step === 2 ? (
        <PutInForce contract={contract} onDecide={() => go(1)} />
      ) : ambiguities.length === 0 ? (
        <div className="sheet sheet-body row-spread">
          <span>{t.noneOpen}</span>
          <Button type="primary" onClick={() => go(2)}>
            {t.toForce}
          </Button>
        </div>
      ) : (
        <Ambiguities contract={contract} decided={decided} onDone={() => go(2)} />
      )}
    </div>
  );
}

function Ambiguities({ contract, decided, onDone }: { contract: ContractView; decided: number; onDone: () => void }) {
  const t = useWords(text);
  const { ambiguities } = contract;
  const firstOpen = ambiguities.findIndex((one) => !one.decision);
  const [at, setAt] = useState(Math.max(0, firstOpen));
  const source = useSource(contract.id);
  const current = ambiguities[Math.min(at, ambiguities.length - 1)];
  if (!current) return null;
  const onward = () => {
    const next = ambiguities.findIndex((one, index) => index !== at && !one.decision);
    if (next >= 0) setAt(next);
  };
  return (
    <>
      <div className="row-spread">
        <ul className="pips">
          {ambiguities.map((one, index) => (
            <li key={one.n}>
              <button type="button" data-decided={Boolean(one.decision)} aria-current={index === at ? 'true' : undefined} aria-label={t.of(index + 1, ambiguities.length)} onClick={() => setAt(index)}>
                {index + 1}
              </button>
            </li>
          ))}
        </ul>
        <span className="row">
          <span aria-live="polite">{t.deliberate(decided, ambiguities.length)}</span>
          <Button type={decided === ambiguities.length ? 'primary' : 'default'} onClick={onDone}>
            {t.toForce}
          </Button>
        </span>
      </div>
      <div className="intake-grid">
        <Decide key={current.n} contract={contract} ambiguity={current} position={at} onDecided={onward} />
        <section className="sheet source-side">
          <SourceText lines={source.data?.lines ?? []} chosen={current.lines} height="68vh" />
        </section>
      </div>
    </>
  );
}
