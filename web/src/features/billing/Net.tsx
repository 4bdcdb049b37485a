import { money } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { text } from './words';

/** Who owes how much when everything is set off. */
export function Net({ total }: { total: string | number }) {
  const t = useWords(text);
  const sum = Number(total);
  const said = money(String(Math.abs(sum).toFixed(2)));
  return <>{sum === 0 ? t.even : sum > 0 ? t.owesProvider(said) : t.owesClient(said)}</>;
}
