import { Button, Input, Select } from 'antd';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices } from '@/shared/i18n/codes';
import { DayField } from '@/shared/ui/DayField';
import { Labelled, TextField } from '@/shared/ui/Field';
import './bulletin.css';
import type { Draft } from './draft';
import type { AffectedProduct } from './types';
import { text } from './words';

const blank: AffectedProduct = { vendor: '', name: '', cpe: '', standing: 'affected', versions: '' };

/** The fields of what a bulletin says. */
export function AdvisoryForm({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const set = <K extends keyof Draft>(field: K) => (value: Draft[K]) => onChange({ ...draft, [field]: value });
  return (
    <div className="form-grid">
      <TextField wide label={t.what} name="title" value={draft.title} onChange={set('title')} />
      <Labelled label={t.severity}>
        {(id) => <Select id={id} value={draft.severity} options={codeChoices('severity', language)} onChange={set('severity')} style={{ width: '100%' }} />}
      </Labelled>
      <TextField label={t.cves} name="cves" value={draft.cves} onChange={set('cves')} hint={t.cvesHint} />
      <TextField label={t.source} name="source" value={draft.source} onChange={set('source')} />
      <Labelled label={t.issued}>{(id) => <DayField id={id} grain="minute" value={draft.issued} onChange={set('issued')} width="100%" />}</Labelled>
      <TextField label={t.summary} name="summary" rows={5} value={draft.summary} onChange={set('summary')} />
      <Products products={draft.products} onChange={set('products')} />
      <TextField label={t.advice} name="advice" rows={4} value={draft.advice} onChange={set('advice')} />
      <TextField label={t.workaround} name="workaround" rows={3} value={draft.workaround} onChange={set('workaround')} />
      <TextField label={t.references} name="references" rows={2} value={draft.references} onChange={set('references')} hint={t.referencesHint} />
    </div>
  );
}

function Products({ products, onChange }: { products: AffectedProduct[]; onChange: (products: AffectedProduct[]) => void }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const set = (index: number, field: keyof AffectedProduct, value: string) => onChange(products.map((one, n) => (n === index ? { ...one, [field]: value } : one)));
  return (
    <fieldset className="wide bulletin-products">
      <legend>{t.products}</legend>
      <span className="soft">{t.productsHint}</span>
      {products.map((one, index) => (
        <div key={index} className="bulletin-product">
          <Input aria-label={`${t.vendor} ${index + 1}`} placeholder={t.vendor} value={one.vendor} onChange={(event) => set(index, 'vendor', event.target.value)} />
          <Input aria-label={`${t.product} ${index + 1}`} placeholder={t.product} value={one.name} onChange={(event) => set(index, 'name', event.target.value)} />
          <Input aria-label={`${t.versions} ${index + 1}`} placeholder={t.versions} value={one.versions} onChange={(event) => set(index, 'versions', event.target.value)} />
          <Select aria-label={`${t.standing} ${index + 1}`} value={one.standing} options={codeChoices('productStanding', language)} onChange={(value: string) => set(index, 'standing', value)} />
          <Input aria-label={`${t.cpe} ${index + 1}`} placeholder={t.cpe} value={one.cpe} onChange={(event) => set(index, 'cpe', event.target.value)} />
          <Button aria-label={`${t.removeProduct} ${index + 1}`} onClick={() => onChange(products.filter((_, n) => n !== index))}>
            {t.removeProduct}
          </Button>
        </div>
      ))}
      <Button className="bulletin-add" onClick={() => onChange([...products, blank])}>
        {t.addProduct}
      </Button>
    </fieldset>
  );
}
