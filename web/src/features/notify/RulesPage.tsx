import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Select, Switch, Tabs, TimePicker } from 'antd';
import dayjs from 'dayjs';
import { useId, useState } from 'react';
import { useSearchParams } from 'react-router';
import { get, put, remove } from '@/shared/api/http';
import { useClientChoices } from '@/shared/contract/queries';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices, codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Answered, Empty, PageHead, Sheet } from '@/shared/ui/Page';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import './notify.css';
import { TextsTab } from './TextsTab';
import { urgencies, type Means, type Rule, type Rules, type Urgency } from './types';
import { text } from './words';

export default function RulesPage() {
  const t = useWords(text);
  const c = useWords(common);
  const clients = useClientChoices();
  const [parameters, setParameters] = useSearchParams();
  const client = parameters.get('client') ?? clients[0]?.value ?? null;
  const choose = (given: Record<string, string>) => setParameters((before) => ({ ...Object.fromEntries(before), ...given }));
  return (
    <div className="stack">
      <PageHead
        title={t.rules}
        note={t.rulesNote}
        actions={<Select aria-label={c.client} value={client} options={clients} onChange={(one: string) => choose({ client: one })} style={{ minWidth: 220 }} placeholder={c.chooseClient} />}
      />
      {client ? (
        <Tabs
          activeKey={parameters.get('tab') ?? 'rules'}
          onChange={(tab) => choose({ tab })}
          destroyOnHidden
          items={[
            { key: 'rules', label: t.rulesTab, children: <RulesTab client={client} /> },
            { key: 'texts', label: t.textsTab, children: <TextsTab client={client} /> },
          ]}
        />
      ) : (
        <Sheet>
          <Empty title={t.pickClient} hint={t.pickClientHint} />
        </Sheet>
      )}
    </div>
  );
}

function useMaySet(): boolean {
  const manages = useMay('manage');
  const signs = useMay('sign');
  return manages || signs;
}

function RulesTab({ client }: { client: string }) {
  const rules = useQuery({
    queryKey: ['notice-rules', client],
    queryFn: ({ signal }) => get<Rules>('/notice-rules', { client }, signal),
  });
  return (
    <Answered of={rules}>
      {(found) => (
        <div className="stack">
          <Matrix client={client} found={found} />
          <Quiet client={client} found={found} />
        </div>
      )}
    </Answered>
  );
}

export function MeansList({ means }: { means: Means[] }) {
  const { language } = useLanguage();
  return (
    <span className="means-list">
      {means.map((one) => (
        <span key={one}>{codeName('means', one, language)}</span>
      ))}
    </span>
  );
}

interface Editing {
  personId: string | null;
  urgency: Urgency;
  rule: Rule | null;
}

