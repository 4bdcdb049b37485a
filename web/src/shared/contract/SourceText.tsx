import { useEffect, useRef } from 'react';
import type { Lines } from '@/shared/api/types';
import { useWords, words } from '@/shared/i18n';
import './source.css';

export interface Mark {
  lines: Lines;
  label: string;
  onChoose: () => void;
}

const text = words(
  { source: '合同原文', empty: '这份合同没有原文：它是按合同语言直接写成的。', marks: '由此行读出' },
  { source: 'Source text', empty: 'This contract has no source text: it was written in the contract language.', marks: 'Read from this line' },
);

/** The document line by line; the chosen lines are highlighted and brought into view. */
export function SourceText({ lines, chosen, marks = [], height }: { lines: string[]; chosen: Lines | null; marks?: Mark[]; height?: string }) {
  const t = useWords(text);
  const holder = useRef<HTMLDivElement>(null);
  const from = chosen?.[0] ?? 0;
  const to = chosen?.[1] ?? 0;
  useEffect(() => {
    if (from === 0) return;
    const row = holder.current?.querySelector<HTMLElement>(`[data-line="${from}"]`);
    if (row && holder.current) {
      const top = row.offsetTop - holder.current.clientHeight / 4;
      holder.current.scrollTo({ top: Math.max(0, top), behavior: 'instant' });
    }
  }, [from, to, lines]);
  if (lines.length === 0) return <p className="soft sheet-body">{t.empty}</p>;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <div className="source" ref={holder} tabIndex={0} role="region" aria-label={t.source} style={height ? { maxHeight: height } : undefined}>
      <ol>
        {lines.map((line, index) => {
          const number = index + 1;
          const active = number >= from && number <= to;
          const here = marks.filter((mark) => mark.lines[0] === number);
          return (
            <li key={number} data-line={number} className={active ? 'source-chosen' : undefined} aria-current={active && number === from ? 'location' : undefined}>
              <span className="source-number" aria-hidden="true">
                {number}
              </span>
              <span className="source-line">{active ? <mark>{line || ' '}</mark> : line || ' '}</span>
              {here.length > 0 && (
                <span className="source-marks" aria-label={t.marks}>
                  {here.map((mark, position) => (
                    <button key={position} type="button" onClick={mark.onChoose}>
                      {mark.label}
                    </button>
                  ))}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
