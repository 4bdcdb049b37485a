import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { get, put } from '@/shared/api/http';
import type { Asset } from '@/shared/api/types';
import { useWords } from '@/shared/i18n';
import { useMay } from '@/shared/session';
import { FormSheet } from '@/shared/ui/FormSheet';
import { Answered } from '@/shared/ui/Page';
import './asset.css';
import { text } from './words';

interface Product {
  name: string;
  version: string | null;
  cpe: string | null;
}

const blank: Product = { name: '', version: '', cpe: '' };

/** What is installed on an asset. */
export function useProducts(asset: string) {
  return useQuery({
    queryKey: ['asset', asset, 'products'],
    queryFn: ({ signal }) => get<Product[]>(`/assets/${asset}/products`, undefined, signal),
  });
}

/** The list of what is installed on an asset: read by all, written by the provider. */
export function ProductsSheet({ asset, onClose }: { asset: Asset; onClose: () => void }) {
  const t = useWords(text);
  const operates = useMay('operate');
  const [edited, setEdited] = useState<Product[] | null>(null);
  const kept = useProducts(asset.id);
  const products = edited ?? kept.data ?? [];
  const save = () =>
    put(`/assets/${asset.id}/products`, {
      products: products.filter((one) => one.name.trim() !== '').map((one) => ({ name: one.name.trim(), version: one.version?.trim() || null, cpe: one.cpe?.trim() || null })),
    });
  return (
    <FormSheet title={t.productsOf(asset.name)} width={820} done={t.productsSaved} ready={operates && edited !== null} save={save} onClose={onClose}>
      <p className="wide soft">{t.productsNote}</p>
      <div className="wide">
        <Answered of={kept} lines={2}>
          {() => (
            <div className="stack-small">
              {products.length === 0 && <p>{t.productsNone}</p>}
              {products.map((one, index) => (
                <Line key={index} product={one} place={index + 1} fixed={!operates} onChange={(changed) => setEdited(products.map((other, n) => (n === index ? changed : other)))} onRemove={() => setEdited(products.filter((_, n) => n !== index))} />
              ))}
              {operates && (
                <div>
                  <Button onClick={() => setEdited([...products, blank])}>{t.productAdd}</Button>
                </div>
              )}
            </div>
          )}
        </Answered>
      </div>
    </FormSheet>
  );
}

function Line({ product, place, fixed, onChange, onRemove }: { product: Product; place: number; fixed: boolean; onChange: (product: Product) => void; onRemove: () => void }) {
  const t = useWords(text);
  const field = (name: keyof Product, label: string) => (
    <Input aria-label={`${label} ${place}`} placeholder={label} readOnly={fixed} value={product[name] ?? ''} onChange={(event) => onChange({ ...product, [name]: event.target.value })} />
  );
  return (
    <div className="asset-product">
      {field('name', t.productName)}
      {field('version', t.productVersion)}
      {field('cpe', t.productCpe)}
      {!fixed && (
        <Button aria-label={`${t.productRemove} ${place}`} onClick={onRemove}>
          {t.productRemove}
        </Button>
      )}
    </div>
  );
}
