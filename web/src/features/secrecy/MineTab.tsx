import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { get } from '@/shared/api/http';
import { day } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { Answered, Empty } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import './secrecy.css';
import type { Mine } from './types';
import { text } from './words';

/** The clients of the person signed in, those they cannot see in front. */
export function MineTab() {
  const t = useWords(text);
  const mine = useQuery({ queryKey: ['undertakings', 'mine'], queryFn: ({ signal }) => get<Mine[]>('/undertakings/mine', undefined, signal) });
  return (
    <Answered of={mine}>
      {(all) =>
        all.length === 0 ? (
          <section className="sheet">
            <Empty title={t.mineNone} hint={t.mineNoneHint} />
          </section>
        ) : (
          <ul className="mine">
            {all.map((one) => (
              <MineCard key={one.clientId} mine={one} />
            ))}
          </ul>
        )
      }
    </Answered>
  );
}

function MineCard({ mine }: { mine: Mine }) {
  const t = useWords(text);
  const navigate = useNavigate();
  const toSign = mine.state !== 'in-force';
  return (
    <li className={`sheet sheet-body mine-card${mine.barred ? ' mine-barred' : ''}`}>
      <div className="row-spread">
        <h2>{mine.clientName}</h2>
        <StateTag kind="undertaking" code={mine.state} />
      </div>
      <p className="soft">
        {mine.waitsForApproval
          ? t.waits
          : mine.barred
            ? t.barredNote
            : mine.state === 'in-force'
              ? `${t.until} ${mine.until ? day(mine.until) : t.forEver}`
              : t.notDemanded}
      </p>
      <Button type={mine.barred && toSign ? 'primary' : 'default'} onClick={() => void navigate(`/secrecy/sign/${mine.clientId}`)}>
        {toSign ? t.signIt : t.signAgain}
      </Button>
    </li>
  );
}
