import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { remove } from '@/shared/api/http';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ListTable, type Column } from '@/shared/ui/ListTable';
import { useQueryClient } from '@tanstack/react-query';
import { RosterForm } from './RosterForm';
import type { Roster } from './types';
import { text } from './words';

export function RostersTab() {
  const t = useWords(text);
  const c = useWords(common);
  const manages = useMay('manage');
  const queries = useQueryClient();
  const [editing, setEditing] = useState<Roster | 'new' | null>(null);
  const add = manages && (
    <Button type="primary" onClick={() => setEditing('new')}>
      {t.newRoster}
    </Button>
  );
  const columns: Column<Roster>[] = [
    { key: 'name', title: t.name, sort: 'name', render: (one) => <Link to={`/duty/rosters/${one.id}`}>{one.name}</Link> },
    { key: 'clients', title: t.clients, render: (one) => one.clientNames.join('、') },
    { key: 'layers', title: t.people, render: (one) => one.layers.map((layer) => `${layer.name} × ${layer.people.length}`).join('，') },
  ];
  if (manages)
    columns.push({
      key: 'actions',
      title: c.actions,
      render: (one) => (
        <span className="row">
          <Button size="small" onClick={() => setEditing(one)}>
            {t.editRoster}
          </Button>
          <ConfirmAct
            label={t.retire}
            title={t.retireTitle}
            warning={t.retireWarning}
            button={{ size: 'small' }}
            act={async () => {
              await remove(`/duty/rosters/${one.id}`);
              await queries.invalidateQueries();
            }}
          />
        </span>
      ),
    });
  return (
    <>
      {editing && <RosterForm roster={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      <ListTable<Roster> path="/duty/rosters" label={t.rosters} rowKey={(one) => one.id} columns={columns} empty={{ title: t.noRosters, hint: t.noRostersHint, action: add }} extra={add} exportable={false} />
    </>
  );
}
