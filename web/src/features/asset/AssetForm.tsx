import { useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { post, put } from '@/shared/api/http';
import type { Asset } from '@/shared/api/types';
import { useClientChoices } from '@/shared/contract/queries';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import { text } from './words';

export function AssetForm({ asset, onClose }: { asset: Asset | null; onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const clients = useClientChoices();
  const [client, setClient] = useState<string | null>(asset?.clientId ?? null);
  const [kind, setKind] = useState<Asset['kind']>(asset?.kind ?? 'site');
  const [name, setName] = useState(asset?.name ?? '');
  const [address, setAddress] = useState(asset?.address ?? '');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const clientId = client ?? clients[0]?.value ?? null;
  const hint = { system: t.hintSystem, site: t.hintSite, host: t.hintHost, database: t.hintDatabase, domain: t.hintDomain }[kind];

  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const changed = { name: name.trim(), address: address.trim() };
      if (asset) await put(`/assets/${asset.id}`, changed);
      else await post('/assets', { clientId, kind, ...changed });
      tell.done(asset ? t.changed : t.added);
      await queries.invalidateQueries();
      onClose();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Modal open title={asset ? t.edit : t.add} okText={c.save} cancelText={c.cancel} okButtonProps={{ loading: busy, disabled: !name.trim() || !address.trim() || !clientId }} onOk={() => void save()} onCancel={onClose}>
      <div className="form-grid">
        <div className="wide">
          <label htmlFor={`${id}-client`}>{c.client}</label>
          <Select id={`${id}-client`} value={clientId} options={clients} onChange={setClient} disabled={asset !== null} placeholder={c.chooseClient} style={{ width: '100%' }} />
        </div>
        <div>
          <label htmlFor={`${id}-kind`}>{c.kind}</label>
          <Select id={`${id}-kind`} value={kind} options={codeChoices('assetKind', language)} onChange={setKind} disabled={asset !== null} style={{ width: '100%' }} />
        </div>
        <div>
          <label htmlFor={`${id}-name`}>{t.name}</label>
          <Input id={`${id}-name`} name="name" value={name} onChange={(event) => setName(event.target.value)} />
        </div>
        <div className="wide">
          <label htmlFor={`${id}-address`}>{t.address}</label>
          <Input id={`${id}-address`} name="address" value={address} onChange={(event) => setAddress(event.target.value)} aria-describedby={`${id}-hint`} />
          <span id={`${id}-hint`} className="soft">
            {hint}
          </span>
        </div>
        {problem !== null && (
          <div className="wide">
            <ProblemPanel problem={problem} />
          </div>
        )}
      </div>
    </Modal>
  );
}
