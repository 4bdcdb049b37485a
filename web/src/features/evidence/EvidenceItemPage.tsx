import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { address, get } from '@/shared/api/http';
import type { EvidenceItem } from '@/shared/api/types';
import { bytes, timeToSecond } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { About } from './About';
import './evidence.css';
import { text } from './words';

export default function EvidenceItemPage() {
  const { contractId = '', seq = '' } = useParams();
  const item = useQuery({
    queryKey: ['evidence', contractId, seq],
    queryFn: ({ signal }) => get<EvidenceItem>(`/evidence/${contractId}/${seq}`, undefined, signal),
    staleTime: Infinity,
  });
  return <Answered of={item}>{(found) => <Item item={found} />}</Answered>;
}

function Item({ item }: { item: EvidenceItem }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const place = `/evidence/${item.contractId}`;
  return (
    <div className="stack">
      <PageHead
        title={t.item(item.seq)}
        note={item.name}
        actions={
          <>
            <Button type="primary" href={address(`${place}/${item.seq}/content`)} download>
              {t.download}
            </Button>
          </>
        }
      />
      <Sheet title={c.details}>
        <Facts
          items={[
            [t.about, <About key="about" about={item.about} />],
            [t.origin, codeName('origin', item.origin, language)],
            [t.effective, timeToSecond(item.effectiveAt)],
            [t.received, timeToSecond(item.receivedAt)],
            [t.media, <span key="media" className="mono">{item.mediaType}</span>],
            [t.size, bytes(item.sizeBytes)],
          ]}
        />
      </Sheet>
      <Sheet title={c.digest}>
        <dl className="digests">
          <dt>{t.content} SHA-256</dt>
          <dd className="mono">{item.sha256}</dd>
          <dt>{t.content} SM3</dt>
          <dd className="mono">{item.sm3}</dd>
          <dt>{t.previous}</dt>
          <dd className="mono">{item.previous || t.first}</dd>
          <dt>{t.record}</dt>
          <dd className="mono">{item.digest}</dd>
        </dl>
      </Sheet>
      <div className="row">
        {item.seq > 1 && <Link to={`${place}/${item.seq - 1}`}>← {t.older}</Link>}
        <Link to={`${place}/${item.seq + 1}`}>{t.newer} →</Link>
        <Link to={`/evidence?contract=${item.contractId}`}>{t.backToChain}</Link>
      </div>
    </div>
  );
}
