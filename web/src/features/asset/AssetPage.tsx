import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { get } from '@/shared/api/http';
import type { Asset } from '@/shared/api/types';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { TicketsAbout } from '@/shared/ticket/TicketsAbout';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { AssetForm } from './AssetForm';
import { ProductsSheet, useProducts } from './ProductsSheet';
import { text } from './words';

export default function AssetPage() {
  const { id = '' } = useParams();
  const asset = useQuery({
    queryKey: ['asset', id],
    queryFn: ({ signal }) => get<Asset>(`/assets/${id}`, undefined, signal),
  });
  return <Answered of={asset}>{(found) => <AssetSheet asset={found} />}</Answered>;
}

function AssetSheet({ asset }: { asset: Asset }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const operates = useMay('operate');
  const products = useProducts(asset.id);
  const [opened, setOpened] = useState<'form' | 'products' | null>(null);
  return (
    <div className="stack">
      <PageHead title={asset.name} note={codeName('assetKind', asset.kind, language)} actions={operates && <Button onClick={() => setOpened('form')}>{t.edit}</Button>} />
      {opened === 'form' && <AssetForm asset={asset} onClose={() => setOpened(null)} />}
      {opened === 'products' && <ProductsSheet asset={asset} onClose={() => setOpened(null)} />}
      <Sheet title={c.details}>
        <Facts
          items={[
            [t.address, <span key="address" className="mono">{asset.address ?? '—'}</span>],
            [c.client, asset.clientName ?? '—'],
          ]}
        />
      </Sheet>
      <Sheet title={t.products} extra={operates && <Button onClick={() => setOpened('products')}>{t.productsEdit}</Button>}>
        <Answered of={products} lines={2}>
          {(list) =>
            list.length === 0 ? (
              <p className="soft">{t.productsNone}</p>
            ) : (
              <div className="table-scroll">
                <table className="plain-table">
                  <thead>
                    <tr>
                      <th scope="col">{t.productName}</th>
                      <th scope="col">{t.productVersion}</th>
                      <th scope="col">CPE</th>
                    </tr>
                  </thead>
                  <tbody>
                    {list.map((one, index) => (
                      <tr key={index}>
                        <td>{one.name}</td>
                        <td className="mono">{one.version ?? t.versionUnknown}</td>
                        <td className="mono">{one.cpe ?? '—'}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )
          }
        </Answered>
      </Sheet>
      <TicketsAbout about={`asset/${asset.id}`} />
    </div>
  );
}
