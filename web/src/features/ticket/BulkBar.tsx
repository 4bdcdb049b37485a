import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { get, post } from '@/shared/api/http';
import { useLanguage, useWords } from '@/shared/i18n';
import { problemTitle } from '@/shared/i18n/problems';
import { useMay } from '@/shared/session';
import { useTell } from '@/shared/ui/ProblemPanel';
import type { BulkAct, BulkAnswer, ListedTicket, PersonRef } from './types';
import { text } from './words';

/** The same act on every chosen ticket; what could not be done is told for each. */
export function BulkBar({ chosen, rows, onClear, onChosen }: { chosen: string[]; rows: ListedTicket[]; onClear: () => void; onChosen: (ids: string[]) => void }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const tell = useTell();
  const queries = useQueryClient();
  const operates = useMay('operate');
  const acts: BulkAct[] = operates ? ['respond', 'assign', 'close', 'comment'] : ['close', 'comment'];
  const [act, setAct] = useState<BulkAct>(acts[0] ?? 'comment');
  const [person, setPerson] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<BulkAnswer[]>([]);
  const first = chosen[0];
  const people = useQuery({
    queryKey: ['ticket', first, 'people'],
    queryFn: ({ signal }) => get<PersonRef[]>(`/tickets/${first}/people`, undefined, signal),
    enabled: operates && act === 'assign' && first !== undefined,
  });
  const go = async () => {
    setBusy(true);
    try {
      const answers = await post<BulkAnswer[]>('/tickets/bulk', { ids: chosen, act, personId: act === 'assign' ? person : null, text: said.trim() || null });
      const not = answers.filter((one) => !one.ok);
      setFailed(not);
      onChosen(not.map((one) => one.id));
      tell.done(t.bulkDone(answers.length - not.length, answers.length));
      if (not.length === 0) onClear();
      await queries.invalidateQueries();
    } catch (thrown) {
      tell.problem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const number = (id: string) => rows.find((row) => row.id === id)?.number ?? id.slice(0, 8);
  const incomplete = act === 'comment' && said.trim() === '';
  return (
    <section className="bulk-bar sheet" aria-label={t.bulkAct}>
      <div className="row">
        <strong aria-live="polite">{t.selected(chosen.length)}</strong>
        <Select aria-label={t.bulkAct} value={act} onChange={setAct} options={acts.map((one) => ({ value: one, label: t.bulkName(one) }))} style={{ minWidth: 110 }} />
        {act === 'assign' && (
          <Select
            aria-label={t.choosePerson}
            placeholder={t.choosePerson}
            value={person}
            allowClear
            onChange={(id: string | undefined) => setPerson(id ?? null)}
            options={(people.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
            style={{ minWidth: 160 }}
          />
        )}
        {act !== 'assign' && <Input aria-label={t.note2} placeholder={t.note2} value={said} onChange={(event) => setSaid(event.target.value)} style={{ maxWidth: 320 }} />}
        <Popconfirm title={t.bulkConfirm(chosen.length)} onConfirm={() => void go()} disabled={incomplete}>
          <Button type="primary" loading={busy} disabled={incomplete}>
            {t.bulkDo}
          </Button>
        </Popconfirm>
        <Button type="link" onClick={onClear}>
          {t.bulkClear}
        </Button>
      </div>
      {failed.length > 0 && (
        <div role="alert" className="stack-small">
          <strong>{t.bulkFailed}</strong>
          <ul>
            {failed.map((one) => (
              <li key={one.id}>
                <span className="mono">{number(one.id)}</span> {(one.code && problemTitle(one.code, language)) ?? ''} <span className="soft">{one.message}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
