import { DownloadOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Pagination, Select, Skeleton, Table } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { address, get, type Query } from '@/shared/api/http';
import type { Page } from '@/shared/api/types';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import './list.css';
import { Empty } from './Page';
import { ProblemPanel } from './ProblemPanel';
import { useListState } from './useListState';
import { useNarrow } from './useNarrow';

export interface Column<T> {
  key: string;
  title: string;
  render: (row: T) => ReactNode;
  /** The server's name for it, where the list can be sorted by it. */
  sort?: string;
  width?: number | string;
  align?: 'right';
}

export interface Filter {
  name: string;
  label: string;
  options: { value: string; label: string }[];
}

interface Props<T> {
  /** The API resource that lists them. */
  path: string;
  /** What the list is called, for those who hear it. */
  label: string;
  columns: Column<T>[];
  rowKey: (row: T) => string;
  filters?: Filter[];
  /** Parameters that the person does not choose. */
  fixed?: Query;
  empty: { title: string; hint: string; action?: ReactNode };
  refetchEvery?: number;
  exportable?: boolean;
  searchable?: boolean;
  extra?: ReactNode;
  /** Lets rows be chosen, by their keys. */
  selection?: Selection;
  /** Told of the rows whenever others are shown. */
  onRows?: (rows: T[]) => void;
  /** The key of the row that the keyboard is at. */
  marked?: string | null;
}

export interface Selection {
  chosen: string[];
  change: (keys: string[]) => void;
  /** What choosing a row is called, for those who hear it. */
  label: string;
}

