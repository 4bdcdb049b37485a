import { useWords } from '@/shared/i18n';
import type { Period } from './types';
import { text } from './words';

const tones = { planned: 'live', kept: 'good', broken: 'bad', cancelled: 'plain' };

export function PeriodState({ state }: { state: Period['state'] }) {
  const t = useWords(text);
  return <span className={`tag tag-${tones[state]}`}>{t.state(state)}</span>;
}
