import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { get, post } from '@/shared/api/http';
import type { Page } from '@/shared/api/types';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { ProblemPanel } from '@/shared/ui/ProblemPanel';
import './drill.css';
import type { Artefact, Drill, DrillAsset, PlanChoice } from './types';
import { text } from './words';

interface Wish {
  assetId: string;
  kind: Artefact['kind'];
  file: string;
  body: string;
}

/** The artefact that a wish describes. */
export function artefactOf(wish: Wish, service: string | null): Artefact {
  switch (wish.kind) {
    case 'defacement':
      return { kind: 'defacement', file: wish.file, content: wish.body };
    case 'test-virus':
      return { kind: 'test-virus', file: wish.file };
    case 'beacon':
      return { kind: 'beacon', file: wish.file, lines: wish.body.split('\n').filter((line) => line.trim() !== '') };
    case 'stopped-service':
      return { kind: 'stopped-service', service: service ?? '' };
  }
}

type Said = 'title' | 'goal' | 'environment' | 'participants' | 'abortCriteria';
const said: Said[] = ['title', 'goal', 'environment', 'participants', 'abortCriteria'];

export function PrepareForm({ plan: given, onClose }: { plan: string | null; onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [plan, setPlan] = useState<string | null>(given);
  const [scenario, setScenario] = useState(0);
  const [entered, setEntered] = useState<Record<Said, string>>({ title: '', goal: '', environment: '', participants: '', abortCriteria: '' });
  const [limit, setLimit] = useState(60);
  const [wishes, setWishes] = useState<Wish[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const plans = useQuery({ queryKey: ['plan-choices'], queryFn: ({ signal }) => get<Page<{ id: string; title: string; inForce: number | null }>>('/plans', { size: 200 }, signal) });
  const chosen = useQuery({ queryKey: ['plan', plan], queryFn: ({ signal }) => get<PlanChoice>(`/plans/${plan}`, undefined, signal), enabled: plan !== null });
  const assets = useQuery({ queryKey: ['drill-assets'], queryFn: ({ signal }) => get<DrillAsset[]>('/drill-assets', undefined, signal) });
  const scenarios = chosen.data?.versions.find((version) => version.state === 'in-force')?.content.scenarios ?? [];
  const ready = plan !== null && scenarios.length > 0 && wishes.length > 0 && said.every((name) => entered[name].trim() !== '') && wishes.every((wish) => wish.assetId && (wish.kind === 'stopped-service' || wish.file.trim()));

  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const artefacts = wishes.map((wish) => ({ assetId: wish.assetId, artefact: artefactOf(wish, assets.data?.find((one) => one.assetId === wish.assetId)?.service ?? null) }));
      const drill = await post<Drill>('/drills', { planId: plan, scenario, ...entered, limitMinutes: limit, artefacts });
      await queries.invalidateQueries();
      await navigate(`/drills/${drill.id}`);
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Modal open width={760} title={t.prepare} okText={c.save} cancelText={c.cancel} okButtonProps={{ disabled: !ready, loading: busy }} onOk={() => void save()} onCancel={onClose}>
      <div className="form-grid">
        <div>
          <label htmlFor={`${id}-plan`}>{t.plan}</label>
          <Select id={`${id}-plan`} value={plan} options={(plans.data?.items ?? []).filter((one) => one.inForce !== null).map((one) => ({ value: one.id, label: one.title }))} onChange={setPlan} style={{ width: '100%' }} />
        </div>
        <div>
          <label htmlFor={`${id}-scenario`}>{t.scenario}</label>
          <Select id={`${id}-scenario`} value={scenarios.length > 0 ? scenario : null} options={scenarios.map((one, place) => ({ value: place, label: one.title }))} onChange={(place: number | null) => setScenario(place ?? 0)} style={{ width: '100%' }} />
        </div>
        {said.map((name) => (
          <div key={name} className={name === 'title' ? '' : 'wide'}>
            <label htmlFor={`${id}-${name}`}>{name === 'title' ? t.name : t[name]}</label>
            <Input id={`${id}-${name}`} name={name} value={entered[name]} onChange={(event) => setEntered({ ...entered, [name]: event.target.value })} />
          </div>
        ))}
        <div>
          <label htmlFor={`${id}-limit`}>{t.limit}</label>
          <InputNumber id={`${id}-limit`} min={1} max={1440} value={limit} onChange={(minutes) => setLimit(minutes ?? 60)} style={{ width: '100%' }} />
        </div>
        <fieldset className="wide drill-wishes">
          <legend>{t.artefacts}</legend>
          {wishes.map((wish, place) => (
            <WishFields
              key={place}
              wish={wish}
              assets={(assets.data ?? []).filter((one) => one.clientId === chosen.data?.clientId)}
              onChange={(changed) => setWishes(changed === null ? wishes.filter((_, at) => at !== place) : wishes.map((one, at) => (at === place ? changed : one)))}
            />
          ))}
          <Button size="small" onClick={() => setWishes([...wishes, { assetId: '', kind: 'defacement', file: 'index.html', body: '<h1>DRILL</h1>' }])}>
            {t.addArtefact}
          </Button>
        </fieldset>
        {problem !== null && (
          <div className="wide">
            <ProblemPanel problem={problem} />
          </div>
        )}
      </div>
    </Modal>
  );
}

function WishFields({ wish, assets, onChange }: { wish: Wish; assets: DrillAsset[]; onChange: (wish: Wish | null) => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  return (
    <div className="drill-wish">
      <div className="field">
        <label htmlFor={`${id}-asset`}>{c.asset}</label>
        <Select id={`${id}-asset`} value={wish.assetId || null} options={assets.map((one) => ({ value: one.assetId, label: one.name }))} onChange={(assetId) => onChange({ ...wish, assetId: assetId ?? '' })} style={{ width: '100%' }} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-kind`}>{t.kind}</label>
        <Select
          id={`${id}-kind`}
          value={wish.kind}
          options={[
            { value: 'defacement', label: t.defacement },
            { value: 'test-virus', label: t.testVirus },
            { value: 'beacon', label: t.beacon },
            { value: 'stopped-service', label: t.stoppedService },
          ]}
          onChange={(kind: Artefact['kind']) => onChange({ ...wish, kind })}
          style={{ width: '100%' }}
        />
      </div>
      {wish.kind !== 'stopped-service' && (
        <div className="field">
          <label htmlFor={`${id}-file`}>{t.file}</label>
          <Input id={`${id}-file`} name="file" value={wish.file} onChange={(event) => onChange({ ...wish, file: event.target.value })} />
        </div>
      )}
      {(wish.kind === 'defacement' || wish.kind === 'beacon') && (
        <div className="field">
          <label htmlFor={`${id}-body`}>{wish.kind === 'beacon' ? t.lines : t.content}</label>
          <Input.TextArea id={`${id}-body`} rows={2} value={wish.body} onChange={(event) => onChange({ ...wish, body: event.target.value })} />
        </div>
      )}
      <Button size="small" onClick={() => onChange(null)}>
        {c.reset}
      </Button>
    </div>
  );
}