/** A list of the server: pages, searches, filters, sorts and exports there, and shows as cards on a phone. */
export function ListTable<T>(props: Props<T>) {
  const { path, columns, rowKey, fixed, filters = [], empty } = props;
  const t = useWords(common);
  const [state, change] = useListState();
  const narrow = useNarrow();
  const chosen = Object.fromEntries(filters.map((f) => [f.name, state.filters[f.name] ?? '']));
  const query: Query = { ...fixed, ...chosen, q: state.q, sort: state.sort, page: state.page, size: state.size };
  const list = useQuery({
    queryKey: ['list', path, query],
    queryFn: ({ signal }) => get<Page<T>>(path, query, signal),
    placeholderData: keepPreviousData,
    ...(props.refetchEvery ? { refetchInterval: props.refetchEvery } : {}),
  });
  const narrowed = state.q !== '' || Object.values(chosen).some(Boolean);
  const clear = () => change({ q: null, ...Object.fromEntries(filters.map((f) => [f.name, null])) });
  const rows = list.data?.items ?? [];
  const total = list.data?.total ?? 0;
  const { onRows } = props;
  const shown = list.data?.items;
  useEffect(() => {
    if (shown) onRows?.(shown);
  }, [shown, onRows]);

  return (
    <section className="sheet" aria-label={props.label}>
      <div className="list-tools" role="search">
        {props.searchable !== false && (
          <Input.Search
            key={state.q}
            className="list-search"
            defaultValue={state.q}
            placeholder={t.search}
            aria-label={t.search}
            allowClear
            onSearch={(q) => change({ q: q.trim() || null })}
          />
        )}
        {filters.map((filter) => (
          <Select
            key={filter.name}
            className="list-filter"
            aria-label={filter.label}
            value={chosen[filter.name] || null}
            placeholder={filter.label}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={filter.options}
            popupMatchSelectWidth={false}
            onChange={(value: string | null) => change({ [filter.name]: value ?? null })}
          />
        ))}
        {narrowed && (
          <Button type="link" onClick={clear}>
            {t.reset}
          </Button>
        )}
        <div className="list-tools-end">
          {props.extra}
          {props.exportable !== false && (
            <Button icon={<DownloadOutlined aria-hidden />} href={address(path, { ...query, page: null, size: null, format: 'csv' })} download>
              {t.exportCsv}
            </Button>
          )}
        </div>
      </div>
      {list.error && !list.data ? (
        <div className="sheet-body">
          <ProblemPanel problem={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : list.isPending ? (
        <div className="sheet-body" aria-busy="true" aria-label={t.loading}>
          <Skeleton active paragraph={{ rows: 5 }} title={false} />
        </div>
      ) : total === 0 && rows.length === 0 ? (
        narrowed ? (
          <Empty title={t.none} hint={t.nothingMatches} action={<Button onClick={clear}>{t.reset}</Button>} />
        ) : (
          <Empty {...empty} />
        )
      ) : (
        <>
          {narrow ? <Cards rows={rows} columns={columns} rowKey={rowKey} selection={props.selection} /> : <Rows rows={rows} columns={columns} rowKey={rowKey} selection={props.selection} marked={props.marked} sort={state.sort} onSort={(sort) => change({ sort })} busy={list.isPlaceholderData} />}
          <div className="list-pages">
            <span className="soft" aria-live="polite">
              {t.totalRows(total, list.data?.more)}
            </span>
            <Pagination
              size="small"
              simple={narrow}
              current={state.page + 1}
              pageSize={state.size}
              total={total}
              showSizeChanger={!narrow}
              pageSizeOptions={[20, 50, 100, 200]}
              onChange={(page, size) => change({ page: String(page), size: size === 20 ? null : String(size) })}
            />
          </div>
        </>
      )}
    </section>
  );
}

function Rows<T>({ rows, columns, rowKey, sort, onSort, busy, selection, marked }: {
  rows: T[];
  columns: Column<T>[];
  rowKey: (row: T) => string;
  sort: string | null;
  onSort: (sort: string | null) => void;
  busy: boolean;
  selection: Selection | undefined;
  marked: string | null | undefined;
}) {
  const sorted = (name: string) => (sort === name ? 'ascend' : sort === `${name},desc` ? 'descend' : null);
  return (
    <Table<T>
      size="middle"
      dataSource={rows}
      rowKey={rowKey}
      pagination={false}
      loading={busy}
      {...(selection && {
        rowSelection: {
          selectedRowKeys: selection.chosen,
          onChange: (keys: React.Key[]) => selection.change(keys.map(String)),
          getCheckboxProps: () => ({ 'aria-label': selection.label }) as object,
        },
      })}
      rowClassName={(row) => (marked && rowKey(row) === marked ? 'row-marked' : '')}
      scroll={{ x: 'max-content' }}
      showSorterTooltip={false}
      onChange={(_pages, _filters, sorter) => {
        const one = Array.isArray(sorter) ? sorter[0] : sorter;
        const name = columns.find((column) => column.key === one?.columnKey)?.sort;
        onSort(name && one?.order ? (one.order === 'descend' ? `${name},desc` : name) : null);
      }}
      columns={columns.map((column) => ({
        key: column.key,
        title: column.title,
        render: (_value: unknown, row: T) => column.render(row),
        ...(column.width ? { width: column.width } : {}),
        ...(column.align ? { align: column.align } : {}),
        ...(column.sort ? { sorter: true, sortOrder: sorted(column.sort) } : {}),
      }))}
    />
  );
}

function Cards<T>({ rows, columns, rowKey, selection }: { rows: T[]; columns: Column<T>[]; rowKey: (row: T) => string; selection: Selection | undefined }) {
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={rowKey(row)}>
          {selection && (
            <Checkbox
              checked={selection.chosen.includes(rowKey(row))}
              aria-label={selection.label}
              onChange={(event) => selection.change(event.target.checked ? [...selection.chosen, rowKey(row)] : selection.chosen.filter((key) => key !== rowKey(row)))}
            />
          )}
          <dl>
            {columns.map((column) => (
              <CardLine key={column.key} title={column.title}>
                {column.render(row)}
              </CardLine>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function CardLine({ title, children }: { title: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '') return null;
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  );
}
