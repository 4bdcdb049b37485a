import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { AskAct } from '@/shared/ui/AskAct';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { useTell } from '@/shared/ui/ProblemPanel';
import { nextPhase, phases, useRoomActs } from './room';
import type { Room } from './types';
import { text } from './words';

/** On to the next phase; anywhere else with a reason; closed when all is said and done. */
export function PhaseActs({ room }: { room: Room }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const tell = useTell();
  const acts = useRoomActs(room);
  const [busy, setBusy] = useState(false);
  const next = nextPhase(room.phase);
  const go = async (to: string) => {
    setBusy(true);
    try {
      await acts.post('/phase', { to });
    } catch (thrown) {
      tell.problem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {next ? (
        <Button type="primary" loading={busy} onClick={() => void go(next)}>
          {t.next(codeName('incidentPhase', next, language))}
        </Button>
      ) : (
        <ConfirmAct label={t.close} title={t.close} warning={t.closeWarning} button={{ type: 'primary' }} danger={false} act={() => acts.post('/phase', { to: 'closed' })} />
      )}
      <AskAct
        label={t.other}
        title={t.other}
        fields={[
          { name: 'to', label: t.to, kind: 'select', options: codeChoices('incidentPhase', language, phases.filter((phase) => phase !== room.phase)) },
          { name: 'reason', label: c.reason, kind: 'area' },
        ]}
        act={(entered) => acts.post('/phase', entered)}
      />
    </>
  );
}
