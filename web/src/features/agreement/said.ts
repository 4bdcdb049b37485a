import type { ContractItem, Lines, Payment, ServiceItem } from '@/shared/api/types';
import { money, period } from '@/shared/format';
import type { Language } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { text } from './words';

/** A price as the list carries it: a plain amount or an amount with its currency. */
export function price(total: ContractItem['total'] | undefined): string {
  if (total === null || total === undefined) return '—';
  return typeof total === 'object' ? money(total.amount, total.currency) : money(total);
}

/** `served/P6M` in words. */
export function triggerSaid(trigger: string | null, language: Language): string {
  if (!trigger) return '—';
  const [kind = '', after] = trigger.split('/');
  const name = codeName('trigger', kind, language);
  if (!after) return name;
  const length = period(after, language);
  if (kind === 'served') return language === 'zh' ? `服务满 ${length}` : `${length} served`;
  if (kind === 'period') return language === 'zh' ? `每 ${length}` : `every ${length}`;
  return language === 'zh' ? `服务满 ${length}，${name}` : `${name} after ${length}`;
}

/** `P10D` of working days, or the date itself. */
export function dueSaid(due: Payment['due'], calendar: Payment['calendar'], language: Language): string {
  if (!due) return '—';
  if (!due.startsWith('P')) return due;
  const days = /^P(\d+)D$/.exec(due)?.[1];
  if (calendar === 'working' && days) return `${days} ${text[language].working}`;
  return period(due, language);
}

export function deadlineSaid(deadline: ServiceItem['deadline'], language: Language): string | null {
  if (!deadline) return null;
  const t = text[language];
  if (deadline.month) return t.inMonth(deadline.month, deadline.fromDay, deadline.day);
  return deadline.fromDay ? t.fromTo(deadline.fromDay, deadline.day) : t.perPeriodDay(deadline.day);
}

export function overlaps(a: Lines | null, b: Lines | null): boolean {
  return a !== null && b !== null && a[0] <= b[1] && b[0] <= a[1];
}
