import type { ContractBody, Lines } from '@/shared/api/types';
import type { text } from './words';

type Words = (typeof text)['zh'];

export interface Field {
  name: string;
  label: string;
  format: string;
  now: unknown;
}

/** Something that was read and could be corrected: where it stands in the contract, and its fields. */
export interface Target {
  /** JSON pointer of the object. */
  pointer: string;
  label: string;
  lines: Lines | null;
  fields: Field[];
}

function fields(object: object | null, named: [name: string, label: string, format: string][]): Field[] {
  return named.map(([name, label, format]) => ({
    name,
    label,
    format,
    now: object ? (object as Record<string, unknown>)[name] : null,
  }));
}

/** Everything of a contract that a decision may correct. */
export function targets(body: ContractBody, t: Words): Target[] {
  const list: Target[] = [];
  const add = (pointer: string, label: string, lines: Lines | null | undefined, made: Field[]) =>
    list.push({ pointer, label, lines: lines ?? null, fields: made });
  body.services.forEach((one, n) =>
    add(`/services/${n}`, `${one.clause ?? ''} ${one.title}`.trim(), one.lines, fields(one, [
      ['frequency', t.fFrequency, t.exFrequency],
      ['atMost', t.fAtMost, t.exWhole],
      ['title', t.fTitle, t.exText],
    ])),
  );
  body.serviceLevels.forEach((one, n) =>
    add(`/serviceLevels/${n}`, `${t.levels} ${one.subject} ${one.severity ?? ''}`.trim(), one.lines, fields(one, [
      ['respond', t.fRespond, t.exDuration],
      ['onSite', t.fOnSite, t.exDuration],
      ['resolve', t.fResolve, t.exDuration],
    ])),
  );
  body.payments.forEach((one, n) =>
    add(`/payments/${n}`, `${t.payments} ${n + 1}`, one.lines, fields(one, [
      ['percent', t.fPercent, t.exWhole],
      ['amount', t.fAmount, t.exMoney],
      ['trigger', t.fTrigger, t.exTrigger],
      ['due', t.fDue, `${t.exPeriod}, ${t.exDate}`],
    ])),
  );
  body.penalties.forEach((one, n) =>
    add(`/penalties/${n}`, `${t.penalties} ${n + 1}`, one.lines, fields(one, [
      ['rate', t.fRate, t.exFraction],
      ['cap', t.fCap, t.exFraction],
      ['fixed', t.fFixed, t.exMoney],
    ])),
  );
  body.acceptances.forEach((one, n) =>
    add(`/acceptances/${n}`, `${t.acceptances} ${n + 1}`, one.lines, fields(one, [
      ['after', t.fAfter, t.exPeriod],
      ['within', t.fWithin, t.exPeriod],
      ['rectify', t.fRectify, t.exPeriod],
    ])),
  );
  add('/term', t.gTerm, body.term?.lines, fields(body.term, [
    ['from', t.fFrom, t.exDate],
    ['to', t.fTo, t.exDate],
    ['length', t.fLength, t.exPeriod],
    ['starts', t.fStarts, 'fixed, signing'],
  ]));
  add('/total', t.gTotal, body.total?.lines, fields(body.total, [['amount', t.fAmount, t.exMoney]]));
  add('/client', t.gClient, body.client?.lines, fields(body.client, [['name', t.fName, t.exText]]));
  add('/provider', t.gProvider, body.provider?.lines, fields(body.provider, [['name', t.fName, t.exText]]));
  add('', t.gContract, null, fields(body, [
    ['title', t.fTitle, t.exText],
    ['number', t.fNumber, t.exText],
  ]));
  return list;
}

/** What the reader's message names, by the words that it uses for it. */
const named: [pointer: string, words: RegExp][] = [
  ['/client', /甲方名称/],
  ['/provider', /乙方名称/],
  ['/total', /合同金额|合同总价|合同价款/],
  ['/term', /服务期限|合同期限|起止/],
  ['', /合同编号/],
];

/** What the message names first, then what stands where the ambiguity stands, nearest first. */
export function ranked(list: Target[], lines: Lines | null, message = ''): Target[] {
  const meant = named.find(([, words]) => words.test(message))?.[0];
  const distance = (target: Target) => {
    if (target.pointer === meant) return -1;
    if (!lines || !target.lines) return Number.MAX_SAFE_INTEGER;
    if (target.lines[0] <= lines[1] && lines[0] <= target.lines[1]) return 0;
    return target.lines[0] > lines[1] ? target.lines[0] - lines[1] : lines[0] - target.lines[1];
  };
  return list
    .map((target, order) => ({ target, order, far: distance(target) }))
    .sort((a, b) => a.far - b.far || a.order - b.order)
    .map(({ target }) => target);
}

const whole = new Set(['atMost']);

/** The patch that writes one value; objects that are absent are written whole. */
export function patchFor(body: ContractBody, target: Target, field: string, written: string): Record<string, unknown> {
  const value = written.trim() === '' ? null : whole.has(field) ? Number(written) : written.trim();
  if (target.pointer === '/total' && !body.total) return { '/total': { amount: value, currency: 'CNY', lines: null } };
  if (target.pointer === '/client' && !body.client) return { '/client': { name: value, lines: null } };
  if (target.pointer === '/provider' && !body.provider) return { '/provider': { name: value, lines: null } };
  if (target.pointer === '/term' && !body.term) {
    const none = { from: null, to: null, length: null, starts: null, renewal: null, renewalLength: null, lines: null };
    return { '/term': { ...none, [field]: value } };
  }
  return { [`${target.pointer}/${field}`]: value };
}
