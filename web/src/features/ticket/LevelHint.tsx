import { useQuery } from '@tanstack/react-query';
import { get } from '@/shared/api/http';
import { period } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { Answered } from '@/shared/ui/Page';
import { text } from './words';

interface Asked {
  contract: string | null;
  asset: string | null;
  kind: string;
  severity: string;
  grade: string | null;
}

/** By what a ticket would be measured. */
export interface Level {
  doubt: string | null;
  subject: string | null;
  grade: string | null;
  respondSeconds: number | null;
  onSiteSeconds: number | null;
  resolveSeconds: number | null;
  feedbackSeconds: number | null;
  countedTime: string | null;
  grades: string[];
}

/** Asks by what a ticket like this would be measured; nothing while neither contract nor asset is known. */
export function useLevel(asked: Asked) {
  return useQuery({
    queryKey: ['ticket-level', asked],
    queryFn: ({ signal }) => get<Level>('/tickets/level', { ...asked }, signal),
    enabled: asked.contract !== null || asked.asset !== null,
    staleTime: 30_000,
    retry: false,
  });
}

/** The limits that a ticket would get when it is opened now. */
export function LevelHint({ level }: { level: ReturnType<typeof useLevel> }) {
  const t = useWords(text);
  if (level.fetchStatus === 'idle' && level.data === undefined && !level.error) return null;
  return (
    <div className="level-hint" role="status" aria-label={t.sla}>
      <strong>{t.sla}</strong>
      <Answered of={level} lines={1}>
        {(found) => (found.subject === null ? <p>{t.slaNone}</p> : <Limits level={found} subject={found.subject} />)}
      </Answered>
    </div>
  );
}

function Limits({ level, subject }: { level: Level; subject: string }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const limits: [string, number | null][] = [
    ['respond', level.respondSeconds],
    ['on-site', level.onSiteSeconds],
    ['feedback', level.feedbackSeconds],
    ['resolve', level.resolveSeconds],
  ];
  return (
    <>
      <p>{t.slaOf(subject, level.grade ?? '')}</p>
      <p className="row">
        {limits.map(([clock, seconds]) => seconds !== null && <span key={clock} className="tag">{`${codeName('clock', clock, language)} ${spoken(seconds, language)}`}</span>)}
        {level.countedTime && <span className="soft">{codeName('calendar', level.countedTime, language)}</span>}
      </p>
      {level.doubt && <p className="soft">{level.doubt}</p>}
    </>
  );
}

/** Whole days, hours and minutes. */
function spoken(seconds: number, language: Parameters<typeof period>[1]): string {
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const clock = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}`;
  return period(`P${days ? `${days}D` : ''}${clock ? `T${clock}` : ''}`, language);
}
