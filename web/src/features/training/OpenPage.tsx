import type { ReactNode } from 'react';
import { PageHead, Sheet } from '@/shared/ui/Page';

/** A page for people without an account: one narrow sheet, nothing around it. */
export function OpenPage({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <main style={{ maxWidth: 640, margin: '0 auto', padding: 16 }} className="stack">
      <PageHead title={title} note={note} />
      <Sheet>{children}</Sheet>
    </main>
  );
}
