import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { post } from '@/shared/api/http';
import { sessionKey } from '@/shared/session';

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Locks the session when nobody has touched key or pointer for so long; the server keeps it locked. */
export function IdleLock({ minutes }: { minutes: number }) {
  const queries = useQueryClient();
  useEffect(() => {
    if (minutes <= 0) return;
    let timer: ReturnType<typeof setTimeout>;
    const lock = () => {
      void post('/session/lock')
        .catch(() => undefined) // signed out meanwhile, or not reachable: the question below tells
        .then(() => queries.invalidateQueries({ queryKey: sessionKey }));
    };
    const begin = () => {
      clearTimeout(timer);
      timer = setTimeout(lock, minutes * 60_000);
    };
    begin();
    for (const sign of signs) globalThis.addEventListener(sign, begin, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) globalThis.removeEventListener(sign, begin);
    };
  }, [minutes, queries]);
  return null;
}
