import { Link } from 'react-router';
import type { ContractItem } from '@/shared/api/types';
import { day } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { OutcomeBar } from '@/shared/ui/OutcomeBar';
import { text } from './words';

export function ContractCard({ contract }: { contract: ContractItem }) {
  const t = useWords(text);
  const c = useWords(common);
  const settled = contract.kept + contract.late + contract.missed;
  const share = settled === 0 ? '—' : `${Math.round((contract.kept / settled) * 1000) / 10}%`;
  return (
    <li className="contract-card">
      <div className="row-spread">
        <div>
          <Link to={`/contracts/${contract.id}`} className="contract-card-title">
            {contract.title ?? contract.number ?? '—'}
          </Link>
          <div className="soft">
            {contract.clientName} · <span className="figures">{day(contract.from)} – {day(contract.to)}</span>
          </div>
        </div>
        <div className="contract-card-share">
          <span className="figures">{share}</span> <span className="soft">{t.keptShare}</span>
        </div>
      </div>
      <OutcomeBar tally={contract} />
      <div className="row-spread soft">
        <span>{t.progress(settled, settled + contract.upcoming)}</span>
        <span className="figures">
          {c.kept} {contract.kept} · {c.late} {contract.late} · {c.missed} {contract.missed}
        </span>
      </div>
    </li>
  );
}
