import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { post } from '@/shared/api/http';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { FilePick } from '@/shared/ui/FilePick';
import { FormSheet } from '@/shared/ui/FormSheet';
import { RefusedList } from './RefusedList';
import type { Imported } from './types';
import { text } from './words';

/** Takes a file in, and stays open to show what became of each bulletin. */
export function ImportSheet({ onClose }: { onClose: () => void }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [result, setResult] = useState<Imported | null>(null);
  const take = async () => {
    if (!file) return;
    const form = new FormData();
    form.set('file', file);
    setResult(await post<Imported>('/bulletins/files', form));
    await queries.invalidateQueries();
  };
  const count = (outcome: string) => result?.items.filter((one) => one.outcome === outcome).length ?? 0;
  return (
    <FormSheet title={t.import} ok={t.import} width={760} ready={file !== null} save={take} onClose={onClose} stays>
      <p className="wide soft">{t.importHint}</p>
      <p className="wide soft">{t.importFolder}</p>
      <div className="wide">
        <FilePick label={t.import} button={t.pickFile} file={file} onPick={(picked) => { setFile(picked); setResult(null); }} accept=".json,.xml,.rss,.atom" />
      </div>
      {result && (
        <div className="wide stack-small" role="status">
          <strong>{t.importDone(count('taken'), count('updated'), count('known'))}</strong>
          {result.items.length > 0 && (
            <ul className="log">
              {result.items.map((one, index) => (
                <li key={index}>
                  {codeName('bulletinItem', one.outcome, language)} · <Link to={`/bulletins/${one.id}`}>{one.number} {one.title}</Link>
                </li>
              ))}
            </ul>
          )}
          {result.refused.length > 0 && (
            <div className="problem" role="alert">
              <p>{t.importBad}</p>
              <RefusedList file={result.file} refused={result.refused} />
            </div>
          )}
        </div>
      )}
    </FormSheet>
  );
}
