import { useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { post } from '@/shared/api/http';
import type { ContractView } from '@/shared/api/types';
import { useAssetChoices } from '@/shared/contract/queries';
import { day, period } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName, frequencyName } from '@/shared/i18n/codes';
import { useMay } from '@/shared/session';
import { useServerNow } from '@/shared/time/clock';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { DayField } from '@/shared/ui/DayField';
import { Empty, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { text } from './words';

/** The last step: when it was signed, what each service works on, and in force it is. */
export function PutInForce({ contract, onDecide }: { contract: ContractView; onDecide: () => void }) {
  const t = useWords(text);
  const id = useId();
  const tell = useTell();
  const manages = useMay('manage');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const today = day(useServerNow(60_000));
  const [signedOn, setSignedOn] = useState(contract.signedOn ?? today);
  const [mapped, setMapped] = useState<Record<string, string[]>>({});
  const open = contract.ambiguities.filter((one) => !one.decision).length;

  const sign = async () => {
    const chosen = Object.fromEntries(Object.entries(mapped).filter(([, assets]) => assets.length > 0));
    await post(`/contracts/${contract.id}/in-force`, {
      signedOn,
      ...(Object.keys(chosen).length > 0 ? { assets: chosen } : {}),
    });
    tell.done(t.inForce);
    await navigate(`/contracts/${contract.id}`);
    await queries.invalidateQueries();
  };
  return (
    <div className="stack">
      <Sheet title={t.force}>
        <label htmlFor={`${id}-signed`} style={{ display: 'block' }}>
          {t.signedOn}
        </label>
        <DayField id={`${id}-signed`} value={signedOn} onChange={setSignedOn} width={180} />
      </Sheet>
      <AssetMap contract={contract} mapped={mapped} onMap={(service, assets) => setMapped({ ...mapped, [service]: assets })} />
      {open > 0 ? (
        <div className="sheet sheet-body row-spread">
          <span>{t.openLeft(open)}</span>
          <Button onClick={onDecide}>{t.stepDecide}</Button>
        </div>
      ) : (
        <div>
          <ConfirmAct
            label={t.putInForce}
            title={t.confirmTitle}
            warning={t.confirmText}
            act={sign}
            danger={false}
            button={{ type: 'primary', size: 'large', disabled: signedOn === '' || !manages }}
          />
        </div>
      )}
    </div>
  );
}

function AssetMap({ contract, mapped, onMap }: {
  contract: ContractView;
  mapped: Record<string, string[]>;
  onMap: (service: string, assets: string[]) => void;
}) {
  const t = useWords(text);
  const { language } = useLanguage();
  const assets = useAssetChoices(contract.clientId);
  const options = assets.map((asset) => ({ value: asset.id, label: `${asset.name} · ${codeName('assetKind', asset.kind, language)}` }));
  return (
    <Sheet title={t.assets} flush>
      {assets.length === 0 ? (
        <Empty title={t.assets} hint={t.noAssets} action={<Link to="/assets">{t.toAssets}</Link>} />
      ) : (
        <>
          <p className="soft sheet-body">{t.assetsNote}</p>
          <ul className="asset-map">
            {contract.body.services.map((service) => (
              <li key={service.id}>
                <span>
                  {service.clause} {service.title}
                  <span className="soft"> {frequencyName(service.frequency, service.atMost, language, period)}</span>
                </span>
                <Select mode="multiple" aria-label={service.title} placeholder={t.assetsAuto} options={options} value={mapped[service.id] ?? []} onChange={(chosen: string[]) => onMap(service.id, chosen)} showSearch={{ optionFilterProp: 'label' }} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Sheet>
  );
}
