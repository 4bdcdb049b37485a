import type { Refused } from './types';

/** What of a file was not taken: where, which field, what to do. */
export function RefusedList({ file, refused }: { file: string; refused: Refused[] }) {
  return (
    <ul>
      {refused.map((one, index) => (
        <li key={index}>
          {file} · <span className="mono">{one.where}</span> · <span className="mono">{one.field}</span>：{one.remedy}
        </li>
      ))}
    </ul>
  );
}
