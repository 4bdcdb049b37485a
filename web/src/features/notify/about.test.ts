import { expect, test } from 'vitest';
import { aboutLink } from './about';

test('leads to the page of what a notice is about', () => {
  expect(aboutLink('ticket/0197')).toBe('/tickets/0197');
  expect(aboutLink('channel/0197')).toBe('/channels');
});

test('leads nowhere for what has no page', () => {
  expect(aboutLink('letter/0197')).toBeNull();
  expect(aboutLink('ticket')).toBeNull();
});
