import { App, Button } from 'antd';
import { asProblem } from '@/shared/api/problem';
import { useLanguage, useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { problemRemedy, problemTitle } from '@/shared/i18n/problems';

/** A problem in the reader's language where its code is known; else as the server told it. */
function useTold() {
  const { language } = useLanguage();
  return (thrown: unknown) => {
    const problem = asProblem(thrown);
    const title = problemTitle(problem.code, language);
    return {
      problem,
      title: title ?? problem.title,
      detail: problem.code === 'unexpected' ? problem.title : problem.detail,
      remedy: problem.remedy ?? problemRemedy(problem.code, language),
    };
  };
}

/** What went wrong, why, and what to do about it. */
export function ProblemPanel({ problem: thrown, onRetry }: { problem: unknown; onRetry?: () => void }) {
  const t = useWords(common);
  const { problem, title, detail, remedy } = useTold()(thrown);
  return (
    <div className="problem" role="alert">
      <h3>{title}</h3>
      {detail && <p>{detail}</p>}
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((error, index) => (
            <li key={index}>
              {error.field && <span className="mono">{error.field}</span>} {error.message}
            </li>
          ))}
        </ul>
      )}
      {remedy && (
        <p>
          <strong>{t.remedy}：</strong>
          {remedy}
        </p>
      )}
      {onRetry && (
        <Button size="small" onClick={onRetry} style={{ marginTop: 8 }}>
          {t.retry}
        </Button>
      )}
    </div>
  );
}

/** Tells of a failed act where there is no form to tell it in. */
export function useTell(): { problem: (thrown: unknown) => void; done: (text: string) => void } {
  const { notification, message } = App.useApp();
  const told = useTold();
  return {
    problem(thrown) {
      const { problem, title, detail, remedy } = told(thrown);
      const lines = [detail, ...problem.errors.map((error) => error.message), remedy];
      notification.error({
        title,
        description: lines.filter(Boolean).join('\n'),
        style: { whiteSpace: 'pre-line' },
        duration: 8,
        role: 'alert',
      });
    },
    done(text) {
      void message.success(text);
    },
  };
}
