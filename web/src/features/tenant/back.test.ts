import { expect, it } from 'vitest';
import { safeBack } from './back';

it('goes back to a page of ours', () => {
  expect(safeBack('/contracts/1?tab=source')).toBe('/contracts/1?tab=source');
});

it('goes nowhere else', () => {
  for (const back of [null, '', 'https://evil.example', '//evil.example', '/\\evil.example', '/sign-in?back=/sign-in']) {
    expect(safeBack(back)).toBe('/');
  }
});
