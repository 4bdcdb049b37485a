import type { Content } from './types';

/** A plan with nothing in it yet. */
export const blank: Content = { scope: '', systems: [], duties: [], contacts: [], scenarios: [], annexes: [] };

/** The list with one row changed, or without it. */
export function withRow<T>(rows: T[], place: number, row: T | null): T[] {
  return row === null ? rows.filter((_, at) => at !== place) : rows.map((one, at) => (at === place ? row : one));
}

/** Whether everything is filled in that the server asks for. */
export function complete(content: Content): boolean {
  return (
    content.scope.trim() !== '' &&
    content.duties.every((duty) => duty.role.trim() && duty.person.trim()) &&
    content.contacts.every((one) => one.name.trim() && (one.personId || one.phone?.trim() || one.mail?.trim())) &&
    content.scenarios.every((one) => one.title.trim() && one.steps.length > 0 && one.steps.every((step) => step.who.trim() && step.what.trim())) &&
    content.annexes.every((annex) => annex.title.trim() && annex.text.trim())
  );
}
