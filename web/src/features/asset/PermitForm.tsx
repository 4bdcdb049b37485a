import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { post } from '@/shared/api/http';
import { useClientChoices } from '@/shared/contract/queries';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { DayField } from '@/shared/ui/DayField';
import { FilePick } from '@/shared/ui/FilePick';
import { ProblemPanel, useTell } from '@/shared/ui/ProblemPanel';
import { text } from './words';

const instant = (local: string) => new Date(`${local}:00+08:00`).toISOString();

export function PermitForm({ onClose }: { onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const id = useId();
  const tell = useTell();
  const queries = useQueryClient();
  const clients = useClientChoices();
  const [client, setClient] = useState<string | null>(null);
  const [targets, setTargets] = useState('');
  const [methods, setMethods] = useState<string[]>(['observe']);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [signatory, setSignatory] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const clientId = client ?? clients[0]?.value ?? null;
  const listed = targets.split('\n').map((line) => line.trim()).filter(Boolean);
  const ready = clientId && listed.length > 0 && methods.length > 0 && from && until && signatory.trim() && file;

  const save = async () => {
    if (!ready) return;
    setBusy(true);
    setProblem(null);
    try {
      const permit = { clientId, targets: listed, methods, from: instant(from), until: instant(until), signatory: signatory.trim() };
      const form = new FormData();
      form.set('permit', new Blob([JSON.stringify(permit)], { type: 'application/json' }));
      form.set('file', file);
      await post('/permits', form);
      tell.done(t.permitAdded);
      await queries.invalidateQueries();
      onClose();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Modal open width={640} title={t.addPermit} okText={c.save} cancelText={c.cancel} okButtonProps={{ loading: busy, disabled: !ready }} onOk={() => void save()} onCancel={onClose}>
      <div className="form-grid">
        <div className="wide">
          <label htmlFor={`${id}-client`}>{c.client}</label>
          <Select id={`${id}-client`} value={clientId} options={clients} onChange={setClient} placeholder={c.chooseClient} style={{ width: '100%' }} />
        </div>
        <div className="wide">
          <label htmlFor={`${id}-targets`}>{t.targets}</label>
          <Input.TextArea id={`${id}-targets`} name="targets" rows={4} className="mono" value={targets} onChange={(event) => setTargets(event.target.value)} aria-describedby={`${id}-hint`} />
          <span id={`${id}-hint`} className="soft">
            {t.targetsHint}
          </span>
        </div>
        <fieldset className="wide" style={{ border: 0, padding: 0, margin: 0 }}>
          <legend>{t.methods}</legend>
          <Checkbox.Group options={codeChoices('method', language)} value={methods} onChange={(chosen) => setMethods(chosen as string[])} />
          <div className="soft">{t.methodsHint}</div>
        </fieldset>
        <div>
          <label htmlFor={`${id}-from`}>{t.from}</label>
          <DayField id={`${id}-from`} grain="minute" value={from} onChange={setFrom} width="100%" />
        </div>
        <div>
          <label htmlFor={`${id}-until`}>{t.until}</label>
          <DayField id={`${id}-until`} grain="minute" value={until} onChange={setUntil} width="100%" />
        </div>
        <div className="wide">
          <label htmlFor={`${id}-signatory`}>{t.signatory}</label>
          <Input id={`${id}-signatory`} name="signatory" value={signatory} onChange={(event) => setSignatory(event.target.value)} />
        </div>
        <div className="wide">
          <FilePick label={t.signed} button={t.chooseFile} file={file} onPick={setFile} />
        </div>
        {problem !== null && (
          <div className="wide">
            <ProblemPanel problem={problem} />
          </div>
        )}
      </div>
    </Modal>
  );
}
