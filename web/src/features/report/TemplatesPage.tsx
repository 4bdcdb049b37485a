import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { address, get, post, remove } from '@/shared/api/http';
import { useClientChoices } from '@/shared/contract/queries';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { FilePick } from '@/shared/ui/FilePick';
import { Answered, PageHead, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { text } from './words';
import type { TemplateKind, TemplateTag } from './types';

export default function TemplatesPage() {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const clients = useClientChoices();
  const [chosen, setChosen] = useState<string | null>(null);
  const client = chosen ?? clients[0]?.value ?? null;
  const kinds = useQuery({
    queryKey: ['report-templates', client],
    queryFn: ({ signal }) => get<TemplateKind[]>('/report-templates', { client }, signal),
    enabled: client !== null,
  });
  return (
    <div className="stack">
      <PageHead title={t.templates} note={t.templatesNote} />
      <div className="row">
        <label htmlFor={`${id}-client`}>{c.client}</label>
        <Select id={`${id}-client`} value={client} options={clients} onChange={setChosen} placeholder={c.chooseClient} style={{ minWidth: 260 }} />
      </div>
      <Sheet title={t.templates} flush>
        {client && <Answered of={kinds}>{(found) => <Kinds client={client} kinds={found} />}</Answered>}
      </Sheet>
      <Tags />
    </div>
  );
}

function Kinds({ client, kinds }: { client: string; kinds: TemplateKind[] }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  return (
    <div className="clause-results">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{c.kind}</th>
            <th scope="col">{c.state}</th>
            <th scope="col">{c.actions}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((one) => {
            const used = one.versions.find((version) => version.used);
            return (
              <tr key={one.kind}>
                <td>{language === 'zh' ? one.chinese : one.english}</td>
                <td>
                  {used ? (
                    <>
                      {t.ownVersion(used.version)} <span className="soft figures">{`${used.uploadedBy} · ${time(used.uploadedAt)}`}</span>
                    </>
                  ) : (
                    <span className="soft">{t.usual}</span>
                  )}
                </td>
                <td>
                  <span className="row">
                    <a href={address('/report-templates/file', { client, kind: one.kind })} download>
                      {t.download}
                    </a>
                    <Change client={client} kind={one.kind} own={used !== undefined} />
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Change({ client, kind, own }: { client: string; kind: string; own: boolean }) {
  const t = useWords(text);
  const manages = useMay('manage');
  const tell = useTell();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  if (!manages) return null;
  const upload = async () => {
    if (!file) return;
    const form = new FormData();
    form.set('template', new Blob([JSON.stringify({ clientId: client, kind })], { type: 'application/json' }));
    form.set('file', file);
    const taken = await post<{ version: number }>('/report-templates', form);
    tell.done(t.taken(taken.version));
    setFile(null);
    await queries.invalidateQueries({ queryKey: ['report-templates'] });
  };
  return (
    <>
      <ConfirmAct
        label={t.upload}
        title={t.upload}
        danger={false}
        incomplete={file === null}
        button={{ size: 'small' }}
        warning={
          <div className="stack-small">
            <p>{t.uploadNote}</p>
            <FilePick label={t.upload} button={t.chooseFile} file={file} onPick={setFile} accept=".docx" />
          </div>
        }
        act={upload}
      />
      {own && (
        <ConfirmAct
          label={t.reset}
          title={t.reset}
          warning={t.resetNote}
          button={{ size: 'small' }}
          act={async () => {
            await remove(`/report-templates/${client}/${kind}`);
            await queries.invalidateQueries({ queryKey: ['report-templates'] });
          }}
        />
      )}
    </>
  );
}

function Tags() {
  const t = useWords(text);
  const { language } = useLanguage();
  const tags = useQuery({
    queryKey: ['report-template-tags'],
    queryFn: ({ signal }) => get<TemplateTag[]>('/report-templates/tags', undefined, signal),
    staleTime: Infinity,
  });
  return (
    <Sheet title={t.tags} flush>
      <Answered of={tags}>
        {(found) => (
          <div className="clause-results">
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t.tag}</th>
                  <th scope="col">{t.meaning}</th>
                  <th scope="col">{t.example}</th>
                </tr>
              </thead>
              <tbody>
                {found.map((one) => (
                  <tr key={one.tag}>
                    <td className="mono">{one.tag}</td>
                    <td>{language === 'zh' ? one.chinese : one.english}</td>
                    <td className="soft">{one.example}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Answered>
    </Sheet>
  );
}
