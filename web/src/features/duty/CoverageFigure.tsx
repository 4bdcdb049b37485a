import { useWords } from '@/shared/i18n';
import type { Period } from './types';
import { text } from './words';

/** How much is filled, and once it has begun, how much was attended; a figure and a bar. */
export function CoverageFigure({ period }: { period: Period }) {
  const t = useWords(text);
  const { planned, attended, unfilled, unattended, late } = period.coverage;
  const begun = new Date(period.from).getTime() < Date.now() || period.state === 'kept' || period.state === 'broken';
  const share = begun ? attended : planned;
  const name = begun ? t.attended : t.planned;
  const faults = [unfilled > 0 && period.state === 'planned' ? t.unfilled(unfilled) : '', unattended > 0 ? t.unattended(unattended) : '', late > 0 ? t.late(late) : ''].filter(Boolean);
  return (
    <span className="cell-two">
      <span className="coverage">
        <meter min={0} max={100} value={share} aria-label={name} />
        <span className="figures">
          {name} {share}%
        </span>
      </span>
      {faults.length > 0 && <span className="tag tag-warn">{faults.join('，')}</span>}
    </span>
  );
}
