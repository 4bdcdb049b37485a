import { useWords } from '@/shared/i18n';
import { text } from './words';

/** Where one is in the import; steps already possible can be gone to. */
export function IntakeSteps({ at, onStep }: { at: 0 | 1 | 2; onStep?: (step: 1 | 2) => void }) {
  const t = useWords(text);
  const names = [t.stepUpload, t.stepDecide, t.stepForce];
  return (
    <ol className="intake-steps" aria-label={t.steps}>
      {names.map((name, index) => (
        <li key={name} aria-current={index === at ? 'step' : undefined} className={index < at ? 'intake-done' : undefined}>
          <span className="intake-number">{index + 1}</span>
          {onStep && index > 0 ? (
            <button type="button" onClick={() => onStep(index as 1 | 2)}>
              {name}
            </button>
          ) : (
            name
          )}
        </li>
      ))}
    </ol>
  );
}
