import { useWords } from '@/shared/i18n';
import type { TrainingSession } from './types';
import { text } from './words';

const tones = { planned: 'live', held: 'good', unattended: 'bad', cancelled: 'plain' };

export function SessionState({ state }: { state: TrainingSession['state'] }) {
  const t = useWords(text);
  return <span className={`tag tag-${tones[state]}`}>{t.state(state)}</span>;
}
