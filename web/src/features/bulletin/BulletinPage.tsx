import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { get } from '@/shared/api/http';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { useMay } from '@/shared/session';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { StateTag } from '@/shared/ui/StateTag';
import './bulletin.css';
import { BulletinActs } from './BulletinActs';
import { BulletinTag } from './BulletinTag';
import { Matrix } from './Matrix';
import type { Advisory, Bulletin } from './types';
import { text } from './words';

export default function BulletinPage() {
  const { id = '' } = useParams();
  const bulletin = useQuery({
    queryKey: ['bulletin', id],
    queryFn: ({ signal }) => get<Bulletin>(`/bulletins/${id}`, undefined, signal),
    refetchInterval: 30_000,
  });
  return <Answered of={bulletin}>{(found) => <BulletinSheet bulletin={found} />}</Answered>;
}

function BulletinSheet({ bulletin }: { bulletin: Bulletin }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const operates = useMay('operate');
  const { advisory } = bulletin;
  const facts: [string, React.ReactNode][] = [
    [t.number, `${bulletin.number} · ${t.version(bulletin.version)}`],
    [t.severity, <StateTag key="severity" kind="severity" code={advisory.severity} />],
    [t.cves, advisory.cves.length > 0 ? advisory.cves.join('、') : t.notFound],
    [t.source, advisory.source || '—'],
    [t.issued, advisory.issuedAt ? time(advisory.issuedAt) : '—'],
  ];
  if (operates) facts.push([t.gathered, `${time(bulletin.gatheredAt)} · ${codeName('bulletinWay', bulletin.way, language)} · ${bulletin.gatheredBy}`]);
  if (bulletin.publishedAt) facts.push([t.published, `${time(bulletin.publishedAt)} · ${bulletin.publishedBy ?? ''}`]);
  if (bulletin.endedReason) facts.push([t.endedWhy, bulletin.endedReason]);
  return (
    <div className="stack">
      <PageHead
        title={advisory.title}
        note={
          <span className="row">
            <BulletinTag state={bulletin.state} />
            {bulletin.revised && <span className="tag tag-warn">{t.revised}</span>}
          </span>
        }
        actions={<BulletinActs bulletin={bulletin} />}
      />
      <Matrix bulletin={bulletin} />
      <Sheet title={t.content}>
        <div className="stack">
          <Facts items={facts} />
          <Said label={t.summary}>{advisory.summary}</Said>
          <Said label={t.advice}>{advisory.advice}</Said>
          <Said label={t.workaround}>{advisory.workaround}</Said>
          {advisory.products.length > 0 && <Products advisory={advisory} />}
          {advisory.references.length > 0 && (
            <div>
              <h3>{t.references}</h3>
              <ul className="bulletin-links">
                {advisory.references.map((url) => (
                  <li key={url}>
                    <a href={url} target="_blank" rel="noreferrer noopener">
                      {url}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
      </Sheet>
      {bulletin.editions.length > 0 && (
        <Sheet title={t.history}>
          <ol className="timeline">
            {bulletin.editions.map((one) => (
              <li key={one.version}>
                <strong>{t.version(one.version)}</strong>{' '}
                <span className="soft figures">
                  {time(one.at)} {one.by}
                </span>
                <div className="pre">{one.why}</div>
              </li>
            ))}
          </ol>
        </Sheet>
      )}
    </div>
  );
}

function Said({ label, children }: { label: string; children: string }) {
  if (!children) return null;
  return (
    <div>
      <h3>{label}</h3>
      <p className="pre">{children}</p>
    </div>
  );
}

function Products({ advisory }: { advisory: Advisory }) {
  const t = useWords(text);
  const { language } = useLanguage();
  return (
    <div>
      <h3>{t.products}</h3>
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t.product}</th>
              <th scope="col">{t.versions}</th>
              <th scope="col">{t.standing}</th>
            </tr>
          </thead>
          <tbody>
            {advisory.products.map((one, index) => (
              <tr key={index}>
                <td>
                  {one.vendor} {one.name}
                  {one.cpe && <div className="mono soft">{one.cpe}</div>}
                </td>
                <td className="mono">{one.versions || t.allVersions}</td>
                <td>{codeName('productStanding', one.standing, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
