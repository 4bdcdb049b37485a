import { useQuery } from '@tanstack/react-query';
import { get } from '@/shared/api/http';
import type { PaymentMade } from '@/shared/api/types';
import { money, sum } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { Answered, Sheet } from '@/shared/ui/Page';
import { text } from './words';

/** The money that came, in the order of the days. */
export function PaymentsMade({ contract, currency }: { contract: string; currency: string }) {
  const t = useWords(text);
  const c = useWords(common);
  const made = useQuery({
    queryKey: ['contract', contract, 'payments'],
    queryFn: ({ signal }) => get<PaymentMade[]>(`/contracts/${contract}/payments`, undefined, signal),
  });
  return (
    <Sheet title={t.paymentsMade} extra={made.data && made.data.length > 0 && <span className="soft figures">{t.figures(made.data.length, money(sum(made.data.map((one) => one.amount)), currency))}</span>} flush>
      <Answered of={made} lines={2}>
        {(payments) =>
          payments.length === 0 ? (
            <p className="soft sheet-body">{t.nonePaid}</p>
          ) : (
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t.paidOn}</th>
                  <th scope="col">{t.enteredBy}</th>
                  <th scope="col" className="amount">{t.amount}</th>
                </tr>
              </thead>
              <tbody>
                {payments.map((one) => (
                  <tr key={one.id}>
                    <td className="figures">{one.date}</td>
                    <td>{one.by || c.none}</td>
                    <td className="amount">{money(one.amount, currency)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answered>
    </Sheet>
  );
}
