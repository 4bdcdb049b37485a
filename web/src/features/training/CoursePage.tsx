import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { get, post, remove } from '@/shared/api/http';
import { time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { FilePick } from '@/shared/ui/FilePick';
import { ListTable } from '@/shared/ui/ListTable';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { CourseForm } from './CourseForm';
import { QuestionForm } from './QuestionForm';
import type { Course, Imported, KeptQuestion, Material } from './types';
import { text } from './words';

export default function CoursePage() {
  const { id = '' } = useParams();
  const t = useWords(text);
  const operates = useMay('operate');
  const [editing, setEditing] = useState(false);
  const course = useQuery({ queryKey: ['training', 'course', id], queryFn: ({ signal }) => get<Course>(`/training/courses/${id}`, undefined, signal) });
  return (
    <Answered of={course}>
      {(one) => (
        <div className="stack">
          <PageHead title={one.name} note={`${one.client} · ${t.topic(one.topic)}`} actions={operates && <Button onClick={() => setEditing(true)}>{t.editCourse}</Button>} />
          {editing && <CourseForm course={one} onClose={() => setEditing(false)} />}
          <Sheet>
            <Facts
              items={[
                [t.syllabus, <span key="syllabus" style={{ whiteSpace: 'pre-wrap' }}>{one.syllabus}</span>],
                [t.drawn, one.drawn],
                [t.passMark, one.passMark],
                [t.attempts, one.attempts],
              ]}
            />
          </Sheet>
          <Materials course={one} />
          {operates && <QuestionBank course={one.id} />}
        </div>
      )}
    </Answered>
  );
}

function useUpload<T>(path: string, then: (answer: T) => void) {
  const tell = useTell();
  const queries = useQueryClient();
  return async (file: File | null) => {
    if (!file) return;
    const form = new FormData();
    form.set('file', file);
    try {
      then(await post<T>(path, form));
      await queries.invalidateQueries();
    } catch (thrown) {
      tell.problem(thrown);
    }
  };
}

function Materials({ course }: { course: Course }) {
  const t = useWords(text);
  const operates = useMay('operate');
  const materials = useQuery({ queryKey: ['training', 'materials', course.id], queryFn: ({ signal }) => get<Material[]>(`/training/courses/${course.id}/materials`, undefined, signal) });
  const upload = useUpload(`/training/courses/${course.id}/materials`, () => undefined);
  return (
    <Sheet title={t.materials}>
      <div className="stack-small">
        {operates && <FilePick label={t.addMaterial} button={t.addMaterial} file={null} onPick={(file) => void upload(file)} />}
        <Answered of={materials} lines={2}>
          {(all) =>
            all.length === 0 ? (
              <span className="soft">{t.noMaterials}</span>
            ) : (
              <ul>
                {all.map((one) => (
                  <li key={`${one.name}/${one.version}`}>
                    <Link to={`/evidence/${course.clientId}/${one.evidenceSeq}`}>{one.name}</Link>{' '}
                    <span className="soft">
                      {t.version(one.version)} · {time(one.addedAt)} · {one.addedBy}
                    </span>
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      </div>
    </Sheet>
  );
}

function QuestionBank({ course }: { course: string }) {
  const t = useWords(text);
  const c = useWords(common);
  const queries = useQueryClient();
  const [imported, setImported] = useState<Imported | null>(null);
  const [adding, setAdding] = useState(false);
  const add = <Button onClick={() => setAdding(true)}>{t.addQuestion}</Button>;
  const upload = useUpload<Imported>(`/training/courses/${course}/questions/import`, setImported);
  return (
    <div className="stack-small">
      {adding && <QuestionForm course={course} onClose={() => setAdding(false)} />}
      <FilePick label={t.importCsv} button={t.importCsv} file={null} onPick={(file) => void upload(file)} accept=".csv,text/csv" hint={t.noQuestionsHint} />
      {imported && (
        <div role="status">
          <strong>{t.imported(imported.kept, imported.faults.length)}</strong>
          <ul>
            {imported.faults.map((fault) => (
              <li key={fault.row}>{t.row(fault.row, fault.why)}</li>
            ))}
          </ul>
        </div>
      )}
      <ListTable<KeptQuestion>
        path={`/training/courses/${course}/questions`}
        label={t.questions}
        rowKey={(one) => one.id}
        empty={{ title: t.noQuestions, hint: t.noQuestionsHint, action: add }}
        extra={add}
        exportable={false}
        columns={[
          { key: 'kind', title: c.kind, render: (one) => t.kind(one.question.kind) },
          {
            key: 'asks',
            title: t.asks,
            sort: 'asks',
            render: (one) => (
              <span className="cell-two">
                {one.question.asks}
                <span className="soft">{one.question.options.map((option, n) => (one.question.answers.includes(n) ? `✓ ${option}` : option)).join(' / ')}</span>
              </span>
            ),
          },
          { key: 'known', title: t.known, render: (one) => (one.asked === 0 ? '—' : `${Math.round((one.known * 100) / one.asked)}%（${one.known}/${one.asked}）`) },
          {
            key: 'actions',
            title: c.actions,
            render: (one) => (
              <ConfirmAct
                label={t.remove}
                title={t.remove}
                warning={t.removeWarning}
                button={{ size: 'small' }}
                act={async () => {
                  await remove(`/training/questions/${one.id}`);
                  await queries.invalidateQueries();
                }}
              />
            ),
          },
        ]}
      />
    </div>
  );
}
