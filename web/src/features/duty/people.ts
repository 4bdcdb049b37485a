import { useQuery } from '@tanstack/react-query';
import { get } from '@/shared/api/http';
import type { ListedPerson, Page } from '@/shared/api/types';
import { useMay } from '@/shared/session';

/** The provider's people to choose from; none for those who may not list them. */
export function usePeopleChoices(): { value: string; label: string }[] {
  const manages = useMay('manage');
  const { data } = useQuery({
    queryKey: ['people-choices'],
    queryFn: ({ signal }) => get<Page<ListedPerson>>('/people', { size: 200 }, signal),
    staleTime: 30_000,
    enabled: manages,
  });
  return (data?.items ?? [])
    .filter((one) => !one.disabled && (one.role === 'engineer' || one.role === 'provider-manager'))
    .map((one) => ({ value: one.id, label: one.name === one.username ? one.name : `${one.name}（${one.username}）` }));
}

/** A minute of a day in Shanghai, as fields hold it, as an instant. */
export const instant = (local: string): string => new Date(`${local}:00+08:00`).toISOString();
