import { Button, Radio, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAssetChoices } from '@/shared/contract/queries';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { Labelled, TextField } from '@/shared/ui/Field';
import { FormSheet } from '@/shared/ui/FormSheet';
import { StateTag } from '@/shared/ui/StateTag';
import type { Notice, ToldProblem } from './types';
import { text } from './words';

type Opened = 'fix' | 'retest' | 'give-up' | 'match' | null;

/** One problem of a notice, and what can be done about it. */
export function ProblemLine({ notice, problem, record }: { notice: Notice; problem: ToldProblem; record: (act: string, body: unknown) => Promise<void> }) {
  const t = useWords(text);
  const operates = useMay('operate');
  const [opened, setOpened] = useState<Opened>(null);
  const open = operates && (notice.state === 'received' || notice.state === 'settled');
  const path = `problems/${problem.n}`;
  const close = () => setOpened(null);
  return (
    <li>
      <span className="row">
        <strong>{problem.n}.</strong>
        <StateTag kind="toldProblem" code={problem.state} />
        {problem.assetName ? <span className="soft">{problem.assetName}</span> : <span className="soft">{t.noAsset}</span>}
        {problem.findingId && <Link to={`/findings/${problem.findingId}`}>{t.finding}</Link>}
      </span>
      <span>{problem.description}</span>
      {problem.target && <span className="mono">{problem.target}</span>}
      {problem.note && <span className="soft pre">{problem.note}</span>}
      {open && (
        <span className="row">
          {problem.state !== 'fixed' && problem.state !== 'proven' && (
            <Button size="small" type="primary" onClick={() => setOpened('fix')}>
              {t.fix}
            </Button>
          )}
          {problem.state === 'fixed' && (
            <Button size="small" type="primary" onClick={() => setOpened('retest')}>
              {t.retest}
            </Button>
          )}
          {problem.state !== 'proven' && problem.state !== 'unfixable' && (
            <Button size="small" onClick={() => setOpened('give-up')}>
              {t.giveUp}
            </Button>
          )}
          <Button size="small" onClick={() => setOpened('match')}>
            {t.match}
          </Button>
        </span>
      )}
      {opened === 'fix' && <Told title={t.fix} label={t.fixHow} act={(said) => record(`${path}/fix`, { text: said })} onClose={close} />}
      {opened === 'give-up' && <Told title={t.giveUp} label={t.giveUpWhy} act={(said) => record(`${path}/give-up`, { text: said })} onClose={close} />}
      {opened === 'retest' && <Retest act={(passed, said) => record(`${path}/retest`, { passed, text: said })} onClose={close} />}
      {opened === 'match' && (
        <Match clientId={notice.clientId} asset={problem.assetId} act={(assetId) => record(`${path}/match`, { assetId, findingId: problem.findingId })} onClose={close} />
      )}
    </li>
  );
}

export function Told({ title, label, initial = '', rows = 4, act, onClose }: { title: string; label: string; initial?: string; rows?: number; act: (said: string) => Promise<void>; onClose: () => void }) {
  const [said, setSaid] = useState(initial);
  return (
    <FormSheet title={title} ok={title} ready={said.trim() !== ''} save={() => act(said.trim())} onClose={onClose}>
      <TextField rows={rows} label={label} name="said" value={said} onChange={setSaid} />
    </FormSheet>
  );
}

function Retest({ act, onClose }: { act: (passed: boolean, said: string) => Promise<void>; onClose: () => void }) {
  const t = useWords(text);
  const [passed, setPassed] = useState(true);
  const [said, setSaid] = useState('');
  return (
    <FormSheet title={t.retest} ok={t.retest} ready={said.trim() !== ''} save={() => act(passed, said.trim())} onClose={onClose}>
      <div className="wide">
        <Radio.Group
          aria-label={t.retest}
          value={passed}
          onChange={(event) => setPassed(event.target.value as boolean)}
          options={[
            { value: true, label: t.passed },
            { value: false, label: t.failed },
          ]}
        />
      </div>
      <TextField rows={3} label={t.retestNote} name="said" value={said} onChange={setSaid} />
    </FormSheet>
  );
}

function Match({ clientId, asset, act, onClose }: { clientId: string; asset: string | null; act: (asset: string | null) => Promise<void>; onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const assets = useAssetChoices(clientId);
  const [chosen, setChosen] = useState(asset ?? '');
  return (
    <FormSheet title={t.match} ok={c.save} ready save={() => act(chosen || null)} onClose={onClose}>
      <Labelled wide label={t.asset}>
        {(id) => (
          <Select id={id} value={chosen} options={[{ value: '', label: t.noAsset }, ...assets.map((one) => ({ value: one.id, label: `${one.name} ${one.address ?? ''}` }))]} onChange={setChosen} style={{ width: '100%' }} />
        )}
      </Labelled>
    </FormSheet>
  );
}
