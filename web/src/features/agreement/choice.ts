import { useSearchParams } from 'react-router';
import type { Lines } from '@/shared/api/types';

export interface Choice {
  tab: string;
  clause: string | null;
  lines: Lines | null;
  show: (changes: { tab?: string; clause?: string | null; lines?: Lines | null }) => void;
}

/** What is open on the page stands in the address, so that a clause can be linked to. */
export function useChoice(): Choice {
  const [parameters, setParameters] = useSearchParams();
  const written = /^(\d+)-(\d+)$/.exec(parameters.get('lines') ?? '');
  return {
    tab: parameters.get('tab') ?? 'clauses',
    clause: parameters.get('clause'),
    lines: written ? [Number(written[1]), Number(written[2])] : null,
    show({ tab, clause, lines }) {
      setParameters(
        (previous) => {
          const next = new URLSearchParams(previous);
          if (tab) next.set('tab', tab);
          if (clause !== undefined) {
            if (clause) next.set('clause', clause);
            else next.delete('clause');
          }
          if (lines !== undefined) {
            if (lines) next.set('lines', `${lines[0]}-${lines[1]}`);
            else next.delete('lines');
          }
          return next;
        },
        { replace: true },
      );
    },
  };
}
