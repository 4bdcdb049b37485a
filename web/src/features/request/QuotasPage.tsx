import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { get } from '@/shared/api/http';
import { useContractChoices } from '@/shared/contract/queries';
import { time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { Answered, Empty, PageHead, Sheet } from '@/shared/ui/Page';
import './request.css';
import type { QuotaStanding } from './types';
import { text } from './words';

/** All quotas of a contract, each with its uses. */
export default function QuotasPage() {
  const t = useWords(text);
  const c = useWords(common);
  const contracts = useContractChoices().filter((one) => one.contract.state !== 'draft');
  const [chosen, setChosen] = useState<string | null>(null);
  const contract = chosen ?? contracts[0]?.value ?? null;
  const quotas = useQuery({
    queryKey: ['quotas', contract],
    queryFn: ({ signal }) => get<QuotaStanding[]>(`/contracts/${contract ?? ''}/quotas`, undefined, signal),
    enabled: contract !== null,
  });
  const choose = <Select aria-label={c.contract} value={contract} options={contracts} onChange={setChosen} placeholder={c.chooseContract} style={{ minWidth: 260, maxWidth: '100%' }} />;
  return (
    <div className="stack">
      <PageHead title={t.quotasTitle} note={t.quotasNote} actions={choose} />
      {contract === null ? (
        <Sheet>
          <Empty title={t.quotasNone} hint={c.chooseContract} />
        </Sheet>
      ) : (
        <Answered of={quotas}>
          {(found) =>
            found.length === 0 ? (
              <Sheet>
                <Empty title={t.quotasNone} hint={t.quotasNoneHint} />
              </Sheet>
            ) : (
              <>
                {[...found].reverse().map((one) => (
                  <Standing key={`${one.serviceId} ${one.from}`} standing={one} />
                ))}
              </>
            )
          }
        </Answered>
      )}
    </div>
  );
}

function Standing({ standing }: { standing: QuotaStanding }) {
  const t = useWords(text);
  const share = Math.min(1, standing.used / standing.atMost);
  const tone = share >= 1 ? 'quota-out' : share >= 0.8 ? 'quota-near' : '';
  return (
    <Sheet title={[standing.clause, standing.title].filter(Boolean).join(' ')} extra={<span className="soft figures">{`${standing.from} – ${standing.to}`}</span>}>
      <strong className="figures">{t.usedOf(standing.used, standing.atMost)}</strong> {standing.extra > 0 && <span className="tag tag-warn">{t.extraOf(standing.extra)}</span>}
      <div className="quota-bar" role="meter" aria-label={standing.title} aria-valuenow={standing.used} aria-valuemin={0} aria-valuemax={standing.atMost}>
        <span className={tone} style={{ width: `${share * 100}%` }} />
      </div>
      {standing.uses.length === 0 ? (
        <p className="soft">{t.noUses}</p>
      ) : (
        <div className="table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">#</th>
                <th scope="col">{t.use}</th>
                <th scope="col">{t.usedAt}</th>
                <th scope="col">{t.counted}</th>
              </tr>
            </thead>
            <tbody>
              {standing.uses.map((use) => (
                <tr key={use.n}>
                  <td className="figures">{use.n}</td>
                  <td>{use.about?.startsWith('ticket/') ? <Link to={`/tickets/${use.about.slice('ticket/'.length)}`}>{use.what}</Link> : use.what}</td>
                  <td className="figures nowrap">{time(use.at)}</td>
                  <td>{use.returnedAt ? `${t.returned} ${time(use.returnedAt)}` : use.extra ? t.extra : t.counted}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Sheet>
  );
}
