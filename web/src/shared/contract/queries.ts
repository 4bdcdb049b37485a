import { useQuery } from '@tanstack/react-query';
import { get } from '@/shared/api/http';
import type { Asset, Client, ContractItem, ContractView, Page } from '@/shared/api/types';

export function useContract(id: string) {
  return useQuery({
    queryKey: ['contract', id],
    queryFn: ({ signal }) => get<ContractView>(`/contracts/${id}`, undefined, signal),
  });
}

export function useSource(id: string, enabled = true) {
  return useQuery({
    queryKey: ['contract', id, 'source'],
    queryFn: ({ signal }) => get<{ lines: string[] }>(`/contracts/${id}/source`, undefined, signal),
    staleTime: Infinity,
    enabled,
  });
}

/** Contracts to choose from; the newest two hundred that the caller may see. */
export function useContractChoices() {
  const { data } = useQuery({
    queryKey: ['contract-choices'],
    queryFn: ({ signal }) => get<Page<ContractItem>>('/contracts', { size: 200 }, signal),
    staleTime: 30_000,
  });
  return (data?.items ?? []).map((contract) => ({
    value: contract.id,
    label: [contract.title ?? contract.number ?? contract.id.slice(0, 8), contract.clientName].filter(Boolean).join(' · '),
    contract,
  }));
}

export function useClientChoices() {
  const { data } = useQuery({
    queryKey: ['client-choices'],
    queryFn: async ({ signal }) => {
      const answer = await get<Page<Client> | Client[]>('/clients', { size: 200 }, signal);
      return Array.isArray(answer) ? answer : answer.items;
    },
    staleTime: 30_000,
  });
  return (data ?? []).map((client) => ({ value: client.id, label: client.name }));
}

export function useAssetChoices(client: string | null | undefined) {
  const { data } = useQuery({
    queryKey: ['asset-choices', client],
    queryFn: ({ signal }) => get<Page<Asset>>('/assets', { client, size: 200 }, signal),
    staleTime: 10_000,
  });
  return data?.items ?? [];
}
