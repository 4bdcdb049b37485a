import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { post } from '@/shared/api/http';
import type { EvidenceItem, Verification } from '@/shared/api/types';
import { useClientChoices, useContractChoices } from '@/shared/contract/queries';
import { bytes, shortDigest, timeToSecond } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { ListTable } from '@/shared/ui/ListTable';
import { Empty, PageHead } from '@/shared/ui/Page';
import { ProblemPanel } from '@/shared/ui/ProblemPanel';
import { useListState } from '@/shared/ui/useListState';
import { About } from './About';
import './evidence.css';
import { text } from './words';

export default function EvidencePage() {
  const t = useWords(text);
  const c = useWords(common);
  const contracts = useContractChoices();
  const clients = useClientChoices();
  const [state, change] = useListState();
  const chosen = state.filters['contract'] ?? contracts[0]?.value ?? null;
  const options = [
    { label: c.contract, options: contracts.map(({ value, label }) => ({ value, label })) },
    { label: c.client, options: clients.map(({ value, label }) => ({ value, label: t.ownChain(label) })) },
  ];
  return (
    <div className="stack">
      <PageHead title={t.title} note={t.note} />
      <div className="row">
        <Select
          aria-label={c.chooseContract}
          value={chosen}
          onChange={(contract: string) => change({ contract, q: null })}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={c.chooseContract}
          style={{ minWidth: 280, maxWidth: '100%', flex: '0 1 520px' }}
        />
        {chosen && <Verify key={chosen} contractId={chosen} />}
      </div>
      {chosen ? <Chain contractId={chosen} /> : <div className="sheet"><Empty title={t.chain} hint={t.choose} /></div>}
    </div>
  );
}

function Verify({ contractId }: { contractId: string }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Verification | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const verify = async () => {
    setBusy(true);
    setProblem(null);
    setResult(null);
    try {
      setResult(await post<Verification>('/evidence/verify', { contractId }));
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button type="primary" loading={busy} onClick={() => void verify()}>
        {busy ? t.verifying : t.verify}
      </Button>
      <div className="verify-result" aria-live="polite">
        {result?.ok && (
          <div className="verified" role="status">
            <strong>{t.ok(result.checked)}</strong>
            <div>{t.okNote}</div>
          </div>
        )}
        {result && !result.ok && (
          <div className="problem" role="alert">
            <h3>{t.broken(result.firstProblem?.seq ?? 0)}</h3>
            <p>
              {codeName('fault', result.firstProblem?.code, language)}：{result.firstProblem?.message}
            </p>
          </div>
        )}
        {problem !== null && <ProblemPanel problem={problem} onRetry={() => void verify()} />}
      </div>
    </>
  );
}

function Chain({ contractId }: { contractId: string }) {
  const t = useWords(text);
  const { language } = useLanguage();
  return (
    <ListTable<EvidenceItem>
      path="/evidence"
      label={t.chain}
      rowKey={(item) => `${item.contractId}/${item.seq}`}
      fixed={{ contract: contractId }}
      empty={{ title: t.none, hint: t.noneHint, action: <Link to="/work">{t.aboutObligation}</Link> }}
      columns={[
        { key: 'seq', title: t.seq, sort: 'seq', width: 72, render: (one) => <span className="figures">{one.seq}</span> },
        { key: 'name', title: t.name, sort: 'name', render: (one) => <Link to={`/evidence/${one.contractId}/${one.seq}`}>{one.name}</Link> },
        { key: 'about', title: t.about, render: (one) => <About about={one.about} /> },
        { key: 'origin', title: t.origin, render: (one) => codeName('origin', one.origin, language) },
        { key: 'effective', title: t.effective, sort: 'effectiveAt', render: (one) => <span className="figures nowrap">{timeToSecond(one.effectiveAt)}</span> },
        { key: 'size', title: t.size, align: 'right', render: (one) => <span className="figures nowrap">{bytes(one.sizeBytes)}</span> },
        { key: 'digest', title: t.content, render: (one) => <span className="mono" title={one.sha256}>{shortDigest(one.sha256)}</span> },
      ]}
    />
  );
}
