import { useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { post } from '@/shared/api/http';
import { useContractChoices } from '@/shared/contract/queries';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { Labelled } from '@/shared/ui/Field';
import { FilePick } from '@/shared/ui/FilePick';
import { FormSheet } from '@/shared/ui/FormSheet';
import { useTell } from '@/shared/ui/ProblemPanel';
import type { Imported } from './types';
import { text } from './words';

/** Takes a table of notices in, and stays open to show the rows that were not taken. */
export function TableImport({ onClose }: { onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const tell = useTell();
  const queries = useQueryClient();
  const contracts = useContractChoices().filter((one) => one.contract.state === 'in-force');
  const [contract, setContract] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [result, setResult] = useState<Imported | null>(null);
  const contractId = contract ?? contracts[0]?.value ?? null;
  const take = async () => {
    if (!file || !contractId) return;
    const form = new FormData();
    form.set('contractId', contractId);
    form.set('file', file);
    const taken = await post<Imported>('/external/table', form);
    setResult(taken);
    tell.done(t.tableDone(taken.opened.length, taken.known.length));
    await queries.invalidateQueries();
    if (taken.refused.length === 0) onClose();
  };
  return (
    <FormSheet title={t.table} ok={t.table} ready={file !== null && contractId !== null} save={take} onClose={onClose} stays>
      <p className="wide soft">{t.tableHint}</p>
      <Labelled wide label={c.contract}>
        {(id) => <Select id={id} value={contractId} options={contracts} onChange={setContract} style={{ width: '100%' }} />}
      </Labelled>
      <div className="wide">
        <FilePick label={t.table} button={t.pickFile} file={file} onPick={setFile} accept=".csv,.txt" />
      </div>
      {result && result.refused.length > 0 && (
        <div className="wide problem" role="alert">
          <p>{t.tableBad}</p>
          <ul>
            {result.refused.map((row) => (
              <li key={`${row.line} ${row.field}`}>
                {t.line} {row.line} · {row.field} {row.value && `“${row.value}”`}：{row.remedy}
              </li>
            ))}
          </ul>
        </div>
      )}
    </FormSheet>
  );
}
