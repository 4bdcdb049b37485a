import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { get, post, put } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { Answered, Sheet } from '@/shared/ui/Page';
import { ProblemPanel } from '@/shared/ui/ProblemPanel';
import type { NoticeText } from './types';
import { text } from './words';

export function TextsTab({ client }: { client: string }) {
  const t = useWords(text);
  const c = useWords(common);
  const manages = useMay('manage');
  const signs = useMay('sign');
  const [editing, setEditing] = useState<NoticeText | null>(null);
  const texts = useQuery({
    queryKey: ['notice-texts', client],
    queryFn: ({ signal }) => get<NoticeText[]>('/notice-texts', { client }, signal),
  });
  return (
    <Sheet title={t.textsTab} flush>
      {editing && <TextForm client={client} kept={editing} onClose={() => setEditing(null)} />}
      <Answered of={texts}>
        {(found) => (
          <div className="matrix-scroll">
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t.textTitle}</th>
                  <th scope="col">{c.kind}</th>
                  <th scope="col">{c.state}</th>
                  <th scope="col">{c.actions}</th>
                </tr>
              </thead>
              <tbody>
                {found.map((one) => (
                  <tr key={`${one.template}.${one.locale}`}>
                    <td>{one.title}</td>
                    <td className="mono">
                      {one.template} · {one.locale}
                    </td>
                    <td>{one.own ? t.textOwn : <span className="soft">{t.textOurs}</span>}</td>
                    <td>
                      {(manages || signs) && (
                        <Button size="small" aria-label={`${t.editText} ${one.template} ${one.locale}`} onClick={() => setEditing(one)}>
                          {t.editText}
                        </Button>
                      )}
                    </td>
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

function TextForm({ client, kept, onClose }: { client: string; kept: NoticeText; onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const queries = useQueryClient();
  const [title, setTitle] = useState(kept.title);
  const [body, setBody] = useState(kept.body);
  const [preview, setPreview] = useState<{ title: string; body: string } | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const given = { clientId: client, template: kept.template, locale: kept.locale, title, body };
  const attempt = (work: () => Promise<void>) => async () => {
    setProblem(null);
    try {
      await work();
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  const save = (own: boolean) =>
    attempt(async () => {
      await put('/notice-texts', own ? given : { ...given, title: null, body: null });
      await queries.invalidateQueries({ queryKey: ['notice-texts'] });
      onClose();
    });
  return (
    <Modal
      open
      title={t.editText}
      onCancel={onClose}
      footer={[
        kept.own && (
          <Button key="reset" onClick={() => void save(false)()}>
            {t.resetText}
          </Button>
        ),
        <Button key="preview" onClick={() => void attempt(async () => setPreview(await post<{ title: string; body: string }>('/notice-texts/preview', given)))()}>
          {t.preview}
        </Button>,
        <Button key="save" type="primary" disabled={!title.trim()} onClick={() => void save(true)()}>
          {c.save}
        </Button>,
      ]}
    >
      <div className="stack-small">
        <div>
          <label htmlFor={`${id}-title`}>{t.textTitle}</label>
          <Input id={`${id}-title`} value={title} onChange={(event) => setTitle(event.target.value)} />
        </div>
        <div>
          <label htmlFor={`${id}-body`}>{t.textBody}</label>
          <Input.TextArea id={`${id}-body`} rows={6} value={body} onChange={(event) => setBody(event.target.value)} />
        </div>
        <div className="soft">
          {t.textNames}：<span className="mono">{kept.names.map((name) => `{${name}}`).join(' ')}</span>
        </div>
        {preview && (
          <div className="text-preview">
            <strong>{preview.title}</strong>
            <p className="pre">{preview.body}</p>
          </div>
        )}
        {problem !== null && <ProblemPanel problem={problem} />}
      </div>
    </Modal>
  );
}
