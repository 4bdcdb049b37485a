import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { get } from '@/shared/api/http';
import { timeToSecond } from '@/shared/format';
import { type Language, useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import { Take } from './Take';
import type { EscalationPage as Told } from './types';
import { text } from './words';

export default function EscalationPage() {
  const { id = '' } = useParams();
  const escalation = useQuery({
    queryKey: ['escalation', id],
    queryFn: ({ signal }) => get<Told>(`/escalations/${id}`, undefined, signal),
    refetchInterval: 5_000,
  });
  return <Answered of={escalation}>{(found) => <EscalationSheet told={found} />}</Answered>;
}

/** Who, and how: the server writes the codes of the means behind the names. */
function said({ what, text: written }: { what: string; text: string }, language: Language) {
  const [who = '', how = ''] = written.split(' · ');
  const named = how.split(' ').filter(Boolean).map((code) => codeName(what === 'told' ? 'means' : 'escalationHow', code, language));
  return [who, named.join(language === 'zh' ? '、' : ', ')].filter(Boolean).join(' · ');
}

function EscalationSheet({ told }: { told: Told }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const [kind = '', id = ''] = told.about.split('/');
  const what: Record<string, string> = { told: t.toldWhat, acknowledged: t.acknowledged, ended: t.endedWhat, unanswered: t.unanswered };
  return (
    <div className="stack">
      <PageHead
        title={told.title}
        note={
          <span className="row">
            <StateTag kind="escalation" code={told.state} />
            <StateTag kind="severity" code={told.severity} />
          </span>
        }
        actions={<Take escalation={told} />}
      />
      <Sheet>
        <Facts
          items={[
            [t.started, timeToSecond(told.startedAt)],
            [t.told, t.times(told.told)],
            [t.next, told.nextAt && timeToSecond(told.nextAt)],
            [t.ended, told.endedBy && `${told.endedBy} · ${codeName('escalationHow', told.how ?? '', language)} · ${timeToSecond(told.endedAt)}`],
            [t.about, kind === 'ticket' ? <Link key="about" to={`/tickets/${id}`}>{told.title}</Link> : codeName('about', kind, language)],
          ]}
        />
      </Sheet>
      <Sheet title={t.log}>
        <ol className="timeline">
          {told.log.map((entry, index) => (
            <li key={index}>
              <strong>{what[entry.what] ?? entry.what}</strong> <span className="soft figures">{timeToSecond(entry.at)}</span>
              <div>{said(entry, language)}</div>
            </li>
          ))}
        </ol>
      </Sheet>
    </div>
  );
}
