import { codeName } from '@/shared/i18n/codes';
import { useLanguage } from '@/shared/i18n';

type Tone = 'good' | 'warn' | 'bad' | 'live' | 'plain';

const tones: Record<string, Tone> = {
  done: 'good', completed: 'good', fixed: 'good', met: 'good', accepted: 'good', closed: 'good', resolved: 'good',
  'in-force': 'good', standing: 'good',
  late: 'warn', due: 'warn', unknown: 'warn', unable: 'warn', paused: 'warn', draft: 'warn', unverified: 'warn',
  medium: 'warn', waiting: 'warn', published: 'warn', overdue: 'bad', paid: 'good', signed: 'good', conflict: 'warn', blank: 'warn', unclear: 'warn', responded: 'live',
  missed: 'bad', failed: 'bad', breached: 'bad', refused: 'bad', critical: 'bad', high: 'bad', revoked: 'bad',
  expired: 'bad', open: 'bad', unanswered: 'bad', held: 'warn',
  extraordinary: 'bad', major: 'bad', considerable: 'warn', analysis: 'live', containment: 'live', eradication: 'live', recovery: 'live', review: 'warn',
  approved: 'live', reviewed: 'live', prepared: 'warn', ended: 'warn', placed: 'bad', placing: 'live', undone: 'good',
  submitted: 'bad', reviewing: 'live', warned: 'warn', confirmed: 'good', agreed: 'good', proposed: 'warn', declined: 'bad', received: 'live',
  settled: 'warn', answered: 'good', soon: 'warn', kept: 'good', proven: 'good', 'as-expected': 'good', deviated: 'warn', success: 'good', partly: 'warn',
  sent: 'good', delivered: 'good', acknowledged: 'good', disaster: 'bad', throttled: 'warn', taken: 'good',
  affected: 'bad', 'not-affected': 'good',
  running: 'live', queued: 'live', fixing: 'live', 'on-site': 'live',
};

/** A state in words, with a tone and a shape that do not depend on colour alone. */
export function StateTag({ kind, code }: { kind: string; code: string | null | undefined }) {
  const { language } = useLanguage();
  if (!code) return <span className="soft">—</span>;
  const tone = tones[code] ?? 'plain';
  return <span className={`tag tag-${tone}`}>{codeName(kind, code, language)}</span>;
}
