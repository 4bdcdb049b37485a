import { expect, it } from 'vitest';
import type { ContractBody } from '@/shared/api/types';
import { patchFor, ranked, targets } from './patch';
import { text } from './words';

const body: ContractBody = {
  title: null, number: null, client: null, provider: null, term: null, total: null,
  services: [
    { id: 'a', clause: '1', title: '巡检', text: '', lines: [10, 12], capability: 'inspection', frequency: 'P3M', atMost: null, deadline: null, deliverables: [], scope: [], valueAdded: false },
    { id: 'b', clause: '2', title: '扫描', text: '', lines: [20, 20], capability: 'vulnerability-scan', frequency: null, atMost: null, deadline: null, deliverables: [], scope: [], valueAdded: false },
  ],
  serviceLevels: [], payments: [], acceptances: [], penalties: [], secrecy: [], ambiguities: [],
};
const all = targets(body, text.zh);

it('offers first what stands where the ambiguity stands', () => {
  expect(ranked(all, [12, 13])[0]?.pointer).toBe('/services/0');
  expect(ranked(all, [19, 19])[0]?.pointer).toBe('/services/1');
  expect(ranked(all, null)[0]?.pointer).toBe('/services/0');
});

it('offers first what the message names, even where nothing was read', () => {
  expect(ranked(all, [12, 12], '合同金额为空，请填写')[0]?.pointer).toBe('/total');
  expect(ranked(all, null, '甲方名称为空，请填写')[0]?.pointer).toBe('/client');
});

it('names the place by its JSON pointer', () => {
  expect(patchFor(body, all[0]!, 'frequency', ' P1M ')).toEqual({ '/services/0/frequency': 'P1M' });
  expect(patchFor(body, all[0]!, 'atMost', '4')).toEqual({ '/services/0/atMost': 4 });
  expect(patchFor(body, all[0]!, 'frequency', '')).toEqual({ '/services/0/frequency': null });
});

it('writes an absent object whole, since nothing can be put into what is not there', () => {
  const term = all.find((target) => target.pointer === '/term')!;
  const total = all.find((target) => target.pointer === '/total')!;

  expect(patchFor(body, term, 'from', '2026-01-01')).toEqual({
    '/term': { from: '2026-01-01', to: null, length: null, starts: null, renewal: null, renewalLength: null, lines: null },
  });
  expect(patchFor(body, total, 'amount', '100.00')).toEqual({ '/total': { amount: '100.00', currency: 'CNY', lines: null } });
});
