import { useLanguage } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';

const tones: Record<string, string> = { draft: 'warn', published: 'good', dismissed: 'plain', withdrawn: 'bad' };

/** Where a bulletin stands. */
export function BulletinTag({ state }: { state: string }) {
  const { language } = useLanguage();
  return <span className={`tag tag-${tones[state] ?? 'plain'}`}>{codeName('bulletin', state, language)}</span>;
}
