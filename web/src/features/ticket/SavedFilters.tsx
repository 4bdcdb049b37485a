import { StarOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Dropdown, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useSearchParams } from 'react-router';
import { get, post, remove } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import type { SavedFilter } from './types';
import { text } from './words';

/** Lists that somebody named so as to find them again. */
export function SavedFilters() {
  const t = useWords(text);
  const tell = useTell();
  const queries = useQueryClient();
  const [parameters, setParameters] = useSearchParams();
  const [naming, setNaming] = useState(false);
  const { data = [] } = useQuery({ queryKey: ['ticket-filters'], queryFn: ({ signal }) => get<SavedFilter[]>('/tickets/filters', undefined, signal) });
  const now = new URLSearchParams(parameters);
  now.delete('page');
  const query = now.toString();
  const current = data.find((one) => one.query === query);
  const drop = async (filter: SavedFilter) => {
    try {
      await remove(`/tickets/filters/${filter.id}`);
      await queries.invalidateQueries({ queryKey: ['ticket-filters'] });
    } catch (thrown) {
      tell.problem(thrown);
    }
  };
  const items = [
    ...data.map((one) => ({ key: one.id, label: one.mine ? one.name : `${one.name}（${t.others}）`, onClick: () => setParameters(new URLSearchParams(one.query)) })),
    ...(data.length > 0 ? [{ type: 'divider' as const }] : []),
    { key: 'save', label: t.saveFilter, disabled: query === '' || current !== undefined, onClick: () => setNaming(true) },
    ...(current?.mine ? [{ key: 'drop', danger: true, label: `${t.removeFilter}：${current.name}`, onClick: () => void drop(current) }] : []),
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<StarOutlined aria-hidden />}>{current?.name ?? t.saved}</Button>
      </Dropdown>
      {naming && <NameFilter query={query} onClose={() => setNaming(false)} />}
    </>
  );
}

function NameFilter({ query, onClose }: { query: string; onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const save = async () => {
    try {
      await post('/tickets/filters', { name: name.trim(), query, shared });
      await queries.invalidateQueries({ queryKey: ['ticket-filters'] });
      tell.done(t.filterSaved);
      onClose();
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <Modal open title={t.saveFilter} okText={c.save} cancelText={c.cancel} okButtonProps={{ disabled: name.trim() === '' }} onOk={() => void save()} onCancel={onClose}>
      <div className="stack-small">
        <label htmlFor={`${id}-name`}>{t.filterName}</label>
        <Input id={`${id}-name`} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} onPressEnter={() => void save()} />
        <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
          {t.filterShared}
        </Checkbox>
        {problem !== null && <ProblemPanel problem={problem} />}
      </div>
    </Modal>
  );
}
