import type { Tally } from '@/shared/api/types';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { outcomeColor } from './theme';

/** Kept, late, missed and upcoming as one bar. */
export function OutcomeBar({ tally }: { tally: Tally }) {
  const c = useWords(common);
  const order = ['kept', 'late', 'missed', 'upcoming'] as const;
  const all = order.reduce((sum, outcome) => sum + tally[outcome], 0);
  const label = order.map((outcome) => `${c[outcome]} ${tally[outcome]}`).join(', ');
  return (
    <div role="img" aria-label={label} title={label} style={{ display: 'flex', gap: 2, height: 8, margin: '8px 0', background: all === 0 ? outcomeColor.upcoming : undefined }}>
      {order.map((outcome) =>
        tally[outcome] > 0 ? <span key={outcome} style={{ flexGrow: tally[outcome], flexBasis: 3, background: outcomeColor[outcome], borderRadius: 1 }} /> : null,
      )}
    </div>
  );
}
