import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { get, post } from '@/shared/api/http';
import { timeToSecond } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { StateTag } from '@/shared/ui/StateTag';
import { aboutLink } from './about';
import type { DeliveryPage as Told } from './types';
import { text } from './words';

export default function DeliveryPage() {
  const { id = '' } = useParams();
  const delivery = useQuery({
    queryKey: ['delivery', id],
    queryFn: ({ signal }) => get<Told>(`/deliveries/${id}`, undefined, signal),
    refetchInterval: 5_000,
  });
  return <Answered of={delivery}>{(found) => <DeliverySheet told={found} />}</Answered>;
}

function DeliverySheet({ told }: { told: Told }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const operates = useMay('operate');
  const tell = useTell();
  const queries = useQueryClient();
  const link = aboutLink(told.about);
  const kind = codeName('about', told.about.split('/')[0], language);
  const resend = async () => {
    try {
      await post(`/deliveries/${told.id}/retry`, {});
      tell.done(t.resent);
      await queries.invalidateQueries();
    } catch (thrown) {
      tell.problem(thrown);
    }
  };
  const given = told.state === 'failed' || told.state === 'expired';
  return (
    <div className="stack">
      <PageHead
        title={told.title}
        note={
          <span className="row">
            <StateTag kind="delivery" code={told.state} />
            <StateTag kind="urgency" code={told.urgency} />
          </span>
        }
        actions={operates && given && <Button onClick={() => void resend()}>{t.resend}</Button>}
      />
      <Sheet title={t.delivery}>
        <Facts
          items={[
            [t.recipient, told.recipient],
            [t.address, <span key="address" className="mono">{told.address || '—'}</span>],
            [t.channel, [codeName('means', told.means, language), told.channel].filter(Boolean).join(' · ')],
            [c.time, timeToSecond(told.createdAt)],
            [t.sentAt, told.sentAt && timeToSecond(told.sentAt)],
            [t.providerId, told.providerId],
            [t.about, link ? <Link key="about" to={link}>{kind}</Link> : kind],
            [t.acknowledged, told.acknowledgedBy && `${told.acknowledgedBy} ${timeToSecond(told.acknowledgedAt)}`],
            [t.proof, told.proven && t.proven],
            [c.reason, told.reason],
          ]}
        />
      </Sheet>
      <Sheet title={t.message}>
        <p className="pre">{told.body}</p>
      </Sheet>
      <Sheet title={t.tries}>
        {told.tries.length === 0 ? (
          <p className="soft">{t.noTries}</p>
        ) : (
          <ol className="timeline">
            {told.tries.map((one) => (
              <li key={one.n}>
                <strong>{one.outcome ? codeName('attempt', one.outcome, language) : t.inProgress}</strong>{' '}
                <span className="soft figures">
                  {timeToSecond(one.at)} {one.tookMillis !== null && t.took(one.tookMillis)}
                </span>
                <div className="mono">{[one.code, one.said].filter(Boolean).join(' · ')}</div>
              </li>
            ))}
          </ol>
        )}
      </Sheet>
    </div>
  );
}
