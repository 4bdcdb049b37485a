import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Lines } from '@/shared/api/types';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { text } from './words';

export interface Row {
  cells: ReactNode[];
  lines: Lines | null;
}

/** A few agreed things as a table; the last column leads to their lines. */
export function Agreed({ head, rows, onLines }: { head: string[]; rows: Row[]; onLines: (lines: Lines) => void }) {
  const t = useWords(text);
  const c = useWords(common);
  if (rows.length === 0) return <p className="soft sheet-body">{t.noneAgreed}</p>;
  return (
    <div className="table-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            {[...head, t.lines].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, lines }, index) => (
            <tr key={index}>
              {cells.map((cell, position) => (
                <td key={position}>{cell}</td>
              ))}
              <td className="nowrap">
                {lines ? (
                  <Button type="link" size="small" style={{ padding: 0 }} onClick={() => onLines(lines)}>
                    {c.lineRange(lines[0], lines[1])}
                  </Button>
                ) : (
                  '—'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
