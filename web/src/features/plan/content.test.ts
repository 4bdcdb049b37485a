import { expect, it } from 'vitest';
import { blank, complete, withRow } from './content';

it('changes and removes rows without touching the others', () => {
  const rows = ['a', 'b', 'c'];
  expect(withRow(rows, 1, 'x')).toEqual(['a', 'x', 'c']);
  expect(withRow(rows, 0, null)).toEqual(['b', 'c']);
  expect(rows).toEqual(['a', 'b', 'c']);
});

it('asks for a way to reach each contact and for steps in each scenario', () => {
  const content = { ...blank, scope: 's' };
  expect(complete(content)).toBe(true);
  expect(complete({ ...content, contacts: [{ name: 'a', personId: null, phone: ' ', mail: null }] })).toBe(false);
  expect(complete({ ...content, contacts: [{ name: 'a', personId: null, phone: '1', mail: null }] })).toBe(true);
  expect(complete({ ...content, scenarios: [{ title: 't', sign: '', noticeMinutes: 5, steps: [] }] })).toBe(false);
});
