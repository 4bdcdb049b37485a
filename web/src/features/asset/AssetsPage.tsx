import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { remove } from '@/shared/api/http';
import type { Asset } from '@/shared/api/types';
import { useClientChoices } from '@/shared/contract/queries';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ListTable, type Column } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { AssetForm } from './AssetForm';
import { ProductsSheet } from './ProductsSheet';
import { text } from './words';

export default function AssetsPage() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const operates = useMay('operate');
  const clients = useClientChoices();
  const [editing, setEditing] = useState<Asset | 'new' | null>(null);
  const [listing, setListing] = useState<Asset | null>(null);
  const add = operates && (
    <Button type="primary" onClick={() => setEditing('new')}>
      {t.add}
    </Button>
  );
  const columns: Column<Asset>[] = [
    { key: 'name', title: t.name, sort: 'name', render: (one) => <Link to={`/assets/${one.id}`}>{one.name}</Link> },
    { key: 'kind', title: c.kind, sort: 'kind', render: (one) => codeName('assetKind', one.kind, language) },
    { key: 'address', title: t.address, sort: 'address', render: (one) => <span className="mono">{one.address}</span> },
    { key: 'client', title: c.client, sort: 'clientName', render: (one) => one.clientName ?? '—' },
  ];
  columns.push({
    key: 'actions',
    title: c.actions,
    render: (one) => (
      <span className="row">
        <Button size="small" onClick={() => setListing(one)}>
          {t.products}
        </Button>
        {operates && <Acts asset={one} onEdit={() => setEditing(one)} />}
      </span>
    ),
  });
  return (
    <>
      <PageHead title={t.assets} note={t.assetsNote} actions={add} />
      {editing && <AssetForm asset={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {listing && <ProductsSheet asset={listing} onClose={() => setListing(null)} />}
      <ListTable<Asset>
        path="/assets"
        label={t.assets}
        rowKey={(asset) => asset.id}
        empty={{ title: t.none, hint: t.noneHint, action: add }}
        filters={[
          { name: 'kind', label: c.kind, options: codeChoices('assetKind', language) },
          { name: 'client', label: c.client, options: clients },
        ]}
        columns={columns}
      />
    </>
  );
}

function Acts({ asset, onEdit }: { asset: Asset; onEdit: () => void }) {
  const t = useWords(text);
  const tell = useTell();
  const queries = useQueryClient();
  return (
    <span className="row">
      <Button size="small" onClick={onEdit}>
        {t.edit}
      </Button>
      <ConfirmAct
        label={t.retire}
        title={t.retireTitle}
        warning={
          <>
            <strong>{asset.name}</strong>
            <p>{t.retireWarning}</p>
          </>
        }
        button={{ size: 'small' }}
        act={async () => {
          await remove(`/assets/${asset.id}`);
          tell.done(t.retired);
          await queries.invalidateQueries();
        }}
      />
    </span>
  );
}
