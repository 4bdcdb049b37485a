import type { ServiceView, Tally } from '@/shared/api/types';

/** The four sums of a clause, whichever way the server counts: by outcome, or by state. */
export function tallyOf(counts: ServiceView['counts'] | undefined): Tally {
  const of = (name: keyof ServiceView['counts']) => counts?.[name] ?? 0;
  return {
    kept: of('kept') || of('done'),
    late: of('late'),
    missed: of('missed'),
    upcoming: of('upcoming') || of('planned') + of('due') + of('running'),
  };
}
