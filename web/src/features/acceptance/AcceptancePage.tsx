import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Progress } from 'antd';
import { Link, useParams } from 'react-router';
import { address, get } from '@/shared/api/http';
import { Problem } from '@/shared/api/problem';
import type { Acceptance, AcceptanceRow } from '@/shared/api/types';
import { useContractChoices } from '@/shared/contract/queries';
import { bytes, day, timeToSecond } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { useMay } from '@/shared/session';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { PaperView } from '@/shared/ui/PaperView';
import { ProblemPanel } from '@/shared/ui/ProblemPanel';
import { StateTag } from '@/shared/ui/StateTag';
import './acceptance.css';
import { SignForm } from './SignForm';
import { text } from './words';

export default function AcceptancePage() {
  const { id = '' } = useParams();
  const acceptance = useQuery({
    queryKey: ['acceptance', id],
    queryFn: ({ signal }) => get<Acceptance>(`/acceptances/${id}`, undefined, signal),
    refetchInterval: (query) => (query.state.data?.state === 'draft' ? 2_000 : false),
  });
  return <Answered of={acceptance}>{(found) => <AcceptanceSheet acceptance={found} />}</Answered>;
}

function AcceptanceSheet({ acceptance }: { acceptance: Acceptance }) {
  const t = useWords(text);
  const signs = useMay('sign');
  const contracts = useContractChoices();
  const name = acceptance.contractTitle ?? contracts.find((one) => one.value === acceptance.contractId)?.label ?? t.title;
  const page = pageOf(acceptance);
  const src = page ? fileAddress(acceptance.id, page) : null;
  return (
    <div className="stack">
      <PageHead
        title={name}
        note={
          <span className="row">
            <StateTag kind="acceptance" code={acceptance.state} />
            <span className="figures">
              {t.period} {day(acceptance.from)} – {day(acceptance.to)}
            </span>
            <Link to={`/contracts/${acceptance.contractId}`}>{t.clause}</Link>
          </span>
        }
      />
      {acceptance.state === 'draft' && <Building acceptance={acceptance} />}
      {acceptance.state === 'failed' && <ProblemPanel problem={new Problem({ status: 0, code: 'failed', title: t.failed, detail: acceptance.problem })} />}
      <div className="acceptance-grid">
        <Sheet title={t.preview} flush>
          {src ? <PaperView src={src} title={t.preview} /> : <p className="sheet-body soft">{acceptance.state === 'draft' ? t.building : t.noPreview}</p>}
        </Sheet>
        <div className="stack">
          <Files acceptance={acceptance} />
          <Sheet title={t.clauses} flush>
            <Clauses rows={acceptance.clauses} contractId={acceptance.contractId} />
          </Sheet>
          <Sheet title={t.sign}>
            {acceptance.signature ? <Signed acceptance={acceptance} /> : signs && acceptance.state === 'published' ? <SignForm acceptance={acceptance} /> : <p className="soft">{t.notSigner}</p>}
          </Sheet>
        </div>
      </div>
    </div>
  );
}

const fileAddress = (id: string, name: string) => address(`/acceptances/${id}/file/${name.split('/').map(encodeURIComponent).join('/')}`);

/** The package's page to show: the sign-off page once there is one, else the report itself. */
function pageOf(acceptance: Acceptance): string | null {
  const pages = acceptance.files.map((file) => file.name).filter((name) => name.endsWith('.html') && !name.startsWith('evidence/'));
  return pages.find((name) => /report|acceptance|index/.test(name)) ?? pages[0] ?? null;
}

function Building({ acceptance }: { acceptance: Acceptance }) {
  const t = useWords(text);
  const { done, total, message } = acceptance.progress;
  return (
    <div className="sheet sheet-body" aria-live="polite">
      <p>{t.building}</p>
      <Progress percent={total > 0 ? Math.round((done / total) * 100) : 0} aria-label={t.building} />
      <p className="soft">{message}</p>
    </div>
  );
}

const readFirst = ['package.zip', 'acceptance.pdf', 'acceptance.docx', 'acceptance.html', 'acceptance.json', 'contract.txt'];

/** What people open comes before what only programs read. */
function place(name: string): number {
  const index = readFirst.indexOf(name);
  return index < 0 ? readFirst.length : index;
}

function Files({ acceptance }: { acceptance: Acceptance }) {
  const t = useWords(text);
  const evidence = acceptance.files.filter((file) => file.name.startsWith('evidence/'));
  const files = acceptance.files.filter((file) => !file.name.startsWith('evidence/')).sort((a, b) => place(a.name) - place(b.name));
  return (
    <Sheet title={t.files}>
      {files.length === 0 ? (
        <p className="soft">{t.building}</p>
      ) : (
        <ul className="package-files">
          {files.map((file) => (
            <li key={file.name}>
              <a href={fileAddress(acceptance.id, file.name)} download title={file.digest ?? file.sha256}>
                <DownloadOutlined aria-hidden /> {file.name}
              </a>
              <span className="soft figures">{bytes(file.sizeBytes ?? file.size)}</span>
            </li>
          ))}
          {evidence.length > 0 && <li className="soft">{t.evidenceFiles(evidence.length)}</li>}
        </ul>
      )}
    </Sheet>
  );
}

function Clauses({ rows, contractId }: { rows: AcceptanceRow[]; contractId: string }) {
  const t = useWords(text);
  if (rows.length === 0) return <p className="sheet-body soft">{t.noClauses}</p>;
  return (
    <div className="clause-results">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t.clause}</th>
            <th scope="col">{t.due}</th>
            <th scope="col">{t.done}</th>
            <th scope="col">{t.late}</th>
            <th scope="col">{t.missed}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.serviceId}>
              <td>
                <Link to={`/contracts/${contractId}?clause=${encodeURIComponent(row.serviceId)}`}>
                  {row.clause} {row.title}
                </Link>
              </td>
              <td className="figures">{row.due}</td>
              <td className="figures">{row.done}</td>
              <td className={`figures${row.late > 0 ? ' count-late' : ''}`}>{row.late}</td>
              <td className={`figures${row.missed > 0 ? ' count-missed' : ''}`}>{row.missed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Signed({ acceptance }: { acceptance: Acceptance }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const signature = acceptance.signature;
  if (!signature) return null;
  return (
    <Facts
      items={[
        [t.verdict, codeName('acceptance', signature.verdict, language)],
        [t.signedBy, `${signature.name} ${signature.role}`],
        [t.signedAt, timeToSecond(signature.at)],
        [t.remarks, signature.remarks || '—'],
        [t.packageDigest, <span key="digest" className="mono">{signature.packageDigest}</span>],
      ]}
    />
  );
}
