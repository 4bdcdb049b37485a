import { DatePicker } from 'antd';
import dayjs from 'dayjs';

type Grain = 'date' | 'month' | 'minute';

const written: Record<Grain, string> = { date: 'YYYY-MM-DD', month: 'YYYY-MM', minute: 'YYYY-MM-DDTHH:mm' };
const shown: Record<Grain, string> = { date: 'YYYY-MM-DD', month: 'YYYY-MM', minute: 'YYYY-MM-DD HH:mm' };

/** A day, a month or a minute, as text that sorts; typed or picked. */
export function DayField({ id, value, onChange, grain = 'date', width = 150 }: {
  id?: string;
  value: string;
  onChange: (value: string) => void;
  grain?: Grain;
  width?: number | string;
}) {
  const at = value === '' ? null : dayjs(value);
  return (
    <DatePicker
      {...(id ? { id } : {})}
      value={at?.isValid() ? at : null}
      picker={grain === 'month' ? 'month' : 'date'}
      showTime={grain === 'minute' ? { format: 'HH:mm' } : false}
      format={shown[grain]}
      onChange={(day) => onChange(day ? day.format(written[grain]) : '')}
      style={{ width }}
    />
  );
}
