import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { get } from '@/shared/api/http';
import type { ServerClock } from '@/shared/api/types';

export interface Reading {
  /** What the server's clock showed, in milliseconds. */
  shown: number;
  /** When this browser heard of it, in milliseconds of its own clock. */
  heard: number;
  /** A replay clock stands still until it is moved. */
  replay: boolean;
}

/** The server's time at a moment of the browser's clock, however wrong the browser's clock is. */
export function serverTime(reading: Reading | null, local: number): number {
  if (!reading) return local;
  return reading.replay ? reading.shown : reading.shown + (local - reading.heard);
}

const ClockContext = createContext<Reading | null>(null);

/** Asks the server for its time now and then. */
export function ClockProvider({ children }: { children: ReactNode }) {
  const clock = useQuery({
    queryKey: ['clock'],
    queryFn: ({ signal }) => get<ServerClock>('/clock', undefined, signal),
    refetchInterval: (query) => (query.state.data?.replayed ? 5_000 : 60_000),
    retry: false,
    staleTime: 4_000,
  });
  const reading = useMemo<Reading | null>(
    () =>
      clock.data
        ? { shown: Date.parse(clock.data.now), heard: clock.dataUpdatedAt, replay: clock.data.replayed }
        : null,
    [clock.data, clock.dataUpdatedAt],
  );
  return <ClockContext.Provider value={reading}>{children}</ClockContext.Provider>;
}

export const useReading = (): Reading | null => useContext(ClockContext);

/** The server's time, refreshed every so many milliseconds. */
export function useServerNow(everyMs = 1000): number {
  const reading = useReading();
  const [local, tick] = useState(() => Date.now());
  useEffect(() => {
    tick(Date.now());
    if (reading?.replay) return undefined;
    const timer = setInterval(() => tick(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [reading, everyMs]);
  return serverTime(reading, local);
}
