import { useQueryClient } from '@tanstack/react-query';
import { post, put } from '@/shared/api/http';
import { useAssetChoices } from '@/shared/contract/queries';
import { useWords } from '@/shared/i18n';
import { useMay } from '@/shared/session';
import { choices, type Choice } from './words';
import type { Phase, Room } from './types';

/** The phases in order, without the last. */
export const phases: Phase[] = ['analysis', 'containment', 'eradication', 'recovery', 'review'];

/** The phase that ordinarily follows; null when only closing is left. */
export function nextPhase(phase: Phase): Phase | null {
  const place = phases.indexOf(phase);
  return place < 0 ? null : (phases[place + 1] ?? null);
}

/** Changes a room and shows what came of it. */
export function useRoomActs(room: Room) {
  const queries = useQueryClient();
  const keep = async (answer: Promise<Room>) => {
    queries.setQueryData(['incident', room.id], await answer);
    await queries.invalidateQueries({ queryKey: ['list'] });
  };
  return {
    /** Whether the caller works in this room. */
    works: useMay('operate') && room.phase !== 'closed',
    post: (path: string, body: unknown = {}) => keep(post<Room>(`/incidents/${room.id}${path}`, body)),
    put: (path: string, body: unknown) => keep(put<Room>(`/incidents/${room.id}${path}`, body)),
  };
}

/** Choices among words of this feature. */
export function useChoices(): (codes: Choice[]) => { value: string; label: string }[] {
  const t = useWords(choices);
  return (codes) => codes.map((code) => ({ value: code, label: t[code] }));
}

/** The word for a code; the code itself where there is none. */
export function useChoiceName(): (code: string) => string {
  const t: Record<string, string> = useWords(choices);
  return (code) => t[code] ?? code;
}

/** The assets of the room's client, to choose from. */
export function useAssets(room: Room): { value: string; label: string }[] {
  return useAssetChoices(room.clientId).map((asset) => ({ value: asset.id, label: `${asset.name} · ${asset.address}` }));
}
