import { useQuery } from '@tanstack/react-query';
import { get } from '@/shared/api/http';
import type { Page } from '@/shared/api/types';
import type { Candidate } from './types';

/** The provider's people who serve a client, to choose from. */
export function usePeopleServing(client: string | null) {
  const { data } = useQuery({
    queryKey: ['people-serving', client],
    queryFn: ({ signal }) => get<Page<Candidate>>('/named-people/candidates', { client }, signal),
    enabled: client !== null,
  });
  return (data?.items ?? []).map((one) => ({ value: one.id, label: one.name }));
}
