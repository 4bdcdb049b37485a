const places: Record<string, string> = {
  ticket: '/tickets',
  finding: '/findings',
  run: '/runs',
  contract: '/contracts',
  acceptance: '/acceptances',
  escalation: '/escalations',
  roster: '/duty/rosters',
};

/** The page of the thing that a notice is about; null where it has none. */
export function aboutLink(about: string): string | null {
  const [kind = '', id = ''] = about.split('/');
  const place = places[kind];
  return place && id ? `${place}/${id}` : kind === 'channel' ? '/channels' : kind === 'backup' ? '/backups' : null;
}
