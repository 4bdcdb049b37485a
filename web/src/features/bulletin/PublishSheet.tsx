import { Checkbox, InputNumber } from 'antd';
import { useState } from 'react';
import { post } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { Labelled } from '@/shared/ui/Field';
import { FormSheet } from '@/shared/ui/FormSheet';
import type { Bulletin } from './types';
import { text } from './words';

/** Publishes a bulletin: says first to whom it will go. */
export function PublishSheet({ bulletin, onClose }: { bulletin: Bulletin; onClose: () => void }) {
  const t = useWords(text);
  const [hours, setHours] = useState<number | null>(null);
  const [everybody, setEverybody] = useState(bulletin.advisory.products.length === 0);
  const concerned = bulletin.lines.filter((line) => line.assets.some((asset) => asset.outcome !== 'not-affected'));
  const count = (outcome: string) => concerned.flatMap((line) => line.assets).filter((asset) => asset.outcome === outcome).length;
  return (
    <FormSheet title={t.publishTitle} ok={bulletin.revised ? t.publishAgain : t.publish} done={t.publishedDone} ready save={() => post(`/bulletins/${bulletin.id}/publish`, { acknowledgeHours: hours, everybody })} onClose={onClose}>
      <p className="wide">
        <strong>{bulletin.advisory.title}</strong>
      </p>
      <p className="wide">{bulletin.revised ? t.publishAgainNote : t.publishNote(everybody ? bulletin.lines.length : concerned.length, count('affected'), count('unknown'))}</p>
      <Labelled wide label={t.hours}>
        {(id) => (
          <>
            <InputNumber id={id} name="hours" min={1} max={720} value={hours} onChange={setHours} style={{ width: '100%' }} />
            <span className="soft">{t.hoursHint}</span>
          </>
        )}
      </Labelled>
      <div className="wide">
        <Checkbox checked={everybody} onChange={(event) => setEverybody(event.target.checked)}>
          {t.everybody}
        </Checkbox>
      </div>
    </FormSheet>
  );
}
