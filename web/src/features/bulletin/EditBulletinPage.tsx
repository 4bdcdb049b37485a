import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { get, put } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { Answered, PageHead } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { toDraft } from './draft';
import { Editor } from './Editor';
import type { Bulletin } from './types';
import { text } from './words';

export default function EditBulletinPage() {
  const t = useWords(text);
  const { id = '' } = useParams();
  const tell = useTell();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const bulletin = useQuery({
    queryKey: ['bulletin', id, 'edit'],
    queryFn: ({ signal }) => get<Bulletin>(`/bulletins/${id}`, undefined, signal),
    staleTime: Infinity, // what is being written is not overwritten by the next look
  });
  return (
    <Answered of={bulletin}>
      {(found) => (
        <div className="stack">
          <PageHead title={found.state === 'published' ? t.correct : t.edit} note={`${found.number} ${found.title}`} />
          <Editor
            initial={toDraft(found.advisory)}
            back={`/bulletins/${id}`}
            asksWhy
            save={async (advisory, why) => {
              await put(`/bulletins/${id}`, { advisory, why });
              tell.done(t.saved);
              await queries.invalidateQueries();
              await navigate(`/bulletins/${id}`);
            }}
          />
        </div>
      )}
    </Answered>
  );
}
