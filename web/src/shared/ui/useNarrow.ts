import { useSyncExternalStore } from 'react';

function media(query: string) {
  return typeof window.matchMedia === 'function' ? window.matchMedia(query) : null;
}

/** Whether the window is narrower than so many pixels. */
export function useNarrow(px = 720): boolean {
  const query = `(max-width: ${px - 0.02}px)`;
  return useSyncExternalStore(
    (changed) => {
      const list = media(query);
      list?.addEventListener('change', changed);
      return () => list?.removeEventListener('change', changed);
    },
    () => media(query)?.matches ?? false,
  );
}