function Matrix({ client, found }: { client: string; found: Rules }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const sets = useMaySet();
  const [editing, setEditing] = useState<Editing | null>(null);
  const named = [...new Map(found.rules.filter((rule) => rule.personId).map((rule) => [rule.personId, rule.person ?? '—'])).entries()];
  const rows: [string | null, string][] = [[null, t.everybody], ...named];
  return (
    <Sheet
      title={t.rulesTab}
      flush
      extra={sets && <Button onClick={() => setEditing({ personId: found.people[0]?.id ?? null, urgency: 'disaster', rule: null })}>{t.setRule}</Button>}
    >
      {editing && <RuleForm client={client} people={found.people} editing={editing} onClose={() => setEditing(null)} />}
      <div className="matrix-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t.who}</th>
              {urgencies.map((urgency) => (
                <th scope="col" key={urgency}>
                  {codeName('urgency', urgency, language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([person, name]) => (
              <tr key={person ?? 'all'}>
                <th scope="row">{name}</th>
                {urgencies.map((urgency) => {
                  const rule = found.rules.find((one) => one.personId === person && one.urgency === urgency);
                  const means = rule?.means ?? (person === null ? found.usual[urgency] : null);
                  return (
                    <td key={urgency}>
                      <div className="stack-small">
                        {means ? <MeansList means={means} /> : <span className="soft">{t.usual}</span>}
                        {rule?.always && <span className="soft">{t.always}</span>}
                        {sets && (
                          <span className="row">
                            <Button size="small" onClick={() => setEditing({ personId: person, urgency, rule: rule ?? null })} aria-label={`${t.editRule} ${name} ${codeName('urgency', urgency, language)}`}>
                              {t.editRule}
                            </Button>
                            {rule && <Reset rule={rule} />}
                          </span>
                        )}
                      </div>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="soft sheet-body">{t.noMeans}</p>
    </Sheet>
  );
}

function Reset({ rule }: { rule: Rule }) {
  const t = useWords(text);
  const queries = useQueryClient();
  return (
    <ConfirmAct
      label={t.useUsual}
      title={t.useUsual}
      warning={t.useUsualWarning}
      danger={false}
      button={{ size: 'small', type: 'link' }}
      act={async () => {
        await remove(`/notice-rules/${rule.id}`);
        await queries.invalidateQueries({ queryKey: ['notice-rules'] });
      }}
    />
  );
}

function RuleForm({ client, people, editing, onClose }: { client: string; people: Rules['people']; editing: Editing; onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const id = useId();
  const queries = useQueryClient();
  const [person, setPerson] = useState<string>(editing.personId ?? '');
  const [urgency, setUrgency] = useState<Urgency>(editing.urgency);
  const [means, setMeans] = useState<Means[]>(editing.rule?.means ?? []);
  const [always, setAlways] = useState(editing.rule?.always ?? false);
  const [problem, setProblem] = useState<unknown>(null);
  const save = async () => {
    setProblem(null);
    try {
      await put('/notice-rules', { clientId: client, personId: person || null, urgency, means, always: person ? always : false });
      await queries.invalidateQueries({ queryKey: ['notice-rules'] });
      onClose();
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <Modal open title={t.setRule} okText={c.save} cancelText={c.cancel} okButtonProps={{ disabled: means.length === 0 }} onOk={() => void save()} onCancel={onClose}>
      <div className="form-grid">
        <div>
          <label htmlFor={`${id}-who`}>{t.who}</label>
          <Select
            id={`${id}-who`}
            value={person}
            onChange={setPerson}
            options={[{ value: '', label: t.everybody }, ...people.map((one) => ({ value: one.id, label: one.name }))]}
            style={{ width: '100%' }}
          />
        </div>
        <div>
          <label htmlFor={`${id}-urgency`}>{t.urgency}</label>
          <Select id={`${id}-urgency`} value={urgency} onChange={setUrgency} options={codeChoices('urgency', language) as { value: Urgency; label: string }[]} style={{ width: '100%' }} />
        </div>
        <div className="wide">
          <label htmlFor={`${id}-means`}>{t.means}</label>
          <Select id={`${id}-means`} mode="multiple" value={means} onChange={setMeans} options={codeChoices('means', language) as { value: Means; label: string }[]} style={{ width: '100%' }} />
        </div>
        {person && (
          <div className="wide row">
            <Switch id={`${id}-always`} checked={always} onChange={setAlways} />
            <label htmlFor={`${id}-always`} className="plain">
              {t.always}
            </label>
          </div>
        )}
        {problem !== null && (
          <div className="wide">
            <ProblemPanel problem={problem} />
          </div>
        )}
      </div>
    </Modal>
  );
}

function Quiet({ client, found }: { client: string; found: Rules }) {
  const t = useWords(text);
  const sets = useMaySet();
  const tell = useTell();
  const queries = useQueryClient();
  const change = async (from: string | null, to: string | null) => {
    try {
      await put('/notice-rules/quiet', { clientId: client, from, to });
      await queries.invalidateQueries({ queryKey: ['notice-rules'] });
    } catch (thrown) {
      tell.problem(thrown);
    }
  };
  const moment = (value: string) => dayjs(`2000-01-01T${value}`);
  return (
    <Sheet title={t.clientQuiet}>
      <div className="stack-small">
        {sets ? (
          <TimePicker.RangePicker
            aria-label={t.clientQuiet}
            format="HH:mm"
            order={false}
            value={found.quiet ? [moment(found.quiet.from), moment(found.quiet.to)] : null}
            onChange={(range) => void change(range?.[0]?.format('HH:mm:ss') ?? null, range?.[1]?.format('HH:mm:ss') ?? null)}
          />
        ) : (
          <span>{found.quiet ? `${found.quiet.from.slice(0, 5)}–${found.quiet.to.slice(0, 5)}` : t.noQuiet}</span>
        )}
        <span className="soft">{t.quietHint}</span>
      </div>
    </Sheet>
  );
}
