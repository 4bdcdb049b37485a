import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { address, get } from '@/shared/api/http';
import type { AuditEntry } from '@/shared/api/types';
import { useClientChoices } from '@/shared/contract/queries';
import { timeToSecond } from '@/shared/format';
import { useLanguage, useWords, type Language } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { ListTable } from '@/shared/ui/ListTable';
import { PageHead } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { text } from './words';

interface Verified {
  ok: boolean;
  broken: unknown[];
  lost: { client: string | null; day: string; seq: number }[];
}

export default function AuditPage() {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  const clients = useClientChoices();
  return (
    <>
      <PageHead title={t.title} note={t.note} actions={<TrailActs />} />
      <ListTable<AuditEntry>
        path="/audit"
        label={t.title}
        rowKey={(entry) => `${entry.clientId}/${entry.seq}`}
        empty={{ title: t.none, hint: t.noneHint }}
        filters={[
          { name: 'client', label: c.client, options: clients },
          { name: 'subject', label: t.subject, options: subjects(language) },
          { name: 'from', label: t.since, options: since(t) },
        ]}
        columns={[
          { key: 'at', title: t.at, sort: 'at', render: (one) => (
            <span className="figures cell-two">
              <span className="nowrap">{timeToSecond(one.at)}</span>
              <span className="soft nowrap" title={t.businessAt}>{t.businessAt} {timeToSecond(one.businessAt)}</span>
            </span>
          ) },
          {
            key: 'actor',
            title: t.actor,
            sort: 'actor',
            render: (one) => (
              <span className="cell-two">
                {one.actor}
                {one.role && <span className="soft">{codeName('role', one.role, language)}</span>}
                {one.address && <span className="soft mono" title={t.address}>{one.address}</span>}
              </span>
            ),
          },
          { key: 'action', title: t.action, sort: 'action', render: (one) => (
            <span className="mono cell-two">
              <span className="nowrap">{one.action}</span>
              <span className="soft cell-clip" title={one.subject}>{one.subject}</span>
            </span>
          ) },
          { key: 'details', title: t.details, render: (one) => <span className="mono cell-two audit-details">{detailsSaid(one.details)}</span> },
        ]}
      />
    </>
  );
}

/** The kinds of things that people look for most; the search finds the others. */
function subjects(language: Language) {
  const kinds: [code: string, zh: string, en: string][] = [
    ['contract', '合同', 'Contracts'],
    ['permit', '授权', 'Permits'],
    ['ticket', '工单', 'Tickets'],
    ['evidence', '证据', 'Evidence'],
    ['acceptance', '验收', 'Acceptances'],
    ['person', '人员', 'People'],
    ['undertaking', '保密承诺', 'Undertakings'],
    ['disclosure', '对外展示', 'Shown to third parties'],
    ['backup', '平台备份', 'Backups'],
  ];
  return kinds.map(([value, zh, en]) => ({ value, label: language === 'zh' ? zh : en }));
}

/** Midnights, so that the same choice is the same address all day. */
function since(t: { today: string; week: string; month: string }) {
  const days = (back: number) => {
    const midnight = new Date();
    midnight.setHours(0, 0, 0, 0);
    midnight.setDate(midnight.getDate() - back);
    return midnight.toISOString();
  };
  return [
    { value: days(0), label: t.today },
    { value: days(7), label: t.week },
    { value: days(30), label: t.month },
  ];
}

function TrailActs() {
  const t = useWords(text);
  return (
    <span className="row">
      <Button icon={<DownloadOutlined aria-hidden />} href={address('/audit/export')} download title={t.exportNote}>
        {t.export}
      </Button>
      <VerifyTrail />
    </span>
  );
}

/** `name: value` line by line; whole as it came when it is not an object. */
function detailsSaid(details: string): string {
  try {
    return Object.entries(JSON.parse(details) as Record<string, unknown>)
      .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .join('\n');
  } catch {
    return details;
  }
}

function VerifyTrail() {
  const t = useWords(text);
  const tell = useTell();
  const [busy, setBusy] = useState(false);
  const verify = async () => {
    setBusy(true);
    try {
      const { ok, broken, lost } = await get<Verified>('/audit/verify');
      if (ok) tell.done(t.ok);
      else if (lost[0]) tell.problem(new Error(t.lost(lost[0].day, lost[0].seq)));
      else tell.problem(new Error(`${t.broken}: ${JSON.stringify(broken[0])}`));
    } catch (thrown) {
      tell.problem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button loading={busy} onClick={() => void verify()}>
      {t.verify}
    </Button>
  );
}
