import { PaperClipOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { bytes, inLanguage, timeToSecond } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import type { HistoryEntry } from './types';
import { text } from './words';

/** A ticket's log, the newest last. */
export function TicketHistory({ history }: { history: HistoryEntry[] }) {
  const t = useWords(text);
  const { language } = useLanguage();
  if (history.length === 0) return <p className="soft">{t.noHistory}</p>;
  return (
    <ol className="timeline">
      {history.map((entry, index) => (
        <li key={index} className={`entry-${entry.type}`}>
          <strong>{codeName('ticketEvent', entry.type, language)}</strong> <span className="soft figures">{timeToSecond(entry.at)} {entry.who}</span>
          {entry.clock && <span className="soft"> {codeName('clock', entry.clock, language)}</span>}
          {entry.type === 'breach' && entry.text && (
            <div>
              <span className="soft">{t.effect}：</span>
              {entry.text}
            </div>
          )}
          {entry.type !== 'breach' && (entry.reason || entry.text) && <div className="pre">{[entry.reason, inLanguage(entry.text, language)].filter(Boolean).join('\n')}</div>}
          {entry.files.map((file) => (
            <div key={file.seq}>
              <PaperClipOutlined aria-hidden />{' '}
              <a href={`/api/evidence/${file.contractId}/${file.seq}/content`} download={file.name}>
                {file.name}
              </a>{' '}
              <span className="soft">{bytes(file.sizeBytes)}</span> <Link to={`/evidence/${file.contractId}/${file.seq}`}>#{file.seq}</Link>
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}
