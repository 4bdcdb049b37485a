import { Button } from 'antd';
import { useRouteError } from 'react-router';
import { useWords } from '@/shared/i18n';
import { text } from './words';

/** Stands in for a page that failed while being drawn. */
export function Broken() {
  const t = useWords(text);
  const thrown = useRouteError();
  return (
    <div className="problem" role="alert" style={{ margin: 24 }}>
      <h3>{t.broken}</h3>
      <p>{t.brokenHint}</p>
      <p className="mono">{thrown instanceof Error ? thrown.message : String(thrown)}</p>
      <Button onClick={() => location.reload()} style={{ marginTop: 8 }}>
        {t.reload}
      </Button>
    </div>
  );
}
