import { useWords } from '@/shared/i18n';
import type { Advice } from './types';
import { text } from './words';

const tones = { open: 'warn', delivered: 'live', accepted: 'good', withdrawn: 'plain' };

export function AdviceState({ state }: { state: Advice['state'] }) {
  const t = useWords(text);
  return <span className={`tag tag-${tones[state]}`}>{t.state(state)}</span>;
}
