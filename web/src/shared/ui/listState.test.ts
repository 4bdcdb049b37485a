import { expect, it } from 'vitest';
import { readListState } from './useListState';

const read = (text: string) => readListState(new URLSearchParams(text));

it('starts at the first page with nothing asked for', () => {
  expect(read('')).toEqual({ page: 0, size: 20, sort: null, q: '', filters: {} });
});

it('counts pages from one in the address and from zero to the server', () => {
  expect(read('page=3&size=50&q=web&sort=title').page).toBe(2);
});

it('keeps everything it does not know as a filter, and no tab', () => {
  expect(read('tab=runs&state=due&capability=certificate').filters).toEqual({ state: 'due', capability: 'certificate' });
});

it('does not trust numbers in an address', () => {
  expect(read('page=-4&size=9999')).toMatchObject({ page: 0, size: 200 });
  expect(read('page=x&size=1.5')).toMatchObject({ page: 0, size: 20 });
});
