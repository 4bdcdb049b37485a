import type { ContractBody, Lines } from '@/shared/api/types';
import type { Mark } from '@/shared/contract/SourceText';
import type { text } from './words';

type Show = (changes: { tab?: string; clause?: string | null; lines?: Lines | null }) => void;

/** One mark for every fact that was read from a line of the text. */
export function marksOf(body: ContractBody, t: (typeof text)['zh'], show: Show): Mark[] {
  const marks: Mark[] = [];
  const add = (lines: Lines | null | undefined, label: string, tab: string, clause: string | null = null) => {
    if (lines) marks.push({ lines, label, onChoose: () => show({ tab, clause, lines }) });
  };
  add(body.term?.lines, t.term, 'terms');
  add(body.total?.lines, t.total, 'terms');
  for (const service of body.services) add(service.lines, service.title, 'clauses', service.id);
  for (const level of body.serviceLevels) add(level.lines, `${t.levels} ${level.subject}`, 'terms');
  body.payments.forEach((payment, index) => add(payment.lines, `${t.payments} ${index + 1}`, 'money'));
  body.acceptances.forEach((acceptance) => add(acceptance.lines, t.acceptances, 'terms'));
  body.penalties.forEach((penalty) => add(penalty.lines, t.penalties, 'money'));
  body.secrecy.forEach((secrecy) => add(secrecy.lines, t.secrecy, 'terms'));
  return marks;
}
