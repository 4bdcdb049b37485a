import { expect, it } from 'vitest';
import { ask, beside } from './keys';

const key = (name: string, more = {}) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...more });

it('reads single keys, but not what is typed into a field or meant for the browser', () => {
  expect(ask(key('j'), 'BODY', false)).toBe('next');
  expect(ask(key('?'), 'TD', false)).toBe('help');
  expect(ask(key('j'), 'INPUT', false)).toBeNull();
  expect(ask(key('j'), 'DIV', true)).toBeNull();
  expect(ask(key('j', { ctrlKey: true }), 'BODY', false)).toBeNull();
  expect(ask(key('Enter'), 'BUTTON', false)).toBeNull();
  expect(ask(key('q'), 'BODY', false)).toBeNull();
});

it('moves to the next row and stays at the ends', () => {
  expect(beside(['a', 'b'], null, 1)).toBe('a');
  expect(beside(['a', 'b'], 'a', 1)).toBe('b');
  expect(beside(['a', 'b'], 'b', 1)).toBe('b');
  expect(beside(['a', 'b'], 'gone', -1)).toBe('a');
  expect(beside([], 'a', 1)).toBeNull();
});
