import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { post } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { PageHead } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { emptyDraft } from './draft';
import { Editor } from './Editor';
import type { Bulletin } from './types';
import { text } from './words';

export default function NewBulletinPage() {
  const t = useWords(text);
  const tell = useTell();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <div className="stack">
      <PageHead title={t.create} />
      <Editor
        initial={emptyDraft}
        back="/bulletins"
        save={async (advisory) => {
          const written = await post<Bulletin>('/bulletins', { advisory });
          tell.done(t.written);
          await queries.invalidateQueries();
          await navigate(`/bulletins/${written.id}`);
        }}
      />
    </div>
  );
}
