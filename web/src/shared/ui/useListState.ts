import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

export interface ListState {
  page: number;
  size: number;
  sort: string | null;
  q: string;
  filters: Record<string, string>;
}

const standing = new Set(['page', 'size', 'sort', 'q', 'tab']);

/** Reads a list's state from the address, so that a list can be linked to and gone back to. */
export function readListState(parameters: URLSearchParams, defaultSize = 20): ListState {
  const whole = (name: string, otherwise: number) => {
    const value = Number(parameters.get(name));
    return Number.isInteger(value) && value > 0 ? value : otherwise;
  };
  const filters: Record<string, string> = {};
  for (const [name, value] of parameters) if (!standing.has(name)) filters[name] = value;
  return {
    page: whole('page', 1) - 1,
    size: Math.min(whole('size', defaultSize), 200),
    sort: parameters.get('sort'),
    q: parameters.get('q') ?? '',
    filters,
  };
}

export function useListState(): [ListState, (change: Partial<Record<string, string | null>>) => void] {
  const [parameters, setParameters] = useSearchParams();
  const state = useMemo(() => readListState(parameters), [parameters]);
  const change = useCallback(
    (changes: Partial<Record<string, string | null>>) => {
      setParameters(
        (previous) => {
          const next = new URLSearchParams(previous);
          if (!('page' in changes)) next.delete('page');
          for (const [name, value] of Object.entries(changes)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true },
      );
    },
    [setParameters],
  );
  return [state, change];
}
