import { useQueryClient } from '@tanstack/react-query';
import { post } from '@/shared/api/http';
import { time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { useMay, usePerson } from '@/shared/session';
import { AskAct } from '@/shared/ui/AskAct';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Sheet } from '@/shared/ui/Page';
import type { Plan } from './types';
import { text } from './words';

/** Who was called in a test of the tree, and who answered when. */
export function TreeTests({ plan }: { plan: Plan }) {
  const t = useWords(text);
  const operates = useMay('operate');
  const person = usePerson();
  const queries = useQueryClient();
  const keep = async (answer: Promise<Plan>) => {
    queries.setQueryData(['plan', plan.id], await answer);
  };
  return (
    <Sheet title={t.tests} extra={operates && <ConfirmAct label={t.test} title={t.test} warning={t.testWarning} danger={false} act={() => keep(post(`/plans/${plan.id}/tree-tests`))} />}>
      {plan.treeTests.length === 0 && <p className="soft">{t.noTests}</p>}
      {plan.treeTests.map((test) => (
        <section key={test.id}>
          <h3>
            {time(test.startedAt)} · {t.version(test.version)} · {test.calls.filter((call) => call.answeredAt).length} / {test.calls.length}
          </h3>
          <ol>
            {test.calls.map((call) => (
              <li key={call.id}>
                <span className="row">
                  {call.name}
                  {call.answeredAt ? (
                    <span className="tag tag-good">
                      {t.answered} {time(call.answeredAt)} {call.note}
                    </span>
                  ) : (
                    <span className="tag tag-warn">{t.waiting}</span>
                  )}
                  {!call.answeredAt && (operates || call.personId === person.id) && (
                    <AskAct label={t.markAnswered} title={call.name} button={{ size: 'small' }} fields={[{ name: 'note', label: t.answerNote, optional: true }]} act={(entered) => keep(post(`/plans/${plan.id}/tree-tests/${test.id}/calls/${call.id}/answered`, entered))} />
                  )}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </Sheet>
  );
}
