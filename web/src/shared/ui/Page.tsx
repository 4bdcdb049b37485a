import { Skeleton } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { ProblemPanel } from './ProblemPanel';

/** A page's heading; also names the browser's tab. */
export function PageHead({ title, note, actions }: { title: string; note?: ReactNode; actions?: ReactNode }) {
  const t = useWords(common);
  useEffect(() => {
    document.title = `${title} · ${t.product}`;
  }, [title, t.product]);
  return (
    <div className="page-head">
      <div>
        <h1 id="page-title" tabIndex={-1}>
          {title}
        </h1>
        {note && <div className="page-head-note">{note}</div>}
      </div>
      {actions && <div className="page-head-actions">{actions}</div>}
    </div>
  );
}

/** A sheet of paper with a heading. */
export function Sheet({ title, extra, children, flush }: { title?: ReactNode; extra?: ReactNode; children: ReactNode; flush?: boolean }) {
  return (
    <section className="sheet">
      {(title || extra) && (
        <div className="sheet-head">
          <h2>{title}</h2>
          {extra}
        </div>
      )}
      {flush ? children : <div className="sheet-body">{children}</div>}
    </section>
  );
}

/** Nothing here yet, and what to do about it. */
export function Empty({ title, hint, action }: { title: string; hint: string; action?: ReactNode }) {
  return (
    <div className="empty">
      <strong>{title}</strong>
      <span>{hint}</span>
      {action && <div className="empty-action">{action}</div>}
    </div>
  );
}

interface Answer<T> {
  data: T | undefined;
  isPending: boolean;
  error: unknown;
  refetch: () => unknown;
}

/** Shows an answer once it is there, its problem when it did not come. */
export function Answered<T>({ of, children, lines = 6 }: { of: Answer<T>; children: (data: T) => ReactNode; lines?: number }) {
  const t = useWords(common);
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error) return <ProblemPanel problem={of.error} onRetry={() => void of.refetch()} />;
  return (
    <div aria-busy="true" aria-label={t.loading}>
      <Skeleton active paragraph={{ rows: lines }} />
    </div>
  );
}

export function Facts({ items }: { items: [label: string, value: ReactNode][] }) {
  return (
    <dl className="facts">
      {items.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  );
}
