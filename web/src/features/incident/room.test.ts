import { expect, it } from 'vitest';
import { nextPhase } from './room';

it('leads through the phases in order and leaves closing to its own act', () => {
  expect(nextPhase('analysis')).toBe('containment');
  expect(nextPhase('recovery')).toBe('review');
  expect(nextPhase('review')).toBeNull();
  expect(nextPhase('closed')).toBeNull();
});
