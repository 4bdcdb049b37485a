import { useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { post } from '@/shared/api/http';
import { asProblem, Problem } from '@/shared/api/problem';
import type { ContractView } from '@/shared/api/types';
import { useClientChoices } from '@/shared/contract/queries';
import { useWords } from '@/shared/i18n';
import { FilePick } from '@/shared/ui/FilePick';
import { PageHead } from '@/shared/ui/Page';
import { ProblemPanel } from '@/shared/ui/ProblemPanel';
import { IntakeSteps } from './IntakeSteps';
import './intake.css';
import { text } from './words';

export default function UploadPage() {
  const t = useWords(text);
  const id = useId();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const clients = useClientChoices();
  const [file, setFile] = useState<File | null>(null);
  const [client, setClient] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const read = async () => {
    if (!file) {
      setProblem(new Problem({ status: 0, code: 'file', title: t.fileMissing }));
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      const form = new FormData();
      form.set('file', file);
      if (client) form.set('clientId', client);
      const draft = await post<ContractView>('/contracts', form);
      await queries.invalidateQueries({ queryKey: ['list', '/contracts'] });
      await navigate(`/contracts/${draft.id}/intake`);
    } catch (thrown) {
      setProblem(asProblem(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack">
      <PageHead title={t.title} note={t.note} />
      <IntakeSteps at={0} />
      <div className="sheet sheet-body stack intake-upload">
        <FilePick label={t.file} button={t.chooseFile} hint={t.dropHint} file={file} onPick={setFile} accept=".txt,.md,.docx,.pdf" large />
        <div>
          <label htmlFor={`${id}-client`}>{t.client}</label>
          <Select id={`${id}-client`} value={client} onChange={setClient} options={clients} allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={t.clientHint} style={{ width: '100%' }} />
        </div>
        {problem && <ProblemPanel problem={problem} />}
        <div>
          <Button type="primary" size="large" loading={busy} onClick={() => void read()}>
            {busy ? t.reading : t.read}
          </Button>
        </div>
      </div>
    </div>
  );
}
