import { useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post, put } from '@/shared/api/http';
import type { Asset, Page } from '@/shared/api/types';
import { time } from '@/shared/format';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { AskAct } from '@/shared/ui/AskAct';
import { Answered, Empty, PageHead, Sheet } from '@/shared/ui/Page';
import { SignAct } from '@/shared/ui/SignAct';
import type { DrillAsset } from './types';
import { text } from './words';

export default function DrillAssetsPage() {
  const t = useWords(text);
  const c = useWords(common);
  const operates = useMay('operate');
  const signs = useMay('sign');
  const queries = useQueryClient();
  const assets = useQuery({ queryKey: ['drill-assets'], queryFn: ({ signal }) => get<DrillAsset[]>('/drill-assets', undefined, signal) });
  const refresh = () => queries.invalidateQueries({ queryKey: ['drill-assets'] });
  return (
    <div className="stack">
      <PageHead title={t.assets} note={t.assetsNote} actions={operates && <Mark onDone={refresh} />} />
      <Answered of={assets}>
        {(found) =>
          found.length === 0 ? (
            <Sheet>
              <Empty title={t.noAssets} hint={t.noAssetsHint} />
            </Sheet>
          ) : (
            <Sheet flush>
              <div className="table-scroll">
                <table className="plain-table">
                  <thead>
                    <tr>
                      <th>{c.asset}</th>
                      <th>{t.root}</th>
                      <th>{t.service}</th>
                      <th>{c.state}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {found.map((one) => (
                      <tr key={one.assetId}>
                        <td>
                          {one.name} <div className="mono soft">{one.address}</div>
                        </td>
                        <td className="mono">{one.root}</td>
                        <td>{one.service ?? '—'}</td>
                        <td>
                          {one.consentedBy ? (
                            <span className="tag tag-good">
                              {t.consented(one.consentedBy)} {time(one.consentedAt)}
                            </span>
                          ) : signs ? (
                            <SignAct
                              label={t.consent}
                              title={t.consent}
                              note={t.consentNote(one.name)}
                              act={async (name, drawing) => {
                                await post(`/drill-assets/${one.assetId}/consent`, { name, drawing });
                                await refresh();
                              }}
                            />
                          ) : (
                            <span className="tag tag-warn">{t.notConsented}</span>
                          )}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </Sheet>
          )
        }
      </Answered>
    </div>
  );
}

function Mark({ onDone }: { onDone: () => Promise<unknown> }) {
  const t = useWords(text);
  const c = useWords(common);
  const allowed = useQuery({ queryKey: ['drill-allowed'], queryFn: ({ signal }) => get<{ roots: string[]; services: string[] }>('/drill-assets/allowed', undefined, signal) });
  const assets = useQuery({ queryKey: ['asset-choices', 'all'], queryFn: ({ signal }) => get<Page<Asset>>('/assets', { size: 200 }, signal) });
  return (
    <AskAct
      label={t.mark}
      title={t.mark}
      button={{ type: 'primary' }}
      fields={[
        { name: 'assetId', label: c.asset, kind: 'select', options: (assets.data?.items ?? []).map((one) => ({ value: one.id, label: `${one.name} · ${one.clientName ?? ''}` })) },
        { name: 'root', label: t.root, hint: t.rootHint((allowed.data?.roots ?? []).join('、')) },
        { name: 'service', label: t.service, kind: 'select', optional: true, options: (allowed.data?.services ?? []).map((name) => ({ value: name, label: name })) },
      ]}
      act={async ({ assetId, root, service }) => {
        await put(`/drill-assets/${assetId}`, { root, service });
        await onDone();
      }}
    />
  );
}
