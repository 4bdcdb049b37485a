import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { get, post } from '@/shared/api/http';
import { useContractChoices } from '@/shared/contract/queries';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { Labelled, TextField } from '@/shared/ui/Field';
import { FormSheet } from '@/shared/ui/FormSheet';
import { useTell } from '@/shared/ui/ProblemPanel';
import { OriginFields, complete, type Origin } from './OriginFields';
import type { Consultation, QuotaStanding, ServiceRequest } from './types';
import { text } from './words';

/** Enters a formal request; of a consultation when one is given. */
export function NewRequest({ of, onClose }: { of?: Consultation; onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const operates = useMay('operate');
  const tell = useTell();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const contracts = useContractChoices().filter((one) => one.contract.state === 'in-force');
  const [contract, setContract] = useState<string | null>(of?.contractId ?? null);
  const [service, setService] = useState<string | null>(null);
  const [severity, setSeverity] = useState('medium');
  const [title, setTitle] = useState('');
  const [body, setBody] = useState(of?.question ?? '');
  const [extra, setExtra] = useState(false);
  const [origin, setOrigin] = useState<Origin>({ channel: operates ? 'phone' : 'web' });
  const contractId = contract ?? contracts[0]?.value ?? null;
  const quotas = useQuery({
    queryKey: ['quotas', contractId],
    queryFn: ({ signal }) => get<QuotaStanding[]>(`/contracts/${contractId ?? ''}/quotas`, undefined, signal),
    enabled: contractId !== null,
  });
  const standings = (quotas.data ?? []).filter((one) => one.current);
  const standing = standings.find((one) => one.serviceId === service);
  const usedUp = standing !== undefined && standing.used >= standing.atMost;
  const ready = contractId !== null && title.trim() !== '' && body.trim() !== '' && complete(origin) && (!usedUp || extra);

  const submit = async () => {
    const request = { contractId, title: title.trim(), body: body.trim(), severity, serviceId: service, extra: usedUp && extra, origin };
    const id = of
      ? (await post<Consultation>(`/consultations/${of.id}/formal`, request)).ticketId
      : (await post<ServiceRequest>('/requests', request)).ticketId;
    tell.done(t.created);
    await queries.invalidateQueries();
    await navigate(`/requests/${id ?? ''}`);
  };
  return (
    <FormSheet title={of ? t.formal : t.create} ok={of ? t.formal : t.create} ready={ready} save={submit} onClose={onClose}>
      {of && <p className="wide soft">{t.formalHint}</p>}
      <Labelled wide label={c.contract}>
        {(id) => <Select id={id} value={contractId} options={contracts} disabled={of !== undefined} onChange={setContract} placeholder={c.chooseContract} style={{ width: '100%' }} />}
      </Labelled>
      <Labelled label={t.service}>
        {(id) => (
          <Select
            id={id}
            value={service ?? ''}
            options={[{ value: '', label: t.noService }, ...standings.map((one) => ({ value: one.serviceId, label: [one.clause, one.title].filter(Boolean).join(' ') }))]}
            onChange={(value: string) => setService(value || null)}
            style={{ width: '100%' }}
          />
        )}
      </Labelled>
      <Labelled label={c.severity}>
        {(id) => <Select id={id} value={severity} options={codeChoices('severity', language)} onChange={setSeverity} style={{ width: '100%' }} />}
      </Labelled>
      {standing && !usedUp && <p className="wide soft" role="status">{t.quotaNext(standing.used, standing.atMost)}</p>}
      {usedUp && (
        <div className="wide" role="status">
          <p>{t.quotaOut(standing.atMost)}</p>
          <Checkbox checked={extra} onChange={(event) => setExtra(event.target.checked)}>
            {t.asExtra}
          </Checkbox>
        </div>
      )}
      <TextField wide label={t.what} name="title" value={title} onChange={setTitle} />
      <TextField rows={4} label={t.body} name="body" value={body} onChange={setBody} />
      <OriginFields contract={contractId} origin={origin} onChange={setOrigin} />
    </FormSheet>
  );
}
