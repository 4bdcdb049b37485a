import { expect, it } from 'vitest';
import { bytes, countdown, day, inLanguage, lastDay, money, period, rate, sum, time, window } from '.';

it('shows instants in Shanghai', () => {
  expect(day('2026-02-13T16:30:00Z')).toBe('2026-02-14');
  expect(time('2026-02-13T16:30:00Z')).toBe('2026-02-14 00:30');
  expect(time('')).toBe('—');
  expect(time('not a time')).toBe('—');
});

it('leaves a plain date alone', () => {
  expect(day('2026-02-13')).toBe('2026-02-13');
});

it('tells a half-open window by its last day', () => {
  expect(lastDay('2026-03-31T16:00:00Z')).toBe('2026-03-31');
  expect(window('2025-12-31T16:00:00Z', '2026-03-31T16:00:00Z')).toBe('2026-01-01 – 2026-03-31');
  expect(window('2025-12-31T16:00:00Z', '2026-01-01T16:00:00Z')).toBe('2026-01-01');
});

it('groups money without rounding it', () => {
  expect(money('1495000.00')).toBe('¥1,495,000.00');
  expect(money('2242.5')).toBe('¥2,242.50');
  expect(money('9007199254740993.07')).toBe('¥9,007,199,254,740,993.07');
  expect(money('-12')).toBe('-¥12.00');
  expect(money(null)).toBe('—');
});

it('says small rates per mille', () => {
  expect(rate('0.0005')).toBe('0.5‰');
  expect(rate('0.03')).toBe('3%');
  expect(rate('0.999')).toBe('99.9%');
  expect(rate('2')).toBe('200%');
});

it('says periods and durations in words', () => {
  expect(period('P6M', 'zh')).toBe('6 个月');
  expect(period('PT2H', 'en')).toBe('2 hours');
  expect(period('PT30M', 'zh')).toBe('30 分钟');
  expect(period('P1DT12H', 'en')).toBe('1 day 12 hours');
  expect(period('unlimited', 'en')).toBe('unlimited');
});

it('counts down with days apart', () => {
  expect(countdown(59, 'zh')).toBe('00:00:59');
  expect(countdown(-3661, 'zh')).toBe('01:01:01');
  expect(countdown(2 * 86_400 + 5, 'en')).toBe('2 d 00:00:05');
});

it('says file sizes', () => {
  expect(bytes(10)).toBe('10 B');
  expect(bytes(2048)).toBe('2.0 KB');
});

it('adds amounts exactly', () => {
  expect(sum(['0.10', '0.20', null, '7'])).toBe('7.30');
  expect(sum(['-5.05', '5'])).toBe('-0.05');
  expect(sum([])).toBe('0.00');
});

it('gives the line in the reader\'s language, and leaves alone what is not said in two', () => {
  expect(inLanguage('坏了\nbroken', 'zh')).toBe('坏了');
  expect(inLanguage('坏了\nbroken', 'en')).toBe('broken');
  expect(inLanguage('一\n二\n三', 'en')).toBe('一\n二\n三');
  expect(inLanguage(null, 'en')).toBeNull();
});
