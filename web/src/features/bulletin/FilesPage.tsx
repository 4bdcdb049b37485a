import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { RefusedList } from './RefusedList';
import type { ImportedFile } from './types';
import { text } from './words';

/** The files that bulletins came in. */
export default function FilesPage() {
  const t = useWords(text);
  const { language } = useLanguage();
  return (
    <>
      <PageHead title={t.files} note={t.filesNote} />
      <ListTable<ImportedFile>
        path="/bulletins/files"
        label={t.files}
        rowKey={(one) => one.id}
        empty={{ title: t.filesNone, hint: t.filesHint }}
        columns={[
          {
            key: 'name',
            title: t.file,
            sort: 'name',
            render: (one) => (
              <span className="cell-two">
                <strong>{one.name}</strong>
                <span className="soft">
                  {codeName('bulletinFile', one.way, language)} · {one.by}
                </span>
              </span>
            ),
          },
          { key: 'at', title: t.gathered, sort: 'at', render: (one) => <span className="figures nowrap">{time(one.at)}</span> },
          {
            key: 'result',
            title: t.result,
            render: (one) => (
              <span className="bulletin-result">
                {t.importDone(one.taken, one.updated, one.known)}
                {one.refused.length > 0 && (
                  <details>
                    <summary>{t.refusedOf(one.refused.length)}</summary>
                    <RefusedList file={one.name} refused={one.refused} />
                  </details>
                )}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}
