import { Link } from 'react-router';
import { useWords } from '@/shared/i18n';
import { Empty, PageHead } from '@/shared/ui/Page';
import { text } from './words';

export function NotFound() {
  const t = useWords(text);
  return (
    <>
      <PageHead title={t.notFound} />
      <div className="sheet">
        <Empty title={t.notFound} hint={t.notFoundHint} action={<Link to="/">{t.toOverview}</Link>} />
      </div>
    </>
  );
}
